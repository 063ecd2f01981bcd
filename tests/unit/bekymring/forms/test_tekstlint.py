"""R10: what may point to a person is shown to the writer."""

import pytest

from bekymring.forms.tekstlint import finn


@pytest.mark.parametrize(
    ("tekst", "ord"),
    [
        ("Fødselsnummer 01020312345 står her", "01020312345"),
        ("Nummer 010203 12345", "010203 12345"),
        ("Skriv til ola.nordmann@example.no da", "ola.nordmann@example.no"),
        ("Ring 99 88 77 66 i morgen", "99 88 77 66"),
        ("Ring 99887766", "99887766"),
        ("Ring 988 77 665", "988 77 665"),
        ("Ring +47 99887766", "+47 99887766"),
        ("Jeg snakket med Kari Nordmann i går", "Kari Nordmann"),
        ("Da sa Bjørn-Åge Ødegård at", "Bjørn-Åge Ødegård"),
        ("Áilu Eira og Sárá Ánte", "Sárá Ánte"),
        ("Da sa Şule Yıldız at", "Şule Yıldız"),
        ("Łucja Źródło var der", "Łucja Źródło"),
        ("Íñigo Núñez var der", "Íñigo Núñez"),
        ("Đặng Thị Ánh var der", "Thị Ánh"),
        ("Yusuf al-Amin var der", "Yusuf al-Amin"),
        ("Eileen O’Neill var der", "Eileen O’Neill"),
        ("Rory McLean var der", "Rory McLean"),
        ("Så kom KARI NORDMANN inn", "KARI NORDMANN"),
        ("K. Nordmann var der", "K. Nordmann"),
        ("Kari\u00a0 Nordmann var der", "Kari Nordmann"),
        ("Ring 90\u00a012\u00a034\u00a056", "90 12 34 56"),
        ("Ring 90-12-34-56", "90-12-34-56"),
        ("Ring 90.12.34.56", "90.12.34.56"),
        ("Skriver som @fjellrev på Snapchat", "@fjellrev"),
        ("Nummer 010203\u00a012345", "010203 12345"),
        ("Går i klasse 9B", "klasse 9B"),
        ("Elev i 10A", "10A"),
        ("Går på Breidablikk ungdomsskole", "Breidablikk ungdomsskole"),
    ],
)
def test_it_points_at_what_may_be_a_person(tekst, ord):
    assert ord in [funn.ord for funn in finn(tekst)]


@pytest.mark.parametrize(
    "tekst",
    [
        "",
        "Eleven har delt voldelig innhold i klassechatten og trekker seg unna venner.",
        "Han Sa ifra.",
        "Det skjedde 12. oktober kl. 10.32. Vi var 14 elever i rommet.",
        "I 2026 var det 3 møter. Neste er 18.11.2026.",
        "Læreren har snakket med rektor.",
        "Etter NAV sitt møte i Sandefjord kommune ringte SLT-koordinator. Mandag Sandefjord, tirsdag Larvik.",
        "Ho Eva. Eg Ola. Måndag Sandefjord, laurdag Tønsberg.",
        "NAV og PPT møtte BUP. NAV Sandefjord svarte 24.11.2026.",
        "Konto 1234.56.12345 og org.nr. 987 654 321.",
    ],
)
def test_it_stays_quiet_about_ordinary_text(tekst):
    assert finn(tekst) == ()


def test_the_same_words_are_shown_once():
    assert len(finn("Kari Nordmann og Kari Nordmann")) == 1


@pytest.mark.parametrize("tekst", ["A" * 20_000, "Aa " * 7_000, "9 " * 10_000, "a@" * 10_000, "Aa-" * 7_000])
def test_strange_text_of_full_length_gets_an_answer(tekst):
    assert len(finn(tekst)) < 5

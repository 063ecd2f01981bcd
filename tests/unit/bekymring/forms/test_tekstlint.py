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
    "ord",
    [
        "Ole van der Berg",
        "Maria de la Cruz",
        "Ludvig von Trapp",
        "Per-erik Olsen",
        "O.Nordmann",
        "Anne K Olsen",
        "Anne Mai Olsen",
        "Nordmann, Ola",
        "Kari (Nordmann)",
        '"Ola Nordmann"',
        "'Ola Nordmann'",
        'Ola "Olli" Nordmann',
        "«Ola» «Nordmann»",
        "Ｏｌａ Ｎｏｒｄｍａｎｎ",
        "𝐎𝐥𝐚 𝐍𝐨𝐫𝐝𝐦𝐚𝐧𝐧",
        "محمد حسن",
        "Иван Петров",
        "Γιώργος Παπαδόπουλος",
        "王小明",
        "901 23456",
        "901-23456",
        "(90) 12 34 56",
        "(+47) 90 12 34 56",
        "4790123456",
        "+46 70 123 45 67",
        "0046701234567",
        "+1 (555) 123-4567",
        "9 0 1 2 3 4 5 6",
        "90١٢٣٤٥٦",
        "𝟗𝟎𝟏𝟐𝟑𝟒𝟓𝟔",
        "ola(at)nord.no",
        "ola [at] nord [dot] no",
        "insta: ola_nord03",
        "snap: kulgutt",
        "Snapchat ola03",
        "01.02.2003, 12345",
        "①②①②①② 12345",
    ],
)
def test_it_points_at_the_same_written_otherwise(ord):
    assert finn(f"Da kom {ord} inn i rommet")


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
        "På Snapchat: han skrev stygge ting. Vi ringte SLT-koordinator Mandag.",
        "Snapchat og TikTok. Instagram 2026. Han sa at det var kl. 9.",
        "Vi brukte 250 000 kroner, og 47 000 kr i 2025-2026.",
        "Tall fra 1 2 3 4 5 6 7 8 9 10, og 2 3 4 5 6 7 8 9.",
        "I Oslo, Bergen og Tromsø. Oslo, Larvik, Sandefjord.",
        "Skolen (NAV) ringte. Barnevernet, BUP og PPT. Barnevernet (BUP). PST, Politiet og NAV.",
        "Møtene er 24.11.2026, 01.12.2026 og 08.12.2026. Det er 10 m² i rommet. Sak 2026/12345.",
    ],
)
def test_it_stays_quiet_about_ordinary_text(tekst):
    assert finn(tekst) == ()


def test_the_same_words_are_shown_once():
    assert len(finn("Kari Nordmann og Kari Nordmann")) == 1


@pytest.mark.parametrize(
    "tekst",
    [
        deler * (20_000 // len(deler))
        for deler in ("A", "Aa ", "9 ", "a@", "Aa-", "Aa-aa", "+1 ", "a(at)", "م ", "Aa, ")
    ],
)
def test_strange_text_of_full_length_gets_an_answer(tekst):
    assert len(finn(tekst)) < 5


@pytest.mark.parametrize(
    ("tekst", "grunn"),
    [
        ("Han sier at han er muslim", "tro eller meninger"),
        ("Ho går i kyrkja kvar veke", "tro eller meninger"),
        ("Gutten er nazist", "tro eller meninger"),
        ("Familien kommer fra Somalia", "opphav"),
        ("Han har pakistanske foreldre", "opphav"),
        ("Ho er flyktning", "opphav"),
        ("Hun har fått en ADHD-diagnose", "helse"),
        ("Han er deprimert", "helse"),
        ("Ho driv med sjølvskading", "helse"),
        ("Broren er dømt for tyveri", "straffbare forhold"),
        ("Far er sikta for noko", "straffbare forhold"),
    ],
)
def test_it_points_at_what_the_text_should_do_without(tekst, grunn):
    assert grunn in " ".join(str(funn.grunn) for funn in finn(tekst))


@pytest.mark.parametrize(
    "tekst",
    [
        "Jeg tror han er redd, og det samme sier læreren",
        "Klassen hadde engelsk og tysk. Russen feiret.",
        "De snakket om vold på skolen og et ran i avisa",
        "Hun leste en roman og sang nasjonalsangen",
        "Dømmekraft og medvind",
    ],
)
def test_ordinary_words_are_left_alone(tekst):
    assert not finn(tekst)

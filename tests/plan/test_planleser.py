"""The reader, on an invented plan with the traps of the real one."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tiltak.planleser import TOM, UKJENT, Planfeil, dekod, finn_feil, les_fil, les_plan
from tiltak.planleser.ansvar import les_ansvar

from .conftest import OPPDIKTET


def test_areas_with_titles_over_two_lines(oppdiktet):
    assert [(o.nr, o.tittel) for o in oppdiktet.omrader] == [
        (1, "Vei og trafikk"),
        (2, "Barn og voksne på vei sammen til skolen"),
    ]
    assert oppdiktet.oversikt_omrader == {o.nr: o.tittel for o in oppdiktet.omrader}


def test_titles_over_two_lines_and_without_colon(oppdiktet):
    assert [(t.nr, t.omrade, t.tittel, t.har_kolon) for t in oppdiktet.tiltak] == [
        (1, 1, "Fortau langs hele skoleveien og tryggere kryss.", True),
        (2, 1, "Fartsmåling – oppfølging", True),
        (3, 2, "Følgegrupper", True),
        (4, 2, "Prat om vei og vett", False),
        (5, 2, "Sykkelskole", True),
    ]


def test_the_overviews_shortened_title_is_kept_as_it_stands(oppdiktet):
    assert oppdiktet.oversikt[1] == "Fortau langs hele"


def test_words_broken_over_lines_become_whole_and_markers_are_raised(oppdiktet):
    assert oppdiktet.tiltak[0].ordlyd == (
        "Kommunen bygger fortau etter råd fra KS¹ og bruker erfaringer fra andre. "
        "Som nevnt i tiltak 19 i den nasjonale planen tar det tid for Vg1-elevene."
    )


def test_a_new_page_in_the_middle_of_a_sentence_does_not_break_it(oppdiktet):
    assert oppdiktet.tiltak[1].ordlyd == (
        "Politiet måler farten. Arbeidet er en del av RAN³-samarbeidet og fortsetter på neste side uten at "
        "setningen er slutt.\n\nDet siste avsnittet står for seg."
    )


def test_a_hyphen_that_stands_for_a_word_stays(oppdiktet):
    assert "skole og barnehage - og mot foreldre- og nabolagsgrupper." in oppdiktet.avsnitt["veien_fremover"]
    assert oppdiktet.avsnitt["forord"].startswith(
        "Skoleveien skal være trygg for alle, og det krever at flere arbeider sammen om den i lang tid framover."
    )


def test_three_labels(oppdiktet):
    assert [t.etikett for t in oppdiktet.tiltak] == [
        "utforing",
        "oppfolging",
        "utforing",
        "utforing",
        "bare_oppfolging",
    ]


def parter(oppdiktet, nr):
    return [(p.navn, p.enhet, p.rolle) for p in oppdiktet.tiltak[nr - 1].ansvar]


def test_the_first_party_leads_and_the_line_may_go_on(oppdiktet):
    assert parter(oppdiktet, 1) == [
        ("Sandefjord kommune", "", "hovedansvarlig"),
        ("Sandefjord politi", "", "medansvarlig"),
        ("Vestfold politidistrikt", "", "medansvarlig"),
    ]


def test_units_and_a_partner_joined_by_med(oppdiktet):
    assert parter(oppdiktet, 3) == [
        ("Sandefjord kommune", "folkehelse", "hovedansvarlig"),
        ("Sandefjord kommune", "skole/barnehagekontoret", "medansvarlig"),
        ("NAV integrering", "", "samarbeidspart"),
    ]


def test_an_open_end_with_examples(oppdiktet):
    assert parter(oppdiktet, 4) == [
        ("Sandefjord kommune", "alle etater", "hovedansvarlig"),
        ("andre relevante aktører", "", "uspesifisert"),
        ("Vestfold fylkeskommune", "", "samarbeidspart"),
        ("RVTS", "", "samarbeidspart"),
    ]


def test_a_known_name_with_og_in_it_is_one_party():
    text = "Sandefjord politi, Norsk institutt for by- og regionforskning, fylkesmannen og andre relevante aktører."
    parts = les_ansvar(text, ["Norsk institutt for by- og regionforskning"])
    assert [p.navn for p in parts] == [
        "Sandefjord politi",
        "Norsk institutt for by- og regionforskning",
        "fylkesmannen",
        "andre relevante aktører",
    ]


def test_footnotes_with_and_without_a_marker(oppdiktet):
    assert [(f.nr, f.forkortelse, f.tiltak, f.har_merke) for f in oppdiktet.fotnoter] == [
        (1, "KS", 1, True),
        (2, "SUV", 3, False),
        (3, "RAN", 2, True),
    ]


def test_possible_tiltak_also_across_a_page(oppdiktet):
    assert [(m.nr, m.tittel, m.ordlyd) for m in oppdiktet.mulige] == [
        (
            1,
            "Refleksdag på alle skoler",
            "«Refleksdagen» er en dag da alle får en refleks. Den holdes i november.",
        ),
        (
            2,
            "Blinkende skilt/måler",
            "Skilt som blinker når bilen kjører for fort, kan settes opp ved skolen. De nasjonale reglene gjelder.",
        ),
    ]


def test_title_signatures_decision_focus_and_principles(oppdiktet):
    assert oppdiktet.tittel == "Trygg vei til skolen"
    assert oppdiktet.signatarer == ["Rektor", "Stasjonssjef"]
    assert (oppdiktet.vedtak.organ, oppdiktet.vedtak.dato.isoformat()) == ("kommunestyret", "2029-05-03")
    assert oppdiktet.fokusomrader == ["Flere som går.", "Færre biler ved skoleporten."]
    assert oppdiktet.prinsipper == [
        ("Fellesskap", "at skole, hjem og etat hjelper hverandre."),
        ("Kunnskap", "at vi teller før vi bygger."),
    ]
    assert oppdiktet.avsnitt["ansvarsregel"].endswith("flere under «ansvar for utføring».")


def test_every_line_is_claimed_but_the_one_that_belongs_nowhere(oppdiktet):
    assert [linje.tekst for linje in oppdiktet.ukjente] == ["Her står en løs linje som ingen eier."]
    assert len(oppdiktet.linjer) == len(OPPDIKTET.read_text().splitlines())
    assert finn_feil(oppdiktet) == []


@pytest.mark.parametrize("ending", ["\r\n", "\r"])
def test_other_line_endings_and_a_bom_make_no_difference(oppdiktet, ending):
    data = b"\xef\xbb\xbf" + OPPDIKTET.read_text().replace("\n", ending).encode()
    assert les_plan(dekod(data)).tiltak == oppdiktet.tiltak


def test_a_form_feed_is_a_page_break(oppdiktet):
    text = (
        OPPDIKTET.read_text()
        .replace("\n Tiltak 3", "\n\fTiltak 3")
        .replace("\n Tiltaksoversikt", "\n\fTiltaksoversikt")
    )
    assert les_plan(text).tiltak == oppdiktet.tiltak


@pytest.mark.parametrize("share", [0.05, 0.2, 0.35, 0.5, 0.6, 0.7, 0.8, 0.85, 0.9, 0.95])
def test_half_a_file_is_told_from_a_whole(share):
    text = OPPDIKTET.read_text()
    assert finn_feil(les_plan(text[: int(len(text) * share)]))


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"", "Fila er tom."),
        (b" \n\t\n", "Fila er tom."),
        (b"%PDF-1.7 ...", "Fila er av typen PDF"),
        (b"PK\x03\x04....", "Fila er av typen Word/Zip"),
        (b"{\\rtf1 hei}", "Fila er av typen RTF"),
        ("Tiltak på æøå".encode("latin-1"), "velg UTF-8 som koding"),
        (b"Tiltak 1: \x00\x01", "ikke en tekstfil"),
        ("Tiltak på æøå".encode().decode("cp1252").encode(), "Æ, ø og å er ødelagt"),
    ],
)
def test_what_is_not_text_is_said_to_be_so(data, message):
    with pytest.raises(Planfeil, match=message):
        dekod(data)


def test_a_folder_a_missing_file_and_a_huge_one(tmp_path):
    (tmp_path / "stor.txt").write_bytes(b"x" * 2_000_001)
    for name, message in [("", "mappe"), ("borte.txt", "finnes ikke"), ("stor.txt", "over 2 MB")]:
        with pytest.raises(Planfeil, match=message):
            les_fil(tmp_path / name)


LINJER = OPPDIKTET.read_text().split("\n")


@settings(max_examples=200, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(st.sampled_from(LINJER) | st.text(max_size=40), max_size=60))
def test_any_lines_in_any_order_are_read_without_failing_and_all_are_shown(lines):
    lesing = les_plan("\n".join(lines))
    finn_feil(lesing)
    shown = [linje for linje in lesing.linjer if linje.funnet_som not in (TOM, UKJENT)] + lesing.ukjente
    empty = [linje for linje in lesing.linjer if linje.funnet_som == TOM]
    assert len(shown) + len(empty) == len(lesing.linjer)
    assert all(not linje.raa.strip() for linje in empty)


def test_a_file_from_notepad_in_utf_16_is_read():
    assert dekod("Tiltak på æøå".encode("utf-16")) == "Tiltak på æøå"

"""Small plans in many layouts: what is found, what is asked, and that no line is lost on the way."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tiltak.planleser import TOM, finn_feil, les_plan
from tiltak.planleser.annen.frist import les_frist
from tiltak.planleser.annen.parter import Navn, les_parter

FORSIDE = "ELVESUND KOMMUNE\n\nSammen om trygghet\nHandlingsplan 2028–2031\n\nVedtatt av kommunestyret 5. mars 2028\n\n"
ETT = [(1, "1.1", "Vennedag")]


def les(tekst: str):
    return les_plan(FORSIDE + tekst)


def tiltak(lesing):
    return [(t.omrade, t.merke, t.tittel) for t in lesing.tiltak]


FORMER = {
    "word and two numbers": ("Mål 1: Skole\n\nTiltak 1.1 Vennedag\nAnsvarlig: NAV\nFrist: 2029", ETT),
    "word and one number": ("Mål 1: Skole\n\nTiltak 1: Vennedag\nAnsvarlig: NAV\nFrist: 2029", [(1, "1", "Vennedag")]),
    "with nr.": ("Mål 1: Skole\n\nTiltak nr. 1 Vennedag\nAnsvarlig: NAV", [(1, "1", "Vennedag")]),
    "a letter and a number": ("Mål 1: Skole\n\nT1 Vennedag\nAnsvarlig: NAV", [(1, "1", "Vennedag")]),
    "a bullet and capitals": ("MÅL 1: SKOLE\n\n• TILTAK 1.1: VENNEDAG\nANSVARLIG: NAV", [(1, "1.1", "VENNEDAG")]),
    "numbers alone": ("1 Skole\n\n1.1 Vennedag\nAnsvarlig: NAV\nFrist: 2029", ETT),
    "three levels": ("3.1 Skole\n\nTiltak 3.1.1 Vennedag\nAnsvarlig: NAV", [(1, "3.1.1", "Vennedag")]),
    "a Roman number": ("Innsatsområde IV\nSkole\n\nTiltak 1.1 Vennedag\nAnsvarlig: NAV", ETT),
    "a strategy": ("Strategi 1. Skole\n\nTiltak 1.1 Vennedag\nAnsvarlig: NAV", ETT),
    "a goal without number": ("Delmål: Skole\n\nTiltak 1.1 Vennedag\nAnsvarlig: NAV", ETT),
    "an area without a word": ("Skole og fritid\n\nTiltak 1.1 Vennedag\nAnsvarlig: NAV", ETT),
    "a table of bars": ("Mål 1: Skole\n\n| Nr | Tiltak | Ansvarlig |\n|--|--|--|\n| 1.1 | Vennedag | NAV |", ETT),
    "a table of tabs": ("Mål 1: Skole\n\nNr\tTiltak\tAnsvarlig\n1.1\tVennedag\tNAV", ETT),
    "a colon after the title": ("Mål 1: Skole\n\nTiltak 1.1 Vennedag:\nAnsvarlig: NAV", ETT),
    "a title over two lines": ("Mål 1: Skole\n\nTiltak 1.1 Venne-\ndag\nAnsvarlig: NAV", ETT),
    "contents with dots": (
        "Innhold\nMål 1: Skole .... 3\nTiltak 1.1 Vennedag ..... 4\n\n"
        "Mål 1: Skole\n\nTiltak 1.1 Vennedag\nAnsvarlig: NAV",
        ETT,
    ),
    "goals listed first": ("Mål 1: Skole\n\nMål 1: Skole\nTiltak 1.1 Vennedag\nAnsvarlig: NAV", ETT),
    "a title on the next line": ("Mål 1: Skole\n\nTiltak 1.1\nVennedag\nAnsvarlig: NAV", ETT),
    "a number with its title under it": ("Mål 1: Skole\n\n1.1\nVennedag\nAnsvarlig: NAV\nFrist: 2029", ETT),
    "nothing between number and title": ("Mål 1: Skole\n\nTiltak 1.1:Vennedag\nAnsvarlig: NAV", ETT),
    "Markdown": ("## Mål 1: Skole\n\n### Tiltak 1.1 Vennedag\n**Ansvarlig:** NAV", ETT),
    "labels parted by a tab": ("Mål 1: Skole\n\nTiltak 1.1 Vennedag\nAnsvarlig\tNAV\nFrist\t2029", ETT),
    "labels in small letters": ("Mål 1: Skole\n\nTiltak 1.1 Vennedag\nansvarlig: NAV\nfrist: 2029", ETT),
    "labels over their values": (
        "Mål 1: Skole\n\nTiltak 1.1 Vennedag\nAnsvarlig:     Frist:\nNAV            2029",
        ETT,
    ),
    "a label and its value between bars": (
        "Mål 1: Skole\n\nTiltak 1.1 Vennedag\n| Ansvarlig | NAV |\n| Frist | 2029 |",
        ETT,
    ),
    "a sum below the rows": (
        "Mål 1: Skole\n\n| Nr | Tiltak | Ansvarlig | Kr |\n|--|--|--|--|\n| 1.1 | Vennedag | NAV | 9 |\n|| Sum | | 9 |",
        ETT,
    ),
    "responsible and partners on one label": ("Mål 1: Skole\n\nTiltak 1.1 Vennedag\nAnsvarlig/samarbeid: NAV", ETT),
    "a footnote mark behind the title": ("Mål 1: Skole\n\nTiltak 1.1 Vennedag²\nAnsvarlig: NAV", ETT),
    "the area in a column": (
        "| Innsatsområde | Nr | Tiltak | Ansvarlig |\n|-|-|-|-|\n| Skole | 1.1 | Vennedag | NAV |",
        ETT,
    ),
    "a hyphen in the number": ("Mål 1: Skole\n\nTiltak 1-1 Vennedag\nAnsvarlig: NAV", ETT),
    "nynorsk": ("Hovudmål 1: Skule\n\nTiltak 1.1 Vennedag\nAnsvarleg eining: NAV\nNår: Kvart år", ETT),
}  # fmt: skip


@pytest.mark.parametrize("form", FORMER)
def test_a_plan_is_read_in_this_layout(form):
    tekst, expected = FORMER[form]
    lesing = les(tekst)
    assert tiltak(lesing) == expected
    assert [[p.navn for p in t.ansvar] for t in lesing.tiltak] == [["NAV"]]
    assert (finn_feil(lesing), len(lesing.omrader), lesing.ukjente) == ([], 1, [])


@pytest.mark.parametrize("ord_", ["Formål", "Bakgrunn", "Gjennomføring", "Evaluering", "Føremål"])
def test_a_subheading_stays_in_its_tiltak_and_what_follows_is_read(ord_):
    lesing = les(
        f"Mål 1: Skole\n\nTiltak 1.1 Vennedag\n{ord_}\nAlle skal med.\nAnsvarlig: NAV\nFrist: 2029\n\n"
        "Mål 2: Fritid\n\nTiltak 2.1 Klubb\nAnsvarlig: NAV\nFrist: 2030"
    )
    assert tiltak(lesing) == [(1, "1.1", "Vennedag"), (2, "2.1", "Klubb")]
    assert lesing.tiltak[0].ordlyd.startswith(f"{ord_}\n\nAlle skal med.")
    assert [t.fristar for t in lesing.tiltak] == [2029, 2030]


@pytest.mark.parametrize("linje", ["Tiltak 3.2 i forrige plan er ferdig.", "Mål 4 er nådd for lenge siden."])
def test_a_reference_in_a_sentence_is_text(linje):
    lesing = les(f"Mål 1: Skole\n\nTiltak 1.1 Vennedag\nDagen bygger videre på det som\n{linje}\nAnsvarlig: NAV")
    assert tiltak(lesing) == ETT
    assert linje in lesing.tiltak[0].ordlyd and lesing.tiltak[0].ansvar


def test_a_heading_in_the_middle_of_a_sentence_is_asked_about():
    lesing = les("Mål 1: Skole\n\nTiltak 1.1 Vennedag\nDagen bygger på\nTiltak 3.2 Leirskole\nAnsvarlig: NAV")
    assert [(t.tekst, t.alvorlig) for t in lesing.tvil] == [("Tiltak 3.2 Leirskole", True)]


MAAL = "Mål 1: Skole\n\n"
FOERST = "Tiltak 1.1 Vennedag\nAnsvarlig: NAV\nFrist: 2029\n\n"
KAN_LESES_FEIL = {
    "two tiltak as one, the second heading unseen": (
        FOERST + "Kurs for alle\nAnsvarlig: Politiet\nFrist: 2030",
        "mer enn én frist",
    ),
    "a tiltak in a form unlike the others": (
        "Tiltak A1 Temadag\nAnsvarlig: NAV\nFrist: 2029\n\nTiltak 1.2 Kurs\nAnsvarlig: NAV\nFrist: 2030",
        "hører ikke til noe tiltak",
    ),
    "a chapter after the last tiltak": (
        FOERST + "Slik følger vi opp planen\nRådmannen følger opp.",
        "kan være noe annet",
    ),
    "an appendix with tiltak of its own": (
        FOERST + "Vedlegg 1 Sjekkliste\n\nTiltak 1.2 Snakk sammen",
        "står i et vedlegg",
    ),
    "a tiltak without deadlines, the second heading unseen": (
        "Tiltak 1.1 Vennedag\nAnsvarlig: NAV\n\n1.2 Kurs\nAnsvarlig: Politiet",
        "mer enn én frist eller ansvarlig",
    ),
    "a heading with the word and no number": (
        "Tiltak 1.1 Vennedag\nAnsvarlig: NAV\n\nTiltak: Kurs\nAlle lærer mer.",
        "kan være noe annet",
    ),
    "two columns": (
        "Tiltak 1.1 Vennedag              Tiltak 1.2 Kurs\nAnsvarlig: NAV                   Ansvarlig: Politiet",
        "to spalter",
    ),
    "a supplement with tiltak of its own": (FOERST + "Tillegg 1\n\nTiltak 7.1 Snakk sammen", "står i et vedlegg"),
    "a telephone beside a party": (FOERST.replace("NAV", "NAV, tlf. 33 41 60 00"), "telefon eller e-post"),
    "all of them": (FOERST.replace("NAV", "Alle virksomheter"), "nevner ingen bestemt"),
    "a day that does not exist": (FOERST.replace("2029", "31.02.2029"), "ingen dag i kalenderen"),
    "a second name on the next line": (
        "Tiltak 1.1 Vennedag\nAnsvarlig: Kommuneoverlegen\nPolitikontakten\nFrist: 2029",
        "rett under den ansvarlige",
    ),
    "a sentence about a tiltak, alone between blank lines": (
        "Tiltak 1.1 Vennedag\n\nTiltak 4.2 Leirskole i forrige plan er avsluttet.\n\nAnsvarlig: NAV\nFrist: 2029",
        "er lest som tekst",
    ),
    "a numbered line in a chapter without labels": (
        "1.1 Vennedag\nAnsvarlig: NAV\nFrist: 2029\n\n2 Fritid\n\n2.1 Klubb\nHver fredag.",
        "kan være et tiltak som ikke ble lest",
    ),
    "a second time under the deadline": (
        "Tiltak 1.1 Vennedag\nAnsvarlig: NAV\nFrist: Fase 1: 1. mai 2028\nFase 2: 1. mai 2029",
        "rett under fristen",
    ),
    "not decided": (FOERST.replace("NAV", "Ikke bestemt"), "nevner ingen bestemt"),
    "to be decided": (FOERST.replace("NAV", "TBD"), "nevner ingen bestemt"),
    "more than those named": (FOERST.replace("NAV", "NAV m.fl."), "ikke er bestemt"),
    "responsible in a sentence": (
        "Tiltak 1.1 Vennedag\nRektor er ansvarlig for dagen.\nFrist: 2029",
        "teksten nevner ansvar",
    ),
    "a day in a sentence": ("Tiltak 1.1 Vennedag\nDagen holdes innen 1. august 2029.\nAnsvarlig: NAV", "nevner en dag"),
    "a party that is none": (FOERST.replace("NAV", "Ikke avklart"), "nevner ingen bestemt"),
}  # fmt: skip


@pytest.mark.parametrize("hva", KAN_LESES_FEIL)
def test_what_may_be_read_wrongly_is_asked_about_before_it_is_written(hva):
    tekst, spor = KAN_LESES_FEIL[hva]
    assert [tvil for tvil in les(MAAL + tekst).tvil if spor in tvil.hva and tvil.alvorlig]


def test_a_column_of_areas_gives_each_tiltak_its_own():
    lesing = les(
        "Handlingsdel\n\n| Innsatsområde | Tiltak | Ansvarlig |\n|-|-|-|\n| Skole | Vennedag | NAV |\n"
        "| Skole | Kurs | NAV |\n| Fritid | Klubb | NAV |"
    )
    assert [omrade.tittel for omrade in lesing.omrader] == ["Skole", "Fritid"]
    assert [t.omrade for t in lesing.tiltak] == [1, 1, 2]


def test_a_number_that_stands_twice_is_told_with_its_lines():
    lesing = les("Mål 1: Skole\n\nTiltak 1 Vennedag\nAnsvarlig: NAV\n\nMål 2: Fritid\n\nTiltak 1 Klubb\nAnsvarlig: NAV")
    [feil] = finn_feil(lesing)
    assert "1 (linje 10 og 15)" in feil and "sitt eget nummer" in feil


@pytest.mark.parametrize(
    "linjer", ["SLT-koordinator i samarbeid med\npolitiet og NAV", "SLT-koordinator\ti samarbeid med politiet og NAV"]
)
def test_who_goes_on_over_the_line(linjer):
    lesing = les(f"Mål 1: Skole\n\nTiltak 1.1 Vennedag\nAnsvarlig: {linjer}\nFrist: 2029")
    assert [(p.navn, p.rolle) for p in lesing.tiltak[0].ansvar] == [
        ("SLT-koordinator", "hovedansvarlig"),
        ("politiet", "samarbeidspart"),
        ("NAV", "samarbeidspart"),
    ]


@pytest.mark.parametrize("ord_", ["hvert halvår", "kvart halvår", "månedlig", "to ganger i året", "hver høst"])
def test_what_comes_back_is_ongoing(ord_):
    tid = les_frist(ord_, 2028)
    assert (tid.lopende, tid.spor) == (True, "")


def test_a_plan_without_deadlines_is_told_so():
    lesing = les("Mål 1: Skole\n\nTiltak 1.1 Vennedag\nAnsvarlig: NAV\n\nTiltak 1.2 Kurs\nAnsvarlig: NAV")
    assert [tvil.hva for tvil in lesing.tvil] == ["har ingen frister, og alle tiltakene blir lest som løpende"]


def test_the_deadlines_own_label_stays_in_the_wording():
    lesing = les("Mål 1: Skole\n\nTiltak 1.1 Vennedag\nAnsvarlig: NAV\nTidsplan: høsten 2029")
    assert lesing.tiltak[0].ordlyd == "Tidsplan: høsten 2029"


def test_what_is_said_plainly_is_not_asked_about():
    assert (
        les(MAAL + FOERST + "Tiltak 1.2 Kurs\nFormål\nAlle lærer mer.\nAnsvarlig: NAV samt Politiet\nFrist: 2030").tvil
        == []
    )


def test_what_only_looks_like_a_page_number_stays():
    lesing = les(
        MAAL + "Tiltak 1.1 Vennedag\nOpplegget står i veilederen, s. 3/12\nAntall plasser:\n20\nAnsvarlig: NAV"
    )
    assert "s. 3/12" in lesing.tiltak[0].ordlyd and "20" in lesing.tiltak[0].ordlyd


def test_the_line_that_decides_counts_before_the_one_that_only_treats():
    tekst = FORSIDE.replace("Vedtatt av", "Behandlet i formannskapet 1. november 2027\nVedtatt av")
    assert les_plan(tekst + MAAL + FOERST).vedtatt == date(2028, 3, 5)


@pytest.mark.parametrize(
    ("tekst", "left_out"),
    [
        (
            "Dagen er for\nElvesund kommune – handlingsplan 4\nhele skolen.\n\nDen er\n"
            "Elvesund kommune – handlingsplan 5\nom våren.",
            2,
        ),
        ("Dagen er for\n\fEn trygg by\nhele skolen.\n\nDen er\n\fEn trygg by\nom våren.", 2),
    ],
)
def test_a_running_head_or_foot_is_left_out_and_told(tekst, left_out):
    lesing = les(MAAL + f"Tiltak 1.1 Vennedag\n{tekst}\nAnsvarlig: NAV")
    assert lesing.tiltak[0].ordlyd == "Dagen er for hele skolen.\n\nDen er om våren."
    assert [linje.funnet_som for linje in lesing.linjer].count("sidefot") == left_out


def test_a_line_of_the_plan_that_stands_often_is_no_page_foot():
    lesing = les(MAAL + "\f".join(f"Tiltak 1.{nr} Vennedag\nAnsvarlig: NAV\nFrist: 2029\n\n" for nr in (1, 2, 3)))
    assert [t.fristar for t in lesing.tiltak] == [2029] * 3
    assert "sidefot" not in [linje.funnet_som for linje in lesing.linjer]


def test_the_points_of_a_list_keep_their_lines():
    lesing = les(MAAL + "Tiltak 1.1 Vennedag\nDagen har:\n• mat\n• leker,\nogså ute\nAnsvarlig: NAV")
    assert lesing.tiltak[0].ordlyd == "Dagen har:\n• mat\n• leker, også ute"


def test_a_party_named_twice_is_one_in_the_first_role():
    lesing = les(MAAL + "Tiltak 1.1 Vennedag\nAnsvarlig: Politiet\nMedvirkende: politiet, FAU\nDeltakarar: POLITIET")
    assert [(p.navn, p.rolle) for p in lesing.tiltak[0].ansvar] == [
        ("Politiet", "hovedansvarlig"),
        ("FAU", "samarbeidspart"),
    ]


def test_a_label_we_do_not_know_is_kept_and_told():
    lesing = les(MAAL + "Tiltak 1.1 Vennedag\nAnsvarlig: NAV\nMålgruppe: 8. trinn")
    assert "Målgruppe: 8. trinn" in lesing.tiltak[0].ordlyd
    assert [(t.hva, t.alvorlig) for t in lesing.tvil] == [("har merkelappen «Målgruppe», som står i teksten", False)]


def test_one_without_a_deadline_beside_others_is_told():
    lesing = les(MAAL + FOERST + "Tiltak 1.2 Kurs\nAnsvarlig: NAV\n\nTiltak 1.3 Klubb\nAnsvarlig: NAV\nFrist: Årlig")
    assert [(t.tekst, t.hva) for t in lesing.tvil] == [("Tiltak 1.2", "har ingen frist, og blir lest som løpende")]


def test_a_deadline_that_is_not_understood_keeps_its_words():
    assert "Frist: 31.02.2029" in les(MAAL + FOERST.replace("2029", "31.02.2029")).tiltak[0].ordlyd


def test_the_decision_may_stand_last():
    slutt = "Planen er vedtatt av kommunestyret 5. mars 2028, sak 12/28."
    lesing = les_plan(FORSIDE.replace("Vedtatt av kommunestyret 5. mars 2028", "") + MAAL + FOERST + slutt)
    assert (lesing.vedtatt, lesing.tiltak[0].ordlyd) == (date(2028, 3, 5), "Frist: 2029")


def test_the_day_of_a_revision_is_not_the_day_of_the_decision():
    tekst = FORSIDE.replace("5. mars 2028", "5. mars 2028, revidert 1. juni 2029")
    assert les_plan(tekst + MAAL + FOERST).vedtatt == date(2028, 3, 5)


def test_a_footnote_is_no_area():
    lesing = les(
        MAAL + "Tiltak 1.1 Vennedag\nAnsvarlig: NAV\n\n1 Samordning av tiltak\n\nTiltak 1.2 Kurs\nAnsvarlig: NAV"
    )
    assert [o.tittel for o in lesing.omrader] == ["Skole"]


def test_a_page_foot_does_not_cut_a_sentence():
    lesing = les(
        "Mål 1: Skole\n\nTiltak 1.1 Vennedag\nDagen er for\n\n"
        "Elvesund kommune   Side 4 av 9\n\nhele skolen.\nAnsvarlig: NAV"
    )
    assert lesing.tiltak[0].ordlyd == "Dagen er for hele skolen."
    assert [linje.funnet_som for linje in lesing.linjer if "Side 4" in linje.tekst] == ["sidefot"]


@pytest.mark.parametrize(
    ("linje", "ansvar", "samarbeid", "unsure"),
    [
        ("Kultursjef v/ rådgiver", [Navn("Kultursjef", "rådgiver")], [], False),
        ("FAU v/leder", [Navn("FAU", "leder")], [], False),
        ("Rektor i samarbeid med politiet og NAV", [Navn("Rektor")], [Navn("politiet"), Navn("NAV")], False),
        ("Rektor saman med FAU", [Navn("Rektor")], [Navn("FAU")], False),
        ("Rektor + politiet", [Navn("Rektor"), Navn("politiet")], [], False),
        ("Kultur og fritid, Plan og bygg", [Navn("Kultur og fritid"), Navn("Plan og bygg")], [], False),
        ("Kultur, idrett og kirke", [Navn("Kultur, idrett og kirke")], [], True),
        ("Vei, vann og natur", [Navn("Vei, vann og natur")], [], True),
        ("Helse-, omsorgs- og velferdstjenesten", [Navn("Helse-, omsorgs- og velferdstjenesten")], [], False),
        ("NAV v/leder, tlf. 33 41 60 00", [Navn("NAV", "leder")], [], True),
        ("Barnevern og PPT, NAV", [Navn("Barnevern og PPT"), Navn("NAV")], [], False),
        ("NAV¹ og HR²", [Navn("NAV"), Navn("HR")], [], False),
        ("NAV m.fl.", [Navn("NAV")], [], True),
        ("Barnevern, NAV, osv.", [Navn("Barnevern"), Navn("NAV")], [], True),
        ("NAV; støttes av politiet", [Navn("NAV")], [Navn("politiet")], False),
        ("NAV, alle enheter", [Navn("NAV, alle enheter")], [], True),
    ],
)
def test_who_a_line_names(linje, ansvar, samarbeid, unsure):
    parter = les_parter(linje, ["Barnevern og PPT"])
    assert (list(parter.ansvar), list(parter.samarbeid), bool(parter.spor)) == (ansvar, samarbeid, unsure)


@pytest.mark.parametrize(
    ("tekst", "dag", "ar", "lopende", "asked"),
    [
        ("31.12.28", date(2028, 12, 31), 2028, False, False),
        ("15. des. 2028", date(2028, 12, 15), 2028, False, False),
        ("31/12-2028", date(2028, 12, 31), 2028, False, False),
        ("31. 12. 2028", date(2028, 12, 31), 2028, False, False),
        ("2028-06-30", date(2028, 6, 30), 2028, False, False),
        ("3. kvartal 2028", date(2028, 9, 30), 2028, False, False),
        ("1. halvår 2028", date(2028, 6, 30), 2028, False, False),
        ("Q3 2028", date(2028, 9, 30), 2028, False, False),
        ("2. tertial 2028", date(2028, 8, 31), 2028, False, False),
        ("Årsskiftet 2028/29", date(2028, 12, 31), 2028, False, False),
        ("Skoleåret 2028/29", None, 2029, False, False),
        ("2028/2029", None, 2029, False, False),
        ("31.02.2028", None, None, False, True),
        ("veke 40 2028", date(2028, 10, 8), 2028, False, False),
        ("feb. 2028", date(2028, 2, 29), 2028, False, False),
        ("våren 2029", None, 2029, False, False),
        ("2028–2031", None, 2031, False, False),
        ("Løpande", None, None, True, False),
        ("Løpende fra 2027", None, None, True, False),
        ("30.6.2028 og 31.12.2028", date(2028, 12, 31), 2028, False, True),
        ("1. desember", date(2028, 12, 1), 2028, False, True),
        ("Snarest", None, None, False, True),
        ("31. juni 2028", None, None, False, True),
        ("30. februar 2028", None, None, False, True),
        ("2028 og 2030", None, 2030, False, True),
        ("Vår 2028, revideres 2029", None, 2029, False, True),
        ("2028 til 2030", None, 2030, False, False),
    ],
)
def test_what_a_deadline_says(tekst, dag, ar, lopende, asked):
    tid = les_frist(tekst, 2028)
    assert (tid.dag, tid.ar, tid.lopende, bool(tid.spor)) == (dag, ar, lopende, asked)


def test_an_unknown_label_with_a_time_is_asked_about_and_is_not_ongoing():
    lesing = les("Mål 1: Skole\n\nTiltak 1.1 Vennedag\nAnsvarlig: NAV\nMilepæl: 2029")
    assert not lesing.tiltak[0].lopende
    assert [tvil.alvorlig for tvil in lesing.tvil] == [True]


@pytest.mark.parametrize(
    "linje",
    [
        "Vedtatt av Kommunestyret i sak 46/28 den 05.03.2028",
        "Vedtatt av Elvesund kommunestyre 5.3.2028",
        "Vedtatt 5. mars 2028",
        "Godkjent av formannskapet: 05.03.28",
        "Vedteken i kommunestyret 5. mars 2028, sak 7/28",
        "K-sak 71/28 - 05.03.2028",
    ],
)
def test_the_day_of_the_decision(linje):
    tekst = FORSIDE.replace("Vedtatt av kommunestyret 5. mars 2028", linje)
    assert les_plan(f"{tekst}Mål 1: Skole\n\nTiltak 1.1 Vennedag\nAnsvarlig: NAV").vedtatt == date(2028, 3, 5)


def test_when_nothing_is_read_it_is_said_what_was_looked_for_and_what_came_near():
    (feil,) = finn_feil(les("Skole\n\nTiltak A Vennedag\nAnsvarlig: NAV"))
    assert "Det ble lett etter" in feil and "Tiltak 1.1 Temadag" in feil and "Tiltak A Vennedag" in feil


HELT = (
    FORSIDE + "Mål 1: Skole\n\nTiltak 1.1 Vennedag\nDagen er for alle.\nAnsvarlig: NAV\nFrist: 1.8.2028\n\n"
    "Tiltak 1.2 Klubb\nAnsvarlig: Rektor\nFrist: 2029"
).split("\n")
PROSA = st.sampled_from(
    [
        "Dette er en løs setning.",
        "Evaluering skjer ofte",
        "Tiltak 9.9 i lova",
        "Formål",
        "",
        "Side 3 av 9",
        "og mer",
        "7",
    ]
)


@settings(max_examples=150, deadline=None)
@given(st.lists(st.tuples(st.integers(0, len(HELT)), PROSA), max_size=8), st.randoms())
def test_prose_put_in_anywhere_loses_no_line_and_no_word(insertions, tilfeldig):
    linjer = list(HELT)
    for sted, tekst in insertions:
        linjer.insert(sted, tekst)
    if tilfeldig.random() < 0.3:
        tilfeldig.shuffle(linjer)
    lesing = les_plan("\n".join(linjer))
    assert [linje.raa for linje in lesing.linjer] == "\n".join(linjer).removesuffix("\n").split("\n")
    assert all(linje.funnet_som == TOM for linje in lesing.linjer if not linje.tekst)
    parts = [f"{t.merke} {t.tittel} {t.ordlyd} {[(p.navn, p.enhet) for p in t.ansvar]}" for t in lesing.tiltak]
    kept = " ".join([lesing.tittel, *lesing.avsnitt.values(), *(o.tittel for o in lesing.omrader), *parts])
    for tekst in ("Dette er en løs setning.", "Dagen er for alle."):
        used = [linje for linje in lesing.linjer if linje.tekst == tekst and linje.funnet_som]
        assert not used or tekst in kept

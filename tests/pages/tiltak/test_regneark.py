"""A workbook out and in: what is filled in comes back, everything or nothing, and each kind of bad file is told of."""

import csv
import zipfile
from datetime import date, datetime, timedelta
from io import BytesIO, StringIO

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from openpyxl import Workbook, load_workbook
from openpyxl.comments import Comment
from openpyxl.utils import get_column_letter

from felles.dato import talldato
from felles.tid import idag, na
from tests.factories.rapporter import forbi_veggene
from tests.factories.tiltak import milepael, rapporter
from tiltak.ark.kolonner import MERKNAD
from tiltak.ark.regneark import Celle, Cellefeil, som_dato
from tiltak.models import Milepael, Plan, Statusrapport

pytestmark = pytest.mark.django_db
URL = "/tiltak/regneark/"
FRIST = idag() + timedelta(days=400)  # ahead


class Bok:
    """A downloaded workbook, as a person fills it in: by the words of the head."""

    def __init__(self, client, sporring=""):
        self.bok = load_workbook(BytesIO(client.get(f"/tiltak/eksport.xlsx{sporring}").content))
        self.tiltak, self.milepaeler, self.om = self.bok.worksheets

    def kolonne(self, navn, ark=None):
        [column] = [cell.column for cell in (ark or self.tiltak)[1] if cell.value == navn]
        return column

    def sett(self, nr, **felt):
        """Fill in a tiltak's row."""
        for navn, verdi in felt.items():
            navn = {"status": f"Status {idag().year}", "gjort": "Gjort i år", "frist": "Frist for neste steg"}.get(
                navn, navn
            )
            navn = {"neste_steg": "Neste steg", "grunn": "Hvorfor en annen status enn den foreslåtte"}.get(navn, navn)
            self.tiltak.cell(nr + 1, self.kolonne(navn)).value = verdi
        return self

    def sted(self, nr, navn):
        return f"{get_column_letter(self.kolonne(navn))}{nr + 1}"

    def ny_milepael(self, nr, tittel, frist, nadd=None):
        self.milepaeler.append([nr, tittel, frist, nadd])
        return self

    def data(self):
        ut = BytesIO()
        self.bok.save(ut)
        return ut.getvalue()


def last_opp(client, data, navn="tiltak.xlsx"):
    answer = client.post(URL, {"fil": SimpleUploadedFile(navn, data)})
    assert answer.status_code == 200
    return answer


def feil(answer):
    return [(f.ark, f.sted, f.melding) for f in answer.context["feil"]]


def filfeil(client, data):
    before = fotavtrykk()
    answer = last_opp(client, data)
    assert fotavtrykk() == before and not answer.context.get("innhold")
    return " ".join(answer.context["skjema"].errors.get("fil", []))


def bekreft(client, answer):
    return client.post(URL, {"innhold": answer.context["innhold"]})


def fotavtrykk():
    return list(Statusrapport.objects.order_by("pk").values()), list(Milepael.objects.order_by("pk").values())


# --- Out and in again -------------------------------------------------------------------------------------------
def test_what_is_filled_in_is_shown_and_then_saved(som):
    client = som("slt")
    bok = (
        Bok(client)
        .sett(4, status="I rute", gjort="Møtt lagene", frist=FRIST)
        .ny_milepael(4, "Møte", FRIST + timedelta(days=30))
    )
    answer = last_opp(client, bok.data())
    assert feil_fri(answer) and Statusrapport.objects.count() == 0
    assert "Status for tiltak 4" in answer.text and "<ins>Møtt lagene</ins>" in answer.text
    assert (
        "Ny milepæl i tiltak 4" in answer.text and f"<ins>{talldato(FRIST + timedelta(days=30))}</ins>" in answer.text
    )
    assert bekreft(client, answer).status_code == 302
    row, step = Statusrapport.objects.get(), Milepael.objects.get()
    assert (row.tiltak.nr, row.ar, row.status, row.gjort, row.frist) == (
        4,
        idag().year,
        "i_rute",
        "Møtt lagene",
        FRIST,
    )
    assert (row.rapportert_av.username, step.tittel, step.frist) == ("slt", "Møte", FRIST + timedelta(days=30))


def feil_fri(answer):
    assert answer.context["feil"] == []
    return True


def test_an_untouched_workbook_changes_nothing(som):
    client = som("slt")
    rapporter(4, gjort="=1+1", neste_steg="Linje en\r\nlinje to", frist=idag())
    rapporter(12, "star_stille", begrunnelse="Bjelle\x07 og 😀", ar=idag().year - 1)
    milepael(4)
    answer = last_opp(client, Bok(client).data())
    assert feil_fri(answer) and "Ingenting er endret i regnearket" in answer.text


def test_what_the_sheet_does_not_ask_for_stands_and_only_touched_rows_are_written(som):
    client = som("slt")
    rapporter(4, gjort="A", avvik="B", neste_steg="C")
    rapporter(5, gjort="Urørt")
    bekreft(client, last_opp(client, Bok(client).sett(4, gjort="A2").data()))
    row = Statusrapport.objects.siste_til(Statusrapport.objects.first().tiltak, idag().year)
    assert (row.gjort, row.avvik, row.neste_steg) == ("A2", "B", "C")
    assert Statusrapport.objects.count() == 3


def test_a_milestone_is_moved_and_reached(som):
    client, row = som("slt"), milepael(4)
    bok = Bok(client)
    bok.milepaeler["C2"], bok.milepaeler["D2"] = date(2027, 1, 2), idag()
    bekreft(client, last_opp(client, bok.data()))
    row.refresh_from_db()
    assert (row.frist, row.nadd_dato) == (date(2027, 1, 2), idag())


def test_pressing_twice_saves_once(som):
    client = som("slt")
    answer = last_opp(
        client, Bok(client).sett(4, gjort="X", status="I rute").ny_milepael(4, "Y", date(2027, 1, 1)).data()
    )
    assert [bekreft(client, answer).status_code for _ in range(2)] == [302, 302]
    assert (Statusrapport.objects.count(), Milepael.objects.count()) == (1, 1)


def test_columns_may_stand_in_another_order_and_the_words_be_in_the_other_language(som):
    client = som("slt")
    client.post("/sprak/", {"sprak": "nn"})
    nn = Bok(som("slt"))
    client.post("/sprak/", {"sprak": "nb"})
    assert feil_fri(last_opp(client, nn.data()))
    nb = Bok(client).sett(4, gjort="X", status="I rute")
    nb.tiltak.move_range(f"A1:E{nb.tiltak.max_row}", cols=30)
    assert feil_fri(last_opp(client, nb.data()))


def test_only_the_filtered_rows_are_in_the_file_and_that_is_no_fault(som):
    client = som("folkehelse")
    bok = Bok(client, "?ansvarlig=folkehelse")
    bok.tiltak.cell(3, bok.kolonne("Gjort i år")).value = "Kurs holdt"  # tiltak 12
    bok.tiltak.cell(3, bok.kolonne(f"Status {idag().year}")).value = "I rute"
    bekreft(client, last_opp(client, bok.data()))
    assert Statusrapport.objects.get().tiltak.nr == 12


# --- What is written where nothing is read -----------------------------------------------------------------------
def ulest(answer):
    return {(one.ark, one.kolonne): (one.celler, one.hvor) for one in answer.context["ulest"]}


def test_a_change_in_a_column_that_is_not_read_is_told_of_with_where_it_is_changed(som):
    client = som("slt")
    bok = Bok(client)
    bok.sett(2, Tiltak="En ny tittel", Oppdatert=date(2027, 1, 1)).sett(5, Tiltak="Også ny")
    bok.sett(2, **{"Neste frist": date(2027, 3, 1), "Ansvarlige, hovedansvarlig først": "Andre"})
    bok.sett(2, **{str(idag().year - 1): "Gjennomført"})
    answer = last_opp(client, bok.data())
    found = ulest(answer)
    assert feil_fri(answer) and "Ingenting som leses, er endret" in answer.text
    assert "slik de var da det ble lastet ned" not in answer.text
    assert found["Tiltak", "Tiltak"] == ("C3, C6", "Står i planen, og endres når planen rulleres.")
    assert "«Frist for neste steg»" in found["Tiltak", "Neste frist"][1] and "Regnes ut" in answer.text
    assert "«Overfør ansvar»" in found["Tiltak", "Ansvarlige, hovedansvarlig først"][1]
    assert found["Tiltak", str(idag().year - 1)][0] == bok.sted(2, str(idag().year - 1))
    assert {navn for _ark, navn in found} == {
        "Tiltak",
        "Neste frist",
        "Oppdatert",
        "Ansvarlige, hovedansvarlig først",
        str(idag().year - 1),
    }


def test_added_columns_and_sheets_are_named(som):
    client = som("slt")
    bok = Bok(client)
    bok.tiltak.cell(1, 30).value, bok.tiltak.cell(3, 30).value = "Kommentar", "Se her"
    bok.tiltak.cell(4, 31).value = "Uten overskrift"
    bok.milepaeler["F1"] = "Hvem"
    bok.bok.create_sheet("Notater")["A1"] = "Husk"
    found = ulest(last_opp(client, bok.data()))
    assert found["Tiltak", "Kommentar"][0] == "AD3" and found["Tiltak", "AE"][0] == "AE4"
    assert "ikke herfra" in found["Milepæler", "Hvem"][1] and ("Notater", "Hele arket") in found


def test_what_is_read_is_saved_though_other_columns_were_changed_too(som):
    client = som("slt")
    answer = last_opp(client, Bok(client).sett(4, gjort="Ny", status="I rute", Tiltak="Annet").data())
    assert ulest(answer)["Tiltak", "Tiltak"][0] == "C5"
    bekreft(client, answer)
    assert Statusrapport.objects.get().gjort == "Ny"


def test_a_workbook_from_before_the_marks_is_read_as_it_was(som):
    client = som("slt")
    bok = Bok(client).sett(4, gjort="Ny", status="I rute", Tiltak="Annet")
    for row in reversed([row for row in range(1, bok.om.max_row + 1) if bok.om.cell(row, 1).value == "vist"]):
        bok.om.delete_rows(row)
    bok.om["F1"] = None
    answer = last_opp(client, bok.data())
    assert ulest(answer) == {} and feil_fri(answer)


@pytest.mark.parametrize("celle", ["A2", "E2", "A3", "B3", "D40", "E1", "F1", "A90"])
def test_a_hidden_sheet_that_was_written_in_is_said_in_one_line(som, celle):
    client = som("slt")
    bok = Bok(client)
    bok.om[celle] = "rundt her"
    assert "«Om filen» er endret" in filfeil(client, bok.data())


def test_a_note_on_a_cell_is_said_not_to_be_read(som):
    client = som("slt")
    bok = Bok(client)
    bok.tiltak["C5"].comment = Comment("Se på denne", "Kari")
    bok.milepaeler["B1"].comment = Comment("Og her", "Kari")
    answer = last_opp(client, bok.data())
    found = ulest(answer)
    assert found["Tiltak", "Merknader på celler"] == ("C5", str(MERKNAD))
    assert found["Milepæler", "Merknader på celler"][0] == "B1" and "Alle radene" not in answer.text


# --- What the file has no more -------------------------------------------------------------------------------------
@pytest.mark.parametrize("gone", ["slettet", "tømt"])
def test_rows_that_are_gone_are_named_and_nothing_is_deleted(som, gone):
    client, row = som("slt"), milepael(4, tittel="Møte med lagene")
    bok = Bok(client)
    for ark, line in ((bok.tiltak, 6), (bok.milepaeler, 2)):
        if gone == "slettet":
            ark.delete_rows(line)
        else:
            for cell in ark[line][: 4 if ark is bok.milepaeler else None]:  # the key is hidden, and stays
                cell.value = None
    answer = last_opp(client, bok.data())
    assert feil_fri(answer) and "Alle radene er slik de var" not in answer.text
    assert answer.context["borte"] == ["Tiltak 5", "Milepælen «Møte med lagene» i tiltak 4"]
    assert "De er ikke slettet her" in answer.text and Milepael.objects.filter(pk=row.pk).exists()


def test_a_missing_row_is_named_also_when_others_are_changed(som):
    client = som("slt")
    bok = Bok(client).sett(4, gjort="Ny", status="I rute")
    bok.tiltak.delete_rows(6)
    answer = last_opp(client, bok.data())
    assert answer.context["borte"] == ["Tiltak 5"] and len(answer.context["endringer"]) == 1


def test_a_row_given_another_tiltaks_number_is_refused(som):
    """Typed over, or only some of the columns were sorted: the text must not land on another tiltak."""
    client = som("slt")
    bok = Bok(client).sett(4, gjort="Om fire", status="I rute")
    bok.tiltak["A5"], bok.tiltak["A6"] = 5, 4
    found = {sted: text for _ark, sted, text in feil(last_opp(client, bok.data()))}
    assert "Raden hører til tiltak 4, men har fått nummer 5." in found["A5"] and "A6" in found


def test_a_copied_milestone_does_not_rewrite_the_one_it_was_copied_from(som):
    client, row = som("slt"), milepael(4)
    bok = Bok(client)
    bok.milepaeler.append([4, "En til", date(2027, 5, 1), None, str(row.pk)])
    assert feil(last_opp(client, bok.data())) == [
        (
            "Milepæler",
            "A3",
            "Raden er en kopi av raden med celle A2. Skriv en ny milepæl på en tom rad nederst.",
        )
    ]


def test_blanks_and_capitals_in_headings_and_statuses_do_not_count(som):
    client = som("slt")
    bok = Bok(client).sett(4, status="noe\u00a0 FORSINKET ", gjort="Litt", frist="24. desember 2026", grunn="Sent")
    bok.tiltak.cell(1, bok.kolonne("Gjort i år")).value = " Gjort  i\u00a0år"
    answer = last_opp(client, bok.data())
    assert feil_fri(answer)
    bekreft(client, answer)
    row = Statusrapport.objects.get()
    assert (row.status, row.frist, row.gjort) == ("noe_forsinket", date(2026, 12, 24), "Litt")


def test_faults_of_cells_and_of_rules_are_told_at_once(som):
    client = som("folkehelse")
    bok = Bok(client).sett(4, gjort="Ikke mitt", status="I rute").sett(12, frist="snart")
    assert {sted for _ark, sted, _text in feil(last_opp(client, bok.data()))} == {
        "A5",
        bok.sted(12, "Frist for neste steg"),
    }


def test_all_missing_columns_are_told_of_at_once(som):
    client = som("slt")
    bok = Bok(client)
    for navn in ("Gjort i år", "Neste steg"):
        bok.tiltak.delete_cols(bok.kolonne(navn))
    message = filfeil(client, bok.data())
    assert "«gjort i år» mangler" in message and "«neste steg» mangler" in message


# --- Rows that cannot be saved -----------------------------------------------------------------------------------
def test_every_faulty_row_is_told_of_by_cell_and_nothing_is_written(som):
    client = som("slt")
    bok = Bok(client)
    bok.sett(3, gjort="Bra", status="I rute")
    bok.sett(4, status="Ferdig").sett(5, status="Gjennomført", gjort="").sett(6, frist="snart").sett(
        7, gjort="x" * 4001
    )
    bok.sett(8, gjort="fnr 010190 12345", status="I rute").ny_milepael(99, "Måne", date(2027, 1, 1)).ny_milepael(
        4, "", None
    )
    before = fotavtrykk()
    answer = last_opp(client, bok.data())
    assert fotavtrykk() == before and "innhold" not in answer.context
    found = {(ark, sted): text for ark, sted, text in feil(answer)}
    assert "«Ferdig» er ikke en status. Velg en av disse:" in found["Tiltak", bok.sted(4, f"Status {idag().year}")]
    assert "«snart» er ikke en dato" in found["Tiltak", bok.sted(6, "Frist for neste steg")]
    assert "4001 tegn" in found["Tiltak", bok.sted(7, "Gjort i år")]
    assert ("Tiltak", bok.sted(8, "Gjort i år")) in found
    assert ("Milepæler", "B3") in found and ("Milepæler", "C3") in found
    assert "Ingenting er lagret" in answer.text


def test_the_rules_of_the_form_hold_and_one_fault_stops_all_rows(som):
    client = som("slt")
    bok = Bok(client).sett(3, gjort="Bra", status="I rute").sett(5, status="Gjennomført", grunn="Ferdig")
    bok.ny_milepael(99, "Måne", date(2027, 1, 1)).ny_milepael(4, "For lenge siden", date(2010, 1, 1))
    found = {(ark, sted): text for ark, sted, text in feil(last_opp(client, bok.data()))}
    assert found["Milepæler", "A2"] == "Tiltak 99 finnes ikke i planen som gjelder nå."
    assert found["Milepæler", "C3"] == "Fristen er før planen ble vedtatt (01.01.2016)."
    assert ("Tiltak", bok.sted(5, "Gjort i år")) in found  # what was achieved must be said
    assert Statusrapport.objects.count() == Milepael.objects.count() == 0


def test_another_persons_tiltak_is_refused_by_row(som):
    client = som("folkehelse")
    bok = Bok(client).sett(4, gjort="Ikke mitt", status="I rute").sett(12, gjort="Mitt", status="I rute")
    assert feil(last_opp(client, bok.data())) == [("Tiltak", "A5", "Du melder ikke status for tiltak 4.")]
    assert Statusrapport.objects.count() == 0


def test_who_reports_on_nothing_has_no_such_page(som):
    assert som("fremmed").get(URL).status_code == 404


def test_what_someone_changed_meanwhile_is_not_overwritten(som):
    client = som("slt")
    row = milepael(12)
    bok = Bok(client).sett(12, gjort="Fra arket", status="I rute")
    bok.milepaeler["B2"] = "Fra arket"
    shown = last_opp(client, bok.data())
    rapporter(12, gjort="Fra skjermen", av="folkehelse")
    som("folkehelse").post(
        f"/tiltak/12/milepael/{row.pk}/",
        {"tittel": "Fra skjermen", "frist": "1.1.2028", "nadd_dato": "", "versjon": "1"},
    )
    for answer in (bekreft(client, shown), last_opp(client, bok.data())):
        assert [text.split(" endret dette")[0] for _a, _s, text in feil(answer)] == ["Anne Vik", "Anne Vik"]
        assert "Last ned et nytt" in answer.text
    assert Statusrapport.objects.get().gjort == "Fra skjermen"
    row.refresh_from_db()
    assert row.tittel == "Fra skjermen"


def test_a_row_others_changed_but_i_did_not_touch_is_no_conflict(som):
    client = som("slt")
    bok = Bok(client).sett(4, gjort="Mitt", status="I rute")
    rapporter(12, gjort="Deres", av="folkehelse")
    bekreft(client, last_opp(client, bok.data()))
    assert {row.gjort for row in Statusrapport.objects.all()} == {"Mitt", "Deres"}


def test_a_role_that_ends_between_showing_and_confirming_saves_nothing(som):
    client = som("folkehelse")
    answer = last_opp(client, Bok(client).sett(12, gjort="Mitt", status="I rute").data())
    with forbi_veggene():
        answer.wsgi_request.user.rolletildelinger.update(til=na() - timedelta(days=1), fra=na() - timedelta(days=9))
    assert bekreft(client, answer).status_code == 404
    assert Statusrapport.objects.count() == 0


@pytest.mark.parametrize("innhold", ["", "x", "eyJhIjoxfQ:1abc:def"])
def test_a_spoilt_or_foreign_confirmation_saves_nothing(som, innhold):
    answer = som("slt").post(URL, {"innhold": innhold})
    assert "Velg filen på nytt" in answer.text


def test_one_persons_confirmation_is_nothing_in_anothers_hands(som):
    client = som("folkehelse")
    answer = last_opp(client, Bok(client).sett(12, gjort="Mitt", status="I rute").data())
    assert "Velg filen på nytt" in bekreft(som("slt"), answer).text
    assert Statusrapport.objects.count() == 0


# --- Files that cannot be used ---------------------------------------------------------------------------------------
def som_bok(bok):
    ut = BytesIO()
    bok.save(ut)
    return ut.getvalue()


def test_a_workbook_of_ones_own_is_told_to_be_downloaded_here(som):
    bok = Workbook()
    bok.active.append(["Nr.", "Status"])
    assert "ikke et regneark som er lastet ned herfra" in filfeil(som("slt"), som_bok(bok))


@pytest.mark.parametrize("kolonne", ["Nr.", "Gjort i år", "Frist for neste steg"])
def test_a_missing_column_is_named(som, kolonne):
    client = som("slt")
    bok = Bok(client)
    bok.tiltak.delete_cols(bok.kolonne(kolonne))
    assert f"Kolonnen «{kolonne.casefold()}» mangler i arket «Tiltak»." in filfeil(client, bok.data())


def test_a_column_that_stands_twice_is_named(som):
    client = som("slt")
    bok = Bok(client)
    bok.tiltak.cell(1, 30).value = "Gjort i år"
    assert "står flere ganger" in filfeil(client, bok.data())


def test_a_formula_and_an_error_are_told_of_by_cell(som):
    client = som("slt")
    bok = Bok(client).sett(4, gjort='=HYPERLINK("http://x","y")').sett(5, frist="#REF!")
    found = {sted: text for _ark, sted, text in feil(last_opp(client, bok.data()))}
    assert found[bok.sted(4, "Gjort i år")] == "Her står det en formel. Skriv verdien i stedet."
    assert "Her står det en feil (#REF!)" in found[bok.sted(5, "Frist for neste steg")]


def test_merged_cells_are_told_of_by_place(som):
    client = som("slt")
    bok = Bok(client)
    bok.tiltak.merge_cells("B4:C6")
    assert "sammenslåtte celler (B4:C6)" in filfeil(client, bok.data())


def test_a_hundred_thousand_rows_are_too_many(som):
    bok = Workbook(write_only=True)
    ark = bok.create_sheet("Tiltak")
    for nr in range(100_000):
        ark.append([nr])
    assert "flere enn 1000 rader" in filfeil(som("slt"), som_bok(bok))


def test_a_file_of_thirty_megabytes_is_too_big(som):
    assert filfeil(som("slt"), b"PK\x03\x04" + b"x" * 30_000_000) == "Filen er 30 MB. Den kan være høyst 5 MB."


def test_a_zip_bomb_is_not_unpacked(som):
    ut = BytesIO()
    with zipfile.ZipFile(ut, "w", zipfile.ZIP_DEFLATED) as pakke:
        pakke.writestr("xl/workbook.xml", b"<x/>")
        pakke.writestr("xl/worksheets/sheet1.xml", b"0" * 400_000_000)
    assert len(ut.getvalue()) < 1_000_000
    assert "for stor når den pakkes ut" in filfeil(som("slt"), ut.getvalue())


def test_entities_in_the_file_are_not_read(som):
    client = som("slt")
    ut, inn = BytesIO(), zipfile.ZipFile(BytesIO(Bok(client).data()))
    with zipfile.ZipFile(ut, "w") as pakke:
        for navn in inn.namelist():
            bom = b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>'
            pakke.writestr(navn, (bom if navn == "xl/workbook.xml" else b"") + inn.read(navn))
    assert "ikke et Excel-regneark" in filfeil(client, ut.getvalue())


@pytest.mark.parametrize(
    ("data", "melding"),
    [
        (b"", "Filen er tom."),
        (b"Nr.;Status\n4;I rute\n", "ikke et Excel-regneark"),
        (b"%PDF-1.7 x", "ikke et Excel-regneark"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"x" * 600, "gamle Excel-formatet eller har passord"),
        (b"PK\x03\x04" + b"\0" * 200, "ikke et Excel-regneark"),
        (bytes(range(256)) * 40, "ikke et Excel-regneark"),
    ],
)
def test_other_kinds_of_file_are_told_of(som, data, melding):
    assert melding in filfeil(som("slt"), data)


def test_half_a_file_is_told_of(som):
    client = som("slt")
    data = Bok(client).data()
    assert filfeil(client, data[: len(data) // 2])


@pytest.mark.parametrize(
    ("celle", "verdi", "melding"),
    [
        ("B1", "Fjordvik kommune", "lastet ned hos Fjordvik kommune"),
        ("C1", 2012, "en annen utgave av planen (2012)"),
        ("D1", 2012, "Regnearket gjelder 2012"),
        ("A1", "noe annet", "ikke et regneark som er lastet ned herfra"),
    ],
)
def test_another_municipalitys_edition_or_years_file_is_told_of(som, celle, verdi, melding):
    client = som("slt")
    bok = Bok(client)
    bok.om[celle] = verdi
    assert melding in filfeil(client, bok.data())


@pytest.mark.parametrize(
    ("verdi", "dato"),
    [
        (datetime(2027, 4, 3, 9), date(2027, 4, 3)),
        ("3.4.2027", date(2027, 4, 3)),
        ("2027-04-03", date(2027, 4, 3)),
        ("18/11/2027", date(2027, 11, 18)),
        ("11/18/2027", date(2027, 11, 18)),
        ("4-4-2027", date(2027, 4, 4)),
        ("24.12.26", date(2026, 12, 24)),
        ("24. desember 2026", date(2026, 12, 24)),
        ("24.\u00a0des. 2026", date(2026, 12, 24)),
        ("", None),
        (None, None),
    ],
)
def test_a_date_written_as_text_is_read_when_it_can_only_mean_one_day(verdi, dato):
    assert som_dato(Celle(verdi, "A1")) == dato


def test_a_word_for_a_day_is_read_from_today():
    assert som_dato(Celle("i morgen", "A1")) == idag() + timedelta(days=1)


@pytest.mark.parametrize(
    ("verdi", "melding"),
    [
        ("3/4/2027", "kan leses på to måter"),
        ("31.2.2027", "finnes ikke"),
        ("3/4", "kan leses på to måter"),
        ("til våren", "ikke en dato"),
        (46480, "et tall, ikke en dato"),
    ],
)
def test_a_date_that_is_unclear_is_told_of(verdi, melding):
    with pytest.raises(Cellefeil, match=melding):
        som_dato(Celle(verdi, "A1"))


def test_the_file_is_only_for_the_edition_that_holds(som, rigg):
    client = som("slt")
    data = Bok(client).data()
    with rigg:
        Plan.objects.create(utgave=2030, tittel="Ny plan", erstatter=Plan.objects.gjeldende())
        Plan.objects.gjeldende()
    assert client.post(URL, {"fil": SimpleUploadedFile("x.xlsx", data)}).status_code == 404  # nothing to report on yet


# --- CSV ---------------------------------------------------------------------------------------------------------
def les_csv(client, sporring=""):
    answer = client.get(f"/tiltak/eksport.csv{sporring}")
    assert answer["Content-Disposition"].startswith("attachment")
    return list(csv.reader(StringIO(answer.content.decode("utf-8-sig")), delimiter=";"))


def test_csv_has_the_rows_of_the_page_and_follows_its_filter(som):
    rapporter(4, gjort="Møtt; «lagene»\nog flere", frist=FRIST)
    rows = les_csv(som("slt"))
    assert len(rows) == 19 and len({len(row) for row in rows}) == 1
    assert dict(zip(rows[0], rows[4], strict=True))["Gjort i år"] == "Møtt; «lagene»\nog flere"
    assert dict(zip(rows[0], rows[4], strict=True))["Frist for neste steg"] == talldato(FRIST)
    assert [row[0] for row in les_csv(som("slt"), "?ansvarlig=folkehelse")[1:]] == ["7", "12", "17", "18"]


@pytest.mark.parametrize("tekst", ["=1+1", "+1", "-1", "@SUM(A1)", '=HYPERLINK("http://x")'])
def test_nothing_in_the_csv_is_a_formula(som, tekst):
    rapporter(4, gjort=tekst)
    assert f"'{tekst}" in les_csv(som("slt"))[4]

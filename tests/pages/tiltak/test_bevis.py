"""What a status rests on: chosen in its form, kept with the report, and shown to those who read and those who agree."""

import re
from datetime import date

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import IntegrityError, ProgrammingError, connection, transaction
from django.test.utils import CaptureQueriesContext

from felles.dato import talldato
from felles.tid import idag
from rapport.services.bygg import bygg_arsbilde
from tests.factories.tiltak import (
    aktivitet,
    gjor,
    indikator,
    lenke,
    mal,
    rapporter,
    tiltak,
    tiltaksvedtak,
    vedlegg,
)
from tiltak.models import Lenke, Statusbevis, Statusrapport, Statusutkast, Vedlegg
from tiltak.services.innhold import endre

pytestmark = pytest.mark.django_db
ADRESSE = "/tiltak/12/status/"
PDF = b"%PDF-1.7\n%%EOF"


def skjulte(text: str) -> dict[str, str]:
    names = ("nokkel", "versjon", "ny-nokkel")
    return {name: re.search(rf'name="{name}" value="([^"]*)"', text)[1] for name in names}


def krysset(text: str) -> list[str]:
    """What has a tick in the form."""
    return re.findall(r'name="bevis" value="([^"]*)"[^>]* checked', text)


def skjema(text: str, **felt) -> dict[str, object]:
    return (
        skjulte(text)
        | {"ny-dato": talldato(idag()), "status": "i_rute", "gjort": "Vi har møttes.", "bevis": krysset(text)}
        | felt
    )


def test_what_is_new_this_year_is_ticked_and_three_clicks_send_it(som):
    new = [aktivitet(12), tiltaksvedtak(12), vedlegg(12), lenke(12), mal(indikator(12), idag().year, 7)]
    old = aktivitet(12, dato=date(idag().year - 1, 5, 1), tittel="Fjorårets møte")
    aktivitet(12, status="planlagt", tittel="Neste møte")
    aktivitet(4, tittel="Et annet tiltaks møte")
    client = som("folkehelse")
    text = client.get(ADRESSE).text
    assert set(krysset(text)) == {f"{type(row)._meta.model_name}:{row.pk}" for row in new}
    assert f'value="aktivitet:{old.pk}"' in text
    assert "Neste møte" not in text and "Et annet tiltaks møte" not in text
    shown = client.post(ADRESSE, skjema(text), follow=True).text
    assert Statusrapport.objects.get().bevis.count() == 5
    assert f"Statusen for {idag().year} bygger på" in shown
    assert "Kontaktmøte" in shown and "Møter: 7 møter" in shown and "Vedtak, sak 26/0001" in shown


def test_enter_in_a_field_saves_the_status_and_does_not_press_the_button_that_adds(som):
    text = som("folkehelse").get(ADRESSE).text
    first = re.search(r'<(?:input type="submit"|button)[^>]*>', text[text.index("hp-statusskjema") :])[0]
    assert "Lagre status" in first and "legg_ved" not in first


def test_nothing_needs_to_be_ticked(som):
    aktivitet(12)
    client = som("folkehelse")
    client.post(ADRESSE, skjema(client.get(ADRESSE).text, bevis=[]))
    assert Statusrapport.objects.get().bevis.count() == 0


def test_what_a_report_has_used_is_not_suggested_again_but_stays_ticked_while_the_year_is_told_anew(som):
    first = aktivitet(12)
    client = som("folkehelse")
    client.post(ADRESSE, skjema(client.get(ADRESSE).text))
    with_next = aktivitet(12, tittel="Enda et møte")
    text = client.get(ADRESSE).text
    assert set(krysset(text)) == {f"aktivitet:{first.pk}", f"aktivitet:{with_next.pk}"}
    client.post(ADRESSE, skjema(text, bevis=[f"aktivitet:{with_next.pk}"]))
    then, now = Statusrapport.objects.order_by("tid")
    assert [row.aktivitet for row in then.bevis.all()] == [first], "the report that was told keeps its own"
    assert [row.aktivitet for row in now.bevis.all()] == [with_next]
    assert client.get("/tiltak/12/").text.count(">Kontaktmøte</a>") == 1, "with the old report in the history"


def test_the_table_of_many_keeps_what_the_status_rested_on(som):
    aktivitet(12)
    client = som("folkehelse")
    client.post(ADRESSE, skjema(client.get(ADRESSE).text))
    rapporter(12, gjort="Rettet i tabellen")
    assert Statusrapport.objects.get(gjort="Rettet i tabellen").bevis.count() == 1


def test_a_link_added_on_the_way_leaves_everything_typed_where_it_was(som):
    aktivitet(12)
    client = som("folkehelse")
    ny = {"ny-tittel": "Rapporten", "ny-adresse": "example.no/rapport", "ny-dato": talldato(idag()), "legg_ved": "1"}
    answer = client.post(ADRESSE, skjema(client.get(ADRESSE).text, gjort="Lang tekst", **ny))
    assert answer.headers["Location"] == f"{ADRESSE}#bevis"
    assert not Statusrapport.objects.exists()
    row = Lenke.objects.get(tittel="Rapporten")
    text = client.get(ADRESSE).text
    assert "Lang tekst</textarea>" in text
    assert "«Rapporten» er lagt til under tiltaket." in text
    assert f"lenke:{row.pk}" in krysset(text) and len(krysset(text)) == 2
    client.post(ADRESSE, skjema(text, gjort="Lang tekst"))
    assert Statusrapport.objects.get().bevis.filter(lenke=row).exists()
    assert not Statusutkast.objects.exists()


def test_a_file_sent_with_the_status_is_added_even_when_the_status_is_refused(som):
    client = som("folkehelse")
    ny = {"ny-tittel": "Referatet", "ny-dato": talldato(idag()), "ny-fil": SimpleUploadedFile("a.pdf", PDF)}
    text = client.post(ADRESSE, skjema(client.get(ADRESSE).text, status="gjennomfort", gjort="", **ny)).text
    assert "Skriv hva som er oppnådd" in text
    row = Vedlegg.objects.get()
    assert krysset(text) == [f"vedlegg:{row.pk}"]
    client.post(ADRESSE, skjema(text, status="i_rute"))
    assert Statusrapport.objects.get().bevis.get().vedlegg == row


@pytest.mark.parametrize(
    ("ny", "melding"),
    [
        ({"ny-tittel": "Bare tittel"}, "Skriv en adresse eller velg en fil."),
        ({"ny-adresse": "example.no"}, "Skriv en tittel på det du legger til."),
        ({"ny-tittel": "x", "ny-adresse": "ikke en adresse"}, "Skriv en nettadresse"),
        ({"ny-tittel": "Gjelder 01020312345", "ny-adresse": "example.no"}, "kan være et fødselsnummer"),
        ({"ny-tittel": "x", "ny-fil": b"<script>"}, "Navnet på filen teller ikke."),
        ({"ny-tittel": "", "legg_ved": "1"}, "Skriv en tittel på det du legger til."),
    ],
)
def test_what_cannot_be_added_is_said_and_nothing_typed_is_lost(som, ny, melding):
    client = som("folkehelse")
    felt = {name: SimpleUploadedFile("a.pdf", v) if isinstance(v, bytes) else v for name, v in ny.items()}
    text = client.post(ADRESSE, skjema(client.get(ADRESSE).text, gjort="Behold meg", **felt)).text
    assert melding in text and "<title>Feil:" in text and "Behold meg</textarea>" in text
    assert not Statusrapport.objects.exists() and not Vedlegg.objects.exists() and not Lenke.objects.exists()


def test_what_lies_under_another_tiltak_cannot_be_chosen_in_the_form_nor_past_it(som):
    other, report = aktivitet(4), rapporter(12)
    client = som("folkehelse")
    text = client.post(ADRESSE, skjema(client.get(ADRESSE).text, bevis=[f"aktivitet:{other.pk}"])).text
    assert "Velg" in text and Statusrapport.objects.count() == 1
    with pytest.raises(IntegrityError, match="samme tiltaket"), transaction.atomic():
        Statusbevis.objects.create(rapport=report, aktivitet=other)
    with pytest.raises(IntegrityError, match="peker_paa_en"), transaction.atomic():
        Statusbevis.objects.create(rapport=report, aktivitet=aktivitet(12), lenke=lenke(12))


def test_evidence_is_neither_changed_nor_removed():
    Statusbevis.objects.create(rapport=rapporter(12), aktivitet=aktivitet(12))
    for act in (lambda rows: rows.update(aktivitet=None), lambda rows: rows.delete()):
        with pytest.raises(ProgrammingError, match="permission denied"), transaction.atomic():
            act(Statusbevis.objects.all())


def test_who_agrees_sees_what_is_behind_and_what_was_taken_away_is_not_named(som):
    client, row = som("folkehelse"), vedlegg(12, tittel="Feil fil om noen")
    aktivitet(12)
    client.post(ADRESSE, skjema(client.get(ADRESSE).text))
    seen = som("slt").get("/tiltak/godkjenning/").text
    assert "Kontaktmøte" in seen and f"/tiltak/12/vedlegg/{row.pk}/" in seen
    gjor(endre, av="slt", rad=row, sett=row.versjon, tittel=row.tittel, dato=row.dato, tatt_bort=True)
    for address in ("/tiltak/godkjenning/", "/tiltak/12/"):
        text = som("slt").get(address).text
        assert "Feil fil om noen" not in text and "senere er tatt bort" in text


def test_the_year_report_names_the_evidence_shortly(som):
    for n in range(7):
        aktivitet(12, tittel=f"Møte {n}")
    client = som("folkehelse")
    client.post(ADRESSE, skjema(client.get(ADRESSE).text))
    picture = bygg_arsbilde(idag().year)
    [one] = [row for row in picture.tiltak if row.nr == 12]
    assert len(one.bevis) == 6 and one.bevis[-1] == "2 til"
    assert all(not row.bevis for row in picture.tiltak if row.nr != 12)


def test_one_thing_or_thirty_cost_the_same(som):
    client, slt = som("folkehelse"), som("slt")
    aktivitet(12)
    client.post(ADRESSE, skjema(client.get(ADRESSE).text))
    pages = [(client, ADRESSE), (slt, "/tiltak/godkjenning/"), (slt, "/tiltak/12/")]
    counts = [_antall(who, address) for who, address in pages]
    for n in range(30):
        aktivitet(12, tittel=f"Møte {n}")
    client.post(ADRESSE, skjema(client.get(ADRESSE).text))
    assert [_antall(who, address) for who, address in pages] == counts
    assert tiltak(12).statusrapporter.count() == 2


def _antall(client, address: str) -> int:
    client.get(address)
    with CaptureQueriesContext(connection) as found:
        assert client.get(address).status_code == 200
    return len(found)

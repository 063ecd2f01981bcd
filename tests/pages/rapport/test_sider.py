"""The report pages: who orders, what is shown, and that two clicks are one report."""

import hashlib
import re

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from brukere.models import Bruker
from felles.tid import idag
from rapport.choices import Feilkode, Jobbart, Jobbtilstand
from rapport.models import Dokument, Jobb, Rapport
from tests.factories import rapporter
from tests.factories.rapporter import forbi_veggene
from vern.kontekst import som as kontekst

pytestmark = pytest.mark.django_db


def bestill(klient, **felter):
    svar = klient.post("/rapport/", felter)
    assert svar.status_code == 302, svar.content.decode()
    with forbi_veggene():
        return Rapport.objects.select_related("erstatter").get(pk=svar.headers["Location"].split("/")[2])


def uten_nokkel(svar):
    """The page without what is new on each response."""
    return re.sub(rb'name="csrfmiddlewaretoken" value="[^"]+"', b"", svar.content)


@pytest.fixture
def publisert():
    return rapporter.publisert()


def test_koordinator_and_radmann_have_the_order_button(som):
    for navn in ("slt", "radmann"):
        assert f"Bestill statusrapport for {idag().year}" in som(navn).get("/rapport/").content.decode()


def test_others_have_no_order_form_and_cannot_post(som):
    fremmed = som("fremmed")
    assert "Bestill statusrapport" not in fremmed.get("/rapport/").content.decode()
    assert fremmed.post("/rapport/", {}).status_code == 404
    with forbi_veggene():
        assert not Rapport.objects.exists()


def test_an_order_leads_to_its_page_which_asks_again_by_itself(som):
    klient = som("radmann")
    rapport = bestill(klient)
    svar = klient.get(f"/rapport/{rapport.pk}/")
    assert svar.headers["Refresh"] == "3"
    assert "Venter på tur" in svar.content.decode()


def test_the_reader_can_stop_the_page_from_asking(som):
    klient = som("radmann")
    svar = klient.get(f"/rapport/{bestill(klient).pk}/?stans=1")
    assert "Refresh" not in svar.headers
    assert "Siden oppdaterer seg ikke lenger selv." in svar.content.decode()


def test_two_clicks_are_one_report_and_one_job(som):
    klient = som("slt")
    assert bestill(klient) == bestill(klient) == (rapport := bestill(som("radmann")))
    with forbi_veggene():
        assert rapport.jobber.count() == 1


def test_another_recipient_is_a_new_version_that_replaces_the_first(som):
    klient = som("slt")
    forste, andre = bestill(klient), bestill(klient, mottaker="Formannskapet, 15. desember")
    assert (andre.versjon, andre.erstatter) == (2, forste)
    assert "erstattet av en nyere" in klient.get(f"/rapport/{forste.pk}/").content.decode()


@pytest.mark.parametrize("felt", ["mottaker", "beslutning"])
def test_no_birth_number_is_printed_in_the_report(som, felt):
    svar = som("slt").post("/rapport/", {felt: "Gjelder 010203    12345"})
    assert "kan være et fødselsnummer" in svar.content.decode()


def test_too_long_a_text_is_said_and_nothing_typed_is_lost(som):
    svar = som("slt").post("/rapport/", {"mottaker": "Formannskapet", "beslutning": "x" * 1001})
    assert svar.status_code == 200
    assert 'value="Formannskapet"' in svar.content.decode()
    with forbi_veggene():
        assert not Rapport.objects.exists()


def test_a_draft_does_not_exist_for_others(som):
    rapport = bestill(som("slt"))
    rapporter.lever(rapport)
    fremmed = som("fremmed")
    finnes_ikke = fremmed.get(f"/rapport/{rapport.pk + 999}/")
    for adresse in (f"/rapport/{rapport.pk}/", f"/rapport/{rapport.pk}.pdf"):
        svar = fremmed.get(adresse)
        assert (svar.status_code, uten_nokkel(svar)) == (404, uten_nokkel(finnes_ikke))
    assert f"Statusrapport {idag().year}, versjon" not in fremmed.get("/rapport/").content.decode()


def test_the_database_hides_a_draft_also_from_a_forgotten_filter(som):
    rapporter.lever(bestill(som("slt")))
    with kontekst(Bruker.objects.get(username="fremmed")):
        assert (Rapport.objects.count(), Jobb.objects.count(), Dokument.objects.count()) == (0, 0, 0)
    with forbi_veggene():
        assert Dokument.objects.count() == 1


def test_the_finished_document_is_downloaded_as_an_attachment(som):
    klient = som("slt")
    rapport = bestill(klient)
    rapporter.lever(rapport)
    svar = klient.get(f"/rapport/{rapport.pk}.pdf")
    assert svar.content == rapporter.PDF + b"utkast"
    assert svar.headers["Content-Type"] == "application/pdf"
    assert svar.headers["Content-Disposition"] == f'attachment; filename="statusrapport-{idag().year}-versjon-1.pdf"'
    assert hashlib.sha256(svar.content).hexdigest() in klient.get(f"/rapport/{rapport.pk}/").content.decode()


def test_before_it_is_finished_there_is_no_document(som):
    klient = som("slt")
    assert klient.get(f"/rapport/{bestill(klient).pk}.pdf").status_code == 404


def test_who_lost_the_role_cannot_download(som):
    klient = som("slt")
    rapport = bestill(klient)
    rapporter.lever(rapport)
    with forbi_veggene():
        Bruker.objects.get(username="slt").rolletildelinger.update(til="2026-01-02T00:00Z", fra="2026-01-01T00:00Z")
    assert klient.get(f"/rapport/{rapport.pk}.pdf").status_code == 404


def test_a_failed_job_says_why_and_can_be_tried_again(som):
    klient = som("slt")
    rapport = bestill(klient)
    rapporter.lever(rapport, Jobbtilstand.FEILET, Feilkode.TID, 5)
    side = klient.get(f"/rapport/{rapport.pk}/").content.decode()
    assert "Det tok for lang tid å lage rapporten." in side
    assert "Det er prøvd 5 ganger." in side
    klient.post(f"/rapport/{rapport.pk}/handling/", {"handling": "prov_igjen"})
    assert "Venter på tur" in klient.get(f"/rapport/{rapport.pk}/").content.decode()


def test_only_the_radmann_approves(som):
    rapport = bestill(som("slt"))
    rapporter.lever(rapport)
    koordinator = som("slt")
    side = koordinator.get(f"/rapport/{rapport.pk}/").content.decode()
    assert "Godkjenn rapporten" not in side
    assert "Venter på rådmannen" in side
    koordinator.post(f"/rapport/{rapport.pk}/handling/", {"handling": "godkjenn"})
    radmann = som("radmann")
    side = radmann.get(f"/rapport/{rapport.pk}/").content.decode()
    assert "Godkjenn rapporten" in side
    assert "Venter på rådmannen" not in side
    radmann.post(f"/rapport/{rapport.pk}/handling/", {"handling": "godkjenn"})
    side = radmann.get(f"/rapport/{rapport.pk}/").content.decode()
    assert "Rapporten er godkjent." in side
    assert "Venter på tur" in side


def test_published_is_open_to_everybody_logged_in_in_its_final_edition(som, publisert):
    fremmed = som("fremmed")
    assert f"Statusrapport {idag().year}, versjon 1" in fremmed.get("/rapport/").content.decode()
    assert fremmed.get(f"/rapport/{publisert.pk}.pdf").content == rapporter.PDF + b"endelig"


def test_what_is_published_cannot_be_approved_or_published_again(som, publisert):
    for handling in ("godkjenn", "publiser"):
        som("radmann").post(f"/rapport/{publisert.pk}/handling/", {"handling": handling})
    with forbi_veggene():
        assert list(publisert.jobber.order_by("art").values_list("art", flat=True)) == [Jobbart.ENDELIG, Jobbart.UTKAST]


def test_an_unknown_act_is_404(som, publisert):
    for handling in ({}, {"handling": "slett"}):
        assert som("radmann").post(f"/rapport/{publisert.pk}/handling/", handling).status_code == 404
    assert som("fremmed").post(f"/rapport/{publisert.pk}/handling/", {"handling": "publiser"}).status_code == 404


def test_an_endless_number_in_the_address_is_404(som):
    assert som("slt").get(f"/rapport/{10**30}/").status_code == 404


def test_the_list_asks_the_same_number_of_questions_with_1_and_with_30_rows(som):
    klient = som("slt")
    rapport = bestill(klient)

    def antall():
        with CaptureQueriesContext(
            connection,
        ) as fanget:
            klient.get("/rapport/")
        return len(fanget)

    en = antall()
    with forbi_veggene():
        for versjon in range(2, 31):
            Rapport.objects.create(
                ar=idag().year, versjon=versjon, bilde={}, avtrykk=f"{versjon}", bestilt_av_id=rapport.bestilt_av_id
            )
    assert antall() == en

"""Who leads a case gives, limits and ends access to it, with a reason that stays."""

import re

import pytest
from django.core import mail
from django.db import connection
from django.test.utils import CaptureQueriesContext

from bekymring.models import Tilgang
from bekymring.services.tilgang import SakUtenLeder, trekk_tilgang
from demo import regi
from tests.factories.dager import Om
from vern.kontekst import som as i_kontekst

from .skjema import felt, send

pytestmark = pytest.mark.django_db


@pytest.fixture
def sak(grupper):
    """The koordinator has the case; consent covers health and police."""
    sak = regi.meld()
    regi.til_avklaring(sak)
    regi.gi_samtykke(sak, "helse", "sandefjord-politi", dager=60)
    return sak


def grunnlag(sak, slug="helse"):
    with i_kontekst(regi.person("slt")):
        return sak.delingsgrunnlag.get(mottaker__slug=slug, samtykke__part__type="selv")


def gi(klient, sak, hvem="kjerne.helse", **valgt):
    data = {
        "bruker": regi.person(hvem).pk,
        "rolle": "ansvarsgruppe",
        "soner": ["felles", "egen"],
        "skriv": "nei",
        "grunn": grunnlag(sak).pk,
        "begrunnelse": "Skal følge opp søvn og skolevei.",
        "til": f"{regi.om(30):%d.%m.%Y}",
    }
    return send(klient, f"/bekymring/{sak.ref}/tilgang/gi/", **(data | valgt))


def rettigheter(hvem, sak):
    person = regi.person(hvem)
    with i_kontekst(person):
        rader = Tilgang.objects.filter(user=person, content_object=sak).exclude(rett="se")
        return set(rader.values_list("rett", "sone"))


def test_given_access_opens_felles_and_the_persons_own_service_and_no_more(som, sak):
    helse, her = som("kjerne.helse"), f"/bekymring/{sak.ref}/"
    assert helse.get(her).status_code == 404
    assert "Tilgangen er gitt." in gi(som("slt"), sak).content.decode()
    assert rettigheter("kjerne.helse", sak) == {("les", "felles"), ("les", "helse")}
    assert helse.get(her).status_code == 200


def test_the_event_says_who_got_access_and_why(som, sak):
    gi(som("slt"), sak)
    side = som("slt").get(f"/bekymring/{sak.ref}/").content.decode()
    assert "Tilgang gitt" in side
    assert re.search(r"Marit Sand, til og med \d.*: Skal følge opp søvn og skolevei\.", side)


def test_the_same_form_sent_twice_is_one_act(som, sak):
    slt, side = som("slt"), f"/bekymring/{sak.ref}/tilgang/gi/"
    skjema = felt(slt.get(side)) | {
        "bruker": regi.person("kjerne.helse").pk,
        "rolle": "ansvarsgruppe",
        "soner": ["felles"],
        "grunn": grunnlag(sak).pk,
        "begrunnelse": "Følger opp.",
        "til": f"{regi.om(30):%d.%m.%Y}",
    }
    for _ in range(2):
        assert slt.post(side, skjema).status_code == 302
    with i_kontekst(regi.person("slt")):
        assert sak.hendelser.filter(art="tilgang").count() == 1


def test_a_read_only_member_writes_nothing(som, sak):
    gi(som("slt"), sak, skriv="nei")
    assert ("skriv", "felles") not in rettigheter("kjerne.helse", sak)
    gi(som("slt"), sak, skriv="ja")
    assert ("skriv", "felles") in rettigheter("kjerne.helse", sak)


@pytest.mark.parametrize(
    ("felter", "melding"),
    [
        ({"grunn": ""}, "Velg grunnlaget for å dele."),
        ({"bruker": "politi"}, "men Ola Berg arbeider ikke der."),
        ({"rolle": "samtale"}, "Marit Sand er ikke politikontakt."),
        ({"rolle": "saksansvarlig"}, "Marit Sand er ikke SLT-koordinator."),
        ({"til": Om(200)}, "Tilgangen kan ikke vare lenger enn grunnlaget."),
        ({"til": Om(400)}, "En tilgang kan vare i høyst ett år om gangen."),
        ({"til": ""}, "Velg hvor lenge tilgangen skal vare."),
        ({"til": Om(-1)}, "Dato kan ikke være tilbake i tid."),
        ({"soner": []}, "Velg minst én ting personen skal kunne lese."),
        ({"soner": ["politi"]}, "Velg ett av valgene i lista."),
        ({"begrunnelse": ""}, "Svar på «Hvorfor trenger personen tilgang?»"),
        ({"bruker": "999999"}, "Velg ett av valgene i lista."),
        ({"rolle": "mentor"}, "Velg ett av valgene i lista."),
    ],
)
def test_access_that_nothing_carries_is_not_given(som, sak, felter, melding):
    if "bruker" in felter and not felter["bruker"].isdigit():
        felter = felter | {"bruker": regi.person(felter["bruker"]).pk}
    assert melding in gi(som("slt"), sak, **felter).content.decode()
    assert rettigheter("kjerne.helse", sak) == set()
    assert rettigheter("politi", sak) == set()


def test_a_ground_of_another_case_carries_nothing(som, sak):
    annen = regi.meld()
    regi.til_avklaring(annen)
    regi.gi_samtykke(annen, "helse")
    svar = gi(som("slt"), sak, grunn=grunnlag(annen).pk)
    assert "Velg ett av valgene i lista." in svar.content.decode()


def test_withdrawn_by_one_of_those_who_must_consent_it_ends_what_was_given(som, sak):
    """On whoever's consent it was given: all of them carry it (R16, R20)."""
    gi(som("slt"), sak)
    with i_kontekst(regi.person("slt")):
        samtykke = sak.samtykker.get(part__type="foresatt")
    regi.trekk_samtykke(sak, samtykke)
    assert som("kjerne.helse").get(f"/bekymring/{sak.ref}/").status_code == 404


def avslutt(klient, sak, hvem, **valgt):
    side = f"/bekymring/{sak.ref}/tilgang/{regi.person(hvem).pk}/"
    return send(klient, side, **({"hva": "alt", "begrunnelse": "Har fått nye oppgaver."} | valgt))


def test_one_zone_can_be_ended_and_the_rest_stays(som, sak):
    gi(som("slt"), sak)
    assert "Det gjelder fra nå." in avslutt(som("slt"), sak, "kjerne.helse", hva="helse").content.decode()
    assert rettigheter("kjerne.helse", sak) == {("les", "felles")}


def test_ended_access_is_gone_on_the_next_request_of_the_one_who_is_logged_in(som, sak):
    gi(som("slt"), sak)
    helse, her = som("kjerne.helse"), f"/bekymring/{sak.ref}/"
    assert helse.get(her).status_code == 200
    avslutt(som("slt"), sak, "kjerne.helse")
    assert helse.get(her).status_code == 404
    assert sak.nummer not in helse.get("/bekymring/").content.decode()
    side = som("slt").get(her).content.decode()
    assert "Tilgang avsluttet" in side and "Marit Sand: Har fått nye oppgaver." in side


def test_the_last_koordinator_who_leads_cannot_be_removed(som, sak):
    """The kjernegruppe's leader leads too, and cannot take the case from the koordinator."""
    regi.gi_samtykke(sak)
    regi.steg(sak, "slt", "henvis")
    leder = som("kjerneleder")
    assert leder.get(f"/bekymring/{sak.ref}/tilgang/").status_code == 200
    assert leder.get(f"/bekymring/{sak.ref}/tilgang/{regi.person('slt').pk}/").status_code == 404
    slt = regi.person("slt")
    with i_kontekst(slt), pytest.raises(SakUtenLeder):
        trekk_tilgang(av=slt, sak=sak, bruker=slt)


def test_the_case_is_handed_over_to_another_koordinator(som, sak):
    gi(som("slt"), sak, "slt2", rolle="saksansvarlig", grunn="", til="", soner=[])
    assert ("led", "") in rettigheter("slt2", sak)
    assert "Det gjelder fra nå." in avslutt(som("slt2"), sak, "slt").content.decode()
    assert rettigheter("slt", sak) == set()


def test_ones_own_access_is_not_ended_here(som, sak):
    assert som("slt").get(f"/bekymring/{sak.ref}/tilgang/{regi.person('slt').pk}/").status_code == 404


def test_the_reporter_is_ended_without_a_name(som, sak):
    avslutt(som("slt"), sak, "laerer", begrunnelse="Er ferdig.")
    side = som("slt").get(f"/bekymring/{sak.ref}/").content.decode()
    assert "Melder: Er ferdig." in side and "Per Haug" not in side


def test_the_page_explains_everybodys_effective_access(som, sak):
    gi(som("slt"), sak)
    side = re.sub(r"\s+", " ", som("slt").get(f"/bekymring/{sak.ref}/tilgang/").content.decode())
    assert "helsesykepleier · Helse" in side
    assert "lese felles, helse" in side
    assert "Samtykke, Helse, drøfte saken i kjernegruppa" in side
    assert "gitt av Kari Nordby" in side
    assert "Rollen som koordinator: alle saker, uten innhold" in side  # the deputy, by role
    assert "Per Haug" not in side and "Melder" in side


def test_access_is_told_about_without_naming_the_case(som, sak, django_capture_on_commit_callbacks):
    with i_kontekst(regi.person("slt")):
        type(regi.person("kjerne.helse")).objects.filter(username="kjerne.helse").update(email="m@example.no")
    with django_capture_on_commit_callbacks(execute=True):
        gi(som("slt"), sak)
    assert [brev.to for brev in mail.outbox] == [["m@example.no"]]
    assert sak.nummer not in mail.outbox[0].body + mail.outbox[0].subject


def test_the_page_costs_the_same_with_one_grant_and_with_five(som, sak):
    slt, side = som("slt"), f"/bekymring/{sak.ref}/tilgang/"
    gi(slt, sak)
    slt.get(side)
    antall = []
    for hvem in (None, "politi"):
        if hvem:
            gi(slt, sak, hvem, grunn=grunnlag(sak, "sandefjord-politi").pk, rolle="gruppe")
            gi(slt, sak, "slt2", rolle="saksansvarlig", grunn="", til="", soner=[])
        with CaptureQueriesContext(connection) as fanget:
            slt.get(side)
        antall.append(len(fanget))
    assert antall[0] == antall[1] <= 18

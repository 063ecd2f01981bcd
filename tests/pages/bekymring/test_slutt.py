"""What ends, ends on the very next request of somebody who is logged in (R29): grant, account, role, workplace."""

from datetime import timedelta

import pytest

from bekymring.lesing.tilgang import hvem_kan_se
from brukere import services as kontoer
from brukere.models import Okt, Rolletildeling
from demo import regi
from felles.tid import na
from samarbeid.models import Tilknytning
from samarbeid.services.tilknytning import avslutt_tilknytning
from tests.factories.saker import sql
from tests.factories.spor import handler
from vern.kontekst import som as i_kontekst

pytestmark = pytest.mark.django_db
MERKE = "HELSEMERKE"


@pytest.fixture
def apen(som, pa_saksliste):
    """Health is logged in and reads the case, with a note in her own zone."""
    regi.vurder(pa_saksliste.sak, "kjerne.helse", "helse", MERKE)
    pa_saksliste.klient = som("kjerne.helse")
    pa_saksliste.les = lambda: pa_saksliste.klient.get(pa_saksliste.her + "oppsummering/")
    assert MERKE in pa_saksliste.les().content.decode()
    return pa_saksliste


def har_tilgang(sak):
    with i_kontekst(regi.person("slt")):
        return regi.person("kjerne.helse").pk in {rad.bruker_id for rad in hvem_kan_se(sak)}


def er_ute(klient, side):
    """Sent to the log-in page."""
    svar = klient.get(side)
    return svar.status_code == 302 and svar["Location"].startswith("/logg-inn/")


def test_a_grant_that_runs_out(apen, rigg):
    with rigg:
        sql(
            "UPDATE bekymring_tilgang SET fra = now() - interval '2 day', til = now() - interval '1 second' "
            "WHERE user_id = %s",
            regi.person("kjerne.helse").pk,
        )
    assert apen.les().status_code == 404
    assert apen.sak.nummer not in apen.klient.get("/bekymring/").content.decode()
    assert not har_tilgang(apen.sak)


def test_a_closed_account_is_out_with_its_sessions(apen):
    helse = regi.person("kjerne.helse")
    assert Okt.objects.filter(bruker=helse).exists()
    with handler("system") as system:
        kontoer.deaktiver(av=system, bruker=helse, grunn="Har sluttet.")
    assert not Okt.objects.filter(bruker=helse).exists()
    assert er_ute(apen.klient, apen.her)
    assert not har_tilgang(apen.sak)


def test_an_account_closed_past_the_services_sees_nothing_either(apen):
    type(regi.person("kjerne.helse")).objects.filter(username="kjerne.helse").update(is_active=False)
    assert er_ute(apen.klient, apen.her)
    assert not har_tilgang(apen.sak)


def test_a_lost_role_is_out_with_its_sessions_and_the_case_is_gone_after_log_in(som, apen):
    slt2 = som("slt2")
    assert slt2.get(apen.her).status_code == 200
    rolle = Rolletildeling.objects.gjeldende().get(bruker__username="slt2")
    with handler("system") as system:
        kontoer.avslutt_rolle(av=system, tildeling=rolle, grunn="Ny jobb.")
    assert er_ute(slt2, apen.her)
    assert som("slt2").get(apen.her).status_code == 404


def test_a_role_that_runs_out_closes_the_case_in_the_open_session(som, apen):
    slt = som("slt")
    assert slt.get(apen.her + "tilgang/").status_code == 200
    Rolletildeling.objects.filter(bruker__username="slt").update(til=na())
    for side in ("", "tilgang/", "oppsummering/"):
        assert slt.get(apen.her + side).status_code == 404, side


def test_an_ended_workplace_ends_the_sessions_and_the_whole_case(som, apen):
    """The consent named the workplace, not the person: felles goes with the service's own zone (R29)."""
    sted = Tilknytning.objects.gjeldende().get(bruker__username="kjerne.helse")
    with handler("system") as system:
        avslutt_tilknytning(av=system, tilknytning=sted)
    assert er_ute(apen.klient, apen.her)
    assert som("kjerne.helse").get(apen.her + "oppsummering/").status_code == 404


def test_a_workplace_that_runs_out_closes_the_services_zone_in_the_open_session(apen):
    Tilknytning.objects.filter(bruker__username="kjerne.helse").update(
        fra=na() - timedelta(days=9), til=na() - timedelta(seconds=1)
    )
    assert MERKE not in apen.les().content.decode()


def test_access_administration_asks_who_leads_who_they_are_once_more(som, apen):
    slt = som("slt")
    okt = slt.session
    okt["hp_fersk"] -= 11 * 60
    okt.save()
    for side in ("tilgang/", "tilgang/gi/", "tilgang/inhabil/"):
        svar = slt.get(apen.her + side)
        assert svar.status_code == 302 and svar["Location"].startswith("/logg-inn/bekreft/"), side
    assert slt.get(apen.her).status_code == 200


def test_who_does_not_lead_is_asked_for_no_password(apen):
    okt = apen.klient.session
    okt["hp_fersk"] -= 11 * 60
    okt.save()
    assert apen.klient.get(apen.her + "tilgang/").status_code == 404

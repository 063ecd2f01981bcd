"""Once a quarter who leads a case looks through who has access, and signs; the personvernombud sees what is missing."""

from datetime import date, timedelta

import pytest
from django.db import DatabaseError, transaction

from bekymring.models import Tilgangsgjennomgang
from bekymring.services import gjennomgang
from demo import regi
from felles.tid import idag
from tests.factories.saker import sql
from vern.kontekst import som as i_kontekst

from .skjema import felt, send

pytestmark = pytest.mark.django_db
OPPGAVE = "Gå gjennom hvem som har tilgang"


def gammel(dager=200):
    sak = regi.meld()
    sql("SET ROLE hp_rigg")
    da = regi.klokka(idag() - timedelta(days=dager), 12)  # noon: the hour that summer time moves does not move the day
    sql("UPDATE bekymring_sak SET opprettet = %s WHERE id = %s", da, sak.pk)
    sql("SET ROLE hp_web")
    return sak


@pytest.fixture
def sak(grupper):
    """A case from before the quarter that is over."""
    return gammel()


def her(sak):
    return f"/bekymring/{sak.ref}/tilgang/gjennomgang/"


def start(klient):
    return klient.get("/?oppgaver=alle").content.decode()


@pytest.mark.parametrize(
    ("dag", "begynner"),
    [
        (date(2026, 1, 1), date(2026, 1, 1)),
        (date(2026, 3, 31), date(2026, 1, 1)),
        (date(2026, 4, 1), date(2026, 4, 1)),
        (date(2026, 12, 31), date(2026, 10, 1)),
    ],
)
def test_the_quarters(dag, begynner):
    assert gjennomgang.kvartal(dag) == begynner


def test_the_quarter_before_and_the_last_day_of_this():
    assert gjennomgang.forrige_kvartal() == gjennomgang.kvartal(gjennomgang.kvartal() - timedelta(days=1))
    assert gjennomgang.kvartal(gjennomgang.frist()) == gjennomgang.kvartal(idag())
    assert gjennomgang.kvartal(gjennomgang.frist() + timedelta(days=1)) > gjennomgang.kvartal(idag())


def test_who_leads_gets_a_task_and_a_case_of_this_quarter_is_none(som, sak):
    assert OPPGAVE in start(som("slt"))
    with i_kontekst(regi.person("slt")):
        assert list(gjennomgang.til_gjennomgang(regi.person("slt"))) == [sak]
    ny = regi.meld()
    with i_kontekst(regi.person("slt")):
        assert ny not in gjennomgang.til_gjennomgang(regi.person("slt"))
    for hvem in ("slt2", "politi", "kjerneleder", "laerer"):
        assert OPPGAVE not in start(som(hvem))


def test_the_page_lists_the_grants_and_signing_ends_the_task(som, sak):
    slt = som("slt")
    side = slt.get(her(sak)).content.decode()
    assert "Kari Nordby" in side and "lede saken" in side
    assert "Alle er signert." in send(slt, her(sak), sett="on").content.decode()
    assert OPPGAVE not in start(slt)
    assert "Signert for dette kvartalet av Kari Nordby" in slt.get(her(sak)).content.decode()
    assert "Tilgangene er gjennomgått" in slt.get(f"/bekymring/{sak.ref}/").content.decode()


def test_signing_leads_to_the_next_case(som, sak):
    annen = gammel(150)
    svar = send(som("slt"), her(sak), sett="on")
    assert "Her er neste sak." in svar.content.decode() and svar.redirect_chain[-1][0] == her(annen)


def test_without_the_tick_nothing_is_signed(som, sak):
    assert "bekreft at de fortsatt trengs" in send(som("slt"), her(sak)).content.decode()
    with i_kontekst(regi.person("slt")):
        assert not Tilgangsgjennomgang.objects.exists()


def test_signed_twice_is_once(som, sak):
    slt = som("slt")
    skjema = felt(slt.get(her(sak))) | {"sett": "on"}
    for _ in range(2):
        assert slt.post(her(sak), skjema).status_code == 302
    with i_kontekst(regi.person("slt")):
        assert Tilgangsgjennomgang.objects.count() == 1
        assert sak.hendelser.filter(art="gjennomgang").count() == 1


def test_the_personvernombud_sees_what_is_overdue_and_what_is_left(som, sak):
    gammel((idag() - gjennomgang.kvartal()).days + 1)  # from the quarter before: due now, overdue for nothing
    send(som("slt"), her(sak), sett="on")
    side = som("personvern").get("/personvern/tilganger/").content.decode()
    forfalt, gjenstar = side.split("Gjenstår i dette kvartalet")
    assert sak.nummer in forfalt and "Kari Nordby" in forfalt
    assert sak.nummer not in gjenstar and gjenstar.count("Kari Nordby") == 1


@pytest.mark.parametrize("hvem", ["slt", "politi", "radmann", "system", "fremmed"])
def test_only_the_personvernombud_sees_it(som, sak, hvem):
    assert som(hvem).get("/personvern/tilganger/").status_code == 404
    with i_kontekst(regi.person(hvem)):
        assert gjennomgang.mangler(gjennomgang.forrige_kvartal()) == []


def test_no_quarter_is_signed_afterwards_or_by_who_does_not_lead(sak):
    for hvem, kvartal in (("slt", gjennomgang.forrige_kvartal()), ("slt2", gjennomgang.kvartal())):
        person = regi.person(hvem)
        with i_kontekst(person), pytest.raises(DatabaseError), transaction.atomic():
            Tilgangsgjennomgang(sak=sak, kvartal=kvartal, av=person).save(force_insert=True)

"""Look-ups out of the ordinary are found, shown to the personvernombud, and closed by another than the reader."""

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest
from django.core.exceptions import PermissionDenied
from django.db import DatabaseError, connection, transaction
from django.test.utils import CaptureQueriesContext

from bekymring.services.uvanlige import antall_uvanlige, finn_uvanlige, uvanlige_oppslag, vurder_oppslag
from bekymring.visning.oversikt import ventende
from brukere.models import Rolletildeling
from felles.tid import flytt
from tests.factories.oppslag import oppslag, uvanlig
from tests.factories.rapporter import forbi_veggene
from tests.factories.saker import bruker, gi, knytt_alle, lag_sak, sql
from vern.kontekst import som as i_kontekst

OSLO = ZoneInfo("Europe/Oslo")


@pytest.fixture
def sak(db):
    knytt_alle()
    sak = lag_sak()
    gi(sak, "politi", "felles", "politi")
    return sak


def mandag(time=12, minutt=0, dag=0):
    """A Monday, or `dag` days after it."""
    return datetime(2026, 11, 16 + dag, time, minutt, tzinfo=OSLO)


def finn(dag=0):
    """As the worker does in the evening."""
    sql("SET ROLE hp_worker")
    try:
        with flytt(mandag(23, 30, dag)):
            return finn_uvanlige()
    finally:
        sql("SET ROLE hp_web")


def regler():
    """Rules by id of the look-up."""
    with forbi_veggene():
        return dict(sql("SELECT innsyn, regler FROM vern_oppslagsvurdering"))


@pytest.mark.parametrize(
    ("tid", "ventet"),
    [
        (lambda: mandag(6), None),
        (lambda: mandag(19, 59), None),
        (lambda: mandag(5, 59), ["utenfor_tid"]),
        (lambda: mandag(20), ["utenfor_tid"]),
    ],
    ids=["06.00", "19.59", "05.59", "20.00"],
)
def test_a_look_outside_working_hours_is_noted(sak, tid, ventet):
    pk = oppslag(sak, "politi", tid())
    finn()
    assert regler() == ({pk: ventet} if ventet else {})


@pytest.mark.parametrize(("dag", "ventet"), [(4, False), (5, True), (6, True), (7, False)])
def test_a_look_in_the_weekend_is_noted(sak, dag, ventet):
    pk = oppslag(sak, "politi", mandag(12, dag=dag))
    finn(dag)
    assert regler() == ({pk: ["utenfor_tid"]} if ventet else {})


def test_a_look_without_a_part_in_the_case_is_noted_once_a_day(sak):
    forste = oppslag(sak, "slt2", mandag(9), grunnlag="rolle")
    oppslag(sak, "slt2", mandag(10), grunnlag="rolle")
    oppslag(sak, "politi", mandag(11))
    assert finn() == 1
    assert regler() == {forste: ["uten_oppgave"]}


def test_the_fifteenth_case_within_an_hour_is_noted(sak):
    saker = [sak, *(lag_sak() for _ in range(14))]
    ider = [oppslag(en, "politi", mandag(9, 4 * nr)) for nr, en in enumerate(saker)]
    for _ in range(20):  # the same case many times is one case
        oppslag(sak, "slt", mandag(9))
    finn()
    assert regler() == {ider[-1]: ["mange"]}


def test_fifteen_cases_over_a_day_are_ordinary(sak):
    for nr in range(15):
        oppslag(sak if nr == 0 else lag_sak(), "politi", mandag(7 + nr // 2, nr % 2 * 30))
    assert finn() == 0


def test_a_case_closed_some_time_ago_is_noted(sak):
    with forbi_veggene():
        sql("UPDATE bekymring_sak SET tilstand = 'avsluttet', sist_endret = '2026-10-01'")
    pk = oppslag(sak, "politi", mandag())
    finn()
    assert regler() == {pk: ["lukket_sak"]}


def test_finding_again_changes_nothing_that_was_reviewed(sak):
    pk, ombud = oppslag(sak, "slt2", mandag(), grunnlag="rolle"), bruker("personvern")
    finn()
    with i_kontekst(ombud):
        assert vurder_oppslag(av=ombud, oppslag_id=pk, merknad="Spurte Siv. Vikar den dagen.")
        assert not vurder_oppslag(av=ombud, oppslag_id=pk, merknad="en gang til")
    assert finn() == 0
    with i_kontekst(ombud):
        [rad] = uvanlige_oppslag(vurderte=True)
    assert (rad.merknad, rad.vurdert_av) == ("Spurte Siv. Vikar den dagen.", ombud.pk)


def test_the_personvernombud_reads_asks_and_closes(sak, som):
    uvanlig(sak, "politi")
    klient = som("personvern")
    assert "Vurder et oppslag utenom det vanlige" in klient.get("/?oppgaver=alle").content.decode()
    side = klient.get("/personvern/uvanlige/").content.decode()
    assert "Ola Berg" in side and sak.nummer in side and "uten oppgave i saken" in side
    url = side.split('href="/personvern/uvanlige/')[1].split('"')[0]
    tom = klient.post(f"/personvern/uvanlige/{url}", {"merknad": " "})
    assert tom.status_code == 200 and "Svar på «Hva fant du ut?»" in tom.content.decode()
    svar = klient.post(f"/personvern/uvanlige/{url}", {"merknad": "Vaktbytte, sier lederen."}, follow=True)
    assert "Oppslaget er vurdert." in svar.content.decode() and "Vaktbytte, sier lederen." in svar.content.decode()
    assert klient.get(f"/personvern/uvanlige/{url}").status_code == 404
    assert "oppslag utenom det vanlige" not in klient.get("/?oppgaver=alle").content.decode()


def test_nobody_reviews_own_look_ups(sak, som):
    pk, ombud = uvanlig(sak, "personvern"), bruker("personvern")
    side = som("personvern").get("/personvern/uvanlige/").content.decode()
    assert "Må vurderes av en annen" in side and f"/uvanlige/{pk}/" not in side
    assert som("personvern").post(f"/personvern/uvanlige/{pk}/", {"merknad": "x"}).status_code == 404
    with i_kontekst(ombud):
        assert ventende(ombud) == [] and antall_uvanlige() == 0
        with pytest.raises(PermissionDenied):
            vurder_oppslag(av=ombud, oppslag_id=pk, merknad="alt i orden")
    Rolletildeling.objects.create(bruker=bruker("folkehelse"), rolle="personvernombud")
    assert f"/uvanlige/{pk}/" in som("folkehelse").get("/personvern/uvanlige/").content.decode()


@pytest.mark.parametrize("navn", ["slt", "politi", "radmann", "system", "fremmed"])
def test_nobody_else_sees_or_reviews(sak, navn):
    pk, person = uvanlig(sak, "mentor"), bruker(navn)
    with i_kontekst(person):
        assert uvanlige_oppslag(vurderte=False) == [] and antall_uvanlige() == 0
        with pytest.raises(PermissionDenied):
            vurder_oppslag(av=person, oppslag_id=pk, merknad="x")
        with pytest.raises(DatabaseError), transaction.atomic():
            sql("SELECT vern.finn_uvanlige(now())")


def test_the_number_of_queries_does_not_grow(sak, som):
    klient, antall = som("personvern"), []
    for rader in (1, 29):
        for _ in range(rader):
            uvanlig(sak, "politi")
        with CaptureQueriesContext(connection) as sporringer:
            assert klient.get("/personvern/uvanlige/").status_code == 200
        antall.append(len(sporringer))
    assert antall[0] == antall[1] <= 12


def test_old_ones_are_reached_page_by_page(sak, som):
    for _ in range(51):
        uvanlig(sak, "politi")
    klient = som("personvern")
    side = klient.get("/personvern/uvanlige/").content.decode()
    assert side.count("uten oppgave i saken") == 50
    neste = side.split('href="?eldre=')[1].split('"')[0]
    assert klient.get(f"/personvern/uvanlige/?eldre={neste}").content.decode().count("uten oppgave i saken") == 1
    assert klient.get("/personvern/uvanlige/?eldre=x").status_code == 404

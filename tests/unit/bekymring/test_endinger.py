"""Every ending ends: what is no longer covered is over for all sides, those concerned are told, and nothing is signed
by somebody who did not do it (R6, R7, R17, R29)."""

from contextlib import contextmanager
from datetime import timedelta

import pytest
from django.db import connection
from django.db.models.functions import Now

from bekymring.lesing.delt import delt_i
from bekymring.models import (
    Aldersgrense,
    Ansvarsgruppe,
    Beskjed,
    Delingsgrunnlag,
    Hendelse,
    Mentorforlop,
    Sak,
    Samtale,
    Tekst,
    Tilgang,
)
from bekymring.services import klokka, samtykke, to_personer
from bekymring.services.feil import KravMangler
from bekymring.visning.sak import hvem as hvem_gjorde
from brukere.models import Rolletildeling
from demo import regi
from felles.tid import idag, na
from samarbeid.models import Tilknytning
from tests.factories.gang import avklart, henvist, konkludert, pa_saksliste
from tests.factories.grunnlag import dekkes, godkjenn, ja, trekk_alle
from tests.factories.rapporter import forbi_veggene
from tests.factories.saker import bruker, sql
from tests.factories.spor import handler, hendelser, holder, saken_na, til_og_med

pytestmark = pytest.mark.django_db
HELSE, POLITI = "helse", "sandefjord-politi"


@contextmanager
def jobben():
    with connection.cursor() as cursor:
        cursor.execute("SELECT current_setting('role')")
        (former,) = cursor.fetchone()
        cursor.execute("SET ROLE hp_worker")
        yield
        cursor.execute(f'SET ROLE "{former}"')


def fem_minutter():
    """The job that follows the clock has its turn."""
    with jobben():
        return klokka.folg_klokka()


def grunnlag_ut(sak, **filter):
    """Time passes until these grounds have run out; nothing is withdrawn, and no row is written when they do."""
    with forbi_veggene():
        Delingsgrunnlag.objects.filter(sak=sak, **filter).update(til=Now() + timedelta(seconds=0.5))
        sql("SELECT pg_sleep(0.6)")


def beskjeder(hvem):
    with handler(hvem) as person:
        return list(Beskjed.objects.filter(bruker=person).order_by("laget", "art").values_list("art", flat=True))


def to_forlop():
    """A mentor and an ansvarsgruppe, each on a consent of its own; «tilbud» gives the koordinator no task."""
    sak = regi.konkluder(
        pa_saksliste(formal=["kjernegruppe", "samtale"], personer=[]), "mentor", ansvarlig="kjerneleder"
    )
    mentor = [ja(sak, g, formal="mentor", personer=["mentor"]) for g in ("selv", "foresatt")]
    gruppe = [ja(sak, g, formal="ansvarsgruppe", personer=["kjerne.helse"]) for g in ("selv", "foresatt")]
    forlop = regi.flytt_mentor(regi.foresla_mentor(sak), "slt", "signer")
    regi.flytt_mentor(forlop, "mentor", "start")
    regi.ansvarsgruppe(sak)
    regi.steg(sak, "slt", "start_oppfolging", frist=regi.om(30))
    return sak, mentor, gruppe


def test_a_relation_whose_own_ground_is_gone_ends_though_another_stands():
    sak, mentor, gruppe = to_forlop()
    regi.trekk_samtykke(sak, mentor[0])
    assert saken_na(sak).tilstand == "tiltak_pagar"
    with forbi_veggene():
        assert Mentorforlop.objects.get(sak=sak).tilstand == "avsluttet"
        assert Ansvarsgruppe.objects.get(sak=sak).avsluttet is None
    assert holder(sak, "mentor") == set()
    regi.trekk_samtykke(sak, gruppe[1])
    assert saken_na(sak).tilstand == "stanset"
    with forbi_veggene():
        assert Ansvarsgruppe.objects.get(sak=sak).avsluttet is not None


def test_a_ground_for_somebody_else_does_not_carry_the_leaders_step():
    sak = avklart("16_17", "skole-barnehagekontor")
    for giver in ("selv", "foresatt"):
        ja(sak, giver, HELSE, formal="kjernegruppe")
    regi.steg(sak, "slt", "henvis")
    with handler("slt"):
        lederens = sak.samtykker.filter(grunnlag__mottaker__slug="skole-barnehagekontor").first()
    regi.trekk_samtykke(sak, lederens)
    assert saken_na(sak).tilstand == "stanset"


def test_a_conversation_needs_the_ground_of_the_one_who_holds_it():
    sak = konkludert()
    for giver in ("selv", "foresatt"):
        ja(sak, giver, HELSE, formal="samtale")
    regi.avtal_samtale(sak)
    with handler("slt"):
        felles = sak.samtykker.filter(grunnlag__mottaker__slug=POLITI).first()
    regi.trekk_samtykke(sak, felles)
    with forbi_veggene():
        assert Samtale.objects.get(sak=sak).tilstand == "avlyst"
    assert saken_na(sak).tilstand == "stanset"


def test_a_planned_conversation_that_ends_tells_the_police_when_it_was_and_the_koordinator_to_tell_the_person():
    sak = konkludert()
    samtale = regi.avtal_samtale(sak)
    trekk_alle(sak)
    assert {"samtale_forer", "tilgang_slutt"} <= set(beskjeder("politi"))
    assert {"samtale_si_fra", "stanset", "lukket"} <= set(beskjeder("slt"))
    with handler("politi"):
        rad = Beskjed.objects.get(art="samtale_forer")
        assert (rad.tid, rad.om) == (samtale.tid, bruker("slt"))
    assert ("samtale_avlyst", "felles") in hendelser(sak)


def test_those_who_lose_the_case_are_told_once_and_the_letter_goes_with_the_job(
    mailoutbox, django_capture_on_commit_callbacks
):
    sak = pa_saksliste()
    trekk_alle(sak)
    assert beskjeder("kjerne.helse") == beskjeder("kjerneleder") == ["tilgang_slutt"]
    with django_capture_on_commit_callbacks(execute=True):
        fem_minutter()
        fem_minutter()
    hvem = [post.to[0] for post in mailoutbox]
    assert len(hvem) == len(set(hvem))
    assert {"slt@kommunen.example", bruker("kjerne.helse").email} <= set(hvem)
    assert sak.nummer not in "".join(post.subject + post.body for post in mailoutbox)


def test_nobody_reads_or_writes_what_is_told_to_somebody_else():
    trekk_alle(pa_saksliste())
    with handler("politi") as politi:
        assert not Beskjed.objects.exclude(bruker=politi).exists()
        assert Beskjed.objects.exclude(bruker=politi).update(lest=na()) == 0


def test_the_koordinator_gets_the_list_of_what_had_been_shared_and_nobody_else_does():
    sak = pa_saksliste()
    trekk_alle(sak)
    with handler("slt"):
        liste = delt_i(sak)
    assert {rad.hvem for rad in liste} >= {bruker("kjerneleder").navn, bruker("kjerne.helse").navn}
    assert all(rad.over for rad in liste)
    with handler("kjerneleder"):
        assert delt_i(sak) == []


def test_what_the_clock_ends_moves_the_case_by_the_job_and_is_signed_by_nobody():
    sak = henvist()
    grunnlag_ut(sak)
    fem_minutter()
    assert saken_na(sak).tilstand == "stanset"
    with forbi_veggene():
        siste = Hendelse.objects.get(sak=sak, art="stanset")
    assert siste.av is None
    assert hvem_gjorde(siste) == "systemet"
    assert "stanset" in beskjeder("slt")


def test_a_relation_whose_ground_runs_out_ends_by_the_job():
    sak, _mentor, _gruppe = to_forlop()
    grunnlag_ut(sak, formal=["mentor"])
    fem_minutter()
    with forbi_veggene():
        assert Mentorforlop.objects.get(sak=sak).tilstand == "avsluttet"
        assert Hendelse.objects.get(sak=sak, art="mentor_slutt").av is None
    assert saken_na(sak).tilstand == "tiltak_pagar"


def test_thirty_days_before_the_ground_of_the_step_runs_out_the_koordinator_is_told_once():
    sak = henvist(dager=60)
    fem_minutter()
    assert "gar_ut" not in beskjeder("slt")
    with forbi_veggene():
        Delingsgrunnlag.objects.filter(sak=sak).update(til=na() + timedelta(days=29))
    for _ in range(2):
        fem_minutter()
    assert beskjeder("slt").count("gar_ut") == 1


def test_a_birthday_acts_by_itself_and_is_told_of_thirty_days_before():
    sak = henvist("16_17")
    with forbi_veggene():
        Aldersgrense.objects.create(sak=sak, dato=idag() + timedelta(days=30))
    fem_minutter()
    assert beskjeder("slt") == ["fyller"]
    with handler("slt"):
        sitt_eget = sak.samtykker.get(part__type="selv")
    with forbi_veggene():
        Aldersgrense.objects.filter(sak=sak).update(dato=idag())
    fem_minutter()
    naa = saken_na(sak)
    assert (naa.aldersspenn, naa.tilstand) == ("18_24", "henvist")
    with forbi_veggene():
        assert Aldersgrense.objects.get(sak=sak).dato is None
        assert Hendelse.objects.get(sak=sak, art="alder").av is None
    regi.trekk_samtykke(sak, sitt_eget)  # the guardians' yes counts no longer
    assert saken_na(sak).tilstand == "stanset"


def test_when_the_one_with_a_task_leaves_the_workplace_the_koordinator_is_told_what_is_left():
    sak = konkludert("tilbud", ansvarlig="kjerne.helse")
    with forbi_veggene():
        Tilknytning.objects.filter(bruker=bruker("kjerne.helse"), til=None).update(til=na())
    assert "oppgave_igjen" in beskjeder("slt")
    assert saken_na(sak).tilstand == "konkludert"  # the ground stands, for whoever takes it on


def test_when_the_groups_leader_leaves_the_koordinator_is_told_within_five_minutes():
    sak = henvist()
    with forbi_veggene():
        sak.kjernegruppe.medlemskap.filter(bruker=bruker("kjerneleder")).update(til=na())
    fem_minutter()
    assert "uten_leder" in beskjeder("slt")


def test_when_the_koordinator_leaves_the_role_the_deputy_is_told():
    henvist()
    with forbi_veggene():
        Rolletildeling.objects.filter(bruker=bruker("slt"), rolle="koordinator").update(til=na())
    fem_minutter()
    assert "oppgave_igjen" in beskjeder("slt2")


def trekk(sak, rad):
    with handler("slt") as slt:
        rad.refresh_from_db()
        return samtykke.trekk_samtykke(av=slt, sak=sak, samtykke=rad)


def test_a_withdrawal_says_what_closed_what_still_stands_and_that_a_second_press_did_nothing():
    sak = regi.til_avklaring(regi.meld("25_pluss")) if regi.lag_grupper() is None else None
    en = ja(sak, "selv", HELSE, formal="kjernegruppe")
    assert trekk(sak, en) == samtykke.Trukket(ny=True)
    assert trekk(sak, en) == samtykke.Trukket(ny=False)
    to, tre = (ja(sak, "selv", "skole-barnehagekontor", formal="kjernegruppe") for _ in range(2))
    regi.steg(sak, "slt", "henvis")
    svar = trekk(sak, to)
    assert (svar.lukket, svar.leser_fortsatt) == (False, (bruker("kjerneleder").navn,))
    assert trekk(sak, tre).lukket


def leser_andres(sak, hvem):
    with handler(hvem) as person:
        return Tekst.objects.filter(sak=sak).exclude(av=person).exists()


def test_in_a_stopped_case_the_koordinator_keeps_register_consents_and_own_texts_and_reads_no_others():
    sak = pa_saksliste()
    regi.vurder(sak, "kjerneleder", "felles", "En vurdering.")
    assert leser_andres(sak, "slt")
    regi.steg(sak, "slt", "stans")
    assert not leser_andres(sak, "slt")
    with handler("slt") as slt:
        assert Tekst.objects.filter(sak=sak, av=slt).exists()
        assert sak.samtykker.exists()
        assert sak.hendelser.exists()
    regi.gi_samtykke(sak)
    regi.steg(sak, "slt", "gjenoppta", dialog="Rektor snakker med eleven.")
    assert leser_andres(sak, "slt")


def test_taken_up_again_no_relation_runs_and_nobody_else_is_back():
    sak, _mentor, _gruppe = to_forlop()
    trekk_alle(sak)
    regi.gi_samtykke(sak)
    regi.steg(sak, "slt", "gjenoppta", dialog="Rektor snakker med eleven.")
    with forbi_veggene():
        assert not Mentorforlop.objects.filter(sak=sak).exclude(tilstand="avsluttet").exists()
        assert not Ansvarsgruppe.objects.filter(sak=sak, avsluttet=None).exists()
    assert [hvem for hvem in ("mentor", "kjerne.helse", "kjerneleder", "politi") if holder(sak, hvem)] == []


def test_the_second_koordinator_reads_what_is_to_be_signed_and_no_other_text():
    sak = avklart("16_17")
    godkjenn("liv_helse")
    rad = regi.registrer_grunnlag(sak)
    with handler("slt2"):
        assert list(Tekst.objects.filter(sak=sak).values_list("pk", flat=True)) == [rad.nodvendighet_id]
        assert list(Delingsgrunnlag.objects.filter(sak=sak).values_list("pk", flat=True)) == [rad.pk]
    with handler("slt2") as slt2:
        to_personer.bekreft(av=slt2, sak=sak, rad=rad)
    assert not leser_andres(sak, "slt2")
    with handler("slt2"):
        assert not Delingsgrunnlag.objects.filter(sak=sak).exists()


def test_the_leader_has_the_case_until_it_is_concluded_and_then_to_the_end_of_the_meetings_window():
    mote = regi.mote(tid=na() + timedelta(days=3)) if regi.lag_grupper() is None else None
    sak = pa_saksliste(mote=mote)
    assert min(til_og_med(sak, "kjerneleder")) > mote.tid + timedelta(days=15)
    regi.konkluder(sak)
    assert til_og_med(sak, "kjerneleder") == {mote.tid + timedelta(days=14)}


def test_taken_off_the_list_it_is_closed_and_on_the_list_of_a_near_meeting_it_opens_now():
    regi.lag_grupper()
    fjernt, naert = (regi.mote(tid=na() + timedelta(days=dager)) for dager in (40, 4))
    sak = pa_saksliste(mote=fjernt)
    assert not leser_andres(sak, "kjerne.helse")
    regi.steg(sak, "kjerneleder", "utsett", begrunnelse="Vi tar den på et møte før.")
    with handler("kjerne.helse"):
        assert not Sak.objects.filter(pk=sak.pk).exists()
    with forbi_veggene():  # what had not begun is over before it begins
        rader = Tilgang.objects.filter(content_object=sak, user=bruker("kjerne.helse"))
        assert all(rad.til == rad.fra or rad.til <= na() for rad in rader)
    regi.steg(sak, "kjerneleder", "sett_pa_saksliste", mote=naert)
    assert leser_andres(sak, "kjerne.helse")
    assert til_og_med(sak, "kjerne.helse") == {naert.tid + timedelta(days=14)}


def test_a_consent_to_chosen_texts_never_gives_another():
    """What is chosen is copied; the consent to it opens nothing else, whatever zone a text later lies in."""
    sak = avklart("25_pluss", opplysninger=["utvalgte"])
    for hva in ("uten_navn", "med_navn", "helse", "identitet"):
        assert not dekkes(sak, "kjerne.helse", "kjernegruppe", hva)
    assert dekkes(sak, "kjerne.helse", "kjernegruppe", "utvalgte")
    with pytest.raises(KravMangler):
        regi.steg(sak, "slt", "henvis")


def test_a_police_contact_who_leaves_the_role_loses_what_the_role_gave():
    sak = konkludert()
    with forbi_veggene():
        Rolletildeling.objects.filter(bruker=bruker("politi"), rolle="politikontakt").update(til=na())
    assert not leser_andres(sak, "politi")
    fem_minutter()
    assert "oppgave_igjen" in beskjeder("slt")

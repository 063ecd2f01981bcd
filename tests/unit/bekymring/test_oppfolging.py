"""Tasks, ansvarsgruppe and mentor: who does them, on a written consent, and what they open and close."""

from uuid import uuid4

import pytest

from bekymring.lesing.grunnlag import dagslutt
from bekymring.models import Ansvarsgruppe, Kontakt, Mentorforlop, Oppgave, Sak
from bekymring.services import oppfolging
from bekymring.services.feil import IkkeTillatt, Konflikt, KravMangler
from demo import regi
from felles.tid import idag, na
from tests.factories.gang import avklart, konkludert, pa_saksliste
from tests.factories.grunnlag import ja
from tests.factories.rapporter import forbi_veggene
from tests.factories.saker import bruker
from tests.factories.spor import handler, hendelser, holder, tekster, til_og_med

pytestmark = pytest.mark.django_db


@pytest.fixture
def sak(db):
    return konkludert()


def oppgaven(sak):
    with handler("slt"):
        return Oppgave.objects.select_related("sak").get(sak=sak, gjort=None)


def gjor(sak, av):
    oppgave = oppgaven(sak)
    with handler(av) as person:
        return oppfolging.gjor_oppgave(av=person, oppgave=oppgave)


def arter(sak, art):
    return [funnet for funnet, _sone in hendelser(sak)].count(art)


def test_the_one_responsible_marks_a_task_as_done_and_it_says_who_and_when():
    sak = avklart()
    rad = gjor(sak, "slt")
    assert (rad.gjort_av, rad.gjort <= na()) == (bruker("slt"), True)
    assert hendelser(sak)[-1] == ("oppgave_ferdig", "felles")


def test_who_leads_the_case_marks_others_tasks_as_done():
    sak = konkludert("tilbud", ansvarlig="kjerne.helse")
    regi.gjor_oppgaver(sak)
    with handler("slt"):
        assert not sak.oppgaver.filter(gjort=None).exists()


def test_a_member_does_not_mark_somebody_elses_task_as_done():
    sak = pa_saksliste()
    for_ = hendelser(sak)
    oppgave = oppgaven(sak)
    with handler("kjerne.helse") as helse, pytest.raises(IkkeTillatt):
        oppfolging.gjor_oppgave(av=helse, oppgave=oppgave)
    assert hendelser(sak) == for_


def test_done_twice_keeps_the_first_time():
    sak = avklart()
    oppgave = oppgaven(sak)
    with handler("slt") as slt:
        forste = oppfolging.gjor_oppgave(av=slt, oppgave=oppgave)
        andre = oppfolging.gjor_oppgave(av=slt, oppgave=oppgave)
    assert forste.gjort == andre.gjort
    assert arter(sak, "oppgave_ferdig") == 1


def gruppe(sak, av="slt", koordinator="kjerne.helse", nokkel=None):
    with handler(av) as person:
        return oppfolging.opprett_ansvarsgruppe(
            av=person,
            sak=sak,
            nokkel=nokkel or uuid4(),
            koordinator=bruker(koordinator),
            neste_mote=regi.om(14),
            evaluering=regi.om(60),
            ip_finnes=False,
        )


def test_the_groups_koordinator_sees_the_case_as_long_as_the_ground_holds(sak):
    gruppe(sak)
    assert {("les", "felles"), ("skriv", "helse")} <= holder(sak, "kjerne.helse")
    assert dagslutt(regi.om(180)) in til_og_med(sak, "kjerne.helse")
    assert hendelser(sak)[-1] == ("ansvarsgruppe", "felles")


def test_a_case_has_one_open_group_and_the_same_form_twice_is_one(sak):
    nokkel = uuid4()
    assert gruppe(sak, nokkel=nokkel) == gruppe(sak, nokkel=nokkel)
    with pytest.raises(Konflikt):
        gruppe(sak)
    assert arter(sak, "ansvarsgruppe") == 1


def test_who_sets_it_up_for_themselves_gets_no_second_access(sak):
    for_ = holder(sak, "slt")
    gruppe(sak, koordinator="slt")
    assert holder(sak, "slt") == for_


@pytest.mark.parametrize("av", ["politi", "kjerneleder", "kjerne.helse"])
def test_only_who_has_the_case_sets_up_a_follow_up(sak, av):
    with pytest.raises(IkkeTillatt):
        gruppe(sak, av=av)
    with forbi_veggene():
        assert not Ansvarsgruppe.objects.filter(sak=sak).exists()


def test_before_the_conclusion_there_is_no_follow_up():
    sak = avklart()
    with pytest.raises(IkkeTillatt):
        gruppe(sak)


def test_without_a_written_consent_nothing_is_set_up():
    sak = regi.konkluder(pa_saksliste(form="muntlig", vitne=True))
    with pytest.raises(KravMangler, match="skriftlig samtykke"):
        gruppe(sak)
    with pytest.raises(KravMangler, match="skriftlig samtykke"):
        regi.foresla_mentor(sak)
    with forbi_veggene():
        assert not Ansvarsgruppe.objects.filter(sak=sak).exists()
        assert not Mentorforlop.objects.filter(sak=sak).exists()


def test_a_proposed_mentor_sees_nothing(sak):
    regi.foresla_mentor(sak)
    assert holder(sak, "mentor") == set()
    assert hendelser(sak)[-1] == ("mentor_foreslatt", "felles")


def test_a_case_has_one_mentor_at_a_time_and_can_get_another_when_the_first_is_done(sak):
    forste = regi.foresla_mentor(sak)
    with pytest.raises(Konflikt):
        regi.foresla_mentor(sak)
    regi.flytt_mentor(forste, "slt", "avslutt")
    assert regi.foresla_mentor(sak) != forste


def test_a_signed_agreement_opens_the_mentors_own_zone_and_no_other(sak):
    forlop = regi.flytt_mentor(regi.foresla_mentor(sak), "slt", "signer")
    assert holder(sak, "mentor") == {("se", ""), ("les", "mentor"), ("skriv", "mentor")}
    assert til_og_med(sak, "mentor") == {dagslutt(regi.om(180))}
    assert (forlop.tilstand, forlop.versjon) == ("avtalt", 2)


def test_an_agreement_is_not_signed_when_the_consent_is_gone():
    sak = regi.konkluder(pa_saksliste(formal=["kjernegruppe", "samtale"]))
    _selv, foresatt = (ja(sak, giver, formal="mentor", personer=["mentor"]) for giver in ("selv", "foresatt"))
    forlop = regi.foresla_mentor(sak)
    regi.trekk_samtykke(sak, foresatt)
    with pytest.raises(Konflikt):
        regi.flytt_mentor(forlop, "slt", "signer")
    assert holder(sak, "mentor") == set()
    with forbi_veggene():
        assert Mentorforlop.objects.get(pk=forlop.pk).tilstand == "avsluttet"


def test_a_move_from_an_older_page_or_from_the_wrong_state_is_a_conflict(sak):
    forlop = regi.foresla_mentor(sak)
    with handler("slt") as slt:
        with pytest.raises(Konflikt):
            oppfolging.flytt_mentor(av=slt, forlop=forlop, overgang="signer", versjon=forlop.versjon + 1)
        with pytest.raises(Konflikt):
            oppfolging.flytt_mentor(av=slt, forlop=forlop, overgang="pause", versjon=forlop.versjon)
    assert arter(sak, "mentor_avtale") == arter(sak, "mentor_pause") == 0


def test_the_mentor_does_not_sign_their_own_agreement(sak):
    forlop = regi.flytt_mentor(regi.foresla_mentor(sak), "slt", "signer")
    regi.flytt_mentor(forlop, "mentor", "avslutt")
    assert holder(sak, "mentor") == set()
    ny = regi.foresla_mentor(sak)
    with pytest.raises((IkkeTillatt, Mentorforlop.DoesNotExist)):
        regi.flytt_mentor(ny, "mentor", "signer")


def test_what_the_mentor_does_is_told_in_the_mentors_zone_and_what_the_koordinator_does_in_felles(sak):
    forlop = regi.flytt_mentor(regi.foresla_mentor(sak), "slt", "signer")
    assert hendelser(sak)[-1] == ("mentor_avtale", "felles")
    regi.flytt_mentor(forlop, "mentor", "start")
    assert hendelser(sak)[-1] == ("mentor", "mentor")


def test_ended_the_mentor_sees_nothing_and_no_reason_is_asked(sak):
    forlop = regi.flytt_mentor(regi.foresla_mentor(sak), "slt", "signer")
    skrevet = tekster(sak)
    regi.flytt_mentor(forlop, "slt", "avslutt")
    assert holder(sak, "mentor") == set()
    assert tekster(sak) == skrevet


def logg(forlop, av="mentor", tekst="Gikk tur.", nokkel=None):
    with handler(av) as person:
        return oppfolging.logg_kontakt(
            av=person, forlop=forlop, nokkel=nokkel or uuid4(), dato=idag(), type="mote", hvordan=3, tekst=tekst
        )


@pytest.fixture
def i_gang(sak):
    forlop = regi.flytt_mentor(regi.foresla_mentor(sak), "slt", "signer")
    return regi.flytt_mentor(forlop, "mentor", "start")


def test_the_log_lies_in_the_mentors_zone(sak, i_gang):
    rad = logg(i_gang)
    assert tekster(sak)[-1] == ("kontakt", "mentor")
    assert hendelser(sak)[-1] == ("kontakt", "mentor")
    assert rad.av == bruker("mentor")


def test_a_contact_without_words_writes_no_text(sak, i_gang):
    skrevet = tekster(sak)
    assert logg(i_gang, tekst="   ").tekst is None
    assert tekster(sak) == skrevet


def test_the_same_contact_twice_is_one(sak, i_gang):
    nokkel = uuid4()
    assert logg(i_gang, nokkel=nokkel) == logg(i_gang, nokkel=nokkel)
    assert arter(sak, "kontakt") == 1


def test_in_a_pause_nothing_is_logged(sak, i_gang):
    regi.flytt_mentor(i_gang, "mentor", "pause")
    with pytest.raises((IkkeTillatt, Sak.DoesNotExist)):
        logg(i_gang)
    with forbi_veggene():
        assert not Kontakt.objects.filter(sak=sak).exists()


def test_a_pause_closes_case_log_and_card_and_to_go_on_asks_the_ground_anew(sak, i_gang):
    regi.skriv_kort(sak, ar=17)
    regi.del_kort(sak, "mentor")
    regi.flytt_mentor(i_gang, "mentor", "pause")
    assert holder(sak, "mentor") == set()
    with pytest.raises((IkkeTillatt, Konflikt, Mentorforlop.DoesNotExist, Sak.DoesNotExist)):
        regi.flytt_mentor(i_gang, "mentor", "fortsett")
    regi.flytt_mentor(i_gang, "slt", "fortsett")
    assert holder(sak, "mentor") == {("se", ""), ("les", "mentor"), ("skriv", "mentor")}


def test_a_pause_written_by_sql_closes_as_well(sak, i_gang):
    with forbi_veggene():
        Mentorforlop.objects.filter(pk=i_gang.pk).update(tilstand="pause")
    assert holder(sak, "mentor") == set()

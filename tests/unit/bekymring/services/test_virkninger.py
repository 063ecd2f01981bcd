"""What each move does besides changing the state: whose the case is, its deadline, its texts, tasks and list."""

from datetime import timedelta

import pytest
from django.utils.timezone import localdate

from bekymring.models import Ansvarsgruppe, Konklusjon, Oppgave, Sakslistepost
from bekymring.services.feil import KravMangler
from bekymring.services.felles import svarfrist
from demo import regi
from felles.tid import na
from tests.factories.gang import avklart, henvist, konkludert, meldt, pa_saksliste
from tests.factories.rapporter import forbi_veggene
from tests.factories.saker import bruker
from tests.factories.spor import hendelser, holder, saken_na, tekster

pytestmark = pytest.mark.django_db
GRUPPA = ("kjerneleder", "kjerne.helse", "kjerne.barnevern")


def rader(modell, sak, **valg):
    with forbi_veggene():
        return list(modell.objects.filter(sak=sak, **valg))


def pa_lista(sak):
    return rader(Sakslistepost, sak, tatt_av=None)


def test_taken_in_the_case_has_a_group_an_owner_and_the_reporters_deadline():
    sak = saken_na(regi.ta_imot(meldt()))
    assert (sak.kjernegruppe.navn, sak.saksansvarlig, sak.frist) == (regi.GRUPPE, bruker("slt"), svarfrist())


def test_sent_again_the_report_is_written_anew_and_the_reporter_reads_own_words_only():
    sak = regi.steg(meldt(), "slt", "returner", begrunnelse="Mer.")
    for_ = len(tekster(sak))
    regi.steg(
        sak, "laerer", "send_pa_nytt", observasjon="Mer.", beskyttelse="Trener.", gjort="Alt.", tekst_bekreftet=True
    )
    assert sorted(art for art, _ in tekster(sak)[for_:]) == ["beskyttelse", "gjort", "observasjon"]
    assert ("les", "felles") not in holder(sak, "laerer")
    assert saken_na(sak).tilstand == "mottatt"


def test_to_clarification_is_a_task_with_the_deadline_for_telling_the_person():
    sak = regi.til_avklaring(meldt())
    [oppgave] = rader(Oppgave, sak)
    assert (oppgave.ansvarlig, oppgave.frist, saken_na(sak).frist) == (bruker("slt"), regi.om(30), regi.om(30))
    assert tekster(sak)[-1] == ("oppgave", "felles")


def test_a_deadline_that_was_chosen_is_kept():
    sak = regi.steg(
        meldt(), "slt", "til_avklaring", kjernegruppe=regi.GRUPPE, dialog="Rektor snakker.", frist=regi.om(9)
    )
    assert saken_na(sak).frist == regi.om(9)


def test_from_an_anonymous_discussion_to_clarification_the_group_is_closed_out():
    sak = regi.ta_imot(meldt())
    regi.steg(sak, "slt", "droft_uten_navn")
    regi.til_avklaring(sak)
    assert [hvem for hvem in GRUPPA if holder(sak, hvem)] == []


def test_referred_only_the_leader_is_told(mailoutbox, django_capture_on_commit_callbacks):
    sak = avklart()
    with django_capture_on_commit_callbacks(execute=True):
        regi.steg(sak, "slt", "henvis")
    assert [post.to for post in mailoutbox] == [["kjerneleder@kommunen.example"]]


def test_sent_back_the_reason_is_read_and_the_leader_reads_no_more():
    sak = henvist()
    regi.steg(sak, "kjerneleder", "send_til_avklaring", begrunnelse="Trenger mer.")
    assert tekster(sak)[-1] == ("begrunnelse", "felles")
    assert holder(sak, "kjerneleder") == set()
    assert saken_na(sak).tilstand == "avklaring"


def test_on_the_list_the_deadline_is_the_day_of_the_meeting_and_members_are_told(
    mailoutbox, django_capture_on_commit_callbacks
):
    sak, mote = henvist(), regi.mote()
    with django_capture_on_commit_callbacks(execute=True):
        regi.steg(sak, "kjerneleder", "sett_pa_saksliste", mote=mote)
    [post] = pa_lista(sak)
    assert (post.mote_id, saken_na(sak).frist) == (mote.pk, localdate(mote.tid))
    assert sorted(post.to[0] for post in mailoutbox) == [
        "kjerne.barnevern@kommunen.example",
        "kjerne.helse@kommunen.example",
    ]


def test_members_who_see_nothing_are_not_told(mailoutbox, django_capture_on_commit_callbacks):
    sak, mote = henvist("16_17", "skole-barnehagekontor", "helse"), regi.mote()
    with django_capture_on_commit_callbacks(execute=True):
        regi.steg(sak, "kjerneleder", "sett_pa_saksliste", mote=mote)
    assert [post.to for post in mailoutbox] == [["kjerne.helse@kommunen.example"]]


def test_put_off_it_is_off_the_list_and_closed_for_all_but_the_leader():
    sak = pa_saksliste()
    regi.steg(sak, "kjerneleder", "utsett", begrunnelse="Ingen tid.")
    assert pa_lista(sak) == []
    assert [hvem for hvem in GRUPPA if holder(sak, hvem)] == ["kjerneleder"]


def test_put_off_the_day_of_the_meeting_is_no_deadline_any_more_and_the_next_meetings_is():
    sak = pa_saksliste()
    assert saken_na(sak).frist
    regi.steg(sak, "kjerneleder", "utsett", begrunnelse="Ingen tid.")
    assert saken_na(sak).frist is None
    senere = regi.mote(tid=na() + timedelta(days=4))
    regi.steg(sak, "kjerneleder", "sett_pa_saksliste", mote=senere)
    assert saken_na(sak).frist == localdate(senere.tid)


def test_a_conclusion_is_a_row_with_reason_responsible_and_deadline_and_what_the_child_says_is_kept():
    sak = konkludert()
    [rad] = rader(Konklusjon, sak)
    assert (rad.type, rad.ansvarlig, rad.frist, rad.av) == (
        "samtale",
        bruker("politi"),
        regi.om(14),
        bruker("kjerneleder"),
    )
    assert tekster(sak)[-3:] == [("den_unges_syn", "felles"), ("barnets_beste", "felles"), ("konklusjon", "felles")]


@pytest.mark.parametrize(
    ("type_", "oppgaver"), [("tilbud", 1), ("veiledning", 1), ("konfliktrad", 1), ("samtale", 0), ("mentor", 0)]
)
def test_what_somebody_is_to_do_is_a_task_and_what_has_a_course_of_its_own_is_not(type_, oppgaver):
    sak = konkludert(type_, ansvarlig="kjerne.helse")
    assert len([rad for rad in rader(Oppgave, sak) if rad.konklusjon_id]) == oppgaver


def test_of_two_conclusions_the_nearest_deadline_is_the_cases():
    sak = pa_saksliste()
    valg = [
        {"type": "tilbud", "begrunnelse": "x", "ansvarlig": bruker("kjerne.helse"), "frist": regi.om(dager)}
        for dager in (20, 8)
    ]
    regi.steg(sak, "kjerneleder", "konkluder", konklusjoner=valg, den_unges_syn="Enig.", barnets_beste="Vurdert.")
    assert saken_na(sak).frist == regi.om(8)
    assert len(rader(Konklusjon, sak)) == 2


def test_more_clarification_closes_the_case_for_group_and_police():
    sak = konkludert()
    regi.steg(sak, "slt", "mer_avklaring", begrunnelse="Vi må vite mer.")
    assert [hvem for hvem in (*GRUPPA, "politi") if holder(sak, hvem)] == []
    assert pa_lista(sak) == []


def test_when_follow_up_begins_the_group_is_out_and_the_deadline_is_the_one_that_was_set():
    sak = konkludert()
    regi.foresla_mentor(sak)
    regi.steg(sak, "slt", "start_oppfolging", frist=regi.om(40))
    assert saken_na(sak).frist == regi.om(40)
    assert [hvem for hvem in GRUPPA if holder(sak, hvem)] == []


def i_evaluering():
    sak = konkludert()
    regi.ansvarsgruppe(sak)
    regi.steg(sak, "slt", "start_oppfolging", frist=regi.om(40))
    return regi.steg(sak, "slt", "evaluer")


def test_going_on_has_a_new_deadline_and_a_reason():
    sak = i_evaluering()
    regi.steg(sak, "slt", "fortsett", begrunnelse="Det hjelper.", frist=regi.om(70))
    assert saken_na(sak).frist == regi.om(70)
    assert tekster(sak)[-1] == ("begrunnelse", "felles")


def test_referred_again_the_ansvarsgruppe_is_out_and_the_leader_in():
    sak = i_evaluering()
    assert holder(sak, "kjerne.helse")
    regi.steg(sak, "slt", "henvis_igjen", begrunnelse="Det trengs mer.")
    assert holder(sak, "kjerne.helse") == set()
    assert ("led", "") in holder(sak, "kjerneleder")


def test_at_the_end_follow_up_ends_no_deadline_stands_and_only_the_koordinator_is_left():
    sak = i_evaluering()
    regi.gjor_oppgaver(sak)
    regi.steg(sak, "slt", "avslutt", informert=True, begrunnelse="Målet er nådd.")
    assert rader(Ansvarsgruppe, sak, avsluttet=None) == []
    assert saken_na(sak).frist is None
    assert [hvem for hvem in (*GRUPPA, "politi", "laerer") if holder(sak, hvem)] == []
    assert ("led", "") in holder(sak, "slt")


def test_stopped_everything_shared_is_closed_at_once_without_a_word():
    sak = pa_saksliste()
    for_ = tekster(sak)
    regi.steg(sak, "slt", "stans")
    assert [hvem for hvem in (*GRUPPA, "politi", "laerer") if holder(sak, hvem)] == []
    assert (pa_lista(sak), saken_na(sak).frist, tekster(sak)) == ([], None, for_)


def test_taken_up_again_it_asks_a_new_ground_and_begins_with_clarification():
    sak = regi.steg(pa_saksliste(), "slt", "stans")
    with pytest.raises(KravMangler, match="nytt samtykke"):
        regi.steg(sak, "slt", "gjenoppta", dialog="Rektor snakker med eleven.")
    regi.gi_samtykke(sak)
    regi.steg(sak, "slt", "gjenoppta", dialog="Rektor snakker med eleven.")
    assert saken_na(sak).tilstand == "avklaring"
    assert hendelser(sak)[-1] == ("til_avklaring", "felles")
    assert saken_na(sak).frist == regi.om(30)

"""Asking for status: who is asked, what is due on which day, and one letter a person and day."""

import re
from datetime import date, datetime, timedelta
from smtplib import SMTPDataError
from uuid import uuid4

import pytest
from django.core import mail
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import IntegrityError, ProgrammingError, connection, transaction
from django.utils import timezone

from brukere.models import Bruker, Rolletildeling
from brukere.roles import Rolle
from felles.tid import flytt, idag
from samarbeid.models import Aktor, Tilknytning
from tests.conftest import PERSONER
from tests.factories.saker import lag_sak
from tests.factories.tiltak import gjor, person, rapporter, tiltak
from tiltak.choices import Ansvarsrolle, Sendetilstand, Varselart
from tiltak.lesing.innhenting import innhenting
from tiltak.lesing.mottakere import Folk
from tiltak.models import Ansvar, Sammendrag, Statusrunde, Tiltak
from tiltak.services.innhenting import avslutt_runde, lagre_varseltekst, minn_om_status, start_runde
from tiltak.services.sammendrag import lag_sammendrag, send_ventende

pytestmark = pytest.mark.django_db


def kl(dager: int, time: int = 9) -> datetime:
    """A moment so many days from today."""
    day = timezone.localdate() + timedelta(days=dager)
    return timezone.make_aware(datetime(day.year, day.month, day.day, time))


def runde(*numre: int, frist: int = 20, dager: int = 0) -> Statusrunde:
    """A round begun so many days from today, with its deadline counted from then."""
    with flytt(kl(dager, 0)):
        day = timezone.localdate() + timedelta(days=dager + frist)
        rows = Tiltak.objects.gjeldende().filter(nr__in=numre or range(1, 19))
        return gjor(start_runde, av="slt", nokkel=uuid4(), ar=idag().year, frist=day, tiltak=list(rows))


def arbeider(sql: str = "SET ROLE hp_worker") -> None:
    with connection.cursor() as cursor:
        cursor.execute(sql)


def dagens(dager: int, time: int = 9) -> dict[str, list[int]]:
    """Who gets a letter on a day, and about which tiltak; marked as sent."""
    arbeider()
    lag_sammendrag(kl(dager, time))
    day = timezone.localdate() + timedelta(days=dager)
    rows = Sammendrag.objects.filter(dag=day, tilstand=Sendetilstand.VENTER).select_related("bruker")
    told = {row.bruker.username: row.tiltak for row in rows}
    rows.update(tilstand=Sendetilstand.SENDT, sendt=kl(dager))
    arbeider("SET ROLE hp_web")
    return told


def gi_rolle(rigg, navn: str, rolle: Rolle, sted: str, *, med_i: int | None = None) -> Bruker:
    """A new account with a role at a place of work, which may then answer for a tiltak together with its lead."""
    place = Aktor.objects.get(slug=sted)
    with rigg:
        user = Bruker.objects.create(username=navn, navn=navn.title(), email=f"{navn}@kommunen.example")
        Rolletildeling.objects.create(bruker=user, rolle=rolle)
        Tilknytning.objects.create(bruker=user, aktor=place, funksjon="leder")
        if med_i:
            Ansvar.objects.create(
                tiltak=tiltak(med_i), rekkefolge=9, rolle=Ansvarsrolle.MEDANSVARLIG, aktor=place, navn_i_planen=sted
            )
    return user


SPURT = {"folkehelse": {7, 12, 17, 18}, "politi": {2, 10, 13}}


@pytest.mark.parametrize("brukernavn", PERSONER)
def test_who_is_asked_is_who_may_answer(brukernavn):
    people, user = Folk(), person(brukernavn)
    may = set(Tiltak.objects.rapporteres_av(user).values_list("nr", flat=True))
    parties = {row.nr: list(Ansvar.objects.filter(tiltak=row).gjeldende()) for row in Tiltak.objects.gjeldende()}
    asked = {nr for nr, rows in parties.items() if user in people.eiere(rows)}
    assert asked == SPURT.get(brukernavn, set())
    assert asked <= may


def test_one_act_asks_all_and_each_gets_one_letter_with_own_tiltak_and_deep_links():
    runde()
    assert dagens(0) == {"folkehelse": [7, 12, 17, 18], "politi": [2, 10, 13]}
    text = Sammendrag.objects.get(bruker=person("folkehelse")).tekst
    assert "Kari Nordby ber om status" in text
    assert [f"http://testserver/tiltak/{nr}/status/" in text for nr in (7, 12, 17, 18, 2)] == [True] * 4 + [False]


def test_only_the_koordinator_asks():
    with pytest.raises(PermissionDenied):
        gjor(start_runde, av="folkehelse", nokkel=uuid4(), ar=2026, frist=date(2099, 1, 1), tiltak=[tiltak(7)])


def test_the_same_form_twice_is_one_round_and_a_second_round_is_refused():
    key, day = uuid4(), timezone.localdate() + timedelta(days=5)
    both = [gjor(start_runde, av="slt", nokkel=key, ar=day.year, frist=day, tiltak=[tiltak(7)]) for _once in range(2)]
    assert both[0] == both[1]
    with pytest.raises(ValidationError, match="alt i gang"):
        runde(12)
    assert Statusrunde.objects.count() == 1


def test_a_deadline_that_is_over_is_refused_by_form_and_database():
    with pytest.raises(ValidationError, match="Fristen er over"):
        runde(7, frist=-1)
    row = runde(7)
    with pytest.raises(IntegrityError, match="frist_etter_start"), transaction.atomic():
        Statusrunde.objects.filter(pk=row.pk).update(frist=timezone.localdate() - timedelta(days=2))


def test_reminders_come_a_week_and_a_day_before_the_day_after_and_then_every_week():
    runde(7, frist=20)
    days = [day for day in range(45) if "folkehelse" in dagens(day)]
    assert days == [0, 13, 19, 21, 27, 34, 41]


def test_who_has_answered_hears_no_more():
    row = runde(7, frist=20)
    dagens(0)
    with flytt(kl(1)):
        rapporter(7, av="folkehelse", ar=row.ar)
    assert [dagens(day) for day in (13, 21, 27)] == [{}, {}, {}]


def test_a_day_that_was_lost_is_made_good_by_the_next():
    runde(7, frist=20)
    dagens(0)
    assert dagens(15) == {"folkehelse": [7]}


def test_two_runs_on_a_day_are_one_letter_and_the_database_holds_it():
    runde()
    dagens(0, time=9)
    with flytt(kl(0, 10)):
        gjor(minn_om_status, av="slt", runde=Statusrunde.objects.apen())
    assert dagens(0, time=11) == {}
    assert dagens(1) == {"folkehelse": [7, 12, 17, 18], "politi": [2, 10, 13]}
    one = Sammendrag.objects.first()
    arbeider()
    with pytest.raises(IntegrityError, match="sammendrag_ett_om_dagen"), transaction.atomic():
        Sammendrag.objects.create(bruker=one.bruker, dag=one.dag, emne="To", tekst="To")
    arbeider("SET ROLE hp_web")


def test_a_week_after_the_deadline_the_units_leader_is_told_and_then_the_radmann(rigg):
    gi_rolle(rigg, "leder", Rolle.TJENESTELEDER, "folkehelse")
    runde(12, frist=20)
    told = {day: sorted(dagens(day)) for day in range(36)}
    assert {day for day, names in told.items() if "leder" in names} == {27, 34}
    assert {day for day, names in told.items() if "radmann" in names} == {34}
    text = Sammendrag.objects.get(bruker__username="leder", dag=timezone.localdate() + timedelta(days=27)).tekst
    assert "/tiltak/12/\n" in text
    assert "/status/" not in text


def test_the_day_after_the_deadline_who_answers_with_the_lead_is_asked_too(rigg):
    gi_rolle(rigg, "med", Rolle.TILTAKSANSVARLIG, "nav-integrering", med_i=12)
    runde(12, frist=20)
    told = {day: dagens(day) for day in range(22)}
    assert {day for day, names in told.items() if "med" in names} == {21}
    assert "folkehelse" in told[13]


def test_a_leader_further_up_is_told_when_the_unit_has_none(rigg):
    gi_rolle(rigg, "kommunalsjef", Rolle.TJENESTELEDER, "sandefjord-kommune")
    runde(12, frist=20)
    for day in (0, 13, 19, 21):
        dagens(day)
    assert "kommunalsjef" in dagens(27)


def test_an_owner_who_left_and_one_without_an_account_are_said_in_words(rigg):
    rapporter(12, av="folkehelse")
    with rigg:
        Bruker.objects.filter(username="folkehelse").update(is_active=False)
    rows = {row.tiltak.nr: row for row in innhenting(runde()).rader}
    assert "Anne Vik svarte sist, men har sluttet." in rows[12].hindring
    assert "Ingen ved Kommunen har konto med rollen tiltaksansvarlig." in rows[4].hindring
    assert rows[2].hindring == ""


def test_without_an_address_nobody_is_written_to_and_the_koordinator_sees_it(rigg):
    with rigg:
        Bruker.objects.filter(username="folkehelse").update(email="")
    status = innhenting(runde(7))
    assert status.rader[0].hindring.startswith("Anne Vik har ingen e-postadresse.")
    assert [row.bruker.username for row in status.stille] == ["folkehelse"]
    assert dagens(0) == {}


def test_an_ended_round_sends_nothing():
    row = runde(7)
    gjor(avslutt_runde, av="slt", runde=row)
    assert dagens(0) == {}


def test_the_koordinators_own_words_are_used_and_unknown_places_refused():
    with pytest.raises(ValidationError, match="Vi kjenner ikke"):
        gjor(lagre_varseltekst, av="slt", art=Varselart.FORESPORSEL, emne="Hei", tekst="Hei {fullt_navn}", sett=0)
    gjor(
        lagre_varseltekst,
        av="slt",
        art=Varselart.FORESPORSEL,
        emne="{antall} tiltak",
        tekst="Svar til {koordinator}.",
        sett=0,
    )
    runde(7, 12)
    dagens(0)
    row = Sammendrag.objects.get(bruker=person("folkehelse"))
    assert row.emne == "2 tiltak"
    assert "Svar til Kari Nordby." in row.tekst


# --- Sending --------------------------------------------------------------------------------------------------
@pytest.fixture
def post():
    """Today's letters wait, as the worker left them."""
    runde()
    arbeider()
    assert lag_sammendrag() == 2
    yield
    arbeider("SET ROLE hp_web")


def test_each_letter_is_sent_once_however_often_the_sweep_runs(post):
    assert [send_ventende(), send_ventende(), lag_sammendrag()] == [2, 0, 0]
    assert sorted(letter.to[0] for letter in mail.outbox) == ["folkehelse@kommunen.example", "politi@kommunen.example"]
    assert set(Sammendrag.objects.values_list("tilstand", flat=True)) == {Sendetilstand.SENDT}


def test_what_was_cut_off_while_it_was_handed_over_is_not_sent_again_that_day(post):
    one = Sammendrag.objects.first()
    Sammendrag.objects.filter(pk=one.pk).update(
        tilstand=Sendetilstand.SENDER, forsok=1, lease=timezone.now() - timedelta(seconds=1)
    )
    assert send_ventende() == 1
    one.refresh_from_db()
    assert one.tilstand == Sendetilstand.AVBRUTT
    assert [letter.to for letter in mail.outbox] != [[one.bruker.email]]
    lag_sammendrag(kl(1))
    assert Sammendrag.objects.filter(bruker=one.bruker, dag__gt=one.dag).count() == 1, "told again tomorrow"


def test_a_letter_the_server_refused_is_tried_five_times(post, settings):
    settings.EMAIL_BACKEND = "tests.unit.tiltak.test_innhenting.Nekter"
    for _try in range(7):
        Sammendrag.objects.update(lease=None)
        send_ventende()
    assert set(Sammendrag.objects.values_list("tilstand", "forsok")) == {(Sendetilstand.FEILET, 5)}


class Nekter:
    """A mail server that takes nothing."""

    def __init__(self, **_kwargs: object) -> None: ...

    def send_messages(self, _messages: object) -> int:
        raise SMTPDataError(450, b"full")


def test_yesterdays_letter_is_never_sent_late(post):
    arbeider("SET ROLE hp_rigg")
    Sammendrag.objects.update(dag=timezone.localdate() - timedelta(days=1))
    arbeider()
    assert send_ventende() == 0


def test_the_web_cannot_write_letters_nor_the_worker_reword_them(post):
    with pytest.raises(ProgrammingError, match="permission denied"), transaction.atomic():
        Sammendrag.objects.update(tekst="Annet")
    arbeider("SET ROLE hp_web")
    with pytest.raises(ProgrammingError, match="permission denied"), transaction.atomic():
        Sammendrag.objects.update(tilstand=Sendetilstand.VENTER)


def test_a_letter_holds_titles_of_the_plan_and_addresses_of_tiltak_and_nothing_of_a_case(post):
    arbeider("SET ROLE hp_web")
    case = lag_sak()
    text = "".join(Sammendrag.objects.values_list("tekst", flat=True))
    assert case.nummer not in text
    assert re.sub(r"/tiltak/\d+/status/", "", " ".join(re.findall(r"http://testserver(\S+)", text))).strip() == ""
    lines = [line for line in text.splitlines() if line.startswith("Tiltak ")]
    titles = {f"Tiltak {row.nr}: {row.tittel}" for row in Tiltak.objects.gjeldende()}
    assert lines
    assert set(lines) <= titles

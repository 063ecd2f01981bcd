"""Sharing without consent takes a law, a reason and a second person who looks and agrees (R2, R4, saksgang 6)."""

from datetime import timedelta
from uuid import uuid4

import pytest
from django.db import ProgrammingError, transaction

from bekymring.lesing.grunnlag import dagslutt
from bekymring.models import Delingsgrunnlag, Hjemmel
from bekymring.services import annet_grunnlag, klokka, to_personer
from bekymring.services.feil import IkkeTillatt, Konflikt, KravMangler
from bekymring.services.tilgang import sett_sperre
from brukere.models import Rolletildeling
from demo import regi
from felles.tid import na
from samarbeid.models import Aktor
from tests.factories.gang import meldt
from tests.factories.grunnlag import dekkes, godkjenn
from tests.factories.rapporter import forbi_veggene
from tests.factories.saker import bruker
from tests.factories.spor import handler, hendelser, holder, som_arbeider, tekster, til_og_med

pytestmark = pytest.mark.django_db


@pytest.fixture
def sak(db):
    godkjenn("liv_helse")
    return regi.til_avklaring(meldt())


def bekreft(sak, rad, av="slt2"):
    with handler(av) as person:
        return to_personer.bekreft(av=person, sak=sak, rad=rad)


def test_written_down_it_covers_nobody_before_the_second_person_has_agreed(sak):
    rad = regi.registrer_grunnlag(sak)
    assert not dekkes(sak, "kjerneleder", "kjernegruppe")
    bekreft(sak, rad)
    assert dekkes(sak, "kjerneleder", "kjernegruppe")
    assert not dekkes(sak, "kjerne.helse", "kjernegruppe")


def test_the_reason_is_a_text_in_felles_and_the_ground_lasts_to_the_end_of_its_day(sak):
    rad = regi.registrer_grunnlag(sak)
    assert tekster(sak)[-1] == ("nodvendighet", "felles")
    assert hendelser(sak)[-1] == ("grunnlag", "felles")
    assert (rad.til, rad.bestemt_av) == (dagslutt(regi.om(30)), bruker("slt"))


def test_the_deputy_may_sign_for_a_week_and_reads_no_more_than_that_and_is_told(
    sak, mailoutbox, django_capture_on_commit_callbacks
):
    with django_capture_on_commit_callbacks(execute=True):
        regi.registrer_grunnlag(sak)
    assert holder(sak, "slt2") == {("se", ""), ("egne", ""), ("skriv", "felles")}
    [slutt] = til_og_med(sak, "slt2")
    assert timedelta(days=6, hours=23) < slutt - na() <= timedelta(days=7)
    assert [post.to for post in mailoutbox] == [["slt2@kommunen.example"]]


def test_with_the_answer_the_deputys_look_into_the_case_is_over(sak):
    rad = bekreft(sak, regi.registrer_grunnlag(sak))
    assert rad.bekreftet_av == bruker("slt2")
    assert holder(sak, "slt2") == set()
    assert hendelser(sak)[-1] == ("grunnlag_bekreftet", "felles")


def test_agreeing_twice_is_once(sak):
    rad = regi.registrer_grunnlag(sak)
    with handler("slt2") as slt2:
        to_personer.bekreft(av=slt2, sak=sak, rad=rad)
    with handler("slt") as slt:
        assert to_personer.bekreft(av=slt, sak=sak, rad=rad).bekreftet_av == bruker("slt2")
    assert [art for art, _ in hendelser(sak)].count("grunnlag_bekreftet") == 1


def test_nobody_agrees_with_themselves(sak):
    rad = regi.registrer_grunnlag(sak)
    with pytest.raises(IkkeTillatt):
        bekreft(sak, rad, av="slt")
    with forbi_veggene():
        assert Delingsgrunnlag.objects.get(pk=rad.pk).bekreftet_av is None


@pytest.mark.parametrize("av", ["politi", "kjerneleder", "personvern"])
def test_nobody_but_a_koordinator_agrees(sak, av):
    with pytest.raises((IkkeTillatt, Konflikt)):
        bekreft(sak, regi.registrer_grunnlag(sak), av=av)


def test_without_another_koordinator_nothing_is_written_down(sak):
    with forbi_veggene():
        Rolletildeling.objects.filter(bruker=bruker("slt2")).update(til=na())
    for_ = hendelser(sak), tekster(sak)
    with pytest.raises(KravMangler, match="ingen annen koordinator"):
        regi.registrer_grunnlag(sak)
    assert (hendelser(sak), tekster(sak)) == for_
    with forbi_veggene():
        assert not Delingsgrunnlag.objects.filter(sak=sak).exists()


def test_a_koordinator_who_is_kept_out_is_not_asked(sak):
    with handler("slt") as slt:
        sett_sperre(av=slt, sak=sak, bruker=bruker("slt2"), grunn="slekt")
    with pytest.raises(KravMangler, match="ingen annen koordinator"):
        regi.registrer_grunnlag(sak)
    assert holder(sak, "slt2") == set()


def test_a_law_no_jurist_has_approved_carries_nothing(db):
    sak = regi.til_avklaring(meldt())
    with forbi_veggene():
        Hjemmel.objects.update(jurist_godkjent=None)
    with pytest.raises(KravMangler, match="hjemmelen kan ikke brukes"):
        regi.registrer_grunnlag(sak)


def test_a_law_not_in_use_carries_nothing_even_when_approved(sak):
    godkjenn("forskrift")
    with pytest.raises(KravMangler, match="hjemmelen kan ikke brukes"):
        regi.registrer_grunnlag(sak, hjemmel="forskrift")


def test_the_same_form_twice_is_one_ground(sak):
    nokkel = uuid4()
    with handler("slt") as slt:
        en, to = (
            annet_grunnlag.registrer_grunnlag(
                av=slt,
                sak=sak,
                nokkel=nokkel,
                mottaker=Aktor.objects.get(slug="helse"),
                hjemmel=Hjemmel.objects.get(kode="liv_helse"),
                opplysninger=["med_navn"],
                formal=["kjernegruppe"],
                nodvendighet="Det er fare for at noen blir skadet.",
                til=regi.om(3),
            )
            for _ in range(2)
        )
    assert en == to
    assert [art for art, _ in hendelser(sak)].count("grunnlag") == 1


@pytest.mark.parametrize(
    "grunn",
    [
        "x" * 40,
        "xx yy xx yy xx yy xx yy",
        "aaaa bbbb cccc dddd eeee ffff",
        "Fare for liv eller helse, forvaltningsloven § 13 b",
    ],
)
def test_a_reason_without_three_words_of_ones_own_is_no_reason(sak, grunn):
    with pytest.raises(KravMangler, match="egne ord"):
        regi.registrer_grunnlag(sak, nodvendighet=grunn)


def avsla(sak, rad, av="slt2"):
    with handler(av) as person:
        return to_personer.avsla(av=person, sak=sak, rad=rad)


def avslutt(sak, rad, av="slt"):
    with handler(av) as person:
        return to_personer.avslutt(av=person, sak=sak, rad=rad)


def test_a_refusal_ends_it_and_is_told_to_the_one_who_asked(sak, mailoutbox, django_capture_on_commit_callbacks):
    rad = regi.registrer_grunnlag(sak)
    with django_capture_on_commit_callbacks(execute=True):
        avsla(sak, rad)
    assert [post.to for post in mailoutbox] == [["slt@kommunen.example"]]
    assert hendelser(sak)[-1] == ("grunnlag_avslatt", "felles")
    assert holder(sak, "slt2") == set()
    assert not dekkes(sak, "kjerneleder", "kjernegruppe")


def test_what_is_refused_cannot_be_confirmed_afterwards(sak):
    rad = regi.registrer_grunnlag(sak)
    avsla(sak, rad)
    with pytest.raises((IkkeTillatt, Konflikt)):
        bekreft(sak, rad)


def test_taken_back_it_waits_for_nobody(sak):
    rad = regi.registrer_grunnlag(sak)
    avslutt(sak, rad)
    assert holder(sak, "slt2") == set()
    assert hendelser(sak)[-1] == ("grunnlag_slutt", "felles")
    with pytest.raises((IkkeTillatt, Konflikt)):
        bekreft(sak, rad)


def test_a_confirmed_ground_is_ended_at_any_time_and_once(sak):
    rad = bekreft(sak, regi.registrer_grunnlag(sak))
    assert dekkes(sak, "kjerneleder", "kjernegruppe")
    avslutt(sak, rad)
    avslutt(sak, rad)
    assert not dekkes(sak, "kjerneleder", "kjernegruppe")
    assert [art for art, _ in hendelser(sak)].count("grunnlag_slutt") == 1


def test_a_law_taken_out_of_use_between_page_and_press_is_not_confirmed(sak):
    rad = regi.registrer_grunnlag(sak)
    with forbi_veggene():
        Hjemmel.objects.filter(kode="liv_helse").update(jurist_godkjent=None)
    with pytest.raises(KravMangler, match="kan ikke brukes lenger"):
        bekreft(sak, rad)


# --- It cannot wait ------------------------------------------------------------------------------------------------
def haster(sak, slug="skole-barnehagekontor", hjemmel="liv_helse"):
    return regi.registrer_grunnlag(sak, slug, hjemmel, haster=True)


def test_danger_to_life_begins_at_once_and_lasts_24_hours(sak):
    rad = haster(sak)
    assert dekkes(sak, "kjerneleder", "kjernegruppe")
    assert timedelta(hours=23, minutes=59) < rad.bekreftes_innen - na() <= timedelta(hours=24)


def test_confirmed_within_the_24_hours_it_lasts_on(sak):
    rad = bekreft(sak, haster(sak))
    with forbi_veggene():
        Delingsgrunnlag.objects.filter(pk=rad.pk).update(bekreftes_innen=na() - timedelta(hours=1))
    assert dekkes(sak, "kjerneleder", "kjernegruppe")


def loper_ut(rad):
    with forbi_veggene():
        tid = na() - timedelta(minutes=1)
        Delingsgrunnlag.objects.filter(pk=rad.pk).update(fra=tid - timedelta(hours=24), bekreftes_innen=tid)


def test_unconfirmed_it_covers_nobody_after_24_hours_and_the_job_tells_once(
    sak, mailoutbox, django_capture_on_commit_callbacks
):
    loper_ut(haster(sak))
    assert not dekkes(sak, "kjerneleder", "kjernegruppe")
    for _ in range(2):
        with django_capture_on_commit_callbacks(execute=True), som_arbeider():
            klokka.folg_klokka()
    assert [post.to for post in mailoutbox] == [["slt@kommunen.example"]]


def test_the_next_one_to_the_same_recipient_is_confirmed_first(sak):
    loper_ut(haster(sak))
    with pytest.raises(KravMangler, match="ikke bekreftet"):
        haster(sak)
    haster(sak, "helse")


def test_no_other_law_begins_before_it_is_confirmed(sak):
    godkjenn("samme_organ")
    with pytest.raises(KravMangler, match="Bare fare for liv"):
        haster(sak, hjemmel="samme_organ")


# --- The web role, by SQL ------------------------------------------------------------------------------------------
def test_nobody_confirms_for_another_and_nobody_makes_it_last_longer(sak):
    rad = regi.registrer_grunnlag(sak)
    with handler("slt"):
        for felt in (
            {"bekreftet_av": bruker("slt2")},
            {"til": rad.til + timedelta(days=1)},
        ):
            with pytest.raises(ProgrammingError, match="en annen må bekrefte"), transaction.atomic():
                Delingsgrunnlag.objects.filter(pk=rad.pk).update(**felt)


def test_nothing_is_sent_in_confirmed_or_with_more_than_24_hours(sak):
    rad = regi.registrer_grunnlag(sak)
    for felt in ({"bekreftet_av": bruker("slt2")}, {"bekreftes_innen": na() + timedelta(hours=25)}):
        with handler("slt"), pytest.raises(ProgrammingError), transaction.atomic():
            ny = Delingsgrunnlag.objects.get(pk=rad.pk)
            ny.pk = uuid4()
            for navn, verdi in felt.items():
                setattr(ny, navn, verdi)
            ny.save(force_insert=True)

"""Sharing without consent takes a law, a reason and a second person who looks and agrees (R2, R4, saksgang 6)."""

from datetime import timedelta
from uuid import uuid4

import pytest

from bekymring.lesing.grunnlag import dagslutt
from bekymring.models import Delingsgrunnlag, Hjemmel
from bekymring.services import annet_grunnlag
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
from tests.factories.spor import handler, hendelser, holder, tekster, til_og_med

pytestmark = pytest.mark.django_db


@pytest.fixture
def sak(db):
    godkjenn("liv_helse")
    return regi.til_avklaring(meldt())


def bekreft(sak, rad, av="slt2"):
    with handler(av) as person:
        return annet_grunnlag.bekreft_grunnlag(av=person, sak=sak, rad=rad)


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


def test_the_deputy_reads_felles_for_a_week_for_this_and_is_told(sak, mailoutbox, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        regi.registrer_grunnlag(sak)
    assert holder(sak, "slt2") == {("se", ""), ("les", "felles"), ("skriv", "felles")}
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
        annet_grunnlag.bekreft_grunnlag(av=slt2, sak=sak, rad=rad)
    with handler("slt") as slt:
        assert annet_grunnlag.bekreft_grunnlag(av=slt, sak=sak, rad=rad).bekreftet_av == bruker("slt2")
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

"""What a place in a kjernegruppe opened ends with it, on the next request, whoever ends it and how (R29)."""

from datetime import timedelta

import pytest
from django.utils import timezone

from bekymring.choices import Grupperolle, Sakrolle
from bekymring.lesing.tilgang import hvem_kan_se
from bekymring.models import Medlemskap, Tilgang
from bekymring.services.feil import IkkeTillatt
from bekymring.services.kjernegruppe import avslutt_medlemskap
from demo import regi
from tests.factories.saker import bruker, gi
from vern.kontekst import som as i_kontekst

pytestmark = pytest.mark.django_db


def sete(navn):
    with i_kontekst(bruker("slt")):
        return Medlemskap.objects.get(bruker__username=navn)


def endre(navn, **felt):
    with i_kontekst(bruker("slt")):
        Medlemskap.objects.filter(bruker__username=navn).update(**felt)


def ser(sak, navn):
    """Does «who may see» list the person, and can they open it?"""
    with i_kontekst(bruker("slt")):
        return bruker(navn).pk in {rett.bruker_id for rett in hvem_kan_se(sak)}


def test_the_koordinator_ends_it_and_the_case_is_gone_on_the_next_request(som, pa_saksliste):
    helse = som("kjerne.helse")
    assert helse.get(pa_saksliste.her).status_code == 200
    side = f"/kjernegruppe/medlem/{sete('kjerne.helse').pk}/avslutt/"
    assert "går ut av gruppa nå" in som("slt").get(side).content.decode()
    svar = som("slt").post(side, follow=True).content.decode()
    assert "er ikke lenger med i gruppa" in svar
    assert helse.get(pa_saksliste.her).status_code == 404
    assert pa_saksliste.sak.nummer not in helse.get("/bekymring/").content.decode()
    assert not ser(pa_saksliste.sak, "kjerne.helse") and ser(pa_saksliste.sak, "kjerne.barnevern")
    assert som("slt").post(side).status_code == 404  # once


def test_only_the_koordinator_ends_it(pa_saksliste):
    leder = bruker("kjerneleder")
    with i_kontekst(leder), pytest.raises(IkkeTillatt):
        avslutt_medlemskap(av=leder, medlemskap=sete("kjerne.helse"))
    endre("kjerne.helse")
    assert ser(pa_saksliste.sak, "kjerne.helse")


def test_an_end_ahead_is_the_end_of_the_grants(pa_saksliste):
    slutt = timezone.now() + timedelta(hours=3)
    endre("kjerne.helse", til=slutt)
    helse = bruker("kjerne.helse")
    with i_kontekst(helse):
        rader = Tilgang.objects.filter(user=helse, content_object=pa_saksliste.sak)
        assert {rad.til for rad in rader} == {slutt}


def test_a_leader_who_becomes_a_member_leads_no_more(som, pa_saksliste):
    leder = som("kjerneleder")
    assert leder.get(pa_saksliste.her + "tilgang/").status_code == 200
    endre("kjerneleder", rolle=Grupperolle.MEDLEM)
    assert leder.get(pa_saksliste.her + "tilgang/").status_code == 404
    assert som("slt").get(pa_saksliste.her).status_code == 200


def test_what_was_given_for_another_reason_stays(pa_saksliste):
    helse = bruker("kjerne.helse")
    gi(pa_saksliste.sak, "kjerne.helse", "felles", grunnlag=Sakrolle.ANSVARSGRUPPE)
    endre("kjerne.helse", til=timezone.now())
    with i_kontekst(helse):
        rader = Tilgang.objects.filter(user=helse).exclude(rett="se")
        assert {(rad.rett, rad.sone, rad.grunnlag) for rad in rader} == {("les", "felles", "ansvarsgruppe")}


def test_a_new_function_in_the_group_ends_nothing(pa_saksliste):
    endre("kjerne.helse", funksjon="psykolog")
    assert ser(pa_saksliste.sak, "kjerne.helse")


def test_given_by_hand_as_a_member_it_lasts_no_longer_than_the_place(som, pa_saksliste):
    slutt = timezone.now() + timedelta(days=2)
    endre("kjerne.helse", til=slutt)
    sak, slt, helse = pa_saksliste.sak, bruker("slt"), bruker("kjerne.helse")
    with i_kontekst(slt):
        grunn = sak.delingsgrunnlag.get(mottaker__slug="helse", samtykke__part__type="selv")
    data = {
        "bruker": helse.pk,
        "rolle": "gruppe",
        "soner": ["felles"],
        "skriv": "nei",
        "grunn": grunn.pk,
        "begrunnelse": "Skal vurdere saken.",
        "til": f"{regi.om(10):%d.%m.%Y}",
    }
    her = pa_saksliste.her + "tilgang/gi/"
    nokkel = som("slt").get(her).context["skjema"]["nokkel"].value()
    assert som("slt").post(her, data | {"nokkel": nokkel}).status_code == 302
    with i_kontekst(helse):
        assert {rad.til for rad in Tilgang.objects.filter(user=helse, content_object=sak)} == {slutt}

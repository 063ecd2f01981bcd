"""Guidance of a family: nothing of the person they worry about; the one who gets it consents, for themselves (R9)."""

from uuid import uuid4

import pytest
from django.core.exceptions import PermissionDenied
from django.db import DatabaseError, transaction

from bekymring.models import Sak, Tekst
from bekymring.services import deling, familie, identitet
from bekymring.services.feil import IkkeTillatt, KravMangler
from bekymring.services.samtykke import parter
from demo import regi
from tests.factories.grunnlag import dekkes, ja
from tests.factories.rapporter import forbi_veggene
from tests.factories.saker import bruker, skriv, sql
from tests.factories.spor import handler, holder, saken_na
from tests.pages.bekymring.conftest import samtykket
from tests.pages.bekymring.skjema import felt, send, valgene

pytestmark = pytest.mark.django_db


@pytest.fixture
def sak(db):
    regi.lag_grupper()
    with handler("slt") as slt:
        return familie.start_familieveiledning(av=slt, nokkel=uuid4(), onske="Vi vil snakke sammen uten å krangle.")


def test_the_case_has_no_age_and_no_name_and_lies_with_the_koordinator(sak):
    rad = saken_na(sak)
    assert (rad.modus, rad.aldersspenn, rad.tilstand) == ("familie", "", "avklaring")
    assert {("led", ""), ("les", "felles")} <= holder(sak, "slt")
    with handler("slt") as slt, pytest.raises(IkkeTillatt):
        identitet.skriv_kort(av=slt, sak=sak, nokkel=uuid4(), kort=identitet.Kort("Oppdiktet Person", "telefon"))
    with pytest.raises(PermissionDenied):
        skriv(sak, "slt", "identitet", "Oppdiktet Person")


@pytest.mark.parametrize("felt_", ["aldersspenn = '16_17'", "modus = 'identifisert'", "modus = 'anonym'"])
def test_nobody_gives_it_an_age_or_makes_it_a_case_about_a_person(sak, felt_):
    with handler("slt"), pytest.raises(DatabaseError), transaction.atomic():
        sql(f"UPDATE bekymring_sak SET {felt_} WHERE id = %s", sak.pk)


@pytest.mark.parametrize("hvem", ["laerer", "politi", "kjerneleder", "personvern", "radmann"])
def test_only_a_koordinator_starts_it(hvem):
    with handler(hvem) as person, pytest.raises(IkkeTillatt):
        familie.start_familieveiledning(av=person, nokkel=uuid4(), onske="Hjelp.")
    with forbi_veggene():
        assert not Sak.objects.filter(modus="familie").exists()


def test_the_one_who_gets_guidance_consents_and_nobody_else_is_asked(sak):
    assert not dekkes(sak, "kjerne.helse", "familie")
    with handler("slt"):
        [part] = parter(sak)
    assert part.type == "familie"
    ja(sak, part, "helse", formal="familie", hva=["utvalgte"])
    assert dekkes(sak, "kjerne.helse", "familie", "utvalgte")
    assert not dekkes(sak, "kjerne.helse", "kjernegruppe", "utvalgte")
    assert not dekkes(sak, "kjerne.barnevern", "familie", "utvalgte")


def test_who_guides_the_family_gets_what_the_family_wants_help_with(sak):
    with handler("slt"):
        [part] = parter(sak)
    rad = ja(sak, part, "helse", formal="familie", hva=["utvalgte"])
    with handler("slt") as slt:
        deling.del_opplysninger(
            av=slt,
            sak=sak,
            nokkel=uuid4(),
            tekster=[(sak.tekster.get(art="onske"), "Vi vil snakke sammen uten å krangle.")],
            grunnlag=rad.grunnlag.get(),
            alle=False,
            mottaker=bruker("kjerne.helse"),
            hvorfor="Helse skal veilede familien.",
            hvor_mye="Bare det de ønsker.",
            til=regi.om(30),
        )
    with handler("kjerne.helse"):
        assert Tekst.objects.filter(sak=sak).count() == 1
    regi.trekk_samtykke(sak, rad)
    with handler("kjerne.helse"):
        assert not Tekst.objects.filter(sak=sak).exists()


def test_it_does_not_go_to_the_kjernegruppe(sak):
    with pytest.raises(KravMangler, match="Familieveiledning går ikke til kjernegruppa"):
        regi.steg(sak, "slt", "henvis", kjernegruppe=regi.GRUPPE)


def test_from_the_list_to_the_consent_by_the_pages(som):
    regi.lag_grupper()
    slt = som("slt")
    assert "/bekymring/familie/" in slt.get("/bekymring/").text
    svar = send(slt, "/bekymring/familie/", onske="Vi vil snakke sammen.", spurt="on")
    assert "Familieveiledningen er registrert." in svar.text
    with handler("slt"):
        her = f"/bekymring/{Sak.objects.get(modus='familie').ref}/"
    assert "Familieveiledning" in slt.get(her).text and "alder" not in slt.get(her).text.split("</h1>")[0][-80:]
    side = slt.get(f"{her}samtykke/")
    assert valgene(side, "givere") == ["familie"]
    data = samtykket(givere=["familie"], formal=["familie"], mottakere=valgene(side, "mottakere")[:1])
    data.pop("foreldreansvar")
    svar = slt.post(f"{her}samtykke/", felt(side) | data, follow=True)
    assert "Samtykket er registrert." in svar.text
    for del_ in ("oppsummering/", "innsyn/", "tilgang/", "deling/", "grunnlag/"):
        assert slt.get(her + del_).status_code == 200, del_
    for del_ in ("alder/", "hvem/skriv/", "unntak/"):
        assert slt.get(her + del_).status_code == 404, del_
    assert "Familieveiledning" in slt.get("/bekymring/").text


def test_the_family_must_have_asked_for_it(som):
    svar = send(som("slt"), "/bekymring/familie/", onske="Vi vil snakke sammen.")
    assert "Start bare når familien selv har bedt om det." in svar.text
    assert "Vi vil snakke sammen." in svar.text

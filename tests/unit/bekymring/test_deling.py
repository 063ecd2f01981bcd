"""Chosen texts copied to another service: by who may, on a ground that holds, and back again at once (R1-R4, R6)."""

from datetime import timedelta
from uuid import uuid4

import pytest
from django.core.exceptions import PermissionDenied

from bekymring.choices import Opplysning
from bekymring.lesing.grunnlag import dagslutt
from bekymring.lesing.innsyn import innsyn
from bekymring.models import Deling, Delingsgrunnlag, Sak, Tekst
from bekymring.services import deling
from bekymring.services.feil import IkkeTillatt, KravMangler
from bekymring.services.tilgang import gi_tilgang
from demo import regi
from felles.tid import flytt, na
from tests.factories.gang import meldt, pa_saksliste
from tests.factories.grunnlag import dekkes, ja, trekk_alle
from tests.factories.rapporter import forbi_veggene
from tests.factories.saker import bruker, skriv
from tests.factories.spor import handler, hendelser, holder, tekster
from vern.kontekst import som

pytestmark = pytest.mark.django_db
DAGER = 60


@pytest.fixture
def sak(db):
    sak = pa_saksliste(dager=DAGER, opplysninger=Opplysning.values, formal=["kjernegruppe"])
    regi.vurder(sak, "kjerne.helse", "helse", "Sover dårlig.")
    return sak


def grunn(sak, slug="barnevern"):
    with forbi_veggene():
        rader = Delingsgrunnlag.objects.select_related("mottaker").filter(samtykke__part__type="selv")
        return rader.get(sak=sak, mottaker__slug=slug)


def vurderinger(sak, **valg):
    with forbi_veggene():
        return list(Tekst.objects.filter(sak=sak, art="vurdering", **valg).order_by("tid"))


def dele(sak, av="kjerne.helse", hvilke=None, **mer):
    felt = {"alle": False, "mottaker": None, "hvorfor": "Hvorfor.", "hvor_mye": "Så mye.", "til": regi.om(30)}
    felt |= {"nokkel": uuid4(), "grunnlag": mer.get("grunnlag") or grunn(sak)} | mer
    valgte = vurderinger(sak, deling=None) if hvilke is None else hvilke
    with handler(av) as person:
        return deling.del_opplysninger(
            av=person, sak=sak, tekster=[(tekst, "Sover dårlig.") for tekst in valgte], **felt
        )


def les(sak, hvem, sone):
    """The assessments a persona reads in a zone, in plain words."""
    person = bruker(hvem)
    with som(person) as ctx:
        ring = innsyn(ctx, [sak], del_="test")
        return [ring.apne(tekst) for tekst in sak.tekster.filter(sone=sone, art="vurdering")]


def test_the_copy_is_read_where_the_ground_points_and_the_original_stays(sak):
    rad = dele(sak)
    assert les(sak, "kjerne.barnevern", "barnevern") == ["Sover dårlig."]
    assert les(sak, "kjerne.helse", "helse") == ["Sover dårlig."]
    assert [(t.sone, t.deling) for t in vurderinger(sak)] == [("helse", None), ("barnevern", rad.pk)]


def test_the_reason_lies_where_the_original_lies_and_both_sides_have_an_event(sak):
    dele(sak)
    assert ("nodvendighet", "helse") in tekster(sak)
    assert hendelser(sak)[-2:] == [("delt", "helse"), ("delt", "barnevern")]


def test_shared_with_one_person_the_others_there_are_not_told(sak, mailoutbox, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        rad = dele(sak, mottaker=bruker("kjerne.barnevern"))
    assert rad.mottaker == bruker("kjerne.barnevern")
    assert hendelser(sak)[-1] == ("delt", "helse")
    assert [post.to for post in mailoutbox] == [["kjerne.barnevern@kommunen.example"]]


def test_the_same_form_twice_is_one_sharing(sak):
    nokkel = uuid4()
    assert dele(sak, nokkel=nokkel) == dele(sak, nokkel=nokkel)
    assert len(vurderinger(sak, sone="barnevern")) == 1


def test_it_lasts_to_the_end_of_the_day(sak):
    assert dele(sak, til=regi.om(DAGER)).til == dagslutt(regi.om(DAGER))


@pytest.mark.parametrize(
    ("mer", "ord_"),
    [
        ({"til": DAGER + 1}, "lenger enn grunnlaget"),
        ({"til": 367}, "ett år"),
        ({"mottaker": "politi"}, "leser ikke denne delen"),
        ({"grunnlag": "sandefjord-politi"}, "Ingen hos mottakeren"),
        ({"grunnlag": "helse"}, "ligger alt der"),
    ],
)
def test_what_stands_in_the_way_is_said_in_words_and_nothing_is_copied(sak, mer, ord_):
    om = {"til": regi.om, "mottaker": bruker, "grunnlag": lambda slug: grunn(sak, slug)}
    for_ = hendelser(sak), tekster(sak)
    with pytest.raises(KravMangler, match=ord_):
        dele(sak, **{navn: om[navn](verdi) for navn, verdi in mer.items()})
    assert (hendelser(sak), tekster(sak)) == for_
    with forbi_veggene():
        assert not Deling.objects.filter(sak=sak).exists()


def test_a_ground_that_is_over_carries_no_sharing(sak):
    rad = grunn(sak)
    with forbi_veggene():
        Delingsgrunnlag.objects.filter(pk=rad.pk).update(til=max(rad.fra, na() - timedelta(seconds=1)))
    with pytest.raises(KravMangler, match="gjelder ikke lenger"):
        dele(sak)


def test_the_sharing_is_for_the_first_purpose_that_covers_the_recipient(sak):
    """A mentor is a person: the workplace is covered for the other purpose only."""
    rad = grunn(sak)
    with forbi_veggene():
        Delingsgrunnlag.objects.filter(pk=rad.pk).update(formal=["mentor", "kjernegruppe"])
    assert dele(sak).formal == "kjernegruppe"


def test_texts_of_two_zones_are_two_sharings(sak):
    regi.vurder(sak, "kjerne.helse", "felles", "Til alle.")
    with pytest.raises(KravMangler, match="én del av saken"):
        dele(sak)


def test_to_all_in_the_case_every_reader_of_felles_needs_a_ground(sak):
    rad = dele(sak, alle=True)
    assert rad.sone == "felles"
    assert les(sak, "slt", "felles") == ["Sover dårlig."]
    with forbi_veggene():  # child welfare keeps the case, without a ground for health texts
        Delingsgrunnlag.objects.filter(pk=grunn(sak).pk).update(opplysninger=["med_navn"])
    assert ("les", "felles") in holder(sak, "kjerne.barnevern")
    with pytest.raises(KravMangler, match="Barnevern"):
        dele(sak, alle=True, grunnlag=grunn(sak, "skole-barnehagekontor"))


@pytest.mark.parametrize("av", ["kjerne.barnevern", "slt", "politi", "fremmed"])
def test_nobody_shares_texts_of_a_zone_they_do_not_work_in(sak, av):
    with pytest.raises(IkkeTillatt):
        dele(sak, av=av)


def test_nothing_and_a_copy_cannot_be_shared(sak):
    with pytest.raises(IkkeTillatt):
        dele(sak, hvilke=[])
    dele(sak)
    with pytest.raises(IkkeTillatt):
        dele(sak, av="kjerne.barnevern", hvilke=vurderinger(sak, sone="barnevern"), grunnlag=grunn(sak, "helse"))


def test_taken_back_the_copy_is_gone_at_once_and_the_original_is_not(sak):
    rad = dele(sak)
    with handler("kjerne.helse") as helse:
        deling.avslutt_deling(av=helse, sak=sak, deling=rad)
    assert les(sak, "kjerne.barnevern", "barnevern") == []
    assert les(sak, "kjerne.helse", "helse") == ["Sover dårlig."]
    assert hendelser(sak)[-1] == ("deling_slutt", "helse")


def test_taken_back_twice_is_once(sak):
    rad = dele(sak)
    for _ in range(2):
        with handler("kjerne.helse") as helse, flytt(na() + timedelta(seconds=1)):
            deling.avslutt_deling(av=helse, sak=sak, deling=rad)
    assert [art for art, _ in hendelser(sak)].count("deling_slutt") == 1


def test_the_recipient_takes_nothing_back(sak):
    rad = dele(sak)
    with handler("kjerne.barnevern") as barnevern, pytest.raises(IkkeTillatt):
        deling.avslutt_deling(av=barnevern, sak=sak, deling=rad)
    assert les(sak, "kjerne.barnevern", "barnevern") == ["Sover dårlig."]


def test_readers_of_a_zone_are_those_who_read_it_now(sak):
    with handler("slt"):
        assert deling.lesere_i(sak, "barnevern") == {bruker("kjerne.barnevern").pk}
        assert deling.lesere_i(sak, "politi") == set()


# --- A consent to chosen texts only ----------------------------------------------------------------------------------
@pytest.fixture
def utvalgt(db):
    """A case where all have said yes to chosen texts for health, and to nothing else; three texts in felles."""
    sak = regi.til_avklaring(meldt("16_17"))
    for giver in ("selv", "foresatt"):
        ja(sak, giver, "helse", formal="kjernegruppe", hva=["utvalgte"])
    for nr in (1, 2, 3):
        skriv(sak, "slt", "felles", f"Tekst {nr}.")
    return sak


def noter(sak):
    with forbi_veggene():
        return list(Tekst.objects.filter(sak=sak, sone="felles", art="notat", deling=None).order_by("tid"))


def dele_utvalgte(sak, hvilke=(0, 2), **mer):
    alle = noter(sak)
    with handler("slt"):
        grunnlaget = sak.delingsgrunnlag.filter(mottaker__slug="helse").first()
    felt = {"grunnlag": grunnlaget, "mottaker": bruker("kjerne.helse")} | mer
    return dele(sak, "slt", [alle[nr] for nr in hvilke], **felt)


def ser_tekster(sak, hvem):
    with handler(hvem):
        return sorted(sak.tekster.exclude(av=bruker(hvem)).values_list("sone", "deling"))


def test_chosen_texts_are_read_by_the_one_who_got_them_and_no_other_text_ever(utvalgt):
    rad = dele_utvalgte(utvalgt)
    assert ser_tekster(utvalgt, "kjerne.helse") == [("helse", rad.pk)] * 2
    assert holder(utvalgt, "kjerne.helse") == {("se", ""), ("delt", "helse")}
    skriv(utvalgt, "slt", "felles", "Flyttet dit senere.")
    with handler("kjerne.helse"):
        assert utvalgt.tekster.count() == 2
        assert not utvalgt.hendelser.exclude(sone="register").exists()
        assert not utvalgt.samtykker.exists() and not utvalgt.oppgaver.exists()
    for hvem in ("kjerneleder", "kjerne.barnevern", "politi", "fremmed"):
        assert ser_tekster(utvalgt, hvem) == []


def test_the_list_and_the_page_say_nothing_of_the_case_but_what_was_shared(utvalgt, client):
    dele_utvalgte(utvalgt)
    client.force_login(bruker("kjerne.helse"), backend="allauth.account.auth_backends.AuthenticationBackend")
    lista = client.get("/bekymring/").text
    assert utvalgt.nummer in lista and "Delt med deg" in lista
    assert "16–17" not in lista and "Avklaring" not in lista
    assert utvalgt.nummer not in client.get("/bekymring/", {"tilstand": "avklaring"}).text
    side = client.get(f"/bekymring/{utvalgt.ref}/").text
    assert side.count("Sover dårlig.") == 2 and "Resten av saken ser du ikke" in side
    assert "16–17" not in side
    for del_ in ("oppsummering/", "innsyn/", "deling/", "hvem/"):
        assert client.get(f"/bekymring/{utvalgt.ref}/{del_}").status_code == 404, del_


def test_what_another_of_the_service_has_written_there_is_not_a_chosen_text(utvalgt):
    dele_utvalgte(utvalgt)
    with forbi_veggene():
        Tekst.objects.filter(pk=noter(utvalgt)[1].pk).update(sone="helse")
    assert len(ser_tekster(utvalgt, "kjerne.helse")) == 2


@pytest.mark.parametrize("slutt", ["tatt tilbake", "samtykket trukket", "sluttet", "tida ute"])
def test_ended_in_any_way_the_texts_and_the_line_are_gone_at_once(utvalgt, slutt):
    rad = dele_utvalgte(utvalgt)
    if slutt == "tatt tilbake":
        with handler("slt") as slt:
            deling.avslutt_deling(av=slt, sak=utvalgt, deling=rad)
    elif slutt == "samtykket trukket":
        trekk_alle(utvalgt)
    elif slutt == "sluttet":
        with forbi_veggene():
            bruker("kjerne.helse").tilknytninger.filter(til=None).update(til=na())
    else:
        with forbi_veggene():
            Deling.objects.filter(pk=rad.pk).update(fra=na() - timedelta(days=2), til=na() - timedelta(days=1))
    assert ser_tekster(utvalgt, "kjerne.helse") == []
    with handler("kjerne.helse"):
        assert not Sak.objects.filter(pk=utvalgt.pk).exists()
    with som(bruker("kjerne.helse")) as ctx:
        assert not innsyn(ctx, [utvalgt], del_="test")._par


def test_a_consent_to_chosen_texts_carries_no_place_before_the_group(utvalgt):
    with handler("slt") as slt, pytest.raises(PermissionDenied):
        gi_tilgang(
            av=slt,
            sak=utvalgt,
            bruker=bruker("kjerne.helse"),
            soner=["helse"],
            grunnlag="gruppe",
            formal="kjernegruppe",
            opplysning="utvalgte",
        )
    assert not dekkes(utvalgt, "kjerne.helse", "kjernegruppe")


@pytest.mark.parametrize(
    ("mottaker", "ord_"), [("kjerne.barnevern", "arbeider ikke der grunnlaget gjelder"), (None, "Velg hvem der")]
)
def test_one_who_does_not_work_there_gets_nothing(utvalgt, mottaker, ord_):
    with pytest.raises(KravMangler, match=ord_):
        dele_utvalgte(utvalgt, mottaker=bruker(mottaker) if mottaker else None)
    assert ser_tekster(utvalgt, "kjerne.helse") == []


def test_one_who_does_not_lead_the_case_lets_nobody_into_it(sak):
    with handler("slt"):
        grunnlaget = sak.delingsgrunnlag.filter(mottaker__slug="skole-barnehagekontor").first()
    with pytest.raises(KravMangler, match="leser ikke denne delen"):
        dele(sak, grunnlag=grunnlaget, mottaker=bruker("kjerne.vgs"))

"""What opens a case to somebody and what closes it again: the gate, asked case by case (R1-R7, R16-R20)."""

from datetime import timedelta

import pytest
from dateutil.relativedelta import relativedelta
from django.core.exceptions import PermissionDenied
from django.utils import timezone

from bekymring.lesing.grunnlag import dekning
from bekymring.models import Aldersgrense, Foresattunntak, Hjemmel, Mentorforlop, Mote, Sak, Tekst, Tilgang
from bekymring.services import alder, klokka
from bekymring.services.feil import IkkeTillatt, Konflikt, KravMangler
from bekymring.services.tilgang import gi_tilgang, trekk_tilgang
from brukere.models import Rolletildeling
from demo import regi
from felles.tid import idag, na
from samarbeid.models import Tilknytning
from tests.factories.gang import avklart, henvist, konkludert, meldt, pa_saksliste
from tests.factories.grunnlag import KORT, MED, UTEN, dekkes, godkjenn, ja, part
from tests.factories.rapporter import forbi_veggene
from tests.factories.saker import bruker
from tests.factories.spor import handler, holder, saken_na, som_arbeider, til_og_med

pytestmark = pytest.mark.django_db
GRUPPE = "kjernegruppe"
SKOLE, HELSE, BARNEVERN, POLITI = "skole-barnehagekontor", "helse", "barnevern", "sandefjord-politi"


@pytest.fixture
def grupper(db):
    regi.lag_grupper()


def avklaring(alder):
    return regi.til_avklaring(meldt(alder))


def apne(sak, hvem, *soner, av="slt", grunnlag="gruppe", formal=GRUPPE, **mer):
    """By hand, as «Styr tilgang» does."""
    with handler(av) as leder:
        gi_tilgang(
            av=leder, sak=sak, bruker=bruker(hvem), soner=soner or ("felles",), grunnlag=grunnlag, formal=formal, **mer
        )


def ser(sak, hvem):
    with handler(hvem):
        return Sak.objects.filter(pk=sak.pk).exists()


def leser(sak, hvem):
    with handler(hvem):
        return Tekst.objects.filter(sak=sak).exists()


def test_a_young_persons_yes_to_the_police_without_name_carries_no_card_to_the_health_nurse():
    sak = avklaring("13_15")
    ja(sak, "selv", POLITI, formal="samtale", hva=[UTEN])
    assert not dekkes(sak, "kjerne.helse", GRUPPE, KORT)
    assert not dekkes(sak, "politi", "samtale", KORT)
    with pytest.raises(PermissionDenied):
        apne(sak, "kjerne.helse", "identitet", opplysning=KORT)


def test_when_a_case_that_is_discussed_without_name_gets_a_card_the_group_is_out_at_once():
    sak = regi.ta_imot(meldt("13_15"))
    regi.steg(sak, "slt", "droft_uten_navn")
    ja(sak, "selv", POLITI, formal="samtale", hva=[UTEN])
    ja(sak, "foresatt", POLITI, formal="samtale", hva=[UTEN])
    assert ser(sak, "kjerne.helse")
    regi.skriv_kort(sak, ar=14)
    assert [hvem for hvem in ("kjerneleder", "kjerne.helse", "kjerne.barnevern") if ser(sak, hvem)] == []


def test_a_yes_to_the_group_names_no_mentor(grupper):
    sak = avklaring("25_pluss")
    ja(sak, "selv", SKOLE, HELSE, BARNEVERN, POLITI, formal=GRUPPE)
    ja(sak, "selv", POLITI, formal="samtale")
    ja(sak, "selv", formal="mentor", personer=["kjerne.helse"])
    regi.steg(sak, "slt", "henvis")
    regi.steg(sak, "kjerneleder", "sett_pa_saksliste", mote=regi.mote())
    regi.konkluder(sak)
    with pytest.raises(KravMangler):
        regi.foresla_mentor(sak)
    ja(sak, "selv", formal="mentor", personer=["mentor"])
    assert regi.foresla_mentor(sak).mentor == bruker("mentor")


@pytest.mark.parametrize("alder", ["16_17", "25_pluss"])
def test_when_the_consent_is_taken_back_the_mentor_is_out_of_case_log_and_card(alder):
    sak = konkludert("mentor", alder=alder, ansvarlig="kjerneleder")
    regi.skriv_kort(sak)
    forlop = regi.flytt_mentor(regi.foresla_mentor(sak), "slt", "signer")
    regi.flytt_mentor(forlop, "mentor", "start")
    regi.del_kort(sak, "mentor")
    regi.steg(sak, "slt", "start_oppfolging", frist=regi.om(30))
    assert {("les", "mentor"), ("les", "identitet")} <= holder(sak, "mentor")
    with handler("slt"):
        ett = sak.samtykker.filter(part__type="selv").get()
    regi.trekk_samtykke(sak, ett)
    assert holder(sak, "mentor") == set()
    assert not ser(sak, "mentor")
    with pytest.raises((IkkeTillatt, PermissionDenied, Konflikt, Mentorforlop.DoesNotExist, Sak.DoesNotExist)):
        regi.logg_kontakt(forlop, "En til.")


def test_yeses_to_different_recipients_are_not_added_together():
    sak = avklaring("13_15")
    ja(sak, "foresatt", SKOLE, HELSE, BARNEVERN, formal=GRUPPE)
    ja(sak, "selv", POLITI, formal=GRUPPE)
    assert not dekkes(sak, "kjerneleder", GRUPPE)
    assert not dekkes(sak, "politi", GRUPPE)
    with pytest.raises(KravMangler):
        regi.steg(sak, "slt", "henvis")
    ja(sak, "selv", SKOLE, formal=GRUPPE)
    assert dekkes(sak, "kjerneleder", GRUPPE)
    assert not dekkes(sak, "politi", GRUPPE)


def bursdag(sak, fyller):
    """The koordinator learns when the person turns 15, or 18."""
    with handler("slt") as slt:
        alder.sett_bursdag(av=slt, sak=saken_na(sak), fyller=fyller)


def test_under_15_the_guardians_alone_say_yes_once_it_is_known_and_from_15_the_young_person_too():
    sak = avklaring("13_15")
    ja(sak, "foresatt", SKOLE, formal=GRUPPE, til=300)
    assert not dekkes(sak, "kjerneleder", GRUPPE)
    bursdag(sak, idag() + timedelta(days=60))
    assert dekkes(sak, "kjerneleder", GRUPPE)
    with handler("slt"):
        [svar] = dekning(sak, [bruker("kjerneleder").pk], GRUPPE).values()
    assert timezone.localdate(svar.til) == idag() + timedelta(days=60)
    ja(sak, "selv", SKOLE, formal=GRUPPE, til=300)
    with handler("slt"):
        [svar] = dekning(sak, [bruker("kjerneleder").pk], GRUPPE).values()
    assert timezone.localdate(svar.til) == idag() + timedelta(days=300)
    assert not dekkes(sak, "politi", GRUPPE)


def test_one_who_has_turned_15_says_yes_too():
    sak = avklaring("13_15")
    ja(sak, "foresatt", SKOLE, formal=GRUPPE)
    bursdag(sak, idag() - timedelta(days=1))
    assert not dekkes(sak, "kjerneleder", GRUPPE)


def test_on_the_15th_birthday_the_case_with_the_guardians_alone_is_stopped_by_the_clock():
    sak = henvist("10_12", givere=["foresatt"])
    bursdag(sak, idag() + timedelta(days=1))  # turns 13
    with forbi_veggene():
        Aldersgrense.objects.filter(sak=sak).update(dato=idag())
    with som_arbeider():
        klokka.folg_klokka()
    with forbi_veggene():
        neste = Aldersgrense.objects.get(sak=sak).dato
    assert (saken_na(sak).aldersspenn, neste) == ("13_15", idag() + relativedelta(years=3))
    assert ("led", "") in holder(sak, "kjerneleder")
    with forbi_veggene():  # two years go
        Aldersgrense.objects.filter(sak=sak).update(dato=idag() + relativedelta(years=1))
    with som_arbeider():
        klokka.folg_klokka()
    assert saken_na(sak).tilstand == "stanset"
    assert holder(sak, "kjerneleder") == set()


@pytest.mark.parametrize(
    ("spenn", "dager"), [("16_17", 800), ("16_17", 0), ("16_17", -5), ("13_15", 800), ("13_15", -370), ("10_12", 1200)]
)
def test_a_birthday_that_nobody_of_that_age_has_is_refused(spenn, dager):
    sak = avklaring(spenn)
    with pytest.raises(KravMangler):
        bursdag(sak, idag() + timedelta(days=dager))
    with forbi_veggene():
        assert not Aldersgrense.objects.filter(sak=sak).exists()


@pytest.mark.parametrize(("spenn", "ar", "gar"), [("13_15", 20, False), ("13_15", 14, True), ("25_pluss", 17, False)])
def test_the_year_on_the_card_and_the_age_in_the_case_say_the_same(spenn, ar, gar):
    sak = avklart(spenn)
    if gar:
        regi.skriv_kort(sak, ar=ar)
    else:
        with pytest.raises(KravMangler, match="Fødselsåret passer ikke"):
            regi.skriv_kort(sak, ar=ar)


def test_a_consent_that_is_given_anew_carries_on_what_the_former_opened():
    sak = henvist(dager=1)
    assert {timezone.localdate(til) for til in til_og_med(sak, "kjerneleder")} == {idag() + timedelta(days=1)}
    regi.gi_samtykke(sak, dager=100)
    assert {timezone.localdate(til) for til in til_og_med(sak, "kjerneleder")} == {idag() + timedelta(days=100)}


def test_no_consent_lengthens_what_was_given_for_a_time_or_what_was_ended():
    sak = avklart("16_17", dager=1)
    for hvem, til in (("kjerneleder", na() + timedelta(hours=5)), ("kjerne.helse", None)):
        apne(sak, hvem, til=til)
    with handler("slt") as slt:
        trekk_tilgang(av=slt, sak=sak, bruker=bruker("kjerne.helse"), grunnlag="gruppe")
    for_ = til_og_med(sak, "kjerneleder")
    regi.gi_samtykke(sak, dager=100)
    assert til_og_med(sak, "kjerneleder") == for_
    assert holder(sak, "kjerne.helse") == set()


def test_a_consent_that_comes_while_the_case_is_before_the_group_opens_it_to_those_it_names():
    sak = pa_saksliste()
    with handler("slt"):
        alle = list(sak.samtykker.all())
    ja(sak, "selv", SKOLE, BARNEVERN, POLITI, formal=GRUPPE)
    ja(sak, "foresatt", SKOLE, BARNEVERN, POLITI, formal=GRUPPE)
    for rad in alle:
        regi.trekk_samtykke(sak, rad)
    with handler("kjerneleder") as leder:
        trekk_tilgang(av=leder, sak=sak, bruker=bruker("kjerne.barnevern"), grunnlag="gruppe")
    assert (leser(sak, "kjerne.helse"), leser(sak, "kjerneleder")) == (False, True)
    for giver in ("selv", "foresatt"):
        ja(sak, giver, HELSE, formal=GRUPPE)
    assert leser(sak, "kjerne.helse")
    assert not leser(sak, "kjerne.barnevern")  # ended by hand, and no consent opens it again


def test_a_yes_to_what_stands_in_the_case_is_no_yes_to_health_texts():
    sak = avklaring("16_17")
    for giver in ("selv", "foresatt"):
        ja(sak, giver, SKOLE, formal=GRUPPE)
    assert dekkes(sak, "kjerneleder", GRUPPE, MED)
    assert not dekkes(sak, "kjerneleder", GRUPPE, "helse")
    assert not dekkes(sak, "kjerneleder", GRUPPE, KORT)


def test_from_sixteen_the_young_person_alone_says_yes_to_health_texts():
    sak = avklaring("16_17")
    ja(sak, "selv", SKOLE, formal=GRUPPE, hva=["helse"])
    assert dekkes(sak, "kjerneleder", GRUPPE, "helse")


def test_one_of_two_guardians_is_not_enough_and_with_an_exception_by_two_people_it_is_until_its_day():
    sak = avklaring("16_17")
    andre = part(sak, "foresatt", 2)
    ja(sak, "selv", SKOLE, formal=GRUPPE)
    ja(sak, "foresatt", SKOLE, formal=GRUPPE)
    assert not dekkes(sak, "kjerneleder", GRUPPE)
    godkjenn("liv_helse")
    with forbi_veggene():
        unntak = Foresattunntak.objects.create(
            sak=sak,
            part=andre,
            hjemmel=Hjemmel.objects.get(kode="liv_helse"),
            begrunnelse=Tekst.objects.filter(sak=sak).first(),
            bestemt_av=bruker("slt"),
            til=na() + timedelta(days=20),
        )
    assert not dekkes(sak, "kjerneleder", GRUPPE)
    with forbi_veggene():
        Foresattunntak.objects.filter(pk=unntak.pk).update(bekreftet_av=bruker("slt2"))
    assert dekkes(sak, "kjerneleder", GRUPPE)
    apne(sak, "kjerneleder")
    assert til_og_med(sak, "kjerneleder") == {unntak.til}
    with forbi_veggene():
        Foresattunntak.objects.filter(pk=unntak.pk).update(fra=na() - timedelta(days=1), til=na())
    assert not dekkes(sak, "kjerneleder", GRUPPE)
    assert holder(sak, "kjerneleder") == set()


@pytest.mark.parametrize("alder", ["under_10", "10_12"])
def test_a_childs_yes_alone_covers_nothing(alder):
    sak = avklaring(alder)
    for formal in (GRUPPE, "samtale"):
        ja(sak, "selv", POLITI, formal=formal)
    assert not dekkes(sak, "politi", "samtale")
    with pytest.raises(PermissionDenied):
        apne(sak, "politi", "felles", "politi", grunnlag="samtale", formal="samtale", skriv=True)
    assert not ser(sak, "politi")


def test_on_the_list_for_a_meeting_in_forty_days_it_is_closed_until_five_days_before(grupper):
    sak = pa_saksliste(mote=regi.mote(tid=na() + timedelta(days=40)))
    assert not ser(sak, "kjerne.helse")
    with forbi_veggene():
        mote = Mote.objects.get()
        apnes = Tilgang.objects.filter(content_object=sak, user=bruker("kjerne.helse"), rett="les")
        assert set(apnes.values_list("fra", flat=True)) == {mote.tid - timedelta(days=5)}


@pytest.mark.parametrize(
    ("hjemmel", "slug"), [("samme_organ", POLITI), ("politi", POLITI), ("opplysningsplikt", POLITI)]
)
def test_a_law_is_not_used_towards_a_recipient_it_says_nothing_of(hjemmel, slug):
    sak = avklaring("16_17")
    godkjenn(hjemmel)
    with pytest.raises(KravMangler):
        regi.registrer_grunnlag(sak, slug, hjemmel)


def test_one_letter_is_no_reason(grupper):
    sak = avklaring("16_17")
    godkjenn("liv_helse")
    with pytest.raises(KravMangler, match="hvorfor det er nødvendig"):
        regi.registrer_grunnlag(sak, nodvendighet="x")


def test_the_day_somebody_turns_eighteen_the_guardians_yes_is_over_and_the_persons_own_stays():
    sak = avklaring("16_17")
    morgen = idag() + timedelta(days=1)
    for giver in ("selv", "foresatt"):
        ja(sak, giver, SKOLE, formal=GRUPPE)
        ja(sak, giver, BARNEVERN, formal=GRUPPE)
    ja(sak, "foresatt", HELSE, formal=GRUPPE)
    for hvem in ("kjerneleder", "kjerne.barnevern"):
        apne(sak, hvem)
    with forbi_veggene():
        Aldersgrense.objects.create(sak=sak, dato=morgen)
    assert min(til_og_med(sak, "kjerneleder")) > na() + timedelta(days=90)
    with forbi_veggene():
        Aldersgrense.objects.filter(sak=sak).update(dato=idag())
    assert dekkes(sak, "kjerneleder", GRUPPE)
    with handler("slt"):
        for rad in sak.samtykker.filter(part__type="selv", grunnlag__mottaker__slug=BARNEVERN):
            regi.trekk_samtykke(sak, rad)
    assert holder(sak, "kjerne.barnevern") == set()
    assert not dekkes(sak, "kjerne.helse", GRUPPE)


def test_what_rests_on_the_guardians_alone_ends_at_midnight_before_the_birthday():
    """What no longer has the right givers the next day lasts to the end of this one."""
    sak = avklaring("13_15")
    morgen = idag() + timedelta(days=1)
    bursdag(sak, morgen)
    ja(sak, "foresatt", SKOLE, formal=GRUPPE)
    apne(sak, "kjerneleder")
    [slutt] = til_og_med(sak, "kjerneleder")
    assert slutt == regi.klokka(morgen, 0)


def test_when_somebody_leaves_the_workplace_their_access_ends_and_the_successor_stands_on_the_same_ground():
    sak = avklart("16_17")
    apne(sak, "kjerne.helse")
    assert leser(sak, "kjerne.helse")
    with forbi_veggene():
        plass = Tilknytning.objects.get(bruker=bruker("kjerne.helse"), til=None)
        Tilknytning.objects.filter(pk=plass.pk).update(til=na())
        Tilknytning.objects.create(bruker=bruker("fremmed"), aktor=plass.aktor, funksjon="ny")
    assert not leser(sak, "kjerne.helse")
    assert holder(sak, "kjerne.helse") == set()  # not the register line either
    with handler("kjerne.helse"):
        assert not Sak.objects.filter(pk=sak.pk).exists()
    assert dekkes(sak, "fremmed", GRUPPE)


@pytest.mark.parametrize("tilstand", ["avsluttet", "overfort", "sperret"])
@pytest.mark.parametrize(
    ("hvem", "rolle", "formal"),
    [
        ("politi", "samtale", "samtale"),
        ("slt2", "saksansvarlig", ""),
        ("slt2", "koordinator", ""),
    ],
)
def test_nobody_is_let_into_a_closed_case_not_even_the_deputy(tilstand, hvem, rolle, formal):
    sak = avklart("16_17")
    with forbi_veggene():
        Sak.objects.filter(pk=sak.pk).update(tilstand=tilstand)
    with pytest.raises(PermissionDenied):
        apne(sak, hvem, grunnlag=rolle, formal=formal)
    assert holder(sak, hvem) == set()


def test_a_case_that_is_sealed_is_read_by_nobody():
    sak = avklart("16_17")
    regi.gjor_oppgaver(sak)
    sak = regi.steg(sak, "slt", "avslutt_avklaring", begrunnelse="Ikke behov.", sluttarsak="ikke_behov")
    regi.steg(sak, "slt", "sperr")
    assert ("les", "felles") not in holder(sak, "slt")


def test_stopped_only_who_has_the_case_is_left_and_nothing_is_covered():
    sak = pa_saksliste("16_17")
    regi.steg(sak, "slt", "stans")
    assert not dekkes(sak, "kjerne.helse", GRUPPE)
    assert [hvem for hvem in ("kjerneleder", "kjerne.helse", "politi", "laerer") if ser(sak, hvem)] == []


def test_a_law_that_is_no_longer_approved_closes_what_it_opened():
    sak = avklaring("16_17")
    godkjenn("liv_helse")
    rad = regi.registrer_grunnlag(sak)
    with forbi_veggene():
        type(rad).objects.filter(pk=rad.pk).update(bekreftet_av=bruker("slt2"))
    apne(sak, "kjerneleder")
    assert ser(sak, "kjerneleder")
    with forbi_veggene():
        Hjemmel.objects.filter(kode="liv_helse").update(jurist_godkjent=None)
    assert not ser(sak, "kjerneleder")


def test_when_no_ground_carries_the_step_the_case_is_stopped():
    sak = henvist("16_17")
    with handler("slt"):
        ett = sak.samtykker.get(part__type="foresatt")
    regi.trekk_samtykke(sak, ett)
    with forbi_veggene():
        assert Sak.objects.get(pk=sak.pk).tilstand == "stanset"


def test_a_role_that_is_no_exception_needs_a_ground():
    sak = avklaring("16_17")
    with pytest.raises(PermissionDenied):
        apne(sak, "kjerne.helse", grunnlag="melder", formal="")
    with pytest.raises(PermissionDenied):
        apne(sak, "kjerne.helse", grunnlag="saksansvarlig", formal="")
    with forbi_veggene():
        Rolletildeling.objects.filter(bruker=bruker("slt2")).update(til=na())
    with pytest.raises(PermissionDenied):
        apne(sak, "slt2", grunnlag="saksansvarlig", formal="")

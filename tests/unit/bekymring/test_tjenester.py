"""The services: wrong people, wrong order and missing grounds change nothing; reasons end what they opened."""

from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, ProgrammingError, connection, transaction

from bekymring.lesing.grunnlag import dagslutt, uten_grunnlag
from bekymring.models import Delingsgrunnlag, Hendelse, Hjemmel, Samtykke
from bekymring.services import flyt, inhabil, oppfolging
from bekymring.services.feil import IkkeTillatt, KravMangler
from demo import regi
from felles.avslag import Konflikt
from felles.tid import flytt, idag, na
from samarbeid.models import Aktor
from tests.factories.grunnlag import godkjenn, part
from tests.factories.rapporter import forbi_veggene
from vern.kontekst import som

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def grupper(db):
    regi.lag_grupper()


def avklart(alder="16_17", **samtykke):
    sak = regi.meld(alder)
    regi.til_avklaring(sak)
    if samtykke:
        regi.gi_samtykke(sak, **samtykke)
    return sak


def antall_hendelser(sak):
    with som(regi.person("slt")):
        return Hendelse.objects.filter(sak=sak).count()


def med_konklusjon(alder="16_17"):
    sak = avklart(alder, dager=100)
    regi.steg(sak, "slt", "henvis")
    regi.steg(sak, "kjerneleder", "sett_pa_saksliste", mote=regi.mote())
    regi.konkluder(sak)
    return sak


@pytest.mark.parametrize(
    ("hvem", "overgang"),
    [
        ("slt2", "til_avklaring"),
        ("laerer", "til_avklaring"),
        ("laerer", "send_pa_nytt"),
        ("slt", "konkluder"),
        ("slt", "meld"),
    ],
)
def test_a_move_by_the_wrong_person_or_from_the_wrong_state_is_refused_and_leaves_no_trace(hvem, overgang):
    sak = regi.meld()
    for_ = antall_hendelser(sak)
    with pytest.raises((IkkeTillatt, Konflikt)):
        regi.steg(sak, hvem, overgang)
    assert antall_hendelser(sak) == for_


def test_someone_without_the_case_cannot_even_lock_it():
    with pytest.raises(Konflikt):
        regi.steg(regi.meld(), "politi", "stans")


def test_henvis_without_consent_says_who_is_not_covered():
    sak = avklart()
    with pytest.raises(KravMangler, match="Skole og barnehage"):
        regi.steg(sak, "slt", "henvis")


def test_consent_that_has_run_out_no_longer_covers():
    sak = avklart(dager=10)
    with forbi_veggene():
        Delingsgrunnlag.objects.filter(sak=sak).update(fra=na() - timedelta(days=11), til=na())
    with pytest.raises(KravMangler, match="Skole og barnehage"):
        regi.steg(sak, "slt", "henvis")


def test_the_last_day_counts():
    """«Gjelder til og med»."""
    sak = avklart(dager=0)
    assert dagslutt(idag()) > na()
    with som(regi.person("slt")):
        assert uten_grunnlag(sak, [regi.person("kjerneleder").pk], "kjernegruppe") == ()


def test_a_person_without_a_place_of_work_is_never_covered():
    sak = avklart(dager=10)
    with som(regi.person("slt")):
        assert uten_grunnlag(sak, [regi.person("fremmed").pk], "kjernegruppe") == ("ukjent instans",)


def test_another_ground_counts_only_when_a_second_person_has_confirmed_it():
    """saksgang 6: hjemmel, necessity and two persons."""
    sak = avklart()
    godkjenn("liv_helse")
    slt = regi.person("slt")
    with som(slt):
        tekst = sak.tekster.first()
        rad = Delingsgrunnlag.objects.create(
            sak=sak,
            mottaker=Aktor.objects.get(slug="skole-barnehagekontor"),
            hjemmel=Hjemmel.objects.gjeldende(idag()).get(kode="liv_helse"),
            opplysninger=["med_navn"],
            formal=["kjernegruppe"],
            nodvendighet=tekst,
            bestemt_av=slt,
            til=na() + timedelta(days=10),
        )
        assert uten_grunnlag(sak, [regi.person("kjerneleder").pk], "kjernegruppe") != ()
    with forbi_veggene():
        Delingsgrunnlag.objects.filter(pk=rad.pk).update(bekreftet_av=regi.person("slt2"))
    with som(slt):
        assert uten_grunnlag(sak, [regi.person("kjerneleder").pk], "kjernegruppe") == ()


def test_the_database_refuses_that_one_person_confirms_alone():
    sak = avklart(dager=10)
    slt = regi.person("slt")
    with som(slt):
        rad = sak.delingsgrunnlag.first()
        with pytest.raises(IntegrityError), transaction.atomic():
            Delingsgrunnlag.objects.filter(pk=rad.pk).update(bekreftet_av=slt)


def test_the_forskrift_is_in_the_catalogue_and_not_in_use():
    with som(regi.person("slt")):
        assert Hjemmel.objects.filter(kode="forskrift").exists()
        assert not Hjemmel.objects.gjeldende(idag()).filter(kode="forskrift").exists()


def test_a_ground_is_not_used_before_its_law_is_in_force():
    with som(regi.person("slt")):
        assert not Hjemmel.objects.gjeldende(idag().replace(year=2020)).filter(kode="liv_helse").exists()
        assert Hjemmel.objects.gjeldende(idag()).filter(kode="liv_helse").exists()


@pytest.mark.parametrize("felt", [{"form": "muntlig"}, {"informert": False}])
def test_the_database_refuses_a_consent_that_lacks_something(felt):
    """R5."""
    sak = avklart()
    slt = regi.person("slt")
    helt = {"part": part(sak, "selv"), "form": "skriftlig", "gyldig_til": idag(), "informert": True}
    with som(slt), pytest.raises(IntegrityError), transaction.atomic():
        Samtykke.objects.create(sak=sak, registrert_av=slt, **(helt | felt))


def test_an_adult_needs_neither_guardians_nor_the_childs_best_interests():
    sak = avklart("18_24", dager=50)
    regi.steg(sak, "slt", "henvis")
    regi.steg(sak, "kjerneleder", "sett_pa_saksliste", mote=regi.mote())
    sak = regi.konkluder(sak, den_unges_syn="", barnets_beste="")
    assert sak.tilstand == "konkludert"


def test_nothing_is_concluded_about_a_child_that_is_not_heard():
    """R19."""
    sak = avklart("13_15", dager=50)
    regi.steg(sak, "slt", "henvis")
    regi.steg(sak, "kjerneleder", "sett_pa_saksliste", mote=regi.mote())
    with pytest.raises(KravMangler, match="den unges syn"):
        regi.konkluder(sak, den_unges_syn="  ")


def test_a_responsible_whose_instans_is_not_covered_cannot_be_given_the_case():
    sak = regi.meld()
    regi.til_avklaring(sak)
    regi.gi_samtykke(sak, "skole-barnehagekontor")
    regi.steg(sak, "slt", "henvis")
    regi.steg(sak, "kjerneleder", "sett_pa_saksliste", mote=regi.mote())
    with pytest.raises(KravMangler, match="politi"):
        regi.konkluder(sak, ansvarlig="politi")


def test_members_write_only_in_their_own_zone_or_in_felles():
    sak = avklart(dager=50)
    regi.steg(sak, "slt", "henvis")
    regi.steg(sak, "kjerneleder", "sett_pa_saksliste", mote=regi.mote())
    for sone in ("politi", "barnevern", "mentor", "identitet"):
        with pytest.raises(IkkeTillatt):
            regi.vurder(sak, "kjerne.helse", sone, "x")


def test_sending_a_case_back_closes_it_for_the_leader_too():
    sak = avklart(dager=50)
    regi.steg(sak, "slt", "henvis")
    regi.steg(sak, "kjerneleder", "send_til_avklaring", begrunnelse="Trenger mer.")
    with pytest.raises(Konflikt):
        regi.steg(sak, "kjerneleder", "sett_pa_saksliste", mote=regi.mote())


def test_when_the_follow_up_begins_the_group_no_longer_sees_the_case():
    sak = med_konklusjon()
    regi.foresla_mentor(sak)
    regi.steg(sak, "slt", "start_oppfolging", frist=regi.om(30))
    with som(regi.person("kjerne.helse")):
        assert not regi.Sak.objects.filter(pk=sak.pk).exists()


def test_follow_up_needs_a_written_consent():
    sak = regi.meld()
    regi.til_avklaring(sak)
    regi.gi_samtykke(sak, form="muntlig", vitne=True)
    regi.steg(sak, "slt", "henvis")
    regi.steg(sak, "kjerneleder", "sett_pa_saksliste", mote=regi.mote())
    regi.konkluder(sak)
    with pytest.raises(KravMangler, match="skriftlig"):
        regi.foresla_mentor(sak)


def test_the_mentor_sees_nothing_before_the_agreement_and_nothing_after_the_end():
    sak = med_konklusjon()
    forlop = regi.foresla_mentor(sak)

    def ser():
        with som(regi.person("mentor")):
            return regi.Sak.objects.filter(pk=sak.pk).exists()

    for_, _signert, under = ser(), regi.flytt_mentor(forlop, "slt", "signer"), ser()
    regi.flytt_mentor(forlop, "mentor", "avslutt")
    assert (for_, under, ser()) == (False, True, False)


def test_only_the_mentor_of_the_relation_logs():
    sak = med_konklusjon()
    forlop = regi.foresla_mentor(sak)
    regi.flytt_mentor(forlop, "slt", "signer")
    slt = regi.person("slt")
    with som(slt), pytest.raises(IkkeTillatt):
        oppfolging.logg_kontakt(
            av=slt, forlop=forlop, nokkel=regi.uuid4(), dato=idag(), type="mote", hvordan=3, tekst=""
        )


def test_a_stopped_case_is_closed_for_everybody_but_the_one_who_has_it():
    sak = med_konklusjon()
    regi.steg(sak, "slt", "stans")
    for hvem in ("politi", "kjerneleder", "kjerne.helse", "laerer"):
        with som(regi.person(hvem)):
            assert not regi.Sak.objects.filter(pk=sak.pk).exists(), hvem


def test_an_inhabil_leader_is_followed_by_nobody_in_secret():
    """The leader of the group goes; the koordinator still leads the case."""
    sak = avklart(dager=50)
    regi.steg(sak, "slt", "henvis")
    leder = regi.person("kjerneleder")
    with som(leder):
        inhabil.meld_inhabil(av=leder, sak=sak)
    assert regi.steg(sak, "slt", "stans").tilstand == "stanset"


def test_undo_is_only_for_ten_minutes():
    sak = regi.steg(regi.meld(), "slt", "returner", begrunnelse="Mer.")
    slt = regi.person("slt")
    with som(slt):
        assert flyt.siste_angrbare(slt, sak) is not None
        with flytt(na() + timedelta(minutes=11)):
            assert flyt.siste_angrbare(slt, sak) is None


@pytest.mark.parametrize(
    "setning",
    [
        "UPDATE bekymring_samtykke SET gyldig_til = '2099-01-01'",
        "UPDATE bekymring_konklusjon SET type = 'mentor'",
        "UPDATE bekymring_kontakt SET hvordan = 5",
        "DELETE FROM bekymring_oppgave",
        "DELETE FROM bekymring_samtale",
        "UPDATE bekymring_hjemmel SET aktiv = true",
        "INSERT INTO bekymring_historicalsamtykke (id) VALUES (gen_random_uuid())",
        "TRUNCATE bekymring_kvittering",
    ],
)
def test_the_web_role_cannot_rewrite_what_was_decided(setning):
    with (
        som(regi.person("slt")),
        pytest.raises(ProgrammingError, match="permission denied"),
        transaction.atomic(),
        connection.cursor() as cursor,
    ):
        cursor.execute(setning)


def test_a_receipt_can_only_be_ones_own():
    sak = regi.meld()
    politi = regi.person("politi")
    with som(politi), pytest.raises((ProgrammingError, PermissionDenied)), transaction.atomic():
        regi.melding.Kvittering.objects.create(bruker=politi, sak=sak, nummer="26-AAAA")

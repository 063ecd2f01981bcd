"""Contacts, agreements, meetings and courses: kept by the koordinator, once, and never over another's change."""

from datetime import timedelta
from uuid import uuid4

import pytest
from django.core.exceptions import PermissionDenied, ValidationError

from felles.avslag import Konflikt
from felles.tid import idag, na
from samarbeid import services
from samarbeid.models import Avtale, Forum, Kontaktrolle, Kurs, Mote, Oppfolgingspunkt

ANDRE = ["politi", "radmann", "system", "personvern", "fremmed"]


def kontakt(av, aktor, **mer):
    felt = {"verv": "leder", "telefon": "33 00 00 00", "kilde": "nettsiden", "dato": idag()}
    felt |= {"id": uuid4(), "slettes_dato": idag() + timedelta(days=365)} | mer
    return services.ny_kontakt(av=av, aktor=aktor, **felt)


def avtale(av, aktor, **mer):
    felt = {"art": "samarbeid", "tittel": "Avtale", "gyldig_fra": idag(), "dokumentreferanse": "24/1"}
    return services.ny_avtale(av=av, aktor=aktor, **({"id": uuid4()} | felt | mer))


def forum(av, aktor, **mer):
    return services.opprett_forum(
        av=av, **({"id": uuid4(), "navn": "Forumet", "ansvarlig": aktor, "medlemmer": [aktor]} | mer)
    )


def mote(av, aktor, **mer):
    felt = {"id": uuid4(), "tid": na(), "sted": "Rådhuset"}
    return services.planlegg_mote(av=av, **(felt | mer), forum=mer.get("forum") or forum(av, aktor))


def punkt(av, aktor, **mer):
    return services.nytt_punkt(
        av=av, **({"id": uuid4(), "mote": mote(av, aktor), "tekst": "Ring", "ansvarlig": aktor} | mer)
    )


def kurs(av, aktor, **mer):
    felt = {"id": uuid4(), "tittel": "Kurs", "dato": idag(), "arrangor": aktor, "deltakere": {aktor: 3}}
    return services.registrer_kurs(av=av, **(felt | mer))


NYE = {kontakt: Kontaktrolle, avtale: Avtale, forum: Forum, mote: Mote, punkt: Oppfolgingspunkt, kurs: Kurs}


@pytest.mark.parametrize("lag", NYE, ids=lambda lag: lag.__name__)
@pytest.mark.parametrize("hvem", ANDRE)
def test_nobody_else_adds_anything(som_bruker, aktor, lag, hvem):
    etat = aktor("etat", "stat")
    with som_bruker(hvem) as person, pytest.raises(PermissionDenied):
        lag(person, etat)
    with som_bruker("slt"):
        assert not NYE[lag].objects.exists()


@pytest.mark.parametrize("lag", [kontakt, avtale, forum, kurs], ids=lambda lag: lag.__name__)
def test_the_same_form_twice_is_one_row(som_bruker, aktor, lag):
    nokkel = uuid4()
    with som_bruker("slt") as slt:
        etat = aktor("etat", "stat")
        assert lag(slt, etat, id=nokkel) == lag(slt, etat, id=nokkel)
        assert NYE[lag].objects.count() == 1


def test_a_form_sent_again_with_other_words_changes_nothing(som_bruker, aktor):
    nokkel = uuid4()
    with som_bruker("slt") as slt:
        etat = aktor("etat", "stat")
        kurs(slt, etat, id=nokkel)
        kurs(slt, etat, id=nokkel, tittel="Et annet", deltakere={etat: 9})
        rad = Kurs.objects.get(pk=nokkel)
        assert rad.tittel == "Kurs"
        assert list(rad.deltakelser.values_list("antall", flat=True)) == [3]


ENDRINGER = {
    kontakt: lambda av, rad, versjon: services.endre_kontakt(av=av, kontakt=rad, versjon=versjon, verv="ny"),
    avtale: lambda av, rad, versjon: services.endre_avtale(av=av, avtale=rad, versjon=versjon, tittel="ny"),
    forum: lambda av, rad, versjon: services.endre_forum(av=av, forum=rad, versjon=versjon, medlemmer=[], navn="ny"),
    mote: lambda av, rad, versjon: services.endre_mote(av=av, mote=rad, versjon=versjon, sted="ny"),
    kurs: lambda av, rad, versjon: services.endre_kurs(av=av, kurs=rad, versjon=versjon, deltakere={}, tittel="ny"),
}


@pytest.mark.parametrize("lag", ENDRINGER, ids=lambda lag: lag.__name__)
def test_a_change_counts_the_version_and_one_from_an_older_page_is_a_conflict(som_bruker, aktor, lag):
    with som_bruker("slt") as slt:
        rad = lag(slt, aktor("etat", "stat"))
        ny = ENDRINGER[lag](slt, rad, 1)
        assert ny.versjon == 2
        with pytest.raises(Konflikt) as feil:
            ENDRINGER[lag](slt, rad, 1)
        assert feil.value.rad.versjon == 2
        assert type(rad).objects.get(pk=rad.pk).versjon == 2


@pytest.mark.parametrize("lag", ENDRINGER, ids=lambda lag: lag.__name__)
def test_nobody_else_changes_anything(som_bruker, aktor, lag):
    with som_bruker("slt") as slt:
        rad = lag(slt, aktor("etat", "stat"))
    with som_bruker("politi") as politi, pytest.raises(PermissionDenied):
        ENDRINGER[lag](politi, rad, 1)
    with som_bruker("slt"):
        assert type(rad).objects.get(pk=rad.pk).versjon == 1


def test_in_a_voluntary_organisation_a_name_needs_the_day_the_person_said_yes(som_bruker, aktor):
    with som_bruker("slt") as slt:
        laget = aktor("laget")
        with pytest.raises(ValidationError, match="sa ja"):
            kontakt(slt, laget, navn="Ola")
        assert kontakt(slt, laget, navn="Ola", samtykke_dato=idag()).navn == "Ola"
        assert kontakt(slt, laget).navn == ""


def test_a_changed_contact_is_held_to_the_same(som_bruker, aktor):
    with som_bruker("slt") as slt:
        rad = kontakt(slt, aktor("menighet", "trossamfunn"))
        with pytest.raises(ValidationError, match="navn på personer"):
            services.endre_kontakt(av=slt, kontakt=rad, versjon=1, navn="Ola")
        assert Kontaktrolle.objects.get(pk=rad.pk).navn == ""


def test_deleted_twice_a_contact_keeps_the_first_day(som_bruker, aktor):
    with som_bruker("slt") as slt:
        rad = kontakt(slt, aktor("etat", "stat"))
        services.slett_kontakt(av=slt, kontakt=rad)
        Kontaktrolle.objects.filter(pk=rad.pk).update(slettet_dato=idag() - timedelta(days=3))
        services.slett_kontakt(av=slt, kontakt=rad)
        assert Kontaktrolle.objects.get(pk=rad.pk).slettet_dato == idag() - timedelta(days=3)


def test_a_meeting_called_off_gets_no_minutes(som_bruker, aktor):
    with som_bruker("slt") as slt:
        rad = services.endre_mote(av=slt, mote=mote(slt, aktor("etat", "stat")), versjon=1, avlyst=True)
        with pytest.raises(ValidationError, match="avlyst"):
            services.skriv_referat(av=slt, mote=rad, versjon=2, referat="Enige.", deltakere={})
        assert Mote.objects.get(pk=rad.pk).referat == ""


def test_minutes_from_an_older_page_count_no_heads(som_bruker, aktor):
    with som_bruker("slt") as slt:
        etat = aktor("etat", "stat")
        rad = mote(slt, etat)
        services.skriv_referat(av=slt, mote=rad, versjon=1, referat="Først.", deltakere={etat: 3})
        with pytest.raises(Konflikt):
            services.skriv_referat(av=slt, mote=rad, versjon=1, referat="Så.", deltakere={etat: 8})
        assert list(rad.deltakelser.values_list("antall", flat=True)) == [3]
        assert Mote.objects.get(pk=rad.pk).referat == "Først."


def test_partners_cannot_follow_each_other_in_a_ring(som_bruker, aktor):
    with som_bruker("slt") as slt:
        a, b = aktor("a"), aktor("b")
        a = services.endre_aktor(av=slt, aktor=a, versjon=1, aliaser=[], etterfulgt_av=b)
        with pytest.raises(ValidationError):
            services.endre_aktor(av=slt, aktor=b, versjon=1, aliaser=[], etterfulgt_av=a)

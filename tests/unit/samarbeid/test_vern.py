"""What the database itself refuses, whoever asks and whatever the code says (R60, R61)."""

import datetime

import pytest
from django.apps import apps
from django.db import IntegrityError, connection, transaction
from django.db.models import ForeignKey

from samarbeid.models import Aktor, Kontaktrolle

I_DAG = datetime.date(2026, 3, 1)
OM_ET_AR = datetime.date(2027, 3, 1)


def lag_kontakt(aktor, **felt):
    grunn = {"verv": "leder", "telefon": "33 00 00 00", "kilde": "nettsiden", "dato": I_DAG, "slettes_dato": OM_ET_AR}
    return Kontaktrolle.objects.create(aktor=aktor, **grunn | felt)


def krenker(handling, *args, **kwargs):
    """True when the database refuses the act."""
    try:
        with transaction.atomic():
            handling(*args, **kwargs)
    except IntegrityError:
        return True
    return False


def test_a_contact_in_a_faith_community_cannot_have_a_name(som_bruker, aktor):
    with som_bruker("slt"):
        samfunn = aktor("samfunn", "trossamfunn")
        assert krenker(lag_kontakt, samfunn, navn="Ola Nordmann")
        kontakt = lag_kontakt(samfunn)
        assert krenker(Kontaktrolle.objects.filter(pk=kontakt.pk).update, navn="Ola Nordmann")


def test_a_partner_with_a_named_contact_cannot_become_a_faith_community(som_bruker, aktor):
    with som_bruker("slt"):
        etat = aktor("etat", "stat")
        lag_kontakt(etat, navn="Ola Nordmann")
        assert krenker(Aktor.objects.filter(pk=etat.pk).update, type="trossamfunn")
        assert not krenker(Aktor.objects.filter(pk=etat.pk).update, type="fylke")


def test_a_name_in_a_voluntary_organisation_needs_the_persons_yes(som_bruker, aktor):
    with som_bruker("slt"):
        lag = aktor("lag", "frivillig")
        assert krenker(lag_kontakt, lag, navn="Ola Nordmann")
        assert not krenker(lag_kontakt, lag, navn="Ola Nordmann", samtykke_dato=I_DAG)


def test_a_contact_needs_a_channel_a_source_and_a_date_of_deletion_after_its_date(som_bruker, aktor):
    with som_bruker("slt"):
        etat = aktor("etat", "stat")
        assert krenker(lag_kontakt, etat, telefon="")
        assert krenker(lag_kontakt, etat, kilde="")
        assert krenker(lag_kontakt, etat, slettes_dato=datetime.date(2026, 2, 1))


@pytest.mark.parametrize("tekst", ["01020312345", "010203 12345", "010203-12345", "nr.01020312345,"])
def test_no_birth_number_enters_a_text(som_bruker, aktor, tekst):
    with som_bruker("slt"):
        assert krenker(lag_kontakt, aktor("etat", "stat"), kilde=tekst)


@pytest.mark.parametrize("tekst", ["26/00123-4", "004733416000", "33 41 60 00", "2026-03-01 2027-03-01"])
def test_ordinary_numbers_enter(som_bruker, aktor, tekst):
    with som_bruker("slt"):
        assert lag_kontakt(aktor("etat", "stat"), kilde=tekst).pk


def test_the_database_shows_contacts_to_those_with_a_role_and_to_nobody_else(som_bruker, aktor):
    with som_bruker("slt"):
        kontakt = lag_kontakt(aktor("etat", "stat"))
        assert Kontaktrolle.objects.filter(pk=kontakt.pk).exists()
    with som_bruker("politi"):
        assert Kontaktrolle.objects.filter(pk=kontakt.pk).exists()
    with som_bruker("fremmed"):
        assert not Kontaktrolle.objects.exists()
    assert not Kontaktrolle.objects.exists()


def test_the_database_lets_only_the_coordinator_write_contacts(som_bruker, aktor):
    with som_bruker("slt"):
        etat = aktor("etat", "stat")
        kontakt = lag_kontakt(etat)
    with som_bruker("politi"):
        assert Kontaktrolle.objects.filter(pk=kontakt.pk).update(telefon="112") == 0
        with pytest.raises(Exception, match="row-level security"), transaction.atomic():
            lag_kontakt(etat)


def test_the_history_of_a_contact_holds_neither_name_nor_channel(som_bruker, aktor):
    with som_bruker("slt"):
        kontakt = lag_kontakt(aktor("etat", "stat"), navn="Ola Nordmann", epost="post@example.no")
    with connection.cursor() as cursor:
        cursor.execute("SELECT h::text FROM samarbeid_historicalkontaktrolle h WHERE id = %s", [kontakt.pk])
        rader = "".join(rad[0] for rad in cursor.fetchall())
    assert "nettsiden" in rader
    assert "Nordmann" not in rader
    assert "example.no" not in rader
    assert "33 00" not in rader


def test_the_web_role_deletes_nothing_in_the_registry(db):
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT relname FROM pg_class WHERE relname LIKE 'samarbeid_%%' AND relkind = 'r'"
            " AND has_table_privilege('hp_web', oid, 'DELETE, TRUNCATE')"
        )
        assert cursor.fetchall() == []


def test_nothing_in_the_registry_points_at_a_case():
    """R61: a concern never links to an organisation's record, and the registry knows no case."""
    ut = {
        felt.related_model._meta.app_label
        for modell in apps.get_app_config("samarbeid").get_models()
        for felt in modell._meta.get_fields()
        if isinstance(felt, ForeignKey)
    }
    assert ut == {"samarbeid", "brukere"}

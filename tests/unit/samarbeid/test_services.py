"""The acts of the registry: who may, once only, and never over another's change."""

import datetime
import uuid

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import connection
from django.utils import timezone

from felles.avslag import Konflikt
from samarbeid import services
from samarbeid.lesing.statistikk import kursdeltakere, kursdeltakere_per_tjeneste, moter_holdt
from samarbeid.models import Aktor, AktorAlias, Forummedlem, Kontaktrolle, Kursdeltakelse, Mote
from samarbeid.tasks import slett_forfalte

I_DAG = datetime.date(2026, 3, 1)
KONTAKT = {"verv": "leder", "telefon": "33 00 00 00", "kilde": "nettsiden", "dato": I_DAG}


@pytest.mark.parametrize("brukernavn", ["politi", "radmann", "folkehelse", "system", "fremmed"])
def test_only_the_coordinator_keeps_the_registry(som_bruker, brukernavn):
    with som_bruker(brukernavn) as bruker, pytest.raises(PermissionDenied):
        services.opprett_aktor(av=bruker, skjema=uuid.uuid4(), aliaser=[], navn="Laget", type="frivillig")


def test_the_same_form_sent_twice_makes_one_partner(som_bruker):
    nokkel = uuid.uuid4()
    with som_bruker("slt") as slt:
        en, to = (
            services.opprett_aktor(av=slt, skjema=nokkel, aliaser=["L"], navn="Æres Å-laget", type="frivillig")
            for _ in range(2)
        )
        assert en == to
        assert en.slug == "aeres-a-laget"
        assert AktorAlias.objects.filter(aktor=en).count() == 1


def test_partners_of_the_same_name_get_different_codes(som_bruker):
    with som_bruker("slt") as slt:
        sluger = [
            services.opprett_aktor(av=slt, skjema=uuid.uuid4(), aliaser=[], navn="Laget", type="frivillig").slug
            for _ in range(3)
        ]
    assert sluger == ["laget", "laget-2", "laget-3"]


def test_a_change_made_meanwhile_is_not_overwritten(som_bruker, aktor):
    with som_bruker("slt") as slt:
        laget = aktor("laget")
        services.endre_aktor(av=slt, aktor=laget, versjon=1, aliaser=[], navn="Første")
        with pytest.raises(Konflikt) as feil:
            services.endre_aktor(av=slt, aktor=laget, versjon=1, aliaser=[], navn="Andre")
        assert feil.value.rad.navn == "Første"
        assert Aktor.objects.get(pk=laget.pk).navn == "Første"


def test_a_partner_cannot_be_part_of_itself_through_others(som_bruker, aktor):
    with som_bruker("slt") as slt:
        a = aktor("a")
        b = aktor("b", over=a)
        with pytest.raises(ValidationError):
            services.endre_aktor(av=slt, aktor=a, versjon=1, aliaser=[], over=b)


def test_a_name_left_out_ends_today_and_can_come_back(som_bruker, aktor):
    with som_bruker("slt") as slt:
        laget = aktor("laget")
        services.endre_aktor(av=slt, aktor=laget, versjon=1, aliaser=["Gamle laget"])
        services.endre_aktor(av=slt, aktor=laget, versjon=2, aliaser=[])
        assert AktorAlias.objects.get(aktor=laget).gyldig_til == timezone.localdate()
        services.endre_aktor(av=slt, aktor=laget, versjon=3, aliaser=["gamle LAGET"])
        assert AktorAlias.objects.get(aktor=laget).gyldig_til is None


def test_a_name_in_a_faith_community_is_refused_in_words(som_bruker, aktor):
    with som_bruker("slt") as slt, pytest.raises(ValidationError, match="navn på personer"):
        services.ny_kontakt(
            av=slt, id=uuid.uuid4(), aktor=aktor("s", "trossamfunn"), navn="Ola", slettes_dato=I_DAG, **KONTAKT
        )


def test_a_deleted_contact_keeps_no_name_and_no_channel(som_bruker, aktor):
    with som_bruker("slt") as slt:
        kontakt = services.ny_kontakt(
            av=slt, id=uuid.uuid4(), aktor=aktor("e", "stat"), navn="Ola", slettes_dato=I_DAG, **KONTAKT
        )
        services.slett_kontakt(av=slt, kontakt=kontakt)
        kontakt.refresh_from_db()
        assert (kontakt.navn, kontakt.telefon, kontakt.epost) == ("", "", "")
        assert kontakt.slettet_dato == timezone.localdate()


def test_the_worker_empties_contacts_whose_time_is_out_and_sees_no_others(som_bruker, aktor):
    i_dag = timezone.localdate()
    with som_bruker("slt") as slt:
        etat = aktor("e", "stat")
        ute, inne = (
            services.ny_kontakt(
                av=slt,
                id=uuid.uuid4(),
                aktor=etat,
                verv="leder",
                telefon="33 00 00 00",
                kilde="nett",
                dato=i_dag - datetime.timedelta(days=400),
                slettes_dato=i_dag + datetime.timedelta(days=dager),
            )
            for dager in (0, 1)
        )
        # yesterday by any clock: the wall's day is the database's, which begins an hour or two after ours
        Kontaktrolle.objects.filter(pk=ute.pk).update(slettes_dato=i_dag - datetime.timedelta(days=1))
    with connection.cursor() as cursor:
        cursor.execute("SET ROLE hp_worker")
        assert list(Kontaktrolle.objects.values_list("pk", flat=True)) == [ute.pk]
        slett_forfalte()
        cursor.execute("SET ROLE hp_web")
    with som_bruker("slt"):
        assert dict(Kontaktrolle.objects.values_list("pk", "telefon")) == {ute.pk: "", inne.pk: "33 00 00 00"}


def test_members_of_a_forum_begin_and_end_and_stay_in_memory(som_bruker, aktor):
    a, b = aktor("a"), aktor("b")
    with som_bruker("slt") as slt:
        forum = services.opprett_forum(av=slt, id=uuid.uuid4(), navn="F", ansvarlig=a, medlemmer=[a])
        services.endre_forum(av=slt, forum=forum, versjon=1, medlemmer=[b], navn="F")
    assert set(Forummedlem.objects.filter(til__isnull=True).values_list("aktor__slug", flat=True)) == {"b"}
    assert Forummedlem.objects.get(aktor=a).til == timezone.localdate()


@pytest.fixture
def mote(som_bruker, aktor):
    def lag(tid, **felt):
        with som_bruker("slt") as slt:
            a = Aktor.objects.filter(slug="vert").first() or aktor("vert")
            forum = services.opprett_forum(
                av=slt, id=uuid.UUID(int=1), navn="Forumet", ansvarlig=a, medlemmer=[a], moter_per_ar=4
            )
            return services.planlegg_mote(av=slt, id=uuid.uuid4(), forum=forum, tid=tid, sted="Rådhuset", **felt)

    return lag


def test_minutes_count_heads_and_a_second_writing_corrects_them(som_bruker, mote):
    forste = mote(timezone.now())
    vert = Aktor.objects.get(slug="vert")
    with som_bruker("slt") as slt:
        services.skriv_referat(av=slt, mote=forste, versjon=1, referat="Enige.", deltakere={vert: 3})
        services.skriv_referat(av=slt, mote=forste, versjon=2, referat="Enige.", deltakere={vert: 2})
    assert list(forste.deltakelser.values_list("antall", flat=True)) == [2]
    assert Mote.objects.get(pk=forste.pk).referat == "Enige."


def test_a_meeting_with_minutes_cannot_be_called_off(som_bruker, mote):
    forste = mote(timezone.now())
    with som_bruker("slt") as slt:
        forste = services.skriv_referat(av=slt, mote=forste, versjon=1, referat="Enige.", deltakere={})
        with pytest.raises(ValidationError, match="referat"):
            services.endre_mote(av=slt, mote=forste, versjon=2, avlyst=True)


def test_a_point_done_twice_keeps_its_first_date(som_bruker, mote, aktor):
    with som_bruker("slt") as slt:
        punkt = services.nytt_punkt(
            av=slt, id=uuid.uuid4(), mote=mote(timezone.now()), tekst="Ring", ansvarlig=aktor("x")
        )
        services.sett_punkt(av=slt, punkt=punkt, gjort=True)
        punkt.refresh_from_db()
        assert punkt.utfort_dato == timezone.localdate()
        services.sett_punkt(av=slt, punkt=punkt, gjort=False)
        punkt.refresh_from_db()
        assert punkt.utfort_dato is None


def test_figures_count_courses_held_and_leave_out_called_off_and_coming_ones(som_bruker, aktor):
    skole, nav = aktor("skole", navn="Skole"), aktor("nav", navn="NAV")
    i_ar = timezone.localdate().year

    def kurs(dato, antall, **felt):
        services.registrer_kurs(
            av=slt, id=uuid.uuid4(), tittel="Kurs", dato=dato, arrangor=skole, deltakere=antall, **felt
        )

    with som_bruker("slt") as slt:
        kurs(datetime.date(i_ar - 2, 5, 5), {skole: 10, nav: 5})
        kurs(datetime.date(i_ar - 1, 5, 5), {skole: 7, nav: 9})
        kurs(datetime.date(i_ar - 1, 6, 5), {skole: 50}, avlyst=True)
        kurs(timezone.localdate() + datetime.timedelta(days=1), {skole: 99})
    assert kursdeltakere(i_ar - 3, i_ar) == {i_ar - 3: 0, i_ar - 2: 15, i_ar - 1: 16, i_ar: 0}
    assert kursdeltakere_per_tjeneste(i_ar - 1) == [("NAV", 9), ("Skole", 7)]
    assert Kursdeltakelse.objects.count() == 6


def test_meetings_held_are_set_against_the_year_wheel(mote):
    i_ar = timezone.localdate().year
    mote(timezone.now() - datetime.timedelta(minutes=1))
    mote(timezone.now() + datetime.timedelta(minutes=1))
    mote(timezone.now() - datetime.timedelta(minutes=2), avlyst=True)
    assert moter_holdt(i_ar) == [("Forumet", 1, 4)]

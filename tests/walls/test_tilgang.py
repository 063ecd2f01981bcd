"""Who sees which row: guardian, the lists, the policies and plain SQL give the same answer."""

import contextlib
from datetime import timedelta
from uuid import uuid4

import pytest
from django.core.exceptions import PermissionDenied
from django.db import DatabaseError, transaction
from django.utils import timezone
from guardian.shortcuts import get_objects_for_user

from bekymring.choices import Hendelseart
from bekymring.lesing.innsyn import innsyn
from bekymring.lesing.tilgang import egne_soner, hvem_kan_se
from bekymring.models import Hendelse, Medlemskap, Sak, Tekst, Tilgang
from bekymring.policy import Adgang, can_styre_tilgang, can_view_alle_saker, les_adgang, les_adganger
from bekymring.services.tilgang import (
    IngenKoordinator,
    SakUtenLeder,
    gi_tilgang,
    ny_sak,
    opphev_sperre,
    overta_sak,
    sett_sperre,
    skriv_hendelse,
    skriv_tekst,
    trekk_tilgang,
)
from brukere.models import Rolletildeling
from tests.conftest import PERSONER
from tests.factories.saker import bruker, gi, lag_sak, skriv, sql
from vern.choices import Sone
from vern.kontekst import som

LESER = {
    "slt": {"felles"},
    "laerer": set(),
    "politi": {"felles", "politi"},
    "kjerne.helse": {"felles", "helse"},
    "kjerne.barnevern": {"felles", "barnevern"},
    "mentor": {"mentor"},
}


def leste_tekster(navn, sak):
    person = bruker(navn)
    with som(person) as ctx:
        synlige = list(Sak.objects.visible_to(person))
        ring = innsyn(ctx, synlige, del_="test")
        return {ring.apne(tekst) for tekst in Tekst.objects.filter(sak=sak)}


def ser(person, sak):
    return Sak.objects.visible_to(person).filter(pk=sak.pk).exists()


def leser(person, sak, sone):
    return sone in les_adgang(person, sak).leser


def test_without_context_nothing_is_there(saken):
    for tabell in ("sak", "tilgang", "tekst", "hendelse", "sperre", "utkast", "kjernegruppe", "medlemskap"):
        assert sql(f"SELECT count(*) FROM bekymring_{tabell}") == [(0,)]


@pytest.mark.parametrize("navn", PERSONER)
def test_a_persona_reads_own_zones_and_no_other(saken, navn):
    ventet = {f"MARKØR-{'MELDING' if sone == 'felles' else sone.upper()}" for sone in LESER.get(navn, set())}
    if navn == "laerer":
        ventet = {"MARKØR-MELDING", "MARKØR-IDENTITET"}
    if navn in LESER or navn == "slt2":
        assert leste_tekster(navn, saken) == (ventet if navn != "slt2" else set())
    else:
        with som(bruker(navn)):
            assert (Sak.objects.count(), Tekst.objects.count(), Tilgang.objects.count()) == (0, 0, 0)


@pytest.mark.parametrize("navn", PERSONER)
def test_guardian_the_list_the_policy_and_sql_agree(saken, navn):
    annen = lag_sak()
    gi(annen, "kjerne.helse", "felles")
    sperret = lag_sak()
    gi(sperret, "politi", "felles")
    with som(bruker("slt")):
        sett_sperre(av=bruker("slt"), sak=sperret, bruker=bruker("politi"), grunn="inhabil")
    person = bruker(navn)
    with som(person):
        saker = (saken, annen, sperret)
        liste = set(Sak.objects.visible_to(person).values_list("pk", flat=True))
        assert liste == {rad[0] for rad in sql("SELECT id FROM bekymring_sak")}
        assert liste == set(Sak.objects.values_list("pk", flat=True))
        guardian = set(
            get_objects_for_user(
                person, "bekymring.se_sak", Sak, accept_global_perms=False, with_superuser=False
            ).values_list("pk", flat=True)
        )
        har_perm = {sak.pk for sak in saker if person.has_perm("bekymring.se_sak", sak)}
        egne = set(Tilgang.objects.filter(rett="se").values_list("content_object_id", flat=True))
        assert guardian == har_perm == egne
        assert can_view_alle_saker(person) or guardian == liste
        adganger = les_adganger(person, saker)
        assert adganger == {sak.pk: les_adgang(person, sak) for sak in saker}
        assert {pk for pk, adgang in adganger.items() if adgang != Adgang()} <= liste


def skriver_i_databasen(person, sak):
    """The zones where the walls take a text from this person."""
    soner = set()
    for sone in set(Sone) - {Sone.REGISTER}:
        with contextlib.suppress(PermissionDenied):
            skriv_tekst(av=person, sak=sak, sone=sone, art="notat", innhold="prøve")
            soner.add(sone)
    return soner


def leder_i_databasen(person, sak):
    """Whether the walls let this person open the case to another: to the deputy, who needs no ground."""
    try:
        gi_tilgang(av=person, sak=sak, bruker=bruker("slt2"), soner=["felles"], grunnlag="saksansvarlig")
    except PermissionDenied:
        return False
    return True


@pytest.mark.parametrize("navn", PERSONER)
def test_the_policy_and_the_walls_agree_on_who_reads_writes_and_leads(saken, navn):
    person = bruker(navn)
    with som(person):
        adgang = les_adgang(person, saken)
        andres = Tekst.objects.exclude(av=person) if adgang.bare_melder else Tekst.objects.all()
        assert adgang.leser == set(andres.values_list("sone", flat=True)) == LESER.get(navn, set())
        assert adgang.skriver == skriver_i_databasen(person, saken)
        assert can_styre_tilgang(adgang) == leder_i_databasen(person, saken)


def test_guardian_is_asked_once_about_one_case_and_once_about_many(saken, django_assert_num_queries):
    politi, annen = bruker("politi"), lag_sak()
    with som(politi):
        les_adgang(politi, saken)  # the content type is looked up once in a process
        with django_assert_num_queries(1) as en:
            les_adgang(politi, saken)
        with django_assert_num_queries(1) as mange:
            les_adganger(politi, [saken, annen])
    for sporring in (en.captured_queries[0]["sql"], mange.captured_queries[0]["sql"]):
        assert "bekymring_tilgang" in sporring
        assert "auth_permission" in sporring


def test_the_melder_sees_the_line_and_own_texts_only(saken):
    skriv(saken, "slt", "felles", "MARKØR-KOORDINATOR")
    assert leste_tekster("laerer", saken) == {"MARKØR-MELDING", "MARKØR-IDENTITET"}


def test_a_row_in_a_foreign_zone_leaves_no_trace_in_the_list(saken):
    def endret(navn):
        person = bruker(navn)
        with som(person):
            return Sak.objects.visible_to(person).get(pk=saken.pk).endret

    for_helse, for_slt = endret("kjerne.helse"), endret("slt")
    politi = bruker("politi")
    with som(politi):
        hendelse = skriv_hendelse(av=politi, sak=saken, sone="politi", art=Hendelseart.SAMTALE_HOLDT)
    assert (endret("kjerne.helse"), endret("slt")) == (for_helse, for_slt)
    assert endret("politi") == hendelse.tid
    with som(bruker("kjerne.helse")):
        assert not Hendelse.objects.exclude(art=Hendelseart.SAMTYKKE).exists()


def test_an_event_in_felles_moves_the_case_for_all(saken):
    slt = bruker("slt")
    with som(slt):
        hendelse = skriv_hendelse(av=slt, sak=saken, sone="register", art=Hendelseart.TATT_IMOT)
    for navn in ("slt", "politi", "kjerne.helse", "mentor"):
        with som(bruker(navn)):
            assert Sak.objects.visible_to(bruker(navn)).get(pk=saken.pk).endret == hendelse.tid


def test_a_grant_ends_when_its_time_is_out(saken, rigg):
    with rigg:
        sql(
            "UPDATE bekymring_tilgang SET fra = now() - interval '2 day', til = now() - interval '1 second' "
            "WHERE user_id = %s",
            bruker("politi").pk,
        )
    with som(bruker("politi")):
        assert not Sak.objects.exists()
        assert not bruker("politi").has_perm("bekymring.se_sak", saken)


def test_a_grant_that_has_not_begun_opens_nothing(saken, rigg):
    with rigg:
        sql("UPDATE bekymring_tilgang SET fra = now() + interval '1 hour' WHERE user_id = %s", bruker("politi").pk)
    with som(bruker("politi")):
        assert not Sak.objects.exists()


def test_ending_one_reason_leaves_the_other(saken):
    slt, helse = bruker("slt"), bruker("kjerne.helse")
    gi(saken, "kjerne.helse", "felles", "helse", grunnlag="ansvarsgruppe")
    with som(slt):
        assert trekk_tilgang(av=slt, sak=saken, bruker=helse, grunnlag="gruppe") == 4
    with som(helse):
        assert leser(helse, saken, "helse")
    with som(slt):
        trekk_tilgang(av=slt, sak=saken, bruker=helse, grunnlag="ansvarsgruppe")
    with som(helse):
        assert not ser(helse, saken)
        assert not Tekst.objects.exists()


def test_the_line_stays_as_long_as_the_longest_right(saken):
    slutt = timezone.now() + timedelta(days=3)
    gi(saken, "radmann", "felles", til=slutt)
    gi(saken, "radmann", "register", grunnlag="ansvarsgruppe", til=slutt + timedelta(days=9))
    with som(bruker("radmann")):
        assert Tilgang.objects.get(rett="se").til == slutt + timedelta(days=9)
        assert Tilgang.objects.get(rett="les").til == slutt


def test_withdrawing_some_zones_keeps_the_rest(saken):
    slt = bruker("slt")
    with som(slt):
        trekk_tilgang(av=slt, sak=saken, bruker=slt, soner=["felles"])
        assert not leser(slt, saken, "felles")
        assert Tilgang.objects.filter(rett="led").exists()


def test_a_given_back_right_is_valid_again(saken):
    slt, politi = bruker("slt"), bruker("politi")
    with som(slt):
        trekk_tilgang(av=slt, sak=saken, bruker=politi)
    gi(saken, "politi", "felles")
    with som(politi):
        assert leser(politi, saken, "felles")
        assert not leser(politi, saken, "politi")


@pytest.mark.parametrize("navn", [navn for navn in PERSONER if navn != "slt"])
def test_nobody_grants_who_does_not_lead(saken, navn):
    person = bruker(navn)
    with som(person), pytest.raises(PermissionDenied):
        gi_tilgang(av=person, sak=saken, bruker=person, soner=["felles"], grunnlag="gruppe")


def test_the_leader_cannot_open_a_service_zone_to_those_who_do_not_work_there(saken):
    for sone in ("politi", "helse", "barnevern", "skole", "nav"):
        with pytest.raises(PermissionDenied):
            gi(saken, "slt", sone)


def test_the_last_leader_cannot_leave(saken):
    slt = bruker("slt")
    with som(slt), pytest.raises(SakUtenLeder):
        trekk_tilgang(av=slt, sak=saken, bruker=slt)
    with som(slt):
        assert Tilgang.objects.filter(rett="led").exists()


def test_an_inhabil_koordinator_is_barred_and_the_deputy_leads(personer):
    sak = lag_sak(koordinator_inhabil=True)
    for navn, skal in (("slt", False), ("slt2", True), ("laerer", True)):
        person = bruker(navn)
        with som(person):
            assert Sak.objects.filter(pk=sak.pk).exists() is skal
            assert ser(person, sak) is skal
    with som(bruker("slt2")):
        assert Tilgang.objects.filter(rett="led").exists()


def test_a_bar_beats_every_grant_and_the_role(saken):
    slt = bruker("slt")
    with som(slt):
        for navn in ("politi", "slt2"):
            sett_sperre(av=slt, sak=saken, bruker=bruker(navn), grunn="inhabil")
    for navn in ("politi", "slt2"):
        person = bruker(navn)
        with som(person):
            assert (Sak.objects.count(), Tekst.objects.count(), Hendelse.objects.count()) == (0, 0, 0)
            assert not ser(person, saken)
            assert hvem_kan_se(saken) == []
    with pytest.raises(PermissionDenied):
        gi(saken, "politi", "felles")
    with som(slt):
        opphev_sperre(av=slt, sak=saken, bruker=bruker("politi"))
    with som(bruker("politi")):
        assert ser(bruker("politi"), saken)


def test_the_leader_who_declares_inhabil_hands_over_to_the_deputy(saken):
    slt = bruker("slt")
    with som(slt):
        sett_sperre(av=slt, sak=saken, bruker=slt, grunn="inhabil")
    with som(slt):
        assert not Sak.objects.exists()
        with pytest.raises(PermissionDenied):
            opphev_sperre(av=slt, sak=saken, bruker=slt)
    with som(bruker("slt2")):
        assert Tilgang.objects.filter(rett="led").exists()
        assert leser(bruker("slt2"), saken, "felles")


def test_a_member_may_bar_only_themselves(saken):
    helse = bruker("kjerne.helse")
    with som(helse), pytest.raises(PermissionDenied):
        sett_sperre(av=helse, sak=saken, bruker=bruker("politi"), grunn="nei")
    with som(helse):
        sett_sperre(av=helse, sak=saken, bruker=helse, grunn="kjenner familien")
        assert not Sak.objects.exists()


def test_only_those_who_may_report_make_cases(personer):
    for navn in PERSONER:
        person = bruker(navn)
        with som(person):
            if navn in ("laerer", "slt", "slt2"):
                ny_sak(av=person, aldersspenn="13_15")
            else:
                with pytest.raises(PermissionDenied):
                    ny_sak(av=person, aldersspenn="13_15")


def test_without_a_koordinator_nothing_is_stored(personer):
    Rolletildeling.objects.filter(rolle="koordinator").update(til=timezone.now())
    laerer = bruker("laerer")
    with som(laerer):
        with pytest.raises(IngenKoordinator):
            ny_sak(av=laerer, aldersspenn="13_15")
        assert not Tilgang.objects.exists()


def test_a_deactivated_user_sees_nothing(saken):
    person = bruker("politi")
    type(person).objects.filter(pk=person.pk).update(is_active=False)
    with som(person):
        assert not Sak.objects.exists()


def test_a_lost_role_closes_the_register_at_once(saken):
    Rolletildeling.objects.filter(bruker__username="slt2").update(til=timezone.now())
    with som(bruker("slt2")):
        assert not Sak.objects.exists()


def test_writing_needs_the_right_in_that_zone(saken):
    helse = bruker("kjerne.helse")
    for sone in ("politi", "barnevern", "identitet", "mentor"):
        with som(helse), pytest.raises(PermissionDenied):
            skriv_tekst(av=helse, sak=saken, sone=sone, art="notat", innhold="nei")


def test_nobody_writes_in_anothers_name(saken):
    helse = bruker("kjerne.helse")
    with som(helse):
        tekst = skriv_tekst(av=helse, sak=saken, sone="felles", art="notat", innhold="mitt")
        tekst.pk, tekst.av = uuid4(), bruker("politi")
        with pytest.raises(DatabaseError, match="row-level security"), transaction.atomic():
            tekst.save(force_insert=True)


FORBUDT = [
    "INSERT INTO bekymring_tilgang (user_id, permission_id, sak_id, rett, sone, grunnlag) "
    "SELECT user_id, permission_id, sak_id, 'led', '', 'gruppe' FROM bekymring_tilgang LIMIT 1",
    "UPDATE bekymring_tilgang SET til = NULL",
    "INSERT INTO bekymring_sperre (sak_id, bruker_id, satt_av_id, grunn) SELECT id, 1, 1, '' FROM bekymring_sak",
    "UPDATE bekymring_sperre SET til = now()",
    "INSERT INTO vern_innsyn (bruker, saker, utsnitt) VALUES (1, '{}', 'x')",
    "SELECT * FROM vern_innsyn",
    "SELECT * FROM vern_avvist",
    "INSERT INTO bekymring_historicalsak (id, history_type, history_date) VALUES (gen_random_uuid(), '+', now())",
    "SELECT * FROM bekymring_historicaltilgang",
    "UPDATE bekymring_tekst SET innhold = ''",
    "UPDATE bekymring_hendelse SET art = ''",
    "UPDATE bekymring_sak SET ref = 'x'",
    "DELETE FROM bekymring_sak",
    "DELETE FROM bekymring_tilgang",
    "DELETE FROM bekymring_tekst",
    "DELETE FROM bekymring_hendelse",
    "DELETE FROM bekymring_sperre",
    "DELETE FROM vern_innsyn",
    "TRUNCATE bekymring_tekst",
    "SELECT vern.gi_en(gen_random_uuid(), 1, 'led', '', 'gruppe', NULL, NULL, 1)",
    "SELECT vern.forny_se(gen_random_uuid(), 1, 1)",
    "SELECT vern.vakt('{}')",
    "SET ROLE hp_owner",
    "SET SESSION AUTHORIZATION hp_owner",
]


@pytest.mark.parametrize("setning", FORBUDT)
def test_the_web_role_cannot_do_by_sql_what_no_page_does(saken, setning):
    if setning.startswith("SET "):
        assert sql("SELECT pg_has_role('hp_web', 'hp_owner', 'SET')") == [(False,)]
        return
    with som(bruker("slt")), pytest.raises(DatabaseError) as feil, transaction.atomic():
        sql(setning)
    assert feil.value.__cause__.sqlstate == "42501"


def test_a_case_cannot_be_made_with_an_id_of_ones_own(saken):
    with som(bruker("slt")), pytest.raises(DatabaseError), transaction.atomic():
        sql(
            "INSERT INTO bekymring_sak (id, ref, nummer, modus, tilstand, aldersspenn, sist_endret, opprettet, versjon)"
            " VALUES (gen_random_uuid(), 'x', '26-AAAA', 'anonym', 'mottatt', '13_15', now(), now(), 1)"
        )


def test_a_reader_without_write_right_changes_nothing(saken):
    gi(saken, "radmann", "felles")
    with som(bruker("radmann")):
        assert Sak.objects.filter(pk=saken.pk).exists()
        assert Sak.objects.filter(pk=saken.pk).update(tilstand="avsluttet") == 0


def test_grants_leave_history_that_only_the_database_writes(saken, rigg):
    slt = bruker("slt")
    with som(slt):
        trekk_tilgang(av=slt, sak=saken, bruker=bruker("politi"))
    with rigg:
        rader = sql(
            "SELECT history_type, count(*), min(history_user_id) FROM bekymring_historicaltilgang "
            "WHERE user_id = %s GROUP BY 1 ORDER BY 1",
            bruker("politi").pk,
        )
    assert rader == [("+", 5, slt.pk), ("~", 5, slt.pk)]


def test_who_may_see_names_members_grounds_and_koordinators(saken):
    with som(bruker("politi")):
        rader = hvem_kan_se(saken)
    navn = {None: "melderen", **dict(sql("SELECT id, username FROM brukere_bruker"))}
    assert {navn[rad.bruker_id] for rad in rader} == {*LESER, "slt2", "melderen"} - {"laerer"}
    assert {(r.rett, r.sone) for r in rader if navn[r.bruker_id] == "mentor"} == {
        ("se", ""),
        ("les", "mentor"),
        ("skriv", "mentor"),
    }
    assert {r.grunnlag for r in rader if navn[r.bruker_id] == "slt2"} == {"rolle"}
    for navn in ("fremmed", "kjerne.vgs", "radmann", "system"):
        with som(bruker(navn)):
            assert hvem_kan_se(saken) == []


def test_own_zones_come_from_where_one_works(personer):
    assert egne_soner(bruker("politi")) == [Sone.POLITI]
    assert egne_soner(bruker("fremmed")) == []


def test_memberships_are_made_by_the_koordinator(personer):
    with som(bruker("politi")), pytest.raises(DatabaseError), transaction.atomic():
        Medlemskap.objects.create(gruppe_id=1, bruker=bruker("politi"), funksjon="politi")


def slutt_som(navn, rolle):
    Rolletildeling.objects.filter(bruker__username=navn, rolle=rolle).update(til=timezone.now())


def test_the_koordinators_own_grants_end_with_the_role(saken):
    slutt_som("slt", "koordinator")
    slt = bruker("slt")
    with som(slt):
        assert (Sak.objects.count(), Tekst.objects.count(), Tilgang.objects.count()) == (0, 0, 0)
        assert not ser(slt, saken)
        with pytest.raises(PermissionDenied):
            gi_tilgang(av=slt, sak=saken, bruker=slt, soner=["felles"], grunnlag="gruppe")
    with som(bruker("politi")):
        assert bruker("slt").pk not in {rad.bruker_id for rad in hvem_kan_se(saken)}


def test_other_grounds_survive_the_role(saken):
    gi(saken, "slt", "felles", grunnlag="ansvarsgruppe")
    slutt_som("slt", "koordinator")
    with som(bruker("slt")):
        assert leser(bruker("slt"), saken, "felles")
        assert not Tilgang.objects.filter(rett="led").exists()


def test_a_case_whose_leader_left_the_role_is_taken_over_by_the_next(saken):
    slt2 = bruker("slt2")
    with som(slt2), pytest.raises(PermissionDenied):
        overta_sak(av=slt2, sak=saken)
    slutt_som("slt", "koordinator")
    with som(bruker("politi")), pytest.raises(PermissionDenied):
        overta_sak(av=bruker("politi"), sak=saken)
    with som(slt2):
        overta_sak(av=slt2, sak=saken)
        assert leser(slt2, saken, "felles")
        assert Tilgang.objects.filter(rett="led").exists()


def test_a_services_zone_closes_when_the_work_there_ends(saken):
    politi = bruker("politi")
    politi.tilknytninger.update(til=timezone.now())
    with som(politi):
        assert not leser(politi, saken, "politi")
        assert not Tekst.objects.filter(sone="politi").exists()
        with pytest.raises(PermissionDenied):
            skriv_tekst(av=politi, sak=saken, sone="politi", art="notat", innhold="nei")

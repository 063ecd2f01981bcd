"""Who may, as truth tables: by role, by part in a case, and by the state the case is in."""

from datetime import UTC, datetime, timedelta
from itertools import product

import pytest

from bekymring import policy
from bekymring.choices import Flytrolle as R
from bekymring.choices import Mentortilstand, Modus, Sakrolle
from bekymring.choices import Tilstand as T
from bekymring.models import Deling, Delingsgrunnlag, Medlemskap, Mentorforlop, Nodtilgang, Oppgave, Sak, Samtale
from bekymring.policy import Adgang
from brukere.models import Bruker
from brukere.roles import Rolle
from felles.tid import na
from vern.choices import Sone

ALLE = frozenset(T)
APNE = ALLE - {T.AVSLUTTET, T.OVERFORT, T.SPERRET}
ETTER_KONKLUSJON = {T.KONKLUDERT, T.SAMTALE, T.TILTAK_PAGAR, T.EVALUERING}
EN, ANNEN = 1, 2
UTE = datetime(2020, 1, 1, tzinfo=UTC)


def person(*roller: Rolle, pk: int = EN) -> Bruker:
    """Somebody who holds these roles now."""
    ny = Bruker(pk=pk)
    ny.roller = frozenset(roller)
    return ny


# --- By role ----------------------------------------------------------------------------------------------------
ROLLETABELL = {
    policy.can_meld: {Rolle.MELDER},
    policy.can_view_alle_saker: {Rolle.KOORDINATOR},
    policy.can_apne_saker: {Rolle.KOORDINATOR, Rolle.POLITIKONTAKT},
    policy.can_view_tall: {Rolle.KOORDINATOR, Rolle.RADMANN, Rolle.POLITIKONTAKT, Rolle.PERSONVERNOMBUD},
    policy.can_fore_tilsyn: {Rolle.PERSONVERNOMBUD},
    policy.can_soke_person: {Rolle.KOORDINATOR},
    policy.can_styre_grupper: {Rolle.KOORDINATOR},
    policy.bekrefter_grunnlag: {Rolle.KOORDINATOR},
    policy.far_vite_om_nodtilgang: {Rolle.RADMANN},
}


@pytest.mark.parametrize("kan", ROLLETABELL)
def test_a_page_is_open_to_exactly_these_roles(kan):
    assert {rolle for rolle in Rolle if kan(person(rolle))} == ROLLETABELL[kan]


@pytest.mark.parametrize("kan", ROLLETABELL)
def test_without_a_role_none_of_them_open(kan):
    assert not kan(person())


@pytest.mark.parametrize("rolle", Rolle)
def test_break_glass_may_concern_those_who_work_with_cases_or_review_it(rolle):
    egne = {Rolle.KOORDINATOR, Rolle.POLITIKONTAKT, Rolle.PERSONVERNOMBUD}
    assert policy.can_view_nodtilganger(person(rolle), i_saker=False) is (rolle in egne)
    assert policy.can_view_nodtilganger(person(rolle), i_saker=True)


@pytest.mark.parametrize(("rolle", "i_gruppe"), list(product(Rolle, (True, False))))
def test_break_glass_is_for_the_police_and_for_those_who_sit_in_a_group(rolle, i_gruppe):
    assert policy.can_soke_nodtilgang(person(rolle), i_gruppe=i_gruppe) is (rolle == Rolle.POLITIKONTAKT or i_gruppe)


@pytest.mark.parametrize(
    ("bruker_id", "rolle", "kan"), [(EN, "leder", True), (EN, "medlem", False), (ANNEN, "leder", False)]
)
def test_a_meeting_is_called_by_the_leader_of_the_group(bruker_id, rolle, kan):
    assert policy.can_kalle_inn(person(), [Medlemskap(bruker_id=bruker_id, rolle=rolle)]) is kan


def test_the_koordinator_calls_meetings_of_every_group():
    assert policy.can_kalle_inn(person(Rolle.KOORDINATOR), [])


@pytest.mark.parametrize("rolle", Sakrolle)
def test_two_parts_in_a_case_need_a_role(rolle):
    trenger = {Sakrolle.SAMTALE: Rolle.POLITIKONTAKT, Sakrolle.SAKSANSVARLIG: Rolle.KOORDINATOR}.get(rolle)
    assert policy.mangler_rolle(person(), rolle) == trenger
    assert policy.mangler_rolle(person(*Rolle), rolle) is None


@pytest.mark.parametrize(
    ("roller", "saksansvarlig", "kan"),
    [((Rolle.KOORDINATOR,), EN, True), ((Rolle.KOORDINATOR,), ANNEN, False), ((), EN, False)],
)
def test_only_the_koordinator_who_has_the_case_reads_it_without_a_ground(roller, saksansvarlig, kan):
    assert policy.leses_uten_grunnlag(person(*roller), Sak(saksansvarlig_id=saksansvarlig)) is kan


# --- What one holds in a case -----------------------------------------------------------------------------------
@pytest.mark.parametrize(
    ("roller", "rader", "ventet"),
    [
        ((), [], Adgang()),
        ((), [("se_sak", "gruppe")], Adgang()),
        ((), [("les_egne", "melder")], Adgang({R.MELDER}, grunner={"melder"})),
        (
            (Rolle.KOORDINATOR,),
            [("se_sak", "koordinator"), ("led_sak", "koordinator"), ("les_felles", "koordinator")],
            Adgang({R.SAKSANSVARLIG}, {"felles"}, leder=True, grunner={"koordinator"}),
        ),
        ((), [("led_sak", "koordinator")], Adgang(leder=True, grunner={"koordinator"})),
        (
            (),
            [("led_sak", "gruppe"), ("skriv_felles", "gruppe")],
            Adgang({R.GRUPPELEDER, R.GRUPPEMEDLEM}, skriver={"felles"}, leder=True, grunner={"gruppe"}),
        ),
        (
            (Rolle.POLITIKONTAKT,),
            [("les_politi", "samtale"), ("skriv_politi", "samtale")],
            Adgang({R.POLITIKONTAKT}, {"politi"}, {"politi"}, grunner={"samtale"}),
        ),
        ((Rolle.POLITIKONTAKT,), [("les_politi", "samtale")], Adgang(leser={"politi"}, grunner={"samtale"})),
        ((), [("skriv_politi", "samtale")], Adgang(skriver={"politi"}, grunner={"samtale"})),
        ((), [("les_felles", "ansvarsgruppe")], Adgang({R.ANSVARLIG}, {"felles"}, grunner={"ansvarsgruppe"})),
        ((), [("les_mentor", "mentor")], Adgang({R.MENTOR}, {"mentor"}, grunner={"mentor"})),
        ((), [("les_felles", "nodtilgang")], Adgang(leser={"felles"}, grunner={"nodtilgang"})),
    ],
)
def test_roles_in_a_case_follow_from_rights_and_their_grounds(roller, rader, ventet):
    assert policy._adgang(person(*roller), rader) == ventet


# --- By part in the case and by its state -----------------------------------------------------------------------
SAKSTABELL = {
    policy.can_skrive_kort: ({R.SAKSANSVARLIG}, APNE),
    policy.can_apne_kort: ({R.SAKSANSVARLIG}, APNE),
    policy.can_registrere_samtykke: ({R.SAKSANSVARLIG}, APNE),
    policy.can_opprette_oppfolging: ({R.SAKSANSVARLIG}, ETTER_KONKLUSJON),
    policy.can_vurdere: ({R.GRUPPELEDER, R.GRUPPEMEDLEM}, {T.PA_SAKSLISTE}),
    policy.can_konkludere: ({R.GRUPPELEDER}, {T.PA_SAKSLISTE}),
    policy.can_henvise: ({R.SAKSANSVARLIG}, {T.AVKLARING}),
    policy.can_starte_oppfolging: ({R.SAKSANSVARLIG, R.ANSVARLIG}, {T.KONKLUDERT, T.SAMTALE}),
    policy.can_avtale_samtale: ({R.POLITIKONTAKT}, {T.KONKLUDERT, T.SAMTALE}),
    policy.can_sende_pa_nytt: ({R.MELDER}, {T.RETURNERT}),
}


@pytest.mark.parametrize("kan", SAKSTABELL)
def test_an_act_is_open_to_exactly_these_parts_in_these_states(kan):
    def apen(rolle, tilstand):
        adgang = Adgang(frozenset({rolle}), skriver=frozenset({Sone.FELLES}))
        return kan(adgang, Sak(tilstand=tilstand, modus=Modus.IDENTIFISERT))

    roller, tilstander = SAKSTABELL[kan]
    assert {(rolle, tilstand) for rolle, tilstand in product(R, T) if apen(rolle, tilstand)} == set(
        product(roller, tilstander)
    )


def test_who_a_case_without_a_name_concerns_is_never_opened():
    adgang = Adgang(frozenset({R.SAKSANSVARLIG}))
    assert not policy.can_apne_kort(adgang, Sak(tilstand=T.AVKLARING, modus=Modus.ANONYM))


def test_a_returned_report_is_closed_when_its_writer_no_longer_holds_the_text():
    assert not policy.can_sende_pa_nytt(Adgang(frozenset({R.MELDER})), Sak(tilstand=T.RETURNERT))


@pytest.mark.parametrize("tilstand", T)
def test_only_a_returned_report_says_why_it_came_back(tilstand):
    assert policy.er_sendt_tilbake(Sak(tilstand=tilstand)) is (tilstand == T.RETURNERT)


# --- By ground --------------------------------------------------------------------------------------------------
def som_har(grunnlag: str, *, leser=("felles",), skriver=("felles",), **mer) -> Adgang:
    return Adgang(leser=frozenset(leser), skriver=frozenset(skriver), grunner=frozenset({grunnlag}), **mer)


@pytest.mark.parametrize("grunnlag", Sakrolle)
def test_who_works_with_a_case_shares_from_it(grunnlag):
    deler = grunnlag not in {Sakrolle.MELDER, Sakrolle.MENTOR, Sakrolle.NODTILGANG}
    assert policy.can_dele(som_har(grunnlag), Sak(tilstand=T.AVKLARING)) is deler


@pytest.mark.parametrize("tilstand", T)
def test_nothing_more_is_shared_from_a_closed_case(tilstand):
    assert policy.can_dele(som_har("gruppe"), Sak(tilstand=tilstand)) is (tilstand in APNE)


@pytest.mark.parametrize(
    ("leser", "skriver", "ventet"),
    [
        (("felles", "politi"), ("felles", "politi"), {"felles", "politi"}),
        (("felles",), ("politi",), set()),
        (("identitet", "mentor"), ("identitet", "mentor"), set()),
    ],
)
def test_what_one_shares_is_what_one_both_reads_and_writes(leser, skriver, ventet):
    assert policy.delbare_soner(som_har("gruppe", leser=leser, skriver=skriver)) == ventet


@pytest.mark.parametrize("sone", ["felles", "politi"])
def test_a_sharing_is_taken_back_by_whoever_writes_where_the_original_lies(sone):
    assert policy.can_avslutte_deling(som_har("gruppe"), Deling(fra_sone=sone)) is (sone == "felles")


@pytest.mark.parametrize("grunnlag", Sakrolle)
def test_everybody_who_writes_in_a_case_may_tell_that_the_police_was_called(grunnlag):
    assert policy.can_varsle(som_har(grunnlag)) is (grunnlag != Sakrolle.NODTILGANG)
    assert not policy.can_varsle(som_har(grunnlag, skriver=()))


@pytest.mark.parametrize("grunnlag", Sakrolle)
def test_who_works_with_a_case_can_step_out_of_it(grunnlag):
    arbeider = grunnlag not in {Sakrolle.MELDER, Sakrolle.MENTOR}
    assert policy.can_melde_inhabil(person(), som_har(grunnlag)) is arbeider
    assert policy.can_melde_inhabil(person(Rolle.KOORDINATOR), Adgang())


@pytest.mark.parametrize(
    ("roller", "hvem", "leser"),
    [((R.MELDER,), False, False), ((R.MENTOR,), False, False), ((R.GRUPPEMEDLEM,), True, True), ((), True, True)],
)
def test_reporter_and_mentor_have_pages_of_their_own(roller, hvem, leser):
    adgang = Adgang(frozenset(roller), leser=frozenset({"felles"}))
    assert (policy.can_se_hvem_som_ser(adgang), policy.can_lese_oppsummering(adgang)) == (hvem, leser)
    assert not policy.can_lese_oppsummering(Adgang(frozenset(roller)))


def test_the_card_is_read_by_those_who_hold_its_zone():
    assert policy.can_lese_kort(som_har("samtale", leser=["identitet"]))
    assert not policy.can_lese_kort(som_har("melder", skriver=["identitet"]))


# --- Who else has the case --------------------------------------------------------------------------------------
LEDER = Adgang(frozenset({R.SAKSANSVARLIG}), skriver=frozenset({"felles"}), leder=True)
GRUPPELEDER = Adgang(frozenset({R.GRUPPELEDER}), skriver=frozenset({"felles"}), leder=True)


@pytest.mark.parametrize(
    ("adgang", "gir"),
    [
        (LEDER, ("gruppe", "ansvarsgruppe", "samtale", "saksansvarlig")),
        (GRUPPELEDER, ("gruppe",)),
        (Adgang(leder=True), ()),
        (som_har("gruppe"), ()),
    ],
)
def test_who_leads_gives_the_parts_that_are_theirs_to_give(adgang, gir):
    assert policy.can_gi_rolle(adgang, Sak(tilstand=T.KONKLUDERT)) == gir
    assert policy.can_styre_tilgang(adgang) is bool(gir)


@pytest.mark.parametrize("tilstand", [T.STANSET, T.AVSLUTTET, T.OVERFORT, T.SPERRET])
def test_nobody_is_given_a_part_in_a_case_that_is_stopped_closed_or_sealed(tilstand):
    assert policy.can_gi_rolle(LEDER, Sak(tilstand=tilstand)) == ()


@pytest.mark.parametrize("grunnlag", Sakrolle)
def test_the_leader_of_a_group_ends_the_places_of_its_members_only(grunnlag):
    assert policy.can_avslutte_rolle(LEDER, grunnlag)
    assert policy.can_avslutte_rolle(GRUPPELEDER, grunnlag) is (grunnlag == Sakrolle.GRUPPE)
    assert not policy.can_avslutte_rolle(som_har("gruppe"), grunnlag)


def test_a_case_without_a_leader_is_taken_over_by_a_koordinator():
    assert policy.can_overta(person(Rolle.KOORDINATOR), har_leder=False)
    assert not policy.can_overta(person(Rolle.KOORDINATOR), har_leder=True)
    assert not policy.can_overta(person(), har_leder=False)


@pytest.mark.parametrize(
    ("roller", "skriver", "rad", "kan"),
    [
        ((Rolle.KOORDINATOR,), ("felles",), {}, True),
        ((), ("felles",), {}, False),
        ((Rolle.KOORDINATOR,), (), {}, False),
        ((Rolle.KOORDINATOR,), ("felles",), {"bestemt_av_id": EN}, False),
        ((Rolle.KOORDINATOR,), ("felles",), {"bekreftet_av_id": ANNEN}, False),
        ((Rolle.KOORDINATOR,), ("felles",), {"til": UTE}, False),
        ((Rolle.KOORDINATOR,), ("felles",), {"samtykke_id": "00000000-0000-0000-0000-000000000001"}, False),
    ],
)
def test_a_ground_is_confirmed_by_a_second_koordinator(roller, skriver, rad, kan):
    venter = Delingsgrunnlag(**({"bestemt_av_id": ANNEN, "til": na() + timedelta(days=1)} | rad))
    assert policy.can_bekrefte(person(*roller), som_har("saksansvarlig", skriver=skriver), venter) is kan


# --- The work ---------------------------------------------------------------------------------------------------
@pytest.mark.parametrize(("ansvarlig", "leder", "kan"), [(EN, False, True), (ANNEN, True, True), (ANNEN, False, False)])
def test_a_task_is_ticked_off_by_the_one_who_took_it_on_or_who_leads(ansvarlig, leder, kan):
    assert policy.can_gjore_oppgave(person(), Adgang(leder=leder), Oppgave(ansvarlig_id=ansvarlig)) is kan


@pytest.mark.parametrize(
    ("roller", "skriver", "sone", "kan"),
    [
        ({R.POLITIKONTAKT}, {"politi"}, "politi", True),
        ({R.POLITIKONTAKT}, set(), "politi", False),
        ({R.POLITIKONTAKT}, {"politi"}, "felles", False),
        ({R.SAKSANSVARLIG}, {"politi"}, "politi", False),
    ],
)
def test_a_conversation_is_held_by_the_police_contact_in_its_zone(roller, skriver, sone, kan):
    adgang = Adgang(frozenset(roller), skriver=frozenset(skriver))
    assert policy.can_gjore_samtale(adgang, Samtale(sone=sone)) is kan


@pytest.mark.parametrize(
    ("rolle", "mentor", "tilstand"), list(product((R.MENTOR, R.SAKSANSVARLIG), (EN, ANNEN), Mentortilstand))
)
def test_contact_is_logged_by_the_mentor_of_a_relation_that_runs(rolle, mentor, tilstand):
    kan = (rolle, mentor, tilstand) == (R.MENTOR, EN, Mentortilstand.AKTIV)
    forlop = Mentorforlop(mentor_id=mentor, tilstand=tilstand)
    assert policy.can_logge_kontakt(person(), Adgang(frozenset({rolle})), forlop) is kan


# --- Break-glass ------------------------------------------------------------------------------------------------
@pytest.mark.parametrize(("rolle", "soker"), list(product(Rolle, (EN, ANNEN))))
def test_the_second_person_is_a_koordinator_or_the_ombud_and_never_the_one_who_asks(rolle, soker):
    rad = Nodtilgang(bruker_id=soker, krever_to=True, sokt=na())
    assert rad.venter, "nothing waits: the test shows nothing"
    kan = rolle in {Rolle.KOORDINATOR, Rolle.PERSONVERNOMBUD} and soker == ANNEN
    assert policy.can_avgjore_nodtilgang(person(rolle), rad) is kan


@pytest.mark.parametrize(("rolle", "bruker_id"), list(product(Rolle, (EN, ANNEN))))
def test_the_review_is_closed_by_the_ombud_when_the_hour_is_over(rolle, bruker_id):
    tid = na()
    over = Nodtilgang(bruker_id=bruker_id, fra=tid, til=tid)
    assert policy.can_vurdere_nodtilgang(person(rolle), over) is (rolle == Rolle.PERSONVERNOMBUD and bruker_id == ANNEN)
    vurdert = Nodtilgang(bruker_id=bruker_id, fra=tid, til=tid, vurdert=tid)
    assert not policy.can_vurdere_nodtilgang(person(rolle), vurdert)


@pytest.mark.parametrize(("bruker_id", "begynt", "kan"), [(EN, True, True), (EN, False, False), (ANNEN, True, False)])
def test_one_ends_ones_own_break_glass(bruker_id, begynt, kan):
    rad = Nodtilgang(bruker_id=bruker_id, fra=na() if begynt else None)
    assert policy.can_avslutte_nodtilgang(person(), rad) is kan

"""The moves of a case, every state against every role, each expected answer on its own line."""

from itertools import product

import pytest
from django.conf import settings

from bekymring.choices import APNE, Mentortilstand, Samtaletilstand
from bekymring.choices import Flytrolle as R
from bekymring.choices import Tilstand as T
from bekymring.krav import Fakta
from bekymring.services.virkninger import VIRKNINGER
from bekymring.views.steg import SIDER
from bekymring.visning.sak import PANELER
from bekymring.visning.sak import SIDER as PANELSIDER
from bekymring.visning.saksgang import som_markdown
from bekymring.workflow import (
    MENTORGANG,
    OVERGANGER,
    SAKSGANG,
    SAMTALEGANG,
    TRINN,
    Mentorsteg,
    Samtalesteg,
    Steg,
    mulige,
    trinn,
)

# state -> role -> the moves that exist. What is not written here must not exist.
VENTET: dict[tuple[str, R], set[str]] = {
    ("", R.MELDER): {"meld"},
    (T.MOTTATT, R.SAKSANSVARLIG): {
        "ta_imot",
        "returner",
        "avvis",
        "droft_uten_navn",
        "til_avklaring",
        "overfor",
        "stans",
    },
    (T.RETURNERT, R.MELDER): {"send_pa_nytt"},
    (T.RETURNERT, R.SAKSANSVARLIG): {"avvis", "overfor", "stans"},
    (T.ANONYM_DROFTING, R.SAKSANSVARLIG): {"gi_rad", "til_avklaring", "overfor", "stans"},
    (T.AVKLARING, R.SAKSANSVARLIG): {"henvis", "avslutt_avklaring", "overfor", "stans"},
    (T.HENVIST, R.GRUPPELEDER): {"send_til_avklaring", "sett_pa_saksliste"},
    (T.HENVIST, R.SAKSANSVARLIG): {"overfor", "stans"},
    (T.PA_SAKSLISTE, R.GRUPPELEDER): {"utsett", "konkluder"},
    (T.PA_SAKSLISTE, R.SAKSANSVARLIG): {"overfor", "stans"},
    (T.KONKLUDERT, R.SAKSANSVARLIG): {"mer_avklaring", "start_oppfolging", "avslutt", "overfor", "stans"},
    (T.KONKLUDERT, R.POLITIKONTAKT): {"avtal_samtale"},
    (T.KONKLUDERT, R.ANSVARLIG): {"start_oppfolging"},
    (T.SAMTALE, R.POLITIKONTAKT): {"avtal_samtale"},
    (T.SAMTALE, R.SAKSANSVARLIG): {"start_oppfolging", "avslutt", "overfor", "stans"},
    (T.SAMTALE, R.ANSVARLIG): {"start_oppfolging"},
    (T.TILTAK_PAGAR, R.SAKSANSVARLIG): {"evaluer", "overfor", "stans"},
    (T.TILTAK_PAGAR, R.ANSVARLIG): {"evaluer"},
    (T.EVALUERING, R.SAKSANSVARLIG): {"fortsett", "henvis_igjen", "avslutt", "overfor", "stans"},
    (T.EVALUERING, R.ANSVARLIG): {"fortsett"},
    (T.STANSET, R.SAKSANSVARLIG): {"gjenoppta", "avslutt_stanset"},
    (T.AVSLUTTET, R.SAKSANSVARLIG): {"sperr"},
    (T.OVERFORT, R.SAKSANSVARLIG): {"sperr"},
}


@pytest.mark.parametrize(("tilstand", "rolle"), list(product(["", *T.values], R)))
def test_state_and_role_give_exactly_these_moves(tilstand, rolle):
    assert {o.navn for o in mulige(tilstand, frozenset({rolle}))} == VENTET.get((tilstand, rolle), set())


def test_where_each_move_leads():
    assert {o.navn: o.til for o in SAKSGANG} == {
        "meld": "mottatt",
        "ta_imot": "mottatt",
        "returner": "returnert",
        "send_pa_nytt": "mottatt",
        "avvis": "avsluttet",
        "droft_uten_navn": "anonym_drofting",
        "gi_rad": "avsluttet",
        "til_avklaring": "avklaring",
        "henvis": "henvist",
        "avslutt_avklaring": "avsluttet",
        "send_til_avklaring": "avklaring",
        "sett_pa_saksliste": "pa_saksliste",
        "utsett": "henvist",
        "konkluder": "konkludert",
        "mer_avklaring": "avklaring",
        "avtal_samtale": "samtale",
        "start_oppfolging": "tiltak_pagar",
        "evaluer": "evaluering",
        "fortsett": "tiltak_pagar",
        "henvis_igjen": "henvist",
        "avslutt": "avsluttet",
        "overfor": "overfort",
        "stans": "stanset",
        "gjenoppta": "avklaring",
        "avslutt_stanset": "avsluttet",
        "sperr": "sperret",
    }


def test_no_name_is_used_twice():
    assert len(OVERGANGER) == len(SAKSGANG)


def test_every_state_can_be_reached_from_a_new_case():
    nadd, grense = set(), {""}
    while grense:
        nadd |= grense
        grense = {o.til for o in SAKSGANG if nadd & set(o.fra)} - nadd
    assert nadd == {"", *T.values}


def test_every_open_state_can_end():
    for start in [*APNE, T.STANSET]:
        nadd = {start}
        for _ in T:
            nadd |= {o.til for o in SAKSGANG if nadd & set(o.fra)}
        assert T.AVSLUTTET in nadd, start


def test_nothing_leads_out_of_a_locked_case_yet():
    assert [o.navn for o in SAKSGANG if T.SPERRET in o.fra] == []


def test_a_fact_nobody_knows_of_is_refused():
    with pytest.raises(TypeError):
        Fakta(droftet=True)


def test_the_named_conversation_always_asks_for_a_ground():
    """beslutninger 25."""
    for navn in ("henvis", "henvis_igjen", "sett_pa_saksliste", "konkluder", "avtal_samtale"):
        assert "grunnlag_for_alle" in {k.navn for k in OVERGANGER[navn].krav}, navn


def test_each_state_has_one_step_and_a_stopped_case_keeps_its_own():
    assert {t: trinn(t) for t in T.values if t != T.STANSET} == {
        "mottatt": 1,
        "returnert": 1,
        "avklaring": 1,
        "anonym_drofting": 2,
        "henvist": 2,
        "pa_saksliste": 2,
        "konkludert": 2,
        "samtale": 3,
        "tiltak_pagar": 4,
        "evaluering": 4,
        "avsluttet": 5,
        "overfort": 5,
        "sperret": 5,
    }
    assert [trinn(T.STANSET, for_stans=t) for t in (T.HENVIST, T.SAMTALE)] == [2, 3]
    assert sum(len(tilstander) for _, tilstander in TRINN) == len(T) - 1


@pytest.mark.parametrize(
    ("gang", "ventet"),
    [
        (
            SAMTALEGANG,
            {("avtalt", "flytt", "avtalt"), ("avtalt", "avlys", "avlyst"), ("avtalt", "referat", "gjennomfort")},
        ),
        (
            MENTORGANG,
            {
                ("foreslatt", "signer", "avtalt"),
                ("avtalt", "start", "aktiv"),
                ("pause", "fortsett", "aktiv"),
                ("aktiv", "pause", "pause"),
                ("foreslatt", "avslutt", "avsluttet"),
                ("avtalt", "avslutt", "avsluttet"),
                ("aktiv", "avslutt", "avsluttet"),
                ("pause", "avslutt", "avsluttet"),
            },
        ),
    ],
)
def test_parts_of_a_case_have_exactly_these_moves(gang, ventet):
    assert {(fra, o.navn, o.til) for o in gang for fra in o.fra} == ventet
    assert {o.til for o in gang} <= {*Samtaletilstand.values, *Mentortilstand.values}


def test_the_drawing_in_docs_is_the_table():
    assert (settings.BASE_DIR / "docs" / "saksgang.md").read_text(encoding="utf-8") == som_markdown()


def test_every_move_has_its_effect_and_its_page():
    """One line each in services/virkninger.py and views/steg.py; `meld` is an act of its own."""
    egne_sider = {Steg.MELD, Steg.SEND_PA_NYTT, Steg.AVTAL_SAMTALE}
    assert set(VIRKNINGER) == set(Steg) - {Steg.MELD}
    assert set(SIDER) == set(Steg) - egne_sider


def test_every_name_is_a_row():
    assert [o.steg for o in SAKSGANG] == list(Steg)
    assert [o.steg for o in SAMTALEGANG] == list(Samtalesteg)
    assert [o.steg for o in MENTORGANG] == list(Mentorsteg)


def test_every_button_in_the_panels_is_a_move_or_a_page():
    for *_, navn in PANELER:
        assert set(navn) <= set(Steg) | set(PANELSIDER)


def test_what_must_be_met_is_told_in_words():
    for linje in som_markdown().splitlines():
        assert not any(f" {k.navn}" in linje for o in SAKSGANG for k in o.krav if "_" in k.navn), linje

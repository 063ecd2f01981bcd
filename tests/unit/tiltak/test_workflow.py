"""The proposal as a truth table, and what each status demands."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tiltak.choices import Status, Tiltakstype
from tiltak.workflow import STATUSREGLER, Grunnlag, foresla

DAG = date(2026, 11, 23)
I_GAR, OM_EN_UKE, LENGE_SIDEN = (DAG + timedelta(days=d) for d in (-1, 7, -91))
ETABLERING, LOPENDE = Tiltakstype.ETABLERING, Tiltakstype.LOPENDE

TABELL = [
    # type, open deadlines, reached, done, before -> proposed
    (ETABLERING, (), 0, False, "", Status.IKKE_STARTET),
    (ETABLERING, (OM_EN_UKE,), 0, False, "", Status.IKKE_STARTET),
    (ETABLERING, (OM_EN_UKE,), 0, True, "", Status.I_RUTE),
    (ETABLERING, (OM_EN_UKE,), 1, False, "", Status.I_RUTE),
    (ETABLERING, (OM_EN_UKE,), 0, False, Status.NOE_FORSINKET, Status.I_RUTE),
    (ETABLERING, (DAG,), 1, True, "", Status.I_RUTE),
    (ETABLERING, (I_GAR,), 1, True, "", Status.NOE_FORSINKET),
    (ETABLERING, (OM_EN_UKE, I_GAR), 1, True, "", Status.NOE_FORSINKET),
    (ETABLERING, (DAG - timedelta(days=90),), 1, True, "", Status.NOE_FORSINKET),
    (ETABLERING, (LENGE_SIDEN,), 1, True, "", Status.STAR_STILLE),
    (ETABLERING, (), 2, True, "", Status.GJENNOMFORT),
    (LOPENDE, (), 2, True, "", Status.I_RUTE),
    (LOPENDE, (), 0, False, Status.GJENNOMFORT, Status.GJENNOMFORT),
    (LOPENDE, (I_GAR,), 0, False, Status.TATT_UT, Status.TATT_UT),
]


@pytest.mark.parametrize(("type_", "apne", "nadd", "gjort", "forrige", "ventet"), TABELL)
def test_proposal(type_, apne, nadd, gjort, forrige, ventet):
    assert foresla(Grunnlag(type_, apne, nadd, gjort, forrige), dag=DAG) == ventet


@given(
    st.sampled_from(Tiltakstype.values),
    st.lists(st.dates()),
    st.integers(0, 5),
    st.booleans(),
    st.sampled_from(["", *Status.values]),
    st.dates(),
)
def test_a_late_deadline_is_never_proposed_as_on_track(type_, apne, nadd, gjort, forrige, dag):
    proposed = foresla(Grunnlag(type_, apne, nadd, gjort, forrige), dag=dag)
    if any(frist < dag for frist in apne):
        assert proposed not in (Status.I_RUTE, Status.IKKE_STARTET)


def test_every_status_has_one_rule_and_only_two_can_end():
    assert [regel.status for regel in STATUSREGLER] == list(Status)
    assert [regel.status for regel in STATUSREGLER if regel.kan_avslutte] == [Status.GJENNOMFORT, Status.TATT_UT]

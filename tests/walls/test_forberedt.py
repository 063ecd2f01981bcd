"""A statement whose plan is kept is asked anew each time: the plan holds no row and no person."""

from django.db import connection
from django.test.utils import CaptureQueriesContext

from bekymring.models import Sak
from tests.factories.saker import bruker, sql
from vern.forberedt import forberedt
from vern.kontekst import som


def ser(saken):
    """Whether the row is found by its address, past the queryset's own filter: the wall alone answers."""
    with forberedt():
        return Sak.objects.filter(ref=saken.ref).exists()


def test_a_kept_plan_never_shows_one_reader_the_row_of_another(saken):
    for _ in range(8):
        for navn, skal_se in (("slt", True), ("fremmed", False), ("politi", True)):
            with som(bruker(navn)):
                assert ser(saken) is skal_se
    planer = sql("SELECT generic_plans FROM pg_prepared_statements WHERE strpos(statement, 'bekymring_sak') > 0")
    assert sum(antall for (antall,) in planer) > 0, "no plan was kept: the test shows nothing"


def test_a_statement_is_told_in_the_same_words_before_and_after_its_plan_is_kept(saken):
    with som(bruker("slt")), CaptureQueriesContext(connection) as sporringer:
        for _ in range(8):
            ser(saken)
    assert len({rad["sql"] for rad in sporringer.captured_queries}) == 1


def test_an_ended_right_closes_a_kept_plan_at_once(saken, rigg):
    with som(bruker("politi")):
        assert all(ser(saken) for _ in range(8))
        with rigg:
            sql("UPDATE bekymring_tilgang SET til = statement_timestamp() WHERE user_id = %s", bruker("politi").pk)
        assert not ser(saken)

"""Rows touched by scans on each list page, from EXPLAIN ANALYZE of the very statements it sends (P3). Free of noise."""

from collections.abc import Iterator
from typing import Any

from .benk import Benk, som_eier

SIDE, EGNE = 21, "(egne saker, lett)"
LISTESIDER = {
    "mine saker, lett": ("politi", "/bekymring/"),
    "mine saker, tung": ("kjerne.barnevern", "/bekymring/"),
    "mine saker, koordinator": ("slt", "/bekymring/"),
    "søk i mine saker, lett": ("politi", "/bekymring/?tilstand=avsluttet"),
    "kjernegrupper": ("kjerne.barnevern", "/kjernegruppe/"),
    "oversikt, lett": ("politi", "/"),
}


def _i_planen(node: dict[str, Any]) -> Iterator[float]:
    """What each scan of a table of the case part handed on and threw away, all loops together."""
    if str(node.get("Relation Name", "")).startswith(("bekymring_", "vern_")):
        rader = (
            node["Actual Rows"] + node.get("Rows Removed by Filter", 0) + node.get("Rows Removed by Index Recheck", 0)
        )
        yield rader * node["Actual Loops"]
    for under in node.get("Plans", ()):
        yield from _i_planen(under)


def rort(benk: Benk, navn: str, adresse: str) -> int:
    """Rows touched by one page."""
    from django.db import connection

    from vern.kontekst import som

    sporringer: list[tuple[str, Any]] = []

    def noter(execute: Any, sql: str, params: Any, *rest: Any) -> Any:
        if sql.startswith("SELECT") and "bekymring_" in sql:
            sporringer.append((sql, params))
        return execute(sql, params, *rest)

    kall = benk.side(navn, adresse)
    kall()
    with connection.execute_wrapper(noter):
        kall()
    antall = 0.0
    with som(benk.bruker(navn)), connection.cursor() as cursor:
        for sql, params in sporringer:
            cursor.execute(f"EXPLAIN (ANALYZE, FORMAT JSON) {sql}", params)
            antall += sum(_i_planen(cursor.fetchone()[0][0]["Plan"]))
    return round(antall)


def mal(benk: Benk) -> dict[str, int]:
    """Page → rows touched; and how many cases the light reader has."""
    funnet = {navn: rort(benk, *hvor) for navn, hvor in LISTESIDER.items()}
    with som_eier() as link:
        [antall] = link.execute(
            "SELECT count(*) FROM bekymring_tilgang WHERE user_id = %s AND rett = 'se'", [benk.bruker("politi").pk]
        ).fetchone()
    return funnet | {EGNE: antall}

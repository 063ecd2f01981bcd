"""The demo's history, told as if it had been written along the way. The trigger's clock is the database's own, and the
seeder writes four years in a minute; so the owner dates the seeded rows afterwards. Only those, and only once."""

from django.db import connections

from felles import sporring

MERKE = "demo"


def merk() -> None:
    """Rows of history written in this transaction are the seeder's."""
    sporring.rader("SELECT set_config('hp.grunn', %s, true)", MERKE)


# What a row's history is dated by: the day in its own words, or some weeks ago where that day is ahead.
DAGER = {
    "milepael": "CASE WHEN h.history_type = '+' OR h.nadd_dato IS NULL"
    " THEN current_date - 200 - CASE WHEN r.nadd_dato < current_date - 190 THEN 40 ELSE 0 END ELSE h.nadd_dato END",
    "aktivitet": "CASE WHEN h.dato < current_date THEN h.dato + 1 ELSE current_date - 20 - mod({tall}, 40) END",
    "indikator": "make_date(coalesce((SELECT min(m.ar) FROM tiltak_maling m WHERE m.indikator_id = h.id),"
    " extract(year FROM current_date)::int), 1, 15)",
    "vedtak": "h.dato + 2",
    "lenke": "coalesce(h.dato, current_date - 300) + 1",
    "vedlegg": "h.dato + 1",
    "ansvar": "coalesce(h.til, h.fra, current_date)",
}


def dater_historikk(using: str = "eier") -> None:
    """Plausible times for what was seeded, never ahead of now."""
    nummer = "abs(hashtext(h.id::text))"
    clock = f"time '07:10' + make_interval(mins => mod({nummer}, 420))"
    with connections[using].cursor() as cursor:
        for navn, dag in DAGER.items():
            cursor.execute(
                f"UPDATE tiltak_historical{navn} h SET history_change_reason = NULL, history_date ="  # noqa: S608 - our own names
                f" least(h.history_date, ({dag.format(tall=nummer)}) + {clock})"
                f" FROM tiltak_{navn} r WHERE r.id = h.id AND h.history_change_reason = %s",
                [MERKE],
            )

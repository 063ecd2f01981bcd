"""The database's own catalogue is asked: is every relation that web or worker can touch behind a wall?"""

from fnmatch import fnmatch

import psycopg
import pytest

from tests.walls.apne_tabeller import APNE

ROLLER = ("hp_web", "hp_worker", "hp_logg")
UDEKKET = """
SELECT c.relname, c.relkind::text FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
WHERE n.nspname NOT IN ('pg_catalog', 'information_schema') AND n.nspname NOT LIKE 'pg_toast%%'
  AND c.relkind IN ('r', 'p', 'v', 'm', 'f')
  AND EXISTS (
    SELECT FROM unnest(%s::text[]) rolle
    WHERE has_table_privilege(rolle, c.oid, 'SELECT, INSERT, UPDATE, DELETE, TRUNCATE, REFERENCES, TRIGGER')
       OR has_any_column_privilege(rolle, c.oid, 'SELECT, INSERT, UPDATE, REFERENCES'))
  AND NOT (c.relkind IN ('r', 'p') AND c.relrowsecurity AND c.relforcerowsecurity)
  AND NOT (c.relkind = 'v' AND coalesce(c.reloptions, '{}') && ARRAY['security_invoker=true', 'security_invoker=on'])
ORDER BY 1
"""
HULL = {
    "hull_tabell": "CREATE TABLE public.hull_tabell (x int); GRANT SELECT ON hull_tabell TO hp_web",
    "hull_kolonne": "CREATE TABLE public.hull_kolonne (x int, y int); GRANT SELECT (y) ON hull_kolonne TO hp_worker",
    "hull_uten_force": (
        "CREATE TABLE public.hull_uten_force (x int); ALTER TABLE hull_uten_force ENABLE ROW LEVEL SECURITY; "
        "GRANT SELECT ON hull_uten_force TO hp_web"
    ),
    "hull_utsyn": "CREATE VIEW public.hull_utsyn AS SELECT * FROM bekymring_sak; GRANT SELECT ON hull_utsyn TO hp_web",
    "hull_materialisert": (
        "CREATE MATERIALIZED VIEW public.hull_materialisert AS SELECT * FROM bekymring_sak; "
        "GRANT SELECT ON hull_materialisert TO PUBLIC"
    ),
    "hull_eier": (
        "CREATE VIEW public.hull_eier AS SELECT * FROM bekymring_sak; ALTER VIEW hull_eier OWNER TO hp_owner; "
        "GRANT UPDATE ON hull_eier TO hp_web"
    ),
}


@pytest.fixture
def sporr(egen_database):
    """Ask as the superuser."""
    postgres, name = egen_database
    with psycopg.connect(postgres.dsn("postgres", name), autocommit=True) as link:
        yield lambda sql, *verdier: (cursor := link.execute(sql, verdier or None)).description and cursor.fetchall()


def udekket(sporr):
    funnet = {rad[0] for rad in sporr(UDEKKET, list(ROLLER))}
    return {navn for navn in funnet if not any(fnmatch(navn, monster) for monster in APNE)}


def test_every_relation_is_walled_or_has_a_written_reason(sporr):
    assert udekket(sporr) == set()


def test_every_exception_is_in_use_and_none_covers_the_cases(sporr):
    funnet = [rad[0] for rad in sporr(UDEKKET, list(ROLLER))]
    for monster in APNE:
        assert any(fnmatch(navn, monster) for navn in funnet), f"{monster} trengs ikke"
        assert not fnmatch("bekymring_sak", monster) and not fnmatch("vern_innsyn", monster)


def test_planted_holes_are_found(sporr):
    for sql in HULL.values():
        sporr(sql)
    assert udekket(sporr) == set(HULL)


@pytest.mark.parametrize(
    "sql",
    [
        "CREATE FUNCTION vern.hull() RETURNS bigint LANGUAGE sql SECURITY DEFINER AS 'SELECT 1::bigint'",
        "CREATE FUNCTION public.hull() RETURNS int LANGUAGE sql AS 'SELECT 1'",
    ],
)
def test_a_planted_function_is_found(sporr, sql):
    sporr(sql)
    for prove in (
        test_definer_functions_are_pinned_closed_and_owned_by_roles_without_tables,
        test_no_function_of_ours_is_open_to_everybody,
    ):
        if "DEFINER" in sql or prove is test_no_function_of_ours_is_open_to_everybody:
            with pytest.raises(AssertionError):
                prove(sporr)


def test_a_view_with_the_askers_rights_is_no_hole(sporr):
    sporr("CREATE VIEW public.trygt WITH (security_invoker = true) AS SELECT * FROM bekymring_sak")
    sporr("GRANT SELECT ON trygt TO hp_web")
    assert udekket(sporr) == set()


def test_every_case_table_is_walled_even_where_nobody_has_a_right(sporr):
    tabeller = sporr(
        "SELECT relname, relrowsecurity AND relforcerowsecurity FROM pg_class "
        "WHERE relkind = 'r' AND relname LIKE 'bekymring\\_%'"
    )
    assert len(tabeller) >= 13
    assert [navn for navn, vegg in tabeller if not vegg] == []


def test_definer_functions_are_pinned_closed_and_owned_by_roles_without_tables(sporr):
    rader = sporr(
        "SELECT p.proname, pg_get_userbyid(p.proowner), coalesce(array_to_string(p.proconfig, ','), ''), "
        "has_function_privilege('public', p.oid, 'EXECUTE') "
        "FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace "
        "WHERE p.prosecdef AND n.nspname NOT IN ('pg_catalog', 'information_schema')"
    )
    assert {rad[0] for rad in rader} >= {"uid", "ny_sak", "gi_tilgang", "trekk_tilgang", "sett_sperre", "logg_innsyn"}
    for navn, eier, oppsett, alle in rader:
        assert eier in ("hp_vokter", "hp_stat"), navn
        assert "search_path=pg_catalog, public" in oppsett, navn
        assert not alle, f"{navn} kan kjøres av alle"
    eide = sporr(
        "SELECT relname FROM pg_class "
        "WHERE pg_get_userbyid(relowner) IN ('hp_vokter', 'hp_stat', 'hp_web', 'hp_worker')"
    )
    assert eide == []


def test_no_function_of_ours_is_open_to_everybody(sporr):
    assert (
        sporr(
            "SELECT p.proname FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace "
            "WHERE n.nspname IN ('vern', 'public') AND has_function_privilege('public', p.oid, 'EXECUTE')"
        )
        == []
    )


def test_the_keepers_never_touch_text(sporr):
    for rolle in ("hp_vokter", "hp_stat", "hp_logg", "hp_innsyn", "hp_worker"):
        for tabell in ("bekymring_tekst", "bekymring_utkast"):
            [(kan,)] = sporr(
                "SELECT has_table_privilege(%s, %s, 'SELECT') OR has_any_column_privilege(%s, %s, 'SELECT')",
                rolle,
                tabell,
                rolle,
                tabell,
            )
            assert not kan, (rolle, tabell)


def test_nobody_who_logs_in_is_above_the_walls(sporr):
    rader = sporr(
        "SELECT rolname FROM pg_roles WHERE (rolsuper OR rolbypassrls OR rolcreaterole OR rolcreatedb) "
        "AND rolname LIKE 'hp\\_%' ORDER BY 1"
    )
    assert [rad[0] for rad in rader] == ["hp_rigg", "hp_sikring"]  # the tests' own, and the backup host's


def test_migrating_back_and_forth_restores_the_walls(egen_database, settings):
    from django.core.management import call_command
    from django.db import connections

    postgres, name = egen_database
    eier = connections["eier"]
    lagret = dict(eier.settings_dict)
    eier.close()
    eier.settings_dict |= {"NAME": name, "USER": "hp_migrate", "OPTIONS": {"assume_role": "hp_owner"}}
    vegger = (
        "SELECT count(*), sum((relrowsecurity AND relforcerowsecurity)::int), (SELECT count(*) FROM pg_policies) "
        "FROM pg_class WHERE relkind = 'r' AND relname LIKE 'bekymring\\_%'"
    )
    try:
        with psycopg.connect(postgres.dsn("postgres", name), autocommit=True) as link:
            for_ = link.execute(vegger).fetchone()
            call_command("migrate", "bekymring", "0001", database="eier", verbosity=0)
            assert link.execute(vegger).fetchone()[2] < for_[2]
            call_command("migrate", database="eier", verbosity=0)
            assert link.execute(vegger).fetchone() == for_
    finally:
        eier.close()
        eier.settings_dict |= lagret

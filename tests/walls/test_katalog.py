"""The database's own catalogue is asked: is every relation that web or worker can touch behind a wall?"""

import re
from fnmatch import fnmatch
from pathlib import Path

import psycopg
import pytest
from django.apps import apps
from django.core.management import call_command
from django.db import ProgrammingError, connections, transaction

from felles.db.sql import ROLLER as VAARE_ROLLER
from felles.db.sql import avvik, filer, oppdater
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


# Who makes a grant, who gives one by way of them, and who only ends or sorts.
SKRIVER = {"gi_en", "forny_se"}
GIR = {"gi_tilgang", "ny_sak", "sett_sperre", "overta_sak", "apne_nodtilgang", "avgjor_gjenapning"}
AVSLUTTER = {
    "lukk",
    "trekk_tilgang",
    "medlemskap_slutter",
    "mentor_slutter",
    "prov_tilganger",
    "avslutt_forlop",
    "avslutt_nodtilgang",
    "avslutt_gjenapning",
    "rykk",
}


def navn_der(sporr, hva):
    """The functions, in any schema and language, whose body says this."""
    return {navn for (navn,) in sporr("SELECT proname FROM pg_proc WHERE prosrc ~* %s", hva)}


def veier_til_tilgang(sporr):
    """Every way a grant could come to be: functions that write it or call those that do, roles, rules and views."""
    skriver = navn_der(sporr, r"insert\s+into\s+(only\s+)?(public\.)?bekymring_tilgang\M")
    endrer = navn_der(sporr, r"(update|merge\s+into|delete\s+from)\s+(only\s+)?(public\.)?bekymring_tilgang\M")
    roller = sporr(
        "SELECT r.rolname FROM pg_roles r WHERE r.rolname !~ '^pg_' AND NOT r.rolsuper AND r.rolname <> 'hp_owner' "
        "AND (has_table_privilege(r.rolname, 'bekymring_tilgang', 'INSERT, UPDATE, DELETE, TRUNCATE') "
        "OR has_any_column_privilege(r.rolname, 'bekymring_tilgang', 'INSERT, UPDATE'))"
    )
    return skriver, endrer, navn_der(sporr, r"\mgi_en\s*\("), {rolle for (rolle,) in roller}


def test_a_grant_is_written_in_two_functions_and_given_by_a_short_named_list(sporr):
    skriver, endrer, gir, roller = veier_til_tilgang(sporr)
    assert skriver == SKRIVER
    assert endrer == AVSLUTTER | {"forny_se"}
    assert gir == GIR
    assert roller - {"hp_rigg", "hp_sikring"} == {"hp_vokter"}
    assert sporr("SELECT viewname FROM pg_views WHERE definition ~ 'bekymring_tilgang' AND schemaname = 'public'") == []


def test_what_ends_grants_only_ever_makes_them_shorter(sporr):
    for navn in AVSLUTTER - {"rykk"}:
        [(kilde,)] = sporr("SELECT prosrc FROM pg_proc WHERE proname = %s", navn)
        satt = re.findall(r"UPDATE bekymring_tilgang t SET (\w+) = ([^;]*?)(?:WHERE|FROM)", kilde)
        assert satt and {kolonne for kolonne, _ in satt} == {"til"}, navn
        assert all("statement_timestamp()" in til or "slutt" in til for _, til in satt), navn


@pytest.mark.parametrize(
    ("plantet", "hvor"),
    [
        ("CREATE FUNCTION vern.hull() RETURNS void LANGUAGE sql AS 'INSERT INTO bekymring_tilgang DEFAULT VALUES'", 0),
        ("CREATE FUNCTION vern.hull() RETURNS void LANGUAGE sql AS 'UPDATE bekymring_tilgang SET til = NULL'", 1),
        ("GRANT UPDATE (til) ON bekymring_tilgang TO hp_worker", 3),
    ],
)
def test_another_way_to_a_grant_is_found(sporr, plantet, hvor):
    for_ = veier_til_tilgang(sporr)
    sporr(plantet)
    assert veier_til_tilgang(sporr)[hvor] > for_[hvor]


def test_nobody_who_logs_in_is_above_the_walls(sporr):
    rader = sporr(
        "SELECT rolname FROM pg_roles WHERE (rolsuper OR rolbypassrls OR rolcreaterole OR rolcreatedb) "
        "AND rolname LIKE 'hp\\_%' ORDER BY 1"
    )
    assert [rad[0] for rad in rader] == ["hp_rigg", "hp_sikring"]  # the tests' own, and the backup host's


TID = "timestamp with time zone"
GI_EN = f"uuid,bigint,text,text,text,uuid,{TID},bigint,text,text,bigint,{TID},{TID}"
PLANTET = {
    "policy bekymring_sak.hull": "CREATE POLICY hull ON bekymring_sak FOR SELECT TO hp_web USING (true)",
    "policy bekymring_sak.se": "ALTER POLICY se ON bekymring_sak USING (true)",
    "policy bekymring_tilgang.sperre": "DROP POLICY sperre ON bekymring_tilgang",
    "vegg bekymring_tekst": "ALTER TABLE bekymring_tekst NO FORCE ROW LEVEL SECURITY",
    "vegg samarbeid_aktor": "ALTER TABLE samarbeid_aktor ENABLE ROW LEVEL SECURITY",
    "rett tabell bekymring_sak for hp_worker": "GRANT SELECT ON bekymring_sak TO hp_worker",
    "rett tabell bekymring_tekst for alle": "GRANT SELECT ON bekymring_tekst TO PUBLIC",
    "rett tabell tiltak_tiltak for hp_web": "GRANT DELETE ON tiltak_tiltak TO hp_web",
    "rett kolonne bekymring_sak.ref for hp_stat": "GRANT SELECT (ref) ON bekymring_sak TO hp_stat",
    "rett skjema sok for hp_worker": "GRANT USAGE ON SCHEMA sok TO hp_worker",
    f"rett funksjon vern.gi_en({GI_EN}) for hp_web": "GRANT EXECUTE ON FUNCTION vern.gi_en TO hp_web",
    "funksjon vern.hull()": "CREATE FUNCTION vern.hull() RETURNS bigint LANGUAGE sql AS 'SELECT 1::bigint'",
    "funksjon hull()": "CREATE FUNCTION public.hull() RETURNS bigint LANGUAGE sql AS 'SELECT 1::bigint'",
    "funksjon vern.uid()": (
        "CREATE OR REPLACE FUNCTION vern.uid() RETURNS bigint LANGUAGE sql STABLE SECURITY DEFINER "
        "SET search_path = pg_catalog, public AS 'SELECT 1::bigint'"
    ),
    "funksjon vern.vakt(bigint[])": "ALTER FUNCTION vern.vakt OWNER TO hp_owner",
    "funksjon vern.sperrer(uuid)": "DROP FUNCTION vern.sperrer",
    "utløser bekymring_sak.historikk": "DROP TRIGGER historikk ON bekymring_sak",
    "utløser bekymring_tilgang.historikk": "ALTER TABLE bekymring_tilgang DISABLE TRIGGER historikk",
    "utløser bekymring_tekst.hull": (
        "CREATE TRIGGER hull BEFORE INSERT ON bekymring_tekst FOR EACH ROW EXECUTE FUNCTION vern.skriv_historikk('x')"
    ),
    "kilde bekymring_hendelse": "DELETE FROM vern.kilde WHERE tabell = 'bekymring_hendelse'",
}


@pytest.fixture
def eier(egen_database):
    """The alias that migrates, on this test's own database."""
    _, name = egen_database
    eier = connections["eier"]
    lagret = dict(eier.settings_dict)
    eier.close()
    eier.settings_dict |= {"NAME": name, "USER": "hp_migrate", "OPTIONS": {"assume_role": "hp_owner"}}
    yield "eier"
    eier.close()
    eier.settings_dict |= lagret


def test_the_database_is_as_the_files_say(eier):
    assert avvik(eier) == {}


def test_whatever_is_planted_is_found_and_gone_after_the_next_upgrade(eier, sporr):
    for sql in PLANTET.values():
        sporr(sql)
    assert PLANTET.keys() <= avvik(eier).keys()
    call_command("migrate", database=eier, verbosity=0)
    assert avvik(eier) == {}


def test_each_plant_is_found_alone(eier):
    with transaction.atomic(using=eier), connections[eier].cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        for navn, sql in PLANTET.items():
            if "OWNER TO" in sql or "vern.uid()" in navn:
                continue  # only the superuser or the function's owner may; found above
            punkt = transaction.savepoint(using=eier)
            cursor.execute("SET LOCAL ROLE hp_vokter" if "vern.gi_en" in navn else "SET LOCAL ROLE hp_owner")
            cursor.execute(sql)
            cursor.execute("SET LOCAL ROLE hp_owner")
            assert navn in avvik(eier), navn
            transaction.savepoint_rollback(punkt, using=eier)


def test_nothing_is_touched_when_nothing_has_changed(eier):
    oppdater(eier)  # the test's own template has a role more than the files know
    assert oppdater(eier) is False


def test_a_file_that_fails_is_named_and_leaves_all_as_it_was(eier, monkeypatch, tmp_path):
    feil = tmp_path / "feil.sql"
    feil.write_text("CREATE POLICY feil ON finnes_ikke FOR SELECT USING (true)")
    monkeypatch.setattr("felles.db.sql.filer", lambda: [feil])
    with pytest.raises(ProgrammingError) as fanget:
        oppdater(eier)
    assert str(feil) in fanget.value.__notes__
    monkeypatch.undo()
    assert avvik(eier) == {}


def test_no_role_but_ours_has_a_right(sporr):
    kjente = {
        *VAARE_ROLLER,
        "hp_owner",
        "hp_rigg",
        "hp_test",
        "hp_sikring",
    }  # the tests' own two, and the backup host's
    rader = sporr(
        "SELECT DISTINCT a.grantee::regrole::text FROM pg_class c, aclexplode(c.relacl) a "
        "WHERE c.relnamespace IN ('public'::regnamespace, 'vern'::regnamespace) AND a.grantee <> 0 "
        "UNION SELECT a.grantee::regrole::text FROM pg_attribute, aclexplode(attacl) a WHERE a.grantee <> 0 "
        "UNION SELECT a.grantee::regrole::text FROM pg_proc, aclexplode(proacl) a "
        "WHERE pronamespace = 'vern'::regnamespace AND a.grantee <> 0"
    )
    assert {rad[0] for rad in rader} <= kjente


def test_each_function_has_one_file_of_its_name():
    laget = {
        fil: re.findall(r"^CREATE FUNCTION vern\.(\w+)\(", fil.read_text(), re.M)
        for fil in filer()
        if fil.parent.name == "funksjoner"
    }
    assert {fil.stem: [fil.stem] for fil in laget} == {fil.stem: navn for fil, navn in laget.items()}
    assert len({fil.stem for fil in laget}) == len(laget) > 70


def test_valid_now_is_written_in_one_place():
    for fil in filer():
        funnet = re.search(r"til IS NULL OR \S*til >", fil.read_text())
        assert (funnet is not None) == (fil.name == "varer.sql"), fil


def test_the_walls_of_a_room_below_name_no_room_above():
    over = {"vern": r"\b(bekymring|tiltak|samarbeid|rapport)_", "samarbeid": r"\b(bekymring|tiltak|rapport)_"}
    for fil in filer():
        rom = fil.parents[2].name
        if rom in over:
            assert not re.search(over[rom], fil.read_text()), fil


def test_migrations_hold_tables_and_data_only():
    """A step that moves data may take FORCE off the owner, who else sees no row; the walls put it back (ADR 16)."""
    ord_ = re.compile(
        r"\b(CREATE (OR REPLACE )?(FUNCTION|POLICY|TRIGGER|VIEW)|GRANT|REVOKE|(?<!NO FORCE )ROW LEVEL SECURITY)\b"
    )
    for app in apps.get_app_configs():
        if (Path(app.path) / "sql").exists():
            for fil in (Path(app.path) / "migrations").glob("*.py"):
                assert not ord_.search(fil.read_text()), fil

"""Row-level security, relation by relation and command by command, from the database's own catalogue (B4, T10).

What is tried is tried by SQL, as the role itself: the web's and the worker's rights are what they can do, not what the
code means to do.
"""

import pytest
from django.db import DatabaseError, transaction

from bekymring.lesing.innsyn import innsyn
from bekymring.services.utkast import lagre_utkast
from tests.access.rader.bekymring import bruk_nod
from tests.factories.saker import bruker, gi, lag_sak, sql
from vern.kontekst import som

SAKENS = "c.relkind IN ('r', 'p', 'v', 'm', 'f') AND (c.relname LIKE 'bekymring\\_%%' OR c.relname LIKE 'vern\\_%%')"
FIGURER_OG_SEGL = {"tell_saker", "finn_uvanlige", "forsegl", "segl_kjede", "hoder", "logg_avvik", "logg_antall"}
# only ends: stops and seals cases, and tells the ids of the users to be told; and the day of the assessment of privacy
KLOKKA = {"folg_klokka", "ubekreftede", "vurdering_frist"}
FELLES = {"sokbar", "sorter", "uid", "idag", "har_rolle", "har_noen_rolle"}
LASTE = (  # grants, bars, logs, seals, figures: nobody who serves pages or runs jobs writes them by SQL
    "c.relname ~ '^(bekymring_(historical.*|tilgang|sperre|nodtilgang)|vern_.*|brukere_historical.*)$'"
)


def relasjoner(hvilke):
    rader = sql(
        f"SELECT c.relname FROM pg_class c WHERE c.relnamespace = 'public'::regnamespace AND {hvilke} "
        "AND c.relkind IN ('r', 'p', 'v', 'm', 'f') ORDER BY 1"
    )
    return [rad[0] for rad in rader]


def kan(rolle, relasjon, kommando):
    """Has the role the right at all, on the relation or on any of its columns?"""
    if kommando in ("DELETE", "TRUNCATE"):
        return sql("SELECT has_table_privilege(%s, %s, %s)", rolle, relasjon, kommando)[0][0]
    return sql("SELECT has_any_column_privilege(%s, %s, %s)", rolle, relasjon, kommando)[0][0]


def forsok(rolle, setning):
    """What the database answers: the number of rows, or the code of its refusal."""
    try:
        with transaction.atomic():
            sql(f"SET LOCAL ROLE {rolle}")
            svar = sql(setning)
            transaction.set_rollback(True)
        return svar
    except DatabaseError as feil:
        return feil.__cause__.sqlstate


@pytest.fixture
def fullt(saken, rigg):
    """Something in every kind of case relation, so that there is something that could leak."""
    politi = bruker("politi")
    with som(politi) as ctx:
        lagre_utkast(av=politi, skjema="x", data={"a": "b"})
        innsyn(ctx, [saken], del_="sak")
    bruk_nod(lag_sak())
    with rigg:
        for tabell in ("sak", "tilgang", "tekst", "utkast", "nodtilgang", "historicalsak", "historicaltilgang"):
            assert sql(f"SELECT count(*) > 0 FROM bekymring_{tabell}") == [(True,)], tabell
        assert sql("SELECT count(*) > 0 FROM vern_innsyn") == [(True,)]
    return saken


def test_without_context_web_and_worker_see_no_row_of_any_case_relation(fullt):
    alle = relasjoner(SAKENS)
    assert len(alle) >= 40
    for rolle in ("hp_web", "hp_worker"):
        for relasjon in alle:
            if relasjon == "bekymring_tall" and rolle == "hp_worker":
                continue  # published, suppressed figures
            ventet = [(0,)] if kan(rolle, relasjon, "SELECT") else "42501"
            kolonne = sql(
                "SELECT attname FROM pg_attribute WHERE attrelid = %s::regclass AND attnum > 0 AND NOT attisdropped "
                "AND (%s = '42501' OR has_column_privilege(%s, attrelid, attnum, 'SELECT')) LIMIT 1",
                relasjon,
                str(ventet),
                rolle,
            )[0][0]
            assert forsok(rolle, f'SELECT count("{kolonne}") FROM "{relasjon}"') == ventet, (rolle, relasjon)


def test_the_worker_has_no_right_on_any_case_relation_but_published_figures(db):
    for relasjon in relasjoner(SAKENS):
        rett = {k for k in ("SELECT", "INSERT", "UPDATE", "DELETE", "TRUNCATE") if kan("hp_worker", relasjon, k)}
        assert rett == ({"SELECT", "INSERT"} if relasjon == "bekymring_tall" else set()), relasjon


def test_the_worker_sees_nothing_of_a_case_whoever_it_says_it_is(fullt):
    for navn in ("slt", "politi", "personvern"):
        with som(bruker(navn)):
            for tabell in ("sak", "tekst", "tilgang", "hendelse", "nodtilgang"):
                assert forsok("hp_worker", f"SELECT count(*) FROM bekymring_{tabell}") == "42501"


def test_the_worker_can_call_nothing_that_opens_a_case(db):
    rader = sql(
        "SELECT p.proname FROM pg_proc p WHERE p.pronamespace = 'vern'::regnamespace "
        "AND has_function_privilege('hp_worker', p.oid, 'EXECUTE')"
    )
    assert {rad[0] for rad in rader} == FIGURER_OG_SEGL | KLOKKA | FELLES


def test_web_and_worker_write_no_grant_log_or_history_by_sql(fullt):
    laste, prover = relasjoner(LASTE), 0
    assert len(laste) >= 20
    for rolle in ("hp_web", "hp_worker"):
        for relasjon in laste:
            [(kolonne,)] = sql(
                "SELECT attname FROM pg_attribute WHERE attrelid = %s::regclass AND attnum > 0 AND NOT attisdropped "
                "AND attgenerated = '' AND attidentity <> 'a' ORDER BY attnum DESC LIMIT 1",
                relasjon,
            )
            for kommando, setning in (
                ("INSERT", f'INSERT INTO "{relasjon}" ("{kolonne}") VALUES (NULL)'),
                ("UPDATE", f'UPDATE "{relasjon}" SET "{kolonne}" = NULL'),
                ("DELETE", f'DELETE FROM "{relasjon}"'),
                ("TRUNCATE", f'TRUNCATE "{relasjon}"'),
            ):
                with som(bruker("slt")):
                    assert forsok(rolle, setning) == "42501", (rolle, setning)
                assert not kan(rolle, relasjon, kommando), (rolle, relasjon, kommando)
                prover += 1
    assert prover >= 160


def test_the_web_deletes_nothing_of_a_case_but_own_drafts(db):
    alle = relasjoner(SAKENS)
    assert [r for r in alle if kan("hp_web", r, "DELETE")] == ["bekymring_utkast"]
    assert [r for r in alle if kan("hp_web", r, "TRUNCATE")] == []


def test_every_command_the_web_has_a_right_to_is_behind_a_policy(db):
    """A right without a policy lets nothing through; a policy that is always true would let everything through."""
    politikker = sql(
        "SELECT tablename, cmd, roles::text[], coalesce(qual, ''), coalesce(with_check, '') FROM pg_policies "
        "WHERE tablename ~ '^(bekymring|vern)_' AND permissive = 'PERMISSIVE'"
    )
    for relasjon in relasjoner(SAKENS):
        for kommando in ("SELECT", "INSERT", "UPDATE", "DELETE"):
            if kan("hp_web", relasjon, kommando):
                mine = [p for p in politikker if p[0] == relasjon and "hp_web" in p[2] and p[1] in (kommando, "ALL")]
                assert mine, (relasjon, kommando)
                assert all("true" not in (qual, sjekk) for *_x, qual, sjekk in mine), (relasjon, kommando)
    assert all("public" not in roller for _t, _c, roller, *_x in politikker)


@pytest.mark.parametrize(
    ("hva", "setning"),
    [
        ("another's uid", "SELECT set_config('hp.uid', 'x', true); SELECT count(*) FROM bekymring_sak"),
        ("a grant for oneself", "INSERT INTO bekymring_tilgang (user_id) VALUES (1)"),
        ("longer grants", "UPDATE bekymring_tilgang SET til = NULL"),
        ("no more bars", "DELETE FROM bekymring_sperre"),
        ("the inner function", "SELECT vern.gi_en(gen_random_uuid(), 1, 'led', '', 'gruppe', NULL, NULL, 1)"),
        ("renewing", "SELECT vern.forny_se(gen_random_uuid(), 1, 1)"),
        ("the owner's role", "SET ROLE hp_owner"),
        ("the keeper's role", "SET ROLE hp_vokter"),
        ("walls off", "ALTER TABLE bekymring_sak DISABLE ROW LEVEL SECURITY"),
        ("a policy of one's own", "CREATE POLICY p ON bekymring_sak FOR SELECT TO hp_web USING (true)"),
        ("a view", "CREATE VIEW v AS SELECT * FROM bekymring_sak"),
        ("a function", "CREATE FUNCTION public.f() RETURNS int LANGUAGE sql AS 'SELECT 1'"),
        ("a trigger off", "ALTER TABLE bekymring_sak DISABLE TRIGGER ALL"),
        ("replica mode", "SET session_replication_role = replica"),
        ("reading a file", "SELECT pg_read_file('/etc/passwd')"),
        ("copying out", "COPY bekymring_sak TO '/tmp/x'"),
        ("a large object", "SELECT lo_import('/etc/passwd')"),
        ("others' statements", "SELECT pg_terminate_backend(pg_backend_pid() + 1) FROM pg_roles WHERE rolsuper"),
    ],
)
def test_an_attack_with_sql_ends_in_a_refusal(egen_sak, hva, setning):
    """In a database of its own, where the web logs in as itself: what an injection could send."""
    with som(bruker("fremmed")), pytest.raises(DatabaseError), transaction.atomic():
        sql(setning)
        if hva == "others' statements":
            raise DatabaseError  # PostgreSQL answers false with a warning for what is not there


def test_row_security_off_gives_an_error_and_not_the_rows(egen_sak):
    with som(bruker("fremmed")), pytest.raises(DatabaseError, match="row-level security"), transaction.atomic():
        sql("SET LOCAL row_security = off")
        sql("SELECT count(*) FROM bekymring_sak")


def test_a_number_taken_by_anothers_case_is_the_only_thing_a_writer_can_learn(saken):
    """And the number is random: a clash tells that four characters are in use, nothing of whom (beslutninger 22)."""
    gi(saken, "radmann", "felles")
    with som(bruker("radmann")):
        assert forsok("hp_web", "UPDATE bekymring_sak SET nummer = '26-AAAA'") == "42501"
        assert forsok("hp_web", "UPDATE bekymring_sak SET ref = 'x'") == "42501"

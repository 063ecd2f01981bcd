"""A database from before the migrations were drawn together follows, with all that is in it.

`forrige/` is such a database: `pg_dump --inserts` of the demo's two databases, made by the last code before (its
migrations end with `felles.db.forgjenger.SISTE`) with the tests' key. It is never made anew.
"""

import lzma
import re
from pathlib import Path
from typing import Any

import psycopg
import pytest
from django.conf import settings
from django.contrib.auth import get_user_model
from django.contrib.contenttypes.models import ContentType
from django.core.management import CommandError, call_command
from django.db import connection, connections
from django.test import Client

from bekymring.lesing.innsyn import innsyn
from bekymring.models import Sak
from felles.db.forgjenger import SISTE
from felles.db.sql import avvik
from oppstart.postgres import Postgres
from tests.conftest import PERSONER
from tests.tjenere import MAL, tjenere
from vern import nokler
from vern.kontekst import som as i_navnet_til

FORRIGE = Path(__file__).parent / "forrige"
NAVN = "forrige"
TABELLER = "SELECT relname, '' FROM pg_class WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace"
SETT = "SELECT id::text FROM {}"
LEST = (
    "bekymring_sak",
    "bekymring_tilgang",
    "bekymring_tekst",
    "bekymring_hendelse",
    "bekymring_mote",
    "rapport_rapport",
)
# What the walls of the grounds write anew; all else has as many rows as before.
VOKSER = {
    "bekymring_samtykke",
    "bekymring_delingsgrunnlag",
    "bekymring_historicalsamtykke",
    "bekymring_historicaldelingsgrunnlag",
    "bekymring_historicaldeling",
    "bekymring_historicalhjemmel",
    "auth_permission",
    "django_content_type",
}
PART = {"selv": "selv", "foresatte": "foresatt", "begge": "selv"}
ALLE_MOTTAKERE = "string_agg(mottaker_id::text, ',' ORDER BY mottaker_id)"
APNE = """
SELECT t.id::text, ARRAY[t.formal, CASE WHEN vern.dekket_til(t.sak_id, t.sted_id, t.user_id, t.opplysning, t.formal)
    IS NOT NULL THEN 'dekket' END]
FROM bekymring_tilgang t
WHERE t.formal <> '' AND t.rett <> 'se' AND (t.til IS NULL OR t.til > statement_timestamp())
"""
# A case whose next step the old consents do not cover is stopped, and with it what they did cover.
GAR_VIDERE = """
SELECT t.id::text, s.tilstand FROM bekymring_tilgang t JOIN bekymring_sak s ON s.id = t.sak_id
WHERE s.tilstand NOT IN ('stanset', 'avsluttet', 'overfort', 'sperret')
"""
# In a stopped case others' texts are closed (ADR 22); they were not always.
STANSEDE = """
SELECT t.id::text, b.username FROM bekymring_tekst t JOIN bekymring_sak s ON s.id = t.sak_id
JOIN brukere_bruker b ON b.id = t.av_id WHERE s.tilstand = 'stanset'
"""
BYGGET = """
SELECT 'kolonne ' || c.oid::regclass || '.' || a.attname,
    concat_ws(' ', format_type(a.atttypid, a.atttypmod), a.attnotnull, a.attidentity::text,
        pg_get_expr(d.adbin, d.adrelid))
FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid
LEFT JOIN pg_attrdef d ON d.adrelid = a.attrelid AND d.adnum = a.attnum
WHERE c.relkind = 'r' AND c.relnamespace IN ('public'::regnamespace, 'vern'::regnamespace)
  AND a.attnum > 0 AND NOT a.attisdropped
UNION ALL
SELECT 'skranke ' || conrelid::regclass || '.' || conname, pg_get_constraintdef(oid) || condeferrable || condeferred
FROM pg_constraint WHERE connamespace IN ('public'::regnamespace, 'vern'::regnamespace)
UNION ALL
SELECT 'indeks ' || i.indexrelid::regclass, pg_get_indexdef(i.indexrelid)
FROM pg_index i JOIN pg_class c ON c.oid = i.indexrelid
WHERE c.relnamespace IN ('public'::regnamespace, 'vern'::regnamespace)
"""


def gjenopprett() -> Postgres:
    """Both databases as they were."""
    postgres, _ = tjenere()
    nokkelbase = f"{NAVN}_nokler"
    postgres.drop_databases(NAVN, nokkelbase)
    postgres.create_databases(NAVN, nokkelbase)
    postgres.execute(nokkelbase, "DROP TABLE nokkel")
    for database, fil in ((NAVN, "data"), (nokkelbase, "nokler")):
        postgres.execute(database, lzma.decompress((FORRIGE / f"{fil}.sql.xz").read_bytes()).decode())
    return postgres


@pytest.fixture
def forrige(django_db_setup, django_db_blocker, settings):
    """The old database, and every connection of this process in it, with production's log-ins."""
    postgres = gjenopprett()
    brukere = {"default": ("hp_web", {}), "logg": ("hp_logg", {}), "eier": ("hp_migrate", {"assume_role": "hp_owner"})}
    lagret = {alias: dict(connections[alias].settings_dict) for alias in brukere}
    for alias, (rolle, valg) in brukere.items():
        connections[alias].close()
        connections[alias].settings_dict |= {"NAME": NAVN, "USER": rolle, "OPTIONS": valg}
    nokler.lukk_forbindelse()
    ContentType.objects.clear_cache()  # the kinds have other numbers in a database that has grown
    settings.NOKKEL_DATABASE_URL = postgres.url("hp_nokkel", f"{NAVN}_nokler")
    with django_db_blocker.unblock():
        yield postgres
        ContentType.objects.clear_cache()
        nokler.lukk_forbindelse()
        for alias, oppsett in lagret.items():
            connections[alias].close()
            connections[alias].settings_dict |= oppsett
    postgres.drop_databases(NAVN, f"{NAVN}_nokler")


def sporr(postgres: Postgres, sql: str, database: str = NAVN) -> dict[str, Any]:
    with psycopg.connect(postgres.dsn("postgres", database)) as link:
        return dict(link.execute(sql).fetchall())


def antall(postgres: Postgres) -> dict[str, int]:
    """Rows of each table but the record of migrations."""
    tabeller = sporr(postgres, TABELLER).keys() - {"django_migrations"}
    return sporr(postgres, " UNION ALL ".join(f"SELECT '{tabell}', count(*) FROM {tabell}" for tabell in tabeller))


def ser() -> dict[tuple[str, str], set[str]]:
    """What each persona reads, row for row, asked as the web role."""
    funnet = {}
    for navn in PERSONER:
        with i_navnet_til(get_user_model().objects.get(username=navn)), connection.cursor() as cursor:
            for tabell in LEST:
                cursor.execute(SETT.format(tabell))
                funnet[navn, tabell] = {id for (id,) in cursor.fetchall()}
    return funnet


def bygget(postgres: Postgres, database: str) -> dict[str, str]:
    """Tables, columns, constraints and indexes; without the casts and parentheses that a dump writes otherwise."""
    return {
        navn: re.sub(r"::(character varying|text)(\[\])?|[()]", "", tekst)
        for navn, tekst in sporr(postgres, BYGGET, database).items()
    }


def test_an_older_database_follows_with_all_that_is_in_it(forrige, settings):
    settings.DEMO = False  # as in production: nothing but the tables is touched
    rader, sett = antall(forrige), ser()
    assert len(sett["slt", "bekymring_sak"]) >= 30 and not sett["fremmed", "bekymring_sak"]
    call_command("klargjor")
    etter = antall(forrige)
    assert {tabell for tabell, n in rader.items() if etter[tabell] < n} == set()
    assert {tabell for tabell, n in rader.items() if etter[tabell] > n} == VOKSER
    for tekst, forfatter in sporr(forrige, STANSEDE).items():
        for navn in PERSONER:
            sett[navn, "bekymring_tekst"] -= {tekst} if navn != forfatter else set()
    assert ser() == sett
    assert avvik("eier") == {}
    assert bygget(forrige, NAVN) == bygget(forrige, MAL)
    call_command("klargjor")  # and once more: nothing is done twice
    assert antall(forrige) == etter


def test_an_old_consent_becomes_one_for_each_party_and_says_what_and_for_what(forrige, settings):
    settings.DEMO = False
    gamle = sporr(forrige, "SELECT id::text, giver FROM bekymring_samtykke")
    mottakere = sporr(forrige, f"SELECT samtykke_id::text, {ALLE_MOTTAKERE} FROM bekymring_delingsgrunnlag GROUP BY 1")
    call_command("klargjor")
    parter = sporr(
        forrige, "SELECT k.id::text, p.type FROM bekymring_samtykke k JOIN bekymring_part p ON p.id = part_id"
    )
    assert {id: parter[id] for id in gamle} == {id: PART[giver] for id, giver in gamle.items()}
    nye = parter.keys() - gamle.keys()
    assert {parter[id] for id in nye} == {"foresatt"} and len(nye) == list(gamle.values()).count("begge")
    navnene = sporr(forrige, f"SELECT samtykke_id::text, {ALLE_MOTTAKERE} FROM bekymring_delingsgrunnlag GROUP BY 1")
    assert mottakere.items() <= navnene.items() and len(navnene) == len(parter)
    hva = (
        "SELECT DISTINCT opplysninger::text, formal::text FROM bekymring_delingsgrunnlag WHERE samtykke_id IS NOT NULL"
    )
    assert sporr(forrige, hva) == {"{uten_navn}": "{kjernegruppe}"}


def test_what_the_old_consents_cover_stays_open_and_the_rest_closes_when_the_clock_looks(forrige, settings):
    """A consent to discuss the case in the group without a name opens no name, conversation or mentor."""
    settings.DEMO = False
    call_command("klargjor")
    for_ = sporr(forrige, APNE)
    with psycopg.connect(forrige.dsn("postgres", NAVN), autocommit=True) as link:
        link.execute("SET ROLE hp_worker")
        link.execute("SELECT vern.folg_klokka()")
    etter = sporr(forrige, APNE)
    assert etter.keys() <= for_.keys()
    assert {formal for formal, dekket in etter.values()} <= {"kjernegruppe", "drofting"}
    assert all(dekket for _formal, dekket in etter.values())
    gar_videre = sporr(forrige, GAR_VIDERE).keys()
    assert {id for id, (_formal, dekket) in for_.items() if dekket and id in gar_videre} == etter.keys() != set()


def test_old_names_come_to_the_one_form_and_neither_two_alike_nor_a_birth_number_stops_the_upgrade(forrige):
    skrevet = {"nfd": "A\u030alga\u030ard lag", "blank": "Laget\u00a0vårt", "fnr": "Lag 010203\u00a012345"}
    for slug, navn in skrevet.items():
        forrige.execute(
            NAVN,
            "INSERT INTO samarbeid_aktor (slug, navn, kortnavn, type, sone, nettsted, merknad, versjon) "
            f"VALUES ('{slug}', '{navn}', '', 'frivillig', '', '', '', 1)",
        )
    for navn in ("Et  navn", "Et\u00a0navn"):
        forrige.execute(
            NAVN,
            f"INSERT INTO samarbeid_aktoralias (aktor_id, navn, merknad) "
            f"SELECT id, '{navn}', '' FROM samarbeid_aktor WHERE slug = 'nfd'",
        )
    call_command("klargjor")
    navn = sporr(forrige, "SELECT slug, navn FROM samarbeid_aktor WHERE slug IN ('nfd', 'blank', 'fnr')")
    assert navn == {"nfd": "Ålgård lag", "blank": "Laget vårt", "fnr": "Lag 010203 12345"}
    alias = sporr(forrige, "SELECT navn, '' FROM samarbeid_aktoralias WHERE navn ~ '^Et'")
    assert set(alias) == {"Et navn", "Et\u00a0navn"}


def test_what_was_written_before_is_read_after(forrige):
    call_command("klargjor")
    slt = get_user_model().objects.get(username="slt")
    with i_navnet_til(slt) as kontekst:
        sak = Sak.objects.filter(tekster__sone="felles", saksansvarlig=slt).order_by("nummer").first()
        ring = innsyn(kontekst, [sak], del_="sak")
        tekster = [ring.apne(tekst) for tekst in sak.tekster.filter(sone="felles")]
    assert all(len(tekst) > 10 for tekst in tekster)
    klient = Client()
    klient.force_login(slt, backend=settings.AUTHENTICATION_BACKENDS[0])
    assert sak.nummer in klient.get(f"/bekymring/{sak.ref}/").content.decode()


def test_a_database_older_than_that_is_refused_and_left_alone(forrige):
    forrige.execute(NAVN, f"DELETE FROM django_migrations WHERE name = '{SISTE['bekymring']}'")
    protokoll = sporr(forrige, "SELECT app || name, applied::text FROM django_migrations")
    with pytest.raises(CommandError, match="eldre enn denne utgaven"):
        call_command("klargjor")
    assert sporr(forrige, "SELECT app || name, applied::text FROM django_migrations") == protokoll

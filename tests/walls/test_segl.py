"""The seals: whatever is done to a sealed row or a seal is found and named, and what is not tampered with never is."""

import random
import threading
import time
from contextlib import contextmanager, nullcontext

import psycopg
import pytest
from django.core.management import call_command
from django.db import DatabaseError, connection, transaction

from bekymring.choices import Hendelseart
from bekymring.lesing.innsyn import innsyn
from bekymring.services.tilgang import skriv_hendelse
from tests.factories.saker import bruker, gi, lag_sak, sql
from vern.kontekst import som
from vern.segl import Brudd, forsegl, hodefil, verifiser

LOGGER = {
    "vern_innsyn",
    "vern_avvist",
    "bekymring_hendelse",
    "bekymring_historicaltilgang",
    "bekymring_historicalsperre",
    "bekymring_historicalnodtilgang",
    "bekymring_historicaldeling",
    "bekymring_historicalgjenapning",
    "bekymring_personsok",
    "brukere_historicalrolletildeling",
}


@contextmanager
def arbeider(rolle="hp_worker"):
    """Log in as the worker: the web role may neither seal nor verify."""
    connection.close()
    connection.settings_dict["USER"] = rolle
    try:
        yield
    finally:
        connection.close()
        connection.settings_dict["USER"] = "hp_web"


def forsegl_alt():
    """Seal until nothing waits: the server's own upkeep of this database may hold the horizon back for a moment."""
    with arbeider():
        for _ in range(6000):
            forsegl()
            rapport = verifiser()
            if not any(venter for _, _, venter in rapport.logger):
                return rapport
            time.sleep(0.05)
    raise AssertionError(rapport.logger)


def funnet():
    with arbeider():
        return verifiser().brudd


@pytest.fixture
def loggen(egen_sak, egen_database, settings, tmp_path):
    """Three rounds of look-ups, refusals and acts, sealed. Gives a way to do as the superuser what no role may."""
    settings.LOGGHODE = tmp_path
    postgres, navn = egen_database
    for runde in range(3):
        for hvem in ("politi", "slt"):
            with som(bruker(hvem)) as ctx:
                innsyn(ctx, [egen_sak], del_="sak")
                skriv_hendelse(av=bruker(hvem), sak=egen_sak, sone="felles", art=Hendelseart.VURDERING)
        with psycopg.connect(postgres.dsn("hp_logg", navn)) as link:
            link.execute(
                "INSERT INTO vern_avvist (tid, referanse, side, metode) VALUES (now(), %s, 'x', 'GET')", [f"r{runde}"]
            )
        gi(egen_sak, "radmann", "felles", grunnlag=("gruppe", "samtale", "mentor")[runde])
        forsegl_alt()

    def gjor(setning, *verdier):
        with psycopg.connect(postgres.dsn("postgres", navn), autocommit=True) as link:
            link.execute("SET session_replication_role = replica")  # past every trigger
            cursor = link.execute(setning, verdier or None)
            return cursor.fetchall() if cursor.description else []

    return gjor


def test_an_untouched_log_is_whole_and_counted(loggen):
    rapport = forsegl_alt()
    assert rapport.brudd == []
    assert {logg for logg, _, _ in rapport.logger} == LOGGER
    antall = {logg: forseglet for logg, forseglet, _ in rapport.logger}
    samtykker = 2 * 7  # two parties for each of the seven who were let in
    assert (antall["vern_innsyn"], antall["vern_avvist"], antall["bekymring_hendelse"]) == (6, 3, 6 + samtykker)
    assert antall == {logg: loggen(f"SELECT count(*) FROM {logg}")[0][0] for logg in LOGGER}
    assert rapport.segl == len(hodefil().read_text().split()) / 3 >= 9


EN_NOD = """
INSERT INTO bekymring_historicalnodtilgang (history_date, history_type, history_user_id, id, sak_id, nummer, bruker_id,
    grunnlag, sokt, krever_to, fra, til, konklusjon)
SELECT now(), '+', id, gen_random_uuid(), gen_random_uuid(), '26-K7QD', id, 'liv', now(), false, now(), now(), ''
FROM brukere_bruker LIMIT 1
"""
EN_DELING = """
INSERT INTO bekymring_historicaldeling (history_date, history_type, history_user_id, id, sak_id, fra_sone, sone,
    grunnlag_id, opplysning, formal, nodvendighet_id, delt_av_id, fra, til)
SELECT now(), '+', id, gen_random_uuid(), gen_random_uuid(), 'helse', 'barnevern', gen_random_uuid(), 'helse',
    'kjernegruppe', gen_random_uuid(), id, now(), now() FROM brukere_bruker LIMIT 1
"""
EN_GJENAPNING = """
INSERT INTO bekymring_historicalgjenapning (history_date, history_type, history_user_id, id, sak_id, nummer, formal,
    soner, leser_id, dager, bedt_av_id, bedt)
SELECT now(), '+', id, gen_random_uuid(), gen_random_uuid(), '26-K7QD', 'innsyn', '{felles}', id, 7, id, now()
FROM brukere_bruker LIMIT 1
"""
ET_SOK = """
INSERT INTO bekymring_personsok (tid, bruker, formal, saker)
VALUES (clock_timestamp(), 1, 'ny_melding', ARRAY[gen_random_uuid()])
"""


@pytest.mark.parametrize(
    ("logg", "rad", "nokkel", "endring"),
    [
        ("bekymring_historicalnodtilgang", EN_NOD, "history_id", "grunnlag = 'barn'"),
        ("bekymring_historicaldeling", EN_DELING, "history_id", "sone = 'politi'"),
        ("bekymring_historicalgjenapning", EN_GJENAPNING, "history_id", "dager = 30"),
        ("bekymring_personsok", ET_SOK, "id", "formal = 'innsyn'"),
    ],
)
def test_break_glass_sharing_reopening_and_look_ups_of_persons_are_sealed_too(loggen, logg, rad, nokkel, endring):
    loggen(rad)
    forsegl_alt()
    [(id_,)] = loggen(f"SELECT {nokkel} FROM {logg}")
    for gjort, hva in ((f"UPDATE {logg} SET {endring}", "endret"), (f"DELETE FROM {logg}", "fjernet")):
        loggen(gjort)
        [brudd] = funnet()
        assert brudd.hva == hva and brudd.sted.startswith(f"{logg}, rad {id_} (segl ")


@contextmanager
def angret(gjor, logg):
    """What is done to the log in the block is undone after it."""
    gjor(f"CREATE TABLE kopi AS SELECT * FROM {logg}")
    yield
    gjor(f"DELETE FROM {logg}")
    gjor(f"INSERT INTO {logg} SELECT * FROM kopi")
    gjor("DROP TABLE kopi")
    assert funnet() == []


ENDRINGER = [
    ("vern_innsyn", "id", "bruker = bruker + 1"),
    ("vern_innsyn", "id", "tid = tid - interval '1 microsecond'"),
    ("vern_innsyn", "id", "soner = '{register}'"),
    ("vern_innsyn", "id", "saker = saker || gen_random_uuid()"),
    ("vern_avvist", "id", "referanse = 'x'"),
    ("bekymring_hendelse", "id", "av_id = av_id + 1"),
    ("bekymring_historicaltilgang", "history_id", "til = '2020-01-01'"),
    ("brukere_historicalrolletildeling", "history_id", "rolle = 'arkivansvarlig'"),
]


def test_an_altered_row_is_named(loggen):
    for logg, nokkel, endring in ENDRINGER:
        rader = [rad[0] for rad in loggen(f"SELECT {nokkel} FROM {logg} ORDER BY 1")]
        with angret(loggen, logg):
            loggen(f"UPDATE {logg} SET {endring} WHERE {nokkel} = %s", offer := rader[len(rader) // 2])
            [brudd] = funnet()
            assert brudd.hva == "endret" and brudd.sted.startswith(f"{logg}, rad {offer} (segl "), endring


def test_a_removed_row_is_named_also_the_oldest_and_the_newest(loggen):
    ider = loggen("SELECT array_agg(id ORDER BY id) FROM vern_innsyn")[0][0]
    for offer in (ider[0], ider[3], ider[-1]):
        with angret(loggen, "vern_innsyn"):
            loggen("DELETE FROM vern_innsyn WHERE id = %s", offer)
            [brudd] = funnet()
            assert brudd.hva == "fjernet" and brudd.sted.startswith(f"vern_innsyn, rad {offer} (segl ")


INNSATT = {
    "i en forseglet transaksjon": "xid, tid",
    "i en transaksjon som ikke har vært": "pg_current_xact_id()::text::bigint + 1000000, tid",
    "med en gammel tid": "pg_current_xact_id()::text::bigint, tid - interval '2 hours'",
}


def test_an_inserted_row_is_named(loggen):
    for hvordan, verdier in INNSATT.items():
        with angret(loggen, "vern_innsyn") if "gammel" not in hvordan else nullcontext():
            [(ny,)] = loggen(
                "INSERT INTO vern_innsyn (xid, tid, bruker, roller, saker, utsnitt, soner, grunnlag) "
                f"SELECT {verdier}, 1, roller, saker, utsnitt, soner, grunnlag FROM vern_innsyn ORDER BY id LIMIT 1 "
                "RETURNING id"
            )
            if "gammel" in hvordan:  # a new row like any other, until it is sealed among rows of another time
                forsegl_alt()
            [brudd] = funnet()
            assert brudd.hva == "satt inn" and brudd.sted.startswith(f"vern_innsyn, rad {ny}"), hvordan


def test_the_newest_rows_removed_with_their_seals_are_missed_by_the_heads_outside(loggen):
    nyeste = loggen("SELECT max(nr) FROM vern_segl WHERE logg = 'vern_innsyn'")[0][0]
    loggen("DELETE FROM vern_innsyn WHERE id::text = ANY ((SELECT ider FROM vern_segl WHERE nr = %s)::text[])", nyeste)
    siste = loggen("SELECT max(nr) FROM vern_segl")[0][0]
    loggen("DELETE FROM vern_segl WHERE nr >= %s", nyeste)
    brudd = funnet()
    assert [b for b in brudd if b.sted.startswith("segl ")] == [
        Brudd(f"segl {nr}", "fjernet (står i hodefilen)") for nr in range(nyeste, siste + 1)
    ]


def test_an_altered_seal_is_named(loggen):
    loggen("UPDATE vern_segl SET tid = tid + interval '1 second' WHERE nr = 3")
    assert [b.hva for b in funnet() if b.sted.startswith("segl 3 (")] == ["endret"]


def test_a_seal_taken_out_of_the_chain_is_named(loggen):
    loggen("DELETE FROM vern_segl WHERE nr = 2")
    assert Brudd("segl 2", "fjernet") in funnet()


def test_a_row_altered_with_its_seal_and_the_whole_chain_made_anew_differs_from_the_heads_outside(loggen):
    """The superuser who knows how: only what is kept outside the database tells."""
    loggen("UPDATE vern_innsyn SET bruker = bruker + 1 WHERE id = (SELECT min(id) FROM vern_innsyn)")
    forste = loggen("SELECT min(nr) FROM vern_segl WHERE logg = 'vern_innsyn'")[0][0]
    loggen("CREATE TABLE gammel AS SELECT * FROM vern_segl; DELETE FROM vern_segl")
    for (nr,) in loggen("SELECT nr FROM gammel ORDER BY nr"):
        loggen(
            "INSERT INTO vern_segl SELECT g.nr, g.logg, g.tid, g.fra_xid, g.til_xid, g.ider, CASE WHEN g.nr = %s THEN"
            " (SELECT array_agg(sha256(i::bytea)) FROM unnest(g.ider) i) ELSE g.avtrykk END, "
            "coalesce((SELECT hash FROM vern_segl WHERE nr = g.nr - 1), ''), '' FROM gammel g WHERE g.nr = %s",
            forste,
            nr,
        )
        loggen("UPDATE vern_segl s SET hash = vern.segl_hash(s) WHERE nr = %s", nr)
    sier = {b.sted: b.hva for b in funnet()}
    assert sier[f"segl {forste}"] == "et annet enn det som står i hodefilen"
    assert "segl 1" not in sier or forste == 1


def test_a_head_file_that_is_gone_is_a_break(loggen):
    loggen("UPDATE vern_segl SET tid = tid - interval '5 minutes'; UPDATE vern_segl s SET hash = vern.segl_hash(s)")
    hodefil().unlink()
    assert any(b.sted.startswith("hodefilen, segl 1–") for b in funnet())


def test_the_session_can_not_make_the_hash_another(loggen, egen_database):
    postgres, navn = egen_database
    with psycopg.connect(postgres.dsn("hp_worker", navn), autocommit=True) as link:
        for oppsett in (
            "TimeZone = 'Pacific/Chatham'",
            "DateStyle = 'German'",
            "bytea_output = 'escape'",
            "extra_float_digits = 0",
            "IntervalStyle = 'iso_8601'",
            "search_path = pg_temp",
        ):
            link.execute(f"SET {oppsett}".encode())
        assert link.execute("SELECT count(*) FROM vern.segl_kjede() WHERE NOT (uendret AND henger)").fetchone() == (0,)
        for logg in LOGGER:
            assert link.execute("SELECT * FROM vern.logg_avvik(%s)", [logg]).fetchall() == []


def test_rows_that_wait_for_their_seal_are_told_as_such_and_are_no_break(loggen, egen_sak):
    with som(bruker("politi")) as ctx:
        innsyn(ctx, [egen_sak], del_="sak")
    with arbeider():
        rapport = verifiser()
    assert rapport.brudd == []
    assert {logg: venter for logg, _, venter in rapport.logger if venter} == {"vern_innsyn": 1}


def test_a_late_committer_is_sealed_in_a_later_round(loggen, egen_database):
    postgres, navn = egen_database
    with psycopg.connect(postgres.dsn("hp_logg", navn)) as sen:
        sett_inn = "INSERT INTO vern_avvist (tid, referanse, side, metode) VALUES (now(), %s, 'x', 'GET')"
        sen.execute(sett_inn, ["sen"])
        with psycopg.connect(postgres.dsn("hp_logg", navn)) as tidlig:
            tidlig.execute(sett_inn, ["tidlig"])
        with arbeider():
            forsegl()
            rapport = verifiser()
        assert rapport.brudd == []
        assert {logg: venter for logg, _, venter in rapport.logger}["vern_avvist"] == 1
    rapport = forsegl_alt()
    assert rapport.brudd == []
    assert {logg: antall for logg, antall, _ in rapport.logger}["vern_avvist"] == 5


def test_a_long_write_in_another_database_of_the_cluster_is_not_waited_for(loggen, egen_sak, egen_database):
    postgres, navn = egen_database
    with psycopg.connect(postgres.dsn("postgres", f"{navn}_nokler")) as fremmed:
        fremmed.execute("SELECT pg_current_xact_id()")
        with som(bruker("politi")) as ctx:
            innsyn(ctx, [egen_sak], del_="sak")
        rapport = forsegl_alt()
        assert fremmed.info.transaction_status.name == "INTRANS"
    assert rapport.brudd == []
    assert {logg: antall for logg, antall, _ in rapport.logger}["vern_innsyn"] == 7


def test_what_the_sealers_own_transaction_wrote_is_left_for_the_next_round(loggen, egen_sak, egen_database):
    postgres, navn = egen_database
    with psycopg.connect(postgres.url("hp_test", navn)) as link:
        link.execute("SET ROLE hp_logg")
        link.execute("INSERT INTO vern_avvist (tid, referanse, side, metode) VALUES (now(), 'egen', 'x', 'GET')")
        link.execute("SET ROLE hp_worker")
        link.execute("SELECT vern.forsegl()")
    rapport = forsegl_alt()
    assert rapport.brudd == []
    assert {logg: antall for logg, antall, _ in rapport.logger}["vern_avvist"] == 4


def test_eight_writers_and_late_committers_give_no_false_alarm(loggen, egen_sak, egen_database):
    postgres, navn = egen_database
    slutt, ider = threading.Event(), [bruker(n).pk for n in ("politi", "slt", "kjerne.helse", "mentor")]
    skrevet = [0] * 8

    def skriv(nr):
        rng = random.Random(nr)
        with (
            psycopg.connect(postgres.dsn("hp_web", navn)) as web,
            psycopg.connect(postgres.dsn("hp_logg", navn), autocommit=True) as logg,
        ):
            while not slutt.is_set():
                web.execute("SELECT set_config('hp.uid', %s, true)", [str(rng.choice(ider))])
                web.execute("SELECT * FROM vern.innsyn(%s::uuid[], 'sak')", [[egen_sak.pk]])
                time.sleep(rng.choice((0, 0, 0.002, 0.05)))
                if rng.random() < 0.2:
                    web.rollback()  # leaves a hole in the ids
                    continue
                web.commit()
                logg.execute("INSERT INTO vern_avvist (tid, referanse, side, metode) VALUES (now(), 'x', 'x', 'GET')")
                skrevet[nr] += 1

    trader = [threading.Thread(target=skriv, args=(nr,)) for nr in range(8)]
    for trad in trader:
        trad.start()
    runder = 0
    try:
        with arbeider():
            while runder < 30 or min(skrevet) < 10:
                forsegl()
                assert verifiser().brudd == []
                runder += 1
    finally:
        slutt.set()
        for trad in trader:
            trad.join()
    rapport = forsegl_alt()
    antall = {logg: forseglet for logg, forseglet, _ in rapport.logger}
    assert rapport.brudd == []
    assert antall["vern_innsyn"] == 6 + sum(skrevet) and antall["vern_avvist"] == 3 + sum(skrevet)


def test_a_head_whose_line_was_cut_off_by_a_crash_is_written_once_more(loggen):
    tekst = hodefil().read_text()
    hodefil().write_text(tekst[:-30])
    with arbeider():
        forsegl()
        assert verifiser().brudd == []
    assert hodefil().read_text().split()[-1] == tekst.split()[-1]


def test_the_command_says_in_norwegian_what_it_verified(loggen, egen_database, monkeypatch, capsys):
    postgres, navn = egen_database
    monkeypatch.setenv("WORKER_DATABASE_URL", postgres.url("hp_worker", navn))
    with arbeider():
        call_command("verifiser_logg")
        ut = capsys.readouterr().out
        assert "vern_innsyn: 6 rader er forseglet" in ut and "Alt stemmer" in ut
        offer = loggen("SELECT max(id) FROM vern_innsyn")[0][0]
        loggen("DELETE FROM vern_innsyn WHERE id = %s", offer)
        with pytest.raises(SystemExit) as slutt:
            call_command("verifiser_logg")
    assert slutt.value.code == 1
    assert f"BRUDD  vern_innsyn, rad {offer} (segl " in (ut := capsys.readouterr().out) and "fjernet" in ut


FORBUDT = [
    "INSERT INTO vern_segl (nr, logg, tid, fra_xid, til_xid, ider, avtrykk, forrige, hash) "
    "VALUES (99, 'x', now(), 0, 0, '{}', '{}', '', '')",
    "SELECT * FROM vern_segl",
    "UPDATE vern_segl SET tid = now()",
    "DELETE FROM vern_segl",
    "TRUNCATE vern_segl",
    "SELECT * FROM vern.kilde",
    "DELETE FROM vern.kilde",
    "INSERT INTO vern_innsyn (bruker, saker, utsnitt) VALUES (1, '{}', 'x')",
    "UPDATE vern_innsyn SET bruker = 1",
    "DELETE FROM vern_innsyn",
    "TRUNCATE vern_innsyn",
    "UPDATE vern_avvist SET bruker = 1",
    "DELETE FROM vern_avvist",
    "UPDATE bekymring_hendelse SET art = 'x'",
    "DELETE FROM bekymring_hendelse",
    "INSERT INTO bekymring_historicaltilgang (id, history_type, history_date) VALUES (1, '+', now())",
    "UPDATE bekymring_historicaltilgang SET til = now()",
    "DELETE FROM bekymring_historicalsperre",
    "UPDATE brukere_historicalrolletildeling SET rolle = 'melder'",
    "SELECT * FROM vern_oppslagsvurdering",
    "UPDATE vern_oppslagsvurdering SET vurdert = now()",
    "ALTER TABLE vern_innsyn DISABLE ROW LEVEL SECURITY",
    "SET session_replication_role = replica",
]


def test_no_role_of_ours_touches_logs_or_seals_by_sql(loggen, egen_database):
    postgres, navn = egen_database
    kall = ("forsegl()", "segl_kjede()", "logg_avvik('vern_innsyn')", "logg_antall()", "hoder(0)")
    for rolle in ("hp_web", "hp_worker", "hp_logg"):
        with psycopg.connect(postgres.dsn(rolle, navn), autocommit=True) as link:
            for setning in (*FORBUDT, *(f"SELECT * FROM vern.{ett}" for ett in kall if rolle != "hp_worker")):
                with pytest.raises(psycopg.errors.InsufficientPrivilege):
                    link.execute(setning.encode())
    assert funnet() == []


def test_a_writer_can_not_hide_a_row_from_the_sealer(loggen, egen_sak, egen_database):
    postgres, navn = egen_database
    with psycopg.connect(postgres.dsn("hp_logg", navn), autocommit=True) as link:
        for xid in (1, 2**62):
            with pytest.raises(psycopg.errors.InsufficientPrivilege):
                link.execute(
                    "INSERT INTO vern_avvist (tid, referanse, side, metode, xid) VALUES (now(), '', '', '', %s)", [xid]
                )
    with som(bruker("slt")), pytest.raises(DatabaseError) as feil, transaction.atomic():
        sql(
            "INSERT INTO bekymring_hendelse (id, sak_id, sone, art, fra, til, av_id, tid, xid) "
            "VALUES (gen_random_uuid(), %s, 'register', 'meldt', '', '', vern.uid(), now(), 1)",
            egen_sak.pk,
        )
    assert feil.value.__cause__.sqlstate == "42501"


def test_births_in_nested_savepoints_are_sealed_too(loggen):
    with transaction.atomic():
        lag_sak()
    rapport = forsegl_alt()
    assert rapport.brudd == []

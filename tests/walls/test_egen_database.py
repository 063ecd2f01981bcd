"""What only committed transactions on separate connections can show: no leak between users, no half acts."""

import subprocess
import threading
from uuid import uuid4

import psycopg
import pytest
from django.db import DatabaseError, connection
from django.test import Client

from bekymring.models import Hendelse, Tekst
from bekymring.services.tilgang import sett_sperre, trekk_tilgang
from oppstart.postgres import find_binaries
from tests.factories.saker import bruker, sql
from tests.pages.bekymring.skjema import felt
from tests.walls.conftest import datafiler
from vern import nokler
from vern.kontekst import som

pytestmark = pytest.mark.urls("tests.walls.urls_prove")
SER = {
    "politi": {"MARKØR-MELDING", "MARKØR-POLITI"},
    "kjerne.helse": {"MARKØR-MELDING", "MARKØR-HELSE"},
    "mentor": {"MARKØR-MENTOR"},
    "fremmed": set(),
}
ALLE = set().union(*SER.values(), {"MARKØR-IDENTITET", "MARKØR-BARNEVERN"})


def klient(navn):
    fersk = Client(raise_request_exception=False)
    fersk.force_login(bruker(navn), backend="allauth.account.auth_backends.AuthenticationBackend")
    return fersk


def antall(postgres, name, tabell):
    with psycopg.connect(postgres.dsn("postgres", name)) as link:
        return link.execute(f"SELECT count(*) FROM {tabell}").fetchone()[0]


def test_it_is_the_web_role_that_logs_in(egen_database):
    assert sql("SELECT session_user, current_user") == [("hp_web", "hp_web")]


def test_alternating_users_on_one_connection_never_see_the_others_rows(egen_sak, pytestconfig):
    """Production's persistent connection; a fifth of the rounds end in 500. `--alt`: the promised thousand."""
    klienter = {navn: klient(navn) for navn in SER}
    bakender = set()
    for runde in range(1000 if pytestconfig.getoption("--alt") else 200):
        navn = list(SER)[runde % len(SER)]
        if runde % 5 == 4:
            assert klienter[navn].get(f"/prove/{egen_sak.ref}/feiler/").status_code in (403, 404, 500)
        svar = klienter[navn].get(f"/prove/{egen_sak.ref}/")
        vist = {markor for markor in ALLE if markor in svar.content.decode()}
        assert (svar.status_code, vist) == ((200, SER[navn]) if SER[navn] else (404, set()))
        bakender.add(connection.connection.info.backend_pid)
        assert sql("SELECT count(*) FROM bekymring_tekst") == [(0,)]
    assert len(bakender) == 1


@pytest.mark.parametrize("side", ["feiler", "lydlos"])
def test_a_response_of_500_leaves_nothing_behind(egen_sak, side):
    with som(bruker("politi")):
        for_ = set(Hendelse.objects.values_list("pk", flat=True))
    assert klient("politi").get(f"/prove/{egen_sak.ref}/{side}/").status_code == 500
    with som(bruker("politi")):
        assert set(Hendelse.objects.values_list("pk", flat=True)) == for_


def test_a_commit_that_fails_shows_nothing(egen_sak):
    svar = klient("laerer").get("/prove/uten-rad/")
    assert svar.status_code == 503
    assert b"HEMMELIG" not in svar.content


def test_a_case_without_its_row_leaves_no_grants(egen_sak, egen_database):
    for_ = antall(*egen_database, "bekymring_tilgang")
    klient("laerer").get("/prove/uten-rad/")
    assert antall(*egen_database, "bekymring_tilgang") == for_


def test_the_log_row_is_committed_with_the_page(egen_sak, egen_database):
    klient("politi").get(f"/prove/{egen_sak.ref}/")
    assert antall(*egen_database, "vern_innsyn") == 1


def test_refused_tries_are_kept_whether_the_case_exists_or_not(egen_sak, egen_database):
    fremmed = klient("fremmed")
    svar = [fremmed.get(f"/prove/{ref}/") for ref in (egen_sak.ref, "finnes-ikke", "x" * 500)]
    assert {en.status_code for en in svar} == {404}
    with psycopg.connect(egen_database[0].dsn("postgres", egen_database[1])) as link:
        rader = link.execute("SELECT bruker, referanse, metode FROM vern_avvist ORDER BY id").fetchall()
    pk = bruker("fremmed").pk
    assert rader == [(pk, egen_sak.ref, "GET"), (pk, "finnes-ikke", "GET"), (pk, "x" * 64, "GET")]


def test_a_refusal_that_cannot_be_logged_shows_nothing_either(egen_sak, egen_database):
    egen_database[0].execute(egen_database[1], "REVOKE INSERT ON vern_avvist FROM hp_logg")
    fremmed = klient("fremmed")
    assert fremmed.get(f"/prove/{egen_sak.ref}/").status_code == 503
    assert fremmed.get("/prove/finnes-ikke/").status_code == 503


def test_withdrawal_bar_and_deactivation_hold_from_the_next_request(egen_sak):
    slt = bruker("slt")

    def trekk():
        with som(slt):
            trekk_tilgang(av=slt, sak=egen_sak, bruker=bruker("politi"))

    def sperr():
        with som(slt):
            sett_sperre(av=slt, sak=egen_sak, bruker=bruker("kjerne.helse"), grunn="inhabil")

    def deaktiver():
        type(slt).objects.filter(username="mentor").update(is_active=False)

    for navn, slutt in (("politi", trekk), ("kjerne.helse", sperr), ("mentor", deaktiver)):
        innlogget = klient(navn)
        assert innlogget.get(f"/prove/{egen_sak.ref}/").status_code == 200
        slutt()
        svar = innlogget.get(f"/prove/{egen_sak.ref}/")
        assert svar.status_code in (302, 404)
        assert "MARKØR" not in svar.content.decode()


def test_neither_dump_nor_data_files_hold_any_text(egen_sak, egen_database):
    postgres, name = egen_database
    postgres.execute(name, "CHECKPOINT")
    dump, nokkeldump = (
        subprocess.run(
            [find_binaries() / "bin" / "pg_dump", "-h", postgres.socket, "-U", "postgres", database],
            capture_output=True,
            check=True,
        ).stdout
        for database in (name, f"{name}_nokler")
    )
    filer = b"".join(innhold for _, innhold in datafiler(postgres, name, f"{name}_nokler"))
    assert egen_sak.nummer.encode() in dump and egen_sak.nummer.encode() in filer  # what could leak is there
    with som(bruker("politi")):
        assert Tekst.objects.count() == 2
    for markor in ALLE:
        for lagret in (dump, nokkeldump, filer):
            assert markor.encode() not in lagret


def test_racing_writers_get_one_key(egen_database):
    sak, funnet, start = uuid4(), [], threading.Barrier(6)

    def lag():
        start.wait()
        funnet.append(nokler.lag(sak, "felles"))
        nokler.lukk_forbindelse()

    trader = [threading.Thread(target=lag) for _ in range(6)]
    for trad in trader:
        trad.start()
    for trad in trader:
        trad.join()
    assert len(funnet) == 6
    assert set(funnet) == {nokler.hent([(sak, "felles")])[sak, "felles"]}


def test_a_lost_key_connection_is_opened_again(egen_database):
    sak = uuid4()
    nokkel = nokler.lag(sak, "felles")
    egen_database[0].execute(
        "postgres",
        f"SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '{egen_database[1]}_nokler'",
    )
    assert nokler.hent([(sak, "felles")]) == {(sak, "felles"): nokkel}


def test_key_store_role_reads_nothing_else(egen_database):
    postgres, name = egen_database
    with pytest.raises(psycopg.OperationalError):
        psycopg.connect(postgres.dsn("hp_nokkel", name))
    with pytest.raises(psycopg.OperationalError):
        psycopg.connect(postgres.dsn("hp_web", f"{name}_nokler"))


# --- Break-glass: what the refusals on the log's own connection do ---------------------------------------------------
def nodtilgang(navn, nummer):
    klient_ = klient(navn)
    data = felt(klient_.get("/bekymring/nodtilgang/"))
    return klient_.post(
        "/bekymring/nodtilgang/", data | {"nummer": nummer, "grunnlag": "liv", "begrunnelse": "Det haster veldig. " * 3}
    )


def test_a_refused_break_glass_is_logged_whether_barred_or_unknown(egen_sak, egen_database):
    slt = bruker("slt")
    with som(slt):
        sett_sperre(av=slt, sak=egen_sak, bruker=bruker("politi"), grunn="slekt")
    for nummer in (egen_sak.nummer, "26-ZZZZ"):
        assert "Vi finner ingen sak med dette nummeret" in nodtilgang("politi", nummer).content.decode()
    with psycopg.connect(egen_database[0].dsn("postgres", egen_database[1])) as link:
        rader = link.execute("SELECT bruker, referanse, side FROM vern_avvist ORDER BY id").fetchall()
    pk = bruker("politi").pk
    assert rader == [(pk, nummer, "bekymring_nodtilgang") for nummer in (egen_sak.nummer, "26-ZZZZ")]


def test_guessing_numbers_is_stopped_in_the_database_and_others_are_not(egen_sak):
    for nr in range(5):
        assert "Vi finner ingen sak" in nodtilgang("slt2", f"26-ZZZ{nr + 2}").content.decode()
    assert "prøvd mange ganger" in nodtilgang("slt2", egen_sak.nummer).content.decode()
    assert nodtilgang("politi", egen_sak.nummer)["Location"] == f"/bekymring/{egen_sak.ref}/"


def test_an_open_break_glass_without_its_reason_cannot_be_committed(egen_sak, egen_database):
    with pytest.raises(DatabaseError, match="uten begrunnelse"), som(bruker("slt2")):
        sql("SELECT vern.start_nodtilgang(%s, %s, 'liv')", uuid4(), egen_sak.nummer)
    assert antall(*egen_database, "bekymring_nodtilgang") == 0

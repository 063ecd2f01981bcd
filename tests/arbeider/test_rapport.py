"""The order outlives what carries it out: a killed worker, an emptied queue, a text that cannot be set."""

import hashlib
import random
import subprocess
import sys
import time

import psycopg
import pytest
import redis

from felles.tid import idag

from .conftest import FRIST, ROT, Hus


def kommando(hus: Hus, *args: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "manage.py", *args],
        cwd=ROT,
        env=hus.miljo("hp_web"),
        capture_output=True,
        text=True,
        check=False,
    )


def ferdig(hus: Hus, jobb: str) -> bool:
    return hus.jobb(jobb)[0] == "ferdig"


def test_an_order_becomes_one_pdf_with_its_digest(hus):
    hus.arbeider()
    svar = kommando(hus, "lag_rapport", str(idag().year), "--som", "radmann", "--vent", str(FRIST))
    assert svar.returncode == 0, svar.stderr
    assert "Ferdig. Last ned: /rapport/" in svar.stdout, hus.logg()
    ((innhold, sha, tilstand, forsok),) = hus.sql(
        "SELECT d.innhold, d.sha256, j.tilstand, j.forsok"
        " FROM rapport_dokument d JOIN rapport_jobb j ON j.id = d.jobb_id"
    )
    assert bytes(innhold).startswith(b"%PDF-1.7")
    assert hashlib.sha256(bytes(innhold)).hexdigest() == sha
    assert (tilstand, forsok) == ("ferdig", 1)
    igjen = kommando(hus, "lag_rapport", str(idag().year), "--som", "slt")
    assert igjen.stdout == svar.stdout, "samme data bestilt igjen er samme rapport"


@pytest.mark.parametrize(("navn", "ord_"), [("fremmed", "kan ikke bestille"), ("ingen", "ingen bruker")])
def test_the_command_refuses_who_may_not_order(hus, navn, ord_):
    svar = kommando(hus, "lag_rapport", str(idag().year), "--som", navn)
    assert svar.returncode == 1
    assert ord_ in svar.stderr
    assert hus.sql("SELECT count(*) FROM rapport_jobb") == [(0,)]


def test_the_web_never_loads_the_typesetter(hus):
    kode = (
        "import django, sys; django.setup(); from django.test import Client; "
        "import handlingsplan.wsgi, rapport.views, rapport.services; Client().get('/logg-inn/'); "
        "sys.exit('weasyprint' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", kode], cwd=ROT, env=hus.miljo("hp_web"), check=False).returncode == 0


def test_three_who_order_at_once_get_one_report_made_once(hus):
    bestillere = [
        subprocess.Popen(
            [sys.executable, "manage.py", "lag_rapport", str(idag().year), "--som", navn, "--vent", "0"],
            cwd=ROT,
            env=hus.miljo("hp_web"),
            stdout=subprocess.DEVNULL,
        )
        for navn in ("slt", "slt2", "radmann")
    ]
    assert [en.wait(FRIST) for en in bestillere] == [0, 0, 0]
    assert hus.sql("SELECT count(*) FROM rapport_rapport") == [(1,)]
    assert hus.sql("SELECT count(*) FROM rapport_jobb") == [(1,)]


def test_an_emptied_queue_loses_nothing(hus):
    """Ordered and woken while no worker runs, then FLUSHALL: the sweep finds the row."""
    assert kommando(hus, "lag_rapport", str(idag().year), "--vent", "0").returncode == 0
    ((jobb,),) = hus.sql("SELECT id FROM rapport_jobb")
    ko = redis.Redis(unix_socket_path=str(hus.valkey.path))
    assert ko.keys() != []
    ko.flushall()
    assert ko.keys() == []
    ko.close()
    hus.arbeider()
    hus.klokke()
    hus.vent(lambda: ferdig(hus, jobb))
    assert len(hus.dokumenter(jobb)) == 1


def test_ten_kills_in_the_middle_deliver_each_report_once(hus, pytestconfig):
    """kill -9 at a random moment of the work: of the one that works, and now and then of the whole worker."""
    kast = random.Random(9)
    antall = 57 if pytestconfig.getoption("--alt", default=False) else 10
    hus.klokke()
    arbeider, jobber = hus.arbeider(), []
    for nr in range(antall):
        jobber.append(jobb := hus.bestill())
        hus.vent(lambda jobb=jobb: hus.jobb(jobb)[1] > 0)
        time.sleep(kast.uniform(0, 1))
        if nr % 5 == 4:
            hus.drep(arbeider)
            arbeider = hus.arbeider()
        else:
            hus.drep_barn(arbeider)
    hus.vent(lambda: all(ferdig(hus, jobb) for jobb in jobber))
    assert [len(hus.dokumenter(jobb)) for jobb in jobber] == [1] * antall
    assert all(hus.dokumenter(jobb)[0].rstrip().endswith(b"%%EOF") for jobb in jobber)
    assert max(hus.jobb(jobb)[1] for jobb in jobber) > 1, "ingen jobb ble avbrutt, så prøven viste ingenting"


def test_a_job_that_cannot_be_done_ends_after_five_tries_and_says_so(hus):
    jobb = hus.bestill({"dette": "er ikke et årsbilde"})
    hus.klokke()
    hus.arbeider()
    hus.vent(lambda: hus.jobb(jobb)[0] == "feilet")
    assert hus.jobb(jobb) == ("feilet", 5, "data")
    assert hus.dokumenter(jobb) == []


def test_a_job_whose_orderer_lost_the_role_is_not_done(hus):
    jobb = hus.bestill()
    hus.sql("UPDATE brukere_rolletildeling SET til = now() - interval '1 s', fra = now() - interval '1 d'"
            " WHERE rolle = 'koordinator'")  # fmt: skip
    try:
        hus.klokke()
        hus.arbeider()
        hus.vent(lambda: hus.jobb(jobb)[0] == "feilet")
        assert hus.jobb(jobb) == ("feilet", 1, "ingen_rett")
    finally:
        hus.sql("UPDATE brukere_rolletildeling SET til = NULL WHERE rolle = 'koordinator'")


@pytest.mark.parametrize(
    "setning",
    [
        "UPDATE rapport_jobb SET bestilt_av_id = 1",
        "UPDATE rapport_jobb SET rapport_id = 1",
        "INSERT INTO rapport_jobb (id) VALUES (gen_random_uuid())",
        "DELETE FROM rapport_jobb",
        "UPDATE rapport_rapport SET tilstand = 'publisert'",
        "UPDATE rapport_dokument SET sha256 = ''",
        "SELECT innhold FROM rapport_dokument",
    ],
)
def test_the_worker_may_change_the_state_of_a_job_and_nothing_else(hus, setning):
    hus.bestill()
    with pytest.raises(psycopg.errors.InsufficientPrivilege):
        hus.sql(setning, rolle="hp_worker")


def test_the_worker_cannot_deliver_for_a_job_it_does_not_hold_as_that_user(hus):
    jobb = hus.bestill()
    with pytest.raises(psycopg.errors.InsufficientPrivilege):
        hus.sql(
            "INSERT INTO rapport_dokument (jobb_id, rapport_id, innhold, storrelse, sha256, laget)"
            " SELECT id, rapport_id, ''::bytea, 0, '', now() FROM rapport_jobb WHERE id = %s",
            jobb,
            rolle="hp_worker",
        )


def test_without_context_the_worker_sees_no_report(hus):
    hus.bestill()
    assert hus.sql("SELECT count(*) FROM rapport_rapport", rolle="hp_worker") == [(0,)]
    assert hus.sql("SELECT count(*) FROM rapport_jobb", rolle="hp_worker") == [(1,)]


def test_the_house_is_ready_when_the_worker_beats_and_not_before(hus):
    kode = (
        "import django; django.setup(); from handlingsplan.helse import undersok; "
        "print(' '.join(navn for navn, ok in undersok().items() if ok))"
    )

    def klar() -> str:
        return subprocess.run(
            [sys.executable, "-c", kode], cwd=ROT, env=hus.miljo("hp_web"), capture_output=True, text=True, check=False
        ).stdout.strip()

    with redis.Redis(unix_socket_path=str(hus.valkey.path), db=1) as lager:
        lager.flushdb()
    assert klar() == "database hurtiglager migreringer"
    hus.arbeider()
    hus.vent(lambda: klar() == "database hurtiglager migreringer arbeider")

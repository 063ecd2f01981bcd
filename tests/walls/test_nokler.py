"""The keys' own life: wrapped anew while all goes on; and when they are destroyed no backup brings a text back."""

import subprocess
from contextlib import contextmanager
from uuid import uuid4

import psycopg
import pytest
from django.core.management import CommandError, call_command
from django.db import connection

from bekymring.lesing.innsyn import innsyn
from bekymring.models import Tekst
from oppstart.postgres import find_binaries
from tests.factories.saker import bruker, gi, lag_sak, skriv
from tests.walls.test_egen_database import ALLE
from vern import kek, krypto, nokler
from vern.innsyn import SLETTET
from vern.kontekst import som

pytestmark = pytest.mark.usefixtures("egen_database")
GAMMEL, NY = "gammel-" + "a" * 40, "ny-" + "b" * 40


@pytest.fixture
def kekfil(settings, tmp_path, egen_sak):
    """The file of version 1, as in production."""
    fil = tmp_path / "kek"
    fil.write_text(settings.KEK)
    settings.KEK_FILE = str(fil)
    return fil


def lest(sak, hvem="politi"):
    """What a reader sees of the case: log row, keys, plain words."""
    with som(bruker(hvem)) as ctx:
        ring = innsyn(ctx, [sak], del_="sak")
        return {ring.apne(tekst) for tekst in Tekst.objects.filter(sak=sak)}


def versjoner(egen_database):
    postgres, navn = egen_database
    with psycopg.connect(postgres.dsn("hp_nokkel", f"{navn}_nokler")) as link:
        return dict(link.execute("SELECT kek_versjon, count(*)::int FROM nokkel GROUP BY 1").fetchall())


SER = {"MARKØR-MELDING", "MARKØR-POLITI"}


def test_five_thousand_keys_are_wrapped_anew_and_the_texts_read_as_before(kekfil, egen_sak, egen_database):
    par = [(uuid4(), "felles") for _ in range(5000)]
    for_ = nokler.lag_mange(par)
    antall = sum(versjoner(egen_database).values())
    kekfil.with_name("kek.2").write_text(NY)
    assert nokler.roter() == antall >= 5000
    assert versjoner(egen_database) == {2: antall}
    assert nokler.hent(par) == for_
    assert lest(egen_sak) == SER
    assert nokler.roter() == 0


def test_after_the_rotation_the_old_file_opens_nothing_and_can_go(kekfil, egen_sak, settings):
    kekfil.with_name("kek.2").write_text(NY)
    nokler.roter()
    kekfil.unlink()
    settings.KEK = ""  # a process started without it
    assert lest(egen_sak) == SER
    kekfil.with_name("kek.2").unlink()
    kekfil.write_text(GAMMEL)
    settings.KEK = GAMMEL
    kek._aesgcm.cache_clear()
    with pytest.raises(krypto.KryptoFeil):
        lest(egen_sak)


def test_a_running_process_finds_the_new_file_by_itself(kekfil, egen_sak, egen_database):
    assert lest(egen_sak) == SER
    kekfil.with_name("kek.2").write_text(NY)
    skriv(lag_sak(), "laerer", "felles", "etter")  # nobody has rotated yet
    assert versjoner(egen_database)[2] == 1
    assert lest(egen_sak) == SER  # both are in use


def test_a_key_wrapped_by_another_file_stops_the_rotation_and_harms_nothing(kekfil, egen_sak, settings, egen_database):
    for_ = versjoner(egen_database)
    settings.KEK = GAMMEL
    kekfil.with_name("kek.2").write_text(NY)
    with pytest.raises(CommandError, match="Ingen nøkler er gått tapt"):
        call_command("roter_kek")
    assert versjoner(egen_database) == for_


def test_a_row_moved_to_another_case_in_the_key_store_does_not_open(kekfil, egen_sak, egen_database):
    postgres, navn = egen_database
    annen = uuid4()
    nokler.lag(annen, "politi")
    postgres.execute(
        f"{navn}_nokler",
        f"UPDATE nokkel SET innpakket = (SELECT innpakket FROM nokkel WHERE sak = '{egen_sak.pk}' AND sone = 'politi') "
        f"WHERE sak = '{annen}'",
    )
    with pytest.raises(krypto.KryptoFeil):
        nokler.hent([(annen, "politi")])


def test_the_command_makes_the_file_wraps_and_says_so(kekfil, egen_sak, egen_database, capsys):
    call_command("roter_kek", "--ny")
    ut = capsys.readouterr().out
    antall = versjoner(egen_database)[2]
    assert f"Pakket om {antall} nøkler til KEK versjon 2." in ut and f"Ingen nøkler bruker {kekfil} lenger" in ut
    assert kekfil.with_name("kek.2").stat().st_mode & 0o777 == 0o600
    assert lest(egen_sak) == SER


# --- Erasing -----------------------------------------------------------------------------------------------------
def kjor(postgres, program, *args):
    sti = find_binaries() / "bin" / program
    return subprocess.run([sti, "-h", postgres.socket, "-U", "postgres", *args], capture_output=True, check=True).stdout


@contextmanager
def gjenopprettet(postgres, navn, dump, settings, nokkelbase):
    """The product on a restored backup: another database, made by psql from the dump."""
    base = f"{navn}_gml"
    postgres.execute("postgres", f'CREATE DATABASE "{base}"')
    kjor(postgres, "psql", "-q", "-v", "ON_ERROR_STOP=1", "-d", base, "-f", str(dump))
    postgres.execute("postgres", f'GRANT CONNECT ON DATABASE "{base}" TO hp_web')
    lagret = connection.settings_dict["NAME"], settings.NOKKEL_DATABASE_URL
    connection.close()
    connection.settings_dict["NAME"], settings.NOKKEL_DATABASE_URL = base, postgres.url("hp_nokkel", nokkelbase)
    try:
        yield
    finally:
        connection.close()
        connection.settings_dict["NAME"], settings.NOKKEL_DATABASE_URL = lagret
        nokler.lukk_forbindelse()
        postgres.drop_databases(base)


def test_a_destroyed_key_makes_live_rows_history_and_a_restored_backup_unreadable(
    egen_sak, egen_database, settings, tmp_path
):
    postgres, navn = egen_database
    annen = lag_sak()
    gi(annen, "politi", "felles", "politi")
    skriv(annen, "laerer", "felles", "MARKØR-ANNEN")
    dump = tmp_path / "data.sql"
    dump.write_bytes(kjor(postgres, "pg_dump", navn))
    nokkelkopi = f"{navn}_nokler_kopi"
    nokler.lukk_forbindelse()
    postgres.execute("postgres", f'CREATE DATABASE "{nokkelkopi}" TEMPLATE "{navn}_nokler"')
    postgres.execute("postgres", f'GRANT CONNECT ON DATABASE "{nokkelkopi}" TO hp_nokkel')
    try:
        assert lest(egen_sak) == SER
        assert nokler.odelegg(egen_sak.pk) == 6
        # live
        assert lest(egen_sak) == {str(SLETTET)}
        assert lest(annen) == {"MARKØR-ANNEN"}
        # the older backup, with the keys of today
        with gjenopprettet(postgres, navn, dump, settings, f"{navn}_nokler"):
            assert lest(egen_sak) == {str(SLETTET)}
            assert lest(annen) == {"MARKØR-ANNEN"}  # the backup is good: only the erased case is gone
        # only with the keys' own backup of the same age: therefore those live 14 days and not longer
        with gjenopprettet(postgres, navn, dump, settings, nokkelkopi):
            assert lest(egen_sak) == SER
    finally:
        postgres.drop_databases(nokkelkopi)
    # history holds no text to begin with: no marker in the dump, though the case and its history are there
    innhold = dump.read_bytes()
    assert egen_sak.nummer.encode() in innhold and b"bekymring_historicalsak" in innhold
    assert [markor for markor in ALLE if markor.encode() in innhold] == []

"""The digest outlives the worker that sends it: each gets one letter a day, never two."""

import random
import re
import time
import uuid

import pytest

from .conftest import FRIST, Hus


@pytest.fixture
def runde(hus: Hus, monkeypatch: pytest.MonkeyPatch):
    """A round that asks about the whole plan, and a folder the letters are written to."""
    folder = hus.mappe / f"post-{uuid.uuid4().hex}"
    monkeypatch.setenv("EMAIL_FILE_PATH", str(folder))
    hus.sql("DELETE FROM tiltak_sammendrag")
    hus.sql(
        "INSERT INTO tiltak_statusrunde (id, plan_id, ar, frist, melding, startet_av_id, tid)"
        " SELECT gen_random_uuid(), p.id, extract(year FROM now()), current_date + 20, '', b.id, now()"
        " FROM tiltak_plan p, brukere_bruker b WHERE b.username = 'slt'"
    )
    hus.sql(
        "INSERT INTO tiltak_statusforesporsel (runde_id, tiltak_id)"
        " SELECT r.id, t.id FROM tiltak_statusrunde r JOIN tiltak_tiltak t ON t.plan_id = r.plan_id"
    )
    yield folder
    for table in ("sammendrag", "statusforesporsel", "statusrunde"):
        hus.sql(f"DELETE FROM tiltak_{table}")


def be_om_post(hus: Hus) -> None:
    """What the koordinator's act leaves in the queue."""
    call = hus.start("call", "tiltak.send_sammendrag")
    assert call.wait(FRIST) == 0
    hus.prosesser.remove(call)


def brev(folder) -> list[str]:
    text = "".join(path.read_text() for path in folder.glob("*")) if folder.exists() else ""
    return sorted(re.findall(r"^To: (\S+)$", text, re.M))


def test_a_killed_worker_sends_nobody_two_letters_and_nobody_is_forgotten(hus, runde):
    chance = random.Random(4)
    for _kill in range(3):
        worker = hus.arbeider()
        be_om_post(hus)
        time.sleep(chance.uniform(0.2, 2.5))
        hus.drep(worker)
    hus.arbeider()
    be_om_post(hus)
    hus.vent(
        lambda: (
            {row[0] for row in hus.sql("SELECT tilstand FROM tiltak_sammendrag")}
            in ({"sendt"}, {"avbrutt"}, {"sendt", "avbrutt"})
        )
    )
    people = [
        row[0] for row in hus.sql("SELECT b.email FROM tiltak_sammendrag s JOIN brukere_bruker b ON b.id = s.bruker_id")
    ]
    sent = brev(runde)
    assert sorted(people) == ["folkehelse@kommunen.example", "politi@kommunen.example"]
    assert len(set(sent)) == len(sent), "nobody has two"
    told = hus.sql(
        "SELECT b.email FROM tiltak_sammendrag s JOIN brukere_bruker b ON b.id = s.bruker_id WHERE s.tilstand = 'sendt'"
    )
    assert {row[0] for row in told} <= set(sent)

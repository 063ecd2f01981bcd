"""Drawing in a child: what goes wrong there ends there, and the worker hears it in one word."""

import os
import time
from pathlib import Path

import pytest

from rapport.choices import Feilkode
from rapport.services.barn import GLEMT, MAPPE, Barnefeil, tegn

TUNG = '<html lang="nb"><title>x</title>' + "<p>" + "ord " * 60_000
ENKEL = '<html lang="nb"><title>x</title><h1>Et dokument</h1>'


def barn() -> str:
    return Path(f"/proc/{os.getpid()}/task/{os.getpid()}/children").read_text()


def stille() -> None:
    """Nothing to renew."""


def test_the_document_comes_back_from_the_child():
    assert tegn(ENKEL, "0" * 16, tikk=stille).startswith(b"%PDF-1.7")


def test_a_text_that_takes_too_long_is_ended_and_leaves_no_process_and_no_files(tmp_path, monkeypatch):
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    for_ = barn()
    with pytest.raises(Barnefeil) as feil:
        tegn(TUNG, "0" * 16, tikk=stille, sekunder=0.5)
    assert feil.value.kode == Feilkode.TID
    assert list(Path(tmp_path).iterdir()) == []
    assert barn() == for_


def test_the_hold_is_renewed_while_the_child_works():
    slag: list[int] = []

    def tikk() -> None:
        slag.append(1)
        if len(slag) == 2:
            raise InterruptedError

    with pytest.raises(InterruptedError):
        tegn(TUNG, "0" * 16, tikk=tikk)


@pytest.mark.parametrize("html", ["<p style='colour: red'>x", "<img src='file:///etc/passwd' alt=x>", "x" * 2_000_001])
def test_what_cannot_be_set_is_a_drawing_error(html):
    with pytest.raises(Barnefeil) as feil:
        tegn(html, "0" * 16, tikk=stille)
    assert feil.value.kode == Feilkode.TEGNING


def test_what_a_killed_worker_left_is_taken_away_and_work_in_progress_is_not(tmp_path, monkeypatch):
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    gammel, fersk = tmp_path / f"{MAPPE}gammel", tmp_path / f"{MAPPE}fersk"
    for mappe in (gammel, fersk):
        (mappe / "weasyprint-x").mkdir(parents=True)
    naa = time.time()  # said, since a clock that is moved for a trial moves no folder's own time
    os.utime(gammel, (naa - GLEMT - 1, naa - GLEMT - 1))
    os.utime(fersk, (naa, naa))
    assert tegn(ENKEL, "0" * 16, tikk=stille).startswith(b"%PDF")
    assert [mappe.name for mappe in tmp_path.iterdir()] == [fersk.name]

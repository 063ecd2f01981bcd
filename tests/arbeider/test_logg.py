"""What the worker writes in its log when a task goes wrong: which task and what kind of error, never its arguments."""

import subprocess

from .conftest import CELERY, ROT


def test_a_failed_task_is_told_without_its_arguments(hus):
    hus.arbeider()
    subprocess.run(
        [*CELERY, "call", "bekymring.publiser_tall", "--args", '["MARKOR-I-EN-OPPGAVE"]'],
        cwd=ROT,
        env=hus.miljo("hp_worker"),
        check=True,
        capture_output=True,
    )
    hus.vent(lambda: "bekymring.publiser_tall" in hus.logg())
    assert "feilet builtins.TypeError" in hus.logg()
    assert "MARKOR" not in hus.logg() and "Traceback" not in hus.logg()

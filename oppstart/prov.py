"""`python3 manage.py test`: everything that can be wrong, looked for with one command."""

import os
from pathlib import Path

from . import miljo, system
from .skjerm import Stopp, say, step
from .stier import ROOT

WORKERS = 2


def command(argv: list[str]) -> int:
    """Become pytest with every check and test. Our options aside, the arguments are pytest's."""
    if {"-h", "--help"} & set(argv[2:]):
        say("python3 manage.py test [stier og valg til pytest] [--alt] [--plan FIL]")
        say("  --alt       de fulle tallene i det vi lover (tar lengre tid)")
        say("  --plan FIL  ta med testene på det vedtatte plandokumentet")
        return 0
    miljo.prepare_var()
    miljo.enter(miljo.TEST, argv)
    env = os.environ | _needs()
    args = _absolute_plan(argv[2:])
    args = [*_own_workers(args), *args]
    os.chdir(ROOT)
    python = str(miljo.TEST.python)
    os.execve(python, [python, "-m", "pytest", *args], env)  # we become pytest: signals and exit code are its own


def _needs() -> dict[str, str]:
    """What the tests need beside Python. Raises Stopp when it can't be had: a missing browser is never a skip."""
    if not system.ensure_pango():
        raise Stopp(f"PDF-testene mangler biblioteker. Kjør: {system.apt_line(system.missing_pango())}")
    if not system.ensure_poppler():
        raise Stopp(f"PDF-testene mangler poppler. Kjør: {system.apt_line([system.POPPLER])}")
    with step("Leter etter nettleseren testene kjører i"):
        browser = system.ensure_browser()
    if browser is None:
        raise Stopp(
            "Fant ingen Chromium, og testene i nettleser hoppes ikke over.\n"
            f"Kjør: {system.apt_line(['chromium'])}\nEller sett HP_CHROMIUM til en Chromium du har."
        )
    env = {"HP_CHROMIUM": browser}
    if libraries := system.browser_libraries(browser):
        env["LD_LIBRARY_PATH"] = libraries
    return env


def _own_workers(args: list[str]) -> list[str]:
    """Two cores, unless the caller says otherwise or chose a few tests (workers cost more than they save)."""
    chosen = any(not a.startswith("-") and (ROOT / a.split("::")[0]).exists() for a in args)
    asked = any(a.startswith(("-n", "--numprocesses", "--pdb")) for a in args)
    return [] if chosen or asked else ["-n", str(WORKERS), "--dist", "loadfile"]


def _absolute_plan(args: list[str]) -> list[str]:
    """`--plan FIL` is relative to where the user stands, and in one word so that pytest keeps its own root."""
    fixed, rest = [], iter(args)
    for arg in rest:
        if arg == "--plan" or arg.startswith("--plan="):
            name = arg.removeprefix("--plan").removeprefix("=") or next(rest, "")
            if not Path(name).is_file():
                raise Stopp(f"--plan: finner ikke filen «{name}».")
            arg = f"--plan={Path(name).resolve()}"
        fixed.append(arg)
    return fixed

"""Which command is ours, and in what environment Django's commands run."""

import importlib.util
import os
import sys

from . import laas, miljo
from .skjerm import Stopp, say

# Commands that need no database: they run with the tests' settings, which name no server.
WITHOUT_SERVERS = {"", "help", "version", "check", "makemigrations", "sprak", "--help"}


def run(argv: list[str]) -> None:
    """Run our own command and exit, or make the environment ready for Django and return.

    Raises SystemExit with one clear text when it can't be done."""
    name = argv[1] if len(argv) > 1 else ""
    try:
        if name == "demo":
            from . import demo

            sys.exit(demo.command(argv))
        if name == "test":
            from . import prov

            sys.exit(prov.command(argv))
        if name == "doktor":
            from . import doktor

            sys.exit(doktor.command(argv))
        _ready_for_django(name, argv)
    except (Stopp, RuntimeError) as problem:  # a server that did not start says why in a RuntimeError
        say(f"\n{problem}")
        sys.exit(1)
    except KeyboardInterrupt:
        say("\nAvbrutt.")
        sys.exit(130)


def _ready_for_django(name: str, argv: list[str]) -> None:
    """Use the environment given; else that of the running demo."""
    if "DATABASE_URL" not in os.environ and "DJANGO_SETTINGS_MODULE" not in os.environ:
        if found := laas.running_environment():
            os.environ.update(found)
            if name == "runserver":
                os.environ["DJANGO_SETTINGS_MODULE"] = "handlingsplan.settings.dev"
        elif name in WITHOUT_SERVERS:
            os.environ["DJANGO_SETTINGS_MODULE"] = "handlingsplan.settings.test"
        else:
            raise Stopp(
                f"«{name}» trenger databasen, og demoen kjører ikke.\n"
                "Start demoen i et annet vindu: python3 manage.py demo\n"
                "I drift: sett DATABASE_URL og de andre verdiene (README, «Kjøre i produksjon»)."
            )
    if importlib.util.find_spec("django") is None:
        miljo.prepare_var()
        miljo.enter(miljo.DEMO, argv)

#!/usr/bin/env python3
"""The one entry point. `demo`, `test` and `doktor` set up what they need; the rest is Django's."""

import os
import sys


def main() -> None:  # this file and oppstart/__init__.py keep to syntax that an old Python can read
    from oppstart import start

    start(sys.argv)  # returns only when this is an ordinary Django command in a ready environment
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "handlingsplan.settings.prod")
    from django.core.management import execute_from_command_line

    execute_from_command_line(sys.argv)


if __name__ == "__main__":
    main()

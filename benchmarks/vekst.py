"""The same list at the smallest and the largest size, in turn, on the same machine at the same time (P1)."""

import json
import sys
from typing import Any

from .benk import Benk, forbindelse, med_forbindelse
from .sider import LISTER
from .takt import NOYE, Gruppe, Kall, mal


def main() -> None:
    """`python -m benchmarks.vekst SMALLEST LARGEST`: names of two databases of the cluster."""
    benk = Benk()
    from bekymring.models import Sak
    from vern.kontekst import som

    linker = {
        slag: forbindelse("hp_web", base=base) for slag, base in zip(("minst", "størst"), sys.argv[1:], strict=True)
    }

    def kall(link: Any, navn: str) -> Kall:
        with med_forbindelse(link):
            person = benk.bruker(navn)
            person.roller  # noqa: B018 - read once a request; not part of the list

        def liste() -> None:
            with som(person):
                list(Sak.objects.visible_to(person).nyeste_forst()[:21])

        def forst() -> None:
            from django.db import connections

            connections["default"] = link

        return Kall(liste, forst)

    alle = {
        f"vekst: {hvem}: {slag}": kall(link, navn) for hvem, navn in LISTER.items() for slag, link in linker.items()
    }
    gulv = dict.fromkeys(alle, f"vekst: {next(iter(LISTER))}: minst")
    json.dump(mal(Gruppe(alle, gulv, 2 * NOYE)), sys.stdout)


if __name__ == "__main__":
    main()

"""What is measured in one database, as JSON on stdout. `--logg` adds the read log under load."""

import argparse
import json
import sys
from typing import Any

from . import fro, logg, rader, sider, takt, vegger
from .benk import Benk


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--bare", default="")
    parser.add_argument("--logg", action="store_true")
    valg = parser.parse_args()
    benk = Benk()
    sider.ti_ars_status()
    fro.bryter_for_historikk()
    sakene = fro.lag(benk, *vegger.LESERE.values())
    alle = [
        *sider.lister(benk),
        *sider.sider(benk, sakene),
        sider.tekster(benk, sakene),
        *vegger.grupper(benk, sakene),
    ]
    funnet: dict[str, Any] = {"malt": {}}
    if valg.bare in "rader rørt":
        funnet["rader"] = rader.mal(benk)
    for gruppe in alle:
        funnet["malt"] |= takt.mal(gruppe.bare(valg.bare))
    if valg.logg and valg.bare in "logg":
        funnet["logg"] = logg.mal(benk)
    json.dump(funnet, sys.stdout)


if __name__ == "__main__":
    main()

#!/usr/bin/env python3
"""Make every secret of docker-compose.yml, once. Standard library only.

    python3 deploy/lag-hemmeligheter.py

Files that exist are left alone. Keep a copy of `kek` apart from every backup of the databases: without it nothing
confidential can be read, with it beside the data everything can."""

import secrets
from pathlib import Path

FOLDER = Path(__file__).parent / "hemmeligheter"
DATA, KEYS = "@postgres/handlingsplan", "@nokler/handlingsplan_nokler"
ADDRESSES = {
    "database_url": ("web", DATA),
    "database_url_worker": ("worker", DATA),
    "database_owner_url": ("migrate", DATA),
    "logg_database_url": ("logg", DATA),
    "nokkel_database_url": ("nokkel", KEYS),
}


def keep(name: str, content: str) -> str:
    """Write the secret if there is none; return the one that holds."""
    path = FOLDER / name
    if not path.exists():
        path.write_text(content)
        path.chmod(0o444)  # the containers' own users read it; the folder shuts everyone else out
    return path.read_text()


def main() -> None:
    FOLDER.mkdir(mode=0o700, exist_ok=True)
    for name in ("secret_key", "kek", "passord_postgres", "passord_nokler"):
        keep(name, secrets.token_urlsafe(42))
    for name, (role, place) in ADDRESSES.items():
        password = keep(f"passord_{role}", secrets.token_urlsafe(24))
        keep(name, f"postgres://hp_{role}:{password}{place}")
    word = secrets.token_urlsafe(24)
    keep("valkey_conf", f"requirepass {word}\nappendonly yes\nmaxmemory-policy noeviction\ndir /data\n")
    kept = (FOLDER / "valkey_conf").read_text().split()[1]
    keep("redis_url", f"redis://:{kept}@valkey:6379")
    print(f"Hemmelighetene ligger i {FOLDER}. Ta en kopi av «kek» på et annet sted enn databasene.")  # noqa: T201


if __name__ == "__main__":
    main()

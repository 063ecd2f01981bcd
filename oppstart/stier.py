"""Where things lie. Everything is inside the checkout, except what root's database server must reach."""

import os
import tempfile
from pathlib import Path

from .postgres import state_name
from .prosess import is_root

ROOT = Path(__file__).resolve().parents[1]
VAR = ROOT / ".var"
TOOLS = VAR / "verktoy"
LOGS = VAR / "logg"
RUNNING = VAR / "demo.json"  # pid and address of the demo that runs
ENVIRONMENT = VAR / "omgivelse.json"  # its environment, for commands typed in another window; 0600
SECRETS = VAR / "hemmelig"
ROOT_STATE = Path("/var/lib/handlingsplan-demo")
SOCKET_LIMIT = 107 - len("/.s.PGSQL.5432.lock")  # bytes in the address of a unix socket, less the server's own name


def database_state() -> Path:
    """The demo's cluster. As root the server is `nobody`, who can't pass a 0700 home: then outside the checkout."""
    return (ROOT_STATE if is_root() else VAR) / state_name(ROOT)


def socket_folder() -> Path:
    """A folder short enough for sockets: beside the data where that fits, else a private temporary one."""
    beside = database_state() / "s"
    if len(os.fsencode(beside)) <= SOCKET_LIMIT:
        return beside
    return Path(tempfile.mkdtemp(prefix="hp-", dir="/tmp"))  # TMPDIR may be just as long

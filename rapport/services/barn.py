"""Draw in a child process with limits, so that a text that cannot be set ends the child and not the worker."""

import ctypes
import logging
import os
import resource
import select
import shutil
import signal
import sys
import tempfile
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from ..choices import Feilkode
from ..trykk.pdf import lag_pdf

MINNE = 1_500_000_000
SEKUNDER = 50
FIL = 8_000_000
MAPPE, GLEMT = "hp-tegn-", 600  # seconds: far longer than any drawing may take
_PR_SET_PDEATHSIG = 1
logg = logging.getLogger("handlingsplan.rapport")
_OK, _FEIL, _MINNE = b"+", b"-", b"m"


class Barnefeil(Exception):
    """The child did not deliver. `kode` says why in one word."""

    def __init__(self, kode: Feilkode) -> None:
        super().__init__(kode.value)
        self.kode = kode


def tegn(html: str, identifikator: str, *, tikk: Callable[[], None], sekunder: float = SEKUNDER) -> bytes:
    """The PDF, made in a forked child. `tikk` is called about once a second while we wait."""
    _fei()
    les, skriv = os.pipe()
    with tempfile.TemporaryDirectory(prefix=MAPPE) as mappe:
        barn = os.fork()
        if barn == 0:
            os.close(les)
            _barn(html, identifikator, skriv, mappe)
        os.close(skriv)
        try:
            svar = _vent(les, time.monotonic() + sekunder, tikk)
        finally:
            os.close(les)
            with suppress(ProcessLookupError):
                os.kill(barn, signal.SIGKILL)
            os.waitpid(barn, 0)
    if svar[:1] == _OK:
        return svar[1:]
    logg.warning("Tegningen feilet: %s", svar[1:].decode() or "barnet døde")
    raise Barnefeil(Feilkode.MINNE if svar[:1] == _MINNE else Feilkode.TEGNING)


def _fei() -> None:
    """Take away what a killed worker left: unpacked fonts, never text."""
    for mappe in Path(tempfile.gettempdir()).glob(f"{MAPPE}*"):
        with suppress(OSError):
            if mappe.stat().st_mtime < time.time() - GLEMT:
                shutil.rmtree(mappe, ignore_errors=True)


def _vent(les: int, slutt: float, tikk: Callable[[], None]) -> bytes:
    deler: list[bytes] = []
    while True:
        klar, _w, _x = select.select([les], [], [], 1.0)
        if klar:
            if not (bit := os.read(les, 1 << 16)):
                return b"".join(deler)
            deler.append(bit)
            continue
        if time.monotonic() > slutt:
            raise Barnefeil(Feilkode.TID)
        tikk()


def _barn(html: str, identifikator: str, skriv: int, mappe: str) -> None:
    """Never returns, never touches the parent's connections: leaves by os._exit."""
    try:
        tempfile.tempdir = mappe
        _begrens()
        svar = _OK + lag_pdf(html, identifikator=identifikator)
    except MemoryError:
        svar = _MINNE
    except BaseException as feil:  # whatever it was, the parent hears its kind, never its words
        svar = _FEIL + type(feil).__name__.encode()
    with suppress(OSError):
        while svar:
            svar = svar[os.write(skriv, svar) :]
    os._exit(0)


def _begrens() -> None:
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(_PR_SET_PDEATHSIG, signal.SIGKILL)
    os.nice(5)
    resource.setrlimit(resource.RLIMIT_AS, (MINNE, MINNE))
    resource.setrlimit(resource.RLIMIT_CPU, (SEKUNDER, SEKUNDER + 5))
    resource.setrlimit(resource.RLIMIT_FSIZE, (FIL, FIL))  # the unpacked font is the only file it writes
    # woff2 fonts are unpacked with a time stamp in them; fixed, so that the same report has the same digest
    os.environ["SOURCE_DATE_EPOCH"] = "1577836800"

"""The server log's lines: what went wrong and where in the code, never a person's words (R31, T14).

An exception's message may quote what was typed, a statement's values or a row; an address names a case. So the message
of an exception is left out, and a request is told by its pattern.
"""

import logging
import re
import traceback
from types import TracebackType
from typing import Any

QUOTED = re.compile(r"[%:/'\"=({\[<\n]")


def _navn(feil: BaseException) -> str:
    return f"{type(feil).__module__}.{type(feil).__qualname__}"


def _ren(verdi: Any) -> Any:
    return _navn(verdi) if isinstance(verdi, BaseException) else verdi


def _av_gunicorn(record: logging.LogRecord) -> str:
    """What the server says without what it was sent: addresses and bytes of a request stand in its messages.

    Numbers and names of signals stay. Of all else the words before the first sign that something is quoted.
    """
    if isinstance(record.args, tuple) and record.args and all(str(verdi).isalnum() for verdi in record.args):
        return record.getMessage()
    if isinstance(record.msg, BaseException):
        return _navn(record.msg)
    return QUOTED.split(str(record.msg), maxsplit=1)[0].strip()


class TryggLinje(logging.Formatter):
    """Formats every record of the process, those of libraries too."""

    def format(self, record: logging.LogRecord) -> str:
        trygg = logging.makeLogRecord(record.__dict__)
        trygg.exc_text = None  # what another formatter may have kept
        if (request := getattr(record, "request", None)) is not None:
            treff = getattr(request, "resolver_match", None)
            rute = f"/{treff.route}" if treff else "ukjent adresse"
            status = getattr(record, "status_code", "")
            trygg.msg, trygg.args = f"{status} {getattr(request, 'method', '')} {rute}", ()
        elif isinstance(data := getattr(record, "data", None), dict) and "description" in data:  # celery's own line
            feil = _navn(record.exc_info[1]) if record.exc_info and record.exc_info[1] else ""
            trygg.msg, trygg.args = f"oppgave {data.get('name')} {data.get('id')} feilet {feil}", ()
        elif isinstance(record.args, tuple):
            trygg.args = tuple(_ren(verdi) for verdi in record.args)
        if record.name.startswith("gunicorn") and record.levelno >= logging.WARNING:
            trygg.msg, trygg.args = _av_gunicorn(trygg), ()
        if isinstance(trygg.msg, BaseException):
            trygg.msg = _navn(trygg.msg)
        return super().format(trygg)

    def formatException(
        self,
        ei: tuple[type[BaseException], BaseException, TracebackType | None] | tuple[None, None, None],
    ) -> str:
        """Where it happened, file by file, and what kind of error: no message, no source, no local values."""
        linjer: list[str] = []
        feil, sett = ei[1], set()
        while feil is not None and id(feil) not in sett:
            sett.add(id(feil))
            linjer += [
                f"  {ramme.filename}:{ramme.lineno} {ramme.name}" for ramme in traceback.extract_tb(feil.__traceback__)
            ]
            linjer.append(_navn(feil))
            feil = feil.__cause__ or (None if feil.__suppress_context__ else feil.__context__)
        return "\n".join(linjer)

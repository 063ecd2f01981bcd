"""The server log's lines: what went wrong and where in the code, never a person's words (issue 3, leaks).

An exception's message may quote what was typed, a statement's values or a row; an address names a case. So the message
of an exception is left out, and a request is told by its pattern.
"""

import logging
import traceback
from types import TracebackType
from typing import Any


def _navn(feil: BaseException) -> str:
    return f"{type(feil).__module__}.{type(feil).__qualname__}"


def _ren(verdi: Any) -> Any:
    return _navn(verdi) if isinstance(verdi, BaseException) else verdi


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

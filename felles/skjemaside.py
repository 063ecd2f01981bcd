"""A form on a page: shown, and when it is sent, answered with a receipt or with what stands in the way.

Every room's form pages are this one; a room adds its template, its breadcrumbs and what it does.
"""

from collections.abc import Callable
from typing import Any, TypeVar

from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.http import HttpRequest, HttpResponse
from psycopg.errors import UniqueViolation

from .avslag import Avslag, Konflikt

Svar = TypeVar("Svar")
EGNE = {"nokkel", "versjon"}


def prov(skjema: Any, gjor: Callable[[], Svar]) -> Svar | None:
    """Do it, all or nothing. When it is refused, the form says why and keeps what was typed, and the answer is None."""
    try:
        return _gjor_sist(skjema, gjor)
    except Konflikt as konflikt:
        skjema.konflikt(konflikt)
    except Avslag as avslag:
        for melding in avslag.meldinger:
            skjema.add_error(None, str(melding))
    except ValidationError as feil:
        skjema.add_error(None, feil)
    return None


def _gjor_sist(skjema: Any, gjor: Callable[[], Svar]) -> Svar | None:
    """Do it. When somebody took the same name or number a moment before, it is done as after them.

    The form is asked once more: now it sees what they made, and says it in the field's own words. If it has nothing
    to say, the number is found anew.
    """
    try:
        with transaction.atomic():
            return gjor()
    except IntegrityError as feil:
        if not isinstance(feil.__cause__, UniqueViolation):
            raise
    skjema.full_clean()
    if not skjema.is_valid():
        return None
    with transaction.atomic():
        return gjor()


def skjemaside(
    request: HttpRequest,
    skjema: Any,
    gjor: Callable[[dict[str, Any]], HttpResponse],
    vis: Callable[[], HttpResponse],
) -> HttpResponse:
    """`gjor` does what the right form says and answers with the receipt; `vis` shows the form, empty or with errors."""
    if request.method == "POST" and skjema.is_valid():
        svar = prov(skjema, lambda: gjor(skjema.cleaned_data))
        if svar is not None:
            return svar
    return vis()


def uten(data: dict[str, Any], *navn: str) -> dict[str, Any]:
    """What people fill in: the cleaned data without the form's own fields, and without `navn`."""
    return {felt: verdi for felt, verdi in data.items() if felt not in EGNE.union(navn)}

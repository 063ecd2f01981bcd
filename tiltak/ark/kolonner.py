"""The workbook's form, known by both the export and the import: columns, sheets, and the hidden sheet that says where
and when it was made. Words are in the user's language; a file in the other language is read all the same."""

import hashlib
from collections.abc import Iterable
from typing import Any

from django.conf import settings
from django.utils.translation import gettext_lazy as _
from django.utils.translation import override

FORMAT = "handlingsplan-status-1"
ARK_TILTAK, ARK_MILEPAELER, ARK_OM = _("Tiltak"), _("Milepæler"), _("Om filen")
STATUS_HODE = _("Status %(ar)s")
TILTAK = {
    "nr": _("Nr."),
    "gjort": _("Gjort i år"),
    "avvik": _("Avvik"),
    "neste_steg": _("Neste steg"),
    "frist": _("Frist for neste steg"),
    "begrunnelse": _("Hvorfor en annen status enn den foreslåtte"),
}
MILEPAEL = {
    "nr": _("Tiltak"),
    "tittel": _("Milepæl"),
    "frist": _("Frist"),
    "nadd_dato": _("Nådd"),
    "nokkel": _("Nøkkel (ikke endre)"),
}
STATUSFELT = ("status", "gjort", "avvik", "neste_steg", "frist", "begrunnelse")
MILEPAELFELT = ("nr", "tittel", "frist", "nadd_dato")


def ord_for(navn: Any, **verdier: Any) -> set[str]:
    """A heading in every language we have, as it is compared."""
    found = set()
    for language, _name in settings.LANGUAGES:
        with override(language):
            found.add((str(navn) % verdier if verdier else str(navn)).casefold())
    return found


def avtrykk(verdier: Iterable[Any]) -> str:
    """What tells whether a row was touched since it was downloaded."""
    tekster = ("" if verdi is None else str(verdi) for verdi in verdier)
    tekst = "\x1f".join(one.replace("\r\n", "\n").replace("\r", "\n").strip() for one in tekster)
    return hashlib.sha256(tekst.encode()).hexdigest()[:32]

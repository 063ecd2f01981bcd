"""The workbook's form, known by both the export and the import: columns, sheets, and the hidden sheet that says where
and when it was made. Words are in the user's language; a file in the other language is read all the same."""

import hashlib
from collections.abc import Iterable
from typing import Any

from django.conf import settings
from django.utils.translation import gettext_lazy as _
from django.utils.translation import override
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE

from felles.tekst import en_form

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
# What the first sheet shows but isn't read from, and where each is changed.
PLANEN = _("Står i planen, og endres når planen rulleres.")
ULEST = {
    "omrade": (_("Innsatsområde"), PLANEN),
    "tittel": (_("Tiltak"), PLANEN),
    "etikett": (_("Etikett i planen"), PLANEN),
    "ansvarlige": (
        _("Ansvarlige, hovedansvarlig først"),
        _("Endres på siden til tiltaket, under «Overfør ansvar»."),
    ),
    "far": ("%(ar)s", _("Status for tidligere år kan ikke endres i regnearket.")),
    "neste_frist": (
        _("Neste frist"),
        _("Regnes ut. Skriv datoen i kolonnen «Frist for neste steg», eller flytt en frist i arket «Milepæler»."),
    ),
    "oppdatert": (_("Oppdatert"), _("Settes av seg selv når status blir lagret.")),
}
FREMMED = _("Kolonnen er ikke herfra. Skriv teksten i en av kolonnene som leses, eller som kommentar til tiltaket.")

MERKNAD = _("Merknader leses ikke. Skriv teksten i en av kolonnene som leses, eller som kommentar til tiltaket.")


def som_ord(tekst: Any) -> str:
    """A heading or a choice as it is compared: letters in one form, capitals and the number of blanks don't count."""
    return en_form(str(tekst), linjer=False).casefold()


def ord_for(navn: Any, **verdier: Any) -> set[str]:
    """A heading in every language we have, as it is compared."""
    found = set()
    for language, _name in settings.LANGUAGES:
        with override(language):
            found.add(som_ord(str(navn) % verdier if verdier else navn))
    return found


def avtrykk(verdier: Iterable[Any]) -> str:
    """What tells whether a row was touched since it was downloaded."""
    tekster = ("" if verdi is None else str(verdi) for verdi in verdier)
    tekst = "\x1f".join(one.replace("\r\n", "\n").replace("\r", "\n").strip() for one in tekster)
    return hashlib.sha256(tekst.encode()).hexdigest()[:32]


def merke(verdi: Any) -> str:
    """What tells whether a cell that isn't read was touched: its text as people see it, whatever program saved it."""
    if hasattr(verdi, "isoformat"):
        verdi = f"{verdi:%d.%m.%Y}"
    if isinstance(verdi, float) and verdi.is_integer():
        verdi = int(verdi)
    tekst = ILLEGAL_CHARACTERS_RE.sub("", "" if verdi is None else str(verdi))
    return hashlib.sha256(som_ord(tekst.replace("_x000D_", "")).encode()).hexdigest()[:16] if tekst.strip() else ""


def segl(rader: Iterable[Iterable[Any]]) -> str:
    """What tells whether the hidden sheet was touched: all of it, as `merke` sees each cell."""
    linjer = ("\x1f".join(map(merke, rad)).rstrip("\x1f") for rad in rader)
    return avtrykk(linjer)

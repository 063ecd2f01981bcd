"""From an uploaded workbook to what it wants changed. Reads the file and asks the forms; writes nothing."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID, uuid4

from django.conf import settings
from django.utils.translation import gettext as _

from ..choices import Status
from ..forms.rapportering import ArkMilepael, ArkStatus
from ..services.arkimport import Arkimport, Milepaelrad, Radfeil, Statusrad
from .kolonner import (
    ARK_MILEPAELER,
    ARK_OM,
    ARK_TILTAK,
    FORMAT,
    MILEPAEL,
    MILEPAELFELT,
    STATUS_HODE,
    STATUSFELT,
    TILTAK,
    avtrykk,
    ord_for,
)
from .regneark import Arkfeil, Celle, Cellefeil, apne, etter_hode, som_dato, som_tekst

Ark = dict[str, list[list[Celle]]]


@dataclass
class Om:
    """What the hidden sheet says: by row how often it had been written, and what stood there."""

    ar: int
    sett: dict[str, int] = field(default_factory=dict)
    stod: dict[str, str] = field(default_factory=dict)


@dataclass
class Lest:
    """The changes and the faults of a file."""

    arket: Arkimport
    feil: list[Radfeil] = field(default_factory=list)


def les(data: bytes, *, utgave: int, ar: int) -> Lest:
    """The rows that were touched since the file was downloaded. Raises `Arkfeil` when the file is not ours to read."""
    ark = apne(data)
    om = _om(_ark(ark, ARK_OM)[1], utgave, ar)
    first, second = _ark(ark, ARK_TILTAK), _ark(ark, ARK_MILEPAELER)
    lest = Lest(Arkimport(uuid4(), ar, (first[0], second[0])))
    ordene = {key: ord_for(navn) for key, navn in TILTAK.items()} | {"status": ord_for(STATUS_HODE, ar=ar)}
    seen: set[int] = set()
    for rad in etter_hode(first[1], ordene, first[0]):
        _statusrad(rad, om, lest, seen)
    for rad in etter_hode(second[1], {key: ord_for(navn) for key, navn in MILEPAEL.items()}, second[0]):
        _milepaelrad(rad, om, lest)
    return lest


def _ark(ark: Ark, navn: Any) -> tuple[str, list[list[Celle]]]:
    for tittel, rader in ark.items():
        if tittel.casefold() in ord_for(navn):
            return tittel, rader
    if navn == ARK_OM:
        raise Arkfeil(_("Dette er ikke et regneark som er lastet ned herfra. Last ned et nytt, og fyll ut det."))
    raise Arkfeil(_("Arket «%(ark)s» mangler i filen.") % {"ark": navn})


def _om(rader: list[list[Celle]], utgave: int, ar: int) -> Om:
    """Is it ours: the same municipality, edition and year?"""
    verdier = [[celle.verdi for celle in rad] + [None] * 5 for rad in rader]
    if not verdier or verdier[0][0] != FORMAT:
        raise Arkfeil(_("Dette er ikke et regneark som er lastet ned herfra. Last ned et nytt, og fyll ut det."))
    _format, kommune, edition, year = verdier[0][:4]
    if kommune != settings.KOMMUNE:
        tekst = _("Regnearket er lastet ned hos %(annen)s. Her kan bare regneark fra %(var)s leses inn.")
        raise Arkfeil(tekst % {"annen": kommune, "var": settings.KOMMUNE})
    if edition != utgave:
        raise Arkfeil(_("Regnearket gjelder en annen utgave av planen (%(utgave)s).") % {"utgave": edition})
    if year != ar:
        raise Arkfeil(_("Regnearket gjelder %(ar)s. Last ned et nytt for i år.") % {"ar": year})
    om = Om(ar)
    for slag, key, antall, print_, *_rest in verdier[1:]:
        if isinstance(antall, int) and isinstance(print_, str):
            om.sett[f"{slag} {key}"], om.stod[f"{slag} {key}"] = antall, print_
    return om


class _Leser:
    """Reads the cells of one row, and keeps what was wrong with each."""

    def __init__(self, row: dict[str, Celle], ark: str, feil: list[Radfeil]) -> None:
        self.row, self.ark, self.feil = row, ark, feil
        self.steder = {navn: celle.sted for navn, celle in row.items() if celle.sted}
        self.ok = True

    def hent(self, navn: str, les_celle: Callable[[Celle], Any]) -> Any:
        try:
            return les_celle(self.row[navn])
        except Cellefeil as error:
            return self.si(navn, str(error))

    def si(self, navn: str, melding: str) -> None:
        self.ok = False
        sted = self.steder.get(navn) or self.steder.get("nr") or next(iter(self.steder.values()), "")
        self.feil.append(Radfeil(self.ark, sted, melding))

    def nummer(self) -> int | None:
        tekst = self.hent("nr", som_tekst)
        if tekst and tekst.isascii() and tekst.isdigit() and len(tekst) < 5:
            return int(tekst)
        if tekst is not None:
            self.si("nr", _("Nummeret på tiltaket mangler eller er ikke et tall."))
        return None

    def skjema(self, skjema: Any) -> dict[str, Any]:
        """The form's own rules and words."""
        if not skjema.is_valid():
            for navn, tekster in skjema.errors.items():
                for tekst in tekster:
                    self.si(navn, str(tekst))
        return dict(skjema.cleaned_data)


def _statusrad(rad: dict[str, Celle], om: Om, lest: Lest, seen: set[int]) -> None:
    leser = _Leser(rad, lest.arket.ark[0], lest.feil)
    nr = leser.nummer()
    felt = {navn: leser.hent(navn, som_dato if navn == "frist" else som_tekst) for navn in STATUSFELT}
    if nr is None or not leser.ok:
        return
    if nr in seen:
        leser.si("nr", _("Tiltak %(nr)s står på flere rader.") % {"nr": nr})
        return
    seen.add(nr)
    key = f"tiltak {nr}"
    if avtrykk(felt[navn] for navn in STATUSFELT) == om.stod.get(key):
        return
    status = _status(felt["status"])
    if status is None:
        names = ", ".join(str(navn) for navn in Status.labels)
        leser.si(
            "status",
            _("«%(tekst)s» er ikke en status. Velg en av disse: %(navn)s.")
            % {"tekst": felt["status"][:40], "navn": names},
        )
    clean = leser.skjema(ArkStatus(felt | {"status": status or Status.I_RUTE}))
    if leser.ok:
        lest.arket.status.append(Statusrad(nr, om.sett.get(key, 0), clean, leser.steder))


def _status(tekst: str) -> str | None:
    """The value behind a status written in any of our languages."""
    for status in Status:
        if tekst.casefold() in ord_for(status.label) | {status.value}:
            return status.value
    return None


def _milepaelrad(rad: dict[str, Celle], om: Om, lest: Lest) -> None:
    leser = _Leser(rad, lest.arket.ark[1], lest.feil)
    pk = leser.hent("nokkel", som_tekst)
    nr = leser.nummer()
    verdier = {navn: leser.hent(navn, som_tekst if navn == "tittel" else som_dato) for navn in MILEPAELFELT[1:]}
    if nr is None or not leser.ok:
        return
    key = f"milepael {pk}"
    if avtrykk([nr, *verdier.values()]) == om.stod.get(key):
        return
    if pk and not _er_nokkel(pk):
        leser.si("nokkel", _("Nøkkelen i den skjulte kolonnen er endret. Last ned et nytt regneark."))
    clean = leser.skjema(ArkMilepael(verdier))
    if leser.ok:
        lest.arket.milepaeler.append(Milepaelrad(nr, pk, om.sett.get(key, 0), **clean, steder=leser.steder))


def _er_nokkel(tekst: str) -> bool:
    try:
        return str(UUID(tekst)) == tekst
    except ValueError:
        return False

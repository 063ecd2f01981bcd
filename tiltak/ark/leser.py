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
    segl,
    som_ord,
)
from .regneark import Arkfeil, Celle, Cellefeil, apne, etter_hode, som_dato, som_nummer, som_tekst
from .ulest import Ulest, Vist, rader_med_nummer, ulest_ark, ulest_merknad, uleste

SEGL = 5  # the column of the seal in the first row of the hidden sheet

Ark = dict[str, list[list[Celle]]]


@dataclass
class Om:
    """What the hidden sheet says: by row how often it had been written, and what stood there."""

    ar: int
    sett: dict[str, int] = field(default_factory=dict)
    stod: dict[str, str] = field(default_factory=dict)
    vist: Vist | None = None  # an older file doesn't say what its other columns showed


@dataclass(frozen=True)
class Borte:
    """Rows the file had when it was downloaded and has no more: numbers of tiltak, keys of milestones."""

    tiltak: list[int]
    milepaeler: list[str]


@dataclass
class Lest:
    """The changes and the faults of a file, and what was written where nothing is read."""

    arket: Arkimport
    feil: list[Radfeil] = field(default_factory=list)
    ulest: list[Ulest] = field(default_factory=list)
    borte: Borte = field(default_factory=lambda: Borte([], []))


def les(data: bytes, *, utgave: int, ar: int) -> Lest:
    """The rows that were touched since the file was downloaded. Raises `Arkfeil` when the file is not ours to read."""
    bok = apne(data)
    ark = bok.rader
    om = _om(*_ark(ark, ARK_OM), utgave, ar)
    first, second = _ark(ark, ARK_TILTAK), _ark(ark, ARK_MILEPAELER)
    lest = Lest(Arkimport(uuid4(), ar, (first[0], second[0])))
    ordene = {key: ord_for(navn) for key, navn in TILTAK.items()} | {"status": ord_for(STATUS_HODE, ar=ar)}
    milepaelord = {key: ord_for(navn) for key, navn in MILEPAEL.items()}
    seen: set[int] = set()
    for rad in etter_hode(first[1], ordene, first[0]):
        _statusrad(rad, om, lest, seen)
    keys: dict[str, str] = {}
    for rad in etter_hode(second[1], milepaelord, second[0]):
        _milepaelrad(rad, om, lest, keys)
    if om.vist:
        _bytta_numre(first, ordene["nr"], om.vist, lest)
        lest.ulest += uleste(*first, set().union(*ordene.values()), ordene["nr"], om.vist)
        lest.ulest += uleste(*second, set().union(*milepaelord.values()), milepaelord["nr"], Vist([], {}))
    ours = ord_for(ARK_TILTAK) | ord_for(ARK_MILEPAELER) | ord_for(ARK_OM)
    lest.ulest += [ulest_ark(tittel) for tittel, rader in ark.items() if rader and som_ord(tittel) not in ours]
    lest.ulest += [ulest_merknad(tittel, steder) for tittel, steder in bok.merknader.items() if steder]
    lest.borte = Borte(_borte(om, "tiltak", {str(nr) for nr in seen}, int), _borte(om, "milepael", set(keys), str))
    return lest


def _borte(om: Om, slag: str, here: set[str], som: Callable[[str], Any]) -> list[Any]:
    had = (key.removeprefix(f"{slag} ") for key in om.stod if key.startswith(f"{slag} "))
    return [som(key) for key in had if key not in here]


def _bytta_numre(ark: tuple[str, list[list[Celle]]], nr_ord: set[str], vist: Vist, lest: Lest) -> None:
    """A row whose number now is that of another tiltak: typed over, or only some of the columns were sorted."""
    for nr, rad in rader_med_nummer(ark[1], nr_ord):
        if other := vist.annet_nummer(nr, rad):
            sted = next(celle.sted for word, celle in rad.items() if word in nr_ord)
            tekst = _("Raden hører til tiltak %(var)s, men har fått nummer %(nr)s. Sett nummeret tilbake.")
            lest.feil.append(Radfeil(ark[0], sted, tekst % {"var": other, "nr": nr}))


def _ark(ark: Ark, navn: Any) -> tuple[str, list[list[Celle]]]:
    for tittel, rader in ark.items():
        if som_ord(tittel) in ord_for(navn):
            return tittel, rader
    if navn == ARK_OM:
        raise Arkfeil(_("Dette er ikke et regneark som er lastet ned herfra. Last ned et nytt, og fyll ut det."))
    raise Arkfeil(_("Arket «%(ark)s» mangler i filen.") % {"ark": navn})


def _om(ark: str, rader: list[list[Celle]], utgave: int, ar: int) -> Om:
    """Is it ours: the same municipality, edition and year?"""
    verdier = [[celle.verdi for celle in rad] + [None] * 6 for rad in rader]
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
    if not _uroert(verdier):
        tekst = _("Det skjulte arket «%(ark)s» er endret. Last ned et nytt regneark, og skriv endringene i det.")
        raise Arkfeil(tekst % {"ark": ark})
    om = Om(ar)
    for slag, key, antall, print_, *_rest in verdier[1:]:
        if slag == "vist":
            _vist(om, key, _rest)
        elif isinstance(antall, int) and isinstance(print_, str):
            om.sett[f"{slag} {key}"], om.stod[f"{slag} {key}"] = antall, print_
    return om


def _uroert(verdier: list[list[Any]]) -> bool:
    """Does the hidden sheet say what it said? An older file has no seal."""
    first = verdier[0]
    return not first[SEGL] or first[SEGL] == segl([first[:SEGL], *verdier[1:]])


def _vist(om: Om, nr: Any, verdier: list[Any]) -> None:
    """First the headings, then a row of marks for each tiltak."""
    if om.vist is None:
        om.vist = Vist([som_ord(navn) for navn in verdier if navn], {})
    elif isinstance(nr, int):
        marks = [str(one or "") for one in verdier]
        om.vist.merker[nr] = (marks + [""] * len(om.vist.hode))[: len(om.vist.hode)]


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
        nr = som_nummer(self.row["nr"])
        if nr is None and self.hent("nr", som_tekst) is not None:
            self.si("nr", _("Nummeret på tiltaket mangler eller er ikke et tall."))
        return nr

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
        if som_ord(tekst) in ord_for(status.label) | {status.value}:
            return status.value
    return None


def _milepaelrad(rad: dict[str, Celle], om: Om, lest: Lest, keys: dict[str, str]) -> None:
    if all(rad[navn].tom for navn in MILEPAELFELT):
        return  # emptied: only the hidden key is left
    leser = _Leser(rad, lest.arket.ark[1], lest.feil)
    pk = leser.hent("nokkel", som_tekst)
    nr = leser.nummer()
    verdier = {navn: leser.hent(navn, som_tekst if navn == "tittel" else som_dato) for navn in MILEPAELFELT[1:]}
    if nr is None or not leser.ok:
        return
    if pk and pk in keys:
        tekst = _("Raden er en kopi av raden med celle %(sted)s. Skriv en ny milepæl på en tom rad nederst.")
        leser.si("nr", tekst % {"sted": keys[pk]})
        return
    keys[pk] = leser.steder["nr"]
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

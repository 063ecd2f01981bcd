"""Find the plan's parts in the lines. The traps it knows are the published document's own (faggrunnlag 19)."""

import re
from collections.abc import Callable, Iterable, Iterator
from datetime import date

from . import annen
from .ansvar import les_ansvar
from .funn import TOM, Dokumentlinje, Lesing, LestFotnote, LestMulig, LestOmrade, LestTiltak, LestVedtak
from .tekst import blokker, del_i_linjer, flyt, lopende, merk

Prove = Callable[[Dokumentlinje], bool]

DELER = {
    "Forord": "forord",
    "Bakgrunn": "bakgrunn",
    "Veien fremover": "veien_fremover",
    "Handlingsplan": "plan",
    "Tiltaksoversikt": "oversikt",
    "Mulige tiltak": "mulige_tiltak",
}
OMRADE = re.compile(r"^Innsatsområde (\d+)(?:\s+[-–]\s+(.+))?$")
TILTAK = re.compile(r"^Tiltak (\d+)\s*(:|\t)\s*(.*)$")
ETIKETTER = {
    "Ansvar for utføring": "utforing",
    "Ansvar for oppfølging": "oppfolging",
    "Oppfølging": "bare_oppfolging",
}
ETIKETT = re.compile(rf"^({'|'.join(ETIKETTER)}):\s*(.*)$")
FOTNOTE = re.compile(r"^(\d{1,2}) (\S.*)$")
NETTSTED = re.compile(r"^(?:https?://|www\.)\S+$")
PRINSIPP = re.compile(r"^([A-ZÆØÅ][\wæøåÆØÅ -]*):\s*\t")
MANEDER = [
    *("januar", "februar", "mars", "april", "mai", "juni"),
    *("juli", "august", "september", "oktober", "november", "desember"),
]
VEDTAK = re.compile(rf"vedtatt av (\w+) (?:den )?(\d{{1,2}})\. ({'|'.join(MANEDER)}) (\d{{4}})")
ANTALL = re.compile(r"(\d+) tiltak fordelt på (\d+) innsatsområder")
HEVET = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")


def les_plan(tekst: str, known: Iterable[str] = ()) -> Lesing:
    """Read the whole document. Never fails: what is not understood is left as unknown lines.

    `kjente` are names of actors, so that one with «og» in it is not taken for two."""
    lesing = Lesing(del_i_linjer(tekst))
    names = list(known)
    lesing.kjente = frozenset(navn for navn in names if " " in navn)
    if annen.kjenner(tekst, lesing.linjer):
        return annen.les(lesing, names)
    for kode, linjer in _deler(lesing.linjer):
        LESERE[kode](lesing, linjer)
    for fotnote in lesing.fotnoter:
        _place(fotnote, lesing.tiltak)
    return lesing


def _deler(linjer: list[Dokumentlinje]) -> Iterator[tuple[str, list[Dokumentlinje]]]:
    """Cut at the headings, each taken once and in the document's order."""
    kode, left = "for", dict(DELER)
    current: list[Dokumentlinje] = []
    for before, linje in zip([None, *linjer], linjer, strict=False):
        alone = before is None or before.funnet_som == TOM or linje.ny_side
        if linje.tekst in left and alone:
            yield kode, current
            kode, current = left.pop(linje.tekst), []
            linje.funnet_som = f"overskrift: {linje.tekst}"
        else:
            current.append(linje)
    yield kode, current


def _ukjent(lesing: Lesing, linjer: list[Dokumentlinje]) -> None:
    """Before the first heading nothing is known."""


def _forord(lesing: Lesing, linjer: list[Dokumentlinje]) -> None:
    """Text, and at the end the titles of those who sign, side by side."""
    filled = [linje for linje in linjer if linje.funnet_som != TOM]
    if filled and len(names := re.split(r"\s{3,}", filled[-1].raa.strip())) > 1:
        lesing.signatarer = names
        filled[-1].funnet_som = "signatarer"
        linjer = linjer[: linjer.index(filled[-1])]
    _avsnitt("forord")(lesing, linjer)


def _avsnitt(kode: str) -> Callable[[Lesing, list[Dokumentlinje]], None]:
    def les(lesing: Lesing, linjer: list[Dokumentlinje]) -> None:
        lesing.avsnitt[kode] = lopende(linjer)
        merk(linjer, f"avsnitt: {kode}")
        if match := ANTALL.search(lesing.avsnitt[kode]):
            lesing.sier_antall = int(match[1]), int(match[2])

    return les


def _bakgrunn(lesing: Lesing, linjer: list[Dokumentlinje]) -> None:
    """Text with two lists in it: focus areas as bullets, and principles as «word: tab explanation»."""
    _avsnitt("bakgrunn")(lesing, linjer)
    lesing.avsnitt["bakgrunn"] = lesing.avsnitt["bakgrunn"].replace(" • ", "\n• ")
    if match := VEDTAK.search(lesing.avsnitt["bakgrunn"]):
        lesing.vedtak = LestVedtak(match[1], date(int(match[4]), MANEDER.index(match[3]) + 1, int(match[2])))
    for block in blokker(linjer):
        for gruppe in _groups(block, lambda linje: linje.tekst.startswith("•")):
            lesing.fokusomrader.append(flyt(gruppe).removeprefix("•").strip())
            merk(gruppe, f"fokusområde {len(lesing.fokusomrader)}")
        for gruppe in _groups(block, lambda linje: bool(PRINSIPP.match(linje.raa))):
            tittel, _, tekst = flyt(gruppe).partition(":")
            lesing.prinsipper.append((tittel, tekst.strip()))
            merk(gruppe, f"prinsipp {len(lesing.prinsipper)}")


def _groups(block: list[Dokumentlinje], starts: Prove) -> list[list[Dokumentlinje]]:
    """Groups that begin with a line that `starts` and go on as long as lines are indented."""
    grupper: list[list[Dokumentlinje]] = []
    is_open = False
    for linje in block:
        if starts(linje):
            grupper.append([linje])
            is_open = True
        elif is_open and linje.innrykk:
            grupper[-1].append(linje)
        else:
            is_open = False
    return grupper


def _plan(lesing: Lesing, linjer: list[Dokumentlinje]) -> None:
    """Title, the rule of responsibility, then areas and tiltak."""
    index = _until(linjer, 0, _is_heading)
    _tittelside(lesing, linjer[:index])
    while index < len(linjer):
        linje = linjer[index]
        if match := OMRADE.match(linje.tekst):
            end = _until(linjer, index + 1, lambda other: other.funnet_som == TOM or _is_heading(other))
            lesing.omrader.append(LestOmrade(int(match[1]), flyt(linjer[index + 1 : end])))
            merk(linjer[index:end], f"innsatsområde {match[1]}")
        elif TILTAK.match(linje.raa.strip()):
            end = _until(linjer, index + 1, _is_heading)
            _tiltak(lesing, linjer[index:end])
        else:
            end = index + 1
        index = end


def _tittelside(lesing: Lesing, linjer: list[Dokumentlinje]) -> None:
    rule = next((i for i, linje in enumerate(linjer) if linje.tekst.startswith("Hovedansvarlig")), len(linjer))
    lesing.tittel = flyt(linje for linje in linjer[:rule] if linje.funnet_som != TOM)
    merk(linjer[:rule], "tittel")
    if rule < len(linjer):  # the published rule has an empty line in the middle of its sentence
        lesing.avsnitt["ansvarsregel"] = flyt(linje for linje in linjer[rule:] if linje.funnet_som != TOM)
        merk(linjer[rule:], "avsnitt: ansvarsregel")


def _until(linjer: list[Dokumentlinje], start: int, stop: Prove) -> int:
    return next((i for i in range(start, len(linjer)) if stop(linjer[i])), len(linjer))


def _is_heading(linje: Dokumentlinje) -> bool:
    return bool(TILTAK.match(linje.raa.strip()) or OMRADE.match(linje.tekst))


def _title(linjer: list[Dokumentlinje]) -> int:
    """How many lines the title takes: the first and those indented under it."""
    return _until(linjer, 1, lambda linje: not linje.innrykk or linje.funnet_som == TOM)


def _heading(linjer: list[Dokumentlinje]) -> tuple[int, str, bool, int]:
    """Number, title, whether it had its colon, and how many lines it took."""
    match = TILTAK.match(linjer[0].raa.strip())
    assert match is not None  # noqa: S101 - the caller found it
    size = _title(linjer)
    first = Dokumentlinje(0, "", re.sub(r"\s+", " ", match[3]).strip(), innrykk=False, ny_side=False)
    return int(match[1]), flyt(linje for linje in [first, *linjer[1:size]] if linje.tekst), match[2] == ":", size


def _tiltak(lesing: Lesing, linjer: list[Dokumentlinje]) -> None:
    nr, tittel, colon, size = _heading(linjer)
    tiltak = LestTiltak(nr, tittel, lesing.omrader[-1].nr if lesing.omrader else 0, colon)
    lesing.tiltak.append(tiltak)
    merk(linjer[:size], f"tiltak {nr}: tittel")
    label = _until(linjer, size, lambda linje: bool(ETIKETT.match(linje.tekst)))
    tiltak.ordlyd = lopende(linjer[size:label])
    merk(linjer[size:label], f"tiltak {nr}: ordlyd")
    if label < len(linjer):
        end = _until(linjer, label, lambda linje: linje.funnet_som == TOM)
        match = ETIKETT.match(flyt(linjer[label:end]))
        assert match is not None  # noqa: S101 - the same line matched above
        tiltak.etikett, tiltak.ansvarslinje = ETIKETTER[match[1]], match[2]
        tiltak.ansvar = les_ansvar(match[2], lesing.kjente)
        merk(linjer[label:end], f"tiltak {nr}: ansvar")
        _fotnoter(lesing, linjer[end:])


def _fotnoter(lesing: Lesing, linjer: list[Dokumentlinje]) -> None:
    """Below the responsible parties only footnotes are known; anything else stays unknown."""
    for block in blokker(linjer):
        if match := FOTNOTE.match(flyt(block)):
            lesing.fotnoter.append(LestFotnote(int(match[1]), match[2]))
            merk(block, f"fotnote {match[1]}")


def _place(fotnote: LestFotnote, tiltak: list[LestTiltak]) -> None:
    """Find the marker (KS1, RAN3-nettverk) and raise it; without one, find where the words are spelt out."""
    marker = re.compile(rf"\b([A-ZÆØÅ]{{2,}}){fotnote.nr}(?=\b|-)")
    spelt = re.compile(rf"{re.escape(fotnote.tekst)}\s*\(([A-ZÆØÅ]{{2,}})\)")
    for rad in tiltak:
        if match := marker.search(rad.ordlyd):
            fotnote.forkortelse, fotnote.tiltak, fotnote.har_merke = match[1], rad.nr, True
            raised = str(fotnote.nr).translate(HEVET)
            rad.ordlyd = f"{rad.ordlyd[: match.end(1)]}{raised}{rad.ordlyd[match.end() :]}"
            return
    for rad in tiltak:
        if match := spelt.search(rad.ordlyd):
            fotnote.forkortelse, fotnote.tiltak = match[1], rad.nr
            return


def _oversikt(lesing: Lesing, linjer: list[Dokumentlinje]) -> None:
    """The overview repeats areas and titles, one of them shortened."""
    index = 0
    while index < len(linjer):
        size = 1
        if TILTAK.match(linjer[index].raa.strip()):
            nr, tittel, _, size = _heading(linjer[index:])
            lesing.oversikt[nr] = tittel
            merk(linjer[index : index + size], f"oversikt: tiltak {nr}")
        elif OMRADE.match(linjer[index].tekst):
            size = _title(linjer[index:])
            match = OMRADE.match(flyt(linjer[index : index + size]))
            if match and match[2]:
                lesing.oversikt_omrader[int(match[1])] = match[2]
                merk(linjer[index : index + size], f"oversikt: innsatsområde {match[1]}")
        index += size


def _mulige(lesing: Lesing, linjer: list[Dokumentlinje]) -> None:
    """An introduction, then paragraphs whose first line is a title; a site address may stand last."""
    for linje in linjer:
        if NETTSTED.match(linje.tekst):
            lesing.nettsteder.append(linje.tekst)
            linje.funnet_som = "nettsted"
    intro: list[str] = []
    for block in blokker(linjer):
        block = [linje for linje in block if linje.funnet_som != "nettsted"]
        if not block:
            continue
        if _has_title(block):
            lesing.mulige.append(LestMulig(len(lesing.mulige) + 1, block[0].tekst, flyt(block[1:])))
        elif lesing.mulige:
            lesing.mulige[-1].ordlyd += "\n\n" + flyt(block)
        else:
            intro.append(flyt(block))
        merk(block, f"mulig tiltak {len(lesing.mulige)}" if lesing.mulige else "avsnitt: mulige_tiltak")
    lesing.avsnitt["mulige_tiltak"] = "\n\n".join(intro)


def _has_title(block: list[Dokumentlinje]) -> bool:
    first = block[0].tekst
    return len(block) > 1 and len(first) < 90 and first[-1] not in ".:,-" and not block[1].tekst[0].islower()


LESERE = {
    "for": _ukjent,
    "forord": _forord,
    "bakgrunn": _bakgrunn,
    "veien_fremover": _avsnitt("veien_fremover"),
    "plan": _plan,
    "oversikt": _oversikt,
    "mulige_tiltak": _mulige,
}

"""Find the plan's parts in the lines. The traps it knows are the published document's own (faggrunnlag 19)."""

import re
from collections.abc import Iterable, Iterator
from datetime import date

from . import annen
from .ansvar import les_ansvar
from .funn import TOM, Dokumentlinje, Lesing, LestFotnote, LestMulig, LestOmrade, LestTiltak, LestVedtak
from .tekst import blokker, del_i_linjer, flyt, lopende, merk

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


def les_plan(text: str, kjente: Iterable[str] = ()) -> Lesing:
    """Read the whole document. Never fails: what is not understood is left as unknown lines.

    `kjente` are names of actors, so that one with «og» in it is not taken for two."""
    lesing = Lesing(del_i_linjer(text))
    lesing.kjente = frozenset(name for name in kjente if " " in name)
    if annen.kjenner(text):
        return annen.les(lesing)
    for kode, lines in _deler(lesing.linjer):
        LESERE[kode](lesing, lines)
    for fotnote in lesing.fotnoter:
        _place(fotnote, lesing.tiltak)
    return lesing


def _deler(lines: list[Dokumentlinje]) -> Iterator[tuple[str, list[Dokumentlinje]]]:
    """Cut at the headings, each taken once and in the document's order."""
    kode, current, left = "for", [], dict(DELER)
    for before, line in zip([None, *lines], lines, strict=False):
        alone = before is None or before.funnet_som == TOM or line.ny_side
        if line.tekst in left and alone:
            yield kode, current
            kode, current = left.pop(line.tekst), []
            line.funnet_som = f"overskrift: {line.tekst}"
        else:
            current.append(line)
    yield kode, current


def _ukjent(lesing: Lesing, lines: list[Dokumentlinje]) -> None:
    """Before the first heading nothing is known."""


def _forord(lesing: Lesing, lines: list[Dokumentlinje]) -> None:
    """Text, and at the end the titles of those who sign, side by side."""
    filled = [line for line in lines if line.funnet_som != TOM]
    if filled and len(names := re.split(r"\s{3,}", filled[-1].raa.strip())) > 1:
        lesing.signatarer = names
        filled[-1].funnet_som = "signatarer"
        lines = lines[: lines.index(filled[-1])]
    _avsnitt("forord")(lesing, lines)


def _avsnitt(kode: str):
    def les(lesing: Lesing, lines: list[Dokumentlinje]) -> None:
        lesing.avsnitt[kode] = lopende(lines)
        merk(lines, f"avsnitt: {kode}")
        if match := ANTALL.search(lesing.avsnitt[kode]):
            lesing.sier_antall = int(match[1]), int(match[2])

    return les


def _bakgrunn(lesing: Lesing, lines: list[Dokumentlinje]) -> None:
    """Text with two lists in it: focus areas as bullets, and principles as «word: tab explanation»."""
    _avsnitt("bakgrunn")(lesing, lines)
    lesing.avsnitt["bakgrunn"] = lesing.avsnitt["bakgrunn"].replace(" • ", "\n• ")
    if match := VEDTAK.search(lesing.avsnitt["bakgrunn"]):
        lesing.vedtak = LestVedtak(match[1], date(int(match[4]), MANEDER.index(match[3]) + 1, int(match[2])))
    for block in blokker(lines):
        for group in _groups(block, lambda line: line.tekst.startswith("•")):
            lesing.fokusomrader.append(flyt(group).removeprefix("•").strip())
            merk(group, f"fokusområde {len(lesing.fokusomrader)}")
        for group in _groups(block, lambda line: bool(PRINSIPP.match(line.raa))):
            title, _, text = flyt(group).partition(":")
            lesing.prinsipper.append((title, text.strip()))
            merk(group, f"prinsipp {len(lesing.prinsipper)}")


def _groups(block: list[Dokumentlinje], starts) -> list[list[Dokumentlinje]]:
    """Groups that begin with a line that `starts` and go on as long as lines are indented."""
    groups: list[list[Dokumentlinje]] = []
    is_open = False
    for line in block:
        if starts(line):
            groups.append([line])
            is_open = True
        elif is_open and line.innrykk:
            groups[-1].append(line)
        else:
            is_open = False
    return groups


def _plan(lesing: Lesing, lines: list[Dokumentlinje]) -> None:
    """Title, the rule of responsibility, then areas and tiltak."""
    index = _until(lines, 0, _is_heading)
    _tittelside(lesing, lines[:index])
    while index < len(lines):
        line = lines[index]
        if match := OMRADE.match(line.tekst):
            end = _until(lines, index + 1, lambda other: other.funnet_som == TOM or _is_heading(other))
            lesing.omrader.append(LestOmrade(int(match[1]), flyt(lines[index + 1 : end])))
            merk(lines[index:end], f"innsatsområde {match[1]}")
        elif TILTAK.match(line.raa.strip()):
            end = _until(lines, index + 1, _is_heading)
            _tiltak(lesing, lines[index:end])
        else:
            end = index + 1
        index = end


def _tittelside(lesing: Lesing, lines: list[Dokumentlinje]) -> None:
    rule = next((i for i, line in enumerate(lines) if line.tekst.startswith("Hovedansvarlig")), len(lines))
    lesing.tittel = flyt(line for line in lines[:rule] if line.funnet_som != TOM)
    merk(lines[:rule], "tittel")
    if rule < len(lines):  # the published rule has an empty line in the middle of its sentence
        lesing.avsnitt["ansvarsregel"] = flyt(line for line in lines[rule:] if line.funnet_som != TOM)
        merk(lines[rule:], "avsnitt: ansvarsregel")


def _until(lines: list[Dokumentlinje], start: int, stop) -> int:
    return next((i for i in range(start, len(lines)) if stop(lines[i])), len(lines))


def _is_heading(line: Dokumentlinje) -> bool:
    return bool(TILTAK.match(line.raa.strip()) or OMRADE.match(line.tekst))


def _title(lines: list[Dokumentlinje]) -> int:
    """How many lines the title takes: the first and those indented under it."""
    return _until(lines, 1, lambda line: not line.innrykk or line.funnet_som == TOM)


def _heading(lines: list[Dokumentlinje]) -> tuple[int, str, bool, int]:
    """Number, title, whether it had its colon, and how many lines it took."""
    match = TILTAK.match(lines[0].raa.strip())
    assert match is not None  # noqa: S101 - the caller found it
    size = _title(lines)
    first = Dokumentlinje(0, "", re.sub(r"\s+", " ", match[3]).strip(), innrykk=False, ny_side=False)
    return int(match[1]), flyt(line for line in [first, *lines[1:size]] if line.tekst), match[2] == ":", size


def _tiltak(lesing: Lesing, lines: list[Dokumentlinje]) -> None:
    nr, title, colon, size = _heading(lines)
    tiltak = LestTiltak(nr, title, lesing.omrader[-1].nr if lesing.omrader else 0, colon)
    lesing.tiltak.append(tiltak)
    merk(lines[:size], f"tiltak {nr}: tittel")
    label = _until(lines, size, lambda line: bool(ETIKETT.match(line.tekst)))
    tiltak.ordlyd = lopende(lines[size:label])
    merk(lines[size:label], f"tiltak {nr}: ordlyd")
    if label < len(lines):
        end = _until(lines, label, lambda line: line.funnet_som == TOM)
        match = ETIKETT.match(flyt(lines[label:end]))
        assert match is not None  # noqa: S101 - the same line matched above
        tiltak.etikett, tiltak.ansvarslinje = ETIKETTER[match[1]], match[2]
        tiltak.ansvar = les_ansvar(match[2], lesing.kjente)
        merk(lines[label:end], f"tiltak {nr}: ansvar")
        _fotnoter(lesing, lines[end:])


def _fotnoter(lesing: Lesing, lines: list[Dokumentlinje]) -> None:
    """Below the responsible parties only footnotes are known; anything else stays unknown."""
    for block in blokker(lines):
        if match := FOTNOTE.match(flyt(block)):
            lesing.fotnoter.append(LestFotnote(int(match[1]), match[2]))
            merk(block, f"fotnote {match[1]}")


def _place(fotnote: LestFotnote, tiltak: list[LestTiltak]) -> None:
    """Find the marker (KS1, RAN3-nettverk) and raise it; without one, find where the words are spelt out."""
    marker = re.compile(rf"\b([A-ZÆØÅ]{{2,}}){fotnote.nr}(?=\b|-)")
    spelt = re.compile(rf"{re.escape(fotnote.tekst)}\s*\(([A-ZÆØÅ]{{2,}})\)")
    for row in tiltak:
        if match := marker.search(row.ordlyd):
            fotnote.forkortelse, fotnote.tiltak, fotnote.har_merke = match[1], row.nr, True
            raised = str(fotnote.nr).translate(HEVET)
            row.ordlyd = f"{row.ordlyd[: match.end(1)]}{raised}{row.ordlyd[match.end() :]}"
            return
    for row in tiltak:
        if match := spelt.search(row.ordlyd):
            fotnote.forkortelse, fotnote.tiltak = match[1], row.nr
            return


def _oversikt(lesing: Lesing, lines: list[Dokumentlinje]) -> None:
    """The overview repeats areas and titles, one of them shortened."""
    index = 0
    while index < len(lines):
        size = 1
        if TILTAK.match(lines[index].raa.strip()):
            nr, title, _, size = _heading(lines[index:])
            lesing.oversikt[nr] = title
            merk(lines[index : index + size], f"oversikt: tiltak {nr}")
        elif OMRADE.match(lines[index].tekst):
            size = _title(lines[index:])
            match = OMRADE.match(flyt(lines[index : index + size]))
            if match and match[2]:
                lesing.oversikt_omrader[int(match[1])] = match[2]
                merk(lines[index : index + size], f"oversikt: innsatsområde {match[1]}")
        index += size


def _mulige(lesing: Lesing, lines: list[Dokumentlinje]) -> None:
    """An introduction, then paragraphs whose first line is a title; a site address may stand last."""
    for line in lines:
        if NETTSTED.match(line.tekst):
            lesing.nettsteder.append(line.tekst)
            line.funnet_som = "nettsted"
    intro: list[str] = []
    for block in blokker(lines):
        block = [line for line in block if line.funnet_som != "nettsted"]
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

"""Other municipalities' plans of the same genre: goals or areas, numbered tiltak under them, and for each of them who
is responsible and by when, in lines of «Ansvarlig: …   Frist: …» or in a table with bars between its columns.

What is understood becomes goals, tiltak, parties and deadlines. What a tiltak says besides stays in its wording, word
for word. Lines outside that belong to nothing are left as unknown, and shown."""

import re
from calendar import monthrange
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date

from .ansvar import HOVED, MED, SAMARBEID
from .funn import TOM, Dokumentlinje, Lesing, LestOmrade, LestPart, LestTiltak, LestVedtak
from .tekst import blokker, flyt, merk

MAL = re.compile(
    r"^(?:Mål|Hovedmål|Delmål|Satsings?område|Innsatsområde|Fokusområde|Område) (\d+)\s*[.:–-]?\s*(.*)$", re.IGNORECASE
)
TILTAK = re.compile(r"^Tiltak (\d+(?:\.\d+)*)\s*[.:–-]?\s+(\S.*)$", re.IGNORECASE)
KJENNETEGN = re.compile(r"^\f?\s*Tiltak \d+\.\d+\s*[.:–-]?\s+\S", re.IGNORECASE | re.MULTILINE)
KAPITTEL = re.compile(r"^(?:\d+(?:\.\d+)*\.?\s+)?([A-ZÆØÅ][^.:|]{2,60})$")
AVSNITT = {
    "forord": ("forord",),
    "bakgrunn": ("innledning", "bakgrunn", "om planen", "formål", "situasjonsbilde", "kunnskapsgrunnlag"),
    "veien_fremover": ("oppfølging", "evaluering", "rullering", "gjennomføring", "veien videre", "veien fremover"),
}
FELT = {
    "ansvar": ("hovedansvarlig", "ansvarlig", "ansvarlige", "ansvar", "ansvarlig enhet", "ansvarlig for tiltaket"),
    "med": ("medansvarlig", "medansvarlige"),
    "samarbeid": ("samarbeid", "samarbeider med", "samarbeidsparter", "samarbeidspartnere", "i samarbeid med"),
    "frist": ("frist", "tidsfrist", "tidsramme", "tidspunkt", "når", "ferdig"),
    "tekst": ("beskrivelse", "om tiltaket", "innhold", "hva"),
}  # fmt: skip
FELT_FOR = {word: name for name, words in FELT.items() for word in words}
MERKELAPP = re.compile(r"(?:^|\s{2,}|\t+|;\s*)([A-ZÆØÅ][\wæøåÆØÅ/ -]{1,30}?):[ \t]*")
ARENE = re.compile(r"\b(20\d\d)\s*[–-]\s*(20\d\d)\b")
MANEDER = (
    *("januar", "februar", "mars", "april", "mai", "juni"),
    *("juli", "august", "september", "oktober", "november", "desember"),
)
VEDTAK = re.compile(
    rf"vedtatt (?:av|i) (\w+)(?: den)?,? (\d{{1,2}})\. ?({'|'.join(MANEDER)}|\d{{1,2}}\.) ?(20\d\d)", re.IGNORECASE
)
LOPENDE = re.compile(r"\b(?:løpende|fortløpende|årlig|hvert år|kontinuerlig)\b", re.IGNORECASE)
DATO = re.compile(r"\b(\d{1,2})\.(\d{1,2})\.(20\d\d)\b")
DAG = re.compile(rf"\b(\d{{1,2}})\. ({'|'.join(MANEDER)}) (20\d\d)\b", re.IGNORECASE)
MANED = re.compile(rf"\b({'|'.join(MANEDER)}) (20\d\d)\b", re.IGNORECASE)
AR = re.compile(r"\b(20\d\d)\b")


def kjenner(text: str) -> bool:
    """Numbers such as «Tiltak 1.1» are this genre's mark; the adopted plan of 2016 has none."""
    return bool(KJENNETEGN.search(text))


@dataclass
class _Felt:
    """What the lines of one tiltak say, sorted."""

    ansvar: list[str] = field(default_factory=list)
    med: list[str] = field(default_factory=list)
    samarbeid: list[str] = field(default_factory=list)
    frist: list[str] = field(default_factory=list)
    tekst: list[str] = field(default_factory=list)

    def legg(self, navn: str, verdi: str) -> None:
        name = FELT_FOR.get(navn.strip().lower(), "")
        if name and verdi:
            getattr(self, name).append(verdi)
        elif verdi:  # a label we do not know is kept in the wording, with its label
            self.tekst.append(f"{navn.strip()}: {verdi}")


def les(lesing: Lesing) -> Lesing:
    """Sort the lines. Never fails: what is not understood is left as unknown."""
    lines = lesing.linjer
    first = next((i for i, line in enumerate(lines) if MAL.match(line.tekst) or TILTAK.match(line.tekst)), len(lines))
    _forside(lesing, lines[:first])
    _avsnitt(lesing, lines[_etter_forsiden(lines, first) : first])
    rest = _maalene(lesing, lines[first:])
    _avsnitt(lesing, rest)
    lesing.sjanger = "annen"
    lesing.oversikt = {t.nr: f"{t.merke} {t.tittel}" for t in lesing.tiltak}
    lesing.oversikt_omrader = {o.nr: o.tittel for o in lesing.omrader}
    return lesing


# --- Around the tiltak ---------------------------------------------------------------------------------------------
def _forside(lesing: Lesing, lines: Sequence[Dokumentlinje]) -> None:
    """The title is the first lines that stand together after the municipality's name; the years and the decision."""
    blocks = [block for block in blokker(lines) if not _er_kapittel(block[0])]
    for block in blocks[:4]:
        text = flyt(block)
        if (match := VEDTAK.search(text)) and (when := _vedtaksdag(match)):
            lesing.vedtak, lesing.vedtatt = LestVedtak(match[1].lower(), when), when
            merk(block, "vedtak")
        elif lesing.tittel or re.fullmatch(r"[\wæøåÆØÅ -]+ kommune", text, re.IGNORECASE):
            if re.search(r" kommune$", text, re.IGNORECASE):
                merk(block, "kommune")
        else:
            lesing.tittel = text
            merk(block, "tittel")
        if (years := ARENE.search(text)) and not lesing.forste_ar:
            lesing.forste_ar = int(years[1])
            merk(block, "tittel")
    if not lesing.forste_ar and lesing.vedtatt:
        lesing.forste_ar = lesing.vedtatt.year


def _vedtaksdag(match: re.Match[str]) -> date | None:
    month = match[3].rstrip(".").lower()
    number = int(month) if month.isdigit() else MANEDER.index(month) + 1
    return _dato(int(match[4]), number, int(match[2]))


def _dato(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _etter_forsiden(lines: Sequence[Dokumentlinje], first: int) -> int:
    return next((i for i in range(first) if _er_kapittel(lines[i])), first)


def _kode(line: Dokumentlinje) -> str:
    """Which part of a plan a chapter heading begins, when we know."""
    match = KAPITTEL.match(line.tekst)
    heading = match[1].lower() if match else ""
    return next((kode for kode, words in AVSNITT.items() if heading.startswith(words)), "")


def _er_kapittel(line: Dokumentlinje) -> bool:
    return bool(_kode(line)) or bool(re.match(r"^\d+\.?\s+[A-ZÆØÅ]", line.tekst) and KAPITTEL.match(line.tekst))


def _avsnitt(lesing: Lesing, lines: Sequence[Dokumentlinje]) -> None:
    """Chapters we know become parts of the plan; the others are left as unknown."""
    kode, block = "", []
    for line in [*lines, None]:
        if line is None or _er_kapittel(line):
            if kode and block:
                text = "\n\n".join(flyt(part) for part in blokker(block))
                lesing.avsnitt[kode] = "\n\n".join(part for part in (lesing.avsnitt.get(kode, ""), text) if part)
                merk(block, f"avsnitt: {kode}")
            if line is not None:
                kode, block = _kode(line), []
                if kode:
                    line.funnet_som = f"overskrift: {line.tekst}"
        else:
            block.append(line)


# --- Goals and tiltak ------------------------------------------------------------------------------------------------
def _maalene(lesing: Lesing, lines: list[Dokumentlinje]) -> list[Dokumentlinje]:
    """Goals with their tiltak; what comes after the last of them is returned."""
    index = 0
    while index < len(lines):
        line = lines[index]
        end = next((i for i in range(index + 1, len(lines)) if _skille(lines[i])), len(lines))
        if MAL.match(line.tekst):
            _mal(lesing, lines[index:end])
        elif TILTAK.match(line.tekst):
            _tiltak(lesing, lines[index:end])
        else:
            return lines[index:]
        index = end
    return []


def _skille(line: Dokumentlinje) -> bool:
    return bool(MAL.match(line.tekst) or TILTAK.match(line.tekst)) or _er_kapittel(line)


def _mal(lesing: Lesing, lines: list[Dokumentlinje]) -> None:
    """Its title stands on the line or on the next; what it says besides goes with the background."""
    match = MAL.match(lines[0].tekst)
    assert match is not None  # noqa: S101 - the caller found it
    size = 1
    if not match[2]:
        while size < len(lines) and lines[size].funnet_som == TOM:
            size += 1
        size += 1
    title = match[2] or flyt(lines[size - 1 : size])
    lesing.omrader.append(LestOmrade(len(lesing.omrader) + 1, title))
    merk(lines[:size], f"mål {len(lesing.omrader)}")
    if text := "\n\n".join(flyt(block) for block in blokker(lines[size:])):
        told = f"{title}: {text}"
        lesing.avsnitt["bakgrunn"] = "\n\n".join(part for part in (lesing.avsnitt.get("bakgrunn", ""), told) if part)
        merk(lines[size:], f"mål {len(lesing.omrader)}: innledning")


def _tiltak(lesing: Lesing, lines: list[Dokumentlinje]) -> None:
    match = TILTAK.match(lines[0].tekst)
    assert match is not None  # noqa: S101 - the caller found it
    size = 1
    while size < len(lines) and lines[size].innrykk and not _merkelapper(lines[size].raa):
        size += 1
    title = flyt([Dokumentlinje(0, "", match[2], innrykk=False, ny_side=False), *lines[1:size]])
    felt = _felt(lines[size:])
    tiltak = LestTiltak(
        len(lesing.tiltak) + 1, title, len(lesing.omrader), har_kolon=True, merke=match[1], etikett="utforing"
    )
    tiltak.ordlyd = "\n\n".join(felt.tekst)
    tiltak.ansvar = _parter(felt, lesing.kjente)
    _frist(tiltak, " ".join(felt.frist))
    lesing.tiltak.append(tiltak)
    merk(lines, f"tiltak {match[1]}")


def _felt(lines: Sequence[Dokumentlinje]) -> _Felt:
    felt, head, open_field = _Felt(), [], ""
    for block in blokker(lines):
        prose: list[Dokumentlinje] = []
        for line in block:
            if "|" in line.tekst:
                cells = [cell.strip() for cell in line.raa.strip().strip("|").split("|")]
                if any(cell.lower() in FELT_FOR for cell in cells):
                    head = cells
                elif not set(line.tekst) <= set("|-+: "):
                    for nr, cell in enumerate(cells):
                        felt.legg(head[nr] if nr < len(head) else "", cell)
            elif pairs := _merkelapper(line.raa):
                for name, value in pairs:
                    felt.legg(name, value)
                open_field = FELT_FOR.get(pairs[-1][0].lower(), "")
            elif open_field and line.innrykk and getattr(felt, open_field):
                values = getattr(felt, open_field)
                values[-1] = flyt([Dokumentlinje(0, "", values[-1], innrykk=False, ny_side=False), line])
            else:
                prose.append(line)
        if prose:
            felt.tekst.append(flyt(prose))
        open_field = ""
    return felt


def _merkelapper(raw: str) -> list[tuple[str, str]]:
    """«Ansvarlig: NAV   Frist: 2028» as pairs, when the line begins with a label; else none."""
    raw = raw.strip()
    found = list(MERKELAPP.finditer(raw))
    if not found or found[0].start() != 0 or not any(match[1].strip().lower() in FELT_FOR for match in found):
        return []
    ends = [*(match.start() for match in found[1:]), len(raw)]
    return [
        (match[1].strip(), re.sub(r"\s+", " ", raw[match.end() : end]).strip())
        for match, end in zip(found, ends, strict=True)
    ]


# --- Parties and deadlines --------------------------------------------------------------------------------------------
def _parter(felt: _Felt, kjente: Iterable[str]) -> list[LestPart]:
    known = {name.lower() for name in kjente}
    parts: list[LestPart] = []
    for role, texts in ((MED, felt.ansvar), (MED, felt.med), (SAMARBEID, felt.samarbeid)):
        for name, unit in (pair for text in texts for pair in _navn(text, known)):
            parts.append(LestPart(name, role if parts else HOVED, unit))
    return parts


def _navn(text: str, known: set[str]) -> Iterator[tuple[str, str]]:
    """Parties stand between commas, semicolons and strokes. «Oppvekst og kultur» alone is one; last in a list, two."""
    items = [item.strip(" .") for item in re.split(r"[,;/](?![^(]*\))", text) if item.strip(" .")]
    if len(items) > 1 and " og " in items[-1] and items[-1].lower() not in known:
        items[-1:] = items[-1].split(" og ")
    for item in items:
        name, _, unit = item.removeprefix("og ").partition("(")
        if name.strip():
            yield name.strip(), unit.rstrip(") ").strip()


def _frist(tiltak: LestTiltak, text: str) -> None:
    """A day, or a year. Whatever else the deadline says stays in the wording."""
    if not text:
        return
    if match := DATO.search(text):
        tiltak.frist = _dato(int(match[3]), int(match[2]), int(match[1]))
    elif match := DAG.search(text):
        tiltak.frist = _dato(int(match[3]), MANEDER.index(match[2].lower()) + 1, int(match[1]))
    elif match := MANED.search(text):
        month, year = MANEDER.index(match[1].lower()) + 1, int(match[2])
        tiltak.frist = date(year, month, monthrange(year, month)[1])
    years = AR.findall(text)
    tiltak.fristar = tiltak.frist.year if tiltak.frist else int(years[-1]) if years else None
    tiltak.lopende = bool(LOPENDE.search(text))
    if not DATO.fullmatch(text.strip(" .")):
        tiltak.ordlyd = "\n\n".join(part for part in (tiltak.ordlyd, f"Frist: {text}") if part)

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


def kjenner(tekst: str) -> bool:
    """Numbers such as «Tiltak 1.1» are this genre's mark; the adopted plan of 2016 has none."""
    return bool(KJENNETEGN.search(tekst))


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
    linjer = lesing.linjer
    first = next(
        (i for i, linje in enumerate(linjer) if MAL.match(linje.tekst) or TILTAK.match(linje.tekst)), len(linjer)
    )
    _forside(lesing, linjer[:first])
    _avsnitt(lesing, linjer[_etter_forsiden(linjer, first) : first])
    rest = _maalene(lesing, linjer[first:])
    _avsnitt(lesing, rest)
    lesing.sjanger = "annen"
    lesing.oversikt = {t.nr: f"{t.merke} {t.tittel}" for t in lesing.tiltak}
    lesing.oversikt_omrader = {o.nr: o.tittel for o in lesing.omrader}
    return lesing


# --- Around the tiltak ---------------------------------------------------------------------------------------------
def _forside(lesing: Lesing, linjer: Sequence[Dokumentlinje]) -> None:
    """The title is the first lines that stand together after the municipality's name; the years and the decision."""
    blocks = [block for block in blokker(linjer) if not _er_kapittel(block[0])]
    for block in blocks[:4]:
        tekst = flyt(block)
        if (match := VEDTAK.search(tekst)) and (when := _vedtaksdag(match)):
            lesing.vedtak, lesing.vedtatt = LestVedtak(match[1].lower(), when), when
            merk(block, "vedtak")
        elif lesing.tittel or re.fullmatch(r"[\wæøåÆØÅ -]+ kommune", tekst, re.IGNORECASE):
            if re.search(r" kommune$", tekst, re.IGNORECASE):
                merk(block, "kommune")
        else:
            lesing.tittel = tekst
            merk(block, "tittel")
        if (arene := ARENE.search(tekst)) and not lesing.forste_ar:
            lesing.forste_ar = int(arene[1])
            merk(block, "tittel")
    if not lesing.forste_ar and lesing.vedtatt:
        lesing.forste_ar = lesing.vedtatt.year


def _vedtaksdag(match: re.Match[str]) -> date | None:
    maned = match[3].rstrip(".").lower()
    nummer = int(maned) if maned.isdigit() else MANEDER.index(maned) + 1
    return _dato(int(match[4]), nummer, int(match[2]))


def _dato(ar: int, maned: int, dag: int) -> date | None:
    try:
        return date(ar, maned, dag)
    except ValueError:
        return None


def _etter_forsiden(linjer: Sequence[Dokumentlinje], first: int) -> int:
    return next((i for i in range(first) if _er_kapittel(linjer[i])), first)


def _kode(linje: Dokumentlinje) -> str:
    """Which part of a plan a chapter heading begins, when we know."""
    match = KAPITTEL.match(linje.tekst)
    heading = match[1].lower() if match else ""
    return next((kode for kode, words in AVSNITT.items() if heading.startswith(words)), "")


def _er_kapittel(linje: Dokumentlinje) -> bool:
    return bool(_kode(linje)) or bool(re.match(r"^\d+\.?\s+[A-ZÆØÅ]", linje.tekst) and KAPITTEL.match(linje.tekst))


def _avsnitt(lesing: Lesing, linjer: Sequence[Dokumentlinje]) -> None:
    """Chapters we know become parts of the plan; the others are left as unknown."""
    kode = ""
    block: list[Dokumentlinje] = []
    for linje in [*linjer, None]:
        if linje is None or _er_kapittel(linje):
            if kode and block:
                tekst = "\n\n".join(flyt(part) for part in blokker(block))
                lesing.avsnitt[kode] = "\n\n".join(part for part in (lesing.avsnitt.get(kode, ""), tekst) if part)
                merk(block, f"avsnitt: {kode}")
            if linje is not None:
                kode, block = _kode(linje), []
                if kode:
                    linje.funnet_som = f"overskrift: {linje.tekst}"
        else:
            block.append(linje)


# --- Goals and tiltak ------------------------------------------------------------------------------------------------
def _maalene(lesing: Lesing, linjer: list[Dokumentlinje]) -> list[Dokumentlinje]:
    """Goals with their tiltak; what comes after the last of them is returned."""
    index = 0
    while index < len(linjer):
        linje = linjer[index]
        end = next((i for i in range(index + 1, len(linjer)) if _skille(linjer[i])), len(linjer))
        if MAL.match(linje.tekst):
            _mal(lesing, linjer[index:end])
        elif TILTAK.match(linje.tekst):
            _tiltak(lesing, linjer[index:end])
        else:
            return linjer[index:]
        index = end
    return []


def _skille(linje: Dokumentlinje) -> bool:
    return bool(MAL.match(linje.tekst) or TILTAK.match(linje.tekst)) or _er_kapittel(linje)


def _mal(lesing: Lesing, linjer: list[Dokumentlinje]) -> None:
    """Its title stands on the line or on the next; what it says besides goes with the background."""
    match = MAL.match(linjer[0].tekst)
    assert match is not None  # noqa: S101 - the caller found it
    size = 1
    if not match[2]:
        while size < len(linjer) and linjer[size].funnet_som == TOM:
            size += 1
        size += 1
    tittel = match[2] or flyt(linjer[size - 1 : size])
    lesing.omrader.append(LestOmrade(len(lesing.omrader) + 1, tittel))
    merk(linjer[:size], f"mål {len(lesing.omrader)}")
    if tekst := "\n\n".join(flyt(block) for block in blokker(linjer[size:])):
        told = f"{tittel}: {tekst}"
        lesing.avsnitt["bakgrunn"] = "\n\n".join(part for part in (lesing.avsnitt.get("bakgrunn", ""), told) if part)
        merk(linjer[size:], f"mål {len(lesing.omrader)}: innledning")


def _tiltak(lesing: Lesing, linjer: list[Dokumentlinje]) -> None:
    match = TILTAK.match(linjer[0].tekst)
    assert match is not None  # noqa: S101 - the caller found it
    size = 1
    while size < len(linjer) and linjer[size].innrykk and not _merkelapper(linjer[size].raa):
        size += 1
    tittel = flyt([Dokumentlinje(0, "", match[2], innrykk=False, ny_side=False), *linjer[1:size]])
    felt = _felt(linjer[size:])
    tiltak = LestTiltak(
        len(lesing.tiltak) + 1, tittel, len(lesing.omrader), har_kolon=True, merke=match[1], etikett="utforing"
    )
    tiltak.ordlyd = "\n\n".join(felt.tekst)
    tiltak.ansvar = _parter(felt, lesing.kjente)
    _frist(tiltak, " ".join(felt.frist))
    lesing.tiltak.append(tiltak)
    merk(linjer, f"tiltak {match[1]}")


def _felt(linjer: Sequence[Dokumentlinje]) -> _Felt:
    felt, head, open_field = _Felt(), [], ""
    for block in blokker(linjer):
        prose: list[Dokumentlinje] = []
        for linje in block:
            if "|" in linje.tekst:
                celler = [celle.strip() for celle in linje.raa.strip().strip("|").split("|")]
                if any(celle.lower() in FELT_FOR for celle in celler):
                    head = celler
                elif not set(linje.tekst) <= set("|-+: "):
                    for nr, celle in enumerate(celler):
                        felt.legg(head[nr] if nr < len(head) else "", celle)
            elif pairs := _merkelapper(linje.raa):
                for name, verdi in pairs:
                    felt.legg(name, verdi)
                open_field = FELT_FOR.get(pairs[-1][0].lower(), "")
            elif open_field and linje.innrykk and getattr(felt, open_field):
                verdier = getattr(felt, open_field)
                verdier[-1] = flyt([Dokumentlinje(0, "", verdier[-1], innrykk=False, ny_side=False), linje])
            else:
                prose.append(linje)
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
    for rolle, tekster in ((MED, felt.ansvar), (MED, felt.med), (SAMARBEID, felt.samarbeid)):
        for name, enhet in (pair for tekst in tekster for pair in _navn(tekst, known)):
            parts.append(LestPart(name, rolle if parts else HOVED, enhet))
    return parts


def _navn(tekst: str, known: set[str]) -> Iterator[tuple[str, str]]:
    """Parties stand between commas, semicolons and strokes. «Oppvekst og kultur» alone is one; last in a list, two."""
    items = [item.strip(" .") for item in re.split(r"[,;/](?![^(]*\))", tekst) if item.strip(" .")]
    if len(items) > 1 and " og " in items[-1] and items[-1].lower() not in known:
        items[-1:] = items[-1].split(" og ")
    for item in items:
        name, _, enhet = item.removeprefix("og ").partition("(")
        if name.strip():
            yield name.strip(), enhet.rstrip(") ").strip()


def _frist(tiltak: LestTiltak, tekst: str) -> None:
    """A day, or a year. Whatever else the deadline says stays in the wording."""
    if not tekst:
        return
    if match := DATO.search(tekst):
        tiltak.frist = _dato(int(match[3]), int(match[2]), int(match[1]))
    elif match := DAG.search(tekst):
        tiltak.frist = _dato(int(match[3]), MANEDER.index(match[2].lower()) + 1, int(match[1]))
    elif match := MANED.search(tekst):
        maned, ar = MANEDER.index(match[1].lower()) + 1, int(match[2])
        tiltak.frist = date(ar, maned, monthrange(ar, maned)[1])
    arene = AR.findall(tekst)
    tiltak.fristar = tiltak.frist.year if tiltak.frist else int(arene[-1]) if arene else None
    tiltak.lopende = bool(LOPENDE.search(tekst))
    if not DATO.fullmatch(tekst.strip(" .")):
        tiltak.ordlyd = "\n\n".join(part for part in (tiltak.ordlyd, f"Frist: {tekst}") if part)

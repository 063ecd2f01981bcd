"""Which lines are headings. The words propose; the lines before and after decide."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from ..funn import TOM, Dokumentlinje, Tvil
from .felt import celler, er_tabellhode, merkelapper, omradekolonne
from .ordliste import AVSNITT, OMRADEORD
from .sider import SLUTT, nokkel

TILTAK = re.compile(
    r"^[•*–-]?\s*(?:Tiltak(?:\s+nr\.?)?\s*|T)(\d+(?:[.-]\d+)*)(?!\.?\d)(?:\s*[.:)–-]+\s*|\s+)(\S.*)$", re.IGNORECASE
)
UTEN_TITTEL = re.compile(r"^(?:Tiltak(?:\s+nr\.?)?\s*)(\d+(?:\.\d+)*)\s*[.:]?$", re.IGNORECASE)
BARE_TALL = re.compile(r"^(\d+(?:\.\d+)+)\.?$")
SPALTER = re.compile(r"\S\s{3,}Tiltak\s+\d", re.IGNORECASE)
BART = re.compile(r"^(\d+(?:\.\d+)+)\.?\s+([A-ZÆØÅ«\"].*)$")
_ORD = "|".join(sorted(OMRADEORD, key=len, reverse=True))
OMRADE = re.compile(rf"^({_ORD})\s+(\d+(?:\.\d+)*|[IVX]+|[A-H])(?:\s*[.:–-]\s*|\s+|$)(.*)$", re.IGNORECASE)
UTEN_TALL = re.compile(rf"^({_ORD})\s*[:–]\s*(\S.*)$", re.IGNORECASE)
NUMMERERT = re.compile(r"^(\d+(?:\.\d+)*)\.?\s+([A-ZÆØÅ][^.:|]{2,80})$")
LITE_ORD = re.compile(
    r"(?:,|\b(?:og|eller|av|til|for|med|se|også|i|på|som|at|så|den|det|de|ein|en|et|eit))$", re.IGNORECASE
)
# A sentence about a tiltak, often of the plan before, and no title.
OMTALE = re.compile(
    r"\b(?:er|ble|blei|blir|vart|var|skal|må|ligger|står)\b.*\.$|\bi (?:den )?forrige plan|\bi førre plan"
)
MAL, TILTAKET, KAPITTEL, TABELL = "mål", "tiltak", "kapittel", "tabell"
Linjer = Sequence[Dokumentlinje]


@dataclass
class Hode:
    """A heading: where it stands, what it is, its own number and title."""

    sted: int
    slag: str
    merke: str
    tittel: str


@dataclass
class Disposisjon:
    """The headings in the document's order, and what was hard to decide."""

    hoder: list[Hode] = field(default_factory=list)
    tvil: list[Tvil] = field(default_factory=list)


def finn(linjer: Linjer) -> Disposisjon:
    """Headings of areas and tiltak first; chapters are what may then stand between and after them."""
    found = Disposisjon()
    for sted, linje in enumerate(linjer):
        if SPALTER.search(linje.raa):
            found.tvil.append(_spalter(linje))
        hode = None if linje.funnet_som == TOM else _foreslatt(linjer, sted)
        if hode and _er_overskrift(linjer, sted, hode, found):
            found.hoder.append(hode)
    if not any(hode.slag in (TILTAKET, TABELL) for hode in found.hoder):
        found.hoder += _bare_tall(linjer)
    found.hoder.sort(key=lambda hode: hode.sted)
    _oversikter(linjer, found)
    _kapitler(linjer, found)
    if not any(hode.slag == MAL for hode in found.hoder):
        _uten_omradeord(linjer, found)
    return found


def avsnittskode(tekst: str) -> str:
    """Which part of a plan a chapter heading begins, when we know."""
    heading = re.sub(r"^\d+(?:\.\d+)*\.?\s+", "", tekst).lower()
    if len(heading) > 60 or heading[-1:] in (".", ":") or (not tekst[:1].isupper() and not tekst[:1].isdigit()):
        return ""
    return next((kode for kode, words in AVSNITT.items() if heading.startswith(words)), "")


def alene(linjer: Linjer, sted: int) -> bool:
    """Whether an empty line or a new page stands before."""
    return sted == 0 or linjer[sted - 1].funnet_som == TOM or linjer[sted].ny_side


def _foreslatt(linjer: Linjer, sted: int) -> Hode | None:
    linje = linjer[sted]
    if er_tabellhode(linje.raa):
        return Hode(sted, TABELL, "", "")
    if match := TILTAK.match(linje.tekst):
        return Hode(sted, TILTAKET, match[1].replace("-", "."), match[2])
    if (match := UTEN_TITTEL.match(linje.tekst)) and _tittel_under(linjer, sted):
        return Hode(sted, TILTAKET, match[1], "")
    if match := OMRADE.match(linje.tekst):
        return Hode(sted, MAL, match[2], match[3])
    if (match := UTEN_TALL.match(linje.tekst)) and alene(linjer, sted) and _foran_tiltak(linjer, sted):
        return Hode(sted, MAL, "", match[2])
    return None


def _tittel_under(linjer: Linjer, sted: int) -> bool:
    """A title stands on the next line: a capital first, no label and no heading of its own."""
    following = next((linje for linje in linjer[sted + 1 : sted + 3] if linje.funnet_som != TOM), None)
    if following is None or not following.tekst[0].isupper() or merkelapper(following.raa):
        return False
    return not TILTAK.match(following.tekst) and not UTEN_TITTEL.match(following.tekst)


def _foran_tiltak(linjer: Linjer, sted: int) -> bool:
    following = next((linje for linje in linjer[sted + 1 :] if linje.funnet_som != TOM), None)
    return bool(
        following and (TILTAK.match(following.tekst) or er_tabellhode(following.raa) or BART.match(following.tekst))
    )


def _er_overskrift(linjer: Linjer, sted: int, hode: Hode, found: Disposisjon) -> bool:
    """A title begins with a capital, and does not stand in the middle of a sentence."""
    if hode.slag == TABELL:
        return True
    if hode.tittel[:1].islower():
        if alene(linjer, sted):
            found.tvil.append(_lest_som_tekst(linjer[sted]))
        return False
    if hode.slag == TILTAKET and OMTALE.search(hode.tittel):
        found.tvil.append(_lest_som_tekst(linjer[sted]))
        return False
    headed = bool(found.hoder) and found.hoder[-1].sted == sted - 1
    if alene(linjer, sted) or headed or not _apen(linjer[sted - 1]):
        return True
    found.tvil.append(_lest_som_tekst(linjer[sted]))
    return False


def _apen(linje: Dokumentlinje) -> bool:
    """The sentence on this line goes on: it is long, or ends in a small word, and has no mark at its end."""
    if merkelapper(linje.raa) or linje.tekst[-1] in SLUTT or "|" in linje.tekst:
        return False
    return len(linje.tekst) >= 40 or bool(LITE_ORD.search(linje.tekst))


def _spalter(linje: Dokumentlinje) -> Tvil:
    return Tvil(linje.nr, linje.tekst, "kan stå i to spalter: skriv dem under hverandre", alvorlig=True)


def _lest_som_tekst(linje: Dokumentlinje) -> Tvil:
    return Tvil(linje.nr, linje.tekst, "begynner som en overskrift, men er lest som tekst", alvorlig=True)


def _bare_tall(linjer: Linjer) -> list[Hode]:
    """«1.1 Nettkurs» without the word, when a label stands below it or below others of the same chapter."""
    steder = [(sted, match) for sted, linje in enumerate(linjer) if (match := BART.match(linje.tekst))]
    steder = steder or [
        (sted, match)
        for sted, linje in enumerate(linjer)
        if (match := BARE_TALL.match(linje.tekst)) and _tittel_under(linjer, sted)
    ]
    ends = [*(sted for sted, _ in steder), len(linjer)][1:]
    labelled = {
        match[1].rsplit(".", 1)[0]
        for (sted, match), end in zip(steder, ends, strict=True)
        if any(merkelapper(linje.raa) for linje in linjer[sted + 1 : end])
    }
    return [
        Hode(sted, TILTAKET, m[1], (*m.groups(), "")[1]) for sted, m in steder if m[1].rsplit(".", 1)[0] in labelled
    ]


def _oversikter(linjer: Linjer, found: Disposisjon) -> None:
    """A heading that stands again, and says nothing the first time, was an overview."""
    hoder = found.hoder
    ends = [*(hode.sted for hode in hoder), len(linjer)][1:]
    empty = {
        hode.sted
        for hode, end in zip(hoder, ends, strict=True)
        if all(linje.funnet_som == TOM for linje in linjer[hode.sted + 1 : end])
    }
    kept: list[Hode] = []
    for nr, hode in enumerate(hoder):
        same = [h for h in hoder[nr + 1 :] if _samme(h, hode)]
        if hode.slag != TABELL and same and hode.tittel and hode.sted in empty:
            linjer[hode.sted].funnet_som = f"oversikt: {hode.slag} {hode.merke}"
        else:
            kept.append(hode)
    found.hoder = kept


def _samme(a: Hode, b: Hode) -> bool:
    return (a.slag, a.merke, nokkel(a.tittel)) == (b.slag, b.merke, nokkel(b.tittel))


def _kapitler(linjer: Linjer, found: Disposisjon) -> None:
    """Before the first heading, after the last, or numbered between; never where labels of a tiltak still follow."""
    steder = [hode.sted for hode in found.hoder]
    parents = {hode.merke.rpartition(".")[0] for hode in found.hoder if hode.slag == TILTAKET} - {""}
    for sted, linje in enumerate(linjer):
        if linje.funnet_som or sted in steder or (not alene(linjer, sted) and (not sted or _apen(linjer[sted - 1]))):
            continue
        match, before = NUMMERERT.match(linje.tekst), not steder or sted < steder[0]
        following = next((other for other in steder if other > sted), len(linjer))
        labels = any(merkelapper(other.raa) for other in linjer[sted + 1 : following])
        last = following == len(linjer)
        known = bool(avsnittskode(linje.tekst))
        between = any(NUMMERERT.match(other.tekst) for other in linjer[sted + 1 : following])
        if (
            match
            and match[1] in parents
            and not any(h.slag == MAL and h.merke == match[1] for h in found.hoder)
            and not (known or between)
            and _foran(found, following, match[1])
            and not _har_mal(found)
        ):
            found.hoder.append(Hode(sted, MAL, match[1], match[2]))
        elif not labels and (known or match) and (before or _star_fritt(linjer, sted, last=last and known)):
            found.hoder.append(Hode(sted, KAPITTEL, "", linje.tekst))
    found.hoder.sort(key=lambda hode: hode.sted)


def _star_fritt(linjer: Linjer, sted: int, *, last: bool) -> bool:
    """A chapter after the tiltak have begun has air above; without a number it comes after the last of them."""
    numbered = NUMMERERT.match(linjer[sted].tekst) and not _liste(linjer, sted)
    return alene(linjer, sted) and bool(numbered or last)


def _foran(found: Disposisjon, sted: int, parent: str) -> bool:
    return any(h.sted == sted and h.slag == TILTAKET and h.merke.rpartition(".")[0] == parent for h in found.hoder)


def _har_mal(found: Disposisjon) -> bool:
    return any(hode.slag == MAL and not NUMMERERT.match(f"{hode.merke} {hode.tittel}") for hode in found.hoder)


def _liste(linjer: Linjer, sted: int) -> bool:
    """A numbered line right before or after another is an item of a list."""
    near = linjer[sted + 1 : sted + 2]
    return any(re.match(r"^\d+[.)]\s", linje.tekst) for linje in near)


def _uten_omradeord(linjer: Linjer, found: Disposisjon) -> None:
    """A short line alone before the first tiltak of a group is its area, when no area has a word or a number."""
    former = None
    for hode in list(found.hoder):
        if hode.slag not in (TILTAKET, TABELL):
            continue
        if hode.slag == TABELL and omradekolonne(celler(linjer[hode.sted].raa)) is not None:
            continue  # its rows name their areas
        parent = hode.merke.rpartition(".")[0]
        if (former is None or parent != former or not parent) and (sted := _overskriften_foran(linjer, hode.sted)):
            found.hoder.append(Hode(sted, MAL, "", linjer[sted].tekst))
            found.tvil.append(Tvil(linjer[sted].nr, linjer[sted].tekst, "er lest som innsatsområde"))
        former = parent
    found.hoder.sort(key=lambda hode: hode.sted)


def _overskriften_foran(linjer: Linjer, sted: int) -> int:
    """The place of a title alone above this line, never the plan's own title; 0 when there is none."""
    filled = [i for i in range(sted) if not linjer[i].funnet_som]
    if len(filled) < 2 or filled[-1] < 2:
        return 0
    at, tekst = filled[-1], linjer[filled[-1]].tekst
    is_title = tekst[0].isupper() and len(tekst) <= 80 and tekst[-1] not in ".,;:?" and not re.search(r"\d{4}", tekst)
    lone = alene(linjer, at) and not merkelapper(linjer[at].raa) and "|" not in tekst
    others = [linjer[i].tekst for i in filled[:-1] if not linjer[i].tekst.lower().endswith(" kommune")]
    return at if is_title and lone and others else 0

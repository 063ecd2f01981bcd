"""Search in Norwegian: the pieces. Which rows are searched is each room's `sok.py`; the page is `handlingsplan`'s.

A word matches where a word of the text begins with its stem (PostgreSQL's full text, configuration `norwegian`), or
where it stands inside a longer one: «gruppe» finds «kjernegruppe». Æ, ø and å are letters of their own: «bar» does not
find «bår», but «Aasen» and «Åsen» are one; é, š, ź and other marks do not count. A misspelt word is replaced by the
nearest word of the texts the asker may see, and the page says so. The field above a list folds alike (`listeord`)."""

import re
import unicodedata
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from django.db.models import Func, Model, Q, QuerySet, TextField, Value
from django.db.models.functions import Cast
from django.db.models.lookups import Contains

from . import sporring

# The same letters stand in vern/sql/funksjoner/sokbar.sql; a test holds that it agrees with `sokbar`. Here are those
# that are not a letter and a mark put together, and the two that are our own letters in Swedish dress.
LIKE = {"ä": "æ", "ö": "ø", "đ": "d", "ð": "d", "ł": "l", "ŋ": "n", "ŧ": "t", "ħ": "h", "ı": "i"}
EGNE = "æøå"
SKILLE = "/.:@_-"
_MERKER = re.compile("[\u0300-\u036f]*")


class _Tabell(dict[int, int]):
    """Each sign as it is searched, worked out the first time it comes."""

    def __missing__(self, tegn: int) -> int:
        small = chr(tegn).lower()[0]
        self[tegn] = ord(LIKE.get(small) or (small if small in EGNE else _uten_merker(small)))
        return self[tegn]


def _uten_merker(tegn: str) -> str:
    parted = unicodedata.normalize("NFD", tegn)
    return parted[0] if _MERKER.fullmatch(parted[1:]) else tegn


_TABELL = _Tabell({ord(tegn): ord(" ") for tegn in SKILLE})

ORD = re.compile(r"[^\W_]+")
MAKS_ORD = 8
MAKS_RADER = 100  # of each kind; the newest, when more match
INNI_FRA = 4  # letters a word must have to be looked for inside others, and to be corrected
UTDRAG = 220


def brett(tekst: str) -> str:
    """The text as it is searched: small letters, foreign marks taken off. Length and places stay."""
    return tekst.translate(_TABELL)


def sokbar(tekst: str) -> str:
    """The text as it is looked for, where places don't count: marks standing alone are gone, and «aa» is «å»."""
    return _med_bolle(_MERKER.sub("", brett(unicodedata.normalize("NFC", tekst))))


def _med_bolle(folded: str) -> str:
    return folded.replace("aa", "å")


@dataclass(frozen=True)
class Sporsmal:
    """What was asked: words as typed (folded), and the stem each is looked for by."""

    ord: tuple[str, ...]
    stammer: tuple[str, ...]
    alle: bool = True  # every word must be there; else one is enough

    @property
    def monster(self) -> re.Pattern[str]:
        """Finds each word that answers, from where the stem begins in it to the word's end."""
        return re.compile("|".join(map(_monster, self.stammer)) or "(?!)")


def _monster(stamme: str) -> str:
    if stamme.isdigit():
        return rf"(?<![^\W_]){stamme}(?![^\W_])"
    long = len(stamme) >= INNI_FRA
    stamme = re.escape(stamme).replace("å", "(?:å|aa)")  # a text whose places count has aa still
    return ("" if long else r"(?<![^\W_])") + rf"{stamme}[^\W_]*"


def _svarer(ord: str, stamme: str) -> bool:
    return re.search(_monster(stamme), ord) is not None


@dataclass(frozen=True)
class Treff:
    """One row that answers. `deler` are pieces of text, each with whether it is a hit."""

    gruppe: str
    tittel: str
    url: str
    meta: str = ""
    tekst: str = ""
    tittel_deler: tuple[tuple[bool, str], ...] = ()
    deler: tuple[tuple[bool, str], ...] = ()
    poeng: int = 0


@dataclass(frozen=True)
class Sokekilde:
    """One kind of row that can be searched, already narrowed to what the asker may see."""

    rader: QuerySet[Any]
    felt: tuple[Any, ...]
    vis: Callable[[Any], Treff] = field(compare=False)

    def tekster(self) -> tuple[str, tuple[Any, ...]]:
        """SQL that gives the key and all that is searched of every row."""
        tekst = Func(Value("\n"), *self.felt, function="concat_ws", output_field=TextField())
        rader = self.rader.order_by().annotate(sokt_tekst=tekst).values_list(Cast("pk", TextField()), "sokt_tekst")
        return rader.query.sql_with_params()

    def hent(self, nokler: Sequence[str]) -> QuerySet[Any]:
        """The rows with these keys, in the room's own order."""
        return self.rader.filter(pk__in=nokler)[:MAKS_RADER]


class Kilder:
    """All kinds of row together: one query looks through them all, however often a question has to be changed."""

    def __init__(self, kilder: Sequence[Sokekilde]) -> None:
        self.kilder = kilder
        parts = [kilde.tekster() for kilde in kilder]
        union = " UNION ALL ".join(f"SELECT {nr}, t.* FROM ({sql}) AS t" for nr, (sql, _) in enumerate(parts))  # noqa: S608
        self.sql = TEKSTER.format(tekster=union)
        self.verdier = [verdi for _, verdier in parts for verdi in verdier]

    def sporr(self, sql: str, *verdier: Any) -> list[tuple[Any, ...]]:
        """Ask of the table `sokt (kilde, nokkel, tekst)`."""
        if not self.kilder:
            return []
        return sporring.rader(f"{self.sql} {sql}", *self.verdier, *verdier)

    def finn(self, sporsmal: Sporsmal) -> list[tuple[Sokekilde, Model]]:
        """The rows that answer, kind by kind."""
        wanted, verdier = zip(*map(_har_ord, sporsmal.stammer), strict=True)
        between = " AND " if sporsmal.alle else " OR "
        found: dict[int, list[str]] = {}
        for nr, key in self.sporr(f"SELECT kilde, nokkel FROM sokt WHERE {between.join(wanted)}", *verdier):  # noqa: S608
            found.setdefault(nr, []).append(key)
        return [(self.kilder[nr], rad) for nr, keys in sorted(found.items()) for rad in self.kilder[nr].hent(keys)]


# MATERIALIZED: each text is put together and folded once, whatever is then asked of it.
TEKSTER = """
WITH ra (kilde, nokkel, tekst) AS MATERIALIZED ({tekster}),
sokt AS MATERIALIZED (SELECT kilde, nokkel, vern.sokbar(tekst) AS tekst FROM ra)
"""


def _har_ord(stamme: str) -> tuple[str, str]:
    """SQL for: a word of the text begins with the stem (or is the number)."""
    if len(stamme) >= INNI_FRA and not stamme.isdigit():
        # Stemming only cuts endings, so this finds all that the full text would, and compounds, and is cheaper.
        return "strpos(tekst, %s) > 0", stamme
    fulltext = "to_tsvector('norwegian', tekst) @@ to_tsquery('simple', %s)"
    return fulltext, f"'{stamme}'" if stamme.isdigit() else f"'{stamme}':*"


# --- The question --------------------------------------------------------------------------------------------------
def ordene(tekst: str) -> tuple[str, ...]:
    """The words of a question, each once, in order."""
    found = dict.fromkeys(word for word in ORD.findall(sokbar(tekst)) if len(word) > 1 or word.isdigit())
    return tuple(found)[:MAKS_ORD]


def tolk(ord: Sequence[str]) -> Sporsmal:
    """The question from its words: Norwegian stems, without small words such as «og» and «i»."""
    if not ord:
        return Sporsmal((), ())
    found = sporring.rader(
        "SELECT o, ts_lexize('norwegian_stem', o) FROM unnest(%s::text[]) WITH ORDINALITY AS t (o, nr) ORDER BY nr",
        list(ord),
    )
    pairs = [(word, _stamme(word, stems)) for word, stems in found if stems is None or stems]
    return Sporsmal(tuple(word for word, _stem in pairs), tuple(stem for _word, stem in pairs))


def _stamme(word: str, stems: list[str] | None) -> str:
    """A doubled m is written only before a vowel: «ungdommen» must find «ungdom»."""
    stem = word if word.isdigit() or not stems else stems[0]
    return stem[:-1] if stem.endswith("mm") else stem


def listeord(tekst: str) -> tuple[str, ...]:
    """What is looked for by the field above a list: each word, wherever in a word of the row it stands.

    Letters fold as in the search. Endings are not cut, and nothing is put right: here one types the start of a name.
    """
    return ordene(tekst) or (sokbar(tekst),)  # a single letter, or a sign


def alle_ord_i(tekst: str, *felt: Any) -> Q:
    """The rows whose fields, taken together, have every word of `listeord`."""
    samlet = Func(Value("\n"), *felt, function="concat_ws", output_field=TextField())
    folded = Func(samlet, function="vern.sokbar", output_field=TextField())
    return Q(*(Contains(folded, word) for word in listeord(tekst)))


# --- The answer ----------------------------------------------------------------------------------------------------
def finn(kilder: Kilder, sporsmal: Sporsmal) -> list[Treff]:
    """All hits, the best first. One query, and one for each kind of row that has hits, whatever their number."""
    if not sporsmal.stammer:
        return []
    found = [vei(kilde.vis(rad), sporsmal) for kilde, rad in kilder.finn(sporsmal)]
    best: dict[tuple[str, str, str], Treff] = {}  # the same thing found by two of its names is one hit
    for treff in sorted(found, key=lambda treff: -treff.poeng):  # stable: the room's order among equals
        best.setdefault((treff.tittel, treff.url, treff.meta), treff)
    return list(best.values())


def vei(treff: Treff, sporsmal: Sporsmal) -> Treff:
    """Points: title over text, whole word over part of one. What an old row has in pieces is put together."""
    tittel, tekst = (unicodedata.normalize("NFC", del_) for del_ in (treff.tittel, treff.tekst))
    treff = replace(treff, tittel=tittel, tekst=tekst)
    titles, texts = (_ord_i(part, sporsmal) for part in (tittel, tekst))
    points = sum(8 if exact else 4 for _a, _b, exact in titles) + min(6, sum(2 if e else 1 for _a, _b, e in texts))
    return replace(treff, poeng=points)


def merk(treff: Treff, sporsmal: Sporsmal) -> Treff:
    """Hits marked, and the best piece of the text cut out: only for the hits that are shown."""
    tittel, tekst = (_ord_i(part, sporsmal) for part in (treff.tittel, treff.tekst))
    return replace(treff, tittel_deler=_merk(treff.tittel, tittel), deler=_utdrag(treff.tekst, tekst))


def _ord_i(tekst: str, sporsmal: Sporsmal) -> list[tuple[int, int, bool]]:
    """Where the hits stand, and whether each is just the word that was typed."""
    folded = brett(tekst)
    found = []
    for match in sporsmal.monster.finditer(folded):
        start, stop = match.span()
        while start and folded[start - 1].isalnum():  # the stem may stand inside the word
            start -= 1
        found.append((start, stop, _med_bolle(folded[start:stop]) in sporsmal.ord))
    return found


def _merk(tekst: str, steder: Sequence[tuple[int, int, bool]]) -> tuple[tuple[bool, str], ...]:
    parts, end = [], 0
    for start, stop, _exact in steder:
        parts += [(False, tekst[end:start]), (True, tekst[start:stop])]
        end = stop
    return tuple(part for part in (*parts, (False, tekst[end:])) if part[1])


def _utdrag(tekst: str, steder: Sequence[tuple[int, int, bool]]) -> tuple[tuple[bool, str], ...]:
    """The piece of the text with most hits in it, cut between words."""
    begin = max(
        (start for start, _stop, _exact in steder),
        key=lambda start: (sum(start <= other < start + UTDRAG - 60 for other, _b, _e in steder), -start),
        default=0,
    )
    fra = 0 if begin < 60 else tekst.find(" ", begin - 60, begin) + 1 or begin
    til = len(tekst) if len(tekst) <= fra + UTDRAG else max(tekst.rfind(" ", fra, fra + UTDRAG), fra + UTDRAG // 2)
    inside = [(start - fra, stop - fra, exact) for start, stop, exact in steder if fra <= start and stop <= til]
    parts = _merk(tekst[fra:til], inside)
    return ((False, "… "),) * (fra > 0) + parts + ((False, " …"),) * (til < len(tekst))


# --- Misspelt words --------------------------------------------------------------------------------------------------
NAERMESTE = """
SELECT sokt, funnet FROM (
    SELECT sokt, funnet, row_number() OVER (PARTITION BY sokt ORDER BY sok.similarity(funnet, sokt) DESC, funnet) AS nr
    FROM (SELECT DISTINCT funnet FROM sokt, regexp_split_to_table(tekst, '\\W+') AS funnet) AS o,
        unnest(%s::text[]) AS sokt
    WHERE length(funnet) >= %s AND (
        sok.similarity(funnet, sokt) > 0.25  -- short words with two letters swapped share too little for that
        OR length(sokt) <= 6 AND abs(length(funnet) - length(sokt)) <= 1 AND left(funnet, 1) = left(sokt, 1)
    )
) AS rangert WHERE nr <= 50
"""


def rett(kilder: Kilder, sporsmal: Sporsmal) -> Sporsmal:
    """The question with each misspelt word replaced by the nearest word of the same rows. One query."""
    asked = [word for word in sporsmal.ord if len(word) >= INNI_FRA and not word.isdigit()]
    if not asked:
        return sporsmal
    near: dict[str, list[str]] = {}
    for word, found in kilder.sporr(NAERMESTE, asked, INNI_FRA):
        near.setdefault(word, []).append(found)
    stems = dict(zip(sporsmal.ord, sporsmal.stammer, strict=True))
    return tolk([_naermest(word, stems[word], near.get(word, [])) for word in sporsmal.ord])


def _naermest(word: str, stem: str, near: Sequence[str]) -> str:
    """The word itself when it is known, else the nearest within a bound that grows with its length."""
    if any(_svarer(other, stem) for other in near):
        return word
    bound = 1 if len(word) < 5 else 2 if len(word) < 9 else 3
    distances = [(avstand(word, other), other) for other in near]
    return min((pair for pair in distances if pair[0] <= bound), default=(0, word), key=lambda pair: pair[0])[1]


def avstand(a: str, b: str) -> int:
    """How many letters are wrong, missing, too many, or swapped with their neighbour."""
    rader = [list(range(len(b) + 1))]
    for i, one in enumerate(a, 1):
        rad = [i]
        for j, other in enumerate(b, 1):
            cost = min(rader[-1][j] + 1, rad[-1] + 1, rader[-1][j - 1] + (one != other))
            if i > 1 and j > 1 and (one, a[i - 2]) == (b[j - 2], other):
                cost = min(cost, rader[-2][j - 2] + 1)
            rad.append(cost)
        rader.append(rad)
    return rader[-1][-1]

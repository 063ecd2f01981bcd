"""Search in Norwegian: the pieces. Which rows are searched is each room's `sok.py`; the page is `handlingsplan`'s.

A word matches where a word of the text begins with its stem (PostgreSQL's full text, configuration `norwegian`), or
where it stands inside a longer one: «gruppe» finds «kjernegruppe». Æ, ø and å are letters of their own: «bar» does not
find «bår»; é, ü and other foreign marks do not count. A misspelt word is replaced by the nearest word of the texts the
asker may see, and the page says so."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from django.db import connection
from django.db.models import BooleanField, Func, Model, Q, QuerySet, TextField, Value
from django.db.models.functions import Concat

# The same two strings stand in vern/migrations/0010_sok.py; a test holds that the two agree.
FRA = "ABCDEFGHIJKLMNOPQRSTUVWXYZÆØÅÄäÖöÁáÀàÂâÃãÉéÈèÊêËëÍíÌìÎîÏïÓóÒòÔôÕõÚúÙùÛûÜüÝýŸÿÇçÑñŠšŽžČčĆćĐđÐðŁł/.:@_-"
TIL = "abcdefghijklmnopqrstuvwxyzæøåææøøaaaaaaaaeeeeeeeeiiiiiiiioooooooouuuuuuuuyyyyccnnsszzccccddddll      "
_TABELL = str.maketrans(FRA, TIL)

ORD = re.compile(r"[^\W_]+")
MAKS_ORD = 8
MAKS_RADER = 100  # of each kind; the newest, when more match
INNI_FRA = 4  # letters a word must have to be looked for inside others, and to be corrected
UTDRAG = 220


def brett(tekst: str) -> str:
    """The text as it is searched: small letters, foreign marks taken off. Length and places stay."""
    return tekst.translate(_TABELL)


class Sokbar(Func):
    """The database's twin of `brett`."""

    function = "vern.sokbar"
    arity = 1
    output_field = TextField()


class HarOrd(Func):
    """A word of the text begins with the stem (or is the number)."""

    template = "(to_tsvector('norwegian', %(expressions)s))"
    arg_joiner = ") @@ to_tsquery('simple', "
    output_field = BooleanField()

    def __init__(self, tekst: Any, stamme: str) -> None:
        super().__init__(tekst, Value(f"'{stamme}'" if stamme.isdigit() else f"'{stamme}':*"))


@dataclass(frozen=True)
class Sporsmal:
    """What was asked: words as typed (folded), and the stem each is looked for by."""

    ord: tuple[str, ...]
    stammer: tuple[str, ...]
    alle: bool = True  # every word must be there; else one is enough

    def treffer(self, ord: str) -> bool:
        """Does this word of a text answer one of the words asked for?"""
        return any(_svarer(ord, stamme) for stamme in self.stammer)


def _svarer(ord: str, stamme: str) -> bool:
    if stamme.isdigit():
        return ord == stamme
    return ord.startswith(stamme) or (len(stamme) >= INNI_FRA and stamme in ord)


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
class Kilde:
    """One kind of row that can be searched, already narrowed to what the asker may see."""

    rader: QuerySet[Any]
    felt: tuple[Any, ...]
    vis: Callable[[Any], Treff] = field(compare=False)

    def soketekst(self) -> Any:
        """All that is searched in a row, as one folded text."""
        between: list[Any] = [self.felt[0]]
        for name in self.felt[1:]:
            between += [Value("\n"), name]
        joined = Concat(*between, output_field=TextField()) if len(between) > 1 else between[0]
        return Sokbar(joined)

    def finn(self, sporsmal: Sporsmal) -> list[Model]:
        """The rows that answer, in the room's own order."""
        wanted = Q()
        for stamme in sporsmal.stammer:
            if len(stamme) >= INNI_FRA and not stamme.isdigit():
                # Stemming only cuts endings, so this finds all that the full text would, and compounds, and is cheaper.
                one = Q(soketekst__contains=stamme)
            else:
                one = Q(HarOrd(self.soketekst(), stamme))
            wanted = wanted & one if sporsmal.alle else wanted | one
        rows = self.rader.alias(soketekst=self.soketekst()).filter(wanted)
        return list(rows[:MAKS_RADER])


# --- The question --------------------------------------------------------------------------------------------------
def ordene(tekst: str) -> tuple[str, ...]:
    """The words of a question, each once, in order."""
    found = dict.fromkeys(word for word in ORD.findall(brett(tekst)) if len(word) > 1 or word.isdigit())
    return tuple(found)[:MAKS_ORD]


def tolk(ord: Sequence[str]) -> Sporsmal:
    """The question from its words: Norwegian stems, without small words such as «og» and «i»."""
    if not ord:
        return Sporsmal((), ())
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT o, ts_lexize('norwegian_stem', o) FROM unnest(%s::text[]) WITH ORDINALITY AS t (o, nr) ORDER BY nr",
            [list(ord)],
        )
        pairs = [(word, _stamme(word, stems)) for word, stems in cursor.fetchall() if stems is None or stems]
    return Sporsmal(tuple(word for word, _stem in pairs), tuple(stem for _word, stem in pairs))


def _stamme(word: str, stems: list[str] | None) -> str:
    """A doubled m is written only before a vowel: «ungdommen» must find «ungdom»."""
    stem = word if word.isdigit() or not stems else stems[0]
    return stem[:-1] if stem.endswith("mm") else stem


# --- The answer ----------------------------------------------------------------------------------------------------
def finn(kilder: Sequence[Kilde], sporsmal: Sporsmal) -> list[Treff]:
    """All hits, the best first. One query for each kind of row, whatever their number."""
    if not sporsmal.stammer:
        return []
    found = [vurder(kilde.vis(rad), sporsmal) for kilde in kilder for rad in kilde.finn(sporsmal)]
    best: dict[tuple[str, str, str], Treff] = {}  # the same thing found by two of its names is one hit
    for treff in sorted(found, key=lambda treff: -treff.poeng):  # stable: the room's order among equals
        best.setdefault((treff.tittel, treff.url, treff.meta), treff)
    return list(best.values())


def vurder(treff: Treff, sporsmal: Sporsmal) -> Treff:
    """Hits marked, the best piece of the text cut out, and points: title over text, whole word over part of one."""
    title, text = (_ord_i(part, sporsmal) for part in (treff.tittel, treff.tekst))
    points = sum(8 if exact else 4 for _a, _b, exact in title) + min(6, sum(2 if e else 1 for _a, _b, e in text))
    return replace(treff, tittel_deler=_merk(treff.tittel, title), deler=_utdrag(treff.tekst, text), poeng=points)


def _ord_i(tekst: str, sporsmal: Sporsmal) -> list[tuple[int, int, bool]]:
    """Where the hits stand, and whether each is just the word that was typed."""
    return [
        (match.start(), match.end(), match[0] in sporsmal.ord)
        for match in ORD.finditer(brett(tekst))
        if sporsmal.treffer(match[0])
    ]


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
    FROM (SELECT DISTINCT funnet FROM ({tekster}) AS t (tekst), regexp_split_to_table(tekst, '\\W+') AS funnet) AS o,
        unnest(%s::text[]) AS sokt
    WHERE length(funnet) >= {minst} AND (
        sok.similarity(funnet, sokt) > 0.25  -- short words with two letters swapped share too little for that
        OR length(sokt) <= 6 AND abs(length(funnet) - length(sokt)) <= 1 AND left(funnet, 1) = left(sokt, 1)
    )
) AS rangert WHERE nr <= 50
"""


def rett(kilder: Sequence[Kilde], sporsmal: Sporsmal) -> Sporsmal:
    """The question with each misspelt word replaced by the nearest word of the same rows. One query."""
    asked = [word for word in sporsmal.ord if len(word) >= INNI_FRA and not word.isdigit()]
    if not asked:
        return sporsmal
    texts, params = zip(
        *(k.rader.order_by().values_list(k.soketekst()).query.sql_with_params() for k in kilder), strict=True
    )
    sql = NAERMESTE.format(tekster=" UNION ALL ".join(texts), minst=INNI_FRA)
    with connection.cursor() as cursor:
        cursor.execute(sql, [*(value for part in params for value in part), asked])
        near: dict[str, list[str]] = {}
        for word, found in cursor.fetchall():
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
    rows = [list(range(len(b) + 1))]
    for i, one in enumerate(a, 1):
        row = [i]
        for j, other in enumerate(b, 1):
            cost = min(rows[-1][j] + 1, row[-1] + 1, rows[-1][j - 1] + (one != other))
            if i > 1 and j > 1 and (one, a[i - 2]) == (b[j - 2], other):
                cost = min(cost, rows[-2][j - 2] + 1)
            row.append(cost)
        rows.append(row)
    return rows[-1][-1]

"""Who a line of responsibility names. Known names and roles decide what «og» and commas part; else it is asked."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from .ordliste import ROLLER

MED = re.compile(
    r"[,;]?\s+(?:i samarbeid med|i samråd med|sammen med|saman med|støttes av|støtta av|med støtte fra|med støtte frå"
    r"|med bistand fra|med bistand frå|med hjelp fra|med hjelp frå)\s+",
    re.IGNORECASE,
)
VED = re.compile(r"\s*\bv/\s*|\s+ved\s+", re.IGNORECASE)
SKILLE = re.compile(r"(?<!-)[,;/+&](?![^(]*\))")  # «helse-, omsorgs- og velferd» is one
OG = re.compile(r"\s+(?:og|samt)\s+")
# Names nobody: it is asked. A tail that says there are more is left out, and asked for.
INGEN = re.compile(
    r"[-–—?]*|(?:ikkj?e|u)\s?(?:avklart|bestemt|fastsatt|fastsett).*|avklares.*|vurderes.*|tbd|n\.?\s?n\.?|alle(?: .+)?"
    r"|fleire(?: .+)?|flere(?: .+)?|diverse(?: .+)?|se tiltak.*|sjå tiltak.*",
    re.IGNORECASE,
)
FLERE = re.compile(
    r"[,;]?\s+(?:og\s+)?(?:m\.?\s?fl\.?|osv\.?|o\.?\s?l\.?|etc\.?|mv\.?|m\.?\s?v\.?|med flere|med fleire|og andre"
    r"|og flere|og fleire)$",
    re.IGNORECASE,
)
# How somebody is reached does not belong to who they are.
KONTAKT = re.compile(
    r"[,(]?\s*(?:(?:tlf|telefon|mob|mobil)\.?:?\s*)?(?:\+47\s?)?\d(?:[ ]?\d){7}\)?|[,(]?\s*\S+@\S+", re.IGNORECASE
)
FOTNOTE = re.compile(r"[¹²³⁰⁴-⁹]+(?=$|[),])")
GJEMT = "\ue000"


@dataclass(frozen=True)
class Navn:
    navn: str
    enhet: str = ""


@dataclass(frozen=True)
class Parter:
    """Those who answer, those who help, and what is asked when the words may be read otherwise."""

    ansvar: tuple[Navn, ...]
    samarbeid: tuple[Navn, ...] = ()
    spor: str = ""


def les_parter(tekst: str, kjente: Iterable[str] = ()) -> Parter:
    """«A v/B i samarbeid med C og D»: A with unit B answers, C and D help."""
    known = {navn.lower() for navn in kjente}
    uten = KONTAKT.sub("", tekst)
    kjent = FLERE.sub("", uten.strip())
    first, *others = MED.split(kjent.strip(" ."))
    ansvar, unsure = _del(first, known)
    samarbeid: list[Navn] = []
    for other in others:
        names, doubt = _del(other, known)
        samarbeid += names
        unsure = unsure or doubt
    vage = [part.navn for part in (*ansvar, *samarbeid) if INGEN.fullmatch(part.navn)]
    spor = _spor(tekst, uten, unsure=unsure)
    if not spor and (vage or kjent != uten.strip()):
        spor = "nevner også noen som ikke er bestemt"
    return Parter(tuple(dict.fromkeys(ansvar)), tuple(dict.fromkeys(samarbeid)), spor)


def ligner_part(tekst: str) -> bool:
    """Whether a short line may name somebody: «Politikontakten», «NAV»."""
    return len(tekst.split()) <= 4 and tekst[-1] not in ".:;?!" and tekst[0].isupper() and _er_part(tekst, set())


def _spor(tekst: str, uten: str, *, unsure: bool) -> str:
    if INGEN.fullmatch(tekst.strip(" .")):
        return "nevner ingen bestemt"
    if uten != tekst:
        return "har telefon eller e-post, som ikke tas med"
    return "kan være én eller flere; lest som én" if unsure else ""


def _del(tekst: str, known: set[str]) -> tuple[list[Navn], bool]:
    held = _hold(VED.sub(f" v{GJEMT} ", tekst), known)
    items = [item.strip(" .") for item in SKILLE.split(held) if item.strip(" .")]
    parts = [part for item in items for part in _og(item.removeprefix("og "), known)]
    if len(parts) > 1 and (_er_en(parts, known)):
        return [_navn(held)], True
    return [_navn(part) for part in parts], False


def _hold(tekst: str, known: set[str]) -> str:
    """Known names of more than one word stay whole while the line is parted."""
    for navn in sorted((n for n in known if re.search(r",| og |/", n)), key=len, reverse=True):
        tekst = re.sub(
            rf"(?<!\w){re.escape(navn)}(?!\w)",
            lambda m: m[0].replace(",", "\ue001").replace(" og ", "\ue002").replace("/", "\ue003"),
            tekst,
            flags=re.IGNORECASE,
        )
    return tekst


def _og(item: str, known: set[str]) -> list[str]:
    """«politiet og NAV» are two; «Helse og velferd» is one."""
    parts = OG.split(item)
    return parts if len(parts) > 1 and all(_er_part(part, known) for part in parts) else [item]


def _er_part(navn: str, known: set[str]) -> bool:
    last = navn.split(" (")[0].split()[-1:] or [""]
    word = last[0].lower().rstrip("s")
    return navn.lower() in known or last[0].isupper() or word.endswith(ROLLER) or last[0].lower().endswith(ROLLER)


def _er_en(parts: list[str], known: set[str]) -> bool:
    """«Barn, familie og helse»: what follows the first are small words that name nobody."""
    return not any(part[0].isupper() or _er_part(part, known) for part in parts[1:])


def _navn(tekst: str) -> Navn:
    tekst = tekst.replace("\ue001", ",").replace("\ue002", " og ").replace("\ue003", "/").strip()
    tekst = FOTNOTE.sub("", tekst)
    navn, sep, enhet = tekst.partition(f"v{GJEMT}")
    if not sep:
        navn, _, enhet = tekst.partition("(")
    return Navn(navn.strip(" ,"), enhet.strip(" )"))

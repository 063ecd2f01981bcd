"""Dates read leniently and written the Norwegian way. Pure: today's date is always an argument, or felles.tid's."""

import re
from collections.abc import Iterable
from datetime import date, datetime, time, timedelta

from dateutil.easter import easter
from dateutil.relativedelta import relativedelta
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import get_language, gettext_lazy, ngettext
from django.utils.translation import gettext as _

from .tid import idag as dagens_dato

MANEDER = (
    "januar",
    "februar",
    "mars",
    "april",
    "mai",
    "juni",
    "juli",
    "august",
    "september",
    "oktober",
    "november",
    "desember",
)
KORTE_MANEDER = ("jan.", "feb.", "mars", "april", "mai", "juni", "juli", "aug.", "sep.", "okt.", "nov.", "des.")
UKEDAGER = {
    "nb": ("mandag", "tirsdag", "onsdag", "torsdag", "fredag", "lørdag", "søndag"),
    "nn": ("måndag", "tysdag", "onsdag", "torsdag", "fredag", "laurdag", "søndag"),
}
ORD = {
    "i dag": 0,
    "idag": 0,
    "i går": -1,
    "igår": -1,
    "i forgårs": -2,
    "i førgår": -2,
    "i morgen": 1,
    "imorgen": 1,
    "i morgon": 1,
    "i overmorgen": 2,
    "i overmorgon": 2,
}
# The public holidays (helligdagsfredloven § 2, lov om 1. og 17. mai): month and day, and days from Easter Sunday for
# Maundy Thursday, Good Friday, Easter Monday, Ascension Day and Whit Monday. Sundays need no mention.
FASTE_HELLIGDAGER = {(1, 1), (5, 1), (5, 17), (12, 25), (12, 26)}
ETTER_PASKE = {-3, -2, 1, 39, 50}
FORSTE_AR = 1900
AR_FRAM = 50
_TALL = re.compile(r"([0-9]{1,2})\s*[./\-, ]\s*([0-9]{1,2})(?:\s*[./\-, ]\s*([0-9]{4}|[0-9]{2}))?\.?")
_ISO = re.compile(r"([0-9]{4})-([0-9]{1,2})-([0-9]{1,2})")
_TETT = re.compile(r"([0-9]{2})([0-9]{2})([0-9]{4}|[0-9]{2})")
# Where a day with its year may stand in running text; `les_dato` says whether it is one.
_I_TEKST = re.compile(
    r"(?<![\w.])(?:[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}"
    r"|[0-9]{1,2}\s?[./-]\s?[0-9]{1,2}\s?[./-]\s?(?:[0-9]{4}|[0-9]{2})"
    r"|[0-9]{1,2}\.?\s?[a-zå]{3,9}\.?\s(?:[0-9]{4}))(?![\w-])",
    re.IGNORECASE,
)
_NAVN = re.compile(r"([0-9]{1,2})\.?\s*([a-zå]{3,9})\.?(?:\s+([0-9]{4}|[0-9]{2}))?")
# What people write around the day: its weekday before it, the clock after it, and dashes where hyphens are meant.
_UKEDAG = re.compile(r"([a-zæøå]{3,7})[.,]*\s(?:den\s)?(?=[0-9])")
_KLOKKA = re.compile(r"(?:,?\s?kl\.?\s?[0-9]{1,2}(?:[.:]?[0-9]{2})?|(?:t|,?\s)[0-9]{1,2}:[0-9]{2}(?::[0-9]{2})?)$")
_MED_TANKESTREK = re.compile(r"[0-9]{1,4}(?:\s?[‒–—−]\s?[0-9]{1,4}){1,2}")


class Datofeil(ValueError):
    """What is wrong with the typed date, in words for the one who typed it."""

    def __init__(self, melding: str | Promise) -> None:
        super().__init__(melding)
        self.melding = melding


FORM = gettext_lazy("Skriv datoen slik: 18.11.2026.")


def _manednummer(word: str) -> int | None:
    return next((n for n, navn in enumerate(MANEDER, 1) if navn.startswith(word)), None)


def _deler(tekst: str) -> tuple[int, int, str | None]:
    """Day, month and the typed year, if any."""
    if match := _ISO.fullmatch(tekst):
        return int(match[3]), int(match[2]), match[1]
    if match := _TALL.fullmatch(tekst) or _TETT.fullmatch(tekst):
        return int(match[1]), int(match[2]), match[3]
    if (match := _NAVN.fullmatch(tekst)) and (maned := _manednummer(match[2])):
        return int(match[1]), maned, match[3]
    raise Datofeil(FORM)


def _lag(dag: int, maned: int, ar: int) -> date:
    try:
        return date(ar, maned, dag)
    except ValueError:
        raise Datofeil(_("Datoen %(dato)s finnes ikke.") % {"dato": f"{dag:02}.{maned:02}.{ar:04}"}) from None


def _uten_ar(dag: int, maned: int, today: date) -> date:
    """The date of that day and month which lies nearest today: 18/12 typed in January is last December."""
    found = []
    for ar in (today.year - 1, today.year, today.year + 1):
        try:
            found.append(date(ar, maned, dag))
        except ValueError:
            continue
    if not found:
        return _lag(dag, maned, today.year)
    return min(found, key=lambda candidate: (abs(candidate - today), -candidate.toordinal()))


def les_dato(tekst: str, *, idag: date | None = None) -> date:
    """The date a person meant. Raises Datofeil with a message to show.

    Takes 18.11.2026, 18.11.26, 18/11, 18-11-2026, 2026-11-18, 181126, «18. nov.» and «i går». A weekday before it must
    be the day's own; a clock after it is passed over, as the day is what is asked for.
    """
    today = idag or dagens_dato()
    tekst = " ".join(tekst.lower().split())
    if len(tekst) > 60:
        raise Datofeil(FORM)
    tekst = _KLOKKA.sub("", tekst)
    if tekst in ORD:
        return today + timedelta(days=ORD[tekst])
    if (match := _UKEDAG.match(tekst)) and (weekday := _ukedagnummer(match[1])) is not None:
        found = _les(tekst[match.end() :], today)
        if found.weekday() != weekday:
            raise Datofeil(_("%(dato)s er en %(dag)s.") % {"dato": talldato(found), "dag": ukedag(found)})
        return found
    return _les(tekst, today)


def _ukedagnummer(word: str) -> int | None:
    """0 for Monday, by the name or its beginning, in either language."""
    return next((n for names in UKEDAGER.values() for n, navn in enumerate(names) if navn.startswith(word)), None)


def _les(tekst: str, today: date) -> date:
    """The date written with nothing around it."""
    if _MED_TANKESTREK.fullmatch(tekst):
        tekst = re.sub("[‒–—−]", "-", tekst)
    dag, maned, year_text = _deler(tekst)
    if year_text is None:
        return _uten_ar(dag, maned, today)
    ar = int(year_text)
    if len(year_text) == 2:
        ar += 2000 if 2000 + ar <= today.year + 20 else 1900
    last = today.year + AR_FRAM
    if not FORSTE_AR <= ar <= last:
        raise Datofeil(_("Året må være fra %(fra)s til %(til)s.") % {"fra": FORSTE_AR, "til": last})
    return _lag(dag, maned, ar)


def finn_datoer(tekst: str, *, idag: date | None = None) -> list[date]:
    """The days with their year that stand in a text, in its order, in the forms `les_dato` takes."""
    found = []
    for match in _I_TEKST.finditer(tekst):
        try:
            found.append(les_dato(match[0], idag=idag))
        except Datofeil:
            continue
    return found


def _dag(verdi: date | datetime) -> date:
    return timezone.localdate(verdi) if isinstance(verdi, datetime) else verdi


def dager_i_ord(antall: Iterable[int]) -> str:
    """«7 dager og 1 dag»: each number of days, in the order given."""
    dager = [ngettext("%(antall)d dag", "%(antall)d dager", n) % {"antall": n} for n in antall]
    return _(" og ").join([", ".join(dager[:-1]), dager[-1]] if len(dager) > 1 else dager)


def midnatt(dag: date) -> datetime:
    """The moment a day begins where the municipality lies."""
    return timezone.make_aware(datetime.combine(dag, time()))


def aret_for(naar: datetime) -> datetime:
    """The same moment of the same day a year before, where the municipality lies; of 29 February, the 28th."""
    return timezone.localtime(naar) - relativedelta(years=1)


def er_virkedag(dag: date) -> bool:
    """Monday to Friday, and not a public holiday such as 17 May or Maundy Thursday."""
    holiday = (dag.month, dag.day) in FASTE_HELLIGDAGER or (dag - easter(dag.year)).days in ETTER_PASKE
    return dag.weekday() < 5 and not holiday


def virkedager_etter(dag: date, antall: int) -> date:
    """The working day that many working days after a day."""
    while antall:
        dag += timedelta(days=1)
        antall -= er_virkedag(dag)
    return dag


def ukedag(verdi: date | datetime) -> str:
    """«tirsdag», in the reader's language."""
    names = UKEDAGER["nn" if (get_language() or "").startswith("nn") else "nb"]
    return names[_dag(verdi).weekday()]


def kortdato(value: date | datetime | None, *, idag: date | None = None) -> str:
    """«24. nov.»; with the year when it is not near."""
    if not value:
        return "–"
    dag, today = _dag(value), idag or dagens_dato()
    tekst = f"{dag.day}. {KORTE_MANEDER[dag.month - 1]}"
    near = dag.year == today.year or abs((dag - today).days) <= 120
    return tekst if near else f"{tekst} {dag.year}"


def langdato(value: date | datetime | None) -> str:
    """«24. november 2026»."""
    if not value:
        return "–"
    dag = _dag(value)
    return f"{dag.day}. {MANEDER[dag.month - 1]} {dag.year}"


def talldato(verdi: date | datetime | None) -> str:
    """«24.11.2026», as it is typed."""
    return f"{_dag(verdi):%d.%m.}{_dag(verdi).year:04}" if verdi else ""


def klokkeslett(value: datetime) -> str:
    """«14.32»."""
    return f"{timezone.localtime(value):%H.%M}"


def tidspunkt(value: datetime | None) -> str:
    """«11. november 2026 kl. 09.20»."""
    if not value:
        return "–"
    return _("%(dato)s kl. %(klokke)s") % {"dato": langdato(value), "klokke": klokkeslett(value)}


def fristtekst(verdi: date, *, idag: date | None = None) -> str:
    """«9 dager over frist», «i dag», «i morgen», «tir. 24. nov.»."""
    today = idag or dagens_dato()
    dager = (verdi - today).days
    if dager < 0:
        return ngettext("%(antall)s dag over frist", "%(antall)s dager over frist", -dager) % {"antall": -dager}
    if dager == 0:
        return _("i dag")
    if dager == 1:
        return _("i morgen")
    short = kortdato(verdi, idag=today)
    return f"{ukedag(verdi)[:3]}. {short}" if dager <= 60 else short

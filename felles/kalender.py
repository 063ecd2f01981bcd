"""Calendar entries and the file of them (iCalendar, RFC 5545). What is put in is each room's `kalender.py`."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

from icalendar import Calendar, Event
from icalendar.prop import vDuration

MIMETYPE = "text/calendar; charset=utf-8"
BAKOVER = timedelta(days=90)  # what is older than this is left out: the pages have it
MOTELENGDE = timedelta(hours=1)  # meetings are registered with a start only
FRISK = timedelta(hours=6)  # how often a calendar program should look


@dataclass(frozen=True)
class Kalenderpost:
    """A day (a deadline) or a time (a meeting). `uid` stays the same through changes, `versjon` grows with them."""

    uid: str
    nar: date | datetime
    tittel: str
    sti: str
    endret: datetime
    versjon: int = 0
    sted: str = ""
    tekst: str = ""
    avlyst: bool = False


def ics(poster: Sequence[Kalenderpost], *, navn: str, sprak: str, rot: str) -> bytes:
    """The same bytes for the same entries: calendar programs then hear «not changed»."""
    calendar = Calendar()
    calendar.add("prodid", f"-//Handlingsplan//{sprak}//{sprak.upper()}")
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    calendar.add("method", "PUBLISH")
    calendar.add("x-wr-calname", navn)
    calendar.add("x-wr-timezone", "Europe/Oslo")
    for name in ("refresh-interval", "x-published-ttl"):
        calendar.add(name, vDuration(FRISK), parameters={"VALUE": "DURATION"})
    for post in sorted(poster, key=lambda post: (_som_tid(post.nar), post.uid)):
        calendar.add_component(_event(post, rot))
    return calendar.to_ical()


def _som_tid(nar: date | datetime) -> datetime:
    return nar if isinstance(nar, datetime) else datetime(nar.year, nar.month, nar.day, tzinfo=UTC)


def _event(post: Kalenderpost, rot: str) -> Event:
    hendelse = Event()
    hendelse.add("uid", f"{post.uid}@handlingsplan")
    hendelse.add("dtstamp", post.endret.astimezone(UTC))
    hendelse.add("last-modified", post.endret.astimezone(UTC))
    hendelse.add("sequence", post.versjon)
    if isinstance(post.nar, datetime):
        hendelse.add("dtstart", post.nar.astimezone(UTC))
        hendelse.add("dtend", (post.nar + MOTELENGDE).astimezone(UTC))
    else:  # a deadline takes no time of the day
        hendelse.add("dtstart", post.nar)
        hendelse.add("dtend", post.nar + timedelta(days=1))
        hendelse.add("transp", "TRANSPARENT")
    hendelse.add("summary", post.tittel)
    if post.sted:
        hendelse.add("location", post.sted)
    hendelse.add("description", f"{post.tekst}\n{rot}{post.sti}".strip())
    hendelse.add("url", f"{rot}{post.sti}")
    hendelse.add("status", "CANCELLED" if post.avlyst else "CONFIRMED")
    return hendelse

"""Which principles and focus areas a tiltak was tied to or let go of, and by whom: the municipality's own links."""

from collections import defaultdict
from datetime import datetime
from typing import Any

from django.utils.translation import gettext as _

from felles.samlet import Liste, Samlelinje, samlet

from ..models import Fokuskobling, Prinsippkobling
from .innholdsendring import Innholdshendelse


def koblinger(*, etter: datetime | None = None, til: datetime | None = None, **hvilke: Any) -> dict[int, list[Any]]:
    """By tiltak, in the order it happened. What an edition was loaded or adopted with is no change. One query."""

    def rows(kobling: Any, felt: str) -> Liste:
        found = kobling.history.filter(history_user__isnull=False, history_change_reason=None, **hvilke)
        found = found.filter(history_date__gt=etter) if etter else found
        found = found.filter(history_date__lte=til) if til else found
        return Liste(
            found.order_by("history_date", "history_id"),
            nokkel=f"{felt}__tittel",
            tekst="history_type",
            mer="history_user__navn",
            tid="history_date",
            antall="tiltak_id",
        )

    found: dict[int, list[Any]] = defaultdict(list)
    lists = samlet(prinsipp=rows(Prinsippkobling, "prinsipp"), fokus=rows(Fokuskobling, "fokusomrade"))
    for navn, linjer in lists.items():
        for linje in linjer:
            found[linje.antall or 0].append(_hendelse(navn, linje))
    return found


def _hendelse(navn: str, linje: Samlelinje) -> Innholdshendelse:
    titles = {
        ("prinsipp", "+"): _("Koblet til grunntanken «%(tittel)s»"),
        ("prinsipp", "-"): _("Ikke lenger koblet til grunntanken «%(tittel)s»"),
        ("fokus", "+"): _("Koblet til fokusområdet «%(tittel)s»"),
        ("fokus", "-"): _("Ikke lenger koblet til fokusområdet «%(tittel)s»"),
    }
    tittel = titles[navn, linje.tekst] % {"tittel": linje.nokkel}
    tid: Any = linje.tid  # rows() gives each a moment
    return Innholdshendelse(_("Koblinger"), tittel, tid, linje.mer, "PencilLine")

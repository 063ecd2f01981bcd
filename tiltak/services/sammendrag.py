"""The digest: at most one letter a person and day, made and sent by the worker (R30).

What is due follows from the round and its answers, so a day that was lost is made good by the next. A letter that was
cut off while it was handed over is not sent again that day: one too few is better than one too many. It holds the
plan's titles and addresses, never a case."""

import logging
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from smtplib import SMTPConnectError, SMTPDataError, SMTPHeloError, SMTPRecipientsRefused, SMTPSenderRefused

from django.conf import settings
from django.core.mail import EmailMessage
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.translation import gettext as _

from brukere.models import Bruker
from felles import utboks
from felles.dato import langdato, midnatt
from felles.tid import na
from felles.utboks import MAKS_FORSOK

from ..choices import Sendetilstand, Varselart
from ..lesing.innhenting import Innhenting, innhenting
from ..lesing.mottakere import Folk
from ..lesing.varseltekst import Ordlyd, fyll_inn, ordlyder
from ..models import Sammendrag, Statusrunde, Statusutkast, Tiltak

HOLD = timedelta(seconds=60)
VENT = timedelta(minutes=1)  # after a failed try; doubled for each
IKKE_LEVERT = (
    ConnectionRefusedError,
    SMTPConnectError,
    SMTPHeloError,
    SMTPSenderRefused,
    SMTPRecipientsRefused,
    SMTPDataError,
)
"""The mail server never took the letter: it may be tried again."""
logg = logging.getLogger("handlingsplan.epost")


@dataclass
class Brev:
    """What one person is told today, by kind, and the moment that called for it."""

    bruker: Bruker
    utlost: datetime
    deler: dict[Varselart, list[Tiltak]] = field(default_factory=dict)


def _etter(frist: date, forste: Iterable[int], naa: datetime) -> list[datetime]:
    """Days after the deadline on which one is told, then every week."""
    days = sorted(forste)
    weekly = range(days[-1] + 7, max((timezone.localdate(naa) - frist).days, 0) + 1, 7)
    return [midnatt(frist + timedelta(days=day)) for day in (*days, *weekly)]


def utlosere(runde: Statusrunde, naa: datetime) -> list[datetime]:
    """Every moment until now that called for a letter to those who answer."""
    before = [midnatt(runde.frist - timedelta(days=day)) for day in settings.PURRING_FOR]
    times = [runde.tid, *before, *_etter(runde.frist, settings.PURRING_ETTER, naa)]
    times += [runde.paminnet] if runde.paminnet else []
    return [moment for moment in times if runde.tid <= moment <= naa]


def art(runde: Statusrunde, naa: datetime) -> Varselart:
    """How far the round has come."""
    day = timezone.localdate(naa)
    if day > runde.frist:
        return Varselart.OVER_FRIST
    near = day >= runde.frist - timedelta(days=max(settings.PURRING_FOR)) and timezone.localdate(runde.tid) < day
    return Varselart.PAMINNELSE if near or runde.paminnet else Varselart.FORESPORSEL


def brevene(status: Innhenting, folk: Folk, naa: datetime) -> list[Brev]:
    """Everyone who lacks an answer; after the deadline also who answers with them, and who leads them."""
    runde, letters = status.runde, dict[int, Brev]()
    called = max(utlosere(runde, naa))
    raised = [moment for moment in _etter(runde.frist, [settings.PURRING_LEDER], naa) if moment <= naa]

    def tell(user: Bruker, kind: Varselart, tiltak: Tiltak, moment: datetime) -> None:
        letter = letters.setdefault(user.pk, Brev(user, moment))
        letter.utlost = max(letter.utlost, moment)
        letter.deler.setdefault(kind, []).append(tiltak)

    days_over = (timezone.localdate(naa) - runde.frist).days
    for rad in status.mangler:
        deputies = folk.stedfortredere(rad.ansvar) if art(runde, naa) == Varselart.OVER_FRIST else []
        for user in dict.fromkeys([*rad.eiere, *deputies]):
            tell(user, art(runde, naa), rad.tiltak, called)
        for user in folk.ledere(rad.ansvar, dager_over=days_over) if raised else ():
            if user not in rad.eiere and user not in deputies:
                tell(user, Varselart.LEDER, rad.tiltak, max(raised))
    return [letter for letter in letters.values() if letter.bruker.email]


def lag_sammendrag(naa: datetime | None = None) -> int:
    """Write today's letters in the outbox. Safe to run again: a person has one place in it each day."""
    now = naa or na()
    runde = Statusrunde.objects.apen()
    if runde is None or not settings.EPOST:
        return 0
    folk = Folk()
    told = Sammendrag.objects.siste_lest(runde.tid)
    texts = ordlyder()
    letters = [
        _rad(brev, runde, texts, now)
        for brev in brevene(innhenting(runde, folk=folk), folk, now)
        if brev.bruker.pk not in told or told[brev.bruker.pk] < brev.utlost
    ]
    Sammendrag.objects.bulk_create(letters, ignore_conflicts=True)
    return len(letters)


def _rad(brev: Brev, runde: Statusrunde, texts: dict[Varselart, Ordlyd], now: datetime) -> Sammendrag:
    with translation.override(brev.bruker.sprak):
        emne, tekst = _ord(brev, runde, texts)
    numbers = sorted({row.nr for rows in brev.deler.values() for row in rows})
    return Sammendrag(
        bruker=brev.bruker, dag=timezone.localdate(now), emne=emne, tekst=tekst, tiltak=numbers, opprettet=now
    )


def _ord(brev: Brev, runde: Statusrunde, texts: dict[Varselart, Ordlyd]) -> tuple[str, str]:
    """Subject and text. What one must do oneself stands first, and gives the subject."""
    emne, parts = "", [_("Hei, %(navn)s.") % {"navn": brev.bruker}]
    for kind, rows in brev.deler.items():
        values = {
            "{navn}": str(brev.bruker),
            "{frist}": langdato(runde.frist),
            "{ar}": str(runde.ar),
            "{antall}": str(len(rows)),
            "{koordinator}": str(runde.startet_av),
        }
        emne = emne or fyll_inn(str(texts[kind].emne), values)
        parts.append(fyll_inn(str(texts[kind].tekst), values))
        if kind == Varselart.FORESPORSEL and runde.melding:
            parts.append(runde.melding)
        parts.append("\n\n".join(_linje(row, kind) for row in rows))
    parts.append(_("Du får høyst én slik e-post om dagen. Svar i Handlingsplan, ikke på denne e-posten."))
    return " ".join(emne.split())[:200], "\n\n".join(parts) + "\n"


def _linje(row: Tiltak, kind: Varselart) -> str:
    """One tiltak with its deep link: to the form for who answers, to the tiltak for who leads."""
    page = row.get_absolute_url() if kind == Varselart.LEDER else reverse("ny_status", args=[row.nr])
    return _("Tiltak %(nr)s: %(tittel)s") % {"nr": row.nr, "tittel": row.tittel} + f"\n{settings.ADRESSE}{page}"


# --- Sending --------------------------------------------------------------------------------------------------
def send_ventende() -> int:
    """Send what waits. Safe to run by two at once, and to be killed at any moment."""
    now = timezone.now()
    Sammendrag.objects.avbrutt(now).update(tilstand=Sendetilstand.AVBRUTT, lease=None)
    ready = Sammendrag.objects.kan_tas(now, timezone.localdate(now)).order_by("opprettet").values_list("pk", flat=True)
    return sum(_send(pk) for pk in list(ready))


def _send(pk: object) -> bool:
    """Hold it, hand it over, say so."""
    now = timezone.now()
    free = Sammendrag.objects.kan_tas(now, timezone.localdate(now)).select_related("bruker")
    row = free.ta(pk, HOLD, tilstand=Sendetilstand.SENDER)
    if row is None:
        return False
    letter = EmailMessage(
        row.emne,
        row.tekst,
        to=[row.bruker.email],
        headers={"Message-ID": f"<{row.pk}@handlingsplan>", "Auto-Submitted": "auto-generated"},
    )
    try:
        letter.send()
    except IKKE_LEVERT as feil:
        logg.warning("E-post %s ble ikke levert: %s", row.pk, type(feil).__name__)
        if row.forsok >= MAKS_FORSOK:
            utboks.ferdig(row, tilstand=Sendetilstand.FEILET)
        else:
            utboks.utsett(row, VENT, tilstand=Sendetilstand.VENTER)
        return False
    except Exception as feil:  # the server may have it: never twice
        logg.warning("E-post %s ble avbrutt: %s", row.pk, type(feil).__name__)
        utboks.ferdig(row, tilstand=Sendetilstand.AVBRUTT)
        return False
    utboks.ferdig(row, tilstand=Sendetilstand.SENDT, sendt=timezone.now())
    return True


def slett_gamle_utkast() -> None:
    """Drafts live for 14 days; the worker sees no others."""
    Statusutkast.objects.utgatte(timezone.now()).delete()

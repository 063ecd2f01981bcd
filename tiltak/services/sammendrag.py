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


def _etter(frist: date, first: Iterable[int], naa: datetime) -> list[datetime]:
    """Days after the deadline on which one is told, then every week."""
    dager = sorted(first)
    weekly = range(dager[-1] + 7, max((timezone.localdate(naa) - frist).days, 0) + 1, 7)
    return [midnatt(frist + timedelta(days=dag)) for dag in (*dager, *weekly)]


def utlosere(runde: Statusrunde, naa: datetime) -> list[datetime]:
    """Every moment until now that called for a letter to those who answer."""
    before = [midnatt(runde.frist - timedelta(days=dag)) for dag in settings.PURRING_FOR]
    times = [runde.tid, *before, *_etter(runde.frist, settings.PURRING_ETTER, naa)]
    times += [runde.paminnet] if runde.paminnet else []
    return [moment for moment in times if runde.tid <= moment <= naa]


def art(runde: Statusrunde, naa: datetime) -> Varselart:
    """How far the round has come."""
    dag = timezone.localdate(naa)
    if dag > runde.frist:
        return Varselart.OVER_FRIST
    near = dag >= runde.frist - timedelta(days=max(settings.PURRING_FOR)) and timezone.localdate(runde.tid) < dag
    return Varselart.PAMINNELSE if near or runde.paminnet else Varselart.FORESPORSEL


def brevene(status: Innhenting, folk: Folk, naa: datetime) -> list[Brev]:
    """Everyone who lacks an answer; after the deadline also who answers with them, and who leads them."""
    runde, letters = status.runde, dict[int, Brev]()
    called = max(utlosere(runde, naa))
    raised = [moment for moment in _etter(runde.frist, [settings.PURRING_LEDER], naa) if moment <= naa]

    def tell(user: Bruker, slag: Varselart, tiltak: Tiltak, moment: datetime) -> None:
        letter = letters.setdefault(user.pk, Brev(user, moment))
        letter.utlost = max(letter.utlost, moment)
        letter.deler.setdefault(slag, []).append(tiltak)

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
    tekster = ordlyder()
    letters = [
        _rad(brev, runde, tekster, now)
        for brev in brevene(innhenting(runde, folk=folk), folk, now)
        if brev.bruker.pk not in told or told[brev.bruker.pk] < brev.utlost
    ]
    Sammendrag.objects.bulk_create(letters, ignore_conflicts=True)
    return len(letters)


def _rad(brev: Brev, runde: Statusrunde, tekster: dict[Varselart, Ordlyd], naa: datetime) -> Sammendrag:
    with translation.override(brev.bruker.sprak):
        emne, tekst = _ord(brev, runde, tekster)
    numre = sorted({rad.nr for rader in brev.deler.values() for rad in rader})
    return Sammendrag(
        bruker=brev.bruker, dag=timezone.localdate(naa), emne=emne, tekst=tekst, tiltak=numre, opprettet=naa
    )


def _ord(brev: Brev, runde: Statusrunde, tekster: dict[Varselart, Ordlyd]) -> tuple[str, str]:
    """Subject and text. What one must do oneself stands first, and gives the subject."""
    emne, parts = "", [_("Hei, %(navn)s.") % {"navn": brev.bruker}]
    for slag, rader in brev.deler.items():
        verdier = {
            "{navn}": str(brev.bruker),
            "{frist}": langdato(runde.frist),
            "{ar}": str(runde.ar),
            "{antall}": str(len(rader)),
            "{koordinator}": str(runde.startet_av),
        }
        emne = emne or fyll_inn(str(tekster[slag].emne), verdier)
        parts.append(fyll_inn(str(tekster[slag].tekst), verdier))
        if slag == Varselart.FORESPORSEL and runde.melding:
            parts.append(runde.melding)
        parts.append("\n\n".join(_linje(rad, slag) for rad in rader))
    parts.append(_("Du får høyst én slik e-post om dagen. Svar i Handlingsplan, ikke på denne e-posten."))
    return " ".join(emne.split())[:200], "\n\n".join(parts) + "\n"


def _linje(rad: Tiltak, slag: Varselart) -> str:
    """One tiltak with its deep link: to the form for who answers, to the tiltak for who leads."""
    side = rad.get_absolute_url() if slag == Varselart.LEDER else reverse("ny_status", args=[rad.nr])
    return _("Tiltak %(nr)s: %(tittel)s") % {"nr": rad.nr, "tittel": rad.tittel} + f"\n{settings.ADRESSE}{side}"


# --- Sending --------------------------------------------------------------------------------------------------
def send_ventende() -> int:
    """Send what waits. Safe to run by two at once, and to be killed at any moment."""
    naa = timezone.now()
    Sammendrag.objects.avbrutt(naa).update(tilstand=Sendetilstand.AVBRUTT, lease=None)
    ready = (
        Sammendrag.objects.kan_tas(naa, timezone.localdate(naa))
        .order_by("opprettet", "pk")
        .values_list("pk", flat=True)
    )
    return sum(_send(pk) for pk in list(ready))


def _send(pk: object) -> bool:
    """Hold it, hand it over, say so."""
    naa = timezone.now()
    free = Sammendrag.objects.kan_tas(naa, timezone.localdate(naa)).select_related("bruker")
    rad = free.ta(pk, HOLD, tilstand=Sendetilstand.SENDER)
    if rad is None:
        return False
    letter = EmailMessage(
        rad.emne,
        rad.tekst,
        to=[rad.bruker.email],
        headers={"Message-ID": f"<{rad.pk}@handlingsplan>", "Auto-Submitted": "auto-generated"},
    )
    try:
        letter.send()
    except IKKE_LEVERT as feil:
        logg.warning("E-post %s ble ikke levert: %s", rad.pk, type(feil).__name__)
        if rad.forsok >= MAKS_FORSOK:
            utboks.ferdig(rad, tilstand=Sendetilstand.FEILET)
        else:
            utboks.utsett(rad, VENT, tilstand=Sendetilstand.VENTER)
        return False
    except Exception as feil:  # the server may have it: never twice
        logg.warning("E-post %s ble avbrutt: %s", rad.pk, type(feil).__name__)
        utboks.ferdig(rad, tilstand=Sendetilstand.AVBRUTT)
        return False
    utboks.ferdig(rad, tilstand=Sendetilstand.SENDT, sendt=timezone.now())
    return True


def slett_gamle_utkast() -> None:
    """Drafts live for 14 days; the worker sees no others."""
    Statusutkast.objects.utgatte(timezone.now()).delete()

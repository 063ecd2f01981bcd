"""Accounts and roles: made, changed and ended by the systemansvarlig, with a reason, never on one's own account."""

import secrets
import uuid
from collections.abc import Callable
from datetime import datetime, timedelta

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.utils.crypto import salted_hmac
from django.utils.translation import gettext_lazy as _

from felles.engang import alt_laget
from felles.handler import krev_handler
from felles.tid import na

from .models import Bruker, Kalenderadresse, Rolletildeling, avtrykk
from .policy import can_administer, can_change_account, uforenlig_med
from .roles import Rolle

# No letters or digits that look alike on paper.
TEGN = "abcdefghjkmnpqrstuvwxyz23456789"


VISES_IGJEN = timedelta(minutes=10)


def _engangspassord(trekk: Callable[[str], str] = secrets.choice) -> str:
    """Four groups of four: about 80 bits, and it can be read aloud."""
    return "-".join("".join(trekk(TEGN) for _nr in range(4)) for _gruppe in range(4))


def _strom(av: Bruker, skjema: uuid.UUID) -> Callable[[str], str]:
    """Draws that this person's form can make again, and nobody without the server's secret: kept nowhere."""
    tall = int(salted_hmac("brukere.engangspassord", f"{av.pk} {skjema}", algorithm="sha512").hexdigest(), 16)

    def trekk(tegn: str) -> str:
        nonlocal tall
        tall, nr = divmod(tall, len(tegn))
        return tegn[nr]

    return trekk


def _las_konto(av: Bruker, bruker: Bruker) -> Bruker:
    """The account, locked; refused when the acting user may not manage it."""
    krev_handler(av)
    if not can_change_account(av, bruker):
        raise PermissionDenied
    return Bruker.objects.select_for_update(of=("self",)).get(pk=bruker.pk)


@transaction.atomic
def opprett_bruker(
    *, av: Bruker, skjema: uuid.UUID, brukernavn: str, navn: str, tittel: str = "", epost: str = ""
) -> tuple[Bruker, str]:
    """A new account and its one-time password; a second send of the form finds the account, and the same password.

    It is told again to the one who made the account, for ten minutes and while it still opens it; then it is "".
    """
    krev_handler(av)
    if not can_administer(av):
        raise PermissionDenied
    passord = _engangspassord(_strom(av, skjema))
    if finnes := alt_laget(Bruker.objects, skjema, felt="skjema"):
        kjent = finnes.date_joined > na() - VISES_IGJEN and finnes.check_password(passord)
        return finnes, passord if kjent else ""
    bruker = Bruker(skjema=skjema, username=brukernavn, navn=navn, tittel=tittel, email=epost, ma_bytte_passord=True)
    bruker.set_password(passord)
    bruker.save()
    return bruker, passord


@transaction.atomic
def nytt_engangspassord(*, av: Bruker, bruker: Bruker) -> str:
    """For who forgot theirs. Their sessions end, and they must choose a new one at the next log-in."""
    konto = _las_konto(av, bruker)
    passord = _engangspassord()
    konto.set_password(passord)
    konto.ma_bytte_passord = True
    konto.save(update_fields=["password", "ma_bytte_passord"])
    konto.okter.all().delete()
    return passord


@transaction.atomic
def endre_bruker(*, av: Bruker, bruker: Bruker, navn: str, tittel: str, epost: str) -> Bruker:
    """Name, title and address of the account. The user name stays."""
    konto = _las_konto(av, bruker)
    konto.navn, konto.tittel, konto.email = navn, tittel, epost
    konto.save(update_fields=["navn", "tittel", "email"])
    return konto


@transaction.atomic
def deaktiver(*, av: Bruker, bruker: Bruker, grunn: str) -> None:
    """Close the account: sessions and roles end now (R29)."""
    konto = _las_konto(av, bruker)
    konto.is_active = False
    konto.save(update_fields=["is_active"])
    Kalenderadresse.objects.gjeldende().filter(bruker=konto).update(trukket=na())
    for tildeling in Rolletildeling.objects.gjeldende().filter(bruker=konto):
        _avslutt(tildeling, grunn)
    konto.okter.all().delete()


@transaction.atomic
def aktiver(*, av: Bruker, bruker: Bruker) -> None:
    """Open the account again, without the roles it had: those are given anew."""
    konto = _las_konto(av, bruker)
    konto.is_active = True
    konto.save(update_fields=["is_active"])


@transaction.atomic
def gi_rolle(
    *, av: Bruker, bruker: Bruker, skjema: uuid.UUID, rolle: str, grunn: str, til: datetime | None = None
) -> Rolletildeling:
    """Give a role from now, with a reason, to a date or until it is ended. It opens no case."""
    konto = _las_konto(av, bruker)
    if finnes := alt_laget(konto.rolletildelinger, skjema, felt="skjema"):
        return finnes
    if not konto.is_active:
        raise ValidationError(_("Kontoen er stengt. Åpne den først."))
    if konto.har_rolle(Rolle(rolle)):
        raise ValidationError({"rolle": _("Brukeren har alt denne rollen.")})
    if uforenlig := uforenlig_med(rolle, konto.roller):
        navn = ", ".join(sorted(str(Rolle(annen).label) for annen in uforenlig))
        raise ValidationError({"rolle": _("Rollen kan ikke holdes sammen med %(navn)s.") % {"navn": navn}})
    return Rolletildeling.objects.create(
        bruker=konto, skjema=skjema, rolle=rolle, grunn=grunn, til=til, gitt_av=av, fra=na()
    )


def _avslutt(tildeling: Rolletildeling, grunn: str) -> None:
    tildeling.til, tildeling.sluttgrunn = na(), grunn
    tildeling.save(update_fields=["til", "sluttgrunn"])


@transaction.atomic
def avslutt_rolle(*, av: Bruker, tildeling: Rolletildeling, grunn: str) -> None:
    """End a role now, and the person's sessions with it (R29). Ending it twice changes nothing."""
    konto = _las_konto(av, tildeling.bruker)
    if gyldig := Rolletildeling.objects.gjeldende().filter(bruker=konto, pk=tildeling.pk).first():
        _avslutt(gyldig, grunn)
        konto.okter.all().delete()


def velg_utseende(*, av: Bruker, sprak: str, fargevalg: str) -> None:
    """Everyone chooses their own language and colours."""
    krev_handler(av)
    Bruker.objects.filter(pk=av.pk).update(sprak=sprak, fargevalg=fargevalg)


@transaction.atomic
def logg_ut_bruker(*, av: Bruker, bruker: Bruker) -> int:
    """End every session of somebody whose machine is lost or whose password may be known (ASVS 7.4.5)."""
    return int(_las_konto(av, bruker).okter.all().delete()[0])


def avslutt_egne_okter(*, av: Bruker, unntatt: str, merke: uuid.UUID | None = None) -> int:
    """End one's own sessions elsewhere: the one that is pointed at, or all (ASVS 7.5.2)."""
    krev_handler(av)
    okter = av.okter.exclude(session_key=unntatt)
    return int((okter.filter(merke=merke) if merke else okter).delete()[0])


def ny_kalenderadresse(*, av: Bruker) -> str:
    """A new secret key to one's own calendar, shown once; the one before stops working."""
    Bruker.objects.select_for_update(of=("self",)).get(pk=av.pk)  # two clicks at once make two keys, one after another
    trekk_kalenderadresse(av=av)
    nokkel = secrets.token_urlsafe(32)
    Kalenderadresse.objects.create(bruker=av, avtrykk=avtrykk(nokkel), laget=na())
    return nokkel


def trekk_kalenderadresse(*, av: Bruker) -> None:
    """The address stops working now. Doing it twice changes nothing."""
    krev_handler(av)
    Kalenderadresse.objects.gjeldende().filter(bruker=av).update(trukket=na())

"""Ask for status, remind, and end the asking. The letters are the worker's work (services.sammendrag)."""

from collections.abc import Collection, Mapping
from datetime import date
from uuid import UUID

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from brukere.models import Bruker
from felles.avslag import Konflikt
from felles.engang import alt_laget, vent_pa_tur
from felles.handler import krev_handler
from felles.ko import vekk
from felles.tid import idag, na

from ..choices import Varselart
from ..lesing.varseltekst import ukjente_felt
from ..models import Plan, Statusforesporsel, Statusrunde, Tiltak, Varseltekst
from ..policy import can_rapportere_alle

SEND = "tiltak.send_sammendrag"


def _krev_koordinator(av: Bruker) -> None:
    """Only the koordinator asks for the whole plan."""
    krev_handler(av)
    if not can_rapportere_alle(av):
        raise PermissionDenied


@transaction.atomic
def start_runde(
    *, av: Bruker, nokkel: UUID, ar: int, frist: date, tiltak: Collection[Tiltak], melding: str = ""
) -> Statusrunde:
    """One act asks all who answer for the chosen tiltak. The same form sent twice is one round."""
    _krev_koordinator(av)
    if same := alt_laget(Statusrunde.objects.filter(startet_av=av), nokkel):
        return same
    if frist < idag():
        raise ValidationError({"frist": _("Fristen er over. Velg en dag fra i dag av.")})
    plan = Plan.objects.gjeldende()
    wrong = [rad for rad in tiltak if rad.plan_id != plan.pk]
    if wrong or not tiltak:
        raise ValidationError({"tiltak": _("Velg minst ett tiltak i planen som gjelder nå.")})
    runde = Statusrunde(id=nokkel, plan=plan, ar=ar, frist=frist, melding=melding, startet_av=av, tid=na())
    try:
        with transaction.atomic():
            runde.save(force_insert=True)
            Statusforesporsel.objects.bulk_create(Statusforesporsel(runde=runde, tiltak=rad) for rad in tiltak)
    except IntegrityError:
        raise ValidationError(_("En innhenting er alt i gang. Avslutt den før du starter en ny.")) from None
    vekk(SEND)
    return runde


def _laas(runde: Statusrunde) -> Statusrunde:
    rad = Statusrunde.objects.select_for_update(of=("self",)).get(pk=runde.pk)
    if rad.avsluttet:
        raise ValidationError(_("Innhentingen er alt avsluttet."))
    return rad


@transaction.atomic
def minn_om_status(*, av: Bruker, runde: Statusrunde) -> Statusrunde:
    """Remind all who have not answered, in their next digest: today if they have had none."""
    _krev_koordinator(av)
    rad = _laas(runde)
    rad.paminnet = na()
    rad.save(update_fields=["paminnet"])
    vekk(SEND)
    return rad


@transaction.atomic
def flytt_frist(*, av: Bruker, runde: Statusrunde, frist: date) -> Statusrunde:
    """A new deadline; the reminders follow it. The history keeps the former."""
    _krev_koordinator(av)
    if frist < idag():
        raise ValidationError({"frist": _("Fristen er over. Velg en dag fra i dag av.")})
    rad = _laas(runde)
    rad.frist = frist
    rad.save(update_fields=["frist"])
    return rad


@transaction.atomic
def avslutt_runde(*, av: Bruker, runde: Statusrunde) -> Statusrunde:
    """No more letters. What was answered stands."""
    _krev_koordinator(av)
    rad = _laas(runde)
    rad.avsluttet = na()
    rad.save(update_fields=["avsluttet"])
    return rad


@transaction.atomic
def lagre_varseltekst(*, av: Bruker, art: Varselart, emne: str, tekst: str, sett: int) -> Varseltekst:
    """The municipality's own wording. Only the places we know may stand in it."""
    _krev_koordinator(av)
    wrong: Mapping[str, list[str]] = {
        navn: unknown for navn, text in (("emne", emne), ("tekst", tekst)) if (unknown := ukjente_felt(text))
    }
    if wrong:
        raise ValidationError(
            {
                navn: _("Vi kjenner ikke %(felt)s. Bruk bare feltene i lista.") % {"felt": ", ".join(unknown)}
                for navn, unknown in wrong.items()
            }
        )
    vent_pa_tur(f"varseltekst {art}")
    rad = Varseltekst.objects.filter(art=art).first()
    if (rad.versjon if rad else 0) != sett and rad and (rad.emne, rad.tekst) != (emne, tekst):
        raise Konflikt.etter_historikken(rad, rad.versjon)
    rad = rad or Varseltekst(art=art, versjon=0)
    rad.emne, rad.tekst, rad.versjon = emne, tekst, rad.versjon + 1
    rad.save()
    return rad

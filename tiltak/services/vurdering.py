"""Agree to a report or send it back; mark a tiltak as important. The report itself stands as told."""

from uuid import UUID

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from brukere.models import Bruker
from felles.engang import alt_laget
from felles.handler import krev_handler
from felles.tid import na

from ..choices import Vurderingsutfall
from ..models import Statusrapport, Statusvurdering, Tiltak
from ..policy import can_rapportere_alle


@transaction.atomic
def vurder(*, av: Bruker, rapport: Statusrapport, nokkel: UUID, utfall: str, kommentar: str = "") -> Statusvurdering:
    """One word on each report, by somebody else than who told it. The same form sent twice is one."""
    krev_handler(av)
    if same := alt_laget(Statusvurdering.objects.filter(av=av, rapport=rapport), nokkel):
        return same
    if not Statusrapport.objects.venter_pa(av).filter(pk=rapport.pk).exists():
        if Statusvurdering.objects.filter(rapport=rapport).exists() and rapport.rapportert_av_id != av.pk:
            raise ValidationError(_("Rapporten er alt vurdert av en annen."))
        raise PermissionDenied
    if utfall == Vurderingsutfall.SENDT_TILBAKE and not kommentar.strip():
        raise ValidationError({"kommentar": _("Skriv hva som må rettes.")})
    rad = Statusvurdering(
        id=nokkel,
        rapport=rapport,
        rapportert_av_id=rapport.rapportert_av_id,
        utfall=utfall,
        kommentar=kommentar,
        av=av,
        tid=na(),
    )
    try:
        with transaction.atomic():
            rad.save(force_insert=True)
    except IntegrityError:
        raise ValidationError(_("Rapporten er alt vurdert av en annen.")) from None
    return rad


@transaction.atomic
def sett_viktig(*, av: Bruker, tiltak: Tiltak, viktig: bool) -> Tiltak:
    """The koordinator says which tiltak two people must agree are done. The history keeps who and when."""
    krev_handler(av)
    if not can_rapportere_alle(av) or not tiltak.plan.er_gjeldende:
        raise PermissionDenied
    tiltak.viktig = viktig
    tiltak.save(update_fields=["viktig"])
    return tiltak

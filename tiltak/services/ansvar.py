"""Hand responsibility over: one row ends on a day, the next begins on it, with the reason. Nothing is overwritten."""

from datetime import date

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from brukere.models import Bruker
from felles.handler import krev_handler
from felles.tid import idag
from samarbeid.choices import Aktortype
from samarbeid.models import Aktor

from ..models import Ansvar
from ..policy import can_rapportere_alle


def _virksomhet(enhet: Aktor) -> Aktor:
    """The organisation a municipal unit is part of."""
    seen, found = {enhet.pk}, enhet
    while found.over is not None and found.over.pk not in seen:
        found = found.over
        seen.add(found.pk)
    return found


@transaction.atomic
def overfor_ansvar(*, av: Bruker, ansvar: Ansvar, til: Aktor, fra: date, grunn: str) -> Ansvar:
    """«Ansvar for tiltaket er overført fra … til …» (faggrunnlag 16): a dated event with a reason."""
    krev_handler(av)
    if not can_rapportere_alle(av) or not ansvar.tiltak.plan.er_gjeldende:
        raise PermissionDenied
    rad = Ansvar.objects.select_for_update(of=("self",)).select_related("tiltak__plan").get(pk=ansvar.pk)
    if rad.til:
        raise ValidationError(_("Noen andre har alt overført dette ansvaret. Last siden på nytt."))
    begins = rad.fra or rad.tiltak.plan.vedtatt_dato or date(rad.tiltak.plan.utgave, 1, 1)
    if fra < begins:
        raise ValidationError({"fra": _("Dagen er før ansvaret begynte (%(dag)s).") % {"dag": f"{begins:%d.%m.%Y}"}})
    if fra > idag():
        raise ValidationError({"fra": _("Dato kan ikke være fram i tid.")})
    enhet = til if til.type == Aktortype.KOMMUNAL_ENHET and til.over_id else None
    holder = _virksomhet(til) if enhet else til
    if (rad.aktor_id, rad.enhet_id) == (holder.pk, enhet.pk if enhet else None):
        raise ValidationError({"til": _("%(aktor)s har alt dette ansvaret.") % {"aktor": til}})
    rad.til = fra
    rad.save(update_fields=["til"])
    return Ansvar.objects.create(
        tiltak=rad.tiltak,
        rekkefolge=rad.rekkefolge,
        rolle=rad.rolle,
        aktor=holder,
        enhet=enhet,
        navn_i_planen=holder.navn[:120],
        enhet_i_planen=enhet.navn[:120] if enhet else "",
        fra=fra,
        etter=rad,
        grunn=grunn,
    )

"""What waits on a person because of break-glass: who has it, who decides, who reviews, who owns the case."""

from django.urls import reverse
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from brukere.models import Bruker
from felles.dato import klokkeslett
from felles.gjoremal import Gjoremal

from ..models import Nodtilgang
from ..policy import (
    can_avgjore_nodtilgang,
    can_fore_tilsyn,
    can_view_nodtilganger,
    can_vurdere_nodtilgang,
    far_vite_om_nodtilgang,
)
from ..services.nodtilgang import apen_vurdering


def ventende(user: Bruker, *, i_saker: bool) -> list[Gjoremal]:
    """Every open one the walls show. `i_saker`: the person holds something in some case."""
    if far_vite_om_nodtilgang(user):
        apen = apen_vurdering()
        told = _("Til orientering. Du trenger ikke gjøre noe.")
        return (
            [Gjoremal(_("En nødtilgang venter på personvernombudets vurdering"), reverse("personvern"), told)]
            if apen
            else []
        )
    if not can_view_nodtilganger(user, i_saker=i_saker):
        return []
    rader = [rad for rad in Nodtilgang.objects.apne()[:50] if rad.fra is not None or rad.venter]
    return [gjoremal for rad in rader if (gjoremal := _en(user, rad))]


def _en(user: Bruker, rad: Nodtilgang) -> Gjoremal | None:
    url, frist = reverse("bekymring_nodtilgang_en", args=[rad.pk]), localdate(rad.sokt)
    if rad.bruker_id == user.pk:
        if rad.pagar and rad.til:
            return Gjoremal(_("Du har nødtilgang til kl. %(kl)s") % {"kl": klokkeslett(rad.til)}, url, frist=frist)
        return Gjoremal(_("Nødtilgangen din venter på godkjenning"), url, frist=frist) if rad.venter else None
    if can_avgjore_nodtilgang(user, rad):
        return Gjoremal(_("Godkjenn eller avslå nødtilgang"), url, frist=frist)
    if can_vurdere_nodtilgang(user, rad):
        return Gjoremal(_("Vurder bruken av nødtilgang"), url, frist=frist)
    if rad.pagar and can_fore_tilsyn(user):
        return Gjoremal(_("Nødtilgang er i bruk nå"), url, frist=frist)
    if rad.fra is None or (rad.krever_to and not _leder(user, rad)):
        return None
    return Gjoremal(_("Nødtilgang er brukt i en sak du har ansvaret for"), url, frist=frist)


def _leder(user: Bruker, rad: Nodtilgang) -> bool:
    return user.tilganger.filter(content_object=rad.sak_id, rett="led").exists()

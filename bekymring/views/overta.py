"""A case that nobody leads any more is taken over by who is koordinator now (R29)."""

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from brukere.models import Foresporsel

from ..services.tilgang import overta_sak
from .felles import finn, til_saken


@require_POST
def overta(request: Foresporsel, ref: str) -> HttpResponse:
    sak, _plass = finn(request, ref)
    try:
        overta_sak(av=request.user, sak=sak)
    except PermissionDenied:
        raise Http404 from None
    return til_saken(request, sak, _("Du leder nå saken."))

"""The only way out of an uploaded document: as a download, for those who see the tiltak."""

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_safe

from brukere.models import Foresporsel

from ..choices import MIME
from ..models import Tiltak, Vedlegg


@require_safe
def last_ned(request: Foresporsel, nr: int, pk: UUID) -> HttpResponse:
    """Never shown in the page: saved under a name of ours, and unable to run should a browser open it all the same."""
    seen = Tiltak.objects.visible_to(request.user).filter(nr=nr)
    rad = get_object_or_404(Vedlegg.objects.filter(tiltak__in=seen, tatt_bort=False), pk=pk)
    headers = {
        "Content-Disposition": f'attachment; filename="{rad.filnavn}"',
        "X-Content-Type-Options": "nosniff",
        "Content-Security-Policy": "default-src 'none'; frame-ancestors 'none'; sandbox",
    }
    return HttpResponse(bytes(rad.innhold), content_type=MIME[rad.filtype], headers=headers)

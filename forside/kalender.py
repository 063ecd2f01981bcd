"""The personal calendar: one's own deadlines and meetings, at a secret address that works without log-in.

The request stands as nobody before the database, so that nothing behind a wall could be in it even by mistake."""

import hashlib

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.utils.cache import get_conditional_response
from django.utils.http import http_date
from django.utils.translation import gettext as _
from django.utils.translation import override

from brukere.models import Kalenderadresse
from felles.kalender import MIMETYPE, ics
from samarbeid.visning import kalender as samarbeid
from tiltak.visning import kalender as tiltak


def svar(request: HttpRequest, nokkel: str) -> HttpResponse:
    """The file, or 304. A wrong, a withdrawn and a closed account's address are the same 404."""
    adresse = Kalenderadresse.objects.gyldig(nokkel)
    if adresse is None:
        raise Http404
    user = adresse.bruker
    with override(user.sprak):
        navn = _("Handlingsplan, %(kommune)s") % {"kommune": settings.KOMMUNE}
        entries = [*tiltak.frister(user), *samarbeid.moter(user)]
        body = ics(entries, navn=navn, sprak=user.sprak, rot=request.build_absolute_uri("/").rstrip("/"))
    response = HttpResponse(body, content_type=MIMETYPE)
    response["Content-Disposition"] = 'inline; filename="handlingsplan.ics"'
    response["ETag"] = etag = f'"{hashlib.sha256(body).hexdigest()[:32]}"'
    times = (adresse.laget, tiltak.sist_endret(), samarbeid.sist_endret())
    latest = int(max(when for when in times if when).timestamp())
    response["Last-Modified"] = http_date(latest)
    return get_conditional_response(request, etag=etag, last_modified=latest, response=response) or response

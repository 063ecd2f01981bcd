"""The personal calendar: one's own deadlines and meetings, at a secret address that works without log-in.

The request stands as nobody before the database, so that nothing behind a wall could be in it even by mistake."""

import hashlib

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.utils.cache import get_conditional_response
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
    # The file itself is the only thing that knows all that went into it: who answers for what, places of work, the
    # language, and the days that pass. No moment kept anywhere tells of all these, so none is given: who asks by date
    # gets the file, who asks by its print hears «not changed».
    response["ETag"] = etag = f'"{hashlib.sha256(body).hexdigest()[:32]}"'
    return get_conditional_response(request, etag=etag, response=response) or response

"""/bekymring/familie/: a family has asked the koordinator for guidance."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from brukere.models import Foresporsel
from felles.skjemaside import skjemaside

from ..forms.familie import Familieskjema
from ..policy import can_starte_familieveiledning
from ..services.familie import start_familieveiledning
from .felles import krev


@require_http_methods(["GET", "HEAD", "POST"])
def start(request: Foresporsel) -> HttpResponse:
    krev(can_starte_familieveiledning(request.user))
    skjema = Familieskjema(request.POST if request.method == "POST" else None)

    def gjor(data: dict[str, Any]) -> HttpResponse:
        sak = start_familieveiledning(av=request.user, nokkel=data["nokkel"], onske=data["onske"])
        messages.success(request, _("Familieveiledningen er registrert."))
        return redirect("bekymring_sak", ref=sak.ref)

    return skjemaside(request, skjema, gjor, lambda: render(request, "bekymring/familie.html", {"skjema": skjema}))

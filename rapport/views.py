"""Order, follow, approve and download the status report of a year."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.text import slugify
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from brukere.models import Foresporsel
from felles.tid import idag
from tiltak.models import Plan

from . import policy, services
from .forms import Bestillingsskjema
from .models import Rapport
from .visning import jobb as visning
from .visning import tegn

GRENSE = 100
OPPDATER = 3


def _finn(request: Foresporsel, pk: int) -> Rapport:
    rader = Rapport.objects.visible_to(request.user).select_related(
        "erstatter", "erstattet_av", "bestilt_av", "godkjent_av", "publisert_av"
    )
    return get_object_or_404(rader.defer("bilde", "erstatter__bilde", "erstattet_av__bilde"), pk=pk)


@require_http_methods(["GET", "HEAD", "POST"])
def liste(request: Foresporsel) -> HttpResponse:
    """All reports one may see; for koordinator and rådmann the order form too."""
    kan_bestille, ar = policy.kan_bestille(request.user), idag().year
    skjema = Bestillingsskjema(request.POST if request.method == "POST" else None) if kan_bestille else None
    if request.method == "POST":
        if skjema is None:
            raise Http404
        if skjema.is_valid():
            try:
                jobb = services.bestill_rapport(av=request.user, ar=ar, **skjema.cleaned_data)
            except Plan.DoesNotExist:
                skjema.add_error(None, _("Det er ikke lagt inn noen plan ennå, så det er ingenting å rapportere om."))
            else:
                return redirect(jobb.rapport)
    rapporter = Rapport.objects.visible_to(request.user).liste()[:GRENSE]
    data = {"rapporter": rapporter, "skjema": skjema, "prefiks": reverse("rapport:liste"), "ar": ar}
    return render(request, "rapport/liste.html", data | {"mangler": tegn.i_planen(ar) if kan_bestille else []})


@require_safe
def rapport(request: Foresporsel, pk: int) -> HttpResponse:
    """One report. While it is made the page asks again by itself, without JavaScript, until told to stop.

    A header does it, and a link ends it: a page that moves by itself must be stoppable (WCAG 2.2.1).
    """
    rapport = _finn(request, pk)
    jobb, dokument = rapport.jobber.siste(), rapport.dokument
    kan_bestille = policy.kan_bestille(request.user)
    data = {
        "rapport": rapport,
        "jobb": jobb,
        "dokument": dokument,
        "kan_bestille": kan_bestille,
        "kan_godkjenne": policy.kan_godkjenne(request.user, rapport),
        "venter_pa_radmannen": policy.venter_pa_radmannen(request.user, rapport),
        "kan_publisere": policy.kan_publisere(request.user, rapport),
        "sti": visning.sti(rapport),
        "fakta": visning.om_dokumentet(dokument),
        "mangler": tegn.i_rapporten(rapport) if kan_bestille else [],
        "om": visning.om_rapporten(rapport, ser_utkast=kan_bestille),
        "venter": bool(jobb and jobb.er_aktiv),
        "stanset": "stans" in request.GET,
        **visning.fremdrift(jobb),
    }
    svar = render(request, "rapport/rapport.html", data)
    if data["venter"] and not data["stanset"]:
        svar.headers["Refresh"] = str(OPPDATER)
    return svar


@require_safe
def pdf(request: Foresporsel, pk: int) -> HttpResponse:
    """The document. Who may have it is asked now, not when it was ordered (beslutninger 15)."""
    rapport = _finn(request, pk)
    dokument = rapport.dokument
    if dokument is None:
        raise Http404
    navn = slugify(f"statusrapport {rapport.ar} versjon {rapport.versjon}")
    headers = {"Content-Disposition": f'attachment; filename="{navn}.pdf"', "X-Content-Type-Options": "nosniff"}
    return HttpResponse(bytes(dokument.innhold), content_type="application/pdf", headers=headers)


HANDLINGER: dict[str, tuple[Callable[..., Any], str | Promise]] = {
    "prov_igjen": (services.prov_igjen, ""),
    "godkjenn": (services.godkjenn_rapport, gettext_lazy("Rapporten er godkjent. Den endelige utgaven lages nå.")),
    "publiser": (
        services.publiser_rapport,
        gettext_lazy("Rapporten er publisert. Alle som logger inn, kan laste den ned."),
    ),
}


@require_POST
def handling(request: Foresporsel, pk: int) -> HttpResponse:
    """Try again, approve or publish. What may not be done now looks as if it did not exist."""
    rapport = _finn(request, pk)
    if not (chosen := HANDLINGER.get(request.POST.get("handling", ""))):
        raise Http404
    tjeneste, melding = chosen
    try:
        tjeneste(av=request.user, rapport=rapport)
    except PermissionDenied:
        if not policy.kan_bestille(request.user):
            raise Http404 from None
        messages.warning(request, _("Dette kan ikke gjøres nå. Noen andre kan ha gjort det før deg."))
    else:
        if melding:
            messages.success(request, str(melding))
    return redirect(rapport)

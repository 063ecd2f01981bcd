"""Log-in is allauth's; here are log-out, own sessions, the choice of language and the demo's one-button log-in."""

from typing import Any
from uuid import UUID

from allauth.account.views import LogoutView
from django.conf import settings
from django.contrib import messages
from django.contrib.auth import get_user_model, login
from django.contrib.auth.decorators import login_not_required
from django.core.exceptions import BadRequest
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from felles.skjema import behold_aldri

from ..models import Foresporsel
from ..services import avslutt_egne_okter, velg_utseende
from .lenker import trygg
from .opptrapping import krev_fersk_innlogging


class LoggUt(LogoutView):
    """Out, and the browser forgets what it kept of us (T8)."""

    def post(self, *args: Any, **kwargs: Any) -> HttpResponse:
        response = super().post(*args, **kwargs)
        response["Clear-Site-Data"] = settings.GLEM_VED_UTLOGGING
        return response


@require_safe
def okt(request: HttpRequest) -> HttpResponse:
    """Asking for this page is using the session: for who writes long, with and without JavaScript."""
    return render(request, "account/okt.html")


@require_POST
@behold_aldri
@krev_fersk_innlogging
def avslutt_okter(request: Foresporsel) -> HttpResponse:
    """End one of my own sessions, or all but this, having proved again who I am (ASVS 7.5.2)."""
    try:
        merke = UUID(request.POST["okt"]) if request.POST.get("okt") else None
    except ValueError:
        raise BadRequest("okt") from None
    antall = avslutt_egne_okter(av=request.user, unntatt=request.session.session_key or "", merke=merke)
    messages.success(request, _("Du er logget ut der.") if antall else _("Du var ikke logget inn andre steder."))
    return redirect("min_side")


@login_not_required
@require_POST
def demo_logg_inn(request: HttpRequest) -> HttpResponse:
    """Log in as a persona with one button. Exists only where DEMO=1."""
    if not settings.DEMO:
        raise Http404
    user = get_object_or_404(get_user_model(), username=request.POST.get("bruker", ""), is_active=True)
    login(request, user, backend=settings.AUTHENTICATION_BACKENDS[0])
    request.session["demo"] = True
    return _tilbake(request)


@require_POST
def velg_sprak(request: Foresporsel) -> HttpResponse:
    """Bokmål or nynorsk, kept with the user and used from the next page on."""
    sprak = request.POST.get("sprak", "")
    if sprak not in dict(settings.LANGUAGES):
        raise BadRequest("sprak")
    velg_utseende(av=request.user, sprak=sprak, fargevalg=request.user.fargevalg)
    return _tilbake(request)


def _tilbake(request: HttpRequest) -> HttpResponse:
    """To the page one came from, when it is ours."""
    return redirect(trygg(request, request.POST.get("next", "/")))

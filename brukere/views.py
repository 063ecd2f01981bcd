"""Log-in and log-out are allauth's; here are the choice of language and the demo's one-button log-in."""

from django.conf import settings
from django.contrib.auth import get_user_model, login
from django.contrib.auth.decorators import login_not_required
from django.core.exceptions import BadRequest
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_POST

from .services import velg_utseende


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
def velg_sprak(request: HttpRequest) -> HttpResponse:
    """Bokmål or nynorsk, kept with the user and used from the next page on."""
    sprak = request.POST.get("sprak", "")
    if sprak not in dict(settings.LANGUAGES):
        raise BadRequest("sprak")
    velg_utseende(av=request.user, sprak=sprak, fargevalg=request.user.fargevalg)
    return _tilbake(request)


def _tilbake(request: HttpRequest) -> HttpResponse:
    """To the page one came from, when it is ours."""
    target = request.POST.get("next", "/")
    safe = url_has_allowed_host_and_scheme(target, {request.get_host()})
    return redirect(target if safe else "/")

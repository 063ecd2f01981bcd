"""The start page, which composes the rooms."""

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from brukere.models import Foresporsel

from . import kalender as kalenderen
from .oversikt import startside
from .sok import sokeside


@require_safe
def oversikt(request: Foresporsel) -> HttpResponse:
    return render(request, "oversikt.html", startside(request))


@require_safe
def sok(request: Foresporsel) -> HttpResponse:
    """Plan and partners, never a case. A GET: the address of a search can be sent to a colleague."""
    return render(request, "sok.html", sokeside(request.user, request.GET))


@login_not_required
@require_safe
def kalender(request: HttpRequest, nokkel: str) -> HttpResponse:
    """One's own deadlines and meetings for a calendar program. The address itself is the key."""
    return kalenderen.svar(request, nokkel)


def csrf_feil(request: HttpRequest, reason: str = "") -> HttpResponse:
    """The form was open too long or came from elsewhere: say so in plain words."""
    return render(request, "403_csrf.html", status=403)

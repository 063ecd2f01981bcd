"""The start page, which composes the rooms, and the few pages that belong to none of them."""

from django.contrib.auth.decorators import login_not_required
from django.db import connection
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe


@require_safe
def oversikt(request: HttpRequest) -> HttpResponse:
    return render(request, "oversikt.html")


@login_not_required
@require_safe
def helse_live(request: HttpRequest) -> HttpResponse:
    """The process answers. No I/O."""
    return HttpResponse("ok", content_type="text/plain")


@login_not_required
@require_safe
def helse_klar(request: HttpRequest) -> HttpResponse:
    """The database answers."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1")
    return HttpResponse("ok", content_type="text/plain")


def csrf_feil(request: HttpRequest, reason: str = "") -> HttpResponse:
    """The form was open too long or came from elsewhere: say so in plain words."""
    return render(request, "403_csrf.html", status=403)

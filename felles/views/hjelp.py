"""Help, privacy and accessibility: open to everybody, also before log-in."""

from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from felles.hjelp import SIDER


@login_not_required
@require_safe
def hjelp(request: HttpRequest) -> HttpResponse:
    """All help pages by job."""
    return render(request, "felles/hjelp.html", {"sider": SIDER})


@login_not_required
@require_safe
def hjelpeside(request: HttpRequest, slug: str) -> HttpResponse:
    """One job, step by step."""
    side = next((side for side in SIDER if side.slug == slug), None)
    if side is None:
        raise Http404
    return render(request, "felles/hjelpeside.html", {"side": side, "sider": SIDER})


@login_not_required
@require_safe
def personvern(request: HttpRequest) -> HttpResponse:
    """How we work and what is stored, in plain language; prints well."""
    return render(request, "felles/personvern.html")


@login_not_required
@require_safe
def tilgjengelighet(request: HttpRequest) -> HttpResponse:
    """The accessibility statement."""
    return render(request, "felles/tilgjengelighet.html")

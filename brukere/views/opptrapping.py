"""Step-up: what is dangerous asks who you are once more, unless you just said so (ASVS 7.5.3)."""

from collections.abc import Callable
from functools import wraps
from typing import Any
from urllib.parse import urlencode

from allauth.core import ratelimit
from django.conf import settings
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from .. import okter
from ..forms import Passordbekreftelse
from .lenker import trygg

View = Callable[..., HttpResponse]


class ForstBekreft(HttpResponseRedirect):
    """To the page that asks for the password. What was typed is kept meanwhile (forside.avbrutt)."""

    def __init__(self, neste: str) -> None:
        super().__init__(f"{reverse('bekreft_innlogging')}?{urlencode({'next': neste})}")


def krev_fersk_innlogging(view: View) -> View:
    """The page opens when the password was given within `OKT_FERSK`. Put it inside what says who may."""

    @wraps(view)
    def vakt(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if not okter.er_fersk(request.session):
            return ForstBekreft(request.get_full_path())
        return view(request, *args, **kwargs)

    return vakt


@require_http_methods(["GET", "HEAD", "POST"])
def bekreft(request: HttpRequest) -> HttpResponse:
    """Ask for the password, then back to where one was. In the demo a session from a button needs a button."""
    skjema = Passordbekreftelse(request.POST or None)
    neste = trygg(request, request.POST.get("next") or request.GET.get("next", ""))
    knapp = settings.DEMO and request.session.get("demo", False)
    holder = knapp and "knapp" in request.POST
    if request.method == "POST" and (holder or (skjema.is_valid() and _riktig(request, skjema))):
        okter.bekreft(request.session)
        return redirect(neste)
    return render(request, "account/bekreft.html", {"skjema": skjema, "neste": neste, "med_knapp": knapp})


def _riktig(request: HttpRequest, skjema: Passordbekreftelse) -> bool:
    """The right password, and not tried too often: the limit follows the account, and only this session's user."""
    if not ratelimit.consume(request, action="reauthenticate", user=request.user):
        skjema.add_error(None, ValidationError(_("Du har prøvd mange ganger. Vent ett minutt.")))
    elif request.user.check_password(skjema.cleaned_data["passord"]):
        return True
    else:
        skjema.add_error("passord", ValidationError(_("Passordet er ikke riktig.")))
    return False

"""A form sent after the session ended, or before a step-up, is kept and comes back after log-in.

It lies encrypted as its writer's own draft (`Utkast`). Fetched again it is shown in its own page, unsent: the forms'
base sees `GJENOPPTA` and asks one to look it over (felles.skjema), and nothing else the page does is kept
(vern.middleware).
"""

import hashlib
from collections.abc import Callable
from typing import Any
from urllib.parse import urlencode, urlsplit

from django.contrib.messages import get_messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_http_methods

from bekymring.services.utkast import hent_utkast, lagre_utkast, slett_utkast
from brukere.models import Bruker, Foresporsel
from brukere.views.opptrapping import ForstBekreft
from felles.skjema import GJENOPPTA
from vern.kontekst import som

SKJEMA = "avbrutt:"
AAPNE = "hp_avbrutt"  # in the session: addresses whose draft was fetched and is not yet sent
STORST = 2_000_000
UTEN = {"csrfmiddlewaretoken", GJENOPPTA}
BARE_TEKNISK = {"nokkel", "versjon", "next"}


def merke(sti: str) -> str:
    """The draft's name in an address: tells nothing of the page it was written on (R31)."""
    return hashlib.sha256(sti.encode()).hexdigest()[:24]


def _felt(request: HttpRequest) -> dict[str, list[str]]:
    """What was typed. Never a password, nothing when there was only a button, or when the page keeps nothing."""
    if request.resolver_match and getattr(request.resolver_match.func, "behold_aldri", False):
        return {}
    felt = {
        navn: verdier
        for navn, verdier in request.POST.lists()
        if navn not in UTEN and "passord" not in navn and "password" not in navn
    }
    har_innhold = any(verdi.strip() for navn in felt.keys() - BARE_TEKNISK for verdi in felt[navn])
    storrelse = sum(len(verdi) for verdier in felt.values() for verdi in verdier)
    return felt if har_innhold and storrelse <= STORST else {}


def behold(bruker: Bruker, request: HttpRequest) -> str:
    """Keep the form as its writer's draft; the address where it is fetched again, or nothing when it held no text."""
    felt = _felt(request)
    if not felt or "\0" in str(felt):
        return ""
    path = request.get_full_path()
    with som(bruker):
        lagre_utkast(av=bruker, skjema=SKJEMA + merke(path), data={"sti": path, "felt": felt})
    return reverse("fortsett", args=[merke(path)])


class BeholdSkjema:
    """Where a POST is answered with «log in first», what it carried is kept."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        if request.method != "POST":
            return response
        if getattr(request, "uten_virkning", False):
            return self._vist_igjen(request, response)
        if isinstance(response, ForstBekreft) and request.user.is_authenticated:
            return _til(response, behold(request.user, request) or _side(request))
        if (utlopt := getattr(request, "utlopt_bruker", None)) and _er_innlogging(response):
            return _til(response, behold(utlopt, request) or _side(request))
        self._sendt(request, response)
        return response

    def process_view(self, request: HttpRequest, view: Any, args: Any, kwargs: Any) -> None:
        """After the CSRF check: is this a draft that is to be looked over?"""
        shown = request.method == "POST" and GJENOPPTA in request.POST
        request.uten_virkning = shown  # type: ignore[attr-defined]  # for vern.middleware

    def _vist_igjen(self, request: HttpRequest, response: HttpResponse) -> HttpResponse:
        """The form stands there again. A page that has no form to show answers as if it was just opened."""
        if response.status_code == 200:
            request.session[AAPNE] = sorted({*request.session.get(AAPNE, []), merke(request.get_full_path())})
            return response
        list(get_messages(request))  # nothing was done: nothing is said to be done
        return redirect(request.get_full_path()) if response.status_code < 400 else response

    def _sendt(self, request: HttpRequest, response: HttpResponse) -> None:
        """The draft was sent: it is one no more."""
        apne = request.session.get(AAPNE)
        if not apne or not request.user.is_authenticated:
            return
        if response.status_code == 302 and (navn := merke(request.get_full_path())) in apne:
            with som(request.user):
                slett_utkast(av=request.user, skjema=SKJEMA + navn)
            request.session[AAPNE] = [annen for annen in apne if annen != navn]


def _er_innlogging(response: HttpResponse) -> bool:
    return isinstance(response, HttpResponseRedirect) and response.url.startswith(reverse("account_login") + "?next=")


def _side(request: HttpRequest) -> str:
    """The page one stood on: an address that only takes forms is none to come back to."""
    fra = request.headers.get("Referer", "")
    if not url_has_allowed_host_and_scheme(fra, {request.get_host()}):
        return "/"
    deler = urlsplit(fra)
    return f"{deler.path}?{deler.query}" if deler.query else deler.path or "/"


def _til(response: HttpResponse, neste: str) -> HttpResponse:
    adresse = response["Location"].partition("?")[0]
    response["Location"] = f"{adresse}?{urlencode({'next': neste})}"
    return response


@require_http_methods(["GET", "HEAD", "POST"])
def fortsett(request: Foresporsel, merke: str) -> HttpResponse:
    """What I had typed when I was logged out: fetch it into its page, or throw it away."""
    user = request.user
    utkast = hent_utkast(av=user, skjema=SKJEMA + merke)
    if utkast is None:
        raise Http404
    if request.method == "POST":
        slett_utkast(av=user, skjema=SKJEMA + merke)
        return redirect(utkast["sti"])
    felt = [(navn, verdi) for navn, verdier in utkast["felt"].items() for verdi in verdier]
    tekster = [verdi for _navn, verdi in felt if " " in verdi.strip()]
    return render(
        request, "fortsett.html", {"sti": utkast["sti"], "felt": felt, "tekster": tekster, "flagg": GJENOPPTA}
    )

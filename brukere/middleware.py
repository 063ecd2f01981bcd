"""The session's limits, the language each user chose, and the change of a one-time password."""

from collections.abc import Callable

from django.conf import settings
from django.contrib.auth.models import AnonymousUser
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import translation

from . import okter


class Oktgrense:
    """Idle or long sessions open nothing: who asks is nobody, until they log in (ASVS 7.3.1, 7.3.2).

    `request.utlopt_bruker` is whose it was, for `forside.avbrutt` only.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if request.path.startswith(("/static/", "/helse/")) or not request.user.is_authenticated:
            return self.get_response(request)
        if okter.utlopt(request.session):
            request.utlopt_bruker = request.user  # type: ignore[attr-defined]  # for forside.avbrutt
            request.user = AnonymousUser()
        else:
            okter.bruk(request.session)
        return self.get_response(request)


class Sprak:
    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        language = getattr(request.user, "sprak", "") or settings.LANGUAGE_CODE
        with translation.override(language):
            request.LANGUAGE_CODE = language
            return self.get_response(request)


class Engangspassord:
    """Who was given a one-time password chooses their own before anything else."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        bytt = reverse("account_change_password")
        apne = (bytt, reverse("account_logout"), "/static/", "/helse/", "/hjelp/")
        if getattr(request.user, "ma_bytte_passord", False) and not request.path.startswith(apne):
            return redirect(bytt)
        return self.get_response(request)

"""The language each user chose, and the change of a one-time password."""

from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import translation


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

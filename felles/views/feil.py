"""The pages for what went wrong. Nothing of the address or the cause is told (kontrakt: 404 looks the same)."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render


def ikke_funnet(request: HttpRequest, exception: Exception) -> HttpResponse:
    """Not there, or not for you: the same body, without the form token that differs from page to page."""
    return render(request, "404.html", {"uten_skjema": True}, status=404)


def kan_ikke_leses(request: HttpRequest, exception: Exception) -> HttpResponse:
    """What was sent cannot be understood."""
    return render(request, "400.html", {"uten_skjema": True}, status=400)

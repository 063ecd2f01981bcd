"""The pages for what went wrong. Nothing of the address or the cause is told (kontrakt: 404 looks the same)."""

from django.core.exceptions import RequestDataTooBig, TooManyFieldsSent
from django.http import HttpRequest, HttpResponse, UnreadablePostError
from django.http.multipartparser import MultiPartParserError
from django.shortcuts import render


def ikke_funnet(request: HttpRequest, exception: Exception) -> HttpResponse:
    """Not there, or not for you: the same body, without the form token that differs from page to page.

    What somebody wrote and sent is given back to them alone: the page may have been theirs when they began.
    """
    return render(request, "404.html", {"uten_skjema": True, "skrevet": _skrevet(request)}, status=404)


def _skrevet(request: HttpRequest) -> list[str]:
    """The texts in what was sent: all with words, which keys, choices and dates have not."""
    if request.method != "POST":
        return []
    try:
        verdier = [verdi for navn in request.POST for verdi in request.POST.getlist(navn)]
    except (RequestDataTooBig, TooManyFieldsSent, MultiPartParserError, UnreadablePostError):
        return []
    return [verdi for verdi in verdier if " " in verdi.strip()]


def kan_ikke_leses(request: HttpRequest, exception: Exception) -> HttpResponse:
    """What was sent cannot be understood."""
    return render(request, "400.html", {"uten_skjema": True}, status=400)

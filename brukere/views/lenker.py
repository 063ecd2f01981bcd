"""Addresses that come from outside."""

from django.http import HttpRequest
from django.utils.http import url_has_allowed_host_and_scheme


def trygg(request: HttpRequest, adresse: str) -> str:
    """The address when it is ours, else the start page."""
    trygt = url_has_allowed_host_and_scheme(adresse, {request.get_host()}, require_https=request.is_secure())
    return adresse if trygt and "\n" not in adresse else "/"

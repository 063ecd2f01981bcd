"""What follows from a log-in, however it was done."""

from typing import Any

from django.apps import AppConfig
from django.contrib.auth.signals import user_logged_in
from django.http import HttpRequest
from django.utils import timezone

from . import okter


def innlogget(sender: object, request: HttpRequest, user: Any, **_mer: object) -> None:
    """Start the session's clocks, and clear away the person's sessions that nothing can be known from any more."""
    okter.begynn(request.session, request)
    user.okter.filter(expire_date__lt=timezone.now()).delete()


class BrukereConfig(AppConfig):
    name = "brukere"

    def ready(self) -> None:
        user_logged_in.connect(innlogget, dispatch_uid="brukere.innlogget")

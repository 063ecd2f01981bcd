"""Who is asking, told to the database for the length of one request and not a moment longer."""

from collections.abc import Callable

from django.db import connection, transaction
from django.http import HttpRequest, HttpResponse


def set_uid(uid: str) -> str:
    """Set the context of this transaction; return the former value, which a savepoint does not restore."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT current_setting('hp.uid', true), set_config('hp.uid', %s, true)", [uid])
        return cursor.fetchone()[0] or ""


class Kontekst:
    """One transaction around the whole request, rendering included; rolled back on any status of 500 or more."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if request.path.startswith("/helse/"):
            return self.get_response(request)
        with transaction.atomic():
            former = set_uid(str(request.user.pk or ""))
            try:
                response = self.get_response(request)
                if response.status_code >= 500:
                    transaction.set_rollback(True)
                return response
            finally:
                if former and not connection.needs_rollback:
                    set_uid(former)

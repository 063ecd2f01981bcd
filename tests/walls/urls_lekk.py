"""Pages that fail in the middle of a case: with its text in hand, in the error's words, and in a statement's values."""

from django.db import connection
from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import path

from bekymring.lesing.innsyn import innsyn
from bekymring.models import Sak
from handlingsplan.urls import urlpatterns as ekte


def _tekst(request, ref):
    sak = get_object_or_404(Sak.objects.visible_to(request.user), ref=ref)
    ring = innsyn(request, [sak], del_="sak")
    return ring.apne(sak.tekster.order_by("tid")[0])


def i_ord(request, ref):
    innhold = _tekst(request, ref)
    raise RuntimeError(f"kunne ikke vise {innhold}")


def i_sql(request, ref):
    """The database's own message quotes the value."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT %s::integer", [_tekst(request, ref)])
    return HttpResponse()


def i_rad(request, ref):
    """A row that is refused is quoted whole in the message's detail."""
    with connection.cursor() as cursor:
        cursor.execute(
            "INSERT INTO brukere_bruker (username, navn, password, is_superuser, is_staff, is_active, date_joined, "
            "tittel, email, sprak, fargevalg, ma_bytte_passord) "
            "VALUES ('x', left(%s, 100), '', true, true, true, now(), '', '', 'nb', 'auto', false)",
            [_tekst(request, ref)],
        )
    return HttpResponse()


urlpatterns = [
    *ekte,
    path("lekk/ord/<str:ref>/", i_ord),
    path("lekk/sql/<str:ref>/", i_sql),
    path("lekk/rad/<str:ref>/", i_rad),
]

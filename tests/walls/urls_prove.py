"""Pages that show, write and fail, with the product's own ways of finding, logging and opening."""

from django.db import connection
from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.template import engines
from django.template.response import TemplateResponse
from django.urls import path

from bekymring.choices import Hendelseart
from bekymring.lesing.innsyn import innsyn
from bekymring.models import Sak, Tekst
from bekymring.services.tilgang import skriv_hendelse
from handlingsplan.urls import urlpatterns as ekte


def vis(request, ref):
    """Everything of a case, opened while the template renders."""
    sak = get_object_or_404(Sak.objects.visible_to(request.user), ref=ref)
    ring = innsyn(request, [sak], del_="prøve")
    mal = engines["django"].from_string("{{ n }} {% for t in tekster %}[{{ t }}]{% endfor %}")
    return TemplateResponse(request, mal, {"n": sak.nummer, "tekster": (ring.apne(t) for t in sak.tekster.all())})


def alt(request):
    """A view that forgot every filter."""
    return HttpResponse(" ".join(str(t.sak_id) for t in Tekst.objects.all()), content_type="text/plain")


def feiler(request, ref):
    """Writes, then breaks."""
    sak = get_object_or_404(Sak.objects.visible_to(request.user), ref=ref)
    skriv_hendelse(av=request.user, sak=sak, sone="felles", art=Hendelseart.VURDERING)
    raise RuntimeError


def lydlos(request, ref):
    """Writes, then answers 500 without an exception."""
    sak = get_object_or_404(Sak.objects.visible_to(request.user), ref=ref)
    skriv_hendelse(av=request.user, sak=sak, sone="felles", art=Hendelseart.VURDERING)
    return HttpResponse("feil", status=500)


def uten_rad(request):
    """Leaves a grant without its case: the commit fails."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT vern.ny_sak(false)")
    return HttpResponse("HEMMELIG")


urlpatterns = [
    *ekte,
    path("prove/alt/", alt),
    path("prove/uten-rad/", uten_rad),
    path("prove/<str:ref>/", vis),
    path("prove/<str:ref>/feiler/", feiler),
    path("prove/<str:ref>/lydlos/", lydlos),
]

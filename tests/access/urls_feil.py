"""The product's addresses and some that go wrong in each way a page can."""

from django.core.exceptions import BadRequest, PermissionDenied
from django.urls import path

from handlingsplan.urls import urlpatterns as ekte


def gar_galt(request):
    raise RuntimeError("HEMMELIG")


def darlig(request):
    raise BadRequest("HEMMELIG")


def forbudt(request):
    raise PermissionDenied


urlpatterns = [*ekte, path("feil/500/", gar_galt), path("feil/400/", darlig), path("feil/403/", forbudt)]

"""What the registry's form pages share: the koordinator's door, and one way to show, save and answer."""

from collections.abc import Callable
from functools import wraps
from typing import Any, Protocol

from django.contrib import messages
from django.forms import BaseForm
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from brukere.models import Foresporsel
from felles import skjemaside as felles

from ..policy import can_edit_registeret, can_view_registeret

View = Callable[..., HttpResponse]
LAGRE = _("Lagre")
Smule = dict[str, Any]


class HarSide(Protocol):
    """A row that has a page of its own."""

    def get_absolute_url(self) -> str: ...


def bare_for(kan: Callable[[Any], bool]) -> Callable[[View], View]:
    """For others than those the policy names the page does not exist."""

    def pynt(view: View) -> View:
        @wraps(view)
        def vakt(request: Foresporsel, *args: Any, **kwargs: Any) -> HttpResponse:
            if not kan(request.user):
                raise Http404
            return view(request, *args, **kwargs)

        return vakt

    return pynt


for_leser = bare_for(can_view_registeret)
for_redaktor = bare_for(can_edit_registeret)


def sti(*smuler: tuple[Any, str | Promise]) -> list[Smule]:
    """Breadcrumbs from the registry's front page down to this one."""
    return [
        {"navn": str(navn), "url": url or "#innhold"}
        for navn, url in ((_("Samarbeid"), reverse("samarbeid:aktorer")), *smuler)
    ]


def skjemaside(
    request: Foresporsel,
    skjema: BaseForm,
    *,
    lagre: Callable[[dict[str, Any]], HarSide],
    tittel: Any,
    smuler: list[Smule],
    tilbake: str | Promise,
    beskjed: Any,
    knapp: Any = LAGRE,
    ingress: Any = "",
) -> HttpResponse:
    """The registry's form page: the row is saved by its service and shown."""

    def gjor(data: dict[str, Any]) -> HttpResponse:
        rad = lagre(data)
        messages.success(request, beskjed)
        return redirect(rad)

    side = {"skjema": skjema, "tittel": tittel, "sti": smuler, "tilbake": tilbake, "knapp": knapp, "ingress": ingress}
    return felles.skjemaside(request, skjema, gjor, lambda: render(request, "samarbeid/skjema.html", side))

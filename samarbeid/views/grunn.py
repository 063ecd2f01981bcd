"""What the registry's form pages share: the koordinator's door, and one way to show, save and answer."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.forms import BaseForm
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from ..policy import can_edit_registeret, can_view_registeret
from ..services import Konflikt

View = Callable[..., HttpResponse]
LAGRE = _("Lagre")
Smule = dict[str, Any]


def bare_for(kan: Callable[[Any], bool]) -> Callable[[View], View]:
    """For others than those the policy names the page does not exist."""

    def pynt(view: View) -> View:
        @wraps(view)
        def vakt(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
            if not kan(request.user):
                raise Http404
            return view(request, *args, **kwargs)

        return vakt

    return pynt


for_leser = bare_for(can_view_registeret)
for_redaktor = bare_for(can_edit_registeret)


def sti(*smuler: tuple[Any, str]) -> list[Smule]:
    """Breadcrumbs from the registry's front page down to this one."""
    return [
        {"navn": str(navn), "url": url or "#innhold"}
        for navn, url in ((_("Samarbeid"), reverse("samarbeid:aktorer")), *smuler)
    ]


def _vis_konflikt(skjema: Any, rad: models.Model) -> None:
    siste = rad.history.select_related("history_user").first()  # type: ignore[attr-defined]
    navn = getattr(siste.history_user, "navn", "") or str(_("En annen"))
    lagret = skjema.som_rad(rad)
    skjema.konflikt(navn=navn, tid=siste.history_date, versjon=rad.versjon, lagret=lagret)  # type: ignore[attr-defined]


def skjemaside(
    request: HttpRequest,
    skjema: BaseForm,
    *,
    lagre: Callable[[dict[str, Any]], models.Model],
    tittel: Any,
    smuler: list[Smule],
    tilbake: str,
    beskjed: Any,
    knapp: Any = LAGRE,
    ingress: Any = "",
) -> HttpResponse:
    """Show the form; when it is right, save it through its service and answer with a receipt."""
    if request.method == "POST" and skjema.is_valid():
        try:
            with transaction.atomic():
                rad = lagre(skjema.cleaned_data)
        except Konflikt as konflikt:
            _vis_konflikt(skjema, konflikt.rad)
        except ValidationError as feil:
            skjema.add_error(None, feil)
        else:
            messages.success(request, beskjed)
            return redirect(rad)
    data = {"skjema": skjema, "tittel": tittel, "sti": smuler, "tilbake": tilbake, "knapp": knapp, "ingress": ingress}
    return render(request, "samarbeid/skjema.html", data)


def uten(data: dict[str, Any], *navn: str) -> dict[str, Any]:
    """The cleaned data without the form's own fields."""
    return {nokkel: verdi for nokkel, verdi in data.items() if nokkel not in {"nokkel", "versjon", *navn}}

"""What all pages of a case begin with."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from brukere.models import Foresporsel
from felles import skjemaside as felles
from felles.avslag import Avslag, Konflikt
from felles.engang import alt_laget
from felles.skjema import MedVersjon, Skjema, sendt_nokkel
from vern.forberedt import forberedt

from ..models import Sak, Samtale
from ..policy import Adgang, les_adgang
from ..services.feil import IkkeTillatt
from ..visning.sak import overskrift

SAKEN_ENDRET = gettext_lazy(
    "Noen andre har endret saken mens du skrev. Teksten din står her. Se hva som er nytt, og send på nytt."
)


def finn(request: Foresporsel, ref: str) -> tuple[Sak, Adgang]:
    """The case and what the reader holds in it; else 404, whether it exists or not."""
    saker = Sak.objects.visible_to(request.user).select_related("kjernegruppe", "saksansvarlig")
    with forberedt():
        sak = get_object_or_404(saker, ref=ref)
        return sak, les_adgang(request.user, sak)


def krev(ja: bool) -> None:
    """A page that is not for this person does not exist."""
    if not ja:
        raise Http404


def i_saken(
    skjema: Skjema, rad: Sak | Samtale, gjor: Callable[[dict[str, Any]], HttpResponse]
) -> Callable[[dict[str, Any]], HttpResponse]:
    """`gjor`, answering as a case does: what is not allowed is not there, and nobody is told who was before them.

    `rad` is what the form's version counts: after a conflict a second send has seen its newest state.
    """

    def gjort(data: dict[str, Any]) -> HttpResponse:
        try:
            return gjor(data)
        except IkkeTillatt:
            raise Http404 from None
        except Konflikt:
            if isinstance(skjema, MedVersjon):
                rad.refresh_from_db(fields=["versjon"])
                skjema.har_sett(rad.versjon)
            raise Avslag(SAKEN_ENDRET) from None

    return gjort


def skjemaside(
    request: Foresporsel,
    sak: Sak,
    skjema: Skjema,
    gjor: Callable[[dict[str, Any]], HttpResponse],
    *,
    rad: Samtale | None = None,
    **side: Any,
) -> HttpResponse:
    """One form of a case on one page; `side` is what the page says besides."""
    return felles.skjemaside(
        request, skjema, i_saken(skjema, rad or sak, gjor), lambda: vis_skjema(request, sak, skjema, **side)
    )


def vis_skjema(request: Foresporsel, sak: Sak, skjema: Skjema, **mer: Any) -> HttpResponse:
    """One form on one page."""
    context = {"sak": sak, "overskrift": overskrift(sak), "skjema": skjema} | mer
    return render(request, mer.get("mal", "bekymring/skjema.html"), context)


def alt_gjort(request: Foresporsel, sak: Sak) -> bool:
    """The form has been sent before: what it did is an event with its key, whatever the page would say now."""
    nokkel = sendt_nokkel(request)
    return nokkel is not None and alt_laget(sak.hendelser, nokkel) is not None


def til_saken(request: Foresporsel, sak: Sak, melding: str = "") -> HttpResponse:
    messages.success(request, melding or _("Lagret."))
    return redirect("bekymring_sak", ref=sak.ref)


def til_lista(request: Foresporsel, melding: str) -> HttpResponse:
    """When the act took the case away from the one who did it."""
    messages.success(request, melding)
    return redirect("bekymring_liste")

"""/bekymring/personsok/: is this person already in one of my cases? Asked and answered at once, kept nowhere."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from brukere.models import Foresporsel
from felles.skjema import behold_aldri
from vern.innsyn import avvist

from ..forms.personsok import PersonsokSkjema
from ..policy import can_soke_person
from ..services.personsok import ForMangeSok, Personsoktreff, sok_person
from ..visning.sak import sakslinje
from .felles import krev


@require_http_methods(["GET", "HEAD", "POST"])
@behold_aldri
def sok(request: Foresporsel) -> HttpResponse:
    """For the koordinator; for others the page does not exist. After an answer the form is empty again."""
    krev(can_soke_person(request.user))
    skjema = PersonsokSkjema(request.POST if request.method == "POST" else None)
    svar: dict[str, Any] = {}
    if request.method == "POST" and skjema.is_valid():
        try:
            treff = sok_person(request, av=request.user, **skjema.cleaned_data)
        except ForMangeSok as feil:
            avvist(request, "søk etter person")
            skjema.add_error(None, str(feil.meldinger[0]))
        else:
            svar, skjema = {"spurt": True, "treff": [_linje(ett) for ett in treff]}, PersonsokSkjema()
    return render(request, "bekymring/personsok.html", {"skjema": skjema} | svar)


def _linje(treff: Personsoktreff) -> dict[str, Any]:
    linje = sakslinje(treff.sak)
    return linje if treff.med_ar else linje | {"meta": _("Samme navn. Fødselsåret står ikke på kortet.")}

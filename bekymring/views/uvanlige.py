"""/personvern/uvanlige/: look-ups out of the ordinary, for the personvernombud to ask about and close."""

from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from brukere.models import Foresporsel

from ..choices import Sokeformal
from ..forms import OppslagsvurderingSkjema
from ..lesing.innsynslogg import SIDE
from ..services.personsok import siste_sok
from ..services.uvanlige import Uvanlig, ett_uvanlig, uvanlige_oppslag, vurder_oppslag
from .logg import _bare_ombud, _eldre_enn, _linje, _personer


def _vis(rader: list[Uvanlig], meg: int) -> list[Any]:
    personer = _personer(pk for rad in rader for pk in (rad.oppslag.bruker_id, rad.vurdert_av))
    return [
        _linje(
            rad.oppslag,
            id=rad.oppslag.id,
            hvem=personer.get(rad.oppslag.bruker_id),
            sak=next(({"nummer": nummer, "ref": ref} for nummer, ref in rad.oppslag.saker), None),
            regler=rad.regler,
            eget=rad.oppslag.bruker_id == meg,
            vurdert=rad.vurdert,
            vurdert_av=personer.get(rad.vurdert_av or 0),
            merknad=rad.merknad,
        )
        for rad in rader
    ]


@require_safe
def uvanlige(request: Foresporsel) -> HttpResponse:
    """Those that wait, and the newest of those that are closed."""
    _bare_ombud(request)
    apne = uvanlige_oppslag(vurderte=False, eldre_enn=_eldre_enn(request))
    lukket = uvanlige_oppslag(vurderte=True)[:10]
    linjer = _vis([*apne[:SIDE], *lukket], request.user.pk)
    sok = siste_sok()
    sokere = _personer(ett.bruker_id for ett in sok)
    context = {
        "linjer": [linje for linje in linjer if linje.vurdert is None],
        "lukket": [linje for linje in linjer if linje.vurdert is not None],
        "sok": [{"rad": ett, "hvem": sokere.get(ett.bruker_id), "formal": Sokeformal(ett.formal).label} for ett in sok],
        "eldre": apne[SIDE - 1].oppslag.id if len(apne) > SIDE else None,
    }
    return render(request, "personvern/uvanlige.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def vurder(request: Foresporsel, oppslag: int) -> HttpResponse:
    """One look-up: what was found out. One's own is not there."""
    _bare_ombud(request)
    meg = request.user
    rad = ett_uvanlig(oppslag) if oppslag < 2**63 - 1 else None
    if rad is None or rad.oppslag.bruker_id == meg.pk:
        raise Http404
    skjema = OppslagsvurderingSkjema(request.POST or None)
    if request.method == "POST" and skjema.is_valid():
        try:
            vurder_oppslag(av=meg, oppslag_id=oppslag, merknad=skjema.cleaned_data["merknad"])
        except PermissionDenied:
            raise Http404 from None
        messages.success(request, _("Oppslaget er vurdert."))
        return redirect("personvern_uvanlige")
    [linje] = _vis([rad], meg.pk)
    hva = f"{linje.hva} {linje.sak['nummer']}" if linje.sak else linje.hva
    return render(request, "personvern/vurder.html", {"linje": linje, "hva": hva, "skjema": skjema})

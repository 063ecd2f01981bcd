"""Report a concern: three short pages and a last look, kept as a draft on the way (ux.md job 4)."""

from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_safe

from felles.skjema import NokkelFelt
from vern.innsyn import innsyn

from .. import tekstlint
from ..choices import Aldersspenn, Kildetype, Tekstart
from ..flytpolicy import can_meld
from ..forms import MELDESIDER, MeldSeOver
from ..models import Kvittering, Sak
from ..services.feil import Flytfeil
from ..services.melding import meld
from ..services.tilgang import IngenKoordinator
from ..services.utkast import hent_utkast, lagre_utkast, slett_utkast, utkast_tid
from .felles import bruker, krev

SKJEMA = "melding"
REKKE = [*MELDESIDER, "se-over"]
TITLER = {
    "sett": gettext_lazy("Hva har du sett?"),
    "hvem": gettext_lazy("Hvem gjelder det?"),
    "gjort": gettext_lazy("Hva er gjort?"),
    "se-over": gettext_lazy("Se over"),
}
TEKSTFELT = ("observasjon", "beskyttelse", "gjort")


@require_http_methods(["GET", "HEAD", "POST"])
def side(request: HttpRequest, side: str = "sett") -> HttpResponse:
    """One page of the form. «Neste» and «Lagre utkast» both keep what was typed."""
    user = bruker(request)
    krev(can_meld(user) and side in MELDESIDER)
    data = hent_utkast(av=user, skjema=SKJEMA) or {}
    skjema = MELDESIDER[side](request.POST or None, initial=data)
    if request.method == "POST":
        if "slett" in request.POST:
            slett_utkast(av=user, skjema=SKJEMA)
            return redirect("bekymring_meld")
        if "utkast" in request.POST:
            skjema.is_valid()
            _lagre(user, data, {navn: request.POST.get(navn, "") for navn in skjema.fields})
            if "X-Utkast" in request.headers:
                return HttpResponse(status=204)
            return redirect("bekymring_meld_side", side=side) if side != "sett" else redirect("bekymring_meld")
        if skjema.is_valid():
            _lagre(user, data, skjema.cleaned_data)
            return redirect("bekymring_meld_side", side=REKKE[REKKE.index(side) + 1])
    return _vis(request, side, skjema)


def _lagre(user: Any, data: dict[str, Any], nytt: dict[str, Any]) -> None:
    trygt = {k: v[:20_000].replace("\x00", "") if isinstance(v, str) else v for k, v in nytt.items()}
    lagre_utkast(av=user, skjema=SKJEMA, data={"nokkel": NokkelFelt.ny()} | data | trygt)


def _vis(request: HttpRequest, side: str, skjema: Any, **mer: Any) -> HttpResponse:
    nummer = REKKE.index(side) + 1
    return render(
        request,
        "bekymring/meld.html",
        {
            "skjema": skjema,
            "side": side,
            "tittel": TITLER[side],
            "nummer": nummer,
            "antall": len(REKKE),
            "forrige": REKKE[nummer - 2] if nummer > 1 else "",
            "lagret": utkast_tid(av=bruker(request), skjema=SKJEMA),
        }
        | mer,
    )


@require_http_methods(["GET", "HEAD", "POST"])
def se_over(request: HttpRequest) -> HttpResponse:
    """The last look: everything on one page, what may name someone pointed out (R10), then sent once."""
    user = bruker(request)
    krev(can_meld(user))
    data = hent_utkast(av=user, skjema=SKJEMA)
    if request.method == "POST" and (sendt := _sendt_for(request)):
        return redirect("bekymring_kvittering", id=sendt.pk)
    if data is None or (mangler := _forste_mangel(data)):
        return redirect("bekymring_meld_side", side=mangler if data else "sett")
    funn = [f for navn in TEKSTFELT for f in tekstlint.finn(str(data.get(navn, "")))]
    skjema = MeldSeOver(request.POST or None, funn=bool(funn), initial={"nokkel": data["nokkel"]})
    if request.method == "POST" and skjema.is_valid():
        try:
            kvittering = meld(av=user, **_til_tjenesten(data, skjema.cleaned_data))
        except IngenKoordinator:
            skjema.add_error(None, _("Ingen koordinator kan ta imot nå. Ring kommunen, og send senere."))
        except Flytfeil as feil:
            for melding in feil.meldinger:
                skjema.add_error(None, str(melding))
        else:
            slett_utkast(av=user, skjema=SKJEMA)
            return redirect("bekymring_kvittering", id=kvittering.pk)
    return _vis(request, "se-over", skjema, funn=funn, rader=_rader(data))


def _sendt_for(request: HttpRequest) -> Kvittering | None:
    """The form was sent twice: the receipt is there already."""
    skjema = MeldSeOver(request.POST, funn=False)
    if not skjema.is_valid():
        return None
    return Kvittering.objects.filter(pk=skjema.cleaned_data["nokkel"], bruker=bruker(request)).first()


def _forste_mangel(data: dict[str, Any]) -> str:
    """The first page that is not complete."""
    return next((side for side, klasse in MELDESIDER.items() if not klasse(data).is_valid()), "")


def _til_tjenesten(data: dict[str, Any], sett: dict[str, Any]) -> dict[str, Any]:
    return {
        "nokkel": sett["nokkel"],
        "aldersspenn": data["aldersspenn"],
        "koordinator_inhabil": bool(data.get("inhabil")),
        "kilde": data["kilde"],
        "droftet": bool(data.get("droftet")),
        "akutt": bool(data.get("akutt")),
        "tekst_bekreftet": True,  # nothing was found, or the tick was given: the form sees to it
    } | {navn: data[navn] for navn in TEKSTFELT}


def _rader(data: dict[str, Any]) -> list[dict[str, str]]:
    """What will be sent, with the page where each can be changed."""
    return [
        {"navn": _("Hva du har sett eller hørt"), "verdi": data["observasjon"], "side": "sett"},
        {"navn": _("Hvordan du vet det"), "verdi": str(Kildetype(data["kilde"]).label), "side": "sett"},
        {"navn": _("Alder"), "verdi": str(Aldersspenn(data["aldersspenn"]).label), "side": "hvem"},
        {"navn": _("Hva som er bra"), "verdi": data["beskyttelse"], "side": "hvem"},
        {"navn": _("Hva dere har gjort"), "verdi": data["gjort"], "side": "gjort"},
    ]


@require_safe
def kvittering(request: HttpRequest, id: UUID) -> HttpResponse:
    """When it was sent and who answers; the own text for as long as it is the reporter's (beslutninger 9)."""
    rad = get_object_or_404(Kvittering.objects.select_related("svarer"), pk=id, bruker=request.user)
    sak = Sak.objects.visible_to(request.user).filter(pk=rad.sak_id).first()
    return vis_kvittering(request, rad, sak)


def vis_kvittering(request: HttpRequest, rad: Kvittering, sak: Sak | None) -> HttpResponse:
    """Own texts only, whatever else the writer holds elsewhere."""
    tekster = []
    if sak is not None:
        ring = innsyn(request, [sak], del_="kvittering")
        tekster = [
            {"navn": Tekstart(t.art).label, "verdi": ring.apne(t)}
            for t in sak.tekster.filter(av=request.user).order_by("tid")
        ]
    return render(request, "bekymring/kvittering.html", {"kvittering": rad, "tekster": tekster})

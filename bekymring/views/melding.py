"""Report a concern: three short pages and a last look, kept as a draft on the way (jobb 4)."""

from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_safe

from brukere.models import Foresporsel
from felles import skjemaside as felles
from felles.avslag import Avslag
from felles.engang import alt_laget
from felles.skjema import NokkelFelt, sendt_nokkel

from ..choices import Aldersspenn, Kildetype, Tekstart
from ..forms import MELDESIDER, MeldSeOver, PaNytt, tekstlint
from ..lesing.innsyn import innsyn
from ..models import Kvittering, Sak, Tekst
from ..policy import can_meld, can_sende_pa_nytt, er_sendt_tilbake
from ..services.felles import svarfrist
from ..services.flyt import utfor
from ..services.melding import meld
from ..services.tilgang import IngenKoordinator
from ..services.utkast import hent_utkast, lagre_utkast, slett_utkast, utkast_tid
from ..workflow import Steg
from .felles import finn, krev, skjemaside, til_saken

SKJEMA = "melding"
REKKE = [*MELDESIDER, "se-over"]
TITLER = {
    "sett": gettext_lazy("Hva har du sett?"),
    "hvem": gettext_lazy("Hvem gjelder det?"),
    "gjort": gettext_lazy("Hva er gjort?"),
    "se-over": gettext_lazy("Se over"),
}
MELDERENS = (Tekstart.OBSERVASJON, Tekstart.BESKYTTELSE, Tekstart.GJORT)
TEKSTFELT = ("observasjon", "beskyttelse", "gjort")


@require_http_methods(["GET", "HEAD", "POST"])
def side(request: Foresporsel, side: str = "sett") -> HttpResponse:
    """One page of the form. «Neste» and «Lagre utkast» both keep what was typed."""
    user = request.user
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


def _vis(request: Foresporsel, side: str, skjema: Any, **mer: Any) -> HttpResponse:
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
            "lagret": utkast_tid(av=request.user, skjema=SKJEMA),
        }
        | mer,
    )


@require_http_methods(["GET", "HEAD", "POST"])
def se_over(request: Foresporsel) -> HttpResponse:
    """The last look: everything on one page, what may name someone pointed out (R10), then sent once."""
    user = request.user
    krev(can_meld(user))
    if request.method == "POST" and (sendt := _sendt_for(request)):
        return redirect("bekymring_kvittering", id=sendt.pk)
    data = hent_utkast(av=user, skjema=SKJEMA)
    if data is None or (mangler := _forste_mangel(data)):
        return redirect("bekymring_meld_side", side=mangler if data else "sett")
    funn = [f for navn in TEKSTFELT for f in tekstlint.finn(str(data.get(navn, "")))]
    skjema = MeldSeOver(request.POST or None, funn=bool(funn), initial={"nokkel": data["nokkel"]})

    def gjor(sett: dict[str, Any]) -> HttpResponse:
        try:
            kvittering = meld(av=user, **_til_tjenesten(data, sett))
        except IngenKoordinator:
            raise Avslag(_("Ingen koordinator kan ta imot nå. Ring kommunen, og send senere.")) from None
        slett_utkast(av=user, skjema=SKJEMA)
        return redirect("bekymring_kvittering", id=kvittering.pk)

    return felles.skjemaside(
        request, skjema, gjor, lambda: _vis(request, "se-over", skjema, funn=funn, rader=_rader(data))
    )


def _sendt_for(request: Foresporsel) -> Kvittering | None:
    """The form was sent twice: the receipt is there already."""
    nokkel = sendt_nokkel(request)
    return alt_laget(Kvittering.objects.filter(bruker=request.user), nokkel) if nokkel else None


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
def kvittering(request: Foresporsel, id: UUID) -> HttpResponse:
    """When it was sent and who answers; the own text for as long as it is the reporter's (beslutninger 9)."""
    rad = get_object_or_404(Kvittering.objects.select_related("svarer"), pk=id, bruker=request.user)
    sak = Sak.objects.visible_to(request.user).filter(pk=rad.sak_id).first()
    return vis_kvittering(request, rad, sak)


def vis_kvittering(request: Foresporsel, rad: Kvittering, sak: Sak | None) -> HttpResponse:
    """Own texts only, whatever else the writer holds elsewhere; and why it came back, if it did."""
    tekster: list[dict[str, Any]] = []
    grunn = ""
    if sak is not None:
        ring = innsyn(request, [sak], del_="kvittering")
        tekster = [{"navn": t.get_art_display(), "verdi": ring.apne(t)} for t in egne_tekster(request, sak)]
        if er_sendt_tilbake(sak):
            begrunnelse = sak.tekster.filter(art=Tekstart.BEGRUNNELSE).order_by("-tid", "pk").first()
            grunn = ring.apne(begrunnelse) if begrunnelse else ""
    return render(
        request,
        "bekymring/kvittering.html",
        {
            "kvittering": rad,
            "svarfrist": svarfrist(timezone.localdate(rad.tid)),
            "tekster": tekster,
            "sak": sak,
            "grunn": grunn,
        },
    )


def egne_tekster(request: Foresporsel, sak: Sak) -> list[Tekst]:
    """What the reporter wrote, as it stands now: a text that was replaced is left out."""
    egne = list(sak.tekster.filter(av=request.user, art__in=MELDERENS).order_by("tid", "pk"))
    rettet = {t.retter_id for t in egne}
    return [t for t in egne if t.pk not in rettet]


@require_http_methods(["GET", "HEAD", "POST"])
def pa_nytt(request: Foresporsel, ref: str) -> HttpResponse:
    """A returned report is written again and sent."""
    sak, adgang = finn(request, ref)
    krev(can_sende_pa_nytt(adgang, sak))
    ring = innsyn(request, [sak], del_="kvittering")
    egne = {t.art: t for t in egne_tekster(request, sak)}
    initial = {str(art): ring.apne(t) for art, t in egne.items()} | {"versjon": sak.versjon}
    skjema = PaNytt(request.POST or None, initial=initial)

    def gjor(data: dict[str, Any]) -> HttpResponse:
        kilde = egne[Tekstart.OBSERVASJON].kilde if Tekstart.OBSERVASJON in egne else ""
        utfor(
            av=request.user,
            sak=sak,
            overgang=Steg.SEND_PA_NYTT,
            retter={str(art): t for art, t in egne.items()},
            kilde=kilde,
            tekst_bekreftet=True,  # nothing was found, or the tick was given: the form sees to it
            **data,
        )
        return til_saken(request, sak, _("Sendt på nytt."))

    return skjemaside(request, sak, skjema, gjor, tittel=_("Skriv på nytt"), knapp=_("Send på nytt"))

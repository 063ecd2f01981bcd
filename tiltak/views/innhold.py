"""Pages that add to a tiltak, change what was added, measure and comment. One pattern for all kinds."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.db import models
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_POST

from brukere.models import Foresporsel
from felles.skjemaside import skjemaside, uten
from felles.tid import idag

from ..choices import Aktivitetsart
from ..forms import innhold as skjemaer
from ..forms.arter import ART, ARTER
from ..models import Aktivitet, Indikator, Kommentar, Lenke, Tiltak, Vedlegg, Vedtak
from ..policy import can_kommentere
from ..services import innhold as tjenester
from ..services import samtale
from .planen import sti, til_tiltaket

Tekst = str | Promise


@dataclass(frozen=True)
class Slag:
    """One kind of content: its model, its two forms, and what the page says."""

    modell: type[models.Model]
    ny: type[Any]
    endre: type[Any]
    tittel: Tekst
    endretittel: Tekst
    anker: str


SLAG = {
    "aktivitet": Slag(
        Aktivitet,
        skjemaer.NyAktivitet,
        skjemaer.EndreAktivitet,
        gettext_lazy("Ny aktivitet"),
        gettext_lazy("Endre aktiviteten"),
        "aktiviteter",
    ),
    "indikator": Slag(
        Indikator,
        skjemaer.NyIndikator,
        skjemaer.EndreIndikator,
        gettext_lazy("Ny indikator"),
        gettext_lazy("Endre indikatoren"),
        "indikatorer",
    ),
    "vedtak": Slag(
        Vedtak,
        skjemaer.NyttVedtak,
        skjemaer.EndreVedtak,
        gettext_lazy("Nytt vedtak"),
        gettext_lazy("Endre vedtaket"),
        "vedtak",
    ),
    "lenke": Slag(
        Lenke,
        skjemaer.NyLenke,
        skjemaer.EndreLenke,
        gettext_lazy("Nytt dokument eller ny lenke"),
        gettext_lazy("Endre lenken"),
        "lenker",
    ),
    "vedlegg": Slag(
        Vedlegg,
        skjemaer.NyttVedlegg,
        skjemaer.EndreVedlegg,
        gettext_lazy("Last opp et dokument"),
        gettext_lazy("Endre dokumentet"),
        "lenker",
    ),
}


def _tiltak(request: Foresporsel, nr: int) -> Tiltak:
    """Only who answers for it finds the forms; for others they do not exist."""
    found: Tiltak = get_object_or_404(Tiltak.objects.rapporteres_av(request.user).med_plass(), nr=nr)
    return found


def _slag(kode: str) -> Slag:
    if kode not in SLAG:
        raise Http404
    return SLAG[kode]


def _side(request: Foresporsel, tiltak: Tiltak, skjema: Any, tittel: Tekst, ingress: Tekst = "") -> HttpResponse:
    crumbs = sti(til_tiltaket(tiltak.nr), (str(tittel), request.path))
    context = {"tiltak": tiltak, "skjema": skjema, "overskrift": tittel, "ingress": ingress, "sti": crumbs}
    return render(request, "tiltak/innholdsskjema.html", context)


def _lagret(request: Foresporsel, tiltak: Tiltak, anker: str) -> HttpResponse:
    messages.success(request, _("Det er lagret."))
    return redirect(f"{tiltak.get_absolute_url()}#{anker}")


def _skjemaside(
    request: Foresporsel,
    tiltak: Tiltak,
    skjema: Any,
    gjor: Callable[[dict[str, Any]], object],
    anker: str,
    tittel: Tekst,
    ingress: Tekst = "",
) -> HttpResponse:
    """A form under the tiltak. Saved, it answers with the place on the page of the tiltak where it is seen."""

    def lagre(data: dict[str, Any]) -> HttpResponse:
        gjor(data)
        return _lagret(request, tiltak, anker)

    return skjemaside(request, skjema, lagre, lambda: _side(request, tiltak, skjema, tittel, ingress))


@require_http_methods(["GET", "HEAD", "POST"])
def legg_til(request: Foresporsel, nr: int, slag: str) -> HttpResponse:
    """A new row. An activity's kind stands in the address; without it the page offers the kinds."""
    tiltak, kind = _tiltak(request, nr), _slag(slag)
    art = request.GET.get("art", "")
    if slag == "aktivitet" and art not in Aktivitetsart.values:
        return _velg_art(request, tiltak)
    initial = {"dato": idag()} if slag == "aktivitet" else {}
    skjema = kind.ny(request.POST or None, request.FILES or None, art=art, initial=initial)
    extra: dict[str, Any] = {"art": art} if slag == "aktivitet" else {}

    def gjor(data: dict[str, Any]) -> None:
        tjenester.legg_til(av=request.user, tiltak=tiltak, modell=kind.modell, **extra, **data)

    beskrivelse = ART[Aktivitetsart(art)] if slag == "aktivitet" else None
    tittel = beskrivelse.art.label if beskrivelse else kind.tittel
    ingress = beskrivelse.forklaring if beskrivelse else ""
    return _skjemaside(request, tiltak, skjema, gjor, kind.anker, tittel, ingress)


def _velg_art(request: Foresporsel, tiltak: Tiltak) -> HttpResponse:
    crumbs = sti(til_tiltaket(tiltak.nr), (_("Ny aktivitet"), request.path))
    return render(request, "tiltak/velg_art.html", {"tiltak": tiltak, "arter": ARTER, "sti": crumbs})


@require_http_methods(["GET", "HEAD", "POST"])
def endre(request: Foresporsel, nr: int, slag: str, pk: UUID) -> HttpResponse:
    """Change a row, or take it away."""
    tiltak, kind = _tiltak(request, nr), _slag(slag)
    key = {tjenester.nokkelfelt(kind.modell): pk}
    rader = kind.modell._default_manager.synlige().select_related("tiltak")  # type: ignore[attr-defined]  # each has it
    rad = get_object_or_404(rader, tiltak=tiltak, **key)
    skjema = kind.endre(request.POST or None, art=getattr(rad, "art", ""), initial=kind.endre.verdier(rad))

    def gjor(data: dict[str, Any]) -> None:
        tjenester.endre(av=request.user, rad=rad, sett=data["versjon"], **uten(data))

    return _skjemaside(request, tiltak, skjema, gjor, kind.anker, kind.endretittel)


@require_http_methods(["GET", "HEAD", "POST"])
def maling(request: Foresporsel, nr: int, pk: UUID) -> HttpResponse:
    """A year's figure for an indicator."""
    tiltak = _tiltak(request, nr)
    indikator = get_object_or_404(Indikator.objects.synlige().select_related("tiltak"), tiltak=tiltak, pk=pk)
    initial = {"ar": idag().year, "versjon": tjenester.malingsversjon(indikator)}
    skjema = skjemaer.MalingSkjema(request.POST or None, initial=initial)

    def gjor(data: dict[str, Any]) -> None:
        nokkel, sett = data["nokkel"], data["versjon"]
        tjenester.registrer_maling(av=request.user, indikator=indikator, nokkel=nokkel, sett=sett, **uten(data))

    tittel = _("Nytt tall: %(navn)s") % {"navn": indikator.navn}
    return _skjemaside(request, tiltak, skjema, gjor, "indikatorer", tittel, indikator.definisjon)


@require_http_methods(["GET", "HEAD", "POST"])
def kommentar(request: Foresporsel, nr: int) -> HttpResponse:
    """Write a comment; the form also stands on the page of the tiltak."""
    if not can_kommentere(request.user):
        raise Http404
    tiltak = get_object_or_404(Tiltak.objects.visible_to(request.user).gjeldende().med_plass(), nr=nr)
    skjema = skjemaer.KommentarSkjema(request.POST or None)

    def gjor(data: dict[str, Any]) -> None:
        samtale.skriv_kommentar(av=request.user, tiltak=tiltak, **data)

    return _skjemaside(request, tiltak, skjema, gjor, "kommentarer", _("Ny kommentar"))


@require_POST
def kommentarer_lest(request: Foresporsel, nr: int) -> HttpResponse:
    if not can_kommentere(request.user):
        raise Http404
    tiltak = get_object_or_404(Tiltak.objects.visible_to(request.user).gjeldende(), nr=nr)
    samtale.marker_lest(av=request.user, tiltak=tiltak)
    return redirect(f"{tiltak.get_absolute_url()}#kommentarer")


@require_POST
def ta_bort_kommentar(request: Foresporsel, nr: int, pk: UUID) -> HttpResponse:
    rader = Kommentar.objects.visible_to(request.user).select_related("tiltak")
    rad = get_object_or_404(rader, tiltak__nr=nr, tiltak__plan__erstattet_av__isnull=True, pk=pk)
    samtale.ta_bort_kommentar(av=request.user, kommentar=rad)
    messages.success(request, _("Kommentaren er tatt bort."))
    return redirect(f"{rad.tiltak.get_absolute_url()}#kommentarer")

"""Share chosen texts of one's own zone, and take a sharing back."""

from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from brukere.models import Bruker, Foresporsel
from felles.dato import kortdato
from vern.choices import Sone
from vern.innsyn import Nokkelring

from ..choices import UTEN_NAVN, Rett, Tekstart
from ..forms.deling import DelOpplysninger
from ..lesing.ansvarlige import mulige_mottakere_av_tekster
from ..lesing.innsyn import innsyn
from ..lesing.tilgang import arbeidssteder, hvem_kan_se
from ..models import Sak, Tekst
from ..policy import can_avslutte_deling, can_dele, delbare_soner
from ..services.deling import avslutt_deling, del_opplysninger
from .felles import finn, krev, skjemaside, til_saken

KORT = 90


@require_http_methods(["GET", "HEAD", "POST"])
def del_med(request: Foresporsel, ref: str) -> HttpResponse:
    sak, adgang = finn(request, ref)
    krev(can_dele(adgang, sak))
    ring = innsyn(request, [sak], del_="deling")
    alle = sak.tekster.filter(sone__in=delbare_soner(adgang)).exclude(art=Tekstart.NODVENDIGHET).order_by("-tid", "pk")
    rettede = {t.retter_id for t in alle}
    egne = sorted(alle, key=lambda t: t.sone == Sone.FELLES)  # one's own service first: felles is read by all already
    tekster = {str(t.pk): t for t in egne if t.deling is None and t.pk not in rettede}
    rader = [r for r in hvem_kan_se(sak) if r.rett == Rett.LES and r.grunnlag not in UTEN_NAVN]
    ids = {r.bruker_id for r in rader} - {None, request.user.pk}
    if adgang.leder:
        ids |= set(mulige_mottakere_av_tekster(sak).exclude(pk=request.user.pk).values_list("pk", flat=True))
    skjema = DelOpplysninger(
        request.POST or None,
        tekster=[(pk, _merkelapp(t, ring)) for pk, t in tekster.items()],
        grunnlag=sak.delingsgrunnlag.gjeldende().til_valg(),
        brukere=Bruker.objects.filter(pk__in=ids).etter_navn(),
        steder=arbeidssteder(ids),
    )

    def gjor(data: dict[str, Any]) -> HttpResponse:
        valgte = [(tekster[pk], ring.apne(tekster[pk])) for pk in data["tekster"]]
        del_opplysninger(av=request.user, sak=sak, tekster=valgte, **skjema.felt())
        return til_saken(request, sak, _("Opplysningene er delt."))

    return skjemaside(
        request,
        sak,
        skjema,
        gjor,
        tittel=_("Del opplysninger"),
        knapp=_("Del"),
        forklaring=_("Del bare det mottakeren trenger. Du kan ta det tilbake når du vil."),
        stopp=True,
    )


def mottakerside(request: Foresporsel, sak: Sak) -> HttpResponse:
    """What one sees who has been given chosen texts, and no other part of the case."""
    ring = innsyn(request, [sak], del_="mottatt")
    delinger = {d.pk: d for d in sak.delinger.select_related("delt_av")}
    tekster = sak.tekster.filter(deling__in=delinger).order_by("-tid", "pk")
    rader = [{"rad": t, "tekst": ring.apne(t), "deling": delinger[t.deling]} for t in tekster if t.deling]
    return render(request, "bekymring/mottatt.html", {"sak": sak, "rader": rader})


def _merkelapp(tekst: Tekst, ring: Nokkelring) -> str:
    """«Vurdering: Har vært til samtale … (helse, 3. nov.)»."""
    innhold = " ".join(ring.apne(tekst).split())
    kort = innhold if len(innhold) <= KORT else innhold[:KORT].rsplit(" ", 1)[0] + " …"
    return f"{tekst.get_art_display()}: {kort} ({Sone(tekst.sone).label}, {kortdato(tekst.tid)})"


@require_POST
def avslutt(request: Foresporsel, ref: str, id: UUID) -> HttpResponse:
    """One click: the copies are gone for the recipient."""
    sak, adgang = finn(request, ref)
    deling = get_object_or_404(sak.delinger, pk=id)
    krev(can_avslutte_deling(adgang, deling))
    avslutt_deling(av=request.user, sak=sak, deling=deling)
    return til_saken(request, sak, _("Delingen er avsluttet. Mottakeren ser det ikke lenger."))

"""A move of the table, as one page: form, explanation, one button. The table says which exist for whom."""

from dataclasses import dataclass
from typing import Any

from django.http import Http404, HttpResponse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods

from brukere.models import Foresporsel
from felles.skjema import Skjema
from felles.tid import na

from .. import forms
from ..choices import VOKSEN, Aldersspenn
from ..lesing.ansvarlige import mulige_ansvarlige
from ..models import Mote, Sak
from ..policy import can_utfore
from ..services.flyt import utfor
from ..workflow import OVERGANGER, Overgang, Steg
from .felles import finn, krev, skjemaside, til_lista, til_saken


@dataclass(frozen=True)
class Stegside:
    """How one move is asked for: its form, and what the page explains.

    `stopp`: the interruption page, for widening access and closing a case (docs/personer.md).
    """

    skjema: type[Skjema]
    forklaring: str | Promise = ""
    stopp: bool = False


SIDER: dict[str, Stegside] = {
    Steg.TA_IMOT: Stegside(forms.VelgGruppe),
    Steg.RETURNER: Stegside(forms.Begrunnelse, _("Melderen ser det du skriver, og kan sende på nytt i to uker.")),
    Steg.AVVIS: Stegside(forms.Begrunnelse),
    Steg.DROFT_UTEN_NAVN: Stegside(
        forms.VelgGruppe, _("Medlemmene i gruppa kan lese teksten i to uker. Ingen av dem får vite hvem det gjelder.")
    ),
    Steg.GI_RAD: Stegside(forms.Begrunnelse),
    Steg.TIL_AVKLARING: Stegside(
        forms.Avklaring, _("Personen eller de foresatte skal vite om bekymringen før den deles med flere.")
    ),
    Steg.HENVIS: Stegside(
        forms.VelgGruppe,
        _("Nå får lederen av kjernegruppa se saken. Se over at samtykket dekker dem som skal se den."),
        stopp=True,
    ),
    Steg.AVSLUTT_AVKLARING: Stegside(forms.Begrunnelse),
    Steg.SEND_TIL_AVKLARING: Stegside(forms.Begrunnelse),
    Steg.SETT_PA_SAKSLISTE: Stegside(
        forms.VelgMote, _("Medlemmer som samtykket dekker, ser saken fra nå og til to uker etter møtet.")
    ),
    Steg.UTSETT: Stegside(forms.Begrunnelse),
    Steg.KONKLUDER: Stegside(
        forms.Konkluder, _("Dette er en anbefaling, ikke et enkeltvedtak. Hver tjeneste avgjør etter sin egen lov.")
    ),
    Steg.MER_AVKLARING: Stegside(forms.Begrunnelse),
    Steg.START_OPPFOLGING: Stegside(forms.MedFrist),
    Steg.EVALUER: Stegside(forms.Stegskjema),
    Steg.FORTSETT: Stegside(forms.Fortsett),
    Steg.HENVIS_IGJEN: Stegside(forms.Begrunnelse, stopp=True),
    Steg.AVSLUTT: Stegside(
        forms.Avslutt,
        _("Når saken er avsluttet, kan du lese den i ti minutter. Så sperres den, og dere må være to for å åpne den."),
        stopp=True,
    ),
    Steg.OVERFOR: Stegside(
        forms.Overfor,
        _("Når saken er overført, kan du lese den her i ti minutter. Så er den sperret."),
        stopp=True,
    ),
    Steg.STANS: Stegside(
        forms.Stegskjema, _("Alt som er delt, blir lukket med en gang. Du trenger ikke skrive hvorfor."), stopp=True
    ),
    Steg.GJENOPPTA: Stegside(forms.Avklaring),
    Steg.AVSLUTT_STANSET: Stegside(forms.Avslutt),
    Steg.SPERR: Stegside(
        forms.Stegskjema,
        _("Ingen kan lese saken når den er sperret. Dere må være to for å åpne den igjen."),
        stopp=True,
    ),
}
"""The moves made from a page of this form. Those that are missing have pages of their own: meld, pa_nytt, samtale."""


@require_http_methods(["GET", "HEAD", "POST"])
def steg(request: Foresporsel, ref: str, navn: str) -> HttpResponse:
    """Show the form of a move, or make the move."""
    sak, adgang = finn(request, ref)
    flytt = _flytt(navn)
    if request.method == "POST" and not can_utfore(adgang, sak, flytt):
        krev(adgang.har(*flytt.roller))  # sent twice, or somebody else was first
        return til_saken(request, sak, str(_("Saken er alt kommet videre.")))
    krev(can_utfore(adgang, sak, flytt))
    skjema = _skjema(request, sak, navn)

    def gjor(data: dict[str, Any]) -> HttpResponse:
        utfor(av=request.user, sak=sak, overgang=navn, **_data(skjema))
        return _ferdig(request, sak, flytt)

    return skjemaside(
        request,
        sak,
        skjema,
        gjor,
        tittel=flytt.etikett,
        knapp=flytt.etikett,
        forklaring=SIDER[navn].forklaring,
        stopp=SIDER[navn].stopp,
    )


def _flytt(navn: str) -> Overgang:
    if navn not in SIDER:
        raise Http404
    return OVERGANGER[navn]


def _data(skjema: Any) -> dict[str, Any]:
    """What the service takes: a form may gather its fields, else they are the data."""
    if hasattr(skjema, "data_for_tjenesten"):
        return {"versjon": skjema.cleaned_data["versjon"]} | skjema.data_for_tjenesten()
    return dict(skjema.cleaned_data)


def _skjema(request: Foresporsel, sak: Sak, navn: str) -> Skjema:
    mer: dict[str, Any] = {}
    if navn == Steg.SETT_PA_SAKSLISTE:
        mer["moter"] = Mote.objects.filter(gruppe=sak.kjernegruppe_id, tid__gt=na()).order_by("tid", "pk")
    if navn == Steg.KONKLUDER:
        mer = {"ansvarlige": mulige_ansvarlige(sak), "voksen": Aldersspenn(sak.aldersspenn) in VOKSEN}
    initial = {"versjon": sak.versjon, "kjernegruppe": sak.kjernegruppe_id}
    return SIDER[navn].skjema(request.POST or None, initial=initial, **mer)


def _ferdig(request: Foresporsel, sak: Sak, flytt: Overgang) -> HttpResponse:
    """Back to the case; or to the list when the move took the case away from the one who made it."""
    beskjed = f"{flytt.hendelse.label}."
    if Sak.objects.visible_to(request.user).filter(pk=sak.pk).exists():
        return til_saken(request, sak, beskjed)
    return til_lista(request, beskjed)

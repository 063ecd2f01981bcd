"""A move of the table, as one page: form, explanation, one button. The table says which exist for whom."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods

from felles.skjema import Skjema
from felles.tid import na

from .. import forms
from ..choices import VOKSEN, Aldersspenn
from ..models import Mote, Sak
from ..policy import Adgang, can_utfore
from ..services.ansvarlige import mulige_ansvarlige
from ..services.feil import Flytfeil
from ..services.flyt import utfor
from ..workflow import OVERGANGER, Overgang
from .felles import bruker, feil_i_skjema, finn, krev, til_lista, til_saken, vis_skjema

SKJEMAER: dict[str, type[Skjema]] = {
    "ta_imot": forms.VelgGruppe,
    "returner": forms.Begrunnelse,
    "avvis": forms.Begrunnelse,
    "droft_uten_navn": forms.VelgGruppe,
    "gi_rad": forms.Begrunnelse,
    "til_avklaring": forms.Avklaring,
    "henvis": forms.VelgGruppe,
    "avslutt_avklaring": forms.Begrunnelse,
    "send_til_avklaring": forms.Begrunnelse,
    "sett_pa_saksliste": forms.VelgMote,
    "utsett": forms.Begrunnelse,
    "konkluder": forms.Konkluder,
    "mer_avklaring": forms.Begrunnelse,
    "start_oppfolging": forms.MedFrist,
    "evaluer": forms.Steg,
    "fortsett": forms.Fortsett,
    "henvis_igjen": forms.Begrunnelse,
    "avslutt": forms.Avslutt,
    "overfor": forms.Overfor,
    "stans": forms.Steg,
    "gjenoppta": forms.Avklaring,
    "avslutt_stanset": forms.Begrunnelse,
    "sperr": forms.Steg,
}
FORKLARING: dict[str, str | Promise] = {
    "returner": _("Melderen ser det du skriver, og kan sende på nytt i to uker."),
    "droft_uten_navn": _("Medlemmene i gruppa kan lese teksten i to uker. Ingen av dem får vite hvem det gjelder."),
    "til_avklaring": _("Personen eller de foresatte skal vite om bekymringen før den deles med flere."),
    "henvis": _("Nå får lederen av kjernegruppa se saken. Se over at samtykket dekker dem som skal se den."),
    "sett_pa_saksliste": _("Medlemmer som samtykket dekker, ser saken fra nå og til to uker etter møtet."),
    "konkluder": _("Dette er en anbefaling, ikke et enkeltvedtak. Hver tjeneste avgjør etter sin egen lov."),
    "avslutt": _("Når saken er avsluttet, er det bare du som ser den, og den sperres samme dag."),
    "overfor": _("Når saken er overført, er det bare du som ser den her."),
    "stans": _("Alt som er delt, blir lukket med en gang. Du trenger ikke skrive hvorfor."),
    "sperr": _("Ingen kan arbeide i saken når den er sperret."),
}
# The interruption page: widening access and closing a case (docs/personer.md).
STOPP = frozenset({"henvis", "henvis_igjen", "avslutt", "overfor", "stans", "sperr"})


@require_http_methods(["GET", "HEAD", "POST"])
def steg(request: HttpRequest, ref: str, navn: str) -> HttpResponse:
    """Show the form of a move, or make the move."""
    sak, adgang = finn(request, ref)
    flytt = _flytt(navn)
    if request.method == "POST" and not can_utfore(adgang, sak, flytt):
        krev(adgang.har(*flytt.roller))  # sent twice, or somebody else was first
        return til_saken(request, sak, str(_("Saken er alt kommet videre.")))
    krev(can_utfore(adgang, sak, flytt))
    skjema = _skjema(request, sak, adgang, navn)
    if request.method == "POST" and skjema.is_valid():
        try:
            utfor(av=bruker(request), sak=sak, overgang=navn, **_data(skjema))
        except Flytfeil as feil:
            feil_i_skjema(skjema, feil, sak)
        else:
            return _ferdig(request, sak, flytt)
    return vis_skjema(
        request,
        sak,
        skjema,
        tittel=flytt.etikett,
        knapp=flytt.etikett,
        forklaring=FORKLARING.get(navn, ""),
        stopp=navn in STOPP,
    )


def _flytt(navn: str) -> Overgang:
    if navn not in SKJEMAER:
        raise Http404
    return OVERGANGER[navn]


def _data(skjema: Any) -> dict[str, Any]:
    """What the service takes: a form may gather its fields, else they are the data."""
    if hasattr(skjema, "data_for_tjenesten"):
        return {"versjon": skjema.cleaned_data["versjon"]} | skjema.data_for_tjenesten()
    return dict(skjema.cleaned_data)


def _skjema(request: HttpRequest, sak: Sak, adgang: Adgang, navn: str) -> Skjema:
    mer: dict[str, Any] = {}
    if navn == "sett_pa_saksliste":
        mer["moter"] = Mote.objects.filter(gruppe=sak.kjernegruppe_id, tid__gt=na()).order_by("tid")
    if navn == "konkluder":
        mer = {"ansvarlige": mulige_ansvarlige(sak), "voksen": Aldersspenn(sak.aldersspenn) in VOKSEN}
    initial = {"versjon": sak.versjon, "kjernegruppe": sak.kjernegruppe_id}
    return SKJEMAER[navn](request.POST or None, initial=initial, **mer)


def _ferdig(request: HttpRequest, sak: Sak, flytt: Overgang) -> HttpResponse:
    """Back to the case; or to the list when the move took the case away from the one who made it."""
    beskjed = f"{flytt.hendelse.label}."
    if Sak.objects.visible_to(request.user).filter(pk=sak.pk).exists():
        return til_saken(request, sak, beskjed)
    return til_lista(request, beskjed)

"""What the page of one tiltak shows."""

from typing import Any

from django.utils.translation import gettext as _

from brukere.models import Bruker

from ..choices import Status
from ..lesing.bevis import bevis_til
from ..lesing.rapporter import forgjengere
from ..models import Ansvar, Rulleringskobling, Statusrapport, Tiltak
from ..policy import can_rapportere_alle
from .innhold import innhold
from .oversikt import egne
from .tidslinje import tidslinje


def tiltaksside(tiltak: Any, user: Bruker) -> dict[str, Any]:
    """Facts, parties in the plan's order, notes, milestones, the status now and the history.

    `tiltak` is read by `med_planen`."""
    before = forgjengere(tiltak.pk) if tiltak.plan.erstatter_id else []
    rader = Statusrapport.objects.filter(tiltak__in=[tiltak.pk, *before])
    rapporter = list(rader.select_related("rapportert_av", "vurdering__av").order_by("ar", "tid", "pk"))
    holds = [rad for rad in rapporter if rad.er_i_kraft]
    latest = holds[-1] if holds else None
    last = rapporter[-1] if rapporter and rapporter[-1].tiltak_id == tiltak.pk else None
    ever = list(Ansvar.objects.filter(tiltak=tiltak).select_related("aktor", "enhet", "etter").order_by("rekkefolge"))
    parter = [part for part in ever if part.til is None]
    evidence = bevis_til(rapporter)
    may = tiltak.pk in egne(user, tiltak.plan, [tiltak])
    return innhold(tiltak, user, parter, kan_endre=may) | {
        "tiltak": tiltak,
        "rapport": latest,
        "venter": last if last and last.krever and not hasattr(last, "vurdering") else None,
        "tilbake": last if last and last.er_sendt_tilbake else None,
        "kan_styre": can_rapportere_alle(user) and tiltak.plan.er_gjeldende,
        "status": latest.status if latest else Status.IKKE_STARTET,
        "ansvar": parter,
        "fakta": fakta(tiltak) + slekt(tiltak),
        "milepaeler": tiltak.milepaeler.order_by("nadd_dato", "frist", "pk"),
        "merknader": tiltak.merknadene,
        "fotnoter": tiltak.fotnotene,
        "tidligere_ansvar": sorted((part for part in ever if part.etter), key=overtatt, reverse=True),
        "historikk": tidslinje(tiltak, rapporter, evidence),
        "bevis": evidence[latest.pk] if latest else [],
        "kan_rapportere": may,
    }


def overtatt(part: Ansvar) -> tuple[Any, int]:
    return part.fra, part.pk


def fakta(tiltak: Any) -> list[dict[str, Any]]:
    """The plan's own facts; a field that is our addition says so in its name."""
    rader: list[dict[str, Any]] = [
        {"navn": _("Innsatsområde"), "verdi": str(tiltak.innsatsomrade)},
        {"navn": _("Plan"), "verdi": _("Utgave %(ar)s") % {"ar": tiltak.plan.utgave}},
    ]
    if tiltak.fristar:
        rader.append({"navn": _("År planen lover"), "verdi": str(tiltak.fristar)})
    if tiltak.tittel_oversikt != tiltak.tittel:
        rader.append({"navn": _("Tittel i planens oversikt"), "verdi": tiltak.tittel_oversikt})
    return [
        *rader,
        {"navn": _("Slags tiltak (vår inndeling)"), "verdi": tiltak.get_type_display()},
        {"navn": _("Trygge lokalsamfunn (vår kobling)"), "verdi": ", ".join(tiltak.prinsippene)},
        {"navn": _("Fokusområder (vår kobling)"), "verdi": ", ".join(tiltak.fokusene)},
    ]


def slekt(tiltak: Tiltak) -> list[dict[str, Any]]:
    """Which tiltak it came from in the edition before, and what it became in the next."""
    rader: list[dict[str, Any]] = []
    if tiltak.plan.erstatter_id:
        came = Rulleringskobling.objects.filter(til__tiltak=tiltak).select_related("fra__plan", "til__tiltak")
        rader += [_ledd(lenke.fra, lenke) for lenke in came]
    if not tiltak.plan.er_gjeldende:
        went = Rulleringskobling.objects.filter(fra=tiltak, rullering__plan__isnull=False)
        lenker = list(went.select_related("til__tiltak__plan__erstattet_av"))
        rader += [_ledd(lenke.til.tiltak, lenke) for lenke in lenker if lenke.til and lenke.til.tiltak]
        rader += [{"navn": _("Neste utgave"), "verdi": lenke.get_utfall_display()} for lenke in lenker if not lenke.til]
    return rader


def _ledd(other: Tiltak, lenke: Rulleringskobling) -> dict[str, Any]:
    """A line that points at the other edition's tiltak."""
    return {
        "navn": _("Utgave %(ar)s") % {"ar": other.plan.utgave},
        "verdi": f"{other.nr}. {other.tittel} ({lenke.get_utfall_display().lower()})",
        "url": f"{other.get_absolute_url()}?utgave={other.plan.utgave}",
    }

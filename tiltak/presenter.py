"""What the page of one tiltak shows."""

from typing import Any

from django.utils.translation import gettext as _

from brukere.models import Bruker

from .bevis import bevis_til
from .choices import Status
from .innhold import innhold
from .models import Ansvar, Rulleringskobling, Statusrapport, Tiltak
from .policy import can_rapportere_alle
from .rapporter import forgjengere
from .tidslinje import tidslinje


def tiltaksside(tiltak: Tiltak, user: Bruker) -> dict[str, Any]:
    """Facts, parties in the plan's order, notes, milestones, the status now and the history."""
    before = forgjengere(tiltak.pk) if tiltak.plan.erstatter_id else []
    rows = Statusrapport.objects.filter(tiltak__in=[tiltak.pk, *before])
    reports = list(rows.select_related("rapportert_av", "vurdering__av").order_by("ar", "tid"))
    holds = [row for row in reports if row.er_i_kraft]
    latest = holds[-1] if holds else None
    last = reports[-1] if reports and reports[-1].tiltak_id == tiltak.pk else None
    parties = list(Ansvar.objects.filter(tiltak=tiltak).gjeldende())
    evidence = bevis_til(reports)
    may = Tiltak.objects.rapporteres_av(user).filter(pk=tiltak.pk).exists()
    return innhold(tiltak, user, parties, kan_endre=may) | {
        "tiltak": tiltak,
        "rapport": latest,
        "venter": last if last and last.krever and not hasattr(last, "vurdering") else None,
        "tilbake": last if last and last.er_sendt_tilbake else None,
        "kan_styre": can_rapportere_alle(user) and tiltak.plan.er_gjeldende,
        "status": latest.status if latest else Status.IKKE_STARTET,
        "ansvar": parties,
        "fakta": fakta(tiltak) + slekt(tiltak),
        "milepaeler": tiltak.milepaeler.order_by("nadd_dato", "frist"),
        "merknader": tiltak.merknader.all(),
        "fotnoter": tiltak.fotnoter.all(),
        "tidligere_ansvar": Ansvar.objects.overfort(tiltak),
        "historikk": tidslinje(tiltak, reports, evidence),
        "bevis": evidence[latest.pk] if latest else [],
        "kan_rapportere": may,
    }


def fakta(tiltak: Tiltak) -> list[dict[str, Any]]:
    """The plan's own facts; a field that is our addition says so in its name."""
    rows: list[dict[str, Any]] = [
        {"navn": _("Innsatsområde"), "verdi": str(tiltak.innsatsomrade)},
        {"navn": _("Plan"), "verdi": _("Utgave %(ar)s") % {"ar": tiltak.plan.utgave}},
    ]
    if tiltak.fristar:
        rows.append({"navn": _("År planen lover"), "verdi": str(tiltak.fristar)})
    if tiltak.tittel_oversikt != tiltak.tittel:
        rows.append({"navn": _("Tittel i planens oversikt"), "verdi": tiltak.tittel_oversikt})
    principles = ", ".join(prinsipp.tittel for prinsipp in tiltak.prinsipper.all())
    focus = ", ".join(fokus.tittel for fokus in tiltak.fokusomrader.all())
    return [
        *rows,
        {"navn": _("Slags tiltak (vår inndeling)"), "verdi": tiltak.get_type_display()},
        {"navn": _("Trygge lokalsamfunn (vår kobling)"), "verdi": principles},
        {"navn": _("Fokusområder (vår kobling)"), "verdi": focus},
    ]


def slekt(tiltak: Tiltak) -> list[dict[str, Any]]:
    """Which tiltak it came from in the edition before, and what it became in the next."""
    rows: list[dict[str, Any]] = []
    if tiltak.plan.erstatter_id:
        came = Rulleringskobling.objects.filter(til__tiltak=tiltak).select_related("fra__plan", "til__tiltak")
        rows += [_ledd(link.fra, link) for link in came]
    if not tiltak.plan.er_gjeldende:
        went = Rulleringskobling.objects.filter(fra=tiltak, rullering__plan__isnull=False)
        links = list(went.select_related("til__tiltak__plan__erstattet_av"))
        rows += [_ledd(link.til.tiltak, link) for link in links if link.til]
        rows += [{"navn": _("Neste utgave"), "verdi": link.get_utfall_display()} for link in links if not link.til]
    return rows


def _ledd(other: Tiltak, link: Rulleringskobling) -> dict[str, Any]:
    """A line that points at the other edition's tiltak."""
    return {
        "navn": _("Utgave %(ar)s") % {"ar": other.plan.utgave},
        "verdi": f"{other.nr}. {other.tittel} ({link.get_utfall_display().lower()})",
        "url": f"/tiltak/{other.nr}/?utgave={other.plan.utgave}",
    }

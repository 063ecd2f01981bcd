"""What the page of one tiltak shows."""

from typing import Any

from django.utils.translation import gettext as _

from brukere.models import Bruker

from .choices import Status
from .innhold import innhold
from .models import Ansvar, Statusrapport, Tiltak
from .tidslinje import tidslinje


def tiltaksside(tiltak: Tiltak, user: Bruker) -> dict[str, Any]:
    """Facts, parties in the plan's order, notes, milestones, the status now and the history."""
    reports = list(Statusrapport.objects.filter(tiltak=tiltak).select_related("rapportert_av").order_by("ar", "tid"))
    latest = reports[-1] if reports else None
    parties = list(Ansvar.objects.filter(tiltak=tiltak).gjeldende())
    may = Tiltak.objects.rapporteres_av(user).filter(pk=tiltak.pk).exists()
    return innhold(tiltak, user, parties, kan_endre=may) | {
        "tiltak": tiltak,
        "rapport": latest,
        "status": latest.status if latest else Status.IKKE_STARTET,
        "ansvar": parties,
        "fakta": fakta(tiltak),
        "milepaeler": tiltak.milepaeler.order_by("nadd_dato", "frist"),
        "merknader": tiltak.merknader.all(),
        "fotnoter": tiltak.fotnoter.all(),
        "historikk": tidslinje(tiltak, reports),
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

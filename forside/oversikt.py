"""What the start page puts together: each room tells its own part, and nothing here decides who may see what."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

import bekymring.visning.oversikt
import rapport.visning.oversikt
import samarbeid.visning.oversikt
import tiltak.visning.innhold
import tiltak.visning.oversikt
from bekymring.policy import can_apne_saker, can_fore_tilsyn, can_godkjenne_hjemler, can_meld, can_view_tall
from bekymring.statistikk import publiserte_tall
from brukere.models import Bruker, Foresporsel
from brukere.policy import can_administer
from felles.diagram import statuslinje
from felles.gjoremal import Gjoremal, sorter
from felles.tid import idag
from rapport.policy import kan_bestille
from rapport.visning.oversikt import Rapportene
from tiltak.forms.rapportering import TiltakFilter
from tiltak.policy import can_rapportere_alle
from tiltak.visning.oversikt import Planstatus, planstatus
from tiltak.visning.planbilde import planbilde

VIST = 4  # lines of «Dette venter på deg» before «Alle oppgaver»
FRISTER = 5
FREMOVER = timedelta(days=90)


@dataclass(frozen=True)
class Snarvei:
    """A button at the top of the page."""

    tekst: str | Promise
    url: str
    variant: str = "secondary"
    ikon: str = ""


def startside(request: Foresporsel) -> dict[str, Any]:
    """The context of the start page for the one who asks."""
    user = request.user
    bilde = planbilde() if not request.GET.keys() & TiltakFilter.base_fields.keys() else None
    status = bilde.status if bilde else planstatus(user, valg=request.GET)
    register = samarbeid.visning.oversikt.registeret(user, til=idag() + FREMOVER)
    rapporter = rapport.visning.oversikt.rapportene(user)
    waiting = venter_pa(user, status, register.ventende + rapporter.ventende)
    show_all = "oppgaver" in request.GET
    om_saksdelen = bekymring.visning.oversikt.om_saksdelen(user)
    return {
        "planstatus": status,
        **{navn: bilde.del_(navn, draw) if bilde else draw() for navn, draw in kort(status).items()},
        "om_saksdelen": om_saksdelen,
        "oppgaver": [vis(g) for g in (waiting if show_all else waiting[:VIST])],
        "flere_oppgaver": 0 if show_all else max(len(waiting) - VIST, 0),
        "antall_oppgaver": len(waiting),
        "frister": frister(status, register.kommende),
        "saker": publiserte_tall(status.ar) if can_view_tall(user) else None,
        "kan_apne_saker": can_apne_saker(user),
        "handlinger": handlinger(user, kan_melde=not om_saksdelen) + nedlasting(rapporter),
    }


def kort(status: Planstatus) -> dict[str, Callable[[], SafeString]]:
    """The two parts of the page that tell of the plan alone: the same for everybody, and drawn once (planbilde)."""
    return {
        "statuskort": lambda: render_to_string(
            "oversikt/_status.html",
            {"planstatus": status, "linje": statuslinje(status.statuser), "dato": idag()},
        ),
        "tiltakskort": lambda: render_to_string("oversikt/_tiltakene.html", {"planstatus": status}),
    }


def venter_pa(user: Bruker, status: Planstatus, andre: list[Gjoremal]) -> list[Gjoremal]:
    """Everything that waits on the user, from every room, by deadline."""
    return sorter(
        tiltak.visning.oversikt.ventende(user, status)
        + tiltak.visning.innhold.ventende(user)
        + bekymring.visning.oversikt.ventende(user)
        + andre
    )


def vis(gjoremal: Gjoremal) -> dict[str, Any]:
    return {"tittel": gjoremal.tittel, "url": gjoremal.url, "meta": gjoremal.undertekst, "frist": gjoremal.frist}


def frister(status: Planstatus, i_registeret: list[Gjoremal]) -> list[dict[str, Any]]:
    """Deadlines and meetings of the plan ahead. Never a case: the calendar is open to all who read the plan."""
    until = idag() + FREMOVER
    rader = [
        {
            "tittel": frist.tittel,
            "url": frist.tiltak.get_absolute_url(),
            "meta": _("Tiltak %(nr)s") % {"nr": frist.tiltak.nr},
            "frist": frist.dato,
        }
        for frist in status.frister
        if frist.dato <= until
    ]
    rader += [vis(mote) for mote in i_registeret]
    return sorted(rader, key=_dato)[:FRISTER]


def _dato(rad: dict[str, Any]) -> date:
    return rad["frist"]


def handlinger(user: Bruker, *, kan_melde: bool = True) -> list[Snarvei]:
    """At most one primary button: what this role comes here to do."""
    found = []
    if kan_bestille(user):
        found.append(Snarvei(_("Lag statusrapport"), reverse("rapport:liste"), "primary", "FilePdf"))
    if can_rapportere_alle(user):
        found.append(Snarvei(_("Be om status"), reverse("ny_innhenting")))
        found.append(Snarvei(_("Oppdater flere tiltak"), reverse("oppdater_tiltak")))
    if kan_melde and can_meld(user):
        found.append(Snarvei(_("Meld bekymring"), reverse("bekymring_meld"), "primary"))
    if can_fore_tilsyn(user):
        found.append(Snarvei(_("Les innsynsloggen"), reverse("personvern_logg"), "primary"))
    if can_godkjenne_hjemler(user):
        found.append(Snarvei(_("Vurdering av personvernet"), reverse("personvern_vurdering")))
        found.append(Snarvei(_("Lovene vi kan bruke"), reverse("personvern_hjemler")))
    if can_administer(user):
        found.append(Snarvei(_("Brukere og roller"), reverse("brukere"), "primary"))
    return found


def nedlasting(reports: Rapportene) -> list[Snarvei]:
    """The newest report, one press away for those it is made for (jobb 10)."""
    if reports.siste is None:
        return []
    tekst = _("Last ned statusrapporten for %(ar)s (PDF)") % {"ar": reports.siste.ar}
    return [Snarvei(tekst, reports.nedlasting, ikon="Download")]

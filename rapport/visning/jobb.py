"""How a report and its job are worded on the page. No queries beyond what the view has fetched."""

from datetime import timedelta
from typing import Any

from django.template.defaultfilters import filesizeformat
from django.urls import reverse
from django.utils.translation import gettext as _

from felles.dato import tidspunkt
from felles.tid import na

from ..choices import PROSENT, Jobbart, Jobbsteg
from ..models import Dokument, Jobb, Rapport

LENGE = timedelta(minutes=1)


def fremdrift(jobb: Jobb | None) -> dict[str, Any]:
    """How far the job is, as a number and in words, and whether it has waited longer than it should."""
    if jobb is None:
        return {"prosent": 0, "stegtekst": "", "drar_ut": False}
    drar_ut = jobb.er_aktiv and na() - jobb.opprettet > LENGE
    return {"prosent": PROSENT[Jobbsteg(jobb.steg)], "stegtekst": jobb.get_steg_display(), "drar_ut": drar_ut}


def sti(rapport: Rapport) -> list[dict[str, str]]:
    navn = _("Statusrapport %(ar)d, versjon %(versjon)d") % {"ar": rapport.ar, "versjon": rapport.versjon}
    return [
        {"navn": _("Rapporter"), "url": reverse("rapport:liste")},
        {"navn": navn, "url": rapport.get_absolute_url()},
    ]


def om_dokumentet(dokument: Dokument | None) -> list[dict[str, Any]]:
    """What tells that a copy is the right one."""
    if dokument is None:
        return []
    return [
        {"navn": _("Utgave"), "verdi": Jobbart(dokument.jobb.art).label},
        {"navn": _("Laget"), "verdi": tidspunkt(dokument.laget)},
        {"navn": _("Størrelse"), "verdi": filesizeformat(dokument.storrelse)},
        {"navn": _("Kontrollsum (SHA-256)"), "verdi": dokument.sha256},
    ]


def om_rapporten(rapport: Rapport, *, ser_utkast: bool) -> list[dict[str, Any]]:
    """Who ordered, approved and published it, and what it replaces."""
    rader: list[dict[str, Any]] = [
        {"navn": _("Bestilt"), "verdi": f"{tidspunkt(rapport.bestilt)}, {rapport.bestilt_av}"}
    ]
    if rapport.godkjent:
        rader.append({"navn": _("Godkjent"), "verdi": f"{tidspunkt(rapport.godkjent)}, {rapport.godkjent_av}"})
    if rapport.publisert:
        rader.append({"navn": _("Publisert"), "verdi": f"{tidspunkt(rapport.publisert)}, {rapport.publisert_av}"})
    if rapport.erstatter:
        lenke = rapport.erstatter.get_absolute_url() if ser_utkast else ""
        rader.append({"navn": _("Erstatter"), "verdi": str(rapport.erstatter), "url": lenke})
    return rader

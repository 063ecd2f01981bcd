"""What a status rests on: what may be chosen, what we suggest, and what each report was given. Fixed query counts."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from django.db.models import QuerySet
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from felles.diagram import tall_som_tekst
from felles.tid import idag

from ..choices import Aktivitetsstatus, Lenkeart
from ..models import Aktivitet, Lenke, Maling, Statusbevis, Statusrapport, Tiltak, Vedlegg, Vedtak
from ..models.bevis import BEVISSLAG


@dataclass(frozen=True)
class Bevis:
    """One thing a status can rest on, with where it is found. `foresla`: new this year, and no report has used it."""

    kode: str
    tekst: str
    hva: str
    url: str = ""
    dag: date | None = None
    ar: int = 0
    foresla: bool = False


@dataclass(frozen=True)
class Bevisvalg:
    """What the form of a year offers, and what it begins with."""

    alle: list[Bevis]
    valgt: list[str]

    @property
    def koder(self) -> list[tuple[str, str]]:
        return [(one.kode, one.tekst) for one in self.alle]

    def grupper(self, ar: int, krysset: set[str]) -> dict[str, list[tuple[Bevis, bool]]]:
        """The lines of the form, with a tick or not: this year's and the ticked first, the older behind a fold."""
        rader = [(one, one.kode in krysset) for one in self.alle]
        near = [rad for rad in rader if rad[0].ar == ar or rad[1]]
        return {"nye": near, "eldre": [rad for rad in rader if rad not in near]}


def bevisvalg(tiltak: Tiltak, ar: int, gjeldende: Statusrapport | None) -> Bevisvalg:
    """Everything that lies there, chosen as in the report that holds, and what is new since."""
    used: dict[Any, set[str]] = defaultdict(set)
    for rad in Statusbevis.objects.filter(rapport__tiltak=tiltak):
        used[rad.rapport_id].add(kode_av(rad))
    rader = kandidater(tiltak, ar, brukt=set().union(*used.values()))
    mine = used[gjeldende.pk] if gjeldende else set()
    return Bevisvalg(rader, [one.kode for one in rader if one.kode in mine or one.foresla])


def kandidater(tiltak: Tiltak, ar: int, *, brukt: set[str]) -> list[Bevis]:
    """What lies under the tiltak and has happened, the newest first. A plan for later is no evidence."""
    found = [som_bevis(slag, rad, tiltak) for slag, rader in _rader(tiltak).items() for rad in rader]
    made = _laget(tiltak)
    found = [replace(one, ar=one.ar or made.get(one.kode, 0)) for one in found]
    found = [replace(one, foresla=one.ar == ar and one.kode not in brukt) for one in found if one.ar <= ar]
    return sorted(found, key=lambda one: (one.ar, one.dag or date.min), reverse=True)


def _rader(tiltak: Tiltak) -> dict[str, Iterable[Any]]:
    held = Aktivitet.objects.synlige().filter(status=Aktivitetsstatus.GJENNOMFORT, dato__lte=idag())
    tallene = Maling.objects.filter(erstattet_av__isnull=True, indikator__tatt_bort=False)
    return {
        "aktivitet": held.filter(tiltak=tiltak),
        "vedtak": Vedtak.objects.synlige().filter(tiltak=tiltak),
        "maling": tallene.filter(indikator__tiltak=tiltak).select_related("indikator"),
        "lenke": Lenke.objects.synlige().filter(tiltak=tiltak).exclude(art=Lenkeart.NASJONALT),
        "vedlegg": Vedlegg.objects.synlige().filter(tiltak=tiltak),
    }


def _laget(tiltak: Tiltak) -> dict[str, int]:
    """A link to a site has no date of its own: the year it was added."""
    rader = Lenke.history.filter(tiltak=tiltak.pk, history_type="+").values_list("id", "history_date")
    return {f"lenke:{pk}": timezone.localtime(when).year for pk, when in rader}


def som_bevis(slag: str, rad: Any, tiltak: Tiltak) -> Bevis:
    """A row of one of the kinds, in words. What is taken away from the tiltak is not named here either."""
    side, kode = tiltak.get_absolute_url(), f"{slag}:{rad.pk}"
    asked = "" if tiltak.plan.er_gjeldende else f"?utgave={tiltak.plan.utgave}"
    if (rad.indikator if slag == "maling" else rad).tatt_bort:
        return Bevis(kode, _("Noe som senere er tatt bort fra tiltaket"), "")
    if slag == "maling":
        verdier = {"navn": rad.indikator.navn, "tall": tall_som_tekst(rad.vist), "enhet": rad.indikator.enhet}
        tekst = _("%(navn)s: %(tall)s %(enhet)s") % verdier
        return Bevis(kode, tekst, str(rad.ar), f"{side}{asked}#indikatorer", ar=rad.ar)
    common: dict[str, Any] = {"kode": kode, "dag": rad.dato, "ar": rad.dato.year if rad.dato else 0}
    if slag == "aktivitet":
        url = rad.adresse or f"{side}{asked}#aktiviteter"
        return Bevis(tekst=rad.tittel, hva=rad.get_art_display(), url=url, **common)
    if slag == "vedtak":
        what = _("Vedtak, sak %(nummer)s") % {"nummer": rad.saksnummer}
        return Bevis(tekst=rad.gjelder, hva=what, url=f"{side}{asked}#vedtak", **common)
    if slag == "lenke":
        return Bevis(tekst=rad.tittel, hva=rad.get_art_display(), url=rad.adresse or f"{side}{asked}#lenker", **common)
    url = reverse("last_ned_vedlegg", args=[tiltak.nr, rad.pk])
    return Bevis(tekst=rad.tittel, hva=rad.get_filtype_display(), url=url, **common)


def bevis_til(rapporter: Sequence[Statusrapport] | QuerySet[Statusrapport]) -> dict[Any, list[Bevis]]:
    """What each of these reports rests on, in one query, without the bytes of a document."""
    found: dict[Any, list[Bevis]] = defaultdict(list)
    rader = Statusbevis.objects.filter(rapport__in=rapporter).defer("vedlegg__innhold")
    for rad in rader.select_related("rapport__tiltak__plan__erstattet_av", "maling__indikator", *BEVISSLAG):
        slag = kode_av(rad).partition(":")[0]
        found[rad.rapport_id].append(som_bevis(slag, getattr(rad, slag), rad.rapport.tiltak))
    return found


def kode_av(rad: Statusbevis) -> str:
    """The code a form knows it by."""
    return next(f"{slag}:{pk}" for slag in BEVISSLAG if (pk := getattr(rad, f"{slag}_id")) is not None)

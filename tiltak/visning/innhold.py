"""What lies under one tiltak, ready for its page: a fixed number of queries, whatever lies there."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Exists, OuterRef, Q, Sum
from django.urls import reverse
from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from brukere.models import Bruker
from felles.diagram import Diagram, stolper, tall_som_tekst
from felles.gjoremal import Gjoremal
from felles.sortering import Sorter
from felles.tid import idag, na
from samarbeid.models import Forum, Kontaktrolle, Kurs, Kursdeltakelse
from samarbeid.policy import can_view_registeret

from ..choices import Aktivitetsart, Aktivitetsstatus, Lenkeart
from ..forms.innhold import KommentarSkjema
from ..models import Aktivitet, Ansvar, Indikator, Kommentar, Maling, Nevning, Plan, Tiltak
from ..policy import can_kommentere, can_rapportere_alle

VISES = 8  # activities before «Vis resten»
DEKNINGSAR = 4


@dataclass
class Aktivitetslinje:
    """One activity: our own row, or a course or forum that the registry has under this tiltak."""

    tittel: str
    art: str
    dato: date | None
    url: str = ""
    status: str = ""
    hvem: str = ""
    antall: str = ""
    notat: str = ""
    adresse: str = ""
    revisjon: date | None = None
    endre: str = ""


@dataclass
class Malt:
    """An indicator with its figures, the newest last, and how they look."""

    indikator: Indikator
    malinger: list[Maling]
    diagram: Diagram | None

    @property
    def siste(self) -> str:
        return tall_som_tekst(self.malinger[-1].vist) if self.malinger else ""

    @property
    def rettet(self) -> int:
        return sum(maling.erstatter_id is not None for maling in self.malinger)


def innhold(tiltak: Tiltak, user: Bruker, ansvar: Sequence[Ansvar], *, kan_endre: bool) -> dict[str, Any]:
    """The sections of the page. What the registry keeps for roles is asked through its own rules."""
    aktiviteter = [*_registeret(tiltak, user), *_egne(tiltak, user, kan_endre=kan_endre)]
    aktiviteter.sort(key=lambda linje: linje.dato or date.max, reverse=True)
    lenker = list(tiltak.lenker.synlige())
    return {
        "aktiviteter": aktiviteter[:VISES],
        "flere_aktiviteter": aktiviteter[VISES:],
        "dekning": _dekning(tiltak, user),
        "indikatorer": _indikatorer(tiltak),
        "vedtak": list(tiltak.vedtak.synlige()),
        "nasjonale": [lenke for lenke in lenker if lenke.art == Lenkeart.NASJONALT],
        "dokumenter": [lenke for lenke in lenker if lenke.art != Lenkeart.NASJONALT],
        "vedlegg": list(tiltak.vedlegg.synlige()),
        "kontakter": _kontakter(user, ansvar),
        "kan_legge_til": kan_endre,
        **_kommentarer(tiltak, user),
    }


def _window(plan: Plan) -> Q:
    """Courses carry a plain tiltak number: it means the edition in force on their day."""
    found = Q()
    if plan.erstatter_id and plan.vedtatt_dato:
        found &= Q(dato__gte=plan.vedtatt_dato)
    if not plan.er_gjeldende and plan.erstattet_av.vedtatt_dato:
        found &= Q(dato__lt=plan.erstattet_av.vedtatt_dato)
    return found


def _registeret(tiltak: Tiltak, user: Bruker) -> Iterable[Aktivitetslinje]:
    """Courses and fora that the registry says belong here. Not copied: each is a link."""
    courses = Kurs.objects.visible_to(user).filter(_window(tiltak.plan), tiltak_nr=tiltak.nr).til_liste()
    fora = Forum.objects.visible_to(user).filter(tiltak_nr=tiltak.nr, avsluttet__isnull=True).til_liste(na())
    linjer = [
        Aktivitetslinje(
            tittel=kurs.tittel,
            art=str(Aktivitetsart.KURS.label),
            dato=kurs.dato,
            url=kurs.get_absolute_url(),
            status=_status_of(kurs),
            hvem=kurs.arrangor.kort,
            antall=str(kurs.antall_deltakere or ""),
        )
        for kurs in courses
    ]
    if not tiltak.plan.er_gjeldende:
        return linjer
    return linjer + [
        Aktivitetslinje(
            tittel=forum.navn,
            art=str(Aktivitetsart.FORUM.label),
            dato=localdate(forum.neste_mote) if forum.neste_mote else None,
            url=forum.get_absolute_url(),
            status=ngettext("%(antall)s møte i år", "%(antall)s møter i år", forum.holdt_i_ar)
            % {"antall": forum.holdt_i_ar},
            hvem=forum.ansvarlig.kort,
        )
        for forum in fora
    ]


def _status_of(kurs: Kurs) -> str:
    if kurs.avlyst:
        return str(Aktivitetsstatus.AVLYST.label)
    held = kurs.dato <= idag()
    return str((Aktivitetsstatus.GJENNOMFORT if held else Aktivitetsstatus.PLANLAGT).label)


def _egne(tiltak: Tiltak, user: Bruker, *, kan_endre: bool) -> Iterable[Aktivitetslinje]:
    internal = can_view_registeret(user)
    for rad in Aktivitet.objects.synlige().filter(tiltak=tiltak).select_related("aktor", "kurs", "forum"):
        target = rad.kurs or rad.forum
        shown = rad.vist_antall
        yield Aktivitetslinje(
            tittel=rad.tittel,
            art=rad.get_art_display(),
            dato=rad.dato,
            url=target.get_absolute_url() if target and internal else "",
            status=rad.get_status_display(),
            hvem=rad.aktor.kort if rad.aktor else "",
            antall="" if shown is None else tall_som_tekst(shown),
            notat=rad.notat,
            adresse=rad.adresse,
            revisjon=rad.revisjon,
            endre=reverse("endre_innhold", args=[tiltak.nr, "aktivitet", rad.pk]) if kan_endre else "",
        )


def _dekning(tiltak: Tiltak, user: Bruker) -> Diagram | None:
    """How many from each service have been on the courses here lately: employees, counted by service."""
    if not can_view_registeret(user):
        return None
    held = Q(kurs__tiltak_nr=tiltak.nr, kurs__avlyst=False)
    held &= Q(kurs__dato__gte=date(idag().year - DEKNINGSAR + 1, 1, 1), kurs__dato__lte=idag())
    rader = (
        Kursdeltakelse.objects.filter(held)
        .values_list("tjeneste__navn")
        .annotate(sum=Sum("antall"))
        .filter(sum__gt=0)
        .order_by("-sum", "tjeneste__navn")
    )
    found = list(rader) if tiltak.plan.er_gjeldende else []
    if not found:
        return None
    tittel = _("Deltakere per tjeneste siden %(ar)s") % {"ar": idag().year - DEKNINGSAR + 1}
    return stolper(tittel, found, enhet=_("Deltakere"))


def _indikatorer(tiltak: Tiltak) -> list[Malt]:
    indicators = list(tiltak.indikatorer.synlige())
    tallene: dict[Any, list[Maling]] = defaultdict(list)
    current = Maling.objects.filter(indikator__tiltak=tiltak, erstattet_av__isnull=True).order_by("ar")
    for maling in current:
        tallene[maling.indikator_id].append(maling)
    return [Malt(rad, tallene[rad.pk], _drawn(rad, tallene[rad.pk])) for rad in indicators]


def _drawn(indikator: Indikator, malinger: Sequence[Maling]) -> Diagram | None:
    if not malinger:
        return None
    pairs = [(str(maling.ar), maling.vist) for maling in malinger]
    return stolper(indikator.navn, pairs, enhet=indikator.enhet)


def _kontakter(user: Bruker, ansvar: Sequence[Ansvar]) -> list[Kontaktrolle]:
    """Offices at those who answer for the tiltak, for those who may see contacts (beslutninger 10)."""
    holders = {holder.pk for part in ansvar for holder in (part.aktor, part.enhet) if holder}
    rader = Kontaktrolle.objects.visible_to(user).i_bruk(idag()).filter(aktor__in=holders)
    return list(rader.select_related("aktor").order_by(Sorter("aktor__navn"), Sorter("verv"), "pk"))


def _kommentarer(tiltak: Tiltak, user: Bruker) -> dict[str, Any]:
    may = can_kommentere(user)
    if not may:
        return {"kan_kommentere": False}
    mine = Nevning.objects.filter(bruker=user, lest_tid__isnull=True, kommentar=OuterRef("pk"))
    found = Kommentar.objects.visible_to(user).filter(tiltak=tiltak).select_related("av")
    rader: list[Any] = list(found.annotate(venter_pa_meg=Exists(mine)))
    everything = can_rapportere_alle(user)
    current = tiltak.plan.er_gjeldende
    for rad in rader:
        rad.kan_tas_bort = current and not rad.tatt_bort and (everything or rad.av_id == user.pk)
    return {
        "kan_kommentere": may,
        "kommentarer": rader,
        "kommentarskjema": KommentarSkjema(auto_id="kommentar_%s") if current else None,
        "nevnt": any(rad.venter_pa_meg for rad in rader),
    }


def ventende(user: Bruker) -> list[Gjoremal]:
    """Comments that ask the user to look, one line for each tiltak. Names nobody: the start page is open on a desk."""
    rader = (
        Tiltak.objects.gjeldende()
        .filter(kommentarer__nevninger__bruker=user, kommentarer__nevninger__lest_tid__isnull=True)
        .distinct()
        .order_by("nr")
    )
    return [
        Gjoremal(
            tittel=_("Du er nevnt i en kommentar"),
            url=f"{tiltak.get_absolute_url()}#kommentarer",
            undertekst=f"{tiltak.nr}. {tiltak.tittel}",
        )
        for tiltak in rader
    ]

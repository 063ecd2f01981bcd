"""How a round of asking stands: who has answered, who is silent, and what nobody can be asked about."""

from collections import defaultdict
from dataclasses import dataclass, field
from datetime import date

from django.utils.translation import gettext as _

from brukere.models import Bruker
from felles.sortering import nokkel as sorteringsnokkel
from felles.tid import idag

from ..choices import Status
from ..models import Ansvar, Plan, Statusrapport, Statusrunde, Tiltak
from .mottakere import Folk
from .rapporter import fortalt, siste_i, siste_ord


@dataclass
class Spurt:
    """One tiltak that is, or may be, asked about."""

    tiltak: Tiltak
    ansvar: list[Ansvar]
    eiere: list[Bruker]
    siste: Statusrapport | None
    svart: bool = False

    @property
    def ansvarlig(self) -> str:
        return self.ansvar[0].kort if self.ansvar else ""

    @property
    def hindring(self) -> str:
        """Why nobody gets a letter about it, in words for the koordinator; empty when somebody does."""
        if not self.eiere:
            return self._ingen()
        without = [str(user) for user in self.eiere if not user.email]
        if len(without) < len(self.eiere):
            return ""
        return _("%(navn)s har ingen e-postadresse. Be systemansvarlig legge den inn.") % {"navn": ", ".join(without)}

    def _ingen(self) -> str:
        if self.siste and not self.siste.rapportert_av.is_active:
            return _("%(navn)s svarte sist, men har sluttet. Gi ansvaret til noen andre, eller svar selv.") % {
                "navn": self.siste.rapportert_av
            }
        return _("Ingen ved %(aktor)s har konto med rollen tiltaksansvarlig. Svar selv, eller gi noen rollen.") % {
            "aktor": self.ansvarlig or _("den ansvarlige")
        }

    @property
    def kort_hindring(self) -> str:
        """The same for a cell."""
        if not self.hindring:
            return ""
        return _("Uten e-postadresse") if self.eiere else _("Ingen med konto")

    @property
    def er_ferdig(self) -> bool:
        return bool(self.siste and (self.siste.rapporteres_ikke_videre or self.siste.status == Status.TATT_UT))


@dataclass
class Stille:
    """One person, with the tiltak that lack an answer."""

    bruker: Bruker
    tiltak: list[Tiltak] = field(default_factory=list)


@dataclass
class Innhenting:
    """A round with its rows in the plan's order."""

    runde: Statusrunde
    rader: list[Spurt]

    @property
    def svart(self) -> list[Spurt]:
        return [rad for rad in self.rader if rad.svart]

    @property
    def mangler(self) -> list[Spurt]:
        return [rad for rad in self.rader if not rad.svart]

    @property
    def uten_mottaker(self) -> list[Spurt]:
        return [rad for rad in self.mangler if rad.hindring]

    @property
    def stille(self) -> list[Stille]:
        """Those who can be asked and have not answered, by name."""
        found: dict[int, Stille] = {}
        for rad in self.mangler:
            for user in rad.eiere:
                found.setdefault(user.pk, Stille(user)).tiltak.append(rad.tiltak)
        return sorted(found.values(), key=lambda one: sorteringsnokkel(str(one.bruker)))

    @property
    def dager_over(self) -> int:
        return (idag() - self.runde.frist).days


def spurte(plan: Plan, ar: int, *, runde: Statusrunde | None = None, folk: Folk | None = None) -> list[Spurt]:
    """Every tiltak of the plan, or those of a round, with who answers for it. Six queries."""
    rader = Tiltak.objects.filter(plan=plan).defer("ordlyd").i_rekkefolge()
    if runde:
        rader = rader.filter(foresporsler__runde=runde)
    parter: dict[int, list[Ansvar]] = defaultdict(list)
    for rad in Ansvar.objects.filter(tiltak__plan=plan).gjeldende():
        parter[rad.tiltak_id].append(rad)
    latest = _siste(plan)
    people = folk or Folk()
    found = []
    for tiltak in rader:
        last = latest.get(tiltak.pk)
        this_time = last is not None and last.ar == ar and (runde is None or last.tid >= runde.tid)
        since = last is not None and this_time and not last.er_sendt_tilbake
        found.append(Spurt(tiltak, parter[tiltak.pk], people.eiere(parter[tiltak.pk]), last, svart=since))
    return found


def _siste(plan: Plan) -> dict[int, Statusrapport]:
    """The last word on each tiltak, whatever the year, also where it was told of the one it was kept from."""
    told, arving = fortalt(plan)
    rader = (
        told.select_related("rapportert_av", "vurdering")
        .order_by("tiltak_id", "-ar", "-tid", "pk")
        .distinct("tiltak_id")
    )
    return {pk: rad for pk, arene in siste_ord(rader, arving).items() if (rad := siste_i(arene))}


def innhenting(runde: Statusrunde, *, folk: Folk | None = None) -> Innhenting:
    """The round as it stands now."""
    return Innhenting(runde, spurte(runde.plan, runde.ar, runde=runde, folk=folk))


def standardfrist(ar: int) -> date:
    """The first of December, or two weeks from now when that is near or over."""
    return max(date(ar, 12, 1), date.fromordinal(idag().toordinal() + 14))

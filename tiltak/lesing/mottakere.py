"""Who is asked about a tiltak, and who leads them: the inverse of policy.egne_tiltak, read once for a whole plan."""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from django.conf import settings

from brukere.models import Bruker, Rolletildeling
from brukere.roles import Rolle
from samarbeid.choices import Aktortype
from samarbeid.models import Aktor, Tilknytning

from ..choices import Ansvarsrolle
from ..models import Ansvar

SPURTE = (Rolle.TILTAKSANSVARLIG, Rolle.POLITIKONTAKT, Rolle.TJENESTELEDER, Rolle.RADMANN)


class Folk:
    """Accounts in use, with roles and places of work that hold now. Three queries, whatever the number."""

    def __init__(self) -> None:
        self._folk: dict[int, Bruker] = {}
        self._roller: dict[int, set[str]] = defaultdict(set)
        self._steder: dict[int, list[tuple[int, str]]] = defaultdict(list)
        roles = Rolletildeling.objects.gjeldende().filter(rolle__in=SPURTE, bruker__is_active=True)
        for row in roles.select_related("bruker"):
            self._folk[row.bruker_id] = row.bruker
            self._roller[row.bruker_id].add(row.rolle)
        places = Tilknytning.objects.gjeldende().filter(bruker__in=self._folk)
        for user, aktor, kind in places.values_list("bruker_id", "aktor_id", "aktor__type"):
            self._steder[user].append((aktor, kind))
        self._over = dict(Aktor.objects.values_list("pk", "over_id"))

    def eiere(self, ansvar: Sequence[Ansvar]) -> list[Bruker]:
        """Those who answer for the lead's part; where the lead has nobody, those of the others who answer."""
        leads = [row for row in ansvar if row.rolle == Ansvarsrolle.HOVEDANSVARLIG]
        others = [row for row in ansvar if row.rolle == Ansvarsrolle.MEDANSVARLIG]
        return self._av(leads) or self._av(others)

    def stedfortredere(self, ansvar: Sequence[Ansvar]) -> list[Bruker]:
        """Who answers with the lead, and is asked too when the lead let the deadline pass."""
        return self._av([row for row in ansvar if row.rolle == Ansvarsrolle.MEDANSVARLIG])

    def _av(self, ansvar: Sequence[Ansvar]) -> list[Bruker]:
        found = [user for user in self._folk if any(self._svarer(user, row) for row in ansvar)]
        return sorted((self._folk[user] for user in found), key=str)

    def _svarer(self, user: int, row: Ansvar) -> bool:
        holder = row.enhet_id or row.aktor_id
        places = self._steder[user]
        if Rolle.TILTAKSANSVARLIG in self._roller[user] and any(aktor == holder for aktor, _kind in places):
            return True
        return (
            Rolle.POLITIKONTAKT in self._roller[user]
            and row.rolle == Ansvarsrolle.HOVEDANSVARLIG
            and row.aktor is not None
            and row.aktor.type == Aktortype.POLITI
            and any(kind == Aktortype.POLITI for _aktor, kind in places)
        )

    def ledere(self, ansvar: Sequence[Ansvar], *, dager_over: int) -> list[Bruker]:
        """Whom it is raised to: the leader of the unit or of the nearest one above, then the rådmann too."""
        if not ansvar or dager_over < settings.PURRING_LEDER:
            return []
        found = next((people for unit in self._opp(ansvar[0]) if (people := self._leder_i(unit))), [])
        if dager_over >= settings.PURRING_OVERSTE and self._er_kommunens(ansvar[0]):
            found = [*found, *self._med(Rolle.RADMANN)]
        return found

    def _opp(self, row: Ansvar) -> Iterator[int]:
        """The unit, and each it is part of."""
        unit = row.enhet_id or row.aktor_id
        seen: set[int] = set()
        while unit is not None and unit not in seen:
            seen.add(unit)
            yield unit
            unit = self._over.get(unit)

    def _leder_i(self, unit: int) -> list[Bruker]:
        return [u for u in self._med(Rolle.TJENESTELEDER) if any(aktor == unit for aktor, _k in self._steder[u.pk])]

    def _med(self, rolle: Rolle) -> list[Bruker]:
        return sorted((self._folk[user] for user, roles in self._roller.items() if rolle in roles), key=str)

    @staticmethod
    def _er_kommunens(row: Ansvar) -> bool:
        return row.aktor is not None and row.aktor.type in (Aktortype.KOMMUNE, Aktortype.KOMMUNAL_ENHET)

"""Who is asked about a tiltak, and who leads them: the inverse of policy.egne_tiltak, read once for a whole plan."""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from django.conf import settings

from brukere.models import Bruker, Rolletildeling
from brukere.roles import Rolle
from felles.sortering import nokkel as sorteringsnokkel
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
        roller = Rolletildeling.objects.gjeldende().filter(rolle__in=SPURTE, bruker__is_active=True)
        for rad in roller.select_related("bruker"):
            self._folk[rad.bruker_id] = rad.bruker
            self._roller[rad.bruker_id].add(rad.rolle)
        steder = Tilknytning.objects.gjeldende().filter(bruker__in=self._folk)
        for user, aktor, slag in steder.values_list("bruker_id", "aktor_id", "aktor__type"):
            self._steder[user].append((aktor, slag))
        self._over = dict(Aktor.objects.values_list("pk", "over_id"))

    def eiere(self, ansvar: Sequence[Ansvar]) -> list[Bruker]:
        """Those who answer for the lead's part; where the lead has nobody, those of the others who answer."""
        leads = [rad for rad in ansvar if rad.rolle == Ansvarsrolle.HOVEDANSVARLIG]
        others = [rad for rad in ansvar if rad.rolle == Ansvarsrolle.MEDANSVARLIG]
        return self._av(leads) or self._av(others)

    def stedfortredere(self, ansvar: Sequence[Ansvar]) -> list[Bruker]:
        """Who answers with the lead, and is asked too when the lead let the deadline pass."""
        return self._av([rad for rad in ansvar if rad.rolle == Ansvarsrolle.MEDANSVARLIG])

    def _av(self, ansvar: Sequence[Ansvar]) -> list[Bruker]:
        found = [user for user in self._folk if any(self._svarer(user, rad) for rad in ansvar)]
        return sorted((self._folk[user] for user in found), key=lambda one: sorteringsnokkel(str(one)))

    def _svarer(self, user: int, rad: Ansvar) -> bool:
        holder = rad.enhet_id or rad.aktor_id
        steder = self._steder[user]
        if Rolle.TILTAKSANSVARLIG in self._roller[user] and any(aktor == holder for aktor, _kind in steder):
            return True
        return (
            Rolle.POLITIKONTAKT in self._roller[user]
            and rad.rolle == Ansvarsrolle.HOVEDANSVARLIG
            and rad.aktor is not None
            and rad.aktor.type == Aktortype.POLITI
            and any(slag == Aktortype.POLITI for _aktor, slag in steder)
        )

    def ledere(self, ansvar: Sequence[Ansvar], *, dager_over: int) -> list[Bruker]:
        """Whom it is raised to: the leader of the unit or of the nearest one above, then the rådmann too."""
        if not ansvar or dager_over < settings.PURRING_LEDER:
            return []
        found = next((folk for enhet in self._opp(ansvar[0]) if (folk := self._leder_i(enhet))), [])
        if dager_over >= settings.PURRING_OVERSTE and self._er_kommunens(ansvar[0]):
            found = [*found, *self._med(Rolle.RADMANN)]
        return found

    def _opp(self, rad: Ansvar) -> Iterator[int]:
        """The unit, and each it is part of."""
        enhet = rad.enhet_id or rad.aktor_id
        seen: set[int] = set()
        while enhet is not None and enhet not in seen:
            seen.add(enhet)
            yield enhet
            enhet = self._over.get(enhet)

    def _leder_i(self, enhet: int) -> list[Bruker]:
        return [u for u in self._med(Rolle.TJENESTELEDER) if any(aktor == enhet for aktor, _k in self._steder[u.pk])]

    def _med(self, rolle: Rolle) -> list[Bruker]:
        return sorted(
            (self._folk[user] for user, roller in self._roller.items() if rolle in roller),
            key=lambda one: sorteringsnokkel(str(one)),
        )

    @staticmethod
    def _er_kommunens(row: Ansvar) -> bool:
        return row.aktor is not None and row.aktor.type in (Aktortype.KOMMUNE, Aktortype.KOMMUNAL_ENHET)

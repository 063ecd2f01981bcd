"""Who is covered by which ground, now. Questions only; `samtykke.py` holds the acts."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Any

from django.db.models import Q, QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _

from brukere.models import Rolletildeling
from brukere.roles import Rolle
from felles import sporring
from felles.tid import idag
from samarbeid.choices import Aktortype
from samarbeid.models import Aktor, Tilknytning

from ..choices import (
    SKRIFTLIG,
    Formal,
    Mentortilstand,
    Modus,
    Opplysning,
    Partstype,
    Samtykkeform,
)
from ..models import Medlemskap, Sak
from .tilgang import sperrer

HJELPER = (Aktortype.FYLKE, Aktortype.KONFLIKTRAD, Aktortype.FRIVILLIG)


def dagslutt(dag: date) -> datetime:
    """The end of a day in Norway: «til og med»."""
    return timezone.make_aware(datetime.combine(dag, time(23, 59, 59)))


def instanser(brukere: Iterable[int]) -> dict[int, Aktor]:
    """Where each of the users works now, in one query. One without a zone has no place in cases."""
    rader = (
        Tilknytning.objects.gjeldende()
        .filter(bruker__in=brukere)
        .exclude(aktor__sone="")
        .select_related("aktor")
        .order_by("fra", "pk")
    )
    return {rad.bruker_id: rad.aktor for rad in rader}


@dataclass(frozen=True)
class Dekket:
    """A ground covers this person where they work, until then."""

    sted: int
    til: datetime | None


def dekning(
    sak: Sak, brukere: Iterable[int], formal: Formal | str, opplysning: Opplysning | str = Opplysning.UTEN_NAVN
) -> dict[int, Dekket]:
    """Which of these people a ground covers now, for this purpose and kind: the question of `vern.dekket_til`."""
    rader = sporring.rader(
        "SELECT bruker, sted, nullif(til, 'infinity') FROM vern.dekning(%s, %s::bigint[], %s, %s)",
        sak.pk,
        list(brukere),
        str(opplysning),
        str(formal),
    )
    return {bruker: Dekket(sted, til) for bruker, sted, til in rader}


def er_dekket(sak: Sak) -> bool:
    """Whether a ground in force covers anybody for anything: a consent where all who must have said yes, or a law.

    A consent by one who may not at this age covers nothing, and does not count (R16).
    """
    grunner = list(sak.delingsgrunnlag.gjeldende().values_list("pk", "samtykke"))
    if any(samtykke is None for _pk, samtykke in grunner):
        return True
    return bool(
        sporring.rader(
            "SELECT 1 FROM bekymring_delingsgrunnlag g, unnest(g.opplysninger) hva, unnest(g.formal) formaal"
            " WHERE g.id = ANY(%s) AND hva IN ('uten_navn', 'med_navn', 'identitet')"
            " AND (SELECT bool_and(m.til IS NOT NULL)"
            " FROM vern.mangler(g.sak_id, g.mottaker_id, g.mottaker_person_id, hva, formaal) m) LIMIT 1",
            [pk for pk, _samtykke in grunner],
        )
    )


def uten_grunnlag(
    sak: Sak, brukere: Iterable[int], formal: Formal | str, opplysning: Opplysning | str = Opplysning.UTEN_NAVN
) -> tuple[str, ...]:
    """The workplaces of those that no ground covers, and whose consent is missing; one without a place never is."""
    ids = list(brukere)
    mangler = set(ids) - set(dekning(sak, ids, formal, opplysning))
    steder = instanser(mangler)
    navn = {_uten(sak, steder[hvem], hvem, formal, opplysning) for hvem in mangler & set(steder)}
    return tuple(sorted(navn | ({"ukjent instans"} if mangler - set(steder) else set())))


def _uten(sak: Sak, sted: Aktor, hvem: int, formal: Formal | str, opplysning: Opplysning | str) -> str:
    """«Helse», or «Helse (mangler samtykke fra foresatt 2)» where some have said yes."""
    rader = _givere(sak, sted.pk, hvem, formal, opplysning)
    parter = {part.pk: part for part in sak.parter.all()}
    ja = [rad for rad in rader if rad[2]]
    nei = [parter[part].navn if part in parter else str(Partstype(type).label) for part, type, til in rader if not til]
    if not ja:
        return str(sted.kort)
    return _("%(sted)s (mangler samtykke fra %(hvem)s)") % {"sted": sted.kort, "hvem": ", ".join(nei).lower()}


def _givere(
    sak: Sak, sted: int | None, hvem: int | None, formal: Formal | str, opplysning: Opplysning | str
) -> list[tuple[Any, str, datetime | None]]:
    """Each who must consent to this: party, its kind, and until when it has; `vern.givere` counts."""
    return sporring.rader(
        "SELECT part, type, til FROM vern.mangler(%s, %s, %s, %s, %s)",
        sak.pk,
        sted,
        hvem,
        str(opplysning),
        str(formal),
    )


def givertyper(sak: Sak) -> set[str]:
    """The kinds of party whose consent counts at this age, for one kind of information or another; empty: not known."""
    if sak.modus == Modus.FAMILIE:
        return {Partstype.FAMILIE}
    regler = [_regelen(sak, opplysning) for opplysning in (Opplysning.MED_NAVN, Opplysning.HELSE)]
    selv = {str(Partstype.SELV) for selv, _foresatte in regler if selv}
    return selv | {str(Partstype.FORESATT) for _selv, foresatte in regler if foresatte}


def _regelen(sak: Sak, opplysning: Opplysning) -> tuple[bool, bool]:
    """Whether the person, and whether the guardians, must consent today (`vern.samtykkeregel`)."""
    rader = sporring.rader(
        "SELECT selv, foresatte FROM vern.samtykkeregel(%s, %s, vern.dagen())", sak.pk, str(opplysning)
    )
    return rader[0] if rader else (False, False)


def hvem_som_samtykker(sak: Sak) -> str:
    """Who must say yes at this age, in a case of this field (R16)."""
    if sak.modus == Modus.FAMILIE:
        return _("I familieveiledning er det den som får veiledning, som sier ja for seg selv.")
    selv, foresatte = _regelen(sak, Opplysning.MED_NAVN)
    if not (selv or foresatte):
        return ""
    if selv and foresatte:
        return _("Ved denne alderen må både personen selv og alle med foreldreansvar si ja.")
    if foresatte:
        return _("Ved denne alderen er det alle med foreldreansvar som må si ja. Barnet skal høres.")
    return _("Ved denne alderen er det bare personen selv som kan si ja.")


def har_skriftlig(sak: Sak) -> bool:
    """Somebody may follow up: all who must have consented to it in writing, and it holds (R16, faggrunnlag 10)."""
    rader = sak.delingsgrunnlag.gjeldende().filter(samtykke__trukket=None, samtykke__form=Samtykkeform.SKRIFTLIG)
    for rad in rader:
        for formal in set(rad.formal) & {*SKRIFTLIG}:
            svar = _givere(sak, rad.mottaker_id, rad.mottaker_person_id, formal, Opplysning.UTEN_NAVN)
            if svar and all(til for _part, _type, til in svar):
                return True
    return False


def oppfolgingen_dekkes(sak: Sak) -> bool:
    """Each who follows up now is covered for it, in writing; where the koordinator does it herself, somebody is."""
    grupper = sak.ansvarsgrupper.filter(avsluttet=None).values_list("koordinator", flat=True)
    mentorer = sak.mentorforlop.exclude(tilstand=Mentortilstand.AVSLUTTET).values_list("mentor", flat=True)
    hvem = [(Formal.ANSVARSGRUPPE, pk) for pk in grupper] + [(Formal.MENTOR, pk) for pk in mentorer]
    andre = [(formal, pk) for formal, pk in hvem if pk != sak.saksansvarlig_id]
    return all(pk in dekning(sak, [pk], formal) for formal, pk in andre) and har_skriftlig(sak)


def har_nytt(sak: Sak) -> bool:
    """A ground is newer than the stop, and all who must have given it (`vern.nytt_grunnlag`)."""
    return bool(sporring.verdi("SELECT vern.nytt_grunnlag(%s)", sak.pk))


def mulige_mottakere(sak: Sak) -> set[int]:
    """The instanser a consent can name: those of the group's members, and of the police contacts."""
    medlemmer = Medlemskap.objects.gjeldende()
    if sak.kjernegruppe_id:
        medlemmer = medlemmer.filter(gruppe=sak.kjernegruppe_id)
    politi = Rolletildeling.objects.gjeldende().filter(rolle=Rolle.POLITIKONTAKT)
    steder = Tilknytning.objects.gjeldende().filter(
        Q(bruker__in=medlemmer.values("bruker")) | Q(bruker__in=politi.values("bruker"))
    )
    return set(steder.exclude(aktor__sone="").values_list("aktor", flat=True))


def andre_mottakere(sak: Sak) -> QuerySet[Aktor]:
    """Those outside the group who help a person, and a consent can name: NAV, OT, Konfliktrådet, an organisation.

    Never a faith community, since the row would tell what somebody believes (R60); no authority and no political body.
    """
    hjelper = ~Q(sone="") & ~Q(type=Aktortype.POLITI) | Q(type__in=HJELPER)
    return Aktor.objects.gjeldende(idag()).filter(hjelper).exclude(pk__in=mulige_mottakere(sak))


def sperrede(sak: Sak) -> set[int]:
    """Those who are kept out, as far as the one who acts may know."""
    return {rad.bruker_id for rad in sperrer(sak)}

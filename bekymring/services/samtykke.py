"""Consent is given and withdrawn. What it opens, and that this ends with it, the database decides."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID, uuid5

from django.db import transaction
from django.utils.translation import gettext as _

from brukere.models import Bruker
from felles.avslag import Avslag
from felles.engang import vent_pa_tur
from felles.tid import idag, na
from samarbeid.models import Aktor, Tilknytning

from ..choices import Avlosning, Formal, Hendelseart, Hjemmelkode, Modus, Opplysning, Partstype, Registreringsfeil
from ..lesing.grunnlag import dagslutt
from ..lesing.tilgang import hvem_kan_se
from ..models import Delingsgrunnlag, Hjemmel, Part, Sak, Samtykke
from .tildeling import apner_for_nye
from .tilgang import skriv_hendelse


def parter(sak: Sak, foresatte: int = 0) -> list[Part]:
    """The parties there are: the person, and as many guardians as have parental responsibility (R20).

    Registered when somebody is first asked, and never fewer than are known already: a guardian
    who is not asked is an exception that two people make (R18).
    """
    fleste = ((Partstype.SELV, 1), (Partstype.FORESATT, foresatte))
    for type, antall in ((Partstype.FAMILIE, 1),) if sak.modus == Modus.FAMILIE else fleste:
        for nummer in range(1, antall + 1):
            part, ny = Part.objects.get_or_create(sak=sak, type=type, nummer=nummer)
            if not ny and part.til:
                part.til = None
                part.save(update_fields=["til"])
    return list(sak.parter.filter(til=None))


@transaction.atomic
def gi_samtykke(
    *,
    av: Bruker,
    sak: Sak,
    nokkel: UUID,
    givere: Iterable[Part],
    mottakere: Iterable[Aktor] = (),
    personer: Iterable[Bruker] = (),
    opplysninger: Iterable[Opplysning | str],
    formal: Iterable[Formal | str],
    gyldig_til: date,
    **felt: Any,
) -> list[Samtykke]:
    """Register what each of `givere` has said yes to: with whom, what, for what, how long (R5).

    One row a party, since each consents and withdraws alone (R20). The same key twice is one act: a double submit.
    """
    vent_pa_tur(nokkel)
    givere, mottakere, personer = list(givere), list(mottakere), list(personer)
    nokler = {part: uuid5(nokkel, str(part.pk)) for part in givere}
    alle = [uuid5(nokkel, str(pk)) for pk in sak.parter.values_list("pk", flat=True)]
    if found := list(sak.samtykker.filter(pk__in=alle)):
        _krev_likt(found, {*nokler.values()}, {*mottakere, *personer}, opplysninger, formal, gyldig_til)
        return found
    hva: dict[str, Any] = {"opplysninger": list(opplysninger), "formal": list(formal)}
    hvem: list[dict[str, Any]] = [{"mottaker": sted} for sted in mottakere] + [
        {"mottaker_person": en} for en in personer
    ]
    hjemmel = Hjemmel.objects.gjeldende(idag()).get(kode=Hjemmelkode.SAMTYKKE)
    gitt = [
        Samtykke(id=pk, sak=sak, part=part, registrert_av=av, informert=True, gyldig_til=gyldig_til, **felt)
        for part, pk in nokler.items()
    ]
    with apner_for_nye(av, sak):
        for samtykke in gitt:
            samtykke.save(force_insert=True)
            Delingsgrunnlag.objects.bulk_create(
                Delingsgrunnlag(
                    sak=sak,
                    hjemmel=hjemmel,
                    samtykke=samtykke,
                    bestemt_av=av,
                    til=dagslutt(gyldig_til),
                    **hva,
                    **en,
                )
                for en in hvem
            )
            skriv_hendelse(av=av, sak=sak, sone=samtykke.sone, art=Hendelseart.SAMTYKKE)
    return gitt


def _krev_likt(
    found: list[Samtykke], pk: set[UUID], hvem: set[Any], opplysninger: Iterable[str], formal: Iterable[str], til: date
) -> None:
    """The form was sent before, and says something else now: that is told, not dropped."""
    grunnlag = list(found[0].grunnlag.select_related("mottaker", "mottaker_person"))
    likt = (
        {rad.pk for rad in found} == pk
        and {rad.mottaker or rad.mottaker_person for rad in grunnlag} == hvem
        and all({*rad.opplysninger} == {*map(str, opplysninger)} for rad in grunnlag)
        and all({*rad.formal} == {*map(str, formal)} for rad in grunnlag)
        and found[0].gyldig_til == til
    )
    if not likt:
        raise Avslag(
            _("Skjemaet er sendt før, og samtykket er registrert slik det sto da. Se det i saken, og rett det der.")
        )


@dataclass(frozen=True)
class Trukket:
    """What a withdrawal did: whether it was new, whether something closed, and who reads on, on another ground."""

    ny: bool
    lukket: bool = False
    leser_fortsatt: tuple[str, ...] = ()


@transaction.atomic
def avlos_samtykke(
    *,
    av: Bruker,
    sak: Sak,
    gammelt: Samtykke,
    hvordan: Avlosning,
    nokkel: UUID,
    giver: Part | None = None,
    feil: Registreringsfeil | str = "",
    **felt: Any,
) -> Samtykke:
    """Renew, narrow or put right in one act: the new consent begins, then the former ends (R5).

    What both cover never closes in between; what only the former covered ends in the database (R6). The former stays,
    with what became of it: nobody withdrew. Raises Avslag when it no longer holds, or when a narrowing widens.
    """
    vent_pa_tur(nokkel)
    gammelt = sak.samtykker.select_for_update(of=("self",)).select_related("part").get(pk=gammelt.pk)
    if found := gammelt.avlosere.filter(pk=uuid5(nokkel, str((giver or gammelt.part).pk))).first():
        return found
    if gammelt.trukket or gammelt.avlost or (hvordan != Avlosning.FORNY and not gammelt.holder):
        raise Avslag(_("Samtykket gjelder ikke lenger. Registrer et nytt hvis de har samtykket på nytt."))
    if hvordan == Avlosning.SNEVRE:
        _krev_snevrere(gammelt, **felt)
    [nytt] = gi_samtykke(av=av, sak=sak, nokkel=nokkel, givere=[giver or gammelt.part], erstatter=gammelt, **felt)
    gammelt.avlost, gammelt.avlosning, gammelt.feil = na(), hvordan, feil
    gammelt.save(update_fields=["avlost", "avlosning", "feil"])
    _lukk_grunnlag(gammelt, gammelt.avlost)
    skriv_hendelse(av=av, sak=sak, sone=gammelt.sone, art=Hendelseart.SAMTYKKE_ENDRET)
    return nytt


def _krev_snevrere(
    gammelt: Samtykke,
    *,
    mottakere: Iterable[Aktor] = (),
    personer: Iterable[Bruker] = (),
    opplysninger: Iterable[str],
    formal: Iterable[str],
    gyldig_til: date,
    **_felt: Any,
) -> None:
    """Nothing is added, and something is taken away."""
    rader = list(gammelt.grunnlag.all())
    was = {
        (rad.mottaker_id, rad.mottaker_person_id, en, til)
        for rad in rader
        for en in rad.opplysninger
        for til in rad.formal
    }
    steder = [(sted.pk, None) for sted in mottakere] + [(None, en.pk) for en in personer]
    now = {(*sted, str(en), str(til)) for sted in steder for en in opplysninger for til in formal}
    if not now <= was or gyldig_til > gammelt.gyldig_til:
        raise Avslag(_("Et samtykke som snevres inn, kan ikke få noe nytt. Registrer et nytt samtykke i stedet."))
    if now == was and gyldig_til == gammelt.gyldig_til:
        raise Avslag(_("Ingenting er tatt bort. Samtykket er som før."))


def _lukk_grunnlag(samtykke: Samtykke, naa: datetime) -> None:
    for grunnlag in samtykke.grunnlag.filter(til__gt=naa):
        grunnlag.til = max(naa, grunnlag.fra)
        grunnlag.save(update_fields=["til"])


@transaction.atomic
def trekk_samtykke(*, av: Bruker, sak: Sak, samtykke: Samtykke) -> Trukket:
    """One click, no reason, no flag (R7). What stood on it ends at once, in the database (R6). Twice is once."""
    if samtykke.trukket or samtykke.avlost:
        return Trukket(ny=False)
    naa = na()
    hadde = _delt(sak)
    samtykke.trukket, samtykke.trukket_av = naa, av
    samtykke.save(update_fields=["trukket", "trukket_av"])
    _lukk_grunnlag(samtykke, naa)
    skriv_hendelse(av=av, sak=sak, sone=samtykke.sone, art=Hendelseart.SAMTYKKE_TRUKKET)
    har = _delt(sak)
    return Trukket(ny=True, lukket=bool(hadde - har), leser_fortsatt=_navngitt(samtykke, {rad[0] for rad in har}))


def _delt(sak: Sak) -> set[tuple[int, str, str, str]]:
    """Who holds what on a ground now."""
    rader = (rad for rad in hvem_kan_se(sak) if rad.formal and rad.bruker_id is not None)
    return {(rad.bruker_id or 0, rad.rett, rad.sone, rad.formal) for rad in rader}


def _navngitt(samtykke: Samtykke, lesere: set[int]) -> tuple[str, ...]:
    """Those of the readers whom this consent named, or whose place of work it named."""
    grunner = list(samtykke.grunnlag.all())
    steder = Tilknytning.objects.gjeldende().filter(aktor__in=[g.mottaker_id for g in grunner if g.mottaker_id])
    navngitte = {g.mottaker_person_id for g in grunner} | set(steder.values_list("bruker", flat=True))
    return tuple(bruker.navn for bruker in Bruker.objects.filter(pk__in=lesere & navngitte).etter_navn())

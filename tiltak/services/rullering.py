"""The next edition as a draft: begun from the current one, edited, and each old tiltak told what becomes of it."""

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Any
from uuid import UUID

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.db.models import F
from django.utils.translation import gettext as _

from brukere.models import Bruker
from felles.avslag import lagre_versjon
from felles.engang import alt_laget
from felles.handler import krev_handler
from felles.tid import na
from samarbeid.models import Aktor, AktorAlias

from ..choices import Ansvarsetikett, Ansvarsrolle, Utfall
from ..models import Ansvar, Plan, Rullering, Rulleringskobling, Rulleringstiltak, Tiltak
from ..policy import can_rullere
from .mulige import las_planen

Part = dict[str, Any]
ETT_MAL = (Utfall.VIDEREFORT, Utfall.ENDRET, Utfall.SLATT_SAMMEN)


def krev_utkast(av: Bruker, rullering: Rullering) -> Rullering:
    """The draft as it stands now, locked, for the one who leads the work; what is adopted or thrown away is shut."""
    krev_handler(av)
    if not can_rullere(av):
        raise PermissionDenied
    las_planen()
    rad = Rullering.objects.utkast().filter(pk=rullering.pk).select_related("fra__erstattet_av").first()
    if rad is None or not rad.fra.er_gjeldende:
        raise ValidationError(_("Utkastet er ikke lenger åpent. Åpne siden på nytt og se hva som gjelder."))
    return rad


def _rort(rullering: Rullering) -> None:
    """The draft has another look than before: who saw the former cannot adopt it unseen."""
    Rullering.objects.filter(pk=rullering.pk).update(versjon=F("versjon") + 1)


def som_del(ansvar: Ansvar) -> Part:
    """A party as the draft keeps it."""
    return {
        "navn": ansvar.navn_i_planen,
        "enhet": ansvar.enhet_i_planen,
        "aktor": ansvar.aktor_id,
        "enhet_id": ansvar.enhet_id,
        "rolle": ansvar.rolle,
    }


def ansvar_som_tekst(parts: Iterable[Part]) -> str:
    """One line for each party, as it is edited."""
    return "\n".join(f"{part['navn']} ({part['enhet']})" if part["enhet"] else part["navn"] for part in parts)


def les_ansvar(text: str, before: Sequence[Part]) -> list[Part]:
    """Back from lines to parties. The first is hovedansvarlig (the plan's own rule); the others keep their role."""
    linjer = [linje.strip() for linje in text.splitlines() if linje.strip()]
    if not linjer:
        raise ValidationError({"ansvar": _("Skriv hvem som er hovedansvarlig.")})
    known = {ansvar_som_tekst([part]): part for part in before}
    names = _kjente_aktorer() if any(linje not in known for linje in linjer) else {}
    parts = [dict(known[linje]) if linje in known else _ny_del(linje, names) for linje in linjer]
    if len({(part["navn"], part["enhet"]) for part in parts}) < len(parts):
        raise ValidationError({"ansvar": _("Den samme står to ganger.")})
    for sted, part in enumerate(parts):
        if sted == 0 and part["aktor"] is None:
            raise ValidationError({"ansvar": _("Den første må være en aktør i registeret.")})
        if sted == 0:
            part["rolle"] = Ansvarsrolle.HOVEDANSVARLIG.value
        elif part["rolle"] == Ansvarsrolle.HOVEDANSVARLIG:
            part["rolle"] = Ansvarsrolle.MEDANSVARLIG.value
    return parts


def _kjente_aktorer() -> dict[str, Aktor]:
    """Every name an actor goes by, in lower case."""
    names = {alias.navn.lower(): alias.aktor for alias in AktorAlias.objects.select_related("aktor")}
    for aktor in Aktor.objects.all():
        names |= {navn.lower(): aktor for navn in (aktor.navn, aktor.kortnavn) if navn}
    return names


def _ny_del(linje: str, names: dict[str, Aktor]) -> Part:
    navn, _sep, unit = linje.removesuffix(")").partition(" (")
    if navn.lower().startswith("andre "):
        return {"navn": linje[:120], "enhet": "", "aktor": None, "enhet_id": None, "rolle": Ansvarsrolle.USPESIFISERT}
    aktor = names.get(navn.lower())
    if aktor is None:
        tekst = _("Kjenner ingen aktør som heter «%(navn)s». Legg den inn under Samarbeid først.") % {"navn": navn}
        raise ValidationError({"ansvar": tekst})
    enhet = names.get(unit.lower())
    return {
        "navn": navn[:120],
        "enhet": unit[:120],
        "aktor": aktor.pk,
        "enhet_id": enhet.pk if enhet else None,
        "rolle": Ansvarsrolle.MEDANSVARLIG.value,
    }


@transaction.atomic
def begynn(*, av: Bruker, nokkel: UUID, utgave: int, tittel: str) -> Rullering:
    """A draft copied from the current edition: areas, tiltak and parties, each tiltak kept until told otherwise."""
    krev_handler(av)
    if not can_rullere(av):
        raise PermissionDenied
    las_planen()
    if same := alt_laget(Rullering.objects, nokkel):
        return same
    fra = Plan.objects.gjeldende()
    krev_senere_utgave(utgave, fra)
    if Rullering.objects.utkast().filter(fra=fra).exists():
        raise ValidationError(_("Det finnes et utkast alt."))
    omrader = list(fra.innsatsomrader.order_by("nr"))
    rullering = Rullering.objects.create(
        id=nokkel,
        fra=fra,
        utgave=utgave,
        tittel=tittel,
        omrader=[omrade.tittel for omrade in omrader],
        opprettet_av=av,
        tid=na(),
    )
    sted = {omrade.pk: nummer for nummer, omrade in enumerate(omrader, 1)}
    old = list(fra.tiltak.prefetch_related("prinsipper", "fokusomrader").order_by("nr"))
    parter: dict[int, list[Part]] = {}
    for ansvar in Ansvar.objects.filter(tiltak__plan=fra).gjeldende():
        parter.setdefault(ansvar.tiltak_id, []).append(som_del(ansvar))
    new = Rulleringstiltak.objects.bulk_create(
        _kopi(rullering, tiltak, sted[tiltak.innsatsomrade_id], parter.get(tiltak.pk, [])) for tiltak in old
    )
    Rulleringskobling.objects.bulk_create(
        Rulleringskobling(rullering=rullering, fra=before, til=after, utfall=Utfall.VIDEREFORT)
        for before, after in zip(old, new, strict=True)
    )
    return rullering


def krev_senere_utgave(utgave: int, fra: Plan) -> None:
    if utgave <= fra.utgave:
        tekst = _("Utgaven må være senere enn %(utgave)s.") % {"utgave": fra.utgave}
        raise ValidationError({"utgave": tekst})


def _kopi(rullering: Rullering, tiltak: Tiltak, omrade_nr: int, parter: list[Part]) -> Rulleringstiltak:
    return Rulleringstiltak(
        rullering=rullering,
        plass=tiltak.nr,
        omrade_nr=omrade_nr,
        tittel=tiltak.tittel,
        sammendrag=tiltak.sammendrag,
        type=tiltak.type,
        ansvarsetikett=tiltak.ansvarsetikett,
        fristar=tiltak.fristar,
        ansvar=parter,
        prinsipper=[prinsipp.nr for prinsipp in tiltak.prinsipper.all()],
        fokusomrader=[fokus.nr for fokus in tiltak.fokusomrader.all()],
    )


@transaction.atomic
def endre_hode(
    *, av: Bruker, rullering: Rullering, sett: int, utgave: int, tittel: str, omrader: list[str]
) -> Rullering:
    """Year, title and areas. An area is left out only when nothing lies in it."""
    rad = krev_utkast(av, rullering)
    krev_senere_utgave(utgave, rad.fra)
    if any(len(omrade) > 200 for omrade in omrader):
        raise ValidationError({"omrader": _("Et innsatsområde kan være høyst 200 tegn.")})
    if rad.tiltak.filter(omrade_nr__gt=len(omrader)).exists():
        raise ValidationError({"omrader": _("Det ligger tiltak i et område du har tatt bort. Flytt dem først.")})
    return lagre_versjon(rad, sett, {"utgave": utgave, "tittel": tittel, "omrader": omrader})


@transaction.atomic
def nytt_tiltak(*, av: Bruker, rullering: Rullering, nokkel: UUID, ansvar: str, **data: Any) -> Rulleringstiltak:
    """A tiltak the old edition does not have, last in its area."""
    rad = krev_utkast(av, rullering)
    if same := alt_laget(Rulleringstiltak.objects, nokkel):
        return same
    _krev_omrade(rad, data["omrade_nr"])
    made = rad.tiltak.create(
        id=nokkel,
        plass=rad.tiltak.count() + 1,
        ansvarsetikett=Ansvarsetikett.UTFORING,
        ansvar=les_ansvar(ansvar, []),
        **data,
    )
    _rort(rad)
    return made


@transaction.atomic
def endre_tiltak(
    *, av: Bruker, rullering: Rullering, tiltak: Rulleringstiltak, sett: int, ansvar: str, **data: Any
) -> Rulleringstiltak:
    """Reword or move. One old tiltak that became this is now «endret», or «videreført» when all is as it was."""
    rad = krev_utkast(av, rullering)
    _krev_omrade(rad, data["omrade_nr"])
    saved = lagre_versjon(tiltak, sett, data | {"ansvar": les_ansvar(ansvar, tiltak.ansvar)})
    koblinger = list(saved.kommer_fra.select_related("fra__innsatsomrade").filter(utfall__in=ETT_MAL[:2]))
    for kobling in koblinger:
        parter = [som_del(part) for part in Ansvar.objects.filter(tiltak=kobling.fra).gjeldende()]
        same = _likt(saved, kobling.fra, parter)
        kobling.utfall = Utfall.VIDEREFORT if same else Utfall.ENDRET
        kobling.save(update_fields=["utfall"])
    _rort(rad)
    return saved


def _likt(new: Rulleringstiltak, old: Tiltak, parter: list[Part]) -> bool:
    facts = ("tittel", "sammendrag", "type", "fristar")
    return (
        all(getattr(new, navn) == getattr(old, navn) for navn in facts)
        and ansvar_som_tekst(new.ansvar) == ansvar_som_tekst(parter)
        and new.omrade_nr == old.innsatsomrade.nr
    )


def _krev_omrade(rullering: Rullering, nummer: int) -> None:
    if not 1 <= nummer <= len(rullering.omrader):
        raise ValidationError({"omrade_nr": _("Velg ett av innsatsområdene.")})


@transaction.atomic
def ta_ut_tiltak(*, av: Bruker, rullering: Rullering, tiltak: Rulleringstiltak) -> None:
    """Out of the draft. The old tiltak that went into it must then be told what becomes of them."""
    rad = krev_utkast(av, rullering)
    tiltak.kommer_fra.all().delete()
    tiltak.delete()
    _rort(rad)


@transaction.atomic
def koble(
    *,
    av: Bruker,
    rullering: Rullering,
    fra: Tiltak,
    utfall: str,
    til: Sequence[Rulleringstiltak],
    begrunnelse: str = "",
) -> None:
    """What becomes of one old tiltak. A copy that nothing goes into any longer leaves the draft with it.

    Where it is dropped, what was chosen for it to go into says nothing."""
    rad = krev_utkast(av, rullering)
    if fra.plan_id != rad.fra_id or any(new.rullering_id != rad.pk for new in til):
        raise PermissionDenied
    _krev_kobling(rad, fra, Utfall(utfall), til, begrunnelse)
    former = list(
        Rulleringskobling.objects.filter(rullering=rad, fra=fra, til__isnull=False).values_list("til", flat=True)
    )
    Rulleringskobling.objects.filter(rullering=rad, fra=fra).delete()
    targets: Sequence[Rulleringstiltak | None] = til if utfall != Utfall.UTGATT else [None]
    Rulleringskobling.objects.bulk_create(
        Rulleringskobling(rullering=rad, fra=fra, til=new, utfall=utfall, begrunnelse=begrunnelse) for new in targets
    )
    if utfall == Utfall.DELT:  # who takes in a part of another is no longer as it was
        heirs = Rulleringskobling.objects.filter(rullering=rad, til__in=til, utfall=Utfall.VIDEREFORT)
        heirs.update(utfall=Utfall.ENDRET)
    if utfall == Utfall.SLATT_SAMMEN:
        others = Rulleringskobling.objects.filter(rullering=rad, til=til[0])
        others.filter(utfall__in=(Utfall.VIDEREFORT, Utfall.ENDRET)).update(utfall=Utfall.SLATT_SAMMEN)
    Rulleringstiltak.objects.filter(rullering=rad, pk__in=former, kommer_fra__isnull=True).delete()
    _rort(rad)


def _krev_kobling(
    rullering: Rullering, fra: Tiltak, utfall: Utfall, til: Sequence[Rulleringstiltak], begrunnelse: str
) -> None:
    """How many the outcome goes to; raises ValidationError by field."""
    if utfall == Utfall.UTGATT and not begrunnelse.strip():
        raise ValidationError({"begrunnelse": _("Skriv hvorfor tiltaket går ut.")})
    if utfall in ETT_MAL and len(til) != 1:
        raise ValidationError({"til": _("Velg ett tiltak i utkastet.")})
    if utfall == Utfall.DELT and len(til) < 2:
        raise ValidationError({"til": _("Velg to eller flere tiltak i utkastet.")})
    if utfall in (Utfall.VIDEREFORT, Utfall.ENDRET):
        others = Rulleringskobling.objects.filter(rullering=rullering, til=til[0]).exclude(fra=fra)
        if others.exclude(utfall=Utfall.DELT).exists():
            raise ValidationError({"til": _("Flere går inn i dette tiltaket. Velg «Slått sammen».")})


@transaction.atomic
def forkast(*, av: Bruker, rullering: Rullering) -> None:
    """Throw the draft away. It stays in the database, shut."""
    rad = krev_utkast(av, rullering)
    Rullering.objects.filter(pk=rad.pk).update(forkastet_tid=na())


def mangler(rullering: Rullering) -> list[str]:
    """What stands between the draft and its adoption, in words. Three queries."""
    rader = list(Rulleringskobling.objects.filter(rullering=rullering).select_related("fra"))
    told = {rad.fra_id for rad in rader}
    into: Counter[UUID | None] = Counter(rad.til_id for rad in rader if rad.til_id and rad.utfall != Utfall.DELT)
    out = Counter(rad.fra_id for rad in rader)
    new = list(rullering.tiltak.all())
    found = [
        _("Tiltak %(nr)s: si hva som skjer med det.") % {"nr": nr}
        for pk, nr in rullering.fra.tiltak.order_by("nr").values_list("pk", "nr")
        if pk not in told
    ]
    for rad in rader:
        if rad.utfall == Utfall.SLATT_SAMMEN and into[rad.til_id] < 2:
            found.append(_("Tiltak %(nr)s: er slått sammen, men med ingen andre.") % {"nr": rad.fra.nr})
        elif rad.utfall in (Utfall.VIDEREFORT, Utfall.ENDRET) and into[rad.til_id] > 1:
            found.append(_("Tiltak %(nr)s: flere går inn i det samme. Velg «Slått sammen».") % {"nr": rad.fra.nr})
    found += [
        _("Tiltak %(nr)s: er delt, men går bare inn i ett.") % {"nr": nr}
        for pk, nr in {(rad.fra_id, rad.fra.nr) for rad in rader if rad.utfall == Utfall.DELT}
        if out[pk] < 2
    ]
    found += [_("«%(tittel)s»: mangler ansvarlig.") % {"tittel": rad.tittel} for rad in new if not rad.ansvar]
    for nummer, tittel in enumerate(rullering.omrader, 1):
        if not any(rad.omrade_nr == nummer for rad in new):
            found.append(_("Innsatsområdet «%(tittel)s» har ingen tiltak.") % {"tittel": tittel})
    return found

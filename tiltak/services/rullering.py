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
    if not can_rullere(av):
        raise PermissionDenied
    las_planen()
    row = Rullering.objects.utkast().filter(pk=rullering.pk).select_related("fra__erstattet_av").first()
    if row is None or not row.fra.er_gjeldende:
        raise ValidationError(_("Utkastet er ikke lenger åpent. Åpne siden på nytt og se hva som gjelder."))
    return row


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
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    if not lines:
        raise ValidationError({"ansvar": _("Skriv hvem som er hovedansvarlig.")})
    known = {ansvar_som_tekst([part]): part for part in before}
    names = _kjente_aktorer() if any(line not in known for line in lines) else {}
    parts = [dict(known[line]) if line in known else _ny_del(line, names) for line in lines]
    if len({(part["navn"], part["enhet"]) for part in parts}) < len(parts):
        raise ValidationError({"ansvar": _("Den samme står to ganger.")})
    for place, part in enumerate(parts):
        if place == 0 and part["aktor"] is None:
            raise ValidationError({"ansvar": _("Den første må være en aktør i registeret.")})
        if place == 0:
            part["rolle"] = Ansvarsrolle.HOVEDANSVARLIG.value
        elif part["rolle"] == Ansvarsrolle.HOVEDANSVARLIG:
            part["rolle"] = Ansvarsrolle.MEDANSVARLIG.value
    return parts


def _kjente_aktorer() -> dict[str, Aktor]:
    """Every name an actor goes by, in lower case."""
    names = {alias.navn.lower(): alias.aktor for alias in AktorAlias.objects.select_related("aktor")}
    for aktor in Aktor.objects.all():
        names |= {name.lower(): aktor for name in (aktor.navn, aktor.kortnavn) if name}
    return names


def _ny_del(line: str, names: dict[str, Aktor]) -> Part:
    name, _sep, unit = line.removesuffix(")").partition(" (")
    if name.lower().startswith("andre "):
        return {"navn": line[:120], "enhet": "", "aktor": None, "enhet_id": None, "rolle": Ansvarsrolle.USPESIFISERT}
    aktor = names.get(name.lower())
    if aktor is None:
        text = _("Kjenner ingen aktør som heter «%(navn)s». Legg den inn under Samarbeid først.") % {"navn": name}
        raise ValidationError({"ansvar": text})
    enhet = names.get(unit.lower())
    return {
        "navn": name[:120],
        "enhet": unit[:120],
        "aktor": aktor.pk,
        "enhet_id": enhet.pk if enhet else None,
        "rolle": Ansvarsrolle.MEDANSVARLIG.value,
    }


@transaction.atomic
def begynn(*, av: Bruker, nokkel: UUID, utgave: int, tittel: str) -> Rullering:
    """A draft copied from the current edition: areas, tiltak and parties, each tiltak kept until told otherwise."""
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
    place = {omrade.pk: number for number, omrade in enumerate(omrader, 1)}
    old = list(fra.tiltak.prefetch_related("prinsipper", "fokusomrader").order_by("nr"))
    parties: dict[int, list[Part]] = {}
    for ansvar in Ansvar.objects.filter(tiltak__plan=fra).gjeldende():
        parties.setdefault(ansvar.tiltak_id, []).append(som_del(ansvar))
    new = Rulleringstiltak.objects.bulk_create(
        _kopi(rullering, tiltak, place[tiltak.innsatsomrade_id], parties.get(tiltak.pk, [])) for tiltak in old
    )
    Rulleringskobling.objects.bulk_create(
        Rulleringskobling(rullering=rullering, fra=before, til=after, utfall=Utfall.VIDEREFORT)
        for before, after in zip(old, new, strict=True)
    )
    return rullering


def krev_senere_utgave(utgave: int, fra: Plan) -> None:
    if utgave <= fra.utgave:
        text = _("Utgaven må være senere enn %(utgave)s.") % {"utgave": fra.utgave}
        raise ValidationError({"utgave": text})


def _kopi(rullering: Rullering, tiltak: Tiltak, omrade_nr: int, parties: list[Part]) -> Rulleringstiltak:
    return Rulleringstiltak(
        rullering=rullering,
        plass=tiltak.nr,
        omrade_nr=omrade_nr,
        tittel=tiltak.tittel,
        sammendrag=tiltak.sammendrag,
        type=tiltak.type,
        ansvarsetikett=tiltak.ansvarsetikett,
        fristar=tiltak.fristar,
        ansvar=parties,
        prinsipper=[prinsipp.nr for prinsipp in tiltak.prinsipper.all()],
        fokusomrader=[fokus.nr for fokus in tiltak.fokusomrader.all()],
    )


@transaction.atomic
def endre_hode(
    *, av: Bruker, rullering: Rullering, sett: int, utgave: int, tittel: str, omrader: list[str]
) -> Rullering:
    """Year, title and areas. An area is left out only when nothing lies in it."""
    row = krev_utkast(av, rullering)
    krev_senere_utgave(utgave, row.fra)
    if any(len(omrade) > 200 for omrade in omrader):
        raise ValidationError({"omrader": _("Et innsatsområde kan være høyst 200 tegn.")})
    if row.tiltak.filter(omrade_nr__gt=len(omrader)).exists():
        raise ValidationError({"omrader": _("Det ligger tiltak i et område du har tatt bort. Flytt dem først.")})
    return lagre_versjon(row, sett, {"utgave": utgave, "tittel": tittel, "omrader": omrader})


@transaction.atomic
def nytt_tiltak(*, av: Bruker, rullering: Rullering, nokkel: UUID, ansvar: str, **data: Any) -> Rulleringstiltak:
    """A tiltak the old edition does not have, last in its area."""
    row = krev_utkast(av, rullering)
    if same := alt_laget(Rulleringstiltak.objects, nokkel):
        return same
    _krev_omrade(row, data["omrade_nr"])
    made = row.tiltak.create(
        id=nokkel,
        plass=row.tiltak.count() + 1,
        ansvarsetikett=Ansvarsetikett.UTFORING,
        ansvar=les_ansvar(ansvar, []),
        **data,
    )
    _rort(row)
    return made


@transaction.atomic
def endre_tiltak(
    *, av: Bruker, rullering: Rullering, tiltak: Rulleringstiltak, sett: int, ansvar: str, **data: Any
) -> Rulleringstiltak:
    """Reword or move. One old tiltak that became this is now «endret», or «videreført» when all is as it was."""
    row = krev_utkast(av, rullering)
    _krev_omrade(row, data["omrade_nr"])
    saved = lagre_versjon(tiltak, sett, data | {"ansvar": les_ansvar(ansvar, tiltak.ansvar)})
    koblinger = list(saved.kommer_fra.select_related("fra__innsatsomrade").filter(utfall__in=ETT_MAL[:2]))
    for kobling in koblinger:
        parties = [som_del(part) for part in Ansvar.objects.filter(tiltak=kobling.fra).gjeldende()]
        same = _likt(saved, kobling.fra, parties)
        kobling.utfall = Utfall.VIDEREFORT if same else Utfall.ENDRET
        kobling.save(update_fields=["utfall"])
    _rort(row)
    return saved


def _likt(new: Rulleringstiltak, old: Tiltak, parties: list[Part]) -> bool:
    facts = ("tittel", "sammendrag", "type", "fristar")
    return (
        all(getattr(new, name) == getattr(old, name) for name in facts)
        and ansvar_som_tekst(new.ansvar) == ansvar_som_tekst(parties)
        and new.omrade_nr == old.innsatsomrade.nr
    )


def _krev_omrade(rullering: Rullering, nummer: int) -> None:
    if not 1 <= nummer <= len(rullering.omrader):
        raise ValidationError({"omrade_nr": _("Velg ett av innsatsområdene.")})


@transaction.atomic
def ta_ut_tiltak(*, av: Bruker, rullering: Rullering, tiltak: Rulleringstiltak) -> None:
    """Out of the draft. The old tiltak that went into it must then be told what becomes of them."""
    row = krev_utkast(av, rullering)
    tiltak.kommer_fra.all().delete()
    tiltak.delete()
    _rort(row)


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
    row = krev_utkast(av, rullering)
    if fra.plan_id != row.fra_id or any(new.rullering_id != row.pk for new in til):
        raise PermissionDenied
    _krev_kobling(row, fra, Utfall(utfall), til, begrunnelse)
    former = list(
        Rulleringskobling.objects.filter(rullering=row, fra=fra, til__isnull=False).values_list("til", flat=True)
    )
    Rulleringskobling.objects.filter(rullering=row, fra=fra).delete()
    targets: Sequence[Rulleringstiltak | None] = til if utfall != Utfall.UTGATT else [None]
    Rulleringskobling.objects.bulk_create(
        Rulleringskobling(rullering=row, fra=fra, til=new, utfall=utfall, begrunnelse=begrunnelse) for new in targets
    )
    if utfall == Utfall.DELT:  # who takes in a part of another is no longer as it was
        heirs = Rulleringskobling.objects.filter(rullering=row, til__in=til, utfall=Utfall.VIDEREFORT)
        heirs.update(utfall=Utfall.ENDRET)
    if utfall == Utfall.SLATT_SAMMEN:
        others = Rulleringskobling.objects.filter(rullering=row, til=til[0])
        others.filter(utfall__in=(Utfall.VIDEREFORT, Utfall.ENDRET)).update(utfall=Utfall.SLATT_SAMMEN)
    Rulleringstiltak.objects.filter(rullering=row, pk__in=former, kommer_fra__isnull=True).delete()
    _rort(row)


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
    row = krev_utkast(av, rullering)
    Rullering.objects.filter(pk=row.pk).update(forkastet_tid=na())


def mangler(rullering: Rullering) -> list[str]:
    """What stands between the draft and its adoption, in words. Three queries."""
    rows = list(Rulleringskobling.objects.filter(rullering=rullering).select_related("fra"))
    told = {row.fra_id for row in rows}
    into: Counter[UUID | None] = Counter(row.til_id for row in rows if row.til_id and row.utfall != Utfall.DELT)
    out = Counter(row.fra_id for row in rows)
    new = list(rullering.tiltak.all())
    found = [
        _("Tiltak %(nr)s: si hva som skjer med det.") % {"nr": nr}
        for pk, nr in rullering.fra.tiltak.order_by("nr").values_list("pk", "nr")
        if pk not in told
    ]
    for row in rows:
        if row.utfall == Utfall.SLATT_SAMMEN and into[row.til_id] < 2:
            found.append(_("Tiltak %(nr)s: er slått sammen, men med ingen andre.") % {"nr": row.fra.nr})
        elif row.utfall in (Utfall.VIDEREFORT, Utfall.ENDRET) and into[row.til_id] > 1:
            found.append(_("Tiltak %(nr)s: flere går inn i det samme. Velg «Slått sammen».") % {"nr": row.fra.nr})
    found += [
        _("Tiltak %(nr)s: er delt, men går bare inn i ett.") % {"nr": nr}
        for pk, nr in {(row.fra_id, row.fra.nr) for row in rows if row.utfall == Utfall.DELT}
        if out[pk] < 2
    ]
    found += [_("«%(tittel)s»: mangler ansvarlig.") % {"tittel": row.tittel} for row in new if not row.ansvar]
    for number, title in enumerate(rullering.omrader, 1):
        if not any(row.omrade_nr == number for row in new):
            found.append(_("Innsatsområdet «%(tittel)s» har ingen tiltak.") % {"tittel": title})
    return found

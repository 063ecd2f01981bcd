"""A draft is adopted: one act makes the edition with all its parts, and the start page follows it from then on."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.db.models import F
from django.utils.translation import gettext as _

from brukere.models import Bruker
from felles import sporring
from felles.dato import langdato, talldato
from felles.handler import krev_handler
from felles.tid import idag, na
from samarbeid.models import Forum, Kurs

from ..choices import Aktivitetsstatus, Muligtilstand, Utfall
from ..models import (
    Aktivitet,
    Ansvar,
    Fokusomrade,
    Indikator,
    Innsatsomrade,
    Kilde,
    Lenke,
    Maling,
    Milepael,
    MuligHendelse,
    MuligTiltak,
    Plan,
    Prinsipp,
    Rullering,
    Rulleringskobling,
    Rulleringstiltak,
    Statusrunde,
    Tiltak,
    Vedlegg,
    Vedtak,
)
from ..policy import can_rullere
from .mulige import i_kjede, tilstand
from .rullering import krev_senere_utgave, krev_utkast, mangler

VEDTATT = "utgaven er vedtatt"
APNE = (Muligtilstand.IDE, Muligtilstand.VURDERT, Muligtilstand.FORESLATT)


@dataclass(frozen=True)
class Planvedtak:
    organ: str
    dato: date
    saksnummer: str


def tidligst(fra: Plan) -> date:
    """No edition is adopted before the one it replaces. Where that has no date of its own, its year counts."""
    return fra.vedtatt_dato or date(fra.utgave, 1, 1)


@transaction.atomic
def vedta(*, av: Bruker, rullering: Rullering, sett: int, vedtak: Planvedtak) -> Plan:
    """All or nothing. What is missing is said in words, and nothing is written; sent again, it is the same edition."""
    krev_handler(av)
    if not can_rullere(av):
        raise PermissionDenied
    if made := Plan.objects.filter(rullering=rullering.pk).first():
        return made
    rad = krev_utkast(av, rullering)
    _kontroller(rad, sett, vedtak)
    # the history tells what came with the edition from what was changed later
    sporring.rader("SELECT set_config('hp.grunn', %s, true)", VEDTATT)
    plan = Plan.objects.create(utgave=rad.utgave, tittel=rad.tittel, vedtatt_dato=vedtak.dato, erstatter=rad.fra)
    Vedtak.objects.create(
        plan=plan, gjelder=_("planen"), organ=vedtak.organ, dato=vedtak.dato, saksnummer=vedtak.saksnummer
    )
    made_tiltak = _tiltak(rad, plan)
    kept = _viderefort(rad, made_tiltak)
    _ta_med(kept, vedtak.dato)
    _mulige(rad, plan, av)
    _registeret(rad, made_tiltak, vedtak.dato)
    # It asked about tiltak nobody can report on any more. What was answered stands, and nobody is reminded of the rest.
    Statusrunde.objects.filter(plan=rad.fra, avsluttet__isnull=True).update(avsluttet=na())
    Rullering.objects.filter(pk=rad.pk).update(plan=plan, versjon=F("versjon") + 1)
    sporring.rader("SELECT set_config('hp.grunn', '', true)")
    return plan


def _kontroller(rad: Rullering, sett: int, vedtak: Planvedtak) -> None:
    wrong: dict[str, Any] = {}
    if vedtak.dato > idag():
        wrong["dato"] = _("Dato kan ikke være fram i tid.")
    elif vedtak.dato < tidligst(rad.fra):
        tekst = _("Forrige utgave gjelder fra %(dato)s. Den nye kan ikke være vedtatt før den.")
        wrong["dato"] = tekst % {"dato": langdato(tidligst(rad.fra))}
    krev_senere_utgave(rad.utgave, rad.fra)
    if missing := mangler(rad):
        wrong["__all__"] = missing
    elif rad.versjon != sett:
        wrong["__all__"] = _("Utkastet er endret mens du så på det. Se over én gang til.")
    if wrong:
        raise ValidationError(wrong)


def _nummerert(rad: Rullering, plan: Plan) -> dict[type[Any], dict[int, Any]]:
    """Areas from the draft; principles and focus areas as they were."""
    old = rad.fra
    rader: dict[type[Any], list[Any]] = {
        Innsatsomrade: [Innsatsomrade(plan=plan, nr=nr, tittel=tekst) for nr, tekst in enumerate(rad.omrader, 1)],
        Prinsipp: [Prinsipp(plan=plan, nr=p.nr, tittel=p.tittel, ordlyd=p.ordlyd) for p in old.prinsipper.all()],
        Fokusomrade: [
            Fokusomrade(plan=plan, nr=f.nr, tittel=f.tittel, ordlyd=f.ordlyd) for f in old.fokusomrader.all()
        ],
    }
    Kilde.objects.bulk_create(Kilde(plan=plan, tittel=k.tittel, adresse=k.adresse, ar=k.ar) for k in old.kilder.all())
    return {model: {made.nr: made for made in model.objects.bulk_create(new)} for model, new in rader.items()}


def _tiltak(rad: Rullering, plan: Plan) -> dict[Any, Tiltak]:
    """The draft's tiltak with new numbers in the draft's order, and their parties. By the draft row's key."""
    parts = _nummerert(rad, plan)
    utkastene = list(rad.tiltak.all())
    wording, important = _ordlyd(rad), _viktige(rad)
    made = Tiltak.objects.bulk_create(
        Tiltak(
            plan=plan,
            nr=nr,
            innsatsomrade=parts[Innsatsomrade][utkast.omrade_nr],
            tittel=utkast.tittel,
            tittel_oversikt=utkast.tittel,
            ordlyd=wording.get(utkast.pk, ""),
            sammendrag=utkast.sammendrag,
            ansvarsetikett=utkast.ansvarsetikett,
            type=utkast.type,
            fristar=utkast.fristar,
            viktig=utkast.pk in important,
        )
        for nr, utkast in enumerate(utkastene, 1)
    )
    found = {utkast.pk: tiltak for utkast, tiltak in zip(utkastene, made, strict=True)}
    for felt, model in (("prinsipper", Prinsipp), ("fokusomrader", Fokusomrade)):
        lenke = getattr(Tiltak, felt).through
        kolonne = lenke._meta.get_field(model._meta.model_name).attname
        lenke.objects.bulk_create(
            lenke(tiltak_id=found[utkast.pk].pk, **{kolonne: parts[model][nr].pk})
            for utkast in utkastene
            for nr in getattr(utkast, felt)
            if nr in parts[model]
        )
    Ansvar.objects.bulk_create(
        Ansvar(
            tiltak=found[utkast.pk],
            rekkefolge=sted,
            rolle=part["rolle"],
            aktor_id=part["aktor"],
            enhet_id=part["enhet_id"],
            navn_i_planen=part["navn"],
            enhet_i_planen=part["enhet"],
        )
        for utkast in utkastene
        for sted, part in enumerate(utkast.ansvar, 1)
    )
    for utkast in utkastene:
        utkast.tiltak = found[utkast.pk]
    Rulleringstiltak.objects.bulk_update(utkastene, ["tiltak"])
    return found


def _ordlyd(rad: Rullering) -> dict[Any, str]:
    """Adopted wording follows only what was kept unchanged."""
    kept = Rulleringskobling.objects.filter(rullering=rad, utfall=Utfall.VIDEREFORT)
    return dict(kept.values_list("til", "fra__ordlyd"))


def _viktige(rad: Rullering) -> set[Any]:
    """What takes in something of an important tiltak is important itself."""
    return set(Rulleringskobling.objects.filter(rullering=rad, fra__viktig=True).values_list("til", flat=True))


def _viderefort(rad: Rullering, made: dict[Any, Tiltak]) -> dict[int, Tiltak]:
    """Old tiltak to the one new it became. What was split has no single heir, what was dropped has none."""
    lenker = Rulleringskobling.objects.filter(rullering=rad, til__isnull=False).exclude(utfall=Utfall.DELT)
    return {old: made[new] for old, new in lenker.values_list("fra", "til")}


def _ta_med(kept: dict[int, Tiltak], fra: date) -> None:
    """Work under way follows: open milestones, planned activities, indicators with their figures, links."""
    Milepael.objects.bulk_create(
        _milepael(rad, kept[rad.tiltak_id], fra) for rad in Milepael.objects.filter(tiltak__in=kept).apne()
    )
    planned = Aktivitet.objects.synlige().filter(tiltak__in=kept, status=Aktivitetsstatus.PLANLAGT, dato__gte=fra)
    Aktivitet.objects.bulk_create(_ny(rad, kept[rad.tiltak_id]) for rad in planned)
    Lenke.objects.bulk_create(_ny(rad, kept[rad.tiltak_id]) for rad in Lenke.objects.synlige().filter(tiltak__in=kept))
    for fil in Vedlegg.objects.synlige().filter(tiltak__in=kept):  # each is fetched by itself: they may be large
        _ny(fil, kept[fil.tiltak_id]).save(force_insert=True)
    heirs: dict[Any, Indikator] = {}
    taken: set[tuple[int, str]] = set()
    for rad in Indikator.objects.synlige().filter(tiltak__in=kept).order_by("tiltak__nr"):
        new = kept[rad.tiltak_id]
        if (new.pk, rad.navn) not in taken:
            taken.add((new.pk, rad.navn))
            heirs[rad.pk] = _ny(rad, new)
    Indikator.objects.bulk_create(heirs.values())
    tallene = Maling.objects.filter(indikator__in=heirs, erstattet_av__isnull=True)
    Maling.objects.bulk_create(
        Maling(
            indikator=heirs[m.indikator_id],
            teller_personer=m.teller_personer,
            ar=m.ar,
            verdi=m.verdi,
            merknad=m.merknad,
            registrert_av_id=m.registrert_av_id,
            tid=m.tid,
        )
        for m in tallene
    )


def _milepael(rad: Milepael, tiltak: Tiltak, fra: date) -> Milepael:
    """No deadline lies before the plan it belongs to: one that was overdue is due at once, and says what it was."""
    if rad.frist >= fra:
        return Milepael(tiltak=tiltak, tittel=rad.tittel, frist=rad.frist)
    was = _("opprinnelig frist %(dato)s") % {"dato": talldato(rad.frist)}
    return Milepael(tiltak=tiltak, tittel=f"{rad.tittel[:150]} ({was})", frist=fra)


def _ny(rad: Any, tiltak: Tiltak) -> Any:
    """The same under another tiltak, as a row of its own."""
    skip = {"id", "tiltak", "versjon"}
    verdier = {f.attname: getattr(rad, f.attname) for f in rad._meta.concrete_fields if f.name not in skip}
    return type(rad)(tiltak=tiltak, **verdier)


def _mulige(rad: Rullering, plan: Plan, av: Bruker) -> None:
    """Possible tiltak still open go on, numbered anew, each saying where it stood."""
    hendelser: dict[int, list[MuligHendelse]] = {}
    for hendelse in MuligHendelse.objects.filter(mulig__plan=rad.fra):
        hendelser.setdefault(hendelse.mulig_id, []).append(hendelse)
    states = [(m, tilstand(i_kjede(hendelser.get(m.pk, [])))) for m in rad.fra.mulige_tiltak.all()]
    still = [(mulig, state) for mulig, state in states if state in APNE]
    made = MuligTiltak.objects.bulk_create(
        MuligTiltak(plan=plan, nr=nr, tittel=m.tittel, ordlyd=m.ordlyd, sammendrag=m.sammendrag, egen=m.egen)
        for nr, (m, _state) in enumerate(still, 1)
    )
    reason = _("Tatt med fra utgave %(utgave)s.") % {"utgave": rad.fra.utgave}
    MuligHendelse.objects.bulk_create(
        MuligHendelse(mulig=new, fra=Muligtilstand.IDE, til=state, begrunnelse=reason, av=av, tid=na())
        for new, (_old, state) in zip(made, still, strict=True)
        if state != Muligtilstand.IDE
    )


def _registeret(rad: Rullering, made: dict[Any, Tiltak], fra: date) -> None:
    """Fora and coming courses carry a plain number: from the day of adoption it is the new one."""
    lenker = Rulleringskobling.objects.filter(rullering=rad).order_by("-til__plass").values_list("fra__nr", "til")
    numre = {old: made[new].nr if new else None for old, new in lenker}
    for rader in (
        list(Forum.objects.filter(tiltak_nr__in=numre, avsluttet__isnull=True)),
        list(Kurs.objects.filter(tiltak_nr__in=numre, dato__gte=fra)),
    ):
        for one in rader:
            one.tiltak_nr = numre[one.tiltak_nr]
            one.versjon += 1
        if rader:
            type(rader[0]).objects.bulk_update(rader, ["tiltak_nr", "versjon"])

"""A possible tiltak on its way: ideas, and the moves of workflow.MULIGE_OVERGANGER. The only way in."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.db.models import Max
from django.utils.translation import gettext as _

from brukere.models import Bruker
from felles.avslag import Konflikt
from felles.engang import alt_laget, lag_en_gang, vent_pa_tur
from felles.handler import krev_handler
from felles.tid import idag, na
from samarbeid.models import Aktor

from ..choices import Ansvarsetikett, Ansvarsrolle, Muligtilstand
from ..models import Ansvar, Innsatsomrade, MuligHendelse, MuligTiltak, Plan, Tiltak, Vedtak
from ..policy import can_flytte_mulig, can_foresla_ide
from ..workflow import OVERGANG, MuligOvergang


@dataclass(frozen=True)
class Vedtaksdata:
    """What a decision needs for the possible tiltak to become one."""

    tittel: str
    innsatsomrade: Innsatsomrade
    ansvarlig: Aktor
    type: str
    organ: str
    dato: date
    saksnummer: str


def las_planen() -> None:
    """One act at a time gives out numbers in a plan: the lock lasts until the transaction ends."""
    vent_pa_tur("tiltak.plan")


@transaction.atomic
def ny_ide(*, av: Bruker, plan: Plan, nokkel: UUID, tittel: str, sammendrag: str) -> MuligTiltak:
    """An idea gets the next number among the possible; the same form sent twice makes one."""
    krev_handler(av)
    if not can_foresla_ide(av) or not plan.er_gjeldende:
        raise PermissionDenied
    las_planen()
    last = MuligTiltak.objects.filter(plan=plan).aggregate(nr=Max("nr"))["nr"] or 0
    data = {"plan": plan, "nr": last + 1, "tittel": tittel, "sammendrag": sammendrag, "egen": True}
    return lag_en_gang(MuligTiltak.objects, nokkel, data, felt="skjema")[0]


def tilstand(hendelser: Sequence[MuligHendelse]) -> Muligtilstand:
    """Where the last event left it. What the plan lists is an idea until someone says more."""
    return Muligtilstand(hendelser[-1].til) if hendelser else Muligtilstand.IDE


def i_kjede(hendelser: Sequence[MuligHendelse]) -> list[MuligHendelse]:
    """The events in the order they followed each other, whatever their clocks say."""
    after = {rad.forrige_id: rad for rad in hendelser}
    chain: list[MuligHendelse] = []
    while (rad := after.get(chain[-1].pk if chain else None)) is not None:
        chain.append(rad)
    return chain


@transaction.atomic
def flytt(
    *,
    av: Bruker,
    mulig: MuligTiltak,
    overgang: str,
    nokkel: UUID,
    sett: int,
    begrunnelse: str = "",
    vedtak: Vedtaksdata | None = None,
) -> MuligHendelse:
    """One move of the table, or nothing. `sett` is how many events the form was drawn from."""
    krev_handler(av)
    move = OVERGANG[overgang]
    if not can_flytte_mulig(av, move) or not mulig.plan.er_gjeldende:
        raise PermissionDenied
    las_planen()
    if same := alt_laget(MuligHendelse.objects.filter(mulig=mulig, av=av), nokkel):
        return same
    chain = i_kjede(list(MuligHendelse.objects.filter(mulig=mulig).select_related("av")))
    if len(chain) != sett or tilstand(chain) not in move.fra:
        latest = chain[-1] if chain else None
        raise Konflikt(mulig, versjon=len(chain), navn=str(latest.av if latest else _("En annen")))
    _krev(move, {"begrunnelse": begrunnelse} | (vars(vedtak) if vedtak else {}))
    made: dict[str, Any] = _vedta(mulig, vedtak) if vedtak else {}
    return MuligHendelse.objects.create(
        id=nokkel,
        mulig=mulig,
        fra=tilstand(chain),
        til=move.til,
        begrunnelse=begrunnelse,
        forrige=chain[-1] if chain else None,
        av=av,
        tid=na(),
        **made,
    )


def _krev(move: MuligOvergang, told: dict[str, Any]) -> None:
    """What the table demands, and a decision exactly where the move is one."""
    wrong = {krav.felt: str(krav.melding) for krav in move.krav if not str(told.get(krav.felt, "")).strip()}
    if wrong:
        raise ValidationError(wrong)
    if (move.til == Muligtilstand.VEDTATT) != ("dato" in told):
        raise ValidationError(_("Vi kunne ikke kjenne igjen skjemaet. Last siden på nytt."))
    if "dato" in told and told["dato"] > idag():
        raise ValidationError({"dato": _("Dato kan ikke være fram i tid.")})


def _vedta(mulig: MuligTiltak, data: Vedtaksdata) -> dict[str, Any]:
    """The possible tiltak becomes the plan's next one, with a lead and its decision."""
    if data.innsatsomrade.plan_id != mulig.plan_id:
        raise PermissionDenied
    last = Tiltak.objects.filter(plan=mulig.plan).aggregate(nr=Max("nr"))["nr"] or 0
    tiltak = Tiltak.objects.create(
        plan=mulig.plan,
        nr=last + 1,
        innsatsomrade=data.innsatsomrade,
        tittel=data.tittel,
        tittel_oversikt=data.tittel,
        sammendrag=mulig.sammendrag,
        ansvarsetikett=Ansvarsetikett.UTFORING,
        type=data.type,
    )
    Ansvar.objects.create(
        tiltak=tiltak,
        rekkefolge=1,
        rolle=Ansvarsrolle.HOVEDANSVARLIG,
        aktor=data.ansvarlig,
        navn_i_planen=data.ansvarlig.navn[:120],
        fra=data.dato,
    )
    vedtak = Vedtak.objects.create(
        plan=mulig.plan,
        tiltak=tiltak,
        gjelder=_("tiltaket tas inn i planen"),
        organ=data.organ,
        dato=data.dato,
        saksnummer=data.saksnummer,
    )
    return {"tiltak": tiltak, "vedtak": vedtak}

"""A filled-in workbook into the plan: what would change, then everything or nothing.

Trying and writing are the same act: the try is rolled back. So what is shown is what will happen, by the same rules as
the forms (registrer_status, lag_milepael, endre_milepael), and nothing here decides who may do what."""

from dataclasses import asdict, dataclass, field
from datetime import date
from functools import partial
from typing import Any
from uuid import UUID, uuid5

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from brukere.models import Bruker
from felles.avslag import Konflikt
from felles.dato import tidspunkt
from felles.handler import krev_handler

from ..models import Milepael, Plan, Statusrapport, Tiltak
from .rapportering import (
    FELT,
    Statussvar,
    endre_milepael,
    lag_milepael,
    registrer_status,
)


@dataclass(frozen=True)
class Radfeil:
    """What is wrong, and in which cell."""

    ark: str
    sted: str
    melding: str


@dataclass(frozen=True)
class Statusrad:
    """One changed row of the first sheet. `sett` is how often the year had been told when it was downloaded."""

    nr: int
    sett: int
    felt: dict[str, Any]
    steder: dict[str, str]


@dataclass(frozen=True)
class Milepaelrad:
    """One new or changed row of the second sheet; `pk` is empty for a new one."""

    nr: int
    pk: str
    sett: int
    tittel: str
    frist: date
    nadd_dato: date | None
    steder: dict[str, str]


@dataclass
class Arkimport:
    """All that a file wants changed. `nokkel` makes a second press of the button the same import."""

    nokkel: UUID
    ar: int
    ark: tuple[str, str]
    status: list[Statusrad] = field(default_factory=list)
    milepaeler: list[Milepaelrad] = field(default_factory=list)

    @property
    def tom(self) -> bool:
        return not (self.status or self.milepaeler)

    def som_data(self) -> dict[str, Any]:
        """Plain values, to be signed into the page between showing and confirming."""
        data = asdict(self) | {"nokkel": str(self.nokkel)}
        for rad in (*data["status"], *data["milepaeler"]):
            for verdier in (rad, rad.get("felt", {})):
                for navn in ("frist", "nadd_dato"):
                    if verdier.get(navn):
                        verdier[navn] = verdier[navn].isoformat()
        return data

    @classmethod
    def fra_data(cls, data: dict[str, Any]) -> "Arkimport":
        def rad(verdier: dict[str, Any]) -> dict[str, Any]:
            datoer = {navn: date.fromisoformat(verdier[navn]) for navn in ("frist", "nadd_dato") if verdier.get(navn)}
            return verdier | datoer

        return cls(
            nokkel=UUID(data["nokkel"]),
            ar=data["ar"],
            ark=(data["ark"][0], data["ark"][1]),
            status=[Statusrad(**(one | {"felt": rad(one["felt"])})) for one in data["status"]],
            milepaeler=[Milepaelrad(**rad(one)) for one in data["milepaeler"]],
        )


def prov(*, av: Bruker, arket: Arkimport) -> list[Radfeil]:
    """What would go wrong. Nothing is written."""
    return _utfor(av, arket, behold=False)


def skriv(*, av: Bruker, arket: Arkimport) -> list[Radfeil]:
    """Write everything, or nothing and say why."""
    return _utfor(av, arket, behold=True)


def _utfor(av: Bruker, arket: Arkimport, *, behold: bool) -> list[Radfeil]:
    krev_handler(av)
    plan = Plan.objects.gjeldende()
    tiltak = {rad.nr: rad for rad in Tiltak.objects.filter(plan=plan)}
    errors: list[Radfeil] = []
    with transaction.atomic():
        for rad in arket.status:
            errors += _en(arket.ark[0], rad, partial(_status, av, arket, rad, tiltak))
        for sak in arket.milepaeler:
            errors += _en(arket.ark[1], sak, partial(_milepael, av, arket, sak, tiltak))
        if errors or not behold:
            transaction.set_rollback(True)
    return errors


def _en(ark: str, rad: Statusrad | Milepaelrad, gjor: Any) -> list[Radfeil]:
    """One row, so that each row with a fault is told of, not only the first."""
    steder = rad.steder
    try:
        with transaction.atomic():
            gjor()
    except ValidationError as error:
        by_field = error.message_dict if hasattr(error, "error_dict") else {"nr": error.messages}
        return [
            Radfeil(ark, steder.get(navn, steder["nr"]), str(tekst))
            for navn, tekster in by_field.items()
            for tekst in tekster
        ]
    except PermissionDenied:
        return [Radfeil(ark, steder["nr"], _("Du melder ikke status for tiltak %(nr)s.") % {"nr": rad.nr})]
    except Konflikt as other:
        return [_konflikt(ark, rad, other.navn, other.tid)]
    return []


def _konflikt(ark: str, rad: Statusrad | Milepaelrad, navn: str, tid: Any) -> Radfeil:
    tekst = _(
        "%(navn)s endret dette %(tid)s, etter at regnearket ble lastet ned. Last ned et nytt og fyll ut raden der."
    )
    return Radfeil(ark, rad.steder["nr"], tekst % {"navn": navn, "tid": tidspunkt(tid)})


def _funnet(tiltak: dict[int, Tiltak], nr: int) -> Tiltak:
    if nr not in tiltak:
        raise ValidationError({"nr": _("Tiltak %(nr)s finnes ikke i planen som gjelder nå.") % {"nr": nr}})
    return tiltak[nr]


def _status(av: Bruker, arket: Arkimport, rad: Statusrad, tiltak: dict[int, Tiltak]) -> None:
    """What the sheet does not ask for stands as it stood."""
    row = _funnet(tiltak, rad.nr)
    naa = Statusrapport.objects.siste_til(row, arket.ar)
    former = {navn: getattr(naa, navn) for navn in FELT} if naa else {}
    if former and former["status"] != rad.felt["status"]:
        former.pop("rapporteres_ikke_videre")
    svar = Statussvar(**(former | rad.felt))
    registrer_status(
        av=av, tiltak=row, nokkel=uuid5(arket.nokkel, f"status {rad.nr}"), ar=arket.ar, svar=svar, sett=rad.sett
    )


def _milepael(av: Bruker, arket: Arkimport, rad: Milepaelrad, tiltak: dict[int, Tiltak]) -> None:
    row = _funnet(tiltak, rad.nr)
    if not rad.pk:
        made = lag_milepael(
            av=av,
            tiltak=row,
            nokkel=uuid5(arket.nokkel, f"milepael {rad.steder['nr']}"),
            tittel=rad.tittel,
            frist=rad.frist,
        )
        if rad.nadd_dato and not made.nadd_dato:
            endre_milepael(av=av, milepael=made, sett=1, tittel=rad.tittel, frist=rad.frist, nadd_dato=rad.nadd_dato)
        return
    found = Milepael.objects.select_related("tiltak").filter(pk=rad.pk, tiltak=row).first()
    if found is None:
        raise ValidationError(
            {
                "nr": _("Milepælen finnes ikke i tiltak %(nr)s. En rad kan ikke flyttes til et annet tiltak.")
                % {"nr": rad.nr}
            }
        )
    endre_milepael(av=av, milepael=found, sett=rad.sett, tittel=rad.tittel, frist=rad.frist, nadd_dato=rad.nadd_dato)

"""Tell the status of a tiltak, and keep its milestones. The only way in for both."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from brukere.models import Bruker
from felles.avslag import Konflikt
from felles.engang import alt_laget, lag_en_gang
from felles.handler import krev_handler
from felles.tid import idag, na

from ..choices import Status
from ..lesing.rapporter import sist_fortalt
from ..models import Milepael, Statusrapport, Tiltak
from ..policy import kreves
from ..workflow import AVVIKER, KAN_IKKE_AVSLUTTES, REGEL, Grunnlag, foresla
from .bevis import knytt_bevis

FELT = ("status", "begrunnelse", "gjort", "avvik", "neste_steg", "frist", "rapporteres_ikke_videre")


@dataclass(frozen=True)
class Statussvar:
    """What a person says about a tiltak in a year."""

    status: str
    gjort: str = ""
    avvik: str = ""
    neste_steg: str = ""
    frist: date | None = None
    begrunnelse: str = ""
    rapporteres_ikke_videre: bool = False


def krev_rapportor(av: Bruker, tiltak: Tiltak) -> None:
    """Only who answers for it tells its status, and only in the current edition (policy.egne_tiltak)."""
    krev_handler(av)
    if not Tiltak.objects.rapporteres_av(av).filter(pk=tiltak.pk).exists():
        raise PermissionDenied


def versjon(tiltak: Tiltak, ar: int) -> int:
    """How many times the year has been reported: what a form was drawn from."""
    return Statusrapport.objects.filter(tiltak=tiltak, ar=ar).count()


def krev_frist(tiltak: Tiltak, frist: date | None) -> None:
    """A deadline does not lie before the plan: its date of adoption, or the year of the edition (beslutninger 34)."""
    first = tiltak.plan.vedtatt_dato or date(tiltak.plan.utgave, 1, 1)
    if frist and frist < first:
        raise ValidationError(
            {"frist": _("Fristen er før planen ble vedtatt (%(dato)s).") % {"dato": f"{first:%d.%m.%Y}"}}
        )


def forslag(tiltak: Tiltak, ar: int, *, gjort: str = "", frist: date | None = None) -> Status:
    """The status that milestones and deadlines propose now (beslutninger 32)."""
    rader = list(Milepael.objects.filter(tiltak=tiltak).values_list("frist", "nadd_dato"))
    former = Statusrapport.objects.gjeldende().filter(tiltak=tiltak, ar__lt=ar).order_by("-ar").first()
    former = former or sist_fortalt([tiltak], ar).get(tiltak.pk)
    apne = [deadline for deadline, reached in rader if reached is None] + ([frist] if frist else [])
    grunnlag = Grunnlag(
        type=tiltak.type,
        apne_frister=apne,
        antall_nadd=sum(reached is not None for _deadline, reached in rader),
        noe_gjort=bool(gjort.strip()),
        forrige=former.status if former else "",
    )
    return foresla(grunnlag, dag=idag())


def kontroller(svar: Statussvar, foreslatt: Status) -> None:
    """What the table of statuses demands (workflow.STATUSREGLER); raises ValidationError by field."""
    if svar.status not in REGEL:
        raise ValidationError({"status": _("Velg en status.")})
    regel = REGEL[Status(svar.status)]
    wrong = {krav.felt: str(krav.melding) for krav in regel.krav if not str(getattr(svar, krav.felt)).strip()}
    if svar.status != foreslatt and not svar.begrunnelse.strip():
        wrong[AVVIKER.felt] = str(AVVIKER.melding) % {"forslag": foreslatt.label}
    if svar.rapporteres_ikke_videre and not regel.kan_avslutte:
        wrong[KAN_IKKE_AVSLUTTES.felt] = str(KAN_IKKE_AVSLUTTES.melding)
    if wrong:
        raise ValidationError(wrong)


@dataclass(frozen=True)
class Kjede:
    """The reports of a tiltak in a year as one statement saw them: how many, and the one that holds."""

    rapporter: tuple[Statusrapport, ...]

    @classmethod
    def les(cls, tiltak: Tiltak, ar: int) -> "Kjede":
        rader = Statusrapport.objects.filter(tiltak=tiltak, ar=ar).select_related("rapportert_av")
        return cls(tuple(rader))

    @property
    def gjeldende(self) -> Statusrapport | None:
        superseded = {rad.erstatter_id for rad in self.rapporter}
        return next((rad for rad in self.rapporter if rad.pk not in superseded), None)

    def krev(self, sett: int) -> None:
        """Refuse a form drawn from another state than this."""
        if len(self.rapporter) != sett and (latest := self.gjeldende):
            navn = str(latest.rapportert_av)
            raise Konflikt(latest, versjon=len(self.rapporter), navn=navn, tid=latest.tid)


@transaction.atomic
def registrer_status(
    *,
    av: Bruker,
    tiltak: Tiltak,
    nokkel: UUID,
    ar: int,
    svar: Statussvar,
    sett: int,
    bevis: Iterable[str] | None = None,
) -> Statusrapport:
    """A new report that supersedes the one the person saw (beslutninger 29 and 32), with what it rests on.

    The same form sent twice is one report. If somebody reported in between, nothing is written and Konflikt says
    who; the database holds that too, when two come at the very same time."""
    krev_rapportor(av, tiltak)
    if same := alt_laget(Statusrapport.objects.filter(tiltak=tiltak, ar=ar, rapportert_av=av), nokkel):
        return same
    kjede = Kjede.les(tiltak, ar)
    kjede.krev(sett)
    krev_frist(tiltak, svar.frist)
    foreslatt = forslag(tiltak, ar, gjort=svar.gjort, frist=svar.frist)
    kontroller(svar, foreslatt)
    rad = Statusrapport(
        id=nokkel,
        tiltak=tiltak,
        ar=ar,
        foreslatt=foreslatt,
        erstatter=kjede.gjeldende,
        rapportert_av=av,
        tid=na(),
        krever=kreves(av, viktig=tiltak.viktig, gjennomfort=svar.status == Status.GJENNOMFORT),
        **{navn: getattr(svar, navn) for navn in FELT},
    )
    rad.begrunnelse = "" if svar.status == foreslatt else svar.begrunnelse
    try:
        with transaction.atomic():
            rad.save(force_insert=True)
            knytt_bevis(rad, bevis)
    except IntegrityError as error:
        Kjede.les(tiltak, ar).krev(sett)  # another person came first
        if "statusrapport_pkey" in str(error):  # the key belongs to something else
            raise ValidationError(_("Vi kunne ikke kjenne igjen skjemaet. Last siden på nytt.")) from None
        raise
    return rad


@transaction.atomic
def lag_milepael(*, av: Bruker, tiltak: Tiltak, nokkel: UUID, tittel: str, frist: date) -> Milepael:
    """A step with a deadline; the same form sent twice makes one."""
    krev_rapportor(av, tiltak)
    krev_frist(tiltak, frist)
    data = {"tiltak": tiltak, "tittel": tittel, "frist": frist}
    rad: Milepael = lag_en_gang(Milepael.objects, nokkel, data)[0]
    if rad.tiltak_id != tiltak.pk:
        raise PermissionDenied
    return rad


def milepaelversjon(milepael: Milepael) -> int:
    """How many times the row has been written."""
    return Milepael.history.filter(id=milepael.pk).count()


@transaction.atomic
def endre_milepael(
    *, av: Bruker, milepael: Milepael, sett: int, tittel: str, frist: date, nadd_dato: date | None
) -> Milepael:
    """Move the deadline, reword, or say when it was reached. The history keeps what stood there before."""
    krev_rapportor(av, milepael.tiltak)
    rad = Milepael.objects.select_for_update(of=("self",)).get(pk=milepael.pk)
    if (naa := milepaelversjon(rad)) != sett and (rad.tittel, rad.frist, rad.nadd_dato) != (tittel, frist, nadd_dato):
        raise Konflikt.etter_historikken(rad, naa)
    if frist != rad.frist:
        krev_frist(milepael.tiltak, frist)
    rad.tittel, rad.frist, rad.nadd_dato = tittel, frist, nadd_dato
    rad.save(update_fields=["tittel", "frist", "nadd_dato"])
    return rad

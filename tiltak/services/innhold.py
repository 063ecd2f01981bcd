"""Add to a tiltak, change what was added, take it away again, and measure. The only way in for all of it."""

from typing import Any, TypeVar
from uuid import UUID

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import IntegrityError, models, transaction
from django.utils.translation import gettext as _

from brukere.models import Bruker
from felles.avslag import Konflikt, lagre_versjon
from felles.engang import alt_laget, lag_en_gang
from felles.skjerming import Skjult, skjerm_tall
from felles.tid import idag, na

from ..choices import Lenkeart
from ..models import Aktivitet, Indikator, Lenke, Maling, Tiltak, Vedlegg, Vedtak
from ..models.filer import les
from .rapportering import krev_rapportor

Rad = TypeVar("Rad", bound=models.Model)


def _malt_for(rader: list[Maling]) -> Konflikt:
    """Someone measured the same indicator meanwhile: the newest figure is theirs."""
    latest = rader[-1]
    return Konflikt(latest, versjon=len(rader), navn=str(latest.registrert_av), tid=latest.tid)


def nokkelfelt(model: type[models.Model]) -> str:
    """The column that holds the form's key. A decision's own key is older than the forms."""
    return "skjema" if model is Vedtak else "id"


@transaction.atomic
def legg_til(*, av: Bruker, tiltak: Tiltak, modell: type[Rad], nokkel: UUID, **data: Any) -> Rad:
    """One more under the tiltak, by those who answer for it; the same form sent twice makes one (beslutninger 29)."""
    krev_rapportor(av, tiltak)
    _krev_ledig_navn(modell, tiltak, data, unntatt=nokkel)
    verdier = _lest(_skjermet(modell, data)) | ({"plan_id": tiltak.plan_id} if modell is Vedtak else {})
    rad, _new = lag_en_gang(modell._default_manager, nokkel, {"tiltak": tiltak} | verdier, felt=nokkelfelt(modell))
    if rad.tiltak_id != tiltak.pk:  # type: ignore[attr-defined]  # every kind lies under a tiltak
        raise PermissionDenied
    return rad


def legg_ved(*, av: Bruker, tiltak: Tiltak, nokkel: UUID, data: dict[str, Any]) -> str:
    """A link or a file, added under the tiltak while its status is told. Its code, ready to be chosen."""
    common = {"tittel": data["tittel"], "dato": data["dato"]}
    if data["fil"] is not None:
        legg_til(av=av, tiltak=tiltak, modell=Vedlegg, nokkel=nokkel, fil=data["fil"], **common)
        return f"vedlegg:{nokkel}"
    extra = {"art": Lenkeart.DOKUMENT, "adresse": data["adresse"]}
    legg_til(av=av, tiltak=tiltak, modell=Lenke, nokkel=nokkel, **common, **extra)
    return f"lenke:{nokkel}"


@transaction.atomic
def endre(*, av: Bruker, rad: Any, sett: int, **data: Any) -> Any:
    """Change the row unless somebody else did first (then Konflikt). History keeps what stood."""
    krev_rapportor(av, rad.tiltak)
    if not data.get("tatt_bort"):
        _krev_ledig_navn(type(rad), rad.tiltak, data, unntatt=rad.pk)
    gone = {"innhold": None} if isinstance(rad, Vedlegg) and data.get("tatt_bort") else {}
    return lagre_versjon(rad, sett, _skjermet(type(rad), data) | gone)


def _lest(data: dict[str, Any]) -> dict[str, Any]:
    """Of an uploaded file, what it is found to be and what is left of it (beslutninger 28)."""
    if "fil" not in data:
        return data
    try:
        found = les(data["fil"])
    except ValidationError as error:
        raise ValidationError({"fil": error}) from None
    rest = {navn: verdi for navn, verdi in data.items() if navn != "fil"}
    return rest | {"filtype": found.filtype, "innhold": found.innhold, "storrelse": len(found.innhold)}


def _skjermet(model: type[models.Model], data: dict[str, Any]) -> dict[str, Any]:
    """A count of 1-4 becomes the word before it is stored: what is not there cannot be shown (beslutninger 31)."""
    if model is not Aktivitet or "antall" not in data:
        return data
    antall = data["antall"]
    under = antall is not None and skjerm_tall(antall) is Skjult.UNDER
    return data | {"antall": None if under else antall, "under_fem": under}


def _krev_ledig_navn(model: type[models.Model], tiltak: Tiltak, data: dict[str, Any], *, unntatt: Any) -> None:
    if model is not Indikator:
        return
    same = Indikator.objects.synlige().filter(tiltak=tiltak, navn=data["navn"]).exclude(pk=unntatt)
    if same.exists():
        navn = {"navn": data["navn"]}
        raise ValidationError({"navn": _("Navnet «%(navn)s» er i bruk for en annen indikator i tiltaket.") % navn})


def malingsversjon(indikator: Indikator) -> int:
    """How many figures have been written: what a form was drawn from."""
    return Maling.objects.filter(indikator=indikator).count()


@transaction.atomic
def registrer_maling(
    *, av: Bruker, indikator: Indikator, nokkel: UUID, ar: int, verdi: int, merknad: str = "", sett: int
) -> Maling:
    """A year's figure; a second one for the year supersedes the first. Nothing is overwritten.

    A person count of 1-4 is stored as the word, never as the number. Konflikt when somebody was first."""
    krev_rapportor(av, indikator.tiltak)
    if same := alt_laget(Maling.objects.filter(indikator=indikator, registrert_av=av), nokkel):
        return same
    rader = list(Maling.objects.filter(indikator=indikator).select_related("registrert_av"))
    if ar > idag().year:
        raise ValidationError({"ar": _("Året kan ikke være fram i tid.")})
    if len(rader) != sett:
        raise _malt_for(rader)
    superseded = {rad.erstatter_id for rad in rader}
    former = next((rad for rad in rader if rad.ar == ar and rad.pk not in superseded), None)
    hidden = indikator.teller_personer and skjerm_tall(verdi) is Skjult.UNDER
    try:
        with transaction.atomic():
            return Maling.objects.create(
                id=nokkel,
                indikator=indikator,
                teller_personer=indikator.teller_personer,
                ar=ar,
                verdi=None if hidden else verdi,
                merknad=merknad,
                erstatter=former,
                registrert_av=av,
                tid=na(),
            )
    except IntegrityError:
        raise _etter_kollisjon(indikator, nokkel) from None


def _etter_kollisjon(indikator: Indikator, nokkel: UUID) -> Exception:
    """Another person came first, or the key belongs to something else."""
    rader = list(Maling.objects.filter(indikator=indikator).select_related("registrert_av").order_by("tid", "pk"))
    if Maling.objects.filter(pk=nokkel).exists() or not rader:
        return ValidationError(_("Vi kunne ikke kjenne igjen skjemaet. Last siden på nytt."))
    return _malt_for(rader)

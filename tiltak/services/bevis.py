"""Write down what a status rests on, with the report itself."""

from collections.abc import Iterable

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from ..models import Statusbevis, Statusrapport
from ..models.bevis import BEVISSLAG


def knytt_bevis(rapport: Statusrapport, koder: Iterable[str] | None) -> None:
    """What the person chose. Who did not choose, as in the table of many, keeps what the superseded report had."""
    if koder is not None:
        rader = [_valgt(rapport, kode) for kode in dict.fromkeys(koder)]
    elif rapport.erstatter_id:
        rader = [_arvet(rapport, rad) for rad in Statusbevis.objects.filter(rapport=rapport.erstatter_id)]
    else:
        return
    Statusbevis.objects.bulk_create(rader)


def _arvet(rapport: Statusrapport, fra: Statusbevis) -> Statusbevis:
    return Statusbevis(rapport=rapport, **{f"{slag}_id": getattr(fra, f"{slag}_id") for slag in BEVISSLAG})


def _valgt(rapport: Statusrapport, kode: str) -> Statusbevis:
    slag, _skille, pk = kode.partition(":")
    if slag not in BEVISSLAG:
        raise ValidationError({"bevis": _("Velg blant valgene i lista.")})
    return Statusbevis(rapport=rapport, **{f"{slag}_id": pk})

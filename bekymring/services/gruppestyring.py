"""Groups and who sits in them. What a place opens is given case by case elsewhere, and ends with it in the database."""

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from brukere.models import Bruker
from felles.engang import vent_pa_tur
from felles.handler import krev_handler
from felles.tekst import samme_navn
from samarbeid.models import Tilknytning

from .. import policy
from ..choices import Grupperolle
from ..models import Kjernegruppe, Medlemskap
from .feil import IkkeTillatt

I_BRUK = _("Det finnes en kjernegruppe med dette navnet.")


def mulige_medlemmer(gruppe: Kjernegruppe) -> QuerySet[Bruker]:
    """Accounts in use with a place of work that has a zone, and no place in the group yet."""
    steder = Tilknytning.objects.gjeldende().exclude(aktor__sone="").values("bruker")
    sitter = Medlemskap.objects.filter(gruppe=gruppe, til=None).values("bruker")
    return Bruker.objects.filter(is_active=True, pk__in=steder).exclude(pk__in=sitter).etter_navn()


@transaction.atomic
def lagre_gruppe(*, av: Bruker, gruppe: Kjernegruppe, navn: str, omrade: str) -> Kjernegruppe:
    """A new group, made once, or a new name; earlier names stay in its history.

    Raises IkkeTillatt, and ValidationError when somebody else gave the name to another group a moment before.
    """
    krev_handler(av)
    if not policy.can_styre_grupper(av):
        raise IkkeTillatt
    vent_pa_tur(f"kjernegruppe {navn.casefold()}")
    if finnes := Kjernegruppe.objects.exclude(pk=gruppe.pk).filter(samme_navn(navn)).first():
        if gruppe.pk is None and finnes.omrade == omrade:
            return finnes
        raise ValidationError({"navn": I_BRUK})
    gruppe.navn, gruppe.omrade = navn, omrade
    gruppe.save()
    return gruppe


@transaction.atomic
def gi_plass(*, av: Bruker, gruppe: Kjernegruppe, bruker: Bruker, funksjon: str, leder: bool) -> Medlemskap:
    """A place in the group from now on. One who has a place already keeps it: a double submit. Raises IkkeTillatt."""
    krev_handler(av)
    if not policy.can_styre_grupper(av):
        raise IkkeTillatt
    rolle = Grupperolle.LEDER if leder else Grupperolle.MEDLEM
    Kjernegruppe.objects.select_for_update().get(pk=gruppe.pk)
    sete, _ny = Medlemskap.objects.get_or_create(
        gruppe=gruppe, bruker=bruker, til=None, defaults={"funksjon": funksjon, "rolle": rolle}
    )
    return sete

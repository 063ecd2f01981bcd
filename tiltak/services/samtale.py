"""Comments under a tiltak, and the colleagues they ask to look."""

import re
from uuid import UUID

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.db.models import Q
from django.utils.translation import gettext as _

from brukere.models import Bruker
from felles.engang import lag_en_gang
from felles.handler import krev_handler
from felles.tid import na

from ..models import Kommentar, Nevning, Tiltak
from ..policy import can_kommentere, can_rapportere_alle

ORD_I_NAVN = 4
NEVNT = re.compile(r"(?<!\w)@(\w[\w.-]*(?: \w[\w.-]*){0,3})")


def _navn_etter(tekst: str) -> list[list[str]]:
    """For each @ what may be the name, the longest first: «Anne Vik kan» may be three, two or one word."""
    found = []
    for match in NEVNT.finditer(tekst):
        ordene = match[1].split(" ")[:ORD_I_NAVN]
        found.append([" ".join(ordene[:antall]).rstrip(".-") for antall in range(len(ordene), 0, -1)])
    return found


def finn_nevnte(tekst: str) -> list[Bruker]:
    """Those named with @ and full name or user name. One query; an unknown or doubtful name is refused by name."""
    wanted = _navn_etter(tekst)
    every = {navn for names in wanted for navn in names}
    folk = Bruker.objects.filter(Q(navn__in=every) | Q(username__in=every), is_active=True) if every else []
    known: dict[str, list[Bruker]] = {}
    for person in folk:
        for navn in {person.navn, person.username}:
            known.setdefault(navn, []).append(person)
    found: list[Bruker] = []
    for names in wanted:
        hits = next((known[navn] for navn in names if navn in known), [])
        if not hits:
            text = _("Fant ingen som heter «@%(navn)s». Skriv hele navnet.") % {"navn": names[-1]}
            raise ValidationError({"tekst": text})
        if len(hits) > 1:
            text = _("Flere heter «%(navn)s». Skriv brukernavnet etter @.") % {"navn": hits[0].navn}
            raise ValidationError({"tekst": text})
        if not can_kommentere(hits[0]):
            text = _("%(navn)s har ingen rolle i arbeidet og kan ikke lese kommentarer.") % {"navn": hits[0].navn}
            raise ValidationError({"tekst": text})
        if hits[0] not in found:
            found.append(hits[0])
    return found


@transaction.atomic
def skriv_kommentar(*, av: Bruker, tiltak: Tiltak, nokkel: UUID, tekst: str) -> Kommentar:
    """A remark in the current edition. Who answers has read what they were asked."""
    krev_handler(av)
    if not can_kommentere(av) or not Tiltak.objects.visible_to(av).gjeldende().filter(pk=tiltak.pk).exists():
        raise PermissionDenied
    named = finn_nevnte(tekst)
    data = {"tiltak": tiltak, "tekst": tekst, "av": av, "tid": na()}
    rad: Kommentar
    rad, new = lag_en_gang(Kommentar.objects, nokkel, data)
    if rad.tiltak_id != tiltak.pk or rad.av_id != av.pk:
        raise PermissionDenied
    if new:
        Nevning.objects.bulk_create(Nevning(kommentar=rad, bruker=person) for person in named if person != av)
        marker_lest(av=av, tiltak=tiltak)
    return rad


def marker_lest(*, av: Bruker, tiltak: Tiltak) -> None:
    """The user's own mentions under the tiltak are read. Doing it twice changes nothing."""
    krev_handler(av)
    Nevning.objects.filter(bruker=av, kommentar__tiltak=tiltak, lest_tid__isnull=True).update(lest_tid=na())


@transaction.atomic
def ta_bort_kommentar(*, av: Bruker, kommentar: Kommentar) -> None:
    """The writer or the koordinator empties it for good; that something stood there is still told."""
    krev_handler(av)
    if kommentar.av_id != av.pk and not can_rapportere_alle(av):
        raise PermissionDenied
    Kommentar.objects.filter(pk=kommentar.pk).update(tekst="", tatt_bort=True)
    Nevning.objects.filter(kommentar=kommentar, lest_tid__isnull=True).update(lest_tid=na())

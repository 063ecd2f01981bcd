"""Fora, meetings and courses."""

import uuid
from collections.abc import Iterable
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from brukere.models import Bruker
from felles.avslag import lagre_versjon
from felles.engang import lag_en_gang
from felles.tid import na

from ..models import Aktor, Forum, Forummedlem, Kurs, Kursdeltakelse, Mote, Motedeltakelse, Oppfolgingspunkt
from .grunn import krev_redaktor

Antall = dict[Aktor, int]


def _sett_medlemmer(forum: Forum, medlemmer: Iterable[Aktor]) -> None:
    """Members as wished: new ones begin today, those left out end today."""
    today = timezone.localdate(na())
    onsket = {aktor.pk for aktor in medlemmer}
    gjeldende = Forummedlem.objects.select_for_update(of=("self",)).filter(forum=forum, til__isnull=True)
    har = set(gjeldende.values_list("aktor_id", flat=True))
    Forummedlem.objects.filter(forum=forum, til__isnull=True, aktor_id__in=har - onsket).update(til=today)
    Forummedlem.objects.bulk_create(Forummedlem(forum=forum, aktor_id=pk, fra=today) for pk in sorted(onsket - har))


@transaction.atomic
def opprett_forum(*, av: Bruker, id: uuid.UUID, medlemmer: Iterable[Aktor], **data: Any) -> Forum:
    """A forum with organisations as members, never persons (R60)."""
    krev_redaktor(av)
    forum, ny = lag_en_gang(Forum.objects, id, data)
    if ny:
        _sett_medlemmer(forum, medlemmer)
    return forum


@transaction.atomic
def endre_forum(*, av: Bruker, forum: Forum, versjon: int, medlemmer: Iterable[Aktor], **data: Any) -> Forum:
    krev_redaktor(av)
    forum = lagre_versjon(forum, versjon, data)
    _sett_medlemmer(forum, medlemmer)
    return forum


@transaction.atomic
def planlegg_mote(*, av: Bruker, id: uuid.UUID, **data: Any) -> Mote:
    """Put a meeting in the calendar with its agenda."""
    krev_redaktor(av)
    return lag_en_gang(Mote.objects, id, data)[0]


@transaction.atomic
def endre_mote(*, av: Bruker, mote: Mote, versjon: int, **data: Any) -> Mote:
    krev_redaktor(av)
    if data.get("avlyst") and mote.referat:
        raise ValidationError({"avlyst": _("Møtet har et referat og kan ikke avlyses.")})
    return lagre_versjon(mote, versjon, data)


@transaction.atomic
def skriv_referat(*, av: Bruker, mote: Mote, versjon: int, referat: str, deltakere: Antall) -> Mote:
    """Minutes and how many came from each organisation. Heads are counted, names are not kept (R60)."""
    krev_redaktor(av)
    if mote.avlyst:
        raise ValidationError(_("Møtet er avlyst."))
    mote = lagre_versjon(mote, versjon, {"referat": referat})
    for aktor, antall in deltakere.items():
        Motedeltakelse.objects.update_or_create(mote=mote, aktor=aktor, defaults={"antall": antall})
    return mote


@transaction.atomic
def nytt_punkt(*, av: Bruker, id: uuid.UUID, mote: Mote, **data: Any) -> Oppfolgingspunkt:
    """Something a partner took on in the meeting."""
    krev_redaktor(av)
    return lag_en_gang(Oppfolgingspunkt.objects, id, {"mote": mote, **data})[0]


@transaction.atomic
def sett_punkt(*, av: Bruker, punkt: Oppfolgingspunkt, gjort: bool) -> None:
    """Mark as done today, or open again. Doing it twice changes nothing."""
    krev_redaktor(av)
    rader = Oppfolgingspunkt.objects.filter(pk=punkt.pk, utfort_dato__isnull=gjort)
    rader.update(utfort_dato=timezone.localdate(na()) if gjort else None)


def _sett_kursdeltakere(kurs: Kurs, deltakere: Antall) -> None:
    for tjeneste, antall in deltakere.items():
        Kursdeltakelse.objects.update_or_create(kurs=kurs, tjeneste=tjeneste, defaults={"antall": antall})


@transaction.atomic
def registrer_kurs(*, av: Bruker, id: uuid.UUID, deltakere: Antall, **data: Any) -> Kurs:
    """A course and how many from each service."""
    krev_redaktor(av)
    kurs, ny = lag_en_gang(Kurs.objects, id, data)
    if ny:
        _sett_kursdeltakere(kurs, deltakere)
    return kurs


@transaction.atomic
def endre_kurs(*, av: Bruker, kurs: Kurs, versjon: int, deltakere: Antall, **data: Any) -> Kurs:
    krev_redaktor(av)
    kurs = lagre_versjon(kurs, versjon, data)
    _sett_kursdeltakere(kurs, deltakere)
    return kurs

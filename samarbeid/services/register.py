"""Partners, their contacts in roles, and agreements."""

import datetime
import uuid
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from brukere.models import Bruker
from felles.avslag import lagre_versjon
from felles.engang import lag_en_gang
from felles.slug import ascii_slug
from felles.tid import na

from ..choices import ALDRI_NAVN, NAVN_MED_SAMTYKKE
from ..models import Aktor, AktorAlias, Avtale, Kontaktrolle
from .grunn import krev_redaktor


def _ledig_slug(navn: str) -> str:
    stamme = ascii_slug(navn)[:55] or "aktor"
    brukt = set(Aktor.objects.filter(slug__startswith=stamme).values_list("slug", flat=True))
    if stamme not in brukt:
        return stamme
    return next(slug for nr in range(2, len(brukt) + 3) if (slug := f"{stamme}-{nr}") not in brukt)


def _krev_ingen_ring(aktor: Aktor | None, felt: str, neste: Aktor | None) -> None:
    """A partner cannot be part of, or be followed by, itself through others."""
    sett = {aktor.pk} if aktor else set()
    while neste is not None:
        if neste.pk in sett:
            raise ValidationError({felt: _("Dette gjør at aktøren viser tilbake til seg selv. Velg en annen.")})
        sett.add(neste.pk)
        neste = getattr(neste, felt)


def _sett_aliaser(aktor: Aktor, navn: list[str]) -> None:
    """Other names as wished: new ones begin, those left out end today and stay in the history."""
    today = timezone.localdate(na())
    onsket = {ett.casefold(): ett for ett in navn}
    for alias in AktorAlias.objects.select_for_update(of=("self",)).filter(aktor=aktor):
        er_med = onsket.pop(alias.navn.casefold(), None) is not None
        til = None if er_med else alias.gyldig_til or today
        if til != alias.gyldig_til:
            alias.gyldig_til = til
            alias.save(update_fields=["gyldig_til"])
    AktorAlias.objects.bulk_create(AktorAlias(aktor=aktor, navn=ett, gyldig_fra=today) for ett in onsket.values())


@transaction.atomic
def opprett_aktor(*, av: Bruker, skjema: uuid.UUID, aliaser: list[str], **data: Any) -> Aktor:
    """A new partner; the same form sent twice makes one (beslutninger 29)."""
    krev_redaktor(av)
    aktor, ny = lag_en_gang(Aktor.objects, skjema, {"slug": _ledig_slug(data["navn"]), **data}, felt="skjema")
    if ny:
        _sett_aliaser(aktor, aliaser)
    return aktor


@transaction.atomic
def endre_aktor(*, av: Bruker, aktor: Aktor, versjon: int, aliaser: list[str], **data: Any) -> Aktor:
    """Change a partner. Its code (slug) stays, others refer to it."""
    krev_redaktor(av)
    for felt in ("over", "etterfulgt_av"):
        _krev_ingen_ring(aktor, felt, data.get(felt))
    aktor = lagre_versjon(aktor, versjon, data)
    _sett_aliaser(aktor, aliaser)
    return aktor


def _krev_lovlig_navn(aktor: Aktor, data: dict[str, Any]) -> None:
    """R60, said in words before the database refuses."""
    if data.get("navn") and aktor.type in ALDRI_NAVN:
        raise ValidationError({"navn": _("Vi skriver ikke navn på personer i tros- og livssynssamfunn.")})
    if data.get("navn") and aktor.type in NAVN_MED_SAMTYKKE and not data.get("samtykke_dato"):
        raise ValidationError(
            {"samtykke_dato": _("Skriv når personen sa ja til å stå her, eller la navnet være tomt.")}
        )


@transaction.atomic
def ny_kontakt(*, av: Bruker, id: uuid.UUID, aktor: Aktor, **data: Any) -> Kontaktrolle:
    """An office at the partner and how to reach it (R60)."""
    krev_redaktor(av)
    _krev_lovlig_navn(aktor, data)
    return lag_en_gang(Kontaktrolle.objects, id, {"aktor": aktor, **data})[0]


@transaction.atomic
def endre_kontakt(*, av: Bruker, kontakt: Kontaktrolle, versjon: int, **data: Any) -> Kontaktrolle:
    krev_redaktor(av)
    _krev_lovlig_navn(kontakt.aktor, data)
    return lagre_versjon(kontakt, versjon, data)


TOMT = {"navn": "", "telefon": "", "epost": ""}


@transaction.atomic
def slett_kontakt(*, av: Bruker, kontakt: Kontaktrolle) -> None:
    """The person took back the yes, or left: name and channel go at once. No reason is asked (R7, R60)."""
    krev_redaktor(av)
    Kontaktrolle.objects.filter(pk=kontakt.pk, slettet_dato__isnull=True).update(
        **TOMT, slettet_dato=timezone.localdate(na())
    )


def slett_forfalte_kontakter(today: datetime.date) -> int:
    """Empty the contacts whose time is out. Run by the worker, whose policy shows it only these rows."""
    return Kontaktrolle.objects.skal_slettes(today).update(**TOMT, slettet_dato=today)


@transaction.atomic
def ny_avtale(*, av: Bruker, id: uuid.UUID, aktor: Aktor, **data: Any) -> Avtale:
    """Register an agreement and where its text lies (R57)."""
    krev_redaktor(av)
    return lag_en_gang(Avtale.objects, id, {"aktor": aktor, **data})[0]


@transaction.atomic
def endre_avtale(*, av: Bruker, avtale: Avtale, versjon: int, **data: Any) -> Avtale:
    krev_redaktor(av)
    return lagre_versjon(avtale, versjon, data)

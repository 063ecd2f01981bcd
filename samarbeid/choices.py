"""Kinds of partner, of agreement, and which partners may have a named contact."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class Aktortype(TextChoices):
    KOMMUNE = "kommune", _("Kommune")
    KOMMUNAL_ENHET = "kommunal_enhet", _("Kommunal enhet")
    POLITI = "politi", _("Politi")
    FYLKE = "fylke", _("Fylkeskommune")
    STAT = "stat", _("Stat")
    TROSSAMFUNN = "trossamfunn", _("Tros- og livssynssamfunn")
    FRIVILLIG = "frivillig", _("Frivillig organisasjon")
    KOMPETANSESENTER = "kompetansesenter", _("Kompetansesenter")
    KONFLIKTRAD = "konfliktrad", _("Konfliktråd")
    NETTVERK = "nettverk", _("Nettverk")
    ANNET = "annet", _("Annet")


# A named contact in a faith community would reveal a person's belief (R60). In a voluntary organisation the person
# says yes first. In a public body the name of who holds an office is public.
ALDRI_NAVN = frozenset({Aktortype.TROSSAMFUNN})
NAVN_MED_SAMTYKKE = frozenset({Aktortype.FRIVILLIG, Aktortype.ANNET})

# Whose employees go on courses: they are counted by service.
TJENESTETYPER = frozenset(
    {Aktortype.KOMMUNAL_ENHET, Aktortype.POLITI, Aktortype.FYLKE, Aktortype.STAT, Aktortype.KONFLIKTRAD}
)


class Avtaleart(TextChoices):
    SAMARBEID = "samarbeid", _("Samarbeidsavtale")
    DATABEHANDLING = "databehandling", _("Databehandleravtale")
    TAUSHET = "taushet", _("Taushetserklæring")


KONTAKT_LEVETID = 365  # days a contact stands before it must be looked at again; a default (docs/regler.md)
AVTALE_VARSEL = 60  # days before an agreement ends or is to be gone through that it is shown as a deadline

"""Kinds of partner, and what a person can be there."""

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

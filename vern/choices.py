"""Zones: the kinds of reader a piece of case information can be meant for."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class Sone(TextChoices):
    """Each text lies in exactly one zone (beslutninger 3). `register` is the line, `identitet` the person."""

    REGISTER = "register", _("registerlinje")
    FELLES = "felles", _("felles")
    IDENTITET = "identitet", _("identitet")
    POLITI = "politi", _("politi")
    HELSE = "helse", _("helse")
    BARNEVERN = "barnevern", _("barnevern")
    SKOLE = "skole", _("skole")
    NAV = "nav", _("NAV")
    MENTOR = "mentor", _("mentor")

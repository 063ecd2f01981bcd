"""No birth number may enter a free text: the form says so, and the database refuses (faggrunnlag 11, R44)."""

import re

from django.core.exceptions import ValidationError
from django.db.models import BaseConstraint, CheckConstraint, Q
from django.utils.translation import gettext_lazy as _

# Eleven digits in a row, also written 010203 12345 or 010203-12345. The same text works in PostgreSQL.
MONSTER = r"(?<![0-9])[0-9]{6}[ .-]?[0-9]{5}(?![0-9])"
BESKJED = _("Teksten har 11 sifre på rad og kan være et fødselsnummer. Ta det bort før du lagrer.")


def uten_personnummer(tekst: str) -> None:
    """A validator for form and model fields."""
    if re.search(MONSTER, tekst):
        raise ValidationError(BESKJED, code="personnummer")


def personnummer_vern(tabell: str, *felt: str) -> list[BaseConstraint]:
    """The same rule as check constraints, one for each text field."""
    return [
        CheckConstraint(condition=~Q(**{f"{navn}__regex": MONSTER}), name=f"{tabell}_{navn}_uten_fnr") for navn in felt
    ]

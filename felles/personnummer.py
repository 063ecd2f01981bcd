"""No birth number may enter a free text: the form says so, and the database refuses (faggrunnlag 11, R44).

Eleven digits written as one, or as six and five, are taken as they are: a slip of the finger still points to a person.
With other signs between, or parted further, the first six must be a day and a month: a birth number's, a D-number's
(day + 40), an H-number's or a made one's (month + 40, 65 or 80). So 1234.56.12345 stays an account, and sums in a table
stay sums. Control digits are not asked for: from 2032 they are no longer what they were, and a slip would go free.
"""

import re

from django.core.exceptions import ValidationError
from django.db.models import BaseConstraint, CheckConstraint, Q
from django.utils.translation import gettext_lazy as _

_S = r"[ .\-/\n\t\u00a0\u00ad\u2000-\u2015\u202f\u205f\u2060\u2212\u3000\ufeff]{1,3}"
_DAG = r"(?:0[1-9]|[12][0-9]|3[01]|4[1-9]|[56][0-9]|7[01])"
_MND = r"(?:0[1-9]|1[0-2]|4[1-9]|5[0-2]|6[6-9]|7[0-7]|8[1-9]|9[0-2])"
_DATO = rf"(?:{_DAG}{_MND}[0-9]{{2}}|{_DAG}{_S}{_MND}{_S}[0-9]{{2}})"
# The same text works in PostgreSQL, where it stands in the tables' constraints.
MONSTER = (
    r"(?<![0-9])(?:[0-9]{6}[ .\-]?[0-9]{5}"
    rf"|{_DATO}(?:{_S})?(?:[0-9]{{5}}|[0-9]{{3}}{_S}[0-9]{{2}}))(?![0-9])"
)
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

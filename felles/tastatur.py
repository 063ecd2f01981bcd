"""Fields by what is typed in them: which keyboard a phone shows, what a browser may fill in, and how it is read.

A form names the kind and nothing else; no template says it again. A number is text with the digits' keyboard:
`type=number` changes under a scroll wheel, and gives an empty answer for what it can't read. Whoever wants another kind
of field makes it here or in felles.skjema; a test asks of each kind what its keyboard is.
"""

import re
from typing import Any
from urllib.parse import urlsplit

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

# Neither capitals nor spelling: what is typed is no sentence.
ORDRETT = {"autocapitalize": "none", "autocorrect": "off", "spellcheck": "false"}
SIFFER = {"inputmode": "numeric", "autocomplete": "off"}
BRUKERNAVN = ORDRETT | {"autocomplete": "username"}
NUMMER = ORDRETT | {"autocapitalize": "characters", "autocomplete": "off"}
SOK = {"autocapitalize": "none", "autocomplete": "off", "enterkeyhint": "search"}
_GRUPPERT = re.compile(r"[0-9]{1,3}(?: [0-9]{3})+")
_HELTALL = re.compile(r"[+-]?[0-9]{1,18}")
FEIL_I_VERT = re.compile("[\u2010-\u2015\u2212\u2018-\u201f\u2026\u00ab\u00bb]")
_DESIMALTALL = re.compile(r"[+-]?[0-9]+[.,][0-9]+")


class TallFelt(forms.IntegerField):
    """A whole number as people type it: 1200 and «1 200»."""

    widget = forms.TextInput
    default_error_messages = {
        "invalid": _("Skriv et helt tall, bare med sifre."),
        "desimal": _("Skriv et helt tall, uten komma og punktum."),
        "min_value": _("Tallet kan ikke være mindre enn %(limit_value)s."),
        "max_value": _("Tallet kan ikke være større enn %(limit_value)s."),
    }

    def widget_attrs(self, widget: forms.Widget) -> dict[str, Any]:
        return SIFFER | {"class": "ds-input hp-kort-felt"}

    def to_python(self, value: Any) -> int | None:
        tekst = " ".join(str("" if value is None else value).split())
        if not tekst:
            return None
        if _GRUPPERT.fullmatch(tekst):
            tekst = tekst.replace(" ", "")
        if _DESIMALTALL.fullmatch(tekst):
            raise ValidationError(self.error_messages["desimal"], code="desimal")
        if not _HELTALL.fullmatch(tekst):
            raise ValidationError(self.error_messages["invalid"], code="invalid")
        return int(tekst)


class EpostFelt(forms.EmailField):
    """An e-mail address."""

    widget = forms.EmailInput
    default_error_messages = {"invalid": _("Skriv en e-postadresse, for eksempel kari.nordby@sandefjord.kommune.no.")}

    def widget_attrs(self, widget: forms.Widget) -> dict[str, Any]:
        return ORDRETT | {"inputmode": "email", "autocomplete": "email"}

    def to_python(self, value: Any) -> Any:
        """A wide @ is an @, and no blank belongs beside it."""
        return re.sub(r"\s*[@\uff20\ufe6b]\s*", "@", super().to_python(value) or "")


class NettadresseFelt(forms.URLField):
    """A web address. The scheme may be left out, so the browser may not ask for it: not type=url."""

    widget = forms.TextInput
    default_error_messages = {
        "invalid": _("Skriv en nettadresse, for eksempel https://www.sandefjord.kommune.no."),
        "vert": _("Nettadressen har et tegn som ikke kan stå i et domenenavn. Skriv bindestrek, ikke tankestrek."),
    }
    MAKS = 2000  # longer than this is not looked at

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(assume_scheme="https", **kwargs)

    def widget_attrs(self, widget: forms.Widget) -> dict[str, Any]:
        return ORDRETT | {"inputmode": "url", "autocomplete": "url"}

    def to_python(self, value: Any) -> Any:
        if isinstance(value, str) and len(value) > self.MAKS:
            raise ValidationError(self.error_messages["invalid"], code="invalid")
        address = super().to_python(value)
        if FEIL_I_VERT.search(urlsplit(address).netloc if address else ""):
            raise ValidationError(self.error_messages["vert"], code="vert")
        return address

"""What is asked when a koordinator wants to know whether a person already is in one of their cases."""

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from felles.skjema import Skjema
from felles.tastatur import TallFelt
from felles.tid import idag

from ..choices import Sokeformal
from .felles import radioer

UTEN_HUSK = {"autocomplete": "off", "spellcheck": "false"}  # a browser's own memory, and its spelling service


class PersonsokSkjema(Skjema):
    navn = forms.CharField(
        label=_("Navn"),
        help_text=_("Hele navnet, slik det står på kortet i saken."),
        max_length=120,
        widget=forms.TextInput(attrs=UTEN_HUSK),
    )
    fodselsar = TallFelt(label=_("Fødselsår"), min_value=1900)
    formal = radioer(Sokeformal, label=_("Hvorfor spør du?"))

    def clean_fodselsar(self) -> int:
        ar: int = self.cleaned_data["fodselsar"]
        if ar > idag().year:
            raise ValidationError(_("Fødselsåret kan ikke være fram i tid."))
        return ar

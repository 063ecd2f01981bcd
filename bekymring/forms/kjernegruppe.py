"""The group's meetings and assessments."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from felles.skjema import MedNokkel, Skjema, TekstFelt

from .felles import KAN_LESE, Tidspunkt


class Innkalling(MedNokkel, Tidspunkt, Skjema):
    """A new meeting."""


class Vurdering(MedNokkel, Skjema):
    """A member's own assessment."""

    innhold = TekstFelt(label=_("Hva er din vurdering?"), help_text=KAN_LESE, max_length=3000)
    sone = forms.ChoiceField(label=_("Hvem skal kunne lese den?"), widget=forms.RadioSelect)

    def __init__(self, *args: Any, soner: list[tuple[str, Any]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.velg_blant("sone", soner)

"""The groups, their places, meetings and assessments."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from brukere.models import Bruker
from felles.skjema import MedNokkel, Skjema, TekstFelt
from felles.tekst import samme_navn

from ..models import Kjernegruppe
from ..services.gruppestyring import I_BRUK
from .felles import DET_DU_HAR_SETT, Sakstekster, Tidspunkt, navn_og_tittel


class GruppeSkjema(Skjema):
    """What a group is called, and which schools or area it is for."""

    navn = forms.CharField(label=_("Navn"), max_length=80)
    omrade = forms.CharField(label=_("Skoler eller område"), max_length=120, required=False)

    def __init__(self, *args: Any, gruppe: Kjernegruppe, **kwargs: Any) -> None:
        super().__init__(*args, initial={"navn": gruppe.navn, "omrade": gruppe.omrade}, **kwargs)
        self.gruppe = gruppe

    def clean_navn(self) -> str:
        navn: str = self.cleaned_data["navn"]
        if Kjernegruppe.objects.exclude(pk=self.gruppe.pk).filter(samme_navn(navn)).exists():
            raise ValidationError(I_BRUK)
        return navn


class MedlemSkjema(Skjema):
    """Who sits in the group, and as what."""

    bruker = forms.ModelChoiceField(Bruker.objects.none(), label=_("Hvem?"), empty_label=_("Velg"))
    funksjon = forms.CharField(
        label=_("Funksjon i gruppa"),
        help_text=_("For eksempel helsesykepleier."),
        max_length=80,
    )
    leder = forms.BooleanField(label=_("Leder gruppa"), required=False)

    def __init__(self, *args: Any, medlemmer: Any = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.tilby("bruker", medlemmer, navn_og_tittel)


class Innkalling(MedNokkel, Tidspunkt, Skjema):
    """A new meeting."""


class Vurdering(MedNokkel, Sakstekster):
    """A member's own assessment."""

    innhold = TekstFelt(label=_("Hva er din vurdering?"), help_text=DET_DU_HAR_SETT, max_length=3000)
    sone = forms.ChoiceField(label=_("Hvem skal kunne lese den?"), widget=forms.RadioSelect)

    def __init__(self, *args: Any, soner: list[tuple[str, Any]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.velg_blant("sone", soner)

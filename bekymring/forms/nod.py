"""The forms of break-glass: what the asker says, and what the reviewer says."""

import re

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from felles.skjema import MedNokkel, Skjema, TekstFelt
from felles.tastatur import NUMMER as NUMMER_TASTER

from ..choices import Nodgrunnlag, Nodkonklusjon
from .felles import Sakstekster

MINST = 30
NUMMER = re.compile(r"\d\d-[2-9A-Z]{4}", re.A)


class MedSaksnummer(Skjema):
    """A case by its number, however it is typed."""

    nummer = TekstFelt(
        label=_("Saksnummer"),
        max_length=20,
        linjer=1,
        widget=forms.TextInput(attrs=NUMMER_TASTER),
        help_text=_("Slik det står på papirene dine, for eksempel 26-K7QD."),
    )

    def clean_nummer(self) -> str:
        nummer: str = self.cleaned_data["nummer"].upper().replace(" ", "").replace("–", "-")
        if not NUMMER.fullmatch(nummer):
            raise ValidationError(_("Skriv nummeret slik: 26-K7QD."))
        return nummer


class Nodskjema(MedNokkel, MedSaksnummer, Sakstekster):
    grunnlag = forms.ChoiceField(label=_("Hva er grunnlaget?"), choices=Nodgrunnlag.choices, widget=forms.RadioSelect)
    begrunnelse = TekstFelt(
        label=_("Hvorfor trenger du saken nå?"),
        max_length=2000,
        linjer=4,
        help_text=_("Minst 30 tegn. Personvernombudet og den som har saken, leser dette."),
    )

    def clean_begrunnelse(self) -> str:
        tekst: str = self.cleaned_data["begrunnelse"].strip()
        if len("".join(tekst.split())) < MINST * 2 // 3 or len(tekst) < MINST:
            raise ValidationError(_("Skriv minst %(minst)s tegn om hvorfor."), params={"minst": MINST})
        return tekst


class Nodvurdering(Sakstekster):
    konklusjon = forms.ChoiceField(label=_("Konklusjon"), choices=Nodkonklusjon.choices, widget=forms.RadioSelect)
    vurdering = TekstFelt(label=_("Hvorfor?"), max_length=2000, linjer=4)

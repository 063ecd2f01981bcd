"""Ansvarsgruppe and mentor."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from brukere.models import Bruker
from felles.skjema import DatoFelt, MedNokkel, Skjema, TekstFelt
from samarbeid.models import Aktor

from ..choices import (
    Kontakttype,
)
from .felles import Sakstekster, navn_og_tittel, radioer


class OverlatSkjema(Skjema):
    """Which service takes over what is not done, and by when."""

    til = forms.ModelChoiceField(
        Aktor.objects.none(), label=_("Hvilken tjeneste overtar oppgaven?"), empty_label=_("Velg tjeneste")
    )
    frist = DatoFelt(label=_("Når skal den være gjort?"), bak_i_tid=False)

    def __init__(self, *args: Any, aktorer: Any = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.tilby("til", aktorer)


class AnsvarsgruppeSkjema(MedNokkel, Skjema):
    koordinator = forms.ModelChoiceField(
        Bruker.objects.none(), label=_("Hvem leder ansvarsgruppa?"), empty_label=_("Velg person")
    )
    neste_mote = DatoFelt(label=_("Neste møte"), bak_i_tid=False)
    evaluering = DatoFelt(label=_("Når skal det evalueres?"), bak_i_tid=False)
    ip_finnes = forms.BooleanField(label=_("Personen har en individuell plan"), required=False)

    def __init__(self, *args: Any, ansvarlige: Any = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.tilby("koordinator", ansvarlige, navn_og_tittel)


class MentorSkjema(MedNokkel, Skjema):
    mentor = forms.ModelChoiceField(Bruker.objects.none(), label=_("Mentor"), empty_label=_("Velg mentor"))
    erklaering = DatoFelt(label=_("Når ble taushetserklæringen signert?"), fram_i_tid=False)
    politiattest = DatoFelt(label=_("Når ble politiattesten vist?"), fram_i_tid=False)
    evaluering = DatoFelt(label=_("Når skal det evalueres?"), bak_i_tid=False)

    def __init__(self, *args: Any, mentorer: Any = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.tilby("mentor", mentorer)


class MentorkontaktSkjema(MedNokkel, Sakstekster):
    """Three taps (jobb 9)."""

    dato = DatoFelt(label=_("Dato"), fram_i_tid=False)
    type = radioer(Kontakttype, label=_("Hva slags kontakt?"))
    hvordan = forms.TypedChoiceField(
        label=_("Hvordan gikk det?"),
        coerce=int,
        widget=forms.RadioSelect,
        choices=[(1, _("1 – dårlig")), (2, "2"), (3, _("3 – midt på")), (4, "4"), (5, _("5 – bra"))],
    )
    tekst = TekstFelt(
        label=_("Vil du skrive noe mer?"),
        help_text=_("Teksten ligger hos deg. Ikke skriv om tro eller meninger."),
        max_length=2000,
        linjer=4,
        required=False,
    )

"""The jurist's word on a law, and the assessment of privacy with the leader's approval."""

from datetime import date, timedelta

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from felles.skjema import DatoFelt, MedNokkel, Skjema
from felles.tid import idag

from ..choices import Restrisiko
from .felles import radioer

HOYST = timedelta(days=3 * 366)


def _innen_tre_ar(dag: date) -> date:
    if not idag() < dag <= idag() + HOYST:
        raise ValidationError(_("Velg en dag mellom i morgen og tre år fram."))
    return dag


class HjemmelgodkjenningSkjema(MedNokkel, Skjema):
    """Who has read the law, where that lies, and when."""

    jurist = forms.CharField(
        label=_("Hvilken jurist har vurdert hjemmelen?"), help_text=_("Navn og arbeidssted."), max_length=120
    )
    arkivref = forms.CharField(
        label=_("Hvor ligger vurderingen?"), help_text=_("For eksempel nummeret i arkivet."), max_length=120
    )
    dato = DatoFelt(label=_("Når ble den vurdert?"), fram_i_tid=False)


class PersonvernvurderingSkjema(MedNokkel, Skjema):
    """Which assessment of privacy (DPIA) there is, and when it is seen anew (R56)."""

    versjonsnr = forms.CharField(label=_("Versjon"), max_length=20)
    dato = DatoFelt(label=_("Når ble den ferdig?"), fram_i_tid=False)
    arkivref = forms.CharField(
        label=_("Hvor ligger den?"), help_text=_("For eksempel nummeret i arkivet."), max_length=120
    )
    restrisiko = radioer(Restrisiko, label=_("Hvor stor risiko er igjen etter tiltakene?"))
    vurderes = DatoFelt(label=_("Når skal den vurderes på nytt?"), bak_i_tid=False)

    def clean_vurderes(self) -> date:
        return _innen_tre_ar(self.cleaned_data["vurderes"])


class VurderingGodkjenning(Skjema):
    """The leader's yes, until a day."""

    godkjent_til = DatoFelt(label=_("Når skal godkjenningen vurderes på nytt?"), bak_i_tid=False)

    def clean_godkjent_til(self) -> date:
        return _innen_tre_ar(self.cleaned_data["godkjent_til"])

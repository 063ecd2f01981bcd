"""Fields and words that several forms share."""

from datetime import datetime, timedelta
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from brukere.models import Bruker
from felles.skjema import DatoFelt, KlokkeFelt

KAN_LESE = _("Skriv det du har sett, ikke det du tror. Den det gjelder, kan lese dette.")
TRE_MANEDER = timedelta(days=92)
TOLV_MANEDER = timedelta(days=366)


def radioer(valg: type[Any], *, label: Any, **kwargs: Any) -> forms.ChoiceField:
    return forms.ChoiceField(choices=valg.choices, widget=forms.RadioSelect, label=label, **kwargs)


class Tidspunkt(forms.Form):
    """Date and time of day become one moment."""

    dato = DatoFelt(label=_("Dato"), bak_i_tid=False)
    klokka = KlokkeFelt(label=_("Klokkeslett"), help_text=_("For eksempel 14.00"))

    def tid(self) -> datetime:
        return timezone.make_aware(datetime.combine(self.cleaned_data["dato"], self.cleaned_data["klokka"]))


def navn_og_tittel(bruker: Bruker) -> str:
    return f"{bruker.navn}, {bruker.tittel}" if bruker.tittel else bruker.navn

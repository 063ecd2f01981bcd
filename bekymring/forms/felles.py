"""Fields and words that several forms share."""

from datetime import datetime, time, timedelta
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from brukere.models import Bruker
from felles.skjema import DatoFelt

KAN_LESE = _("Skriv det du har sett, ikke det du tror. Den det gjelder, kan lese dette.")
KLOKKEFORM = _("Skriv klokkeslettet slik: 14.00.")
TRE_MANEDER = timedelta(days=92)
TOLV_MANEDER = timedelta(days=366)


def radioer(valg: type[Any], *, label: Any, **kwargs: Any) -> forms.ChoiceField:
    return forms.ChoiceField(choices=valg.choices, widget=forms.RadioSelect, label=label, **kwargs)


class KlokkeFelt(forms.Field):
    """A time of day: 14.00, 14:00 or 14."""

    widget = forms.TextInput

    def widget_attrs(self, widget: forms.Widget) -> dict[str, Any]:
        return {"inputmode": "text", "class": "ds-input hp-kort-felt", "autocomplete": "off"}

    def to_python(self, value: Any) -> time | None:
        tekst = str(value or "").strip().replace(":", ".")
        if not tekst:
            return None
        timer, _sep, minutter = tekst.partition(".")
        if not ((timer.isdecimal() and minutter.isdecimal()) or not minutter) or len(tekst) > 5:
            raise ValidationError(KLOKKEFORM)
        try:
            return time(int(timer), int(minutter or 0))
        except ValueError:
            raise ValidationError(KLOKKEFORM) from None


class Tidspunkt(forms.Form):
    """Date and time of day become one moment."""

    dato = DatoFelt(label=_("Dato"), bak_i_tid=False)
    klokka = KlokkeFelt(label=_("Klokkeslett"), help_text=_("For eksempel 14.00"))

    def tid(self) -> datetime:
        return timezone.make_aware(datetime.combine(self.cleaned_data["dato"], self.cleaned_data["klokka"]))


def navn_og_tittel(bruker: Bruker) -> str:
    return f"{bruker.navn}, {bruker.tittel}" if bruker.tittel else bruker.navn

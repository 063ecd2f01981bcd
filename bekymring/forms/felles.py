"""Fields and words that several forms share."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from brukere.models import Bruker
from felles.skjema import DatoFelt, KlokkeFelt, Skjema, TekstFelt, VedPersonnummer

from . import tekstlint

KAN_LESE = _("Den det gjelder, kan lese dette.")
DET_DU_HAR_SETT = _("Skriv det du har sett, ikke det du tror.")


def radioer(valg: type[Any], *, label: Any, **kwargs: Any) -> forms.ChoiceField:
    return forms.ChoiceField(choices=valg.choices, widget=forms.RadioSelect, label=label, **kwargs)


class Sakstekster(Skjema):
    """A form with texts of a case: each says who may read it, and is looked over before it is kept (R44, R45)."""

    ved_personnummer = VedPersonnummer.SPOR

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for felt in self.fields.values():
            if er_fritekst(felt):
                felt.help_text = format_lazy("{} {}", felt.help_text, KAN_LESE) if felt.help_text else KAN_LESE

    def se_etter(self, navn: str, tekst: str) -> Sequence[str]:
        if self.ved_personnummer is VedPersonnummer.SENERE:
            return []
        if not er_fritekst(self.fields[navn]):
            return super().se_etter(navn, tekst)
        return [f"«{funn.ord}» {funn.grunn}." for funn in tekstlint.finn(tekst)]


def er_fritekst(felt: forms.Field) -> bool:
    """Where one writes in whole sentences; a name or a number has a field of one line."""
    return isinstance(felt, TekstFelt) and isinstance(felt.widget, forms.Textarea)


class Tidspunkt(forms.Form):
    """Date and time of day become one moment."""

    dato = DatoFelt(label=_("Dato"), bak_i_tid=False)
    klokka = KlokkeFelt(label=_("Klokkeslett"), help_text=_("For eksempel 14.00"))

    def tid(self) -> datetime:
        return timezone.make_aware(datetime.combine(self.cleaned_data["dato"], self.cleaned_data["klokka"]))


def navn_og_tittel(bruker: Bruker) -> str:
    return f"{bruker.navn}, {bruker.tittel}" if bruker.tittel else bruker.navn

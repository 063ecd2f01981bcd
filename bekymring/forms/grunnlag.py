"""Consent, other grounds, and the card that a ground opens for."""

from datetime import date, timedelta
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from brukere.models import Bruker
from felles.skjema import DatoFelt, MedNokkel, MedVersjon, Skjema, TekstFelt, VedPersonnummer
from felles.tastatur import TallFelt
from felles.tid import idag
from samarbeid.models import Aktor

from ..choices import (
    Aldersspenn,
    Formal,
    Kortformal,
    Omfang,
    Samtykkeform,
    Samtykkegiver,
)
from ..models import Hjemmel
from .felles import KAN_LESE, TOLV_MANEDER, TRE_MANEDER, navn_og_tittel, radioer


class SamtykkeSkjema(MedNokkel, Skjema):
    """R5, field by field. No field for why somebody said no."""

    giver = radioer(Samtykkegiver, label=_("Hvem har samtykket?"))
    form = radioer(Samtykkeform, label=_("Hvordan ble samtykket gitt?"))
    vitne = forms.BooleanField(label=_("En kollega var vitne"), required=False)
    mottakere = forms.ModelMultipleChoiceField(
        Aktor.objects.none(), widget=forms.CheckboxSelectMultiple, label=_("Hvem kan få opplysninger?")
    )
    omfang = radioer(Omfang, label=_("Hva kan deles?"), initial=Omfang.FELLES)
    formal = radioer(Formal, label=_("Hva skal opplysningene brukes til?"), initial=Formal.KJERNEGRUPPE)
    gyldig_til = DatoFelt(label=_("Hvor lenge gjelder samtykket?"), bak_i_tid=False)
    blir_voksen = DatoFelt(
        label=_("Når fyller personen 18 år?"),
        help_text=_(
            "Bare hvis det skjer mens samtykket gjelder. Da går samtykket ut dagen før. Datoen tas ikke vare på."
        ),
        bak_i_tid=False,
        required=False,
    )
    informert = forms.BooleanField(
        label=_("De vet hva som deles, med hvem, og at de kan trekke samtykket når de vil"),
        error_messages={"required": _("Fortell at samtykket kan trekkes, før du registrerer det.")},
    )

    def __init__(self, *args: Any, mottakere: Any = None, aldersspenn: str = "", **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.tilby("mottakere", mottakere)
        if aldersspenn != Aldersspenn.A16_17:  # the others do not turn 18 within a year
            del self.fields["blir_voksen"]

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        if data.get("form") == Samtykkeform.MUNTLIG and not data.get("vitne"):
            self.add_error("vitne", _("Et muntlig samtykke må ha et vitne."))
        til = data.get("gyldig_til")
        if til and til > idag() + TOLV_MANEDER:
            self.add_error("gyldig_til", _("Et samtykke kan gjelde i høyst ett år om gangen."))
        if (voksen := data.get("blir_voksen")) and til:
            if voksen <= idag():
                self.add_error("blir_voksen", _("Er personen fylt 18 år, må du rette alderen først."))
            data["gyldig_til"] = min(til, voksen - timedelta(days=1))  # R17: then the foresatte have no say any more
        return data

    def felt(self) -> dict[str, Any]:
        return {n: self.cleaned_data[n] for n in ("giver", "form", "vitne", "omfang", "formal", "gyldig_til")}


class AlderSkjema(MedVersjon, Skjema):
    """The age, put right."""

    aldersspenn = radioer(Aldersspenn, label=_("Hvor gammel er personen?"))


class BareNokkel(MedNokkel, Skjema):
    """A yes that is written once, however often it is sent."""


class KortSkjema(MedNokkel, Skjema):
    """Who the case concerns: what is needed to reach them (beslutninger 3)."""

    navn = forms.CharField(label=_("Navn"), max_length=120)
    fodselsar = TallFelt(label=_("Fødselsår"), required=False, min_value=1900)
    kontakt = forms.CharField(
        label=_("Hvordan kan personen nås?"),
        help_text=_("For eksempel telefon, eller gjennom skolen."),
        max_length=200,
    )
    foresatte = forms.CharField(
        label=_("Foresatte og hvordan de kan nås"),
        max_length=300,
        required=False,
    )

    def clean_fodselsar(self) -> int | None:
        ar: int | None = self.cleaned_data["fodselsar"]
        if ar and ar > idag().year:
            raise ValidationError(_("Fødselsåret kan ikke være fram i tid."))
        return ar


class ApneKortSkjema(Skjema):
    """What the card is needed for."""

    formal = radioer(Kortformal, label=_("Hva trenger du det til?"))


class DelKortSkjema(Skjema):
    """Whom to give the card, and what for."""

    bruker = forms.ModelChoiceField(Bruker.objects.none(), label=_("Hvem trenger å vite det?"), empty_label=_("Velg"))
    formal = radioer(Kortformal, label=_("Hva skal det brukes til?"))

    def __init__(self, *args: Any, lesere: Any = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.tilby("bruker", lesere, navn_og_tittel)


class GrunnlagSkjema(MedNokkel, Skjema):
    """Another ground than consent: the law from the catalogue, one recipient, and why (R4)."""

    ved_personnummer = VedPersonnummer.SPOR
    mottaker = forms.ModelChoiceField(
        Aktor.objects.none(), label=_("Hvem skal få opplysninger?"), empty_label=_("Velg")
    )
    hjemmel = forms.ModelChoiceField(Hjemmel.objects.none(), label=_("Hjemmel"), empty_label=_("Velg hjemmel"))
    nodvendighet = TekstFelt(label=_("Hvorfor er det nødvendig?"), help_text=KAN_LESE, max_length=2000)
    til = DatoFelt(label=_("Hvor lenge gjelder det?"), bak_i_tid=False)

    def __init__(self, *args: Any, mottakere: Any = None, hjemler: Any = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.tilby("mottaker", mottakere)
        self.tilby("hjemmel", hjemler, _hjemmelnavn)

    def clean_til(self) -> date:
        til: date = self.cleaned_data["til"]
        if til > idag() + TRE_MANEDER:
            raise ValidationError(_("Et grunnlag uten samtykke kan gjelde i høyst tre måneder om gangen."))
        return til


def _hjemmelnavn(hjemmel: Hjemmel) -> str:
    return f"{hjemmel.navn}, {hjemmel.henvisning}"

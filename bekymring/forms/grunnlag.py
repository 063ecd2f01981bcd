"""Consent, other grounds, and the card that a ground opens for."""

from datetime import date
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from brukere.models import Bruker
from felles.skjema import DatoFelt, MedNokkel, MedVersjon, Skjema, TekstFelt
from felles.tastatur import TallFelt
from felles.tid import idag
from samarbeid.models import Aktor

from ..choices import (
    AR,
    BURSDAG,
    KORTESTE_GRUNN,
    SKRIFTLIG,
    TIL_PERSON,
    TOLV_MANEDER,
    TRE_MANEDER,
    VOKSEN,
    Aldersspenn,
    Avlosning,
    Formal,
    Kortformal,
    Opplysning,
    Partstype,
    Registreringsfeil,
    Samtykkeform,
)
from ..models import Hjemmel, Part, Samtykke
from .felles import DET_DU_HAR_SETT, Sakstekster, navn_og_tittel, radioer

DELES_FOR = [(f.value, f.label) for f in Formal if f != Formal.DROFTING]


def flervalg(valg: Any, **kwargs: Any) -> forms.MultipleChoiceField:
    """Several of the values, as boxes."""
    return forms.MultipleChoiceField(choices=valg, widget=forms.CheckboxSelectMultiple, **kwargs)


OM_BURSDAGEN = {
    Aldersspenn.A10_12: (
        _("Når fyller personen 13 år?"),
        _("Bare hvis det skjer mens samtykket gjelder. Bare den som har saken, ser datoen."),
    ),
    Aldersspenn.A13_15: (
        _("Når fyller eller fylte personen 15 år?"),
        _(
            "Fram til den dagen er det de foresatte som må si ja, og fra den dagen må personen også si ja. Vet du ikke "
            "datoen, må begge si ja. Bare den som har saken, ser datoen."
        ),
    ),
    Aldersspenn.A16_17: (
        _("Når fyller personen 18 år?"),
        _(
            "Bare hvis det skjer mens samtykket gjelder. Da slutter de foresattes samtykke, og personens eget gjelder "
            "videre. Bare den som har saken, ser datoen."
        ),
    ),
}


class SamtykkeSkjema(MedNokkel, Skjema):
    """R5, field by field. No field for why somebody said no."""

    foreldreansvar = forms.TypedChoiceField(
        label=_("Hvor mange har foreldreansvar?"),
        help_text=_("Alle som har foreldreansvar, må si ja, hver for seg."),
        choices=[(1, _("Én")), (2, _("To"))],
        coerce=int,
        widget=forms.RadioSelect,
    )
    givere = flervalg([], label=_("Hvem har samtykket?"))
    form = radioer(Samtykkeform, label=_("Hvordan ble samtykket gitt?"))
    vitne = forms.BooleanField(label=_("En kollega var vitne"), required=False)
    mottakere = forms.ModelMultipleChoiceField(
        Aktor.objects.none(),
        widget=forms.CheckboxSelectMultiple,
        label=_("Hvilke tjenester kan få opplysninger?"),
        required=False,
    )
    andre = forms.ModelMultipleChoiceField(
        Aktor.objects.none(),
        widget=forms.CheckboxSelectMultiple,
        label=_("Andre utenfor kjernegruppa"),
        help_text=_("Bare de som det er sagt ja til."),
        required=False,
    )
    personer = forms.ModelMultipleChoiceField(
        Bruker.objects.none(),
        widget=forms.CheckboxSelectMultiple,
        label=_("Hvilke personer kan få opplysninger?"),
        help_text=_("Bare for mentor og ansvarsgruppe."),
        required=False,
    )
    opplysninger = flervalg(Opplysning.choices, label=_("Hva kan deles?"), initial=[Opplysning.UTEN_NAVN])
    formal = flervalg(
        DELES_FOR,
        label=_("Hva skal opplysningene brukes til?"),
        initial=[Formal.KJERNEGRUPPE],
    )
    gyldig_til = DatoFelt(label=_("Hvor lenge gjelder samtykket?"), bak_i_tid=False)
    fyller = DatoFelt(label=_("Når fyller personen 18 år?"), required=False)
    informert = forms.BooleanField(
        label=_("De vet hva som deles, med hvem, og at de kan trekke samtykket når de vil"),
        error_messages={"required": _("Fortell at samtykket kan trekkes, før du registrerer det.")},
    )

    def __init__(
        self,
        *args: Any,
        mottakere: Any = None,
        andre: Any = None,
        personer: Any = None,
        aldersspenn: str = "",
        foresatte: int = 0,
        kreves: Any = "",
        **kwargs: Any,
    ) -> None:
        """`foresatte`: how many are known to have parental responsibility already; `kreves`: who must consent."""
        super().__init__(*args, **kwargs)
        self.tilby("mottakere", mottakere)
        self.tilby("andre", andre)
        self.tilby("personer", personer, navn_og_tittel)
        voksen = aldersspenn not in AR or aldersspenn in VOKSEN
        selv = Partstype.SELV if aldersspenn in AR else Partstype.FAMILIE
        foresattvalg = [(f"foresatt-{n}", _("Foresatt %(nummer)s") % {"nummer": n}) for n in (1, 2)]
        self.velg_blant("givere", [(selv.value, selv.label), *([] if voksen else foresattvalg)])
        self.fields["givere"].help_text = kreves
        self.fields["foreldreansvar"].initial = foresatte or None
        self.kjente_foresatte = foresatte
        if voksen:
            del self.fields["foreldreansvar"]
        if aldersspenn not in BURSDAG:
            del self.fields["fyller"]
        else:
            self.fields["fyller"].label, self.fields["fyller"].help_text = OM_BURSDAGEN[Aldersspenn(aldersspenn)]

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        if data.get("form") == Samtykkeform.MUNTLIG and not data.get("vitne"):
            self.add_error("vitne", _("Et muntlig samtykke må ha et vitne."))
        if data.get("form") == Samtykkeform.MUNTLIG and set(data.get("formal", ())) & {*SKRIFTLIG}:
            self.add_error("form", _("Samtykke til ansvarsgruppe og mentor må være skriftlig."))
        if not any(data.get(navn) for navn in ("mottakere", "andre", "personer")) and "mottakere" not in self.errors:
            self.add_error("mottakere", _("Velg minst én som kan få opplysninger."))
        if Formal.MENTOR in data.get("formal", ()) and not data.get("personer") and "personer" not in self.errors:
            self.add_error("personer", _("Velg hvem som skal være mentor."))
        if data.get("personer") and not set(data.get("formal", TIL_PERSON)) & {*TIL_PERSON}:
            self.add_error(
                "formal", _("Et samtykke til en person gjelder ansvarsgruppe eller mentor. Kryss av for det også.")
            )
        if 0 < data.get("foreldreansvar", 0) < self.kjente_foresatte:
            self.add_error(
                "foreldreansvar",
                _("To har foreldreansvar i denne saken. Skal en av dem ikke spørres, må to bestemme det sammen."),
            )
        elif data.get("foreldreansvar") == 1 and "foresatt-2" in data.get("givere", ()):
            self.add_error("foreldreansvar", _("Du har krysset av for to foresatte."))
        til = data.get("gyldig_til")
        if til and til > idag() + TOLV_MANEDER:
            self.add_error("gyldig_til", _("Et samtykke kan gjelde i høyst ett år om gangen."))
        return data

    def felt(self) -> dict[str, Any]:
        navn = ("form", "vitne", "mottakere", "personer", "opplysninger", "formal", "gyldig_til", "nokkel")
        data = {n: self.cleaned_data[n] for n in navn}
        return data | {"mottakere": [*data["mottakere"], *self.cleaned_data.get("andre", ())]}

    def er_giver(self, part: Part) -> bool:
        """Whether this party is ticked."""
        return partsvalg(part) in self.cleaned_data["givere"]


def partsvalg(part: Part) -> str:
    """A party as the form names it."""
    return f"{part.type}-{part.nummer}" if part.type == Partstype.FORESATT else part.type


class AvlosSamtykke(SamtykkeSkjema):
    """The consent of one party, in place of a former one: renewed, narrowed, or put right."""

    feil = radioer(Registreringsfeil, label=_("Hva var registrert feil?"))
    field_order = ["feil"]

    def __init__(
        self, *args: Any, gammelt: Samtykke, hvordan: Avlosning, mottakere: Any, andre: Any, **kwargs: Any
    ) -> None:
        grunnlag = list(gammelt.grunnlag.all())
        felles: dict[str, Any] = {
            "givere": [partsvalg(gammelt.part)],
            "mottakere": [rad.mottaker_id for rad in grunnlag if rad.mottaker_id],
            "personer": [rad.mottaker_person_id for rad in grunnlag if rad.mottaker_person_id],
            "opplysninger": [en for en in Opplysning.values if any(en in rad.opplysninger for rad in grunnlag)],
            "formal": [en for en in Formal.values if any(en in rad.formal for rad in grunnlag)],
        }
        if hvordan != Avlosning.FORNY:
            felles |= {"gyldig_til": gammelt.gyldig_til, "form": gammelt.form, "vitne": gammelt.vitne}
        super().__init__(*args, initial=felles, mottakere=mottakere | andre, **kwargs)
        self.fields.pop("andre")
        self.fields.pop("foreldreansvar", None)
        self.fields.pop("fyller", None)
        if hvordan == Avlosning.RETT:
            self.fields["givere"].help_text = ""
            return
        del self.fields["feil"]
        self.fields["givere"].disabled = True
        for navn, model in (("mottakere", Aktor), ("personer", Bruker)):  # also one that could not be chosen today
            self.tilby(navn, model.objects.filter(pk__in=felles[navn]))
        if hvordan == Avlosning.FORNY:
            for navn in ("mottakere", "personer", "opplysninger", "formal"):
                self.fields[navn].disabled = True
            return
        for navn, valg in (("opplysninger", Opplysning), ("formal", Formal)):
            self.velg_blant(navn, [(v, str(valg(v).label)) for v in felles[navn]])

    def clean(self) -> dict[str, Any]:
        data = super().clean()
        if len(data.get("givere", ())) > 1:
            self.add_error("givere", _("Hvert samtykke er gitt av én. Registrer det andre for seg."))
        return data


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
    formal = forms.ChoiceField(
        choices=DELES_FOR,
        widget=forms.RadioSelect,
        label=_("Hva skal det brukes til?"),
        help_text=_("Velg det den det gjelder, har sagt ja til."),
    )

    def __init__(self, *args: Any, lesere: Any = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.tilby("bruker", lesere, navn_og_tittel)


class GrunnlagSkjema(MedNokkel, Sakstekster):
    """Another ground than consent: the law from the catalogue, one recipient, and why (R4)."""

    mottaker = forms.ModelChoiceField(
        Aktor.objects.none(), label=_("Hvem skal få opplysninger?"), empty_label=_("Velg")
    )
    hjemmel = forms.ModelChoiceField(Hjemmel.objects.none(), label=_("Hjemmel"), empty_label=_("Velg hjemmel"))
    opplysninger = flervalg(Opplysning.choices, label=_("Hva kan deles?"))
    formal = flervalg(DELES_FOR, label=_("Hva skal opplysningene brukes til?"))
    nodvendighet = TekstFelt(
        label=_("Hvorfor er det nødvendig?"),
        help_text=DET_DU_HAR_SETT,
        max_length=2000,
        min_length=KORTESTE_GRUNN,
        error_messages={"min_length": _("Skriv så den som skal bekrefte, forstår hvorfor samtykke ikke er nok.")},
    )
    til = DatoFelt(label=_("Hvor lenge gjelder det?"), bak_i_tid=False)
    haster = forms.BooleanField(
        label=_("Det haster: noen er i fare for liv eller helse, og det kan ikke vente"),
        help_text=_(
            "Da gjelder grunnlaget med en gang. Har ingen annen koordinator bekreftet innen 24 timer, slutter det "
            "av seg selv. Er det fare nå, ring 112 først."
        ),
        required=False,
    )

    def __init__(self, *args: Any, mottakere: Any = None, hjemler: Any = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.tilby("mottaker", mottakere)
        self.tilby("hjemmel", hjemler, _hjemmelnavn)

    def clean_til(self) -> date:
        return hoyst_tre_maneder(self.cleaned_data["til"])


class UnntakSkjema(MedNokkel, Sakstekster):
    """One guardian is left out: the law, why, and when it is seen anew (R18)."""

    foresatt = forms.TypedChoiceField(
        label=_("Hvem skal ikke spørres?"),
        choices=[(1, _("Foresatt 1")), (2, _("Foresatt 2"))],
        coerce=int,
        widget=forms.RadioSelect,
    )
    hjemmel = forms.ModelChoiceField(Hjemmel.objects.none(), label=_("Hjemmel"), empty_label=_("Velg hjemmel"))
    begrunnelse = TekstFelt(
        label=_("Hvorfor kan denne forelderen ikke spørres?"),
        help_text=DET_DU_HAR_SETT,
        max_length=2000,
        min_length=KORTESTE_GRUNN,
        error_messages={"min_length": _("Skriv så den som skal bekrefte, forstår hvorfor.")},
    )
    til = DatoFelt(label=_("Når skal det vurderes på nytt?"), bak_i_tid=False)

    def __init__(self, *args: Any, hjemler: Any = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.tilby("hjemmel", hjemler, _hjemmelnavn)

    def clean_til(self) -> date:
        return hoyst_tre_maneder(self.cleaned_data["til"])


def hoyst_tre_maneder(til: date) -> date:
    """What no consent carries is seen anew within three months."""
    if til > idag() + TRE_MANEDER:
        raise ValidationError(_("Et grunnlag uten samtykke kan gjelde i høyst tre måneder om gangen."))
    return til


def _hjemmelnavn(hjemmel: Hjemmel) -> str:
    return f"{hjemmel.navn}, {hjemmel.henvisning}"

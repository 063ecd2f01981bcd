"""Typed text into values, and errors in words."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from felles.skjema import DatoFelt, Filterskjema, MedNokkel, MedVersjon, Skjema, TekstFelt
from samarbeid.models import Aktor

from ..choices import Gruppering, Status, Visning
from ..models import Ansvar
from ..models.innhenting import MELDING_MAKS
from ..models.rapportering import TEKST_MAKS
from ..services.rapportering import FELT, Statussvar

UTEN_NAVN = _("Skriv ikke navn på personer.")


def fritekst(label: Any, *, linjer: int = 4, help_text: Any = "") -> TekstFelt:
    """Free text of a report: bounded, and without a birth number."""
    return TekstFelt(
        label=label,
        linjer=linjer,
        max_length=TEKST_MAKS,
        required=False,
        help_text=help_text,
    )


class TiltakFilter(Filterskjema):
    """Above the matrix. What it holds is in the address, so that a view of the plan can be sent to others."""

    sok = TekstFelt(label=_("Søk i tiltak"), linjer=1, max_length=100)
    ansvarlig = forms.ChoiceField(label=_("Ansvarlig"))
    status = forms.ChoiceField(label=_("Status"), choices=[("", _("Alle")), *Status.choices])
    vis = forms.ChoiceField(label=_("Vis"), choices=[("", _("Alle")), *Visning.choices])
    gruppe = forms.ChoiceField(label=_("Grupper etter"), choices=Gruppering.choices)
    dato = DatoFelt(label=_("Slik det var"), help_text="", fram_i_tid=False)

    def __init__(self, *args: Any, ansvarlige: Iterable[tuple[str, str]] = (), **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.velg_blant("ansvarlig", [("", _("Alle")), *ansvarlige])


class Statusfelt(MedNokkel, MedVersjon, Skjema):
    """What the long and the short form of a status share: how a report answers their fields."""

    def som_rad(self, rad: Any) -> dict[str, Any]:
        return {navn: getattr(rad, navn) for navn in FELT if navn in self.fields}


class StatusSkjema(Statusfelt):
    """One tiltak, one year."""

    status = forms.ChoiceField(label=_("Hvordan går det?"), choices=Status.choices, widget=forms.RadioSelect)
    begrunnelse = fritekst(
        _("Hvorfor en annen status enn den foreslåtte?"),
        linjer=2,
        help_text=_("Fylles ut når du velger noe annet enn forslaget."),
    )
    gjort = fritekst(_("Hva er gjort i år?"), help_text=UTEN_NAVN)
    avvik = fritekst(_("Hva avviker fra planen?"), linjer=3)
    neste_steg = fritekst(_("Hva er neste steg?"), linjer=3)
    frist = DatoFelt(label=_("Frist for neste steg"), required=False)
    rapporteres_ikke_videre = forms.BooleanField(
        label=_("Tiltaket er ferdig og skal ikke rapporteres videre"), required=False
    )
    bevis = forms.MultipleChoiceField(
        label=_("Hva bygger statusen på?"), required=False, widget=forms.CheckboxSelectMultiple
    )

    def svar(self) -> Statussvar:
        return Statussvar(**{navn: self.cleaned_data[navn] for navn in FELT})


class RadSkjema(Statusfelt):
    """One row of «Oppdater flere tiltak». Short: the whole form is one click away."""

    merk_felt = False
    status = forms.ChoiceField(label=_("Status"), choices=Status.choices)
    gjort = fritekst(_("Gjort i år"), linjer=2)
    neste_steg = fritekst(_("Neste steg"), linjer=2)
    frist = DatoFelt(label=_("Frist"), required=False, help_text="")
    begrunnelse = fritekst(_("Hvorfor en annen status enn den foreslåtte?"), linjer=2)

    def er_endret(self) -> bool:
        """Something was typed or chosen; the hidden key and version do not count."""
        return bool({"status", "gjort", "neste_steg", "frist", "begrunnelse"} & set(self.changed_data))


class MilepaelSkjema(Skjema):
    tittel = TekstFelt(label=_("Hva skal være gjort?"), linjer=1, max_length=200)
    frist = DatoFelt(label=_("Frist"))


class NyMilepaelSkjema(MedNokkel, MilepaelSkjema):
    """A new step with a deadline."""


class EndreMilepaelSkjema(MedVersjon, MilepaelSkjema):
    """Reword, move, or say when it was reached."""

    nadd_dato = DatoFelt(label=_("Nådd"), required=False, fram_i_tid=False)


class InnhentingSkjema(MedNokkel, Skjema):
    """Ask those who answer for the chosen tiltak. Everything is filled in: most send it as it stands."""

    merk_felt = False
    frist = DatoFelt(label=_("Frist for å svare"), bak_i_tid=False)
    melding = TekstFelt(
        label=_("Noe du vil si til alle? (valgfritt)"),
        linjer=3,
        max_length=MELDING_MAKS,
        required=False,
        help_text=_("Kommer i e-posten, etter den faste teksten. Skriv ikke navn på personer."),
    )
    tiltak = forms.MultipleChoiceField(
        label=_("Tiltak"), error_messages={"required": _("Velg minst ett tiltak.")}, widget=forms.CheckboxSelectMultiple
    )

    def __init__(self, *args: Any, numre: Iterable[int] = (), **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.velg_blant("tiltak", [(str(nr), str(nr)) for nr in numre])


class NyFristSkjema(Skjema):
    frist = DatoFelt(label=_("Ny frist"), bak_i_tid=False)


class VarseltekstSkjema(MedVersjon, Skjema):
    emne = TekstFelt(label=_("Emne"), linjer=1, max_length=120)
    tekst = TekstFelt(label=_("Tekst"), linjer=5, max_length=MELDING_MAKS)


class ArkSkjema(Skjema):
    """A workbook to be read in. The contents are judged by tiltak.ark.regneark."""

    fil = forms.FileField(
        label=_("Utfylt regneark"),
        help_text=_("En .xlsx-fil på høyst 5 MB."),
        widget=forms.FileInput(attrs={"accept": ".xlsx"}),
        error_messages={
            "required": _("Velg en fil."),
            "missing": _("Velg en fil."),
            "invalid": _("Velg en fil."),
            "empty": _("Filen er tom."),
        },
    )


class ArkStatus(Skjema):
    """One row of the first sheet, by the same rules as the form of one tiltak."""

    status = forms.ChoiceField(label=_("Status"), choices=Status.choices)
    gjort = fritekst(_("Gjort i år"))
    avvik = fritekst(_("Avvik"))
    neste_steg = fritekst(_("Neste steg"))
    frist = DatoFelt(label=_("Frist"), required=False)
    begrunnelse = fritekst(_("Hvorfor en annen status enn den foreslåtte?"))


class ArkMilepael(MilepaelSkjema):
    """One row of the second sheet."""

    nadd_dato = DatoFelt(label=_("Nådd"), required=False, fram_i_tid=False)


class PeriodeSkjema(Filterskjema):
    """From the end of one day to the end of another."""

    fra = DatoFelt(label=_("Siden"), fram_i_tid=False)
    til = DatoFelt(label=_("Til og med"))

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        fra, til = data.get("fra"), data.get("til")
        if fra and til and fra >= til:
            self.add_error("til", _("Denne datoen må være etter den første."))
        return data


class VurderingSkjema(MedNokkel, Skjema):
    """Agree, or send back and say why. One for each report on the page."""

    merk_felt = False
    kommentar = fritekst(_("Hva må rettes? Må fylles ut når du sender tilbake."), linjer=2)


class OverforSkjema(Skjema):
    """Who takes over, from when, and why."""

    ansvar = forms.ModelChoiceField(label=_("Ansvar som overføres"), queryset=Ansvar.objects.none(), empty_label=None)
    til = forms.ModelChoiceField(label=_("Hvem tar over?"), queryset=Aktor.objects.none())
    fra = DatoFelt(label=_("Fra hvilken dag?"), fram_i_tid=False)
    grunn = TekstFelt(label=_("Hvorfor?"), linjer=2, max_length=300)

    def __init__(self, *args: Any, ansvar: Any, aktorer: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.tilby("ansvar", ansvar)
        self.tilby("til", aktorer)

"""The conversation."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from felles.skjema import DatoFelt, MedNokkel, MedVersjon, Skjema, TekstFelt

from ..choices import (
    Foresattkontakt,
    Gjennomforing,
    Samtalespor,
    Samtaletype,
    Samtaleutfall,
    Stedstype,
)
from ..models import Hjemmel
from .felles import Sakstekster, Tidspunkt, radioer
from .steg import Stegskjema

DELTAKERE = [
    ("foresatte", _("foresatte")),
    ("skole", _("skolen")),
    ("helse", _("helsesykepleier")),
    ("barnevern", _("barnevernet")),
    ("tillitsperson", _("en person den unge stoler på")),
]


class AvtalSamtale(MedNokkel, Tidspunkt, Stegskjema):
    """Plan a conversation: track and ground are chosen, and the right text is shown (faggrunnlag 6)."""

    field_order = ["type", "spor", "hjemmel", "dato", "klokka", "sted", "foresatte", "deltakere", "tolk"]
    type = radioer(Samtaletype, label=_("Hva slags samtale er det?"), initial=Samtaletype.BEKYMRING)
    spor = radioer(
        Samtalespor,
        label=_("Er samtalen frivillig?"),
        help_text=_("En samtale om lovlige meninger er alltid frivillig. Å si nei får ingen følger."),
    )
    hjemmel = forms.ModelChoiceField(
        Hjemmel.objects.none(),
        label=_("Hjemmel for å pålegge møtet"),
        empty_label=_("Ingen, samtalen er frivillig"),
        required=False,
    )
    sted = forms.ChoiceField(choices=Stedstype.choices, label=_("Hvor?"))
    foresatte = forms.ChoiceField(
        choices=[(f.value, f.label) for f in Foresattkontakt if f != Foresattkontakt.IKKE_AKTUELT],
        label=_("Hvem kontakter de foresatte?"),
        initial=Foresattkontakt.POLITI,
    )
    deltakere = forms.MultipleChoiceField(
        label=_("Hvem blir med?"),
        widget=forms.CheckboxSelectMultiple,
        required=False,
        choices=DELTAKERE,
    )
    tolk = forms.BooleanField(label=_("Det trengs tolk"), required=False)

    def __init__(self, *args: Any, hjemler: Any = None, voksen: bool = False, **kwargs: Any) -> None:
        """`voksen`: the person is 18, and nobody contacts the guardians: it is not asked."""
        super().__init__(*args, **kwargs)
        if hjemler is not None:
            self.tilby("hjemmel", hjemler)
        if voksen:
            del self.fields["foresatte"]
            self.velg_blant("deltakere", [valg for valg in DELTAKERE if valg[0] != "foresatte"])


class FlyttSamtale(MedVersjon, Tidspunkt, Skjema):
    """Another time."""

    sted = forms.ChoiceField(choices=Stedstype.choices, label=_("Hvor?"))


class BareVersjon(MedVersjon, Skjema):
    """A yes to one thing."""


class Bekreftelse(BareVersjon):
    """A yes that was asked for on a page of its own."""

    bekreftet = forms.CharField(widget=forms.HiddenInput, initial="1")


FORSLAG = [
    (Samtaleutfall.NY_SAMTALE, _("Ny samtale om noen uker")),
    (Samtaleutfall.OPPFOLGING, _("Ansvarsgruppe eller mentor")),
    (Samtaleutfall.ANNEN_INSTANS, _("En annen instans tar over")),
    (Samtaleutfall.INGEN_GRUNN, _("Avslutte saken")),
]


class Referat(MedVersjon, Sakstekster):
    """Four questions, on a phone (jobb 6). The text stays with the police; the rest is shared."""

    gjennomfort = radioer(Gjennomforing, label=_("Ble samtalen gjennomført?"))
    holdt = DatoFelt(label=_("Dato for samtalen"), fram_i_tid=False, required=False)
    enighet = TekstFelt(
        label=_("Hva ble dere enige om?"),
        help_text=_("Skriv kort og konkret. Ta bare med det som trengs for oppfølgingen."),
        required=False,
    )
    forslag = forms.ChoiceField(
        choices=FORSLAG, widget=forms.RadioSelect, label=_("Hva foreslår du nå?"), required=False
    )
    oppgave = TekstFelt(
        label=_("Skal kommunen gjøre noe?"),
        help_text=_("Det du skriver her, deles med koordinatoren og kjernegruppa."),
        max_length=1000,
        linjer=3,
        required=False,
    )
    frist = DatoFelt(label=_("Frist for kommunen"), bak_i_tid=False, required=False)
    merk_felt = False

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        if data.get("gjennomfort") in (None, "", Gjennomforing.NEI):
            return data
        mangler = {
            "holdt": _("Skriv hvilken dato samtalen var."),
            "enighet": _("Skriv hva dere ble enige om."),
            "forslag": _("Velg hva du foreslår nå."),
        }
        for navn, melding in mangler.items():
            if navn not in self.errors and not str(data.get(navn) or "").strip():
                self.add_error(navn, melding)
        if str(data.get("oppgave") or "").strip() and not data.get("frist") and "frist" not in self.errors:
            self.add_error("frist", _("Oppgaven må ha en frist."))
        return data

"""The report, page by page."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from felles.skjema import MedNokkel, MedVersjon, Skjema, TekstFelt, VedPersonnummer

from ..choices import (
    Aldersspenn,
    Kildetype,
)
from .felles import Sakstekster, radioer


class MeldSett(Sakstekster):
    """Page 1: what was seen."""

    ved_personnummer = VedPersonnummer.SENERE
    observasjon = TekstFelt(
        label=_("Hva har du sett eller hørt?"),
        help_text=_("Skriv hva som skjedde, når og hvor. Ikke bruk navn."),
        linjer=7,
    )
    kilde = radioer(Kildetype, label=_("Hvordan vet du det?"))


class MeldHvem(Sakstekster):
    """Page 2: an age span and nothing that points to a person (R9)."""

    ved_personnummer = VedPersonnummer.SENERE
    aldersspenn = radioer(Aldersspenn, label=_("Hvor gammel er personen?"))
    beskyttelse = TekstFelt(
        label=_("Hva er bra i livet til personen?"),
        help_text=_("For eksempel en voksen de stoler på, en venn, en aktivitet eller noe de får til."),
    )


class MeldGjort(Sakstekster):
    """Page 3: what has been done and who knows."""

    ved_personnummer = VedPersonnummer.SENERE
    gjort = TekstFelt(
        label=_("Hva har dere gjort til nå?"), help_text=_("For eksempel snakket med personen eller med de foresatte.")
    )
    droftet = forms.BooleanField(
        label=_("Jeg har drøftet bekymringen med lederen min, uten å nevne navn"), required=False
    )
    akutt = forms.BooleanField(label=_("Det haster, og jeg får ikke drøftet den først"), required=False)
    inhabil = forms.BooleanField(
        label=_("SLT-koordinatoren er inhabil i denne saken"),
        help_text=_("Da svarer stedfortrederen, og koordinatoren ser ikke saken."),
        required=False,
    )

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        if not (data.get("droftet") or data.get("akutt")):
            self.add_error("droftet", _("Drøft bekymringen med lederen din først, eller kryss av for at det haster."))
        return data


class MeldSeOver(MedNokkel, Skjema):
    """The last look. The tick is asked for only when the text looks as if it names someone (R10)."""

    tekst_bekreftet = forms.BooleanField(label=_("Jeg har sett over teksten. Ingen kan kjennes igjen."), required=False)

    def __init__(self, *args: Any, funn: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not funn:
            del self.fields["tekst_bekreftet"]

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        if "tekst_bekreftet" in self.fields and not data.get("tekst_bekreftet"):
            self.add_error("tekst_bekreftet", _("Endre teksten, eller bekreft at ingen kan kjennes igjen."))
        return data


class PaNytt(MedVersjon, Sakstekster):
    """A returned report, written again: the same three texts."""

    observasjon = TekstFelt(label=_("Hva har du sett eller hørt?"), linjer=7)
    beskyttelse = TekstFelt(label=_("Hva er bra i livet til personen?"))
    gjort = TekstFelt(label=_("Hva har dere gjort til nå?"))


MELDESIDER: dict[str, type[Skjema]] = {"sett": MeldSett, "hvem": MeldHvem, "gjort": MeldGjort}

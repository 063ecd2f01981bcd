"""A closed case is opened by two: what is asked, and what is answered (R49)."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from felles.skjema import MedNokkel, TekstFelt
from vern.choices import Sone

from ..choices import Gjenapningsformal
from .felles import Sakstekster, radioer
from .nod import MedSaksnummer
from .tilgang import PersonFelt

DELER = [
    (Sone.FELLES, _("Det som er felles for alle som var med på saken")),
    (Sone.IDENTITET, _("Hvem saken gjelder")),
    (Sone.MENTOR, _("Mentorens logg")),
    (Sone.POLITI, _("Det som ligger hos politiet")),
    (Sone.HELSE, _("Det som ligger hos helsetjenesten")),
    (Sone.BARNEVERN, _("Det som ligger hos barnevernet")),
    (Sone.SKOLE, _("Det som ligger hos skolen")),
    (Sone.NAV, _("Det som ligger hos NAV")),
]
DAGER = [(1, _("1 dag")), (7, _("7 dager")), (14, _("14 dager")), (30, _("30 dager"))]
BEGRUNNELSE = _("Den andre av dere leser dette. Skriv hva den som leser, skal finne ut.")


class Gjenapningsskjema(MedNokkel, MedSaksnummer, Sakstekster):
    """Which case, for what, which parts, for whom, how long and why."""

    formal = radioer(Gjenapningsformal, label=_("Hva skal saken åpnes for?"))
    soner = forms.MultipleChoiceField(
        label=_("Hvilke deler skal åpnes?"),
        choices=DELER,
        widget=forms.CheckboxSelectMultiple,
        help_text=_("Velg bare det som trengs."),
    )
    leser = PersonFelt(
        label=_("Hvem skal lese?"),
        help_text=_("Det som ligger hos en tjeneste, kan bare leses av en som arbeider der."),
    )
    dager = forms.TypedChoiceField(
        label=_("Hvor lenge?"), coerce=int, choices=DAGER, widget=forms.RadioSelect, initial=7
    )
    begrunnelse = TekstFelt(label=_("Hvorfor?"), help_text=BEGRUNNELSE, min_length=20, max_length=2000, linjer=4)

    def __init__(self, *args: Any, brukere: Any, steder: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["leser"].sett(brukere, steder)  # type: ignore[attr-defined]  # PersonFelt has it, the stubs see a Field


class Gjenapningssvar(Sakstekster):
    """Yes, or no and why."""

    svar = forms.ChoiceField(
        label=_("Skal saken åpnes?"),
        choices=[("ja", _("Ja, åpne det det er spurt om")), ("nei", _("Nei"))],
        widget=forms.RadioSelect,
    )
    grunn = TekstFelt(
        label=_("Hvorfor ikke?"),
        help_text=_("Må fylles ut hvis du svarer nei. Den som spurte, leser dette."),
        max_length=2000,
        linjer=3,
        required=False,
    )

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        if data.get("svar") == "nei" and not (data.get("grunn") or "").strip() and "grunn" not in self.errors:
            self.add_error("grunn", _("Skriv hvorfor saken ikke skal åpnes."))
        return data

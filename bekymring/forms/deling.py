"""The form that shares chosen texts. The rules stand in services/deling.py."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from felles.skjema import DatoFelt, MedNokkel, TekstFelt

from ..models import Delingsgrunnlag
from .felles import Sakstekster
from .tilgang import GrunnlagFelt, PersonFelt

BEHOV = _("De som leser den delen du deler fra, kan lese dette.")


class DelOpplysninger(MedNokkel, Sakstekster):
    """What, to whom, on which ground, why it is needed and why so much, until when (R1, R3, R4)."""

    tekster = forms.MultipleChoiceField(
        label=_("Hva vil du dele?"),
        help_text=_("Mottakeren får en kopi av det du velger, og ikke noe annet."),
        widget=forms.CheckboxSelectMultiple,
    )
    grunnlag = GrunnlagFelt(
        Delingsgrunnlag.objects.none(),
        label=_("Hvilket grunnlag har dere for å dele, og med hvem?"),
        empty_label=_("Velg grunnlag"),
    )
    hvem = forms.ChoiceField(
        label=_("Hvem skal kunne lese det?"),
        choices=[
            ("instans", _("Bare tjenesten grunnlaget gjelder")),
            ("alle", _("Alle som er med på saken. Da må grunnlagene dekke alle")),
        ],
        widget=forms.RadioSelect,
        initial="instans",
    )
    mottaker = PersonFelt(
        label=_("Bare til én person?"), help_text=_("Velg ingen hvis alle der skal kunne lese det."), required=False
    )
    hvorfor = TekstFelt(label=_("Hvorfor trenger mottakeren det?"), help_text=BEHOV, max_length=1000, linjer=3)
    hvor_mye = TekstFelt(label=_("Hvorfor så mye, og ikke mindre?"), help_text=BEHOV, max_length=1000, linjer=3)
    til = DatoFelt(label=_("Hvor lenge?"), bak_i_tid=False)

    def __init__(self, *args: Any, tekster: Any, grunnlag: Any, brukere: Any, steder: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.velg_blant("tekster", tekster)
        self.tilby("grunnlag", grunnlag)
        self.fields["mottaker"].sett(brukere, steder)  # type: ignore[attr-defined]  # PersonFelt has it, the stubs see a Field

    def felt(self) -> dict[str, Any]:
        data = dict(self.cleaned_data)
        data.pop("tekster")
        return data | {"alle": data.pop("hvem") == "alle"}

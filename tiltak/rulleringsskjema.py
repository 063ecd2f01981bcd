"""Forms of possible tiltak and of the next edition."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from felles.skjema import DatoFelt, MedNokkel, MedVersjon
from felles.tid import idag
from samarbeid.forms.felt import RegisterSkjema, tekst
from samarbeid.models import Aktor

from .choices import Muligtilstand, Tiltakstype
from .models import Innsatsomrade, MuligTiltak
from .models.rullering import BEGRUNNELSE_MAKS
from .services.mulige import Vedtaksdata
from .workflow import Overgang


class IdeSkjema(MedNokkel, RegisterSkjema):
    tittel = tekst(_("Hva er ideen?"), 200)
    sammendrag = tekst(
        _("Kort fortalt"), 2000, linjer=4, help_text=_("Hva skal gjøres, for hvem, og hvorfor? Ikke navn på personer.")
    )


class FlyttSkjema(MedNokkel, MedVersjon, RegisterSkjema):
    """A move told with its reason."""

    begrunnelse = tekst("", BEGRUNNELSE_MAKS, linjer=5, help_text=_("Ikke navn på personer."))

    def __init__(self, *args: Any, overgang: Overgang, mulig: MuligTiltak, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        demanded = {krav.felt: krav.melding for krav in overgang.krav}
        self.fields["begrunnelse"].label = _("Begrunnelse")
        self.fields["begrunnelse"].required = "begrunnelse" in demanded
        if "begrunnelse" in demanded:
            self.fields["begrunnelse"].error_messages["required"] = demanded["begrunnelse"]

    def vedtak(self) -> Vedtaksdata | None:
        return None


class VedtaSkjema(FlyttSkjema):
    """The decision that makes it a tiltak."""

    tittel = tekst(_("Tittel i planen"), 200)
    innsatsomrade = forms.ModelChoiceField(
        label=_("Innsatsområde"), queryset=Innsatsomrade.objects.none(), empty_label=_("Velg innsatsområde")
    )
    ansvarlig = forms.ModelChoiceField(
        label=_("Hovedansvarlig"), queryset=Aktor.objects.none(), empty_label=_("Velg aktør")
    )
    type = forms.ChoiceField(label=_("Slags tiltak"), choices=Tiltakstype.choices)
    organ = tekst(_("Hvem vedtok det?"), 120, help_text=_("For eksempel formannskapet"))
    dato = DatoFelt(label=_("Dato for vedtaket"), fram_i_tid=False)
    saksnummer = tekst(_("Saksnummer"), 40)
    field_order = ["nokkel", "versjon", "tittel", "innsatsomrade", "ansvarlig", "type", "organ", "dato", "saksnummer"]

    def __init__(self, *args: Any, overgang: Overgang, mulig: MuligTiltak, **kwargs: Any) -> None:
        super().__init__(*args, overgang=overgang, mulig=mulig, **kwargs)
        self.fields["innsatsomrade"].queryset = mulig.plan.innsatsomrader.all()  # type: ignore[attr-defined]
        self.fields["ansvarlig"].queryset = Aktor.objects.gjeldende(idag())  # type: ignore[attr-defined]
        self.fields["tittel"].initial = mulig.tittel

    def vedtak(self) -> Vedtaksdata:
        return Vedtaksdata(**{name: self.cleaned_data[name] for name in Vedtaksdata.__dataclass_fields__})


def flyttskjema(overgang: Overgang) -> type[FlyttSkjema]:
    return VedtaSkjema if overgang.til == Muligtilstand.VEDTATT else FlyttSkjema

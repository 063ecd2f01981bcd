"""Forms of possible tiltak and of the next edition."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from felles.avslag import Konflikt
from felles.skjema import DatoFelt, MedNokkel, MedVersjon
from felles.tastatur import TallFelt
from felles.tid import idag
from samarbeid.forms.felt import RegisterSkjema, tall, tekst
from samarbeid.models import Aktor

from ..choices import Muligtilstand, Tiltakstype, Utfall
from ..models import Innsatsomrade, MuligTiltak, Rullering, Rulleringstiltak
from ..models.rullering import BEGRUNNELSE_MAKS
from ..services.mulige import Vedtaksdata
from ..services.rullering import ansvar_som_tekst
from ..workflow import MuligOvergang


class IdeSkjema(MedNokkel, RegisterSkjema):
    tittel = tekst(_("Hva er ideen?"), 200)
    sammendrag = tekst(
        _("Kort fortalt"), 2000, linjer=4, help_text=_("Hva skal gjøres, for hvem, og hvorfor? Ikke navn på personer.")
    )


class FlyttSkjema(MedNokkel, MedVersjon, RegisterSkjema):
    """A move told with its reason."""

    begrunnelse = tekst("", BEGRUNNELSE_MAKS, linjer=5, help_text=_("Ikke navn på personer."))

    def __init__(self, *args: Any, overgang: MuligOvergang, mulig: MuligTiltak, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        demanded = {krav.felt: krav.melding for krav in overgang.krav}
        self.fields["begrunnelse"].label = _("Begrunnelse")
        self.fields["begrunnelse"].required = "begrunnelse" in demanded
        if "begrunnelse" in demanded:
            self.fields["begrunnelse"].error_messages["required"] = str(demanded["begrunnelse"])

    def konflikt(self, konflikt: Konflikt) -> None:
        """A move was made meanwhile: there is no difference to look at, another state holds."""
        text = _("%(navn)s har gjort noe med dette mens du skrev. Åpne siden på nytt og se hva som gjelder.")
        self.add_error(None, str(text) % {"navn": konflikt.navn})

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

    def __init__(self, *args: Any, overgang: MuligOvergang, mulig: MuligTiltak, **kwargs: Any) -> None:
        super().__init__(*args, overgang=overgang, mulig=mulig, **kwargs)
        self.tilby("innsatsomrade", mulig.plan.innsatsomrader.all())
        self.tilby("ansvarlig", Aktor.objects.gjeldende(idag()))
        self.fields["tittel"].initial = mulig.tittel

    def vedtak(self) -> Vedtaksdata:
        return Vedtaksdata(**{navn: self.cleaned_data[navn] for navn in Vedtaksdata.__dataclass_fields__})


def flyttskjema(overgang: MuligOvergang) -> type[FlyttSkjema]:
    return VedtaSkjema if overgang.til == Muligtilstand.VEDTATT else FlyttSkjema


class BegynnSkjema(MedNokkel, RegisterSkjema):
    """The next edition, copied from this one."""

    utgave = TallFelt(label=_("Utgave (året den gjelder fra)"), min_value=1990, max_value=2200)
    tittel = tekst(_("Tittel på planen"), 200)


class HodeSkjema(MedVersjon, RegisterSkjema):
    utgave = TallFelt(label=_("Utgave (året den gjelder fra)"), min_value=1990, max_value=2200)
    tittel = tekst(_("Tittel på planen"), 200)
    omrader = tekst(_("Innsatsområder"), 4000, linjer=6, help_text=_("Ett på hver linje, i rekkefølge."))

    @classmethod
    def verdier(cls, rad: Any) -> dict[str, Any]:
        return super().verdier(rad) | {"omrader": "\n".join(rad.omrader)}

    def clean_omrader(self) -> list[str]:
        return [linje.strip() for linje in self.cleaned_data["omrader"].splitlines() if linje.strip()]

    def _som_tekst(self, navn: str, verdi: Any) -> str:
        return "\n".join(verdi) if isinstance(verdi, list) else super()._som_tekst(navn, verdi)


class UtkasttiltakSkjema(RegisterSkjema):
    tittel = tekst(_("Tittel"), 200)
    omrade_nr = forms.TypedChoiceField(label=_("Innsatsområde"), coerce=int)
    sammendrag = tekst(_("Kort fortalt"), 2000, linjer=4, required=False)
    ansvar = tekst(
        _("Ansvarlige"),
        2000,
        linjer=4,
        help_text=_(
            "Én på hver linje. Den første er hovedansvarlig. Enhet i parentes: Sandefjord kommune (folkehelse)."
        ),
    )
    type = forms.ChoiceField(label=_("Slags tiltak"), choices=Tiltakstype.choices)
    fristar = tall(_("År planen lover"), 1990, 2200)
    prinsipper = forms.TypedMultipleChoiceField(
        label=_("Grunntanker i Trygge lokalsamfunn"),
        coerce=int,
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )
    fokusomrader = forms.TypedMultipleChoiceField(
        label=_("Fokusområder"), coerce=int, widget=forms.CheckboxSelectMultiple, required=False
    )

    def __init__(self, *args: Any, rullering: Rullering, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.velg_blant("omrade_nr", [(nr, f"{nr}. {tittel}") for nr, tittel in enumerate(rullering.omrader, 1)])
        self.velg_blant("prinsipper", [(one.nr, str(one)) for one in rullering.fra.prinsipper.all()])
        self.velg_blant("fokusomrader", [(one.nr, str(one)) for one in rullering.fra.fokusomrader.all()])

    @classmethod
    def verdier(cls, rad: Any) -> dict[str, Any]:
        return super().verdier(rad) | {"ansvar": ansvar_som_tekst(rad.ansvar)}


class NyttUtkasttiltak(MedNokkel, UtkasttiltakSkjema):
    pass


class EndreUtkasttiltak(UtkasttiltakSkjema, MedVersjon):
    def _som_tekst(self, navn: str, verdi: Any) -> str:
        if navn in ("prinsipper", "fokusomrader"):
            names: dict[int, str] = dict(getattr(self.fields[navn], "choices", ()))
            verdi = [names.get(one, one) for one in verdi]
        return super()._som_tekst(navn, verdi)


class KoblingSkjema(RegisterSkjema):
    """What becomes of one tiltak of the old edition."""

    utfall = forms.ChoiceField(label=_("Hva skjer med tiltaket?"), choices=Utfall.choices, widget=forms.RadioSelect)
    til = forms.ModelMultipleChoiceField(
        label=_("Går inn i"),
        queryset=Rulleringstiltak.objects.none(),
        widget=forms.CheckboxSelectMultiple,
        required=False,
        help_text=_("Ett tiltak, eller flere når det blir delt. Ingen når det går ut."),
    )
    begrunnelse = tekst(_("Begrunnelse"), BEGRUNNELSE_MAKS, linjer=3, required=False)

    def __init__(self, *args: Any, rullering: Rullering, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.tilby("til", rullering.tiltak.all())


class VedtaPlanSkjema(MedVersjon, RegisterSkjema):
    organ = tekst(_("Hvem vedtok planen?"), 120, help_text=_("For eksempel kommunestyret"))
    dato = DatoFelt(label=_("Dato for vedtaket"), fram_i_tid=False)
    saksnummer = tekst(_("Saksnummer"), 40)

"""allauth's forms in our own dress, and the forms for accounts, roles and one's own choices."""

from datetime import datetime, timedelta
from typing import Any

from allauth.account.forms import ChangePasswordForm, LoginForm
from django import forms
from django.core.validators import RegexValidator
from django.utils.text import capfirst, format_lazy
from django.utils.translation import gettext_lazy as _

from felles import tastatur
from felles.dato import midnatt
from felles.skjema import BrukernavnFelt, DatoFelt, Filterskjema, Grunn, MedNokkel, Skjema, TekstFelt
from felles.tastatur import EpostFelt
from felles.tid import idag

from .models import Bruker, Fargevalg
from .roles import ROLLER, Rolle

ROLLEVALG = [(rolle.value, rolle.label) for rolle in Rolle]
ETT_AR = timedelta(days=365)
BRUKERNAVN = RegexValidator(r"^[a-z0-9][a-z0-9._-]+\Z", _("Bruk små bokstaver a–z, tall, punktum og bindestrek."))


class Innlogging(Grunn, LoginForm):
    """The label says what to write; a placeholder that vanishes says it worse."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields.pop("remember", None)
        self.fields["login"].widget.attrs |= tastatur.BRUKERNAVN
        for felt in self.fields.values():
            felt.widget.attrs.pop("placeholder", None)
            felt.help_text = ""


class Passordbytte(Grunn, ChangePasswordForm):
    """The old password, and the new one twice."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for felt in self.fields.values():
            felt.widget.attrs.pop("placeholder", None)
        self.fields["oldpassword"].label = _("Passordet du har nå")
        self.fields["password1"].label = _("Nytt passord")
        self.fields["password1"].help_text = _("Minst 12 tegn. Gjerne en setning du husker.")
        self.fields["password2"].label = _("Nytt passord en gang til")


class Passordbekreftelse(Skjema):
    """The password once more, before something dangerous."""

    passord = forms.CharField(
        label=_("Passord"),
        max_length=200,
        strip=False,
        widget=forms.PasswordInput(attrs={"autocomplete": "current-password"}),
    )


class Brukerfilter(Filterskjema):
    q = TekstFelt(label=_("Søk etter navn"), max_length=100, linjer=1)
    rolle = forms.ChoiceField(label=_("Rolle"), choices=[("", _("Alle")), *ROLLEVALG])
    vis = forms.ChoiceField(label=_("Vis"), choices=[("", _("Åpne kontoer")), ("alle", _("Også stengte"))])


class Kontoskjema(Skjema):
    navn = TekstFelt(label=_("Navn"), max_length=120, linjer=1)
    tittel = TekstFelt(label=_("Tittel"), max_length=120, linjer=1, required=False)
    epost = EpostFelt(label=_("E-post på jobben"), max_length=254, required=False)


class NyKonto(MedNokkel, Kontoskjema):
    brukernavn = BrukernavnFelt(
        label=_("Brukernavn"),
        max_length=60,
        help_text=_("Små bokstaver, tall, punktum og bindestrek. For eksempel kari.nordby."),
        validators=[BRUKERNAVN],
    )
    field_order = ["nokkel", "brukernavn"]

    def clean(self) -> dict[str, Any]:
        data = super().clean() or self.cleaned_data
        andre = Bruker.objects.exclude(skjema=data.get("nokkel"))
        if andre.filter(username__iexact=data.get("brukernavn", "")).exists():
            navn = {"navn": data["brukernavn"]}
            self.add_error("brukernavn", _("Brukernavnet «%(navn)s» er i bruk.") % navn)
        return data


class Rolleskjema(MedNokkel, Skjema):
    rolle = forms.ChoiceField(
        label=_("Rolle"),
        choices=[(rad.rolle.value, format_lazy("{}: {}", capfirst(rad.rolle.label), rad.kan)) for rad in ROLLER],
        widget=forms.RadioSelect,
    )
    grunn = TekstFelt(label=_("Hvorfor?"), max_length=200, linjer=1, help_text=_("For eksempel «ny i stillingen»."))
    til = DatoFelt(
        label=_("Til og med"),
        required=False,
        bak_i_tid=False,
        help_text=_("La feltet stå tomt bare når rollen er fast."),
        initial=lambda: idag() + ETT_AR,
    )

    def slutt(self) -> datetime | None:
        """The end of the last day, where the municipality lies."""
        til = self.cleaned_data.get("til")
        return midnatt(til + timedelta(days=1)) if til else None


class Grunnskjema(Skjema):
    grunn = TekstFelt(label=_("Hvorfor?"), max_length=200, linjer=1)


class Utseende(Skjema):
    sprak = forms.ChoiceField(
        label=_("Språk"), choices=[("nb", _("Bokmål")), ("nn", _("Nynorsk"))], widget=forms.RadioSelect
    )
    fargevalg = forms.ChoiceField(label=_("Farger"), choices=Fargevalg.choices, widget=forms.RadioSelect)

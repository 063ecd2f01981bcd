"""Forms of access administration: turn what is typed into values. The rules stand in services/tilgangsstyring.py."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from brukere.models import Bruker
from felles.skjema import DatoFelt, MedNokkel, Skjema, TekstFelt
from vern.choices import Sone

from ..choices import Sakrolle, Sperregrunn
from ..lesing.tilgang import grunnlagsnavn
from ..models import Delingsgrunnlag
from ..services.tilgangsstyring import EGEN_SONE, HELE
from .felles import Sakstekster, navn_og_tittel

BEGRUNNELSE = _("De som er med på saken, kan lese dette. Ikke skriv om familie eller helse.")
SPERREGRUNNER = [(g.value, g.label) for g in Sperregrunn if g != Sperregrunn.SELV]


class PersonFelt(forms.ModelChoiceField):
    """A person by name, title and place of work."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(Bruker.objects.none(), empty_label=_("Velg person"), **kwargs)
        self.steder: dict[int, str] = {}

    def label_from_instance(self, obj: Bruker) -> str:
        sted = self.steder.get(obj.pk)
        return f"{navn_og_tittel(obj)} ({sted})" if sted else navn_og_tittel(obj)

    def sett(self, brukere: Any, steder: dict[int, str]) -> None:
        self.steder = steder
        self.queryset = brukere


class GrunnlagFelt(forms.ModelChoiceField):
    """A ground that holds today, by its kind, recipient and end."""

    def label_from_instance(self, obj: Delingsgrunnlag) -> str:
        return grunnlagsnavn(obj)


class GiTilgang(MedNokkel, Sakstekster):
    """Who, in which role, to see what, on which ground, why, and until when."""

    merk_felt = False  # what must be filled in follows from the role

    bruker = PersonFelt(label=_("Hvem skal få tilgang?"))
    rolle = forms.ChoiceField(label=_("Hvilken rolle har personen i saken?"), widget=forms.RadioSelect)
    soner = forms.MultipleChoiceField(
        label=_("Hva skal personen kunne lese?"),
        choices=[
            (Sone.FELLES.value, _("Det som er felles for alle som er med på saken")),
            (EGEN_SONE, _("Det som ligger hos tjenesten der personen arbeider")),
        ],
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )
    skriv = forms.ChoiceField(
        label=_("Skal personen kunne skrive?"),
        choices=[("nei", _("Nei, bare lese")), ("ja", _("Ja, lese og skrive"))],
        widget=forms.RadioSelect,
        initial="nei",
    )
    grunn = GrunnlagFelt(
        Delingsgrunnlag.objects.none(),
        label=_("Hvilket grunnlag har dere for å dele?"),
        help_text=_("En saksansvarlig koordinator trenger ikke grunnlag."),
        empty_label=_("Velg grunnlag"),
        required=False,
    )
    begrunnelse = TekstFelt(
        label=_("Hvorfor trenger personen tilgang?"), help_text=BEGRUNNELSE, max_length=1000, linjer=3
    )
    til = DatoFelt(
        label=_("Hvor lenge?"),
        help_text=_(
            "Høyst ett år, og ikke lenger enn grunnlaget. En saksansvarlig har ikke sluttdato. For eksempel 18.11.2026"
        ),
        bak_i_tid=False,
        required=False,
    )

    def __init__(self, *args: Any, brukere: Any, steder: Any, roller: Any, grunnlag: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["bruker"].sett(brukere, steder)  # type: ignore[attr-defined]  # PersonFelt has it, the stubs see a Field
        self.velg_blant("rolle", [(r.value, r.label) for r in roller])
        self.tilby("grunn", grunnlag)

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        if data.get("rolle") == Sakrolle.SAKSANSVARLIG:
            return data
        if not data.get("soner") and "soner" not in self.errors:
            self.add_error("soner", _("Velg minst én ting personen skal kunne lese."))
        if not data.get("til") and "til" not in self.errors:
            self.add_error("til", _("Velg hvor lenge tilgangen skal vare."))
        return data

    def felt(self) -> dict[str, Any]:
        return self.cleaned_data | {"skriv": self.cleaned_data["skriv"] == "ja"}


class AvsluttTilgang(MedNokkel, Sakstekster):
    """All of it, or one zone, and why."""

    hva = forms.ChoiceField(label=_("Hva skal avsluttes?"), widget=forms.RadioSelect, initial=HELE)
    begrunnelse = TekstFelt(label=_("Hvorfor?"), help_text=BEGRUNNELSE, max_length=1000, linjer=3)

    def __init__(self, *args: Any, soner: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        valg = [(HELE, _("Hele tilgangen"))] + [(s, _("Bare %(sone)s") % {"sone": Sone(s).label}) for s in soner]
        self.velg_blant("hva", valg)


class SperrPerson(MedNokkel, Skjema):
    """Who is inhabil, and in which way."""

    bruker = PersonFelt(label=_("Hvem er inhabil?"))
    grunn = forms.ChoiceField(
        label=_("Hvorfor?"),
        help_text=_("Bare den som leder saken, og personvernombudet ser dette."),
        choices=SPERREGRUNNER,
        widget=forms.RadioSelect,
    )

    def __init__(self, *args: Any, brukere: Any, steder: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["bruker"].sett(brukere, steder)  # type: ignore[attr-defined]  # PersonFelt has it, the stubs see a Field


class SignerGjennomgang(MedNokkel, Skjema):
    """One has looked at each grant and found that it is still needed."""

    sett = forms.BooleanField(
        label=_("Jeg har sett over alle. De som står her, trenger fortsatt tilgangen"),
        error_messages={"required": _("Se over tilgangene, og bekreft at de fortsatt trengs.")},
    )

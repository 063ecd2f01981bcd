"""Turns what is typed into values, and words the errors. No rules: krav and policy hold those."""

from datetime import date, datetime, time, timedelta
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from brukere.models import Bruker
from felles.personnummer import uten_personnummer
from felles.skjema import DatoFelt, MedNokkel, MedVersjon, Skjema, TekstFelt
from felles.tid import idag
from samarbeid.models import Aktor

from .choices import (
    Aldersspenn,
    Foresattkontakt,
    Formal,
    Gjennomforing,
    Kildetype,
    Konklusjonstype,
    Kontakttype,
    Kortformal,
    Omfang,
    Samtalespor,
    Samtaletype,
    Samtykkeform,
    Samtykkegiver,
    Stedstype,
    Utfall,
)
from .models import Hjemmel, Kjernegruppe, Mote

KAN_LESE = _("Skriv det du har sett, ikke det du tror. Den det gjelder, kan lese dette.")
KLOKKEFORM = _("Skriv klokkeslettet slik: 14.00.")
TRE_MANEDER = timedelta(days=92)
TOLV_MANEDER = timedelta(days=366)


def radioer(valg: type[Any], *, label: Any, **kwargs: Any) -> forms.ChoiceField:
    return forms.ChoiceField(choices=valg.choices, widget=forms.RadioSelect, label=label, **kwargs)


class KlokkeFelt(forms.Field):
    """A time of day: 14.00, 14:00 or 14."""

    widget = forms.TextInput

    def widget_attrs(self, widget: forms.Widget) -> dict[str, Any]:
        return {"inputmode": "text", "class": "ds-input hp-kort-felt", "autocomplete": "off"}

    def to_python(self, value: Any) -> time | None:
        tekst = str(value or "").strip().replace(":", ".")
        if not tekst:
            return None
        timer, _sep, minutter = tekst.partition(".")
        if not ((timer.isdecimal() and minutter.isdecimal()) or not minutter) or len(tekst) > 5:
            raise ValidationError(KLOKKEFORM)
        try:
            return time(int(timer), int(minutter or 0))
        except ValueError:
            raise ValidationError(KLOKKEFORM) from None


class Tidspunkt(forms.Form):
    """Date and time of day become one moment."""

    dato = DatoFelt(label=_("Dato"), bak_i_tid=False)
    klokka = KlokkeFelt(label=_("Klokkeslett"), help_text=_("For eksempel 14.00"))

    def tid(self) -> datetime:
        return timezone.make_aware(datetime.combine(self.cleaned_data["dato"], self.cleaned_data["klokka"]))


# --- The report, page by page -------------------------------------------------------------------------------
class MeldSett(Skjema):
    """Page 1: what was seen."""

    observasjon = TekstFelt(
        label=_("Hva har du sett eller hørt?"),
        help_text=_("Skriv hva som skjedde, når og hvor. Ikke bruk navn."),
        linjer=7,
    )
    kilde = radioer(Kildetype, label=_("Hvordan vet du det?"))


class MeldHvem(Skjema):
    """Page 2: an age span and nothing that points to a person (R9)."""

    aldersspenn = radioer(Aldersspenn, label=_("Hvor gammel er personen?"))
    beskyttelse = TekstFelt(
        label=_("Hva er bra i livet til personen?"),
        help_text=_("For eksempel en voksen de stoler på, en venn, en aktivitet eller noe de får til."),
    )


class MeldGjort(Skjema):
    """Page 3: what has been done and who knows."""

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


class PaNytt(MedVersjon, Skjema):
    """A returned report, written again: the same three texts."""

    observasjon = TekstFelt(label=_("Hva har du sett eller hørt?"), linjer=7)
    beskyttelse = TekstFelt(label=_("Hva er bra i livet til personen?"))
    gjort = TekstFelt(label=_("Hva har dere gjort til nå?"))
    tekst_bekreftet = forms.BooleanField(
        label=_("Jeg har sett over teksten. Ingen kan kjennes igjen."),
        error_messages={"required": _("Se over teksten, og bekreft at ingen kan kjennes igjen.")},
    )


MELDESIDER: dict[str, type[Skjema]] = {"sett": MeldSett, "hvem": MeldHvem, "gjort": MeldGjort}


# --- Moves -------------------------------------------------------------------------------------------------
class Steg(MedVersjon, Skjema):
    """A move that asks for nothing but a yes."""


class Begrunnelse(Steg):
    begrunnelse = TekstFelt(label=_("Begrunnelse"), help_text=KAN_LESE, max_length=2000)


class VelgGruppe(Steg):
    kjernegruppe = forms.ModelChoiceField(
        Kjernegruppe.objects.none(), label=_("Kjernegruppe"), empty_label=_("Velg kjernegruppe")
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["kjernegruppe"].queryset = Kjernegruppe.objects.all()  # type: ignore[attr-defined]


class Avklaring(VelgGruppe):
    dialog = TekstFelt(
        label=_("Hvem snakker med personen eller de foresatte?"),
        help_text=_("Skriv rolle, ikke navn. Oppgaven får frist om 30 dager."),
        max_length=1000,
        linjer=3,
    )


class VelgMote(Steg):
    mote = forms.ModelChoiceField(Mote.objects.none(), label=_("Møte"), empty_label=_("Velg møte"))

    def __init__(self, *args: Any, moter: Any = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if moter is not None:
            self.fields["mote"].queryset = moter  # type: ignore[attr-defined]
            self.fields["mote"].label_from_instance = _motenavn  # type: ignore[attr-defined]


def _motenavn(mote: Mote) -> str:
    return timezone.localtime(mote.tid).strftime("%d.%m.%Y kl. %H.%M")


class Konkluder(Steg):
    """The conclusion of the meeting: three or four choices, reason, who, when (ux.md job 8)."""

    type = radioer(Konklusjonstype, label=_("Hva anbefaler gruppa?"))
    begrunnelse = TekstFelt(label=_("Hvorfor?"), help_text=KAN_LESE, max_length=2000)
    ansvarlig = forms.ModelChoiceField(
        Bruker.objects.none(), label=_("Hvem har ansvaret?"), empty_label=_("Velg person")
    )
    frist = DatoFelt(label=_("Frist"), bak_i_tid=False)
    den_unges_syn = TekstFelt(
        label=_("Hva sier personen selv?"),
        help_text=_("Skriv hvorfor hvis dere ikke vet det."),
        max_length=2000,
        linjer=3,
    )
    barnets_beste = TekstFelt(label=_("Hva er best for barnet?"), max_length=2000, linjer=3)

    def __init__(self, *args: Any, ansvarlige: Any = None, voksen: bool = False, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if ansvarlige is not None:
            self.fields["ansvarlig"].queryset = ansvarlige  # type: ignore[attr-defined]
            self.fields["ansvarlig"].label_from_instance = navn_og_tittel  # type: ignore[attr-defined]
        if voksen:
            del self.fields["barnets_beste"]

    def data_for_tjenesten(self) -> dict[str, Any]:
        data = self.cleaned_data
        valg = {navn: data[navn] for navn in ("type", "begrunnelse", "ansvarlig", "frist")}
        return {
            "konklusjoner": [valg],
            "den_unges_syn": data.get("den_unges_syn", ""),
            "barnets_beste": data.get("barnets_beste", ""),
        }


def navn_og_tittel(bruker: Bruker) -> str:
    return f"{bruker.navn}, {bruker.tittel}" if bruker.tittel else bruker.navn


class MedFrist(Steg):
    frist = DatoFelt(label=_("Når skal oppfølgingen evalueres?"), bak_i_tid=False)


class Fortsett(Begrunnelse):
    frist = DatoFelt(label=_("Når skal oppfølgingen evalueres igjen?"), bak_i_tid=False)


class Avslutt(Begrunnelse):
    informert = forms.BooleanField(label=_("Personen eller de foresatte vet at saken avsluttes"))


class Overfor(Begrunnelse):
    mottaker_bekreftet = forms.BooleanField(label=_("Mottakeren har bekreftet at de tar over"))


# --- Consent -------------------------------------------------------------------------------------------------
class SamtykkeSkjema(MedNokkel, Skjema):
    """R5, field by field. No field for why somebody said no."""

    giver = radioer(Samtykkegiver, label=_("Hvem har samtykket?"))
    form = radioer(Samtykkeform, label=_("Hvordan ble samtykket gitt?"))
    vitne = forms.BooleanField(label=_("En kollega var vitne"), required=False)
    mottakere = forms.ModelMultipleChoiceField(
        Aktor.objects.none(), widget=forms.CheckboxSelectMultiple, label=_("Hvem kan få opplysninger?")
    )
    omfang = radioer(Omfang, label=_("Hva kan deles?"), initial=Omfang.FELLES)
    formal = radioer(Formal, label=_("Hva skal opplysningene brukes til?"), initial=Formal.KJERNEGRUPPE)
    gyldig_til = DatoFelt(label=_("Hvor lenge gjelder samtykket?"), bak_i_tid=False)
    informert = forms.BooleanField(
        label=_("De vet hva som deles, med hvem, og at de kan trekke samtykket når de vil"),
        error_messages={"required": _("Fortell at samtykket kan trekkes, før du registrerer det.")},
    )

    def __init__(self, *args: Any, mottakere: Any = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["mottakere"].queryset = mottakere  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        if data.get("form") == Samtykkeform.MUNTLIG and not data.get("vitne"):
            self.add_error("vitne", _("Et muntlig samtykke må ha et vitne."))
        til = data.get("gyldig_til")
        if til and til > idag() + TOLV_MANEDER:
            self.add_error("gyldig_til", _("Et samtykke kan gjelde i høyst ett år om gangen."))
        return data

    def felt(self) -> dict[str, Any]:
        return {n: self.cleaned_data[n] for n in ("giver", "form", "vitne", "omfang", "formal", "gyldig_til")}


class BareNokkel(MedNokkel, Skjema):
    """A yes that is written once, however often it is sent."""


class KortSkjema(MedNokkel, Skjema):
    """Who the case concerns: what is needed to reach them (beslutninger 3)."""

    navn = forms.CharField(label=_("Navn"), max_length=120, validators=[uten_personnummer])
    fodselsar = forms.IntegerField(
        label=_("Fødselsår"), required=False, min_value=1900, widget=forms.TextInput(attrs={"inputmode": "numeric"})
    )
    kontakt = forms.CharField(
        label=_("Hvordan kan personen nås?"),
        help_text=_("For eksempel telefon, eller gjennom skolen."),
        max_length=200,
        validators=[uten_personnummer],
    )
    foresatte = forms.CharField(
        label=_("Foresatte og hvordan de kan nås"),
        max_length=300,
        required=False,
        validators=[uten_personnummer],
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
    formal = radioer(Kortformal, label=_("Hva skal det brukes til?"))

    def __init__(self, *args: Any, lesere: Any = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["bruker"].queryset = lesere  # type: ignore[attr-defined]
        self.fields["bruker"].label_from_instance = navn_og_tittel  # type: ignore[attr-defined]


class GrunnlagSkjema(MedNokkel, Skjema):
    """Another ground than consent: the law from the catalogue, one recipient, and why (R4)."""

    mottaker = forms.ModelChoiceField(
        Aktor.objects.none(), label=_("Hvem skal få opplysninger?"), empty_label=_("Velg")
    )
    hjemmel = forms.ModelChoiceField(Hjemmel.objects.none(), label=_("Hjemmel"), empty_label=_("Velg hjemmel"))
    nodvendighet = TekstFelt(label=_("Hvorfor er det nødvendig?"), help_text=KAN_LESE, max_length=2000)
    til = DatoFelt(label=_("Hvor lenge gjelder det?"), bak_i_tid=False)

    def __init__(self, *args: Any, mottakere: Any = None, hjemler: Any = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["mottaker"].queryset = mottakere  # type: ignore[attr-defined]
        self.fields["hjemmel"].queryset = hjemler  # type: ignore[attr-defined]
        self.fields["hjemmel"].label_from_instance = _hjemmelnavn  # type: ignore[attr-defined]

    def clean_til(self) -> date:
        til: date = self.cleaned_data["til"]
        if til > idag() + TRE_MANEDER:
            raise ValidationError(_("Et grunnlag uten samtykke kan gjelde i høyst tre måneder om gangen."))
        return til


def _hjemmelnavn(hjemmel: Hjemmel) -> str:
    return f"{hjemmel.navn}, {hjemmel.henvisning}"


# --- Kjernegruppe --------------------------------------------------------------------------------------------
class Innkalling(MedNokkel, Tidspunkt, Skjema):
    """A new meeting."""


class Vurdering(MedNokkel, Skjema):
    """A member's own assessment."""

    innhold = TekstFelt(label=_("Hva er din vurdering?"), help_text=KAN_LESE, max_length=3000)
    sone = forms.ChoiceField(label=_("Hvem skal kunne lese den?"), widget=forms.RadioSelect)

    def __init__(self, *args: Any, soner: list[tuple[str, Any]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["sone"].choices = soner  # type: ignore[attr-defined]


# --- Samtale -----------------------------------------------------------------------------------------------
class AvtalSamtale(MedNokkel, Tidspunkt, Steg):
    """Plan a conversation: track and ground are chosen, and the right text is shown (domene.md §2)."""

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
    foresatte = forms.ChoiceField(choices=Foresattkontakt.choices, label=_("Hvem kontakter de foresatte?"))
    deltakere = forms.MultipleChoiceField(
        label=_("Hvem blir med?"),
        widget=forms.CheckboxSelectMultiple,
        required=False,
        choices=[
            ("foresatte", _("foresatte")),
            ("skole", _("skolen")),
            ("helse", _("helsesykepleier")),
            ("barnevern", _("barnevernet")),
            ("tillitsperson", _("en person den unge stoler på")),
        ],
    )
    tolk = forms.BooleanField(label=_("Det trengs tolk"), required=False)

    def __init__(self, *args: Any, hjemler: Any = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if hjemler is not None:
            self.fields["hjemmel"].queryset = hjemler  # type: ignore[attr-defined]


class FlyttSamtale(MedVersjon, Tidspunkt, Skjema):
    """Another time."""

    sted = forms.ChoiceField(choices=Stedstype.choices, label=_("Hvor?"))


class BareVersjon(MedVersjon, Skjema):
    """A yes to one thing."""


FORSLAG = [
    (Utfall.NY_SAMTALE, _("Ny samtale om noen uker")),
    (Utfall.OPPFOLGING, _("Ansvarsgruppe eller mentor")),
    (Utfall.ANNEN_INSTANS, _("En annen instans tar over")),
    (Utfall.INGEN_GRUNN, _("Avslutte saken")),
]


class Referat(MedVersjon, Skjema):
    """Four questions, on a phone (picture 3). The text stays with the police; the rest is shared."""

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


# --- Follow-up ------------------------------------------------------------------------------------------------
class AnsvarsgruppeSkjema(MedNokkel, Skjema):
    koordinator = forms.ModelChoiceField(
        Bruker.objects.none(), label=_("Hvem leder ansvarsgruppa?"), empty_label=_("Velg person")
    )
    neste_mote = DatoFelt(label=_("Neste møte"), bak_i_tid=False)
    evaluering = DatoFelt(label=_("Evalueres"), bak_i_tid=False)
    ip_finnes = forms.BooleanField(label=_("Personen har en individuell plan"), required=False)

    def __init__(self, *args: Any, ansvarlige: Any = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["koordinator"].queryset = ansvarlige  # type: ignore[attr-defined]
        self.fields["koordinator"].label_from_instance = navn_og_tittel  # type: ignore[attr-defined]


class MentorSkjema(MedNokkel, Skjema):
    mentor = forms.ModelChoiceField(Bruker.objects.none(), label=_("Mentor"), empty_label=_("Velg mentor"))
    erklaering = DatoFelt(label=_("Taushetserklæringen ble signert"), fram_i_tid=False)
    politiattest = DatoFelt(label=_("Politiattesten ble vist"), fram_i_tid=False)
    evaluering = DatoFelt(label=_("Evalueres"), bak_i_tid=False)

    def __init__(self, *args: Any, mentorer: Any = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["mentor"].queryset = mentorer  # type: ignore[attr-defined]


class KontaktSkjema(MedNokkel, Skjema):
    """Three taps (ux.md job 9)."""

    dato = DatoFelt(label=_("Dato"), fram_i_tid=False)
    type = radioer(Kontakttype, label=_("Hva slags kontakt?"))
    hvordan = forms.TypedChoiceField(
        label=_("Hvordan gikk det?"),
        coerce=int,
        widget=forms.RadioSelect,
        choices=[(1, _("1 – dårlig")), (2, "2"), (3, _("3 – midt på")), (4, "4"), (5, _("5 – bra"))],
    )
    tekst = TekstFelt(
        label=_("Vil du skrive noe mer?"),
        help_text=_("Bare du leser dette. Ikke skriv om tro eller meninger."),
        max_length=2000,
        linjer=4,
        required=False,
    )


# --- The log --------------------------------------------------------------------------------------------------
class VurderingSkjema(Skjema):
    merknad = TekstFelt(
        label=_("Hva fant du ut?"),
        help_text=_("For eksempel hvem du spurte, og hva de svarte. Ikke skriv noe om personen saken gjelder."),
        max_length=300,
        linjer=3,
    )

"""Forms of what lies under a tiltak. One shape for all kinds: few fields, and when changing, a way to take it away."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from felles.skjema import DatoFelt, MedNokkel, MedVersjon, TekstFelt
from felles.tastatur import NettadresseFelt, TallFelt
from felles.tid import idag
from samarbeid.forms.felt import RegisterSkjema, tall, tekst
from samarbeid.models import Aktor, Forum, Kurs

from ..choices import Aktivitetsart, Aktivitetsstatus, Filtype, Lenkeart, Tiltakstype
from ..models import Fokusomrade, Maling, Plan, Prinsipp
from ..models.filer import krev_storrelse
from ..models.innhold import KOMMENTAR_MAKS, NOTAT_MAKS
from .arter import ART, VALGFRIE

STORST = 999_999
INGEN_NAVN = _("Ikke navn på personer.")
TA_BORT = _("Dette ble ført opp ved en feil. Ta det bort fra siden.")


class InnholdSkjema(RegisterSkjema):
    """`art` is what the address says; only an activity's form changes with it."""

    def __init__(self, *args: Any, art: str = "", **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)


class MedTaBort(MedVersjon):
    tatt_bort = forms.BooleanField(label=TA_BORT, required=False)


class AktivitetSkjema(InnholdSkjema):
    """The fields of the kind, with its own words (tiltak/forms/arter.py)."""

    tittel = tekst(_("Hva heter det?"), 200)
    dato = DatoFelt(label=_("Dato"))
    status = forms.ChoiceField(label=_("Status"), choices=Aktivitetsstatus.choices)
    kurs = forms.ModelChoiceField(queryset=Kurs.objects.none(), required=False, empty_label=_("Ikke i Samarbeid"))
    forum = forms.ModelChoiceField(queryset=Forum.objects.none(), required=False, empty_label=_("Ikke i Samarbeid"))
    aktor = forms.ModelChoiceField(queryset=Aktor.objects.none(), required=False, empty_label=_("Ingen valgt"))
    antall = tall("", 0, STORST)
    revisjon = DatoFelt(required=False)
    notat = tekst("", NOTAT_MAKS, linjer=3, required=False, help_text=INGEN_NAVN)
    adresse = NettadresseFelt(max_length=400, required=False)

    def __init__(self, *args: Any, art: str = "", **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        ordene = ART[Aktivitetsart(art)].felt
        for navn in VALGFRIE:
            if navn in ordene:
                self.fields[navn].label = str(ordene[navn])
            else:
                del self.fields[navn]
        rader = {
            "kurs": Kurs.objects.select_related(None).order_by("-dato", "pk")[:200],
            "forum": Forum.objects.filter(avsluttet__isnull=True),
            "aktor": Aktor.objects.gjeldende(idag()),
        }
        for navn in ordene.keys() & rader.keys():
            self.tilby(navn, rader[navn])
        if "antall" in self.fields:
            self.fields["antall"].help_text = _("1–4 lagres og vises som «under 5».")

    def clean(self) -> dict[str, Any]:
        data = super().clean() or self.cleaned_data
        if data.get("revisjon") and data.get("dato") and data["revisjon"] < data["dato"]:
            self.add_error("revisjon", _("Gjennomgangen kan ikke være før datoen over."))
        return data


class NyAktivitet(MedNokkel, AktivitetSkjema):
    pass


class EndreAktivitet(MedTaBort, AktivitetSkjema):
    pass


class IndikatorSkjema(InnholdSkjema):
    navn = tekst(_("Hva måles?"), 120)
    definisjon = tekst(_("Hva teller med, og hva teller ikke?"), 600, linjer=3)
    enhet = tekst(_("Enhet"), 40, help_text=_("For eksempel deltakere, skoler eller prosent"))
    kilde = tekst(_("Hvor kommer tallet fra?"), 160)
    maltall = tall(_("Mål"), 0, STORST)
    mal_ar = tall(_("Målet gjelder året"), 1990, 2200)


class NyIndikator(MedNokkel, IndikatorSkjema):
    teller_personer = forms.BooleanField(
        label=_("Tallet teller personer"),
        required=False,
        initial=True,
        help_text=_("Da lagres og vises 1–4 som «under 5». Dette kan ikke endres senere."),
    )


class EndreIndikator(MedTaBort, IndikatorSkjema):
    pass


class VedtakSkjema(InnholdSkjema):
    gjelder = tekst(_("Hva ble vedtatt?"), 200)
    organ = tekst(_("Hvem vedtok det?"), 120, help_text=_("For eksempel formannskapet"))
    dato = DatoFelt(label=_("Dato"), fram_i_tid=False)
    saksnummer = tekst(_("Saksnummer"), 40, help_text=_("Saken må være offentlig."))
    merknad = tekst(_("Merknad"), 400, linjer=2, required=False, help_text=INGEN_NAVN)


class NyttVedtak(MedNokkel, VedtakSkjema):
    pass


class EndreVedtak(MedTaBort, VedtakSkjema):
    pass


class LenkeSkjema(InnholdSkjema):
    art = forms.ChoiceField(label=_("Hva er det?"), choices=Lenkeart.choices)
    tittel = tekst(_("Tittel"), 200, help_text=_("Ikke dokumenter om enkeltpersoner."))
    adresse = NettadresseFelt(
        max_length=400, label=_("Adresse"), required=False, help_text=_("Må fylles ut for et dokument og et nettsted.")
    )
    dato = DatoFelt(
        label=_("Dato på dokumentet"),
        required=False,
        help_text=_("For eksempel 18.11.2026. Må fylles ut for et dokument."),
    )
    nasjonal_nr = tall(_("Nummer i den nasjonale planen"), 1, 999)

    def clean(self) -> dict[str, Any]:
        data = super().clean() or self.cleaned_data
        art = data.get("art")
        if art != Lenkeart.NASJONALT:
            data["nasjonal_nr"] = None
            if not data.get("adresse") and "adresse" not in self.errors:
                self.add_error("adresse", _("Fyll ut «Adresse»."))
        if art == Lenkeart.DOKUMENT and not data.get("dato") and "dato" not in self.errors:
            self.add_error("dato", _("Fyll ut «Dato på dokumentet»."))
        return data


class NyLenke(MedNokkel, LenkeSkjema):
    pass


class EndreLenke(MedTaBort, LenkeSkjema):
    pass


class VedleggSkjema(InnholdSkjema):
    tittel = tekst(_("Tittel"), 200, help_text=_("Ikke dokumenter om enkeltpersoner."))
    dato = DatoFelt(label=_("Dato på dokumentet"))


class DokumentFelt(forms.FileField):
    """An uploaded document, as its bytes. The content is judged by tiltak.models.filer when it is stored."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(
            help_text=_("PDF, Word, Excel, PowerPoint, OpenDocument, PNG eller JPEG på høyst 10 MB."),
            widget=forms.FileInput(attrs={"accept": ",".join(f".{type_}" for type_ in (*Filtype.values, "jpg"))}),
            error_messages=dict.fromkeys(("required", "missing", "invalid"), _("Velg en fil."))
            | {"empty": _("Filen er tom.")},
            **kwargs,
        )

    def clean(self, data: Any, initial: Any = None) -> bytes | None:
        fil = super().clean(data, initial)
        if not fil:
            return None
        krev_storrelse(fil.size)
        return bytes(fil.read())


class NyttVedlegg(MedNokkel, VedleggSkjema):
    field_order = ["nokkel", "fil"]
    fil = DokumentFelt(label=_("Fil"))

    def clean(self) -> dict[str, Any]:
        data = super().clean() or self.cleaned_data
        if self.errors and "fil" not in self.errors:
            self.add_error("fil", _("Velg filen på nytt. Nettleseren husker den ikke."))
        return data


class NyttBevis(MedNokkel, InnholdSkjema):
    """A link or a file, added in the form that tells the status. Empty is fine: then nothing is added."""

    merk_felt = False
    tittel = tekst(_("Tittel"), 200, required=False, help_text=_("Ikke dokumenter om enkeltpersoner."))
    dato = DatoFelt(label=_("Dato på dokumentet"), required=False, fram_i_tid=False, initial=idag)
    adresse = NettadresseFelt(max_length=400, label=_("Adresse"), required=False)
    fil = DokumentFelt(label=_("Eller en fil"), required=False)

    def er_tomt(self) -> bool:
        """Nothing was typed or chosen. The date stands there from the start, and does not count."""
        typed = (self.data.get(self.add_prefix(navn), "") for navn in ("tittel", "adresse"))
        return not any(text.strip() for text in typed) and self.add_prefix("fil") not in self.files

    def clean(self) -> dict[str, Any]:
        data = super().clean() or self.cleaned_data
        if not data.get("tittel") and "tittel" not in self.errors:
            self.add_error("tittel", _("Skriv en tittel på det du legger til."))
        if not data.get("dato") and "dato" not in self.errors:
            self.add_error("dato", _("Fyll ut «Dato på dokumentet»."))
        one = bool(data.get("adresse")) + bool(data.get("fil"))
        if one != 1 and not {"adresse", "fil"} & self.errors.keys():
            self.add_error("adresse", _("Skriv en adresse eller velg en fil. Legg til én om gangen."))
        if self.errors and self.add_prefix("fil") in self.files and "fil" not in self.errors:
            self.add_error("fil", _("Velg filen på nytt. Nettleseren husker den ikke."))
        return data


class EndreVedlegg(MedTaBort, VedleggSkjema):
    pass


class MalingSkjema(MedNokkel, MedVersjon, RegisterSkjema):
    """One year's figure."""

    ar = TallFelt(label=_("År"), min_value=1990, max_value=2200)
    verdi = TallFelt(label=_("Tall"), min_value=0, max_value=STORST)
    merknad = tekst(_("Merknad"), 300, linjer=2, required=False, help_text=INGEN_NAVN)

    def som_rad(self, rad: Maling) -> dict[str, Any]:
        """What stands there, as the form would have said it: a hidden figure stays hidden."""
        return {"ar": rad.ar, "verdi": rad.verdi, "merknad": rad.merknad}


class KommentarSkjema(MedNokkel, RegisterSkjema):
    merk_felt = False
    tekst = TekstFelt(
        label=_("Kommentar"),
        linjer=3,
        max_length=KOMMENTAR_MAKS,
        help_text=_(
            "Skriv @ og hele navnet for å be en kollega se på det. Skriv aldri noe fra en sak eller om en person."
        ),
    )


class EgneSkjema(RegisterSkjema, MedVersjon):
    """What is ours under an adopted tiltak: our summary, our kind of it, our links to the plan's own thoughts."""

    sammendrag = tekst(_("Kort fortalt"), 2000, linjer=5, required=False)
    type = forms.ChoiceField(label=_("Slags tiltak"), choices=Tiltakstype.choices)
    prinsipper = forms.ModelMultipleChoiceField(
        label=_("Grunntanker i Trygge lokalsamfunn"),
        queryset=Prinsipp.objects.none(),
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )
    fokusomrader = forms.ModelMultipleChoiceField(
        label=_("Fokusområder"),
        queryset=Fokusomrade.objects.none(),
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )

    def __init__(self, *args: Any, plan: Plan, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.tilby("prinsipper", plan.prinsipper.all())
        self.tilby("fokusomrader", plan.fokusomrader.all())

    @classmethod
    def verdier(cls, rad: Any) -> dict[str, Any]:
        lenker = {navn: list(getattr(rad, navn).all()) for navn in ("prinsipper", "fokusomrader")}
        return {"sammendrag": rad.sammendrag, "type": rad.type} | lenker

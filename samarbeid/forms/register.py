"""Forms for partners, contacts in roles and agreements."""

from datetime import datetime, timedelta
from typing import Any

from django import forms
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from felles.dato import midnatt
from felles.engang import vent_pa_tur
from felles.skjema import DatoFelt, Filterskjema, MedNokkel, MedVersjon, TekstFelt, TelefonFelt
from felles.tastatur import EpostFelt, NettadresseFelt
from felles.tekst import samme_navn
from felles.tid import idag

from ..choices import ALDRI_NAVN, KONTAKT_LEVETID, NAVN_MED_SAMTYKKE, Aktortype, Avtaleart
from ..models import Aktor, AktorAlias
from .felt import RegisterSkjema, tekst


class AktorFilter(Filterskjema):
    """The filter above the list of partners."""

    q = TekstFelt(label=_("Søk etter navn"), max_length=100, linjer=1)
    type = forms.ChoiceField(label=_("Type"), choices=[("", _("Alle")), *Aktortype.choices])
    vis = forms.ChoiceField(label=_("Vis"), choices=[("", _("De som finnes nå")), ("alle", _("Også tidligere"))])


class AktorSkjema(RegisterSkjema):
    navn = tekst(_("Navn"), 160)
    kortnavn = tekst(_("Kortnavn"), 60, required=False, help_text=_("Brukes i tabeller, for eksempel «Kommunen»."))
    type = forms.ChoiceField(label=_("Type"), choices=[("", _("Velg type")), *Aktortype.choices])
    over = forms.ModelChoiceField(label=_("Del av"), queryset=Aktor.objects.none(), required=False)
    aliaser = tekst(_("Andre navn"), 2000, linjer=3, required=False, help_text=_("Skriv ett navn på hver linje."))
    gyldig_fra = DatoFelt(label=_("Fantes fra"), required=False)
    gyldig_til = DatoFelt(label=_("Fantes til"), required=False, help_text=_("Fyll ut når den er lagt ned."))
    etterfulgt_av = forms.ModelChoiceField(label=_("Etterfulgt av"), queryset=Aktor.objects.none(), required=False)
    nettsted = NettadresseFelt(label=_("Nettsted"), max_length=200, required=False)
    merknad = tekst(
        _("Merknad"), 2000, linjer=4, required=False, help_text=_("Alle som er logget inn, kan lese dette.")
    )

    def __init__(self, *args: Any, aktor: Aktor | None = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.aktor = aktor
        andre = Aktor.objects.exclude(pk=aktor.pk) if aktor else Aktor.objects.all()
        for navn in ("over", "etterfulgt_av"):
            self.tilby(navn, andre, tom=_("Ingen"))

    def clean_aliaser(self) -> list[str]:
        linjer = (" ".join(linje.split()) for linje in self.cleaned_data["aliaser"].splitlines())
        navn = list({linje.casefold(): linje for linje in linjer if linje}.values())
        if len(navn) > 20 or any(len(ett) > 160 for ett in navn):
            raise forms.ValidationError(_("Skriv høyst 20 navn, hvert på høyst 160 tegn."))
        return navn

    def clean(self) -> dict[str, Any]:
        data = super().clean() or self.cleaned_data
        fra, til = data.get("gyldig_fra"), data.get("gyldig_til")
        if fra and til and til < fra:
            self.add_error("gyldig_til", _("Datoen må være etter at aktøren ble til."))
        vent_pa_tur("samarbeid.aktornavn")  # names and other names are two tables, so no constraint sees both
        for felt, navnene in (("navn", [data.get("navn")]), ("aliaser", data.get("aliaser") or [])):
            for navn in filter(None, navnene):
                if opptatt := self._hvem_har(navn, data):
                    self.add_error(
                        felt, _("Navnet «%(navn)s» er i bruk for %(hvem)s.") % {"navn": navn, "hvem": opptatt}
                    )
        return data

    def _hvem_har(self, navn: str, data: dict[str, Any]) -> Aktor | None:
        """Another partner that goes by the name. The row this very form made does not count."""
        egen = Q(pk=self.aktor.pk) if self.aktor else Q(skjema=data.get("nokkel"))
        if treff := Aktor.objects.exclude(egen).filter(samme_navn(navn)).first():
            return treff
        alias = AktorAlias.objects.select_related("aktor").filter(samme_navn(navn))
        annen = alias.exclude(aktor__in=Aktor.objects.filter(egen)).first()
        return annen.aktor if annen else None


class NyAktor(MedNokkel, AktorSkjema):
    pass


class EndreAktor(MedVersjon, AktorSkjema):
    @classmethod
    def verdier(cls, rad: Aktor) -> dict[str, Any]:
        navn = rad.aliaser.filter(gyldig_til__isnull=True).values_list("navn", flat=True)
        return super().verdier(rad) | {"aliaser": "\n".join(navn)}


class KontaktSkjema(RegisterSkjema):
    verv = tekst(_("Rolle eller verv"), 80, help_text=_("For eksempel «daglig leder» eller «forebyggende avdeling»."))
    navn = tekst(_("Navn"), 120, required=False)
    samtykke_dato = DatoFelt(label=_("Sa ja til å stå her"), required=False, fram_i_tid=False)
    telefon = TelefonFelt(label=_("Telefon i vervet"), max_length=20, required=False)
    epost = EpostFelt(label=_("E-post i vervet"), max_length=120, required=False)
    kilde = tekst(_("Hvor står dette?"), 120, help_text=_("For eksempel «nettsiden» eller «oppgitt i møte»."))
    dato = DatoFelt(label=_("Når fikk vi vite det?"), fram_i_tid=False, initial=idag)
    slettes_dato = DatoFelt(
        label=_("Slettes"),
        bak_i_tid=False,
        help_text=_("Kontakten slettes av seg selv denne dagen. Høyst to år fram."),
        initial=lambda: idag() + timedelta(days=KONTAKT_LEVETID),
    )

    def __init__(self, *args: Any, aktor: Aktor, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if aktor.type in ALDRI_NAVN:
            del self.fields["navn"]
        if aktor.type not in NAVN_MED_SAMTYKKE:
            del self.fields["samtykke_dato"]
        else:
            self.fields["navn"].help_text = _("Bare hvis personen har sagt ja til det.")
        self.fields["telefon"].help_text = _("Ikke privat telefon.")
        self.fields["epost"].help_text = _("Ikke privat e-post.")

    def clean(self) -> dict[str, Any]:
        data = super().clean() or self.cleaned_data
        if not any(data.get(felt) or self.has_error(felt) for felt in ("telefon", "epost")):
            self.add_error("telefon", _("Skriv telefon eller e-post."))
        dato, slettes = data.get("dato"), data.get("slettes_dato")
        if slettes and slettes > idag() + timedelta(days=2 * KONTAKT_LEVETID + 1):
            self.add_error("slettes_dato", _("Velg en dag innen to år."))
        if dato and slettes and slettes < dato:
            self.add_error("slettes_dato", _("Datoen må være etter at vi fikk vite det."))
        return data


class NyKontakt(MedNokkel, KontaktSkjema):
    pass


class EndreKontakt(MedVersjon, KontaktSkjema):
    pass


class AvtaleSkjema(RegisterSkjema):
    art = forms.ChoiceField(label=_("Type avtale"), choices=[("", _("Velg type")), *Avtaleart.choices])
    tittel = tekst(_("Tittel"), 160)
    dokumentreferanse = tekst(
        _("Referanse i arkivet"), 80, help_text=_("For eksempel 26/00123-4. Selve avtalen ligger i arkivet.")
    )
    gyldig_fra = DatoFelt(label=_("Gjelder fra"))
    gyldig_til = DatoFelt(label=_("Gjelder til"), required=False)
    revisjon = DatoFelt(label=_("Neste gjennomgang"), required=False)

    def clean(self) -> dict[str, Any]:
        data = super().clean() or self.cleaned_data
        fra = data.get("gyldig_fra")
        for felt in ("gyldig_til", "revisjon"):
            if fra and data.get(felt) and data[felt] < fra:
                self.add_error(felt, _("Datoen må være etter at avtalen begynte å gjelde."))
        return data


class NyAvtale(MedNokkel, AvtaleSkjema):
    pass


class EndreAvtale(MedVersjon, AvtaleSkjema):
    pass


class TilknytningSkjema(MedNokkel, RegisterSkjema):
    aktor = forms.ModelChoiceField(
        label=_("Arbeidssted"), queryset=Aktor.objects.none(), empty_label=_("Velg arbeidssted")
    )
    funksjon = tekst(_("Funksjon"), 80, help_text=_("For eksempel «kontaktlærer» eller «helsesykepleier»."))
    til = DatoFelt(label=_("Til og med"), required=False, bak_i_tid=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.tilby("aktor", Aktor.objects.gjeldende(idag()))

    def slutt(self) -> datetime | None:
        """The end of the last day, where the municipality lies."""
        til = self.cleaned_data.get("til")
        return midnatt(til + timedelta(days=1)) if til else None

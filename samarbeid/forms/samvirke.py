"""Forms for fora, meetings and courses."""

from datetime import datetime
from typing import Any

from django import forms
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from felles.skjema import DatoFelt, KlokkeFelt, MedNokkel, MedVersjon
from felles.tekst import samme_navn
from felles.tid import idag

from ..models import Aktor, Forum, Kurs, Mote
from .felt import AntallSkjema, RegisterSkjema, tall, tekst


class ForumSkjema(RegisterSkjema):
    navn = tekst(_("Navn"), 120)
    formal = tekst(_("Formål"), 1000, linjer=3, required=False)
    ansvarlig = forms.ModelChoiceField(label=_("Hvem kaller inn?"), queryset=Aktor.objects.none())
    tiltak_nr = tall(_("Hører til tiltak nummer"), 1, 99)
    moter_per_ar = tall(_("Møter i året etter årshjulet"), 1, 52)
    avsluttet = DatoFelt(label=_("Avsluttet"), required=False, help_text=_("Fyll ut når forumet er lagt ned."))
    medlemmer = forms.ModelMultipleChoiceField(
        label=_("Medlemmer"),
        queryset=Aktor.objects.none(),
        widget=forms.CheckboxSelectMultiple,
        required=False,
        help_text=_("Organisasjoner og enheter, ikke personer."),
    )

    def __init__(self, *args: Any, forum: Forum | None = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.forum = forum
        aktorer = Aktor.objects.gjeldende(idag())
        self.tilby("ansvarlig", aktorer, tom=_("Velg aktør"))
        self.tilby("medlemmer", aktorer)

    def clean(self) -> dict[str, Any]:
        data = super().clean() or self.cleaned_data
        egen = self.forum.pk if self.forum else data.get("nokkel")
        andre = Forum.objects.exclude(pk=egen) if egen else Forum.objects.all()
        if data.get("navn") and andre.filter(samme_navn(data["navn"])).exists():
            self.add_error("navn", _("Navnet «%(navn)s» er i bruk for et annet forum.") % {"navn": data["navn"]})
        return data


class NyttForum(MedNokkel, ForumSkjema):
    pass


class EndreForum(MedVersjon, ForumSkjema):
    @classmethod
    def verdier(cls, rad: Forum) -> dict[str, Any]:
        medlemmer = Aktor.objects.filter(forummedlemskap__forum=rad, forummedlemskap__til__isnull=True)
        return super().verdier(rad) | {"medlemmer": list(medlemmer)}


class MoteSkjema(RegisterSkjema):
    dato = DatoFelt(label=_("Dato"))
    klokke = KlokkeFelt(
        label=_("Klokkeslett"),
        help_text=_("For eksempel 09.30"),
        error_messages={"invalid": _("Skriv klokkeslettet slik: 09.30.")},
    )
    sted = tekst(_("Sted"), 120)
    saksliste = tekst(_("Saksliste"), 5000, linjer=6, required=False, help_text=_("Ikke navn på personer."))

    def tid(self) -> Any:
        """Date and time as one moment, where the municipality lies."""
        data = self.cleaned_data
        return timezone.make_aware(datetime.combine(data["dato"], data["klokke"]))


class NyttMote(MedNokkel, MoteSkjema):
    forum = forms.ModelChoiceField(label=_("Forum"), queryset=Forum.objects.none(), empty_label=_("Velg forum"))
    field_order = ["nokkel", "forum"]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.tilby("forum", Forum.objects.filter(avsluttet__isnull=True))


class EndreMote(MedVersjon, MoteSkjema):
    avlyst = forms.BooleanField(label=_("Møtet er avlyst"), required=False)

    @classmethod
    def verdier(cls, rad: Mote) -> dict[str, Any]:
        tid = timezone.localtime(rad.tid)
        return super().verdier(rad) | {"dato": tid.date(), "klokke": tid.time()}


class ReferatSkjema(MedVersjon, AntallSkjema):
    referat = tekst(
        _("Hva ble dere enige om?"), 20000, linjer=10, help_text=_("Ikke navn på personer, og ingenting om saker.")
    )

    def __init__(self, *args: Any, mote: Mote, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        har = dict(mote.deltakelser.values_list("aktor_id", "antall"))
        medlem = Q(pk__in=mote.forum.medlemskap.filter(til__isnull=True).values("aktor"))
        self.legg_til_antall(Aktor.objects.filter(medlem | Q(pk__in=har)), har)


class PunktSkjema(MedNokkel, RegisterSkjema):
    tekst = tekst(_("Hva skal gjøres?"), 300)
    ansvarlig = forms.ModelChoiceField(
        label=_("Hvem gjør det?"), queryset=Aktor.objects.none(), empty_label=_("Velg aktør")
    )
    frist = DatoFelt(label=_("Frist"), required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.tilby("ansvarlig", Aktor.objects.gjeldende(idag()))


class KursSkjema(AntallSkjema):
    maks = 9999
    tittel = tekst(_("Tittel"), 160)
    dato = DatoFelt(label=_("Dato"))
    arrangor = forms.ModelChoiceField(
        label=_("Arrangør"), queryset=Aktor.objects.none(), empty_label=_("Velg arrangør")
    )
    sted = tekst(_("Sted"), 120, required=False)
    tiltak_nr = tall(_("Hører til tiltak nummer"), 1, 99)

    def __init__(self, *args: Any, kurs: Kurs | None = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        aktorer = Aktor.objects.gjeldende(idag())
        self.tilby("arrangor", aktorer)
        har = dict(kurs.deltakelser.values_list("tjeneste_id", "antall")) if kurs else {}
        self.legg_til_antall(Aktor.objects.filter(Q(pk__in=aktorer.tjenester()) | Q(pk__in=har)), har)


class NyttKurs(MedNokkel, KursSkjema):
    pass


class EndreKurs(MedVersjon, KursSkjema):
    avlyst = forms.BooleanField(label=_("Kurset er avlyst"), required=False)

"""Moves of the case."""

from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from brukere.models import Bruker
from felles.skjema import DatoFelt, MedVersjon, TekstFelt
from felles.sortering import Sorter

from ..choices import (
    Konklusjonstype,
)
from ..models import Kjernegruppe, Mote
from .felles import DET_DU_HAR_SETT, Sakstekster, navn_og_tittel, radioer


class Stegskjema(MedVersjon, Sakstekster):
    """A move that asks for nothing but a yes."""


class Begrunnelse(Stegskjema):
    begrunnelse = TekstFelt(label=_("Begrunnelse"), help_text=DET_DU_HAR_SETT, max_length=2000)


class VelgGruppe(Stegskjema):
    kjernegruppe = forms.ModelChoiceField(
        Kjernegruppe.objects.none(), label=_("Kjernegruppe"), empty_label=_("Velg kjernegruppe")
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.tilby("kjernegruppe", Kjernegruppe.objects.order_by(Sorter("navn")))


class Avklaring(VelgGruppe):
    dialog = TekstFelt(
        label=_("Hvem snakker med personen eller de foresatte?"),
        help_text=_("Skriv rolle, ikke navn. Oppgaven får frist om 30 dager."),
        max_length=1000,
        linjer=3,
    )


class VelgMote(Stegskjema):
    mote = forms.ModelChoiceField(Mote.objects.none(), label=_("Møte"), empty_label=_("Velg møte"))

    def __init__(self, *args: Any, moter: Any = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if moter is not None:
            self.tilby("mote", moter, _motenavn)


def _motenavn(mote: Mote) -> str:
    return timezone.localtime(mote.tid).strftime("%d.%m.%Y kl. %H.%M")


class Konkluder(Stegskjema):
    """The conclusion of the meeting: three or four choices, reason, who, when (jobb 8)."""

    type = radioer(Konklusjonstype, label=_("Hva anbefaler gruppa?"))
    begrunnelse = TekstFelt(label=_("Hvorfor?"), help_text=DET_DU_HAR_SETT, max_length=2000)
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
            self.tilby("ansvarlig", ansvarlige, navn_og_tittel)
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


class MedFrist(Stegskjema):
    frist = DatoFelt(label=_("Når skal oppfølgingen evalueres?"), bak_i_tid=False)


class Fortsett(Begrunnelse):
    frist = DatoFelt(label=_("Når skal oppfølgingen evalueres igjen?"), bak_i_tid=False)


class Avslutt(Begrunnelse):
    informert = forms.BooleanField(label=_("Personen eller de foresatte vet at saken avsluttes"))


class Overfor(Begrunnelse):
    mottaker_bekreftet = forms.BooleanField(label=_("Mottakeren har bekreftet at de tar over"))

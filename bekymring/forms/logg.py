"""What the personvernombud writes about look-ups."""

from django.utils.translation import gettext_lazy as _

from felles.skjema import TekstFelt, VedPersonnummer

from .felles import Sakstekster


class OppslagsvurderingSkjema(Sakstekster):
    ved_personnummer = VedPersonnummer.AVVIS
    merknad = TekstFelt(
        label=_("Hva fant du ut?"),
        help_text=_("For eksempel hvem du spurte, og hva de svarte. Ikke skriv noe om personen saken gjelder."),
        max_length=300,
        linjer=3,
    )

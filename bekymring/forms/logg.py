"""What the personvernombud writes about look-ups."""

from django.utils.translation import gettext_lazy as _

from felles.skjema import Skjema, TekstFelt


class OppslagsvurderingSkjema(Skjema):
    merknad = TekstFelt(
        label=_("Hva fant du ut?"),
        help_text=_("For eksempel hvem du spurte, og hva de svarte. Ikke skriv noe om personen saken gjelder."),
        max_length=300,
        linjer=3,
    )

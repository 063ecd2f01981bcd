"""A family asks for guidance for itself."""

from django import forms
from django.utils.translation import gettext_lazy as _

from felles.skjema import MedNokkel, TekstFelt

from .felles import Sakstekster


class Familieskjema(MedNokkel, Sakstekster):
    """What they want help with; nothing of the person they worry about."""

    onske = TekstFelt(
        label=_("Hva ønsker familien hjelp til?"),
        help_text=_("Skriv om familien og det de selv ønsker. Ikke skriv hvem de er bekymret for, eller hvorfor."),
        max_length=2000,
        linjer=4,
    )
    spurt = forms.BooleanField(
        label=_("Familien har selv bedt om veiledning"),
        error_messages={"required": _("Start bare når familien selv har bedt om det.")},
    )

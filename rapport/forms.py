"""What one writes when a report is ordered: who it goes to, and what they are asked to decide."""

from django import forms
from django.utils.translation import gettext_lazy as _

from felles.skjema import Skjema


class Bestillingsskjema(Skjema):
    """Both are printed in the report, so that the same report can go to another meeting as a new version."""

    mottaker = forms.CharField(
        label=_("Hvem skal ha rapporten"),
        help_text=_("Skriv også møtedatoen hvis du vet den. Eksempel: Formannskapet, 15. desember"),
        max_length=120,
        required=False,
    )
    beslutning = forms.CharField(
        label=_("Hva ber dere om en avgjørelse på"),
        help_text=_("Står på side 2. La feltet stå tomt hvis rapporten bare er til orientering."),
        max_length=1000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
    )

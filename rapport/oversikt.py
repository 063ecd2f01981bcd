"""What waits on a person among the reports."""

from django.utils.translation import gettext as _

from brukere.models import Bruker
from felles.gjoremal import Gjoremal

from .choices import Rapporttilstand
from .models import Rapport
from .policy import kan_bestille, kan_godkjenne, kan_publisere


def ventende(user: Bruker) -> list[Gjoremal]:
    """Reports to approve, for the rådmann, or to publish."""
    if not kan_bestille(user):
        return []
    found = []
    for report in (
        Rapport.objects.visible_to(user)
        .exclude(tilstand=Rapporttilstand.PUBLISERT)
        .filter(erstattet_av__isnull=True)
        .defer("bilde")
    ):
        title = ""
        if kan_godkjenne(user, report):
            title = _("Godkjenn statusrapporten for %(ar)s")
        elif kan_publisere(user, report):
            title = _("Publiser statusrapporten for %(ar)s")
        if title:
            found.append(Gjoremal(tittel=title % {"ar": report.ar}, url=f"/rapport/{report.pk}/"))
    return found

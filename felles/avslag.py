"""Why an act was refused, and that somebody was before you. Nothing was written when one of these is raised."""

from datetime import datetime
from typing import Any, TypeVar

from django.db.models import Model
from django.utils.functional import Promise
from django.utils.translation import gettext as _

Rad = TypeVar("Rad", bound=Model)


class Avslag(Exception):
    """Refused, in words the one who tried can act on."""

    def __init__(self, *meldinger: str | Promise) -> None:
        self.meldinger = meldinger
        super().__init__(*meldinger)


class Konflikt(Avslag):
    """Somebody else changed the same thing after the form was opened (beslutninger 29).

    `rad` is the row as it stands, which `navn` wrote at `tid`; `versjon` is what the next try answers to. In a case
    nobody is told who it was, and all four are left out.
    """

    def __init__(self, rad: Any = None, *, versjon: int = 0, navn: str = "", tid: datetime | None = None) -> None:
        super().__init__()
        self.rad, self.versjon, self.navn, self.tid = rad, versjon, navn, tid

    @classmethod
    def etter_historikken(cls, rad: Any, versjon: int) -> "Konflikt":
        """Who and when as the newest entry of the row's history says."""
        latest = rad.history.select_related("history_user").first()
        return cls(rad, versjon=versjon, navn=str(latest.history_user or _("En annen")), tid=latest.history_date)


def lagre_versjon(rad: Rad, versjon: int, data: dict[str, Any]) -> Rad:
    """Write the fields if nobody else has written since `versjon`; else raise Konflikt (beslutninger 29)."""
    naa: Any = type(rad)._default_manager.select_for_update(of=("self",)).get(pk=rad.pk)
    if naa.versjon != versjon:
        raise Konflikt.etter_historikken(naa, naa.versjon)
    for navn, verdi in data.items():
        setattr(naa, navn, verdi)
    naa.versjon += 1
    naa.save(update_fields=[*data, "versjon"])
    return naa

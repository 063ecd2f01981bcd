"""What every act in the registry does: check the right, make a row once, never overwrite another's change."""

from typing import Any, TypeVar

from django.core.exceptions import PermissionDenied
from django.db import models

from brukere.models import Bruker

from ..policy import can_edit_registeret

Rad = TypeVar("Rad", bound=models.Model)


class Konflikt(Exception):
    """Somebody saved the row after the form was opened. Carries the row as it stands now."""

    def __init__(self, rad: models.Model) -> None:
        super().__init__("raden er endret av en annen")
        self.rad = rad


def krev_redaktor(av: Bruker) -> None:
    """Only the koordinator keeps the registry (faggrunnlag 5)."""
    if not can_edit_registeret(av):
        raise PermissionDenied


def lagre_versjon(rad: Rad, versjon: int, data: dict[str, Any]) -> Rad:
    """Write the fields if nobody else has written since; else raise Konflikt (beslutninger 29)."""
    naa = type(rad)._default_manager.select_for_update(of=("self",)).get(pk=rad.pk)
    if naa.versjon != versjon:  # type: ignore[attr-defined]
        raise Konflikt(naa)
    for navn, verdi in data.items():
        setattr(naa, navn, verdi)
    naa.versjon += 1  # type: ignore[attr-defined]
    naa.save(update_fields=[*data, "versjon"])
    return naa

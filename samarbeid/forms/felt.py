"""Fields the registry's forms share."""

from collections.abc import Iterable
from typing import Any

from django.db import models
from django.utils.translation import gettext_lazy as _

from felles.skjema import Skjema, TekstFelt
from felles.tastatur import TallFelt


def tekst(label: Any, maks: int, *, linjer: int = 1, **kwargs: Any) -> TekstFelt:
    """A text field of the registry's."""
    return TekstFelt(label=label, max_length=maks, linjer=linjer, **kwargs)


def tall(label: Any, minst: int, maks: int) -> TallFelt:
    """A small whole number that may be left empty."""
    return TallFelt(label=label, required=False, min_value=minst, max_value=maks)


class RegisterSkjema(Skjema):
    """Knows its fields' values in a row."""

    @classmethod
    def verdier(cls, rad: Any) -> dict[str, Any]:
        """The row as the form shows it."""
        navn = [*cls.base_fields, "versjon"]
        return {ett: getattr(rad, ett) for ett in navn if hasattr(rad, ett)}

    def som_rad(self, rad: Any) -> dict[str, Any]:
        return {ett: verdi for ett, verdi in self.verdier(rad).items() if ett in self.fields and ett != "versjon"}


class AntallSkjema(RegisterSkjema):
    """One number for each organisation: `antall_<id>`."""

    maks = 999

    def legg_til_antall(self, aktorer: Iterable[models.Model], har: dict[int, int]) -> None:
        self.har = har
        self.aktorer = {f"antall_{aktor.pk}": aktor for aktor in aktorer}
        for navn, aktor in self.aktorer.items():
            self.fields[navn] = tall(_("Antall fra %(navn)s") % {"navn": aktor}, 0, self.maks)
            self.fields[navn].initial = har.get(aktor.pk)

    def antall(self) -> dict[Any, int]:
        """What to write: every number above 0, and 0 where there was a number before."""
        skrevet = {aktor: self.cleaned_data.get(navn) or 0 for navn, aktor in self.aktorer.items()}
        return {aktor: antall for aktor, antall in skrevet.items() if antall or aktor.pk in self.har}

"""Why an act was refused, in words the user can act on. Nothing was written when one of these is raised."""

from collections.abc import Iterable

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from felles.avslag import Avslag, Konflikt

__all__ = ["Avslag", "ForSent", "IkkeTillatt", "Konflikt", "KravMangler"]


class KravMangler(Avslag):
    """The move exists, but something is not in place yet."""

    def __init__(self, meldinger: Iterable[str | Promise]) -> None:
        super().__init__(*meldinger)


class IkkeTillatt(Avslag):
    """State or role does not allow it. The view answers as if the page did not exist."""

    def __init__(self) -> None:
        super().__init__(_("Dette steget finnes ikke for deg."))


class ForSent(Avslag):
    """Undo is no longer possible (beslutninger 27)."""

    def __init__(self) -> None:
        super().__init__(_("Steget kan ikke angres lenger."))

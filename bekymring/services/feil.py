"""Why an act was refused, in words the user can act on. Nothing was written when one of these is raised."""

from collections.abc import Iterable

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _


class Flytfeil(Exception):
    """Shown at the top of the form; the typed text stays."""

    def __init__(self, *meldinger: str | Promise) -> None:
        self.meldinger = meldinger
        super().__init__(*meldinger)


class KravMangler(Flytfeil):
    """The move exists, but something is not in place yet."""

    def __init__(self, meldinger: Iterable[str | Promise]) -> None:
        super().__init__(*meldinger)


class IkkeTillatt(Flytfeil):
    """State or role does not allow it. The view answers as if the page did not exist."""

    def __init__(self) -> None:
        super().__init__(_("Dette steget finnes ikke for deg."))


class Konflikt(Flytfeil):
    """Somebody else changed the same thing meanwhile (beslutninger 29)."""

    def __init__(self) -> None:
        super().__init__(
            _("Noen andre har endret saken mens du skrev. Teksten din står her. Se hva som er nytt, og send på nytt.")
        )


class ForSent(Flytfeil):
    """Undo is no longer possible (beslutninger 27)."""

    def __init__(self) -> None:
        super().__init__(_("Steget kan ikke angres lenger."))

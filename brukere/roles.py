"""Who may do what, by role: one table that a kjernegruppe member could read and correct.

A role never opens a case by itself. Only a `Tilgang` row does (bekymring); a role says which rows of that
kind a person can be given, and which pages outside the cases exist for them.
"""

from dataclasses import dataclass

from django.db.models import TextChoices
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _


class Rolle(TextChoices):
    """Global roles (beslutninger 14). Roles in a group or in a case live with the group or the case."""

    KOORDINATOR = "koordinator", _("SLT-koordinator")
    POLITIKONTAKT = "politikontakt", _("politikontakt")
    TILTAKSANSVARLIG = "tiltaksansvarlig", _("tiltaksansvarlig")
    MELDER = "melder", _("kan melde bekymring")
    TJENESTELEDER = "tjenesteleder", _("tjenesteleder")
    MENTORANSVARLIG = "mentoransvarlig", _("mentoransvarlig")
    RADMANN = "radmann", _("rådmann")
    PERSONVERNOMBUD = "personvernombud", _("personvernombud")
    SYSTEMANSVARLIG = "systemansvarlig", _("systemansvarlig")
    ARKIVANSVARLIG = "arkivansvarlig", _("arkivansvarlig")


@dataclass(frozen=True)
class Rollebeskrivelse:
    rolle: Rolle
    kan: str | Promise


# Pairs no one person holds at once: who gives roles, reviews look-ups or leads the municipality sees no cases
# (R22), and nobody reviews their own look-ups (R33).
_SER_SAKER = (Rolle.KOORDINATOR, Rolle.POLITIKONTAKT, Rolle.MENTORANSVARLIG, Rolle.MELDER, Rolle.TJENESTELEDER)
UFORENLIGE: frozenset[frozenset[Rolle]] = frozenset(
    frozenset({en, annen})
    for en in (Rolle.SYSTEMANSVARLIG, Rolle.PERSONVERNOMBUD, Rolle.RADMANN)
    for annen in _SER_SAKER
) | {frozenset({Rolle.SYSTEMANSVARLIG, Rolle.PERSONVERNOMBUD})}


ROLLER: tuple[Rollebeskrivelse, ...] = (
    Rollebeskrivelse(
        Rolle.KOORDINATOR,
        _("følger planen, tar imot bekymringer og ser nummer, tilstand og frist i alle saker, men ikke innholdet"),
    ),
    Rollebeskrivelse(Rolle.POLITIKONTAKT, _("fører egne bekymringssamtaler og ser det som er delt med politiet")),
    Rollebeskrivelse(Rolle.TILTAKSANSVARLIG, _("melder status for egne tiltak")),
    Rollebeskrivelse(Rolle.MELDER, _("melder bekymring og ser egen kvittering")),
    Rollebeskrivelse(Rolle.TJENESTELEDER, _("drøfter en bekymring med den som vil melde")),
    Rollebeskrivelse(Rolle.MENTORANSVARLIG, _("finner og følger opp mentorer")),
    Rollebeskrivelse(Rolle.RADMANN, _("bestiller, godkjenner og laster ned årsrapporten")),
    Rollebeskrivelse(Rolle.PERSONVERNOMBUD, _("leser innsynsloggen og vurderer nødtilgang")),
    Rollebeskrivelse(Rolle.SYSTEMANSVARLIG, _("styrer kontoer og roller, og ser ingen saker")),
    Rollebeskrivelse(Rolle.ARKIVANSVARLIG, _("vurderer bevaring og sletting")),
)


KAN: dict[str, str | Promise] = {rad.rolle.value: rad.kan for rad in ROLLER}

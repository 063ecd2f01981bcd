"""The values of the report part. Labels are what a user reads; values never change once stored."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class Rapporttilstand(TextChoices):
    """Draft, approved by the rådmann, then open to everybody logged in (beslutninger 11)."""

    UTKAST = "utkast", _("Utkast")
    GODKJENT = "godkjent", _("Godkjent")
    PUBLISERT = "publisert", _("Publisert")


class Jobbart(TextChoices):
    """The draft's PDF says that it is one; the final one says who approved it."""

    UTKAST = "utkast", _("Utkast")
    ENDELIG = "endelig", _("Endelig utgave")


class Jobbtilstand(TextChoices):
    VENTENDE = "ventende", _("Venter på tur")
    PAGAR = "pagar", _("Lages nå")
    FERDIG = "ferdig", _("Ferdig")
    FEILET = "feilet", _("Feilet")


class Feilkode(TextChoices):
    """Why a job failed: a code for the log and a sentence for the one who waits. Never an exception's text."""

    TEGNING = "tegning", _("Rapporten kunne ikke tegnes. Det er trolig noe i teksten som programmet ikke forstår.")
    TID = "tid", _("Det tok for lang tid å lage rapporten.")
    MINNE = "minne", _("Rapporten ble for stor for maskinen.")
    AVBRUTT = "avbrutt", _("Arbeidet ble avbrutt for mange ganger.")
    INGEN_RETT = "ingen_rett", _("Den som bestilte, har ikke lenger rett til å bestille rapporter.")
    DATA = "data", _("Grunnlaget for rapporten kan ikke leses.")


class Jobbsteg(TextChoices):
    """How far a job has come, in the reader's words."""

    KO = "ko", _("Venter på tur")
    TALL = "tall", _("Henter det som er meldt")
    TEGNER = "tegner", _("Setter sidene")
    LAGRER = "lagrer", _("Lagrer dokumentet")
    FERDIG = "ferdig", _("Dokumentet er klart")


PROSENT = {Jobbsteg.KO: 5, Jobbsteg.TALL: 20, Jobbsteg.TEGNER: 50, Jobbsteg.LAGRER: 90, Jobbsteg.FERDIG: 100}

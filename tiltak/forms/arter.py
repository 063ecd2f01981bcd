"""What each kind of activity asks for, as one table: few fields, each with the words that fit the kind."""

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from ..choices import Aktivitetsart as A

Tekst = str | Promise


@dataclass(frozen=True)
class Art:
    """`felt` names the fields beyond title, date and status, with the label this kind gives them."""

    art: A
    forklaring: Tekst
    felt: dict[str, Tekst]


SAMMEN = _("Sammen med")
DELTAKERE = _("Deltakere")
NOTAT = _("Kort om innholdet")

ARTER: tuple[Art, ...] = (
    Art(
        A.KURS,
        _("Et kurs som alt står under Samarbeid, eller et kurs andre holder."),
        {"kurs": _("Kurset i Samarbeid"), "aktor": _("Arrangør"), "antall": DELTAKERE, "notat": NOTAT},
    ),
    Art(
        A.MOTE,
        _("Et møte som ikke hører til et forum."),
        {"aktor": SAMMEN, "antall": DELTAKERE, "notat": _("Hva ble dere enige om?")},
    ),
    Art(
        A.FORUM,
        _("Et forum under Samarbeid som også arbeider med dette tiltaket."),
        {"forum": _("Forumet i Samarbeid"), "notat": NOTAT},
    ),
    Art(
        A.NETTVERK,
        _("Deltakelse i et nettverk: hvem dere møtte, og hva dere tok med hjem."),
        {"aktor": _("Nettverk eller vert"), "notat": _("Hva lærte vi?"), "adresse": _("Lenke")},
    ),
    Art(
        A.OPPLEGG,
        _("En utgave av et undervisningsopplegg, med dato for ny gjennomgang."),
        {"aktor": _("Laget sammen med"), "revisjon": _("Gjennomgås på nytt"), "notat": NOTAT, "adresse": _("Lenke")},
    ),
    Art(
        A.TATT_I_BRUK,
        _("At en skole eller tjeneste har tatt noe i bruk."),
        {
            "aktor": _("Skole eller tjeneste"),
            "antall": _("Antall steder, klasser eller grupper"),
            "revisjon": _("Gjennomgås på nytt"),
            "notat": NOTAT,
        },
    ),
    Art(
        A.GRUPPE,
        _("En gruppe eller et løp. Vi teller deltakere, og skriver ikke ned hvem."),
        {"aktor": _("Hvem holder gruppa?"), "antall": DELTAKERE, "notat": NOTAT},
    ),
    Art(
        A.TILSKUDD,
        _("En tilskuddsordning eller en tildeling, og om inkludering er et kriterium."),
        {"aktor": _("Etat"), "antall": _("Søknader som fikk ja"), "notat": _("Kriteriet, slik det står")},
    ),
    Art(
        A.UTTALELSE,
        _("Det en etat sier om sitt eget arbeid, én gang i året."),
        {"aktor": _("Etat"), "notat": _("Hva etaten sier"), "adresse": _("Lenke")},
    ),
    Art(
        A.PUBLIKASJON,
        _("Noe som er gitt ut: artikkel, brosjyre, film eller nettside."),
        {"aktor": _("Gitt ut av"), "notat": NOTAT, "adresse": _("Lenke")},
    ),
    Art(
        A.UTREDNING,
        _("Et notat eller en kartlegging."),
        {"aktor": _("Laget av"), "notat": _("Hva den svarer på"), "adresse": _("Lenke")},
    ),
    Art(
        A.TILBUD,
        _("Noe folk kan få hos en tjeneste."),
        {"aktor": _("Hvem gir tilbudet?"), "revisjon": _("Gjennomgås på nytt"), "notat": NOTAT, "adresse": _("Lenke")},
    ),
)
ART = {art.art: art for art in ARTER}
VALGFRIE = ("kurs", "forum", "aktor", "antall", "revisjon", "notat", "adresse")

"""The values of the plan part. Labels are what a user reads; values never change once stored."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class Status(TextChoices):
    """How a tiltak stands in a year (beslutninger 32). Decided by a person, only proposed by the machine."""

    IKKE_STARTET = "ikke_startet", _("Ikke startet")
    I_RUTE = "i_rute", _("I rute")
    NOE_FORSINKET = "noe_forsinket", _("Noe forsinket")
    STAR_STILLE = "star_stille", _("Står stille")
    GJENNOMFORT = "gjennomfort", _("Gjennomført")
    TATT_UT = "tatt_ut", _("Tatt ut av planen")


FERDIG = (Status.GJENNOMFORT, Status.TATT_UT)  # nothing more is waited for


class Tiltakstype(TextChoices):
    """What sort of promise it is: to look into something, to set something up, or to keep doing something."""

    UTREDNING = "utredning", _("Utredning")
    ETABLERING = "etablering", _("Etablering")
    LOPENDE = "lopende", _("Løpende")


class Ansvarsetikett(TextChoices):
    """The plan uses three different labels before the responsible parties (faggrunnlag 19)."""

    UTFORING = "utforing", _("Ansvar for utføring")
    OPPFOLGING = "oppfolging", _("Ansvar for oppfølging")
    BARE_OPPFOLGING = "bare_oppfolging", _("Oppfølging")


class Ansvarsrolle(TextChoices):
    """The party named first is hovedansvarlig, by the plan's own rule."""

    HOVEDANSVARLIG = "hovedansvarlig", _("Hovedansvarlig")
    MEDANSVARLIG = "medansvarlig", _("Medansvarlig")
    SAMARBEIDSPART = "samarbeidspart", _("Samarbeidspart")
    USPESIFISERT = "uspesifisert", _("Ikke navngitt")


class Avsnittskode(TextChoices):
    """The parts of the document that belong to no single tiltak."""

    FORORD = "forord", _("Forord")
    BAKGRUNN = "bakgrunn", _("Bakgrunn")
    VEIEN_FREMOVER = "veien_fremover", _("Veien fremover")
    ANSVARSREGEL = "ansvarsregel", _("Om ansvar")
    MULIGE_TILTAK = "mulige_tiltak", _("Om mulige tiltak")


class Aktivitetsart(TextChoices):
    """What is done under a tiltak: each has its line (docs/faggrunnlag.md). The fields of each: forms/arter.py."""

    KURS = "kurs", _("Kurs eller seminar")
    MOTE = "mote", _("Møte")
    FORUM = "forum", _("Forum")
    NETTVERK = "nettverk", _("Nettverk")
    OPPLEGG = "opplegg", _("Undervisningsopplegg")
    TATT_I_BRUK = "tatt_i_bruk", _("Tatt i bruk")
    GRUPPE = "gruppe", _("Gruppe")
    TILSKUDD = "tilskudd", _("Tilskudd")
    UTTALELSE = "uttalelse", _("Uttalelse fra en etat")
    PUBLIKASJON = "publikasjon", _("Publikasjon")
    UTREDNING = "utredning", _("Utredning")
    TILBUD = "tilbud", _("Tilbud")


class Aktivitetsstatus(TextChoices):
    PLANLAGT = "planlagt", _("Planlagt")
    GJENNOMFORT = "gjennomfort", _("Gjennomført")
    AVLYST = "avlyst", _("Avlyst")


class Lenkeart(TextChoices):
    """A pointer out of the tiltak: to a document, to the national plan, or to a site."""

    DOKUMENT = "dokument", _("Dokument")
    NASJONALT = "nasjonalt", _("Tiltak i nasjonal plan")
    NETTSTED = "nettsted", _("Nettsted")


class Filtype(TextChoices):
    """What may be uploaded, by its ending."""

    PDF = "pdf", "PDF"
    DOCX = "docx", "Word"
    XLSX = "xlsx", "Excel"
    PPTX = "pptx", "PowerPoint"
    ODT = "odt", "ODT"
    ODS = "ods", "ODS"
    ODP = "odp", "ODP"
    PNG = "png", "PNG"
    JPEG = "jpeg", "JPEG"


_OFFICE, _ODF = "application/vnd.openxmlformats-officedocument.", "application/vnd.oasis.opendocument."
MIME: dict[str, str] = {
    Filtype.PDF: "application/pdf",
    Filtype.DOCX: _OFFICE + "wordprocessingml.document",
    Filtype.XLSX: _OFFICE + "spreadsheetml.sheet",
    Filtype.PPTX: _OFFICE + "presentationml.presentation",
    Filtype.ODT: _ODF + "text",
    Filtype.ODS: _ODF + "spreadsheet",
    Filtype.ODP: _ODF + "presentation",
    Filtype.PNG: "image/png",
    Filtype.JPEG: "image/jpeg",
}


class Varselart(TextChoices):
    """What a digest tells, from the mildest to the gravest; each has its own wording."""

    FORESPORSEL = "foresporsel", _("Når du ber om status")
    PAMINNELSE = "paminnelse", _("Når fristen nærmer seg")
    OVER_FRIST = "over_frist", _("Når fristen er over")
    LEDER = "leder", _("Til lederen, når den ansvarlige ikke har svart")


class Sendetilstand(TextChoices):
    """The way of one e-mail. What was cut off while it was handed over is never sent again the same day."""

    VENTER = "venter", _("Venter på å bli sendt")
    SENDER = "sender", _("Sendes nå")
    SENDT = "sendt", _("Sendt")
    AVBRUTT = "avbrutt", _("Avbrutt under sending, kan ha kommet fram")
    FEILET = "feilet", _("Ikke sendt")


class Muligtilstand(TextChoices):
    """How far a possible tiltak has come on its way into the plan."""

    IDE = "ide", _("Idé")
    VURDERT = "vurdert", _("Vurdert")
    FORESLATT = "foreslatt", _("Foreslått")
    VEDTATT = "vedtatt", _("Vedtatt")
    AVVIST = "avvist", _("Avvist")


class Utfall(TextChoices):
    """What became of a tiltak when the plan was revised."""

    VIDEREFORT = "viderefort", _("Videreført")
    ENDRET = "endret", _("Endret")
    SLATT_SAMMEN = "slatt_sammen", _("Slått sammen")
    DELT = "delt", _("Delt")
    UTGATT = "utgatt", _("Utgått")


class Statuskrav(TextChoices):
    """Who must agree to a report: the koordinator, or for an important tiltak that is done, a second person."""

    INGEN = "", _("Ingen")
    GODKJENNING = "godkjenning", _("Koordinatoren godkjenner")
    BEKREFTELSE = "bekreftelse", _("En annen person bekrefter")


class Vurderingsutfall(TextChoices):
    GODKJENT = "godkjent", _("Godkjent")
    SENDT_TILBAKE = "sendt_tilbake", _("Sendt tilbake")


class Visning(TextChoices):
    """What a coordinator looks for first."""

    FORSINKET = "forsinket", _("Over fristen")
    STILLE = "stille", _("Ikke meldt i år")


class Gruppering(TextChoices):
    OMRADE = "", _("Innsatsområde")
    ANSVARLIG = "ansvarlig", _("Hovedansvarlig")
    PRINSIPP = "prinsipp", _("Prinsipp")

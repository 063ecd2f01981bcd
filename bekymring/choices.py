"""Every value a case may hold. What must not be recorded (faggrunnlag 11) has no value here, and gets none."""

from dateutil.relativedelta import relativedelta
from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class Tilstand(TextChoices):
    """Where a case is. KLADD is not one of them: a draft is an `Utkast` (beslutninger 20)."""

    MOTTATT = "mottatt", _("Mottatt")
    RETURNERT = "returnert", _("Sendt tilbake")
    ANONYM_DROFTING = "anonym_drofting", _("Drøftes uten navn")
    AVKLARING = "avklaring", _("Avklaring")
    HENVIST = "henvist", _("Henvist til kjernegruppe")
    PA_SAKSLISTE = "pa_saksliste", _("På saksliste")
    KONKLUDERT = "konkludert", _("Konkludert")
    SAMTALE = "samtale", _("Bekymringssamtale")
    TILTAK_PAGAR = "tiltak_pagar", _("Oppfølging pågår")
    EVALUERING = "evaluering", _("Evaluering")
    STANSET = "stanset", _("Stanset")
    AVSLUTTET = "avsluttet", _("Avsluttet")
    OVERFORT = "overfort", _("Overført")
    SPERRET = "sperret", _("Sperret")


LUKKET = (Tilstand.AVSLUTTET, Tilstand.OVERFORT, Tilstand.SPERRET)
# From these a case can be stopped or handed over. STANSET is neither open nor closed: it only leads on or out.
APNE = tuple(tilstand for tilstand in Tilstand if tilstand not in {*LUKKET, Tilstand.STANSET})


class Modus(TextChoices):
    """How the person is known. ANONYM unless someone chooses otherwise (R9)."""

    ANONYM = "anonym", _("Uten navn")
    IDENTIFISERT = "identifisert", _("Med navn")
    FAMILIE = "familie", _("Familieveiledning")


class Aldersspenn(TextChoices):
    """The only thing about the person that stands in a heading (beslutninger 22)."""

    UNDER_10 = "under_10", _("under 10 år")
    A10_12 = "10_12", _("10–12 år")
    A13_15 = "13_15", _("13–15 år")
    A16_17 = "16_17", _("16–17 år")
    A18_24 = "18_24", _("18–24 år")
    A25 = "25_pluss", _("25 år eller eldre")


VOKSEN = frozenset({Aldersspenn.A18_24, Aldersspenn.A25})
# From and to, in whole years; and the birthday within or after a span that changes who must consent (R16, R17).
AR = {
    Aldersspenn.UNDER_10: (0, 10),
    Aldersspenn.A10_12: (10, 13),
    Aldersspenn.A13_15: (13, 16),
    Aldersspenn.A16_17: (16, 18),
    Aldersspenn.A18_24: (18, 25),
    Aldersspenn.A25: (25, 120),
}
BURSDAG = {Aldersspenn.A10_12: 13, Aldersspenn.A13_15: 15, Aldersspenn.A16_17: 18}


class Sakrolle(TextChoices):
    """Role in one case: the reason (`grunnlag`) on a `Tilgang` row (beslutninger 14)."""

    KOORDINATOR = "koordinator", _("SLT-koordinator på vakt")
    SAKSANSVARLIG = "saksansvarlig", _("saksansvarlig")
    MELDER = "melder", _("melder")
    GRUPPE = "gruppe", _("medlem av kjernegruppa")
    ANSVARSGRUPPE = "ansvarsgruppe", _("medlem av ansvarsgruppa")
    SAMTALE = "samtale", _("fører bekymringssamtalen")
    MENTOR = "mentor", _("mentor")
    MOTTAKER = "mottaker", _("har fått utvalgte tekster")
    NODTILGANG = "nodtilgang", _("nødtilgang")
    GJENAPNING = "gjenapning", _("gjenåpnet av to")


# What a ground must cover. The other roles are the exceptions, a short list that `vern.gi_tilgang` knows.
TRENGER_GRUNNLAG = (Sakrolle.GRUPPE, Sakrolle.ANSVARSGRUPPE, Sakrolle.SAMTALE, Sakrolle.MENTOR, Sakrolle.MOTTAKER)


class Nodgrunnlag(TextChoices):
    """Why a case is opened without being shared (ADR 13)."""

    LIV = "liv", _("Noen kan være i fare for liv eller helse nå")
    AVVERGE = "avverge", _("Plikt til å avverge en alvorlig straffbar handling")
    BARN = "barn", _("Et barn kan trenge vern med en gang")
    UTE = "ute", _("Den som har saken, er ikke å få tak i, og det kan ikke vente")


class Nodkonklusjon(TextChoices):
    """What the reviewer found."""

    NODVENDIG = "nodvendig", _("Nødvendig og riktig brukt")
    GOD_TRO = "god_tro", _("Ikke nødvendig, men brukt i god tro")
    BRUDD = "brudd", _("Brudd som følges opp")


class Gjenapningsformal(TextChoices):
    """What a closed case is opened again for, by two (R49). What is new belongs in a case of its own."""

    INNSYN = "innsyn", _("Personen eller de foresatte ber om innsyn")
    NY_BEKYMRING = "ny_bekymring", _("En ny bekymring kan gjelde samme person")
    ARKIV = "arkiv", _("Saken skal vurderes for arkiv")
    FEIL = "feil", _("Saken ble avsluttet ved en feil")


# Named by their part only, in lists and in events (beslutninger 12).
UTEN_NAVN = {Sakrolle.MELDER: _("Melder"), Sakrolle.MENTOR: _("Mentor")}
# What who leads a case can give by hand; the rest follows from a move.
GIS_FOR_HAND = (Sakrolle.GRUPPE, Sakrolle.ANSVARSGRUPPE, Sakrolle.SAMTALE, Sakrolle.SAKSANSVARLIG)


class Sperregrunn(TextChoices):
    """Why somebody is inhabil (forvaltningsloven § 6). A choice, never words: words could tell of a family."""

    SELV = "selv", _("har selv sagt fra")
    PART = "part", _("er selv part i saken")
    SLEKT = "slekt", _("er i slekt eller familie")
    KOLLEGA = "kollega", _("er kollega, venn eller har en annen nær tilknytning")


class Rett(TextChoices):
    """What one grant lets its holder do. `se` is the register line; a text needs `les` in its own zone."""

    SE = "se", _("se nummer, tilstand og frist")
    LES = "les", _("lese")
    DELT = "delt", _("lese det som er delt")
    EGNE = "egne", _("lese det du selv har skrevet")
    SKRIV = "skriv", _("skrive")
    LED = "led", _("lede saken")


class Grupperolle(TextChoices):
    """Role in a kjernegruppe."""

    LEDER = "leder", _("leder")
    MEDLEM = "medlem", _("medlem")


class Arena(TextChoices):
    """The kind of place, never which one: a school and a class point to a person (R9)."""

    SKOLE = "skole", _("skole")
    FRITID = "fritid", _("fritid")
    NETT = "nett", _("nett")
    HJEM = "hjem", _("hjem")
    ARBEID = "arbeid", _("arbeid eller aktivitetstilbud")
    ANNET = "annet", _("et annet sted")


class Kildetype(TextChoices):
    """How the reporter knows: seen themselves, or told (faggrunnlag 12)."""

    SELV = "selv", _("Jeg har sett eller hørt det selv")
    FORTALT = "fortalt", _("Noen har fortalt meg det")
    BEGGE = "begge", _("Noe har jeg sett selv, noe er fortalt meg")


class Tekstart(TextChoices):
    """What kind of text a `Tekst` is. Each tells fact, assessment or information from others (R46)."""

    OBSERVASJON = "observasjon", _("Det som er observert")
    BESKYTTELSE = "beskyttelse", _("Det som er bra")
    GJORT = "gjort", _("Det som er gjort")
    BEGRUNNELSE = "begrunnelse", _("Begrunnelse")
    VURDERING = "vurdering", _("Vurdering")
    DEN_UNGES_SYN = "den_unges_syn", _("Den unges syn")
    BARNETS_BESTE = "barnets_beste", _("Barnets beste")
    KONKLUSJON = "konklusjon", _("Konklusjon")
    OPPGAVE = "oppgave", _("Oppgave")
    REFERAT = "referat", _("Referat")
    AVTALE = "avtale", _("Veien videre")
    NODVENDIGHET = "nodvendighet", _("Hvorfor det er nødvendig")
    KONTAKT = "kontakt", _("Kontaktlogg")
    EVALUERING = "evaluering", _("Evaluering")
    IDENTITET = "identitet", _("Hvem det gjelder")
    ONSKE = "onske", _("Det familien ønsker hjelp til")
    NOTAT = "notat", _("Notat")


class Hendelseart(TextChoices):
    """What happened. A move writes the art of its row in `workflow.py`."""

    MELDT = "meldt", _("Bekymring meldt")
    FAMILIE = "familie", _("Familieveiledning startet")
    ANGRET = "angret", _("Steget ble angret")
    TATT_IMOT = "tatt_imot", _("Koordinatoren tok imot bekymringen")
    RETURNERT = "returnert", _("Sendt tilbake til melderen")
    SENDT_PA_NYTT = "sendt_pa_nytt", _("Sendt på nytt")
    DROFTES = "droftes", _("Drøftes uten navn")
    TIL_AVKLARING = "til_avklaring", _("Til avklaring")
    SAMTYKKE = "samtykke", _("Samtykke gitt")
    SAMTYKKE_TRUKKET = "samtykke_trukket", _("Samtykket gjelder ikke lenger")
    SAMTYKKE_ENDRET = "samtykke_endret", _("Et samtykke er fornyet, snevret inn eller rettet")
    GRUNNLAG = "grunnlag", _("Grunnlag for deling registrert")
    GRUNNLAG_BEKREFTET = "grunnlag_bekreftet", _("Grunnlag for deling bekreftet")
    GRUNNLAG_AVSLATT = "grunnlag_avslatt", _("Grunnlag for deling ble ikke bekreftet")
    GRUNNLAG_SLUTT = "grunnlag_slutt", _("Grunnlag for deling avsluttet")
    UNNTAK = "unntak", _("Unntak fra en foresatts samtykke registrert")
    UNNTAK_BEKREFTET = "unntak_bekreftet", _("Unntak fra en foresatts samtykke bekreftet")
    UNNTAK_AVSLATT = "unntak_avslatt", _("Unntak fra en foresatts samtykke ble ikke bekreftet")
    UNNTAK_SLUTT = "unntak_slutt", _("Unntak fra en foresatts samtykke avsluttet")
    HENVIST = "henvist", _("Henvist til kjernegruppa")
    SENDT_TILBAKE = "sendt_tilbake", _("Kjernegruppa sendte saken tilbake")
    PA_SAKSLISTE = "pa_saksliste", _("Satt på saksliste")
    UTSATT = "utsatt", _("Utsatt til et senere møte")
    VURDERING = "vurdering", _("Vurdering skrevet")
    KONKLUDERT = "konkludert", _("Kjernegruppa konkluderte")
    SAMTALE_AVTALT = "samtale_avtalt", _("Bekymringssamtale avtalt")
    SAMTALE_FLYTTET = "samtale_flyttet", _("Samtalen ble flyttet")
    SAMTALE_AVLYST = "samtale_avlyst", _("Samtalen ble ikke noe av")
    SAMTALE_HOLDT = "samtale_holdt", _("Samtalen er gjennomført")
    ANSVARSGRUPPE = "ansvarsgruppe", _("Ansvarsgruppe opprettet")
    MENTOR_FORESLATT = "mentor_foreslatt", _("Mentor foreslått")
    MENTOR_AVTALE = "mentor_avtale", _("Avtalen med mentoren er signert")
    MENTOR = "mentor", _("Mentor er i gang")
    MENTOR_PAUSE = "mentor_pause", _("Mentorforløpet har pause")
    MENTOR_SLUTT = "mentor_slutt", _("Mentorforløpet er avsluttet")
    ANSVARSGRUPPE_SLUTT = "ansvarsgruppe_slutt", _("Ansvarsgruppa er avsluttet")
    KONTAKT = "kontakt", _("Kontakt med mentor")
    OPPFOLGING = "oppfolging", _("Oppfølging startet")
    OPPGAVE = "oppgave", _("Oppgave gitt")
    OPPGAVE_FERDIG = "oppgave_ferdig", _("Oppgave gjort")
    OPPGAVE_OVERLATT = "oppgave_overlatt", _("Oppgave overlatt til en tjeneste")
    EVALUERING = "evaluering", _("Klar for evaluering")
    FORTSETTER = "fortsetter", _("Oppfølgingen fortsetter")
    STANSET = "stanset", _("Saken er stanset")
    AVVERGING = "avverging", _("Politiet er varslet for å avverge fare")
    BARNEVERN = "barnevern", _("Barnevernet har fått melding")
    INHABIL = "inhabil", _("En person er tatt ut av saken")
    HABIL = "habil", _("En person kan være med i saken igjen")
    OVERFORT = "overfort", _("Overført")
    AVSLUTTET = "avsluttet", _("Avsluttet")
    SPERRET = "sperret", _("Sperret")
    GJENAPNET = "gjenapnet", _("Gjenåpnet")
    ALDER = "alder", _("Alderen er rettet")
    KORT_SKREVET = "kort_skrevet", _("Skrev hvem saken gjelder")
    KORT_APNET = "kort_apnet", _("Åpnet hvem saken gjelder")
    KORT_DELT = "kort_delt", _("Delte hvem saken gjelder")
    TILGANG = "tilgang", _("Tilgang gitt")
    TILGANG_SLUTT = "tilgang_slutt", _("Tilgang avsluttet")
    GJENNOMGANG = "gjennomgang", _("Tilgangene er gjennomgått")
    DELT = "delt", _("Opplysninger delt")
    DELING_SLUTT = "deling_slutt", _("Delingen er avsluttet")
    NODTILGANG = "nodtilgang", _("Nødtilgang brukt")


class Beskjedart(TextChoices):
    """What somebody is told, without content (R30). The words under it stand in `visning/beskjed.py`."""

    TILGANG_SLUTT = "tilgang_slutt", _("Du har ikke lenger tilgang til en sak")
    SAMTALE_FORER = "samtale_forer", _("En samtale du skulle holde, er avlyst")
    SAMTALE_SI_FRA = "samtale_si_fra", _("Si fra at samtalen er avlyst")
    STANSET = "stanset", _("En sak er stanset fordi grunnlaget er borte")
    LUKKET = "lukket", _("Noe som var delt, er lukket")
    OPPGAVE_IGJEN = "oppgave_igjen", _("Noe står igjen hos en som er ute av saken")
    UTEN_LEDER = "uten_leder", _("En sak ligger i kjernegruppa uten leder")
    GAR_UT = "gar_ut", _("Grunnlaget i en sak går snart ut")
    FYLLER = "fyller", _("Det skal snart andre samtykker til i en sak")
    FYLT = "fylt", _("Alderen i en sak er endret av seg selv")


class Flytrolle(TextChoices):
    """Who may make a move: role in the case and place in the group, worked out in `policy.py`."""

    MELDER = "melder", _("melder")
    SAKSANSVARLIG = "saksansvarlig", _("saksansvarlig koordinator")
    GRUPPELEDER = "gruppeleder", _("leder av kjernegruppa")
    GRUPPEMEDLEM = "gruppemedlem", _("medlem av kjernegruppa")
    POLITIKONTAKT = "politikontakt", _("politikontakt i saken")
    ANSVARLIG = "ansvarlig", _("ansvarlig for oppfølgingen")
    MENTOR = "mentor", _("mentor")


class Kortformal(TextChoices):
    """Why somebody needs to know who the case concerns (beslutninger 8)."""

    AVTALE = "avtale", _("Avtale eller holde en samtale")
    INFORMERE = "informere", _("Informere personen eller de foresatte")
    SAMTYKKE = "samtykke", _("Innhente eller fornye et samtykke")
    OPPFOLGING = "oppfolging", _("Følge opp personen")


class Sokeformal(TextChoices):
    """Why a koordinator asks whether a person already is in one of their cases. A choice: words could name someone."""

    NY_MELDING = "ny_melding", _("Jeg har fått en ny melding")
    HENVENDELSE = "henvendelse", _("Noen har kontaktet meg om personen")
    INNSYN = "innsyn", _("Personen eller de foresatte ber om innsyn")


class Sluttarsak(TextChoices):
    """Why a case ended. None of them says anything about the person (R7)."""

    INGEN_BEKYMRING = "ingen_bekymring", _("Ikke grunn til bekymring")
    RAD_GITT = "rad_gitt", _("Råd er gitt")
    IKKE_BEHOV = "ikke_behov", _("Ikke behov for mer oppfølging")
    IKKE_GRUNNLAG = "ikke_grunnlag", _("Ikke grunnlag for å dele opplysninger")
    MAL_NADD = "mal_nadd", _("Målet er nådd")


class Konklusjonstype(TextChoices):
    """What a kjernegruppe may recommend. A recommendation, never an enkeltvedtak (faggrunnlag 4)."""

    INGEN_BEKYMRING = "ingen_bekymring", _("Ikke grunn til bekymring")
    MER_AVKLARING = "mer_avklaring", _("Mer avklaring i egen tjeneste")
    TILBUD = "tilbud", _("Tilbud i en tjeneste")
    SAMTALE = "samtale", _("Anbefale bekymringssamtale")
    ANSVARSGRUPPE = "ansvarsgruppe", _("Ansvarsgruppe")
    MENTOR = "mentor", _("Mentor")
    VEILEDNING = "veiledning", _("Veiledning til familien")
    KONFLIKTRAD = "konfliktrad", _("Konfliktrådet")


class Samtaletype(TextChoices):
    BEKYMRING = "bekymring", _("Bekymringssamtale")
    AVKLARING = "avklaring", _("Avklaringssamtale")
    OPPFOLGING = "oppfolging", _("Oppfølgingssamtale")


class Samtalespor(TextChoices):
    """The two tracks (faggrunnlag 6). Concern about lawful views alone is always the first."""

    FRIVILLIG = "frivillig", _("Frivillig invitasjon")
    PALAGT = "palagt", _("Pålagt møte")


class Samtaletilstand(TextChoices):
    AVTALT = "avtalt", _("Avtalt")
    GJENNOMFORT = "gjennomfort", _("Gjennomført")
    AVLYST = "avlyst", _("Ble ikke noe av")


class Samtaleutfall(TextChoices):
    """How a conversation ended. Not coming has no consequence and is no flag (saksgang 10)."""

    INGEN_GRUNN = "ingen_grunn", _("Ikke grunn til bekymring")
    NY_SAMTALE = "ny_samtale", _("Ny samtale om noen uker")
    OPPFOLGING = "oppfolging", _("Ansvarsgruppe eller mentor")
    ANNEN_INSTANS = "annen_instans", _("En annen instans tar over")


class Stedstype(TextChoices):
    """The kind of place a conversation is held."""

    POLITISTASJON = "politistasjon", _("politistasjonen")
    SKOLE = "skole", _("skolen")
    HJEMME = "hjemme", _("hjemme")
    KOMMUNE = "kommune", _("kommunens lokaler")
    UTE = "ute", _("et annet sted")


class Partstype(TextChoices):
    """Whom the case concerns in law. Each guardian is a party of their own, with their own consent (R20)."""

    SELV = "selv", _("Personen selv")
    FORESATT = "foresatt", _("Foresatt")
    FAMILIE = "familie", _("Familiemedlem som får veiledning")


class Samtykkeart(TextChoices):
    """Which rule says who consents (R16). A case of this field is always `saerlig`; health has its own."""

    ORDINAER = "ordinaer", _("Vanlige opplysninger")
    SAERLIG = "saerlig", _("Bekymring om syn eller tro")
    HELSE = "helse", _("Helseopplysninger")


class Samtykkeform(TextChoices):
    SKRIFTLIG = "skriftlig", _("Skriftlig")
    MUNTLIG = "muntlig", _("Muntlig, med vitne")


class Avlosning(TextChoices):
    """How another consent took the place of one. None of them is a withdrawal (R7)."""

    FORNY = "forny", _("fornyet")
    SNEVRE = "snevre", _("snevret inn")
    RETT = "rett", _("rettet, det var registrert feil")


class Registreringsfeil(TextChoices):
    """What was wrong with a consent that is put right. No free text: it would say something of who consents (R7)."""

    HVEM = "hvem", _("hvem som samtykket")
    MOTTAKER = "mottaker", _("hvem det deles med")
    HVA = "hva", _("hva som kan deles, eller hva det skal brukes til")
    LENGE = "lenge", _("hvor lenge det gjelder, eller hvordan det ble gitt")


class Mentortilstand(TextChoices):
    FORESLATT = "foreslatt", _("Foreslått")
    AVTALT = "avtalt", _("Avtale signert")
    AKTIV = "aktiv", _("I gang")
    PAUSE = "pause", _("Pause")
    AVSLUTTET = "avsluttet", _("Avsluttet")


class Kontakttype(TextChoices):
    MOTE = "mote", _("Møttes")
    TELEFON = "telefon", _("Telefon eller melding")
    AKTIVITET = "aktivitet", _("Aktivitet sammen")
    NETTVERK = "nettverk", _("Møte med familie eller nettverk")


class Formal(TextChoices):
    """What a sharing is for (R5): chosen, since words could name someone. One does not imply another."""

    DROFTING = "drofting", _("Drøfte saken uten navn")
    KJERNEGRUPPE = "kjernegruppe", _("Drøfte saken i kjernegruppa og finne riktig hjelp")
    SAMTALE = "samtale", _("Holde en bekymringssamtale")
    ANSVARSGRUPPE = "ansvarsgruppe", _("Følge opp i en ansvarsgruppe")
    MENTOR = "mentor", _("Være mentor")
    NAV = "nav", _("Hjelp fra NAV eller Oppfølgingstjenesten")
    MEGLING = "megling", _("Møte i Konfliktrådet")
    OPPFOLGING = "oppfolging", _("Tett oppfølging")
    AKTIVITET = "aktivitet", _("Aktivitet eller støttegruppe")
    EXIT = "exit", _("Hjelp til å bryte ut")
    FAMILIE = "familie", _("Veiledning til familien")
    OVERFORING = "overforing", _("Overføre saken")


# How long at a time: a consent or a sharing on it, and what no consent carries.
TOLV_MANEDER = relativedelta(years=1)
TRE_MANEDER = relativedelta(months=3)
# A consent that lasts as long as a relation to a person is given in writing (faggrunnlag 10).
SKRIFTLIG = (Formal.ANSVARSGRUPPE, Formal.MENTOR)
FORMAL_FOR_ROLLE = {
    Sakrolle.GRUPPE: Formal.KJERNEGRUPPE,
    Sakrolle.SAMTALE: Formal.SAMTALE,
    Sakrolle.ANSVARSGRUPPE: Formal.ANSVARSGRUPPE,
    Sakrolle.MENTOR: Formal.MENTOR,
}
# For these the recipient may be one person; for all else it is a workplace.
TIL_PERSON = (Formal.ANSVARSGRUPPE, Formal.MENTOR)


class Opplysning(TextChoices):
    """Kinds of information, from less to more (R3). `MED_NAVN` covers `UTEN_NAVN`; nothing else covers another."""

    UTEN_NAVN = "uten_navn", _("Det som står i saken, så lenge ingen kan kjennes igjen")
    MED_NAVN = "med_navn", _("Det som står i saken, når de vet hvem den gjelder")
    IDENTITET = "identitet", _("Navn og kontaktopplysninger")
    HELSE = "helse", _("Helseopplysninger")
    UTVALGTE = "utvalgte", _("Bare tekster som velges ut og deles")
    UTFALL = "utfall", _("Hva det førte til, og avtalte oppgaver")


class Foresattkontakt(TextChoices):
    """Who contacts the guardians before a conversation."""

    POLITI = "politi", _("Politikontakten")
    KOORDINATOR = "koordinator", _("SLT-koordinatoren")
    TJENESTE = "tjeneste", _("Tjenesten som kjenner familien")
    IKKE_AKTUELT = "ikke_aktuelt", _("Ingen, personen er over 18 år")


class Gjennomforing(TextChoices):
    """First question of the referat (jobb 6)."""

    SOM_AVTALT = "som_avtalt", _("Ja, som avtalt")
    UTEN_FORESATTE = "uten_foresatte", _("Ja, men uten foresatte")
    NEI = "nei", _("Nei")


class Restrisiko(TextChoices):
    """What is left of risk when the measures are in place (personvernforordningen art. 36)."""

    LAV = "lav", _("Lav nok til å starte")
    DROFTET = "droftet", _("Høy, og drøftet med Datatilsynet")


KORTESTE_GRUNN = 20  # signs: one letter is no reason for sharing without consent (R4)


class Hjemmelkode(TextChoices):
    """Keys of the catalogue; the law itself is data (faggrunnlag 14)."""

    SAMTYKKE = "samtykke", _("Samtykke")
    ANONYM = "anonym", _("Uten navn")
    ALMENT_KJENT = "alment_kjent", _("Alment kjent")
    SAMME_ORGAN = "samme_organ", _("Samme organ")
    EGNE_OPPGAVER = "egne_oppgaver", _("Egne oppgaver")
    ANMELDELSE = "anmeldelse", _("Anmeldelse")
    LIV_HELSE = "liv_helse", _("Fare for liv eller helse")
    FORSKRIFT = "forskrift", _("Forskrift")
    AVVERGING = "avverging", _("Avverging")
    BARNEVERN = "barnevern", _("Melding til barnevernet")
    POLITI = "politi", _("Politiets egen lov")
    OPPLYSNINGSPLIKT = "opplysningsplikt", _("Opplysningsplikt")
    MOTEPLIKT = "moteplikt", _("Møteplikt for barn")


class Tallart(TextChoices):
    """Acts that are counted and published: cases in which the act happened in the year (beslutninger 31)."""

    MELDT = "meldt", _("Meldt bekymring")
    VURDERT = "vurdert", _("Vurdert i kjernegruppa")
    SAMTALE = "samtale", _("Bekymringssamtale")
    OPPFOLGING = "oppfolging", _("Ansvarsgruppe eller mentor")

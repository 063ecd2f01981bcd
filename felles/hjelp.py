"""The help pages: one for each job, written as the steps one takes."""

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

Tekst = str | Promise


@dataclass(frozen=True)
class Hjelpeside:
    slug: str
    tittel: Tekst
    for_hvem: Tekst
    ingress: Tekst
    steg: tuple[Tekst, ...]
    godt_a_vite: tuple[Tekst, ...] = ()


SIDER: tuple[Hjelpeside, ...] = (
    Hjelpeside(
        "meld-bekymring",
        _("Meld en bekymring"),
        _("Lærere og andre ansatte som kan melde"),
        _("Du melder det du selv har sett eller hørt. Du trenger ikke være sikker, og du melder uten navn fra start."),
        (
            _("Velg Bekymringssaker og så Meld bekymring."),
            _("Skriv hva du har sett, og hva som er bra rundt personen. Ikke skriv navn eller hva du tror er årsaken."),
            _("Si hva dere allerede har gjort, og hvem som vet om det."),
            _("Se over og send. Du får en kvittering med hvem som svarer deg."),
        ),
        (
            _("Er det fare for liv nå, ring 112."),
            _("Dette er ikke en melding til barnevernet. Den plikten har du i tillegg."),
            _("Etterpå ser du kvitteringen din, men ikke hva som skjer i saken."),
        ),
    ),
    Hjelpeside(
        "droft-uten-navn",
        _("Drøft uten navn"),
        _("Du som er usikker på om du skal melde"),
        _("Du kan spørre koordinatoren uten å si hvem det gjelder. Spørsmålet kan bli en melding senere."),
        (
            _("Velg Meld bekymring. Skjemaet spør bare om alder, aldri om navn."),
            _("Koordinatoren svarer med råd, eller foreslår en anonym drøfting i kjernegruppa."),
            _("Skal navn deles, må den det gjelder eller foresatte samtykke, eller det må finnes en annen hjemmel."),
        ),
        (_("Ta bort detaljer som gjør personen lett å kjenne igjen, som lag, klasse eller familieforhold."),),
    ),
    Hjelpeside(
        "ta-imot-bekymring",
        _("Ta imot en bekymring"),
        _("SLT-koordinator"),
        _("Du ser at en sak finnes, tilstanden og fristen. Innholdet ser du mens du har ansvar for den."),
        (
            _("Åpne saken fra Dette venter på deg."),
            _("Er noe uklart, velger du Send tilbake og skriver hva du trenger å vite."),
            _("Registrer samtykke eller en annen hjemmel før navn deles med flere."),
            _("Henvis saken til kjernegruppa, eller gi råd og avslutt. Lederen av gruppa setter den på saksliste."),
        ),
        (_("Er du inhabil, tar stedfortrederen saken."),),
    ),
    Hjelpeside(
        "samtykke-og-grunnlag",
        _("Registrer samtykke, og del det det er sagt ja til"),
        _("SLT-koordinator"),
        _("Et samtykke åpner bare for dem det nevner, det de kan få vite, og det opplysningene skal brukes til."),
        (
            _("Spør først. Skjemaet sier hvem som må si ja ved den alderen personen har."),
            _("Kryss av for hvem som har sagt ja, hvem som kan få opplysninger, hva, til hva og hvor lenge."),
            _("Gjelder samtykket bare tekster du velger ut, deler du dem fra saken. Mottakeren ser ikke noe annet."),
            _("Forny, snevre inn eller rett et samtykke i oppsummeringen av saken. Der fører du at det er trukket."),
            _("Kan ikke samtykke hentes, velger du Del uten samtykke. En annen koordinator må bekrefte."),
        ),
        (
            _("Trekkes et samtykke, lukkes det som sto på det, med en gang. Styr tilgang viser hva som har vært delt."),
            _("Ber en familie om veiledning for seg selv, velger du Familieveiledning i lista over saker."),
        ),
    ),
    Hjelpeside(
        "avslutt-en-sak",
        _("Avslutt en sak, og åpne en lukket sak"),
        _("SLT-koordinator og personvernombud"),
        _("En sak som er over, er lukket for alle. Dere må være to for å åpne den igjen."),
        (
            _("Gjør ferdig oppgavene i saken, eller overlat dem til en tjeneste."),
            _("Si fra til personen eller de foresatte, og avslutt saken."),
            _("Du kan lese saken i ti minutter. Så sperres den av seg selv."),
            _("Skal den åpnes, velger du Lukkede saker: hvilken sak, til hva, hvilke deler, hvem og hvor lenge."),
            _("Personvernombudet svarer koordinatoren, og en koordinator svarer personvernombudet."),
        ),
        (_("Er saken avsluttet ved en feil, velger du det formålet. Da går den tilbake til avklaring."),),
    ),
    Hjelpeside(
        "kjernegruppa",
        _("Forbered og hold møte i kjernegruppa"),
        _("Medlemmer og leder av en kjernegruppe"),
        _("Du ser bare saker som er satt på sakslista til gruppa di, og bare delene instansen din trenger."),
        (
            _("Åpne møtet og les sakene dine."),
            _("Skriv vurderingen din før møtet. Skriv om det dere har sett, og om det som beskytter."),
            _("Lederen velger neste steg i møtet: hva gruppa anbefaler, hvorfor, hvem som har ansvaret og innen når."),
        ),
        (_("Kjenner du noen i saken, åpner du Flere valg i saken og velger Jeg er inhabil. Da er den borte for deg."),),
    ),
    Hjelpeside(
        "bekymringssamtale",
        _("Planlegg og skriv fra en bekymringssamtale"),
        _("Politikontakt"),
        _("Samtalen er frivillig. Er personen under 18 år, skal foresatte som regel være med."),
        (
            _("Åpne saken og velg Avtal samtale."),
            _("Etter samtalen velger du Skriv referat. Det er laget for å skrives på telefonen."),
            _("Svar på de fire spørsmålene. Skriv kort, og ta bare med det som trengs for oppfølgingen."),
            _("Send. Teksten leses bare av politiet. Kjernegruppa ser hva du foreslår, og hva kommunen skal gjøre."),
        ),
        (_("Kommer ikke personen, er det ikke et tegn på noe. Saken får ikke et merke av det."),),
    ),
    Hjelpeside(
        "ansvarsgruppe-og-mentor",
        _("Følg opp i ansvarsgruppe eller som mentor"),
        _("Ansvarsgruppe, mentor og mentoransvarlig"),
        _("Oppfølging krever skriftlig samtykke. Både personen og mentoren kan slutte når som helst."),
        (
            _("Åpne saken din fra oversikten."),
            _("Logg kontakten: dato, type, og hvordan det gikk."),
            _("Evaluer etter planen, og avslutt når det ikke lenger er behov."),
        ),
        (_("Som mentor ser du avtalen og det du selv har skrevet, ikke meldingen eller det politiet skriver."),),
    ),
    Hjelpeside(
        "folg-planen",
        _("Følg handlingsplanen"),
        _("Alle ansatte"),
        _("Planen har fire innsatsområder og 18 tiltak. Alle som er logget inn, kan lese den."),
        (
            _("Oversikten viser status for alle tiltak år for år."),
            _("Åpne et tiltak for å se hvem som har ansvar, frister og hva som er gjort."),
            _("Årshjulet viser hva som skal skje når."),
        ),
        (_("Hvert symbol har sin egen form, så du kan lese det uten farger."),),
    ),
    Hjelpeside(
        "meld-status",
        _("Meld status for et tiltak"),
        _("Tiltaksansvarlige og SLT-koordinator"),
        _("Du svarer på tre ting: hvordan det går, hva som er gjort i år, og hva som er neste steg."),
        (
            _("Åpne tiltaket og velg Oppdater status."),
            _("Se på fjorårets svar ved siden av, og bruk det om igjen hvis det fortsatt stemmer."),
            _("Velger du en annen status enn den foreslåtte, skriver du hvorfor."),
            _("Se over hva statusen bygger på. Mangler noe, legger du til en lenke eller en fil rett i skjemaet."),
        ),
        (_("Endrer to personer det samme samtidig, får du se forskjellen før du lagrer."),),
    ),
    Hjelpeside(
        "be-om-status",
        _("Be om status"),
        _("SLT-koordinator"),
        _("Du spør alle som svarer for et tiltak, på én gang. Svarene kommer rett inn i planen."),
        (
            _("Velg Be om status på oversikten."),
            _("De som mangler svar i år, er valgt. Sett en frist, og skriv noe til alle hvis du vil."),
            _("Siden viser hvem som har svart. Påminnelser går av seg selv, før og etter fristen."),
            _("Flytt fristen eller avslutt innhentingen når du ikke venter på flere."),
        ),
        (
            _("Svarer ingen, får de medansvarlige og så lederen beskjed. Ingen får mer enn én e-post om dagen."),
            _("Du kan endre ordene i e-postene under Endre tekstene."),
        ),
    ),
    Hjelpeside(
        "oppdater-flere",
        _("Oppdater flere tiltak"),
        _("SLT-koordinator og tiltaksansvarlige"),
        _("Alle tiltakene dine står i én tabell, med svaret fra i fjor ved siden av."),
        (
            _("Åpne Tiltak og velg Oppdater flere tiltak."),
            _("Fyll ut rad for rad. Tabulatortasten går bortover raden og så ned til neste."),
            _("Velg Lagre på raden, eller Lagre alle endringer nederst."),
            _("Rader som ikke kan lagres, blir stående med grunnen. De andre er lagret."),
        ),
        (
            _("Utkastet lagres mens du skriver, og bare du ser det."),
            _("Har noen andre svart imens, ser du svaret deres før du lagrer."),
        ),
    ),
    Hjelpeside(
        "godkjenn-status",
        _("Godkjenn status"),
        _("SLT-koordinator, og den som bekrefter et viktig tiltak"),
        _("Du leser det andre har meldt, og ser hva det bygger på."),
        (
            _("Åpne Godkjenn status fra Dette venter på deg."),
            _("Les svaret, og åpne det som står under Bygger på."),
            _("Velg Godkjenn, eller skriv hva som må rettes og velg Send tilbake."),
        ),
        (
            _("Du godkjenner aldri din egen status."),
            _("Et viktig tiltak regnes ikke som gjennomført før en annen person har bekreftet det."),
        ),
    ),
    Hjelpeside(
        "regneark",
        _("Bruk regneark"),
        _("Tiltaksansvarlige og SLT-koordinator"),
        _("Du kan fylle ut status og milepæler i et regneark og lese det inn igjen."),
        (
            _("Åpne Tiltak og velg Last ned som Excel. Arket har de tiltakene du har valgt å vise."),
            _("Fyll ut de åpne kolonnene. La overskriftene stå."),
            _("Velg Les inn status og milepæler fra regneark. Du ser hva som blir endret, før noe lagres."),
            _("Er noe feil, står cellen og grunnen der. Rett regnearket og les det inn på nytt."),
        ),
        (_("Enten lagres alt, eller ingenting."),),
    ),
    Hjelpeside(
        "kalender",
        _("Få fristene i kalenderen din"),
        _("Alle med frister eller møter"),
        _("Kalenderprogrammet ditt kan hente fristene og møtene dine herfra."),
        (
            _("Åpne Min side og velg Lag kalenderadresse."),
            _("Kopier adressen og legg den til som abonnement i kalenderprogrammet."),
            _("Har noen andre fått se adressen, lager du en ny. Da slutter den gamle å virke."),
        ),
        (_("Kalenderen sier aldri noe fra en sak, heller ikke saksnummeret."),),
    ),
    Hjelpeside(
        "innsynslogg",
        _("Se hvem som har lest"),
        _("Alle med tilgang til saker, og personvernombudet"),
        _("Hver gang noen åpner noe i en sak, blir det ført i loggen: hvem, når og hvilken del."),
        (
            _("Du finner dine egne oppslag under Mine oppslag på Min side."),
            _("Personvernombudet åpner Innsynslogg og ser på oppslag utenom det vanlige."),
            _("Den som leder en sak, går gjennom tilgangene hvert kvartal og signerer."),
        ),
        (_("Nødtilgang blir alltid vurdert av personvernombudet etterpå."),),
    ),
    Hjelpeside(
        "gi-tilgang",
        _("Gi og avslutt roller"),
        _("Systemansvarlig"),
        _("En rolle gir tilgang til oppgaver. Tilgang til en sak gis i saken, aldri her."),
        (
            _("Åpne Min side og velg Brukere og roller. Velg en konto, eller lag en ny."),
            _("Gi rollen som trengs, med grunn, og sett en sluttdato når du vet den."),
            _("Avslutt rollen når oppgaven er over. Steng kontoen når noen slutter."),
        ),
        (_("Du kan ikke gi deg selv en rolle."),),
    ),
    Hjelpeside(
        "under-et-tiltak",
        _("Legg til aktiviteter, tall og vedtak under et tiltak"),
        _("Tiltaksansvarlige og SLT-koordinator"),
        _("Under hvert tiltak kan du vise hva som gjøres, hva som telles, og hva som er vedtatt."),
        (
            _("Åpne tiltaket og velg under Legg til: milepæl, aktivitet, indikator, vedtak, eller dokument og lenke."),
            _("En indikator får ett tall i året. Er tallet feil, legger du inn et nytt for samme år."),
            _(
                "Skriv en kommentar med @ og hele navnet når en kollega skal se på noe. "
                "Det står på oversikten til kollegaen."
            ),
            _("Velg Endre for å rette noe, eller for å ta bort det som ble ført opp ved en feil."),
        ),
        (
            _("Er det 1 til 4 personer, lagrer vi «under 5» og ikke tallet."),
            _("Ikke skriv navn på personer, og aldri noe fra en sak."),
        ),
    ),
    Hjelpeside(
        "neste-utgave",
        _("Lag neste utgave av planen"),
        _("SLT-koordinator"),
        _("Utkastet begynner som en kopi av planen. Leserne møter det først når det er vedtatt."),
        (
            _("Velg Neste utgave nederst på siden Tiltak, og lag et utkast."),
            _("Si hva som skjer med hvert tiltak: videreført, endret, slått sammen, delt eller utgått."),
            _("Legg til nye tiltak, og rett tekst og ansvarlige."),
            _("Når planen er vedtatt, registrerer du hvem som vedtok den, datoen og saksnummeret."),
        ),
        (_("Gamle utgaver kan fortsatt leses, og rapporter viser til utgaven de ble laget for."),),
    ),
    Hjelpeside(
        "arsrapport",
        _("Lag årsrapporten"),
        _("SLT-koordinator og rådmann"),
        _("Rapporten viser status for hvert tiltak og tall for bekymringssaker, som PDF."),
        (
            _("Velg Rapporter og bestill rapporten for året."),
            _("Siden sier fra når rapporten er ferdig. Du kan gjøre andre ting imens."),
            _("Rådmannen godkjenner, og innholdet fryses. Når den er publisert, kan alle som er logget inn, lese den."),
        ),
        (_("Tall under 5 vises ikke, av hensyn til personvernet. Derfor kan også andre tall være skjult."),),
    ),
    Hjelpeside(
        "deling-og-innsyn",
        _("Slik deler vi opplysninger"),
        _("Alle som har tilgang til saker"),
        _("Du ser det instansen din trenger. Det andre skriver i sin del, finnes ikke for deg."),
        (
            _("Det som skal deles, deles bevisst: hvilken tekst, til hvem, hvorfor og hvor lenge."),
            _("Hver gang noen åpner en sak, blir det logget."),
            _("På siden Innsyn i saken ser du hvem som har tilgang, og hvorfor."),
        ),
        (_("Spør saksansvarlig hvis du trenger å se mer for å gjøre jobben din."),),
    ),
    Hjelpeside(
        "partnere",
        _("Finn en samarbeidspartner"),
        _("Alle med en rolle i arbeidet"),
        _("Registeret viser organisasjoner, roller og avtaler. Det har ingen opplysninger om saker."),
        (
            _("Velg Samarbeid og søk eller velg type."),
            _("På siden til en partner ser du kontakter, fora, møter og hvilke tiltak den bidrar til."),
        ),
        (_("Vi registrerer roller i en organisasjon, aldri medlemmer av trossamfunn."),),
    ),
    Hjelpeside(
        "meld-feil",
        _("Meld feil"),
        _("Alle"),
        _("Virker ikke noe, eller er noe vanskelig å bruke, vil vi gjerne vite det."),
        (
            _("Si fra til systemansvarlig i kommunen. Ta med adressen til siden og hva du prøvde å gjøre."),
            _("Gjelder det universell utforming, svarer vi deg, og feilen føres opp i tilgjengelighetserklæringen."),
        ),
        (
            _("Ikke skriv navn eller noe fra en sak når du melder feil."),
            _("Ser du en sak du ikke skulle sett, lukk siden og si fra til personvernombudet med en gang."),
        ),
    ),
)

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
            _("Meld bekymring, og la feltene om hvem det gjelder stå tomme."),
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
            _("Ring den som meldte hvis noe er uklart, og returner meldingen hvis den hører hjemme et annet sted."),
            _("Registrer samtykke eller en annen hjemmel før navn deles med flere."),
            _("Sett saken på sakslista til kjernegruppa, eller gi råd og avslutt."),
        ),
        (_("Er du inhabil, tar stedfortrederen saken."),),
    ),
    Hjelpeside(
        "kjernegruppa",
        _("Forbered og hold møte i kjernegruppa"),
        _("Medlemmer og leder av en kjernegruppe"),
        _("Du ser bare saker som er satt på sakslista til gruppa di, og bare delene instansen din trenger."),
        (
            _("Åpne møtet og les sakene dine."),
            _("Skriv vurderingen din før møtet. Skriv om det dere har sett, og om det som beskytter."),
            _("Leder skriver konklusjonen i møtet: hva, hvorfor, hvem og når."),
        ),
        (_("Kjenner du noen i saken, si fra til leder. Da sperres saken for deg."),),
    ),
    Hjelpeside(
        "bekymringssamtale",
        _("Planlegg og skriv fra en bekymringssamtale"),
        _("Politikontakt"),
        _("Samtalen er frivillig. Er personen under 18 år, skal foresatte som regel være med."),
        (
            _("Åpne saken og velg Planlegg samtale."),
            _("Etter samtalen velger du Skriv referat. Det er laget for å skrives på telefonen."),
            _("Svar på de fire spørsmålene. Skriv kort, og ta bare med det som trengs for oppfølgingen."),
            _("Send. Referatet ligger hos politiet. Kjernegruppa ser bare utfallet og hva dere ble enige om."),
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
            _("Åpne tiltaket og velg Meld status."),
            _("Se på fjorårets svar ved siden av, og bruk det om igjen hvis det fortsatt stemmer."),
            _("Velger du en annen status enn den foreslåtte, skriver du hvorfor."),
            _("Koordinatoren kan oppdatere mange tiltak i én tabell."),
        ),
        (_("Endrer to personer det samme samtidig, får du se forskjellen før du lagrer."),),
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
            _("Rådmannen godkjenner. Da fryses innholdet, og alle som er logget inn, kan lese den."),
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

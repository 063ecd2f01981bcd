"""What the demo says about each tiltak, all invented. Statuses are this year and the three before, oldest first:
i = ikke startet, r = i rute, f = noe forsinket, s = står stille, g = gjennomført."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Fortelling:
    """`dager` since this year's report, None when it is missing; milestones as (text, days from today)."""

    nr: int
    statuser: str
    dager: int | None
    gjort: tuple[str, str, str, str]
    neste_steg: str = ""
    avvik: str = ""
    milepaeler: tuple[tuple[str, int], ...] = ()
    nadd: tuple[str, ...] = ()
    hvem: str = "slt"
    tidligere: str = ""
    avsluttet: bool = False

    @property
    def siste_avvik(self) -> int | None:
        """How many years ago it last fell behind: the year its `avvik` is about."""
        return next((3 - sted for sted in (3, 2, 1, 0) if self.statuser[sted] in "fs"), None)


FORTELLINGER: tuple[Fortelling, ...] = (
    Fortelling(
        1,
        "rrgg",
        11,
        (
            "Gikk gjennom den nasjonale planen og fordelte oppgavene mellom kommune og politi.",
            "Fulgte opp oppgavene i to møter i koordineringsgruppa.",
            "Alle de nasjonale tiltakene har fått en lokal ansvarlig.",
            "Gjennomgangen er lagt fram for ledergruppa. Oppfølgingen skjer nå i de andre tiltakene.",
        ),
        milepaeler=(("Gjennomgang lagt fram for ledergruppa", -40),),
        nadd=("Gjennomgang lagt fram for ledergruppa",),
        avsluttet=True,
    ),
    Fortelling(
        2,
        "rrrr",
        20,
        (
            "Faste kontaktpersoner er på plass i kommunen og ved politistasjonen.",
            "Kontaktpersonene møttes hver måned.",
            "Laget en felles rutine for hvem som ringer hvem.",
            "Rutinen er prøvd i to øvelser og justert etter råd fra politidistriktet.",
        ),
        "Avtale møteplan for neste år med politidistriktet.",
        milepaeler=(("Øvelse på varslingsrutinen", -95), ("Møteplan for neste år", 8)),
        nadd=("Øvelse på varslingsrutinen",),
        hvem="politi",
    ),
    Fortelling(
        3,
        "irfr",
        9,
        (
            "",
            "Inviterte trossamfunnene til et første møte. Seks kom.",
            "Ett av to planlagte forumsmøter ble holdt.",
            "Forumet har møttes to ganger og laget sin egen møteplan.",
        ),
        "Holde høstens samarbeidsforum og bli enige om temaer for neste år.",
        "Et møte ble utsatt fordi datoen falt på en høytid.",
        (("Vårens samarbeidsforum", -180), ("Samarbeidsforum med trossamfunn", 3)),
        ("Vårens samarbeidsforum",),
    ),
    Fortelling(
        4,
        "rrrf",
        82,
        (
            "Tre samarbeidsmøter med frivillige organisasjoner.",
            "Fire organisasjoner har skrevet avtale med kommunen.",
            "Felles kveld for idrettslag og ungdomsklubber, 40 deltakere.",
            "Vårens samarbeidsmøte er holdt. To organisasjoner har fått ny kontaktperson.",
        ),
        "Kalle inn til høstens samarbeidsmøte.",
        "Høstens møte er ikke satt opp.",
        (("Vårens samarbeidsmøte", -170), ("Høstens samarbeidsmøte", -13)),
        ("Vårens samarbeidsmøte",),
        tidligere="r",
    ),
    Fortelling(
        5,
        "rrrr",
        None,
        (
            "Deltok i det regionale nettverket, tre møter.",
            "Var vertskap for nettverket i juni.",
            "Delte erfaringer fra kjernegruppene med to nabokommuner.",
            "",
        ),
        milepaeler=(("Vinterens møte i det regionale nettverket", 53),),
    ),
    Fortelling(
        6,
        "iifi",
        95,
        ("", "", "Søkte om å få delta i en arbeidsgruppe i RAN. Svaret kom for seint til årets møter.", ""),
        "Ta kontakt med RVTS om en felles søknad.",
        "Svar på søknaden kom etter at årets møter var holdt.",
        (("Felles søknad med RVTS", 98),),
    ),
    Fortelling(
        7,
        "rrrg",
        14,
        (
            "To foreldregrupper gjennomført, 18 deltakere.",
            "Tre foreldregrupper, én av dem på kveldstid.",
            "Fire nye veiledere er sertifisert.",
            "Programmet er fast tilbud ved to helsestasjoner og hos NAV integrering, med egne veiledere.",
        ),
        milepaeler=(("Fast tilbud ved begge helsestasjonene", -60),),
        nadd=("Fast tilbud ved begge helsestasjonene",),
        hvem="folkehelse",
    ),
    Fortelling(
        8,
        "rfrr",
        None,
        (
            "Skolene har fulgt opp læringsmiljøet i egne planer.",
            "Oppsøkende ungdomsarbeid var redusert i en periode.",
            "To nye ungdomsarbeidere er på plass. Foraene har fått kurs i temaet.",
            "",
        ),
        avvik="En stilling i det oppsøkende arbeidet sto tom i fire måneder.",
        milepaeler=(("Kurs for samarbeidsforaene på ungdomstrinnet", 12),),
    ),
    Fortelling(
        9,
        "iffr",
        17,
        (
            "",
            "Samlet undervisningsopplegg fra tre andre kommuner.",
            "Et lokalt opplegg er skrevet og prøvd i én klasse.",
            "Opplegget er prøvd på tre ungdomsskoler, og RVTS har holdt kurs for lærerne.",
        ),
        "Tilpasse opplegget til Vg1 sammen med fylkeskommunen.",
        "Lærerne ønsket mer tid til å prøve ut opplegget.",
        (("Kurs for lærere", -75), ("Opplegg for Vg1 klart", 70)),
        ("Kurs for lærere",),
    ),
    Fortelling(
        10,
        "rrfr",
        24,
        (
            "Konfliktrådet la fram tilbudet sitt for alle rektorene.",
            "To stormøter holdt på forespørsel fra skoler.",
            "Færre henvendelser enn ventet. Tilbudet var lite kjent.",
            "Ny brosjyre er delt ut, og politiet nevner tilbudet i alle samtaler om konflikt.",
        ),
        "Møte mellom Konfliktrådet og ungdomsskolene.",
        "Tilbudet er lite kjent blant nye ledere.",
        (("Møte med ungdomsskolene", 22),),
        hvem="politi",
    ),
    Fortelling(
        11,
        "ffrf",
        67,
        (
            "Startet arbeidet med felles kriterier for tilskudd.",
            "Kriteriene var på høring hos etatene.",
            "Inkludering er nå et kriterium i to av tre tilskuddsordninger.",
            "Den tredje tilskuddsordningen er til behandling.",
        ),
        "Få med kriteriet i den siste tilskuddsordningen før neste søknadsrunde.",
        "Behandlingen er flyttet til neste møte.",
        (("Kriterium i den siste tilskuddsordningen", 7),),
    ),
    Fortelling(
        12,
        "issf",
        19,
        (
            "",
            "Arbeidet ble ikke prioritert.",
            "Arbeidet ble ikke prioritert i år heller.",
            "Arbeidsgruppe er satt ned. Den har kartlagt hvilke tjenester voksne møter.",
        ),
        "Arbeidsgruppa legger fram forslag til løsninger.",
        "Gruppa kom i gang et halvt år senere enn planlagt.",
        (("Kartlegging av tjenestene", -100), ("Forslag til løsninger", -6)),
        ("Kartlegging av tjenestene",),
        hvem="folkehelse",
        tidligere="s",
    ),
    Fortelling(
        13,
        "rrrr",
        7,
        (
            "Politiet har gjennomført samtaler som planlagt.",
            "To nye samtaleledere er lært opp.",
            "Felles mal for samtalene er tatt i bruk.",
            "Alle samtaleledere har fått påfyll, og malen er justert etter råd fra kjernegruppene.",
        ),
        "Evaluere malen sammen med kommunen.",
        milepaeler=(("Evaluering av malen", 38),),
        hvem="politi",
    ),
    Fortelling(
        14,
        "irrr",
        None,
        (
            "",
            "Veiledning til familier tilbys gjennom helsestasjon for ungdom.",
            "Laget en enkel oversikt over hvem familier kan ringe.",
            "",
        ),
        milepaeler=(("Oversikt til familier på kommunens nettsider", 19),),
    ),
    Fortelling(
        15,
        "iifs",
        154,
        (
            "",
            "",
            "Hentet erfaringer fra to kommuner som har mentorordning.",
            "Et notat om mentorordning er skrevet.",
        ),
        "Legge notatet fram for ledergruppa.",
        "Stillingen som skulle følge opp, er ikke besatt.",
        (("Notat om mentorordning", -160), ("Sak om mentorordning til ledergruppa", -53)),
        ("Notat om mentorordning",),
        tidligere="f",
    ),
    Fortelling(
        16,
        "rrrr",
        21,
        (
            "Fagdag om nettmiljøer med Kripos.",
            "Temaet er tatt inn i kursene for ansatte.",
            "Felles fagdag med politiet, 55 deltakere.",
            "Fagdagen er fulgt opp med en kort film som alle ansatte kan se.",
        ),
        milepaeler=(("Fagdag om nettmiljøer", 98),),
    ),
    Fortelling(
        17,
        "rrrr",
        None,
        (
            "To seminarer gjennom SLT, 60 deltakere.",
            "Tre seminarer, ett sammen med RVTS Øst.",
            "Opplæring for nye ledere i skole og barnehage.",
            "",
        ),
        milepaeler=(("Vårens seminar", -190), ("Kurs: Bekymringstegn i skolehverdagen", 10)),
        nadd=("Vårens seminar",),
        hvem="folkehelse",
    ),
    Fortelling(
        18,
        "frfg",
        15,
        (
            "Ett fagseminar av to planlagte.",
            "To interne fagseminarer.",
            "Ett seminar ble flyttet til neste år.",
            "Internopplæringen er en fast del av introduksjonen for nye ansatte.",
        ),
        avvik="Foredragsholder ble syk, og seminaret ble flyttet.",
        milepaeler=(("Opplæring inn i introduksjonen for nye ansatte", -30),),
        nadd=("Opplæring inn i introduksjonen for nye ansatte",),
        hvem="folkehelse",
    ),
)

"""What lies under each of the 18 tiltak in the demo: one look tells what the page is for. All invented.

Figures about cases are not here: they come from the published, suppressed table only (beslutninger 31)."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Indikatortall:
    """An indicator with this year's figure and the three before, oldest first; None is a year without a figure."""

    navn: str
    definisjon: str
    enhet: str
    kilde: str
    verdier: tuple[int | None, int | None, int | None, int | None]
    mal: int | None = None
    personer: bool = False


@dataclass(frozen=True)
class Gjort:
    """An activity so many days from today; `hvem` is a partner's code, `gjennomgang` days to the next look-through."""

    art: str
    tittel: str
    dager: int
    hvem: str = ""
    antall: int | None = None
    notat: str = ""
    gjennomgang: int | None = None
    adresse: str = ""
    kurs: str = ""


@dataclass(frozen=True)
class Innholdsfortelling:
    nr: int
    tall: tuple[Indikatortall, ...] = ()
    gjort: tuple[Gjort, ...] = ()
    # what, by whom, days ago, case number
    vedtak: tuple[tuple[str, str, int, str], ...] = ()
    # kind, title, address, days ago, number in the national plan
    lenker: tuple[tuple[str, str, str, int | None, int | None], ...] = ()
    # who, days ago, text (an @name there is a mention), read
    kommentarer: tuple[tuple[str, int, str, bool], ...] = ()


NASJONAL = "Handlingsplan mot radikalisering og voldelig ekstremisme (2014)"
NASJONAL_2020 = "Handlingsplan mot radikalisering og voldelig ekstremisme, revidert (2020)"
OPPSLAG = "https://www.example.no/"

INNHOLD: tuple[Innholdsfortelling, ...] = (
    Innholdsfortelling(
        1,
        (
            Indikatortall(
                "Nasjonale tiltak med lokal ansvarlig",
                "Tiltak i den nasjonale planen som angår kommunen, og som noen her har ansvaret for.",
                "tiltak",
                "Koordinatorens gjennomgang i januar",
                (4, 9, 12, 14),
                mal=14,
            ),
        ),
        (Gjort("utredning", "Gjennomgang av den nasjonale planen", -45, "sandefjord-kommune", adresse=OPPSLAG),),
        lenker=(
            ("nasjonalt", NASJONAL, "", None, None),
            ("nasjonalt", NASJONAL_2020, "", None, None),
            ("nettsted", "Veilederen på radikalisering.no", "https://www.radikalisering.no", None, None),
        ),
    ),
    Innholdsfortelling(
        2,
        (
            Indikatortall(
                "Kontaktmøter mellom kommune og politi",
                "Møter mellom de to faste kontaktpersonene. Telefoner teller ikke.",
                "møter",
                "Kalenderen til koordinatoren",
                (7, 10, 9, 8),
                mal=10,
            ),
        ),
        (
            Gjort(
                "mote", "Kontaktmøte", -12, "sandefjord-politi", notat="Gikk gjennom rutinen for hvem som ringer hvem."
            ),
            Gjort("utredning", "Rutine for varsling, utgave 2", -70, "sor-ost-politidistrikt", adresse=OPPSLAG),
            Gjort("mote", "Øvelse på varslingsrutinen", -95, "sor-ost-politidistrikt", 12),
        ),
        lenker=(("dokument", "Rutine for varsling", OPPSLAG, 70, None),),
    ),
    Innholdsfortelling(
        3,
        (
            Indikatortall(
                "Møter i samarbeidsforumet",
                "Møter som ble holdt. Avlyste møter teller ikke.",
                "møter",
                "Møteoversikten under Samarbeid",
                (0, 1, 1, 2),
                mal=2,
            ),
        ),
        (
            Gjort("publikasjon", "Felles uttalelse mot hatprat", -150, "sandefjord-kommune", adresse=OPPSLAG),
            Gjort("mote", "Dialogmøte på tvers av tro og livssyn", -70, "livssynsforumet-lyspunkt", 34),
            Gjort("mote", "Dialogmøte mellom kommunen og trossamfunnene", -15, "havlys-moske", 21),
        ),
    ),
    Innholdsfortelling(
        4,
        (
            Indikatortall(
                "Organisasjoner med avtale",
                "Frivillige organisasjoner som har en avtale som gjelder ved årets slutt.",
                "organisasjoner",
                "Avtalene under Samarbeid",
                (0, 4, 4, 5),
                mal=6,
            ),
            Indikatortall(
                "Samarbeidsmøter med frivillige",
                "Møter i frivilligforumet som ble holdt. Avlyste møter teller ikke.",
                "møter",
                "Møteoversikten under Samarbeid",
                (3, 2, 2, 1),
                mal=2,
            ),
        ),
        (Gjort("tilbud", "Felles kveld for idrettslag og ungdomsklubber", 40, "kultur-fritid"),),
        kommentarer=(
            ("slt", 6, "@Ola Berg Kan politiet være med på høstens møte hvis vi finner en dag i desember?", True),
            ("politi", 5, "Ja, helst i uke 50. Jeg sier fra til ungdomsgruppa.", True),
        ),
    ),
    Innholdsfortelling(
        5,
        (
            Indikatortall(
                "Møter i regionalt nettverk",
                "Møter i Vestfold-nettverket der kommunen var med.",
                "møter",
                "Nettverksloggen her",
                (3, 3, 2, 3),
                mal=3,
            ),
        ),
        (
            Gjort(
                "nettverk",
                "Vestfold-nettverket, høstmøte",
                -38,
                "vestfold-fylkeskommune",
                notat="To kommuner har slått sammen sine fora. Det sparte tid, og flere kom.",
            ),
            Gjort(
                "nettverk", "KS: erfaringssamling", -120, "", notat="Fast møtedag er det som virker best for oppmøtet."
            ),
            Gjort(
                "nettverk",
                "Vestfold-nettverket, vårmøte",
                -205,
                "vestfold-fylkeskommune",
                notat="Vi delte malen for statusinnhenting.",
            ),
            Gjort("publikasjon", "Erfaringsnotat fra kjernegruppene", -230, "folkehelse", adresse=OPPSLAG),
        ),
    ),
    Innholdsfortelling(
        6,
        (
            Indikatortall(
                "Erfaringer tatt i bruk",
                "Råd fra andre land som er prøvd i et av tiltakene her.",
                "erfaringer",
                "Nettverksloggen her",
                (0, 1, 1, 2),
                mal=2,
            ),
        ),
        (
            Gjort(
                "nettverk",
                "Studiebesøk i en arbeidsgruppe i RAN",
                -420,
                "rvts",
                notat="Byen vi besøkte, har én dør inn for foreldre. Det tok vi med til tiltak 14.",
            ),
            Gjort("nettverk", "Medlem i RAN gjennom RVTS", -700, "rvts"),
            Gjort(
                "nettverk",
                "RAN: nettsamling om arbeid i kommuner",
                -300,
                "rvts",
                notat="Andre byer lar skolene eie undervisningsopplegget. Det tok vi med til tiltak 9.",
            ),
            Gjort("utredning", "Felles søknad om plass i en arbeidsgruppe i RAN", 98, "rvts"),
        ),
        lenker=(("nettsted", "Radicalisation Awareness Network", OPPSLAG + "ran", None, None),),
    ),
    Innholdsfortelling(
        7,
        (
            Indikatortall(
                "Foreldregrupper",
                "Grupper etter ICDP som er gjennomført i året.",
                "grupper",
                "Skjemaet veilederne leverer",
                (2, 3, 3, 4),
                mal=4,
            ),
            Indikatortall(
                "Plasser i foreldregrupper",
                "Plasser i gruppene som er satt opp, også de som ikke ble fylt.",
                "plasser",
                "Skole- og barnehagekontoret",
                (24, 30, 32, 40),
                mal=48,
            ),
            Indikatortall(
                "Deltakere i foreldregrupper",
                "Alle som fullførte minst seks av åtte samlinger. Vi teller hoder, og spør ikke om noe annet.",
                "deltakere",
                "Skjemaet veilederne leverer",
                (18, 24, 26, 31),
                personer=True,
            ),
            Indikatortall(
                "Sertifiserte veiledere",
                "Ansatte med sertifikat som gjelder ved årets slutt.",
                "veiledere",
                "Skole- og barnehagekontoret",
                (3, 4, 8, 8),
                mal=8,
                personer=True,
            ),
        ),
        (
            Gjort("gruppe", "Foreldregruppe, kveld", -30, "helse", 9),
            Gjort("gruppe", "Foreldregruppe, dag", -110, "nav-integrering", 8, "Med tolk ved behov."),
            Gjort("gruppe", "Fedregruppe", -160, "skole-barnehagekontor", 4),
            Gjort("gruppe", "Foreldregruppe til våren", 62, "helse"),
        ),
        lenker=(("nasjonalt", NASJONAL, "", None, 19),),
    ),
    Innholdsfortelling(
        8,
        (
            Indikatortall(
                "Skoler med egen plan for læringsmiljøet",
                "Kommunale skoler med en plan som er gått gjennom i året.",
                "skoler",
                "Skole- og barnehagekontoret",
                (15, 17, 18, 19),
                mal=21,
            ),
            Indikatortall(
                "Samarbeidsfora med kurs i tegn og samtale",
                "Fora for ungdom i risikosonen der alle faste medlemmer har hatt kurset.",
                "av 7 fora",
                "Skole- og barnehagekontoret",
                (1, 3, 4, 5),
                mal=7,
            ),
            Indikatortall(
                "Elever som trives godt",
                "Andelen på 7. og 10. trinn samlet, for hele kommunen. Ikke per skole.",
                "prosent",
                "Elevundersøkelsen, samlet for kommunen",
                (86, 85, 87, 88),
                mal=90,
            ),
        ),
        (
            Gjort(
                "tilbud",
                "Oppsøkende ungdomsarbeid",
                -200,
                "kultur-fritid",
                notat="To ungdomsarbeidere, tre kvelder i uka.",
                gjennomgang=120,
            ),
            Gjort("kurs", "Kurs for foraene på ungdomstrinnet", 12, "skole-barnehagekontor"),
        ),
    ),
    Innholdsfortelling(
        9,
        (
            Indikatortall(
                "Skoler som bruker opplegget",
                "Ungdomsskoler og videregående der minst ett trinn har brukt det i året.",
                "skoler",
                "Meldt fra skolene, vist under",
                (0, 0, 1, 3),
                mal=7,
            ),
        ),
        (
            Gjort(
                "opplegg",
                "Undervisningsopplegg, utgave 2",
                -130,
                "rvts",
                notat="Ungdomstrinnet og Vg1, med en egen del for lærerne.",
                gjennomgang=200,
                adresse=OPPSLAG,
            ),
            Gjort("opplegg", "Undervisningsopplegg, utgave 1", -780, "rvts", notat="Prøvd i to klasser."),
            Gjort("tatt_i_bruk", "Lyspynten ungdomsskole", -60, "ungdomsskole", 6, "Hele 9. trinn.", 250),
            Gjort("tatt_i_bruk", "Svabergåsen ungdomsskole", -48, "ungdomsskole", 5, "10. trinn.", 260),
            Gjort("tatt_i_bruk", "Fjordgløtt ungdomsskole", -21, "ungdomsskole", 7, "Hele 9. trinn.", 280),
            Gjort("tatt_i_bruk", "Videregående, Vg1", 70, "videregaende"),
            Gjort("kurs", "Kurs for lærere", -75, "rvts", 22),
        ),
        kommentarer=(("folkehelse", 10, "Fjordgløtt vil gjerne vise opplegget for de andre rektorene.", True),),
    ),
    Innholdsfortelling(
        10,
        (
            Indikatortall(
                "Saker henvist til Konfliktrådet",
                "Henvisninger fra skole, politi og kommune. Bare antallet, aldri hvem eller hva.",
                "saker",
                "Konfliktrådets årsoversikt",
                (6, 9, 3, 8),
                personer=True,
            ),
            Indikatortall(
                "Stormøter holdt",
                "Stormøter på forespørsel fra skoler og nærmiljø.",
                "stormøter",
                "Konfliktrådets årsoversikt",
                (0, 2, 1, 0),
                personer=True,
            ),
        ),
        (
            Gjort("tilbud", "Samtale og stormøte hos Konfliktrådet", -400, "konfliktradet-vestfold", gjennomgang=60),
            Gjort("publikasjon", "Brosjyre om tilbudet", -90, "konfliktradet-vestfold", adresse=OPPSLAG),
        ),
    ),
    Innholdsfortelling(
        11,
        (
            Indikatortall(
                "Ordninger med inkludering som kriterium",
                "Kommunale tilskuddsordninger der kriteriet står i teksten.",
                "av 3 ordninger",
                "Etatenes retningslinjer",
                (0, 0, 2, 2),
                mal=3,
            ),
        ),
        (
            Gjort(
                "tilskudd",
                "Kulturmidlene",
                -220,
                "kultur-fritid",
                17,
                "Tiltak som tar inn dem som ellers står utenfor, går foran.",
            ),
            Gjort(
                "tilskudd",
                "Folkehelsemidlene",
                -180,
                "folkehelse",
                9,
                "Søkeren skal si hvem tilbudet når, og hvem det ikke når ennå.",
            ),
            Gjort("tilskudd", "Frivilligmidlene", 7, "kultur-fritid", notat="Kriteriet er til behandling."),
            Gjort(
                "uttalelse",
                "Skole- og barnehagekontoret",
                -67,
                "skole-barnehagekontor",
                notat="Skolefritidsordningen har fått en friplassordning.",
            ),
            Gjort("uttalelse", "Kultur og fritid", -66, "kultur-fritid", notat="Fri leie av haller for åpne tilbud."),
            Gjort("uttalelse", "Helse", -64, "helse", notat="Helsestasjonen for ungdom har åpent én kveld til."),
            Gjort("uttalelse", "NAV integrering", -61, "nav-integrering", notat="Praksisplasser i frivillige lag."),
            Gjort("uttalelse", "Folkehelse", -60, "folkehelse", notat="Prioriterte åpne møteplasser i alle bydeler."),
        ),
        (("Inkludering som kriterium i kulturmidlene", "formannskapet", 410, "25/0412"),),
    ),
    Innholdsfortelling(
        12,
        (
            Indikatortall(
                "Tjenester som er kartlagt",
                "Tjenester for voksne som arbeidsgruppa har snakket med.",
                "av 9 tjenester",
                "Arbeidsgruppas logg",
                (None, 0, 0, 9),
                mal=9,
            ),
        ),
        (
            Gjort("utredning", "Kartlegging av tjenester for voksne", -100, "folkehelse", adresse=OPPSLAG),
            Gjort("mote", "Arbeidsgruppa", -34, "nav-integrering", 7),
            Gjort("utredning", "Forslag til løsninger", -6, "folkehelse"),
        ),
        kommentarer=(("slt", 2, "@Anne Vik Kan du legge inn ny dato for forslaget fra arbeidsgruppa?", False),),
    ),
    Innholdsfortelling(
        13,
        (
            Indikatortall(
                "Samtaleledere med opplæring",
                "Ansatte i politi og kommune som kan lede en samtale. Tall på samtaler står bare i årsrapporten.",
                "ansatte",
                "Politistasjonen",
                (5, 7, 8, 8),
                personer=True,
            ),
        ),
        (
            Gjort("utredning", "Felles mal for samtalen, utgave 3", -55, "sandefjord-politi", gjennomgang=38),
            Gjort("kurs", "Påfyll for samtaleledere", -90, "sandefjord-politi", 8),
        ),
    ),
    Innholdsfortelling(
        14,
        (
            Indikatortall(
                "Familiekvelder",
                "Åpne kvelder med informasjon og veiledning. Ingen registreres.",
                "kvelder",
                "Helsestasjon for ungdom",
                (0, 2, 3, 2),
                mal=4,
            ),
        ),
        (
            Gjort("tilbud", "Veiledning ved helsestasjon for ungdom", -500, "helse", gjennomgang=90),
            Gjort("gruppe", "Foreldre- og nettverksgruppe", -85, "aerlig-prat", 4, "Sammen med frivillige."),
            Gjort("publikasjon", "Hvem kan du ringe", 19, "helse"),
        ),
    ),
    Innholdsfortelling(
        15,
        (
            Indikatortall(
                "Mentorer med opplæring",
                "Mentorer som har fullført opplæringen. Tall på forløp står bare i årsrapporten.",
                "mentorer",
                "Notatet om mentorordning",
                (0, 0, 0, 3),
                mal=6,
                personer=True,
            ),
        ),
        (
            Gjort("utredning", "Notat om mentorordning", -160, "sandefjord-kommune", adresse=OPPSLAG),
            Gjort(
                "nettverk",
                "Besøk hos en kommune som har ordningen",
                -330,
                "",
                notat="Veileder utenfra gjorde at mentorene ble.",
            ),
        ),
        (("Politirådet ber om en sak til formannskapet", "politirådet", 58, "26/0201"),),
        (("nasjonalt", NASJONAL, "", None, None),),
    ),
    Innholdsfortelling(
        16,
        (
            Indikatortall(
                "Ansatte som har sett filmen",
                "Avspillinger til slutten, talt av opplæringssiden.",
                "ansatte",
                "Opplæringssiden",
                (None, None, 140, 310),
                mal=400,
                personer=True,
            ),
        ),
        (
            Gjort("kurs", "Hatprat på nett", -540, "rvts-ost", kurs="Hatprat på nett"),
            Gjort("publikasjon", "Film om nettmiljøer", -250, "sandefjord-politi", adresse=OPPSLAG),
            Gjort("kurs", "Fagdag om nettmiljøer", 98, "sandefjord-politi"),
        ),
        lenker=(
            ("nettsted", "Radikalisering.no", "https://www.radikalisering.no", None, None),
            ("nettsted", "Politiet", "https://www.politiet.no", None, None),
        ),
    ),
    Innholdsfortelling(
        17,
        (
            Indikatortall(
                "Seminarer holdt",
                "Seminarer gjennom SLT og RVTS Øst.",
                "seminarer",
                "Kursene under Samarbeid",
                (2, 3, 3, 2),
                mal=3,
            ),
        ),
        (
            Gjort(
                "utredning",
                "Evaluering av vårens seminar",
                -170,
                "rvts-ost",
                notat="Ni av ti vil bruke det de lærte. Flere ber om øving i samtaler.",
                adresse=OPPSLAG,
            ),
        ),
        lenker=(("dokument", "Seminarplan for året", OPPSLAG, 290, None),),
    ),
    Innholdsfortelling(
        18,
        (
            Indikatortall(
                "Tjenester der alle nye har fått opplæring",
                "Tjenester der nyansatte har hatt innføringen innen tre måneder.",
                "av 6 tjenester",
                "Lederne i tjenestene",
                (1, 3, 3, 6),
                mal=6,
            ),
        ),
        (
            Gjort(
                "opplegg",
                "Innføring for nye ansatte",
                -30,
                "folkehelse",
                notat="Tegn, arbeidsmåter og hvem du spør.",
                gjennomgang=335,
            ),
            Gjort("kurs", "Årlig påfyll for dem som har hatt innføringen", 45, "folkehelse"),
        ),
    ),
)

"""A made-up year, with every kind of row that a report can have."""

from datetime import date

from rapport.trykk.arsbilde import Arsbilde, Omradebilde, Sakstall, Tiltaksbilde

G, R, F, S, N = "gjennomfort", "i_rute", "noe_forsinket", "star_stille", "ikke_startet"

GJORT = (
    "Vi har holdt fire møter i politirådet og to samlinger for ansatte. Rutinen for å melde bekymring er gjort kjent "
    "for alle ungdomsskolene.\n\nErfaringen er at korte samlinger der folk arbeider, når flere enn lange kurs."
)
AVVIK = "Avtalen med to lag er ikke signert. Begge ønsker å vente til nytt styre er valgt."
FRIST = date(2027, 2, 1)
MED = ("Sandefjord politistasjon", "Folkehelse")
NESTE = "Samle erfaringene fra høsten og legge fram et forslag til plan for neste år."


def _tiltak(nr, tittel, ansvarlig, historikk, **felter):
    *for_, status = historikk
    felter = {"gjort": GJORT, "neste_steg": NESTE} | felter
    return Tiltaksbilde(nr, tittel, ansvarlig, felter.pop("med", ()), tuple(for_), status, **felter)


def arsbilde(**felter) -> Arsbilde:
    omrader = (
        Omradebilde(
            1,
            "Samordning, samarbeid og dialog",
            (
                _tiltak(
                    1, "Oppfølging av nasjonal handlingsplan", "Kommunen", (R, R, G, G), rapporteres_ikke_videre=True
                ),
                _tiltak(2, "Koordinering av det forebyggende arbeidet", "Sør-Øst politidistrikt", (R, R, R, R)),
                _tiltak(
                    3,
                    "Samarbeid mellom kommune, politi og trossamfunn",
                    "Kommunen",
                    (N, R, F, R),
                    med=("Sandefjord politistasjon", "Folkehelse"),
                ),
                _tiltak(
                    4, "Samarbeid med frivillige aktører", "Kommunen", (R, R, R, F), avvik=AVVIK, frist=date(2027, 2, 1)
                ),
                _tiltak(5, "Regionalt og nasjonalt samarbeid", "Kommunen", (R, R, R, R)),
                _tiltak(6, "Internasjonalt samarbeid", "Kommunen og RVTS", (N, N, F, N), gjort="", neste_steg=""),
                _tiltak(7, "ICDP-program", "Folkehelse", (R, R, R, G)),
            ),
        ),
        Omradebilde(
            2,
            "Trygge og inkluderende nærmiljø",
            (
                _tiltak(8, "Motvirke utenforskap, mobbing, vold og hatkriminalitet", "Skole og oppvekst", (R, F, R, R)),
                _tiltak(9, "Undervisningsopplegg om radikalisering og ekstremisme", "Skole og RVTS", (N, F, F, R)),
                _tiltak(10, "Håndtering og løsning av konflikter", "Konfliktrådet", (R, R, F, R)),
                _tiltak(11, "Prioritering av tiltak som fremmer inkludering", "Alle etater", (F, F, R, F)),
            ),
        ),
        Omradebilde(
            3,
            "Tett oppfølging av ekstreme personer og miljøer",
            (
                _tiltak(12, "Forebygge når personer er over 18 år", "Folkehelse", (N, S, S, F)),
                _tiltak(13, "Bekymrings-, avklarings- og oppfølgingssamtale", "Sandefjord politi", (R, R, R, R)),
                _tiltak(14, "Veiledning til familie", "Barnevern og politi", (N, R, R, R)),
                _tiltak(15, "Mentorordning", "Kommunen", (N, N, F, S), avvik="Ordningen mangler finansiering."),
            ),
        ),
        Omradebilde(
            4,
            "Informasjon og kunnskapsutvikling",
            (
                _tiltak(16, "Radikalisering og ekstremisme på internett", "Sandefjord politi", (R, R, R, R)),
                _tiltak(17, "Kurs og opplæring", "Folkehelse", (R, R, R, R)),
                _tiltak(18, "Internopplæring for ansatte i kommunen", "Folkehelse", (F, R, F, G)),
            ),
        ),
    )
    return Arsbilde(
        **{
            "ar": 2026,
            "kommune": "Sandefjord kommune",
            "plantittel": "Forebygging av radikalisering og voldelig ekstremisme",
            "planperiode": "2023–2026",
            "status_per": date(2026, 12, 1),
            "arene": (2023, 2024, 2025, 2026),
            "omrader": omrader,
            "gode_i_fjor": 11,
            "saker": (
                Sakstall("Meldt bekymring", (None, 9, 11, 14)),
                Sakstall("Vurdert i kjernegruppa", (None, 8, 9, 11)),
                Sakstall("Bekymringssamtale", (None, "under 5", 6, 7)),
                Sakstall("Ansvarsgruppe eller mentor", (None, 0, "under 5", "under 5")),
            ),
            "saker_per": date(2026, 11, 1),
            "deltakere": ((2023, 118), (2024, 164), (2025, 241), (2026, 312)),
            "aarshjul": (
                (1, "Opplæringsplan"),
                (3, "RVTS-samling"),
                (5, "Politiråd"),
                (11, "Forum for trossamfunn"),
                (12, "Årsstatus"),
            ),
            "mottaker": "Formannskapet, 15. desember 2026",
            "beslutning": "Skal kommunen bruke 480 000 kroner i 2027 på en mentorordning (tiltak 15), "
            "eller skal tiltaket tas ut av planen?",
        }
        | felter
    )

"""Invented partners, contacts, fora, meetings and courses for the demo, made through the services as the koordinator.

Everything here is made up; dates are relative to today. Safe to run again: each row has a fixed key.
"""

import uuid
from datetime import date, datetime, time, timedelta
from typing import Any

from django.db import transaction
from django.utils import timezone

from brukere.models import Bruker
from felles.tid import flytt, idag, na
from samarbeid import services
from samarbeid.models import Aktor, Forum, Kontaktrolle
from vern.kontekst import som

ROM = uuid.UUID("6f0c7d52-0d3c-4a52-8f0e-5b6a3b1d9e10")

# name, kind, part of (slug), other names, note
AKTORER: tuple[tuple[str, str, str, str, str], ...] = (
    ("Åpen dør nærmiljøkirke", "trossamfunn", "", "", "Oppdiktet trossamfunn i demoen."),
    ("Havlys moské", "trossamfunn", "", "Havlys islamske senter", "Oppdiktet trossamfunn i demoen."),
    ("Solstubben menighet", "trossamfunn", "", "", "Oppdiktet trossamfunn i demoen."),
    ("Livssynsforumet Lyspunkt", "trossamfunn", "", "", "Oppdiktet livssynssamfunn i demoen."),
    ("Ærlig prat", "frivillig", "", "Ærlig prat ungdomstelefon", "Oppdiktet organisasjon i demoen."),
    ("Østavind ballklubb", "frivillig", "", "", "Oppdiktet idrettslag i demoen."),
    ("Lekselampa", "frivillig", "", "", "Oppdiktet organisasjon i demoen."),
    ("Natteravnene Månelyst", "frivillig", "", "", "Oppdiktet organisasjon i demoen."),
    ("Kvinnenettverket Nordlys", "frivillig", "", "", "Oppdiktet organisasjon i demoen."),
    ("Ungdommens hus Fyret", "kommunal_enhet", "kultur-fritid", "Fyret", "Oppdiktet fritidsklubb i demoen."),
)

# slug, office, name, phone, e-mail, the person's own yes (days ago; 0 = not asked for in a public body)
KONTAKTER: tuple[tuple[str, str, str, str, str, int], ...] = (
    ("sandefjord-politi", "leder for ungdomsgruppa", "Ola Berg", "33 00 10 01", "ungdom@politi.example.no", 0),
    ("sandefjord-politi", "operasjonssentralen", "", "33 00 10 00", "", 0),
    ("sor-ost-politidistrikt", "radikaliseringskoordinator", "Berit Myhre", "33 00 10 20", "", 0),
    ("folkehelse", "prosjektleder", "Anne Vik", "33 00 20 11", "folkehelse@kommune.example.no", 0),
    ("barnevern", "mottaket", "", "33 00 20 40", "mottak@kommune.example.no", 0),
    ("nav-integrering", "teamleder", "Odd Skau", "33 00 20 60", "", 0),
    ("konfliktradet-vestfold", "rådgiver", "Gro Tveit", "33 00 30 10", "post@konfliktrad.example.no", 0),
    ("rvts", "seksjon for voldsforebygging", "", "33 00 40 10", "kurs@rvts.example.no", 0),
    ("apen-dor-naermiljokirke", "styreleder", "", "", "styret@naermiljokirka.example.no", 0),
    ("havlys-moske", "talsperson", "", "33 00 50 10", "post@havlys.example.no", 0),
    ("solstubben-menighet", "forstander", "", "33 00 50 20", "", 0),
    ("livssynsforumet-lyspunkt", "daglig leder", "", "", "leder@lyspunkt.example.no", 0),
    ("aerlig-prat", "daglig leder", "Lise Ås", "33 00 60 10", "post@aerligprat.example.no", 130),
    ("ostavind-ballklubb", "styreleder", "", "33 00 60 20", "", 0),
    ("lekselampa", "frivilligleder", "Iver Moe", "", "post@lekselampa.example.no", 40),
    ("sandefjord-kommune", "kontaktperson", "Kari Nordby", "33 00 20 10", "slt@kommune.example.no", 0),
)

# name, what for, who calls, tiltak, meetings a year, members (slugs)
FORA: tuple[tuple[str, str, str, int | None, int, tuple[str, ...]], ...] = (
    (
        "Samarbeidsforum trossamfunn, politi og kommune",
        "Fast møteplass for tillit og åpen samtale mellom trossamfunn, politi og kommune.",
        "sandefjord-kommune",
        3,
        2,
        (
            "sandefjord-kommune",
            "sandefjord-politi",
            "apen-dor-naermiljokirke",
            "havlys-moske",
            "solstubben-menighet",
            "livssynsforumet-lyspunkt",
        ),
    ),
    (
        "Politirådet",
        "Ledelsen i kommune og politi drøfter det kriminalitetsforebyggende arbeidet.",
        "sandefjord-kommune",
        None,
        4,
        ("sandefjord-kommune", "sandefjord-politi", "sor-ost-politidistrikt", "vestfold-fylkeskommune"),
    ),
    (
        "Frivilligforum",
        "Samarbeid med frivillige lag og organisasjoner om trygge fritidsarenaer.",
        "kultur-fritid",
        4,
        2,
        (
            "kultur-fritid",
            "folkehelse",
            "aerlig-prat",
            "ostavind-ballklubb",
            "lekselampa",
            "natteravnene-manelyst",
            "kvinnenettverket-nordlys",
        ),
    ),
)

# forum, days from today, hour, place, agenda, minutes, how many from each, points (text, who, days to deadline, done)
Mote = tuple[str, int, int, str, str, str, dict[str, int], tuple[tuple[str, str, int, bool], ...]]
TRO, RAD, FRI = (rad[0] for rad in FORA)
MOTER: tuple[Mote, ...] = (
    (
        TRO,
        -208,
        17,
        "Rådhuset, møterom Skjærgården",
        "1. Runde rundt bordet\n2. Hva vi kan gjøre sammen mot hatprat\n3. Neste møte",
        "Alle fortalte kort om året som gikk. Vi ble enige om en felles uttalelse mot hatprat, og om å invitere "
        "ungdomsrådet til neste møte.",
        {"sandefjord-kommune": 2, "sandefjord-politi": 1, "apen-dor-naermiljokirke": 2, "havlys-moske": 3},
        (
            ("Skrive utkast til felles uttalelse", "sandefjord-kommune", -150, True),
            ("Invitere ungdomsrådet til neste møte", "folkehelse", -30, True),
        ),
    ),
    (
        TRO,
        -40,
        17,
        "Solstubben menighet, peisestua",
        "1. Åpent hus: erfaringer\n2. Trygghet ved bønnesteder\n3. Veilederen til kommunen",
        "Åpent hus samlet mange naboer, og flere vil være med neste år. Politiet tilbød befaring hos alle som ønsker "
        "det. Kommunen deler ut veilederen på papir.",
        {
            "sandefjord-kommune": 2,
            "sandefjord-politi": 2,
            "apen-dor-naermiljokirke": 1,
            "havlys-moske": 2,
            "solstubben-menighet": 4,
            "livssynsforumet-lyspunkt": 1,
        },
        (
            ("Avtale befaring med dem som ønsker det", "sandefjord-politi", 12, False),
            ("Trykke veilederen og dele den ut", "folkehelse", -5, False),
        ),
    ),
    (
        TRO,
        3,
        17,
        "Rådhuset, møterom Skjærgården",
        "1. Oppfølging fra sist\n2. Plan for åpent hus til våren\n3. Ungdomsrådet forteller",
        "",
        {},
        (),
    ),
    (
        RAD,
        -250,
        9,
        "Rådhuset, formannskapssalen",
        "1. Status for planen\n2. Lokalt trusselbilde i åpen form\n3. Eventuelt",
        "Rådet tok status til orientering og ba om en oversikt over kursdeltakelsen.",
        {"sandefjord-kommune": 3, "sandefjord-politi": 2, "sor-ost-politidistrikt": 1},
        (("Lage oversikt over kursdeltakelse", "folkehelse", -180, True),),
    ),
    (
        RAD,
        -160,
        9,
        "Politistasjonen",
        "1. Sommeren og uteområdene\n2. Samarbeid med videregående",
        "Politi og fritid er sammen ute tre kvelder i uka fram til skolestart.",
        {"sandefjord-kommune": 3, "sandefjord-politi": 3, "vestfold-fylkeskommune": 1},
        (),
    ),
    (
        RAD,
        -58,
        9,
        "Rådhuset, formannskapssalen",
        "1. Halvårsstatus for planen\n2. Mentorordning\n3. Budsjett",
        "Mentorordningen mangler finansiering. Rådet ber om en sak til formannskapet.",
        {"sandefjord-kommune": 4, "sandefjord-politi": 2, "sor-ost-politidistrikt": 1, "vestfold-fylkeskommune": 1},
        (("Skrive sak om mentorordning", "sandefjord-kommune", 9, False),),
    ),
    (RAD, -7, 9, "Politistasjonen", "1. Statusrapporten\n2. Møteplan for neste år", "", {}, ()),
    (
        FRI,
        -190,
        18,
        "Ungdommens hus Fyret",
        "1. Hvem gjør hva i sommer\n2. Tilskudd til åpne møteplasser",
        "Lagene samordner tilbudet i sommerferien. Kommunen orienterte om tilskudd.",
        {"kultur-fritid": 2, "aerlig-prat": 2, "ostavind-ballklubb": 3, "lekselampa": 1},
        (("Samle sommertilbudet i én oversikt", "kultur-fritid", -165, True),),
    ),
    (FRI, 16, 18, "Ungdommens hus Fyret", "1. Vinterferien\n2. Kurs for frivillige", "", {}, ()),
)

# years ago, month, day, title, who holds it, tiltak, how many from each: 118, 164, 241 and 312 in the four years
SKOLE, HELSE, NAV, BARN, POLITI, KULTUR = (
    "skole-barnehagekontor",
    "helse",
    "nav-integrering",
    "barnevern",
    "sandefjord-politi",
    "kultur-fritid",
)
KURS: tuple[tuple[int, int, int, str, str, int, dict[str, int]], ...] = (
    (3, 3, 14, "Introduksjon til veilederen", "folkehelse", 18, {SKOLE: 34, HELSE: 14, BARN: 8, KULTUR: 6}),
    (3, 10, 4, "SLT-seminar: unge og utenforskap", "rvts-ost", 17, {SKOLE: 28, NAV: 9, POLITI: 11, HELSE: 8}),
    (2, 2, 20, "Den gode samtalen", "rvts", 17, {SKOLE: 40, HELSE: 18, BARN: 9}),
    (2, 9, 11, "Bekymringstegn i skolehverdagen", "folkehelse", 18, {SKOLE: 52, NAV: 12, KULTUR: 9, POLITI: 8}),
    (2, 11, 5, "Dialog som metode", "konfliktradet-vestfold", 17, {SKOLE: 10, KULTUR: 6}),
    (1, 2, 6, "Introduksjon til veilederen", "folkehelse", 18, {SKOLE: 61, HELSE: 22, NAV: 16}),
    (1, 5, 15, "Hatprat på nett", "rvts-ost", 17, {SKOLE: 48, POLITI: 14, KULTUR: 11}),
    (1, 10, 22, "Den gode samtalen", "rvts", 17, {SKOLE: 36, BARN: 12, HELSE: 13, NAV: 8}),
    (0, 1, 28, "Introduksjon til veilederen", "folkehelse", 18, {SKOLE: 72, HELSE: 24, NAV: 26, BARN: 10}),
    (0, 4, 16, "Unge, tro og tilhørighet", "rvts-ost", 17, {SKOLE: 54, KULTUR: 14, POLITI: 12}),
    (0, 9, 10, "Den gode samtalen", "rvts", 17, {SKOLE: 44, NAV: 26, BARN: 12, HELSE: 18}),
)
KOMMENDE_KURS = (10, "Bekymringstegn i skolehverdagen", "folkehelse", 18, {SKOLE: 30, HELSE: 7, KULTUR: 5})

# partner, kind, title, archive reference, began (days ago), ends in (days or None), next look-through in (days or None)
AVTALER: tuple[tuple[str, str, str, str, int, int | None, int | None], ...] = (
    (POLITI, "samarbeid", "Samarbeidsavtale kommune og politi", "23/01482-3", 980, 115, 24),
    ("konfliktradet-vestfold", "samarbeid", "Avtale om mekling og stormøter", "24/00317-1", 690, None, 210),
    ("rvts", "samarbeid", "Avtale om kurs og veiledning", "25/00054-2", 330, 21, None),
    ("aerlig-prat", "samarbeid", "Intensjonsavtale om ungdomstelefon", "25/00911-1", 160, 570, 205),
    ("aerlig-prat", "taushet", "Taushetserklæring for frivillige", "25/00911-4", 150, None, 215),
    ("vestfold-fylkeskommune", "databehandling", "Databehandleravtale om felles oversikt", "24/01120-6", 500, None, 90),
)


def _nokkel(*deler: object) -> uuid.UUID:
    return uuid.uuid5(ROM, "|".join(str(del_) for del_ in deler))


def _dag(dager: int) -> date:
    return idag() + timedelta(days=dager)


def _tid(dager: int, time_: int) -> datetime:
    return timezone.make_aware(datetime.combine(_dag(dager), time(time_)))


class _Register:
    """The koordinator at work, with the partners by code."""

    def __init__(self, av: Bruker) -> None:
        self.av = av
        self.hent()

    def hent(self) -> None:
        self.aktor = {aktor.slug: aktor for aktor in Aktor.objects.all()}

    def antall(self, tall: dict[str, int]) -> dict[Aktor, int]:
        return {self.aktor[slug]: antall for slug, antall in tall.items()}

    def aktorer(self) -> None:
        for navn, type_, over, alias, merknad in AKTORER:
            services.opprett_aktor(
                av=self.av,
                skjema=_nokkel("aktor", navn),
                navn=navn,
                type=type_,
                over=self.aktor.get(over),
                aliaser=[alias] if alias else [],
                merknad=merknad,
            )
        self.hent()

    def kontakter(self) -> None:
        for nr, (slug, verv, navn, telefon, epost, ja) in enumerate(KONTAKTER):
            services.ny_kontakt(
                av=self.av,
                id=_nokkel("kontakt", slug, verv),
                aktor=self.aktor[slug],
                verv=verv,
                navn=navn,
                telefon=telefon,
                epost=epost,
                kilde="nettsiden deres" if nr % 3 else "oppgitt i møte",
                dato=_dag(-140 + nr * 7),
                samtykke_dato=_dag(-ja) if ja else None,
                slettes_dato=_dag(225 + nr * 7),
            )

    def avtaler(self) -> None:
        for slug, art, tittel, referanse, fra, til, revisjon in AVTALER:
            services.ny_avtale(
                av=self.av,
                id=_nokkel("avtale", referanse),
                aktor=self.aktor[slug],
                art=art,
                tittel=tittel,
                dokumentreferanse=referanse,
                gyldig_fra=_dag(-fra),
                gyldig_til=None if til is None else _dag(til),
                revisjon=None if revisjon is None else _dag(revisjon),
            )

    def fora(self) -> dict[str, Forum]:
        with flytt(na() - timedelta(days=400)):
            return {
                navn: services.opprett_forum(
                    av=self.av,
                    id=_nokkel("forum", navn),
                    navn=navn,
                    formal=formal,
                    ansvarlig=self.aktor[hvem],
                    tiltak_nr=nr,
                    moter_per_ar=antall,
                    medlemmer=[self.aktor[slug] for slug in medlemmer],
                )
                for navn, formal, hvem, nr, antall, medlemmer in FORA
            }

    def moter(self, fora: dict[str, Forum]) -> None:
        for forum, dager, time_, sted, saksliste, referat, oppmote, punkter in MOTER:
            nokkel = _nokkel("mote", forum, saksliste)
            mote = services.planlegg_mote(
                av=self.av, id=nokkel, forum=fora[forum], tid=_tid(dager, time_), sted=sted, saksliste=saksliste
            )
            if not referat or mote.referat:
                continue
            with flytt(mote.tid + timedelta(hours=20)):
                services.skriv_referat(
                    av=self.av, mote=mote, versjon=mote.versjon, referat=referat, deltakere=self.antall(oppmote)
                )
            for nr, punkt in enumerate(punkter):
                self._punkt(mote, _nokkel("punkt", nokkel, nr), *punkt)

    def _punkt(self, mote: Any, nokkel: uuid.UUID, tekst: str, hvem: str, frist: int, gjort: bool) -> None:
        punkt = services.nytt_punkt(
            av=self.av, id=nokkel, mote=mote, tekst=tekst, ansvarlig=self.aktor[hvem], frist=_dag(frist)
        )
        if gjort:
            with flytt(_tid(frist - 4, 12)):
                services.sett_punkt(av=self.av, punkt=punkt, gjort=True)

    def kurs(self) -> None:
        ar = idag().year
        holdt = [(_innen_i_dag(date(ar - kurs[0], kurs[1], kurs[2])), *kurs[3:]) for kurs in KURS]
        for dato, tittel, hvem, nr, antall in [*holdt, (_dag(KOMMENDE_KURS[0]), *KOMMENDE_KURS[1:])]:
            services.registrer_kurs(
                av=self.av,
                id=_nokkel("kurs", tittel, dato),
                tittel=tittel,
                dato=dato,
                arrangor=self.aktor[hvem],
                sted="Rådhuset",
                tiltak_nr=nr,
                deltakere=self.antall(antall),
            )


def _innen_i_dag(dato: date) -> date:
    """This year's courses are held whatever the day the demo is started."""
    return min(dato, max(date(idag().year, 1, 1), _dag(-1)))


@transaction.atomic
def lag_samarbeid() -> None:
    """Fill the registry, unless it is filled already."""
    koordinator = Bruker.objects.get(username="slt")
    with som(koordinator):
        if Kontaktrolle.objects.exists():
            return
        verden = _Register(koordinator)
        verden.aktorer()
        verden.kontakter()
        verden.avtaler()
        verden.moter(verden.fora())
        verden.kurs()

"""The invented stories of the demo, one line each. Nobody here exists.

They name no religion, origin, view or group: only what was seen, and what is good.
"""

from dataclasses import dataclass

from bekymring.choices import Konklusjonstype, Tilstand

T = Tilstand


@dataclass(frozen=True)
class Historie:
    """One case: what was seen, how old, where it stands now, and how many days ago it began."""

    alder: str
    sett: str
    tilstand: Tilstand
    dager: int
    konklusjon: Konklusjonstype = Konklusjonstype.SAMTALE
    via: str = ""
    bra: str = "Har en voksen på skolen som hen stoler på."
    gjort: str = "Kontaktlærer har snakket med eleven."


HISTORIER: tuple[Historie, ...] = (
    Historie("16_17", "Eleven har delt voldelig innhold i klassechatten og trekker seg unna venner.", T.MOTTATT, 1),
    Historie(
        "13_15",
        "Har tegnet våpen i bøkene og sagt at noen kommer til å angre.",
        T.MOTTATT,
        2,
        bra="Trives i musikktimene.",
    ),
    Historie(
        "18_24",
        "Kom med trusler mot en kollega på arbeidstreningen.",
        T.MOTTATT,
        0,
        gjort="Lederen har snakket med deltakeren.",
    ),
    Historie("13_15", "Har laget en liste over medelever og viser den fram.", T.RETURNERT, 4),
    Historie(
        "10_12",
        "Gjentar voldelige slagord fra nettet i friminuttene.",
        T.RETURNERT,
        6,
        bra="Er ofte hos besteforeldrene.",
    ),
    Historie(
        "16_17",
        "Er på nett store deler av natta og ler av filmer med ekte vold.",
        T.ANONYM_DROFTING,
        5,
        bra="Spiller håndball.",
    ),
    Historie("16_17", "Sier i timen at vold er den eneste løsningen.", T.ANONYM_DROFTING, 8),
    Historie(
        "13_15", "Truer yngre elever til å se videoer med vold.", T.AVKLARING, 5, bra="Kommer til skolen hver dag."
    ),
    Historie(
        "18_24",
        "Har sluttet på skolen og brutt med alle vennene på kort tid.",
        T.AVKLARING,
        12,
        bra="Bor hjemme og spiser middag med familien.",
    ),
    Historie("16_17", "Har fått meldinger fra voksne på nett som ber om å møtes i skjul.", T.AVKLARING, 9),
    Historie(
        "16_17", "Skrev en stil som hyller en gjerningsperson.", T.HENVIST, 9, bra="Skriver godt og liker norsktimene."
    ),
    Historie(
        "13_15", "Er med når andre blir truet på fritidsklubben.", T.HENVIST, 11, bra="Har en bror som følger med."
    ),
    Historie(
        "16_17", "Har sagt til en venn at skolen bør brenne.", T.PA_SAKSLISTE, 10, bra="Har en trener hen snakker med."
    ),
    Historie("13_15", "Sprer bilder av slåsskamper og oppfordrer til flere.", T.PA_SAKSLISTE, 11),
    Historie(
        "16_17",
        "Har tatt med kniv til skolen og sier at det er for å være klar.",
        T.PA_SAKSLISTE,
        24,
        bra="Snakker åpent med helsesykepleieren.",
    ),
    Historie("16_17", "Hyller vold mot navngitte offentlige personer på nett.", T.KONKLUDERT, 15),
    Historie(
        "13_15",
        "Blir stadig mer alene og sier at ingen kommer til å glemme hen.",
        T.KONKLUDERT,
        32,
        Konklusjonstype.TILBUD,
        bra="Er glad i dyr.",
    ),
    Historie(
        "18_24",
        "Snakker om hevn etter en konflikt i et kollektiv.",
        T.KONKLUDERT,
        34,
        Konklusjonstype.KONFLIKTRAD,
        bra="Møter opp til alle avtaler.",
    ),
    Historie("16_17", "Har avtalt slåsskamper på nett flere ganger.", T.SAMTALE, 20),
    Historie(
        "13_15",
        "Kom med trusler etter å ha blitt utvist fra laget.",
        T.SAMTALE,
        44,
        via="holdt",
        bra="Laget vil ha hen tilbake.",
    ),
    Historie("16_17", "Har delt bruksanvisninger for å skade andre.", T.SAMTALE, 44, via="avlyst"),
    Historie(
        "16_17",
        "Har sluttet å møte dem hen slåss sammen med, og er redd for dem.",
        T.TILTAK_PAGAR,
        80,
        via="mentor",
        bra="Ønsker selv hjelp.",
    ),
    Historie(
        "18_24",
        "Har flyttet hjem og vil begynne på nytt etter flere voldsepisoder.",
        T.TILTAK_PAGAR,
        90,
        via="ansvarsgruppe",
        bra="Har fått fast bolig.",
    ),
    Historie(
        "16_17",
        "Truet en lærer og var borte fra skolen i to uker.",
        T.EVALUERING,
        130,
        via="mentor",
        bra="Er tilbake på skolen.",
    ),
    Historie(
        "13_15",
        "Ble filmet mens hen slo en jevnaldrende.",
        T.EVALUERING,
        140,
        via="ansvarsgruppe",
        bra="Har sagt unnskyld.",
    ),
    Historie(
        "16_17",
        "Sa i klassen at noen fortjener å dø.",
        T.AVSLUTTET,
        60,
        Konklusjonstype.INGEN_BEKYMRING,
        bra="Angret med en gang.",
    ),
    Historie("13_15", "Brukte en voldelig figur som profilbilde.", T.AVSLUTTET, 96, via="rad", bra="Har gode venner."),
    Historie("18_24", "Ville ikke snakke med noen etter en krangel på jobb.", T.AVSLUTTET, 70, via="uten_samtykke"),
    Historie("16_17", "Mobbet en medelev på nett over lang tid.", T.OVERFORT, 55, bra="Foreldrene følger opp."),
    Historie(
        "13_15", "Var med på hærverk og skrøt av det.", T.SPERRET, 150, via="mentor", bra="Har begynt på klatring."
    ),
    Historie("18_24", "Skrev truende meldinger til et nettmagasin.", T.SPERRET, 120, Konklusjonstype.INGEN_BEKYMRING),
    Historie("16_17", "Ble med på trusler mot en nabo.", T.STANSET, 48, bra="Har jobb i helgene."),
)

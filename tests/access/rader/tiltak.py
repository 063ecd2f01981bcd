from uuid import UUID, uuid4

from felles.tid import idag
from tests.factories.tiltak import (
    aktivitet,
    gjor,
    indikator,
    kommentar,
    lenke,
    milepael,
    ny_utgave,
    tiltaksvedtak,
    utkast,
    vedlegg,
)
from tiltak.models import Tiltak
from tiltak.services.innhenting import start_runde

from ..matrise import ALLE, BEGGE, INGEN, POST, Objekt, Rad, Verden

KOORDINATORER = frozenset({"slt", "slt2"})
UKJENT = UUID(int=0)


def per_tiltak(**ekstra: object) -> tuple[Objekt, ...]:
    """Led by the municipality, by its unit folkehelse, by the police, and not there."""
    return (
        Objekt("kommunens", {"nr": 4} | ekstra, KOORDINATORER),
        Objekt("folkehelses", {"nr": 12} | ekstra, KOORDINATORER | {"folkehelse"}),
        Objekt("politiets", {"nr": 13} | ekstra, KOORDINATORER | {"politi"}),
        Objekt("finnes ikke", {"nr": 99} | ekstra, INGEN),
    )


def milepaelen(nr: int):
    def argumenter(verden: Verden) -> dict[str, object]:
        return {"nr": nr, "pk": verden.husk(f"milepael {nr}", lambda: milepael(nr)).pk}

    return argumenter


LAG = {"aktivitet": aktivitet, "indikator": indikator, "vedtak": tiltaksvedtak, "lenke": lenke, "vedlegg": vedlegg}
FAGFOLK = KOORDINATORER | {"folkehelse", "politi"}
MEDARBEIDERE = ALLE - {"fremmed"}


def innholdet(slag: str, nr: int):
    def argumenter(verden: Verden) -> dict[str, object]:
        row = verden.husk(f"{slag} {nr}", lambda: LAG[slag](nr))
        return {"nr": nr, "slag": slag, "pk": row.skjema if slag == "vedtak" else row.pk}

    return argumenter


def vedlegget(verden: Verden) -> dict[str, object]:
    return {"nr": 4, "pk": verden.husk("vedlegg 4", lambda: vedlegg(4)).pk}


def indikatoren(nr: int):
    def argumenter(verden: Verden) -> dict[str, object]:
        return {"nr": nr, "pk": verden.husk(f"indikator {nr}", lambda: indikator(nr)).pk}

    return argumenter


def kommentaren(verden: Verden) -> dict[str, object]:
    return {"nr": 4, "pk": verden.husk("kommentar", lambda: kommentar(4, av="laerer")).pk}


def rundens() -> None:
    """A round under way, so that there is something to find."""
    gjor(
        start_runde,
        av="slt",
        nokkel=uuid4(),
        ar=idag().year,
        frist=idag(),
        tiltak=Tiltak.objects.gjeldende().filter(nr=7),
    )


def apen(verden: Verden) -> dict[str, object]:
    verden.husk("runde", rundens)
    return {}


KUN_KOORDINATOR = (Objekt("folkehelses", {"nr": 12}), Objekt("finnes ikke", {"nr": 99}, INGEN))
RUNDEN = (Objekt("åpen runde", apen),)
LESER_UTKAST = KOORDINATORER | {"radmann"}


def utkastet(**argumenter: object):
    def med_utkast(verden: Verden) -> dict[str, object]:
        draft = verden.husk("utkast", utkast)
        if argumenter.get("pk") is True:
            return {"pk": draft.tiltak.get(plass=8).pk}
        return argumenter

    return med_utkast


def vedtatt_utgave(verden: Verden) -> dict[str, object]:
    return {"utgave": verden.husk("utgave", ny_utgave).utgave}


RADER: list[Rad] = [
    Rad("tiltak/"),
    Rad("tiltak/eksport.xlsx"),
    Rad("tiltak/endret/"),
    Rad("tiltak/eksport.csv"),
    Rad("tiltak/regneark/", leser=KOORDINATORER | {"folkehelse", "politi"}, metoder=BEGGE),
    Rad("tiltak/mulige/"),
    Rad("tiltak/mulige/ny/", FAGFOLK, metoder=BEGGE),
    Rad(
        "tiltak/mulige/<int:nr>/",
        objekter=(Objekt("ett", {"nr": 3}, ALLE), Objekt("finnes ikke", {"nr": 99}, INGEN)),
    ),
    Rad(
        "tiltak/mulige/<int:nr>/<slug:overgang>/",
        metoder=BEGGE,
        objekter=(
            Objekt("vurder", {"nr": 3, "overgang": "vurder"}, FAGFOLK),
            Objekt("avvis", {"nr": 3, "overgang": "avvis"}, KOORDINATORER),
            Objekt("ikke et steg", {"nr": 3, "overgang": "slett"}, INGEN),
            Objekt("finnes ikke", {"nr": 99, "overgang": "avvis"}, INGEN),
        ),
    ),
    Rad("tiltak/arshjul/"),
    Rad("tiltak/planen/"),
    Rad(
        "tiltak/<int:nr>/",
        objekter=(Objekt("et tiltak", {"nr": 4}, ALLE), Objekt("finnes ikke", {"nr": 99}, INGEN)),
    ),
    # Everyone may open the table; it holds only what one answers for.
    Rad("tiltak/oppdater/", metoder=BEGGE),
    Rad("tiltak/innhenting/", leser=KOORDINATORER),
    Rad("tiltak/innhenting/ny/", leser=KOORDINATORER, metoder=BEGGE),
    Rad("tiltak/innhenting/paminn/", leser=KOORDINATORER, metoder=POST, objekter=RUNDEN),
    Rad("tiltak/innhenting/frist/", leser=KOORDINATORER, metoder=POST, objekter=RUNDEN),
    Rad("tiltak/innhenting/avslutt/", leser=KOORDINATORER, metoder=POST, objekter=RUNDEN),
    Rad("tiltak/innhenting/tekster/", leser=KOORDINATORER),
    Rad(
        "tiltak/innhenting/tekster/<slug:art>/",
        leser=KOORDINATORER,
        metoder=BEGGE,
        objekter=(Objekt("en tekst", {"art": "paminnelse"}), Objekt("finnes ikke", {"art": "annet"}, INGEN, INGEN)),
    ),
    # Everyone may open it; it holds only what waits for one's own word.
    Rad("tiltak/godkjenning/", metoder=BEGGE),
    Rad("tiltak/<int:nr>/overfor/", leser=KOORDINATORER, metoder=BEGGE, objekter=KUN_KOORDINATOR),
    Rad("tiltak/<int:nr>/opplysninger/", leser=KOORDINATORER, metoder=BEGGE, objekter=KUN_KOORDINATOR),
    Rad("tiltak/<int:nr>/viktig/", leser=KOORDINATORER, metoder=POST, objekter=KUN_KOORDINATOR),
    Rad("tiltak/<int:nr>/status/", metoder=BEGGE, objekter=per_tiltak()),
    Rad("tiltak/<int:nr>/milepael/", metoder=BEGGE, objekter=per_tiltak()),
    Rad(
        "tiltak/<int:nr>/milepael/<uuid:pk>/",
        metoder=BEGGE,
        objekter=(
            Objekt("kommunens", milepaelen(4), KOORDINATORER),
            Objekt("folkehelses", milepaelen(12), KOORDINATORER | {"folkehelse"}),
            Objekt("politiets", milepaelen(13), KOORDINATORER | {"politi"}),
            Objekt("finnes ikke", {"nr": 4, "pk": UKJENT}, INGEN),
        ),
    ),
    Rad(
        "tiltak/<int:nr>/legg-til/<slug:slag>/",
        metoder=BEGGE,
        objekter=(
            *per_tiltak(slag="aktivitet"),
            *per_tiltak(slag="indikator"),
            *per_tiltak(slag="vedtak"),
            *per_tiltak(slag="lenke"),
            *per_tiltak(slag="vedlegg"),
            Objekt("ukjent slag", {"nr": 4, "slag": "sak"}, INGEN),
        ),
    ),
    Rad(
        "tiltak/<int:nr>/endre/<slug:slag>/<uuid:pk>/",
        metoder=BEGGE,
        objekter=(
            *(Objekt(f"kommunens {slag}", innholdet(slag, 4), KOORDINATORER) for slag in LAG),
            *(Objekt(f"folkehelses {slag}", innholdet(slag, 12), KOORDINATORER | {"folkehelse"}) for slag in LAG),
            Objekt("politiets", innholdet("aktivitet", 13), KOORDINATORER | {"politi"}),
            Objekt("finnes ikke", {"nr": 4, "slag": "aktivitet", "pk": UKJENT}, INGEN),
        ),
    ),
    Rad(
        "tiltak/<int:nr>/vedlegg/<uuid:pk>/",
        objekter=(
            Objekt("et dokument", vedlegget, ALLE),
            Objekt("finnes ikke", {"nr": 4, "pk": UKJENT}, INGEN),
        ),
    ),
    Rad(
        "tiltak/<int:nr>/maling/<uuid:pk>/",
        metoder=BEGGE,
        objekter=(
            Objekt("kommunens", indikatoren(4), KOORDINATORER),
            Objekt("folkehelses", indikatoren(12), KOORDINATORER | {"folkehelse"}),
            Objekt("finnes ikke", {"nr": 4, "pk": UKJENT}, INGEN),
        ),
    ),
    Rad(
        "tiltak/<int:nr>/kommentar/",
        MEDARBEIDERE,
        metoder=BEGGE,
        objekter=(Objekt("et tiltak", {"nr": 4}), Objekt("finnes ikke", {"nr": 99}, INGEN)),
    ),
    Rad(
        "tiltak/<int:nr>/kommentar/lest/",
        MEDARBEIDERE,
        metoder=POST,
        objekter=(Objekt("et tiltak", {"nr": 4}), Objekt("finnes ikke", {"nr": 99}, INGEN)),
    ),
    Rad(
        "tiltak/<int:nr>/kommentar/<uuid:pk>/ta-bort/",
        MEDARBEIDERE,
        skriver=KOORDINATORER | {"laerer"},
        metoder=POST,
        objekter=(Objekt("lærerens", kommentaren), Objekt("finnes ikke", {"nr": 4, "pk": UKJENT}, INGEN)),
    ),
    Rad("tiltak/rullering/", LESER_UTKAST, skriver=KOORDINATORER, metoder=BEGGE),
    *(
        Rad(f"tiltak/rullering/{side}/", metoder=BEGGE, objekter=(Objekt("utkastet", utkastet(), KOORDINATORER),))
        for side in ("hode", "tiltak/ny", "vedta")
    ),
    Rad(
        "tiltak/rullering/tiltak/<uuid:pk>/",
        metoder=BEGGE,
        objekter=(
            Objekt("i utkastet", utkastet(pk=True), KOORDINATORER),
            Objekt("finnes ikke", utkastet(pk=UKJENT), INGEN),
        ),
    ),
    Rad(
        "tiltak/rullering/tiltak/<uuid:pk>/ta-ut/",
        metoder=POST,
        objekter=(Objekt("finnes ikke", utkastet(pk=UKJENT), INGEN),),
    ),
    Rad(
        "tiltak/rullering/gammelt/<int:nr>/",
        metoder=BEGGE,
        objekter=(
            Objekt("i utkastet", utkastet(nr=8), KOORDINATORER),
            Objekt("finnes ikke", utkastet(nr=99), INGEN),
        ),
    ),
    Rad("tiltak/rullering/forkast/", metoder=POST, objekter=(Objekt("uten utkast", {}, INGEN),)),
    Rad(
        "tiltak/planen/<int:utgave>/endringer/",
        objekter=(
            Objekt("vedtatt", vedtatt_utgave, ALLE),
            Objekt("uten forgjenger", {"utgave": 2016}, INGEN),
        ),
    ),
]

from uuid import UUID

from tests.factories.tiltak import milepael

from ..matrise import ALLE, BEGGE, INGEN, Objekt, Rad, Verden

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


RADER: list[Rad] = [
    Rad("tiltak/"),
    Rad("tiltak/eksport.xlsx"),
    Rad("tiltak/mulige/"),
    Rad("tiltak/arshjul/"),
    Rad("tiltak/planen/"),
    Rad(
        "tiltak/<int:nr>/",
        objekter=(Objekt("et tiltak", {"nr": 4}, ALLE), Objekt("finnes ikke", {"nr": 99}, INGEN)),
    ),
    # Everyone may open the table; it holds only what one answers for.
    Rad("tiltak/oppdater/", metoder=BEGGE),
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
]

from brukere.services import ny_kalenderadresse, trekk_kalenderadresse
from forside import avbrutt
from tests.factories.saker import bruker
from vern.kontekst import som

from ..matrise import BEGGE, INGEN, Objekt, Rad, Verden


def skjema(v):
    """A form the teacher sent after the session had ended."""
    navn, laerer = avbrutt.merke("/min-side/"), bruker("laerer")
    with som(laerer):
        data = {"sti": "/min-side/", "felt": {"sprak": ["nn"]}}
        avbrutt.lagre_utkast(av=laerer, skjema=avbrutt.SKJEMA + navn, data=data)
    return {"merke": navn}


def adresse(verden: Verden) -> dict[str, str]:
    """One that holds: the key alone opens, for whoever has it."""
    with som(bruker("politi")):
        return {"nokkel": verden.husk("kalender", lambda: ny_kalenderadresse(av=bruker("politi")))}


def trukket(verden: Verden) -> dict[str, str]:
    with som(bruker("folkehelse")):
        nokkel = verden.husk("trukket", lambda: ny_kalenderadresse(av=bruker("folkehelse")))
        trekk_kalenderadresse(av=bruker("folkehelse"))
    return {"nokkel": nokkel}


RADER = [
    Rad(""),
    Rad(
        "fortsett/<slug:merke>/",
        metoder=BEGGE,
        objekter=[
            Objekt("lærerens", skjema, leser={"laerer"}, skriver=None),
            Objekt("finnes ikke", {"merke": "x"}, leser=INGEN),
        ],
    ),
    Rad("sok/"),
    Rad(
        "kalender/<str:nokkel>.ics",
        apen=True,
        objekter=(
            Objekt("gjelder", adresse),
            Objekt("annen", trukket, INGEN),
            Objekt("finnes ikke", {"nokkel": "x" * 43}, INGEN),
        ),
    ),
    Rad("helse/live", apen=True),
    Rad("helse/klar", apen=True, get=(503,)),  # no worker runs here
]

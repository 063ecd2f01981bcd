from handlingsplan import avbrutt
from tests.factories.saker import bruker
from vern.kontekst import som

from ..matrise import BEGGE, INGEN, Objekt, Rad


def skjema(v):
    """A form the teacher sent after the session had ended."""
    navn, laerer = avbrutt.merke("/min-side/"), bruker("laerer")
    with som(laerer):
        data = {"sti": "/min-side/", "felt": {"sprak": ["nn"]}}
        avbrutt.lagre_utkast(av=laerer, skjema=avbrutt.SKJEMA + navn, data=data)
    return {"merke": navn}


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
    Rad("helse/live", apen=True),
    Rad("helse/klar", apen=True, get=(503,)),  # no worker runs here
]

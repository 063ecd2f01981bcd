from tests.factories import rapporter

from ..matrise import ALLE, BEGGE, INGEN, POST, Objekt, Rad

BESTILLERE = frozenset({"slt", "slt2", "radmann"})


def utkast(v):
    return {"pk": v.husk("utkast", lambda: rapporter.utkast(mottaker="Utkastet")).pk}


def publisert(v):
    return {"pk": v.husk("publisert", lambda: rapporter.publisert(mottaker="Den publiserte")).pk}


FINNES_IKKE = Objekt("finnes ikke", {"pk": 987654}, leser=INGEN)
OBJEKTER = [Objekt("egen", publisert, leser=ALLE), Objekt("annen", utkast, leser=BESTILLERE), FINNES_IKKE]

RADER = [
    Rad("rapport/", skriver=BESTILLERE, metoder=BEGGE),
    Rad("rapport/<int:pk>/", objekter=OBJEKTER),
    Rad("rapport/<int:pk>.pdf", objekter=OBJEKTER),
    Rad("rapport/<int:pk>/handling/", metoder=POST, skriver=BESTILLERE, objekter=OBJEKTER,
        data={"handling": "prov_igjen"}),
]  # fmt: skip

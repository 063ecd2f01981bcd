from tests.factories.oppslag import uvanlig

from ..matrise import BEGGE, INGEN, UKJENT_REF, Objekt, Rad

OMBUD = {"personvern"}
RADER = [
    Rad("personvern/mine-oppslag/"),
    Rad("personvern/uvanlige/", OMBUD),
    Rad(
        "personvern/uvanlige/<int:oppslag>/",
        OMBUD,
        BEGGE,
        objekter=[
            Objekt("annens", lambda v: {"oppslag": uvanlig(v.sak, "politi")}),
            Objekt("eget", lambda v: {"oppslag": uvanlig(v.sak, "personvern")}, leser=INGEN),
            Objekt("finnes ikke", {"oppslag": 10**12}, leser=INGEN),
        ],
        data={"merknad": "Spurte lederen."},
    ),
    Rad("personvern/tilganger/", OMBUD),
    Rad("personvern/logg/", OMBUD),
    Rad("personvern/nodtilgang/", OMBUD),
    Rad(
        "personvern/logg/<str:ref>/",
        objekter=[
            Objekt("annen", lambda v: {"ref": v.annen.ref}, leser=OMBUD),
            Objekt("sperret", lambda v: {"ref": v.sperret.ref}, leser=OMBUD),
            Objekt("finnes ikke", {"ref": UKJENT_REF}, leser=INGEN),
        ],
    ),
]

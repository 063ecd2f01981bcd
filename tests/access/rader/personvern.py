from ..matrise import INGEN, UKJENT_REF, Objekt, Rad

OMBUD = {"personvern"}
RADER = [
    Rad("personvern/mine-oppslag/"),
    Rad("personvern/logg/", OMBUD),
    Rad(
        "personvern/logg/<str:ref>/",
        objekter=[
            Objekt("annen", lambda v: {"ref": v.annen.ref}, leser=OMBUD),
            Objekt("sperret", lambda v: {"ref": v.sperret.ref}, leser=OMBUD),
            Objekt("finnes ikke", {"ref": UKJENT_REF}, leser=INGEN),
        ],
    ),
]

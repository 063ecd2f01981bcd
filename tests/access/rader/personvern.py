from uuid import UUID

from bekymring.models import Hjemmel, Personvernvurdering
from tests.factories.godkjenning import registrert_hjemmel, registrert_vurdering
from tests.factories.oppslag import uvanlig
from tests.factories.rapporter import forbi_veggene

from ..matrise import BEGGE, INGEN, POST, UKJENT_REF, Objekt, Rad

OMBUD = {"personvern"}
LEDELSEN = {"personvern", "radmann"}
MED_SAKER = {"slt", "slt2", "politi", "kjerneleder", "kjerne.helse", "kjerne.barnevern", "kjerne.vgs", "laerer"}
UKJENT_ID = UUID(int=0)


def vurderingen(v):
    """An assessment of privacy that the leader has not approved."""
    return v.husk("vurdering", lambda: {"id": registrert_vurdering().pk})


def godkjent(v):
    """The one the case part rests on."""
    with forbi_veggene():
        return {"id": Personvernvurdering.objects.i_bruk().get().pk}


def loven(v):
    with forbi_veggene():
        return {"id": Hjemmel.objects.get(kode="liv_helse").pk}


def godkjenningen(v):
    """A jurist's word that a second person has not confirmed."""
    return v.husk("godkjenning", lambda: {"id": registrert_hjemmel("liv_helse").pk})


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
    Rad("personvern/vurdering/", LEDELSEN),
    Rad("personvern/vurdering/ny/", OMBUD, BEGGE),
    Rad(
        "personvern/vurdering/<uuid:id>/godkjenn/",
        {"radmann"},
        BEGGE,
        objekter=[
            Objekt("registrert av ombudet", vurderingen, leser={"radmann"}),
            Objekt("finnes ikke", {"id": UKJENT_ID}, leser=INGEN),
        ],
    ),
    Rad(
        "personvern/vurdering/<uuid:id>/trekk/",
        {"radmann"},
        POST,
        objekter=[
            Objekt("godkjent", godkjent, leser={"radmann"}),
            Objekt("finnes ikke", {"id": UKJENT_ID}, leser=INGEN),
        ],
    ),
    Rad("personvern/lover/", MED_SAKER | LEDELSEN),
    Rad(
        "personvern/lover/<int:id>/godkjenn/",
        LEDELSEN,
        BEGGE,
        objekter=[
            Objekt("i bruk", loven, leser=LEDELSEN),
            Objekt("finnes ikke", {"id": 10**9}, leser=INGEN),
        ],
    ),
    Rad(
        "personvern/lover/<int:id>/ut/",
        LEDELSEN,
        POST,
        objekter=[
            Objekt("i bruk", loven, leser=LEDELSEN),
            Objekt("finnes ikke", {"id": 10**9}, leser=INGEN),
        ],
    ),
    Rad(
        "personvern/lover/godkjenning/<uuid:id>/bekreft/",
        {"radmann"},
        POST,
        objekter=[
            Objekt("registrert av ombudet", godkjenningen, leser={"radmann"}),
            Objekt("finnes ikke", {"id": UKJENT_ID}, leser=INGEN),
        ],
    ),
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

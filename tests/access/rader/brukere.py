from brukere.models import Bruker

from ..matrise import BEGGE, INGEN, POST, Objekt, Rad

SYSTEM = frozenset({"system"})
UKJENT = Objekt("finnes ikke", {"pk": 999_999_999}, leser=INGEN)


def _konto(brukernavn):
    return lambda verden: {"pk": Bruker.objects.get(username=brukernavn).pk}


def _rolle(brukernavn):
    return lambda verden: {"pk": Bruker.objects.get(username=brukernavn).rolletildelinger.get().pk}


def annens(rute, lag=_konto):
    """The systemansvarlig manages others' accounts and never their own."""
    objekter = [Objekt("annens", lag("politi")), Objekt("egen", lag("system"), leser=INGEN), UKJENT]
    return Rad(rute, leser=SYSTEM, metoder=BEGGE, objekter=objekter)


RADER = [
    Rad("logg-inn/", metoder=BEGGE, get=(200, 302), apen=True),
    Rad("logg-ut/", metoder=BEGGE, get=(200, 302), apen=True),
    Rad("logg-inn/bekreft/", metoder=BEGGE),
    Rad("okt/"),
    Rad("min-side/okter/avslutt/", metoder=POST),
    Rad("sprak/", metoder=POST, post=(400,)),  # an empty form names no language
    Rad("logg-inn/demo/", metoder=POST, post=(404,), apen=True),  # an empty form names no persona
    Rad("min-side/", metoder=BEGGE),
    Rad("min-side/passord/", metoder=BEGGE),
    Rad("min-side/kalender/", metoder=POST, post=(400,)),  # an empty form names no act
    Rad("brukere/", leser=SYSTEM),
    Rad("brukere/ny/", leser=SYSTEM, metoder=BEGGE),
    Rad("brukere/<int:pk>/", leser=SYSTEM, objekter=[Objekt("konto", _konto("politi")), UKJENT]),
    annens("brukere/<int:pk>/endre/"),
    annens("brukere/<int:pk>/rolle/"),
    annens("brukere/rolle/<int:pk>/avslutt/", _rolle),
    annens("brukere/<int:pk>/passord/"),
    annens("brukere/<int:pk>/logg-ut/"),
    annens("brukere/<int:pk>/steng/"),
    annens("brukere/<int:pk>/apne/"),
]

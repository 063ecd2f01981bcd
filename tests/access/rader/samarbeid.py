import datetime
import uuid

from django.utils import timezone

from samarbeid import services
from samarbeid.models import Aktor
from tests.factories.saker import bruker
from vern.kontekst import som

from ..matrise import ALLE, BEGGE, INGEN, POST, Objekt, Rad

LESERE = ALLE - {"fremmed"}  # no role and no place of work: the registry does not exist
KOORDINATOR = frozenset({"slt", "slt2"})
SYSTEM = frozenset({"system"})
I_DAG = datetime.date(2026, 1, 1)
UKJENT = Objekt("finnes ikke", {"pk": uuid.UUID(int=7)}, leser=INGEN)
UKJENT_AKTOR = Objekt("finnes ikke", {"pk": 999_999_999}, leser=INGEN)


def _lag(navn):
    """The registry's rows are open to all who may see the page, so that one of each kind is enough."""

    def lag(verden):
        return {"pk": verden.husk(navn, lambda: LAGERE[navn](verden)).pk}

    return lag


def _som_slt(handling):
    def lag(verden):
        slt = bruker("slt")
        with som(slt):
            return handling(verden, slt)

    return lag


def _aktor(verden):
    return Aktor.objects.get(slug="konfliktradet-vestfold")


def _forum(verden):
    return verden.husk("forum", lambda: LAGERE["forum"](verden))


def _mote(verden):
    return verden.husk("mote", lambda: LAGERE["mote"](verden))


LAGERE = {
    "aktor": _aktor,
    "kontakt": _som_slt(
        lambda verden, slt: services.ny_kontakt(
            av=slt,
            id=uuid.uuid4(),
            aktor=_aktor(verden),
            verv="leder",
            telefon="33 00 00 00",
            kilde="nettsiden",
            dato=I_DAG,
            slettes_dato=timezone.localdate() + datetime.timedelta(days=9),
        )
    ),
    "avtale": _som_slt(
        lambda verden, slt: services.ny_avtale(
            av=slt,
            id=uuid.uuid4(),
            aktor=_aktor(verden),
            art="samarbeid",
            tittel="Avtale",
            dokumentreferanse="26/1",
            gyldig_fra=I_DAG,
        )
    ),
    "forum": _som_slt(
        lambda verden, slt: services.opprett_forum(
            av=slt, id=uuid.uuid4(), navn="Matriseforum", ansvarlig=_aktor(verden), medlemmer=[_aktor(verden)]
        )
    ),
    "mote": _som_slt(
        lambda verden, slt: services.planlegg_mote(
            av=slt, id=uuid.uuid4(), forum=_forum(verden), tid=timezone.now(), sted="Rådhuset"
        )
    ),
    "punkt": _som_slt(
        lambda verden, slt: services.nytt_punkt(
            av=slt, id=uuid.uuid4(), mote=_mote(verden), tekst="Ringe", ansvarlig=_aktor(verden)
        )
    ),
    "kurs": _som_slt(
        lambda verden, slt: services.registrer_kurs(
            av=slt, id=uuid.uuid4(), tittel="Kurs", dato=I_DAG, arrangor=_aktor(verden), deltakere={}
        )
    ),
}


def lese(rute, navn):
    ukjent = UKJENT_AKTOR if navn == "aktor" else UKJENT
    return Rad(rute, leser=LESERE, objekter=[Objekt(navn, _lag(navn)), ukjent])


def skrive(rute, navn=None, metoder=BEGGE):
    """Forms exist for the koordinator only."""
    ukjent = UKJENT_AKTOR if navn == "aktor" else UKJENT
    objekter = [Objekt(navn, _lag(navn)), ukjent] if navn else [Objekt("siden")]
    return Rad(rute, leser=KOORDINATOR, metoder=metoder, objekter=objekter)


def plassere(rute, pk_for):
    """The systemansvarlig says where others work, never where they themselves do."""

    def objekt(navn, brukernavn, leser=None):
        return Objekt(navn, lambda verden: {"pk": pk_for(brukernavn)}, leser=leser)

    objekter = [objekt("annens", "politi"), objekt("egen", "system", INGEN), UKJENT_AKTOR]
    return Rad(rute, leser=SYSTEM, metoder=BEGGE, objekter=objekter)


RADER = [
    Rad("samarbeid/", LESERE),
    lese("samarbeid/<int:pk>/", "aktor"),
    skrive("samarbeid/ny/"),
    skrive("samarbeid/<int:pk>/endre/", "aktor"),
    skrive("samarbeid/<int:pk>/kontakt/ny/", "aktor"),
    skrive("samarbeid/kontakt/<uuid:pk>/endre/", "kontakt"),
    skrive("samarbeid/kontakt/<uuid:pk>/slett/", "kontakt"),
    skrive("samarbeid/<int:pk>/avtale/ny/", "aktor"),
    skrive("samarbeid/avtale/<uuid:pk>/endre/", "avtale"),
    Rad("samarbeid/forum/", LESERE),
    skrive("samarbeid/forum/nytt/"),
    lese("samarbeid/forum/<uuid:pk>/", "forum"),
    skrive("samarbeid/forum/<uuid:pk>/endre/", "forum"),
    Rad("samarbeid/moter/", LESERE),
    skrive("samarbeid/moter/nytt/"),
    lese("samarbeid/moter/<uuid:pk>/", "mote"),
    skrive("samarbeid/moter/<uuid:pk>/endre/", "mote"),
    skrive("samarbeid/moter/<uuid:pk>/referat/", "mote"),
    skrive("samarbeid/moter/<uuid:pk>/punkt/nytt/", "mote"),
    skrive("samarbeid/moter/punkt/<uuid:pk>/", "punkt", POST),
    plassere("samarbeid/tilknytning/<int:pk>/ny/", lambda navn: bruker(navn).pk),
    plassere("samarbeid/tilknytning/<int:pk>/avslutt/", lambda navn: bruker(navn).tilknytninger.first().pk),
    Rad("samarbeid/kurs/", LESERE),
    skrive("samarbeid/kurs/nytt/"),
    lese("samarbeid/kurs/<uuid:pk>/", "kurs"),
    skrive("samarbeid/kurs/<uuid:pk>/endre/", "kurs"),
]

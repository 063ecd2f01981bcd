from uuid import UUID, uuid4

from django.utils import timezone

from bekymring.models import Beskjed, Kvittering
from bekymring.services.nodtilgang import avslutt_nodtilgang, sok_nodtilgang
from brukere.models import Rolletildeling
from demo import regi
from tests.factories.gjenapning import be_om_gjenapning, lukket_sak, svar_gjenapning
from tests.factories.saker import bruker, lag_sak
from vern.kontekst import som

from ..matrise import BEGGE, INGEN, POST, SAKEN, UKJENT_REF, Objekt, Rad, Verden

UKJENT_ID = UUID(int=0)
KOORDINATORER = frozenset({"slt", "slt2"})
GRUPPA = frozenset({"kjerneleder", "kjerne.helse", "kjerne.barnevern"})
MELDER_OG_KOORDINATORER = frozenset({"slt", "slt2", "laerer"})


def ref(verden: Verden):
    return {"ref": verden.sak.ref}


# The sak of the row, the case that only the teacher and the koordinator know, and one that is not there.
OMBUD = frozenset({"personvern"})  # sees who may see and who has seen, of every case (beslutninger 12)


def objekter(leser, annen=INGEN, *, kwargs=ref, **mer):
    return [
        Objekt("egen", kwargs, leser=leser),
        # not «annen»: teacher and koordinator see the line of that case, so for them the answers may differ
        Objekt("annen sak", lambda v: {"ref": v.annen.ref} | mer, leser=annen),
        Objekt("finnes ikke", {"ref": UKJENT_REF} | mer, leser=INGEN),
        # the police contact had that case, and was barred: nothing of it is left for them
        *([Objekt("sperret", lambda v: {"ref": v.sperret.ref}, leser=annen)] if kwargs is ref else []),
    ]


def lukket(leser):
    return Objekt("lukket", lambda v: {"ref": v.lukket.ref}, leser=leser)


def med_politi(v: Verden):
    return ref(v) | {"id": bruker("politi").pk}


def sperret_politi(v: Verden):
    return {"ref": v.sperret.ref, "id": bruker("politi").pk}


def uten_leder(v: Verden):
    """The koordinator who led the case has left the role."""
    sak = v.sak
    Rolletildeling.objects.filter(bruker__username="slt", rolle="koordinator").update(til=timezone.now())
    return {"ref": sak.ref}


def _til_saksliste():
    regi.lag_grupper()
    sak = regi.meld()
    regi.ta_imot(sak)
    regi.til_avklaring(sak)
    regi.gi_samtykke(sak)
    regi.steg(sak, "slt", "henvis")
    regi.steg(sak, "kjerneleder", "sett_pa_saksliste", mote=regi.mote())
    return sak


def pa_saksliste(v: Verden):
    return v.husk("pa_saksliste", _til_saksliste)


def med_kort(v: Verden):
    """Who it concerns is written; the half hour that follows belongs to the koordinator."""

    def lag():
        sak = konkludert(v)
        regi.skriv_kort(sak)
        return sak

    return v.husk("med_kort", lag)


def konkludert(v: Verden):
    def lag():
        sak = _til_saksliste()
        regi.konkluder(sak)
        return sak

    return v.husk("konkludert", lag)


def samtale(v: Verden):
    rad = v.husk("samtale", lambda: regi.avtal_samtale(konkludert(v)))
    return {"ref": rad.sak.ref, "id": rad.pk}


def bruk_nod(sak, navn="politi"):
    """A persona breaks the glass."""
    person = bruker(navn)
    with som(person):
        return sok_nodtilgang(
            av=person,
            nokkel=uuid4(),
            nummer=sak.nummer,
            grunnlag="liv",
            begrunnelse="Det haster. Ingen av dem svarer.",
        )


def nod(v: Verden):
    return {"id": v.husk("nod", lambda: bruk_nod(v.annen)).pk}


def gjenapning_som_venter(v: Verden):
    return v.husk("gjenapning", lambda: {"id": be_om_gjenapning(lukket_sak()).pk})


def apnet_av_to(v: Verden):
    def lag():
        rad = be_om_gjenapning(lukket_sak())
        svar_gjenapning(rad)
        return {"id": rad.pk}

    return v.husk("apnet_av_to", lag)


def nod_over(v: Verden):
    def lag():
        rad = bruk_nod(lag_sak(), "slt2")
        with som(bruker("slt2")):
            avslutt_nodtilgang(av=bruker("slt2"), rad=rad)
        return rad

    return {"id": v.husk("nod_over", lag).pk}


def nod_som_venter(v: Verden):
    """The fourth in a month."""
    return {"id": v.husk("nod_venter", lambda: [bruk_nod(lag_sak()) for _ in range(4)][-1]).pk}


def mentor(v: Verden, *, signert=False, navn=""):
    def lag():
        sak = konkludert(v)
        forlop = regi.foresla_mentor(sak)
        if signert:
            regi.flytt_mentor(forlop, "slt", "signer")
            regi.flytt_mentor(forlop, "mentor", "start")
        return {"ref": sak.ref, "id": forlop.pk}

    return v.husk("mentor", lag) | ({"navn": navn} if navn else {})


def beskjed(v: Verden):
    """The police contact had agreed a conversation, and the consent was taken back."""
    regi.lag_grupper()
    sak = regi.til_avklaring(regi.meld())
    samtykke = regi.gi_samtykke(sak)
    regi.steg(sak, "slt", "henvis")
    regi.konkluder(regi.steg(sak, "kjerneleder", "sett_pa_saksliste", mote=regi.mote()))
    regi.avtal_samtale(sak)
    regi.trekk_samtykke(sak, samtykke)
    with som(bruker("politi")):
        return {"id": Beskjed.objects.filter(bruker=bruker("politi"), art="samtale_forer").first().pk}


def kvittering(v: Verden):
    sak = v.husk("meldt", regi.meld)
    with som(regi.person("laerer")):
        return {"id": Kvittering.objects.get(sak=sak).pk}


def samtykke_rettes(v: Verden):
    return samtykke(v) | {"hvordan": "rett"}


def samtykke(v: Verden):
    def lag():
        sak = regi.meld()
        return {"ref": sak.ref, "id": regi.gi_samtykke(sak).pk}

    return v.husk("samtykke", lag)


def unntak(v: Verden):
    """A guardian the koordinator wants to leave out, which waits for the second one."""

    def lag():
        sak = regi.meld()
        regi.til_avklaring(sak)
        return {"ref": sak.ref, "id": regi.registrer_unntak(sak).pk}

    return v.husk("unntak", lag)


def grunnlag(v: Verden):
    def lag():
        regi.lag_grupper()
        sak = regi.meld()
        regi.til_avklaring(sak)
        return {"ref": sak.ref, "id": regi.registrer_grunnlag(sak).pk}

    return v.husk("grunnlag", lag)


def deling(v: Verden):
    def lag():
        sak = _til_saksliste()
        regi.vurder(sak, "kjerne.helse", "helse", "Sover bedre.")
        return {"ref": sak.ref, "id": regi.del_opplysninger(sak).pk}

    return v.husk("deling", lag)


def oppgave(v: Verden):
    def lag():
        regi.lag_grupper()
        sak = regi.meld()
        regi.til_avklaring(sak)
        with som(regi.person("slt")):
            return {"ref": sak.ref, "id": sak.oppgaver.get().pk}

    return v.husk("oppgave", lag)


def returnert(v: Verden):
    return {"ref": v.husk("returnert", lambda: regi.steg(regi.meld(), "slt", "returner", begrunnelse="Mangler.")).ref}


def gruppe(v: Verden):
    v.husk("grupper", lambda: regi.lag_grupper() or True)
    with som(regi.person("slt")):
        return {"id": regi.Kjernegruppe.objects.get(navn=regi.GRUPPE).pk}


def sete(v: Verden):
    gruppe(v)
    with som(regi.person("slt")):
        return {"id": regi.Medlemskap.objects.get(bruker__username="kjerne.helse").pk}


def mote(v: Verden):
    gruppe(v)
    return {"ref": v.husk("mote", regi.mote).ref}


RADER: list[Rad] = [
    Rad("bekymring/"),
    Rad("bekymring/meld/", {"laerer"}, metoder=BEGGE),
    Rad("bekymring/meld/se-over/", {"laerer"}, metoder=BEGGE, get=(200, 302)),
    Rad(
        "bekymring/meld/<slug:side>/",
        {"laerer"},
        metoder=BEGGE,
        objekter=[Objekt("finnes", {"side": "hvem"}), Objekt("finnes ikke", {"side": "xx"}, leser=INGEN)],
    ),
    Rad(
        "bekymring/kvittering/<uuid:id>/",
        objekter=[
            Objekt("egen", kvittering, leser={"laerer"}),
            Objekt("finnes ikke", {"id": UKJENT_ID}, leser=INGEN),
        ],
    ),
    Rad(
        "bekymring/beskjed/<uuid:id>/",
        metoder=BEGGE,
        objekter=[
            Objekt("egen", beskjed, leser={"politi"}),
            Objekt("finnes ikke", {"id": UKJENT_ID}, leser=INGEN),
        ],
    ),
    Rad("bekymring/<str:ref>/delt/", objekter=objekter({"slt"}, {"slt"})),
    Rad(
        "bekymring/personsok/",
        leser=KOORDINATORER,
        metoder=BEGGE,
        data={"navn": "Kari Oppdiktet", "fodselsar": "2010", "formal": "ny_melding"},
    ),
    Rad("bekymring/familie/", KOORDINATORER, metoder=BEGGE),
    Rad(
        "bekymring/gjenapning/",
        KOORDINATORER | OMBUD,
        metoder=BEGGE,
    ),
    Rad(
        "bekymring/gjenapning/<uuid:id>/",
        metoder=BEGGE,
        objekter=[
            Objekt("venter", gjenapning_som_venter, leser=KOORDINATORER | OMBUD, skriver=OMBUD),
            Objekt("åpen", apnet_av_to, leser=KOORDINATORER | OMBUD, skriver=INGEN),
            Objekt("finnes ikke", {"id": UKJENT_ID}, leser=INGEN),
        ],
    ),
    Rad(
        "bekymring/gjenapning/<uuid:id>/avslutt/",
        metoder=POST,
        objekter=[
            Objekt("venter", gjenapning_som_venter, leser={"slt"}),
            Objekt("åpen", apnet_av_to, leser=KOORDINATORER | OMBUD),
            Objekt("finnes ikke", {"id": UKJENT_ID}, leser=INGEN),
        ],
    ),
    Rad(
        "bekymring/nodtilgang/",
        KOORDINATORER | {"politi"} | GRUPPA | {"kjerne.vgs"},
        metoder=BEGGE,
        objekter=[Objekt("siden", lambda v: gruppe(v) and {})],
    ),
    Rad(
        "bekymring/nodtilgang/<uuid:id>/",
        metoder=BEGGE,
        objekter=[
            Objekt("pågår", nod, leser={"politi", "slt"} | OMBUD, skriver=INGEN),
            Objekt("venter", nod_som_venter, leser={"politi"} | KOORDINATORER | OMBUD, skriver=INGEN),
            Objekt("over", nod_over, leser=KOORDINATORER | OMBUD, skriver=OMBUD),
            Objekt("finnes ikke", {"id": UKJENT_ID}, leser=INGEN),
        ],
    ),
    Rad(
        "bekymring/nodtilgang/<uuid:id>/avgjor/",
        metoder=POST,
        objekter=[
            Objekt("pågår", nod, leser=INGEN),
            Objekt("venter", nod_som_venter, leser=KOORDINATORER | OMBUD),
            Objekt("finnes ikke", {"id": UKJENT_ID}, leser=INGEN),
        ],
    ),
    Rad(
        "bekymring/nodtilgang/<uuid:id>/avslutt/",
        metoder=POST,
        objekter=[
            Objekt("pågår", nod, leser={"politi"}),
            Objekt("venter", nod_som_venter, leser=INGEN),
            Objekt("finnes ikke", {"id": UKJENT_ID}, leser=INGEN),
        ],
    ),
    Rad(
        "bekymring/<str:ref>/",
        objekter=[
            Objekt("egen", ref, leser=SAKEN),
            Objekt("annen", lambda v: {"ref": v.annen.ref}, leser=MELDER_OG_KOORDINATORER),
            Objekt("finnes ikke", {"ref": UKJENT_REF}, leser=INGEN),
            Objekt("sperret", lambda v: {"ref": v.sperret.ref}, leser=MELDER_OG_KOORDINATORER),
            lukket(KOORDINATORER),
        ],
    ),
    Rad(
        "bekymring/<str:ref>/oppsummering/", objekter=[*objekter(SAKEN - {"slt2", "laerer"}, {"slt"}), lukket({"slt"})]
    ),
    Rad(
        "bekymring/<str:ref>/innsyn/",
        objekter=[*objekter(SAKEN - {"laerer"} | OMBUD, KOORDINATORER | OMBUD), lukket(KOORDINATORER | OMBUD)],
    ),
    Rad("bekymring/<str:ref>/innsyn/utskrift/", objekter=objekter({"slt"} | OMBUD, {"slt"} | OMBUD)),
    Rad("bekymring/<str:ref>/tilgang/", objekter=objekter({"slt"}, {"slt"})),
    Rad("bekymring/<str:ref>/tilgang/gjennomgang/", metoder=BEGGE, objekter=objekter({"slt"}, {"slt"})),
    Rad("bekymring/<str:ref>/tilgang/gi/", metoder=BEGGE, objekter=objekter({"slt"}, {"slt"})),
    Rad("bekymring/<str:ref>/tilgang/inhabil/", metoder=BEGGE, objekter=objekter({"slt"}, {"slt"})),
    Rad(
        "bekymring/<str:ref>/tilgang/inhabil/<int:id>/opphev/",
        metoder=POST,
        objekter=[*objekter(INGEN, kwargs=med_politi, id=0), Objekt("sperret", sperret_politi, leser={"slt"})],
    ),
    Rad(
        "bekymring/<str:ref>/tilgang/<int:id>/",
        metoder=BEGGE,
        objekter=[
            *objekter({"slt"}, kwargs=med_politi, id=0),
            Objekt("min egen", lambda v: {"ref": v.sak.ref, "id": bruker("slt").pk}, leser=INGEN),
        ],
    ),
    Rad(
        "bekymring/<str:ref>/overta/",
        metoder=POST,
        objekter=[*objekter(INGEN), Objekt("uten leder", uten_leder, leser={"slt2"})],
    ),
    Rad(
        "bekymring/<str:ref>/angre/",
        metoder=POST,
        objekter=[*objekter(INGEN), Objekt("returnert", returnert, leser={"slt"})],
    ),
    Rad(
        "bekymring/<str:ref>/pa-nytt/",
        metoder=BEGGE,
        objekter=[*objekter(INGEN), Objekt("returnert", returnert, leser={"laerer"})],
    ),
    Rad(
        "bekymring/<str:ref>/avverging/",
        metoder=BEGGE,
        objekter=[*objekter(SAKEN - {"slt2"}, {"slt", "laerer"}), lukket({"slt"})],
    ),
    Rad("bekymring/<str:ref>/inhabil/", metoder=BEGGE, objekter=objekter(SAKEN - {"laerer"}, KOORDINATORER)),
    Rad(
        "bekymring/<str:ref>/steg/<slug:navn>/",
        metoder=BEGGE,
        objekter=[
            Objekt("egen", lambda v: {"ref": v.sak.ref, "navn": "til_avklaring"}, leser={"slt"}),
            Objekt("annen sak", lambda v: {"ref": v.annen.ref, "navn": "til_avklaring"}, leser={"slt"}),
            Objekt("finnes ikke", {"ref": UKJENT_REF, "navn": "til_avklaring"}, leser=INGEN),
            Objekt("ukjent steg", lambda v: {"ref": v.sak.ref, "navn": "xx"}, leser=INGEN),
            Objekt("konkluder", lambda v: {"ref": pa_saksliste(v).ref, "navn": "konkluder"}, leser={"kjerneleder"}),
        ],
    ),
    Rad(
        "bekymring/<str:ref>/deling/",
        metoder=BEGGE,
        objekter=objekter({"slt", "politi", "kjerne.helse", "kjerne.barnevern"}, {"slt"}),
    ),
    Rad(
        "bekymring/<str:ref>/deling/<uuid:id>/avslutt/",
        metoder=POST,
        objekter=objekter({"kjerne.helse"}, kwargs=deling, id=UKJENT_ID),
    ),
    Rad("bekymring/<str:ref>/grunnlag/", metoder=BEGGE, objekter=objekter({"slt"}, {"slt"})),
    Rad(
        "bekymring/<str:ref>/grunnlag/<uuid:id>/bekreft/",
        metoder=BEGGE,
        objekter=objekter({"slt2"}, kwargs=grunnlag, id=UKJENT_ID),
    ),
    Rad(
        "bekymring/<str:ref>/grunnlag/<uuid:id>/avslutt/",
        metoder=POST,
        objekter=objekter({"slt"}, kwargs=grunnlag, id=UKJENT_ID),
    ),
    Rad("bekymring/<str:ref>/unntak/", metoder=BEGGE, objekter=objekter({"slt"}, {"slt"})),
    Rad(
        "bekymring/<str:ref>/unntak/<uuid:id>/bekreft/",
        metoder=BEGGE,
        objekter=objekter({"slt2"}, kwargs=unntak, id=UKJENT_ID),
    ),
    Rad(
        "bekymring/<str:ref>/unntak/<uuid:id>/avslutt/",
        metoder=POST,
        objekter=objekter({"slt"}, kwargs=unntak, id=UKJENT_ID),
    ),
    Rad("bekymring/<str:ref>/alder/", metoder=BEGGE, objekter=objekter({"slt"}, {"slt"})),
    Rad("bekymring/<str:ref>/samtykke/", metoder=BEGGE, objekter=objekter({"slt"}, {"slt"})),
    Rad(
        "bekymring/<str:ref>/samtykke/<uuid:id>/trekk/",
        metoder=POST,
        objekter=objekter({"slt"}, kwargs=samtykke, id=UKJENT_ID),
    ),
    Rad(
        "bekymring/<str:ref>/samtykke/<uuid:id>/<slug:hvordan>/",
        metoder=BEGGE,
        objekter=objekter({"slt"}, kwargs=samtykke_rettes, id=UKJENT_ID, hvordan="rett"),
    ),
    Rad(
        "bekymring/<str:ref>/oppgave/<uuid:id>/gjort/",
        metoder=POST,
        objekter=objekter({"slt"}, kwargs=oppgave, id=UKJENT_ID),
    ),
    Rad(
        "bekymring/<str:ref>/oppgave/<uuid:id>/overlat/",
        metoder=BEGGE,
        objekter=objekter({"slt"}, kwargs=oppgave, id=UKJENT_ID),
    ),
    Rad(
        "bekymring/<str:ref>/hvem/",
        metoder=BEGGE,
        objekter=[
            Objekt("egen", lambda v: {"ref": med_kort(v).ref}, leser={"slt"}),
            # there is no card yet: the koordinator may write one, and has none to open
            Objekt("annen sak", lambda v: {"ref": v.annen.ref}, leser={"slt"}, skriver=INGEN),
            Objekt("finnes ikke", {"ref": UKJENT_REF}, leser=INGEN),
        ],
    ),
    *(
        Rad(
            f"bekymring/<str:ref>/hvem/{side}/",
            metoder=BEGGE,
            objekter=objekter({"slt"}, annen, kwargs=lambda v: {"ref": med_kort(v).ref}),
        )
        for side, annen in (("skriv", {"slt"}), ("del", INGEN))
    ),
    Rad(
        "bekymring/<str:ref>/vurdering/",
        metoder=BEGGE,
        objekter=objekter(GRUPPA, kwargs=lambda v: {"ref": pa_saksliste(v).ref}),
    ),
    Rad(
        "bekymring/<str:ref>/samtale/",
        metoder=BEGGE,
        objekter=objekter({"politi"}, kwargs=lambda v: {"ref": konkludert(v).ref}),
    ),
    *(
        Rad(
            f"bekymring/<str:ref>/samtale/<uuid:id>/{side}/",
            metoder=BEGGE,
            objekter=objekter({"politi"}, kwargs=samtale, id=UKJENT_ID),
        )
        for side in ("flytt", "avlys", "referat")
    ),
    *(
        Rad(
            f"bekymring/<str:ref>/{side}/",
            metoder=BEGGE,
            objekter=objekter({"slt"}, kwargs=lambda v: {"ref": konkludert(v).ref}),
        )
        for side in ("ansvarsgruppe", "mentor")
    ),
    Rad(
        "bekymring/<str:ref>/mentor/<uuid:id>/<slug:navn>/",
        metoder=POST,
        objekter=objekter({"slt"}, kwargs=lambda v: mentor(v, navn="signer"), id=UKJENT_ID, navn="signer"),
    ),
    Rad(
        "bekymring/<str:ref>/kontakt/<uuid:id>/",
        metoder=BEGGE,
        objekter=objekter({"mentor"}, kwargs=lambda v: mentor(v, signert=True), id=UKJENT_ID),
    ),
    Rad(
        "kjernegruppe/", KOORDINATORER | GRUPPA | {"kjerne.vgs"}, objekter=[Objekt("siden", lambda v: gruppe(v) and {})]
    ),
    Rad("kjernegruppe/ny/", KOORDINATORER, metoder=BEGGE),
    *(
        Rad(
            f"kjernegruppe/<int:id>/{side}/",
            metoder=BEGGE,
            objekter=[Objekt("egen", gruppe, leser=KOORDINATORER), Objekt("finnes ikke", {"id": 0}, leser=INGEN)],
        )
        for side in ("endre", "medlem")
    ),
    Rad(
        "kjernegruppe/<int:id>/innkall/",
        metoder=BEGGE,
        objekter=[
            Objekt("egen", gruppe, leser=KOORDINATORER | {"kjerneleder"}),
            Objekt("finnes ikke", {"id": 0}, leser=INGEN),
        ],
    ),
    Rad(
        "kjernegruppe/medlem/<int:id>/avslutt/",
        metoder=BEGGE,
        objekter=[
            Objekt("egen", sete, leser=KOORDINATORER),
            Objekt("finnes ikke", {"id": 0}, leser=INGEN),
        ],
    ),
    Rad(
        "kjernegruppe/mote/<str:ref>/",
        objekter=[
            Objekt("egen", mote, leser=KOORDINATORER | GRUPPA),
            Objekt("finnes ikke", {"ref": UKJENT_REF}, leser=INGEN),
        ],
    ),
]

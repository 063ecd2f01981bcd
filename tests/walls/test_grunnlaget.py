"""People make moves, right and wrong, in any order, while time passes; and nobody ever reads what no ground covers.

After each move every person asks for every text, by row-level security and by key, and an oracle that shares no code
with the product says who may. Walks are found and made small by hypothesis; `--alt` walks many more.
"""

from datetime import timedelta
from random import Random
from uuid import uuid4

import pytest
from django.core.exceptions import ObjectDoesNotExist, PermissionDenied
from django.db import DatabaseError, transaction
from django.utils import timezone
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from bekymring.choices import Formal, Opplysning
from bekymring.lesing.innsyn import innsyn
from bekymring.models import Hjemmel, Mentorforlop, Mote, Sak, Tekst, Tilgang
from bekymring.services import (
    alder,
    annet_grunnlag,
    deling,
    flyt,
    gjenapning,
    inhabil,
    klokka,
    samtykke,
    tilgangsstyring,
    to_personer,
)
from bekymring.workflow import SAKSGANG
from demo import regi
from felles.avslag import Avslag
from samarbeid.models import Aktor
from tests.factories.gjenapning import be_om_gjenapning, svar_gjenapning
from tests.factories.saker import bruker, forbi_veggene, sql
from tests.factories.spor import som_arbeider
from vern.kontekst import som

from . import orakel

pytestmark = pytest.mark.django_db
HVEM = ("slt", "slt2", "laerer", "kjerneleder", "kjerne.helse", "kjerne.barnevern", "politi", "mentor", "fremmed")
STEDER = ("skole-barnehagekontor", "helse", "barnevern", "sandefjord-politi")
ALDRE = ("under_10", "10_12", "13_15", "16_17", "18_24", "25_pluss")
ANTALL, ANTALL_ALT = 12, 2000


def noen(r: Random, alle, minst=1):
    alle = list(alle)
    return r.sample(alle, r.randint(min(minst, len(alle)), len(alle))) if alle else []


# --- Moves: each is somebody's try, with choices of its own -------------------------------------------------------
def gi_samtykke(r, sak):
    with som(bruker("slt")) as _:
        slt = bruker("slt")
        parter = samtykke.parter(sak, r.choice([0, 1, 2]))
        samtykke.gi_samtykke(
            av=slt,
            sak=sak,
            nokkel=uuid4(),
            givere=noen(r, parter),
            mottakere=list(Aktor.objects.filter(slug__in=noen(r, STEDER))),
            personer=[bruker("mentor")] if r.random() < 0.4 else [],
            opplysninger=noen(r, Opplysning.values),
            formal=noen(r, [f for f in Formal.values if f != "drofting"]),
            gyldig_til=regi.om(r.choice([1, 20, 200])),
            form=r.choice(["skriftlig", "muntlig"]),
            vitne=True,
        )


def alle_sier_ja(r, sak):
    """The common case, so that walks get far."""
    with som(bruker("slt")):
        regi.gi_samtykke(sak, *STEDER, dager=r.choice([2, 30, 300]))


def trekk(r, sak):
    with som(bruker("slt")) as _:
        rader = list(sak.samtykker.filter(trukket=None))
        if rader:
            samtykke.trekk_samtykke(av=bruker("slt"), sak=sak, samtykke=r.choice(rader))


def lov(r, sak):
    with som(bruker("slt")):
        hjemler = list(Hjemmel.objects.filter(for_deling=True).order_by("kode"))
        hjemmel = r.choice(hjemler)
        rad = annet_grunnlag.registrer_grunnlag(
            av=bruker("slt"),
            sak=sak,
            nokkel=uuid4(),
            mottaker=Aktor.objects.get(slug=r.choice(STEDER)),
            hjemmel=hjemmel,
            opplysninger=noen(r, Opplysning.values),
            formal=noen(r, [f for f in Formal.values if f != "drofting"]),
            nodvendighet="Det er fare for at noen blir alvorlig skadet.",
            til=regi.om(r.choice([2, 60])),
            haster=hjemmel.haster and r.random() < 0.5,
        )
    if r.random() < 0.7:
        with som(bruker("slt2")):
            to_personer.bekreft(av=bruker("slt2"), sak=sak, rad=rad)


def unntak(r, sak):
    """A guardian is left out, and a second person agrees or does not."""
    rad = regi.registrer_unntak(sak, r.choice([1, 2]))
    with som(bruker("slt2")):
        r.choice([to_personer.bekreft, to_personer.avsla])(av=bruker("slt2"), sak=sak, rad=rad)


def loven_endres(r, sak):
    with forbi_veggene():
        Hjemmel.objects.filter(kode=r.choice(list(orakel.LOVENE))).update(
            aktiv=r.random() < 0.7, jurist_godkjent=r.choice([None, regi.om(-30)])
        )


def rett_alder(r, sak):
    with som(bruker("slt")):
        naa = Sak.objects.get(pk=sak.pk)
        alder.rett_alder(av=bruker("slt"), sak=naa, aldersspenn=r.choice(ALDRE), versjon=naa.versjon)


def bursdag(r, sak):
    with som(bruker("slt")):
        alder.sett_bursdag(av=bruker("slt"), sak=saken(sak), fyller=regi.om(r.choice([-200, -1, 1, 10, 100])))


def skriv_kort(r, sak):
    regi.skriv_kort(sak)


def del_kort(r, sak):
    regi.del_kort(sak, r.choice(HVEM))


def gi_for_hand(r, sak):
    with som(bruker("slt")):
        grunner = list(sak.delingsgrunnlag.all())
        tilgangsstyring.gi(
            av=bruker("slt"),
            sak=sak,
            nokkel=uuid4(),
            bruker=bruker(r.choice(HVEM)),
            rolle=r.choice(["gruppe", "ansvarsgruppe", "samtale", "saksansvarlig"]),
            soner=noen(r, ["felles", "egen"]),
            skriv=r.random() < 0.5,
            grunn=r.choice(grunner) if grunner else None,
            begrunnelse="Trenger det.",
            til=regi.om(r.choice([1, 30])),
        )


def ta_et_steg(r, sak):
    """Any move of the table, by any of those who might, with what it asks for filled in."""
    overgang = r.choice(SAKSGANG[1:])
    av = bruker(r.choice(["slt", "kjerneleder", "politi", "laerer", "kjerne.helse"]))
    data = {
        "begrunnelse": "Fordi.",
        "dialog": "Rektor snakker med dem.",
        "beskyttelse": "Ja.",
        "gjort": "Ja.",
        "observasjon": "Ja.",
        "tekst_bekreftet": True,
        "mottaker_bekreftet": True,
        "informert": True,
        "frist": regi.om(14),
        "den_unges_syn": "Ja.",
        "barnets_beste": "Ja.",
        "spor": "frivillig",
        "foresatte": r.choice(["politi", "ikke_aktuelt"]),
    }
    with forbi_veggene():
        data["mote"] = r.choice(list(Mote.objects.order_by("tid")))
    with som(av):
        data["kjernegruppe"] = regi.Kjernegruppe.objects.get(navn=regi.GRUPPE)
        data["konklusjoner"] = [
            {
                "type": r.choice(["samtale", "mentor", "tilbud"]),
                "begrunnelse": "Ja.",
                "ansvarlig": hvem,
                "frist": regi.om(9),
            }
            for hvem in [bruker(r.choice(["politi", "kjerne.helse"]))]
        ]
        flyt.utfor(av=av, sak=sak, overgang=overgang.navn, **data)


def fram(r, sak):
    """Straight on, the way a case usually goes."""
    tilstand = saken(sak).tilstand
    match tilstand:
        case "mottatt":
            regi.til_avklaring(sak)
        case "avklaring":
            regi.steg(sak, "slt", "henvis")
        case "henvist":
            with forbi_veggene():
                moter = list(Mote.objects.order_by("tid"))
            regi.steg(sak, "kjerneleder", "sett_pa_saksliste", mote=r.choice(moter))
        case "pa_saksliste":
            regi.konkluder(sak, r.choice(["samtale", "mentor"]))
        case "konkludert" | "samtale" | "tiltak_pagar":
            r.choice([avtal, mentor, ansvarsgruppe, oppfolg])(r, sak)
        case "avsluttet" | "overfort":
            with som_arbeider():
                klokka.folg_klokka()


def avtal(r, sak):
    regi.avtal_samtale(sak)


def ansvarsgruppe(r, sak):
    regi.ansvarsgruppe(sak)


def oppfolg(r, sak):
    regi.steg(sak, "slt", "start_oppfolging", frist=regi.om(30))


def mentor(r, sak):
    with forbi_veggene():
        forlop = Mentorforlop.objects.filter(sak=sak).exclude(tilstand="avsluttet").first()
    if forlop is None:
        regi.foresla_mentor(sak)
    else:
        regi.flytt_mentor(
            forlop, r.choice(["slt", "mentor"]), r.choice(["signer", "start", "pause", "fortsett", "avslutt"])
        )


def sperr_noen(r, sak):
    with som(bruker("slt")):
        inhabil.sperr_person(av=bruker("slt"), sak=sak, nokkel=uuid4(), bruker=bruker(r.choice(HVEM)), grunn="slekt")


def noen_slutter(r, sak):
    with forbi_veggene():
        hvem = bruker(r.choice(HVEM[3:]))
        if r.random() < 0.5:
            hvem.tilknytninger.filter(til=None).update(til=timezone.now())
        else:
            hvem.medlemskap.filter(til=None).update(til=timezone.now())


def en_foresatt_til(r, sak):
    with som(bruker("slt")):
        samtykke.parter(sak, 2)


def vurder(r, sak):
    av = r.choice([("kjerne.helse", "helse"), ("kjerne.barnevern", "barnevern"), ("kjerneleder", "felles")])
    regi.vurder(sak, *av, "En vurdering.")


def del_tekster(r, sak):
    """Health copies its newest assessment to another service."""
    if r.random() < 0.5:
        regi.del_opplysninger(sak, slug=r.choice(STEDER))
        return
    with som(bruker("slt")) as ctx:  # from felles, to one person who need not have another part
        grunner = list(sak.delingsgrunnlag.gjeldende().exclude(mottaker=None))
        tekster = list(sak.tekster.filter(sone="felles", deling=None).exclude(art="nodvendighet"))
        if not grunner:
            return
        ring = innsyn(ctx, [sak], del_="deling")
        deling.del_opplysninger(
            av=bruker("slt"),
            sak=sak,
            nokkel=uuid4(),
            tekster=[(tekst, ring.apne(tekst)) for tekst in noen(r, tekster)[:2]],
            grunnlag=r.choice(grunner),
            alle=False,
            mottaker=bruker(r.choice(HVEM)),
            hvorfor="De skal vurdere hjelp.",
            hvor_mye="Bare dette.",
            til=regi.om(r.choice([1, 20])),
        )


def avslutt_deling(r, sak):
    with som(bruker("slt")):
        delinger = list(sak.delinger.filter(avsluttet=None))
        if delinger:
            deling.avslutt_deling(av=bruker("slt"), sak=sak, deling=r.choice(delinger))


def apne_igjen(r, sak):
    """Two people open a sealed case for a reader; or one of them shuts it."""
    with forbi_veggene():
        apen = sak.gjenapninger.filter(avsluttet=None).first()
    if apen and r.random() < 0.5:
        with som(bruker("personvern")):
            gjenapning.avslutt(av=bruker("personvern"), rad=apen)
        return
    hvem, soner = r.choice([("slt", ["felles"]), ("slt2", ["felles", "identitet"]), ("kjerne.helse", ["helse"])])
    formal = r.choice(["innsyn", "arkiv", "feil"]) if hvem != "kjerne.helse" else "innsyn"
    rad = be_om_gjenapning(sak, r.choice(["slt", "personvern"]), hvem, soner=soner, formal=formal)
    svar_gjenapning(rad, r.choice(["slt", "slt2", "personvern"]), ja=r.random() < 0.8, ord_="Nei.")


def tiden_gar(r, sak):
    """Everything becomes older, and the job that follows the clock has its turn."""
    dager = r.choice([1, 4, 15, 45])
    with forbi_veggene():
        for tabell, kolonner in FLYTTES.items():
            satt = ", ".join(f"{k} = {k} - interval '{dager} days'" for k in kolonner)
            sql(f"UPDATE {tabell} SET {satt}")
        sql("UPDATE bekymring_sak SET sist_endret = sist_endret - %s", timedelta(days=dager))
    with som_arbeider():
        klokka.folg_klokka()


FLYTTES = {
    "bekymring_tilgang": ("fra", "til"),
    "bekymring_delingsgrunnlag": ("fra", "til", "bekreftes_innen"),
    "bekymring_foresattunntak": ("fra", "til"),
    "bekymring_gjenapning": ("bedt", "fra", "til"),
    "bekymring_sakslistepost": ("vindu_til",),
    "bekymring_deling": ("fra", "til"),
    "bekymring_mote": ("tid",),
    "bekymring_aldersgrense": ("dato",),
}
SJELDNE = (gi_samtykke, trekk, lov, loven_endres, rett_alder, bursdag, skriv_kort, del_kort, gi_for_hand, ta_et_steg)
OGSA = (
    unntak,
    mentor,
    sperr_noen,
    noen_slutter,
    en_foresatt_til,
    vurder,
    vurder,
    del_tekster,
    avslutt_deling,
    apne_igjen,
    tiden_gar,
)
TREKK = [*SJELDNE, *OGSA, alle_sier_ja, alle_sier_ja, *[fram] * 7]  # most go straight on, so that walks get far
AVVIST = (Avslag, PermissionDenied, DatabaseError, ObjectDoesNotExist)


def saken(sak):
    with forbi_veggene():
        return Sak.objects.get(pk=sak.pk)


# --- What is asked after each move ---------------------------------------------------------------------------------
def leser(hvem, sak):
    """The texts of others that this person reads, by row-level security; and the zones it gets keys for."""
    person = bruker(hvem)
    with som(person) as ctx:
        rader = list(Tekst.objects.filter(sak=sak).exclude(av=person).only("sone", "deling"))
        nokler = {sone for _, sone in innsyn(ctx, [sak], del_="sak")._par}
    return rader, nokler


def alt_stemmer(sak, historie, deler):
    """Nobody reads or decrypts what no ground covers; and who has a part in the case, which a ground has covered since
    it began, reads all that belongs to it. `deler`: those parts, followed from move to move."""
    with forbi_veggene():
        bildet, personer = orakel.fakta(sak, [bruker(navn) for navn in HVEM])
        skriver = {(t.user_id, t.sone) for t in Tilgang.objects.filter(content_object=sak, rett="skriv")}
        alle = list(Tekst.objects.filter(sak=sak, deling=None).values_list("pk", "sone", "av"))
    naa, dag = timezone.now(), timezone.localdate()
    for navn, person in zip(HVEM, personer, strict=True):
        rader, nokler = leser(navn, sak)
        etter = f"etter {historie}"
        for tekst in rader:
            lov = orakel.kan_lese_tekst(bildet, person, tekst, naa, dag)
            lov = lov or (navn == "laerer" and tekst.sone == "felles" and bildet.tilstand == "returnert")
            assert lov, f"{navn} leser {tekst.sone} {etter}"
            assert tekst.sone in nokler, f"{navn} mangler nøkkelen til {tekst.sone} {etter}"
        for sone in nokler - {tekst.sone for tekst in rader}:
            lov = (person.id, sone) in skriver or orakel.kan_lese(bildet, person, sone, naa, dag)
            assert lov, f"{navn} får nøkkelen til {sone} {etter}"
        skal = orakel.skal_lese(bildet, person)
        for en in {en for en in bildet.apninger if en.person == person.id}:
            dekket = orakel.dekket(bildet, person, "uten_navn", en.formal, naa, dag)
            deler[en] = deler.get(en, True) and dekket
            skal |= {s for s in en.soner if deler[en] and orakel.kan_lese(bildet, person, s, naa, dag)}
        lest = {tekst.pk for tekst in rader}
        mangler = {sone for pk, sone, av in alle if sone in skal and av != person.id and pk not in lest}
        assert not mangler, f"{navn} leser ikke alt i {mangler} {etter}"
    for en in set(deler) - bildet.apninger:
        del deler[en]


def gaa(vei):
    with transaction.atomic():
        regi.lag_grupper()
        with forbi_veggene():
            Hjemmel.objects.filter(for_deling=True).update(jurist_godkjent=regi.om(-30))
        for dager in (3, 40):
            regi.mote(tid=timezone.now() + timedelta(days=dager))
        sak = regi.meld(ALDRE[vei[0][1] % len(ALDRE)] if vei else "16_17")
        historie, deler = [], {}
        for trekket, valg in vei:
            try:
                with transaction.atomic():
                    trekket(Random(valg), sak)
                historie.append(f"{trekket.__name__}({valg})")
            except AVVIST:
                continue
            alt_stemmer(sak, historie, deler)
        transaction.set_rollback(True)


def veier(minst, mest=30):
    return st.lists(st.tuples(st.sampled_from(TREKK), st.integers(0, 2**16)), min_size=minst, max_size=mest)


def test_who_reads_is_who_a_ground_covers_whatever_happens(pytestconfig):
    antall, minst = (ANTALL_ALT, 30) if pytestconfig.getoption("--alt") else (ANTALL, 12)
    settings(max_examples=antall, phases=[Phase.explicit, Phase.generate])(given(veier(minst))(gaa))()

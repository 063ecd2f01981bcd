"""Signatures don't lie: who an act says did it is who the database was told acts."""

import ast
from functools import cache
from pathlib import Path
from uuid import uuid4

import pytest
from django.contrib.auth.models import AnonymousUser
from django.db import connection
from django.test.utils import CaptureQueriesContext

from bekymring.models import Kjernegruppe, Medlemskap, Nodtilgang
from bekymring.services import gruppestyring, kjernegruppe, nodtilgang, personsok, tilgang, utkast, uvanlige
from felles.tid import idag, na
from rapport.models import Rapport
from rapport.services import bestilling
from tests.factories.saker import bruker, lag_sak
from tests.factories.spor import handler, hendelser, holder, tekster
from vern.kontekst import UlikHandler, krev_handler, som

pytestmark = pytest.mark.django_db
ROOT = Path(__file__).resolve().parents[2]
ROM = ("bekymring", "rapport")

# Every function that asks itself; all other acts pass one of these (held below).
PORTER = {
    "ny_sak": lambda av, sak: tilgang.ny_sak(av=av, aldersspenn="13_15"),
    "gi_tilgang": lambda av, sak: tilgang.gi_tilgang(av=av, sak=sak, bruker=av, soner=["felles"], grunnlag="gruppe"),
    "trekk_tilgang": lambda av, sak: tilgang.trekk_tilgang(av=av, sak=sak, bruker=av),
    "sett_sperre": lambda av, sak: tilgang.sett_sperre(av=av, sak=sak, bruker=av, grunn="selv"),
    "opphev_sperre": lambda av, sak: tilgang.opphev_sperre(av=av, sak=sak, bruker=av),
    "overta_sak": lambda av, sak: tilgang.overta_sak(av=av, sak=sak),
    "skriv_tekst": lambda av, sak: tilgang.skriv_tekst(av=av, sak=sak, sone="felles", art="notat", innhold="x"),
    "skriv_hendelse": lambda av, sak: tilgang.skriv_hendelse(av=av, sak=sak, sone="felles", art="tilgang"),
    "lagre_gruppe": lambda av, sak: gruppestyring.lagre_gruppe(av=av, gruppe=Kjernegruppe(), navn="Ny", omrade=""),
    "gi_plass": lambda av, sak: gruppestyring.gi_plass(
        av=av, gruppe=Kjernegruppe(), bruker=av, funksjon="skole", leder=False
    ),
    "kall_inn": lambda av, sak: kjernegruppe.kall_inn(av=av, gruppe=Kjernegruppe(), nokkel=uuid4(), tid=na()),
    "avslutt_medlemskap": lambda av, sak: kjernegruppe.avslutt_medlemskap(av=av, medlemskap=Medlemskap()),
    "sok_nodtilgang": lambda av, sak: nodtilgang.sok_nodtilgang(
        av=av, nokkel=uuid4(), nummer=sak.nummer, grunnlag="liv", begrunnelse="x"
    ),
    "avgjor_nodtilgang": lambda av, sak: nodtilgang.avgjor_nodtilgang(av=av, rad=Nodtilgang(), ja=True),
    "avslutt_nodtilgang": lambda av, sak: nodtilgang.avslutt_nodtilgang(av=av, rad=Nodtilgang()),
    "vurder_nodtilgang": lambda av, sak: nodtilgang.vurder_nodtilgang(
        av=av, rad=Nodtilgang(), konklusjon="nodvendig", vurdering="x"
    ),
    "vurder_oppslag": lambda av, sak: uvanlige.vurder_oppslag(av=av, oppslag_id=1, merknad="x"),
    "sok_person": lambda av, sak: personsok.sok_person(
        None, av=av, formal="ny_melding", navn="Oppdiktet Person", fodselsar=2010
    ),
    "lagre_utkast": lambda av, sak: utkast.lagre_utkast(av=av, skjema="melding", data={}),
    "hent_utkast": lambda av, sak: utkast.hent_utkast(av=av, skjema="melding"),
    "slett_utkast": lambda av, sak: utkast.slett_utkast(av=av, skjema="melding"),
    "utkast_tid": lambda av, sak: utkast.utkast_tid(av=av, skjema="melding"),
    "bestill_rapport": lambda av, sak: bestilling.bestill_rapport(av=av, ar=idag().year),
    "prov_igjen": lambda av, sak: bestilling.prov_igjen(av=av, rapport=Rapport()),
    "godkjenn_rapport": lambda av, sak: bestilling.godkjenn_rapport(av=av, rapport=Rapport()),
    "publiser_rapport": lambda av, sak: bestilling.publiser_rapport(av=av, rapport=Rapport()),
}


@cache
def handlinger() -> dict[str, list[ast.FunctionDef]]:
    """The functions of the rooms that take `av`, by name."""
    funnet: dict[str, list[ast.FunctionDef]] = {}
    for rom in ROM:
        for fil in (ROOT / rom).rglob("*.py"):
            if "migrations" in fil.parts:
                continue
            for node in ast.walk(ast.parse(fil.read_text())):
                if isinstance(node, ast.FunctionDef) and "av" in {
                    arg.arg for arg in (*node.args.args, *node.args.kwonlyargs)
                }:
                    funnet.setdefault(node.name, []).append(node)
    return funnet


def gir_av_til(funksjon: ast.FunctionDef) -> set[str]:
    """The names of the functions it hands its own `av` on to."""
    navn = set()
    for node in ast.walk(funksjon):
        if isinstance(node, ast.Call):
            gitt = (*node.args, *(nokkel.value for nokkel in node.keywords if nokkel.arg == "av"))
            if any(isinstance(verdi, ast.Name) and verdi.id == "av" for verdi in gitt):
                navn.add(node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", ""))
    return navn


def spor() -> set[str]:
    """The functions that ask, themselves or through one they hand `av` on to."""
    sporrer, forrige = {"krev_handler"}, set()
    while sporrer != forrige:
        forrige = set(sporrer)
        sporrer |= {
            navn for navn, alle in handlinger().items() if all(gir_av_til(funksjon) & forrige for funksjon in alle)
        }
    return sporrer


def test_every_act_that_says_by_whom_passes_a_gate_that_asks():
    handler_ = {
        navn for navn, alle in handlinger().items() if any("av" in {a.arg for a in f.args.kwonlyargs} for f in alle)
    }
    assert handler_ > {"utfor", "del_opplysninger", "signer", "bestill_rapport"}
    assert handler_ - spor() == set()


def test_every_gate_is_tried_below():
    assert {navn for navn, alle in handlinger().items() if any("krev_handler" in gir_av_til(f) for f in alle)} == set(
        PORTER
    )


@pytest.mark.parametrize("navn", PORTER)
def test_an_act_in_somebody_elses_name_is_refused_before_anything_is_asked_or_written(navn):
    sak = lag_sak()
    slt2, for_ = bruker("slt2"), (hendelser(sak), tekster(sak), holder(sak, "slt2"))
    with handler("slt"), CaptureQueriesContext(connection) as spurt, pytest.raises(UlikHandler):
        PORTER[navn](slt2, sak)
    assert [rad["sql"] for rad in spurt if "SAVEPOINT" not in rad["sql"]] == []
    assert (hendelser(sak), tekster(sak), holder(sak, "slt2")) == for_


def test_who_acts_is_known_inside_the_context_only():
    slt, slt2 = bruker("slt"), bruker("slt2")
    with som(slt):
        krev_handler(slt)
        with som(slt2):
            krev_handler(slt2)
            with pytest.raises(UlikHandler):
                krev_handler(slt)
        krev_handler(slt)
    with pytest.raises(UlikHandler):
        krev_handler(slt)


def test_an_error_inside_gives_the_former_one_back():
    slt = bruker("slt")
    with som(slt):
        with pytest.raises(ValueError, match="x"), som(bruker("slt2")):
            raise ValueError("x")
        krev_handler(slt)


def test_one_who_is_not_logged_in_acts_for_nobody():
    nobody = AnonymousUser()
    with som(nobody), pytest.raises(UlikHandler):
        krev_handler(nobody)

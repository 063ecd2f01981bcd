"""Everyone sees own look-ups; the personvernombud sees all; nobody else sees anybody's."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from bekymring.lesing.innsyn import innsyn
from bekymring.lesing.tilgang import hvem_kan_se
from bekymring.models import Sak
from bekymring.services.tilgang import trekk_tilgang
from tests.factories.saker import bruker, gi, knytt_alle, lag_sak, sql
from vern.kontekst import som as som_


@pytest.fixture
def sak(db):
    knytt_alle()
    sak = lag_sak()
    gi(sak, "politi", "felles", "politi")
    gi(sak, "mentor", "mentor", grunnlag="mentor")
    return sak


def se(navn, *saker, antall=1, del_="sak"):
    for _ in range(antall):
        with som_(bruker(navn)) as ctx:
            innsyn(ctx, saker, del_=del_)


def test_own_lookups_tell_case_part_and_zones(sak, som):
    se("politi", sak)
    se("slt", sak)
    side = som("politi").get("/personvern/mine-oppslag/").content.decode()
    assert side.count(sak.nummer) == 1
    assert "felles, politi" in side
    assert "åpnet saken" in side
    assert sak.nummer not in som("fremmed").get("/personvern/mine-oppslag/").content.decode()


def test_a_case_no_longer_mine_is_told_without_its_number(sak, som):
    se("politi", sak)
    slt = bruker("slt")
    with som_(slt):
        trekk_tilgang(av=slt, sak=sak, bruker=bruker("politi"))
    side = som("politi").get("/personvern/mine-oppslag/").content.decode()
    assert sak.nummer not in side and sak.ref not in side
    assert "en sak du ikke lenger ser" in side


def test_a_list_is_one_lookup_of_many(sak, som):
    lag_sak()
    with som_(bruker("slt")) as ctx:
        innsyn(ctx, Sak.objects.visible_to(bruker("slt")), del_="liste")
    side = som("slt").get("/personvern/mine-oppslag/").content.decode()
    assert "2 saker" in side and "listen over saker" in side


def test_the_personvernombud_sees_who_looked_and_who_was_refused(sak, som, rigg):
    se("politi", sak)
    with rigg:
        sql(
            "INSERT INTO vern_avvist (tid, bruker, referanse, side, metode) "
            "VALUES (now(), %s, 'finnes-ikke', 'bekymring_sak', 'GET')",
            bruker("fremmed").pk,
        )
    side = som("personvern").get("/personvern/logg/").content.decode()
    assert "Ola Berg" in side and sak.nummer in side
    assert "Tor Ek" in side and "finnes-ikke" in side


def test_the_personvernombud_sees_who_may_see_a_case_and_who_has(sak, som):
    se("politi", sak)
    side = som("personvern").get(f"/personvern/logg/{sak.ref}/").content.decode()
    for navn in ("Ola Berg", "Kari Nordby", "Per Haug", "Siv Strand", "Hanne Berge"):
        assert navn in side
    assert "Tor Ek" not in side


def test_members_learn_that_there_is_a_melder_but_not_who(sak):
    laerer = bruker("laerer").pk
    for navn, vet in (("politi", False), ("mentor", False), ("slt", True), ("personvern", True), ("laerer", True)):
        with som_(bruker(navn)):
            rader = hvem_kan_se(sak)
        assert any(rad.grunnlag == "melder" for rad in rader)
        assert (laerer in {rad.bruker_id for rad in rader} | {rad.gitt_av_id for rad in rader}) is vet


@pytest.mark.parametrize("tekst", ["x", "-1", "1.5", "9" * 30, "٣", "1;--"])
def test_a_page_that_does_not_exist_is_not_found(som, tekst):
    assert som("slt").get("/personvern/mine-oppslag/", {"eldre": tekst}).status_code == 404


def test_old_lookups_are_reached_page_by_page(sak, som):
    se("politi", sak, antall=51)
    klient = som("politi")
    forste = klient.get("/personvern/mine-oppslag/").content.decode()
    assert forste.count("åpnet saken") == 50
    lenke = forste.split('href="?eldre=')[1].split('"')[0]
    assert klient.get("/personvern/mine-oppslag/", {"eldre": lenke}).content.decode().count("åpnet saken") == 1


@pytest.mark.parametrize(
    ("navn", "adresse"),
    [("politi", "/personvern/mine-oppslag/"), ("personvern", "/personvern/logg/"), ("personvern", "sak")],
)
def test_the_number_of_queries_does_not_grow(sak, som, navn, adresse):
    adresse = f"/personvern/logg/{sak.ref}/" if adresse == "sak" else adresse
    klient = som(navn)
    antall = []
    for rader in (1, 29):
        se("politi", sak, antall=rader)
        with CaptureQueriesContext(connection) as sporringer:
            assert klient.get(adresse).status_code == 200
        antall.append(len(sporringer))
    assert antall[0] == antall[1] <= 12

"""Log before key: nothing confidential is opened without its row in the read log."""

import psycopg
import pytest
from django.db import transaction

from bekymring.lesing.innsyn import innsyn
from bekymring.models import Sak, Tekst
from bekymring.services.utkast import hent_utkast, lagre_utkast, slett_utkast
from tests.factories.saker import bruker, lag_sak, skriv, sql
from vern import krypto, nokler
from vern.innsyn import SLETTET
from vern.kontekst import som as som_

pytestmark = pytest.mark.urls("tests.walls.urls_prove")


def logg(rigg):
    with rigg:
        return sql("SELECT bruker, roller, saker, utsnitt, soner, grunnlag FROM vern_innsyn ORDER BY id")


def test_one_row_says_who_what_which_zones_and_why(saken, som, rigg):
    som("politi").get(f"/prove/{saken.ref}/")
    assert logg(rigg) == [
        (bruker("politi").pk, ["politikontakt"], [saken.pk], "prøve", ["register", "felles", "politi"], ["samtale"])
    ]


def test_a_page_that_shows_nothing_logs_nothing(saken, som, rigg):
    assert som("fremmed").get(f"/prove/{saken.ref}/").status_code == 404
    assert logg(rigg) == []


def test_the_list_logs_all_its_cases_in_one_row(saken, rigg):
    lag_sak()
    slt = bruker("slt")
    with som_(slt) as ctx:
        innsyn(ctx, Sak.objects.visible_to(slt), del_="liste")
    [(_, _, saker, _, _, _)] = logg(rigg)
    assert len(saker) == 2


def test_asking_again_for_the_same_gives_the_same_ring_and_one_row(saken, rigg):
    with som_(bruker("politi")) as ctx:
        assert innsyn(ctx, [saken], del_="sak") is innsyn(ctx, [saken], del_="sak")
    assert len(logg(rigg)) == 1


def test_asking_for_more_cases_afterwards_is_an_error(saken):
    annen = lag_sak()
    with som_(bruker("slt")) as ctx:
        innsyn(ctx, [saken], del_="sak")
        with pytest.raises(RuntimeError):
            innsyn(ctx, [saken, annen], del_="sak")


def test_inside_a_savepoint_no_key_is_given(saken):
    with som_(bruker("slt")) as ctx, transaction.atomic(), pytest.raises(RuntimeError):
        innsyn(ctx, [saken], del_="sak")


def test_the_ring_opens_only_zones_of_its_reader(saken, rigg):
    with rigg:
        politi = Tekst.objects.get(sak=saken, sone="politi")
    with som_(bruker("kjerne.helse")) as ctx:
        ring = innsyn(ctx, [saken], del_="sak")
        with pytest.raises(krypto.KryptoFeil):
            ring.apne(politi)


def test_a_text_moved_to_another_row_does_not_open(saken, rigg):
    with rigg:
        politi, helse = (Tekst.objects.get(sak=saken, sone=sone) for sone in ("politi", "helse"))
    andre = skriv(saken, "politi", "politi", "en annen")
    andre.innhold = politi.innhold
    with som_(bruker("politi")) as ctx:
        ring = innsyn(ctx, [saken], del_="sak")
        assert ring.apne(politi) == "MARKØR-POLITI"
        with pytest.raises(krypto.KryptoFeil):
            ring.apne(andre)
    helse.sone = "politi"
    with som_(bruker("politi")) as ctx, pytest.raises(krypto.KryptoFeil):
        innsyn(ctx, [saken], del_="sak").apne(helse)


def test_a_destroyed_key_leaves_a_page_that_says_so(saken, som):
    nokler.odelegg(saken.pk)
    svar = som("politi").get(f"/prove/{saken.ref}/").content.decode()
    assert svar.count(str(SLETTET)) == 2
    assert "MARKØR" not in svar


def test_without_the_log_there_is_no_page(saken, som, rigg):
    klient = som("politi")
    assert "MARKØR-POLITI" in klient.get(f"/prove/{saken.ref}/").content.decode()
    with rigg:
        sql("SET ROLE hp_owner")
        sql("REVOKE INSERT ON vern_innsyn FROM hp_vokter")
    svar = klient.get(f"/prove/{saken.ref}/")
    assert svar.status_code == 503
    assert "MARKØR" not in svar.content.decode() and saken.nummer not in svar.content.decode()


def test_without_the_key_store_there_is_no_page(saken, som, settings):
    nokler.lukk_forbindelse()
    settings.NOKKEL_DATABASE_URL = "host=/finnes-ikke dbname=nei user=nei"
    svar = som("politi").get(f"/prove/{saken.ref}/")
    assert svar.status_code == 503
    assert "MARKØR" not in svar.content.decode()


def test_a_forgotten_filter_shows_own_rows_only(saken, som):
    annen = lag_sak()
    skriv(annen, "laerer", "felles", "x")
    svar = som("politi").get("/prove/alt/").content.decode()
    assert str(saken.pk) in svar
    assert str(annen.pk) not in svar
    assert som("fremmed").get("/prove/alt/").content == b""


def test_the_text_column_holds_no_plain_text(saken, rigg):
    with rigg:
        for (innhold,) in sql("SELECT innhold FROM bekymring_tekst"):
            assert b"MARK" not in bytes(innhold)


def test_a_draft_is_its_writers_own_and_encrypted(personer, rigg):
    politi, helse = bruker("politi"), bruker("kjerne.helse")
    with som_(politi):
        lagre_utkast(av=politi, skjema="meld", data={"tekst": "MARKØR-UTKAST"})
        lagre_utkast(av=politi, skjema="meld", data={"tekst": "MARKØR-UTKAST-2"})
        assert hent_utkast(av=politi, skjema="meld") == {"tekst": "MARKØR-UTKAST-2"}
    with som_(helse):
        assert hent_utkast(av=helse, skjema="meld") is None
        assert sql("SELECT count(*) FROM bekymring_utkast") == [(0,)]
        sql("DELETE FROM bekymring_utkast")
    with rigg:
        [(innhold,)] = sql("SELECT innhold FROM bekymring_utkast")
        assert b"MARK" not in bytes(innhold)
    with som_(politi):
        slett_utkast(av=politi, skjema="meld")
        assert hent_utkast(av=politi, skjema="meld") is None


def test_the_log_role_can_only_add_refusals(db, rigg):
    for setning, riktig in (
        ("INSERT INTO vern_avvist (tid, referanse, side, metode) VALUES (now(), 'x', '', '')", True),
        ("SELECT * FROM vern_avvist", False),
        ("INSERT INTO vern_innsyn (bruker, saker, utsnitt) VALUES (1, '{}', '')", False),
        ("SELECT * FROM bekymring_sak", False),
    ):
        try:
            with transaction.atomic():
                sql("SET LOCAL ROLE hp_logg")
                sql(setning)
            gikk = True
        except Exception as feil:
            assert isinstance(feil.__cause__, psycopg.errors.InsufficientPrivilege)
            gikk = False
        sql("SET ROLE hp_web")
        assert gikk is riktig, setning

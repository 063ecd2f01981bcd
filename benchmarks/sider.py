"""Pages against a bare one, lists against plain SQL, texts against plain texts, and the raw page of my cases."""

import os
import re
from collections.abc import Callable
from datetime import UTC, date, datetime
from html import escape
from typing import Any
from uuid import UUID

from .benk import Benk, legg_til_side
from .fro import Fro
from .takt import NOYE, Gruppe, Kall
from .vegger import LESERE

GULV_SQL = """
SELECT s.id, s.ref, s.nummer, s.tilstand, s.aldersspenn, s.frist, t.sist_endret
FROM bekymring_tilgang t JOIN bekymring_sak s ON s.id = t.sak_id
WHERE t.user_id = %s AND t.rett = 'se' ORDER BY t.sist_endret DESC, t.sak_id DESC LIMIT 21
"""
TI_AR = 10
AR = date.today().year
LISTER = {"lett, 50 saker": "politi", "tung, 6 %": "kjerne.barnevern"}


def ti_ars_status() -> None:
    """Ten years of reports for every tiltak, each with texts of ordinary length, beside what the demo tells."""
    from django.contrib.auth import get_user_model

    from tiltak.models import Statusrapport, Tiltak
    from vern.kontekst import som

    slt = get_user_model().objects.get(username="slt")
    text = "Møtene er holdt som planlagt, og skolene, politiet og de frivillige lagene var med. " * 8
    with som(slt):
        rows = list(Tiltak.objects.gjeldende())
        told = set(Statusrapport.objects.values_list("tiltak", "ar"))
        Statusrapport.objects.bulk_create(
            Statusrapport(
                tiltak=tiltak, ar=ar, status="i_rute", foreslatt="i_rute", gjort=f"{ar}: {text}", neste_steg=text,
                rapportert_av=slt, tid=datetime(ar, 11, 1, tzinfo=UTC),
            )
            for tiltak in rows
            for ar in range(AR - TI_AR, AR)
            if (tiltak.pk, ar) not in told
        )  # fmt: skip


def lister(benk: Benk) -> list[Gruppe]:
    """The product's own list beside guardian's documented call and the same question in SQL."""
    import psycopg
    from django.db import connection
    from guardian.shortcuts import get_objects_for_user

    from bekymring.lesing.innsyn import innsyn
    from bekymring.models import Sak
    from vern.kontekst import som

    gulv = psycopg.connect(os.environ["BENK_GULV"], autocommit=True, prepare_threshold=1)

    def gruppe(hvem: str, navn: str) -> Gruppe:
        person = benk.bruker(navn)
        person.roller  # noqa: B018 - once a request; not part of the list

        def vare(*, logget: bool = False) -> None:
            with som(person) as ctx:
                saker = list(Sak.objects.visible_to(person).nyeste_forst()[:21])
                if logget:
                    innsyn(ctx, saker, del_="liste")

        def guardian() -> None:
            with som(person):
                list(get_objects_for_user(person, "bekymring.se_sak", Sak).order_by("-sist_endret")[:21])

        def sql() -> None:
            with som(person), connection.cursor() as cursor:
                cursor.execute(GULV_SQL, [person.pk])
                cursor.fetchall()

        kall = {
            "SQL uten vegger": lambda: gulv.execute(GULV_SQL.encode(), [person.pk]).fetchall(),
            "SQL bak veggene": sql,
            "vår liste": vare,
            "vår liste, logget": lambda: vare(logget=True),
            "guardian": guardian,
        }
        navngitt = {f"liste: {hvem}: {k}": Kall(v) for k, v in kall.items()}
        return Gruppe(navngitt, dict.fromkeys(navngitt, f"liste: {hvem}: SQL uten vegger"))

    return [gruppe(hvem, navn) for hvem, navn in LISTER.items()]


def tekster(benk: Benk, fro: Fro) -> Gruppe:
    """Fifty texts read and opened, against the same fifty lying in plain words (P13)."""
    from bekymring.models import Sak
    from vern.innsyn import Nokkelring
    from vern.kontekst import som

    person = benk.bruker(LESERE["lett"])

    def les(sak: UUID, *, kryptert: bool) -> None:
        with som(person):
            rader = list(Sak(pk=sak).tekster.order_by("-tid"))
            ring = Nokkelring(frozenset([sak]), frozenset([(sak, "felles")]))
            ord_ = [ring.apne(rad) if kryptert else bytes(rad.innhold).decode() for rad in rader]
            assert len(ord_) >= 50

    kall = {
        "tekster: 50 åpnet": Kall(lambda: les(fro.ider[0], kryptert=True)),
        "tekster: 50 i klartekst": Kall(lambda: les(fro.ider[1], kryptert=False)),
    }
    return Gruppe(kall, dict.fromkeys(kall, "tekster: 50 i klartekst"), NOYE)


# --- Whole pages -----------------------------------------------------------------------------------------------
def bar_side(request: Any) -> Any:
    from django.http import HttpResponse

    request.user.pk  # noqa: B018 - session and user are read, as on every page
    return HttpResponse(b"x" * 20_000)


def _ra_liste(benk: Benk, navn: str) -> Callable[[], bytes]:
    """My cases as one would write it for speed alone: plain psycopg past the walls, f-strings, the same bytes (P4)."""
    import psycopg
    from django.http import HttpResponse

    from bekymring.choices import Aldersspenn, Tilstand

    ekte = benk.side(navn, "/bekymring/")().decode()
    punkt = re.compile(r"<li>(?:(?!</li>).)*/bekymring/[\w-]{22}/(?:(?!</li>).)*</li>\s*", re.DOTALL)
    funnet = list(punkt.finditer(ekte))
    forst, sist = ekte[: funnet[0].start()], ekte[funnet[-1].end() :]
    lengde = sum(len(m[0]) for m in funnet) // len(funnet)
    gulv = psycopg.connect(os.environ["BENK_GULV"], autocommit=True, prepare_threshold=1)
    alder, tilstand = ({k: str(v) for k, v in c.choices} for c in (Aldersspenn, Tilstand))

    def rad(r: Any) -> str:
        linje = (
            f'<li><a href="/bekymring/{r[1]}/">Sak {escape(r[2])} · {alder[r[4]]}</a><span>{tilstand[r[3]]}</span></li>'
        )
        return f"{linje:{lengde}}"

    def view(request: Any) -> Any:
        rader = gulv.execute(GULV_SQL.encode(), [request.user.pk]).fetchall()
        return HttpResponse(f"{forst}{''.join(rad(r) for r in rader[:20])}{sist}")

    legg_til_side(f"benk/ra/{navn}/", view)
    ra = benk.side(navn, f"/benk/ra/{navn}/")
    assert abs(len(ra()) - len(ekte.encode())) < 300, (len(ra()), len(ekte.encode()))
    return ra


def sider(benk: Benk, fro: Fro) -> list[Gruppe]:
    """Every page of weight against a bare one; my cases also against the raw page."""
    legg_til_side("benk/bar/", bar_side)
    alle = {
        "side: bar side": ("politi", "/benk/bar/"),
        "side: oversikt, koordinator": ("slt", "/"),
        "side: oversikt, politi": ("politi", "/"),
        "side: tiltak": ("politi", "/tiltak/"),
        "side: ett tiltak": ("politi", "/tiltak/8/"),
        "side: oppdater flere tiltak": ("slt", "/tiltak/oppdater/"),
        "side: endret siden, ti år": ("politi", f"/tiltak/endret/?fra=31.12.{AR - TI_AR - 1}"),
        "side: regneark ut": ("politi", "/tiltak/eksport.xlsx"),
        "side: søk": ("politi", "/sok/?q=skole"),
        "side: søk, skrivefeil": ("politi", "/sok/?q=frvillige"),
        "side: mine saker, koordinator": ("slt", "/bekymring/"),
        "side: mine saker": ("politi", "/bekymring/"),
        "side: en sak, 50 tekster": ("politi", f"/bekymring/{fro.kryptert}/"),
    }
    kall = {navn: Kall(benk.side(*hvor)) for navn, hvor in alle.items()}
    ut = [Gruppe(kall, dict.fromkeys(kall, "side: bar side"))]
    for slag, navn in LESERE.items():
        par = {
            f"rå side: mine saker, {slag}: vår": Kall(benk.side(navn, "/bekymring/")),
            f"rå side: mine saker, {slag}: rå": Kall(_ra_liste(benk, navn)),
            f"rå side: mine saker, {slag}: søk": Kall(benk.side(navn, "/bekymring/?tilstand=avsluttet")),
        }
        gulv = f"rå side: mine saker, {slag}: "
        ut.append(Gruppe(par, {f"{gulv}vår": f"{gulv}rå", f"{gulv}søk": f"{gulv}vår"}))
    return ut

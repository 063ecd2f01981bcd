"""What is measured in one database: interleaved rounds, medians, each beside its floor.

Whole pages go through the WSGI application with all middleware, logged in; `bar side` is a logged-in view that gives
"""

import argparse
import io
import json
import os
import statistics
import sys
import time
from collections.abc import Callable
from datetime import UTC, date, datetime
from typing import Any

import django

RUNDER = 40
GULV_SQL = """
SELECT s.id, s.ref, s.nummer, s.tilstand, s.aldersspenn, t.sist_endret
FROM bekymring_tilgang t JOIN bekymring_sak s ON s.id = t.sak_id
WHERE t.user_id = %s AND t.rett = 'se' ORDER BY t.sist_endret DESC, t.sak_id DESC LIMIT 25
"""


TI_AR = 10
AR = date.today().year


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


def bar_side(request: Any) -> Any:
    from django.http import HttpResponse

    request.user.pk  # noqa: B018 - session and user are read, as on every page
    return HttpResponse(b"x" * 20_000)


class Benk:
    """Everything one database needs for its measurements."""

    def __init__(self) -> None:
        django.setup()
        from django.contrib.auth import get_user_model
        from django.core.wsgi import get_wsgi_application
        from django.urls import path

        import handlingsplan.urls as urls

        urls.urlpatterns.append(path("benk/bar/", bar_side))
        self.app = get_wsgi_application()
        self.brukere = get_user_model().objects
        self.kaker: dict[str, str] = {}

    def bruker(self, navn: str) -> Any:
        return self.brukere.get(username=navn)

    def kake(self, navn: str) -> str:
        """A session, made as log-in makes it."""
        from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY

        from brukere.okter import SessionStore

        if navn not in self.kaker:
            person, sesjon = self.bruker(navn), SessionStore()
            sesjon[SESSION_KEY] = str(person.pk)
            sesjon[BACKEND_SESSION_KEY] = "allauth.account.auth_backends.AuthenticationBackend"
            sesjon[HASH_SESSION_KEY] = person.get_session_auth_hash()
            sesjon.save()
            self.kaker[navn] = sesjon.session_key
        return self.kaker[navn]

    def side(self, navn: str, adresse: str) -> Callable[[], None]:
        """One whole request."""
        from django.conf import settings

        kake = f"{settings.SESSION_COOKIE_NAME}={self.kake(navn)}"
        sti, _, sporsmal = adresse.partition("?")

        def kall() -> None:
            status: list[str] = []
            miljo = {
                "REQUEST_METHOD": "GET",
                "PATH_INFO": sti,
                "QUERY_STRING": sporsmal,
                "SERVER_NAME": "127.0.0.1",
                "SERVER_PORT": "80",
                "HTTP_HOST": "127.0.0.1",
                "HTTP_COOKIE": kake,
                "wsgi.url_scheme": "http",
                "wsgi.input": io.BytesIO(),
                "wsgi.errors": sys.stderr,
                "wsgi.version": (1, 0),
            }
            svar = self.app(miljo, lambda linje, hoder: status.append(linje))
            b"".join(svar)
            svar.close()
            assert status[0].startswith("200"), (adresse, status[0])

        return kall


def malinger(benk: Benk) -> dict[str, tuple[Callable[[], Any], str]]:
    """Name → (what to run, name of its floor)."""
    import psycopg
    from django.db import connection
    from guardian.shortcuts import get_objects_for_user

    from bekymring.models import Sak
    from vern.innsyn import innsyn
    from vern.kontekst import som

    gulv = psycopg.connect(os.environ["BENK_GULV"], autocommit=True, prepare_threshold=1)

    def rader(navn: str) -> dict[str, Callable[[], Any]]:
        person = benk.bruker(navn)
        person.roller  # noqa: B018 - once a request; not part of the list

        def vare() -> list[Any]:
            with som(person):
                return list(Sak.objects.visible_to(person).nyeste_forst()[:25])

        def vare_logget() -> list[Any]:
            with som(person) as ctx:
                saker = list(Sak.objects.visible_to(person).nyeste_forst()[:25])
                innsyn(ctx, saker, del_="liste")
                return saker

        def guardian() -> list[Any]:
            with som(person):
                return list(get_objects_for_user(person, "bekymring.se_sak", Sak).order_by("-sist_endret")[:25])

        def sql() -> list[Any]:
            with som(person), connection.cursor() as cursor:
                cursor.execute(GULV_SQL, [person.pk])
                return cursor.fetchall()

        def sql_uten() -> list[Any]:
            return gulv.execute(GULV_SQL.encode(), [person.pk]).fetchall()

        return {
            "vår liste": vare,
            "vår liste, logget": vare_logget,
            "guardian": guardian,
            "SQL bak veggene": sql,
            "SQL uten vegger": sql_uten,
        }

    alle: dict[str, tuple[Callable[[], Any], str]] = {}
    for navn, ord in (("politi", "50 saker"), ("kjerne.helse", "1,5 %"), ("kjerne.barnevern", "6 %")):
        for hva, kall in rader(navn).items():
            alle[f"mine saker ({ord}): {hva}"] = (kall, f"mine saker ({ord}): SQL uten vegger")
    with som(benk.bruker("politi")):
        ref = Sak.objects.visible_to(benk.bruker("politi")).nyeste_forst()[0].ref
    for hva, navn, adresse in (
        ("bar side", "politi", "/benk/bar/"),
        ("oversikt, koordinator", "slt", "/"),
        ("oversikt, politi", "politi", "/"),
        ("tiltak", "politi", "/tiltak/"),
        ("ett tiltak", "politi", "/tiltak/8/"),
        ("oppdater flere tiltak", "slt", "/tiltak/oppdater/"),
        ("endret siden, ti år", "politi", f"/tiltak/endret/?fra=31.12.{AR - TI_AR - 1}"),
        ("regneark ut", "politi", "/tiltak/eksport.xlsx"),
        ("søk", "politi", "/sok/?q=skole"),
        ("søk, skrivefeil", "politi", "/sok/?q=frvillige"),
        ("mine saker, 50 saker", "politi", "/bekymring/"),
        ("mine saker, koordinator", "slt", "/bekymring/"),
        ("en sak, 50 tekster", "politi", f"/bekymring/{ref}/"),
    ):
        alle[f"side: {hva}"] = (benk.side(navn, adresse), "side: bar side")
    return alle


def tell_sporringer(kall: Callable[[], Any]) -> int:
    from django.db import connection

    antall = 0

    def tell(execute: Any, sql: str, *rest: Any) -> Any:
        nonlocal antall
        antall += 1
        return execute(sql, *rest)

    with connection.execute_wrapper(tell):
        kall()
    return antall


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--bare", default="")
    bare = parser.parse_args().bare
    benk = Benk()
    ti_ars_status()
    alle = malinger(benk)
    if bare:
        valgt = {navn for navn in alle if bare in navn}
        alle = {navn: rad for navn, rad in alle.items() if navn in valgt | {alle[v][1] for v in valgt}}
    resultat: dict[str, Any] = {}
    tider: dict[str, list[float]] = {navn: [] for navn in alle}
    for navn, (kall, gulv) in alle.items():
        kall()
        resultat[navn] = {"gulv": gulv, "sporringer": tell_sporringer(kall)}
    for _ in range(RUNDER):
        for navn, (kall, _) in alle.items():
            start = time.perf_counter()
            kall()
            tider[navn].append((time.perf_counter() - start) * 1000)
    for navn, malt in tider.items():
        resultat[navn]["ms"] = statistics.median(malt)
    json.dump(resultat, sys.stdout)


if __name__ == "__main__":
    main()

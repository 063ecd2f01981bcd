"""Deterministic synthetic cases at any size, by COPY. Only where DEMO=1: demo and benchmark databases.

Personas get shares that make light and heavy readers: politi 50 cases, kjerne.helse 1.5 %, kjerne.barnevern 6 %; slt
leads all. The other members are spread over the M made-up users. Nothing here is about anybody.
"""

import argparse
import base64
import random
import time
from collections.abc import Iterable, Iterator
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from django.conf import settings
from django.contrib.auth.models import Permission
from django.core.management import BaseCommand, CommandError
from django.db import connections, transaction

from bekymring.choices import LUKKET, Aldersspenn, Hendelseart, Sakrolle, Tekstart, Tilstand
from bekymring.services.tilgang import TEGN
from brukere.models import Bruker
from felles.tid import na
from vern import krypto, nokler
from vern.choices import Sone

TABELLER = ("sak", "tilgang", "tekst", "hendelse")
ORD = ("dette", "er", "en", "oppdiktet", "tekst", "som", "bare", "finnes", "for", "å", "måle", "hvor", "lang", "tid")
LEVENDE = [t for t in Tilstand if t not in LUKKET]
FERDIGE = [t for t in LUKKET if t != Tilstand.SPERRET]
APEN_I = timedelta(days=30)  # of three years: older cases are closed but for one in a hundred
LETT = 50


class Fyller:
    """One run: the same seed gives the same cases, readers and words."""

    def __init__(self, saker: int, brukere: int, fro: int) -> None:
        self.antall, self.rng, self.na = saker, random.Random(fro), na()  # noqa: S311 - synthetic data
        self.rettigheter = dict(Permission.objects.values_list("codename", "pk"))
        self.brukte: set[str] = set()
        self.brukere = [self._bruker(nr) for nr in range(brukere)]
        ids = dict(Bruker.objects.filter(username__in=PERSONER).values_list("username", "pk"))
        self.slt, self.politi, self.helse, self.barnevern = (ids[navn] for navn in PERSONER)
        self.ider = [UUID(int=self.rng.getrandbits(128), version=4) for _ in range(saker)]
        self.tider = [self.na - timedelta(seconds=self.rng.randrange(3 * 365 * 86_400)) for _ in range(saker)]
        lette = set(self.rng.sample(range(saker), min(LETT, saker)))
        self.lesere = [self._lesere(nr in lette) for nr in range(saker)]

    def _bruker(self, nr: int) -> int:
        navn = f"fyll{nr:05}"
        return Bruker.objects.get_or_create(username=navn, defaults={"navn": f"Oppdiktet {nr}", "password": "!"})[0].pk

    def _lesere(self, lett: bool) -> list[tuple[int, str]]:
        lesere: list[tuple[int, str]] = [(self.politi, Sone.POLITI)] if lett else []
        if self.rng.random() < 0.015:
            lesere.append((self.helse, Sone.HELSE))
        if self.rng.random() < 0.06:
            lesere.append((self.barnevern, Sone.BARNEVERN))
        if self.brukere:
            lesere += [(pk, Sone.SKOLE) for pk in self.rng.sample(self.brukere, min(2, len(self.brukere)))]
        return lesere

    def ord(self) -> str:
        return " ".join(self.rng.choices(ORD, k=self.rng.randrange(30, 120)))

    def sak(self) -> Iterator[tuple[Any, ...]]:
        for sak, tid in zip(self.ider, self.tider, strict=True):
            nummer = self._nummer(tid)
            ref = base64.urlsafe_b64encode(self.rng.randbytes(16)).decode().rstrip("=")
            apen = tid > self.na - APEN_I or self.rng.random() < 0.01
            tilstand, alder = self.rng.choice(LEVENDE if apen else FERDIGE), self.rng.choice(list(Aldersspenn))
            yield sak, ref, nummer, "anonym", str(tilstand), str(alder), tid, tid, 1

    def _nummer(self, tid: datetime) -> str:
        while (nummer := f"{tid:%y}-{''.join(self.rng.choices(TEGN, k=4))}") in self.brukte:
            pass
        self.brukte.add(nummer)
        return nummer

    def tilgang(self) -> Iterator[tuple[Any, ...]]:
        def rad(pk: int, sak: UUID, rett: str, sone: str, grunnlag: str, tid: datetime) -> tuple[Any, ...]:
            kode = f"{rett}_{sone}" if sone else f"{rett}_sak"
            hva = ("uten_navn", "kjernegruppe") if grunnlag == Sakrolle.GRUPPE and rett != "se" else ("", "")
            return pk, self.rettigheter[kode], sak, rett, str(sone), grunnlag, *hva, tid, self.slt, tid

        for sak, tid, lesere in zip(self.ider, self.tider, self.lesere, strict=True):
            yield rad(self.slt, sak, "se", "", Sakrolle.KOORDINATOR, tid)
            yield rad(self.slt, sak, "led", "", Sakrolle.KOORDINATOR, tid)
            for pk, sone in lesere:
                yield rad(pk, sak, "se", "", Sakrolle.GRUPPE, tid)
                yield rad(pk, sak, "les", Sone.FELLES, Sakrolle.GRUPPE, tid)
                yield rad(pk, sak, "les", sone, Sakrolle.GRUPPE, tid)

    def tekst(self) -> Iterator[tuple[Any, ...]]:
        """Two texts a case, fifty in the light reader's, all in `felles`; the keys are made first."""
        sakene = [(sak, tid, 50 if self.politi in dict(lesere) else 2) for sak, tid, lesere in self._sakene()]
        datanokler = nokler.lag_mange([(sak, str(Sone.FELLES)) for sak, _, _ in sakene])
        for sak, tid, antall in sakene:
            nokkel = datanokler[sak, str(Sone.FELLES)]
            for nr in range(antall):
                rad = UUID(int=self.rng.getrandbits(128), version=4)
                aad = krypto.sted(sak, Sone.FELLES, "tekst", "innhold", rad)
                lukket = krypto.lukk(nokkel, self.ord(), aad)
                yield rad, sak, str(Sone.FELLES), str(Tekstart.NOTAT), "", lukket, self.slt, tid - timedelta(hours=nr)

    def _sakene(self) -> Iterable[tuple[UUID, datetime, list[tuple[int, str]]]]:
        return zip(self.ider, self.tider, self.lesere, strict=True)

    def hendelse(self) -> Iterator[tuple[Any, ...]]:
        for sak, tid in zip(self.ider, self.tider, strict=True):
            for art, for_ in ((Hendelseart.MELDT, 48), (Hendelseart.TATT_IMOT, 0)):
                rad = UUID(int=self.rng.getrandbits(128), version=4)
                yield rad, sak, str(Sone.REGISTER), str(art), "", "", self.slt, tid - timedelta(hours=for_)


PERSONER = ("slt", "politi", "kjerne.helse", "kjerne.barnevern")
KOLONNER = {
    "sak": "id, ref, nummer, modus, tilstand, aldersspenn, sist_endret, opprettet, versjon",
    "tilgang": "user_id, permission_id, sak_id, rett, sone, grunnlag, opplysning, formal, fra, gitt_av_id, sist_endret",
    "tekst": "id, sak_id, sone, art, kilde, innhold, av_id, tid",
    "hendelse": "id, sak_id, sone, art, fra, til, av_id, tid",
}


class Command(BaseCommand):
    help = "Fyller en demo- eller måledatabase med oppdiktede saker. Samme frø gir samme data."

    def add_arguments(self, parser: argparse.ArgumentParser) -> None:
        parser.add_argument("--saker", type=int, default=1000)
        parser.add_argument("--brukere", type=int, default=50)
        parser.add_argument("--fro", type=int, default=1)

    def handle(self, *, saker: int, brukere: int, fro: int, **_: Any) -> None:
        if not settings.DEMO or "eier" not in connections:
            raise CommandError("«fyll» virker bare i demo- og måledatabaser (DEMO=1, med DATABASE_OWNER_URL).")
        if not 0 < saker <= 1_000_000 or not 0 <= brukere <= 10_000:
            raise CommandError("Velg 1 til 1 000 000 saker og 0 til 10 000 brukere.")
        start = time.monotonic()
        fyller = Fyller(saker, brukere, fro)
        with transaction.atomic(using="eier"), connections["eier"].cursor() as cursor:
            # The owner writes past the walls and without the triggers, in one transaction that raises them again.
            self._alle(cursor, "NO FORCE ROW LEVEL SECURITY", "DISABLE TRIGGER USER")
            cursor.execute("SELECT nummer, id FROM bekymring_sak")
            finnes = dict(cursor.fetchall())
            if fyller.ider[0] in finnes.values():
                raise CommandError(f"Frø {fro} er alt brukt i denne databasen. Velg et annet.")
            fyller.brukte |= finnes.keys()
            for tabell in TABELLER:
                with cursor.copy(f"COPY bekymring_{tabell} ({KOLONNER[tabell]}) FROM STDIN") as copy:
                    for rad in getattr(fyller, tabell)():
                        copy.write_row(rad)
                self.stdout.write(f"{tabell}: {time.monotonic() - start:.1f} s")
            cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
            self._alle(cursor, "FORCE ROW LEVEL SECURITY", "ENABLE TRIGGER USER")
        with connections["eier"].cursor() as cursor:
            for tabell in TABELLER:
                cursor.execute(f"ANALYZE bekymring_{tabell}")
        self.stdout.write(f"{saker} saker på {time.monotonic() - start:.1f} s")

    def _alle(self, cursor: Any, *endringer: str) -> None:
        for tabell in TABELLER:
            for endring in endringer:
                cursor.execute(f"ALTER TABLE bekymring_{tabell} {endring}")

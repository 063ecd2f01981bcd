"""`importer_plan FIL [--skriv]`: read an adopted plan document, show what was found and what would change."""

import argparse
from collections import Counter
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management import BaseCommand, CommandError

from tiltak.choices import Ansvarsetikett
from tiltak.planleser import TOM, UKJENT, Lesing, LestTiltak, Planfeil, Tvil, les_fil, les_plan
from tiltak.services.importering import Forslag, Tekstendring, kjente_navn, skriv, vurder
from tiltak.services.lasting import EIER

UTELATT = {
    "innhold": "Innholdsfortegnelse",
    "sidefot": "Sidetall og sidefot",
    "oversikt: ": "Overskrift som gjentas",
    "sumrad": "Sum i en tabell",
}
TVIL_RAD = "Rett linjene i fila, eller kjør på nytt med --godta-tvil om de er riktig lest. Ingenting er endret."


class Feil(CommandError):
    """Shown as «Feil: …» with exit code 1."""


class Command(BaseCommand):
    help = "Leser et vedtatt plandokument (ren tekst), viser hva som ble funnet, og skriver bare med --skriv."

    def add_arguments(self, parser: argparse.ArgumentParser) -> None:
        parser.add_argument("fil", type=Path)
        parser.add_argument("--skriv", action="store_true", help="skriv ordlyden inn i databasen")
        parser.add_argument("--utgave", type=int, help="årstall; en utgave som ikke finnes, blir laget")
        parser.add_argument("--godta-tvil", action="store_true", help="skriv slik tvilen er lest")
        parser.add_argument("--lag-aktorer", action="store_true", help="legg inn ansvarlige som ikke er registrert")

    def handle(self, *args: Any, fil: Path, skriv: bool, utgave: int | None, **options: Any) -> None:
        if EIER not in settings.DATABASES:
            raise Feil("DATABASE_OWNER_URL mangler. Planen kan bare endres av rollen som eier tabellene.")
        if utgave is not None and not 1990 <= utgave <= 2200:
            raise Feil("--utgave må være et årstall.")
        try:
            tekst = les_fil(fil)
        except Planfeil as error:
            raise Feil(f"{error} Ingenting er endret.") from None
        lesing = les_plan(tekst, kjente_navn(using=EIER))
        forslag = vurder(lesing, utgave=utgave, lag_aktorer=options["lag_aktorer"])
        self.stdout.write(f"Leste {fil.name}: {len(lesing.linjer)} linjer.")
        if lesing.tiltak:
            self._show_reading(lesing)
        self._stop_or_write(forslag, write=skriv, accept=options["godta_tvil"])

    def _stop_or_write(self, forslag: Forslag, *, write: bool, accept: bool) -> None:
        if forslag.hindringer:
            raise Feil("\n".join([*forslag.hindringer, "Ingenting er endret."]))
        self._show_changes(forslag)
        if not write:
            self.stdout.write("\nIngenting er skrevet. Kjør på nytt med --skriv for å skrive.")
            return
        if not accept and (doubts := [tvil for tvil in forslag.lesing.tvil if tvil.alvorlig]):
            raise Feil("\n".join([*map(_tvilstekst, doubts), TVIL_RAD]))
        antall = skriv(forslag)
        self.stdout.write(self.style.SUCCESS(f"\nSkrev {antall} tekster i utgave {forslag.utgave}."))

    def _show_reading(self, lesing: Lesing) -> None:
        self.stdout.write(f"\nFant «{lesing.tittel}»:")
        if lesing.vedtatt:
            self.stdout.write(f"  Vedtatt {lesing.vedtatt:%d.%m.%Y}")
        for omrade in lesing.omrader:
            rader = [t for t in lesing.tiltak if t.omrade == omrade.nr]
            self.stdout.write(f"\n  Innsatsområde {omrade.nr}: {omrade.tittel} ({len(rader)} tiltak)")
            for tiltak in rader:
                parter = "; ".join(f"{p.navn}{f' ({p.enhet})' if p.enhet else ''}, {p.rolle}" for p in tiltak.ansvar)
                label = Ansvarsetikett(tiltak.etikett).label if tiltak.etikett else "Mangler ansvar"
                own = f"{tiltak.merke}  " if tiltak.merke else ""
                self.stdout.write(f"    {tiltak.nr:>2}  {own}{tiltak.tittel}")
                self.stdout.write(f"        {label}: {parter or '–'}")
                if when := _when(tiltak):
                    self.stdout.write(f"        Frist: {when}")
                if tiltak.ordlyd:
                    self.stdout.write(f"        Tekst: {_short(tiltak.ordlyd)}")
                if where := _where(lesing, tiltak):
                    self.stdout.write(f"        Lest av linje {where}")
        self.stdout.write(f"\n  {len(lesing.mulige)} mulige tiltak: " + "; ".join(m.tittel for m in lesing.mulige))
        self.stdout.write(f"  Fokusområder: {len(lesing.fokusomrader)}. Prinsipper: {len(lesing.prinsipper)}.")
        for note in lesing.fotnoter:
            sted = f"tiltak {note.tiltak}" if note.tiltak else "ukjent sted"
            marker = "" if note.har_merke else ", uten merke i teksten"
            self.stdout.write(f"  Fotnote {note.nr}: {note.forkortelse} ({sted}{marker})")
        self._show_oddities(lesing)
        for tvil in lesing.tvil:
            self.stdout.write(f"  {_tvilstekst(tvil)}")
        self._show_lines(lesing)

    def _show_oddities(self, lesing: Lesing) -> None:
        """Where the document disagrees with itself: kept as it is, and said."""
        for tiltak in lesing.tiltak:
            if not tiltak.ansvar:
                self.stdout.write(f"  Merk: tiltak {tiltak.merke or tiltak.nr} har ingen ansvarlig.")
            if not tiltak.har_kolon:
                self.stdout.write(f"  Merk: tiltak {tiltak.nr} mangler kolon i overskriften.")
            other = tiltak.tittel if lesing.sjanger else lesing.oversikt.get(tiltak.nr, tiltak.tittel)
            if other != tiltak.tittel:
                self.stdout.write(f"  Merk: tiltak {tiltak.nr} heter «{other}» i oversikten.")
        labels = Counter(Ansvarsetikett(t.etikett).label for t in lesing.tiltak if t.etikett)
        self.stdout.write("  Etiketter: " + ", ".join(f"«{label}» {antall}" for label, antall in labels.items()))

    def _show_lines(self, lesing: Lesing) -> None:
        antall = Counter("tom" if li.funnet_som == TOM else li.funnet_som != UKJENT for li in lesing.linjer)
        used, empty = antall[True], antall["tom"]
        self.stdout.write(
            f"\nLinjene: {len(lesing.linjer)} i alt = {used} brukt + {empty} tomme + {len(lesing.ukjente)} ukjente."
        )
        for kind, what in UTELATT.items():
            for linje in lesing.linjer:
                if linje.funnet_som.startswith(kind):
                    self.stdout.write(f"  {what}, linje {linje.nr}: {linje.tekst}")
        for linje in lesing.ukjente:
            self.stdout.write(f"  Ukjent linje {linje.nr}: {linje.tekst}")

    def _show_changes(self, forslag: Forslag) -> None:
        if forslag.ny_utgave:
            self.stdout.write(f"\nUtgave {forslag.utgave} finnes ikke og blir laget, med all tekst.")
        elif not forslag.endringer:
            self.stdout.write(f"\nAlt i fila er alt registrert i utgave {forslag.utgave}.")
        else:
            self.stdout.write(f"\nDette endres i utgave {forslag.utgave}:")
        if forslag.ukjente_parter:
            self.stdout.write("Disse aktørene finnes ikke og blir lagt inn: " + "; ".join(forslag.ukjente_parter) + ".")
        for endring in forslag.endringer:
            self.stdout.write(f"  {endring.hva}: {_difference(endring)}")


def _short(tekst: str) -> str:
    """The beginning, and how long it is."""
    one_line = " ".join(tekst.split())
    return one_line if len(one_line) <= 100 else f"{one_line[:100]} … ({len(tekst)} tegn)"


def _where(lesing: Lesing, tiltak: LestTiltak) -> str:
    """The first and the last line of the document that went into it, where the reading marks them."""
    marks = (f"tiltak {tiltak.merke}: ", f"tiltak {tiltak.nr}: ")
    linjer = [linje.nr for linje in lesing.linjer if linje.funnet_som.startswith(marks)]
    return f"{linjer[0]}–{linjer[-1]}" if linjer else ""


def _tvilstekst(tvil: Tvil) -> str:
    """The line, what it says and what was understood of it."""
    return f"{'Spørsmål' if tvil.alvorlig else 'Merk'}, linje {tvil.linje}: «{tvil.tekst}»: {tvil.hva}."


def _when(tiltak: LestTiltak) -> str:
    """The deadline as it is understood: a day, a year, or every year."""
    if tiltak.frist:
        return f"{tiltak.frist:%d.%m.%Y}"
    return str(tiltak.fristar or "") if not (tiltak.merke and tiltak.lopende) else "løpende"


def _difference(endring: Tekstendring) -> str:
    """Empty to so many characters, or the first place where the texts part."""
    if not endring.fra:
        return f"tom → {len(endring.til)} tegn, «{endring.til[:50]}…»"
    same = next(
        (i for i, (a, b) in enumerate(zip(endring.fra, endring.til, strict=False)) if a != b),
        min(len(endring.fra), len(endring.til)),
    )
    return " → ".join(_around(tekst, same) for tekst in (endring.fra, endring.til))


def _around(tekst: str, sted: int) -> str:
    start, end = max(0, sted - 20), sted + 30
    return f"«{'…' if start else ''}{tekst[start:end]}{'…' if len(tekst) > end else ''}»"

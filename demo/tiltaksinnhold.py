"""What lies under the tiltak in the demo, written in bulk as the koordinator. Safe to run again: keys are fixed."""

from collections import Counter, defaultdict
from collections.abc import Iterator
from datetime import date, datetime, timedelta
from io import BytesIO
from typing import Any

from django.db import transaction
from django.db.models import Model
from django.utils import timezone
from PIL import Image

from brukere.models import Bruker
from felles.skjerming import Skjult, skjerm_tall
from felles.tid import flytt as flytt_klokka
from felles.tid import idag, na
from samarbeid.models import Aktor, Kurs
from tiltak.models import (
    Aktivitet,
    Indikator,
    Kommentar,
    Lenke,
    Maling,
    Nevning,
    Plan,
    Statusbevis,
    Statusrapport,
    Tiltak,
    Vedlegg,
    Vedtak,
)
from tiltak.models.filer import les
from tiltak.services.mulige import flytt, ny_ide
from tiltak.services.rullering import begynn, endre_tiltak, koble
from tiltak.services.samtale import finn_nevnte
from vern.kontekst import som

from .historikk import merk
from .innholdsfortelling import INNHOLD, Gjort, Indikatortall, Innholdsfortelling
from .tiltak import nokkel

PDF = b"""%PDF-1.4
1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj
2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj
3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<</Font<</F 4 0 R>>>>/Contents 5 0 R>>endobj
4 0 obj<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>endobj
5 0 obj<</Length 49>>stream
BT /F 18 Tf 72 760 Td (Notat: et eksempel) Tj ET
endstream endobj
trailer<</Root 1 0 R/Size 6>>
%%EOF
"""


def _plakat() -> bytes:
    out = BytesIO()
    Image.new("RGB", (420, 594), "#005b7f").save(out, "PNG")
    return out.getvalue()


def _dag(dager: int) -> date:
    return idag() + timedelta(days=dager)


def _skjult(antall: int | None) -> bool:
    return antall is not None and skjerm_tall(antall) is Skjult.UNDER


class _Rader:
    """Rows gathered by kind, to be written together."""

    def __init__(self, av: Bruker) -> None:
        self.av = av
        self.tiltak = {tiltak.nr: tiltak for tiltak in Tiltak.objects.gjeldende()}
        self.aktor = {aktor.slug: aktor for aktor in Aktor.objects.all()}
        self.kurs = {kurs.tittel: kurs for kurs in Kurs.objects.all()}
        self.folk = {bruker.username: bruker for bruker in Bruker.objects.all()}
        self.rader: list[list[Any]] = []

    def ett(self, innhold: Innholdsfortelling) -> None:
        tiltak = self.tiltak[innhold.nr]
        indikatorer = [self._indikator(tiltak, tall) for tall in innhold.tall]
        malinger = [
            maling
            for tall, indikator in zip(innhold.tall, indikatorer, strict=True)
            for maling in self._malinger(tall, indikator)
        ]
        self.rader += [
            [self._aktivitet(tiltak, gjort) for gjort in innhold.gjort],
            indikatorer,
            malinger,
            [self._vedtak(tiltak, *rad) for rad in innhold.vedtak],
            [self._lenke(tiltak, *rad) for rad in innhold.lenker],
            *self._kommentarer(tiltak, innhold),
        ]

    def _aktivitet(self, tiltak: Tiltak, gjort: Gjort) -> Aktivitet:
        done = gjort.dager < 0 and not (gjort.art == "utredning" and gjort.dager > -10)
        return Aktivitet(
            id=nokkel("aktivitet", tiltak.nr, gjort.tittel, gjort.art),
            tiltak=tiltak,
            art=gjort.art,
            tittel=gjort.tittel,
            dato=_dag(gjort.dager),
            status="gjennomfort" if done else "planlagt",
            aktor=self.aktor.get(gjort.hvem),
            kurs=self.kurs.get(gjort.kurs),
            antall=None if _skjult(gjort.antall) else gjort.antall,
            under_fem=_skjult(gjort.antall),
            revisjon=None if gjort.gjennomgang is None else _dag(gjort.gjennomgang),
            notat=gjort.notat,
            adresse=gjort.adresse,
        )

    def _indikator(self, tiltak: Tiltak, tall: Indikatortall) -> Indikator:
        return Indikator(
            id=nokkel("indikator", tiltak.nr, tall.navn),
            tiltak=tiltak,
            navn=tall.navn,
            definisjon=tall.definisjon,
            enhet=tall.enhet,
            kilde=tall.kilde,
            maltall=tall.mal,
            mal_ar=None if tall.mal is None else idag().year + 1,
            teller_personer=tall.personer,
        )

    def _malinger(self, tall: Indikatortall, indikator: Indikator) -> list[Maling]:
        arene = zip(range(idag().year - 3, idag().year + 1), tall.verdier, strict=True)
        return [
            Maling(
                id=nokkel("maling", indikator.pk, ar),
                indikator=indikator,
                teller_personer=tall.personer,
                ar=ar,
                verdi=None if tall.personer and _skjult(verdi) else verdi,
                registrert_av=self.av,
                tid=min(na(), timezone.make_aware(datetime(ar, 10, 20, 12))),
            )
            for ar, verdi in arene
            if verdi is not None
        ]

    def _vedtak(self, tiltak: Tiltak, gjelder: str, organ: str, dager: int, saksnummer: str) -> Vedtak:
        return Vedtak(
            plan_id=tiltak.plan_id,
            tiltak=tiltak,
            gjelder=gjelder,
            organ=organ,
            dato=_dag(-dager),
            saksnummer=saksnummer,
            skjema=nokkel("vedtak", tiltak.nr, saksnummer),
        )

    def _lenke(
        self, tiltak: Tiltak, art: str, tittel: str, adresse: str, dager: int | None, nummer: int | None
    ) -> Lenke:
        return Lenke(
            id=nokkel("lenke", tiltak.nr, tittel),
            tiltak=tiltak,
            art=art,
            tittel=tittel,
            adresse=adresse,
            dato=None if dager is None else _dag(-dager),
            nasjonal_nr=nummer,
        )

    def _vedlegg(self, nr: int, tittel: str, dager: int, data: bytes) -> Vedlegg:
        fil = les(data)
        return Vedlegg(
            id=nokkel("vedlegg", nr, tittel),
            tiltak=self.tiltak[nr],
            tittel=tittel,
            dato=_dag(-dager),
            filtype=fil.filtype,
            innhold=fil.innhold,
            storrelse=len(fil.innhold),
        )

    def vedlegg(self) -> None:
        """Two small documents: a page of paper and a picture."""
        self.rader.append(
            [
                self._vedlegg(1, "Notat om ansvaret for de nasjonale tiltakene", 90, PDF),
                self._vedlegg(9, "Plakat til undervisningsopplegget", 40, _plakat()),
            ]
        )

    def _kommentarer(self, tiltak: Tiltak, innhold: Innholdsfortelling) -> tuple[list[Any], list[Any]]:
        rader, named = [], []
        for hvem, dager, tekst, lest in innhold.kommentarer:
            tid = na() - timedelta(days=dager)
            rad = Kommentar(
                id=nokkel("kommentar", tiltak.nr, tekst), tiltak=tiltak, tekst=tekst, av=self.folk[hvem], tid=tid
            )
            rader.append(rad)
            named += [Nevning(kommentar=rad, bruker=who, lest_tid=tid if lest else None) for who in finn_nevnte(tekst)]
        return rader, named

    def bevis(self) -> None:
        """Each report rests on what was done and counted since the one before: in January on what last year gave."""
        told: dict[int, list[Statusrapport]] = defaultdict(list)
        for rapport in Statusrapport.objects.gjeldende().order_by("tid"):
            told[rapport.tiltak_id].append(rapport)
        found = []
        for slag, rad, tiltak_id, dag in self._hendt():
            after = (rapport for rapport in told[tiltak_id] if dag <= timezone.localdate(rapport.tid))
            if (first := next(after, None)) is not None:
                found.append(Statusbevis(rapport=first, **{slag: rad}))
        self.rader.append(found)

    def _hendt(self) -> Iterator[tuple[str, Any, int, date]]:
        for rad in (rad for rader in self.rader for rad in rader):
            if isinstance(rad, Aktivitet) and rad.status == "gjennomfort":
                yield "aktivitet", rad, rad.tiltak_id, rad.dato
            elif isinstance(rad, Maling):
                yield "maling", rad, rad.indikator.tiltak_id, timezone.localdate(rad.tid)
            elif isinstance(rad, Vedtak | Vedlegg | Lenke) and rad.tiltak_id and rad.dato:
                yield type(rad).__name__.lower(), rad, rad.tiltak_id, rad.dato

    def skriv(self) -> None:
        """One INSERT for each kind, parents first."""
        first = (Aktivitet, Indikator, Maling, Vedtak, Lenke, Vedlegg)
        slag: list[type[Model]] = [*first, Kommentar, Nevning, Statusbevis]
        for model in slag:
            model._default_manager.bulk_create([rad for rader in self.rader for rad in rader if type(rad) is model])


# number among the possible tiltak, move, days ago, reason
REISER: tuple[tuple[int, str, int, str], ...] = (
    (1, "vurder", 210, "Gruppene er prøvd på to skoler. De krever fast møtetid og en leder."),
    (2, "avvis", 200, "Samtalen er alt vedtatt som tiltak 13. Mal og opplæring følges opp der."),
    (3, "vurder", 190, "Skolemegling finnes på fire skoler. Konfliktrådet kan lære opp flere meglere."),
    (3, "foresla", 40, "Skolene ber om det, og kostnaden dekkes innenfor tiltak 10."),
    (4, "vurder", 170, "Kurset er holdt, og to dialogmøter er prøvd under tiltak 3. Metoden krever lite penger."),
    (5, "vurder", 160, "Brukes når den det gjelder, samtykker. Koordinatoren noterer bare møtedato og ny vurdering."),
    (6, "avvis", 150, "Oppfølgingstjenesten gjør dette alt, etter eget lovverk. Det trengs ikke et tiltak i tillegg."),
    (7, "vurder", 60, "Gjøres av hver tjeneste etter eget lovverk. Samordningen skjer i ansvarsgrupper."),
    (8, "vurder", 30, "Fritidsklubbene har plass. Det mangler en oversikt over tilbudene."),
    (
        9,
        "vurder",
        20,
        "Mentor er tiltak 15. Exit avklares med politiet først, og Politidirektoratet har ansvar for metoden.",
    ),
)
IDE = (
    "Åpen dag for ungdom og politi",
    "En dag i året der ungdom møter politiet på fritidsklubben, uten tema og uten påmelding.",
)


def _mulige(slt: Bruker, folkehelse: Bruker) -> None:
    """Some possible tiltak on their way, and an idea of somebody's own."""
    plan = Plan.objects.gjeldende()
    with flytt_klokka(na() - timedelta(days=25)), som(folkehelse):
        ny_ide(av=folkehelse, plan=plan, nokkel=nokkel("ide", plan.pk), tittel=IDE[0], sammendrag=IDE[1])
    rader = {rad.nr: rad for rad in plan.mulige_tiltak.select_related("plan__erstattet_av")}
    taken: Counter[int] = Counter()
    for nr, overgang, dager, grunn in REISER:
        with flytt_klokka(na() - timedelta(days=dager)), som(slt):
            flytt(
                av=slt,
                mulig=rader[nr],
                overgang=overgang,
                nokkel=nokkel("mulig", nr, overgang),
                sett=taken[nr],
                begrunnelse=grunn,
            )
        taken[nr] += 1


def _utkast(slt: Bruker) -> None:
    """A draft of the next edition, barely begun: one tiltak reworded, one dropped, two merged."""
    with flytt_klokka(na() - timedelta(days=12)), som(slt):
        key = nokkel("rullering", idag().year + 1)
        rad = begynn(av=slt, nokkel=key, utgave=idag().year + 1, tittel="Trygge fellesskap")
        one = rad.tiltak.get(plass=9)
        endre_tiltak(
            av=slt,
            rullering=rad,
            tiltak=one,
            sett=one.versjon,
            tittel="Undervisningsopplegg i alle skoler",
            omrade_nr=one.omrade_nr,
            sammendrag="Opplegget er i bruk på alle ungdomsskoler og i Vg1, med en egen del for lærerne.",
            type="lopende",
            fristar=None,
            ansvar="Sandefjord kommune (skole/barnehagekontoret)\nVestfold fylkeskommune\nRVTS",
        )
        merged = [rad.tiltak.get(plass=17)]
        koble(av=slt, rullering=rad, fra=Tiltak.objects.gjeldende().get(nr=18), utfall="slatt_sammen", til=merged)
        koble(
            av=slt,
            rullering=rad,
            fra=Tiltak.objects.gjeldende().get(nr=1),
            utfall="utgatt",
            til=[],
            begrunnelse="Alle nasjonale tiltak har fått en lokal ansvarlig og følges opp i de andre tiltakene.",
        )


@transaction.atomic
def fyll_innhold() -> None:
    """Under each of the 18, unless it is there already."""
    koordinator = Bruker.objects.get(username="slt")
    with som(koordinator):
        if Indikator.objects.exists():
            return
        verden = _Rader(koordinator)
        for innhold in INNHOLD:
            if innhold.nr in verden.tiltak:
                verden.ett(innhold)
        verden.vedlegg()
        verden.bevis()
        merk()
        verden.skriv()
        _mulige(koordinator, verden.folk["folkehelse"])
        _utkast(koordinator)

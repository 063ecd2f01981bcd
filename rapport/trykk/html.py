"""From the frozen year to the HTML that is printed: sentences, numbers and pictures. No queries, no WeasyPrint."""

import base64
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from django.contrib.staticfiles import finders
from django.template.loader import render_to_string
from django.utils import translation
from django.utils.formats import date_format
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from felles import diagram
from felles.diagram import STATUSER, TRYKK
from felles.skjerming import Skjult

from .arsbilde import Arsbilde, Omradebilde, Tiltaksbilde, rens

TOKENS = "css/tokens.css"
VAPEN = "bilder/vapen.svg"


@dataclass(frozen=True)
class Kolofon:
    """What the report says about itself, beside the year: which version, from whom, instead of what."""

    versjon: int = 1
    bestilt_av: str = ""
    erstatter: str = ""
    godkjent: str = ""
    utkast: bool = True
    adresse: str = ""


def dato(verdi: date) -> str:
    return date_format(verdi, "j. F Y")


def tallord(antall: int) -> str:
    """Small numbers as words inside a sentence, as Norwegian writes them."""
    ord_ = (
        _("null"), _("ett"), _("to"), _("tre"), _("fire"), _("fem"), _("seks"),
        _("sju"), _("åtte"), _("ni"), _("ti"), _("elleve"), _("tolv"),
    )  # fmt: skip
    return ord_[antall] if 0 <= antall < len(ord_) else str(antall)


def _gode(bilde: Arsbilde) -> int:
    return diagram.i_rute_eller_gjennomfort([t.status for t in bilde.tiltak])


def _mot_i_fjor(naa: int, for_: int) -> str:
    if naa == for_:
        return _("Det er like mange som i fjor.")
    if naa > for_:
        return ngettext("Det er %(n)s mer enn i fjor.", "Det er %(n)s flere enn i fjor.", naa - for_) % {
            "n": tallord(naa - for_)
        }
    return ngettext("Det er %(n)s mindre enn i fjor.", "Det er %(n)s færre enn i fjor.", for_ - naa) % {
        "n": tallord(for_ - naa)
    }


def _opplisting(navn: list[str]) -> str:
    return navn[0] if len(navn) == 1 else _("%(først)s og %(sist)s") % {"først": ", ".join(navn[:-1]), "sist": navn[-1]}


def ingress(bilde: Arsbilde) -> str:
    """The whole report in two or three sentences, made from its own figures."""
    setninger = [
        _("%(gode)d av %(alle)d tiltak er i rute eller gjennomført.")
        % {"gode": _gode(bilde), "alle": len(bilde.tiltak)}
    ]
    if bilde.gode_i_fjor is not None:
        setninger.append(_mot_i_fjor(_gode(bilde), bilde.gode_i_fjor))
    if stille := [t.tittel for t in bilde.tiltak if t.status == "star_stille"]:
        setninger.append(_("%(navn)s står stille.") % {"navn": _opplisting([f"«{n}»" for n in stille])})
    if uten := sum(t.mangler_svar for t in bilde.tiltak):
        setninger.append(
            ngettext(
                "Ett tiltak har ikke meldt status i %(ar)d, og står med den siste.",
                "%(antall)s tiltak har ikke meldt status i %(ar)d, og står med den siste.",
                uten,
            )
            % {"antall": tallord(uten).capitalize(), "ar": bilde.ar}
        )
    return " ".join(setninger)


@dataclass(frozen=True)
class Nokkeltall:
    verdi: str
    tekst: str


def _endring(naa: int | str | None, for_: int | str | None, ar: int) -> str:
    if for_ is None:
        return ""
    if isinstance(naa, int) and isinstance(for_, int) and naa > for_:
        return _(", %(n)d flere enn i %(ar)d") % {"n": naa - for_, "ar": ar}
    return _(", mot %(n)s i %(ar)d") % {"n": for_, "ar": ar}


def nokkeltall(bilde: Arsbilde) -> list[Nokkeltall]:
    """The four numbers of page 2: plan first, then what the municipality did, case figures last and suppressed."""
    alle, har_fjor = len(bilde.tiltak), len(bilde.arene) > 1
    tall = [
        Nokkeltall(str(_gode(bilde)), _("tiltak i rute eller gjennomført, av %(alle)d") % {"alle": alle}),
        Nokkeltall(
            str(sum(t.status in ("noe_forsinket", "star_stille") for t in bilde.tiltak)),
            _("tiltak er forsinket eller står stille"),
        ),
    ]
    if bilde.deltakere:
        for_ = bilde.deltakere[-2][1] if len(bilde.deltakere) > 1 else None
        latest = bilde.deltakere[-1][1]
        tall.append(Nokkeltall(str(latest), _("deltakere på kurs") + _endring(latest, for_, bilde.ar - 1)))
    else:
        endret = sum(bool(t.i_fjor) and t.status != t.i_fjor for t in bilde.tiltak)
        tall.append(Nokkeltall(str(endret), _("tiltak har fått ny status siden %(ar)d") % {"ar": bilde.ar - 1}))
    if bilde.saker and bilde.saker[0].verdier[-1] is not None:
        rad = bilde.saker[0]
        mot = f", mot {rad.verdier[-2]} i {bilde.ar - 1}" if har_fjor and rad.verdier[-2] is not None else ""
        tall.append(Nokkeltall(str(rad.verdier[-1]), "meldte bekymringer" + mot))
    else:
        ferdig = sum(t.rapporteres_ikke_videre for t in bilde.tiltak)
        tall.append(Nokkeltall(str(ferdig), _("tiltak rapporteres ikke videre")))
    return tall


def kortnavn(tittel: str) -> str:
    """The one word under a group of cells on the cover."""
    first = tittel.replace(",", "").split()
    return {"Trygge": "Nærmiljø", "Informasjon": "Kunnskap", "Tett": "Tett oppfølging"}.get(first[0], first[0])


def _statuser(omrade: Omradebilde) -> list[str]:
    return [t.status for t in omrade.tiltak]


def _bilde_uri(svg: str) -> str:
    return "data:image/svg+xml;base64," + base64.b64encode(svg.encode()).decode()


def statusbilder() -> dict[str, str]:
    """One picture for each status, as an address that needs no fetching."""
    return {status: _bilde_uri(diagram.statustegn(status, palett=TRYKK)) for status in STATUSER}


@dataclass(frozen=True)
class Kapittelrad:
    """A tiltak as the template shows it."""

    tiltak: Tiltaksbilde
    arene: tuple[int, ...]

    @property
    def tegn(self) -> list[tuple[str, str]]:
        """(status, name) for the years before this one."""
        return [(s or "", str(STATUSER[s].navn) if s else _("Ikke rapportert")) for s in self.tiltak.historikk]

    @property
    def statusnavn(self) -> str:
        return str(STATUSER[self.tiltak.status].navn)

    @property
    def alder(self) -> str:
        """Where the status comes from when it is not from this year."""
        fra = self.tiltak.fra_ar
        if fra is None:
            return ""
        return _("fra %(ar)d") % {"ar": fra} if fra else _("aldri meldt")

    @property
    def endret_fra(self) -> str:
        """Last year's status where it was another one."""
        for_ = self.tiltak.i_fjor
        endret = for_ and for_ != self.tiltak.status and self.tiltak.fra_ar is None
        return str(STATUSER[for_].navn) if for_ and endret else ""


@dataclass(frozen=True)
class Kapittel:
    id: str
    nr: int
    tittel: str
    ingress: str
    rader: list[Kapittelrad]


def _kapittel(bilde: Arsbilde, omrade: Omradebilde) -> Kapittel:
    antall = diagram.tell(_statuser(omrade))
    deler = [f"{tallord(n)} {str(STATUSER[s].navn).lower()}" for s, n in antall.items()]
    ingress_ = ngettext("%(n)s tiltak: %(deler)s.", "%(n)s tiltak: %(deler)s.", len(omrade.tiltak)) % {
        "n": tallord(len(omrade.tiltak)).capitalize(),
        "deler": _opplisting(deler),
    }
    return Kapittel(
        f"omrade-{omrade.nr}", omrade.nr, omrade.tittel, ingress_, [Kapittelrad(t, bilde.arene) for t in omrade.tiltak]
    )


def _celle(verdi: int | str | None) -> int | Skjult:
    return verdi if isinstance(verdi, int) else Skjult.UNDER


def _sakfigur(bilde: Arsbilde) -> SafeString | str:
    if not bilde.saker or all(v is None for v in bilde.saker[0].verdier):
        return ""
    par = [(str(ar), _celle(v)) for ar, v in zip(bilde.arene, bilde.saker[0].verdier, strict=True) if v is not None]
    return diagram.stolper(bilde.saker[0].navn, par, palett=TRYKK).svg


def stil(bilder: dict[str, str]) -> str:
    """The stylesheet: colours shared with the screen, status signs as backgrounds, then the print rules."""
    tokens = Path(_fil(TOKENS)).read_text()
    # on the blue field the shield is an outline; another municipality's arms stand as they are
    vapen = Path(_fil(VAPEN)).read_text().replace('fill="#0b5c7a"', 'fill="none" stroke="#fff" stroke-width="1.4"')
    tegn = "".join(f'.s-{status}{{background-image:url("{uri}")}}' for status, uri in bilder.items())
    return tokens + tegn + render_to_string("rapport/pdf.css", {"vapen": _bilde_uri(vapen)})


def _fil(navn: str) -> str:
    if path := finders.find(navn):
        return path
    raise FileNotFoundError(f"Mangler static/{navn}")


def lag_html(bilde: Arsbilde, kolofon: Kolofon, naa: datetime) -> str:
    """The whole report as HTML. Always bokmål: the document is the municipality's, not the reader's."""
    with translation.override("nb"):
        bilder = statusbilder()
        omrader = [(o.tittel, _statuser(o)) for o in bilde.omrader]
        return render_to_string(
            "rapport/pdf.html",
            {
                "bilde": bilde,
                "kolofon": kolofon,
                "stil": mark_safe(stil(bilder)),  # noqa: S308 - our own files
                "bilder": bilder,
                "ingress": ingress(bilde),
                "nokkeltall": nokkeltall(bilde),
                "omslag": diagram.omslag([(kortnavn(n), s) for n, s in omrader]).svg,
                "omrader": diagram.status_per_omrade(
                    [(f"{o.nr}. {o.tittel}", _statuser(o)) for o in bilde.omrader], palett=TRYKK
                ).svg,
                "legende": [
                    (s, str(STATUSER[s].navn), n) for s, n in diagram.tell(x for _n, r in omrader for x in r).items()
                ],
                "kapitler": [_kapittel(bilde, o) for o in bilde.omrader],
                "tidligere": bilde.arene[:-1],
                "sakfigur": _sakfigur(bilde),
                "kursfigur": diagram.stolper(
                    _("Deltakere på kurs"), [(str(ar), _celle(n)) for ar, n in bilde.deltakere], palett=TRYKK
                ).svg
                if bilde.deltakere
                else "",
                "hjul": diagram.aarshjul(
                    bilde.ar, bilde.aarshjul, palett=TRYKK, na=naa.month if naa.year == bilde.ar else None
                ).svg
                if bilde.aarshjul
                else "",
                "beslutning": rens(bilde.beslutning),
            },
        )

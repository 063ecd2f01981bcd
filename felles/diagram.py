"""Charts drawn on the server: plain numbers in, one SVG and its table out. The same on the web and in the PDF.

One function a kind. `<title>` is a whole sentence with the figures; colour never carries meaning alone; no style
attribute and no script, so the strictest policy lets it through (own drawing beat the libraries on all
three). On the web colours are variables of the theme; in the PDF they are written out.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from math import cos, pi, sin

from django.utils.functional import Promise
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from felles.skjerming import Celle, Skjult


@dataclass(frozen=True)
class Statusstil:
    """How one status looks: a shape, a sign and a colour, so that it survives black-and-white print."""

    navn: str | Promise
    form: str
    tegn: str
    farge: str


STATUSER: Mapping[str, Statusstil] = {
    "gjennomfort": Statusstil(gettext_lazy("Gjennomført"), "skive", "M-.5 .02L-.14 .4L.52-.38", "#0a71c0"),
    "i_rute": Statusstil(gettext_lazy("I rute"), "skive", "M-.2-.44L.26 0L-.2 .44", "#068718"),
    "noe_forsinket": Statusstil(gettext_lazy("Noe forsinket"), "trekant", "M0-.4V.16M0 .46V.5", "#edb055"),
    "star_stille": Statusstil(gettext_lazy("Står stille"), "firkant", "M-.25-.42V.42M.25-.42V.42", "#c01b1b"),
    "ikke_startet": Statusstil(gettext_lazy("Ikke startet"), "ring", "", "#727a81"),
    "tatt_ut": Statusstil(gettext_lazy("Tatt ut av planen"), "strek", "M-.45 0H.45", "#555e67"),
}


@dataclass(frozen=True)
class Palett:
    """Where the colours come from: the theme's variables on the web, written out in the PDF."""

    status: Mapping[str, str]
    tekst: str = "#222d36"
    dempet: str = "#555e67"
    flate: str = "#ffffff"
    framhevet: str = "#0b5c7a"
    framhevet_tekst: str = "#ffffff"
    svak: str = "#a2c1cc"
    tom: str = "#f3f4f4"
    tegn: str = "#ffffff"
    forsinket_tegn: str = "#222d36"
    forsinket_kant: str = "#a56d13"
    skrift: str = ""


TRYKK = Palett(status={navn: stil.farge for navn, stil in STATUSER.items()}, skrift="Inter")
NETT = Palett(
    status={navn: f"var(--hp-{navn.replace('_', '-')})" for navn in STATUSER},
    tekst="var(--hp-tekst)",
    dempet="var(--hp-tekst-dempet)",
    flate="var(--hp-flate)",
    framhevet="var(--hp-aksent)",
    framhevet_tekst="var(--hp-aksent-kontrast)",
    svak="var(--hp-aksent-kant)",
    tom="var(--hp-flate-dempet)",
    tegn="var(--hp-tegn)",
    forsinket_tegn="var(--hp-noe-forsinket-tegn)",
    forsinket_kant="var(--hp-noe-forsinket-kant)",
)


@dataclass(frozen=True)
class Tabell:
    """The same figures as text, for those who read rather than look."""

    tittel: str
    kolonner: tuple[str, ...]
    rader: tuple[tuple[str, ...], ...]

    def html(self) -> SafeString:
        return format_html(
            '<table class="hp-diagramtabell"><caption>{}</caption><thead><tr>{}</tr></thead><tbody>{}</tbody></table>',
            self.tittel,
            format_html_join("", '<th scope="col">{}</th>', ((k,) for k in self.kolonner)),
            format_html_join(
                "", "<tr>{}</tr>", ((format_html_join("", "<td>{}</td>", ((c,) for c in rad)),) for rad in self.rader)
            ),
        )


@dataclass(frozen=True)
class Diagram:
    """What a chart function returns."""

    svg: SafeString
    tabell: Tabell
    setning: str = field(default="")


def tall_som_tekst(celle: Celle) -> str:
    """A figure as every reader meets it: digits, or the word that stands for a hidden one."""
    return str(celle.tekst) if isinstance(celle, Skjult) else str(celle)


def _n(verdi: float) -> str:
    return f"{verdi:.1f}".rstrip("0").rstrip(".")


def _svg(navn: str, bredde: float, hoyde: float, setning: str, innhold: Iterable[str], palett: Palett) -> SafeString:
    skrift = format_html(' font-family="{}"', palett.skrift) if palett.skrift else ""
    return format_html(
        '<svg xmlns="http://www.w3.org/2000/svg" class="hp-diagram hp-diagram-{}" role="img"'
        ' viewBox="0 0 {} {}" width="{}" height="{}"{}><title>{}</title>{}</svg>',
        navn,
        _n(bredde),
        _n(hoyde),
        _n(bredde),
        _n(hoyde),
        skrift,
        setning,
        mark_safe("".join(innhold)),  # noqa: S308 - every part is made by format_html below
    )


def _tegn(status: str, x: float, y: float, skala: float, farge: str) -> str:
    """The sign inside a shape."""
    if not (path := STATUSER[status].tegn):
        return ""
    return format_html(
        '<path d="{}" transform="translate({} {}) scale({})" fill="none" stroke="{}" stroke-width=".28"'
        ' stroke-linecap="round" stroke-linejoin="round"/>',
        path,
        _n(x),
        _n(y),
        _n(skala),
        farge,
    )


def _tekst(x: float, y: float, tekst: str, palett: Palett, **valg: object) -> str:
    attributter = {"font-size": 14, "fill": palett.tekst} | {k.replace("_", "-"): v for k, v in valg.items()}
    return format_html(
        '<text x="{}" y="{}"{}>{}</text>',
        _n(x),
        _n(y),
        format_html_join("", ' {}="{}"', attributter.items()),
        tekst,
    )


def _rute(status: str, x: float, y: float, bredde: float, hoyde: float, palett: Palett, med_tegn: bool) -> str:
    """One tiltak as a cell."""
    farge = palett.status[status]
    tom = status in ("ikke_startet", "tatt_ut")
    kant = palett.forsinket_kant if status == "noe_forsinket" and med_tegn else farge
    rute = format_html(
        '<rect x="{}" y="{}" width="{}" height="{}" rx="4" fill="{}" stroke="{}" stroke-width="1.4"{}/>',
        _n(x + 0.7),
        _n(y + 0.7),
        _n(bredde - 1.4),
        _n(hoyde - 1.4),
        palett.flate if tom else farge,
        kant,
        mark_safe(' stroke-dasharray="3 3"') if status == "tatt_ut" else "",
    )
    if not med_tegn:
        return rute
    tegnfarge = farge if tom else palett.forsinket_tegn if status == "noe_forsinket" else palett.tegn
    return rute + _tegn(status, x + bredde / 2, y + hoyde / 2, min(bredde, hoyde) * 0.36, tegnfarge)


def _form(status: str, r: float, palett: Palett) -> str:
    stil, farge = STATUSER[status], palett.status[status]
    if stil.form == "skive":
        return format_html('<circle cx="{0}" cy="{0}" r="{0}" fill="{1}"/>', _n(r), farge)
    if stil.form == "trekant":
        punkter = f"{_n(r)},{_n(r * 0.12)} {_n(r * 1.94)},{_n(r * 1.86)} {_n(r * 0.06)},{_n(r * 1.86)}"
        return format_html(
            '<polygon points="{}" fill="{}" stroke="{}" stroke-width="1.2" stroke-linejoin="round"/>',
            punkter,
            farge,
            palett.forsinket_kant,
        )
    if stil.form == "firkant":
        return format_html(
            '<rect x="{0}" y="{0}" width="{1}" height="{1}" rx="2" fill="{2}"/>', _n(r * 0.1), _n(r * 1.8), farge
        )
    return format_html(
        '<circle cx="{0}" cy="{0}" r="{1}" fill="{2}" stroke="{3}" stroke-width="1.5"/>',
        _n(r),
        _n(r - 1),
        palett.flate,
        farge,
    )


def statustegn(status: str, *, palett: Palett = NETT, storrelse: float = 16) -> SafeString:
    """One status as a small sign with its name as text alternative: five shapes, not five colours."""
    r = storrelse / 2
    farge = {"noe_forsinket": palett.forsinket_tegn, "tatt_ut": palett.status[status]}.get(status, palett.tegn)
    midt = r * 1.18 if STATUSER[status].form == "trekant" else r
    skala = r * (0.72 if STATUSER[status].form == "trekant" else 0.95)
    deler = [_form(status, r, palett), _tegn(status, r, midt, skala, farge)]
    return _svg("tegn", storrelse, storrelse, str(STATUSER[status].navn), deler, palett)


def tell(statuser: Iterable[str]) -> dict[str, int]:
    """How many of each, in the order everybody reads them, without those that nobody has."""
    antall = Counter(statuser)
    return {status: antall[status] for status in STATUSER if antall[status]}


def i_rute_eller_gjennomfort(statuser: Sequence[str]) -> int:
    """The one number of the plan: how many are on track or done."""
    return sum(status in ("i_rute", "gjennomfort") for status in statuser)


def _antallstekst(statuser: Sequence[str]) -> str:
    deler = [f"{antall} {str(STATUSER[status].navn).lower()}" for status, antall in tell(statuser).items()]
    return ", ".join(deler)


def _planens_setning(statuser: Sequence[str]) -> str:
    return _("%(gode)d av %(alle)d tiltak er i rute eller gjennomført: %(antall)s.") % {
        "gode": i_rute_eller_gjennomfort(statuser),
        "alle": len(statuser),
        "antall": _antallstekst(statuser),
    }


def _antallstabell(tittel: str, statuser: Sequence[str]) -> Tabell:
    rader = tuple((str(STATUSER[s].navn), str(antall)) for s, antall in tell(statuser).items())
    return Tabell(tittel, (_("Status"), _("Antall tiltak")), rader)


def statuslinje(statuser: Sequence[str], *, palett: Palett = NETT) -> Diagram:
    """All tiltak on one line, best first: how the plan stands, counted by eye."""
    rekke = [status for status, antall in tell(statuser).items() for _nr in range(antall)]
    bredde, hoyde, mellom = 36, 32, 4
    ruter = (_rute(s, i * (bredde + mellom), 0, bredde, hoyde, palett, True) for i, s in enumerate(rekke))
    setning = _planens_setning(statuser)
    svg = _svg("statuslinje", max(len(rekke), 1) * (bredde + mellom) - mellom, hoyde, setning, ruter, palett)
    return Diagram(svg, _antallstabell(_("Status for planen"), statuser), setning)


def omslag(omrader: Sequence[tuple[str, Sequence[str]]], *, palett: Palett = TRYKK) -> Diagram:
    """The strip on the cover: one cell a tiltak in the plan's order, grouped by innsatsområde."""
    bredde, hoyde, mellom, gruppemellom = 31.0, 66.0, 3.0, 11.0
    x, deler = 0.0, []
    for navn, statuser in omrader:
        deler.append(_tekst(x, hoyde + 26, navn, palett, font_size=11.5, fill=palett.dempet))
        for status in statuser:
            deler.append(_rute(status, x, 0, bredde, hoyde, palett, False))
            x += bredde + mellom
        x += gruppemellom
    alle = [status for _navn, statuser in omrader for status in statuser]
    svg = _svg("omslag", max(x - gruppemellom - mellom, 1), hoyde + 32, _planens_setning(alle), deler, palett)
    return Diagram(svg, _antallstabell(_("Status for planen"), alle), _planens_setning(alle))


def status_per_omrade(omrader: Sequence[tuple[str, Sequence[str]]], *, palett: Palett = NETT) -> Diagram:
    """One line for each innsatsområde, one cell for each tiltak, best first."""
    etikett = 8 + 7.1 * max((len(navn) for navn, _s in omrader), default=0)
    bredde, hoyde, mellom, linje = 38.0, 26.0, 4.0, 34.0
    deler, storst = [], 0
    for nr, (navn, statuser) in enumerate(omrader):
        y = nr * linje
        deler.append(_tekst(0, y + hoyde / 2 + 5, navn, palett))
        rekke = [status for status, antall in tell(statuser).items() for _nr in range(antall)]
        storst = max(storst, len(rekke))
        deler += [
            _rute(s, etikett + i * (bredde + mellom), y, bredde, hoyde, palett, True) for i, s in enumerate(rekke)
        ]
    setning = " ".join(f"{navn}: {_antallstekst(statuser)}." for navn, statuser in omrader)
    svg = _svg(
        "omrader", etikett + storst * (bredde + mellom), max(len(omrader), 1) * linje - 6, setning, deler, palett
    )
    brukt = tell(s for _navn, statuser in omrader for s in statuser)
    tabell = Tabell(
        _("Status per innsatsområde"),
        (_("Innsatsområde"), *(str(STATUSER[s].navn) for s in brukt)),
        tuple((navn, *(str(list(statuser).count(s)) for s in brukt)) for navn, statuser in omrader),
    )
    return Diagram(svg, tabell, setning)


def stolper(
    tittel: str, verdier: Sequence[tuple[str, Celle]], *, enhet: str = "", palett: Palett = NETT, framhev: int = -1
) -> Diagram:
    """Lying bars with the number at the end; a hidden number has a dashed stub of fixed length and its word."""
    etikett = 12 + 7.4 * max((len(navn) for navn, _v in verdier), default=0)
    storst = max((v for _n_, v in verdier if isinstance(v, int)), default=0) or 1
    lengst, hoyde, linje = 340.0, 20.0, 31.0
    deler = []
    for nr, (navn, verdi) in enumerate(verdier):
        y, chosen = nr * linje, nr == framhev % len(verdier)
        bredde = lengst * verdi / storst if isinstance(verdi, int) else 22
        deler.append(_tekst(0, y + 15, navn, palett))
        if isinstance(verdi, int):
            farge, kant = (palett.framhevet if chosen else palett.svak), ""
        else:
            farge, kant = palett.flate, format_html(' stroke="{}" stroke-dasharray="3 3"', palett.dempet)
        if bredde:
            deler.append(
                format_html(
                    '<rect x="{}" y="{}" width="{}" height="{}" rx="3" fill="{}"{}/>',
                    _n(etikett),
                    _n(y + 0.5),
                    _n(max(bredde, 2)),
                    _n(hoyde),
                    farge,
                    kant,
                )
            )
        deler.append(_tekst(etikett + bredde + 8, y + 15, tall_som_tekst(verdi), palett, font_weight=600))
    setning = f"{tittel}: " + ", ".join(f"{navn} {tall_som_tekst(v)}" for navn, v in verdier) + "."
    hoyde_alt = max(len(verdier), 1) * linje - 9
    tabell = Tabell(tittel, ("", enhet or _("Antall")), tuple((navn, tall_som_tekst(verdi)) for navn, verdi in verdier))
    return Diagram(_svg("stolper", etikett + lengst + 80, hoyde_alt, setning, deler, palett), tabell, setning)


def maneder() -> tuple[str, ...]:
    """Short names of the months, as they stand in the wheel."""
    return (
        _("jan"), _("feb"), _("mars"), _("april"), _("mai"), _("juni"),
        _("juli"), _("aug"), _("sep"), _("okt"), _("nov"), _("des"),
    )  # fmt: skip


def _sektor(mnd: int, ytre: float, indre: float, x: float, y: float) -> str:
    luft = 0.6 * pi / 180
    fra, til = (mnd - 1) * pi / 6 + luft, mnd * pi / 6 - luft
    hjorner = [(x + r * sin(v), y - r * cos(v)) for r, v in ((ytre, fra), (ytre, til), (indre, til), (indre, fra))]
    a, b, c, d = (f"{_n(px)} {_n(py)}" for px, py in hjorner)
    return f"M{a}A{_n(ytre)} {_n(ytre)} 0 0 1 {b}L{c}A{_n(indre)} {_n(indre)} 0 0 0 {d}Z"


def aarshjul(ar: int, poster: Sequence[tuple[int, str]], *, palett: Palett = NETT, na: int | None = None) -> Diagram:
    """The year as a ring of months, what happens in each month outside it; `na` is the month we are in."""
    bredde, hoyde, ytre, indre = 680.0, 400.0, 148.0, 98.0
    x, y, navn = bredde / 2, hoyde / 2, maneder()
    i_mnd = {mnd: [tekst for m, tekst in poster if m == mnd] for mnd in range(1, 13)}
    deler = [
        _tekst(x, y + 6, str(ar), palett, font_size=36, font_weight=600, text_anchor="middle"),
        _tekst(x, y + 30, _("årshjul"), palett, fill=palett.dempet, text_anchor="middle"),
    ]
    for mnd in range(1, 13):
        chosen = mnd == na
        farge = palett.framhevet if chosen else f"{palett.svak}" if i_mnd[mnd] else palett.tom
        styrke = "" if chosen or not i_mnd[mnd] else mark_safe(' fill-opacity=".45"')
        deler.append(format_html('<path d="{}" fill="{}"{}/>', _sektor(mnd, ytre, indre, x, y), farge, styrke))
        vinkel = (mnd - 0.5) * pi / 6
        midt = (ytre + indre) / 2
        stil = {"fill": palett.framhevet_tekst, "font_weight": 600} if chosen else {}
        deler.append(
            _tekst(
                x + midt * sin(vinkel), y - midt * cos(vinkel) + 5, navn[mnd - 1], palett, text_anchor="middle", **stil
            )
        )
        if i_mnd[mnd]:
            deler.append(_hjuletikett(i_mnd[mnd], vinkel, x, y, ytre, palett))
    rader = tuple((navn[mnd - 1], ", ".join(tekster)) for mnd, tekster in i_mnd.items() if tekster)
    setning = _("Årshjul for %(ar)d.") % {"ar": ar} + "".join(f" {mnd}: {tekst}." for mnd, tekst in rader)
    tabell = Tabell(_("Årshjul for %(ar)d") % {"ar": ar}, (_("Måned"), _("Hva")), rader)
    return Diagram(_svg("aarshjul", bredde, hoyde, setning, deler, palett), tabell, setning)


def _hjuletikett(tekster: list[str], vinkel: float, x: float, y: float, ytre: float, palett: Palett) -> str:
    """The first thing of the month by name and how many more; the table has them all."""
    tekst, flere = tekster[0], len(tekster) - 1
    if len(tekst) > 26:
        tekst = tekst[:25].rstrip() + "…"
    if flere:
        tekst += ngettext(" og %(n)d til", " og %(n)d til", flere) % {"n": flere}
    anker = "start" if sin(vinkel) > 0 else "end"
    return _tekst(x + (ytre + 12) * sin(vinkel), y - (ytre + 14) * cos(vinkel) + 5, tekst, palett, text_anchor=anker)

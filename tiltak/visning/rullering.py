"""What is shown of a revision: old beside new, with what was added and taken out."""

from dataclasses import dataclass, field
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from felles.dato import langdato
from felles.skjema import forskjell

from ..choices import Statuskrav, Tiltakstype, Utfall
from ..lesing.innhenting import innhenting
from ..models import Ansvar, Plan, Rullering, Rulleringskobling, Rulleringstiltak, Statusrapport, Statusrunde, Tiltak
from ..services.rullering import ansvar_som_tekst, som_del

FARGE = {
    Utfall.VIDEREFORT: "neutral",
    Utfall.ENDRET: "info",
    Utfall.SLATT_SAMMEN: "accent",
    Utfall.DELT: "accent",
    Utfall.UTGATT: "warning",
}


@dataclass
class Felt:
    navn: str
    deler: list[tuple[str, str]]


@dataclass
class Nytt:
    """A tiltak of the draft, with what differs from the one it came from, and its number once adopted."""

    tiltak: Rulleringstiltak
    felt: list[Felt] = field(default_factory=list)

    @property
    def nr(self) -> int | None:
        return self.tiltak.tiltak.nr if self.tiltak.tiltak else None


@dataclass
class Gammelt:
    """One tiltak of the old edition and what became of it."""

    tiltak: Tiltak
    utfall: str | Promise = ""
    farge: str = "danger"
    begrunnelse: str = ""
    til: list[Nytt] = field(default_factory=list)


@dataclass
class Endringsbilde:
    gamle: list[Gammelt]
    nye: list[Nytt]

    @property
    def uendret(self) -> int:
        return sum(rad.utfall == Utfall.VIDEREFORT.label for rad in self.gamle)


def endringsbilde(rullering: Rullering) -> Endringsbilde:
    """Every old tiltak in its order, then what is new. Four queries, whatever the size."""
    parter: dict[int, list[Any]] = {}
    for ansvar in Ansvar.objects.filter(tiltak__plan=rullering.fra).gjeldende():
        parter.setdefault(ansvar.tiltak_id, []).append(som_del(ansvar))
    lenker: dict[int, list[Rulleringskobling]] = {}
    sources: set[Any] = set()
    rader = Rulleringskobling.objects.filter(rullering=rullering).select_related("til__tiltak")
    for rad in rader.order_by("til__omrade_nr", "til__plass"):
        lenker.setdefault(rad.fra_id, []).append(rad)
        sources.add(rad.til_id)
    old = [
        _gammelt(rullering, tiltak, lenker.get(tiltak.pk, []), parter.get(tiltak.pk, []))
        for tiltak in rullering.fra.tiltak.select_related("innsatsomrade").order_by("nr")
    ]
    utkastene = rullering.tiltak.select_related("tiltak")
    return Endringsbilde(old, [Nytt(utkast) for utkast in utkastene if utkast.pk not in sources])


def _gammelt(
    rullering: Rullering, tiltak: Tiltak, lenker: list[Rulleringskobling], parter: list[dict[str, Any]]
) -> Gammelt:
    if not lenker:
        return Gammelt(tiltak, _("Mangler"))
    first = lenker[0]
    return Gammelt(
        tiltak,
        utfall=str(first.get_utfall_display()),
        farge=FARGE[Utfall(first.utfall)],
        begrunnelse=first.begrunnelse,
        til=[Nytt(lenke.til, _felt(rullering, tiltak, lenke.til, parter)) for lenke in lenker if lenke.til],
    )


def _felt(rullering: Rullering, old: Tiltak, new: Rulleringstiltak, parter: list[dict[str, Any]]) -> list[Felt]:
    """Only what differs."""
    steder = rullering.omrader
    pairs = (
        (_("Tittel"), old.tittel, new.tittel),
        (_("Kort fortalt"), old.sammendrag, new.sammendrag),
        (_("Slags tiltak"), str(Tiltakstype(old.type).label), str(Tiltakstype(new.type).label)),
        (_("År planen lover"), str(old.fristar or ""), str(new.fristar or "")),
        (_("Innsatsområde"), old.innsatsomrade.tittel, steder[new.omrade_nr - 1]),
        (_("Ansvarlige"), _en_linje(parter), _en_linje(new.ansvar)),
    )
    return [Felt(navn, forskjell(before, after)) for navn, before, after in pairs if before != after]


def _en_linje(parter: list[dict[str, Any]]) -> str:
    return ansvar_som_tekst(parter).replace("\n", ", ")


def folger(fra: Plan) -> list[str]:
    """What the adoption ends besides the edition itself: an open round of asking, and reports nobody has agreed to."""
    found = []
    if runde := Statusrunde.objects.filter(plan=fra, avsluttet__isnull=True).first():
        status = innhenting(runde)
        tekst = _(
            "En innhenting av status med frist %(frist)s er i gang. %(svart)s av %(spurt)s har svart. Den avsluttes, "
            "og ingen får flere påminnelser. Svarene står. Resten kan du be om på nytt i den nye utgaven."
        )
        verdier = {"frist": langdato(runde.frist), "svart": len(status.svart), "spurt": len(status.rader)}
        found.append(tekst % verdier)
    waiting = Statusrapport.objects.gjeldende().filter(tiltak__plan=fra, vurdering__isnull=True)
    numre = list(waiting.exclude(krever=Statuskrav.INGEN).order_by("tiltak__nr").values_list("tiltak__nr", flat=True))
    if numre:
        tekst = ngettext(
            "Status for tiltak %(nr)s venter på godkjenning. Etter vedtaket kan den ikke godkjennes.",
            "Status for tiltak %(nr)s venter på godkjenning. Etter vedtaket kan de ikke godkjennes.",
            len(numre),
        )
        found.append(tekst % {"nr": ", ".join(map(str, numre))})
    return found


def ubesvart(fra: Plan) -> int | None:
    """How many tiltak an open round still waits for; None where nobody is asked."""
    runde = Statusrunde.objects.filter(plan=fra, avsluttet__isnull=True).first()
    return len(innhenting(runde).mangler) if runde else None


def avsluttet(mangler: int) -> str:
    """The receipt for the round that ended with its edition."""
    if not mangler:
        return _("Innhentingen av status er avsluttet. Alle som ble spurt, har svart.")
    tekst = ngettext(
        "Innhentingen av status er avsluttet. %(antall)s tiltak manglet svar. Be om status på nytt i denne utgaven.",
        "Innhentingen av status er avsluttet. %(antall)s tiltak manglet svar. Be om status på nytt i denne utgaven.",
        mangler,
    )
    return tekst % {"antall": mangler}

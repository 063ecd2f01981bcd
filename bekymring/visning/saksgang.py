"""The workflow tables as a page people can read and correct: `manage.py saksgang` writes docs/saksgang.md."""

from collections.abc import Iterable, Mapping, Sequence

from django.utils.functional import Promise
from django.utils.translation import override

from ..choices import APNE, Flytrolle, Mentortilstand, Samtaletilstand, Tilstand
from ..krav import Krav
from ..workflow import MENTORGANG, NY, SAKSGANG, SAMTALEGANG, TRINN, Overgang


def som_markdown() -> str:
    """The whole page, in bokmål, from the tables alone."""
    with override("nb"):
        deler = (
            "# Saksgangen\n\nDenne siden er laget av `manage.py saksgang` fra `bekymring/workflow.py`. "
            "Endre tabellen, ikke siden.\n\nEt utkast er ikke en tilstand: det er bare synlig for den som skriver.",
            "## Slik ser brukeren det\n\n" + _trinn(),
            "## Tegning\n\n" + _tegning(),
            "## Alle steg i en sak\n\n" + _tabell(SAKSGANG, dict(Tilstand.choices)),
            "## Det som må være oppfylt\n\n" + _kilder(),
            "## Steg i en samtale\n\n" + _tabell(SAMTALEGANG, dict(Samtaletilstand.choices)),
            "## Steg i et mentorforløp\n\n" + _tabell(MENTORGANG, dict(Mentortilstand.choices)),
        )
        return "\n\n".join(deler) + "\n"


def _trinn() -> str:
    return "\n".join(
        f"{nummer}. {navn}: {', '.join(str(t.label) for t in tilstander)}"
        for nummer, (navn, tilstander) in enumerate(TRINN, start=1)
    )


def _tegning() -> str:
    linjer = ["```mermaid", "stateDiagram-v2"]
    linjer += [f"    {t.value} : {t.label}" for t in Tilstand]
    for o in SAKSGANG:
        if o.fra == APNE:
            linjer.append(f"    note right of {o.til} : {o.etikett}, fra alle åpne tilstander")
            continue
        linjer += [f"    {fra or '[*]'} --> {o.til} : {o.etikett}" for fra in o.fra]
    return "\n".join([*linjer, "```"])


def _tabell(gang: Sequence[Overgang], navn: Mapping[str, str | Promise]) -> str:
    linjer = ["| steg | fra | til | hvem | må være oppfylt | kan angres |", "|---|---|---|---|---|---|"]
    for o in gang:
        fra = "alle åpne" if o.fra == APNE else ", ".join(str(navn[f]) if f != NY else "(ny)" for f in o.fra)
        angres = "ja" if o.angrbar else ""
        linjer.append(f"| {o.etikett} | {fra} | {navn[o.til]} | {_roller(o.roller)} | {_krav(o.krav)} | {angres} |")
    return "\n".join(linjer)


def _roller(roller: Iterable[Flytrolle]) -> str:
    return ", ".join(str(rolle.label) for rolle in roller)


def _krav(krav: Iterable[Krav]) -> str:
    """One sentence: what must be met, in words."""
    tekst = "; ".join(k.tekst for k in krav)
    return f"{tekst[:1].upper()}{tekst[1:]}." if tekst else ""


def _kilder() -> str:
    """Where each requirement comes from, and the moves that ask for it."""
    linjer = ["| må være oppfylt | steg | kilde |", "|---|---|---|"]
    for krav in dict.fromkeys(k for o in SAKSGANG for k in o.krav):
        steg = ", ".join(dict.fromkeys(str(o.etikett) for o in SAKSGANG if krav in o.krav))
        linjer.append(f"| {_krav([krav])} | {steg} | {krav.kilde or 'eget valg'} |")
    return "\n".join(linjer)

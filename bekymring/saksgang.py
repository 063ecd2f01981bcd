"""The workflow tables as a page people can read and correct: `manage.py saksgang` writes docs/saksgang.md."""

from collections.abc import Iterable, Sequence

from django.utils.translation import override

from .choices import APNE, Flytrolle, Mentortilstand, Samtaletilstand, Tilstand
from .krav import Krav
from .workflow import MENTORGANG, NY, SAKSGANG, SAMTALEGANG, TRINN, Delovergang, Overgang


def som_markdown() -> str:
    """The whole page, in bokmål, from the tables alone."""
    with override("nb"):
        deler = (
            "# Saksgangen\n\nDenne siden er laget av `manage.py saksgang` fra `bekymring/workflow.py`. "
            "Endre tabellen, ikke siden.\n\nEt utkast er ikke en tilstand: det er bare synlig for den som skriver.",
            "## Slik ser brukeren det\n\n" + _trinn(),
            "## Tegning\n\n" + _tegning(),
            "## Alle steg i en sak\n\n" + _tabell(SAKSGANG, dict(Tilstand.choices)),
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
    for o in SAKSGANG:
        if o.fra == APNE:
            linjer.append(f"    note right of {o.til} : {o.navn}, fra alle åpne tilstander")
            continue
        linjer += [f"    {fra or '[*]'} --> {o.til} : {o.navn}" for fra in o.fra]
    return "\n".join([*linjer, "```"])


def _tabell(gang: Sequence[Overgang | Delovergang], navn: dict[str, str]) -> str:
    linjer = ["| steg | fra | til | hvem | må være oppfylt | kan angres |", "|---|---|---|---|---|---|"]
    for o in gang:
        fra = "alle åpne" if o.fra == APNE else ", ".join(str(navn[f]) if f != NY else "(ny)" for f in o.fra)
        angres = "ja" if getattr(o, "angrbar", False) else ""
        linjer.append(
            f"| {o.navn} | {fra} | {navn[o.til]} | {_roller(o.roller)} | {_krav(getattr(o, 'krav', ()))} | {angres} |"
        )
    return "\n".join(linjer)


def _roller(roller: Iterable[Flytrolle]) -> str:
    return ", ".join(str(rolle.label) for rolle in roller)


def _krav(krav: Iterable[Krav]) -> str:
    return ", ".join(k.__name__ for k in krav)

"""Is this a whole plan? What is missing is said, one sentence each."""

import re

from django.utils.translation import gettext as _

from .funn import Lesing

NESTEN = re.compile(r"^\W*(?:tiltak\b|\d+(?:\.\d+)*[.:)]?\s+\w|[a-z]\d+\b)|.*\b(?:ansvarl[ie]g|frist)\b", re.IGNORECASE)
EKSEMPEL = """  Innsatsområde 1: Kunnskap

  Tiltak 1.1 Temadag
  Ansvarlig: NAV
  Frist: 01.10.2028"""


def finn_feil(lesing: Lesing) -> list[str]:
    """Why this reading must not be written. Empty when the document holds together."""
    if not lesing.tiltak:
        return [_ingen_tiltak(lesing)]
    if lesing.sjanger == "annen":
        return _another(lesing)
    return [*_numbers(lesing), *_parts(lesing), *_overview(lesing)]


def _ingen_tiltak(lesing: Lesing) -> str:
    """What was looked for, how it may look, and the lines that came nearest."""
    near = [linje for linje in lesing.linjer if NESTEN.match(linje.tekst)][:5]
    shown = "\n".join(f"  {linje.nr}: {linje.tekst}" for linje in near) or "  " + _("ingen")
    return "\n".join(
        [
            _("Fant ingen tiltak. Dette er ikke en handlingsplan på formen løsningen kan lese."),
            _("Det ble lett etter linjer som begynner med «Tiltak 1.1», «Tiltak 1:» eller «1.1», og etter tabeller."),
            _("Slik kan det se ut:"),
            EKSEMPEL,
            _("Linjer som ligner på tiltak:"),
            shown,
        ]
    )


def _another(lesing: Lesing) -> list[str]:
    """Another municipality's plan: it counts in its own way, and may lack what ours has."""
    errors = [] if lesing.tittel else [_("Fant ikke tittelen på planen.")]
    if any(tiltak.omrade == 0 for tiltak in lesing.tiltak):
        errors.append(_("Noen tiltak står ikke under et mål eller innsatsområde."))
    marks = [tiltak.merke for tiltak in lesing.tiltak if tiltak.merke]
    if doubles := sorted({mark for mark in marks if marks.count(mark) > 1}):
        steder = {mark: [str(t.linje) for t in lesing.tiltak if t.merke == mark] for mark in doubles}
        nr = ", ".join(_("%(nr)s (linje %(linjer)s)") % {"nr": m, "linjer": " og ".join(steder[m])} for m in doubles)
        errors.append(
            _("Disse tiltaksnumrene står flere ganger: %(nr)s. Gi hvert tiltak sitt eget nummer, som 1.1 og 2.1.")
            % {"nr": nr}
        )
    errors += [_("Mål %(nr)s mangler tittel.") % {"nr": omrade.nr} for omrade in lesing.omrader if not omrade.tittel]
    return errors


def _numbers(lesing: Lesing) -> list[str]:
    found = [tiltak.nr for tiltak in lesing.tiltak]
    errors = []
    if found != list(range(1, len(found) + 1)):
        errors.append(_("Tiltakene er ikke nummerert fra 1 uten hull: %(nr)s.") % {"nr": ", ".join(map(str, found))})
    omrader = [omrade.nr for omrade in lesing.omrader]
    if omrader != list(range(1, len(omrader) + 1)) or not omrader:
        errors.append(_("Innsatsområdene er ikke nummerert fra 1 uten hull."))
    if lesing.sier_antall and lesing.sier_antall != (len(found), len(omrader)):
        errors.append(
            _("Planen sier %(t)s tiltak i %(o)s innsatsområder, men fila har %(ft)s i %(fo)s. Er hele fila med?")
            % {"t": lesing.sier_antall[0], "o": lesing.sier_antall[1], "ft": len(found), "fo": len(omrader)}
        )
    return errors


def _parts(lesing: Lesing) -> list[str]:
    errors = []
    for tiltak in lesing.tiltak:
        if not tiltak.tittel:
            errors.append(_("Tiltak %(nr)s mangler tittel.") % {"nr": tiltak.nr})
        if not tiltak.ordlyd:
            errors.append(_("Tiltak %(nr)s mangler tekst.") % {"nr": tiltak.nr})
        if not tiltak.ansvar:
            errors.append(_("Tiltak %(nr)s mangler ansvarslinje.") % {"nr": tiltak.nr})
    for kode in ("forord", "bakgrunn", "veien_fremover"):
        if not lesing.avsnitt.get(kode):
            errors.append(_("Fant ikke delen «%(del)s».") % {"del": kode.replace("_", " ")})
    return errors


def _overview(lesing: Lesing) -> list[str]:
    errors = []
    if missing := {tiltak.nr for tiltak in lesing.tiltak} ^ set(lesing.oversikt):
        errors.append(
            _("Tiltaksoversikten og planen har ikke de samme tiltakene: %(nr)s.")
            % {"nr": ", ".join(map(str, sorted(missing)))}
        )
    if not lesing.mulige:
        errors.append(_("Fant ingen mulige tiltak på slutten. Er hele fila med?"))
    elif lesing.mulige[-1].ordlyd[-1:] not in ".?»)":
        errors.append(_("Fila slutter midt i en setning. Er hele fila med?"))
    return errors

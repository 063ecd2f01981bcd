"""What the pages of possible tiltak show: where each stands, what happened, and what may be done now."""

from collections import defaultdict
from typing import Any

from django.utils.translation import gettext as _

from brukere.models import Bruker
from felles.dato import langdato

from ..choices import Muligtilstand
from ..models import MuligHendelse, MuligTiltak, Plan
from ..policy import can_flytte_mulig
from ..services.mulige import i_kjede, tilstand
from ..workflow import MULIGE_OVERGANGER

FARGE = {
    Muligtilstand.IDE: "neutral",
    Muligtilstand.VURDERT: "info",
    Muligtilstand.FORESLATT: "accent",
    Muligtilstand.VEDTATT: "success",
    Muligtilstand.AVVIST: "neutral",
}
IKON = {
    Muligtilstand.IDE: "ArrowsCirclepath",
    Muligtilstand.VURDERT: "PencilLine",
    Muligtilstand.FORESLATT: "ArrowRight",
    Muligtilstand.VEDTATT: "CheckmarkCircle",
    Muligtilstand.AVVIST: "XMark",
}


def alle_mulige(plan: Plan) -> list[dict[str, Any]]:
    """Every possible tiltak with its state. Two queries."""
    events: dict[int, list[MuligHendelse]] = defaultdict(list)
    for row in MuligHendelse.objects.filter(mulig__plan=plan).select_related("tiltak"):
        events[row.mulig_id].append(row)
    rows = []
    for mulig in plan.mulige_tiltak.all():
        chain = i_kjede(events[mulig.pk])
        state = tilstand(chain)
        made = chain[-1].tiltak if chain else None
        rows.append({"mulig": mulig, "tilstand": state.label, "farge": FARGE[state], "ble": made})
    return rows


def ett_mulig(mulig: MuligTiltak, user: Bruker) -> dict[str, Any]:
    """One of them, its chain newest first, and the moves that lie open to the user."""
    events = MuligHendelse.objects.filter(mulig=mulig).select_related("av", "vedtak", "tiltak", "mulig")
    chain = i_kjede(list(events))
    state = tilstand(chain)
    moves = [move for move in MULIGE_OVERGANGER if state in move.fra and can_flytte_mulig(user, move)]
    return {
        "mulig": mulig,
        "tilstand": state.label,
        "farge": FARGE[state],
        "ble": chain[-1].tiltak if chain else None,
        "hendelser": [_innslag(row) for row in reversed(chain)],
        "overganger": moves if mulig.plan.er_gjeldende else [],
    }


def _innslag(row: MuligHendelse) -> dict[str, Any]:
    lines = [row.begrunnelse] if row.begrunnelse else []
    if row.vedtak:
        decision = _("%(organ)s %(dato)s, sak %(nr)s")
        values = {"organ": row.vedtak.organ, "dato": langdato(row.vedtak.dato), "nr": row.vedtak.saksnummer}
        text = decision % values
        lines.insert(0, text[:1].upper() + text[1:])
    return {
        "ikon": IKON[Muligtilstand(row.til)],
        "tittel": row.get_til_display(),
        "tid": row.tid,
        "hvem": str(row.av),
        "tekst": "\n".join(lines),
    }

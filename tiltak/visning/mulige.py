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
    hendelser: dict[int, list[MuligHendelse]] = defaultdict(list)
    for rad in MuligHendelse.objects.filter(mulig__plan=plan).select_related("tiltak"):
        hendelser[rad.mulig_id].append(rad)
    rader = []
    for mulig in plan.mulige_tiltak.all():
        chain = i_kjede(hendelser[mulig.pk])
        state = tilstand(chain)
        made = chain[-1].tiltak if chain else None
        rader.append({"mulig": mulig, "tilstand": state.label, "farge": FARGE[state], "ble": made})
    return rader


def ett_mulig(mulig: MuligTiltak, user: Bruker) -> dict[str, Any]:
    """One of them, its chain newest first, and the moves that lie open to the user."""
    hendelser = MuligHendelse.objects.filter(mulig=mulig).select_related("av", "vedtak", "tiltak", "mulig")
    chain = i_kjede(list(hendelser))
    state = tilstand(chain)
    moves = [move for move in MULIGE_OVERGANGER if state in move.fra and can_flytte_mulig(user, move)]
    return {
        "mulig": mulig,
        "tilstand": state.label,
        "farge": FARGE[state],
        "ble": chain[-1].tiltak if chain else None,
        "hendelser": [_innslag(rad) for rad in reversed(chain)],
        "overganger": moves if mulig.plan.er_gjeldende else [],
    }


def _innslag(rad: MuligHendelse) -> dict[str, Any]:
    linjer = [rad.begrunnelse] if rad.begrunnelse else []
    if rad.vedtak:
        decision = _("%(organ)s %(dato)s, sak %(nr)s")
        verdier = {"organ": rad.vedtak.organ, "dato": langdato(rad.vedtak.dato), "nr": rad.vedtak.saksnummer}
        tekst = decision % verdier
        linjer.insert(0, tekst[:1].upper() + tekst[1:])
    return {
        "ikon": IKON[Muligtilstand(rad.til)],
        "tittel": rad.get_til_display(),
        "tid": rad.tid,
        "hvem": str(rad.av),
        "tekst": "\n".join(linjer),
    }

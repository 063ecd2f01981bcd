"""Each krav as a truth table. `NEI` is what nobody has filled in yet: every krav must then say no."""

import pytest

from bekymring import krav
from bekymring.krav import Fakta
from bekymring.workflow import SAKSGANG

NEI = Fakta()
OK, MANGLER = True, False
TABELL = [
    (krav.droftet_eller_akutt, {}, MANGLER),
    (krav.droftet_eller_akutt, {"droftet_med_leder": True}, OK),
    (krav.droftet_eller_akutt, {"akutt": True}, OK),
    (krav.beskyttelse_og_gjort, {}, MANGLER),
    (krav.beskyttelse_og_gjort, {"beskyttelse": True}, MANGLER),
    (krav.beskyttelse_og_gjort, {"gjort": True}, MANGLER),
    (krav.beskyttelse_og_gjort, {"beskyttelse": True, "gjort": True}, OK),
    (krav.tekst_sett_over, {}, MANGLER),
    (krav.tekst_sett_over, {"tekst_bekreftet": True}, OK),
    (krav.gruppe_valgt, {}, MANGLER),
    (krav.gruppe_valgt, {"gruppe_valgt": True}, OK),
    (krav.uten_navn, {"modus": "anonym"}, OK),
    (krav.uten_navn, {"modus": "identifisert"}, MANGLER),
    (krav.uten_navn, {"modus": "familie"}, MANGLER),
    (krav.om_en_person, {"modus": "familie"}, MANGLER),
    (krav.om_en_person, {"aldersspenn": "16_17"}, OK),
    (krav.begrunnelse, {}, MANGLER),
    (krav.begrunnelse, {"begrunnelse": True}, OK),
    (krav.dialog_planlagt, {}, MANGLER),
    (krav.dialog_planlagt, {"dialog_planlagt": True}, OK),
    (krav.grunnlag_for_alle, {}, MANGLER),
    (krav.grunnlag_for_alle, {"uten_grunnlag": ("politiet",)}, MANGLER),
    (krav.grunnlag_for_alle, {"uten_grunnlag": ()}, OK),
    (krav.nytt_grunnlag, {}, MANGLER),
    (krav.nytt_grunnlag, {"nytt_grunnlag": True}, OK),
    (krav.mote_valgt, {}, MANGLER),
    (krav.mote_valgt, {"mote_valgt": True}, OK),
    (krav.barnet_hort, {"aldersspenn": "16_17"}, MANGLER),
    (krav.barnet_hort, {"aldersspenn": "16_17", "den_unges_syn": True}, MANGLER),
    (krav.barnet_hort, {"aldersspenn": "16_17", "barnets_beste": True}, MANGLER),
    (krav.barnet_hort, {"aldersspenn": "16_17", "den_unges_syn": True, "barnets_beste": True}, OK),
    (krav.barnet_hort, {"aldersspenn": ""}, MANGLER),
    (krav.barnet_hort, {"aldersspenn": "under_10"}, MANGLER),
    (krav.barnet_hort, {"aldersspenn": "18_24"}, OK),
    (krav.konklusjon_hel, {}, MANGLER),
    (krav.konklusjon_hel, {"konklusjoner": ((True, True, True),)}, OK),
    (krav.konklusjon_hel, {"konklusjoner": ((False, True, True),)}, MANGLER),
    (krav.konklusjon_hel, {"konklusjoner": ((True, False, True),)}, MANGLER),
    (krav.konklusjon_hel, {"konklusjoner": ((True, True, False),)}, MANGLER),
    (krav.konklusjon_hel, {"konklusjoner": ((True, True, True), (True, False, True))}, MANGLER),
    (krav.samtale_anbefalt, {}, MANGLER),
    (krav.samtale_anbefalt, {"samtale_anbefalt": True}, OK),
    (krav.spor_med_hjemmel, {}, MANGLER),
    (krav.spor_med_hjemmel, {"spor": "frivillig"}, OK),
    (krav.spor_med_hjemmel, {"spor": "palagt", "aldersspenn": "16_17"}, MANGLER),
    (krav.spor_med_hjemmel, {"spor": "palagt", "aldersspenn": "16_17", "palegg_hjemlet": True}, OK),
    (krav.spor_med_hjemmel, {"spor": "palagt", "aldersspenn": "18_24", "palegg_hjemlet": True}, MANGLER),
    (krav.foresatte_plan, {"aldersspenn": "13_15"}, MANGLER),
    (krav.foresatte_plan, {"aldersspenn": "13_15", "foresattkontakt": "ikke_aktuelt"}, MANGLER),
    (krav.foresatte_plan, {"aldersspenn": "13_15", "foresattkontakt": "politi"}, OK),
    (krav.foresatte_plan, {"aldersspenn": "16_17", "foresattkontakt": "ikke_aktuelt"}, MANGLER),
    (krav.foresatte_plan, {"aldersspenn": "25_pluss", "foresattkontakt": "ikke_aktuelt"}, OK),
    (krav.foresatte_plan, {"aldersspenn": "18_24", "foresattkontakt": "tjeneste"}, MANGLER),
    (krav.ingen_apen_samtale, {}, MANGLER),
    (krav.ingen_apen_samtale, {"apen_samtale": False}, OK),
    (krav.oppfolging_finnes, {}, MANGLER),
    (krav.oppfolging_finnes, {"oppfolging_finnes": True}, OK),
    (krav.skriftlig_samtykke, {}, MANGLER),
    (krav.skriftlig_samtykke, {"skriftlig_samtykke": True}, OK),
    (krav.frist, {}, MANGLER),
    (krav.frist, {"frist": True}, OK),
    (krav.ingen_apen_oppgave, {}, MANGLER),
    (krav.ingen_apen_oppgave, {"apne_oppgaver": 0}, OK),
    (krav.informert, {}, MANGLER),
    (krav.informert, {"informert": True}, OK),
    (krav.mottaker_bekreftet, {}, MANGLER),
    (krav.mottaker_bekreftet, {"mottaker_bekreftet": True}, OK),
]


@pytest.mark.parametrize(("funksjon", "fakta", "ventet"), TABELL)
def test_krav_says_yes_or_gives_a_sentence(funksjon, fakta, ventet):
    svar = funksjon(Fakta(**fakta))
    assert (svar is None) == ventet
    assert svar is None or str(svar).endswith(".")


def test_every_krav_in_the_workflow_is_in_this_table():
    brukt = {k.navn for o in SAKSGANG for k in o.krav}
    assert brukt == {funksjon.navn for funksjon, _, _ in TABELL}


def test_a_fact_nobody_has_collected_never_opens_a_move():
    """Defaults are «not met»: forgetting a fact in the service closes a move, it does not open one."""
    frie = {k.navn for o in SAKSGANG for k in o.krav if k(NEI) is None}
    assert frie == {"uten_navn"}

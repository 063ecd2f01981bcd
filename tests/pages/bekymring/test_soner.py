"""A marker in each zone; no page of anybody outside the zone has it, nor a trace that it is there."""

import pytest

from demo import regi

pytestmark = pytest.mark.django_db
MERKER = {
    "felles": "FELLESMERKE",
    "helse": "HELSEMERKE",
    "barnevern": "BARNEVERNMERKE",
    "skole": "SKOLEMERKE",
    "politi": "POLITIMERKE",
    "mentor": "MENTORMERKE",
}
SER = {
    "slt": {"felles"},
    "slt2": set(),
    "politi": {"felles", "politi"},
    "kjerneleder": {"felles", "skole"},
    "kjerne.helse": {"felles", "helse"},
    "kjerne.barnevern": {"felles", "barnevern"},
    "mentor": {"mentor"},
    "kjerne.vgs": set(),
    "laerer": set(),
    "radmann": set(),
    "personvern": set(),
    "system": set(),
    "fremmed": set(),
}


@pytest.fixture
def full_sak(pa_saksliste):
    """A case with a text in every zone, still open to the members of the group."""
    sak = pa_saksliste.sak
    for hvem, sone in (("kjerne.helse", "helse"), ("kjerne.barnevern", "barnevern"), ("kjerneleder", "skole")):
        regi.vurder(sak, hvem, sone, MERKER[sone])
    regi.vurder(sak, "kjerne.helse", "felles", MERKER["felles"])
    regi.konkluder(sak)
    pa_saksliste.samtale = regi.avtal_samtale(sak)
    regi.skriv_referat(pa_saksliste.samtale, enighet=MERKER["politi"])
    pa_saksliste.forlop = regi.foresla_mentor(sak)
    regi.flytt_mentor(pa_saksliste.forlop, "slt", "signer")
    regi.flytt_mentor(pa_saksliste.forlop, "mentor", "start")
    regi.logg_kontakt(pa_saksliste.forlop, MERKER["mentor"])
    return pa_saksliste


def sider(v):
    her, samtale, forlop = v.her, f"{v.her}samtale/{v.samtale.pk}/", f"{v.her}kontakt/{v.forlop.pk}/"
    return [
        "/bekymring/",
        "/bekymring/?vis=mine",
        her,
        her + "oppsummering/",
        her + "innsyn/",
        her + "vurdering/",
        her + "samtykke/",
        her + "steg/start_oppfolging/",
        samtale + "referat/",
        samtale + "flytt/",
        forlop,
        "/kjernegruppe/",
        f"/kjernegruppe/mote/{v.mote.ref}/",
        "/",
    ]


@pytest.mark.parametrize("hvem", SER)
def test_each_sees_the_texts_of_own_zones_and_no_others(som, full_sak, hvem):
    klient = som(hvem)
    alt = " ".join(klient.get(side).content.decode() for side in sider(full_sak))
    assert {sone for sone, merke in MERKER.items() if merke in alt} == SER[hvem]


def test_a_foreign_note_leaves_no_trace_in_the_timeline(som, full_sak):
    """beslutninger 4: no lock, no count, no date."""
    side = som("politi").get(full_sak.her).content.decode()
    assert side.count("Vurdering skrevet") == 1  # the shared one; three others exist
    assert "PadlockLocked" not in side
    assert "ikke har tilgang" not in side


def test_the_reporter_has_no_name_on_any_page(som, full_sak):
    for hvem in ("politi", "kjerneleder", "kjerne.helse"):
        alt = " ".join(som(hvem).get(side).content.decode() for side in sider(full_sak))
        assert "Per Haug" not in alt, hvem


def test_the_title_names_no_case(som, full_sak):
    side = som("politi").get(full_sak.her).content.decode()
    assert "<title>Sak – Handlingsplan</title>" in side


def test_case_pages_are_never_kept_by_the_browser(som, full_sak):
    for side in ("", "oppsummering/", "innsyn/"):
        assert "no-store" in som("slt").get(full_sak.her + side)["Cache-Control"]


def test_what_one_sees_on_the_meeting_page_is_shared_with_ones_instans(som, pa_saksliste):
    side = f"/kjernegruppe/mote/{pa_saksliste.mote.ref}/"
    assert pa_saksliste.sak.nummer in som("kjerne.helse").get(side).content.decode()
    assert som("kjerne.vgs").get(side).status_code == 404


def test_a_member_whose_instans_the_consent_does_not_name_sees_nothing(som, grupper):
    sak = regi.meld()
    regi.til_avklaring(sak)
    regi.gi_samtykke(sak, "skole-barnehagekontor", "helse")
    regi.steg(sak, "slt", "henvis")
    mote = regi.mote()
    regi.steg(sak, "kjerneleder", "sett_pa_saksliste", mote=mote)
    assert som("kjerne.helse").get(f"/bekymring/{sak.ref}/").status_code == 200
    assert som("kjerne.barnevern").get(f"/bekymring/{sak.ref}/").status_code == 404
    assert sak.nummer not in som("kjerne.barnevern").get(f"/kjernegruppe/mote/{mote.ref}/").content.decode()

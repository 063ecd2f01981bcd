"""Sharing (beslutninger 5): a copy of what is chosen, on a ground, for a time; taken back, it is gone at once."""

import re

import pytest
from django.db import DatabaseError, connection, transaction

from bekymring.lesing.innsyn import innsyn
from bekymring.models import Deling, Tekst
from demo import regi
from tests.factories.dager import Om
from tests.factories.saker import sql
from vern.kontekst import som as i_kontekst

from .skjema import send, valgene

pytestmark = pytest.mark.django_db
MERKE, ANNET = "HELSEMERKE sover bedre nå.", "HEMMELIGMERKE noe annet."


@pytest.fixture
def sak(pa_saksliste):
    """Health has two notes in her own zone, and a consent to share what health has written."""
    for merke in (MERKE, ANNET):
        regi.vurder(pa_saksliste.sak, "kjerne.helse", "helse", merke)
    pa_saksliste.helse = regi.samtykke_til_helse(pa_saksliste.sak, *regi.MOTTAKERE)
    return pa_saksliste


def grunnlag(sak, slug="barnevern"):
    with i_kontekst(regi.person("slt")):
        return sak.helse.grunnlag.get(mottaker__slug=slug)


def tekst_id(sak, merke=MERKE):
    helse = regi.person("kjerne.helse")
    with i_kontekst(helse) as ctx:
        ring = innsyn(ctx, [sak.sak], del_="test")
        return next(str(t.pk) for t in sak.sak.tekster.filter(sone="helse") if ring.apne(t) == merke)


def dele(klient, sak, **valgt):
    data = {
        "tekster": [tekst_id(sak)],
        "grunnlag": grunnlag(sak).pk,
        "hvem": "instans",
        "hvorfor": "Barnevernet skal vurdere hjelp hjemme.",
        "hvor_mye": "Bare det om søvn.",
        "til": f"{regi.om(10):%d.%m.%Y}",
    }
    return send(klient, sak.her + "deling/", **(data | valgt))


def leser(som, hvem, sak):
    return som(hvem).get(sak.her + "oppsummering/").content.decode()


def en_deling():
    with i_kontekst(regi.person("kjerne.helse")):
        return Deling.objects.get()


def test_only_the_chosen_text_reaches_only_the_service_the_ground_names(som, sak):
    assert MERKE not in leser(som, "kjerne.barnevern", sak)
    assert "Opplysningene er delt." in dele(som("kjerne.helse"), sak).content.decode()
    side = leser(som, "kjerne.barnevern", sak)
    assert MERKE in side and ANNET not in side
    assert "delt av Marit Sand fra helse, til" in side
    for hvem in ("slt", "kjerneleder"):
        side = leser(som, hvem, sak)
        assert MERKE not in side and "Marit Sand fra helse" not in side and "Opplysninger delt" not in side


def test_the_recipient_reads_no_need_and_the_sharer_lists_the_sharing(som, sak):
    dele(som("kjerne.helse"), sak)
    for side in ("", "oppsummering/"):
        assert "Barnevernet skal vurdere" not in som("kjerne.barnevern").get(sak.her + side).content.decode()
    assert "Barnevernet skal vurdere hjelp hjemme." in som("kjerne.helse").get(sak.her).content.decode()
    side = re.sub(r"\s+", " ", leser(som, "kjerne.helse", sak))
    assert "Fra helse til barnevern" in side and "Samtykke, Barnevern" in side and "Avslutt delingen" in side


def test_taken_back_it_is_gone_on_the_next_request_and_the_original_stays(som, sak):
    helse, barnevern = som("kjerne.helse"), som("kjerne.barnevern")
    dele(helse, sak)
    assert MERKE in barnevern.get(sak.her + "oppsummering/").content.decode()
    side = f"{sak.her}deling/{en_deling().pk}/avslutt/"
    assert "Mottakeren ser det ikke lenger." in helse.post(side, follow=True).content.decode()
    assert MERKE not in barnevern.get(sak.her + "oppsummering/").content.decode()
    assert MERKE in helse.get(sak.her + "oppsummering/").content.decode()
    assert helse.post(side).status_code == 302  # twice is once
    with i_kontekst(regi.person("kjerne.helse")):
        assert sak.sak.hendelser.filter(art="deling_slutt").count() == 1


def test_a_sharing_that_runs_out_is_gone(som, sak, rigg):
    dele(som("kjerne.helse"), sak)
    with rigg:
        sql("UPDATE bekymring_deling SET fra = now() - interval '2 day', til = now() - interval '1 second'")
    assert MERKE not in leser(som, "kjerne.barnevern", sak)


def test_withdrawn_consent_closes_it_although_the_koordinator_sees_nothing_of_it(som, sak):
    """Child welfare has another consent to be in the case: only the sharing ends."""
    dele(som("kjerne.helse"), sak)
    regi.trekk_samtykke(sak.sak, sak.helse)
    side = leser(som, "kjerne.barnevern", sak)
    assert "Eleven har delt" in side and MERKE not in side


def test_plain_sql_shows_no_copy_past_its_end(som, sak):
    dele(som("kjerne.helse"), sak)
    barnevern = regi.person("kjerne.barnevern")
    with i_kontekst(barnevern):
        assert sql("SELECT count(*) FROM bekymring_tekst WHERE deling IS NOT NULL") == [(1,)]
        assert sql("SELECT count(*) FROM bekymring_deling") == [(1,)]
    som("kjerne.helse").post(f"{sak.her}deling/{en_deling().pk}/avslutt/")
    with i_kontekst(barnevern):
        assert sql("SELECT count(*) FROM bekymring_tekst WHERE deling IS NOT NULL") == [(0,)]
        assert sql("SELECT count(*) FROM bekymring_deling") == [(0,)]


def test_one_person_of_the_service_can_be_the_only_recipient(som, sak):
    dele(som("kjerne.helse"), sak, mottaker=regi.person("kjerne.barnevern").pk)
    assert MERKE in leser(som, "kjerne.barnevern", sak)
    with i_kontekst(regi.person("kjerne.barnevern")):
        assert not sak.sak.hendelser.filter(art="delt").exists()


def test_to_all_in_the_case_when_grounds_cover_all(som, sak):
    dele(som("kjerne.helse"), sak, hvem="alle")
    for hvem in ("slt", "kjerneleder", "kjerne.barnevern"):
        assert MERKE in leser(som, hvem, sak), hvem


@pytest.mark.parametrize(
    ("felter", "melding"),
    [
        ({"tekster": []}, "Velg"),
        ({"tekster": ["00000000-0000-0000-0000-000000000000"]}, "Velg ett av valgene i lista."),
        ({"grunnlag": ""}, "Svar på «Hvilket grunnlag"),
        ({"hvorfor": " "}, "Svar på «Hvorfor trenger mottakeren det?»"),
        ({"hvor_mye": ""}, "Svar på «Hvorfor så mye"),
        ({"til": Om(300)}, "Delingen kan ikke vare lenger enn grunnlaget."),
        ({"til": ""}, "Svar på «Hvor lenge?»"),
        ({"til": "30.02.2027"}, "finnes ikke"),
        ({"mottaker": "slt"}, "Kari Nordby leser ikke denne delen av saken."),
        ({"grunnlag": "helse"}, "Opplysningene ligger alt der mottakeren leser."),
        ({"grunnlag": "sandefjord-politi"}, "Ingen hos mottakeren er med på saken ennå."),
    ],
)
def test_what_nothing_carries_is_not_shared(som, sak, felter, melding):
    if "mottaker" in felter:
        felter = {"mottaker": regi.person(felter["mottaker"]).pk}
    if felter.get("grunnlag"):
        felter = {"grunnlag": grunnlag(sak, felter["grunnlag"]).pk}
    assert melding in dele(som("kjerne.helse"), sak, **felter).content.decode()
    with i_kontekst(regi.person("kjerne.helse")):
        assert not Deling.objects.exists() and not Tekst.objects.exclude(deling=None).exists()


def test_a_consent_that_does_not_name_health_carries_no_text_of_health(som, sak):
    with i_kontekst(regi.person("slt")):
        annet = sak.samtykke.grunnlag.get(mottaker__slug="barnevern")
    svar = dele(som("kjerne.helse"), sak, grunnlag=annet.pk)
    assert "Opplysningene er delt." in svar.content.decode()  # by the other, which does
    regi.trekk_samtykke(sak.sak, sak.helse)
    svar = dele(som("kjerne.helse"), sak, grunnlag=annet.pk)
    assert "Grunnlaget dekker ikke dette: helseopplysninger." in svar.content.decode()


def test_one_cannot_share_what_one_does_not_read(som, sak):
    svar = som("kjerne.barnevern").get(sak.her + "deling/")
    assert "HELSEMERKE" not in svar.content.decode()
    assert tekst_id(sak) not in valgene(svar, "tekster")


@pytest.mark.parametrize("hvem", ["slt2", "laerer", "kjerne.vgs", "fremmed", "personvern"])
def test_sharing_does_not_exist_for_those_who_do_not_write_in_the_case(som, sak, hvem):
    assert som(hvem).get(sak.her + "deling/").status_code == 404


def test_a_copy_cannot_be_forged_by_sql(som, sak):
    """A text marked with somebody else's sharing, or put into a zone one does not hold, is refused."""
    dele(som("kjerne.helse"), sak)
    deling = en_deling()
    for hvem, sone in (("kjerne.barnevern", "barnevern"), ("kjerne.barnevern", "politi"), ("kjerneleder", "barnevern")):
        person = regi.person(hvem)
        with i_kontekst(person), pytest.raises(DatabaseError), transaction.atomic():
            Tekst(sak=sak.sak, sone=sone, art="notat", innhold=b"x", av=person, deling=deling.pk).save(
                force_insert=True
            )


@pytest.mark.parametrize(
    "setning",
    [
        "UPDATE bekymring_deling SET til = now() + interval '9 year'",
        "UPDATE bekymring_deling SET sone = 'politi'",
        "DELETE FROM bekymring_deling",
    ],
)
def test_a_sharing_cannot_be_widened_by_sql(som, sak, setning):
    dele(som("kjerne.helse"), sak)
    with i_kontekst(regi.person("kjerne.helse")), pytest.raises(DatabaseError), transaction.atomic():
        connection.cursor().execute(setning)


def test_each_change_of_a_sharing_is_history(som, sak, rigg):
    dele(som("kjerne.helse"), sak)
    som("kjerne.helse").post(f"{sak.her}deling/{en_deling().pk}/avslutt/")
    with rigg:
        assert sql("SELECT history_type, avsluttet IS NULL FROM bekymring_historicaldeling ORDER BY history_id") == [
            ("+", True),
            ("~", False),
        ]

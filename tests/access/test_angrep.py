"""The attacker and the clumsy user: ids of another case, forms sent twice, rights that end while a page is open."""

import re
from datetime import timedelta

import pytest
from django.db import DatabaseError, transaction

from bekymring.models import Hendelse, Kvittering, Oppgave, Samtale, Tekst
from bekymring.services.tilgang import sett_sperre, trekk_tilgang
from brukere.models import Bruker, Okt, Rolletildeling
from demo import regi
from felles.tid import na
from tests.conftest import PERSONER
from tests.factories.saker import sql
from tests.pages.bekymring.conftest import samtykket
from tests.pages.bekymring.skjema import felt, send, valgene
from vern.kontekst import som as i_kontekst

pytestmark = pytest.mark.django_db


@pytest.fixture
def grupper(db):
    regi.lag_grupper()


def til_saksliste(**felt_):
    sak = regi.meld(**felt_)
    regi.ta_imot(sak)
    regi.til_avklaring(sak)
    regi.gi_samtykke(sak)
    regi.gjor_oppgaver(sak)
    regi.steg(sak, "slt", "henvis")
    regi.steg(sak, "kjerneleder", "sett_pa_saksliste", mote=regi.mote())
    return sak


@pytest.fixture
def saksliste(grupper):
    return til_saksliste()


@pytest.fixture
def konkludert(saksliste):
    regi.konkluder(saksliste)
    return saksliste


def her(sak, *deler):
    return "/".join(["/bekymring", sak.ref, *map(str, deler), ""])


def antall(modell, sak, av="slt", **hvilke):
    with i_kontekst(regi.person(av)):
        return modell.objects.filter(sak=sak, **hvilke).count()


def to_ganger(klient, url, **valgt):
    """The same filled-in form sent twice, as by a double click or a browser that sends again."""
    data = felt(klient.get(url)) | valgt
    svar = [klient.post(url, data) for _ in range(2)]
    assert [s.status_code for s in svar] == [302, 302], svar[-1].content.decode()[:2000]
    assert svar[0]["Location"] == svar[1]["Location"]


# --- Sent twice -------------------------------------------------------------------------------------------------
def test_a_conversation_planned_twice_is_one(som, konkludert):
    to_ganger(som("politi"), her(konkludert, "samtale"), spor="frivillig", dato="i morgen", klokka="14", sted="skole")
    assert antall(Samtale, konkludert, "politi") == 1


def test_an_assessment_sent_twice_is_one(som, saksliste):
    to_ganger(som("kjerne.helse"), her(saksliste, "vurdering"), innhold="Sover godt.", sone="felles")
    assert antall(Tekst, saksliste, "kjerne.helse", art="vurdering") == 1


def test_a_minutes_sent_twice_is_one(som, konkludert):
    rad = regi.avtal_samtale(konkludert)
    to_ganger(
        som("politi"),
        her(konkludert, "samtale", rad.pk, "referat"),
        gjennomfort="som_avtalt",
        holdt="i dag",
        enighet="Vi møtes igjen.",
        forslag="oppfolging",
    )
    assert antall(Tekst, konkludert, "politi", art="referat") == 1


def test_follow_up_set_up_twice_is_one(som, konkludert):
    slt = som("slt")
    dag = f"{regi.om(60):%d.%m.%Y}"
    to_ganger(
        slt,
        her(konkludert, "mentor"),
        mentor=str(regi.person("mentor").pk),
        erklaering="i går",
        politiattest="i går",
        evaluering=dag,
    )
    hvem = valgene(slt.get(her(konkludert, "ansvarsgruppe")), "koordinator")[0]
    to_ganger(slt, her(konkludert, "ansvarsgruppe"), koordinator=hvem, neste_mote=dag, evaluering=dag)
    with i_kontekst(regi.person("slt")):
        assert (konkludert.mentorforlop.count(), konkludert.ansvarsgrupper.count()) == (1, 1)


def test_a_consent_sent_twice_is_one_and_withdrawn_twice_is_once(som, grupper):
    sak, slt = regi.meld(), som("slt")
    regi.til_avklaring(sak)
    url = her(sak, "samtykke")
    to_ganger(slt, url, **samtykket(mottakere=valgene(slt.get(url), "mottakere")))
    with i_kontekst(regi.person("slt")):
        assert sak.samtykker.count() == 2  # one for each party
    with i_kontekst(regi.person("slt")):
        pk = sak.samtykker.first().pk
    for _ in range(2):
        assert slt.post(her(sak, "samtykke", pk, "trekk")).status_code == 302
    assert antall(Hendelse, sak, art="samtykke_trukket") == 1


def test_a_move_sent_twice_is_one(som, grupper):
    sak = regi.meld()
    with i_kontekst(regi.person("slt")):
        gruppe = str(regi.Kjernegruppe.objects.get(navn=regi.GRUPPE).pk)
    to_ganger(som("slt"), her(sak, "steg", "til_avklaring"), kjernegruppe=gruppe, dialog="Rektor.")
    assert antall(Oppgave, sak) == 1


def test_that_the_police_was_told_is_noted_once_for_a_double_click(som, konkludert):
    to_ganger(som("politi"), her(konkludert, "avverging"))
    assert antall(Hendelse, konkludert, "politi", art="avverging") == 1


def test_that_the_police_was_told_is_noted_also_when_the_form_is_spoilt(som, konkludert):
    assert som("politi").post(her(konkludert, "avverging"), {"nokkel": "x"}).status_code == 302
    assert antall(Hendelse, konkludert, "politi", art="avverging") == 1


# --- Ids of another case under one's own -----------------------------------------------------------------------------
def test_rows_of_another_case_are_not_found_under_ones_own(som, konkludert):
    annen = til_saksliste()
    regi.konkluder(annen)
    samtale, forlop = regi.avtal_samtale(annen), regi.foresla_mentor(annen)
    with i_kontekst(regi.person("slt")):
        samtykke, oppgave = annen.samtykker.first().pk, annen.oppgaver.first().pk
    slt, politi = som("slt"), som("politi")
    prover = [
        (slt, "samtykke", samtykke, "trekk"),
        (slt, "oppgave", oppgave, "gjort"),
        (slt, "mentor", forlop.pk, "signer"),
        *((politi, "samtale", samtale.pk, side) for side in ("flytt", "avlys", "referat")),
    ]
    for klient, *deler in prover:
        assert klient.post(her(konkludert, *deler), {"versjon": 1}).status_code == 404, deler
        if deler[0] == "samtale":
            assert klient.get(her(konkludert, *deler)).status_code == 404, deler
    with i_kontekst(regi.person("slt")):
        assert not annen.samtykker.exclude(trukket=None).exists()


def test_one_mentor_does_not_reach_the_relation_of_another(som, konkludert):
    """Another mentor of another case, with the same role, and both addresses mixed."""
    regi.foresla_mentor(konkludert)
    with i_kontekst(regi.person("slt")):
        forlop = konkludert.mentorforlop.get()
    regi.flytt_mentor(forlop, "slt", "signer")
    regi.flytt_mentor(forlop, "mentor", "start")
    for hvem in set(PERSONER) - {"mentor"}:
        klient = som(hvem)
        assert klient.get(her(konkludert, "kontakt", forlop.pk)).status_code == 404, hvem
        assert klient.post(her(konkludert, "kontakt", forlop.pk), {"hvordan": "1"}).status_code == 404, hvem


def test_a_choice_outside_the_list_is_refused(som, konkludert):
    """A person who is not a mentor, a person outside the case, a meeting of another group."""
    fremmed = str(regi.person("fremmed").pk)
    dag = f"{regi.om(60):%d.%m.%Y}"
    svar = send(
        som("slt"), her(konkludert, "mentor"), mentor=fremmed, erklaering="i går", politiattest="i går", evaluering=dag
    )
    assert "Velg ett av valgene i lista." in svar.content.decode()
    svar = send(som("slt"), her(konkludert, "ansvarsgruppe"), koordinator=fremmed, neste_mote=dag, evaluering=dag)
    assert "Velg ett av valgene i lista." in svar.content.decode()


# --- Rights that end while a page is open -----------------------------------------------------------------------------
def test_an_open_form_is_dead_when_the_right_has_ended(som, saksliste):
    helse, url = som("kjerne.helse"), her(saksliste, "vurdering")
    data = felt(helse.get(url)) | {"innhold": "FORSENT", "sone": "helse"}
    slt = regi.person("kjerneleder")
    with i_kontekst(slt):
        trekk_tilgang(av=slt, sak=saksliste, bruker=regi.person("kjerne.helse"))
    assert helse.post(url, data).status_code == 404
    assert helse.get(her(saksliste)).status_code == 404


def test_a_bar_set_in_mid_session_holds_from_the_next_request(som, konkludert):
    politi, slt = som("politi"), regi.person("slt")
    assert politi.get(her(konkludert)).status_code == 200
    with i_kontekst(slt):
        sett_sperre(av=slt, sak=konkludert, bruker=regi.person("politi"), grunn="inhabil")
    for del_ in ("", "innsyn", "oppsummering", "samtale", "avverging", "inhabil"):
        assert politi.get(her(konkludert, *filter(None, [del_]))).status_code == 404, del_
    assert konkludert.nummer not in politi.get("/bekymring/").content.decode()
    assert konkludert.nummer not in politi.get("/").content.decode()


def test_a_role_that_ends_takes_the_pages_with_it(som, konkludert, rigg):
    slt = som("slt2")
    assert konkludert.nummer in slt.get("/bekymring/").content.decode()
    with rigg:
        Rolletildeling.objects.filter(bruker__username="slt2").update(til=na() - timedelta(seconds=1))
    assert konkludert.nummer not in slt.get("/bekymring/").content.decode()
    assert slt.get(her(konkludert)).status_code == 404
    assert slt.get("/kjernegruppe/").status_code == 404


def test_a_withdrawn_consent_closes_what_it_carried_at_once(som, saksliste):
    helse = som("kjerne.helse")
    assert helse.get(her(saksliste)).status_code == 200
    with i_kontekst(regi.person("slt")):
        pk = saksliste.samtykker.first().pk
    assert som("slt").post(her(saksliste, "samtykke", pk, "trekk")).status_code == 302
    assert helse.get(her(saksliste)).status_code == 404
    assert saksliste.nummer not in helse.get("/bekymring/").content.decode()


def test_a_consent_that_has_expired_closes_what_it_carried(som, saksliste, rigg):
    helse = som("kjerne.helse")
    with rigg:
        sql(
            "UPDATE bekymring_tilgang SET fra = now() - interval '2 day', til = now() - interval '1 second' "
            "WHERE sak_id = %s AND til IS NOT NULL",
            saksliste.pk,
        )
    assert helse.get(her(saksliste)).status_code == 404
    side = som("slt").get(her(saksliste)).content.decode()
    assert "Marit Sand" not in side


def test_a_closed_account_is_out_at_the_next_request(som, rigg):
    politi = som("politi")
    with rigg:
        Bruker.objects.filter(username="politi").update(is_active=False)
    assert politi.get("/").status_code == 302


# --- The one who reported --------------------------------------------------------------------------------------------
def test_after_the_referral_the_reporter_has_the_receipt_and_nothing_more(som, saksliste):
    laerer = som("laerer")
    with i_kontekst(regi.person("laerer")):
        pk = Kvittering.objects.get(sak=saksliste).pk
    side = laerer.get(f"/bekymring/kvittering/{pk}/").content.decode()
    assert "voldelig innhold" not in side
    for ord_ in ("Kjernegrupp", "saksliste", "Henvist"):
        assert ord_ not in side.partition("<main")[2], ord_
    for del_ in ("innsyn", "oppsummering", "vurdering", "samtykke"):
        assert laerer.get(her(saksliste, del_)).status_code == 404, del_


@pytest.mark.parametrize("hvem", sorted(set(PERSONER) - {"laerer"}))
def test_a_receipt_is_for_the_one_who_got_it(som, grupper, hvem):
    sak = regi.meld()
    with i_kontekst(regi.person("laerer")):
        pk = Kvittering.objects.get(sak=sak).pk
    assert som(hvem).get(f"/bekymring/kvittering/{pk}/").status_code == 404


def test_an_inhabil_koordinator_sees_nothing_of_the_case(som, grupper):
    sak = regi.meld(koordinator_inhabil=True)
    slt = som("slt")
    for del_ in ("", "innsyn", "oppsummering", "samtykke", "avverging", "steg/til_avklaring"):
        assert slt.get(her(sak, *filter(None, [del_]))).status_code == 404, del_
    for side in ("/", "/bekymring/", "/bekymring/?vis=mottak", "/bekymring/?vis=mine"):
        assert sak.nummer not in slt.get(side).content.decode(), side
    assert sak.nummer in som("slt2").get("/bekymring/").content.decode()


def test_what_is_typed_is_shown_as_text(som):
    """Autoescape stands on every page: what the melder typed is what the koordinator reads, letter by letter."""
    angrep = "<script>alert(1)</script><img src=x onerror=alert(1)>"
    sak = regi.meld(observasjon=f"Han sa {angrep} flere ganger, og to andre hørte det.")
    side = som("slt").get(her(sak)).content.decode()
    assert angrep not in side and "<img src=x" not in side
    assert "Han sa &lt;script&gt;alert(1)&lt;/script&gt;" in side


# --- What stands in titles, addresses, cookies and mail ---------------------------------------------------------------
def test_no_case_number_or_text_in_titles_cookies_or_mail(som, konkludert, mailoutbox):
    regi.avtal_samtale(konkludert)
    for hvem in ("slt", "politi", "kjerneleder"):
        klient = som(hvem)
        for del_ in ("", "oppsummering", "innsyn"):
            svar = klient.get(her(konkludert, *filter(None, [del_])))
            if svar.status_code == 200:
                tittel = re.search(r"<title>(.*?)</title>", svar.content.decode(), re.S)[1]
                assert konkludert.nummer not in tittel
                assert "Sak" in tittel
        assert konkludert.nummer not in klient.cookies.output()
    for rad in Okt.objects.all():
        assert konkludert.nummer not in str(rad.get_decoded())
    for brev in mailoutbox:
        assert konkludert.nummer not in brev.subject + brev.body
        assert konkludert.ref not in brev.subject + brev.body


# --- SQL as the web role ----------------------------------------------------------------------------------------------
FORBUDT = [
    "INSERT INTO bekymring_tilgang (user_id, permission_id, sak_id, rett, sone, grunnlag) "
    "SELECT {uid}, permission_id, sak_id, rett, sone, grunnlag FROM bekymring_tilgang LIMIT 1",
    "UPDATE bekymring_tilgang SET til = NULL",
    "DELETE FROM bekymring_tilgang",
    "UPDATE bekymring_sperre SET til = now()",
    "DELETE FROM bekymring_sperre",
    "UPDATE bekymring_tekst SET sone = 'felles'",
    "DELETE FROM bekymring_tekst",
    "UPDATE bekymring_hendelse SET tid = now()",
    "DELETE FROM bekymring_hendelse",
    "DELETE FROM bekymring_sak",
    "UPDATE bekymring_historicalsak SET tilstand = 'mottatt'",
    "DELETE FROM bekymring_historicalsak",
    "INSERT INTO bekymring_historicalsak DEFAULT VALUES",
    "DELETE FROM bekymring_historicaltilgang",
    "DELETE FROM bekymring_kvittering",
    "DELETE FROM bekymring_samtykke",
    "DELETE FROM vern_innsyn",
    "UPDATE vern_innsyn SET tid = now()",
    "DELETE FROM vern_avvist",
    "SELECT * FROM vern_avvist",
    "DELETE FROM rapport_jobb",
    "DELETE FROM tiltak_statusrapport",
    "UPDATE tiltak_historicaltiltak SET tittel = ''",
    "INSERT INTO brukere_rolletildeling (bruker_id, rolle, fra) VALUES ({uid}, 'koordinator', now())",
    "UPDATE brukere_rolletildeling SET til = NULL",
    "TRUNCATE bekymring_sak CASCADE",
    "ALTER TABLE bekymring_sak DISABLE ROW LEVEL SECURITY",
    "CREATE TABLE public.x (a int)",
    "COPY bekymring_sak TO PROGRAM 'cat'",
    "SELECT pg_read_file('/etc/passwd')",
]


@pytest.mark.parametrize("setning", FORBUDT, ids=lambda s: s[:60])
@pytest.mark.parametrize("hvem", ["fremmed", "slt"])
def test_sql_as_the_web_role_changes_nothing_it_should_not(konkludert, hvem, setning):
    person = regi.person(hvem)
    with i_kontekst(person):
        try:
            with transaction.atomic():
                sql(setning.format(uid=person.pk))
                rader = sql("SELECT 1") and _berort(setning)
        except DatabaseError as feil:
            assert getattr(feil.__cause__, "sqlstate", "") == "42501", feil  # not allowed, and not merely misspelt
        else:
            assert rader == 0, setning


def _berort(setning):
    from django.db import connection

    with connection.cursor() as cursor, transaction.atomic():
        cursor.execute(setning.format(uid=0))
        berort = cursor.rowcount
        transaction.set_rollback(True)
    return berort

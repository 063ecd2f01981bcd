"""Break-glass, sentence by sentence (R27, ADR 13): who, why, how long, what, who is told, who reviews."""

import re
from datetime import timedelta
from uuid import uuid4

import pytest
from django.core import mail
from django.db import DatabaseError, connection, transaction

from bekymring.lesing.tilgang import hvem_kan_se
from bekymring.models import Hendelse, Nodtilgang, Sak, Tekst, Tilgang
from bekymring.services.tilgang import sett_sperre
from brukere import okter
from brukere.models import Rolletildeling
from demo import regi
from felles.tid import na
from tests.access.rader.bekymring import bruk_nod
from tests.factories.saker import bruker, gi, knytt_alle, lag_sak, skriv, sql
from tests.pages.bekymring.skjema import felt
from tests.pages.brukere.test_okter import la_ga
from vern import nokler
from vern.kontekst import som as i_kontekst

pytestmark = pytest.mark.django_db
SOK = "/bekymring/nodtilgang/"
HVORFOR = "Personen er ute på kaia og svarer ikke på telefon."
UKJENT = "Vi finner ingen sak med dette nummeret"


@pytest.fixture
def sak(db):
    """A case of the teacher's that Kari leads, with one text in felles and one in the police zone."""
    knytt_alle()
    sak = lag_sak(modus="identifisert")
    skriv(sak, "laerer", "felles", "MARKØR-FELLES")
    skriv(sak, "laerer", "identitet", "MARKØR-IDENTITET")
    gi(sak, "kjerne.helse", "felles", "helse", skriv=True)
    skriv(sak, "kjerne.helse", "helse", "MARKØR-HELSE")
    return sak


def be_om(klient, tall, **mer):
    data = felt(klient.get(SOK)) | {"nummer": tall, "grunnlag": "liv", "begrunnelse": HVORFOR} | mer
    return klient.post(SOK, data)


def rad(navn="politi"):
    with i_kontekst(bruker("personvern")):
        return Nodtilgang.objects.filter(bruker__username=navn).latest("sokt")


def side(klient, nod=None):
    return klient.get(f"{SOK}{(nod or rad()).pk}/")


def tidligere(antall, navn="politi"):
    for _ in range(antall):
        bruk_nod(lag_sak(), navn)


def flytt_tida(rigg, timer):
    """As if so many hours had passed since all break-glass so far."""
    with rigg:
        for kolonne in ("sokt", "fra", "til"):
            sql(f"UPDATE bekymring_nodtilgang SET {kolonne} = {kolonne} - make_interval(hours => %s)", timer)
        tid = "fra = fra - make_interval(hours => %s), til = til - make_interval(hours => %s)"
        sql(f"UPDATE bekymring_tilgang SET {tid} WHERE til IS NOT NULL", timer, timer)


# --- Reason, ground, fresh log-in ---------------------------------------------------------------------------------
def test_a_reason_and_a_ground_open_the_case(som, sak):
    politi = som("politi")
    svar = be_om(politi, sak.nummer.lower())
    assert svar["Location"] == f"/bekymring/{sak.ref}/"
    assert politi.get(svar["Location"]).status_code == 200
    assert politi.get(f"/bekymring/{sak.ref}/oppsummering/").status_code == 200


@pytest.mark.parametrize(
    ("felt_", "melding"),
    [
        ({"begrunnelse": "For kort"}, "Skriv minst 30 tegn"),
        ({"begrunnelse": "x" + " " * 60 + "y"}, "Skriv minst 30 tegn"),
        ({"begrunnelse": ""}, "Svar på"),
        ({"grunnlag": ""}, "Svar på"),
        ({"grunnlag": "nysgjerrig"}, "Velg ett av valgene"),
        ({"nummer": "26"}, "Skriv nummeret slik"),
        ({"nokkel": "tull"}, "kjenne igjen skjemaet"),
    ],
)
def test_without_reason_ground_and_number_nothing_opens(som, sak, felt_, melding):
    svar = be_om(som("politi"), sak.nummer, **felt_)
    assert svar.status_code == 200
    assert melding in svar.content.decode()
    with i_kontekst(bruker("politi")):
        assert not Tilgang.objects.exists() and not Nodtilgang.objects.exists()


def test_it_asks_who_one_is_again_unless_one_just_said_so(som, sak):
    politi = som("politi")
    la_ga(politi, 11 * 60, okter.FERSK)
    assert politi.get(SOK)["Location"] == "/logg-inn/bekreft/?next=%2Fbekymring%2Fnodtilgang%2F"
    svar = politi.post(SOK, {"nummer": sak.nummer, "grunnlag": "liv", "begrunnelse": HVORFOR, "nokkel": "x"})
    assert svar["Location"].startswith("/logg-inn/bekreft/?next=%2Ffortsett%2F")  # what was typed waits
    with i_kontekst(bruker("personvern")):
        assert not Nodtilgang.objects.exists()


@pytest.mark.parametrize("navn", ["laerer", "mentor", "folkehelse", "radmann", "personvern", "system", "fremmed"])
def test_for_who_does_not_work_with_cases_the_page_does_not_exist(som, sak, navn):
    assert som(navn).get(SOK).status_code == 404


def test_a_member_of_a_kjernegruppe_opens_cases_of_that_group_only(som, sak):
    regi.lag_grupper()
    gruppens, de_andres = lag_sak(), lag_sak()
    with i_kontekst(bruker("slt")):
        Sak.objects.filter(pk=gruppens.pk).update(kjernegruppe=regi.Kjernegruppe.objects.get(navn=regi.GRUPPE))
        Sak.objects.filter(pk=de_andres.pk).update(kjernegruppe=regi.Kjernegruppe.objects.get(navn="Videregående"))
    klient = som("kjerne.helse")
    for annen in (de_andres, lag_sak()):
        assert UKJENT in be_om(klient, annen.nummer).content.decode()
    assert be_om(klient, gruppens.nummer)["Location"] == f"/bekymring/{gruppens.ref}/"


# --- Sixty minutes, one case, read only ---------------------------------------------------------------------------
def test_it_lasts_sixty_minutes(som, sak, rigg):
    politi = som("politi")
    be_om(politi, sak.nummer)
    nod = rad()
    assert nod.til - nod.fra == timedelta(minutes=60)
    assert politi.get(f"/bekymring/{sak.ref}/").status_code == 200
    flytt_tida(rigg, 1)
    assert politi.get(f"/bekymring/{sak.ref}/").status_code == 404
    assert sak.nummer not in politi.get("/bekymring/").content.decode()


def test_it_opens_one_case_and_felles_only(som, sak):
    annen = lag_sak()
    skriv(annen, "laerer", "felles", "MARKØR-ANNEN")
    be_om(som("politi"), sak.nummer)
    with i_kontekst(bruker("politi")):
        assert {(t.sak_id, t.sone) for t in Tekst.objects.all()} == {(sak.pk, "felles")}
        assert set(Tilgang.objects.values_list("rett", "sone", "grunnlag")) == {
            ("se", "", "nodtilgang"),
            ("les", "felles", "nodtilgang"),
        }


def test_nothing_can_be_written(som, sak):
    politi = som("politi")
    be_om(politi, sak.nummer)
    for del_ in ("vurdering", "samtykke", "samtale", "avverging", "grunnlag", "steg/til_avklaring", "mentor"):
        assert politi.get(f"/bekymring/{sak.ref}/{del_}/").status_code == 404, del_
        assert politi.post(f"/bekymring/{sak.ref}/{del_}/", {"innhold": "x"}).status_code == 404, del_
    assert "Neste steg" not in politi.get(f"/bekymring/{sak.ref}/").content.decode()


def test_a_banner_tells_the_minutes_left_and_a_button_ends_it(som, sak):
    politi = som("politi")
    be_om(politi, sak.nummer)
    for del_ in ("", "oppsummering/", "innsyn/"):
        tekst = politi.get(f"/bekymring/{sak.ref}/{del_}").content.decode()
        assert "Nødtilgang: 60 minutter igjen" in tekst and "Avslutt nødtilgangen nå" in tekst, del_
    for _ in range(2):  # a double click does no harm
        assert politi.post(f"{SOK}{rad().pk}/avslutt/").status_code == 302
    assert politi.get(f"/bekymring/{sak.ref}/").status_code == 404


def test_no_banner_stands_on_a_case_that_is_shared(som, sak):
    assert "Nødtilgang:" not in som("slt").get(f"/bekymring/{sak.ref}/").content.decode()


def test_who_loses_the_role_loses_the_hour(som, sak):
    politi = som("politi")
    be_om(politi, sak.nummer)
    Rolletildeling.objects.filter(bruker__username="politi").update(til=na())
    assert politi.get(f"/bekymring/{sak.ref}/").status_code == 404


def test_the_same_form_twice_is_one(som, sak):
    politi = som("politi")
    data = felt(politi.get(SOK)) | {"nummer": sak.nummer, "grunnlag": "liv", "begrunnelse": HVORFOR}
    assert {politi.post(SOK, data)["Location"] for _ in range(2)} == {f"/bekymring/{sak.ref}/"}
    with i_kontekst(bruker("personvern")):
        assert Nodtilgang.objects.count() == 1


def test_who_has_the_case_is_led_to_it_and_nothing_is_used(som, sak):
    assert be_om(som("slt"), sak.nummer)["Location"] == f"/bekymring/{sak.ref}/"
    with i_kontekst(bruker("personvern")):
        assert not Nodtilgang.objects.exists()


# --- Logged singly ------------------------------------------------------------------------------------------------
def test_everything_is_logged_singly_with_the_ground(som, sak, rigg):
    delt = lag_sak()
    gi(delt, "politi", "felles", "politi", grunnlag="samtale")
    politi = som("politi")
    be_om(politi, sak.nummer)
    for sti in (f"/bekymring/{sak.ref}/", f"/bekymring/{sak.ref}/oppsummering/", "/bekymring/"):
        politi.get(sti)
    with rigg:
        rader = sql(
            "SELECT utsnitt, saker, soner, grunnlag FROM vern_innsyn WHERE bruker = %s ORDER BY id", bruker("politi").pk
        )
    en = ([sak.pk], ["register", "felles"], ["nodtilgang"])
    assert [rad for rad in rader if sak.pk in rad[1]] == [
        (utsnitt, *en) for utsnitt in ("sak", "oppsummering", "liste")
    ]
    assert [rad[1:] for rad in rader if rad[0] == "liste"][1:] == [
        ([delt.pk], ["register", "felles", "politi"], ["samtale"])
    ]


# --- Notice -------------------------------------------------------------------------------------------------------
def test_owner_and_personvernombud_are_told_at_once_without_a_word_of_the_case(
    som, sak, django_capture_on_commit_callbacks
):
    for navn in ("slt", "personvern", "slt2"):
        bruker(navn).__class__.objects.filter(username=navn).update(email=f"{navn}@example.no")
    with django_capture_on_commit_callbacks(execute=True):
        be_om(som("politi"), sak.nummer)
    assert {adresse for m in mail.outbox for adresse in m.to} == {"slt@example.no", "personvern@example.no"}
    assert not any(ord_ in m.body + m.subject for m in mail.outbox for ord_ in (sak.nummer, sak.ref, "kaia", "nød"))
    assert "Nødtilgang er brukt i en sak du har ansvaret for" in som("slt").get("/?oppgaver=alle").content.decode()
    assert "Nødtilgang er i bruk nå" in som("personvern").get("/?oppgaver=alle").content.decode()
    assert "nødtilgang" not in som("slt2").get("/?oppgaver=alle").content.decode().lower()


def test_the_owner_reads_who_why_and_what_was_opened(som, sak):
    politi = som("politi")
    be_om(politi, sak.nummer)
    politi.get(f"/bekymring/{sak.ref}/oppsummering/")
    tekst = side(som("slt")).content.decode()
    assert "Ola Berg" in tekst and HVORFOR in tekst and "oppsummeringen" in tekst
    assert "Vurder bruken" not in tekst


def test_it_stands_in_the_cases_own_story(som, sak):
    be_om(som("politi"), sak.nummer)
    assert "Nødtilgang brukt" in som("slt").get(f"/bekymring/{sak.ref}/").content.decode()
    with i_kontekst(bruker("slt")):
        assert Hendelse.objects.get(sak=sak, art="nodtilgang").av.username == "politi"


def test_the_reason_lies_encrypted_and_goes_with_the_cases_keys(som, sak, rigg):
    be_om(som("politi"), sak.nummer)
    with rigg:
        [(lukket,)] = sql("SELECT begrunnelse FROM bekymring_nodtilgang")
    assert b"kaia" not in bytes(lukket)
    nokler.odelegg(sak.pk)
    tekst = side(som("personvern")).content.decode()
    assert "kaia" not in tekst and "Teksten er slettet." in tekst


# --- Review -------------------------------------------------------------------------------------------------------
def test_the_review_stays_on_the_start_page_until_it_is_closed(som, sak, rigg):
    be_om(som("politi"), sak.nummer)
    flytt_tida(rigg, 2)
    ombud = som("personvern")
    assert "Vurder bruken av nødtilgang" in ombud.get("/?oppgaver=alle").content.decode()
    assert "venter på personvernombudets vurdering" in som("radmann").get("/?oppgaver=alle").content.decode()
    url = f"{SOK}{rad().pk}/"
    assert ombud.post(url, {"konklusjon": "", "vurdering": ""}).status_code == 200
    assert ombud.post(url, {"konklusjon": "nodvendig", "vurdering": "Riktig. Noen var i fare."}).status_code == 302
    assert "nødtilgang" not in ombud.get("/?oppgaver=alle").content.decode().lower()
    assert "personvernombudets" not in som("radmann").get("/?oppgaver=alle").content.decode()
    assert "Noen var i fare" in side(som("politi")).content.decode()
    assert ombud.post(url, {"konklusjon": "brudd", "vurdering": "Ombestemt"}).status_code == 404


def test_it_cannot_be_reviewed_while_it_lasts(som, sak):
    be_om(som("politi"), sak.nummer)
    ombud = som("personvern")
    assert "Vurder bruken" not in side(ombud).content.decode()
    assert ombud.post(f"{SOK}{rad().pk}/", {"konklusjon": "nodvendig", "vurdering": "x"}).status_code == 404


@pytest.mark.parametrize("navn", ["politi", "slt", "slt2", "radmann", "system"])
def test_nobody_but_the_personvernombud_closes_a_review(som, sak, rigg, navn):
    be_om(som("politi"), sak.nummer)
    flytt_tida(rigg, 2)
    assert som(navn).post(f"{SOK}{rad().pk}/", {"konklusjon": "nodvendig", "vurdering": "x"}).status_code == 404


def test_the_radmann_sees_that_a_review_is_open_and_nothing_more(som, sak):
    be_om(som("politi"), sak.nummer)
    radmann = som("radmann")
    assert side(radmann).status_code == 404
    assert sak.nummer not in radmann.get("/?oppgaver=alle").content.decode()


def test_the_personvernombud_has_them_all_on_one_page(som, sak, rigg):
    tidligere(2)
    be_om(som("politi"), sak.nummer)
    assert som("personvern").get("/personvern/nodtilgang/").content.decode().count("Pågår") == 3


def test_reading_the_reason_is_logged_too(som, sak, rigg):
    be_om(som("politi"), sak.nummer)
    side(som("personvern"))
    with rigg:
        siste = sql("SELECT bruker, saker, utsnitt FROM vern_innsyn ORDER BY id DESC LIMIT 1")
    assert siste == [(bruker("personvern").pk, [sak.pk], "nodtilgang")]


# --- The fourth ---------------------------------------------------------------------------------------------------
def test_the_fourth_in_thirty_days_waits_for_a_second_person(som, sak):
    tidligere(3)
    politi = som("politi")
    svar = be_om(politi, sak.nummer)
    assert svar["Location"] == f"{SOK}{rad().pk}/"
    assert "Venter på godkjenning" in politi.get(svar["Location"]).content.decode()
    assert politi.get(f"/bekymring/{sak.ref}/").status_code == 404
    assert "Godkjenn eller avslå nødtilgang" in som("slt2").get("/?oppgaver=alle").content.decode()
    assert som("slt2").post(f"{SOK}{rad().pk}/avgjor/", {"svar": "ja"}).status_code == 302
    assert politi.get(f"/bekymring/{sak.ref}/").status_code == 200
    assert rad().til - na() <= timedelta(minutes=60)


def test_a_refused_one_opens_nothing(som, sak):
    tidligere(3)
    politi = som("politi")
    be_om(politi, sak.nummer)
    som("personvern").post(f"{SOK}{rad().pk}/avgjor/", {"svar": "nei"})
    assert politi.get(f"/bekymring/{sak.ref}/").status_code == 404
    assert "Avslått av Geir Aas" in side(politi).content.decode()
    assert som("slt").post(f"{SOK}{rad().pk}/avgjor/", {"svar": "ja"}).status_code == 404


def test_nobody_is_their_own_second_person(som, sak):
    tidligere(3, "slt2")
    be_om(som("slt2"), sak.nummer)
    assert som("slt2").post(f"{SOK}{rad('slt2').pk}/avgjor/", {"svar": "ja"}).status_code == 404


def test_the_second_person_is_asked_who_they_are(som, sak):
    tidligere(3)
    be_om(som("politi"), sak.nummer)
    slt2 = som("slt2")
    la_ga(slt2, 11 * 60, okter.FERSK)
    assert slt2.post(f"{SOK}{rad().pk}/avgjor/", {"svar": "ja"})["Location"].startswith("/logg-inn/bekreft/")


def test_after_thirty_days_one_begins_again(som, sak, rigg):
    tidligere(3)
    flytt_tida(rigg, 31 * 24)
    assert be_om(som("politi"), sak.nummer)["Location"] == f"/bekymring/{sak.ref}/"


# --- Refused ------------------------------------------------------------------------------------------------------
def svar_paa(klient, nummer):
    [nokkel] = felt(klient.get(SOK))["nokkel"]
    svar = klient.post(SOK, {"nummer": nummer, "grunnlag": "liv", "begrunnelse": HVORFOR, "nokkel": nokkel})
    return (
        svar.status_code,
        svar.content.decode().replace(nummer, "N").replace(nokkel, "K"),
        sorted(svar.headers.items()),
    )


def test_barred_closed_and_unknown_get_the_same_answer(som, sak, rigg):
    with i_kontekst(bruker("slt")):
        sett_sperre(av=bruker("slt"), sak=sak, bruker=bruker("politi"), grunn="slekt")
    lukket = lag_sak()
    with rigg:
        sql("UPDATE bekymring_sak SET tilstand = 'sperret' WHERE id = %s", lukket.pk)
    politi = som("politi")
    svar = [svar_paa(politi, nummer) for nummer in (sak.nummer, "26-ZZZZ", lukket.nummer)]
    rene = [(s, re.sub(r'value="[A-Za-z0-9]{64}"', "", t), h) for s, t, h in svar]
    assert rene[0] == rene[1] == rene[2]
    assert UKJENT in rene[0][1]


def test_a_bar_set_meanwhile_ends_the_hour(som, sak):
    politi = som("politi")
    be_om(politi, sak.nummer)
    with i_kontekst(bruker("slt")):
        sett_sperre(av=bruker("slt"), sak=sak, bruker=bruker("politi"), grunn="slekt")
    assert politi.get(f"/bekymring/{sak.ref}/").status_code == 404
    assert side(politi).status_code == 404
    assert sak.nummer not in politi.get(SOK).content.decode()


# --- SQL as the web role ------------------------------------------------------------------------------------------
def angrep(navn, setning, *verdier):
    with i_kontekst(bruker(navn)), pytest.raises(DatabaseError) as feil, transaction.atomic():
        sql(setning, *verdier)
    return feil.value.__cause__.sqlstate


@pytest.mark.parametrize(
    "setning",
    [
        "INSERT INTO bekymring_nodtilgang (id, sak_id, nummer, bruker_id, grunnlag, sokt, krever_to, konklusjon) "
        "SELECT gen_random_uuid(), sak_id, '26-AAAA', bruker_id, 'liv', now(), false, '' FROM bekymring_nodtilgang",
        "UPDATE bekymring_nodtilgang SET til = now() + interval '1 year'",
        "UPDATE bekymring_nodtilgang SET krever_to = false",
        "DELETE FROM bekymring_nodtilgang",
        "SELECT vern.apne_nodtilgang(id, bruker_id) FROM bekymring_nodtilgang",
        "INSERT INTO bekymring_hendelse (id, sak_id, sone, art, av_id, fra, til, tid) "
        "SELECT gen_random_uuid(), sak_id, 'felles', 'nodtilgang', bruker_id, '', '', now() FROM bekymring_nodtilgang",
    ],
)
def test_the_web_cannot_write_it_by_sql(sak, setning):
    bruk_nod(sak)
    assert angrep("politi", setning) == "42501"


def test_the_web_cannot_open_without_a_reason(sak):
    with i_kontekst(bruker("politi")), pytest.raises(DatabaseError, match="begrunnelse"), transaction.atomic():
        assert sql("SELECT utfall FROM vern.start_nodtilgang(%s, %s, 'liv')", uuid4(), sak.nummer) == [("apen",)]
        connection.check_constraints()


def test_a_reason_that_is_too_short_is_refused_by_the_database_too(sak):
    pk = uuid4()
    with i_kontekst(bruker("politi")):
        sql("SELECT vern.start_nodtilgang(%s, %s, 'liv')", pk, sak.nummer)
    assert angrep("politi", "SELECT vern.begrunn_nodtilgang(%s, %s)", pk, b"x" * 58) == "42501"
    with i_kontekst(bruker("politi")):
        sql("SELECT vern.begrunn_nodtilgang(%s, %s)", pk, b"x" * 59)
    assert angrep("politi", "SELECT vern.begrunn_nodtilgang(%s, %s)", pk, b"y" * 99) == "42501"


@pytest.mark.parametrize("navn", ["fremmed", "laerer", "mentor", "personvern", "system"])
def test_the_function_gives_nothing_to_who_may_not_ask(sak, navn):
    with i_kontekst(bruker(navn)):
        [(utfall, sak_id, leder)] = sql("SELECT * FROM vern.start_nodtilgang(%s, %s, 'liv')", uuid4(), sak.nummer)
    assert utfall in {"ukjent", "har"} and (utfall == "har") == (sak_id is not None) and leder is None


@pytest.mark.parametrize("navn", ["politi", "slt", "slt2", "radmann", "fremmed"])
def test_nobody_reviews_or_decides_by_sql(sak, navn):
    nod = bruk_nod(sak)
    assert angrep(navn, "SELECT vern.vurder_nodtilgang(%s, 'nodvendig', %s)", nod.pk, b"x" * 60) == "42501"
    assert angrep(navn, "SELECT vern.avgjor_nodtilgang(%s, true)", nod.pk) == "42501"
    if navn != "politi":
        assert angrep(navn, "SELECT vern.avslutt_nodtilgang(%s)", nod.pk) == "42501"


def test_others_see_no_row_of_it(sak):
    bruk_nod(sak)
    antall = {}
    for navn in ("politi", "slt", "personvern", "slt2", "kjerne.helse", "radmann", "system", "fremmed", "laerer"):
        with i_kontekst(bruker(navn)):
            antall[navn] = Nodtilgang.objects.count()
    assert {navn for navn, sett in antall.items() if sett} == {"politi", "slt", "personvern"}
    assert Nodtilgang.objects.count() == 0  # nobody acts: nothing is there


def test_when_the_role_is_over_nobody_is_told_that_they_can_see_the_case(som, sak, rigg):
    be_om(som("politi"), sak.nummer)
    her = f"/bekymring/{sak.ref}/innsyn/"
    navn = bruker("politi").navn
    with i_kontekst(bruker("slt")):
        assert bruker("politi").pk in {rett.bruker_id for rett in hvem_kan_se(sak)}
    with rigg:
        sql("UPDATE brukere_rolletildeling SET til = now() WHERE rolle = 'politikontakt'")
    with i_kontekst(bruker("slt")):
        assert bruker("politi").pk not in {rett.bruker_id for rett in hvem_kan_se(sak)}
    hvem = som("slt").get(her).content.decode().partition("Hvem har sett")[0]
    assert navn not in hvem
    with i_kontekst(bruker("politi")):
        assert hvem_kan_se(sak) == []


def test_each_change_of_it_is_history_without_its_words(som, sak, rigg):
    be_om(som("politi"), sak.nummer)
    som("politi").post(f"{SOK}{rad().pk}/avslutt/")
    with rigg:
        historie = sql("SELECT history_type, fra IS NULL FROM bekymring_historicalnodtilgang ORDER BY history_id")
        assert historie[0] == ("+", True) and historie[-1] == ("~", False) and len(historie) >= 3
    with i_kontekst(bruker("personvern")), pytest.raises(DatabaseError), transaction.atomic():
        sql("SELECT FROM bekymring_historicalnodtilgang")

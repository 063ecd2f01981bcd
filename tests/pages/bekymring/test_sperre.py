"""Inhabil (R23): one bar beats every grant and the role, and hides the case on every surface."""

import pytest
from django.core import mail
from django.db import connection

from bekymring.lesing.ansvarlige import mulige_ansvarlige
from bekymring.models import Kvittering, Sak
from brukere.models import Bruker, Rolletildeling
from demo import regi
from felles.tid import na
from vern.kontekst import som as i_kontekst

from .skjema import send

pytestmark = pytest.mark.django_db


def sperr(klient, sak, hvem, grunn="slekt"):
    return send(klient, f"/bekymring/{sak.ref}/tilgang/inhabil/", bruker=regi.person(hvem).pk, grunn=grunn)


@pytest.fixture
def sperret(som, pa_saksliste):
    """Health was in the case, with a task before the meeting; who leads has taken her out."""
    helse = som("kjerne.helse")
    assert helse.get(pa_saksliste.her).status_code == 200
    assert "Personen er ute av saken" in sperr(som("slt"), pa_saksliste.sak, "kjerne.helse").content.decode()
    pa_saksliste.klient = helse
    return pa_saksliste


def test_the_case_is_gone_from_every_address_of_it(sperret):
    for side in ("", "oppsummering/", "innsyn/", "vurdering/", "avverging/", "inhabil/", "innsyn/utskrift/"):
        assert sperret.klient.get(sperret.her + side).status_code == 404, side


def test_the_case_is_gone_from_the_list(sperret):
    assert sperret.sak.nummer not in sperret.klient.get("/bekymring/").content.decode()


def test_the_case_is_gone_from_the_agenda_of_the_meeting_and_its_count(sperret):
    side = sperret.klient.get(f"/kjernegruppe/mote/{sperret.mote.ref}/").content.decode()
    assert sperret.sak.nummer not in side


def test_the_case_is_gone_from_the_start_page(som, sperret):
    assert "Forbered møtet" in som("kjerne.barnevern").get("/?oppgaver=alle").content.decode()
    assert "Forbered møtet" not in sperret.klient.get("/?oppgaver=alle").content.decode()


def test_own_look_ups_tell_it_without_its_number(sperret):
    side = sperret.klient.get("/personvern/mine-oppslag/").content.decode()
    assert "en sak du ikke lenger ser" in side and sperret.sak.nummer not in side


def test_history_shows_nothing_of_it(sperret):
    with i_kontekst(regi.person("kjerne.helse")), connection.cursor() as cursor:
        for tabell in ("sak", "sakslistepost", "samtykke", "delingsgrunnlag"):
            cursor.execute(f"SELECT count(*) FROM bekymring_historical{tabell}")
            assert cursor.fetchone() == (0,), tabell


def test_no_notice_goes_to_who_is_kept_out(som, grupper, django_capture_on_commit_callbacks):
    """The meeting concerns a case she may not know of: the other members are told, she is not."""
    for navn in ("kjerne.helse", "kjerne.barnevern", "kjerneleder"):
        Bruker.objects.filter(username=navn).update(email=f"{navn}@example.no")
    sak = regi.meld()
    regi.til_avklaring(sak)
    regi.gi_samtykke(sak)
    sperr(som("slt"), sak, "kjerne.helse")
    with django_capture_on_commit_callbacks(execute=True):
        regi.steg(sak, "slt", "henvis")
        regi.steg(sak, "kjerneleder", "sett_pa_saksliste", mote=regi.mote())
    assert sorted(brev.to[0] for brev in mail.outbox) == ["kjerne.barnevern@example.no", "kjerneleder@example.no"]


def test_the_move_to_a_meeting_passes_over_who_is_kept_out(som, grupper):
    sak = regi.meld()
    regi.til_avklaring(sak)
    regi.gi_samtykke(sak)
    sperr(som("slt"), sak, "kjerne.helse")
    regi.steg(sak, "slt", "henvis")
    regi.steg(sak, "kjerneleder", "sett_pa_saksliste", mote=regi.mote())
    assert som("kjerne.barnevern").get(f"/bekymring/{sak.ref}/").status_code == 200
    assert som("kjerne.helse").get(f"/bekymring/{sak.ref}/").status_code == 404
    with i_kontekst(regi.person("kjerneleder")):
        assert "kjerne.helse" not in mulige_ansvarlige(sak).values_list("username", flat=True)


def test_new_access_cannot_be_given_past_the_bar(som, sperret):
    valg = som("slt").get(sperret.her + "tilgang/gi/").content.decode().split('name="bruker"')[1].split("</select>")[0]
    assert "Jon Dahl" in valg and "Marit Sand" not in valg


def test_who_leads_sees_who_is_inhabil_and_the_members_do_not(som, sperret):
    for side in ("tilgang/", "innsyn/"):
        side = som("slt").get(sperret.her + side).content.decode()
        assert "er i slekt eller familie" in side and "Marit Sand" in side
    medlem = som("kjerne.barnevern")
    assert "Marit Sand" not in medlem.get(sperret.her + "innsyn/").content.decode()
    tidslinje = medlem.get(sperret.her).content.decode()
    assert "En person er tatt ut av saken" in tidslinje and "Marit Sand" not in tidslinje


def test_the_leader_lifts_the_bar_and_what_was_given_counts_again(som, sperret):
    side = f"{sperret.her}tilgang/inhabil/{regi.person('kjerne.helse').pk}/opphev/"
    assert "ikke lenger inhabil" in som("slt").post(side, follow=True).content.decode()
    assert sperret.klient.get(sperret.her).status_code == 200
    assert som("slt").post(side).status_code == 404  # nothing to lift


def test_a_koordinator_who_has_the_case_declares_it_and_the_deputy_has_the_case(
    som, grupper, django_capture_on_commit_callbacks
):
    sak = regi.meld()
    regi.til_avklaring(sak)
    Bruker.objects.filter(username="slt2").update(email="slt2@example.no")
    slt, her = som("slt"), f"/bekymring/{sak.ref}/"
    assert "Jeg er inhabil" in slt.get(her).content.decode()
    assert "tar stedfortrederen over" in slt.get(her + "inhabil/").content.decode()
    with django_capture_on_commit_callbacks(execute=True):
        assert "Du er ute av saken." in slt.post(her + "inhabil/", follow=True).content.decode()
    for side in (her, her + "oppsummering/", her + "tilgang/"):
        assert slt.get(side).status_code == 404
    for side in ("/bekymring/", "/bekymring/?vis=mine", "/?oppgaver=alle"):
        svar = slt.get(side).content.decode()
        assert sak.nummer not in svar and "Avklar samtykke" not in svar
    slt2 = som("slt2")
    assert "Neste steg: få samtykke" in slt2.get(her).content.decode()
    assert "Avklar samtykke" in slt2.get("/?oppgaver=alle").content.decode()
    assert [brev.to for brev in mail.outbox] == [["slt2@example.no"]]
    with i_kontekst(regi.person("slt2")):
        assert Sak.objects.get(pk=sak.pk).saksansvarlig.username == "slt2"


def test_the_deputy_has_the_case_also_while_the_group_leads_it(som, pa_saksliste):
    """The kjernegruppe's leader leads beside the koordinator, and is no deputy."""
    som("slt").post(pa_saksliste.her + "inhabil/")
    side = som("slt2").get(pa_saksliste.her).content.decode()
    assert "Venter på kjernegruppa" in side
    assert som("slt2").get(pa_saksliste.her + "tilgang/").status_code == 200


def test_a_koordinator_without_the_case_can_declare_it_too(som, grupper):
    sak = regi.meld()
    slt2 = som("slt2")
    slt2.post(f"/bekymring/{sak.ref}/inhabil/")
    assert slt2.get(f"/bekymring/{sak.ref}/").status_code == 404
    assert sak.nummer not in slt2.get("/bekymring/").content.decode()


def test_without_a_deputy_the_last_koordinator_is_told_what_to_do(som, grupper):
    sak = regi.meld()
    Rolletildeling.objects.filter(bruker__username="slt2").update(til=na())
    svar = som("slt").post(f"/bekymring/{sak.ref}/inhabil/")
    assert "Ingen annen koordinator kan ta over saken nå" in svar.content.decode()
    assert som("slt").get(f"/bekymring/{sak.ref}/").status_code == 200


def test_a_koordinator_who_is_barred_by_the_groups_leader_leaves_the_case_to_the_deputy(som, pa_saksliste):
    sperr(som("kjerneleder"), pa_saksliste.sak, "slt", "kollega")
    assert som("slt").get(pa_saksliste.her).status_code == 404
    assert som("slt2").get(pa_saksliste.her + "tilgang/").status_code == 200


def test_a_barred_reporter_keeps_no_line_of_it(som, grupper):
    sak = regi.meld()
    assert "/bekymring/kvittering/" in som("laerer").get("/bekymring/").content.decode()
    sperr(som("slt"), sak, "laerer")
    assert "/bekymring/kvittering/" not in som("laerer").get("/bekymring/").content.decode()
    with i_kontekst(regi.person("laerer")):
        assert not Kvittering.objects.exists()


def test_nobody_lifts_their_own_bar(som, grupper):
    sak = regi.meld()
    slt = som("slt")
    slt.post(f"/bekymring/{sak.ref}/inhabil/")
    assert slt.post(f"/bekymring/{sak.ref}/tilgang/inhabil/{regi.person('slt').pk}/opphev/").status_code == 404

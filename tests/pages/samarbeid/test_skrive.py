"""What the coordinator writes in the registry, and what happens with input that is wrong, doubled or crossed."""

import pytest
from django.utils import timezone

from brukere.models import Bruker
from samarbeid.models import Aktor, Avtale, Forum, Kontaktrolle, Kurs, Mote, Oppfolgingspunkt
from vern.kontekst import kontekst


def adresser(register):
    """Every address that changes something, with a row of its kind."""
    rad = register()
    aktor, forum, mote, kurs = (rad[navn].get_absolute_url() for navn in ("aktor", "forum", "mote", "kurs"))
    return [
        "/samarbeid/ny/",
        "/samarbeid/forum/nytt/",
        "/samarbeid/moter/nytt/",
        "/samarbeid/kurs/nytt/",
        *(f"{aktor}{del_}" for del_ in ("endre/", "kontakt/ny/", "avtale/ny/")),
        f"{forum}endre/",
        *(f"{mote}{del_}" for del_ in ("endre/", "referat/", "punkt/nytt/")),
        f"{kurs}endre/",
        f"/samarbeid/kontakt/{rad['kontakt'].pk}/endre/",
        f"/samarbeid/kontakt/{rad['kontakt'].pk}/slett/",
        f"/samarbeid/avtale/{rad['avtale'].pk}/endre/",
    ]


def test_every_form_opens_for_the_coordinator_and_exists_for_nobody_else(som, register):
    alle = adresser(register)
    assert [adresse for adresse in alle if som("slt").get(adresse).status_code != 200] == []
    for brukernavn in ("politi", "radmann", "system", "fremmed"):
        client = som(brukernavn)
        for adresse in alle:
            assert client.get(adresse).status_code == 404, adresse
            assert client.post(adresse, {}).status_code == 404, adresse


def test_a_new_partner_is_added_and_a_second_send_gives_the_same_one(som, send):
    slt = som("slt")
    skjema = slt.get("/samarbeid/ny/").context["skjema"]
    data = {"nokkel": skjema["nokkel"].value(), "navn": "Øre for deg", "type": "frivillig", "aliaser": "Øret\nØre"}
    svar = [slt.post("/samarbeid/ny/", data) for _ in range(2)]
    aktor = Aktor.objects.get(navn="Øre for deg")
    assert [ett.headers["Location"] for ett in svar] == [aktor.get_absolute_url()] * 2
    assert aktor.slug == "ore-for-deg"
    assert set(aktor.aliaser.values_list("navn", flat=True)) == {"Øret", "Øre"}
    assert aktor.history.get().history_user.username == "slt"


@pytest.mark.parametrize("navn", ["prøvelaget", "alias 0", "Sandefjord politidistrikt"])
def test_a_name_in_use_is_refused_with_the_holders_name(som, send, feil, register, navn):
    register()
    assert "er i bruk for" in feil(send(som("slt"), "/samarbeid/ny/", navn=navn, type="stat"))


def test_a_change_meanwhile_shows_the_difference_and_a_second_save_wins_knowingly(som, send, register):
    aktor = register()["aktor"]
    url = f"{aktor.get_absolute_url()}endre/"
    assert send(som("slt2"), url, merknad="Hannes merknad").status_code == 302
    svar = send(som("slt"), url, merknad="Karis merknad", versjon="1")
    tekst = svar.content.decode()
    assert "Hanne Berge endret dette" in tekst
    assert "Hannes" in tekst
    assert "Karis merknad" in tekst
    data = svar.context["skjema"].data
    assert som("slt").post(url, data).status_code == 302
    aktor.refresh_from_db()
    assert aktor.merknad == "Karis merknad"


def test_a_change_of_the_members_meanwhile_is_told_by_name_and_overwrites_nothing(som, send, register):
    rad = register()
    url = f"{rad['forum'].get_absolute_url()}endre/"
    assert send(som("slt2"), url, medlemmer=[rad["aktor"].pk]).status_code == 302
    svar = send(som("slt"), url, medlemmer=[], versjon="1")
    assert svar.status_code == 200
    assert "Hanne Berge endret dette" in svar.content.decode()
    assert str(rad["aktor"]) in svar.content.decode()
    assert rad["aktor"] in rad["forum"].medlemmer.all()


def test_a_faith_community_has_no_field_for_a_name(som, rigg):
    with rigg:
        samfunn = Aktor.objects.create(slug="samfunn", navn="Samfunnet", type="trossamfunn")
    skjema = som("slt").get(f"{samfunn.get_absolute_url()}kontakt/ny/").context["skjema"]
    assert "navn" not in skjema.fields
    assert "verv" in skjema.fields


def test_a_name_posted_past_the_form_to_a_faith_community_is_not_kept(som, send, rigg):
    with rigg:
        samfunn = Aktor.objects.create(slug="samfunn", navn="Samfunnet", type="trossamfunn")
    url = f"{samfunn.get_absolute_url()}kontakt/ny/"
    assert send(som("slt"), url, verv="leder", telefon="1", kilde="nett", navn="Ola Nordmann").status_code == 302
    assert "Ola Nordmann" not in som("slt").get(samfunn.get_absolute_url()).content.decode()


def test_a_name_in_a_voluntary_organisation_asks_when_the_person_said_yes(som, send, feil, register):
    url = f"{register()['aktor'].get_absolute_url()}kontakt/ny/"
    felt = {"verv": "leder", "telefon": "1", "kilde": "nett", "navn": "Lise Ås"}
    assert "sa ja" in feil(send(som("slt"), url, **felt))
    assert send(som("slt"), url, **felt, samtykke_dato="i går").status_code == 302


def test_a_deleted_contact_is_gone_from_the_page(som, register):
    rad = register()
    slt, url = som("slt"), rad["aktor"].get_absolute_url()
    assert "33 99 88 77" in slt.get(url).content.decode()
    assert slt.post(f"/samarbeid/kontakt/{rad['kontakt'].pk}/slett/").status_code == 302
    assert "33 99 88 77" not in slt.get(url).content.decode()
    assert slt.get(f"/samarbeid/kontakt/{rad['kontakt'].pk}/endre/").status_code == 404


def test_a_contact_due_for_deletion_is_not_shown_even_before_the_job_has_run(som, register):
    rad = register()
    with kontekst(Bruker.objects.get(username="slt")):
        Kontaktrolle.objects.filter(pk=rad["kontakt"].pk).update(slettes_dato=timezone.localdate())
    assert "33 99 88 77" not in som("slt").get(rad["aktor"].get_absolute_url()).content.decode()


def test_a_forum_its_meeting_and_minutes_from_start_to_end(som, send, register):
    aktor = register()["aktor"]
    slt = som("slt")
    svar = send(slt, "/samarbeid/forum/nytt/", navn="Nytt forum", ansvarlig=aktor.pk, medlemmer=[aktor.pk])
    forum = Forum.objects.get(navn="Nytt forum")
    assert svar.headers["Location"] == forum.get_absolute_url()
    send(slt, "/samarbeid/moter/nytt/", forum=str(forum.pk), dato="1.2.2026", klokke="kl. 9", sted="Rådhuset")
    mote = Mote.objects.get(forum=forum)
    assert f"{timezone.localtime(mote.tid):%Y-%m-%d %H:%M}" == "2026-02-01 09:00"
    send(slt, f"{mote.get_absolute_url()}referat/", referat="Vi ble enige.", **{f"antall_{aktor.pk}": "3"})
    send(slt, f"{mote.get_absolute_url()}punkt/nytt/", tekst="Ringe", ansvarlig=aktor.pk, frist="1.3.2026")
    side = slt.get(mote.get_absolute_url()).content.decode()
    assert "Vi ble enige." in side
    punkt = Oppfolgingspunkt.objects.get(mote=mote)
    assert slt.post(f"/samarbeid/moter/punkt/{punkt.pk}/", {"gjort": "ja"}).status_code == 302
    punkt.refresh_from_db()
    assert punkt.utfort_dato == timezone.localdate()


def test_a_meeting_with_minutes_is_not_called_off_and_the_form_says_why(som, send, feil, register):
    url = f"{register()['mote'].get_absolute_url()}endre/"
    assert "har et referat" in feil(send(som("slt"), url, avlyst="on"))


def test_a_course_is_counted_by_service(som, send):
    skole = Aktor.objects.get(slug="skole-barnehagekontor")
    felt = {"tittel": "Kurset", "dato": "2.2.2026", "arrangor": skole.pk, f"antall_{skole.pk}": "12"}
    assert send(som("slt"), "/samarbeid/kurs/nytt/", **felt).status_code == 302
    kurs = Kurs.objects.get(tittel="Kurset")
    assert list(kurs.deltakelser.values_list("tjeneste", "antall")) == [(skole.pk, 12)]


def test_an_agreement_is_registered_with_its_archive_reference(som, send, register):
    aktor = register()["aktor"]
    url = f"{aktor.get_absolute_url()}avtale/ny/"
    felt = {"art": "taushet", "tittel": "Taushet", "dokumentreferanse": "26/9", "gyldig_fra": "1.1.2026"}
    assert send(som("slt"), url, **felt).status_code == 302
    assert Avtale.objects.get(aktor=aktor, art="taushet").dokumentreferanse == "26/9"


@pytest.mark.parametrize(
    ("felt", "verdi", "melding"),
    [
        ("gyldig_fra", "30.2.2026", "finnes ikke"),
        ("gyldig_fra", "1.1.0001", "Året må være"),
        ("gyldig_fra", "2026", "Skriv datoen slik"),
        ("gyldig_til", "1.1.2020", "etter at avtalen begynte"),
        ("tittel", "", "Fyll ut"),
        ("tittel", "x" * 200, "høyst 160 tegn"),
        ("tittel", "x" * 1_000_000, "høyst 160 tegn"),
        ("tittel", "Gjelder 01020312345", "11 sifre på rad"),
        ("art", "krig", "Velg ett av valgene"),
        ("nokkel", "tull", "kjenne igjen skjemaet"),
    ],
)
def test_wrong_input_gives_a_message_and_keeps_what_was_typed(som, send, feil, register, felt, verdi, melding):
    url = f"{register()['aktor'].get_absolute_url()}avtale/ny/"
    riktig = {"art": "taushet", "tittel": "Avtalen vår", "dokumentreferanse": "26/9", "gyldig_fra": "1.1.2026"}
    svar = send(som("slt"), url, **(riktig | {felt: verdi}))
    assert melding in feil(svar)
    assert "26/9" in svar.content.decode()
    assert not Avtale.objects.filter(dokumentreferanse="26/9").exists()


@pytest.mark.parametrize("verdi", ["9" * 30, "abc", "-1", "1.5"])
def test_numbers_out_of_this_world_give_a_message(som, send, feil, register, verdi):
    rad = register()
    mote = f"{rad['mote'].get_absolute_url()}referat/"
    medlem = rad["mote"].forum.medlemmer.first()
    assert feil(send(som("slt"), mote, **{f"antall_{medlem.pk}": verdi}))
    assert feil(send(som("slt"), "/samarbeid/forum/nytt/", navn="F", ansvarlig=verdi, medlemmer=[verdi]))


@pytest.mark.parametrize("klokke", ["25.00", "9.99", "ni", "9" * 100])
def test_a_time_that_is_none_gives_a_message(som, send, feil, register, klokke):
    url = f"{register()['mote'].get_absolute_url()}endre/"
    assert "Skriv klokkeslettet slik" in feil(send(som("slt"), url, klokke=klokke))


def test_a_nul_byte_is_stopped_and_emoji_is_kept(som, send, register):
    url = f"{register()['aktor'].get_absolute_url()}endre/"
    assert send(som("slt"), url, merknad="a\x00b").status_code in (200, 400)
    assert send(som("slt"), url, merknad="Fin dag 🌞").status_code == 302
    assert Aktor.objects.get(slug="prove").merknad == "Fin dag 🌞"


@pytest.mark.parametrize("metode", ["get", "put", "delete"])
def test_a_point_is_changed_by_post_only(som, register, metode):
    register()
    punkt = Oppfolgingspunkt.objects.first()
    assert getattr(som("slt"), metode)(f"/samarbeid/moter/punkt/{punkt.pk}/").status_code == 405

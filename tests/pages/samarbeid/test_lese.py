"""Who reads what in the registry."""

import pytest

from samarbeid.models import Aktor, Forum

FORA_OG_MOTER = ["/samarbeid/forum/", "/samarbeid/moter/", "/samarbeid/moter/?vis=tidligere"]
LISTER = ["/samarbeid/", *FORA_OG_MOTER, "/samarbeid/kurs/"]
INTERNT = ["33 99 88 77", "nettsiden", "Avtale 0", "Hemmelig saksliste", "Hemmelig referat", "Hemmelig punkt"]


def sider(register):
    rad = register()
    return [*LISTER, *(rad[navn].get_absolute_url() for navn in ("aktor", "forum", "mote", "kurs"))]


def alt(client, adresser):
    svar = [client.get(adresse) for adresse in adresser]
    assert [ett.status_code for ett in svar] == [200] * len(adresser)
    return "".join(ett.content.decode() for ett in svar)


@pytest.mark.parametrize("brukernavn", ["slt", "politi", "radmann", "laerer"])
def test_those_with_a_role_read_contacts_agreements_and_minutes(som, register, brukernavn):
    tekst = alt(som(brukernavn), sider(register))
    assert [ord for ord in INTERNT if ord not in tekst] == []


def test_to_the_stranger_the_registry_does_not_exist(som, register):
    assert {som("fremmed").get(adresse).status_code for adresse in sider(register)} == {404}


@pytest.mark.parametrize("brukernavn", ["kjerne.helse"])
def test_one_without_a_role_reads_which_partners_there_are_and_nothing_of_people(som, register, brukernavn):
    tekst = alt(som(brukernavn), sider(register))
    assert "Prøvelaget" in tekst
    assert [ord for ord in INTERNT if ord in tekst] == []


def test_only_the_coordinator_is_offered_to_change_anything(som, register):
    adresser = sider(register)
    assert "/nytt/" in alt(som("slt"), adresser)
    for brukernavn in ("politi", "kjerne.helse"):
        tekst = alt(som(brukernavn), adresser)
        assert [ord for ord in ("/endre/", "/ny/", "/nytt/", "/slett/", "/referat/") if ord in tekst] == []


def test_partners_stand_in_groups_in_norwegian_order(som, rigg):
    with rigg:
        for nr, navn in enumerate(["Åpen dør", "Ærlig", "Østavind", "Zorro", "Aase"]):
            Aktor.objects.create(slug=f"x{nr}", navn=navn, type="trossamfunn")
    grupper = dict(som("slt").get("/samarbeid/?type=trossamfunn").context["grupper"])
    rekke = [aktor.navn for aktor in grupper["Tros- og livssynssamfunn"] if aktor.slug.startswith("x")]
    assert rekke == ["Zorro", "Ærlig", "Østavind", "Åpen dør", "Aase"]


@pytest.mark.parametrize(
    ("sok", "treff"), [("q=PRØVEL", 1), ("q=alias 0", 1), ("q=ingen heter dette", 0), ("q=Prøve&type=stat", 0)]
)
def test_search_finds_names_and_other_names_whatever_the_case(som, register, sok, treff):
    register()
    svar = som("kjerne.helse").get(f"/samarbeid/?{sok}")
    assert svar.context["side"].paginator.count == treff
    assert ("Ingen treff" in svar.content.decode()) is (treff == 0)


def test_a_partner_with_a_successor_is_found_among_former_ones_and_shows_the_way_on(som):
    gammel = Aktor.objects.get(slug="vestfold-politidistrikt")
    client = som("kjerne.helse")
    assert "Vestfold politidistrikt" not in client.get("/samarbeid/?type=politi").content.decode()
    assert "Vestfold politidistrikt" in client.get("/samarbeid/?type=politi&vis=alle").content.decode()
    assert "Oppgavene ligger nå hos" in client.get(gammel.get_absolute_url()).content.decode()
    ny = client.get(gammel.etterfulgt_av.get_absolute_url()).content.decode()
    assert "Har tatt over etter" in ny


def test_a_partners_page_shows_the_tiltak_it_carries(som):
    svar = som("kjerne.helse").get(Aktor.objects.get(slug="sor-ost-politidistrikt").get_absolute_url())
    assert [rad["nr"] for rad in svar.context["tiltak"] if rad["rolle"] == "Hovedansvarlig"] == [2]


def test_empty_lists_say_why(som, db):
    for adresse in (*FORA_OG_MOTER, "/samarbeid/kurs/"):
        if not Forum.objects.exists():
            assert "hp-tom" in som("kjerne.helse").get(adresse).content.decode()


@pytest.mark.parametrize("side", ["0", "-1", "abc", "9" * 30, "%00"])
def test_a_page_number_out_of_this_world_gives_a_page(som, register, side):
    register()
    client = som("slt")
    for adresse in LISTER:
        skille = "&" if "?" in adresse else "?"
        assert client.get(f"{adresse}{skille}page={side}").status_code in (200, 400)


@pytest.mark.parametrize("adresse", ["999999999", "9" * 30, "0"])
def test_an_unknown_partner_is_not_found(som, adresse):
    assert som("slt").get(f"/samarbeid/{adresse}/").status_code == 404


# queries: session, user, context, the page's own; the same for 1 and for 30 rows
ANTALL = {
    "/samarbeid/": 10,
    "/samarbeid/forum/": 8,
    "/samarbeid/moter/": 9,
    "/samarbeid/moter/?vis=tidligere": 9,
    "/samarbeid/kurs/": 10,
    "aktor": 17,
    "forum": 12,
    "mote": 10,
    "kurs": 9,
}


@pytest.mark.parametrize("antall", [1, 30])
@pytest.mark.parametrize("side", ANTALL)
def test_the_number_of_queries_does_not_grow(som, register, django_assert_num_queries, side, antall):
    rad = register(antall)
    adresse = side if side.startswith("/") else rad[side].get_absolute_url()
    client = som("slt")
    client.get(adresse)
    with django_assert_num_queries(ANTALL[side]):
        client.get(adresse)

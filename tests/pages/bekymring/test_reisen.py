"""One concern from the teacher's report to the end, page by page, as the people who do it."""

import pytest

from bekymring.models import Sak
from demo import regi
from vern.kontekst import som as i_kontekst

from .conftest import samtykket
from .skjema import send, valgene

pytestmark = pytest.mark.django_db
OBSERVASJON = "Eleven viste en video med grov vold og sa at noen burde få svi."
REFERAT = "REFERATMARKOR enige om å møtes igjen"
HELSE = "HELSEMARKOR sover godt"
LOGG = "MENTORMARKOR gikk på klatring"


@pytest.fixture
def grupper(db):
    regi.lag_grupper()


def ok(svar, *tekster):
    assert svar.status_code == 200
    side = svar.content.decode()
    assert "ds-error-summary" not in side, side[side.index("ds-error-summary") :][:800]
    for tekst in tekster:
        assert tekst in side, tekst
    return side


def sak_for(brukernavn):
    with i_kontekst(regi.person(brukernavn)):
        return Sak.objects.latest("opprettet")


def meld(laerer):
    ok(send(laerer, "/bekymring/meld/", observasjon=OBSERVASJON, kilde="selv"), "Hvem gjelder det?")
    ok(
        send(laerer, "/bekymring/meld/hvem/", aldersspenn="16_17", beskyttelse="Har en trener hen stoler på."),
        "Hva er gjort?",
    )
    ok(
        send(laerer, "/bekymring/meld/gjort/", gjort="Kontaktlærer har snakket med eleven.", droftet="on"),
        OBSERVASJON,
        "Send til koordinatoren",
    )
    return ok(send(laerer, "/bekymring/meld/se-over/"), "Vi har fått bekymringen", "Kari Nordby", OBSERVASJON)


def test_from_a_report_to_the_end_page_by_page(som, grupper):
    slt, leder, politi, mentor = som("slt"), som("kjerneleder"), som("politi"), som("mentor")
    meld(som("laerer"))
    sak = sak_for("slt")
    her = f"/bekymring/{sak.ref}/"
    gruppe = str(sak_gruppe())

    ok(slt.get("/bekymring/?vis=mottak"), sak.nummer)
    ok(slt.get(her), "ta stilling til bekymringen", OBSERVASJON)
    ok(send(slt, her + "steg/til_avklaring/", kjernegruppe=gruppe, dialog="Rektor snakker med dem."), "få samtykke")
    svar = send(slt, her + "steg/henvis/", kjernegruppe=gruppe)
    assert "Det mangler samtykke eller annet grunnlag" in svar.content.decode()

    mottakere = valgene(slt.get(her + "samtykke/"), "mottakere")
    alle_formal = valgene(slt.get(her + "samtykke/"), "formal")
    ok(
        send(
            slt,
            her + "samtykke/",
            **samtykket(mottakere=mottakere, personer=[str(regi.person("mentor").pk)], formal=alle_formal),
        ),
        "Samtykket er registrert",
    )
    ok(send(slt, her + "steg/henvis/", kjernegruppe=gruppe), "Venter på kjernegruppa")

    ok(leder.get(her), "sett saken på saksliste")
    ok(
        send(leder, f"/kjernegruppe/{gruppe}/innkall/", dato=f"{regi.om(3):%d.%m.%Y}", klokka="12"),
        "Møte i kjernegruppa",
    )
    ok(
        send(
            leder, her + "steg/sett_pa_saksliste/", mote=valgene(leder.get(her + "steg/sett_pa_saksliste/"), "mote")[-1]
        )
    )
    ok(send(som("kjerne.helse"), her + "vurdering/", innhold=HELSE, sone="helse"), "Vurderingen er lagret")
    ok(
        send(
            leder,
            her + "steg/konkluder/",
            type="samtale",
            begrunnelse="Bekymringen er reell, men ikke akutt.",
            ansvarlig=str(regi.person("politi").pk),
            frist=f"{regi.om(10):%d.%m.%Y}",
            den_unges_syn="Vil gjerne snakke.",
            barnets_beste="Tidlig hjelp.",
        ),
        "Kjernegruppa konkluderte",
    )

    ok(politi.get(her), "avtal samtalen", OBSERVASJON)
    ok(
        send(politi, her + "samtale/", spor="frivillig", dato=f"{regi.om(0):%d.%m.%Y}", klokka="14.00", sted="skole"),
        "Samtalen er avtalt",
        "skriv referat",
    )
    ok(
        send(
            politi,
            her + f"samtale/{samtale(sak).pk}/referat/",
            gjennomfort="som_avtalt",
            holdt="i dag",
            enighet=REFERAT,
            forslag="oppfolging",
        ),
        "Referatet er sendt",
    )
    assert REFERAT in politi.get(her + "oppsummering/").content.decode()

    side = ok(slt.get(her + "oppsummering/"), "Ansvarsgruppe eller mentor")
    assert REFERAT not in side
    assert HELSE not in side
    ok(
        send(
            slt,
            her + "mentor/",
            mentor=str(regi.person("mentor").pk),
            erklaering="i går",
            politiattest="i går",
            evaluering=f"{regi.om(60):%d.%m.%Y}",
        ),
        "Mentoren er foreslått",
    )
    ok(send(slt, her + "steg/start_oppfolging/", frist=f"{regi.om(60):%d.%m.%Y}"), "Oppfølgingen pågår")
    assert mentor.get(her).status_code == 404
    forlop = mentorforlop(sak)
    ok(slt.post(her + f"mentor/{forlop.pk}/signer/", {"versjon": 1}, follow=True), "Avtalen med mentoren er signert")
    linja = ok(mentor.get("/bekymring/"), "Du er mentor")
    assert "Oppfølging pågår" not in linja
    side = ok(mentor.get(her), "Klar til å begynne")
    assert OBSERVASJON not in side
    ok(mentor.post(her + f"mentor/{forlop.pk}/start/", {"versjon": 2}, follow=True), "Logg kontakt")
    ok(send(mentor, her + f"kontakt/{forlop.pk}/", type="aktivitet", hvordan="4", tekst=LOGG), LOGG)
    slutt = her + f"mentor/{forlop.pk}/avslutt/"
    ok(mentor.post(slutt, {"versjon": 3}), "Stopp og se over")
    ok(mentor.get(her), "Logg kontakt")
    ok(mentor.post(slutt, {"versjon": 3, "bekreftet": "1"}, follow=True), "Mentorforløpet: Avsluttet.")
    assert mentor.get(her).status_code == 404

    ok(send(slt, her + "steg/evaluer/"), "evaluer oppfølgingen")
    svar = send(slt, her + "steg/avslutt/", begrunnelse="Målet er nådd.", informert="on")
    assert "Saken har oppgaver som ikke er gjort." in svar.content.decode()
    oppgave = oppgaver(sak)[0]
    ok(slt.post(her + f"oppgave/{oppgave.pk}/gjort/", follow=True), "Oppgaven er gjort")
    ok(send(slt, her + "steg/avslutt/", begrunnelse="Målet er nådd.", informert="on"), "Saken er avsluttet")
    ok(send(slt, her + "steg/sperr/"), "Sperret")
    for klient in (leder, politi, mentor, som("laerer"), som("kjerne.helse")):
        assert klient.get(her).status_code == 404


def sak_gruppe():
    from bekymring.models import Kjernegruppe

    with i_kontekst(regi.person("slt")):
        return Kjernegruppe.objects.get(navn=regi.GRUPPE).pk


def samtale(sak):
    with i_kontekst(regi.person("politi")):
        return sak.samtaler.get()


def mentorforlop(sak):
    with i_kontekst(regi.person("slt")):
        return sak.mentorforlop.get()


def oppgaver(sak):
    with i_kontekst(regi.person("slt")):
        return list(sak.oppgaver.filter(gjort=None))

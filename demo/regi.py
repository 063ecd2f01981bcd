"""The personas play a case forward, each act through the product's own services. For the seeder and the tests."""

from collections.abc import Iterable
from datetime import date, datetime, time, timedelta
from typing import Any
from uuid import uuid4

from django.utils import timezone

from bekymring.choices import (
    AR,
    VOKSEN,
    Aldersspenn,
    Foresattkontakt,
    Formal,
    Gjennomforing,
    Grupperolle,
    Hjemmelkode,
    Konklusjonstype,
    Kontakttype,
    Opplysning,
    Samtalespor,
    Samtaletype,
    Samtaleutfall,
    Samtykkeform,
    Stedstype,
)
from bekymring.lesing.innsyn import innsyn
from bekymring.models import Hjemmel, Kjernegruppe, Medlemskap, Mentorforlop, Mote, Sak, Samtale
from bekymring.services import (
    annet_grunnlag,
    deling,
    flyt,
    gjennomgang,
    identitet,
    kjernegruppe,
    melding,
    oppfolging,
    samtale,
    samtykke,
)
from brukere.models import Bruker
from felles.tid import idag, na
from samarbeid.models import Aktor
from vern.kontekst import som

GRUPPE = "Ungdomsskolene"
GRUPPER = {
    "Ungdomsskolene": (
        ("kjerneleder", "skole", Grupperolle.LEDER),
        ("kjerne.helse", "helsesykepleier", Grupperolle.MEDLEM),
        ("kjerne.barnevern", "barnevern", Grupperolle.MEDLEM),
    ),
    "Videregående": (("kjerne.vgs", "skole", Grupperolle.LEDER),),
}
MOTTAKERE = ("skole-barnehagekontor", "helse", "barnevern", "sandefjord-politi")


def person(brukernavn: str) -> Bruker:
    """A fresh object: roles are read once for each."""
    return Bruker.objects.get(username=brukernavn)


def lag_grupper() -> None:
    """The two kjernegrupper and their members, unless they are there."""
    slt = person("slt")
    with som(slt):
        for navn, medlemmer in GRUPPER.items():
            gruppe, _ = Kjernegruppe.objects.get_or_create(navn=navn)
            for brukernavn, funksjon, rolle in medlemmer:
                bruker = person(brukernavn)
                if not gruppe.medlemskap.gjeldende().filter(bruker=bruker).exists():
                    Medlemskap.objects.create(
                        gruppe=gruppe, bruker=bruker, funksjon=funksjon, rolle=rolle, fra=na() - timedelta(days=400)
                    )


def om(dager: int) -> date:
    return idag() + timedelta(days=dager)


def klokka(dag: date, time_: int, minutt: int = 0) -> datetime:
    return timezone.make_aware(datetime.combine(dag, time(time_, minutt)))


def meld(alder: str = "16_17", *, av: str = "laerer", **felt: Any) -> Sak:
    """Reported, without a name."""
    bruker = person(av)
    data: dict[str, Any] = {
        "observasjon": "Eleven har delt voldelig innhold i klassechatten og trekker seg unna venner.",
        "beskyttelse": "Eleven kommer på skolen hver dag og har god kontakt med en trener.",
        "gjort": "Kontaktlærer har snakket med eleven.",
        "kilde": "selv",
        "droftet": True,
        "tekst_bekreftet": True,
    } | felt
    with som(bruker):
        kvittering = melding.meld(av=bruker, nokkel=uuid4(), aldersspenn=alder, **data)
        return kvittering.sak


def steg(sak: Sak, av: str, overgang: str, **data: Any) -> Sak:
    """One move of the table."""
    bruker = person(av)
    with som(bruker):
        if "kjernegruppe" in data:
            data["kjernegruppe"] = Kjernegruppe.objects.get(navn=data["kjernegruppe"])
        return flyt.utfor(av=bruker, sak=sak, overgang=overgang, **data)


def ta_imot(sak: Sak, gruppe: str = GRUPPE) -> Sak:
    return steg(sak, "slt", "ta_imot", kjernegruppe=gruppe)


def til_avklaring(sak: Sak, gruppe: str = GRUPPE) -> Sak:
    return steg(
        sak,
        "slt",
        "til_avklaring",
        kjernegruppe=gruppe,
        dialog="Kontaktlærer og rektor snakker med eleven og de foresatte.",
    )


ALT_DELES = (Opplysning.MED_NAVN, Opplysning.IDENTITET, Opplysning.UTVALGTE)
OPPFOLGERE = ("mentor", "kjerne.helse")


def gi_samtykke(sak: Sak, *slugs: str, dager: int = 180, givere: Iterable[str] = (), **felt: Any) -> Any:
    """Consent by everybody who must give it, to the kjernegruppe and the police, for all that is to be done.

    `givere`: «selv», «foresatt»; by age when none is named. Gives the consent of the first of them.
    """
    slt = person("slt")
    voksen = sak.aldersspenn in ("18_24", "25_pluss")
    givere = givere or (("selv",) if voksen else ("selv", "foresatt"))
    data: dict[str, Any] = {
        "form": Samtykkeform.SKRIFTLIG,
        "opplysninger": ALT_DELES,
        "formal": [f for f in Formal if f != Formal.DROFTING],
        "gyldig_til": om(dager),
        "personer": list(Bruker.objects.filter(username__in=OPPFOLGERE)),
    } | felt
    with som(slt):
        alle = samtykke.parter(sak, foresatte=0 if voksen else 1)
        return samtykke.gi_samtykke(
            av=slt,
            sak=sak,
            nokkel=uuid4(),
            givere=[part for part in alle if part.type in givere],
            mottakere=list(Aktor.objects.filter(slug__in=slugs or MOTTAKERE)),
            **data,
        )[0]


def skriv_kort(sak: Sak, navn: str = "Oppdiktet Person", *, av: str = "slt", ar: int = 0) -> Any:
    """Who the case concerns, once consent is there. `ar`: how old; else as the case says."""
    bruker = person(av)
    ar = ar or AR[Aldersspenn(sak.aldersspenn)][0]
    foresatte = "mor, gjennom skolen" if ar < 18 else ""
    kort = identitet.Kort(navn, kontakt="gjennom kontaktlærer", fodselsar=idag().year - ar, foresatte=foresatte)
    with som(bruker):
        return identitet.skriv_kort(av=bruker, sak=sak, nokkel=uuid4(), kort=kort)


def del_kort(sak: Sak, til: str, formal: str = "", *, av: str = "slt") -> None:
    """The card, for a conversation, to the mentor for that, or for a purpose that is named."""
    formal = formal or {"mentor": Formal.MENTOR}.get(til, Formal.SAMTALE)
    bruker = person(av)
    with som(bruker):
        identitet.del_kort(av=bruker, sak=sak, bruker=person(til), formal=formal)


def gjor_oppgaver(sak: Sak, av: str = "slt") -> None:
    bruker = person(av)
    with som(bruker):
        for oppgave in list(sak.oppgaver.apne().select_related("sak")):
            oppfolging.gjor_oppgave(av=bruker, oppgave=oppgave)


def mote(gruppe: str = GRUPPE, *, tid: datetime | None = None, av: str = "kjerneleder") -> Mote:
    bruker = person(av)
    with som(bruker):
        return kjernegruppe.kall_inn(
            av=bruker,
            gruppe=Kjernegruppe.objects.get(navn=gruppe),
            nokkel=uuid4(),
            tid=tid or na() + timedelta(days=3),
        )


def neste_mote(gruppe: str = GRUPPE) -> Mote:
    """The meeting ahead, called if there is none."""
    leder = person("kjerneleder")
    with som(leder):
        found = Mote.objects.filter(gruppe__navn=gruppe, tid__gt=timezone.now()).order_by("tid").first()
    return found or mote(gruppe, tid=klokka(timezone.localdate() + timedelta(days=3), 12))


def vurder(sak: Sak, av: str, sone: str, innhold: str) -> None:
    bruker = person(av)
    with som(bruker):
        kjernegruppe.skriv_vurdering(av=bruker, sak=sak, nokkel=uuid4(), sone=sone, innhold=innhold)


def konkluder(sak: Sak, *typer: str, ansvarlig: str = "politi", **felt: Any) -> Sak:
    """The leader concludes; one conclusion a type."""
    data: dict[str, Any] = {
        "den_unges_syn": "Eleven er enig i at det kan hjelpe å snakke med noen.",
        "barnets_beste": "Tidlig hjelp uten store inngrep er vurdert som best.",
    } | felt
    valg = [
        {
            "type": t,
            "begrunnelse": "Bekymringen er reell, men ikke akutt.",
            "ansvarlig": person(ansvarlig),
            "frist": om(14),
        }
        for t in (typer or (Konklusjonstype.SAMTALE,))
    ]
    return steg(sak, "kjerneleder", "konkluder", konklusjoner=valg, **data)


def avtal_samtale(sak: Sak, *, tid: datetime | None = None, **felt: Any) -> Samtale:
    politi = person("politi")
    data: dict[str, Any] = {
        "type": Samtaletype.BEKYMRING,
        "spor": Samtalespor.FRIVILLIG,
        "tid": tid or klokka(om(3), 14),
        "sted": Stedstype.POLITISTASJON,
        "tolk": False,
        "foresatte": Foresattkontakt.IKKE_AKTUELT if sak.aldersspenn in VOKSEN else Foresattkontakt.POLITI,
        "deltakere": [] if sak.aldersspenn in VOKSEN else ["foresatte"],
    } | felt
    with som(politi):
        return samtale.avtal_samtale(av=politi, sak=sak, nokkel=uuid4(), **data)


def skriv_referat(rad: Samtale, forslag: str = Samtaleutfall.OPPFOLGING, **felt: Any) -> Samtale:
    politi = person("politi")
    data: dict[str, Any] = {
        "gjennomfort": Gjennomforing.SOM_AVTALT,
        "holdt": idag(),
        "enighet": "Vi ble enige om å møtes igjen og om å involvere treneren.",
    } | felt
    with som(politi):
        return samtale.skriv_referat(av=politi, samtale=rad, versjon=rad.versjon, forslag=forslag, **data)


def foresla_mentor(sak: Sak) -> Mentorforlop:
    slt = person("slt")
    with som(slt):
        return oppfolging.foresla_mentor(
            av=slt,
            sak=sak,
            nokkel=uuid4(),
            mentor=person("mentor"),
            erklaering=om(-30),
            politiattest=om(-30),
            evaluering=om(60),
        )


def flytt_mentor(forlop: Mentorforlop, av: str, overgang: str) -> Mentorforlop:
    bruker = person(av)
    with som(bruker):
        forlop.refresh_from_db()
        return oppfolging.flytt_mentor(av=bruker, forlop=forlop, overgang=overgang, versjon=forlop.versjon)


def logg_kontakt(forlop: Mentorforlop, tekst: str = "", hvordan: int = 4) -> None:
    mentor = person("mentor")
    with som(mentor):
        oppfolging.logg_kontakt(
            av=mentor,
            forlop=forlop,
            nokkel=uuid4(),
            dato=idag(),
            type=Kontakttype.AKTIVITET,
            hvordan=hvordan,
            tekst=tekst,
        )


def ansvarsgruppe(sak: Sak) -> Any:
    slt = person("slt")
    with som(slt):
        return oppfolging.opprett_ansvarsgruppe(
            av=slt,
            sak=sak,
            nokkel=uuid4(),
            koordinator=person("kjerne.helse"),
            neste_mote=om(14),
            evaluering=om(60),
            ip_finnes=False,
        )


def avlys_samtale(rad: Samtale) -> Samtale:
    politi = person("politi")
    with som(politi):
        return samtale.avlys_samtale(av=politi, samtale=rad, versjon=rad.versjon)


def trekk_samtykke(sak: Sak, rad: Any) -> None:
    slt = person("slt")
    with som(slt):
        samtykke.trekk_samtykke(av=slt, sak=sak, samtykke=rad)


def registrer_grunnlag(
    sak: Sak,
    slug: str = "skole-barnehagekontor",
    hjemmel: str = "liv_helse",
    nodvendighet: str = "Det er fare for at noen blir skadet.",
    **mer: Any,
) -> Any:
    slt = person("slt")
    with som(slt):
        return annet_grunnlag.registrer_grunnlag(
            av=slt,
            sak=sak,
            nokkel=uuid4(),
            mottaker=Aktor.objects.get(slug=slug),
            hjemmel=Hjemmel.objects.get(kode=hjemmel),
            opplysninger=[Opplysning.MED_NAVN],
            formal=[Formal.KJERNEGRUPPE],
            nodvendighet=nodvendighet,
            til=om(30),
            **mer,
        )


def registrer_unntak(sak: Sak, foresatt: int = 2) -> Any:
    """One guardian is not asked: sent to the second koordinator (R18)."""
    slt = person("slt")
    with som(slt):
        return annet_grunnlag.registrer_unntak(
            av=slt,
            sak=sak,
            nokkel=uuid4(),
            foresatt=foresatt,
            hjemmel=Hjemmel.objects.get(kode=Hjemmelkode.LIV_HELSE),
            begrunnelse="Forelderen har truet barnet, og kan skade det hvis dette blir kjent.",
            til=om(20),
        )


def samtykke_til_helse(sak: Sak, *slugs: str) -> Any:
    """Consent to what health has written, to these: by the guardians under 16, by the person from then on."""
    giver = "foresatt" if sak.aldersspenn in ("under_10", "10_12", "13_15") else "selv"
    return gi_samtykke(
        sak, *slugs, givere=[giver], opplysninger=[Opplysning.HELSE], formal=[Formal.KJERNEGRUPPE], personer=[]
    )


def del_opplysninger(sak: Sak, av: str = "kjerne.helse", slug: str = "barnevern") -> Any:
    """One's newest assessment in the own zone, copied to another service, when health has a consent of its own."""
    helse = samtykke_til_helse(sak, slug)
    bruker = person(av)
    with som(bruker) as ctx:
        ring = innsyn(ctx, [sak], del_="deling")
        tekst = sak.tekster.filter(av=bruker, art="vurdering").exclude(sone="felles").latest("tid")
        return deling.del_opplysninger(
            av=bruker,
            sak=sak,
            nokkel=uuid4(),
            tekster=[(tekst, ring.apne(tekst))],
            grunnlag=helse.grunnlag.get(),
            alle=False,
            mottaker=None,
            hvorfor="Barnevernet skal vurdere hva slags hjelp familien kan få.",
            hvor_mye="Bare vurderingen av hvordan det går nå, ikke det som er sagt i samtalene.",
            til=om(30),
        )


def signer_gjennomganger(*, gjenstar: int = 2) -> None:
    """The koordinator has looked through who has access in all cases but the oldest."""
    slt = person("slt")
    with som(slt):
        for sak in list(gjennomgang.til_gjennomgang(slt))[gjenstar:]:
            gjennomgang.signer(av=slt, sak=sak, nokkel=uuid4())

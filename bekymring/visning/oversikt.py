"""What waits on a person in the cases, told without any case's number or content: only what to do, and where."""

from collections.abc import Callable, Mapping
from datetime import timedelta

from django.db.models import Count, Min, OuterRef, Q, Subquery, TextField
from django.db.models.functions import Cast
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from brukere.models import Bruker
from felles.dato import langdato
from felles.gjoremal import Gjoremal
from felles.samlet import Liste, Samlelinje, samlet
from felles.tid import idag, na

from ..choices import Beskjedart, Mentortilstand, Rett, Sakrolle, Samtaletilstand, Tilstand
from ..lesing.saksdelen import Saksdelen, saksdelen
from ..models import (
    Beskjed,
    Delingsgrunnlag,
    Foresattunntak,
    Hjemmelgodkjenning,
    Mentorforlop,
    Oppgave,
    Personvernvurdering,
    Sak,
    Sakslistepost,
    Samtale,
    Tilgang,
    Utkast,
)
from ..policy import (
    bekrefter_grunnlag,
    can_fore_tilsyn,
    can_godkjenne_vurdering,
    can_lese_hjemler,
    can_view_alle_saker,
    can_view_vurdering,
)
from ..services.gjennomgang import frist as gjennomgangsfrist
from ..services.gjennomgang import til_gjennomgang
from ..services.utkast import LEVETID
from ..services.uvanlige import antall_uvanlige
from . import gjenapning, nodoversikt

Ordene = Mapping[Tilstand, tuple[str | Promise, str | Promise]]

LEDELSE = [Sakrolle.KOORDINATOR, Sakrolle.SAKSANSVARLIG]
STILLE = timedelta(days=14)
SNART = timedelta(days=30)  # R17, R18

# What the one who leads a case does next, by the state it is in.
LEDERENS = {
    Tilstand.MOTTATT: (gettext_lazy("Behandle ny bekymring"), gettext_lazy("Behandle %(antall)s nye bekymringer")),
    Tilstand.AVKLARING: (gettext_lazy("Avklar samtykke"), gettext_lazy("Avklar samtykke i %(antall)s saker")),
    Tilstand.KONKLUDERT: (gettext_lazy("Følg opp konklusjonen"), gettext_lazy("Følg opp %(antall)s konklusjoner")),
    Tilstand.EVALUERING: (
        gettext_lazy("Evaluer oppfølgingen"),
        gettext_lazy("Evaluer oppfølgingen i %(antall)s saker"),
    ),
    Tilstand.STANSET: (gettext_lazy("Avgjør en stanset sak"), gettext_lazy("Avgjør %(antall)s stansede saker")),
}
# States in which a case is shared on a ground that must still hold.
KREVER_GRUNNLAG = (
    Tilstand.HENVIST,
    Tilstand.PA_SAKSLISTE,
    Tilstand.KONKLUDERT,
    Tilstand.SAMTALE,
    Tilstand.TILTAK_PAGAR,
    Tilstand.EVALUERING,
)
MANGE = 20  # more than this at once is read in the list
GRUPPELEDERENS = {
    Tilstand.HENVIST: (gettext_lazy("Sett en sak på saksliste"), gettext_lazy("Sett %(antall)s saker på saksliste")),
}


def ventende(user: Bruker) -> list[Gjoremal]:
    """One query tells which parts a person has in cases; each part is asked only if it is there.

    The koordinator's part follows from the role and is not looked for among rows as many as the cases.
    """
    tilstand = _tilstand(user)
    om_delen = _om_saksdelen(user, tilstand) if can_view_vurdering(user) else []
    if tilstand is Saksdelen.AV:
        return om_delen
    deler = [rolle for rolle in Sakrolle if rolle != Sakrolle.KOORDINATOR]
    rader = Tilgang.objects.filter(user=user, grunnlag__in=deler).exclude(rett=Rett.SE)
    held = set(rader.values_list("grunnlag", "rett").distinct())
    if can_view_alle_saker(user):
        held.add((Sakrolle.KOORDINATOR, Rett.LED))
    grunner = {grunnlag for grunnlag, _rett in held}
    ledere = {(Sakrolle.KOORDINATOR, Rett.LED), (Sakrolle.SAKSANSVARLIG, Rett.LED)}
    parts: dict[str, Liste] = {"utkast": _utkast(user)} if user.roller or held else {}
    if ledere & held:
        parts |= {"ledede": _ledede(user, LEDELSE, LEDERENS), "gjennomgang": _gjennomganger(user)}
        parts |= {"forfalte": forfalte(user), "unntak_snart": _unntak_snart(user)}
    if Sakrolle.SAKSANSVARLIG in grunner and bekrefter_grunnlag(user):
        parts |= {"bekreft": _bekreftelser(user), "unntak": _unntak(user)}
    if (Sakrolle.GRUPPE, Rett.LED) in held:
        parts["gruppens"] = _ledede(user, [Sakrolle.GRUPPE], GRUPPELEDERENS)
    if Sakrolle.MELDER in grunner:
        parts["returnerte"] = _returnerte(user)
    if grunner - {Sakrolle.MELDER}:
        parts["oppgaver"] = _oppgaver(user)
    parts["gjenapning"] = gjenapning.liste(user)
    parts["beskjeder"] = _beskjeder(user)  # also for one who no longer holds anything
    linjer = samlet(**parts)
    found = om_delen + [gjoremal for navn, rader in linjer.items() for gjoremal in GJOR[navn](rader)]
    if can_fore_tilsyn(user):
        found += _uvanlige()
    found += nodoversikt.ventende(user, i_saker=bool(held))
    if Sakrolle.GRUPPE in grunner:
        found += _moter(user, leder=(Sakrolle.GRUPPE, Rett.LED) in held)
    if Sakrolle.SAMTALE in grunner:
        found += _samtaler(user)
    if Sakrolle.MENTOR in grunner:
        found += _mentor(user)
    return found


def _om_saksdelen(user: Bruker, tilstand: Saksdelen) -> list[Gjoremal]:
    """The assessment of privacy that the case part rests on, and the jurists' word that waits for a second person."""
    found = []
    rad = Personvernvurdering.objects.i_bruk().first()
    url, undertekst = reverse("personvern_vurdering"), _("Personvern")
    if any(can_godkjenne_vurdering(user, en) for en in Personvernvurdering.objects.filter(godkjent=None, trukket=None)):
        found.append(Gjoremal(_("Godkjenn vurderingen av personvernet"), url, undertekst=undertekst))
    if tilstand is Saksdelen.AV:
        found.append(Gjoremal(_("Bekymringssakene er av: vurder personvernet"), url, undertekst=undertekst))
    elif rad and rad.frist <= idag() + SNART:
        tittel = _("Vurder personvernet på nytt")
        found.append(Gjoremal(tittel, url, undertekst=undertekst, frist=rad.frist))
    if Hjemmelgodkjenning.objects.venter().exclude(registrert_av=user).exists():
        tittel, url = _("Bekreft juristens godkjenning av en lov"), reverse("personvern_hjemler")
        found.append(Gjoremal(tittel, url, undertekst=undertekst))
    return found


def _tilstand(user: Bruker) -> Saksdelen:
    """Asked once a page; the user lives for one request."""
    if "_saksdelen" not in user.__dict__:
        user.__dict__["_saksdelen"] = saksdelen()
    tilstand: Saksdelen = user.__dict__["_saksdelen"]
    return tilstand


def om_saksdelen(user: Bruker) -> str:
    """What the start page says to those who work with cases, when nobody can."""
    if can_lese_hjemler(user) and _tilstand(user) is Saksdelen.AV:
        return _("Er det fare for liv, ring 112. Ellers ringer du SLT-koordinatoren i kommunen.")
    return ""


def _ledede(user: Bruker, grunnlag: list[Sakrolle], ord_: Ordene) -> Liste:
    """Cases the user leads, counted by state; one case is linked to directly."""
    rader = (
        Sak.objects.filter(
            tilganger__user=user, tilganger__rett=Rett.LED, tilganger__grunnlag__in=grunnlag, tilstand__in=ord_
        )
        .values("tilstand")
        .annotate(saker=Count("pk", distinct=True), forst=Min("frist"), en=Min("ref"))
        .order_by("tilstand")
    )
    return Liste(rader, nokkel="en", tekst="tilstand", dato="forst", antall="saker")


def _som_ledede(ord_: Ordene) -> Callable[[list[Samlelinje]], list[Gjoremal]]:
    def en(rad: Samlelinje) -> Gjoremal:
        entall, flertall = ord_[Tilstand(rad.tekst)]
        return Gjoremal(
            tittel=ngettext(str(entall), str(flertall), rad.antall or 0) % {"antall": rad.antall},
            url=_saken(rad.nokkel) if rad.antall == 1 else f"{reverse('bekymring_liste')}?tilstand={rad.tekst}",
            undertekst=_("Bekymringssaker"),
            frist=rad.dato,
        )

    return lambda rader: [en(rad) for rad in rader]


def forfalte(user: Bruker) -> Liste:
    """Cases the user leads where nothing is shared lawfully (R6), or evaluation is due. What soon runs out is told by a
    `Beskjed`, which counts for those who do the next step."""
    gjelder = Delingsgrunnlag.objects.gjeldende().filter(sak=OuterRef("pk")).order_by("-til", "pk").values("til")[:1]
    mine = Sak.objects.filter(
        tilganger__user=user,
        tilganger__rett=Rett.LED,
        tilganger__grunnlag__in=LEDELSE,
        tilstand__in=KREVER_GRUNNLAG,
    ).annotate(delt_til=Subquery(gjelder))
    frist_nadd = Q(tilstand=Tilstand.TILTAK_PAGAR, frist__lte=idag())
    rader = mine.filter(Q(delt_til__isnull=True) | frist_nadd).order_by("frist", "ref").distinct()[:MANGE]
    return Liste(rader, nokkel="ref", dato="frist", tid="delt_til")


def _forfalt(rad: Samlelinje) -> Gjoremal:
    """The most pressing of the two: what is shared comes first."""
    tittel, frist = _("Start evalueringen: fristen er nådd"), rad.dato
    if rad.tid is None:
        tittel = _("Samtykket har gått ut: be om nytt, eller stans")
    return Gjoremal(tittel, _saken(rad.nokkel), undertekst=_("Bekymringssaker"), frist=frist)


def _som_forfalte(rader: list[Samlelinje]) -> list[Gjoremal]:
    return [_forfalt(rad) for rad in rader]


def _gjennomganger(user: Bruker) -> Liste:
    """Cases whose access is to be looked through this quarter (R29)."""
    return Liste(til_gjennomgang(user).order_by("opprettet", "ref"), nokkel="ref", tid="opprettet")


def _som_gjennomgang(rader: list[Samlelinje]) -> list[Gjoremal]:
    """One line that leads to the oldest."""
    if not rader:
        return []
    tittel = ngettext(
        "Gå gjennom hvem som har tilgang", "Gå gjennom hvem som har tilgang i %(antall)s saker", len(rader)
    )
    url = reverse("bekymring_gjennomgang", args=[rader[0].nokkel])
    return [Gjoremal(tittel % {"antall": len(rader)}, url, undertekst=_("Bekymringssaker"), frist=gjennomgangsfrist())]


def _moter(user: Bruker, *, leder: bool) -> list[Gjoremal]:
    """Meetings ahead with cases the user may see; for the leader also those held, until all is concluded."""
    poster = Sakslistepost.objects.filter(tatt_av__isnull=True, sak__tilstand=Tilstand.PA_SAKSLISTE)
    if not leder:
        poster = poster.filter(mote__tid__gte=na() - timedelta(days=1))
    rader = (
        poster.values("mote__ref", "mote__tid", "mote__gruppe__navn")
        .annotate(antall=Count("pk"))
        .order_by("mote__tid", "mote__ref")
    )
    return [
        Gjoremal(
            tittel=(
                _("Konkluder etter møtet i kjernegruppa %(navn)s")
                if leder and rad["mote__tid"] < na()
                else _("Forbered møtet i kjernegruppa %(navn)s")
            )
            % {"navn": rad["mote__gruppe__navn"]},
            url=reverse("kjernegruppe_mote", args=[rad["mote__ref"]]),
            undertekst=ngettext("1 sak til vurdering", "%(antall)s saker til vurdering", rad["antall"])
            % {"antall": rad["antall"]},
            frist=localdate(rad["mote__tid"]),
        )
        for rad in rader
    ]


def _bekreftelser(user: Bruker) -> Liste:
    """Grounds without consent that need a second koordinator."""
    venter = Delingsgrunnlag.objects.venter().exclude(bestemt_av=user)
    return Liste(venter, nokkel="sak__ref", tekst=Cast("pk", TextField()))


def _unntak(user: Bruker) -> Liste:
    """Guardians left out, which need a second koordinator (R18)."""
    venter = Foresattunntak.objects.venter().exclude(bestemt_av=user)
    return Liste(venter, nokkel="sak__ref", tekst=Cast("pk", TextField()))


def _som_unntak(rader: list[Samlelinje]) -> list[Gjoremal]:
    return [
        Gjoremal(
            tittel=_("Ta stilling til om en foresatt ikke skal spørres"),
            url=reverse("bekymring_bekreft_unntak", args=[rad.nokkel, rad.tekst]),
            undertekst=_("Bekymringssaker"),
        )
        for rad in rader
    ]


def _unntak_snart(user: Bruker) -> Liste:
    """Guardians the user has left out, soon to be seen anew (R18)."""
    snart = Foresattunntak.objects.gjeldende().filter(bestemt_av=user, til__lt=na() + SNART)
    return Liste(snart.order_by("til", "pk")[:MANGE], nokkel="sak__ref", tid="til")


def _som_unntak_snart(rader: list[Samlelinje]) -> list[Gjoremal]:
    return [
        Gjoremal(
            tittel=_("Vurder på nytt: en foresatt blir ikke spurt"),
            url=_saken(rad.nokkel),
            undertekst=_("Bekymringssaker"),
            frist=localdate(rad.tid),
        )
        for rad in rader
    ]


def _saken(ref: str) -> str:
    return reverse("bekymring_sak", args=[ref])


def _som_bekreftelser(rader: list[Samlelinje]) -> list[Gjoremal]:
    return [
        Gjoremal(
            tittel=_("Bekreft et grunnlag for deling"),
            url=reverse("bekymring_bekreft", args=[rad.nokkel, rad.tekst]),
            undertekst=_("Bekymringssaker"),
        )
        for rad in rader
    ]


def _samtaler(user: Bruker) -> list[Gjoremal]:
    """Conversations to write up, to hold and to arrange; the written-up first, since that is what is forgotten."""
    agreed = (
        Samtale.objects.filter(forer=user, tilstand=Samtaletilstand.AVTALT).select_related("sak").order_by("tid", "pk")
    )
    found = []
    for samtale in agreed:
        held = samtale.tid <= na()
        found.append(
            Gjoremal(
                tittel=_("Skriv referat fra samtalen") if held else _("Hold samtalen du har avtalt"),
                url=reverse("bekymring_referat", args=[samtale.sak.ref, samtale.pk])
                if held
                else _saken(samtale.sak.ref),
                undertekst=_("Samtalen var %(dato)s") % {"dato": langdato(samtale.tid)} if held else "",
                frist=localdate(samtale.tid + timedelta(days=2)) if held else localdate(samtale.tid),
            )
        )
    arrange = Sak.objects.filter(
        tilganger__user=user,
        tilganger__rett=Rett.SKRIV,
        tilganger__grunnlag=Sakrolle.SAMTALE,
        tilstand=Tilstand.KONKLUDERT,
    ).distinct()
    return found + [
        Gjoremal(tittel=_("Avtal bekymringssamtale"), url=_saken(sak.ref), frist=sak.frist) for sak in arrange
    ]


def _mentor(user: Bruker) -> list[Gjoremal]:
    """An active relation without a contact for two weeks."""
    quiet = (
        Mentorforlop.objects.filter(mentor=user, tilstand=Mentortilstand.AKTIV)
        .exclude(kontakter__dato__gt=idag() - STILLE)
        .select_related("sak")
    )
    return [
        Gjoremal(
            tittel=_("Logg kontakt"),
            url=reverse("bekymring_kontakt", args=[forlop.sak.ref, forlop.pk]),
            undertekst=_("Mentor"),
        )
        for forlop in quiet
    ]


def _returnerte(user: Bruker) -> Liste:
    """The koordinator asked for more."""
    back = Sak.objects.filter(tilganger__user=user, tilganger__grunnlag=Sakrolle.MELDER, tilstand=Tilstand.RETURNERT)
    return Liste(back.order_by("ref").distinct(), nokkel="ref")


def _som_returnerte(rader: list[Samlelinje]) -> list[Gjoremal]:
    return [Gjoremal(_("Svar koordinatoren på bekymringen du meldte"), _saken(rad.nokkel)) for rad in rader]


def _oppgaver(user: Bruker) -> Liste:
    """Agreed tasks of one's own that are not done."""
    open_ = Oppgave.objects.apne().filter(ansvarlig=user).order_by("frist", "pk")
    return Liste(open_, nokkel="sak__ref", dato="frist")


def _som_oppgaver(rader: list[Samlelinje]) -> list[Gjoremal]:
    return [
        Gjoremal(
            tittel=_("Gjør oppgaven du har tatt på deg"),
            url=_saken(rad.nokkel),
            undertekst=_("Bekymringssaker"),
            frist=rad.dato,
        )
        for rad in rader
    ]


def _uvanlige() -> list[Gjoremal]:
    """Look-ups out of the ordinary that somebody else did."""
    if not (antall := antall_uvanlige()):
        return []
    tittel = ngettext("Vurder et oppslag utenom det vanlige", "Vurder %(antall)s oppslag utenom det vanlige", antall)
    return [
        Gjoremal(tittel=tittel % {"antall": antall}, url=reverse("personvern_uvanlige"), undertekst=_("Innsynslogg"))
    ]


def _beskjeder(user: Bruker) -> Liste:
    """What one is told and has not read; the day it concerns is its deadline."""
    rader = Beskjed.objects.filter(bruker=user).uleste().annotate(nokkel_=Cast("pk", TextField()))
    return Liste(rader, nokkel="nokkel_", tekst="art", tid="tid")


def _som_beskjeder(rader: list[Samlelinje]) -> list[Gjoremal]:
    return [
        Gjoremal(
            tittel=Beskjedart(rad.tekst).label,
            url=reverse("bekymring_beskjed", args=[rad.nokkel]),
            undertekst=_("Bekymringssaker"),
            frist=localdate(rad.tid) if rad.tid and rad.tekst in MED_DAG else None,
        )
        for rad in rader
    ]


def _utkast(user: Bruker) -> Liste:
    """A report begun and not sent, and forms kept when one was logged out (forside.avbrutt).

    The draft of a referat is not told here: its own line is «Skriv referat fra samtalen»."""
    told = Q(skjema="melding") | Q(skjema__startswith="avbrutt:")
    utkastene = Utkast.objects.filter(told, bruker=user, endret__gt=na() - LEVETID)
    return Liste(utkastene, nokkel="skjema", tid="endret")


def _som_utkast(rader: list[Samlelinje]) -> list[Gjoremal]:
    return [
        Gjoremal(
            tittel=_("Fortsett på bekymringen du begynte på")
            if rad.nokkel == "melding"
            else _("Fortsett på skjemaet du skrev da du ble logget ut"),
            url=reverse("bekymring_meld")
            if rad.nokkel == "melding"
            else reverse("fortsett", args=[rad.nokkel.partition(":")[2]]),
            undertekst=_("Utkast. Bare du ser det."),
            frist=localdate(rad.tid) + LEVETID,
        )
        for rad in rader
    ]


MED_DAG = {Beskjedart.SAMTALE_SI_FRA, Beskjedart.GAR_UT, Beskjedart.FYLLER}
GJOR: dict[str, Callable[[list[Samlelinje]], list[Gjoremal]]] = {
    "utkast": _som_utkast,
    "beskjeder": _som_beskjeder,
    "ledede": _som_ledede(LEDERENS),
    "gjennomgang": _som_gjennomgang,
    "forfalte": _som_forfalte,
    "gjenapning": gjenapning.som_gjoremal,
    "bekreft": _som_bekreftelser,
    "unntak": _som_unntak,
    "unntak_snart": _som_unntak_snart,
    "gruppens": _som_ledede(GRUPPELEDERENS),
    "returnerte": _som_returnerte,
    "oppgaver": _som_oppgaver,
}

"""How a case is shown: stepper, next step, timeline. Rows that are not the reader's own are not here at all."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from brukere.models import Bruker
from felles.dato import kortdato
from felles.tid import na
from vern.choices import Sone
from vern.innsyn import Nokkelring

from ..choices import Flytrolle as R
from ..choices import Hendelseart as H
from ..choices import Sakrolle
from ..choices import Tilstand as T
from ..models import Deling, Hendelse, Sak, Tekst
from ..policy import Adgang, can_avslutte_deling
from ..workflow import TRINN, Overgang, trinn
from ..workflow import Steg as S

IKONER: dict[str, str] = {
    H.MELDT: "Chat",
    H.SENDT_PA_NYTT: "Chat",
    H.TATT_IMOT: "CheckmarkCircle",
    H.SAMTYKKE: "Handshake",
    H.SAMTYKKE_TRUKKET: "XMark",
    H.HENVIST: "ArrowRight",
    H.PA_SAKSLISTE: "Calendar",
    H.VURDERING: "PencilLine",
    H.KONKLUDERT: "PersonGroup",
    H.SAMTALE_AVTALT: "Calendar",
    H.SAMTALE_FLYTTET: "Calendar",
    H.SAMTALE_AVLYST: "XMark",
    H.SAMTALE_HOLDT: "PersonChat",
    H.ANSVARSGRUPPE: "PersonGroup",
    H.MENTOR_FORESLATT: "HandShakeHeart",
    H.MENTOR_AVTALE: "HandShakeHeart",
    H.MENTOR: "HandShakeHeart",
    H.OPPGAVE_FERDIG: "Checkmark",
    H.OPPGAVE_OVERLATT: "Checkmark",
    H.STANSET: "Pause",
    H.AVVERGING: "ExclamationmarkTriangle",
    H.AVSLUTTET: "Archive",
    H.SPERRET: "PadlockLocked",
    H.INHABIL: "PersonMinus",
}
UTEN_NAVN = {H.MELDT, H.SENDT_PA_NYTT, H.INHABIL}


def sakslinje(sak: Sak) -> dict[str, Any]:
    """One case as a line of a list: the register line and its address."""
    return {
        "tittel": f"Sak {sak.nummer} · {sak.hvem}",
        "url": reverse("bekymring_sak", args=[sak.ref]),
        "meta": T(sak.tilstand).label,
        "frist": sak.frist,
    }


@dataclass(frozen=True)
class Punkt:
    """One point on the timeline, as the component wants it."""

    ikon: str
    tittel: str
    tid: Any
    hvem: str
    tekst: str = ""
    skjermet: str = ""
    lenker: Sequence[dict[str, str]] = ()


def tidslinje(hendelser: Iterable[Hendelse], ring: Nokkelring) -> list[Punkt]:
    """Newest first. The reporter is «melder», without a name (beslutninger 12)."""
    return [
        Punkt(
            ikon=IKONER.get(h.art, "FileText"),
            tittel=str(H(h.art).label),  # get_art_display translates all fifty kinds for each row
            tid=h.tid,
            hvem=hvem(h),
            tekst=ring.apne(h.tekst) if h.tekst_id and h.tekst else "",
        )
        for h in hendelser
    ]


def hvem(h: Hendelse) -> str:
    if h.art in UTEN_NAVN:
        return "" if h.art == H.INHABIL else _("melder")
    if h.av is None:
        return _("systemet")
    return f"{h.av.navn}, {h.av.tittel}" if h.av.tittel else h.av.navn


def stegviser(sak: Sak, hendelser: Sequence[Hendelse]) -> tuple[list[dict[str, Any]], bool]:
    """The five steps, with the day each was reached; and whether the case is stopped. None in a sealed case, where what
    happened is not shown."""
    if sak.tilstand == T.SPERRET:
        return [], False
    stanset = sak.tilstand == T.STANSET
    fra = next((h.fra for h in hendelser if h.art == H.STANSET), "")
    na = trinn(sak.tilstand, for_stans=fra)
    nadd: dict[int, Any] = {}
    for h in sorted((h for h in hendelser if h.til), key=lambda h: h.tid):
        nadd.setdefault(trinn(h.til, for_stans=h.fra), h.tid)
    rader = []
    for nummer, (navn, _tilstander) in enumerate(TRINN, start=1):
        tilstand = "ferdig" if nummer < na else "na" if nummer == na else "gjenstar"
        dag = kortdato(nadd[nummer]) if nummer in nadd and nummer <= na else ""
        if tilstand == "ferdig" and nummer not in nadd:
            dag = _("Ikke aktuelt")
        rader.append({"navn": navn, "tilstand": tilstand, "tekst": dag})
    return rader, stanset


@dataclass(frozen=True)
class Handling:
    """A button: a move or a page."""

    tekst: str | Promise
    url: str
    ikon: str = ""


@dataclass
class NesteSteg:
    """The tinted panel: what to do now, with one primary button."""

    tittel: str | Promise
    tekst: str | Promise
    forst: Handling | None = None
    ellers: list[Handling] = field(default_factory=list)


# What a move or page is called in the panel: state and role → heading, text, first button, other buttons.
Rad = tuple[str, R, Any, Any, tuple[str, ...]]
PANELER: tuple[Rad, ...] = (
    (
        T.MOTTATT,
        R.SAKSANSVARLIG,
        gettext_lazy("Neste steg: ta stilling til bekymringen"),
        gettext_lazy("Melderen venter på svar. Velg om saken skal drøftes uten navn, avklares eller sendes tilbake."),
        (S.TIL_AVKLARING, S.DROFT_UTEN_NAVN, S.RETURNER),
    ),
    (
        T.RETURNERT,
        R.SAKSANSVARLIG,
        gettext_lazy("Venter på melderen"),
        gettext_lazy("Saken er sendt tilbake til den som meldte."),
        (),
    ),
    (
        T.ANONYM_DROFTING,
        R.SAKSANSVARLIG,
        gettext_lazy("Neste steg: oppsummer drøftingen"),
        gettext_lazy("Kjernegruppa ser teksten uten navn i to uker. Gi råd, eller gå videre med avklaring."),
        (S.GI_RAD, S.TIL_AVKLARING),
    ),
    (
        T.AVKLARING,
        R.SAKSANSVARLIG,
        gettext_lazy("Neste steg: få samtykke"),
        gettext_lazy(
            "Snakk med personen og de foresatte. Saken kan henvises når det er samtykke eller annet grunnlag."
        ),
        ("samtykke", S.HENVIS, "grunnlag", S.AVSLUTT_AVKLARING),
    ),
    (
        T.HENVIST,
        R.GRUPPELEDER,
        gettext_lazy("Neste steg: sett saken på saksliste"),
        gettext_lazy("Medlemmene ser saken fra nå og til to uker etter møtet, hvis samtykket dekker instansen deres."),
        (S.SETT_PA_SAKSLISTE, S.SEND_TIL_AVKLARING),
    ),
    (
        T.HENVIST,
        R.SAKSANSVARLIG,
        gettext_lazy("Venter på kjernegruppa"),
        gettext_lazy("Lederen av kjernegruppa setter saken på en saksliste."),
        ("samtykke",),
    ),
    (
        T.PA_SAKSLISTE,
        R.GRUPPELEDER,
        gettext_lazy("Neste steg: velg neste steg i møtet"),
        gettext_lazy("Skriv hva gruppa anbefaler, hvorfor, hvem som har ansvaret og innen når."),
        (S.KONKLUDER, "vurdering", S.UTSETT),
    ),
    (
        T.PA_SAKSLISTE,
        R.GRUPPEMEDLEM,
        gettext_lazy("Neste steg: skriv vurderingen din"),
        gettext_lazy("Skriv den før møtet. Du velger selv om den deles med gruppa eller bare leses av din instans."),
        ("vurdering",),
    ),
    (
        T.PA_SAKSLISTE,
        R.SAKSANSVARLIG,
        gettext_lazy("Venter på kjernegruppa"),
        gettext_lazy("Saken står på saksliste. Du ser konklusjonen her når gruppa har møttes."),
        ("samtykke",),
    ),
    (
        T.KONKLUDERT,
        R.POLITIKONTAKT,
        gettext_lazy("Neste steg: avtal samtalen"),
        gettext_lazy("Kjernegruppa anbefaler en samtale, og du har ansvaret."),
        (S.AVTAL_SAMTALE,),
    ),
    (
        T.KONKLUDERT,
        R.SAKSANSVARLIG,
        gettext_lazy("Neste steg: følg opp konklusjonen"),
        gettext_lazy("Opprett ansvarsgruppe eller foreslå mentor, eller avslutt når oppgavene er gjort."),
        (S.START_OPPFOLGING, "ansvarsgruppe", "mentor", S.AVSLUTT, S.MER_AVKLARING),
    ),
    (
        T.SAMTALE,
        R.SAKSANSVARLIG,
        gettext_lazy("Neste steg: følg opp samtalen"),
        gettext_lazy("Når samtalen er gjennomført, kan du starte oppfølging eller avslutte saken."),
        (S.START_OPPFOLGING, "ansvarsgruppe", "mentor", S.AVSLUTT),
    ),
    (
        T.SAMTALE,
        R.POLITIKONTAKT,
        gettext_lazy("Ingen samtale er avtalt nå"),
        gettext_lazy("Koordinatoren følger opp. Skal dere møtes igjen, avtaler du en ny samtale."),
        (S.AVTAL_SAMTALE,),
    ),
    (
        T.TILTAK_PAGAR,
        R.SAKSANSVARLIG,
        gettext_lazy("Oppfølgingen pågår"),
        gettext_lazy("Start evalueringen når fristen er nådd eller målet er nådd."),
        (S.EVALUER, "samtykke"),
    ),
    (
        T.TILTAK_PAGAR,
        R.ANSVARLIG,
        gettext_lazy("Oppfølgingen pågår"),
        gettext_lazy("Start evalueringen når fristen er nådd eller målet er nådd."),
        (S.EVALUER,),
    ),
    (
        T.EVALUERING,
        R.SAKSANSVARLIG,
        gettext_lazy("Neste steg: evaluer oppfølgingen"),
        gettext_lazy("Spør personen selv. Fortsett, henvis på nytt eller avslutt."),
        (S.AVSLUTT, S.FORTSETT, S.HENVIS_IGJEN, "samtykke"),
    ),
    (
        T.EVALUERING,
        R.ANSVARLIG,
        gettext_lazy("Neste steg: evaluer oppfølgingen"),
        gettext_lazy("Spør personen selv om oppfølgingen skal fortsette."),
        (S.FORTSETT,),
    ),
    (
        T.STANSET,
        R.SAKSANSVARLIG,
        gettext_lazy("Saken er stanset"),
        gettext_lazy("Alt som var delt, er lukket. Ta saken opp igjen med nytt grunnlag, eller avslutt den."),
        (S.GJENOPPTA, S.AVSLUTT_STANSET),
    ),
    (
        T.AVSLUTTET,
        R.SAKSANSVARLIG,
        gettext_lazy("Saken er avsluttet"),
        gettext_lazy("Den sperres om få minutter. Du kan også gjøre det nå."),
        (S.SPERR,),
    ),
    (
        T.OVERFORT,
        R.SAKSANSVARLIG,
        gettext_lazy("Saken er overført"),
        gettext_lazy("Den sperres om få minutter. Du kan også gjøre det nå."),
        (S.SPERR,),
    ),
    (
        T.SPERRET,
        R.SAKSANSVARLIG,
        gettext_lazy("Saken er sperret"),
        gettext_lazy("Ingen leser den. Du og personvernombudet kan åpne den sammen, for et formål og en tid."),
        ("gjenapning",),
    ),
)
SIDER: dict[str, Any] = {
    "samtykke": gettext_lazy("Registrer samtykke"),
    "grunnlag": gettext_lazy("Del uten samtykke"),
    "vurdering": gettext_lazy("Skriv vurdering"),
    "ansvarsgruppe": gettext_lazy("Opprett ansvarsgruppe"),
    "mentor": gettext_lazy("Foreslå mentor"),
    "gjenapning": gettext_lazy("Be om å få saken åpnet"),
    S.AVTAL_SAMTALE: gettext_lazy("Avtal samtale"),
}
VENTER_PA_SAMTALE = NesteSteg(
    gettext_lazy("Venter på samtalen"),
    gettext_lazy("Politikontakten fører samtalen. Etterpå kan du starte oppfølging eller avslutte saken."),
)
# Buttons not shown until what they need is there: before that they only lead to a refusal.
NAR_DE_ER_KLARE = frozenset({S.HENVIS, S.START_OPPFOLGING})
I_FLERE_VALG = (S.OVERFOR, S.STANS, S.AVVIS)


def panel(
    sak: Sak,
    adgang: Adgang,
    steg: Sequence[Overgang],
    *,
    klar: frozenset[str] = frozenset(),
    venter_pa_samtale: bool = False,
) -> NesteSteg | None:
    """The panel of this reader, or none. `klar`: buttons to put first because what they need is in place."""
    if sak.tilstand == T.SAMTALE and venter_pa_samtale:
        return VENTER_PA_SAMTALE if adgang.har(R.SAKSANSVARLIG) else None
    for tilstand, rolle, tittel, tekst, navn in PANELER:
        if tilstand == sak.tilstand and adgang.har(rolle):
            lovlige = {o.navn: o.etikett for o in steg}
            rekke = sorted((n for n in navn if n in klar or n not in NAR_DE_ER_KLARE), key=lambda n: n not in klar)
            knapper = [Handling(SIDER.get(n) or lovlige[n], _url(sak, n)) for n in rekke if n in SIDER or n in lovlige]
            return NesteSteg(tittel, tekst, knapper[0] if knapper else None, knapper[1:])
    return None


def flere_valg(sak: Sak, steg: Sequence[Overgang]) -> list[Handling]:
    """What is seldom done."""
    return [Handling(o.etikett, _url(sak, o.navn)) for o in steg if o.navn in I_FLERE_VALG]


def _url(sak: Sak, navn: str) -> str:
    if navn == "gjenapning":
        return reverse("bekymring_gjenapning", query={"sak": sak.ref})
    if navn in SIDER:
        return reverse(f"bekymring_{navn}", args=[sak.ref])
    return reverse("bekymring_steg", args=[sak.ref, navn])


def faner(sak: Sak, aktiv: str, *, oppsummering: bool) -> list[dict[str, Any]]:
    """Tabs as links, each with its own address. `oppsummering`: whether this reader has one."""
    return [
        {"navn": navn, "url": reverse(rute, args=[sak.ref]), "aktiv": rute == aktiv}
        for navn, rute in (
            (_("Hendelser"), "bekymring_sak"),
            (_("Oppsummering"), "bekymring_oppsummering"),
            (_("Innsyn"), "bekymring_innsyn"),
        )
        if oppsummering or rute != "bekymring_oppsummering"
    ]


def overskrift(sak: Sak) -> str:
    """«Sak 26-K7QD · 16–17 år» (beslutninger 22). Never in a title, a log or a mail."""
    return _("Sak %(nummer)s · %(alder)s") % {"nummer": sak.nummer, "alder": sak.hvem}


def om_saken(sak: Sak, rettigheter: Iterable[Any], brukere: dict[int, Bruker]) -> list[dict[str, Any]]:
    """Facts at the side: who has what part in the case."""
    rader = list(rettigheter)

    def navn(*grunnlag: str) -> str:
        hvem = dict.fromkeys(r.bruker_id for r in rader if r.grunnlag in grunnlag and r.rett != "se")
        return ", ".join(brukere[i].navn for i in hvem if i in brukere)

    fakta = [
        {"navn": _("Saksansvarlig"), "verdi": sak.saksansvarlig.navn if sak.saksansvarlig else _("ikke bestemt")},
        {"navn": _("Kjernegruppe"), "verdi": sak.kjernegruppe.navn if sak.kjernegruppe else _("ikke valgt")},
        {"navn": _("Politikontakt"), "verdi": navn(Sakrolle.SAMTALE)},
        {"navn": _("Frist"), "verdi": kortdato(sak.frist) if sak.frist else ""},
    ]
    return [faktum for faktum in fakta if faktum["verdi"]]


def det_du_ser(adgang: Adgang) -> str:
    """What the reader's rights let them see; nothing about what lies elsewhere (beslutninger 4)."""
    egne = [str(Sone(sone).label) for sone in sorted(adgang.leser - {Sone.FELLES, Sone.IDENTITET, Sone.REGISTER})]
    if not adgang.leser:
        return _("Du ser nummer, tilstand og frist.")
    if egne:
        return _("Du ser det som er delt med din instans: felles og %(soner)s.") % {"soner": ", ".join(egne)}
    return _("Du ser det som er delt med din instans.")


def delte_tekster(tekster: Iterable[Tekst], delinger: Iterable[Deling], ring: Nokkelring) -> list[dict[str, Any]]:
    """Copies shared with the reader, each with who shared it and until when."""
    known = {d.pk: d for d in delinger}
    return [
        {"navn": t.get_art_display(), "verdi": ring.apne(t), "deling": known[t.deling]}
        for t in tekster
        if t.deling in known
    ]


def delinger(rader: Iterable[Deling], adgang: Adgang) -> list[dict[str, Any]]:
    """Sharings from where the reader reads: to whom, on which ground, how long, and whether one may take it back."""
    naa = na()
    return [
        {
            "rad": d,
            "gjelder": d.avsluttet is None and d.til > naa,
            "kan_avslutte": d.avsluttet is None and d.til > naa and can_avslutte_deling(adgang, d),
        }
        for d in sorted(rader, key=lambda d: d.fra, reverse=True)
        if d.fra_sone in adgang.leser
    ]

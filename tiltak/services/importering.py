"""Bring the adopted wording into the registered edition. Facts that disagree stop everything: nothing is half done."""

from dataclasses import dataclass, field
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from felles.slug import ascii_slug
from samarbeid.choices import Aktortype
from samarbeid.models import Aktor, AktorAlias

from ..choices import Avsnittskode, Tiltakstype
from ..models import Avsnitt, Fokusomrade, Milepael, MuligTiltak, Plan, Prinsipp, Tiltak
from ..planleser import Lesing, LestTiltak, finn_feil
from .lasting import EIER, last_utgave

FRIST_I_PLANEN = "Frist i planen"  # kept as data, in the language the plan is adopted in


@dataclass
class Tekstendring:
    """One text that would be written."""

    hva: str
    rad: Any
    til: str

    @property
    def fra(self) -> str:
        return self.rad.ordlyd


@dataclass
class Forslag:
    """What an import would do, and why it cannot be done when it cannot."""

    lesing: Lesing
    utgave: int | None
    ny_utgave: bool = False
    hindringer: list[str] = field(default_factory=list)
    endringer: list[Tekstendring] = field(default_factory=list)
    ukjente_parter: list[str] = field(default_factory=list)


def kjente_navn(*, using: str) -> dict[str, str]:
    """Every name an actor goes by, in lower case, with the actor's slug."""
    names = {alias.navn: alias.aktor.slug for alias in AktorAlias.objects.using(using).select_related("aktor")}
    for aktor in Aktor.objects.using(using):
        names |= {aktor.navn: aktor.slug} | ({aktor.kortnavn: aktor.slug} if aktor.kortnavn else {})
    return names


def vurder(lesing: Lesing, *, utgave: int | None = None, lag_aktorer: bool = False, using: str = EIER) -> Forslag:
    """Compare the reading with what is registered. Reads only."""
    editions = Plan.objects.using(using)
    current = editions.filter(erstattet_av__isnull=True).first()
    if lesing.sjanger and not utgave:  # another plan than ours says itself which years it is for
        utgave = lesing.forste_ar
    plan = editions.filter(utgave=utgave).first() if utgave else current
    forslag = Forslag(lesing, utgave or (plan.utgave if plan else lesing.forste_ar), ny_utgave=plan is None)
    forslag.hindringer = finn_feil(lesing)
    if not forslag.hindringer and forslag.utgave is None:
        forslag.hindringer = [_("Fant ikke hvilket år planen gjelder fra. Si det med --utgave.")]
    forslag.ukjente_parter = _unknown_parties(lesing, using)
    if not lag_aktorer:
        forslag.hindringer += [_unknown(navn) for navn in forslag.ukjente_parter if not finn_feil(lesing)]
    if plan and not forslag.hindringer:
        forslag.hindringer = _disagreements(lesing, plan)
        forslag.endringer = _changes(lesing, plan)
    return forslag


def skriv(forslag: Forslag, *, using: str = EIER) -> int:
    """Write everything or nothing; the number of texts written. A new edition supersedes the one before."""
    if forslag.hindringer:
        raise ValueError("a proposal with obstacles is never written")
    with transaction.atomic(using=using):
        if forslag.ny_utgave:
            former = Plan.objects.using(using).filter(erstattet_av__isnull=True).first()
            _lag_aktorer(forslag.ukjente_parter, using)
            plan = last_utgave(fakta(forslag), using=using)
            plan.erstatter = former if former and plan.utgave > former.utgave else None
            plan.save(using=using)
            _frister(forslag.lesing, plan, using)
            forslag.endringer = _changes(forslag.lesing, plan)
        for endring in forslag.endringer:
            endring.rad.ordlyd = endring.til
            endring.rad.save(using=using, update_fields=["ordlyd"])
    return len(forslag.endringer)


def _unknown_parties(lesing: Lesing, using: str) -> list[str]:
    known = {navn.lower() for navn in kjente_navn(using=using)}
    names = {p.navn for t in lesing.tiltak for p in t.ansvar if p.rolle != "uspesifisert"}
    ukjente = {navn.lower(): navn for navn in sorted(names, reverse=True)}  # «Politiet» and «politiet» are one
    return sorted(navn for lower, navn in ukjente.items() if lower not in known)


def _unknown(navn: str) -> str:
    tekst = _("Kjenner ingen aktør som heter «%(navn)s». Legg den inn, eller gi en aktør navnet som et annet navn.")
    return tekst % {"navn": navn}


def _lag_aktorer(names: list[str], using: str) -> None:
    """Parties of a plan taken in whole. What they are is not in the document: the koordinator says so afterwards."""
    for navn in names:
        slug, nr = ascii_slug(navn)[:50] or "aktor", 1
        while Aktor.objects.using(using).filter(slug=slug).exists():
            nr += 1
            slug = f"{ascii_slug(navn)[:50] or 'aktor'}-{nr}"
        Aktor.objects.using(using).create(slug=slug, navn=navn, type=Aktortype.ANNET)


def _frister(lesing: Lesing, plan: Plan, using: str) -> None:
    """A day in the plan is a milestone: it can then be followed, moved and reached like the others."""
    rader = {tiltak.nr: tiltak for tiltak in plan.tiltak.all()}
    for found in lesing.tiltak:
        if found.frist:
            Milepael.objects.using(using).create(tiltak=rader[found.nr], tittel=FRIST_I_PLANEN, frist=found.frist)


def _disagreements(lesing: Lesing, plan: Plan) -> list[str]:
    """Each fact in the document that is not the registered one."""
    pairs: list[tuple[str, object, object]] = [(_("Tittelen på planen"), lesing.tittel, plan.tittel)]
    pairs += _compare_areas(lesing, plan)
    pairs += _compare_tiltak(lesing, plan)
    mulige = [m.tittel for m in plan.mulige_tiltak.filter(egen=False)]
    pairs += [(_("Mulige tiltak"), [m.tittel for m in lesing.mulige], mulige)]
    fotnoter = [(f.nr, f.tekst) for f in plan.fotnoter.all()]
    pairs += [(_("Fotnotene"), [(f.nr, f.tekst) for f in lesing.fotnoter], fotnoter)]
    pairs += [(_("Antall fokusområder"), len(lesing.fokusomrader), plan.fokusomrader.count())]
    pairs += [(_("Prinsippene"), [p[0] for p in lesing.prinsipper], [p.tittel for p in plan.prinsipper.all()])]
    return [
        _("%(hva)s er ikke som registrert i utgave %(utgave)s. Fila: %(fil)s. Registrert: %(base)s.")
        % {"hva": what, "utgave": plan.utgave, "fil": _show(found), "base": _show(registered)}
        for what, found, registered in pairs
        if found != registered
    ]


def _show(verdi: Any) -> str:
    if isinstance(verdi, list):
        return "; ".join(_show(item) for item in verdi) or "–"
    if isinstance(verdi, tuple):
        return " ".join(str(item) for item in verdi if item != "")
    return f"«{verdi}»" if isinstance(verdi, str) else str(verdi)


def _compare_areas(lesing: Lesing, plan: Plan) -> list[tuple[str, Any, Any]]:
    registered = [(o.nr, o.tittel) for o in plan.innsatsomrader.all()]
    return [(_("Innsatsområdene"), [(o.nr, o.tittel) for o in lesing.omrader], registered)]


def _compare_tiltak(lesing: Lesing, plan: Plan) -> list[tuple[str, Any, Any]]:
    rader = {
        t.nr: t
        for t in plan.tiltak.filter(ble_fra__isnull=True).select_related("innsatsomrade").prefetch_related("ansvar")
    }
    pairs: list[tuple[str, Any, Any]] = [(_("Numrene på tiltakene"), [t.nr for t in lesing.tiltak], list(rader))]
    for found in lesing.tiltak:
        if rad := rader.get(found.nr):
            navn = _("Tiltak %(nr)s") % {"nr": found.nr}
            adopted = [(a.navn_i_planen, a.enhet_i_planen, a.rolle) for a in rad.ansvar.all() if not a.fra]
            pairs += [
                (f"{navn}, {_('tittel')}", found.tittel, rad.tittel),
                (f"{navn}, {_('tittel i oversikten')}", lesing.oversikt.get(found.nr), rad.tittel_oversikt),
                (f"{navn}, {_('innsatsområde')}", found.omrade, rad.innsatsomrade.nr),
                (f"{navn}, {_('etikett')}", found.etikett, rad.ansvarsetikett),
                (f"{navn}, {_('ansvar')}", [(p.navn, p.enhet, p.rolle) for p in found.ansvar], adopted),
            ]
            pairs += _compare_deadline(navn, found, rad) if lesing.sjanger == "annen" else []
    return pairs


def _compare_deadline(navn: str, found: LestTiltak, rad: Tiltak) -> list[tuple[str, Any, Any]]:
    """When it is due, as it was adopted: a milestone that has been moved since says what it first said."""
    first = rad.milepaeler.filter(tittel=FRIST_I_PLANEN).order_by("pk").first()
    forst = first.history.order_by("history_date", "pk").values_list("frist", flat=True).first() if first else None
    dag = forst or (first.frist if first else None)
    return [
        (f"{navn}, {_('frist')}", found.frist, dag),
        (f"{navn}, {_('år planen lover')}", found.fristar, rad.fristar),
        (f"{navn}, {_('løpende')}", found.lopende, rad.type == Tiltakstype.LOPENDE),
    ]


def _changes(lesing: Lesing, plan: Plan) -> list[Tekstendring]:
    """The texts that differ from what is stored, in the document's order."""
    tekster: list[tuple[str, Any, str]] = []
    avsnitt = {rad.kode: rad for rad in plan.avsnitt.all()}
    for kode, tekst in lesing.avsnitt.items():
        if kode in avsnitt:
            tekster.append((str(Avsnittskode(kode).label), avsnitt[kode], tekst))
    tekster += _texts(_("Fokusområde"), plan.fokusomrader.all(), dict(enumerate(lesing.fokusomrader, 1)))
    tekster += _texts(_("Prinsipp"), plan.prinsipper.all(), {i: p[1] for i, p in enumerate(lesing.prinsipper, 1)})
    tekster += _texts(_("Tiltak"), plan.tiltak.all(), {t.nr: t.ordlyd for t in lesing.tiltak})
    tekster += _texts(_("Mulig tiltak"), plan.mulige_tiltak.all(), {m.nr: m.ordlyd for m in lesing.mulige})
    return [Tekstendring(what, row, tekst) for what, row, tekst in tekster if row.ordlyd != tekst]


def _texts(
    what: str, rader: Any, tekster: dict[int, str]
) -> list[tuple[str, Fokusomrade | Prinsipp | Tiltak | MuligTiltak | Avsnitt, str]]:
    return [(f"{what} {rad.nr}", rad, tekster[rad.nr]) for rad in rader if rad.nr in tekster]


def fakta(forslag: Forslag) -> dict[str, Any]:
    """The facts of a reading in the form of fixtures/plan-*.toml, for an edition that is not registered yet."""
    lesing, slugs = forslag.lesing, {navn.lower(): slug for navn, slug in kjente_navn(using=EIER).items()}
    return {
        "utgave": forslag.utgave,
        "tittel": lesing.tittel,
        "vedtatt_dato": lesing.vedtatt,
        "signatarer": lesing.signatarer,
        "vedtak": [
            {
                "gjelder": _("planen") if lesing.vedtatt else _("saken planen viser til"),
                "organ": v.organ,
                "dato": v.dato,
            }
            for v in [lesing.vedtak]
            if v
        ],
        "innsatsomrade": [{"nr": o.nr, "tittel": o.tittel} for o in lesing.omrader],
        "fokusomrade": [{"nr": nr, "tittel": tekst[:200]} for nr, tekst in enumerate(lesing.fokusomrader, 1)],
        "prinsipp": [{"nr": nr, "tittel": tittel} for nr, (tittel, tekst) in enumerate(lesing.prinsipper, 1)],
        "tiltak": [_tiltak_facts(t, lesing.oversikt, slugs) for t in lesing.tiltak],
        "mulig": [{"nr": m.nr, "tittel": m.tittel} for m in lesing.mulige],
        "avsnitt": [{"kode": kode} for kode in Avsnittskode.values],
        "fotnote": [
            {"nr": f.nr, "forkortelse": f.forkortelse, "tekst": f.tekst, "tiltak": f.tiltak, "har_merke": f.har_merke}
            for f in lesing.fotnoter
            if f.tiltak
        ],
        "kilde": [{"tittel": site, "adresse": f"https://{site}"} for site in lesing.nettsteder],
        "merknad": [],
    }


def _tiltak_facts(tiltak: LestTiltak, overview: dict[int, str], slugs: dict[str, str]) -> dict[str, Any]:
    ansvar = []
    for part in tiltak.ansvar:
        rad = {"navn": part.navn, "rolle": part.rolle, "enhet_navn": part.enhet}
        if part.rolle != "uspesifisert":
            rad["aktor"] = slugs[part.navn.lower()]
            if part.enhet.lower() in slugs:
                rad["enhet"] = slugs[part.enhet.lower()]
        ansvar.append(rad)
    return {
        "nr": tiltak.nr,
        "innsatsomrade": tiltak.omrade,
        "tittel": tiltak.tittel,
        "tittel_oversikt": overview[tiltak.nr],
        "etikett": tiltak.etikett,
        "type": "lopende" if tiltak.lopende else "etablering",
        "fristar": tiltak.fristar,
        "sammendrag": "",
        "prinsipper": [],
        "ansvar": ansvar,
    }

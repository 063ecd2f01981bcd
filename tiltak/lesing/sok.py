"""What of the plan can be searched: tiltak and the rest of the document in every edition, status texts, milestones."""

from django.db.models import Value
from django.urls import reverse
from django.utils.translation import gettext as _

from brukere.models import Bruker
from felles.sok import Sokekilde, Treff
from felles.sortering import Sorter

from ..models import (
    Aktivitet,
    Avsnitt,
    Indikator,
    Kommentar,
    Lenke,
    Merknad,
    Milepael,
    MuligTiltak,
    Plan,
    Statusrapport,
    Tiltak,
    Vedlegg,
)
from ..policy import can_kommentere, can_view_planen

TEKSTER = ("gjort", "avvik", "neste_steg", "begrunnelse")


def kilder(user: Bruker) -> list[Sokekilde]:
    """Everyone logged in reads the plan (beslutninger 10)."""
    if not can_view_planen(user):
        return []
    newest = ("-plan__utgave", "nr")
    tiltak = Tiltak.objects.visible_to(user).select_related("plan__erstattet_av", "innsatsomrade")
    status = Statusrapport.objects.gjeldende().filter(tiltak__in=Tiltak.objects.visible_to(user))
    return [
        Sokekilde(
            tiltak.order_by(*newest),
            (Value("Tiltak"), "nr", "tittel", "tittel_oversikt", "sammendrag", "ordlyd", "innsatsomrade__tittel"),
            _tiltak,
        ),
        Sokekilde(
            status.select_related("tiltak__plan__erstattet_av", "rapportert_av").order_by("-ar", "tiltak__nr"),
            TEKSTER,
            _status,
        ),
        Sokekilde(
            Milepael.objects.select_related("tiltak__plan__erstattet_av").order_by("-frist", "tiltak__nr"),
            ("tittel",),
            _milepael,
        ),
        Sokekilde(
            MuligTiltak.objects.select_related("plan__erstattet_av").order_by(*newest),
            ("tittel", "sammendrag", "ordlyd"),
            _mulig,
        ),
        Sokekilde(
            Avsnitt.objects.select_related("plan__erstattet_av").order_by("-plan__utgave", "pk"), ("ordlyd",), _avsnitt
        ),
        Sokekilde(
            Merknad.objects.select_related("plan__erstattet_av").order_by("-plan__utgave", "pk"), ("tekst",), _merknad
        ),
        *_under(user),
    ]


def _under(user: Bruker) -> list[Sokekilde]:
    """What lies under the tiltak; remarks only for those who work with the plan."""
    sted = "tiltak__plan__erstattet_av"
    found = [
        Sokekilde(
            Aktivitet.objects.synlige().select_related(sted).order_by("-dato", "pk"), ("tittel", "notat"), _aktivitet
        ),
        Sokekilde(
            Indikator.objects.synlige().select_related(sted).order_by(Sorter("navn")),
            ("navn", "definisjon"),
            _indikator,
        ),
        Sokekilde(Lenke.objects.synlige().select_related(sted).order_by(Sorter("tittel")), ("tittel",), _lenke),
        Sokekilde(Vedlegg.objects.synlige().select_related(sted).order_by(Sorter("tittel")), ("tittel",), _vedlegg),
    ]
    if can_kommentere(user):
        mine = Kommentar.objects.visible_to(user).filter(tatt_bort=False).select_related(sted, "av")
        found.append(Sokekilde(mine.order_by("-tid", "pk"), ("tekst",), _kommentar))
    return found


def _sti(plan: Plan, path: str, anker: str = "") -> str:
    """An older edition is reached by its year."""
    return f"{path}{'' if plan.er_gjeldende else f'?utgave={plan.utgave}'}{anker}"


def _utgave(plan: Plan) -> str:
    return "" if plan.er_gjeldende else " · " + _("utgave %(ar)s") % {"ar": plan.utgave}


def _tiltak(rad: Tiltak) -> Treff:
    other = rad.tittel_oversikt if rad.tittel_oversikt != rad.tittel else ""
    return Treff(
        gruppe=_("Tiltak"),
        tittel=_("Tiltak %(nr)s: %(tittel)s") % {"nr": rad.nr, "tittel": rad.tittel},
        url=_sti(rad.plan, rad.get_absolute_url()),
        meta=f"{rad.innsatsomrade}{_utgave(rad.plan)}",
        tekst="\n".join(part for part in (rad.sammendrag, rad.ordlyd, other) if part),
    )


def _status(rad: Statusrapport) -> Treff:
    return Treff(
        gruppe=_("Status og milepæler"),
        tittel=_("Tiltak %(nr)s: %(tittel)s") % {"nr": rad.tiltak.nr, "tittel": rad.tiltak.tittel},
        url=_sti(rad.tiltak.plan, rad.tiltak.get_absolute_url(), "#historikk"),
        meta=_("Status for %(ar)s: %(status)s, %(hvem)s")
        % {"ar": rad.ar, "status": rad.get_status_display(), "hvem": rad.rapportert_av}
        + _utgave(rad.tiltak.plan),
        tekst="\n".join(tekst for navn in TEKSTER if (tekst := getattr(rad, navn))),
    )


def _milepael(rad: Milepael) -> Treff:
    return Treff(
        gruppe=_("Status og milepæler"),
        tittel=rad.tittel,
        url=_sti(rad.tiltak.plan, rad.tiltak.get_absolute_url(), "#milepaeler"),
        meta=_("Milepæl i tiltak %(nr)s, frist %(frist)s") % {"nr": rad.tiltak.nr, "frist": f"{rad.frist:%d.%m.%Y}"}
        + _utgave(rad.tiltak.plan),
    )


def _mulig(rad: MuligTiltak) -> Treff:
    return Treff(
        gruppe=_("Resten av planen"),
        tittel=rad.tittel,
        url=_sti(rad.plan, rad.get_absolute_url()),
        meta=_("Mulig tiltak") + _utgave(rad.plan),
        tekst="\n".join(part for part in (rad.sammendrag, rad.ordlyd) if part),
    )


def _avsnitt(rad: Avsnitt) -> Treff:
    return Treff(
        gruppe=_("Resten av planen"),
        tittel=rad.get_kode_display(),
        url=_sti(rad.plan, reverse("mulige_tiltak" if rad.kode == "mulige_tiltak" else "om_planen")),
        meta=_("Avsnitt i planen") + _utgave(rad.plan),
        tekst=rad.ordlyd,
    )


def _merknad(rad: Merknad) -> Treff:
    return Treff(
        gruppe=_("Resten av planen"),
        tittel=_("Merknad til planen"),
        url=_sti(rad.plan, reverse("om_planen")),
        meta=_("Der planen er uklar") + _utgave(rad.plan),
        tekst=rad.tekst,
    )


def _under_tiltak(tiltak: Tiltak, slag: str, tittel: str, anker: str, tekst: str = "") -> Treff:
    return Treff(
        gruppe=_("Under tiltakene"),
        tittel=tittel,
        url=_sti(tiltak.plan, tiltak.get_absolute_url(), anker),
        meta=_("%(slag)s i tiltak %(nr)s") % {"slag": slag, "nr": tiltak.nr} + _utgave(tiltak.plan),
        tekst=tekst,
    )


def _aktivitet(rad: Aktivitet) -> Treff:
    when = f"{rad.get_art_display()} {rad.dato:%d.%m.%Y}"
    return _under_tiltak(rad.tiltak, when, rad.tittel, "#aktiviteter", rad.notat)


def _indikator(rad: Indikator) -> Treff:
    return _under_tiltak(rad.tiltak, _("Indikator"), rad.navn, "#indikatorer", rad.definisjon)


def _lenke(rad: Lenke) -> Treff:
    return _under_tiltak(rad.tiltak, rad.get_art_display(), rad.tittel, "#lenker")


def _vedlegg(rad: Vedlegg) -> Treff:
    return _under_tiltak(rad.tiltak, rad.get_filtype_display(), rad.tittel, "#lenker")


def _kommentar(rad: Kommentar) -> Treff:
    who = _("Kommentar av %(hvem)s") % {"hvem": rad.av}
    tittel = _("Tiltak %(nr)s: %(tittel)s") % {"nr": rad.tiltak.nr, "tittel": rad.tiltak.tittel}
    return _under_tiltak(rad.tiltak, who, tittel, "#kommentarer", rad.tekst)

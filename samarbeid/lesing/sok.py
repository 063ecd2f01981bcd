"""What of the registry can be searched, by each one's own right: partners for those who work in it, contacts,
agreements and minutes for those who hold a role (R60, R61)."""

from typing import Any

from django.db.models import QuerySet
from django.utils.translation import gettext as _

from brukere.models import Bruker
from felles.dato import langdato
from felles.sok import Sokekilde, Treff
from felles.tid import idag

from ..models import Aktor, AktorAlias, Avtale, Forum, Kontaktrolle, Kurs, Mote, Oppfolgingspunkt
from ..policy import can_view_internt, can_view_registeret


def kilder(user: Bruker) -> list[Sokekilde]:
    """Kinds of row the user may see none of are not asked for."""
    if not can_view_registeret(user):
        return []
    found = [
        Sokekilde(
            Aktor.objects.visible_to(user).order_by("pk"),
            ("navn", "kortnavn", "merknad"),
            _aktor,
        ),
        Sokekilde(
            AktorAlias.objects.filter(aktor__in=Aktor.objects.visible_to(user)).select_related("aktor").order_by("pk"),
            ("navn",),
            _alias,
        ),
        Sokekilde(Forum.objects.visible_to(user).order_by("pk"), ("navn", "formal"), _forum),
        Sokekilde(Kurs.objects.visible_to(user).order_by("-dato", "pk"), ("tittel", "sted"), _kurs),
    ]
    if not can_view_internt(user):
        return [*found, Sokekilde(_moter(user).defer("saksliste", "referat"), ("forum__navn", "sted"), _mote)]
    return [
        *found,
        Sokekilde(_moter(user), ("forum__navn", "sted", "saksliste", "referat"), _mote_internt),
        Sokekilde(
            Kontaktrolle.objects.visible_to(user).i_bruk(idag()).select_related("aktor").order_by("pk"),
            ("verv", "navn"),
            _kontakt,
        ),
        Sokekilde(
            Avtale.objects.visible_to(user).select_related("aktor").order_by("-gyldig_fra", "pk"),
            ("tittel", "dokumentreferanse"),
            _avtale,
        ),
        Sokekilde(
            Oppfolgingspunkt.objects.visible_to(user).select_related("mote__forum", "ansvarlig").order_by("pk"),
            ("tekst",),
            _punkt,
        ),
    ]


def _moter(user: Bruker) -> QuerySet[Any]:
    return Mote.objects.visible_to(user).select_related("forum").order_by("-tid", "pk")


def _aktor(rad: Aktor, annet_navn: str = "") -> Treff:
    other = _("Kalles også %(navn)s") % {"navn": annet_navn} if annet_navn else ""
    return Treff(
        gruppe=_("Samarbeid"),
        tittel=rad.navn,
        url=rad.get_absolute_url(),
        meta=rad.get_type_display(),
        tekst="\n".join(
            part for part in (other, rad.kortnavn if rad.kortnavn != rad.navn else "", rad.merknad) if part
        ),
    )


def _alias(rad: AktorAlias) -> Treff:
    return _aktor(rad.aktor, rad.navn)


def _forum(rad: Forum) -> Treff:
    return Treff(_("Samarbeid"), rad.navn, rad.get_absolute_url(), _("Forum"), rad.formal)


def _kurs(rad: Kurs) -> Treff:
    when = _("Kurs %(dato)s") % {"dato": langdato(rad.dato)}
    return Treff(_("Samarbeid"), rad.tittel, rad.get_absolute_url(), when, rad.sted)


def _mote(rad: Mote, tekst: str = "") -> Treff:
    when = _("Møte %(dato)s") % {"dato": langdato(rad.tid)}
    return Treff(_("Møter og avtaler"), rad.forum.navn, rad.get_absolute_url(), f"{when}, {rad.sted}", tekst)


def _mote_internt(rad: Mote) -> Treff:
    return _mote(rad, "\n".join(part for part in (rad.saksliste, rad.referat) if part))


def _kontakt(rad: Kontaktrolle) -> Treff:
    return Treff(
        gruppe=_("Samarbeid"),
        tittel=f"{rad.verv}: {rad.navn}" if rad.navn else rad.verv,
        url=rad.get_absolute_url(),
        meta=_("Kontakt hos %(aktor)s") % {"aktor": rad.aktor},
    )


def _avtale(rad: Avtale) -> Treff:
    what = f"{rad.get_art_display()}, {rad.aktor}"
    return Treff(_("Møter og avtaler"), rad.tittel, rad.get_absolute_url(), what, rad.dokumentreferanse)


def _punkt(rad: Oppfolgingspunkt) -> Treff:
    return Treff(
        gruppe=_("Møter og avtaler"),
        tittel=rad.tekst,
        url=rad.get_absolute_url(),
        meta=_("Oppfølging i %(forum)s, %(hvem)s") % {"forum": rad.mote.forum, "hvem": rad.ansvarlig},
    )

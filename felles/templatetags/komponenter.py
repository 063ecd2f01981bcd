"""Component tags: keyword-only arguments, each rendering templates/komponenter/<name>.html.

Contexts are plain values, dicts or dataclasses. A misspelt argument raises. /galleri/ shows them all.
"""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime
from functools import lru_cache
from typing import Any

from django import template
from django.conf import settings
from django.forms import BaseForm, BoundField
from django.template.loader import render_to_string
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from felles import dato as datoer
from felles.kontaktvei import epostlenke, telefonlenke
from felles.tid import idag

register = template.Library()

STATUSER = {
    "gjennomfort": _("Gjennomført"),
    "i_rute": _("I rute"),
    "noe_forsinket": _("Noe forsinket"),
    "star_stille": _("Står stille"),
    "ikke_startet": _("Ikke startet"),
    "tatt_ut": _("Tatt ut av planen"),
}
FARGER = ("info", "success", "warning", "danger", "neutral", "accent")
VARIANTER = ("primary", "secondary", "tertiary")
TILSTANDER = {"ferdig": _("Ferdig"), "na": _("Nå"), "gjenstar": _("Gjenstår")}


def _one_of(verdi: str, allowed: Iterable[str]) -> str:
    if verdi not in allowed:
        raise template.TemplateSyntaxError(f"«{verdi}» is none of {', '.join(allowed)}")
    return verdi


@lru_cache(maxsize=128)
def _aksel(navn: str) -> str:
    if not navn.isalnum():
        raise template.TemplateSyntaxError(f"«{navn}» is no icon name")
    path = settings.BASE_DIR / "static" / "vendor" / "aksel" / f"{navn}.svg"
    head = '<svg class="hp-ikon" aria-hidden="true" focusable="false" '
    return path.read_text().replace("<svg ", head, 1).replace('width="1em" height="1em" ', "")


@register.simple_tag
def ikon(*, navn: str) -> SafeString:
    """A decorative Aksel icon; the words beside it carry the meaning. `{% ikon navn="Calendar" %}`"""
    return mark_safe(_aksel(navn))  # noqa: S308  our own vendored file


# --- Small pieces -----------------------------------------------------------------------------------------
@register.inclusion_tag("komponenter/vapen.html")
def vapen() -> dict[str, Any]:
    """The municipality's crest; change the file to move in elsewhere."""
    return {}


@lru_cache(maxsize=64)
def _statusmerke(status: str, kort: bool, _language: str | None) -> SafeString:
    return render_to_string("komponenter/statusmerke.html", {"status": status, "navn": STATUSER[status], "kort": kort})


@register.simple_tag
def statusmerke(*, status: str, kort: bool = False) -> SafeString:
    """Shape, colour and word of a tiltak's status; `kort` hides the word from the eye, not from the ear.

    Drawn once for each status and language: the matrix has 72 of them."""
    return _statusmerke(_one_of(status, STATUSER), kort, get_language())


@register.inclusion_tag("komponenter/statuslegende.html")
def statuslegende(*, antall: Mapping[str, int], url: str = "") -> dict[str, Any]:
    """Legend of the status bar with counts; with `url` each word is a link to `url?status=…`."""
    rader = [{"status": key, "navn": STATUSER[key], "antall": antall[key]} for key in STATUSER if antall.get(key)]
    return {"rader": rader, "url": url}


@register.inclusion_tag("komponenter/merke.html")
def merke(*, tekst: str, farge: str = "info") -> dict[str, Any]:
    """A tag for a stage."""
    return {"tekst": tekst, "farge": _one_of(farge, FARGER)}


@register.inclusion_tag("komponenter/frist.html")
def frist(*, dato: date | None, ferdig: bool = False) -> dict[str, Any]:
    """A deadline in words; late is bold, red and said."""
    over = dato is not None and not ferdig and dato < idag()
    tekst = "–" if not dato else datoer.kortdato(dato) if ferdig else datoer.fristtekst(dato)
    return {"dato": dato, "tekst": tekst, "over": over}


@register.inclusion_tag("komponenter/lenkeknapp.html")
def lenkeknapp(*, url: str, tekst: str, variant: str = "secondary", ikon: str = "") -> dict[str, Any]:
    """A link that looks like a button. One primary a page."""
    return {"url": url, "tekst": tekst, "variant": _one_of(variant, VARIANTER), "ikon": ikon}


@register.inclusion_tag("komponenter/knapp.html")
def knapp(
    *, tekst: str, variant: str = "primary", ikon: str = "", navn: str = "", verdi: str = "", farge: str = ""
) -> dict[str, Any]:
    """A button that sends its form; `navn`/`verdi` tell which button it was."""
    variant = _one_of(variant, VARIANTER)
    return {"tekst": tekst, "variant": variant, "ikon": ikon, "navn": navn, "verdi": verdi, "farge": farge}


# --- Ways around --------------------------------------------------------------------------------------------
@register.inclusion_tag("komponenter/brodsmuler.html")
def brodsmuler(*, sti: Sequence[Mapping[str, str]]) -> dict[str, Any]:
    """`sti` = [{navn, url}, …], the last one is this page. On a phone only the step back is shown."""
    return {"sti": sti, "forrige": sti[-2] if len(sti) > 1 else None}


@register.inclusion_tag("komponenter/faner.html")
def faner(*, faner: Sequence[Mapping[str, Any]], navn: str) -> dict[str, Any]:
    """Tabs as links: [{navn, url, aktiv, antall?}, …]; `navn` names the group to a screen reader."""
    return {"faner": faner, "navn": navn}


@register.inclusion_tag("komponenter/sidevelger.html", takes_context=True)
def sidevelger(context: template.Context, *, side: Any) -> dict[str, Any]:
    """Links to the pages of a list (a Paginator page), keeping the filter in the address."""
    numre = side.paginator.get_elided_page_range(side.number, on_each_side=1, on_ends=1)
    return {"side": side, "numre": list(numre), "request": context["request"]}


@register.inclusion_tag("komponenter/filterbrikker.html")
def filterbrikker(*, valg: Sequence[Mapping[str, str]]) -> dict[str, Any]:
    """Chosen filters as chips: [{tekst, url}, …], `url` being the list without that filter."""
    return {"valg": valg}


# --- Cards and lists ------------------------------------------------------------------------------------------
@register.simple_block_tag
def kort(
    content: str,
    *,
    tittel: str = "",
    niva: int = 2,
    lenke: str = "",
    lenketekst: str = "",
    meta: str = "",
    id: str = "",
) -> str:
    """A white card. With `lenke` a link, or with `meta` a remark, at the right of the heading."""
    data = {"innhold": content, "tittel": tittel, "niva": niva, "lenke": lenke, "lenketekst": lenketekst}
    return render_to_string("komponenter/kort.html", data | {"meta": meta, "id": id})


@register.simple_block_tag
def neste_steg(content: str, *, tittel: str) -> str:
    """The one tinted panel of a page: what to do now."""
    return render_to_string("komponenter/neste_steg.html", {"innhold": content, "tittel": tittel})


@register.simple_block_tag
def varsel(content: str, *, farge: str = "info", tittel: str = "") -> str:
    """A message that stays on the page."""
    data = {"innhold": content, "farge": _one_of(farge, FARGER), "tittel": tittel}
    return render_to_string("komponenter/varsel.html", data)


@register.simple_block_tag
def skjermet(content: str) -> str:
    """A calm box for what is held back, with one way forward."""
    return render_to_string("komponenter/skjermet.html", {"innhold": content})


@register.inclusion_tag("komponenter/oppgaveliste.html")
def oppgaveliste(*, oppgaver: Sequence[Mapping[str, Any]]) -> dict[str, Any]:
    """[{tittel, url, meta?, frist?}, …]; the whole row can be clicked, and it is one link."""
    return {"oppgaver": oppgaver}


@register.inclusion_tag("komponenter/faktaliste.html")
def faktaliste(*, fakta: Sequence[Mapping[str, Any]]) -> dict[str, Any]:
    """[{navn, verdi, url?}, …] as label over value."""
    return {"fakta": fakta}


@register.inclusion_tag("komponenter/tidslinje.html")
def tidslinje(*, hendelser: Sequence[Any], niva: int = 3) -> dict[str, Any]:
    """[{ikon, tittel, tid, hvem?, tekst?, skjermet?, lenker?: [{navn, url?}]}, …], newest first."""
    return {"hendelser": hendelser, "niva": niva}


@register.inclusion_tag("komponenter/stegviser.html")
def stegviser(*, steg: Sequence[Mapping[str, Any]], stanset: bool = False) -> dict[str, Any]:
    """[{navn, tilstand: ferdig|na|gjenstar, tekst?}, …]; a stopped case keeps its step with «Stanset»."""
    rader = [dict(rad) | {"ord": TILSTANDER[_one_of(rad["tilstand"], TILSTANDER)]} for rad in steg]
    return {"steg": rader, "stanset": stanset}


@register.inclusion_tag("komponenter/tom_tilstand.html")
def tom_tilstand(*, tittel: str, tekst: str = "", url: str = "", handling: str = "") -> dict[str, Any]:
    """An empty list: what, why, and one thing to do."""
    return {"tittel": tittel, "tekst": tekst, "url": url, "handling": handling}


@register.inclusion_tag("komponenter/fremdrift.html")
def fremdrift(*, verdi: int, maks: int, tekst: str) -> dict[str, Any]:
    """«14 av 18 tiltak har svart», with a bar."""
    return {"verdi": verdi, "maks": maks, "tekst": tekst}


# --- Forms ----------------------------------------------------------------------------------------------------
@register.inclusion_tag("komponenter/feiloppsummering.html")
def feiloppsummering(*, skjema: BaseForm) -> dict[str, Any]:
    """What must be put right, with links to the fields; `{{ skjema }}` has it already."""
    feil = [
        {"id": f.id_for_label or f.auto_id, "tekst": tekst} for f in skjema for tekst in f.errors if not f.is_hidden
    ]
    loose = [*skjema.non_field_errors(), *(tekst for f in skjema.hidden_fields() for tekst in f.errors)]
    return {"feil": feil, "losefeil": loose, "antall": len(feil) + len(loose)}


@register.simple_tag(takes_context=True)
def feilord(context: template.Context) -> str:
    """«Feil: » first in the title of a page with something to put right, so that it is the first thing heard."""
    skjemaer = (context.get("skjema"), context.get("form"))
    har_feil = context.get("har_feil") or any(getattr(skjema, "errors", None) for skjema in skjemaer)
    return str(_("Feil:")) + " " if har_feil else ""


@register.inclusion_tag("komponenter/felt.html")
def felt(*, felt: BoundField) -> dict[str, Any]:
    """One field with label, description and message, as `{{ skjema }}` draws it."""
    return {"field": felt}


@register.inclusion_tag("komponenter/utkaststatus.html")
def utkaststatus(*, lagret: datetime | None = None) -> dict[str, Any]:
    """«Utkast lagret kl. 14.32. Bare du ser det.», inside its form; with script the draft is saved while one writes."""
    return {"lagret": lagret}


@register.inclusion_tag("komponenter/forskjeller.html")
def forskjeller(*, rader: Sequence[Mapping[str, Any]]) -> dict[str, Any]:
    """What differs between what was saved meanwhile and what was typed (felles.skjema.MedVersjon)."""
    return {"rader": rader}


@register.inclusion_tag("komponenter/personknapper.html", takes_context=True)
def personknapper(context: template.Context) -> dict[str, Any]:
    """The demo's log-in: one button for each invented person (context `personer`)."""
    neste = context.get("redirect_field_value") or "/"
    return {"personer": context["personer"], "neste": neste, "csrf_token": context.get("csrf_token")}


register.filter(telefonlenke)
register.filter(epostlenke)


@register.filter
def utheving(deler: Iterable[tuple[bool, str]]) -> SafeString:
    """A text in pieces, (is it a hit, text), with the hits marked and no blank between the pieces."""
    return format_html_join("", "{}", ((format_html("<mark>{}</mark>", t) if treff else t,) for treff, t in deler))


# --- Dates ------------------------------------------------------------------------------------------------------
@register.filter
def kortdato(value: date | datetime | None) -> str:
    return datoer.kortdato(value)


@register.filter
def langdato(value: date | datetime | None) -> str:
    return datoer.langdato(value)


@register.filter
def tidspunkt(value: datetime | None) -> str:
    return datoer.tidspunkt(value)


@register.filter
def klokkeslett(value: datetime) -> str:
    return datoer.klokkeslett(value)

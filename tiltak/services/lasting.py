"""Load the plan's facts from fixtures/. Safe to run again: facts are set right, imported wording is left alone."""

import tomllib
from pathlib import Path
from typing import Any

from django.conf import settings
from django.db import models, transaction

from samarbeid.models import Aktor, AktorAlias

from ..models import (
    Ansvar,
    Avsnitt,
    Fokusomrade,
    Fotnote,
    Innsatsomrade,
    Kilde,
    Merknad,
    MuligTiltak,
    Plan,
    Prinsipp,
    Tiltak,
    Vedtak,
)

EIER = "eier"
Rad = dict[str, Any]


def read_fixture(navn: str) -> Rad:
    """One file of fixtures/, as it stands there."""
    return tomllib.loads((Path(settings.BASE_DIR) / "fixtures" / navn).read_text(encoding="utf-8"))


def last_plan(*, using: str = EIER) -> None:
    """Load actors and every plan edition, as the role that owns the tables: the web cannot change the plan."""
    with transaction.atomic(using=using):
        last_aktorer(read_fixture("aktorer.toml")["aktor"], using=using)
        for path in sorted((Path(settings.BASE_DIR) / "fixtures").glob("plan-*.toml")):
            last_utgave(read_fixture(path.name), using=using)


def last_aktorer(rader: list[Rad], *, using: str) -> None:
    """Actors by slug. Only missing ones are made, so that what people have edited stays."""
    known: dict[str, Aktor] = {aktor.slug: aktor for aktor in Aktor.objects.using(using)}
    for rad in rader:
        if rad["slug"] in known:
            continue
        facts: dict[str, Any] = {
            key: rad[key] for key in ("slug", "navn", "type", "kortnavn", "sone", "nettsted", "merknad") if key in rad
        }
        for lenke in ("over", "etterfulgt_av"):
            if lenke in rad:
                facts[lenke] = known[rad[lenke]]
        known[rad["slug"]] = aktor = Aktor.objects.using(using).create(**facts)
        for alias in rad.get("alias", []):
            AktorAlias.objects.using(using).create(aktor=aktor, navn=alias)


def last_utgave(fil: Rad, *, using: str) -> Plan:
    """One edition with all its parts."""
    head = {key: fil.get(key) for key in ("tittel", "vedtatt_dato", "signatarer")}
    plan, _ = Plan.objects.using(using).update_or_create(
        utgave=fil["utgave"], defaults=head | {"dato_merknad": fil.get("dato_merknad", "")}
    )
    omrader = _numbered(Innsatsomrade, plan, fil["innsatsomrade"])
    principles = _numbered(Prinsipp, plan, fil["prinsipp"])
    focus = _numbered(Fokusomrade, plan, fil["fokusomrade"])
    _numbered(MuligTiltak, plan, fil["mulig"])
    aktorer = {aktor.slug: aktor for aktor in Aktor.objects.using(using)}
    tiltak = {rad["nr"]: _tiltak(plan, rad, omrader, principles, aktorer) for rad in fil["tiltak"]}
    for rad in fil["tiltak"]:
        tiltak[rad["nr"]].fokusomrader.set([focus[nr] for nr in rad.get("fokus", [])])
    for rad in fil["vedtak"]:
        _set(Vedtak, plan, rad | {"tiltak": None}, "organ", "dato", "tiltak")
    for rad in fil["avsnitt"]:
        _set(Avsnitt, plan, rad, "kode")
    for rad in fil["fotnote"]:
        _set(Fotnote, plan, rad | {"tiltak": tiltak[rad["tiltak"]]}, "nr")
    for rad in fil["kilde"]:
        _set(Kilde, plan, rad, "tittel")
    for rad in fil["merknad"]:
        merknad = _set(Merknad, plan, {"kode": rad["kode"], "tekst": rad["tekst"]}, "kode")
        merknad.tiltak.set([tiltak[nr] for nr in rad.get("tiltak", [])])
    return plan


def _set(model: type[models.Model], plan: Plan, rad: Rad, *keys: str) -> Any:
    """Make the row or set its facts right; columns the file does not name are left alone."""
    where = {key: rad[key] for key in keys}
    facts = {key: verdi for key, verdi in rad.items() if key not in keys}
    return model._default_manager.using(plan._state.db).update_or_create(plan=plan, **where, defaults=facts)[0]


def _numbered(model: type[models.Model], plan: Plan, rader: list[Rad]) -> dict[int, Any]:
    return {rad["nr"]: _set(model, plan, rad, "nr") for rad in rader}


def _tiltak(
    plan: Plan, rad: Rad, omrader: dict[int, Any], principles: dict[int, Any], aktorer: dict[str, Aktor]
) -> Tiltak:
    facts = {key: rad[key] for key in ("nr", "tittel", "type", "sammendrag")} | {
        "innsatsomrade": omrader[rad["innsatsomrade"]],
        "tittel_oversikt": rad.get("tittel_oversikt", rad["tittel"]),
        "ansvarsetikett": rad["etikett"],
        "fristar": rad.get("fristar"),
    }
    tiltak: Tiltak = _set(Tiltak, plan, facts, "nr")
    tiltak.prinsipper.set([principles[nr] for nr in rad["prinsipper"]])
    for sted, part in enumerate(rad["ansvar"], 1):
        _ansvar(tiltak, sted, part, aktorer)
    return tiltak


def _ansvar(tiltak: Tiltak, sted: int, part: Rad, aktorer: dict[str, Aktor]) -> None:
    """The party at a place in the adopted order. A place that was transferred since is left alone."""
    rader = Ansvar.objects.using(tiltak._state.db).filter(tiltak=tiltak, rekkefolge=sted)
    if rader.filter(til__isnull=False).exists():
        return
    facts = {
        "rolle": part["rolle"],
        "aktor": aktorer[part["aktor"]] if "aktor" in part else None,
        "enhet": aktorer[part["enhet"]] if "enhet" in part else None,
        "navn_i_planen": part["navn"],
        "enhet_i_planen": part.get("enhet_navn", ""),
    }
    rader.update_or_create(tiltak=tiltak, rekkefolge=sted, defaults=facts)

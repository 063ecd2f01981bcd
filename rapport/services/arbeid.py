"""The worker's side of the outbox: take a job, hold it while drawing, deliver once. Imported by the worker only.

A job is held by a lease that is renewed while the child draws. A worker that dies stops renewing, and the next
sweep takes the job again. `forsok` is the fence: only the holder of the latest try may deliver (ADR 8).
"""

import hashlib
import logging
from datetime import timedelta
from uuid import UUID

from django.conf import settings
from django.db import transaction
from django.utils import timezone

from felles import utboks
from felles.utboks import MAKS_FORSOK
from vern.kontekst import som

from .. import policy
from ..choices import Feilkode, Jobbart, Jobbsteg, Jobbtilstand
from ..models import Dokument, Jobb, Rapport
from ..trykk.arsbilde import fra_json
from ..trykk.html import Kolofon, dato, lag_html
from .barn import Barnefeil, tegn

logg = logging.getLogger("handlingsplan.rapport")


def _hold() -> timedelta:
    return timedelta(seconds=settings.JOBB_HOLD_SEKUNDER)


def ta(jobb_id: UUID | str) -> Jobb | None:
    """Take the job if it is free; None when somebody else has it, has done it, or it is used up."""
    ledige = Jobb.objects.ledige(timezone.now())
    return ledige.ta(jobb_id, _hold(), tilstand=Jobbtilstand.PAGAR, steg=Jobbsteg.TALL)


def _meld(jobb: Jobb, steg: Jobbsteg) -> None:
    utboks.forleng(jobb, _hold(), steg=steg)


def kjor(jobb_id: UUID | str) -> bool:
    """Do one job from start to end. Safe to call twice, from two workers, at any moment."""
    jobb = ta(jobb_id)
    if jobb is None:
        return False
    try:
        html = _les(jobb)
        _meld(jobb, Jobbsteg.TEGNER)
        innhold = tegn(html, jobb.pk.hex[:16], tikk=lambda: _meld(jobb, Jobbsteg.TEGNER))
        _lever(jobb, innhold)
    except Barnefeil as feil:
        _feilet(jobb, feil.kode)
    except Exception as feil:
        # the type only: an exception's text may quote what somebody wrote
        logg.warning("Jobb %s feilet: %s", jobb.pk, type(feil).__name__)
        _feilet(jobb, Feilkode.DATA)
    return True


def _les(jobb: Jobb) -> str:
    """The HTML, read in the context of the one who ordered, who must still have the right (beslutninger 15)."""
    with som(jobb.bestilt_av):
        if not policy.kan_bestille(jobb.bestilt_av):
            raise Barnefeil(Feilkode.INGEN_RETT)
        rapport = Rapport.objects.select_related("erstatter", "bestilt_av", "godkjent_av").get(pk=jobb.rapport_id)
        return lag_html(fra_json(rapport.bilde), _kolofon(rapport, jobb), rapport.bestilt)


def _kolofon(rapport: Rapport, jobb: Jobb) -> Kolofon:
    previous, godkjent = rapport.erstatter, ""
    if jobb.art == Jobbart.ENDELIG and rapport.godkjent_av and rapport.godkjent:
        godkjent = f"Godkjent av {rapport.godkjent_av} {dato(timezone.localdate(rapport.godkjent))}."
    return Kolofon(
        versjon=rapport.versjon,
        bestilt_av=f"{rapport.bestilt_av}, {rapport.bestilt_av.tittel}".rstrip(", "),
        erstatter=f"versjon {previous.versjon} av {dato(timezone.localdate(previous.bestilt))}" if previous else "",
        godkjent=godkjent,
        utkast=jobb.art == Jobbart.UTKAST,
        adresse=rapport.get_absolute_url(),
    )


def _lever(jobb: Jobb, innhold: bytes) -> None:
    """Document and «ferdig» in one transaction, and only if this try still holds the job."""
    with transaction.atomic(), som(jobb.bestilt_av):
        if not utboks.ferdig(jobb, tilstand=Jobbtilstand.FERDIG, steg=Jobbsteg.FERDIG, ferdig=timezone.now()):
            return
        Dokument.objects.bulk_create(
            [
                Dokument(
                    jobb=jobb,
                    rapport_id=jobb.rapport_id,
                    innhold=innhold,
                    storrelse=len(innhold),
                    sha256=hashlib.sha256(innhold).hexdigest(),
                )
            ]
        )


def _feilet(jobb: Jobb, kode: Feilkode) -> None:
    """Try again a little later, or give up where a new try cannot help or there have been five."""
    if kode == Feilkode.INGEN_RETT or jobb.forsok >= MAKS_FORSOK:
        utboks.ferdig(jobb, tilstand=Jobbtilstand.FEILET, feilkode=kode)
    else:
        vent = timedelta(seconds=settings.JOBB_VENT_SEKUNDER)
        utboks.utsett(jobb, vent, tilstand=Jobbtilstand.VENTENDE, feilkode=kode, steg=Jobbsteg.KO)


def fei() -> list[str]:
    """The sweep: give up what has been tried out, return what is free to be taken."""
    naa = timezone.now()
    Jobb.objects.oppbrukte(naa).update(tilstand=Jobbtilstand.FEILET, feilkode=Feilkode.AVBRUTT, lease=None)
    return [str(pk) for pk in Jobb.objects.ledige(naa).order_by("opprettet", "pk").values_list("pk", flat=True)[:50]]

"""The jurist's word on a law, and the leader's on the assessment of privacy: one registers, another confirms (R2, R56).

Those who see cases have no part in it. Whoever may close, closes alone.
"""

from datetime import date, timedelta
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from brukere.models import Bruker, Rolletildeling
from brukere.roles import Rolle
from felles import sporring
from felles.engang import alt_laget
from felles.handler import krev_handler
from felles.tid import idag, na

from .. import policy
from ..models import Hjemmel, Hjemmelgodkjenning, Personvernvurdering
from .feil import IkkeTillatt, KravMangler
from .felles import varsle

VARSLES_FOR = (30, 7, 0)  # days before the day when the assessment is seen anew


def med_rolle(*roller: Rolle) -> list[Bruker]:
    """Those who hold one of the roles now."""
    rader = Rolletildeling.objects.gjeldende().filter(rolle__in=roller)
    return list(Bruker.objects.filter(pk__in=rader.values("bruker"), is_active=True).order_by("pk"))


# --- Laws ---------------------------------------------------------------------------------------------------------
@transaction.atomic
def registrer_hjemmel(
    *, av: Bruker, nokkel: UUID, hjemmel: Hjemmel, jurist: str, arkivref: str, dato: date
) -> Hjemmelgodkjenning:
    """Write down what a jurist has said of the law. Of no effect before another has confirmed. Twice is once."""
    krev_handler(av)
    if not policy.can_godkjenne_hjemler(av):
        raise IkkeTillatt
    if found := alt_laget(Hjemmelgodkjenning.objects, nokkel):
        return found
    if not Hjemmel.objects.gjeldende(idag()).filter(pk=hjemmel.pk).exists():
        raise KravMangler([_("Denne hjemmelen er ikke i bruk i dag, og kan ikke godkjennes.")])
    rad = Hjemmelgodkjenning(id=nokkel, hjemmel=hjemmel, jurist=jurist, arkivref=arkivref, dato=dato, registrert_av=av)
    rad.save(force_insert=True)
    varsle(en for en in med_rolle(Rolle.PERSONVERNOMBUD, Rolle.RADMANN) if en != av)
    return rad


@transaction.atomic
def bekreft_hjemmel(*, av: Bruker, rad: Hjemmelgodkjenning) -> None:
    """Another person confirms; from now on the law may be used. Twice is once. Raises IkkeTillatt."""
    krev_handler(av)
    rad = Hjemmelgodkjenning.objects.get(pk=rad.pk)
    if rad.bekreftet_av_id:
        return
    if not policy.can_bekrefte_hjemmel(av, rad):
        raise IkkeTillatt
    sporring.rader("SELECT vern.bekreft_hjemmel(%s)", rad.pk)


@transaction.atomic
def ta_ut_hjemmel(*, av: Bruker, hjemmel: Hjemmel) -> None:
    """The law is not used any longer: what stood on it ends, and those it concerns are told, without content (R6)."""
    krev_handler(av)
    if not policy.can_godkjenne_hjemler(av):
        raise IkkeTillatt
    hvem = [bruker for (bruker,) in sporring.rader("SELECT bruker FROM vern.ta_ut_hjemmel(%s)", hjemmel.pk)]
    varsle(Bruker.objects.filter(pk__in=hvem))


# --- The assessment of privacy ------------------------------------------------------------------------------------
@transaction.atomic
def registrer_vurdering(
    *, av: Bruker, nokkel: UUID, versjonsnr: str, dato: date, arkivref: str, restrisiko: str, vurderes: date
) -> Personvernvurdering:
    """The personvernombud registers which assessment there is. The leader is asked to approve it. Twice is once."""
    krev_handler(av)
    if not policy.can_registrere_vurdering(av):
        raise IkkeTillatt
    if found := alt_laget(Personvernvurdering.objects, nokkel):
        return found
    rad = Personvernvurdering(
        id=nokkel,
        versjonsnr=versjonsnr,
        dato=dato,
        arkivref=arkivref,
        restrisiko=restrisiko,
        vurderes=vurderes,
        registrert_av=av,
    )
    rad.save(force_insert=True)
    varsle(en for en in med_rolle(Rolle.RADMANN) if en != av)
    return rad


@transaction.atomic
def godkjenn_vurdering(*, av: Bruker, rad: Personvernvurdering, godkjent_til: date) -> Personvernvurdering:
    """The leader, who is another person, approves until a day: the case part is on. Twice is once."""
    krev_handler(av)
    found = Personvernvurdering.objects.select_for_update(of=("self",)).filter(pk=rad.pk).first()
    if found is None:  # to lock it is to be allowed to approve it
        raise IkkeTillatt
    rad = found
    if rad.godkjent_av_id == av.pk:
        return rad
    if not policy.can_godkjenne_vurdering(av, rad):
        raise IkkeTillatt
    rad.godkjent_av, rad.godkjent, rad.godkjent_til = av, na(), godkjent_til
    rad.save(update_fields=["godkjent_av", "godkjent", "godkjent_til"])
    return rad


@transaction.atomic
def trekk_vurdering(*, av: Bruker, rad: Personvernvurdering) -> None:
    """The leader takes the approval back: with no other, the case part is off at once. Twice is once."""
    krev_handler(av)
    rad = Personvernvurdering.objects.get(pk=rad.pk)
    if rad.trukket:
        return
    if not policy.can_trekke_vurdering(av, rad):
        raise IkkeTillatt
    rad.trukket_av, rad.trukket = av, na()
    rad.save(update_fields=["trukket_av", "trukket"])
    varsle(med_rolle(Rolle.PERSONVERNOMBUD, Rolle.KOORDINATOR))


def minn_om_vurdering() -> int:
    """Once a day: who is to see the assessment anew is told 30 and 7 days before, and the day itself."""
    frist: date | None = sporring.verdi("SELECT vern.vurdering_frist()")
    if frist is None or frist - idag() not in {timedelta(days=n) for n in VARSLES_FOR}:
        return 0
    hvem = med_rolle(Rolle.PERSONVERNOMBUD, Rolle.RADMANN)
    varsle(hvem)
    return len(hvem)

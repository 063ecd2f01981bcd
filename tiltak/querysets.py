"""Which rows count: the current edition, who answers now, the report that holds, what may be seen and reported."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING, Any

from django.contrib.postgres.expressions import ArraySubquery
from django.db import models
from django.db.models import OuterRef, Q
from django.db.models.functions import JSONObject

from felles.utboks import UtboksQuerySet

from .choices import Sendetilstand, Statuskrav, Vurderingsutfall
from .policy import can_kommentere, can_rapportere_alle, can_view_planen, can_view_utkast, egne_tiltak

if TYPE_CHECKING:
    from brukere.models import Bruker

    from .models import Plan

    Rader = models.QuerySet[Any]
else:
    Rader = models.QuerySet

UTKAST_LEVETID = timedelta(days=14)


class PlanQuerySet(Rader):
    def gjeldende(self) -> Plan:
        """The current edition (beslutninger 36)."""
        return self.utgaver().get(erstattet_av__isnull=True)

    def pa(self, dag: date) -> Plan:
        """The edition that held on a day; before the first, the first."""
        rows = list(self.utgaver())
        return next((row for row in rows if (row.vedtatt_dato or date(row.utgave, 1, 1)) <= dag), rows[-1])

    def utgaver(self) -> PlanQuerySet:
        """Every edition, the newest first, each knowing whether it is superseded."""
        return self.select_related("erstattet_av").order_by("-utgave")


class TiltakQuerySet(Rader):
    def visible_to(self, user: Bruker) -> TiltakQuerySet:
        """Everyone logged in reads the plan (beslutninger 10)."""
        return self if can_view_planen(user) else self.none()

    def gjeldende(self) -> TiltakQuerySet:
        """Those of the current edition. Only they are reported on."""
        return self.filter(plan__erstattet_av__isnull=True)

    def rapporteres_av(self, user: Bruker) -> TiltakQuerySet:
        """Those whose status the user may tell."""
        current = self.visible_to(user).gjeldende()
        if can_rapportere_alle(user):
            return current
        return current.filter(pk__in=self.model._default_manager.filter(egne_tiltak(user)).values("pk"))

    def i_rekkefolge(self) -> TiltakQuerySet:
        """In the plan's order, with the area at hand."""
        return self.select_related("innsatsomrade").order_by("nr")

    def med_plass(self) -> TiltakQuerySet:
        """With plan and area at hand."""
        return self.i_rekkefolge().select_related("plan__erstattet_av")

    def med_planen(self) -> TiltakQuerySet:
        """With all that the plan itself says of it or that ties it to the plan, as plain lists."""
        kinds = {name: self.model._meta.get_field(name).related_model for name in ("fotnoter", "merknader")}
        mine = Q(tiltak=OuterRef("pk"))

        def of(rows: models.Manager[Any], what: Any, order: str) -> ArraySubquery:
            return ArraySubquery(rows.filter(mine).order_by(order).values_list(what, flat=True))

        note = JSONObject(nr="nr", tekst="tekst", har_merke="har_merke")
        return self.med_plass().annotate(
            prinsippene=of(self.model.prinsipper.rel.model._default_manager, "tittel", "nr"),
            fokusene=of(self.model.fokusomrader.rel.model._default_manager, "tittel", "nr"),
            merknadene=of(kinds["merknader"]._default_manager, "tekst", "pk"),
            fotnotene=of(kinds["fotnoter"]._default_manager, note, "nr"),
        )


class AnsvarQuerySet(Rader):
    def gjeldende(self) -> AnsvarQuerySet:
        """Parties that answer now, in the plan's order, with their names at hand."""
        return self.filter(til__isnull=True).select_related("aktor", "enhet").order_by("tiltak", "rekkefolge")

    def pa(self, dag: date) -> AnsvarQuerySet:
        """Parties that answered on a day."""
        held = Q(fra__isnull=True) | Q(fra__lte=dag), Q(til__isnull=True) | Q(til__gt=dag)
        return self.filter(*held).select_related("aktor", "enhet").order_by("tiltak", "rekkefolge")


class StatusrapportQuerySet(Rader):
    def gjeldende(self) -> StatusrapportQuerySet:
        """The report that holds for each tiltak and year: the one nothing supersedes."""
        return self.filter(erstattet_av__isnull=True)

    def i_kraft(self) -> StatusrapportQuerySet:
        """Those that hold: not the end of an important tiltak before a second person has confirmed it."""
        return self.filter(~Q(krever=Statuskrav.BEKREFTELSE) | Q(vurdering__utfall=Vurderingsutfall.GODKJENT))

    def venter_pa(self, user: Bruker) -> StatusrapportQuerySet:
        """Reports this user may agree to: the koordinator to all, others to the end of what they answer for."""
        waiting = self.gjeldende().filter(vurdering__isnull=True, tiltak__plan__erstattet_av__isnull=True)
        waiting = waiting.exclude(krever=Statuskrav.INGEN).exclude(rapportert_av=user)
        if not can_rapportere_alle(user):
            tiltak = self.model._meta.get_field("tiltak").related_model._default_manager
            waiting = waiting.filter(krever=Statuskrav.BEKREFTELSE, tiltak__in=tiltak.rapporteres_av(user).order_by())
        return waiting.select_related("tiltak", "rapportert_av").order_by("tiltak__nr", "ar")

    def siste_til(self, tiltak: models.Model, ar: int) -> Any:
        """The report that holds for a tiltak in a year, or none."""
        return self.gjeldende().filter(tiltak=tiltak, ar=ar).select_related("rapportert_av", "vurdering").first()


class MilepaelQuerySet(Rader):
    def apne(self) -> MilepaelQuerySet:
        """Not reached yet."""
        return self.filter(nadd_dato__isnull=True)

    def i_vinduet(self, fra: date, til: date) -> MilepaelQuerySet:
        """Open or reached, with a deadline in the window."""
        return self.filter(Q(frist__gte=fra, frist__lte=til))


class InnholdQuerySet(Rader):
    def synlige(self) -> InnholdQuerySet:
        """What was not taken away again."""
        return self.filter(tatt_bort=False)


class VedleggQuerySet(InnholdQuerySet):
    def synlige(self) -> VedleggQuerySet:
        """Without the bytes: a page tells of files, only the download fetches one."""
        return self.filter(tatt_bort=False).defer("innhold")


class KommentarQuerySet(Rader):
    def visible_to(self, user: Bruker) -> KommentarQuerySet:
        """Remarks are for those who work with the plan."""
        return self if can_kommentere(user) else self.none()


class StatusrundeQuerySet(Rader):
    def apne(self) -> StatusrundeQuerySet:
        """Under way for the current edition: at most one."""
        return self.filter(avsluttet__isnull=True, plan__erstattet_av__isnull=True)

    def apen(self) -> Any:
        """The round that is under way for the current edition, or none."""
        return self.apne().select_related("startet_av").first()


class SammendragQuerySet(UtboksQuerySet):
    def kan_tas(self, naa: datetime, dag: date) -> SammendragQuerySet:
        """Today's that wait. Yesterday's are never sent: the next digest says what still holds."""
        return self.uholdte(naa).filter(tilstand=Sendetilstand.VENTER, dag=dag)

    def avbrutt(self, naa: datetime) -> SammendragQuerySet:
        """Cut off while they were handed over: nobody knows whether they came through."""
        return self.filter(tilstand=Sendetilstand.SENDER, lease__lt=naa)

    def siste_lest(self, siden: datetime) -> dict[int, datetime]:
        """When each person was last told, since a moment."""
        sent = self.filter(tilstand=Sendetilstand.SENDT, opprettet__gte=siden)
        return dict(sent.values("bruker").annotate(sist=models.Max("opprettet")).values_list("bruker", "sist"))


class StatusutkastQuerySet(Rader):
    def levende(self, naa: datetime) -> StatusutkastQuerySet:
        """Not older than 14 days."""
        return self.filter(endret__gt=naa - UTKAST_LEVETID)

    def utgatte(self, naa: datetime) -> StatusutkastQuerySet:
        return self.filter(endret__lte=naa - UTKAST_LEVETID)


class RulleringQuerySet(Rader):
    def utkast(self) -> RulleringQuerySet:
        """Being worked on: neither adopted nor thrown away."""
        return self.filter(plan__isnull=True, forkastet_tid__isnull=True)

    def visible_to(self, user: Bruker) -> RulleringQuerySet:
        """Drafts are for those who lead the work; what was adopted is for all."""
        return self if can_view_utkast(user) else self.filter(plan__isnull=False)

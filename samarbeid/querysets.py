"""Which rows of the registry may be seen, and the questions its pages ask."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING, Any

from django.db import models
from django.db.models import Case, Count, Exists, OuterRef, Q, Subquery, Sum, Value, When
from django.utils import timezone

from felles.sortering import Sorter

from .choices import TJENESTETYPER, Aktortype
from .policy import can_view_internt, can_view_registeret

if TYPE_CHECKING:
    from brukere.models import Bruker

    Rader = models.QuerySet[Any]
else:
    Rader = models.QuerySet


class RegisterQuerySet(Rader):
    """Rows everyone logged in may see."""

    def visible_to(self, user: Bruker) -> RegisterQuerySet:
        return self if can_view_registeret(user) else self.none()


class InterntQuerySet(Rader):
    """Rows for those who hold a role."""

    def visible_to(self, user: Bruker) -> InterntQuerySet:
        return self if can_view_internt(user) else self.none()


class AktorQuerySet(RegisterQuerySet):
    def gjeldende(self, dato: datetime.date) -> AktorQuerySet:
        """Partners that exist on the date. One with a successor and no known end is taken as gone."""
        begynt = Q(gyldig_fra__isnull=True) | Q(gyldig_fra__lte=dato)
        varer = Q(gyldig_til__isnull=True, etterfulgt_av__isnull=True) | Q(gyldig_til__gte=dato)
        return self.filter(begynt, varer)

    def tjenester(self) -> AktorQuerySet:
        """Those whose employees go on courses and are counted there."""
        return self.filter(type__in=TJENESTETYPER)

    def sok(self, ord: str) -> AktorQuerySet:
        """Partners that are, or were, called something with these letters in it."""
        alias = self.model._meta.get_field("aliaser").related_model
        med_alias = Exists(alias._default_manager.filter(aktor=OuterRef("pk"), navn__icontains=ord))
        return self.filter(Q(navn__icontains=ord) | Q(kortnavn__icontains=ord) | med_alias)

    def etter_type(self) -> AktorQuerySet:
        """Grouped by kind in the order of the choices, Norwegian order inside."""
        plass = Case(*(When(type=verdi, then=Value(nr)) for nr, verdi in enumerate(Aktortype.values)))
        return self.order_by(plass, Sorter("navn"), "pk")

    def til_liste(self) -> AktorQuerySet:
        """With what the list shows of each."""
        na = Q(forummedlemskap__til__isnull=True, forummedlemskap__forum__avsluttet__isnull=True)
        fora = Count("forummedlemskap", filter=na, distinct=True)
        return self.select_related("over", "etterfulgt_av").prefetch_related("aliaser").annotate(antall_fora=fora)


class KontaktrolleQuerySet(InterntQuerySet):
    def i_bruk(self, dato: datetime.date) -> KontaktrolleQuerySet:
        """Contacts not yet due for deletion. One that is due is not shown, even before the job has run."""
        return self.filter(slettet_dato__isnull=True, slettes_dato__gt=dato)

    def skal_slettes(self, dato: datetime.date) -> KontaktrolleQuerySet:
        return self.filter(slettet_dato__isnull=True, slettes_dato__lte=dato)


class AvtaleQuerySet(InterntQuerySet):
    def utloper(self, til: datetime.date) -> AvtaleQuerySet:
        """Agreements in force that end, or are to be gone through, by the date."""
        i_dag = timezone.localdate()
        naer = Q(gyldig_til__range=(i_dag, til)) | Q(revisjon__lte=til)
        return self.filter(naer, Q(gyldig_til__isnull=True) | Q(gyldig_til__gte=i_dag))


class ForumQuerySet(RegisterQuerySet):
    def til_liste(self, na: datetime.datetime) -> ForumQuerySet:
        """With members now, meetings held this year and the next one."""
        mote = self.model._meta.get_field("moter").related_model._default_manager
        neste = mote.filter(forum=OuterRef("pk"), avlyst=False, tid__gt=na).order_by("tid").values("tid")[:1]
        i_ar = Q(moter__avlyst=False, moter__tid__lte=na, moter__tid__year=timezone.localtime(na).year)
        return (
            self.select_related("ansvarlig")
            .annotate(
                antall_medlemmer=Count("medlemskap", filter=Q(medlemskap__til__isnull=True), distinct=True),
                holdt_i_ar=Count("moter", filter=i_ar, distinct=True),
                neste_mote=Subquery(neste),
            )
            .order_by(Sorter("navn"), "pk")
        )


class MoteQuerySet(RegisterQuerySet):
    def kommende(self, na: datetime.datetime) -> MoteQuerySet:
        return self.filter(tid__gt=na).order_by("tid", "pk")

    def tidligere(self, na: datetime.datetime) -> MoteQuerySet:
        return self.filter(tid__lte=na).order_by("-tid", "pk")

    def til_liste(self) -> MoteQuerySet:
        return self.select_related("forum").annotate(oppmote=Sum("deltakelser__antall"))

    def uten_referat(self, na: datetime.datetime) -> MoteQuerySet:
        """Held, and nobody has written down what was agreed."""
        return self.tidligere(na).filter(avlyst=False, referat="")


class OppfolgingspunktQuerySet(InterntQuerySet):
    def apne(self) -> OppfolgingspunktQuerySet:
        return self.filter(utfort_dato__isnull=True).select_related("ansvarlig", "mote__forum")


class KursQuerySet(RegisterQuerySet):
    def til_liste(self) -> KursQuerySet:
        return (
            self.select_related("arrangor")
            .annotate(antall_deltakere=Sum("deltakelser__antall"))
            .order_by("-dato", "pk")
        )

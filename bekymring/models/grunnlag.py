"""Why something may be shared: the catalogue of legal grounds, consents, the ground for each recipient.

And the reporter's receipt: what is left to them when the case is no longer theirs to see.
"""

import uuid
from datetime import date, datetime
from typing import Any, Self

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Now
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from simple_history.models import HistoricalRecords

from felles.dato import kortdato
from felles.periode import PeriodeQuerySet, gjelder
from felles.sortering import Sorter
from felles.tid import idag, na
from samarbeid.models import Aktor
from vern.choices import Sone

from ..choices import (
    Aldersspenn,
    Avlosning,
    Formal,
    Hjemmelkode,
    Opplysning,
    Partstype,
    Registreringsfeil,
    Samtykkeart,
    Samtykkeform,
)
from .kjerne import Sak, Tekst


def _flere(valg: type[models.TextChoices], navn: Any, **felt: Any) -> Any:
    """Several values of a choice, in one row."""
    return ArrayField(models.CharField(max_length=14, choices=valg), verbose_name=navn, **felt)


class HjemmelQuerySet(models.QuerySet[Any]):
    def gjeldende(self, dag: date) -> Self:
        """Grounds in use on a day, newest version first (R2)."""
        return self.filter(gjelder(dag, "gyldig_fra", "gyldig_til"), aktiv=True).order_by("-gyldig_fra", "pk")

    def til_deling(self, dag: date) -> Self:
        """Laws that may carry a sharing without consent: in use, and approved by a jurist by that day (R2)."""
        return self.godkjente(dag).filter(for_deling=True).exclude(formal=[])

    def til_unntak(self, dag: date) -> Self:
        """Laws by which one guardian's consent may be left out (R18)."""
        return self.godkjente(dag).filter(for_unntak=True)

    def godkjente(self, dag: date) -> Self:
        """In use, and approved by a jurist by that day: no other law may be used (R2)."""
        return self.gjeldende(dag).filter(jurist_godkjent__lte=dag)


class DelingsgrunnlagQuerySet(PeriodeQuerySet):
    def gjeldende(self, naa: datetime | Now | None = None) -> Self:
        """Grounds that hold: begun, not ended, and where no consent carries them confirmed by a second person."""
        naa = naa or na()
        carried = Q(samtykke__isnull=False) | Q(bekreftet_av__isnull=False) | Q(bekreftes_innen__gt=naa)
        return super().gjeldende(naa).filter(carried)

    def venter(self) -> Self:
        """Laws without consent that a second person has not answered yet, the longest waiting first."""
        return self.filter(samtykke=None, bekreftet_av=None, til__gt=na()).order_by("fra", "pk")

    def til_valg(self) -> Self:
        """With what their names are made of: the first to end first, then by recipient."""
        return self.select_related("hjemmel", "mottaker", "mottaker_person", "samtykke__part").order_by(
            "til", Sorter("mottaker__navn"), "pk"
        )


class ForesattunntakQuerySet(PeriodeQuerySet):
    def venter(self) -> Self:
        """Those a second person has not answered yet, the longest waiting first."""
        return self.filter(bekreftet_av=None, til__gt=na()).order_by("fra", "pk")

    def gjeldende(self, naa: datetime | Now | None = None) -> Self:
        """Confirmed, begun and not yet to be seen anew."""
        return super().gjeldende(naa or na()).filter(bekreftet_av__isnull=False)


class Hjemmel(models.Model):
    """A legal ground in one version. The law changes; the code does not (faggrunnlag 1 and 14)."""

    kode = models.CharField(_("kode"), max_length=20, choices=Hjemmelkode)
    navn = models.CharField(_("navn"), max_length=120)
    henvisning = models.CharField(_("lov og paragraf"), max_length=160)
    forklaring = models.CharField(_("forklaring"), max_length=400)
    kilde = models.CharField(_("kilde"), max_length=200)
    for_deling = models.BooleanField(_("kan brukes ved deling"), default=False)
    for_unntak = models.BooleanField(_("kan brukes for å utelate en foresatt"), default=False)
    haster = models.BooleanField(_("kan brukes med en gang når det haster"), default=False)
    mottakersoner = _flere(Sone, _("kan brukes for å dele med"), default=list, blank=True)
    opplysninger = _flere(Opplysning, _("gjelder opplysninger"), default=list, blank=True)
    formal = _flere(Formal, _("gjelder formål"), default=list, blank=True)
    aktiv = models.BooleanField(_("i bruk"), default=True)
    gyldig_fra = models.DateField(_("gyldig fra"))
    gyldig_til = models.DateField(_("gyldig til"), null=True, blank=True)
    jurist_godkjent = models.DateField(_("godkjent av jurist"), null=True, blank=True)

    objects = HjemmelQuerySet.as_manager()
    history = HistoricalRecords()

    class Meta:
        verbose_name = _("hjemmel")
        verbose_name_plural = _("hjemler")
        default_permissions = ()
        ordering = ["kode", "gyldig_fra"]
        constraints = [
            models.UniqueConstraint(fields=["kode", "gyldig_fra"], name="hjemmel_en_versjon"),
            models.CheckConstraint(condition=Q(kode__in=Hjemmelkode.values), name="hjemmel_kjent_kode"),
            models.CheckConstraint(
                condition=Q(gyldig_til__isnull=True) | Q(gyldig_til__gt=F("gyldig_fra")), name="hjemmel_til_etter_fra"
            ),
        ]

    def __str__(self) -> str:
        return self.navn

    @property
    def trenger_jurist(self) -> bool:
        """It carries something without consent, so that a jurist must have approved it (R2)."""
        return bool(self.formal) or self.for_unntak or self.kode == Hjemmelkode.MOTEPLIKT


class Part(models.Model):
    """The person, and each who has parental responsibility, one by one (R20). Who they are stands on the card only."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    sak = models.ForeignKey(Sak, models.PROTECT, related_name="parter", verbose_name=_("sak"))
    sone = models.CharField(_("sone"), max_length=12, choices=Sone, default=Sone.FELLES)
    type = models.CharField(_("hvem"), max_length=8, choices=Partstype)
    nummer = models.PositiveSmallIntegerField(_("nummer"), default=1)
    til = models.DateTimeField(_("part til"), null=True, blank=True)

    history = HistoricalRecords()

    class Meta:
        verbose_name = _("part")
        verbose_name_plural = _("parter")
        default_permissions = ()
        ordering = ["type", "nummer", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["sak", "type", "nummer"], name="part_en_av_hver"),
            models.CheckConstraint(condition=Q(type__in=Partstype.values), name="part_kjent_type"),
        ]

    def __str__(self) -> str:
        return f"part {self.pk}"

    @property
    def navn(self) -> str:
        """«Personen selv», «Foresatt 2»."""
        navn = self.get_type_display()
        return f"{navn} {self.nummer}" if self.type == Partstype.FORESATT else navn


class Samtykkeregel(models.Model):
    """Who must consent at which age, for which kind: data with validity, since the law changes (R16).

    `under`: holds only where the birthday is known, and the person is younger; where it is not, the stricter row does.
    """

    art = models.CharField(_("gjelder"), max_length=10, choices=Samtykkeart)
    aldersspenn = models.CharField(_("alder"), max_length=8, choices=Aldersspenn)
    selv = models.BooleanField(_("personen selv må samtykke"))
    foresatte = models.BooleanField(_("alle foresatte må samtykke"))
    under = models.PositiveSmallIntegerField(_("bare når personen er yngre enn"), null=True, blank=True)
    gyldig_fra = models.DateField(_("gyldig fra"))
    gyldig_til = models.DateField(_("gyldig til"), null=True, blank=True)

    history = HistoricalRecords()

    class Meta:
        verbose_name = _("samtykkeregel")
        verbose_name_plural = _("samtykkeregler")
        default_permissions = ()
        ordering = ["art", "aldersspenn", "gyldig_fra", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["art", "aldersspenn", "under", "gyldig_fra"],
                nulls_distinct=False,
                name="samtykkeregel_en_versjon",
            ),
            models.CheckConstraint(condition=Q(selv=True) | Q(foresatte=True), name="samtykkeregel_noen"),
        ]

    def __str__(self) -> str:
        return f"{self.get_art_display()}, {self.get_aldersspenn_display()}"


class Aldersgrense(models.Model):
    """The day the person enters the next age span, where the one who has the case knows it. For that one only.

    Emptied, not deleted, when the age in the case is put right.
    """

    sak = models.OneToOneField(
        Sak, models.PROTECT, primary_key=True, related_name="aldersgrense", verbose_name=_("sak")
    )
    dato = models.DateField(_("første dag i neste aldersspenn"), null=True)

    class Meta:
        verbose_name = _("aldersgrense")
        verbose_name_plural = _("aldersgrenser")
        default_permissions = ()

    def __str__(self) -> str:
        return f"aldersgrense {self.pk}"


class Samtykke(models.Model):
    """One party has said yes to a sharing, for a time, knowing that it can be withdrawn (R5, R20).

    With whom, what and for what stands on its `Delingsgrunnlag` rows, one for each recipient. No
    reason for a withdrawal, or for a refusal, is ever kept (R7, faggrunnlag 11).
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    sak = models.ForeignKey(Sak, models.PROTECT, related_name="samtykker", verbose_name=_("sak"))
    sone = models.CharField(_("sone"), max_length=12, choices=Sone, default=Sone.FELLES)
    part = models.ForeignKey(Part, models.PROTECT, related_name="samtykker", verbose_name=_("hvem har samtykket"))
    form = models.CharField(_("form"), max_length=10, choices=Samtykkeform)
    vitne = models.BooleanField(_("en kollega var vitne"), default=False)
    informert = models.BooleanField(_("vet at samtykket kan trekkes"))
    gyldig_til = models.DateField(_("gjelder til og med"))
    registrert_av = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("registrert av")
    )
    tid = models.DateTimeField(_("registrert"), default=na)
    trukket = models.DateTimeField(_("trukket"), null=True, blank=True)
    trukket_av = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("registrert trukket av"),
    )
    erstatter = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, related_name="avlosere", verbose_name=_("erstatter")
    )
    avlost = models.DateTimeField(_("avløst av et nytt"), null=True, blank=True)
    avlosning = models.CharField(_("hvordan det ble avløst"), max_length=6, choices=Avlosning, blank=True)
    feil = models.CharField(_("hva som var feil"), max_length=8, choices=Registreringsfeil, blank=True)

    history = HistoricalRecords()

    class Meta:
        verbose_name = _("samtykke")
        verbose_name_plural = _("samtykker")
        default_permissions = ()
        constraints = [
            models.CheckConstraint(condition=Q(informert=True), name="samtykke_informert"),
            models.CheckConstraint(
                condition=Q(form=Samtykkeform.SKRIFTLIG) | Q(vitne=True), name="samtykke_muntlig_med_vitne"
            ),
            models.CheckConstraint(
                condition=Q(trukket__isnull=True, trukket_av__isnull=True)
                | Q(trukket__isnull=False, trukket_av__isnull=False),
                name="samtykke_trukket_hel",
            ),
            models.CheckConstraint(
                condition=Q(avlost__isnull=True, avlosning="", feil="")
                | Q(avlost__isnull=False, avlosning=Avlosning.RETT, feil__in=Registreringsfeil.values)
                | Q(avlost__isnull=False, avlosning__in=[Avlosning.FORNY, Avlosning.SNEVRE], feil=""),
                name="samtykke_avlost_hel",
            ),
        ]

    def __str__(self) -> str:
        return f"samtykke {self.pk}"

    @property
    def mottakere(self) -> str:
        """With whom, by short names."""
        return ", ".join(sorted(grunnlag.hvem for grunnlag in self.grunnlag.all()))

    @property
    def holder(self) -> bool:
        """Neither withdrawn, replaced nor run out. Whether it is enough is asked of the age (`Samtykkeregel`)."""
        return self.trukket is None and self.avlost is None and self.gyldig_til >= idag()

    @property
    def er_utlopt(self) -> bool:
        """Run out by itself: it can be renewed, by asking anew."""
        return self.trukket is None and self.avlost is None and not self.holder

    @property
    def slutten(self) -> str:
        """How it stands, in words: until when it holds, or since when and why it does not."""
        if self.trukket:
            return gettext("trukket %(dato)s") % {"dato": kortdato(self.trukket)}
        if self.avlost:
            return f"{self.get_avlosning_display()} {kortdato(self.avlost)}"
        if not self.holder:
            return gettext("gikk ut %(dato)s") % {"dato": kortdato(self.gyldig_til)}
        return gettext("gjelder til og med %(dato)s") % {"dato": kortdato(self.gyldig_til)}


class Delingsgrunnlag(models.Model):
    """The ground for sharing with one recipient (R1, R2): a consent, or a law with the reason it is needed (R4).

    A recipient is a workplace or, where a relation is to one person, that person. Whether a ground covers something
    now is asked of `vern.dekket_til`, and nowhere else.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    sak = models.ForeignKey(Sak, models.PROTECT, related_name="delingsgrunnlag", verbose_name=_("sak"))
    sone = models.CharField(_("sone"), max_length=12, choices=Sone, default=Sone.FELLES)
    mottaker = models.ForeignKey(
        Aktor, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("mottaker")
    )
    mottaker_person = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("mottaker, én person"),
    )
    opplysninger = _flere(Opplysning, _("hva kan deles"), default=list)
    formal = _flere(Formal, _("formål"), default=list)
    hjemmel = models.ForeignKey(Hjemmel, models.PROTECT, related_name="+", verbose_name=_("hjemmel"))
    samtykke = models.ForeignKey(
        Samtykke, models.PROTECT, null=True, blank=True, related_name="grunnlag", verbose_name=_("samtykke")
    )
    nodvendighet = models.ForeignKey(
        Tekst, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("hvorfor det er nødvendig")
    )
    bestemt_av = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("bestemt av")
    )
    bekreftet_av = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("bekreftet av"),
    )
    bekreftes_innen = models.DateTimeField(_("gjelder ubekreftet til"), null=True, blank=True)
    fra = models.DateTimeField(_("fra"), default=na)
    til = models.DateTimeField(_("til"))

    objects = DelingsgrunnlagQuerySet.as_manager()
    history = HistoricalRecords()

    class Meta:
        verbose_name = _("grunnlag for deling")
        verbose_name_plural = _("grunnlag for deling")
        default_permissions = ()
        constraints = [
            models.CheckConstraint(
                condition=Q(samtykke__isnull=False) | Q(nodvendighet__isnull=False), name="delingsgrunnlag_grunn"
            ),
            models.CheckConstraint(
                condition=Q(bekreftet_av__isnull=True) | ~Q(bekreftet_av=F("bestemt_av")),
                name="delingsgrunnlag_to_personer",
            ),
            models.CheckConstraint(condition=Q(til__gte=F("fra")), name="delingsgrunnlag_til_etter_fra"),
            models.CheckConstraint(
                condition=Q(mottaker__isnull=True) ^ Q(mottaker_person__isnull=True), name="delingsgrunnlag_en_mottaker"
            ),
            models.CheckConstraint(
                condition=Q(opplysninger__len__gt=0, formal__len__gt=0), name="delingsgrunnlag_hva_og_hvorfor"
            ),
            models.CheckConstraint(
                condition=Q(mottaker_person__isnull=True) | Q(samtykke__isnull=False),
                name="delingsgrunnlag_person_samtykker",
            ),
        ]

    def __str__(self) -> str:
        return f"grunnlag {self.pk}"

    @property
    def venter(self) -> bool:
        """A law that a second person has not answered yet."""
        return self.samtykke_id is None and self.bekreftet_av_id is None and self.til > na()

    @property
    def varer(self) -> bool:
        """Not ended: it holds, or waits for the second person."""
        return self.til > na()

    @property
    def hvem(self) -> str:
        """The recipient by short name."""
        return self.mottaker.kort if self.mottaker else self.mottaker_person.navn if self.mottaker_person else ""

    @property
    def hva(self) -> str:
        """The kinds of information, one a line."""
        return "\n".join(str(Opplysning(en).label) for en in self.opplysninger)

    @property
    def til_hva(self) -> str:
        """The purposes, one a line."""
        return "\n".join(str(Formal(en).label) for en in self.formal)


class Foresattunntak(models.Model):
    """One guardian's consent is not asked for (R18): a law, a reason, a second person, a day when it is seen anew."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    sak = models.ForeignKey(Sak, models.PROTECT, related_name="foresattunntak", verbose_name=_("sak"))
    sone = models.CharField(_("sone"), max_length=12, choices=Sone, default=Sone.FELLES)
    part = models.ForeignKey(Part, models.PROTECT, related_name="unntak", verbose_name=_("hvem"))
    hjemmel = models.ForeignKey(Hjemmel, models.PROTECT, related_name="+", verbose_name=_("hjemmel"))
    begrunnelse = models.ForeignKey(Tekst, models.PROTECT, related_name="+", verbose_name=_("begrunnelse"))
    bestemt_av = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("bestemt av")
    )
    bekreftet_av = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("bekreftet av"),
    )
    fra = models.DateTimeField(_("fra"), default=na)
    til = models.DateTimeField(_("vurderes på nytt"))

    objects = ForesattunntakQuerySet.as_manager()
    history = HistoricalRecords()

    class Meta:
        verbose_name = _("unntak fra de foresattes samtykke")
        verbose_name_plural = _("unntak fra de foresattes samtykke")
        default_permissions = ()
        constraints = [
            models.CheckConstraint(
                condition=Q(bekreftet_av__isnull=True) | ~Q(bekreftet_av=F("bestemt_av")),
                name="foresattunntak_to_personer",
            ),
            models.CheckConstraint(condition=Q(til__gte=F("fra")), name="foresattunntak_til_etter_fra"),
        ]

    def __str__(self) -> str:
        return f"unntak {self.pk}"

    @property
    def venter(self) -> bool:
        """A second person has not answered yet."""
        return self.bekreftet_av_id is None and self.til > na()

    @property
    def varer(self) -> bool:
        """Not ended: it holds, or waits for the second person."""
        return self.til > na()


class Kvittering(models.Model):
    """A report was sent: when, and who answers. The reporter's own row, without state (beslutninger 9).

    Its key is the form's signed key, so that sending twice gives one case and one receipt (beslutninger 29).
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    bruker = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="kvitteringer", verbose_name=_("melder")
    )
    sak = models.ForeignKey(Sak, models.PROTECT, related_name="kvitteringer", verbose_name=_("sak"))
    nummer = models.CharField(_("saksnummer"), max_length=7)
    tid = models.DateTimeField(_("sendt"), default=na)
    svarer = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+", verbose_name=_("svarer")
    )
    akutt = models.BooleanField(_("haster"), default=False)

    class Meta:
        verbose_name = _("kvittering")
        verbose_name_plural = _("kvitteringer")
        default_permissions = ()
        ordering = ["-tid", "pk"]

    def __str__(self) -> str:
        return f"kvittering {self.pk}"

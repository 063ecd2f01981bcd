"""Courses, and how many took part."""

import uuid
from itertools import groupby
from typing import Any

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse_lazy
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from brukere.models import Foresporsel
from felles.diagram import stolper
from felles.skjemaside import uten
from felles.tid import idag

from .. import forms, services
from ..lesing.statistikk import kursdeltakere
from ..models import Kurs
from ..policy import can_edit_registeret
from .grunn import for_leser, for_redaktor, skjemaside, sti

KURS = (_("Kurs"), reverse_lazy("samarbeid:kursliste"))


@for_leser
@require_safe
def kursliste(request: Foresporsel) -> HttpResponse:
    side = Paginator(Kurs.objects.visible_to(request.user).til_liste(), 50).get_page(request.GET.get("page"))
    ar = idag().year
    tall = kursdeltakere(ar - 3, ar)
    data = {
        "side": side,
        "grupper": [(nr, list(gruppe)) for nr, gruppe in groupby(side, key=lambda kurs: kurs.dato.year)],
        "diagram": stolper(str(_("Deltakere på kurs")), [(str(nr), antall) for nr, antall in tall.items()]),
        "har_tall": any(tall.values()),
        "kan_endre": can_edit_registeret(request.user),
    }
    return render(request, "samarbeid/kursliste.html", data)


@for_leser
@require_safe
def kurs(request: Foresporsel, pk: uuid.UUID) -> HttpResponse:
    kurs = get_object_or_404(Kurs.objects.visible_to(request.user).til_liste(), pk=pk)
    data = {
        "kurs": kurs,
        "sti": sti(KURS, (kurs.tittel, "")),
        "deltakelser": list(kurs.deltakelser.select_related("tjeneste").order_by("-antall", "tjeneste")),
        "tittel": _("Påmeldte") if kurs.kommer else _("Deltakere"),
        "kan_endre": can_edit_registeret(request.user),
    }
    return render(request, "samarbeid/kurs.html", data)


@for_redaktor
def nytt_kurs(request: Foresporsel) -> HttpResponse:
    skjema = forms.NyttKurs(request.POST or None)

    def lagre(data: dict[str, Any]) -> Kurs:
        return services.registrer_kurs(
            av=request.user, id=data["nokkel"], deltakere=skjema.antall(), **uten(data, *skjema.aktorer)
        )

    return skjemaside(
        request,
        skjema,
        lagre=lagre,
        tittel=_("Nytt kurs"),
        smuler=sti(KURS, (_("Nytt kurs"), "")),
        tilbake=KURS[1],
        beskjed=_("Kurset er lagt til."),
        knapp=_("Legg til kurset"),
        ingress=_("Skriv hvor mange som var med fra hver tjeneste. Vi skriver ikke ned hvem."),
    )


@for_redaktor
def endre_kurs(request: Foresporsel, pk: uuid.UUID) -> HttpResponse:
    kurs = get_object_or_404(Kurs.objects.visible_to(request.user), pk=pk)
    skjema = forms.EndreKurs(request.POST or None, kurs=kurs, initial=forms.EndreKurs.verdier(kurs))

    def lagre(data: dict[str, Any]) -> Kurs:
        rest = uten(data, *skjema.aktorer)
        return services.endre_kurs(
            av=request.user, kurs=kurs, versjon=data["versjon"], deltakere=skjema.antall(), **rest
        )

    url = kurs.get_absolute_url()
    return skjemaside(
        request,
        skjema,
        lagre=lagre,
        tittel=_("Endre kurset"),
        smuler=sti(KURS, (kurs.tittel, url), (_("Endre"), "")),
        tilbake=url,
        beskjed=_("Endringen er lagret."),
    )

"""/galleri/: every component once, with invented content. Only in the demo."""

from datetime import datetime, timedelta
from typing import Any

from django import forms
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from felles.skjema import DatoFelt, Filterskjema, MedNokkel, NokkelFelt, Skjema, TekstFelt, forskjell
from felles.tid import idag


class Proveskjema(MedNokkel, Skjema):
    """The form of the mobile picture, with one optional field more."""

    gjennomfort = forms.ChoiceField(
        label="Ble samtalen gjennomført?",
        choices=[("ja", "Ja, som avtalt"), ("uten", "Ja, men uten foresatte"), ("nei", "Nei")],
        widget=forms.RadioSelect,
    )
    dato = DatoFelt(label="Dato for samtalen", fram_i_tid=False)
    enige = TekstFelt(
        label="Hva ble dere enige om?",
        help_text="Skriv kort og konkret. Ta bare med det som trengs for oppfølgingen.",
        max_length=500,
        error_messages={"required": "Skriv hva dere ble enige om."},
    )
    skole = forms.ChoiceField(
        label="Skole", required=False, choices=[("", "Velg"), ("a", "Ungdomsskole"), ("b", "Videregående")]
    )
    videre = forms.MultipleChoiceField(
        label="Hva foreslår du nå?",
        choices=[("ny", "Ny samtale om noen uker"), ("gruppe", "Ansvarsgruppe eller mentor"), ("slutt", "Avslutte")],
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )
    tolk = forms.BooleanField(label="Det ble brukt tolk", required=False)


class Provefilter(Filterskjema):
    sok = forms.CharField(label="Søk i tiltak")
    status = forms.ChoiceField(label="Status", choices=[("", "Alle"), ("i_rute", "I rute")])


def _steg(naa: int) -> list[dict[str, str]]:
    navn = (
        "Bekymring meldt",
        "Vurdert i kjernegruppa",
        "Bekymringssamtale",
        "Ansvarsgruppe eller mentor",
        "Avslutning",
    )
    tekst = (
        "12. okt. · ungdomsskole",
        "16. okt. · samtykke innhentet",
        "Referat innen 20. nov.",
        "Hvis det er behov",
        "",
    )
    return [
        {"navn": n, "tekst": t, "tilstand": "ferdig" if i < naa else "na" if i == naa else "gjenstar"}
        for i, (n, t) in enumerate(zip(navn, tekst, strict=True), 1)
    ]


def _hendelser(naa: datetime) -> list[dict[str, Any]]:
    return [
        {"ikon": "Calendar", "tittel": "Samtale avtalt", "tid": naa, "hvem": "politikontakt", "tekst": "Begge sa ja."},
        {
            "ikon": "PersonGroup",
            "tittel": "Kjernegruppa valgte bekymringssamtale",
            "tid": naa - timedelta(days=9),
            "hvem": "SLT-koordinator",
            "lenker": [{"navn": "Vurdering fra kjernegruppa (PDF, 84 kB)", "url": "#"}],
        },
        {"ikon": "Handshake", "tittel": "Samtykke", "tid": naa - timedelta(days=12), "skjermet": "Trukket tilbake."},
    ]


def _matrise() -> list[dict[str, Any]]:
    today = idag()
    rader = [
        (1, "Tiltak med ganske langt navn for å se hvordan linja brytes", "i_rute", "gjennomfort", today),
        (2, "Kort navn", "ikke_startet", "noe_forsinket", today - timedelta(days=9)),
        (3, "Mentorordning", "star_stille", "tatt_ut", None),
    ]
    return [{"nr": nr, "tittel": t, "far": [f, f], "na": naa, "frist": frist} for nr, t, f, naa, frist in rader]


@require_safe
def galleri(request: HttpRequest) -> HttpResponse:
    """Every component tag, each at least once (a test holds it)."""
    naa, today = timezone.now(), idag()
    typed = {"dato": f"{today + timedelta(days=5):%d.%m.%Y}", "gjennomfort": "ja", "nokkel": NokkelFelt.ny()}
    context = {
        "prove": Proveskjema(typed, auto_id="feil_%s"),
        "filter": Provefilter(auto_id="filter_%s"),
        "tomt": Proveskjema(),
        "na": naa,
        "steg": _steg(3),
        "hendelser": _hendelser(naa),
        "matrise": _matrise(),
        "dager": [today - timedelta(days=n) for n in (9, 1, 0, -1, -5, -400)],
        "statuser": ["gjennomfort", "i_rute", "noe_forsinket", "star_stille", "ikke_startet", "tatt_ut"],
        "antall": {"gjennomfort": 3, "i_rute": 10, "noe_forsinket": 3, "star_stille": 1, "ikke_startet": 1},
        "faner": [
            {"navn": "Hendelser", "url": "#", "aktiv": True},
            {"navn": "Oppsummering", "url": "#"},
            {"navn": "Dokumenter", "url": "#", "antall": 3},
        ],
        "sti": [{"navn": "Bekymringssaker", "url": "#"}, {"navn": "Sak 26-K7QD", "url": "#"}],
        "fakta": [
            {"navn": "Saksansvarlig", "verdi": "SLT-koordinator"},
            {"navn": "Slettes", "verdi": "12. april 2029"},
        ],
        "oppgaver": [
            {
                "tittel": "Oppdater status: samarbeid",
                "url": "#",
                "meta": "Tiltak 4",
                "frist": today - timedelta(days=9),
            },
            {"tittel": "Kall inn til møte", "url": "#", "meta": "2 saker", "frist": today + timedelta(days=1)},
        ],
        "side": Paginator(range(200), 10).get_page(request.GET.get("page", 4)),
        "brikker": [{"tekst": "Status: I rute", "url": "#"}],
        "rader": [{"navn": "Vurdering", "deler": forskjell("Gutten møtte ikke opp.", "Gutten møtte opp.")}],
    }
    return render(request, "felles/galleri.html", context)

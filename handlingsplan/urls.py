"""The whole address book. Each room keeps its own addresses; `kontrakt` ones never change."""

from django.urls import include, path

from brukere.views import kontoer
from forside import avbrutt, views
from forside.sammensetning import arbeidssteder, tiltak_for
from samarbeid.views.aktorer import aktor

from .helse import helse_klar, helse_live

urlpatterns = [
    path("", views.oversikt, name="oversikt"),
    path("kalender/<str:nokkel>.ics", views.kalender, name="kalender"),
    path("sok/", views.sok, name="sok"),
    path("brukere/", kontoer.brukere, {"arbeidssteder": arbeidssteder}, name="brukere"),
    path("brukere/<int:pk>/", kontoer.bruker, {"arbeidssteder": arbeidssteder}, name="bruker"),
    path("min-side/", kontoer.min_side, {"arbeidssteder": arbeidssteder}, name="min_side"),
    path("fortsett/<slug:merke>/", avbrutt.fortsett, name="fortsett"),
    path("", include("brukere.urls")),
    path("", include("felles.urls")),
    path("tiltak/", include("tiltak.urls")),
    path("samarbeid/<int:pk>/", aktor, {"tiltak_for": tiltak_for}, name="aktor"),
    path("samarbeid/", include("samarbeid.urls")),
    path("", include("bekymring.urls")),
    path("personvern/", include("bekymring.urls_personvern")),
    path("rapport/", include("rapport.urls")),
    path("helse/live", helse_live, name="helse_live"),
    path("helse/klar", helse_klar, name="helse_klar"),
]

handler400 = "felles.views.feil.kan_ikke_leses"
handler404 = "felles.views.feil.ikke_funnet"

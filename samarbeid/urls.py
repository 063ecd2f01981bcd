"""Addresses of the registry. `aktor` stands in the root address book, which adds the plan to the page."""

from django.urls import path

from .views import aktorer, fora, kurs, tilknytning

app_name = "samarbeid"
urlpatterns = [
    path("", aktorer.aktorer, name="aktorer"),
    path("ny/", aktorer.ny_aktor, name="ny_aktor"),
    path("<int:pk>/endre/", aktorer.endre_aktor, name="endre_aktor"),
    path("<int:pk>/kontakt/ny/", aktorer.ny_kontakt, name="ny_kontakt"),
    path("kontakt/<uuid:pk>/endre/", aktorer.endre_kontakt, name="endre_kontakt"),
    path("kontakt/<uuid:pk>/slett/", aktorer.slett_kontakt, name="slett_kontakt"),
    path("<int:pk>/avtale/ny/", aktorer.ny_avtale, name="ny_avtale"),
    path("avtale/<uuid:pk>/endre/", aktorer.endre_avtale, name="endre_avtale"),
    path("forum/", fora.fora, name="fora"),
    path("forum/nytt/", fora.nytt_forum, name="nytt_forum"),
    path("forum/<uuid:pk>/", fora.forum, name="forum"),
    path("forum/<uuid:pk>/endre/", fora.endre_forum, name="endre_forum"),
    path("moter/", fora.moter, name="moter"),
    path("moter/nytt/", fora.nytt_mote, name="nytt_mote"),
    path("moter/<uuid:pk>/", fora.mote, name="mote"),
    path("moter/<uuid:pk>/endre/", fora.endre_mote, name="endre_mote"),
    path("moter/<uuid:pk>/referat/", fora.referat, name="referat"),
    path("moter/<uuid:pk>/punkt/nytt/", fora.nytt_punkt, name="nytt_punkt"),
    path("moter/punkt/<uuid:pk>/", fora.sett_punkt, name="sett_punkt"),
    path("tilknytning/<int:pk>/ny/", tilknytning.ny_tilknytning, name="ny_tilknytning"),
    path("tilknytning/<int:pk>/avslutt/", tilknytning.avslutt_tilknytning, name="avslutt_tilknytning"),
    path("kurs/", kurs.kursliste, name="kursliste"),
    path("kurs/nytt/", kurs.nytt_kurs, name="nytt_kurs"),
    path("kurs/<uuid:pk>/", kurs.kurs, name="ett_kurs"),
    path("kurs/<uuid:pk>/endre/", kurs.endre_kurs, name="endre_kurs"),
]

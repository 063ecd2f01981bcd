"""Pages that belong to no other room: help, privacy, accessibility, and in the demo the gallery."""

from django.conf import settings
from django.urls import path

from .views import galleri, hjelp

urlpatterns = [
    path("hjelp/", hjelp.hjelp, name="hjelp"),
    path("hjelp/<slug:slug>/", hjelp.hjelpeside, name="hjelpeside"),
    path("personvern/", hjelp.personvern, name="personvern"),
    path("tilgjengelighet/", hjelp.tilgjengelighet, name="tilgjengelighet"),
]
if settings.DEMO:
    urlpatterns.append(path("galleri/", galleri.galleri, name="galleri"))

"""Addresses of this room (kontrakt: Addresses)."""

from django.urls import path

from .views import milepael, planen, rapportering

urlpatterns = [
    path("", planen.liste, name="tiltak"),
    path("eksport.xlsx", planen.eksport, name="tiltak_eksport"),
    path("mulige/", planen.mulige, name="mulige_tiltak"),
    path("arshjul/", planen.arshjul, name="arshjul"),
    path("planen/", planen.om_planen, name="om_planen"),
    path("oppdater/", rapportering.oppdater, name="oppdater_tiltak"),
    path("<int:nr>/", planen.tiltak, name="et_tiltak"),
    path("<int:nr>/status/", rapportering.status, name="ny_status"),
    path("<int:nr>/milepael/", milepael.ny, name="ny_milepael"),
    path("<int:nr>/milepael/<uuid:pk>/", milepael.endre, name="endre_milepael"),
]

"""Addresses of this room (kontrakt: Addresses)."""

from django.urls import path

from .views import innhenting, innhold, milepael, mulige, oppdatering, planen, rapportering, regneark

urlpatterns = [
    path("", planen.liste, name="tiltak"),
    path("eksport.xlsx", planen.eksport, name="tiltak_eksport"),
    path("eksport.csv", planen.eksport_csv, name="tiltak_csv"),
    path("endret/", planen.endret, name="endret"),
    path("regneark/", regneark.importer, name="les_regneark"),
    path("mulige/", mulige.liste, name="mulige_tiltak"),
    path("mulige/ny/", mulige.ny, name="ny_ide"),
    path("mulige/<int:nr>/", mulige.ett, name="mulig_tiltak"),
    path("mulige/<int:nr>/<slug:overgang>/", mulige.flytt, name="flytt_mulig"),
    path("arshjul/", planen.arshjul, name="arshjul"),
    path("planen/", planen.om_planen, name="om_planen"),
    path("oppdater/", oppdatering.oppdater, name="oppdater_tiltak"),
    path("innhenting/", innhenting.vis, name="innhenting"),
    path("innhenting/ny/", innhenting.ny, name="ny_innhenting"),
    path("innhenting/paminn/", innhenting.paminn, name="paminn_innhenting"),
    path("innhenting/frist/", innhenting.frist, name="flytt_innhenting"),
    path("innhenting/avslutt/", innhenting.avslutt, name="avslutt_innhenting"),
    path("innhenting/tekster/", innhenting.tekster, name="varseltekster"),
    path("innhenting/tekster/<slug:art>/", innhenting.tekst, name="varseltekst"),
    path("<int:nr>/", planen.tiltak, name="et_tiltak"),
    path("<int:nr>/status/", rapportering.status, name="ny_status"),
    path("<int:nr>/milepael/", milepael.ny, name="ny_milepael"),
    path("<int:nr>/milepael/<uuid:pk>/", milepael.endre, name="endre_milepael"),
    path("<int:nr>/legg-til/<slug:slag>/", innhold.legg_til, name="legg_til"),
    path("<int:nr>/endre/<slug:slag>/<uuid:pk>/", innhold.endre, name="endre_innhold"),
    path("<int:nr>/maling/<uuid:pk>/", innhold.maling, name="ny_maling"),
    path("<int:nr>/kommentar/", innhold.kommentar, name="ny_kommentar"),
    path("<int:nr>/kommentar/lest/", innhold.kommentarer_lest, name="kommentarer_lest"),
    path("<int:nr>/kommentar/<uuid:pk>/ta-bort/", innhold.ta_bort_kommentar, name="ta_bort_kommentar"),
]

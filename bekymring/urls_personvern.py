"""Addresses under /personvern/ that read the log."""

from django.urls import URLPattern, path

from .views import gjennomgang, hjemler, logg, nodtilgang, uvanlige, vurdering

urlpatterns: list[URLPattern] = [
    path("mine-oppslag/", logg.mine_oppslag, name="personvern_mine_oppslag"),
    path("uvanlige/", uvanlige.uvanlige, name="personvern_uvanlige"),
    path("uvanlige/<int:oppslag>/", uvanlige.vurder, name="personvern_vurder"),
    path("nodtilgang/", nodtilgang.alle, name="personvern_nodtilgang"),
    path("vurdering/", vurdering.oversikt, name="personvern_vurdering"),
    path("vurdering/ny/", vurdering.ny, name="personvern_vurdering_ny"),
    path("vurdering/<uuid:id>/godkjenn/", vurdering.godkjenn, name="personvern_vurdering_godkjenn"),
    path("vurdering/<uuid:id>/trekk/", vurdering.trekk, name="personvern_vurdering_trekk"),
    path("lover/", hjemler.oversikt, name="personvern_hjemler"),
    path("lover/<int:id>/godkjenn/", hjemler.godkjenn, name="personvern_hjemmel_godkjenn"),
    path("lover/<int:id>/ut/", hjemler.ta_ut, name="personvern_hjemmel_ut"),
    path("lover/godkjenning/<uuid:id>/bekreft/", hjemler.bekreft, name="personvern_hjemmel_bekreft"),
    path("tilganger/", gjennomgang.manglende, name="personvern_gjennomgang"),
    path("logg/", logg.logg, name="personvern_logg"),
    path("logg/<str:ref>/", logg.logg_for_sak, name="personvern_logg_sak"),
]

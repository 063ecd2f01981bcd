"""Addresses under /personvern/ that read the log."""

from django.urls import URLPattern, path

from .views import gjennomgang, logg, nodtilgang, uvanlige

urlpatterns: list[URLPattern] = [
    path("mine-oppslag/", logg.mine_oppslag, name="personvern_mine_oppslag"),
    path("uvanlige/", uvanlige.uvanlige, name="personvern_uvanlige"),
    path("uvanlige/<int:oppslag>/", uvanlige.vurder, name="personvern_vurder"),
    path("nodtilgang/", nodtilgang.alle, name="personvern_nodtilgang"),
    path("tilganger/", gjennomgang.manglende, name="personvern_gjennomgang"),
    path("logg/", logg.logg, name="personvern_logg"),
    path("logg/<str:ref>/", logg.logg_for_sak, name="personvern_logg_sak"),
]

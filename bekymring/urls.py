"""Addresses of this room. `<ref>` is opaque, 128 random bits (beslutninger 22)."""

from django.urls import URLPattern, path

from .views import grunnlag, hvem, kjernegruppe, liste, melding, oppfolging, overta, sak, samtale, samtykke, steg

urlpatterns: list[URLPattern] = [
    path("bekymring/", liste.liste, name="bekymring_liste"),
    path("bekymring/meld/", melding.side, name="bekymring_meld"),
    path("bekymring/meld/se-over/", melding.se_over, name="bekymring_se_over"),
    path("bekymring/meld/<slug:side>/", melding.side, name="bekymring_meld_side"),
    path("bekymring/kvittering/<uuid:id>/", melding.kvittering, name="bekymring_kvittering"),
    path("bekymring/<str:ref>/", sak.sak, name="bekymring_sak"),
    path("bekymring/<str:ref>/oppsummering/", sak.oppsummering, name="bekymring_oppsummering"),
    path("bekymring/<str:ref>/innsyn/", sak.innsynsside, name="bekymring_innsyn"),
    path("bekymring/<str:ref>/pa-nytt/", melding.pa_nytt, name="bekymring_pa_nytt"),
    path("bekymring/<str:ref>/overta/", overta.overta, name="bekymring_overta"),
    path("bekymring/<str:ref>/angre/", sak.angre_steg, name="bekymring_angre"),
    path("bekymring/<str:ref>/avverging/", sak.avverging, name="bekymring_avverging"),
    path("bekymring/<str:ref>/hvem/", hvem.hvem, name="bekymring_hvem"),
    path("bekymring/<str:ref>/hvem/skriv/", hvem.skriv, name="bekymring_skriv_hvem"),
    path("bekymring/<str:ref>/hvem/del/", hvem.del_med, name="bekymring_del_hvem"),
    path("bekymring/<str:ref>/inhabil/", sak.inhabil, name="bekymring_inhabil"),
    path("bekymring/<str:ref>/steg/<slug:navn>/", steg.steg, name="bekymring_steg"),
    path("bekymring/<str:ref>/grunnlag/", grunnlag.grunnlag, name="bekymring_grunnlag"),
    path("bekymring/<str:ref>/grunnlag/<uuid:id>/bekreft/", grunnlag.bekreft, name="bekymring_bekreft"),
    path("bekymring/<str:ref>/samtykke/", samtykke.samtykke, name="bekymring_samtykke"),
    path("bekymring/<str:ref>/samtykke/<uuid:id>/trekk/", sak.trekk, name="bekymring_trekk"),
    path("bekymring/<str:ref>/oppgave/<uuid:id>/gjort/", sak.oppgave_gjort, name="bekymring_oppgave_gjort"),
    path("bekymring/<str:ref>/vurdering/", kjernegruppe.vurdering, name="bekymring_vurdering"),
    path("bekymring/<str:ref>/samtale/", samtale.avtal, name="bekymring_avtal_samtale"),
    path("bekymring/<str:ref>/samtale/<uuid:id>/flytt/", samtale.flytt, name="bekymring_flytt_samtale"),
    path("bekymring/<str:ref>/samtale/<uuid:id>/avlys/", samtale.avlys, name="bekymring_avlys_samtale"),
    path("bekymring/<str:ref>/samtale/<uuid:id>/referat/", samtale.referat, name="bekymring_referat"),
    path("bekymring/<str:ref>/ansvarsgruppe/", oppfolging.ansvarsgruppe, name="bekymring_ansvarsgruppe"),
    path("bekymring/<str:ref>/mentor/", oppfolging.mentor, name="bekymring_mentor"),
    path("bekymring/<str:ref>/mentor/<uuid:id>/<slug:navn>/", oppfolging.mentorsteg, name="bekymring_mentorsteg"),
    path("bekymring/<str:ref>/kontakt/<uuid:id>/", oppfolging.kontakt, name="bekymring_kontakt"),
    path("kjernegruppe/", kjernegruppe.grupper, name="kjernegruppe_liste"),
    path("kjernegruppe/<int:id>/innkall/", kjernegruppe.innkall, name="kjernegruppe_innkall"),
    path("kjernegruppe/mote/<str:ref>/", kjernegruppe.mote, name="kjernegruppe_mote"),
]

"""Only the allauth views in use are mounted."""

from allauth.account.views import LoginView, PasswordChangeView
from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.urls import path

from .views import innlogging, kontoer, opptrapping

urlpatterns = [
    path("logg-inn/", login_not_required(LoginView.as_view()), name="account_login"),
    path("logg-ut/", login_not_required(innlogging.LoggUt.as_view()), name="account_logout"),
    path("logg-inn/bekreft/", opptrapping.bekreft, name="bekreft_innlogging"),
    path("okt/", innlogging.okt, name="okt"),
    path("min-side/okter/avslutt/", innlogging.avslutt_okter, name="avslutt_okter"),
    path("min-side/passord/", PasswordChangeView.as_view(), name="account_change_password"),
    path("min-side/kalender/", kontoer.kalender, name="min_kalender"),
    path("brukere/ny/", kontoer.ny_bruker, name="ny_bruker"),
    path("brukere/<int:pk>/endre/", kontoer.endre_bruker, name="endre_bruker"),
    path("brukere/<int:pk>/rolle/", kontoer.ny_rolle, name="ny_rolle"),
    path("brukere/rolle/<int:pk>/avslutt/", kontoer.avslutt_rolle, name="avslutt_rolle"),
    path("brukere/<int:pk>/passord/", kontoer.nytt_passord, name="nytt_passord"),
    path("brukere/<int:pk>/logg-ut/", kontoer.logg_ut, name="logg_ut_bruker"),
    path("brukere/<int:pk>/steng/", kontoer.steng, name="steng_bruker"),
    path("brukere/<int:pk>/apne/", kontoer.apne, name="apne_bruker"),
    path("sprak/", innlogging.velg_sprak, name="velg_sprak"),
]
if settings.DEMO:
    urlpatterns.append(path("logg-inn/demo/", innlogging.demo_logg_inn, name="demo_logg_inn"))

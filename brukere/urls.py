"""Only the allauth views in use are mounted."""

from allauth.account.views import LoginView, LogoutView
from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.urls import path

from . import views

urlpatterns = [
    path("logg-inn/", login_not_required(LoginView.as_view()), name="account_login"),
    path("logg-ut/", login_not_required(LogoutView.as_view()), name="account_logout"),
    path("sprak/", views.velg_sprak, name="velg_sprak"),
]
if settings.DEMO:
    urlpatterns.append(path("logg-inn/demo/", views.demo_logg_inn, name="demo_logg_inn"))

"""Addresses of this room."""

from django.urls import path

from . import views

app_name = "rapport"
urlpatterns = [
    path("", views.liste, name="liste"),
    path("<int:pk>/", views.rapport, name="rapport"),
    path("<int:pk>.pdf", views.pdf, name="pdf"),
    path("<int:pk>/handling/", views.handling, name="handling"),
]

"""Pages that belong to no other room: help, privacy, accessibility, and in the demo the gallery."""

from django.conf import settings
from django.urls import URLPattern, path

from .views import galleri

urlpatterns: list[URLPattern] = []
if settings.DEMO:
    urlpatterns.append(path("galleri/", galleri.galleri, name="galleri"))

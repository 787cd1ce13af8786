"""Addresses of the platform host."""

from django.urls import include, path

from haat.urls import roles, shell

urlpatterns = [path("", include("haat.urls.shared")), *roles.api("platform"), *roles.docs("platform"), *shell.pages()]
handler404 = "haat.urls.errors.not_found"
handler500 = "haat.urls.errors.broken"

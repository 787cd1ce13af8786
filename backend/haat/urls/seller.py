"""Addresses of the seller host."""

from django.urls import include, path

from haat.urls import roles, shell

urlpatterns = [
    path("", include("haat.urls.shared")),
    path("", include("haat.urls.media")),
    *roles.api("seller"),
    *roles.docs("seller"),
    *shell.pages(),
]
handler404 = "haat.urls.errors.not_found"
handler500 = "haat.urls.errors.broken"

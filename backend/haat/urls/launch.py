"""Addresses of the platform's own host: the launch page and the webhooks of providers."""

from django.urls import include, path

urlpatterns = [
    path("", include("haat.urls.shared")),
    path("", include("haat.payments.api.webhooks")),
    path("api/v1/launch/", include("haat.tenancy.api.launch")),
    path("", include("portals.customer.launch.urls")),
]
handler404 = "haat.urls.errors.not_found"
handler500 = "haat.urls.errors.broken"

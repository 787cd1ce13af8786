"""Addresses of a brand's storefront."""

from django.urls import include, path

from haat.urls import roles

urlpatterns = [
    *roles.api("customer"),  # first: asked for most
    path("", include("haat.urls.shared")),
    path("", include("haat.urls.media")),
    path("", include("haat.checkout.api.pages")),
    *roles.docs("customer"),
    path("", include("portals.customer.urls")),
]
handler404 = "haat.urls.errors.not_found"
handler500 = "haat.urls.errors.broken"

"""Addresses of the platform host."""

from django.urls import include, path

from haat.urls import roles

urlpatterns = [path("", include("haat.urls.shared")), *roles.api("platform"), *roles.docs("platform")]

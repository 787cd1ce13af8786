from django.apps import AppConfig


class StorefrontConfig(AppConfig):
    name = "portals.customer"
    label = "storefront"

"""What a seller keeps: products with their offers, prices and stock."""

from django.urls import path

from haat.inventory.api.seller.offers import OfferPage, Offers
from haat.inventory.api.seller.products import (
    Categories,
    CategoryAttributes,
    ProductChange,
    ProductPage,
    ProductProposal,
    Products,
)
from haat.inventory.api.seller.stock import StockAdjustments, StockMovements

urlpatterns = [
    path("categories", Categories.as_view()),
    path("categories/<slug:slug>/attributes", CategoryAttributes.as_view()),
    path("products", Products.as_view()),
    path("products/<uuid:product_id>", ProductPage.as_view()),
    path("products/<uuid:product_id>/change", ProductChange.as_view()),
    path("products/<uuid:product_id>/proposal", ProductProposal.as_view()),
    path("offers", Offers.as_view()),
    path("offers/<uuid:offer_id>", OfferPage.as_view()),
    path("offers/<uuid:offer_id>/stock-adjustments", StockAdjustments.as_view()),
    path("stock-movements", StockMovements.as_view()),
]

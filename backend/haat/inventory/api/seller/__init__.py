"""What a seller keeps: products with their offers, prices and stock."""

from django.urls import path

from haat.inventory.api.seller.alerts import AlertLevel, OfferAlertLevel, StockAlerts
from haat.inventory.api.seller.bundles import Components
from haat.inventory.api.seller.drops import Drop, Units, UnitSteps
from haat.inventory.api.seller.grid import BulkEdits, BulkEditUndo, Grid, StockFile
from haat.inventory.api.seller.movements import StockMovements
from haat.inventory.api.seller.offers import OfferPage, Offers
from haat.inventory.api.seller.places import Place, PlaceClosure, PlaceDefault, Places
from haat.inventory.api.seller.products import (
    Categories,
    CategoryAttributes,
    ProductChange,
    ProductPage,
    ProductProposal,
    Products,
)
from haat.inventory.api.seller.stock import StockAdjustments, StockList, Transfers

OFFER, PLACE = "offers/<uuid:offer_id>", "places/<uuid:place_id>"

urlpatterns = [
    path("categories", Categories.as_view()),
    path("categories/<slug:slug>/attributes", CategoryAttributes.as_view()),
    path("products", Products.as_view()),
    path("products/<uuid:product_id>", ProductPage.as_view()),
    path("products/<uuid:product_id>/change", ProductChange.as_view()),
    path("products/<uuid:product_id>/proposal", ProductProposal.as_view()),
    path("variants/<uuid:variant_id>/components", Components.as_view()),
    path("offers", Offers.as_view()),
    path(OFFER, OfferPage.as_view()),
    path(f"{OFFER}/stock-adjustments", StockAdjustments.as_view()),
    path(f"{OFFER}/transfers", Transfers.as_view()),
    path(f"{OFFER}/alert-level", OfferAlertLevel.as_view()),
    path(f"{OFFER}/drop", Drop.as_view()),
    path(f"{OFFER}/units", Units.as_view()),
    path(f"{OFFER}/units/<uuid:unit_id>/steps", UnitSteps.as_view()),
    path("stock", StockList.as_view()),
    path("stock/grid", Grid.as_view()),
    path("stock/file", StockFile.as_view()),
    path("bulk-edits", BulkEdits.as_view()),
    path("bulk-edits/<uuid:edit_id>/undo", BulkEditUndo.as_view()),
    path("stock-alerts", StockAlerts.as_view()),
    path("alert-level", AlertLevel.as_view()),
    path("stock-movements", StockMovements.as_view()),
    path("places", Places.as_view()),
    path(PLACE, Place.as_view()),
    path(f"{PLACE}/closure", PlaceClosure.as_view()),
    path(f"{PLACE}/default", PlaceDefault.as_view()),
]

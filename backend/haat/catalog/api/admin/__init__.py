"""What the brand's staff do with goods: decide what is in the shop, and give the catalogue its shape."""

from django.urls import path

from haat.catalog.api import staff_pictures
from haat.catalog.api.admin.attributes import AttributeArchive, AttributePage, Attributes
from haat.catalog.api.admin.categories import Categories, CategoryPage
from haat.catalog.api.admin.moderation import Decisions, Queue, QueueCounts, Rebase, Undo
from haat.catalog.api.admin.products import ProductPage, Products, Publication, Rejection
from haat.catalog.api.admin.trust import Trust, TrustPage

urlpatterns = [
    *staff_pictures.urlpatterns,
    path("products", Products.as_view()),
    path("products/<uuid:product_id>", ProductPage.as_view()),
    path("products/<uuid:product_id>/publication", Publication.as_view()),
    path("products/<uuid:product_id>/rejection", Rejection.as_view()),
    path("attributes", Attributes.as_view()),
    path("attributes/<uuid:attribute_id>", AttributePage.as_view()),
    path("attributes/<uuid:attribute_id>/archive", AttributeArchive.as_view()),
    path("categories", Categories.as_view()),
    path("categories/<uuid:category_id>", CategoryPage.as_view()),
    path("moderation", Queue.as_view()),
    path("moderation/counts", QueueCounts.as_view()),
    path("moderation/decisions", Decisions.as_view()),
    path("moderation/decisions/<uuid:batch_id>", Undo.as_view()),
    path("product-changes/<uuid:change_id>/rebase", Rebase.as_view()),
    path("seller-trust", Trust.as_view()),
    path("seller-trust/<uuid:seller_id>", TrustPage.as_view()),
]

"""What a customer browses: the storefront's frame, categories, lists, search and products."""

from django.urls import path

from haat.search.api.customer.addresses import Addresses
from haat.search.api.customer.browse import Categories, CategoryPage, Choices, Products, Suggestions
from haat.search.api.customer.collections import CollectionPage, Collections
from haat.search.api.customer.product import Preview, ProductPage
from haat.search.api.customer.storefront import Storefront

urlpatterns = [
    path("storefront", Storefront.as_view()),
    path("categories", Categories.as_view()),
    path("categories/<slug:slug>", CategoryPage.as_view()),
    path("collections", Collections.as_view()),
    path("collections/<slug:slug>", CollectionPage.as_view()),
    path("product-addresses", Addresses.as_view()),
    path("products", Products.as_view()),
    path("products/<slug:slug>", ProductPage.as_view()),
    path("previews/<str:ticket>", Preview.as_view()),
    path("search/suggestions", Suggestions.as_view()),
    path("search/choices", Choices.as_view()),
]

"""Finding goods."""

from haat.search.queries.cards import Card, cards, offers_by_product
from haat.search.queries.categories import category_page, shown_categories
from haat.search.queries.facets import facets
from haat.search.queries.find import SORTS, Wanted, find, read_words
from haat.search.queries.product import product_page
from haat.search.queries.storefront import Section, home
from haat.search.queries.suggest import suggestions

__all__ = [
    "SORTS",
    "Card",
    "Section",
    "Wanted",
    "cards",
    "category_page",
    "facets",
    "find",
    "home",
    "offers_by_product",
    "product_page",
    "read_words",
    "shown_categories",
    "suggestions",
]

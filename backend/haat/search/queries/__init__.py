"""Finding goods."""

from haat.search.queries.addresses import PAGE as ADDRESSES_A_PAGE
from haat.search.queries.addresses import addresses
from haat.search.queries.cards import Card, cards, offers_by_product
from haat.search.queries.categories import category, category_page, shown_categories
from haat.search.queries.collections import (
    collection,
    collection_of,
    order_of,
    previewed,
    ranked,
    shown_collections,
    sizes,
)
from haat.search.queries.desk import curated, curated_one, empty_questions, popular_questions, synonym, synonyms
from haat.search.queries.find import Page, find
from haat.search.queries.help import Help, help_with
from haat.search.queries.product import product_page
from haat.search.queries.standing import OfferStanding, standings
from haat.search.queries.storefront import Section, home
from haat.search.queries.suggest import suggestions
from haat.search.queries.typed import within
from haat.search.reading import read as read_words
from haat.search.types import SORTS, Wanted

__all__ = [
    "ADDRESSES_A_PAGE",
    "SORTS",
    "Card",
    "Help",
    "OfferStanding",
    "Page",
    "Section",
    "Wanted",
    "addresses",
    "cards",
    "category",
    "category_page",
    "collection",
    "collection_of",
    "curated",
    "curated_one",
    "empty_questions",
    "find",
    "help_with",
    "home",
    "offers_by_product",
    "order_of",
    "popular_questions",
    "previewed",
    "product_page",
    "ranked",
    "read_words",
    "shown_categories",
    "shown_collections",
    "sizes",
    "standings",
    "suggestions",
    "synonym",
    "synonyms",
    "within",
]

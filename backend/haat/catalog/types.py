"""Facts of the catalogue that others react to."""

from dataclasses import dataclass
from typing import ClassVar

from haat.core.events import Event


@dataclass(frozen=True, slots=True)
class ProductPublished(Event):
    topic: ClassVar[str] = "catalog.product_published"
    product_id: str


@dataclass(frozen=True, slots=True)
class ProductChanged(Event):
    """Something a customer sees of it changed, or it was taken from the shop."""

    topic: ClassVar[str] = "catalog.product_changed"
    product_id: str


@dataclass(frozen=True, slots=True)
class ProductsChanged(Event):
    """The same of many at once."""

    topic: ClassVar[str] = "catalog.products_changed"
    product_ids: list[str]


@dataclass(frozen=True, slots=True)
class PriceChanged(Event):
    topic: ClassVar[str] = "catalog.price_changed"
    product_id: str
    offer_id: str
    before_minor: int
    after_minor: int


@dataclass(frozen=True, slots=True)
class StockBecame(Event):
    """An offer went from some to none, or from none to some; `state` is `in` or `out`."""

    topic: ClassVar[str] = "catalog.stock_became"
    product_id: str
    offer_id: str
    state: str


@dataclass(frozen=True, slots=True)
class ShapeChanged(Event):
    """Attributes, categories or their order: what every page is made with. Documents of search are written anew."""

    topic: ClassVar[str] = "catalog.shape_changed"


@dataclass(frozen=True, slots=True)
class CollectionChanged(Event):
    """Its rule, its items or its order; `collection_id` of one that is gone, too."""

    topic: ClassVar[str] = "catalog.collection_changed"
    collection_id: str


# Filters that are not attributes; no attribute may be called so
RESERVED_NAMES = frozenset({"category", "seller", "origin", "price", "stock", "tag", "collection", "rating"})
KINDS = ("text", "number", "choice", "choices", "boolean", "colour", "date", "rich_text")  # of attributes
DRAFT, PROPOSED, PUBLISHED, REJECTED, ARCHIVED = "draft", "proposed", "published", "rejected", "archived"
EDITABLE = frozenset({DRAFT, PROPOSED, REJECTED})
PROPOSABLE = frozenset({DRAFT, REJECTED})
PICTURES = "pictures/"  # where the sizes of uploads lie; such a file never changes
PICTURES_MAX = 20  # a product

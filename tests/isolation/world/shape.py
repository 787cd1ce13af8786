"""What gives the catalogue its shape and what waits for the brand: attributes, collections, edits, decisions."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from haat.catalog import services as catalog
from haat.catalog.models import Collection, Decision, Product, ProductChange
from haat.core import clock
from haat.core.ids import new_id
from tests.goods import make_category
from tests.isolation.world import marks

if TYPE_CHECKING:
    from tests.isolation.world.side import Side


def give_shape(side: Side, category: Any) -> None:
    """Inside the brand, after its goods."""
    mark, at = marks.BRANDS[str(side.brand.slug)], clock.now()
    spec = catalog.AttributeSpec(
        code=f"{mark}-finish", name=f"Finish {mark}", kind="choice", is_facet=True,
        choices=[catalog.ChoiceSpec(f"Matt {mark}")], category_ids=[category.pk],
    )  # fmt: skip
    side.keep("attribute", "nia", catalog.save_attribute(spec=spec, attribute=None, at=at).pk)
    side.keep("category.empty", "nia", make_category(f"{mark}-empty", name=f"Empty {mark}").pk)
    product = Product.objects.get(pk=side.things["product"]["ravi"])
    collection = Collection.objects.create(slug=f"{mark}-picks", title=f"Picks {mark}", kind="hand")
    catalog.save_collection(collection=collection, changes={"products": [product.pk]})
    side.keep("collection", "nia", collection.pk)
    side.keep("collection.slug", "nia", collection.slug)
    for party in marks.SELLERS:
        own = Product.objects.get(pk=side.things["product"][party])
        word = marks.shown(str(side.brand.slug), party)
        change = ProductChange.objects.create(
            product=own, seller_id=own.seller_id, before={"title": own.title}, after={"title": f"Better bowl {word}"}
        )
        side.keep("change", party, change.pk)
        side.keep("product.edited", party, own.pk)
    side.keep("sitemap.number", "nia", 1)
    batch = new_id()
    Decision.objects.create(
        batch=batch, verb="reject", product=product, before={}, after={}, user_id=side.people["nia"].pk, decided_at=at
    )
    side.keep("decision", "nia", batch)

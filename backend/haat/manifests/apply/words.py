"""Categories, pages and commission rules of a brand."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from haat.catalog import services as catalog
from haat.catalog.queries import imported
from haat.commissions import services as commissions
from haat.commissions.types import RuleSpec
from haat.content import services as content
from haat.manifests.apply.goods import KEY

if TYPE_CHECKING:
    from datetime import datetime

    from haat.catalog.models import Category
    from haat.manifests.manifest import Manifest
    from haat.sellers.models import Seller


def put_categories(manifest: Manifest) -> dict[str, Category]:
    specs = [catalog.CategorySpec(**row | {"parent": row["parent"] or ""}) for row in manifest.data["categories"]]
    return catalog.put_categories(specs=specs)


def put_pages(manifest: Manifest, at: datetime) -> None:
    content.set_pages(specs=manifest.pages, at=at)


def put_rules(manifest: Manifest, tree: dict[str, Category], sellers: dict[str, Seller], at: datetime) -> None:
    """After the goods, which they may name."""
    named = any(row["product"] for row in manifest.data["commission_rules"])
    goods = {row.import_key: str(row.pk) for row in imported(prefix=KEY, without=())} if named else {}

    def spec(row: dict[str, Any]) -> RuleSpec:
        return RuleSpec(
            name=row["name"], percent_bp=row["percent"], valid_from=row["valid_from"], valid_to=row["valid_to"],
            seller_id=str(sellers[row["seller"]].pk) if row["seller"] else None,
            category_id=str(tree[row["category"]].pk) if row["category"] else None,
            product_id=goods[f"{KEY}{row['product']}"] if row["product"] else None, seller_tier=row["tier"], payment=row["payment"],
            price_min_minor=row["price_from"], price_max_minor=row["price_to"], basis=row["basis"],
            with_shipping=row["with_shipping"], fixed_minor=row["fixed"], floor_minor=row["floor"], cap_minor=row["cap"],
        )  # fmt: skip

    commissions.set_rules(specs=[spec(row) for row in manifest.data["commission_rules"]], at=at)

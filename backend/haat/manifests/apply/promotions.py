"""The promotions of a manifest."""

from __future__ import annotations

from datetime import date, datetime, time
from typing import TYPE_CHECKING, Any

from haat.core import countries
from haat.promotions import services as promotions

if TYPE_CHECKING:
    from haat.catalog.models import Category
    from haat.manifests.manifest import Manifest
    from haat.sellers.models import Seller


def put_promotions(manifest: Manifest, tree: dict[str, Category], sellers: dict[str, Seller], at: datetime) -> None:
    brand = manifest.data["brand"]
    zone = countries.country(brand["country"]).timezone

    def midnight(day: str) -> datetime:
        return datetime.combine(date.fromisoformat(day), time(), zone)

    def written(row: dict[str, Any]) -> promotions.Written:
        spec = promotions.Spec(
            name=row["name"], benefit=row["benefit"], starts_at=midnight(row["from"]),
            ends_at=midnight(row["until"]) if row["until"] else None, needs_code=bool(row["code"]), percent_bp=row["percent"],
            amount_minor=row["amount"], cap_minor=row["cap"], buy_quantity=row["buy"], get_quantity=row["get"],
            min_spend_minor=row["min_spend"], first_order_only=row["first_order"], budget_minor=row["budget"],
            uses_per_customer=row["uses_per_customer"], is_exclusive=row["exclusive"], priority=row["priority"],
            brand_bp=row["brand_pays"], seller_ids=[sellers[row["seller"]].pk] if row["seller"] else [],
            category_ids=[tree[row["category"]].pk] if row["category"] else [],
        )  # fmt: skip
        return promotions.Written(row["key"], spec, row["code"])

    rows = [written(row) for row in manifest.data["promotions"]]
    promotions.set_promotions(rows=rows, currency=brand["currency"], at=at)

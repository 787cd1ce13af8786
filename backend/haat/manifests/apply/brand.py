"""Applying one manifest: the brand, then everything inside it in one transaction."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django.conf import settings
from django.db import transaction

from haat.audit import services as audit
from haat.core import generation
from haat.manifests.apply.files import copy_files
from haat.manifests.apply.goods import put_goods
from haat.manifests.apply.people import put_customer, put_sellers, put_staff
from haat.manifests.apply.promotions import put_promotions
from haat.manifests.apply.shape import put_attributes, put_collections
from haat.manifests.apply.words import put_categories, put_pages, put_rules
from haat.search import services as search
from haat.tenancy import queries as tenancy
from haat.tenancy import services as tenancy_services
from haat.tenancy.context import brand_scope
from haat.tenancy.services import BrandSpec

if TYPE_CHECKING:
    from datetime import datetime

    from haat.manifests.manifest import Manifest
    from haat.tenancy.models import Brand

MONEY_RULES = ("cod_fee", "cod_cap", "base_fee", "free_above", "per_extra_kg")


@dataclass(frozen=True, slots=True)
class Applied:
    """What became of a manifest; `products` that were made or changed."""

    brand: Brand
    is_new: bool = False
    is_changed: bool = False
    products: int = 0


def apply(*, manifest: Manifest, at: datetime) -> Applied:
    """Launch the brand or bring it in line. The same manifest again changes nothing.

    Raises DomainError when the platform refuses the brand, such as an order prefix in use.
    """
    brand = tenancy.brands().filter(slug=manifest.slug).first()
    if brand is not None and brand.manifest_hash == manifest.fingerprint:
        return Applied(brand)
    spec, is_new = _spec(manifest), brand is None
    if brand is None:
        brand = tenancy_services.launch_brand(spec=spec, at=at)
        rules = None
    else:
        rules = brand.settings.get("policies")
        brand = tenancy_services.update_brand(brand=brand, spec=spec)
    if settings.HAAT_ENV != "production":
        put_customer(brand, at)
    put_staff(manifest, brand)
    with brand_scope(brand), transaction.atomic():
        copy_files(manifest)
        tree = put_categories(manifest)
        sellers = put_sellers(manifest, at)
        put_attributes(manifest, tree, at)
        products = put_goods(manifest, tree, sellers, at)
        put_pages(manifest, at)
        put_rules(manifest, tree, sellers, at)
        put_promotions(manifest, tree, sellers, at)
        put_collections(manifest, tree)
        search.import_synonyms(rows=manifest.data["synonyms"])
        audit.record("brand.manifest_applied", brand, after={"manifest": manifest.fingerprint, "products": products})
        if rules is not None and rules != brand.settings["policies"]:
            audit.record("brand.settings_changed", brand, before=rules, after=brand.settings["policies"])
        generation.bump_after_commit()
    tenancy_services.note_manifest(brand=brand, fingerprint=manifest.fingerprint)
    return Applied(brand, is_new=is_new, is_changed=True, products=products)


def _spec(manifest: Manifest) -> BrandSpec:
    data = manifest.data
    brand = data["brand"]
    rules: dict[str, Any] = {**data["policies"], **data["shipping"]}
    policies = {f"{name}_minor" if name in MONEY_RULES else name: value for name, value in rules.items()}
    policies["auto_approve_products"] = brand["auto_approve_products"]
    words = {name: brand[name] for name in ("tagline", "description")}
    return BrandSpec(
        **{name: brand[name] for name in ("slug", "name", "legal_name", "order_prefix", "document_code")},
        **{name: brand[name] for name in ("home_state", "country", "currency", "locale", "gstin")},
        settings={"policies": policies, "pan": brand["pan"]} | {k: data[k] for k in ("contact", "grievance_officer")},
        presentation=words | {name: data[name] for name in ("theme", "navigation", "home")},
    )

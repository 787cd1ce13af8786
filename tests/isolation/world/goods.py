"""What the rivals sell, and what of it is on its way: a product in each state, categories, pages, a picture."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.core.files.base import ContentFile
from django.core.files.storage import default_storage

from haat.catalog import queries as catalog
from haat.catalog.models import Media, Product, Variant
from haat.commissions import services as commissions
from haat.commissions.types import RuleSpec
from haat.content import services as content
from haat.content.services import PageSpec
from haat.core import clock
from haat.search import services as search
from haat.sellers.models import Seller
from haat.tenancy.models import Brand
from tests.goods import make_category, make_offer, make_product
from tests.isolation.world import marks
from tests.isolation.world.shape import give_shape
from tests.isolation.world.shelves import shelve

if TYPE_CHECKING:
    from tests.isolation.world.side import Side

SVG = '<svg xmlns="http://www.w3.org/2000/svg" width="1" height="1"><title>{}</title></svg>'


def dress(brand: Brand) -> None:
    """The brand's own words, wherever a brand can say something."""
    mark = marks.BRANDS[str(brand.slug)]
    brand.name, brand.legal_name = f"{mark.title()} Market", f"{mark.title()} Retail Pvt Ltd"
    brand.settings = brand.settings | {
        "contact": {"email": f"care@{mark}.example", "phone": "+91 22 1234 5678", "address": f"1 {mark} House"},
        "grievance_officer": {"name": f"Officer {mark}", "email": f"officer@{mark}.example", "phone": "+91 22 1234 5679"},
    }  # fmt: skip
    link = {"label": f"All of {mark}", "url": "/search"}
    brand.presentation = {
        "tagline": f"Goods of {mark}", "theme": {"primary": "#1f4f46", "on_primary": "#ffffff", "accent": "#1f4f46"},
        "navigation": {"main": [link], "footer": [link]}, "home": [],
    }  # fmt: skip
    brand.save()


def stock_up(side: Side) -> None:
    """Inside the brand: pages, rules, and for each rival a published product, a draft and one that waits."""
    slug, mark = str(side.brand.slug), marks.BRANDS[str(side.brand.slug)]
    pages = [PageSpec(f"{mark}-story", f"Story of {mark}", f"Written for **{mark}**.")]
    content.set_pages(specs=pages, at=clock.now())
    side.keep("page", "nia", f"{mark}-story")
    rules = [RuleSpec(name=f"Plan {mark}", percent_bp=1250, valid_from="2025-01-01")]
    commissions.set_rules(specs=rules, at=clock.now())
    category = make_category(f"{mark}-bowls", name=f"Bowls {mark}", description=f"Round {mark}")
    side.keep("category", "nia", category.pk)
    side.keep("category.slug", "nia", category.slug)
    default_storage.save(f"{mark}/picture.svg", ContentFile(SVG.format(mark).encode()))
    side.keep("file", "nia", f"{mark}/picture.svg")
    for party in marks.SELLERS:
        _wares(side, slug, party, category)
    give_shape(side, category)
    search.index(list(Product.objects.values_list("pk", flat=True)))


def _wares(side: Side, slug: str, party: str, category: Any) -> None:
    word = marks.shown(slug, party)
    seller = Seller.objects.get(pk=side.things["seller"][party])
    texts: dict[str, Any] = {
        "category": category, "seller": seller, "description": f"Made by {word}", "manufacturer": f"Maker {word}", "tags": [word],
        "specifications": [{"name": "By", "value": word}],
    }  # fmt: skip
    product = make_product(f"Bowl {word}", slug=f"bowl-{word}", **texts)
    variant = Variant.objects.create(product=product, sku=f"SKU-{word}", hsn="70133700", net_quantity="1 N")
    Media.objects.create(product=product, path=f"{marks.BRANDS[slug]}/picture.svg", alt=f"Picture {word}")
    offer = make_offer(product, seller=seller, price_minor=49_900, mrp_minor=60_000, stock=500, variant=variant)
    side.keep("product", party, product.pk)
    side.keep("product.slug", party, product.slug)
    side.keep("preview", party, catalog.preview_ticket(product_id=product.pk, at=clock.now()))
    side.keep("offer", party, offer.pk)
    side.keep("sku", party, variant.sku)
    draft = make_product(
        f"Draft {word}", slug=f"draft-{word}", status="draft", published_at=None, country_of_origin="IN", **texts
    )
    spare = Variant.objects.create(product=draft, sku=f"DRAFT-{word}", hsn="70133700", net_quantity="1 N")
    make_offer(draft, seller=seller, stock=0, variant=spare)
    side.keep("product.draft", party, draft.pk)
    shot = Media.objects.create(product=draft, path=f"{marks.BRANDS[slug]}/picture.svg", alt=f"Draft picture {word}")
    side.keep("picture", party, shot.pk)
    waiting = make_product(f"Waiting {word}", slug=f"waiting-{word}", status="proposed", published_at=None, **texts)
    lone = Variant.objects.create(product=waiting, sku=f"WAIT-{word}", hsn="70133700", net_quantity="1 N")
    make_offer(waiting, seller=seller, stock=3, variant=lone)
    side.keep("product.proposed", party, waiting.pk)
    word = f"{marks.BRANDS[slug]}-{party[0]}"  # the brand's own product, which any of its sellers may offer
    other = make_product(f"Other {word}", slug=f"other-{word}", category=category, status="published")
    free = Variant.objects.create(product=other, sku=f"FREE-{word}", hsn="70133700")
    side.keep("sku.free", party, free.sku)
    shelve(side, party, offer, spare, word)

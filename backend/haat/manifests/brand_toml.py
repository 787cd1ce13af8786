"""What `brand.toml` may say."""

from __future__ import annotations

from haat.catalog.types import KINDS
from haat.core.countries import COUNTRIES
from haat.identity.permissions import TABLE
from haat.manifests import kinds
from haat.manifests.shape import Rows, Table, Value

LINE, WORDS = kinds.text(160), kinds.text(4000)
CODE = kinds.pattern

BRAND = Table({
    "slug": Value(kinds.slug), "name": Value(kinds.text(120)), "legal_name": Value(kinds.text(200)),
    "tagline": Value(LINE, ""), "description": Value(WORDS, ""),
    "country": Value(kinds.choice(*COUNTRIES), "IN"), "currency": Value(kinds.choice("INR", "AED"), "INR"),
    "locale": Value(kinds.choice("en-IN", "hi-IN", "en-AE"), "en-IN"),
    "order_prefix": Value(CODE("[A-Z]{3}", "Three capital letters.")),
    "document_code": Value(CODE("[A-Z]{2}", "Two capital letters.")),
    "home_state": Value(kinds.text(2)), "gstin": Value(kinds.text(15), ""), "pan": Value(kinds.pan, ""),
    "auto_approve_products": Value(kinds.flag, default=False),
})  # fmt: skip
CONTACT = Table({
    "email": Value(kinds.email), "phone": Value(kinds.phone), "address": Value(kinds.text()), "city": Value(LINE),
    "pin": Value(kinds.pin), "state": Value(kinds.state),
})  # fmt: skip
GRIEVANCE_OFFICER = Table({
    "name": Value(LINE), "designation": Value(LINE), "email": Value(kinds.email), "phone": Value(kinds.phone),
})  # fmt: skip
POLICIES = Table({
    "return_window_days": Value(kinds.whole(0, 90)), "return_text": Value(WORDS, ""), "shipping_text": Value(WORDS, ""),
    "gift_cards": Value(kinds.flag, default=False), "cod": Value(kinds.flag), "cod_fee": Value(kinds.money, 0), "cod_cap": Value(kinds.money, 0),
    "return_answer_hours": Value(kinds.whole(1, 240), 48), "claim_days": Value(kinds.whole(1, 180), 30),
    "refund_at_pick_up": Value(kinds.flag, default=False), "not_returnable": Value(kinds.slugs, ()),
    "reservation_minutes": Value(kinds.whole(5, 60), 15), "payout_delay_days": Value(kinds.whole(0, 60), 0),
})  # fmt: skip
SHIPPING = Table({
    "base_fee": Value(kinds.money), "free_above": Value(kinds.money), "per_extra_kg": Value(kinds.money, 0),
    "dispatch_text": Value(WORDS, ""),
})  # fmt: skip
TIER = CODE("[a-z0-9][a-z0-9-]{0,19}", 'Write small letters, digits and hyphens, such as "gold".')
COMMISSION_RULE = Table({
    "name": Value(kinds.text(120)), "category": Value(kinds.slug, None), "seller": Value(kinds.slug, None),
    "percent": Value(kinds.percent), "fixed": Value(kinds.money, 0), "floor": Value(kinds.money, None),
    "cap": Value(kinds.money, None), "valid_from": Value(kinds.day), "valid_to": Value(kinds.day, None),
    "tier": Value(TIER, ""), "product": Value(kinds.slug, None), "payment": Value(kinds.choice("prepaid", "cod"), ""),
    "price_from": Value(kinds.money, None), "price_to": Value(kinds.money, None),
    "basis": Value(kinds.choice("taxable", "gross"), "taxable"), "with_shipping": Value(kinds.flag, default=False),
})  # fmt: skip
PROMOTION = Table({
    "key": Value(kinds.slug), "name": Value(kinds.text(80)),
    "benefit": Value(kinds.choice("percent", "fixed", "fixed_price", "buy_get", "free_shipping")),
    "percent": Value(kinds.percent, 0), "amount": Value(kinds.money, 0), "cap": Value(kinds.money, None),
    "buy": Value(kinds.whole(0, 99), 0), "get": Value(kinds.whole(0, 99), 0), "min_spend": Value(kinds.money, 0),
    "first_order": Value(kinds.flag, default=False), "category": Value(kinds.slug, None), "seller": Value(kinds.slug, None),
    "code": Value(kinds.text(24), ""), "from": Value(kinds.day), "until": Value(kinds.day, None),
    "budget": Value(kinds.money, None), "uses_per_customer": Value(kinds.whole(1, 1000), None),
    "exclusive": Value(kinds.flag, default=False), "priority": Value(kinds.whole(0, 1000), 0),
    "brand_pays": Value(kinds.percent, 10_000),
})  # fmt: skip
COLOURS = ("background", "surface", "text", "muted", "primary", "on_primary", "accent", "border")
THEME = Table({
    **{name: Value(kinds.colour) for name in COLOURS},
    "radius": Value(CODE("[0-9]{1,2}px", 'Write a length such as "4px".'), "4px"),
    "heading_font": Value(LINE), "body_font": Value(LINE),
    "density": Value(kinds.choice("airy", "normal", "compact", "dense"), "normal"),
    "hero_layout": Value(kinds.slug, "stage"), "logo": Value(LINE), "favicon": Value(LINE, ""),
})  # fmt: skip
LINK = Table({
    "label": Value(LINE), "category": Value(kinds.slug, None), "collection": Value(kinds.slug, None), "page": Value(kinds.slug, None),
})  # fmt: skip
NAVIGATION = Table({"main": Rows(LINK, 1), "footer": Rows(LINK)})
SECTION = Table({
    "kind": Value(kinds.choice("hero", "category_grid", "product_row", "banner", "text", "seller_row")),
    "title": Value(LINE, ""), "text": Value(WORDS, ""), "image": Value(LINE, ""), "cta_label": Value(LINE, ""),
    "cta_category": Value(kinds.slug, None), "category": Value(kinds.slug, None), "limit": Value(kinds.whole(1, 24), 8),
    "cta_collection": Value(kinds.slug, None), "collection": Value(kinds.slug, None),
})  # fmt: skip
CATEGORY = Table({
    "slug": Value(kinds.slug), "name": Value(kinds.text(120)), "parent": Value(kinds.slug, None),
    "description": Value(WORDS, ""), "image": Value(LINE, ""), "needs_month": Value(kinds.flag, default=False),
})  # fmt: skip
STAFF = Table({
    "name": Value(kinds.text(120)), "email": Value(kinds.email), "phone": Value(kinds.mobile, ""),
    "role": Value(kinds.choice(*TABLE["brand"])),
})  # fmt: skip
PLATFORM_STAFF = Table({
    "name": Value(kinds.text(120)), "email": Value(kinds.email), "phone": Value(kinds.mobile, ""),
    "role": Value(kinds.choice(*TABLE["platform"])),
})  # fmt: skip
OWNER = Table({"name": Value(kinds.text(120)), "email": Value(kinds.email), "phone": Value(kinds.mobile, "")})
SELLER = Table({
    "slug": Value(kinds.slug), "name": Value(kinds.text(120)), "legal_name": Value(kinds.text(200)),
    "description": Value(WORDS, ""), "pan": Value(kinds.pan), "gstin": Value(kinds.gstin, ""),
    "state": Value(kinds.state), "address": Value(kinds.text()), "city": Value(kinds.text(80)), "pin": Value(kinds.pin),
    "bank_account": Value(kinds.account), "ifsc": Value(kinds.ifsc), "account_holder": Value(kinds.text(120)),
    "owner": OWNER, "tier": Value(TIER, ""),
})  # fmt: skip
CONDITION = Table({
    "field": Value(kinds.choice("category", "tag", "attribute", "price", "seller", "origin", "discount", "newness", "stock")),
    "op": Value(kinds.choice("is", "is_not"), "is"), "name": Value(kinds.text(30), None),
    "values": Value(kinds.words(1, 50), None), "min": Value(kinds.text(20), None), "max": Value(kinds.text(20), None),
    "percent": Value(kinds.whole(1, 100), None), "days": Value(kinds.whole(1, 3650), None),
})  # fmt: skip
SYNONYM = Table({"words": Value(kinds.words(2, 12)), "one_way": Value(kinds.flag, default=False)})
CHOICE = Table({"label": Value(kinds.text(40)), "swatch": Value(kinds.colour, "")})
ATTRIBUTE = Table({
    "code": Value(kinds.slug), "name": Value(kinds.text(30)), "kind": Value(kinds.choice(*KINDS)),
    "unit": Value(kinds.text(12, blank=True), ""), "facet": Value(kinds.flag, default=False),
    "axis": Value(kinds.flag, default=False), "required": Value(kinds.flag, default=False),
    "choices": Rows(CHOICE), "categories": Value(kinds.slugs),
})  # fmt: skip
COLLECTION = Table({
    "slug": Value(kinds.slug), "title": Value(kinds.text(120)), "description": Value(WORDS, ""), "image": Value(LINE, ""),
    "sort": Value(kinds.choice("featured", "newest", "price_up", "price_down", "discount"), "featured"),
    "match": Value(kinds.choice("all", "any"), "all"), "conditions": Rows(CONDITION), "products": Value(kinds.slugs, ()),
    "seo_title": Value(kinds.text(70), ""), "seo_description": Value(kinds.text(200), ""),
})  # fmt: skip

BRAND_TOML = Table({
    "brand": BRAND, "contact": CONTACT, "grievance_officer": GRIEVANCE_OFFICER, "policies": POLICIES,
    "shipping": SHIPPING, "commission_rules": Rows(COMMISSION_RULE, 1), "promotions": Rows(PROMOTION), "theme": THEME, "navigation": NAVIGATION,
    "home": Rows(SECTION, 1), "categories": Rows(CATEGORY, 1), "staff": Rows(STAFF, 1), "sellers": Rows(SELLER, 1),
    "synonyms": Rows(SYNONYM), "attributes": Rows(ATTRIBUTE), "collections": Rows(COLLECTION),
})  # fmt: skip
PLATFORM_TOML = Table({"staff": Rows(PLATFORM_STAFF, 1)})

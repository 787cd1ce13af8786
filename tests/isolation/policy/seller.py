"""The sellers' portal."""

from __future__ import annotations

from tests.isolation.policy import bodies
from tests.isolation.policy.line import ANYBODY, MEMBER, SIGNED_IN, Table

PART, PRODUCT, OFFER = "orders/<str:number>", "products/<uuid:product_id>", "offers/<uuid:offer_id>"
PROMOTION = "promotions/<uuid:promotion_id>"
EDIT = "application.edit"

# One line a route and method.
# fmt: off
seller = Table("seller", "api/v1/seller/")
seller("GET", "application", EDIT, owner="tara", stranger=(404,))
seller("POST", "application", EDIT, body=bodies.APPLICATION, owner="vera", own=(201,), stranger=(201, 409), why="whoever signs in may apply")
seller("PATCH", "application", EDIT, body={"description": "Better"}, owner="tara", stranger=(404,))
seller("POST", "application/submission", EDIT, body={"agreed": True}, owner="tara", stranger=(404,))
seller("GET", "shop", MEMBER)
seller("PATCH", "shop", "shop.edit", body={"description": "Better"})
seller("POST", "shop/vacation", "shop.edit")
seller("DELETE", "shop/vacation", "shop.edit", own=(409,), why="nobody is on vacation")
seller("GET", "categories", "products.edit")
seller("GET", "categories/<slug:slug>/attributes", "products.edit", {"slug": "category.slug"})
seller("DELETE", f"{PRODUCT}/change", "products.edit", {"product_id": "product.edited"})
seller("GET", f"{PRODUCT}/buy-box", "offers.edit", {"product_id": "product"}, foreign=(200,), why="a list of one's own offers: none on what one does not sell")
seller("GET", "products", "products.edit")
seller("POST", "products", "products.edit", body=bodies.PRODUCT)
seller("GET", PRODUCT, "products.edit", {"product_id": "product"})
seller("PATCH", PRODUCT, "products.edit", {"product_id": "product.draft"}, {"description": "Better"})
seller("POST", f"{PRODUCT}/proposal", "products.edit", {"product_id": "product.draft"})
seller("GET", "offers", "offers.edit")
seller("POST", "offers", "offers.edit", body=bodies.OFFER)
seller("PATCH", OFFER, "offers.edit", {"offer_id": "offer"}, {"price_minor": 48_000})
seller("POST", f"{OFFER}/stock-adjustments", "stock.edit", {"offer_id": "offer"}, {"delta": 1, "reason": "received"})
seller("GET", "stock-movements", "stock.edit")
seller("GET", "orders", "orders.read")
seller("GET", "orders/counts", "orders.read")
seller("GET", PART, "orders.read", {"number": "part.placed"})
seller("POST", f"{PART}/acceptance", "orders.fulfil", {"number": "part.placed"})
seller("POST", f"{PART}/decline", "orders.fulfil", {"number": "part.placed"}, {"reason": "Broken"})
seller("POST", f"{PART}/packing", "orders.fulfil", {"number": "part.accepted"})
seller("POST", f"{PART}/shipment", "orders.fulfil", {"number": "part.packed"}, {"carrier": "Delhivery"})
seller("POST", f"{PART}/delivery", "orders.fulfil", {"number": "part.shipped"})
seller("GET", f"{PART}/earnings", "orders.read", {"number": "part.delivered"})
seller("GET", "balance", "payouts.read")
seller("GET", "payouts", "payouts.read")
seller("GET", "payouts/<uuid:payout_id>", "payouts.read", {"payout_id": "payout"})
seller("GET", "statement", "payouts.read")
seller("GET", "shops", SIGNED_IN, why="the shops that one works for: none, for whoever works for none")
seller("GET", "promotions", "promotions.edit")
seller("POST", "promotions", "promotions.edit", body=bodies.TERMS)
seller("GET", "promotions/targets", "promotions.edit")
seller("GET", "promotions/permission", "promotions.edit")
seller("GET", PROMOTION, "promotions.edit", {"promotion_id": "promotion.own"})
seller("PUT", PROMOTION, "promotions.edit", {"promotion_id": "promotion.own"}, bodies.TERMS)
seller("POST", f"{PROMOTION}/moves", "promotions.edit", {"promotion_id": "promotion.own"}, {"verb": "launch"})
seller("GET", f"{PROMOTION}/coupons", "promotions.edit", {"promotion_id": "promotion.own"})
seller("POST", f"{PROMOTION}/coupons", "promotions.edit", {"promotion_id": "promotion.own"}, {"code": "SPRING26"})
seller("POST", "promotions/preview", "promotions.edit", body=bodies.TERMS)

frame = Table("seller")
frame("GET", "^(?P<path>.*)$", ANYBODY, why="the portal's empty frame, the same for everybody")

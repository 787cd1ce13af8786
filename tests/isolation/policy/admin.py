"""The portal of a brand's staff."""

from __future__ import annotations

from tests.isolation.policy.line import ANYBODY, Table

SELLER, PRODUCT, ORDER = "sellers/<uuid:seller_id>", "products/<uuid:product_id>", "orders/<str:number>"
WHY = {"reason": "Because"}

# One line a route and method.
# fmt: off
admin = Table("admin", "api/v1/admin/")
admin("GET", "audit", "audit.read")
admin("GET", "ledger/accounts", "ledger.read")
admin("GET", "ledger/transactions", "ledger.read")
admin("GET", "ledger/proof", "ledger.read")
admin("GET", "sellers", "sellers.read")
admin("GET", SELLER, "sellers.read", {"seller_id": "seller"})
admin("POST", f"{SELLER}/approval", "sellers.decide", {"seller_id": "seller.applied"}, WHY)
admin("POST", f"{SELLER}/rejection", "sellers.decide", {"seller_id": "seller.applied"}, WHY)
admin("POST", f"{SELLER}/suspension", "sellers.decide", {"seller_id": "seller.active"}, WHY)
admin("POST", f"{SELLER}/reactivation", "sellers.decide", {"seller_id": "seller.suspended"}, WHY)
admin("GET", "products", "products.read")
admin("GET", PRODUCT, "products.read", {"product_id": "product"})
admin("POST", f"{PRODUCT}/publication", "products.decide", {"product_id": "product.proposed"})
admin("POST", f"{PRODUCT}/rejection", "products.decide", {"product_id": "product.proposed"}, WHY)
admin("GET", "orders", "orders.read")
admin("GET", ORDER, "orders.read", {"number": "order.placed"})
admin("POST", "seller-orders/<str:number>/delivery", "orders.cancel", {"number": "part.shipped"})
admin("POST", f"{ORDER}/cancellation", "orders.cancel", {"number": "order.placed"}, WHY)
admin("GET", "commission/rules", "commission.read")
admin("POST", "commission/rules", "commission.edit", body={"name": "More", "percent_bp": 900, "seller_id": "$seller", "category_id": "$category", "valid_from": "2026-01-01"})
admin("DELETE", "commission/rules/<uuid:rule_id>", "commission.edit", {"rule_id": "rule"})
admin("GET", "commission/lines", "commission.read")
admin("GET", "seller-orders/<str:number>/earnings", "commission.read", {"number": "part.delivered"})
admin("GET", "payouts", "payouts.read")
admin("POST", "payout-runs", "payouts.run")

frame = Table("admin")
frame("GET", "^(?P<path>.*)$", ANYBODY, why="the portal's empty frame, the same for everybody")

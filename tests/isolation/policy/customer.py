"""A brand's storefront: its API."""

from __future__ import annotations

from tests.isolation.policy import bodies
from tests.isolation.policy.line import ANYBODY, SIGNED_IN, Table

ORDER, LINE, ADDRESS, SLUG = (
    "orders/<str:number>",
    "cart/lines/<uuid:line_id>",
    "addresses/<uuid:address_id>",
    "<slug:slug>",
)

RETURN = "returns/<str:number>"

# One line a route and method.
# fmt: off
customer = Table("customer", "api/v1/customer/")
customer("GET", f"sellers/{SLUG}", ANYBODY, {"slug": "shop"})
customer("GET", "profile", SIGNED_IN)
customer("PATCH", "profile", SIGNED_IN, body={"language": "hi"})
customer("GET", "addresses", SIGNED_IN)
customer("POST", "addresses", SIGNED_IN, body=bodies.ADDRESS)
customer("PATCH", ADDRESS, SIGNED_IN, {"address_id": "address"}, {"line2": "Rear gate"})
customer("DELETE", ADDRESS, SIGNED_IN, {"address_id": "address"})
customer("GET", "orders", SIGNED_IN)
customer("POST", "orders", SIGNED_IN, body=bodies.order, own=(201,))
customer("GET", ORDER, SIGNED_IN, {"number": "order.placed"})
customer("GET", f"{ORDER}/documents", SIGNED_IN, {"number": "order.placed"})
customer("GET", "documents/<uuid:document_id>", SIGNED_IN, {"document_id": "document.own"})
customer("GET", "documents/<uuid:document_id>/file", SIGNED_IN, {"document_id": "document.own"})
customer("POST", f"{ORDER}/payments", SIGNED_IN, {"number": "order.unpaid"})
customer("GET", f"{ORDER}/cash", SIGNED_IN, {"number": "order.unpaid"})
customer("POST", f"{ORDER}/cash", SIGNED_IN, {"number": "order.unpaid"}, {"expected_total_minor": 1}, own=(409,))
customer("POST", f"{ORDER}/payment-confirmation", SIGNED_IN, {"number": "order.paying"}, bodies.paid)
customer("POST", f"{ORDER}/cancellation", SIGNED_IN, {"number": "order.placed"}, {"reason": "Changed my mind"})
customer("POST", f"{ORDER}/cancellation/preview", SIGNED_IN, {"number": "order.placed"}, bodies.some)
customer("GET", f"{ORDER}/returns", SIGNED_IN, {"number": "order.delivered"})
customer("POST", f"{ORDER}/returns", SIGNED_IN, {"number": "order.delivered"}, bodies.wanted, own=(201,))
customer("PUT", f"{ORDER}/payee", SIGNED_IN, {"number": "order.delivered"}, bodies.PAYEE)
customer("GET", RETURN, SIGNED_IN, {"number": "return.requested"})
customer("POST", f"{RETURN}/withdrawal", SIGNED_IN, {"number": "return.requested"})
customer("POST", f"{RETURN}/sending", SIGNED_IN, {"number": "return.approved"})
customer("POST", f"{RETURN}/escalation", SIGNED_IN, {"number": "return.rejected"})
customer("POST", "checkout/quote", SIGNED_IN, body=bodies.QUOTE)
customer("GET", "cart", ANYBODY)
customer("POST", "cart/lines", ANYBODY, body={"offer_id": "$offer", "quantity": 1})
customer("PATCH", LINE, ANYBODY, {"line_id": "cart.line"}, {"quantity": 2})
customer("DELETE", LINE, ANYBODY, {"line_id": "cart.line"})
customer("GET", "viewings", SIGNED_IN)
customer("GET", "consents", SIGNED_IN)
customer("POST", "consents", SIGNED_IN, body={"purpose": "marketing_email", "granted": True})
customer("GET", "consents/history", SIGNED_IN)
customer("GET", "address-form", ANYBODY)
customer("GET", "checkout/estimate", ANYBODY, own=(200, 409), why="an empty cart has no estimate")
customer("POST", "checkout/codes", ANYBODY, body={"code": "$code"}, own=(200, 409), why="an empty cart takes no code")
customer("POST", "checkout/gift-card", SIGNED_IN, body={"code": "AAAA-BBBB"}, own=(404, 422), why="nobody has that card")
customer("DELETE", "checkout/gift-card", SIGNED_IN)
customer("DELETE", "checkout/codes/<str:code>", ANYBODY, {"code": "code"}, bodies.with_a_code, foreign=(200, 404), why="to take away what is not there is done")
customer("POST", "search/choices", ANYBODY, body={"q": "bowl", "product": "$product", "position": 1}, foreign=(200,), why="what is not there is not counted, and nothing is said of it")
customer("GET", "storefront", ANYBODY)
customer("GET", "product-addresses", ANYBODY)
customer("GET", "collections", ANYBODY)
customer("GET", f"collections/{SLUG}", ANYBODY, {"slug": "collection.slug"})
customer("GET", "categories", ANYBODY)
customer("GET", f"categories/{SLUG}", ANYBODY, {"slug": "category.slug"})
customer("GET", "products", ANYBODY)
customer("GET", f"products/{SLUG}", ANYBODY, {"slug": "product.slug"})
customer("GET", "previews/<str:ticket>", ANYBODY, {"ticket": "preview"}, why="the address is the right")
customer("GET", "search/suggestions", ANYBODY, body={"q": "bow"})
customer("GET", "pages", ANYBODY)
customer("GET", f"pages/{SLUG}", ANYBODY, {"slug": "page"})
REVIEWED, HERS = {"product_id": "purchase"}, "whoever received it may review it, whoever else did"
customer("GET", "products/<uuid:product_id>/reviews", ANYBODY, {"product_id": "product"})
customer("GET", "products/<uuid:product_id>/review", SIGNED_IN, REVIEWED, foreign=(200, 404), why=HERS)
customer("PUT", "products/<uuid:product_id>/review", SIGNED_IN, REVIEWED, {"stars": 3}, own=(200, 409), foreign=(200, 404, 409), why=HERS)
customer("DELETE", "products/<uuid:product_id>/review", SIGNED_IN, REVIEWED, foreign=(200, 404), why=HERS)
customer("GET", "reviews/purchases", SIGNED_IN)
customer("POST", "reviews/<uuid:review_id>/helped", SIGNED_IN, {"review_id": "review.shown"}, own=(200, 409), why="anybody's but one's own")
customer("DELETE", "reviews/<uuid:review_id>/helped", SIGNED_IN, {"review_id": "review.shown"})
customer("POST", "reviews/<uuid:review_id>/reports", SIGNED_IN, {"review_id": "review.shown"}, {"cause": "untrue"}, own=(201, 409), why="anybody's but one's own")

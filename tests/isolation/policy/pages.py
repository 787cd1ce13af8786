"""A brand's storefront: its pages and forms."""

from __future__ import annotations

from tests.isolation.policy import bodies
from tests.isolation.policy.line import ANYBODY, AWAY, SIGNED_IN, Table

ADD = {"offer_id": "$offer", "quantity": "1"}
GOES = (200, *AWAY)

# One line a route and method.
# fmt: off
pages = Table("customer")
pages("GET", "", ANYBODY)
pages("GET", "c/<slug:slug>", ANYBODY, {"slug": "category.slug"})
pages("GET", "search", ANYBODY)
pages("GET", "sellers/<slug:slug>", ANYBODY, {"slug": "shop"})
pages("GET", "p/<slug:slug>", ANYBODY, {"slug": "product.slug"})
pages("POST", "p/<slug:slug>", ANYBODY, {"slug": "product.slug"}, ADD, form=True, own=AWAY)
pages("GET", "cart", ANYBODY)
pages("POST", "cart", ANYBODY, body={"line": "$cart.line", "quantity": "2"}, form=True, own=AWAY)
pages("GET", "login", ANYBODY)
pages("POST", "login", ANYBODY, body={"identifier": "visitor@example.com"}, form=True, own=AWAY)
pages("GET", "login/code", ANYBODY, own=AWAY)
pages("POST", "login/code", ANYBODY, body={"challenge": "none", "code": "000000"}, form=True, own=(422,))
pages("POST", "logout", ANYBODY, form=True, own=AWAY)
pages("GET", "checkout", SIGNED_IN, own=GOES)
pages("POST", "checkout", SIGNED_IN, body=bodies.order_form, form=True, own=AWAY, foreign=(404, 303), done="/orders/", why="whoever has no address is asked for one")
pages("GET", "orders", SIGNED_IN)
pages("GET", "orders/<str:number>", SIGNED_IN, {"number": "order.placed"})
pages("POST", "orders/<str:number>/payment", SIGNED_IN, {"number": "order.unpaid"}, form=True, own=AWAY)
pages("POST", "orders/<str:number>/cancellation", SIGNED_IN, {"number": "order.placed"}, bodies.call_off, form=True, own=AWAY)
pages("GET", "account", SIGNED_IN)
pages("POST", "account", SIGNED_IN, body={"language": "hi"}, form=True, own=AWAY)
pages("GET", "account/addresses", ANYBODY, own=AWAY, why="sends on to the account, which asks who it is")
pages("GET", "account/addresses/<str:address_id>", SIGNED_IN, {"address_id": "address"})
pages("POST", "account/addresses/<str:address_id>", SIGNED_IN, {"address_id": "address"}, bodies.ADDRESS, form=True, own=AWAY)
pages("GET", "pages/<slug:slug>", ANYBODY, {"slug": "page"})
pages("GET", "personal", ANYBODY)
pages("GET", "theme/<str:digest>.css", ANYBODY, {"digest": "page"}, foreign=(200,), why="an old address gets today's theme")
pages("GET", "sitemap.xml", ANYBODY)
pages("GET", "robots.txt", ANYBODY)
pages("GET", "site.webmanifest", ANYBODY)
pages("POST", "payments/razorpay/return/<str:ref>", ANYBODY, {"ref": "payment.return"}, form=True, own=AWAY, foreign=AWAY, why="unsigned: back to the list")

"""The portal of the platform's staff, who may see every brand: nothing here is foreign, only unknown."""

from __future__ import annotations

from tests.isolation.policy import bodies
from tests.isolation.policy.line import ANYBODY, MEMBER, Table

BRAND, ENTITY = "brands/<slug:slug>", "seller-entities/<uuid:entity_id>"
WHY = {"reason": "Because"}

# One line a route and method.
# fmt: off
platform = Table("platform", "api/v1/platform/")
platform("GET", "brands", "brands.read")
platform("POST", "brands", "brands.edit", body=bodies.LAUNCH)
platform("GET", BRAND, "brands.read", {"slug": "brand"})
platform("POST", f"{BRAND}/suspension", "brands.edit", {"slug": "brand"}, WHY)
platform("POST", f"{BRAND}/reactivation", "brands.edit", {"slug": "brand"}, WHY, own=(409,), why="no brand is suspended")
platform("GET", "overview", MEMBER)
platform("GET", "seller-entities", "entities.read")
platform("GET", ENTITY, "entities.read", {"entity_id": "entity"})
platform("POST", f"{ENTITY}/decision", "entities.decide", {"entity_id": "entity"}, {"decision": "suspended", "reason": "Because"})
platform("POST", f"{ENTITY}/requirements/<uuid:requirement_id>/waiver", "entities.decide", {"entity_id": "entity.review", "requirement_id": "requirement"}, WHY)
platform("GET", "audit", "audit.read")
platform("PUT", f"{BRAND}/plan", "brands.edit", {"slug": "brand"}, {"plan": "large"})
platform("POST", f"{BRAND}/viewings", "support.view_as", {"slug": "brand"}, {"reason": "They asked why it looks like this"}, step_up=True)
platform("GET", "people", "people.reset", body=lambda call: {"identifier": call.thing("contact")}, tells=("wanda",))
platform("POST", "people/<uuid:user_id>/factor-reset", "people.reset", {"user_id": "person"}, {"reason": "She called from abroad"}, step_up=True)
platform("DELETE", "people/<uuid:user_id>/factor-reset", "people.reset", {"user_id": "person.reset"})
platform("GET", "audit/standing", "audit.read")
platform("POST", "audit/exports", "audit.read", step_up=True)

frame = Table("platform")
frame("GET", "^(?P<path>.*)$", ANYBODY, why="the portal's empty frame, the same for everybody")

"""Which operation of a staff portal leaves which entry. An operation that is in neither list fails the suite."""

from __future__ import annotations

TEAM = {
    "PATCH team/members/<uuid:member_id>": "membership.role_changed",
    "DELETE team/members/<uuid:member_id>": "membership.revoked",
    "POST team/invitations": "membership.invited",
    "DELETE team/invitations/<uuid:invitation_id>": "membership.invitation_revoked",
    "POST team/invitations/<uuid:invitation_id>/sending": "membership.invited_again",
}
SELLER = TEAM | {
    "POST promotions": "promotion.drafted",
    "PUT promotions/<uuid:promotion_id>": "promotion.changed",
    "POST promotions/<uuid:promotion_id>/moves": "promotion.launched",
    "POST promotions/<uuid:promotion_id>/coupons": "promotion.code_added",
    "POST application": "seller.applied",
    "PATCH application": "seller.application_changed",
    "POST application/submission": "seller.submitted",
    "PATCH shop": "seller.shop_changed",
    "POST shop/vacation": "seller.paused",
    "DELETE shop/vacation": "seller.resumed",
    "POST products": "product.drafted",
    "PATCH products/<uuid:product_id>": "product.edited",
    "POST products/<uuid:product_id>/proposal": "product.proposed",
    "POST offers": "offer.made",
    "PATCH offers/<uuid:offer_id>": "offer.repriced",
    "POST offers/<uuid:offer_id>/stock-adjustments": "stock.adjusted",
    "POST orders/<str:number>/acceptance": "order.part_accepted",
    "POST orders/<str:number>/decline": "order.part_declined",
    "POST orders/<str:number>/packing": "order.part_packed",
    "POST orders/<str:number>/shipment": "order.part_shipped",
    "POST orders/<str:number>/delivery": "order.part_delivered",
}
ADMIN = TEAM | {
    "POST promotions": "promotion.drafted",
    "PUT promotions/<uuid:promotion_id>": "promotion.changed",
    "POST promotions/<uuid:promotion_id>/moves": "promotion.launched",
    "POST promotions/<uuid:promotion_id>/coupons": "promotion.code_added",
    "DELETE promotions/<uuid:promotion_id>/coupons/<str:code>": "promotion.code_stopped",
    "POST promotions/<uuid:promotion_id>/batches": "promotion.batch_made",
    "POST search/synonyms": "search.synonym_saved",
    "PATCH search/synonyms/<uuid:synonym_id>": "search.synonym_saved",
    "DELETE search/synonyms/<uuid:synonym_id>": "search.synonym_removed",
    "POST search/curated": "search.curated",
    "DELETE search/curated/<uuid:curated_id>": "search.curation_removed",
    "PUT settings/payment-account": "payment_account.changed",
    "POST audit/exports": "audit.exported",
    "POST sellers/<uuid:seller_id>/approval": "seller.approved",
    "POST sellers/<uuid:seller_id>/rejection": "seller.rejected",
    "POST sellers/<uuid:seller_id>/suspension": "seller.suspended",
    "POST sellers/<uuid:seller_id>/reactivation": "seller.reactivated",
    "POST sellers/<uuid:seller_id>/viewings": "support.viewing_started",
    "POST products/<uuid:product_id>/publication": "product.published",
    "POST products/<uuid:product_id>/rejection": "product.rejected",
    "POST orders/<str:number>/viewings": "support.viewing_started",
    "POST seller-orders/<str:number>/delivery": "order.part_delivered",
    "POST orders/<str:number>/cancellation": "order.part_cancelled",
    "POST commission/rules": "commission.rule_written",
    "DELETE commission/rules/<uuid:rule_id>": "commission.rule_archived",
    "POST payout-runs": "payout.run",
    "POST sign-in-providers": "signin.added",
    "PATCH sign-in-providers/<uuid:provider_id>": "signin.changed",
    "DELETE sign-in-providers/<uuid:provider_id>": "signin.removed",
    "POST settings/domains": "domain.added",
    "DELETE settings/domains/<uuid:domain_id>": "domain.removed",
    "POST settings/domains/<uuid:domain_id>/primary": "domain.made_primary",
    "POST settings/domains/platform-host": "domain.platform_host_used",
    "PUT settings/frontends": "frontends.changed",
}
PLATFORM = TEAM | {
    "POST audit/exports": "audit.exported",
    "POST brands": "brand.launched",
    "POST brands/<slug:slug>/suspension": "brand.suspended",
    "POST brands/<slug:slug>/reactivation": "brand.reactivated",
    "PUT brands/<slug:slug>/plan": "brand.plan_changed",
    "POST people/<uuid:user_id>/factor-reset": "factor.reset_asked",
    "DELETE people/<uuid:user_id>/factor-reset": "factor.reset_cancelled",
    "POST brands/<slug:slug>/viewings": "support.viewing_started",
    "POST seller-entities/<uuid:entity_id>/decision": "entity.verified",
    "POST seller-entities/<uuid:entity_id>/requirements/<uuid:requirement_id>/waiver": "entity.requirement_waived",
}
OPERATIONS = {"seller": SELLER, "admin": ADMIN, "platform": PLATFORM}
EXEMPT: dict[str, str] = {  # "POST path": why nobody would ask for it later
    "POST promotions/preview": "reckons an example and changes nothing",
    "POST settings/payment-account/test": "asks the provider whether the keys work, and changes nothing",
    "POST settings/domains/<uuid:domain_id>/check": "looks at the DNS once more; a domain that fails is noted by itself",
}

# What happens without a request of staff's, and what happens to sign-ins.
ELSEWHERE = {
    "login.succeeded", "login.failed", "login.ended", "membership.granted", "membership.invitation_accepted",
    "offer.changed", "payout.started", "payout.held", "payout.paid", "refund.requested", "refund.processed",
    "refund.failed", "transfer.held", "transfer.released", "transfer.reversed", "transfer.failed",
    "seller.activated", "seller.linked_account_changed", "entity.submitted", "entity.requirement_checked",
    "entity.claims_changed", "entity.moved", "brand.settings_changed", "support.viewing_ended",
    "account.merged", "account.disconnected", "factor.removed", "password.removed", "membership.moved", "domain.failed",
}  # fmt: skip

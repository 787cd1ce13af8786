"""What roles and permissions are called, in the languages of the portals. A test holds this to the table."""

from __future__ import annotations

from typing import Any

from haat.identity.permissions import TABLE, may_grant

ROLES = {
    "owner": ("Owner", "मालिक"),
    "catalogue": ("Catalogue", "कैटलॉग"),
    "fulfilment": ("Fulfilment", "पैकिंग और भेजना"),
    "finance": ("Finance", "वित्त"),
    "operations": ("Operations", "संचालन"),
    "support": ("Support", "सहायता"),
    "verifier": ("Verifier", "सत्यापनकर्ता"),
}
PERMISSIONS = {
    "products.edit": ("Write and change products", "उत्पाद लिखना और बदलना"),
    "offers.edit": ("Set prices", "कीमतें तय करना"),
    "stock.edit": ("Count stock", "स्टॉक गिनना"),
    "orders.read": ("See orders", "ऑर्डर देखना"),
    "orders.fulfil": ("Accept, pack and ship orders", "ऑर्डर स्वीकारना, पैक करना और भेजना"),
    "orders.cancel": ("Cancel orders", "ऑर्डर रद्द करना"),
    "returns.decide": ("Decide returns and claims, give goodwill", "वापसी और दावों पर फ़ैसला करना, सद्भावना देना"),
    "refunds.pay": ("Pay refunds by bank", "बैंक से वापसी चुकाना"),
    "disputes.answer": ("Answer disputes of payments", "भुगतान के विवादों का उत्तर देना"),
    "disputes.read": ("See disputes of payments", "भुगतान के विवाद देखना"),
    "disputes.edit": ("Contest, accept and charge disputes", "विवाद लड़ना, मानना और किस पर पड़े तय करना"),
    "payouts.read": ("See payouts and statements", "भुगतान और विवरण देखना"),
    "payouts.run": ("Start, approve and hold payouts", "भुगतान शुरू, मंज़ूर करना और रोकना"),
    "payouts.adjust": ("Give money to sellers or take it, with a reason", "कारण के साथ विक्रेता को पैसे देना या लेना"),
    "application.edit": ("Fill in the application", "आवेदन भरना"),
    "shop.edit": ("Change the shop, go on vacation", "दुकान बदलना, छुट्टी पर जाना"),
    "staff.edit": ("Invite people, change roles, remove people", "लोगों को बुलाना, भूमिका बदलना, हटाना"),
    "sellers.read": ("See sellers", "विक्रेता देखना"),
    "sellers.decide": ("Approve and suspend sellers", "विक्रेताओं को मंज़ूर या निलंबित करना"),
    "products.read": ("See products", "उत्पाद देखना"),
    "products.decide": ("Publish and reject products", "उत्पाद प्रकाशित या अस्वीकार करना"),
    "reviews.answer": ("Read and answer reviews", "समीक्षाएँ पढ़ना और जवाब देना"),
    "reviews.moderate": ("Publish and hide reviews", "समीक्षाएँ प्रकाशित करना और छिपाना"),
    "commission.read": ("See commission", "कमीशन देखना"),
    "commission.edit": ("Change commission rules and the tiers of sellers", "कमीशन के नियम और विक्रेताओं के स्तर बदलना"),
    "ledger.read": ("See the ledger", "बहीखाता देखना"),
    "recon.read": ("See differences with the payment provider", "भुगतान प्रदाता से अंतर देखना"),
    "recon.edit": ("Explain and settle differences", "अंतर समझाना और निपटाना"),
    "reports.read": ("See tax reports", "कर रिपोर्ट देखना"),
    "tax.deposit": ("Record deposits of tax", "कर का जमा दर्ज करना"),
    "documents.read": ("See invoices and credit notes", "बीजक और क्रेडिट नोट देखना"),
    "audit.read": ("See the audit log", "ऑडिट लॉग देखना"),
    "promotions.read": ("See promotions and codes", "छूट और कोड देखना"),
    "giftcards.read": ("See gift cards", "उपहार कार्ड देखना"),
    "giftcards.issue": ("Issue, block and extend gift cards", "उपहार कार्ड बनाना, रोकना और बढ़ाना"),
    "promotions.edit": ("Make, change and end promotions", "छूट बनाना, बदलना और खत्म करना"),
    "signin.edit": ("Choose whose sign-in the brand trusts", "ब्रांड किसका साइन-इन माने, यह चुनना"),
    "people.reset": ("Give people a new start who lost their second factor", "दूसरा चरण खो चुके लोगों को नई शुरुआत देना"),
    "settings.edit": ("Change the brand's settings", "ब्रांड की सेटिंग बदलना"),
    "support.view_as": ("See what others see, read-only and logged", "दूसरों की नज़र से देखना, केवल पढ़ना, लॉग के साथ"),
    "brands.read": ("See brands", "ब्रांड देखना"),
    "brands.edit": ("Launch and suspend brands", "ब्रांड शुरू या निलंबित करना"),
    "entities.read": ("See businesses and their papers", "व्यवसाय और उनके कागज़ देखना"),
    "entities.decide": ("Verify businesses", "व्यवसायों का सत्यापन करना"),
}


def table(scope: str, *, own: frozenset[str]) -> dict[str, Any]:
    """Roles and permissions of a scope with their words; `own` decides which roles the reader may give."""
    roles = TABLE[scope]
    codes = [code for code in PERMISSIONS if any(code in granted for granted in roles.values())]
    return {
        "roles": [
            {
                "code": role,
                **_words(ROLES[role]),
                "permissions": sorted(granted),
                "can_grant": may_grant(own, scope, role),
            }
            for role, granted in roles.items()
        ],
        "permissions": [{"code": code, **_words(PERMISSIONS[code])} for code in codes],
    }


def _words(pair: tuple[str, str]) -> dict[str, str]:
    return {"en": pair[0], "hi": pair[1]}

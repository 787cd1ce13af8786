"""Why staff send something back: a code for counting, and the words that the seller reads."""

from __future__ import annotations

from haat.core.errors import InvalidInput

REASONS = {
    "picture": "The pictures do not show the product clearly, or are not yours to use.",
    "description": "The description is too short, unclear or says what cannot be shown to be true.",
    "law": "Something that the law wants shown is missing or wrong.",
    "price": "The price or the MRP does not look right.",
    "category": "It is in the wrong category, or its attributes do not fit.",
    "duplicate": "The same product is in the shop already; offer that one instead.",
    "prohibited": "This shop does not sell such goods.",
    "other": "",
}
REASON_MAX = 1000


def reason_of(code: str, text: str) -> str:
    """What the seller reads: the words of the member of staff, else the standard ones. Raises InvalidInput."""
    if code and code not in REASONS:
        raise InvalidInput("This reason is not known.", details={"reason_code": ["Choose one of the list."]})
    sentence = text.strip() or REASONS.get(code, "")
    if not sentence:
        raise InvalidInput("Say why, so that the seller can mend it.", details={"reason": ["Give a reason."]})
    return sentence[:REASON_MAX]

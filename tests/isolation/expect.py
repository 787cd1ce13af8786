"""What must come back: by who asks and whose the named things are. And which words may stand in it."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import quote_plus

from tests.isolation import variants
from tests.isolation.policy.line import AWAY, OK
from tests.isolation.world import marks

if TYPE_CHECKING:
    from tests.isolation.calls import Call

NOT_THERE = (404, 409, 422)  # an id in a body: not there, cannot be bought, not valid
ALL_PARTIES = (*marks.SELLERS, *marks.CUSTOMERS, "tara", "uma", "vera", "wanda", "yael")
OPEN_TO = {
    "asha": ("asha",), "ben": ("ben",), "ravi": ("ravi", "asha"), "meera": ("meera", "asha", "ben"), "tara": ("tara",),
    "uma": ("uma",), "nia": ALL_PARTIES, "brand": ALL_PARTIES,
}  # fmt: skip


def statuses(call: Call) -> tuple[int, ...]:
    line, may = call.line, call.caller.may(call.line)
    if may == "no login":
        return AWAY if line.is_page else (401,)
    if may == "stranger":
        return line.stranger
    if may == "not allowed" or ((line.step_up or line.fresh) and not call.proved):
        return (403,)
    if owns(call):
        is_somebody_else = bool(line.owner) and call.caller.party != line.owner
        return (line.others or (*OK, 409)) if is_somebody_else else line.own
    return line.foreign if line.names and not call.variant.other else (*line.foreign, *NOT_THERE)


def owns(call: Call) -> bool:
    line, whose = call.line, call.variant.whose
    private = [kind for kind in variants.kinds(line) if not variants.is_open(line, kind)]
    if whose in {"neighbour", "nobody"}:
        return False
    owner = variants.owner_of(line)
    party = owner if whose == "own" else variants.RIVALS.get(owner, "")
    if any(variants.is_own(kind) for kind in private):
        return call.caller.slug in {"aster", "platform"} and call.caller.party == party and not call.variant.other
    if line.portal in {"admin", "platform", "launch"}:
        return whose == "own"
    if not private:
        return True
    return call.caller.slug == "aster" and call.caller.family == party and not call.variant.other


def went_through(call: Call) -> bool:
    """A page that sends both those who succeed and those who do not somewhere else sent this one to success."""
    return bool(call.line.done) and call.answer.headers.get("Location", "").startswith(call.line.done)


def leaks(call: Call) -> set[str]:
    """Words in the answer that are not for this caller; what the caller has said of themselves may come back."""
    said = call.said().lower()
    for word in own_words(call):
        said = said.replace(word.lower().encode(), b"")
    return marks.found(forbidden(call), said)


def own_words(call: Call) -> list[str]:
    """The longest first: the caller's names and addresses, and the ids that the call itself names."""
    user = call.caller.user(call.world)
    words = [call.thing(kind) for kind in variants.kinds(call.line)]
    if user is not None:
        words += (
            [
                user.email,
                user.name,
                user.masked_contact,
                quote_plus(user.masked_contact),
                marks.kept(call.caller.slug, call.caller.family),
            ]
            if call.caller.slug in marks.BRANDS
            else []
        )
    return sorted(filter(None, words), key=len, reverse=True)


def forbidden(call: Call) -> frozenset[str]:
    """Another brand's words to everybody, another party's own words to whom they do not concern."""
    told = marks.secrets("aster", of=call.line.tells) if call.variant.whose == "own" else frozenset()
    return _forbidden(call) - told


def _forbidden(call: Call) -> frozenset[str]:
    portal, caller = call.line.portal, call.caller
    secrets = {slug: marks.secrets(slug, of=ALL_PARTIES) for slug in marks.BRANDS}
    if portal in {"platform", "launch"}:
        may = portal == "platform" and call.caller.may(call.line) == "yes"
        kept = secrets["aster"] | secrets["birch"]
        return kept - _sellers_words() if may else kept
    may_read = OPEN_TO.get(caller.family, ()) if caller.slug == "aster" and _in_own_portal(call) else ()
    own = marks.secrets("aster", of=may_read)
    rivals = frozenset[str]()
    if portal == "seller" and caller.family in marks.SELLERS and caller.slug == "aster":
        rivals = frozenset(marks.shown("aster", party) for party in marks.SELLERS if party != caller.family)
    return (secrets["aster"] - own) | marks.brand_marks("birch") | rivals


def _in_own_portal(call: Call) -> bool:
    home = {"customer": marks.CUSTOMERS, "seller": (*marks.SELLERS, "tara", "uma"), "admin": ("nia", "brand")}
    return call.caller.family in home.get(call.line.portal, ()) and call.caller.may(call.line) != "not allowed"


def _sellers_words() -> frozenset[str]:
    """The platform verifies sellers: what they say of themselves is for its staff."""
    return frozenset(word for slug in marks.BRANDS for word in marks.secrets(slug, of=(*marks.SELLERS, "tara", "uma")))


def weak_cookies(call: Call) -> list[str]:
    """Cookies with a value that another host, a script or a plain connection could get hold of."""
    strong = {"secure": True, "httponly": True, "path": "/", "domain": ""}
    found = []
    for name, morsel in call.answer.cookies.items():
        is_strong = all(morsel[part] == value for part, value in strong.items()) and morsel["samesite"] in {
            "Lax",
            "Strict",
        }
        if morsel.value and not (name.startswith("__Host-") and is_strong):
            found.append(morsel.OutputString().replace(morsel.value, "…"))
    return found


def outcome(call: Call) -> str:
    """One word for the report: let in, asked to sign in, not allowed, not there."""
    if call.status == 401 or (call.status in AWAY and call.answer.headers["Location"].startswith("/login?")):
        return "asked to sign in"
    return {403: "not allowed", 404: "not there"}.get(call.status, "refused" if call.status >= 400 else "let in")

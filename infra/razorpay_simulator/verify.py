"""Local stand-in of a KYC provider: /_verify/pan, /_verify/gstin, /_verify/bank. Same key as the API.

Answers are decided by the values in magic.py. An outage is a 503, so its handling can be tried.
"""

from typing import Any

from starlette.routing import Route

from . import fields, magic
from .api import Call, route
from .errors import ApiError

REASONS = {"invalid": "not_found_or_malformed", "mismatch": "name_does_not_match", "valid": None}


def _answer(status: str, given_name: Any, **more: Any) -> dict[str, Any]:
    if status == "outage":
        raise ApiError("The verification provider is not available. Try again later.", status=503, code="GATEWAY_ERROR")
    status = "valid" if status == "slow" else status
    given = given_name.strip().upper() if isinstance(given_name, str) else None
    name = {"valid": given, "mismatch": magic.OTHER_NAME}.get(status)
    return {"status": status, "name": name, "reason": REASONS[status], **more}


def _given(call: Call, *names: str) -> list[str]:
    fields.refuse_unknown(call.body, (*names, "name"))
    fields.require(call.body, *names)
    return [str(call.body[name]).strip().upper() for name in names]


def pan(call: Call) -> dict[str, Any]:
    (number,) = _given(call, "pan")
    return _answer(magic.pan(number), call.body.get("name"), pan=number)


def gstin(call: Call) -> dict[str, Any]:
    (number,) = _given(call, "gstin")
    status = magic.gstin(number)
    whole = status != "invalid"
    more = {"state_code": number[:2], "pan": number[2:12]} if whole else {"state_code": None, "pan": None}
    return _answer(status, call.body.get("name"), gstin=number, registration="active" if whole else None, **more)


def bank(call: Call) -> dict[str, Any]:
    number, ifsc = _given(call, "account_number", "ifsc")
    return _answer(magic.bank(number, ifsc), call.body.get("name"), account_number=number, ifsc=ifsc)


ROUTES: list[Route] = [
    route("POST", "/_verify/pan", pan),
    route("POST", "/_verify/gstin", gstin),
    route("POST", "/_verify/bank", bank),
]

"""An order's own rule for capturing its payment."""

from typing import Any

from . import fields
from .errors import ApiError

MANUAL_EXPIRY_DEFAULT, MANUAL_EXPIRY_MAX = 4320, 7200  # minutes; 4320 is the dashboard's three days


def capture_settings(body: dict[str, Any]) -> dict[str, Any]:
    """The order's `payment` object: {capture, manual_expiry_period in minutes}."""
    settings = fields.mapping(body, "payment")
    fields.refuse_unknown(settings, ("capture", "capture_options"))
    options = fields.mapping(settings, "capture_options")
    fields.refuse_unknown(options, ("automatic_expiry_period", "manual_expiry_period", "refund_speed"))
    capture = settings.get("capture", "automatic")
    if capture not in ("automatic", "manual"):
        raise ApiError("The selected capture is invalid.", field="capture")
    expiry = options.get("manual_expiry_period", MANUAL_EXPIRY_DEFAULT)
    if not isinstance(expiry, int) or not 12 <= expiry <= MANUAL_EXPIRY_MAX:
        raise ApiError("The manual expiry period must be between 12 and 7200.", field="manual_expiry_period")
    return {"capture": capture, "manual_expiry_period": expiry}

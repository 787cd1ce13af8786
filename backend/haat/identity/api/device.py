"""Which browser or app this is: a random secret that binds a code to whoever asked for it. It says nothing else."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.conf import settings

from haat.core.errors import InvalidInput
from haat.core.ids import new_token

if TYPE_CHECKING:
    from haat.core.api.base import HaatAPI

HEADER = "Haat-Device"
CHARACTERS_MIN, CHARACTERS_MAX = 16, 200


def device_of(view: HaatAPI) -> str:
    """The secret that came with the request, empty without one. An API client without cookies sends its own as a header."""
    request: Any = view.request
    sent = str(request.headers.get(HEADER, ""))
    if sent and not CHARACTERS_MIN <= len(sent) <= CHARACTERS_MAX:
        raise InvalidInput(f"{HEADER} must be a random secret of {CHARACTERS_MIN} to {CHARACTERS_MAX} characters.")
    return sent or str(request.COOKIES.get(settings.HAAT_DEVICE_COOKIE, ""))[:CHARACTERS_MAX]


def own_device(view: HaatAPI) -> str:
    """The same, made and set as a cookie where there is none."""
    found = device_of(view)
    if not found:
        found = new_token()
        view.cookies[settings.HAAT_DEVICE_COOKIE] = found
    return found

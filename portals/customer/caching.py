"""How long a page may be kept. Public pages are the same for everybody and are asked for again with their ETag."""

from __future__ import annotations

from functools import wraps
from typing import TYPE_CHECKING, ParamSpec

from django.utils.cache import patch_cache_control
from django.views.decorators.http import conditional_page

if TYPE_CHECKING:
    from collections.abc import Callable

    from django.http import HttpResponse, HttpResponseBase

P = ParamSpec("P")


def public(view: Callable[P, HttpResponse]) -> Callable[P, HttpResponse]:
    """A page without anything personal: browsers keep it and ask each time whether it changed."""

    @wraps(view)
    def fresh(*args: P.args, **kwargs: P.kwargs) -> HttpResponse:
        response = view(*args, **kwargs)
        if response.status_code == 200:
            patch_cache_control(response, no_cache=True)
        return response

    checked: Callable[P, HttpResponse] = conditional_page(fresh)
    return checked


def personal(view: Callable[P, HttpResponseBase]) -> Callable[P, HttpResponseBase]:
    """A page of one visitor: kept by nobody."""

    @wraps(view)
    def unkept(*args: P.args, **kwargs: P.kwargs) -> HttpResponseBase:
        response = view(*args, **kwargs)
        patch_cache_control(response, private=True, no_store=True)
        return response

    return unkept

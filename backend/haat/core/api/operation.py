"""`@operation`: one endpoint's input, output and promises, checked at run time and written into the OpenAPI document."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial, wraps
from typing import TYPE_CHECKING, Any

from django.db.models import QuerySet
from django.http import HttpResponseBase
from drf_spectacular.types import OpenApiTypes
from drf_spectacular.utils import OpenApiParameter, extend_schema
from rest_framework.response import Response

from haat.core import clock, idempotency
from haat.core.api import lending

if TYPE_CHECKING:
    from collections.abc import Callable

    from rest_framework.serializers import BaseSerializer

    Method = Callable[..., Any]

IDEMPOTENCY_HEADER = OpenApiParameter(
    "Idempotency-Key", OpenApiTypes.STR, OpenApiParameter.HEADER, required=True,
    description="A key of your choice; the same key never acts twice and gets the same answer again.",
)  # fmt: skip
PAGE_PARAMETERS = [
    OpenApiParameter("page", OpenApiTypes.INT, description="From 1."),
    OpenApiParameter("limit", OpenApiTypes.INT, description="Rows a page, 20 by default, at most 100."),
]


@dataclass(frozen=True, slots=True)
class Promise:
    """What an endpoint promises; the view reads it to validate, page and render."""

    output: type[BaseSerializer[Any]] | None
    many: bool
    status: int


def operation(
    summary: str,
    *,
    input: type[BaseSerializer[Any]] | None = None,  # noqa: A002 - the word a reader expects
    output: type[BaseSerializer[Any]] | None = None,
    filters: type[BaseSerializer[Any]] | None = None,
    many: bool = False,
    status: int = 200,
    file: str = "",
    idempotent: bool = False,
    answer_kept: bool = True,
    step_up: bool = False,
    fresh: bool = False,
) -> Callable[[Method], Method]:
    """Wrap a method of a role API. It finds `self.input` and `self.filters` validated and returns plain objects.

    With `many`, a returned QuerySet or list is paged. `file` is the media type of an answer that is no data. With `idempotent`, the answer is stored under the caller's key;
    without `answer_kept` (it tells a secret or names somebody) nothing of it is: a repetition runs again, and the verb knows its key.
    With `step_up`, the caller must have used an authenticator app or passkey within the last minutes.
    With `fresh`, they must have signed in, confirmed or stepped up within the last minutes.
    """
    promise = Promise(output, many, status)

    def decorate(method: Method) -> Method:
        @wraps(method)
        def run(view: Any, request: Any, *args: Any, **kwargs: Any) -> Any:
            view.promise = promise
            if step_up:
                view.identity.require_proof(view.at)
            if fresh:
                view.identity.require_fresh(view.at)
            if input is not None:
                view.input = lending.read(input, request.data, view.get_serializer_context())
            if filters is not None:
                view.filters = lending.read(filters, request.query_params.dict(), view.get_serializer_context())
            if idempotent:
                act = partial(_answer, view, promise, method, request, *args, **kwargs)
                return _once(view, request, act, answer_kept=answer_kept)
            return _answer(view, promise, method, request, *args, **kwargs)

        parameters: list[Any] = [filters] if filters else []
        parameters += [IDEMPOTENCY_HEADER] if idempotent else []
        parameters += PAGE_PARAMETERS if many else []
        shape: Any = (output(many=True) if many else output) if output else None
        responses: Any = {(status, file): OpenApiTypes.BINARY} if file else {status: shape}
        return extend_schema(summary=summary, request=input, parameters=parameters, responses=responses)(run)

    return decorate


def _respond(view: Any, promise: Promise, result: Any) -> Any:
    if isinstance(result, HttpResponseBase):  # a file is no data: it comes without an envelope
        return result
    if promise.output is None:
        return Response(result, status=promise.status)
    rows = view.page_of(result) if promise.many and isinstance(result, QuerySet | list) else result
    data = lending.written(promise.output, rows, view.get_serializer_context(), many=promise.many)
    return Response(data, status=promise.status)


def _answer(view: Any, promise: Promise, method: Method, request: Any, *args: Any, **kwargs: Any) -> Any:
    return _respond(view, promise, method(view, request, *args, **kwargs))


def _once(view: Any, request: Any, act: Callable[[], Response], *, answer_kept: bool) -> Response:
    key = request.headers.get("Idempotency-Key", "")
    scope = f"{view.caller_key()}:{request.method}:{request.path}"
    row = idempotency.begin(scope=scope, key=key, body=request.data, at=clock.now())
    view.idempotency_key = f"{scope}:{key}"
    if row.status is not None:
        response = Response(idempotency.answer_of(row), status=row.status) if answer_kept else act()
        response["Idempotency-Replayed"] = "true"
        return response
    try:
        response = act()
    except Exception:
        idempotency.give_up(row)
        raise
    idempotency.finish(row, status=response.status_code, answer=response.data if answer_kept else None)
    return response

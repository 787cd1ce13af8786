"""Serializers that a thread uses again: to make one copies all its fields, which costs more than what it then does."""

from __future__ import annotations

import threading
from collections import defaultdict
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from rest_framework.serializers import Serializer

if TYPE_CHECKING:
    from collections.abc import Iterator

    from rest_framework.serializers import BaseSerializer


class _OfThread(threading.local):
    def __init__(self) -> None:
        self.free: dict[type[Any], list[Any]] = defaultdict(list)


_own = _OfThread()


def forget() -> None:
    """Make them anew in this thread; for tests that change a serializer's fields."""
    _own.free.clear()


@contextmanager
def lent(serializer_class: type[BaseSerializer[Any]], context: dict[str, Any]) -> Iterator[Any]:
    """One for this block alone; afterwards it keeps nothing of whom it was used for."""
    free = _own.free[serializer_class]
    serializer: Any = free.pop() if free else serializer_class()
    serializer._context = context
    try:
        yield serializer
    finally:
        serializer._context = {}
        free.append(serializer)


def read(serializer_class: type[BaseSerializer[Any]], data: Any, context: dict[str, Any]) -> Any:
    """What was sent, validated. Raises ValidationError."""
    if isinstance(data, dict) and issubclass(serializer_class, Serializer):
        with lent(serializer_class, context) as serializer:
            return serializer.run_validation(data)
    own = serializer_class(data=data, context=context)
    own.is_valid(raise_exception=True)
    return own.validated_data


def written(serializer_class: type[BaseSerializer[Any]], found: Any, context: dict[str, Any], *, many: bool) -> Any:
    """One object, or a list of them, as answers have it."""
    with lent(serializer_class, context) as serializer:
        return [serializer.to_representation(one) for one in found] if many else serializer.to_representation(found)

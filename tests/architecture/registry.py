"""What Django knows once all apps are loaded: models, their tables, jobs and who reacts to what."""

from __future__ import annotations

import ast
import inspect
from collections import defaultdict
from dataclasses import fields
from typing import TYPE_CHECKING, Any

from django.apps import apps
from django.conf import settings
from django.db.models import ForeignKey

from haat.core.models import InsertOnly

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from django.db.models import Model

    from haat.core.events import Event
    from tests.architecture.sources import Source


def models_of(app_names: Iterable[str], *, ours: bool = True) -> list[type[Model]]:
    names = {name for name in app_names if not ours or name.startswith("haat.")}
    found = (config.get_models(include_auto_created=True) for config in apps.get_app_configs() if config.name in names)
    return [model for models in found for model in models]


def shared_and_tenant(shared: Iterable[str], tenant: Iterable[str]) -> Iterator[str]:
    for name in sorted(set(shared) & set(tenant)):
        yield f"{name} is in SHARED_APPS and in TENANT_APPS: its tables would exist in both places"


def keys_out_of_the_brand(models: Iterable[type[Model]]) -> Iterator[str]:
    """A key from a brand's table to a shared one makes every change of a user or brand ask every brand."""
    shared = set(models_of(settings.SHARED_APPS, ours=False))
    for model in models:
        for field in model._meta.get_fields():
            if (
                isinstance(field, ForeignKey)
                and field.remote_field.model in shared
                and getattr(field, "db_constraint", True)
            ):
                yield f"{model.__name__}.{field.name} is a database key into a shared table; keep a UUIDField"


def rows_that_never_change(models: Iterable[type[Model]]) -> Iterator[str]:
    """A row with a time of making and none of changing is insert-only, and must say so to get the database's help."""
    for model in models:
        names = {field.name for field in model._meta.get_fields()}
        if "created_at" in names and "updated_at" not in names and not issubclass(model, InsertOnly):
            yield f"{model.__name__} has created_at but no updated_at: make it InsertOnly, or Timestamped"


def repeated_jobs(sources: Iterable[Source]) -> Iterator[str]:
    """Two handlers of one name: the second would silently take the place of the first."""
    places: dict[str, list[str]] = defaultdict(list)
    for source in sources:
        for node in source.nodes(ast.FunctionDef):
            for decorator in node.decorator_list:
                if name := _job_name(decorator):
                    places[name].append(f"{source.name}:{node.lineno}")
    for name, found in places.items():
        if len(found) > 1:
            yield f"the job {name} is defined in {' and '.join(found)}"


def _job_name(decorator: ast.expr) -> str:
    if not isinstance(decorator, ast.Call) or getattr(decorator.func, "id", "") not in {"job", "shared_task"}:
        return ""
    named = [*decorator.args[:1], *(keyword.value for keyword in decorator.keywords if keyword.arg == "name")]
    return str(named[0].value) if named and isinstance(named[0], ast.Constant) else ""


def reactions_that_cannot_run(
    reactions: Mapping[type[Event], list[str]], handlers: Mapping[str, Callable[..., Any]]
) -> Iterator[str]:
    """A job gets the fields of its event as arguments; one that is missing or too many shows only in the worker."""
    for event, names in reactions.items():
        payload = {field.name: "" for field in fields(event)}
        for name in names:
            if name not in handlers:
                yield f"{event.__name__} asks for the job {name}, which nobody handles"
                continue
            try:
                inspect.signature(handlers[name]).bind(**payload)
            except TypeError as reason:
                yield f"{name} cannot take {event.__name__}({', '.join(payload)}): {reason}"


def misnamed_jobs(sources: Iterable[Source]) -> Iterator[str]:
    """A job is named after its app, so that a name in the outbox leads to its code."""
    for source in sources:
        for node in source.nodes(ast.FunctionDef):
            for decorator in node.decorator_list:
                name = _job_name(decorator)
                if name and name.partition(".")[0] != source.parts[2]:
                    yield f"{source.name}:{node.lineno} is named {name}; its app is {source.parts[2]}"

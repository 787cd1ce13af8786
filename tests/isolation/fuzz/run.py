"""Running examples and collecting what is wrong, one complaint an operation and kind of fault."""

from __future__ import annotations

import os
from dataclasses import dataclass, field
from itertools import cycle
from typing import TYPE_CHECKING, Any

from hypothesis import HealthCheck, Phase, given, seed, settings
from hypothesis import strategies as st
from schemathesis import GenerationMode
from schemathesis.checks import not_a_server_error
from schemathesis.core.failures import FailureGroup
from schemathesis.core.result import Ok
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    response_schema_conformance,
    status_code_conformance,
)

from tests.isolation import tally
from tests.isolation.fuzz.application import Application
from tests.isolation.fuzz.documents import real_names, schema

if TYPE_CHECKING:
    from tests.isolation.world import World

CHECKS = [not_a_server_error, status_code_conformance, content_type_conformance, response_schema_conformance]
EXAMPLES = int(os.environ.get("HAAT_FUZZ_EXAMPLES", "3"))
SEED = int(os.environ.get("HAAT_FUZZ_SEED", "20260101"))


@dataclass
class Complaints:
    found: dict[str, str] = field(default_factory=dict)

    def add(self, operation: Any, what: str, detail: str) -> None:
        self.found.setdefault(f"{operation.method.upper()} {operation.path}: {what}", detail)

    def __str__(self) -> str:
        return "\n\n".join(f"{key}\n{detail[:1200]}" for key, detail in sorted(self.found.items()))


def fuzz(portal: str, world: World) -> Complaints:
    """Every operation of a role, with valid and with invalid input; every sixth valid one is sent as nobody, too."""
    complaints, application = Complaints(), Application(world, portal)
    try:
        names = real_names(portal, world)
        for result in schema(portal, application).get_all_operations():
            assert isinstance(result, Ok), result
            operation = result.ok()
            known = names.get((operation.method.upper(), operation.path), {})
            for mode in (GenerationMode.POSITIVE, GenerationMode.NEGATIVE):
                _try(operation, mode, known, application, complaints)
    finally:
        application.close()
    return complaints


def _try(operation: Any, mode: Any, known: dict[str, str], application: Application, complaints: Complaints) -> None:
    turns = cycle([mode == GenerationMode.POSITIVE, *[False] * 5])
    try:
        strategy = operation.as_strategy(generation_mode=mode)

        @seed(SEED)
        @settings(
            max_examples=EXAMPLES, database=None, deadline=None, phases=[Phase.generate], suppress_health_check=list(HealthCheck), derandomize=False
        )  # fmt: skip
        @given(case=strategy, real=st.booleans())
        def one(case: Any, *, real: bool) -> None:
            if known and real:
                case.path_parameters = dict(known)
            judge(case, application, complaints)
            if next(turns):
                _as_nobody(case, application, complaints)

        one()
    except Exception as error:
        if type(error).__name__ not in {"Unsatisfiable", "InvalidArgument", "SkipTest"}:
            raise


def _as_nobody(case: Any, application: Application, complaints: Complaints) -> None:
    application.is_nobody = True
    try:
        judge(case, application, complaints)
    finally:
        application.is_nobody = False


def judge(case: Any, application: Application, complaints: Complaints) -> None:
    tally.add("fuzzed requests")
    response = case.call()
    shown = (
        f"{case.as_curl_command()[:500]}\n→ {response.status_code} {response.content[:300]!r}\n{application.trouble}"
    )
    try:
        case.validate_response(response, checks=CHECKS)
    except FailureGroup as group:
        for failure in group.exceptions:
            complaints.add(case.operation, f"{type(failure).__name__} {response.status_code}", f"{shown}\n{failure}")

"""Tasks, commands and the beat without a brand refuse, every one of them."""

from __future__ import annotations

from typing import Any
from uuid import uuid4

import pytest
from django.apps import apps
from django.conf import settings
from django.core.exceptions import SuspiciousFileOperation
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.core.management import CommandError, call_command
from django.db import DatabaseError, transaction

from config.celery import app
from haat.core import jobs, tasks
from haat.core.errors import NotFound
from haat.tenancy.context import active_brand, brand_scope
from haat.tenancy.models import Brand
from tests.isolation import tally

HANDLERS = sorted(jobs.handlers)
ENVELOPE = {"version": jobs.ENVELOPE_VERSION, "actor": {"kind": "system"}, "request_id": "", "brand": None}


@pytest.fixture
def ran(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The names of the handlers that were reached."""
    reached: list[str] = []
    for name, handler in list(jobs.handlers.items()):
        stand_in = jobs.Handler(lambda name=name, **_: reached.append(name), handler.external, handler.platform)
        monkeypatch.setitem(jobs.handlers, name, stand_in)
    return reached


@pytest.mark.django_db
@pytest.mark.parametrize("name", HANDLERS)
def test_a_task_without_its_envelope_is_refused(name: str, ran: list[str]) -> None:
    """As the worker gets it: bare, without a brand, with one where none belongs, of another form, of no brand."""
    app.autodiscover_tasks(force=True)
    task: Any = app.tasks[name]
    wrong_kind = str(uuid4()) if jobs.handlers[name].platform else None
    for given in (
        {}, {"job_id": 1}, {"job_id": 1, "envelope": {}}, {"envelope": ENVELOPE},
        {"job_id": 1, "envelope": ENVELOPE | {"brand": wrong_kind}}, {"job_id": 1, "envelope": ENVELOPE | {"version": 0}},
    ):  # fmt: skip
        tally.add("brandless tasks refused")
        with pytest.raises(jobs.RefusedTask):
            task(**given)
    if not jobs.handlers[name].platform:
        with pytest.raises(NotFound):
            task(job_id=1, envelope=ENVELOPE | {"brand": str(uuid4())})
    assert ran == []


@pytest.mark.django_db
def test_a_spare_schema_is_no_brand(ran: list[str]) -> None:
    spare = Brand.objects.filter(status=Brand.Status.SPARE).first()
    assert spare is not None
    with pytest.raises(NotFound), brand_scope(spare.pk):
        pytest.fail("a spare was entered")


@pytest.mark.django_db
def test_the_beat_starts_jobs_of_brands_in_each_brand_and_nothing_else(aster: Any, birch: Any) -> None:
    for entry in settings.CELERY_BEAT_SCHEDULE.values():
        assert entry["task"] in {"core.for_each_brand", "core.for_the_platform"}
        assert jobs.handlers[entry["kwargs"]["job"]].platform is (entry["task"] == "core.for_the_platform")
    for name in ("no.such_job", "tenancy.refill_pool"):
        with pytest.raises(jobs.RefusedTask):
            tasks.for_each_brand(name)
    with pytest.raises(TypeError):
        tasks.for_each_brand()


@pytest.mark.django_db
@pytest.mark.parametrize(
    "words", [["brand"], ["brand", "import-catalogue"], ["brand", "import-catalogue", "", "x.csv"], ["brand", "import-catalogue", "nobodys", "x.csv"]],
    ids=" ".join,
)  # fmt: skip
def test_a_command_that_needs_a_brand_refuses_without_one(words: list[str]) -> None:
    with pytest.raises(CommandError):
        call_command(*words)


@pytest.mark.django_db
@pytest.mark.parametrize("label", [name.rpartition(".")[2] for name in settings.TENANT_APPS])
def test_no_table_of_a_brand_is_there_outside_of_one(label: str) -> None:
    """A forgotten brand is an error and never somebody's rows."""
    for model in apps.get_app_config(label).get_models(include_auto_created=True):
        with pytest.raises(DatabaseError), transaction.atomic():
            model._default_manager.first()
        with pytest.raises(DatabaseError), transaction.atomic():
            model._default_manager.all()._raw_delete("default")


@pytest.mark.django_db
def test_no_file_and_no_brand_outside_of_one() -> None:
    with pytest.raises(SuspiciousFileOperation):
        default_storage.save("x.svg", ContentFile(b""))
    with pytest.raises(SuspiciousFileOperation):
        default_storage.exists("x.svg")
    with pytest.raises(RuntimeError):
        active_brand()

"""What the beat starts: one job a running brand, or one for the platform."""

from __future__ import annotations

from celery import shared_task
from django.conf import settings
from django.utils.module_loading import import_string

from haat.core import context, jobs


@shared_task(name="core.for_each_brand")
def for_each_brand(job: str, *, whoever: bool = False) -> None:
    """Ask every active brand for a periodic job; one that still waits is not asked for again.

    With `whoever`, suspended brands and the platform's own house are asked too.
    """
    handler = jobs.handlers.get(job)
    if handler is None or handler.platform:
        raise jobs.RefusedTask(f"{job} is not a job of brands.")
    scope = import_string(settings.HAAT_BRAND_SCOPE)
    with context.use(context.Context(actor=context.SYSTEM)):
        for brand in import_string(settings.HAAT_ALL_BRANDS if whoever else settings.HAAT_ACTIVE_BRANDS)():
            with scope(brand):
                jobs.enqueue(job, unique_key=jobs.PERIODIC)


@shared_task(name="core.for_the_platform")
def for_the_platform(job: str) -> None:
    """Ask for a periodic job that belongs to no brand; one that still waits is not asked for again."""
    handler = jobs.handlers.get(job)
    if handler is None or not handler.platform:
        raise jobs.RefusedTask(f"{job} is not a job of the platform.")
    with context.use(context.Context(actor=context.SYSTEM)), import_string(settings.HAAT_PUBLIC_SCOPE)():
        jobs.enqueue(job, unique_key=jobs.PERIODIC)

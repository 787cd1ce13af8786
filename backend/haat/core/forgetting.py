"""Taking a person out of what the machinery keeps: done jobs and stored answers of the active database role."""

from __future__ import annotations

from functools import reduce
from operator import or_
from typing import TYPE_CHECKING

from django.db.models import F, Func, JSONField, Q, TextField, Value
from django.db.models.functions import Cast

from haat.core.models import IdempotencyKey, Job

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence


def forget_person(*, user_ids: Sequence[str], words: Iterable[str]) -> dict[str, int]:
    """Blank the person's name as actor, and drop jobs and answers that speak of them by id or by one of `words`.

    Call it once in each brand and once outside: row-level security shows a role its own rows only.
    """
    needles = [*user_ids, *(word for word in words if word)]
    said = reduce(or_, (Q(said__contains=needle) for needle in needles))
    renamed = Func(F("actor"), Value("{name}"), Value('""', JSONField()), function="jsonb_set")
    Job.objects.filter(actor__user_id__in=user_ids).update(actor=renamed)
    jobs, _ = Job.objects.annotate(said=Cast("payload", TextField())).filter(said).delete()
    Job.objects.filter(reduce(or_, (Q(last_error__contains=needle) for needle in needles))).update(last_error="")
    kept = IdempotencyKey.objects.annotate(said=Cast("answer", TextField()))
    answers, _ = kept.filter(said | reduce(or_, (Q(scope__startswith=user_id) for user_id in user_ids))).delete()
    return {"core.job": jobs, "core.idempotencykey": answers}

"""The wall in the database: from inside one brand nothing of another, of identity or of the platform can be read."""

import threading

import pytest
from django.db import DatabaseError, ProgrammingError, connection, transaction

from haat.audit.models import AuditEntry
from haat.audit.services import record
from haat.core import jobs
from haat.core.models import Job
from haat.identity.models import User
from haat.tenancy.context import brand_scope, public_scope
from haat.tenancy.models import Brand


def _raw(sql: str) -> object:
    with connection.cursor() as cursor:
        cursor.execute(sql)
        return cursor.fetchone()


@pytest.mark.parametrize(
    "table", ["identity_user", "tenancy_brand", "identity_membership", "django_session", "identity_loginchallenge"]
)
def test_a_brand_cannot_read_shared_tables(aster: Brand, table: str) -> None:
    with brand_scope(aster), pytest.raises(ProgrammingError, match="permission denied"), transaction.atomic():
        _raw(f"SELECT * FROM public.{table} LIMIT 1")


def test_a_brand_cannot_read_its_neighbours_schema(aster: Brand, birch: Brand) -> None:
    with brand_scope(aster), pytest.raises(ProgrammingError, match="permission denied"), transaction.atomic():
        _raw(f'SELECT * FROM "{birch.schema_name}".audit_auditentry LIMIT 1')


def test_public_cannot_read_a_brands_schema(aster: Brand) -> None:
    with public_scope(), pytest.raises(ProgrammingError, match="permission denied"), transaction.atomic():
        _raw(f'SELECT * FROM "{aster.schema_name}".audit_auditentry LIMIT 1')


def test_insert_only_rows_cannot_be_changed(aster: Brand) -> None:
    with brand_scope(aster):
        entry = record("test.happened", aster)
        with pytest.raises(ProgrammingError, match="permission denied"), transaction.atomic():
            AuditEntry.objects.filter(pk=entry.pk).update(action="test.rewritten")
        with pytest.raises(ProgrammingError, match="permission denied"), transaction.atomic():
            AuditEntry.objects.filter(pk=entry.pk).delete()


def test_jobs_of_one_brand_are_invisible_to_another(aster: Brand, birch: Brand) -> None:
    with brand_scope(aster):
        jobs.enqueue("test.secret", note="aster only")
        assert Job.objects.filter(name="test.secret").count() == 1
    with brand_scope(birch):
        assert not Job.objects.filter(name="test.secret").exists()
    with public_scope():
        assert not Job.objects.filter(name="test.secret").exists()


def test_an_error_inside_a_brand_still_leads_back_to_public(aster: Brand) -> None:
    with pytest.raises(DatabaseError), transaction.atomic(), brand_scope(aster):
        _raw("SELECT 1/0")
    assert connection.schema_name == "public"
    assert User.objects.count() >= 0


def test_a_rollback_does_not_leave_the_wrong_role(aster: Brand, birch: Brand) -> None:
    with brand_scope(aster):
        with pytest.raises(RuntimeError), transaction.atomic():
            with brand_scope(birch):
                record("test.in_birch", birch)
            raise RuntimeError
        assert _raw("SELECT current_schema()") == (aster.schema_name,)
        assert _raw("SELECT current_user")[0].endswith(aster.schema_name)  # type: ignore[index]


@pytest.mark.django_db
def test_threads_switching_brands_never_mix() -> None:
    brands = list(Brand.objects.filter(slug__in=["aster", "birch"]))
    wrong: list[str] = []

    def work(seed: int) -> None:
        for step in range(25):
            brand = brands[(seed + step) % 2]
            try:
                with brand_scope(brand), transaction.atomic():
                    if _raw("SELECT current_schema() || current_user") != (
                        f"{brand.schema_name}{connection.principal}",
                    ):
                        wrong.append(brand.slug)
                    if step % 5 == 0:
                        raise LookupError
            except LookupError:
                continue
        connection.close()

    threads = [threading.Thread(target=work, args=(seed,)) for seed in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert wrong == []

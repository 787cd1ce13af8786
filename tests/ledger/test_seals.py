"""The sealed books: one paisa that the owner of the database moves behind Haat's back is found and named."""

from __future__ import annotations

import threading
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from django.db import ProgrammingError, connection, transaction

from haat.ledger.models import LedgerSeal, Transaction
from haat.tenancy.context import brand_scope
from haat.tenancy.models import LedgerHead

if TYPE_CHECKING:
    from tests.ledger.conftest import Books

THIRD = "(SELECT transaction_id FROM ledger_ledgerseal WHERE position = 3)"
FIRST_LEG = f"transaction_id = {THIRD} AND position = 0"


def test_a_changed_amount_is_found_in_the_chain_the_balance_and_the_key(books: Books) -> None:
    books.tamper(f"UPDATE ledger_posting SET amount_minor = amount_minor + 1 WHERE {FIRST_LEG}")
    faults = books.faults()
    assert "Transaction three of seal 3 was changed" in faults
    assert "bank: kept 59000 in and 0 out, postings say 59001 and 0; -1 apart" in faults
    assert "three does not move what it was posted with" in faults


def test_a_paisa_that_is_moved_with_its_balances_and_its_key_is_still_found(books: Books) -> None:
    """Everything that the database alone can mend is mended: the keyed hash is not."""
    books.tamper(
        f"UPDATE ledger_posting SET amount_minor = amount_minor + 1 WHERE {FIRST_LEG}",
        "UPDATE ledger_account SET in_minor = in_minor + 1 WHERE code = 'bank'",
        "UPDATE ledger_account SET out_minor = out_minor + 1 WHERE code = 'order_holding'",
    )
    assert "Transaction three of seal 3 was changed" in books.faults()


def test_a_deleted_posting_is_found(books: Books) -> None:
    books.tamper(f"DELETE FROM ledger_posting WHERE {FIRST_LEG}")
    assert "A posting of three (seal 3) was deleted: 1 of 2 left" in books.faults()


def test_an_inserted_posting_is_found(books: Books) -> None:
    books.tamper(
        "INSERT INTO ledger_posting (id, created_at, transaction_id, position, source_id, destination_id, amount_minor)"
        f" SELECT gen_random_uuid(), now(), transaction_id, 7, source_id, destination_id, 1 FROM ledger_posting WHERE {FIRST_LEG}"
    )
    assert "A posting was put into three (seal 3): 3, not 2" in books.faults()


def test_a_balance_that_is_off_by_one_is_found(books: Books) -> None:
    books.tamper("UPDATE ledger_account SET out_minor = out_minor + 1 WHERE code = 'order_holding'")
    faults = books.faults()
    assert "order_holding: kept 0 in and 50001 out, postings say 0 and 50000; -1 apart" in faults
    assert "INR: debits and credits are -1 apart" in faults


def test_a_renamed_account_is_found(books: Books) -> None:
    books.tamper("UPDATE ledger_account SET code = 'suspense' WHERE code = 'gst_output'")
    assert "Transaction one of seal 1 was changed" in books.faults()


@pytest.mark.parametrize(
    "change", ["key = 'other'", "at = at - interval '1 day'", "reference = 'AST-26-000009'", "description = 'x'"]
)
def test_a_changed_transaction_is_found(books: Books, change: str) -> None:
    books.tamper(f"UPDATE ledger_transaction SET {change} WHERE id = {THIRD}")
    assert "of seal 3 was changed" in books.faults()


def test_a_deleted_transaction_is_found_with_and_without_its_seal(books: Books) -> None:
    books.tamper(
        f"DELETE FROM ledger_posting WHERE transaction_id = {THIRD}",
        f"DELETE FROM ledger_transaction WHERE id = {THIRD}",
    )
    assert "of seal 3 was deleted" in books.faults()
    books.tamper("DELETE FROM ledger_ledgerseal WHERE position = 3")
    assert "Seals 3 to 3 are missing" in books.faults()


def test_reordered_seals_are_found(books: Books) -> None:
    books.tamper(
        "UPDATE ledger_ledgerseal SET position = 99 WHERE position = 2",
        "UPDATE ledger_ledgerseal SET position = 2 WHERE position = 4",
        "UPDATE ledger_ledgerseal SET position = 4 WHERE position = 99",
    )
    assert "Seal 2 does not follow from the one before" in books.faults()


def test_a_tail_that_was_cut_off_is_found_even_with_its_noted_end(books: Books) -> None:
    with brand_scope(books.brand):
        known = [(5, LedgerSeal.objects.get(position=5).hash)]
    late = "(SELECT transaction_id FROM ledger_ledgerseal WHERE position > 3)"
    books.tamper(
        f"DELETE FROM ledger_posting WHERE transaction_id IN {late}",
        f"DELETE FROM ledger_transaction WHERE id IN {late}",
        "DELETE FROM ledger_ledgerseal WHERE position > 3",
    )
    assert "The books end at seal 3; seal 5 was noted: their end was cut off" in books.faults()
    books.tamper(
        "UPDATE public.tenancy_ledgerhead SET position = 3, hash = (SELECT hash FROM ledger_ledgerseal WHERE position = 3)"
    )
    assert "The noted end of the chain is not as Haat wrote it" in books.faults()
    books.tamper(f"DELETE FROM public.tenancy_ledgerhead WHERE brand_id = '{books.brand.pk}'")
    assert "it was removed" in books.faults()
    assert "seal 5 was noted: their end was cut off" in books.faults(known=known)


def test_a_planted_entry_is_found_before_it_is_sealed(books: Books) -> None:
    planted = "'00000000-0000-7000-8000-000000000001'"
    books.tamper(
        "INSERT INTO ledger_transaction (id, created_at, key, code, content_hash, reference, description, at, mac)"
        f" SELECT {planted}, now(), 'planted', code, content_hash, '', '', now(), mac FROM ledger_transaction WHERE key = 'one'",
        "INSERT INTO ledger_posting (id, created_at, transaction_id, position, source_id, destination_id, amount_minor)"
        f" SELECT gen_random_uuid(), now(), {planted}, position, source_id, destination_id, amount_minor"
        f" FROM ledger_posting WHERE transaction_id = {THIRD}",
    )
    assert "Transaction planted is not as Haat wrote it: planted or changed" in books.faults()


def test_what_is_never_sealed_is_a_fault_after_a_while(books: Books) -> None:
    books.write("six")
    assert books.faults() == ""
    assert "Transaction six has no seal since" in books.faults(patience=timedelta(seconds=-1))


def test_the_app_cannot_change_seals_and_a_brand_cannot_touch_its_noted_end(books: Books) -> None:
    with brand_scope(books.brand):
        for act in (lambda: LedgerSeal.objects.update(position=9), LedgerHead.objects.count):
            with pytest.raises(ProgrammingError, match="permission denied"), transaction.atomic():
                act()


def test_sealers_at_once_make_one_chain(books: Books) -> None:
    books.write(*(f"more-{number}" for number in range(20)))

    def work() -> None:
        try:
            books.seal()
        finally:
            connection.close()

    threads = [threading.Thread(target=work) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert books.faults() == ""
    with brand_scope(books.brand):
        assert LedgerSeal.objects.count() == Transaction.objects.count() == 25

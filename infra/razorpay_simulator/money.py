"""Fees and balances, all in paise. A balance is what postings say, never a stored number."""

from .world import World

CUSTOMERS, REFUNDED, FEES, DISPUTED, TOPUPS = "customers", "refunded", "fees", "disputed", "topups"


def merchant_account(merchant: str) -> str:
    return f"merchant:{merchant}"


def linked_account(account: str) -> str:
    return f"linked:{account}"


def bank_account(owner: str) -> str:
    """Where settlements of a merchant or linked account end."""
    return f"bank:{owner}"


def with_gst(fee: int) -> tuple[int, int]:
    """(fee including GST, GST), 18 %, half a paisa upwards."""
    tax = (fee * 18 + 50) // 100
    return fee + tax, tax


def payment_fee(amount: int) -> tuple[int, int]:
    return with_gst((amount * 2 + 50) // 100)


def transfer_fee(amount: int) -> tuple[int, int]:
    return with_gst((amount * 25 + 5_000) // 10_000)


def post(world: World, merchant: str, *, source: str, destination: str, amount: int, reason: str, ref: str) -> None:
    if amount == 0:
        return
    world.store.run(
        "INSERT INTO postings (at, merchant, source, destination, amount, reason, reference)"
        " VALUES (?, ?, ?, ?, ?, ?, ?)",
        *(world.now(), merchant, source, destination, amount, reason, ref),
    )


def balance(world: World, account: str) -> int:
    came = world.store.number("SELECT SUM(amount) FROM postings WHERE destination = ?", account)
    went = world.store.number("SELECT SUM(amount) FROM postings WHERE source = ?", account)
    return came - went

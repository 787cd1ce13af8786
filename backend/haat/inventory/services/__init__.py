"""The verbs of stock."""

from haat.inventory.services.adjust import adjust
from haat.inventory.services.alerts import note_told, set_level, settle_now
from haat.inventory.services.announce import tell
from haat.inventory.services.bulk_edit import ROWS_MAX, Outcome, bulk_edit
from haat.inventory.services.bulk_rows import EditRow
from haat.inventory.services.bulk_undo import undo_bulk_edit
from haat.inventory.services.bundles import put_bundle
from haat.inventory.services.claim import NotOpen, OverLimit, join_buyers
from haat.inventory.services.drops import add_units, open_due, put_drop, step_unit
from haat.inventory.services.first_count import count_first
from haat.inventory.services.places import set_place_open
from haat.inventory.services.plan import OutOfStock
from haat.inventory.services.products import draft_product, edit_product, make_offer
from haat.inventory.services.recount import recount
from haat.inventory.services.reserve import extend, hold, reserve
from haat.inventory.services.restock import restock
from haat.inventory.services.settle import commit, release
from haat.inventory.services.shelve import WrongStock, open_stock
from haat.inventory.services.transfer import transfer, transfer_key

__all__ = [
    "ROWS_MAX", "EditRow", "NotOpen", "OutOfStock", "Outcome", "OverLimit", "WrongStock", "add_units", "adjust", "bulk_edit", "commit", "count_first",
    "draft_product", "edit_product", "extend", "hold", "join_buyers", "make_offer", "note_told", "open_due", "open_stock", "put_bundle",
    "put_drop", "recount", "release", "reserve", "restock", "set_level", "set_place_open", "settle_now", "step_unit", "tell",
    "transfer", "transfer_key", "undo_bulk_edit",
]  # fmt: skip

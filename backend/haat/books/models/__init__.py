"""What the books keep beside the ledger."""

from haat.books.models.breaks import ReconBreak
from haat.books.models.deposits import TaxDeposit
from haat.books.models.runs import ReconRun
from haat.books.models.settlements import Settlement

__all__ = ["ReconBreak", "ReconRun", "Settlement", "TaxDeposit"]

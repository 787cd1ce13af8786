"""Verbs of documents: issue what is due, forget who a person was."""

from haat.documents.services.bundle import TooMany, as_zip
from haat.documents.services.commission import close_months
from haat.documents.services.credit import credit_cancelled, credit_taken
from haat.documents.services.forget import erase_people
from haat.documents.services.invoice import invoice_cash_fee, invoice_part
from haat.documents.services.issue import issue
from haat.documents.services.numbering import NoDocumentCode
from haat.documents.services.payout import state_payout
from haat.documents.services.printing import file_name, packing_slips, pdf
from haat.documents.services.register import export_register, taken

__all__ = [
    "NoDocumentCode",
    "TooMany",
    "as_zip",
    "close_months",
    "credit_cancelled",
    "credit_taken",
    "erase_people",
    "export_register",
    "file_name",
    "invoice_cash_fee",
    "invoice_part",
    "issue",
    "packing_slips",
    "pdf",
    "state_payout",
    "taken",
]

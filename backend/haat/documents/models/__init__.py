"""Tables of documents."""

from haat.documents.models.closed import ClosedMonth
from haat.documents.models.document import Document
from haat.documents.models.person import Addressee
from haat.documents.models.series import Series

__all__ = ["Addressee", "ClosedMonth", "Document", "Series"]

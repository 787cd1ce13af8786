"""The verbs of search."""

from haat.search.services.collecting import follow_collection, follow_days
from haat.search.services.curating import curate, forget_curated, import_synonyms, remove_synonym, save_synonym
from haat.search.services.indexing import catch_up, index, index_seller, recount, reshape
from haat.search.services.listening import hear, note_choice, weigh, write_down
from haat.search.services.warming import warm

__all__ = [
    "catch_up",
    "curate",
    "follow_collection",
    "follow_days",
    "forget_curated",
    "hear",
    "import_synonyms",
    "index",
    "index_seller",
    "note_choice",
    "recount",
    "remove_synonym",
    "reshape",
    "save_synonym",
    "warm",
    "weigh",
    "write_down",
]

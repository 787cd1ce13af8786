"""What is searched, what it is counted by, how words are understood, and what people looked for."""

from haat.search.models.documents import LANGUAGE, Count, Document, Label, Word
from haat.search.models.log import Choice, Question
from haat.search.models.meaning import Curated, Synonym

__all__ = ["LANGUAGE", "Choice", "Count", "Curated", "Document", "Label", "Question", "Synonym", "Word"]

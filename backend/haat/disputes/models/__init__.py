"""What a brand does about a dispute: the case, what sellers say, the papers."""

from haat.disputes.models.answers import Answer
from haat.disputes.models.cases import Case
from haat.disputes.models.papers import Paper

__all__ = ["Answer", "Case", "Paper"]

"""The brand's own words about words, and what comes first for a question."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import transaction

from haat.audit import services as audit
from haat.catalog import queries as catalog
from haat.core import generation
from haat.core.errors import InvalidInput, NotNow
from haat.search.models import Curated, Synonym
from haat.search.words import folded

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from typing import Any
    from uuid import UUID

SYNONYMS_MAX = 2_000
CURATED_MAX = 20  # for one question
WORDS_MAX = 12


@transaction.atomic
def save_synonym(*, words: Sequence[str], one_way: bool, synonym: Synonym | None = None) -> Synonym:
    """A group of words that mean the same; without one it is a new one. Raises InvalidInput, NotNow at the limit."""
    clean = list(dict.fromkeys(word for word in (folded(word) for word in words) if word))
    if not 2 <= len(clean) <= WORDS_MAX:
        sentence = f"Give 2 to {WORDS_MAX} different words that mean the same."
        raise InvalidInput(sentence, details={"words": [sentence]})
    if synonym is None and Synonym.objects.count() >= SYNONYMS_MAX:
        raise NotNow(f"There are {SYNONYMS_MAX} groups already; remove one first.")
    before = {"words": synonym.words} if synonym else None
    row = synonym or Synonym()
    row.words, row.one_way = clean, one_way
    row.save()
    audit.record("search.synonym_saved", row, before=before, after={"words": clean, "one_way": one_way})
    generation.bump_after_commit()
    return row


@transaction.atomic
def remove_synonym(*, synonym: Synonym) -> None:
    audit.record("search.synonym_removed", synonym, before={"words": synonym.words})
    synonym.delete()
    generation.bump_after_commit()


@transaction.atomic
def import_synonyms(*, rows: Sequence[Mapping[str, Any]]) -> None:
    """Those of a manifest; what came with an earlier one and is not in it goes. The portal's own stay."""
    kept = []
    for row in rows:
        words = [folded(word) for word in row["words"]]
        kept.append("manifest:" + "|".join(words))
        Synonym.objects.update_or_create(import_key=kept[-1], defaults={"words": words, "one_way": row["one_way"]})
    Synonym.objects.filter(import_key__startswith="manifest:").exclude(import_key__in=kept).delete()


@transaction.atomic
def curate(*, question: str, product_id: UUID, position: int | None) -> Curated:
    """Pin a product to a place from 1, or hide it with None. Raises InvalidInput, NotNow at the limit."""
    text = folded(question)
    if not text:
        raise InvalidInput("Give the words of the question.", details={"question": ["Give some words."]})
    product = catalog.product(product_id=product_id)
    others = Curated.objects.filter(question=text).exclude(product=product)
    if others.count() >= CURATED_MAX:
        raise NotNow(f"{CURATED_MAX} products are curated for “{text}” already; remove one first.")
    row, _ = Curated.objects.update_or_create(question=text, product=product, defaults={"position": position})
    audit.record("search.curated", row, after={"question": text, "product": product.title, "position": position})
    generation.bump_after_commit()
    return row


@transaction.atomic
def forget_curated(*, curated: Curated) -> None:
    """Leave this product of a question to the search again."""
    before = {"question": curated.question, "position": curated.position}
    audit.record("search.curation_removed", curated, before=before)
    curated.delete()
    generation.bump_after_commit()

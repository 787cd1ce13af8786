"""Writing pages."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.db import transaction
from markdown_it import MarkdownIt

from haat.audit import services as audit
from haat.content.models import Page
from haat.core import generation

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

# No HTML and no images from elsewhere; markdown-it itself refuses javascript: and data: addresses.
MARKDOWN = MarkdownIt("commonmark", {"html": False}).enable("table").disable("image")


@dataclass(frozen=True, slots=True)
class PageSpec:
    slug: str
    title: str
    body_markdown: str


def render(markdown: str) -> str:
    """HTML that may be put into a page as it is."""
    return str(MARKDOWN.render(markdown))


def set_pages(*, specs: Sequence[PageSpec], at: datetime) -> int:
    """Make the brand's pages these and return how many changed; a page that is no more is archived."""
    with transaction.atomic():
        known = {page.slug: page for page in Page.objects.select_for_update()}
        changed = sum(_write(known.pop(spec.slug, None), spec, position) for position, spec in enumerate(specs))
        for page in known.values():
            if page.archived_at is None:
                page.archived_at = at
                page.save(update_fields=["archived_at", "updated_at"])
                audit.record("page.archived", page, before={"archived": False}, after={"archived": True})
                changed += 1
        if changed:
            generation.bump_after_commit()
    return changed


def _write(page: Page | None, spec: PageSpec, position: int) -> bool:
    page = page or Page(slug=spec.slug)
    wanted = (spec.title, spec.body_markdown, position, None)
    if (page.title, page.body_markdown, page.position, page.archived_at) == wanted:
        return False
    before = None if page._state.adding else {"title": page.title, "words": len(page.body_markdown.split())}
    page.title, page.body_markdown, page.position, page.archived_at = wanted
    page.html = render(spec.body_markdown)
    page.save()
    after = {"title": page.title, "words": len(page.body_markdown.split())}
    audit.record("page.written", page, before=before, after=after)
    return True

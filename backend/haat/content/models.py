"""Pages that a brand writes about itself."""

from django.db import models

from haat.core.models import Entity


class Page(Entity):
    """Markdown as written, and the HTML made of it; HTML inside the Markdown is shown as text, never run."""

    slug = models.SlugField(max_length=60, unique=True)
    title = models.CharField(max_length=160)
    body_markdown = models.TextField(blank=True)
    html = models.TextField(blank=True)
    position = models.PositiveIntegerField(default=0)
    archived_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["position", "title"]

    def __str__(self) -> str:
        return self.title

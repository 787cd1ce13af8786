"""What the brand's staff shape of search: words, places, collections; and what people asked for."""

from django.urls import path

from haat.search.api.admin.collections import CollectionPage, Collections, Items, Preview
from haat.search.api.admin.words import CuratedPage, Curation, Empty, Popular, SynonymPage, Synonyms

urlpatterns = [
    path("search/synonyms", Synonyms.as_view()),
    path("search/synonyms/<uuid:synonym_id>", SynonymPage.as_view()),
    path("search/curated", Curation.as_view()),
    path("search/curated/<uuid:curated_id>", CuratedPage.as_view()),
    path("search/popular", Popular.as_view()),
    path("search/empty", Empty.as_view()),
    path("collections", Collections.as_view()),
    path("collections/preview", Preview.as_view()),
    path("collections/<uuid:collection_id>", CollectionPage.as_view()),
    path("collections/<uuid:collection_id>/items", Items.as_view()),
]

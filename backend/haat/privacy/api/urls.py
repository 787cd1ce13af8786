"""What people ask about themselves, the same on every host; on a brand's host about that brand only."""

from django.urls import path

from haat.privacy.api import copies, joining, leaving

urlpatterns = [
    path("api/v1/me/exports", copies.Exports.as_view()),
    path("api/v1/me/exports/<uuid:export_id>/file", copies.ExportFile.as_view()),
    path("api/v1/me/erasure", leaving.MyErasure.as_view()),
    path("api/v1/me/merges", joining.Merges.as_view()),
    path("api/v1/me/merges/<uuid:merge_id>", joining.OneMerge.as_view()),
    path("api/v1/me/merges/<uuid:merge_id>/codes", joining.MergeCode.as_view()),
    path("api/v1/me/merges/<uuid:merge_id>/proofs", joining.MergeProof.as_view()),
]

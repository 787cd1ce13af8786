"""Jobs of privacy. Those with `_in_brand` run once in each brand, with its role."""

from haat.core import clock
from haat.core.jobs import job
from haat.privacy import queries, services


@job("privacy.build_export", platform=True)
def build_export(export_id: str) -> None:
    if (export := queries.export(export_id)) is not None:
        services.exports.build(export=export, at=clock.now())


@job("privacy.expire_export", platform=True)
def expire_export(export_id: str) -> None:
    if (export := queries.export(export_id)) is not None:
        services.exports.expire(export=export)


@job("privacy.remind_erasure", platform=True)
def remind_erasure(erasure_id: str, sender: str) -> None:
    services.erasures.remind(erasure=queries.erasure(erasure_id), sender=sender)


@job("privacy.begin_erasure", platform=True)
def begin_erasure(erasure_id: str) -> None:
    services.erasures.begin(erasure=queries.erasure(erasure_id), at=clock.now())


@job("privacy.erase_in_brand")
def erase_in_brand(erasure_id: str) -> None:
    services.erasures.erase_in_brand(erasure_id=erasure_id, at=clock.now())


@job("privacy.finish_erasure", platform=True)
def finish_erasure(erasure_id: str) -> None:
    services.erasures.finish(erasure=queries.erasure(erasure_id), at=clock.now())


@job("privacy.merge_in_brand")
def merge_in_brand(merge_id: str) -> None:
    services.merges.join_in_brand(merge_id=merge_id, at=clock.now())


@job("privacy.finish_merge", platform=True)
def finish_merge(merge_id: str) -> None:
    services.merges.finish(merge=queries.merge(merge_id), at=clock.now())

"""Documents: /v1/documents. A form with a file and its purpose; of the file only name, kind and size are kept."""

from email.message import Message
from email.parser import BytesParser
from email.policy import HTTP
from typing import Any

from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from . import faults
from .api import Call, route, world_of
from .entities import Entity, new_id
from .errors import ApiError
from .merchants import authenticate

PURPOSES = ("dispute_evidence",)
KINDS = ("image/jpeg", "image/jpg", "image/png", "application/pdf")
BYTES_MAX = 4_000_000


def _parts(content_type: str, body: bytes) -> dict[str, Message]:
    whole = BytesParser(policy=HTTP).parsebytes(b"Content-Type: " + content_type.encode() + b"\r\n\r\n" + body)
    if not whole.is_multipart():
        raise ApiError("The file field is required.", field="file")
    found = {}
    for part in whole.get_payload():
        if isinstance(part, Message):
            found[str(part.get_param("name", header="content-disposition"))] = part
    return found


def _kept(world: Any, merchant: str, parts: dict[str, Message]) -> dict[str, Any]:
    purpose = parts["purpose"].get_payload(decode=True) if "purpose" in parts else b""
    purpose = purpose.decode(errors="replace").strip() if isinstance(purpose, bytes) else ""
    if purpose not in PURPOSES:
        raise ApiError("The selected purpose is invalid.", field="purpose")
    file = parts.get("file")
    content = file.get_payload(decode=True) if file is not None else b""
    if file is None or not isinstance(content, bytes) or not content:
        raise ApiError("The file field is required.", field="file")
    if file.get_content_type() not in KINDS:
        raise ApiError("The file must be a file of type: jpg, jpeg, png, pdf.", field="file")
    if len(content) > BYTES_MAX:
        raise ApiError("The file is too large.", field="file")
    document = Entity(new_id("doc"), "document", merchant, {})
    document.body = {
        "id": document.id,
        "entity": "document",
        "purpose": purpose,
        "name": file.get_filename() or f"{document.id}.pdf",
        "mime_type": file.get_content_type(),
        "size": len(content),
        "created_at": world.now(),
    }
    world.add(document)
    return document.body


async def create(request: Request) -> Response:
    """Not JSON, so not by `route`: key, fault, one transaction, answer."""
    world = world_of(request)
    merchant = authenticate(world, request.headers.get("authorization", ""))
    fault = faults.take(world, request.method, request.url.path)
    body = await request.body()
    refusal = fault.refusal() if fault else None
    if refusal:
        return refusal
    with world.store.transaction():
        made = _kept(world, merchant.id, _parts(request.headers.get("content-type", ""), body))
    answer = JSONResponse(made)
    return fault.spoil(answer) if fault else answer


def fetch(call: Call) -> dict[str, Any]:
    return call.world.fetch("document", call.path["id"], call.merchant.id).body


ROUTES: list[Route] = [
    Route("/v1/documents", create, methods=["POST"]),
    route("GET", "/v1/documents/{id}", fetch),
]

"""How the site channel answers over HTTP: JSON that nobody keeps, files that browsers keep, and the headers of all."""

from __future__ import annotations

import json
from typing import Any

from sanic.request import Request
from sanic.response import HTTPResponse

from rasa_parts.site_page import StaticFile

Json = dict[str, Any]

SECURITY_HEADERS = {
    "Content-Security-Policy": (
        "default-src 'none'; script-src 'self'; style-src 'self'; "
        "connect-src 'self'; img-src 'self'; "
        "base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
    ),
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    # A cache between must not give one site's copy to another.
    "Vary": "Origin",
}
# The scripts and pictures may stand in anyone's page, the replies in none.
FOR_ANY_SITE = "cross-origin"
FOR_NO_OTHER_SITE = "same-origin"


def add_headers(response: HTTPResponse, other_site: str | None, asks_with: str) -> None:
    """Add what every answer carries; `other_site` may read it, and ask with the header `asks_with`."""
    for header in [h for h in response.headers if h.lower().startswith("access-control-")]:
        # Rasa's own, which speak of credentials and of its API.
        del response.headers[header]
    response.headers.update(SECURITY_HEADERS)
    response.headers.setdefault("Cross-Origin-Resource-Policy", FOR_NO_OTHER_SITE)
    if other_site is not None:
        response.headers["Access-Control-Allow-Origin"] = other_site
        response.headers["Access-Control-Allow-Headers"] = f"content-type, {asks_with}"
        response.headers["Access-Control-Allow-Methods"] = "GET, POST"
        response.headers["Access-Control-Expose-Headers"] = "retry-after"
        response.headers["Access-Control-Max-Age"] = "600"


def json_response(body: Json, status: int = 200) -> HTTPResponse:
    """Send `body`, which nobody keeps."""
    return HTTPResponse(
        json.dumps(body),
        status,
        headers={"Cache-Control": "no-store"},
        content_type="application/json",
    )


def file_response(request: Request, file: StaticFile) -> HTTPResponse:
    """Send a file, or that it has not changed; under the address with its tag it never changes."""
    named = request.args.get("v") == file.tag
    headers = {
        "ETag": f'"{file.tag}"',
        "Cache-Control": "max-age=31536000, immutable" if named else "no-cache",
        "Cross-Origin-Resource-Policy": FOR_ANY_SITE,
    }
    if f'"{file.tag}"' in request.headers.get("if-none-match", ""):
        return HTTPResponse(status=304, headers=headers)
    return HTTPResponse(file.body, headers=headers, content_type=file.content_type)

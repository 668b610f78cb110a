"""Compares an answer of the site channel with what docs/openapi.yml says of its address."""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any, Protocol

import yaml
from jsonschema import Draft202012Validator, RefResolver

DOCUMENT = Path(__file__).resolve().parents[2] / "docs" / "openapi.yml"

# Which header each of the document's is: those that no single answer names.
ALWAYS = {
    "Content-Security-Policy": "Policy",
    "X-Content-Type-Options": "NoSniff",
    "Referrer-Policy": "NoReferrer",
    "Vary": "Vary",
    "Cross-Origin-Resource-Policy": "ResourcePolicy",
    "Access-Control-Allow-Origin": "AllowOrigin",
    "Access-Control-Allow-Headers": "AllowHeaders",
    "Access-Control-Allow-Methods": "AllowMethods",
    "Access-Control-Expose-Headers": "ExposeHeaders",
    "Access-Control-Max-Age": "MaxAge",
}
# What any answer over HTTP has.
OF_HTTP = {"connection", "content-length", "content-type", "keep-alive", "transfer-encoding"}

Json = dict[str, Any]

# Every operation and status that was compared, for whoever asks what was left out.
compared: set[tuple[str, int]] = set()


class Received(Protocol):
    """An answer over HTTP."""

    status: int
    headers: Any
    body: bytes


@cache
def document() -> Json:
    value: Json = yaml.safe_load(DOCUMENT.read_text(encoding="utf-8"))
    return value


def resolved(part: Json) -> Json:
    """Give `part`, or what it refers to."""
    while "$ref" in part and part["$ref"].startswith("#/components/responses"):
        part = document()["components"]["responses"][part["$ref"].rpartition("/")[2]]
    return part


def operation_of(method: str, path: str) -> tuple[str, Json] | None:
    """Give the operation of a request as `POST /open` and what stands of it; None for no such."""
    path = path.partition("?")[0] or "/"
    known = document()["paths"]
    template = path if path in known else "/{file}"
    method = {"HEAD": "GET"}.get(method, method)
    operation = known[template].get(method.lower())
    return None if operation is None else (f"{method} {template}", operation)


def check(method: str, path: str, answer: Received) -> None:
    """Raise AssertionError if `answer` is not one that the document allows."""
    if method == "OPTIONS":
        assert (answer.status in (200, 204), answer.body) == (True, b"")
        _check_headers(answer, {})
        return
    found = operation_of(method, path)
    if found is None:
        assert answer.status == 405, f"{method} {path} is not documented: {answer.status}"
        response = document()["components"]["responses"]["WrongMethod"]
    else:
        name, operation = found
        said = operation["responses"]
        assert str(answer.status) in said, f"{name} {answer.status} is not documented"
        response = resolved(said[str(answer.status)])
        compared.add((name, answer.status))
    _check_headers(answer, response.get("headers", {}))
    if method != "HEAD":
        _check_body(answer, response.get("content", {}))


def _check_headers(answer: Received, own: Mapping[str, Json]) -> None:
    shared = document()["components"]["headers"]
    documented = {
        **{name: shared[key] for name, key in ALWAYS.items()},
        **own,
    }
    for name, header in documented.items():
        value = answer.headers.get(name)
        if value is None:
            assert not header.get("required"), f"{name} is missing"
        else:
            validate(value, header["schema"])
    known = {name.lower() for name in documented} | OF_HTTP
    if "json" in (answer.headers.get("Content-Type") or ""):
        assert answer.headers.get("Cache-Control") == "no-store"
        known.add("cache-control")
    if "Retry-After" not in own:
        assert "Retry-After" not in answer.headers
    known.add("cache-control" if "ETag" in own else "")
    assert {name.lower() for name in answer.headers} <= known


def _check_body(answer: Received, content: Mapping[str, Json]) -> None:
    if not content:
        assert answer.body == b""
        return
    kind = (answer.headers.get("Content-Type") or "").partition(";")[0]
    assert kind in content, f"{kind} is not documented"
    if "schema" in content[kind]:
        validate(json.loads(answer.body), content[kind]["schema"])


def validate(value: object, schema: Json) -> None:
    """Raise AssertionError if `value` does not have the shape of `schema`."""
    resolver = RefResolver.from_schema(document())
    errors = list(Draft202012Validator(schema, resolver=resolver).iter_errors(value))
    assert not errors, "\n".join(_told(error) for error in errors)


def _told(error: Any) -> str:
    inner = [f"  {deep.json_path}: {deep.message}" for deep in error.context or []]
    return "\n".join([f"{error.json_path}: {error.message}", *inner])

"""Holds each file against the JSON Schema of its kind, and says what differs in plain words."""

from __future__ import annotations

import re
import string
from collections.abc import Iterator, Mapping
from functools import cache, lru_cache
from typing import Any

from jsonschema import Draft7Validator, RefResolver, ValidationError
from jsonschema.validators import extend

from staff.check.document import Document
from staff.check.finding import Finding, Mark, nearest, shown
from staff.check.kinds import schemas
from staff.check.marked import Items, Map, mark_of
from staff.check.project import Project

# Files of which the bot's own readers say more; clinic_facts.py asks these first.
HAVE_READERS = frozenset({"clinic.yml", "data/clinic/page.yml", "data/clinic/phrases.yml"})

_KINDS = {dict: "keys and values below it", list: "a list", str: "text", bool: "true or false", int: "a number",
          float: "a number", type(None): "nothing"}  # fmt: skip
_MOST_LISTED = 12
_WANTED = {
    "string": 'a text: write it in quotes, "…"',
    "object": "keys and values: write each as `key: value` on a line of its own below it",
    "array": "a list: write each on a line of its own below it, as `- …`",
    "boolean": "true or false",
    "integer": "a whole number, without quotes",
    "number": "a number, without quotes",
    "null": "nothing",
}


def check(project: Project) -> Iterator[Finding]:
    """What is in a file that cannot be there, or is not there and must be."""
    for path, document in project.documents.items():
        if document.value is not None and path not in HAVE_READERS:
            yield from differences(document)


@lru_cache(maxsize=2048)
def differences(document: Document) -> tuple[Finding, ...]:
    """What differs in a file from its schema, in the order of the schema."""
    return tuple(
        finding
        for error in _validator(document.kind).iter_errors(document.value)
        for finding in _findings(document, error)
    )


@cache
def _validator(kind: str) -> Any:
    store = {f"{name}.json": schema for name, schema in schemas().items()}
    return _VALIDATOR(schemas()[kind], resolver=RefResolver("", schemas()[kind], store=store))


def _braces(_: Any, wanted: list[str], instance: Any, __: Any) -> Iterator[ValidationError]:
    """The keyword `x-braces`: a text has just these {words} in braces."""
    if not isinstance(instance, str):
        return
    try:
        found = {name for _, name, _, _ in string.Formatter().parse(instance) if name is not None}
    except ValueError:
        found = {"?"}
    if found != set(wanted):
        yield ValidationError("braces")


def _many(validator: Any, items: Any, instance: Any, schema: Any) -> Iterator[ValidationError]:
    """The keyword `items`; a long list of plain texts is looked through at once."""
    if isinstance(items, Mapping) and dict(items) == {"type": "string"} and isinstance(instance, list):
        if all(isinstance(item, str) for item in instance):
            return
    yield from Draft7Validator.VALIDATORS["items"](validator, items, instance, schema)


_VALIDATOR: Any = extend(  # type: ignore[no-untyped-call]
    Draft7Validator, {"x-braces": _braces, "items": _many}
)


def _findings(document: Document, error: Any) -> Iterator[Finding]:
    name, at = _place(document, error)
    said: Any = error.schema if isinstance(error.schema, Mapping) else {}
    kind = str(error.validator)
    if kind == "additionalProperties":
        yield from _unknown_keys(error, said)
    elif kind == "required":
        for key in (key for key in error.validator_value if key not in error.instance):
            if repr(key) in error.message:
                yield Finding(at, f"`{key}` is missing{_inside(name)}", f"add `{key}:`{_example(said, key)}")
    else:
        wrong, change = _wrong(error, kind, name)
        if kind == "pattern" and "x-wrong" in said:
            wrong = f"`{shown(str(error.instance))}` {said['x-wrong']}"
        elif kind != "type":
            wrong = said.get("x-wrong", wrong)
        yield Finding(at, wrong, said.get("x-change", change) if kind != "type" else change)


def _place(document: Document, error: Any) -> tuple[str, Mark]:
    """Where an error is: what the value is called, and its line."""
    value, name, at = document.value, "", document.mark()
    if isinstance(value, Map | Items):
        at = value.at
    for step in error.absolute_path:
        at = mark_of(value, step)
        name = step if isinstance(step, str) else name
        value = value[step]
    if isinstance(value, Map) and error.instance is not value:
        return str(error.instance), mark_of(value, str(error.instance))  # a key, held against `propertyNames`
    return name, at


def _unknown_keys(error: Any, schema: Mapping[str, Any]) -> Iterator[Finding]:
    known = tuple(schema.get("properties", ()))
    patterns = [re.compile(pattern) for pattern in schema.get("patternProperties", ())]
    special = schema.get("x-not", {})
    for key in error.instance:
        if key in known or any(pattern.search(key) for pattern in patterns):
            continue
        at = mark_of(error.instance, key)
        if key in special:
            yield Finding(at, f"`{key}` {special[key][0]}", special[key][1])
        else:
            listed = ", ".join(known[:_MOST_LISTED]) + (", …" if len(known) > _MOST_LISTED else "")
            otherwise = schema.get("x-change", f"remove it; the keys here are {listed}")
            yield Finding(at, f"unknown key `{key}`", nearest(key, known, otherwise))


def _wrong(error: Any, kind: str, name: str) -> tuple[str, str]:
    """What is wrong and what to change, by the keyword that failed."""
    value, wanted, called = error.instance, error.validator_value, f"`{name}`" if name else "this"
    if kind == "type":
        return _wrong_type(value, wanted, called)
    if kind in ("enum", "const"):
        known = [str(one) for one in (wanted if kind == "enum" else [wanted])]
        return f"{called} cannot be {shown(str(value))}", nearest(str(value), known, f"it can be {', '.join(known)}")
    if kind in ("minItems", "minLength", "minProperties") and not value:
        return f"{called} is empty", "write something below it, or delete it"
    if kind in ("minimum", "maximum", "exclusiveMinimum"):
        return f"{called} is {value}", f"it must be {'at most' if kind == 'maximum' else 'at least'} {wanted}"
    if kind == "x-braces":
        braces = ", ".join(f"{{{brace}}}" for brace in wanted) or "no braces"
        return f"{called} has other words in braces than the bot fills in", f"use {braces}"
    if kind == "pattern":
        return f"{called} is not written as it must be ({shown(str(value))})", "see how the others are written"
    if kind == "uniqueItems":
        return f"{called} has the same twice", "keep one of them"
    return f"{called} is not as it must be ({shown(str(value))})", "see the example of a file like this one"


def _wrong_type(value: object, wanted: Any, called: str) -> tuple[str, str]:
    kinds = [wanted] if isinstance(wanted, str) else list(wanted)
    if value is None:
        return f"{called} is empty", "write it, or delete the line"
    if isinstance(value, str) and "object" in kinds:
        if re.match(r"[\w-]+:\S", value):
            return f"has no space after its colon ({shown(value)})", "put a space after the colon"
        return f"a colon is missing ({shown(value)})", "write it as `key: value`"
    if "string" in kinds and not isinstance(value, dict | list):
        read = _KINDS.get(type(value), "a date")
        return f"{called} is read as {read}, not as text", 'put it in quotes: "…"'
    if "string" in kinds and isinstance(value, list):
        return f"{called} has a list where a text must be", 'put | behind the colon, or the text in quotes: "…"'
    has = _KINDS.get(type(value), "") or next((said for kind, said in _KINDS.items() if isinstance(value, kind)), "")
    return f"{called} has {has or 'something else'}", f"it must be {' or '.join(_WANTED[kind] for kind in kinds)}"


def _inside(name: str) -> str:
    return f" in `{name}`" if name else ""


def _example(schema: Mapping[str, Any], key: str) -> str:
    example = schema.get("properties", {}).get(key, {}).get("x-example")
    return f" {example}" if example else ""

"""YAML values that remember their lines: texts, lists and mappings that are used as ordinary ones."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

import yaml

from staff.check.finding import Mark

_TEXT = "tag:yaml.org,2002:str"
_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class Text(str):
    """A text of a file. `at` is its line, `last` the last of its lines, `style` is | > ' " or "" for no quotes."""

    at: Mark
    last: int
    style: str


class Map(dict[str, Any]):
    """A mapping of a file. `keys_at` has the line of each key."""

    at: Mark
    keys_at: dict[str, Mark]


class Items(list[Any]):
    """A list of a file. `each_at` has the line of each item."""

    at: Mark
    each_at: list[Mark]


@dataclass
class Reading:
    """What one file says: its value, and what shows only while it is read.

    twice     keys that stand twice in one mapping: the key, its second and its first line
    unquoted  values without quotes that are no texts, or keys: the raw value and its line
    """

    value: Any = None
    twice: list[tuple[str, Mark, Mark]] = field(default_factory=list)
    unquoted: list[tuple[str, Mark]] = field(default_factory=list)


def read_marked(path: str, text: str) -> Reading:
    """Reads a file's text. Raises yaml.YAMLError."""
    reading = Reading()
    node = yaml.compose(text, Loader=_LOADER)
    if node is not None:
        reading.value = _Reader(path, reading).value(node)
    return reading


class _Reader:
    """Makes values of YAML's nodes. What stands behind an anchor is made once, with the anchor's lines."""

    def __init__(self, path: str, reading: Reading) -> None:
        self._path = path
        self._reading = reading
        self._made: dict[int, Any] = {}
        self._constructor: Any = yaml.SafeLoader("")

    def value(self, node: yaml.Node) -> Any:
        if id(node) not in self._made:
            self._made[id(node)] = self._make(node)
        return self._made[id(node)]

    def _mark(self, node: yaml.Node) -> Mark:
        return Mark(self._path, node.start_mark.line + 1)

    def _make(self, node: yaml.Node) -> Any:
        if isinstance(node, yaml.MappingNode):
            return self._map(node)
        if isinstance(node, yaml.SequenceNode):
            items = Items(self.value(item) for item in node.value)
            items.at = self._mark(node)
            items.each_at = [self._mark(item) for item in node.value]
            return items
        return self._scalar(node)

    def _map(self, node: yaml.MappingNode) -> Map:
        made = Map()
        made.at = self._mark(node)
        made.keys_at = {}
        for key_node, value_node in node.value:
            key, at = str(key_node.value), self._mark(key_node)
            if key_node.tag != _TEXT:
                self._reading.unquoted.append((key, at))
            if key in made.keys_at:
                self._reading.twice.append((key, at, made.keys_at[key]))
            else:
                made.keys_at[key] = at
                made[key] = self.value(value_node)
        return made

    def _scalar(self, node: yaml.Node) -> Any:
        if node.tag != _TEXT:
            self._reading.unquoted.append((str(node.value), self._mark(node)))
            try:
                return self._constructor.construct_object(node)
            except (ValueError, yaml.YAMLError):
                pass
        text = Text(node.value)
        text.at = self._mark(node)
        text.style = getattr(node, "style", None) or ""
        ends = node.end_mark
        text.last = max(text.at.line, ends.line + (1 if ends.column else 0))
        return text


def mark_of(container: Any, key: str | int) -> Mark:
    """The line on which an entry of a mapping or a list stands; the container's own if it has no such entry."""
    if isinstance(container, Map):
        return container.keys_at.get(str(key), container.at)
    if isinstance(container, Items) and isinstance(key, int) and 0 <= key < len(container):
        return container.each_at[key]
    at: Mark = container.at
    return at


def maps_in(value: Any, key: str) -> list[Map]:
    """The mappings in the list below a key; whatever else stands there is passed over."""
    inner = value.get(key) if isinstance(value, Map) else None
    return [item for item in inner if isinstance(item, Map)] if isinstance(inner, Items) else []


def map_in(value: Any, key: str) -> Map | None:
    """The mapping below a key, if there is one."""
    inner = value.get(key) if isinstance(value, Map) else None
    return inner if isinstance(inner, Map) else None


def text_in(value: Any, key: str) -> Text | None:
    """The text below a key, if there is one."""
    inner = value.get(key) if isinstance(value, Map) else None
    return inner if isinstance(inner, Text) else None


def texts_in(value: Any, key: str) -> list[Text]:
    """The texts below a key: one, or those of a list."""
    inner = value.get(key) if isinstance(value, Map) else None
    items = inner if isinstance(inner, Items) else [inner]
    return [item for item in items if isinstance(item, Text)]

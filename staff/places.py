"""Where each thing that the bot says, hears and signs stands: file and line, by the marks of the YAML."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

import yaml

from triage.marked_yaml import line_of

# The same as SafeLoader, forty times as fast, where PyYAML was built with it.
_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

_FLAGS = "clinical/red_flags.yml"
_LEVELS = "clinical/dispositions.yml"


@dataclass(frozen=True)
class Place:
    """A line of a file; `file` is the path from the project's folder."""

    file: str
    line: int

    def __str__(self) -> str:
        return f"{self.file}:{self.line}"


@dataclass(frozen=True)
class Sentence:
    """A sentence of a list, an example of an intent for instance, and where it stands."""

    text: str
    place: Place


@dataclass(frozen=True)
class LexiconLine:
    """A pattern of the lexicon: the kind of line under which it stands (says, ask, denies, …), and its place."""

    kind: str
    place: Place


class Places:
    """Finds the lines of one project's files; each file is read when it is first asked for."""

    def __init__(self, root: Path) -> None:
        """The project in the folder `root`. What is asked for later raises yaml.YAMLError if a file is not YAML."""
        self._root = root

    def response(self, name: str, condition: object = None) -> Place | None:
        """Where a response stands: the variation with this `condition`, else its name."""
        place, variations = self._responses.get(name, (None, ()))
        return next((where for said_if, where in variations if said_if == condition), None) or place

    def intent(self, name: str) -> Place | None:
        """Where an intent's examples begin, else its line in domain.yml."""
        return self._intents.get(name, (None, ()))[0] or self._intents_of_the_domain.get(name)

    def examples(self, intent: str) -> tuple[Sentence, ...]:
        """The sentences from which the bot learns an intent."""
        return self._intents.get(intent, (None, ()))[1]

    def flag(self, name: str) -> Place | None:
        """Where a red flag stands in the table that a clinician signs."""
        return self._entries_of(_FLAGS, "flags").get(name)

    def level(self, disposition: str) -> Place | None:
        """Where an outcome stands in the table that a clinician signs."""
        return self._entries_of(_LEVELS, "levels").get(disposition)

    def form_question(self, slot: str) -> Place | None:
        """Where a question stands in the order of the form."""
        return next((p for text, p in self._form if text == slot), None)

    def phrasings(self, flag: str) -> tuple[Sentence, ...]:
        """The sentences from which the learned detector knows a red flag."""
        file = f"clinical/phrasings/{flag}.yml"
        sentences = _value(self._compose(file), "present") if (self._root / file).is_file() else None
        return tuple(Sentence(n.value, Place(file, line_of(n))) for n in _items(sentences))

    def lexicon_line(self, name: str, pattern: str) -> LexiconLine | None:
        """Where a pattern of the sign `name` stands."""
        for path in sorted((self._root / "clinical" / "lexicon").glob("*.yml")):
            file = path.relative_to(self._root).as_posix()
            for kind, lines in _entries(_value(self._compose(file), name)):
                for line in _items(lines):
                    if line.value == pattern:
                        return LexiconLine(kind.value, Place(file, line_of(line)))
        return None

    def line_with(self, file: str, words: str) -> Place | None:
        """The first line of `file` in which `words` stand."""
        lines = (self._root / file).read_text("utf-8").splitlines()
        return next((Place(file, number) for number, line in enumerate(lines, start=1) if words in line), None)

    def _entries_of(self, file: str, key: str) -> dict[str, Place]:
        return {name.value: Place(file, line_of(name)) for name, _ in _entries(_value(self._compose(file), key))}

    @cached_property
    def _responses(self) -> dict[str, tuple[Place, tuple[tuple[Any, Place], ...]]]:
        found: dict[str, tuple[Place, tuple[tuple[Any, Place], ...]]] = {}
        for file, top in self.data_files():
            for name, variations in _entries(_value(top, "responses")):
                each = tuple((plain_value(_value(v, "condition")), Place(file, line_of(v))) for v in _items(variations))
                found[name.value] = (Place(file, line_of(name)), each)
        return found

    @cached_property
    def _intents(self) -> dict[str, tuple[Place, tuple[Sentence, ...]]]:
        found: dict[str, tuple[Place, tuple[Sentence, ...]]] = {}
        for file, top in self.data_files():
            for item in _items(_value(top, "nlu")):
                name = _value(item, "intent")
                if name is not None:
                    place, before = found.get(name.value, (Place(file, line_of(name)), ()))
                    found[name.value] = (place, (*before, *_lines(file, _value(item, "examples"))))
        return found

    @cached_property
    def _intents_of_the_domain(self) -> dict[str, Place]:
        listed = _items(_value(self._compose("domain.yml"), "intents"))
        return {str(n.value): Place("domain.yml", line_of(n)) for n in listed if isinstance(n, yaml.ScalarNode)}

    @cached_property
    def _form(self) -> list[tuple[str, Place]]:
        forms = _value(self._compose("domain.yml"), "forms")
        asked = (n for _, form in _entries(forms) for n in _items(_value(form, "required_slots")))
        return [(n.value, Place("domain.yml", line_of(n))) for n in asked]

    def data_files(self) -> Iterator[tuple[str, yaml.Node | None]]:
        """Each YAML file of data/ with its outermost node."""
        for path in sorted((self._root / "data").rglob("*.yml")):
            file = path.relative_to(self._root).as_posix()
            yield file, self._compose(file)

    def _compose(self, file: str) -> yaml.Node | None:
        if file not in self._composed:
            self._composed[file] = yaml.compose((self._root / file).read_text("utf-8"), Loader=_LOADER)
        return self._composed[file]

    @cached_property
    def _composed(self) -> dict[str, yaml.Node | None]:
        return {}


def plain_value(node: yaml.Node | None) -> Any:
    """What a node says, without its marks; None for no node."""
    if isinstance(node, yaml.ScalarNode):
        # A plain word may be null, true or a number; a quoted one is a text.
        return node.value if node.style else yaml.safe_load(node.value)
    if isinstance(node, yaml.SequenceNode):
        return [plain_value(item) for item in node.value]
    if isinstance(node, yaml.MappingNode):
        return {key.value: plain_value(value) for key, value in node.value}
    return None


def _lines(file: str, block: yaml.Node | None) -> tuple[Sentence, ...]:
    """The sentences of `examples: |`, each with its line."""
    if not isinstance(block, yaml.ScalarNode):
        return ()
    lines = enumerate(block.value.splitlines(), start=line_of(block) + 1)
    return tuple(Sentence(line.strip()[2:], Place(file, number)) for number, line in lines if line.strip()[:2] == "- ")


def _value(node: yaml.Node | None, key: str) -> yaml.Node | None:
    return next((value for name, value in _entries(node) if name.value == key), None)


def _entries(node: yaml.Node | None) -> list[tuple[yaml.Node, yaml.Node]]:
    return node.value if isinstance(node, yaml.MappingNode) else []


def _items(node: yaml.Node | None) -> list[yaml.Node]:
    return node.value if isinstance(node, yaml.SequenceNode) else []

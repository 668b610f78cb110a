"""The project as the check sees it: all its YAML files, read once."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cached_property
from pathlib import Path
from typing import Any

from staff.check.clinical_tables import ClinicalTables
from staff.check.code_names import CodeNames
from staff.check.document import Document, read_document
from staff.check.domain import FILE as DOMAIN_FILE
from staff.check.domain import Domain, read_domain
from staff.check.kinds import RASA_DATA, kinds_of, yaml_files
from staff.check.rasa_data import RasaData

_NAME = re.compile(r"\w{3,}")


class Project:
    """All that a check may look at; nothing is read twice."""

    def __init__(self, root: Path) -> None:
        """The project in a folder."""
        self.root = root

    @cached_property
    def paths(self) -> tuple[str, ...]:
        """Every YAML file, as its path from the root."""
        return tuple(yaml_files(self.root))

    @cached_property
    def documents(self) -> dict[str, Document]:
        """Every YAML file of which the kind is known, by its path."""
        found: dict[str, Document] = {}
        for path in self.paths:
            kinds = kinds_of(path)
            if kinds:
                found[path] = read_document(path, kinds[0], (self.root / path).read_bytes())
        return found

    def of_kind(self, *kinds: str) -> Iterator[Document]:
        """The files of some kinds that can be read and have something in them, in order."""
        for document in self.documents.values():
            if document.kind in kinds and isinstance(document.value, dict | list):
                yield document

    def value(self, path: str) -> Any:
        """What a file says; an empty mapping if it is not there or cannot be read."""
        document = self.documents.get(path)
        value = document.value if document else None
        return value if isinstance(value, dict | list) else {}

    @cached_property
    def unreadable_names(self) -> frozenset[str]:
        """All names in files that cannot be read, so that nothing in them is reported as missing or never used."""
        broken = (document for document in self.documents.values() if document.broken)
        return frozenset(name for document in broken for name in _NAME.findall(document.text))

    @cached_property
    def data(self) -> RasaData:
        """What the files of data/ say."""
        return RasaData(self.of_kind(RASA_DATA))

    @cached_property
    def test_stories(self) -> RasaData:
        """What Rasa's own test stories say."""
        return RasaData(self.of_kind("test_stories"))

    @cached_property
    def domain(self) -> Domain:
        """The names of domain.yml."""
        return read_domain(self.value(DOMAIN_FILE))

    @cached_property
    def code(self) -> CodeNames:
        """The names that the bot's code uses."""
        return CodeNames(self.root)

    @cached_property
    def clinical(self) -> ClinicalTables:
        """What clinical/ says."""
        return ClinicalTables(self.value)

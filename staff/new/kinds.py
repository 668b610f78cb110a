"""The kinds of files that staff add: topics and stories."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Kind:
    """One kind. `heading` is the comment of domain.yml below which the intents of this kind stand."""

    word: str
    folder: str
    prefix: str
    answers: tuple[str, ...]
    heading: str

    def file(self, name: str) -> str:
        """The file of the new topic or story, as its path in the project."""
        return f"{self.folder}/{name}.yml"

    def intent(self, name: str) -> str:
        """The one word that domain.yml needs."""
        return f"{self.prefix}{name}"

    def responses(self, name: str) -> tuple[str, ...]:
        """The answers in the new file."""
        return tuple(f"{answer}{name}" for answer in self.answers)


TOPIC = Kind("topic", "data/topics", "ask_", ("utter_",), "# topics (data/topics/)")
STORY = Kind("story", "data/stories", "tell_", ("utter_cause_", "utter_prevent_"), "# what brought the spasm on")
KINDS = {kind.word: kind for kind in (TOPIC, STORY)}

"""What `./bot try` knows of one turn: plain values, each with the file and line that it comes from."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import Any


@dataclass(frozen=True)
class Guess:
    """One intent that the message may have; `like` is the example that it is most like, `like_at` its place."""

    intent: str
    confidence: float
    at: str | None
    like: str | None = None
    like_at: str | None = None


@dataclass(frozen=True)
class Sign:
    """One danger sign or other sign that was read in the message.

    state    present | denied | unsure
    sense    why it has this state (triage/negation.py): stated, denied, doubted, …, or suspected by the detector
    words    the words that fired
    scope    the words without which it would be read in another sense
    kind     the kind of line of the lexicon that fired: says, ask, maybe, denies, …
    pattern  the line itself, and `pattern_at` its place; of a suspicion, what was learned that is nearest
    sign_at  where it stands in the table of red flags; None for a sign that only changes a level
    """

    name: str
    state: str
    sense: str
    words: str
    scope: tuple[str, ...]
    kind: str
    pattern: str
    pattern_at: str | None
    sign_at: str | None
    like: str | None = None
    like_at: str | None = None


@dataclass(frozen=True)
class PassedOver:
    """A danger sign that would be read as present without one of the `words`, and is not read at all with them."""

    name: str
    words: tuple[str, ...]
    sign_at: str | None


@dataclass(frozen=True)
class Onset:
    """When it began, by the message: the likeliest moment, its band, and how sure that is."""

    moment: str
    band: str
    earliest: str
    latest: str
    unclear: bool


@dataclass(frozen=True)
class Decision:
    """One action of the bot: the policy that chose it, and the rules, stories or table lines behind it."""

    action: str
    policy: str
    because: str
    behind: tuple[str, ...] = ()
    at: tuple[str, ...] = ()


@dataclass(frozen=True)
class Answer:
    """One message as a patient reads it, and where its wording stands."""

    response: str
    text: str
    options: tuple[str, ...]
    at: str | None


@dataclass(frozen=True)
class Explanation:
    """Everything about one turn.

    command   it was typed like a command ("/restart"), so only danger signs count
    pressed   the options that were pressed, and not typed
    before    the question that was open as the message came
    asking    the question that is open now; `asking_at` its wording's place
    """

    message: str
    pressed: bool
    command: bool
    before: str | None
    guesses: tuple[Guess, ...]
    signs: tuple[Sign, ...]
    passed_over: tuple[PassedOver, ...]
    onset: Onset | None
    recurring: bool | None
    someone_else: bool
    decisions: tuple[Decision, ...]
    answers: tuple[Answer, ...]
    red_flags: dict[str, str]
    disposition: str | None
    disposition_at: str | None
    asking: str | None
    asking_at: str | None

    def as_json(self) -> dict[str, Any]:
        """The same as an object for JSON."""
        return asdict(self)

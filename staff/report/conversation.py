"""What the report knows of one conversation. Nothing of it says who the patient is."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime


@dataclass(frozen=True)
class Unclear:
    """A typed message that the bot did not understand.

    text    as it may be shown: without personal data, in one line, not longer than may be
    asking  the question that was open, or None
    nearest the intents that came nearest, the best first
    flags   red flags that were found in it, or suspected
    """

    text: str
    asking: str | None = None
    nearest: tuple[str, ...] = ()
    flags: tuple[str, ...] = ()


@dataclass
class Conversation:
    """One stored conversation.

    opened          when it began: with the page's greeting, or else with the patient's first message
    last            when the patient's last message came
    messages, typed how many the patient sent, and how many of these were typed and not pressed
    asked           questions that were open at some moment, by their contract names
    open            the question that is open now
    levels          the dispositions told, in their order
    flags_asked     the red flags that the bot asked about; flags: the last known state of each flag
    steps           first-aid steps that were shown
    phone_in        for each time that the clinic's number was shown, the response that it stood in
    failures        how often the bot could only say the safe message
    """

    opened: datetime
    last: datetime | None = None
    messages: int = 0
    typed: int = 0
    asked: set[str] = field(default_factory=set)
    open: str | None = None
    levels: list[str] = field(default_factory=list)
    flags_asked: set[str] = field(default_factory=set)
    flags: dict[str, str] = field(default_factory=dict)
    steps: set[str] = field(default_factory=set)
    phone_in: list[str] = field(default_factory=list)
    unclear: list[Unclear] = field(default_factory=list)
    failures: int = 0

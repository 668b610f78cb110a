"""From conversations to the numbers of the report."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta, tzinfo

from staff.report.conversation import Conversation
from staff.report.sentences import Sentences
from triage.red_flags import PRESENT, UNSURE
from triage.table import DISPOSITIONS

# A patient who wrote less long ago may still be typing.
QUIET = timedelta(minutes=30)
# All questions about single signs are one place to stop.
CONFIRM = "confirm"


@dataclass
class Counts:
    """All that the report says. Each number counts conversations, unless it says something else.

    opened        chats that greeted, without any message of a patient (in no other number)
    per_day       conversations by the day on which they began
    levels        the most urgent level told; None: no level
    told, elsewhere, going_on
                  how they stand: a level and nothing open; no level and nothing open; too fresh to say
    asked, silent questions that were asked, and those that were open when the patient fell silent
    messages, typed, unclear
                  messages in all, typed ones, and typed ones that were not understood
    unclear_in    conversations with at least one such message; unclear_at: messages by the open question
    flags_asked, flags_present, flags_unsure
    steps         first-aid steps that were shown
    phone, phone_times, phone_by
                  conversations in which the clinic's number was shown, how often in all, and by which response
    failures      how often the bot could only say the safe message
    """

    opened: int = 0
    conversations: int = 0
    per_day: Counter[date] = field(default_factory=Counter)
    levels: Counter[str | None] = field(default_factory=Counter)
    told: int = 0
    elsewhere: int = 0
    going_on: int = 0
    asked: Counter[str] = field(default_factory=Counter)
    silent: Counter[str] = field(default_factory=Counter)
    messages: int = 0
    typed: int = 0
    unclear: int = 0
    unclear_in: int = 0
    unclear_at: Counter[str | None] = field(default_factory=Counter)
    sentences: Sentences = field(default_factory=Sentences)
    flags_asked: Counter[str] = field(default_factory=Counter)
    flags_present: Counter[str] = field(default_factory=Counter)
    flags_unsure: Counter[str] = field(default_factory=Counter)
    steps: Counter[str] = field(default_factory=Counter)
    first_aid: int = 0
    phone: int = 0
    phone_times: int = 0
    phone_by: Counter[str] = field(default_factory=Counter)
    failures: int = 0

    def stopped(self) -> int:
        """Conversations that ended with a question open."""
        return sum(self.silent.values())


def count(conversations: Iterable[Conversation], zone: tzinfo, now: datetime) -> Counts:
    """The numbers of the conversations, by the days of the time zone `zone`, as they stand at `now`."""
    counts = Counts()
    for conversation in conversations:
        if conversation.messages:
            counts.per_day[conversation.opened.astimezone(zone).date()] += 1
            _add(counts, conversation, now)
        else:
            counts.opened += 1
    return counts


def _add(counts: Counts, talk: Conversation, now: datetime) -> None:
    counts.conversations += 1
    counts.levels[min(talk.levels, key=DISPOSITIONS.index, default=None)] += 1
    _add_end(counts, talk, now)
    counts.messages += talk.messages
    counts.typed += talk.typed
    counts.unclear += len(talk.unclear)
    counts.unclear_in += bool(talk.unclear)
    for unclear in talk.unclear:
        counts.unclear_at[_place(unclear.asking)] += 1
        counts.sentences.add(unclear)
    counts.flags_asked.update(talk.flags_asked)
    counts.flags_present.update(flag for flag, state in talk.flags.items() if state == PRESENT)
    counts.flags_unsure.update(flag for flag, state in talk.flags.items() if state == UNSURE)
    counts.steps.update(talk.steps)
    counts.first_aid += bool(talk.steps)
    counts.phone += bool(talk.phone_in)
    counts.phone_times += len(talk.phone_in)
    counts.phone_by.update(talk.phone_in)
    counts.failures += talk.failures


def _add_end(counts: Counts, talk: Conversation, now: datetime) -> None:
    counts.asked.update({place for question in talk.asked if (place := _place(question))})
    place = _place(talk.open)
    if place is not None and talk.last is not None and now - talk.last < QUIET:
        counts.going_on += 1
    elif place is not None:
        counts.silent[place] += 1
    elif talk.levels:
        counts.told += 1
    else:
        counts.elsewhere += 1


def _place(question: str | None) -> str | None:
    return CONFIRM if question and question.startswith("confirm_") else question

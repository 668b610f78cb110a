"""From conversations to numbers."""

from __future__ import annotations

from collections import Counter
from datetime import UTC, date, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from staff.report.conversation import Conversation, Unclear
from staff.report.counts import QUIET, Counts, count
from tests.staff.report.stored import MONDAY, later

NOW = later(48)


def talk(**known: Any) -> Conversation:
    return Conversation(**{"opened": MONDAY, "last": MONDAY, "messages": 3, "typed": 2, **known})


def counted(*talks: Conversation) -> Counts:
    return count(talks, UTC, NOW)


def test_a_day_is_one_of_the_clinics_time_zone() -> None:
    midnight = MONDAY.replace(hour=6, minute=59)
    talks = [talk(opened=midnight), talk(opened=midnight + timedelta(minutes=1))]
    found = count(talks, ZoneInfo("America/Denver"), NOW)
    assert found.per_day == Counter({date(2026, 11, 15): 1, date(2026, 11, 16): 1})


def test_a_chat_without_a_message_is_in_no_other_number() -> None:
    found = counted(Conversation(MONDAY), talk())
    assert (found.opened, found.conversations, found.messages, found.typed) == (1, 1, 3, 2)


def test_a_conversation_counts_at_its_most_urgent_level() -> None:
    found = counted(talk(levels=["self_care", "call_911", "see_doctor_today"]), talk(levels=["self_care"]), talk())
    assert found.levels == Counter({"call_911": 1, "self_care": 1, None: 1})


def test_each_conversation_stands_somewhere() -> None:
    fresh = NOW - QUIET + timedelta(seconds=1)
    found = counted(
        talk(open="onset", asked={"onset"}),
        talk(open="onset", last=NOW - QUIET, levels=["self_care"]),
        talk(open="onset", last=fresh),
        talk(levels=["self_care"]),
        talk(),
    )
    assert found.silent == Counter({"onset": 2})
    assert (found.stopped(), found.going_on, found.told, found.elsewhere) == (2, 1, 1, 1)


def test_all_checks_of_single_signs_are_one_place() -> None:
    found = counted(talk(asked={"confirm_fever", "confirm_collapse", "onset"}, open="confirm_fever"))
    assert found.asked == Counter({"confirm": 1, "onset": 1})
    assert found.silent == Counter({"confirm": 1})


def test_messages_that_were_not_understood_are_counted_and_kept() -> None:
    found = counted(talk(unclear=[Unclear("blorp", "onset"), Unclear("hm", "confirm_fever")]), talk())
    assert (found.unclear, found.unclear_in) == (2, 1)
    assert found.unclear_at == Counter({"onset": 1, "confirm": 1})
    assert [sentence.text for sentence in found.sentences.all()] == ["blorp", "hm"]


def test_flags_steps_phone_and_failures_are_counted_by_conversation() -> None:
    found = counted(
        talk(
            flags_asked={"fever"},
            flags={"fever": "present", "collapse": "unsure", "child": "denied"},
            steps={"ice"},
            phone_in=["utter_phone", "utter_phone", "utter_same"],
            failures=2,
        ),
        talk(flags_asked={"fever"}, phone_in=["utter_phone"]),
    )
    assert found.flags_asked == Counter({"fever": 2})
    assert (found.flags_present, found.flags_unsure) == (Counter({"fever": 1}), Counter({"collapse": 1}))
    assert (found.first_aid, found.steps) == (1, Counter({"ice": 1}))
    assert (found.phone, found.phone_times, found.phone_by["utter_phone"], found.failures) == (2, 4, 3, 2)

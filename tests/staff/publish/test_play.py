"""A course is played over the line protocol to its end."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any

from staff.publish.courses import HEALTHY, Course, Step
from staff.publish.play import START, ask, play

ONSET = [{"title": "Today", "payload": '/answer{"onset": "today"}'}, {"title": "Why?", "payload": "/ask_why"}]


class Bot:
    """Asks when it began, and decides then."""

    def __init__(self) -> None:
        self.heard: list[tuple[str, datetime]] = []

    def __call__(self, sender: str, message: str, at: datetime) -> Mapping[str, Any]:
        self.heard.append((message, at))
        decided = message.startswith("/answer")
        return {
            "asking": None if decided else "onset",
            "options": [] if decided else ONSET,
            "responses": ["utter_self_care" if decided else "utter_ask_onset"],
            "messages": ["Rest.\nThen walk." if decided else "When?"],
            "disposition": "self_care" if decided else None,
            "red_flags": {"present": ["fever"], "denied": [], "unsure": []},
        }


def course(*steps: Step, **named: Any) -> Course:
    return Course("tests/vignettes/a.yml", "one", steps, **named)


def test_what_is_still_asked_is_answered() -> None:
    bot = Bot()
    played = play(course(Step("my back"), answers=HEALTHY), bot, "p")
    assert [message for message, _ in bot.heard] == ["my back", '/answer{"onset": "today"}']
    assert played.disposition == "self_care"
    assert played.flags == {"fever"}
    assert played.transcript() == [
        "patient> my back", "    bot> When?", "patient> [today]", "    bot> Rest.", "    bot> Then walk."
    ]


def test_without_answers_it_ends_with_its_steps() -> None:
    assert play(course(Step("my back")), Bot(), "p").disposition is None


def test_an_option_is_pressed_by_its_title_or_the_last_word_of_its_payload() -> None:
    bot = Bot()
    play(course(Step("a"), Step(pressed=("ask_why",)), Step(pressed=("Today",))), bot, "p")
    assert [message for message, _ in bot.heard] == ["a", "/ask_why", '/answer{"onset": "today"}']


def test_an_option_that_is_not_there_stops_it() -> None:
    played = play(course(Step("a"), Step(pressed=("never",)), Step("b")), Bot(), "p")
    assert len(played.turns) == 1
    assert played.stopped == "'never' cannot be pressed here"
    assert played.transcript()[-1] == "    ('never' cannot be pressed here)"


def test_time_passes() -> None:
    bot = Bot()
    play(course(Step("a"), Step("b", after=timedelta(days=3))), bot, "p")
    assert [at - START for _, at in bot.heard] == [timedelta(seconds=30), timedelta(days=3, seconds=30)]


def test_what_is_said_only_to_an_idle_bot_is_left_out() -> None:
    bot = Bot()
    play(course(Step("a"), Step("b", if_idle=True)), bot, "p")
    assert [message for message, _ in bot.heard] == ["a"]


def test_one_message() -> None:
    assert ask(Bot(), "p", "a")["asking"] == "onset"

"""What is said about a turn is true of the trained bot and of the files."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from rasa_parts.answering import answer
from rasa_parts.conversation_store import read_session
from staff.trying.explain import Explainer
from staff.trying.explanation import Explanation
from tests.talking import Run

if TYPE_CHECKING:
    from rasa.core.agent import Agent

ROOT = Path(__file__).resolve().parents[3]
Try = Callable[..., list[Explanation]]


@cache
def explainer() -> Explainer:
    return Explainer(ROOT)


@pytest.fixture
def tried(bot: Agent, run: Run, request: pytest.FixtureRequest) -> Try:
    """Says messages to the bot, and gives the explanation of each."""

    def say(*messages: str) -> list[Explanation]:
        sender = request.node.name
        for message in messages:
            run(answer(bot, sender, message))
        tracker = run(read_session(bot.tracker_store, sender))
        return explainer().explain(event.as_dict() for event in tracker.events)

    return say


def line(place: str | None) -> str:
    assert place is not None
    file, _, number = place.partition(":")
    return (ROOT / file).read_text("utf-8").splitlines()[int(number) - 1].strip()


def test_a_topic_is_explained_from_the_example_to_the_answer(tried: Try) -> None:
    (told,) = tried("what are your hours")
    assert told.guesses[0].intent == "ask_hours"
    assert line(told.guesses[0].at) == "- intent: ask_hours"
    assert line(told.guesses[0].like_at) == f"- {told.guesses[0].like}"
    assert told.guesses[1].confidence < told.guesses[0].confidence
    assert [d.behind for d in told.decisions] == [("rule “Opening hours”",)]
    assert line(told.decisions[0].at[0]) == "- rule: Opening hours"
    assert [a.response for a in told.answers] == ["utter_hours"]
    assert line(told.answers[0].at).startswith("- text:")
    assert "(406) 388-8118" in told.answers[0].text


def test_a_cause_is_decided_by_the_rule_whose_conditions_hold(tried: Try) -> None:
    first, again = tried("painted the ceiling all weekend", "I overdid it")
    assert first.decisions[0].behind == ("rule “overuse, told first”",)
    assert again.decisions[0].behind == ("rule “overuse, told during the questions”",)


def test_a_danger_sign_is_explained_from_its_words_to_the_outcome(tried: Try) -> None:
    (told,) = tried("no chest pain but my groin is numb")
    signs = {sign.name: sign for sign in told.signs}
    assert (signs["chest_pain"].state, signs["chest_pain"].scope) == ("denied", ("no",))
    numb = signs["saddle_numbness"]
    assert (numb.state, numb.words, numb.scope) == ("present", "groin is numb", ())
    assert line(numb.pattern_at) == f'- "{numb.pattern}"'
    assert line(numb.sign_at) == "saddle_numbness:"
    assert told.disposition == "go_to_er"
    assert line(told.disposition_at).startswith("go_to_er:")
    assert told.decisions[0].policy == "SafetyPolicy"


def test_a_suspicion_shows_the_learned_sentence_that_is_nearest(tried: Try) -> None:
    (told,) = tried("I am burning like a furnace tonight")
    learned = [sign for sign in told.signs if sign.sense == "suspected"]
    assert [sign.name for sign in learned] == ["fever"]
    assert line(learned[0].like_at) == f'- "{learned[0].like}"'
    assert learned[0].pattern_at is None


def test_several_messages_are_one_conversation(tried: Try) -> None:
    opened, no, _ = tried("my back went again last tuesday", "no", "no")
    assert opened.recurring is True
    assert opened.onset is not None and opened.onset.earliest <= opened.onset.moment <= opened.onset.latest
    assert opened.asking == no.before == "emergency_signs"
    assert line(opened.asking_at).startswith(("- text", "utter_ask", "- condition"))
    assert no.asking == "nerve_signs"
    assert "chest_pain" in no.red_flags


def test_a_pressed_option_needs_no_guess(tried: Try) -> None:
    told = tried("my back went", '/answer{"emergency_signs": "none"}')[1]
    assert (told.pressed, told.message, told.guesses) == (True, "None of these", ())


def test_it_is_all_plain_values(tried: Try) -> None:
    (told,) = tried("my mom had cancer")
    assert told.as_json()["passed_over"][0]["name"] == "cancer_history"

"""An option counts while it is on offer, and never again; what is typed stays text."""

from __future__ import annotations

import pytest

from rasa_parts.answering import Option, Reply
from rasa_parts.bot_message import BotMessage
from tests.rasa_parts.played_site import TICKS, PlayedBot, Site, is_safe

NEXT = Option("Next", "/next_step")


@pytest.fixture
def answered(site: Site, played_bot: PlayedBot) -> str:
    """A conversation in which a step was gone past, and a question is open."""
    played_bot.replies["step"] = Reply((BotMessage("Step 1."),), options=(NEXT,))
    played_bot.replies["ask"] = Reply(
        (BotMessage("Any of these?"),), options=TICKS, tick_list=True, asking="nerve_signs"
    )
    token = site.open()
    site.say(token, "step", "1")
    site.say(token, "ask", "2")
    return token


@pytest.mark.parametrize(
    "pressed",
    [
        NEXT.payload,
        f" {NEXT.payload} ",
        f"{NEXT.payload},{NEXT.payload}",
        '/answer{"nerve_signs": "saddle"}',
        '/answer{"nerve_signs": ["none"]}',
        '/answer{"age_group": "18_49"}',
        '/answer {"nerve_signs": "none"}',
        '/answer{"nerve_signs": "none"},/answer{"age_group": "18_49"}',
        '/call_911{"x": 1}',
    ],
)
def test_what_is_not_on_offer_is_refused_with_what_is(
    site: Site, played_bot: PlayedBot, answered: str, pressed: str
) -> None:
    before = site.history(answered).json
    refused = site.say(answered, pressed, "3")
    assert (refused.status, refused.json["error"]) == (409, "not_offered")
    assert is_safe(refused)
    for key in ("options", "tick_list", "asking", "level", "progress", "summary"):
        assert refused.json[key] == before[key]
    assert played_bot.texts() == ["step", "ask"]
    assert site.history(answered).json == before


@pytest.mark.parametrize("tick", TICKS)
def test_what_is_on_offer_is_taken(site: Site, answered: str, tick: Option) -> None:
    assert site.say(answered, tick.payload, "3").status == 200


def test_an_option_that_was_taken_is_not_taken_again(
    site: Site, played_bot: PlayedBot, answered: str
) -> None:
    first = site.say(answered, TICKS[0].payload, "3")
    assert site.say(answered, TICKS[0].payload, "3").json == first.json
    assert site.say(answered, TICKS[0].payload, "4").status == 409
    assert played_bot.texts() == ["step", "ask", TICKS[0].payload]


def test_an_option_of_another_conversation_is_none_of_this_one(
    site: Site, answered: str
) -> None:
    assert site.say(site.open(), TICKS[0].payload, "1").status == 409


@pytest.mark.parametrize("typed", ["/restart", "/next step", "/ next_step", "next_step", "/pain /911"])
def test_a_word_behind_a_slash_that_was_never_offered_is_text(
    site: Site, played_bot: PlayedBot, answered: str, typed: str
) -> None:
    assert site.say(answered, typed, "3").status == 200
    assert played_bot.texts()[-1] == typed

"""What goes with a message of the bot is shown whole, or left out; it never breaks the message."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from rasa.shared.core.domain import Domain
from rasa.shared.core.events import BotUttered, SlotSet
from rasa.shared.core.trackers import DialogueStateTracker

from rasa_parts.bot_message import (
    BotMessage,
    Progress,
    Timer,
    bot_message,
    custom_of,
    progress_of,
)
from rasa_parts.clinic_nlg import ClinicNLG

ROOT = Path(__file__).resolve().parents[2]


def uttered(image: object = None, custom: object = None) -> BotMessage:
    event = BotUttered("Ice.", {"image": image, "custom": custom}, {"utter_action": "utter_ice"})
    return bot_message(event)


def test_a_message_with_all_that_can_go_with_it() -> None:
    custom = {
        "description": " A person with a cold pack. ",
        "timer": {"minutes": "20", "label": "Ice"},
        "progress": {"step": "3", "of": 6},
    }
    assert uttered("steps/ice.svg", custom) == BotMessage(
        "Ice.",
        response="utter_ice",
        image="steps/ice.svg",
        description="A person with a cold pack.",
        timer=Timer(20, "Ice"),
        progress=Progress(3, 6),
    )


@pytest.mark.parametrize(
    "custom",
    [
        None,
        "text",
        ["list"],
        {"tick_list": True, "of": "x", "anything": [1]},
        {"timer": "20"},
        {"timer": {"minutes": "20"}},
        {"timer": {"minutes": "soon", "label": "Ice"}},
        {"timer": {"minutes": "²", "label": "Ice"}},
        {"timer": {"minutes": 0, "label": "Ice"}},
        {"timer": {"minutes": True, "label": "Ice"}},
        {"timer": {"minutes": 20, "label": " "}},
        {"timer": {"minutes": "{ice_minutes}", "label": "Ice"}},
        {"progress": [3, 6]},
        {"progress": {"step": 7, "of": 6}},
        {"progress": {"step": 0, "of": 6}},
        {"progress": {"step": 3}},
        {"progress": {"step": {"a": 1}, "of": 6}},
        {"description": "Of no picture."},
    ],
)
def test_what_cannot_be_shown_is_left_out(custom: object) -> None:
    assert uttered(custom=custom) == BotMessage("Ice.", response="utter_ice")


def test_no_timer_lets_ice_stay_longer_than_the_skin_bears() -> None:
    assert uttered(custom={"timer": {"minutes": 21, "label": "Ice"}}).timer is None


@pytest.mark.parametrize(
    "image",
    [
        "https://elsewhere.example/a.svg",
        "//elsewhere.example/a.svg",
        "/etc/a.svg",
        "../a.svg",
        "steps/../a.svg",
        "javascript:a.svg",
        "steps/a.svg\n",
        "steps/a.html",
        "",
        5,
        ["steps/a.svg"],
    ],
)
def test_a_picture_is_a_file_of_the_channels_own(image: object) -> None:
    assert uttered(image, {"description": "A picture."}) == BotMessage("Ice.", response="utter_ice")


def test_a_picture_without_a_description_has_an_empty_one_and_the_log_names_it(
    caplog: pytest.LogCaptureFixture,
) -> None:
    with caplog.at_level(logging.WARNING):
        message = uttered("steps/ice.svg")
    assert (message.image, message.description) == ("steps/ice.svg", "")
    assert "utter_ice" in caplog.text


def test_what_was_left_out_is_named_in_the_log(caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.WARNING):
        uttered(custom={"timer": {}, "progress": {}})
    assert ["`timer`" in line or "`progress`" in line for line in caplog.messages] == [True, True]


def test_the_step_of_a_turn_is_the_last_that_was_shown() -> None:
    first, second = Progress(1, 6), Progress(2, 6)
    said = [BotMessage("a", progress=first), BotMessage("b", progress=second), BotMessage("c")]
    assert progress_of(said) == second
    assert progress_of([BotMessage("c")]) is None


def test_custom_that_is_no_table_is_none() -> None:
    assert custom_of(BotUttered("?", {"custom": "tick_list"})) == {}
    assert custom_of(BotUttered("?", {"custom": {"tick_list": True}})) == {"tick_list": True}


def shown_along() -> Iterator[Any]:
    """Every response of data/ with a picture or with something to be shown along with it."""
    for path in sorted((ROOT / "data").rglob("*.yml")):
        responses = (yaml.safe_load(path.read_text("utf-8")) or {}).get("responses") or {}
        for name, variations in responses.items():
            for number, said in enumerate(variations):
                if said.get("image") or {"description", "timer", "progress"} & set(said.get("custom") or {}):
                    yield pytest.param(name, said, id=f"{name} {number}")


@pytest.mark.parametrize(("name", "said"), shown_along())
def test_all_that_data_wants_shown_is_shown(
    name: str, said: dict[str, Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("BOT_CLINIC", "examples/clinics/pro_physio.yml")
    nlg = ClinicNLG()
    nlg.responses = {name: [{key: value for key, value in said.items() if key != "condition"}]}
    tracker = DialogueStateTracker.from_events("p", [SlotSet("x", 1)], Domain.empty().slots)
    slots = {"step_number": 3, "step_total": 6}
    filled = asyncio.run(nlg.generate(name, tracker, "site", **slots))
    message = bot_message(BotUttered(filled["text"], filled))
    custom = said.get("custom") or {}
    assert message.image == said.get("image")
    assert bool(message.description) == bool(message.image)
    assert (message.timer is not None) == ("timer" in custom)
    assert (message.progress is not None) == ("progress" in custom)

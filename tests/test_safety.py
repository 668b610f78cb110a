"""What holds whatever fails, and whatever staff or patients write."""

from __future__ import annotations

import asyncio
import html
import re
import socket
import time
from collections.abc import Callable, Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from rasa.core.agent import Agent
from rasa.engine.graph import ExecutionContext, GraphSchema
from rasa.engine.storage.local_model_storage import LocalModelStorage
from rasa.engine.storage.resource import Resource
from rasa.shared.core.generator import TrainingDataGenerator
from rasa.shared.core.training_data.story_reader.yaml_story_reader import YAMLStoryReader
from rasa.shared.core.training_data.structures import StoryGraph
from rasa.utils.endpoints import EndpointConfig

from commands.model import ensure_model
from rasa_parts import answering
from rasa_parts.answering import answer, greet
from rasa_parts.resuming_rule_policy import ResumingRulePolicy
from rasa_parts.site_channel import WEB, WORDS_FILE
from rasa_parts.site_page import WatchedPage
from tests.talking import CLINIC, HEALTHY, ROOT, Patient, Run, load

PHONE = "(406) 388-8118"
SPASM = "bent down to tie my shoe and my back locked up"
EMERGENCIES = [
    ("I can't pee", "go_to_er"),
    ("I have chest pain", "call_911"),
    ("I want to kill myself", "crisis_line"),
]

NewPatient = Callable[[], Patient]


# --- the action server is dead ------------------------------------------------------------------------


@pytest.fixture(scope="module")
def without_actions() -> Agent:
    """The bot beside a closed port where its action server should be."""
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        port = taken.getsockname()[1]
    return load(ensure_model(ROOT), EndpointConfig(f"http://127.0.0.1:{port}/webhook"))


@pytest.fixture
def abandoned(without_actions: Agent, run: Run, request: pytest.FixtureRequest) -> Patient:
    """A patient of the bot without its action server."""
    return Patient(without_actions, run, request.node.name)


@pytest.mark.parametrize(("text", "disposition"), EMERGENCIES)
def test_emergencies_are_told_without_the_action_server(
    abandoned: Patient, text: str, disposition: str
) -> None:
    abandoned.types(SPASM)
    abandoned.presses("none")
    reply = abandoned.types(text)
    assert reply.disposition == disposition, abandoned.said()
    assert reply.responses == [f"utter_{disposition}"], abandoned.said()


def test_the_questions_go_on_without_the_action_server(abandoned: Patient) -> None:
    abandoned.types(SPASM)
    for question, answered in HEALTHY.items():
        assert abandoned.reply is not None
        assert abandoned.reply.asking == question, abandoned.said()
        assert "utter_safe" not in abandoned.reply.responses
        abandoned.presses(answered)


def test_without_the_action_server_nothing_is_called_safe(abandoned: Patient) -> None:
    abandoned.types(SPASM)
    reply = abandoned.answers_the_rest()
    assert "utter_safe" in reply.responses, abandoned.said()
    assert "utter_self_care" not in reply.responses
    assert reply.disposition is None
    assert "911" in reply.messages[-1].text
    assert PHONE in reply.messages[-1].text


def test_after_the_failure_an_emergency_is_still_told(abandoned: Patient) -> None:
    abandoned.types(SPASM)
    abandoned.answers_the_rest()
    assert abandoned.types("and I can't pee").disposition == "go_to_er", abandoned.said()
    assert abandoned.types("what stretches can I do?").responses == ["utter_emergency_again"]


def test_topics_need_no_action_server(abandoned: Patient) -> None:
    assert abandoned.types("what's your phone number?").responses == ["utter_phone"]


# --- the model is missing or fails --------------------------------------------------------------------


def test_without_a_model_the_safe_message_is_said(run: Run) -> None:
    for reply in (run(answer(Agent(), "anyone", "hi")), run(greet(Agent(), "anyone"))):
        assert reply.responses == ["utter_safe"]
        assert "911" in reply.messages[0].text


@pytest.mark.parametrize("failing", ["handle_message", "tracker_store"])
def test_whatever_fails_the_safe_message_is_said(
    bot: Agent, run: Run, monkeypatch: pytest.MonkeyPatch, failing: str
) -> None:
    monkeypatch.setattr(bot, failing, None)
    reply = run(answer(bot, "failing", "I can't pee"))
    assert reply.responses == ["utter_safe"]
    assert "911" in reply.messages[0].text
    assert PHONE in reply.messages[0].text


def test_a_turn_that_takes_too_long_ends_with_the_safe_message(
    bot: Agent, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def never(*_: Any) -> None:
        await asyncio.sleep(60)

    monkeypatch.setattr(bot, "handle_message", never)
    monkeypatch.setattr(answering, "TIME_LIMIT_SECONDS", 0.05)
    assert run(answer(bot, "slow", "hello")).responses == ["utter_safe"]


def test_a_failing_classifier_is_no_silence(
    bot: Agent, new_patient: NewPatient, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fails(*_: Any, **__: Any) -> None:
        raise RuntimeError("broken on purpose")

    monkeypatch.setattr(_part(bot, "SentenceIntentClassifier"), "_fn", fails)
    patient = new_patient()
    assert patient.types("hello").responses == ["utter_safe"]
    monkeypatch.undo()
    assert patient.types("I can't pee").disposition == "go_to_er"


def test_a_failing_safety_check_is_no_advice(
    new_patient: NewPatient, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fails(*_: Any) -> None:
        raise RuntimeError("broken on purpose")

    monkeypatch.setattr("rasa_parts.safety_policy.respond", fails)
    assert new_patient().types("what stretches can I do?").responses == ["utter_safe"]


def test_the_page_itself_carries_the_emergency_text_and_the_number() -> None:
    made = WatchedPage(ROOT / CLINIC, WORDS_FILE, WEB, 500).current().page.body.decode()
    without_script = re.sub(r"<script\b.*?</script>", "", made, flags=re.DOTALL)
    shown = html.unescape(re.sub(r"<[^>]*>", " ", without_script))
    assert "911" in shown
    assert PHONE in shown
    assert 'href="tel:911"' in without_script
    assert "tel:+14063888118" in without_script


# --- what staff write cannot switch it off ------------------------------------------------------------

HOSTILE_RULES = """
version: "3.1"
rules:
- rule: no need to worry
  steps:
  - intent: {intent}
  - action: utter_goodbye
- rule: no need to worry in the questions either
  condition:
  - active_loop: triage_form
  steps:
  - intent: {intent}
  - action: utter_goodbye
  - active_loop: null
"""


@pytest.fixture
def with_rule(
    bot: Agent, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Callable[[str], None]]:
    """Trains rules that answer an intent with "goodbye" into the bot, in place of its own."""
    node = _part(bot, "ResumingRulePolicy")
    assert bot.domain is not None

    def train(intent: str) -> None:
        steps = YAMLStoryReader().read_from_string(HOSTILE_RULES.format(intent=intent))
        trackers = TrainingDataGenerator(StoryGraph(steps), bot.domain, use_story_concatenation=False).generate()
        policy = ResumingRulePolicy(
            {**ResumingRulePolicy.get_default_config(), "check_for_contradictions": False},
            LocalModelStorage.create(tmp_path),
            Resource("rules"),
            ExecutionContext(GraphSchema({})),
        )
        policy.train(trackers, bot.domain)
        monkeypatch.setattr(node, "_component", policy)

    yield train


def test_the_hostile_rule_does_answer_what_is_not_dangerous(
    new_patient: NewPatient, with_rule: Callable[[str], None]
) -> None:
    with_rule("report_spasm")
    assert new_patient().types(SPASM).responses == ["utter_goodbye"]


@pytest.mark.parametrize(("text", "disposition"), EMERGENCIES)
def test_a_rule_never_wins_over_a_danger(
    new_patient: NewPatient, with_rule: Callable[[str], None], text: str, disposition: str
) -> None:
    intent = new_patient().types(text).understood["intent"]
    with_rule(intent)
    patient = new_patient()
    for _ in range(2):
        reply = patient.types(text)
        assert reply.disposition == disposition, patient.said()
        assert "utter_goodbye" not in reply.responses, patient.said()


def test_a_rule_never_wins_over_a_danger_in_the_questions(
    new_patient: NewPatient, with_rule: Callable[[str], None]
) -> None:
    patient = new_patient()
    patient.types(SPASM)
    with_rule("tell_lifting")
    reply = patient.types("I was lifting boxes and I can't pee")
    assert reply.responses == ["utter_go_to_er"], patient.said()


def test_a_rule_never_gives_first_aid_before_the_questions(
    new_patient: NewPatient, with_rule: Callable[[str], None]
) -> None:
    with_rule("ask_stretching")
    reply = new_patient().types("what stretches can I do?")
    assert "utter_goodbye" not in reply.responses
    assert reply.asking == "emergency_signs"


@pytest.mark.parametrize("policy", ["ResumingRulePolicy", "StoryPolicy"])
def test_no_policy_wins_over_a_danger(
    bot: Agent, new_patient: NewPatient, monkeypatch: pytest.MonkeyPatch, policy: str
) -> None:
    """Also not one that is certain, and claims to interrupt forms as SafetyPolicy does."""
    node = _part(bot, policy)
    honest = node._fn

    def certain(*args: Any, **kwargs: Any) -> Any:
        prediction, domain = honest(*args, **kwargs), kwargs["domain"]
        prediction.probabilities = [0.0] * domain.num_actions
        prediction.probabilities[domain.index_for_action("utter_goodbye")] = 1.0
        prediction.is_no_user_prediction = True
        return prediction

    monkeypatch.setattr(node, "_fn", certain)
    reply = new_patient().types("my back hurts and I have chest pain")
    assert reply.responses == ["utter_call_911"]


def _part(bot: Agent, name: str) -> Any:
    """The node of the loaded bot that runs a component."""
    assert bot.processor is not None
    nodes = bot.processor.graph_runner._instantiated_nodes
    return next(node for key, node in nodes.items() if name in key)


# --- what patients write ------------------------------------------------------------------------------

STORY = "I bent down this morning to pick up a sock and then the whole day went by. "


def long_text(characters: int, end: str = "") -> str:
    filler = STORY * (characters // len(STORY) + 1)
    return filler[: characters - len(end)] + end


def test_ten_thousand_characters_with_danger_at_the_end(new_patient: NewPatient) -> None:
    patient = new_patient()
    text = long_text(10_000, " and I can't pee")
    assert len(text) == 10_000
    assert patient.types(text).disposition == "go_to_er", patient.said()


def test_ten_thousand_characters_without_danger(new_patient: NewPatient) -> None:
    patient = new_patient()
    reply = patient.types(long_text(10_000))
    assert reply.disposition is None, patient.said()
    assert "utter_safe" not in reply.responses, patient.said()
    assert patient.types(SPASM).asking == "emergency_signs"


@pytest.mark.parametrize(
    "text",
    ["x" * 30_000, "a " * 15_000, "(" * 10_000, "🙂" * 5_000, "no " * 10_000],
    ids=["one word", "words", "brackets", "emoji", "no"],
)
def test_a_huge_message_is_answered_and_soon(new_patient: NewPatient, text: str) -> None:
    patient = new_patient()
    began = time.perf_counter()
    assert patient.types(text).messages[0].text
    assert time.perf_counter() - began < 5
    assert patient.types(SPASM).asking == "emergency_signs", patient.said()


@pytest.mark.parametrize("text", ["\x00", "\ud800", "‮evil", "a\u0000b", "\n\n\n", "\u200b", "/", "//", "///answer"])
def test_odd_characters_are_answered(new_patient: NewPatient, text: str) -> None:
    patient = new_patient()
    patient.types(SPASM)
    assert patient.types(text).asking == "emergency_signs", patient.said()


@pytest.mark.parametrize("slash", ["/", "  /", "\t/", "\\/", "\u2215", "\uff0f"])
def test_no_typed_command_reaches_rasa(new_patient: NewPatient, slash: str) -> None:
    patient = new_patient()
    patient.types(SPASM)
    patient.presses("none")
    for command in ("restart", "session_start", 'answer{"age_group": "18_49"}', "start_over"):
        reply = patient.types(slash + command)
        assert reply.asking == "nerve_signs", patient.said()
        assert reply.red_flags["chest_pain"] == "denied"


def test_conversations_do_not_mix(new_patient: NewPatient) -> None:
    one, other = new_patient(), new_patient()
    one.types("my back locked up and I can't pee")
    assert other.types(SPASM).disposition is None
    assert other.reply is not None and other.reply.red_flags == {}


def test_a_clock_that_goes_back_does_no_harm(new_patient: NewPatient) -> None:
    patient = new_patient()
    patient.types(SPASM)
    patient.answers_the_rest()
    reply = patient.types("next", after=-timedelta(days=3))
    assert reply.disposition == "self_care", patient.said()
    assert patient.types("and I can't pee").disposition == "go_to_er"

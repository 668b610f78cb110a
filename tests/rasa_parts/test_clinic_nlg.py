"""Every answer is filled or replaced by the safe one; none is random, none is empty."""

from __future__ import annotations

import asyncio
import logging
import os
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from rasa.core.nlg import NaturalLanguageGenerator, TemplatedNaturalLanguageGenerator
from rasa.shared.core.domain import Domain
from rasa.shared.core.events import SlotSet, UserUttered
from rasa.shared.core.slots import AnySlot
from rasa.shared.core.trackers import DialogueStateTracker
from rasa.shared.core.training_data.story_reader.yaml_story_reader import YAMLStoryReader
from rasa.shared.data import is_nlu_file
from rasa.utils.endpoints import EndpointConfig

from rasa_parts.clinic_nlg import PHRASES_PATH, ClinicNLG, clinic_path
from triage.clinic import ClinicError

CLINIC = """
name: "Test Clinic"
phone: "(406) 388-8118"
address: "1 Test Street"
website: "https://clinic.example"
hours:
  monday: ["8:00 am - 12:00 pm", "1:00 pm - 5:30 pm"]
  tuesday: ["8:00 am - 5:30 pm"]
  wednesday: ["8:00 am - 5:30 pm"]
  thursday: ["8:00 am - 5:30 pm"]
  friday: ["8:00 am - 3:00 pm"]
  saturday: closed
  sunday: closed
time_zone: "America/Denver"
treatments: ["manual therapy", "exercise"]
heat_after_hours: 72
ice_minutes: 15
ice_every_hours: 2
persistent_weeks: {offer: 1, tell: 2}
"""
Responses = dict[str, list[dict[str, Any]]]
SAFE: Responses = {"utter_safe": [{"text": "Call {clinic_phone}."}]}
# A Thursday: 10 in the morning, and 8 in the evening, in Denver.
MORNING, EVENING = "2026-11-19T17:00:00+00:00", "2026-11-20T03:00:00+00:00"


@pytest.fixture
def clinic_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    path = tmp_path / "clinic.yml"
    path.write_text(CLINIC)
    monkeypatch.setenv("BOT_CLINIC", str(path))
    return path


@pytest.fixture
def nlg(clinic_file: Path) -> ClinicNLG:
    return ClinicNLG()


def said(
    nlg: ClinicNLG,
    responses: Responses,
    slots: dict[str, Any] | None = None,
    at: Any = MORNING,
    channel: str = "site",
    **kwargs: Any,
) -> dict[str, Any]:
    """What is said for `utter_x`, with these responses and slots."""
    nlg.responses = {**SAFE, **responses}
    slots = slots or {}
    tracker = DialogueStateTracker("p", [AnySlot(name, mappings=[{}]) for name in slots])
    for name, value in slots.items():
        tracker.update(SlotSet(name, value))
    tracker.update(UserUttered("hello", metadata={"at": at}))
    return asyncio.run(nlg.generate("utter_x", tracker, channel, **kwargs))


def text_of(nlg: ClinicNLG, text: str, **kwargs: Any) -> str:
    return str(said(nlg, {"utter_x": [{"text": text}]}, **kwargs)["text"])


def test_rasa_makes_it_from_the_endpoint_and_refills_its_responses(clinic_file: Path) -> None:
    endpoint = EndpointConfig(type="rasa_parts.clinic_nlg.ClinicNLG")
    domain = Domain.from_dict({"responses": {"utter_x": [{"text": "hi"}]}})
    nlg = NaturalLanguageGenerator.create(endpoint, domain)
    assert isinstance(nlg, ClinicNLG)
    assert isinstance(nlg, TemplatedNaturalLanguageGenerator)
    assert nlg.responses == domain.responses


@pytest.mark.parametrize(
    ("placeholder", "value"),
    [
        ("clinic_name", "Test Clinic"),
        ("clinic_phone", "(406) 388-8118"),
        ("clinic_phone_link", "tel:+14063888118"),
        ("clinic_address", "1 Test Street"),
        ("clinic_website", "https://clinic.example"),
        ("clinic_treatments", "manual therapy and exercise"),
        ("ice_minutes", "15"),
        ("ice_every_hours", "2"),
        ("heat_after_hours", "72"),
        ("persistent_offer_weeks", "1"),
        ("persistent_tell_weeks", "2"),
    ],
)
def test_the_clinics_placeholders_are_filled(nlg: ClinicNLG, placeholder: str, value: str) -> None:
    assert text_of(nlg, f"a {{{placeholder}}} b") == f"a {value} b"


def test_the_hours_are_those_of_the_moment_of_the_message(nlg: ClinicNLG) -> None:
    assert "8:00" in text_of(nlg, "{clinic_hours_today}", at=MORNING)
    evening = text_of(nlg, "{clinic_hours_today}", at=EVENING)
    assert "8:00" in evening
    assert evening != text_of(nlg, "{clinic_hours_today}", at=MORNING)


@pytest.mark.parametrize("at", [None, "nonsense", 5, "2026-11-19T10:00:00", "2026-11-19T10:00:00Z"])
def test_a_missing_or_odd_time_is_no_failure(nlg: ClinicNLG, at: Any) -> None:
    assert "8:00" in text_of(nlg, "{clinic_hours}. {clinic_hours_today}", at=at)


def test_slots_and_arguments_fill_too_but_never_instead_of_the_clinic(nlg: ClinicNLG) -> None:
    slots = {"step": 3.0, "clinic_phone": "555"}
    filled = text_of(nlg, "{step} {which} {clinic_phone}", slots=slots, which="ice")
    assert filled == "3 ice (406) 388-8118"


def test_what_a_slot_holds_is_not_read_as_a_placeholder(nlg: ClinicNLG) -> None:
    assert text_of(nlg, "{note}", slots={"note": "{clinic_phone} {x}"}) == "{clinic_phone} {x}"


def test_buttons_images_and_custom_parts_are_filled_and_payloads_stay(nlg: ClinicNLG) -> None:
    payload = '/answer{"onset": "today"}'
    response = {
        "text": "?",
        "buttons": [{"title": "Call {clinic_phone}", "payload": payload}],
        "custom": {"tick_list": True, "link": "{clinic_phone_link}"},
        "image": "/drawings/{step}.svg",
        "metadata": {"source": "{not filled}"},
    }
    message = said(nlg, {"utter_x": [response]}, slots={"step": "1"})
    assert message["buttons"] == [{"title": "Call (406) 388-8118", "payload": payload}]
    assert message["custom"] == {"tick_list": True, "link": "tel:+14063888118"}
    assert message["image"] == "/drawings/1.svg"
    assert message["metadata"] == {"source": "{not filled}"}


def test_a_tick_list_of_a_slot_shows_what_the_slot_holds(nlg: ClinicNLG) -> None:
    values = ("collapse", "fever", "chest_pain", "none", "not_sure")
    buttons = [{"title": value, "payload": f'/answer{{"confirm": "{value}"}}'} for value in values]
    nlg.responses["utter_several"] = [{"text": "Which?", "custom": {"of": "confirm"}, "buttons": buttons}]
    said = nlg.generate_from_slots("utter_several", {"confirm": ["fever", "collapse"]}, "site")
    assert [button["title"] for button in said["buttons"]] == ["collapse", "fever", "none", "not_sure"]


def test_filling_changes_no_response(nlg: ClinicNLG) -> None:
    responses: Responses = {
        "utter_x": [{"text": "{clinic_name}", "buttons": [{"title": "{clinic_name}"}]}]
    }
    said(nlg, responses)
    assert responses == {
        "utter_x": [{"text": "{clinic_name}", "buttons": [{"title": "{clinic_name}"}]}]
    }


def test_the_first_variation_that_fits_is_always_taken(nlg: ClinicNLG) -> None:
    condition = [{"type": "slot", "name": "patient", "value": "other"}]
    responses: Responses = {
        "utter_x": [
            {"text": "you"},
            {"text": "you, too"},
            {"text": "they", "condition": condition},
            {"text": "they, too", "condition": condition},
        ]
    }
    assert {said(nlg, responses)["text"] for _ in range(30)} == {"you"}
    other = {"patient": "other"}
    assert {said(nlg, responses, slots=other)["text"] for _ in range(30)} == {"they"}


def test_a_variation_of_the_channel_goes_first(nlg: ClinicNLG) -> None:
    responses = {"utter_x": [{"text": "any"}, {"text": "sms", "channel": "sms"}]}
    assert said(nlg, responses, channel="sms")["text"] == "sms"
    assert said(nlg, responses, channel="site")["text"] == "any"


UNSAYABLE: list[Responses] = [
    {},
    {"utter_x": []},
    {"utter_x": [{"text": "they", "condition": [{"type": "slot", "name": "p", "value": "o"}]}]},
    {"utter_x": [{"text": "Call {clinic_fone}"}]},
    {"utter_x": [{"text": "Call {clinic phone}"}]},
    {"utter_x": [{"text": "Call {}"}]},
    {"utter_x": [{"text": "Call {empty}"}]},
    {"utter_x": [{"text": "Take {listed}"}]},
    {"utter_x": [{"text": "fine", "buttons": [{"title": "{unknown}", "payload": "/x"}]}]},
    {"utter_x": [{"text": "fine", "custom": {"deep": [{"er": "{unknown}"}]}}]},
    {"utter_x": [{"text": ""}]},
    {"utter_x": [{"text": "  "}]},
    {"utter_x": [{}]},
]


@pytest.mark.parametrize("responses", UNSAYABLE)
def test_what_cannot_be_said_becomes_the_safe_message(
    nlg: ClinicNLG, responses: dict[str, Any], caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.ERROR):
        message = said(nlg, responses, slots={"empty": None, "listed": ["a", "b"]})
    assert message["text"] == "Call (406) 388-8118."
    assert message["instead_of"] == "utter_x"
    assert "utter_x" in caplog.text


@pytest.mark.parametrize("safe", [[], [{"text": "{broken}"}], [{}]])
def test_a_broken_safe_message_is_replaced_too(nlg: ClinicNLG, safe: list[Any]) -> None:
    message = said(nlg, {"utter_safe": safe})
    assert "911" in message["text"]
    assert "(406) 388-8118" in message["text"]


def test_a_response_of_the_wrong_shape_is_no_failure(nlg: ClinicNLG) -> None:
    odd: Any = {"utter_x": [None], "utter_safe": "text"}
    assert "911" in said(nlg, odd)["text"]


def test_a_tracker_that_cannot_be_read_is_no_failure(nlg: ClinicNLG) -> None:
    nlg.responses = {**SAFE, "utter_x": [{"text": "hi"}]}
    nothing: Any = None
    assert asyncio.run(nlg.generate("utter_x", nothing, "site"))["text"] == "hi"


def test_no_patients_words_are_logged(nlg: ClinicNLG, caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.DEBUG):
        said(nlg, {"utter_x": [{"text": "{nope}"}]}, slots={"note": "secret words"})
    assert "secret words" not in caplog.text


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(text=st.text(alphabet="ab{} \"\n:'clinic_phone", max_size=60))
def test_no_brace_reaches_a_patient_unfilled(nlg: ClinicNLG, text: str) -> None:
    shown = text_of(nlg, text)
    assert shown.strip()
    assert "{clinic_phone}" not in shown


def test_a_changed_clinic_is_read_again(nlg: ClinicNLG, clinic_file: Path) -> None:
    assert text_of(nlg, "{clinic_name}") == "Test Clinic"
    change(clinic_file, CLINIC.replace("Test Clinic", "New Clinic"))
    assert text_of(nlg, "{clinic_name}") == "New Clinic"


def test_a_broken_change_keeps_the_last_good_clinic(
    nlg: ClinicNLG, clinic_file: Path, caplog: pytest.LogCaptureFixture
) -> None:
    change(clinic_file, CLINIC.replace("388-8118", "nope"))
    assert text_of(nlg, "{clinic_phone}") == "(406) 388-8118"
    assert text_of(nlg, "{clinic_phone}") == "(406) 388-8118"
    assert caplog.text.count("cannot be used") == 1
    clinic_file.unlink()
    assert text_of(nlg, "{clinic_phone}") == "(406) 388-8118"
    change(clinic_file, CLINIC.replace("8118", "8119"))
    assert text_of(nlg, "{clinic_phone}") == "(406) 388-8119"


def test_a_broken_clinic_stops_the_start(clinic_file: Path) -> None:
    clinic_file.write_text("name: 5")
    with pytest.raises(ClinicError):
        ClinicNLG()


def test_the_projects_own_clinic_is_the_default(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("BOT_CLINIC", raising=False)
    assert clinic_path().name == "clinic.yml"
    assert text_of(ClinicNLG(), "{clinic_phone}")


def test_rasa_does_not_take_the_phrases_for_its_own() -> None:
    assert not is_nlu_file(str(PHRASES_PATH))
    assert not YAMLStoryReader.is_stories_file(str(PHRASES_PATH))


def change(path: Path, text: str) -> None:
    """Writes the file so that its time differs even on a coarse clock."""
    before = path.stat().st_mtime_ns if path.exists() else 0
    path.write_text(text)
    os.utime(path, ns=(before + 10**9, before + 10**9))

"""Every action of a turn has its reason and its lines."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

from rasa_parts.clinical_knowledge import clinical_table
from staff.places import Places
from staff.trying.courses import read_courses
from staff.trying.decisions import Behind, decisions_of, reason_of_safety
from staff.trying.explanation import Decision
from staff.trying.facts import turns
from tests.staff.trying.events import Event, action, slot, user

ROOT = Path(__file__).resolve().parents[3]


@cache
def behind() -> Behind:
    places = Places(ROOT)
    return Behind(places, read_courses(places), clinical_table())


def decided(*events: Event) -> Decision:
    return decisions_of(behind(), turns(events)[-1])[-1]


def line(place: str) -> str:
    file, _, number = place.partition(":")
    return (ROOT / file).read_text("utf-8").splitlines()[int(number) - 1]


def test_a_topic_is_decided_by_its_rule() -> None:
    found = decided(user("hours?", "ask_hours"), action("utter_hours"))
    assert found.behind == ("rule “Opening hours”",)
    assert line(found.at[0]) == "- rule: Opening hours"


def test_what_follows_an_offer_is_decided_by_its_story() -> None:
    told = slot("triaged", True), user("lifted", "tell_lifting"), action("utter_cause_lifting")
    offered = action("utter_offer_prevention"), user("yes", "affirm"), action("utter_prevent_lifting", "StoryPolicy")
    found = decided(*told, *offered)
    assert found.behind == ("story “a lift or twist, tips wanted”",)
    assert line(found.at[0]) == "- story: a lift or twist, tips wanted"


def test_an_outcome_names_its_level_and_the_signs_behind_it() -> None:
    flags = slot("red_flags", {"saddle_numbness": "present", "fever": "denied"}), slot("disposition", "go_to_er")
    found = decided(user("my groin is numb"), *flags, action("utter_go_to_er", "SafetyPolicy"))
    assert found.because == "the outcome is “Go to the ER” (saddle numbness)"
    assert [line(place).strip().partition(":")[0] for place in found.at] == ["go_to_er", "saddle_numbness"]


def test_a_sign_that_is_confirmed_is_named() -> None:
    asked = slot("confirm", ["both_legs"]), action("utter_ask_confirm_both_legs", "SafetyPolicy")
    found = decided(user("odd legs"), *asked)
    assert "hinted at or taken back: both legs" in found.because
    assert line(found.at[0]).strip() == "both_legs:"


def test_a_question_is_the_next_one_or_the_open_one() -> None:
    form = action("triage_form")
    first = decided(user("x"), slot("requested_slot", "onset"), form)
    again = decided(slot("requested_slot", "onset"), user("x"), slot("requested_slot", "onset"), form)
    assert first.because == "the next question: Onset"
    assert again.because == "the question that is still open: Onset"
    assert line(first.at[0]).strip() == "- onset"


def test_where_nothing_fits_the_fallback_of_config_yml_is_named() -> None:
    found = decided(user("yes", "affirm"), action("utter_clarify_yes_no"))
    assert "no rule and no story fits" in found.because
    assert "utter_clarify_yes_no" in line(found.at[0])


def test_every_answer_of_the_safety_check_has_its_reason() -> None:
    code = "".join(path.read_text("utf-8") for path in sorted((ROOT / "triage").glob("*.py")))
    named = set(re.findall(r'"((?:utter|action)_\w*[a-z])"', code)) | set(clinical_table().always_answered.values())
    levels = {level.reply for level in clinical_table().levels.values()}
    told = {name for name in named - levels if not name.startswith("utter_ask_")}
    assert len(told) > 25
    assert [name for name in sorted(told) if not reason_of_safety(name)] == []
    assert reason_of_safety("utter_refusal_doctor") == reason_of_safety("utter_refusal_clinic") != ""

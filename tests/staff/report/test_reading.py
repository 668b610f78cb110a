"""From stored events to what is counted of a conversation."""

from __future__ import annotations

from staff.report.conversation import Conversation
from staff.report.reading import read_conversation, shown
from staff.report.store import Event
from tests.staff.report.stored import KNOWN, MONDAY, PHONE, asking, bot, form, later, reset, slot, user


def read(*events: Event) -> Conversation:
    talk = read_conversation(events, KNOWN)
    assert talk is not None
    return talk


def test_a_page_that_only_greets_has_no_message() -> None:
    talk = read(user("/greet", later(-1)), bot("utter_greet"))
    assert (talk.opened, talk.messages, talk.last) == (later(-1), 0, None)


def test_messages_are_counted_by_kind() -> None:
    talk = read(user("/greet"), user("my back", later(1)), user('/answer{"onset": "today"}', later(2)))
    assert (talk.messages, talk.typed, talk.opened, talk.last) == (2, 1, MONDAY, later(2))


def test_the_open_question_is_the_last_one_that_was_not_answered() -> None:
    talk = read(user("hi"), *asking("onset"), user("today"), *asking("recurring"))
    assert talk.asked == {"onset", "recurring"}
    assert talk.open == "recurring"


def test_no_question_is_open_after_the_form() -> None:
    talk = read(user("hi"), *asking("onset"), user("today"), form(None), slot("disposition", "self_care"))
    assert talk.open is None
    assert talk.levels == ["self_care"]


def test_a_sign_to_be_confirmed_and_a_question_of_its_own_come_before_the_forms() -> None:
    talk = read(user("hi"), *asking("onset"), slot("asking", "cold_heat_cautions"))
    assert talk.open == "cold_heat_cautions"
    talk = read(user("hi"), *asking("onset"), slot("confirm", ["fever"]), bot("utter_ask_confirm_fever"))
    assert talk.open == "confirm_fever"
    assert talk.flags_asked == {"fever"}


def test_starting_over_closes_the_question_and_keeps_what_was_told() -> None:
    talk = read(user("hi"), *asking("onset"), slot("disposition", "go_to_er"), reset())
    assert talk.open is None
    assert talk.levels == ["go_to_er"]


def test_a_level_that_is_none_is_passed_over() -> None:
    told = [slot("disposition", level) for level in (None, "call_clinic", "call_clinic", "nonsense", "call_911")]
    assert read(user("hi"), *told).levels == ["call_clinic", "call_911"]


def test_the_flags_that_a_list_offers_are_asked_about() -> None:
    talk = read(user("hi"), *asking("emergency_signs", "chest_pain", "collapse", "none"))
    assert talk.flags_asked == {"chest_pain", "collapse"}


def test_flags_keep_their_last_state_also_when_the_patient_starts_over() -> None:
    states = [{"fever": "unsure"}, {"fever": "present", "collapse": "present"}, {"fever": "denied"}, {}]
    talk = read(user("hi"), *(slot("red_flags", state) for state in states), slot("age_group", "under_18"))
    assert talk.flags == {"fever": "denied", "collapse": "present", "child": "present"}


def test_steps_phone_numbers_and_failures_are_seen() -> None:
    said = [bot("utter_step_lie_down"), bot("utter_phone", f"Call {PHONE}."), bot("utter_safe", f"{PHONE} or {PHONE}")]
    talk = read(user("hi"), *said)
    assert talk.steps == {"lie_down"}
    assert talk.phone_in == ["utter_phone", "utter_safe"]
    assert talk.failures == 1


def test_what_was_not_understood_is_kept_once_with_what_is_known_of_it() -> None:
    said = user("blorp", fever="unsure", collapse="denied")
    (unclear,) = read(*asking("onset"), said, bot("utter_unclear"), bot("utter_unclear_again")).unclear
    assert unclear.text == "blorp"
    assert unclear.asking == "onset"
    assert unclear.nearest == ("report_spasm", "thanks", "goodbye")
    assert unclear.flags == ("fever",)


def test_a_pressed_option_is_no_unclear_sentence() -> None:
    assert read(user("/ask_causes"), bot("utter_unclear")).unclear == []


def test_personal_data_is_masked_again_and_a_text_stays_one_short_line() -> None:
    assert shown("call 406 555 1234\nor me@example.com") == "call *** or ***"
    assert shown("406\n388 8118") == "***"
    assert shown("a\u202eb\x00c") == "abc"
    assert len(shown("word " * 200)) == 200


def test_events_that_cannot_be_read_are_passed_over() -> None:
    broken = [Event("user", None, written) for written in ("{", "{}", "null")]
    broken += [Event("bot", None, "[]"), Event("slot", "asking", "null")]
    talk = read(*broken, user("hi"), *broken, *asking("onset"))
    assert (talk.messages, talk.open) == (1, "onset")
    assert read_conversation(broken, KNOWN) is None
    assert read_conversation([], KNOWN) is None


def test_a_conversation_of_another_time_is_not_read() -> None:
    events = [user("/greet", MONDAY), user("hi", later(30))]
    assert read_conversation(events, KNOWN, lambda opened: opened > MONDAY) is None
    assert read_conversation(events, KNOWN, lambda opened: opened == MONDAY) is not None

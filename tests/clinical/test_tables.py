"""The tables that a clinician signs: complete, as the brief says, and spoken of with existing responses."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.patients import OPTIONS, ROOT, TABLE
from tests.test_wording import grade, sentences
from triage.absorb import COURSES, ONSET_OPTIONS
from triage.ages import AGE_GROUPS
from triage.first_aid import load_first_aid
from triage.state import FORM_QUESTIONS
from triage.summary import load_outcome_phrases
from triage.table import DISPOSITIONS, TICK_LISTS

CLINICAL = ROOT / "clinical"
# The contract's flags, in its two tiers, with the level of the clinical brief's section 3. "none": it
# acts only together with others.
ALONE = {
    "collapse": "call_911",
    "chest_pain": "call_911",
    "breathing_difficulty": "call_911",
    "tearing_pain": "call_911",
    "aneurysm_signs": "call_911",
    "stroke_signs": "call_911",
    "major_trauma": "go_to_er",
    "urinary_retention": "go_to_er",
    "incontinence": "go_to_er",
    "saddle_numbness": "go_to_er",
    "sexual_change": "go_to_er",
    "both_legs": "go_to_er",
    "leg_weakness": "see_doctor_today",
    "self_harm": "crisis_line",
    "overdose": "call_911",
}
RAISING = {
    "fever": "see_doctor_today",
    "infection_risk": "see_doctor_today",
    "recent_spine_procedure": "see_doctor_today",
    "cancer_history": "see_doctor_soon",
    "weight_loss": "see_doctor_soon",
    "night_pain": "see_doctor_soon",
    "fragile_bones": "none",
    "blood_thinner": "none",
    "kidney_signs": "see_doctor_today",
    "pregnancy": "see_doctor_soon",
    "shingles_rash": "see_doctor_today",
    "clot_signs": "see_doctor_today",
    "child": "not_for_bot",
}
# What is asked about, in which list (section 4).
ASKED = {
    "emergency_signs": {
        "collapse", "chest_pain", "breathing_difficulty", "tearing_pain", "aneurysm_signs", "stroke_signs",
        "major_trauma",
    },
    "nerve_signs": {
        "urinary_retention", "incontinence", "saddle_numbness", "sexual_change", "both_legs", "leg_weakness",
    },
    "health_risks": {
        "fever", "cancer_history", "weight_loss", "infection_risk", "recent_spine_procedure", "blood_thinner",
        "fragile_bones", "pregnancy", "kidney_signs", "shingles_rash",
    },
}  # fmt: skip
# What the age groups of the triage say about a sign rule's age.
AGE_FACTS = {"age_60_plus", "age_70_plus"}


def read(path: str) -> dict[str, Any]:
    content: dict[str, Any] = yaml.safe_load((ROOT / path).read_text("utf-8"))
    return content


def quickly(path: Path) -> dict[str, Any]:
    """A long file, read by the C parser where it is installed."""
    return yaml.load(path.read_text("utf-8"), getattr(yaml, "CSafeLoader", yaml.SafeLoader)) or {}


RED_FLAGS = read("clinical/red_flags.yml")
LEVELS = read("clinical/dispositions.yml")
FIRST_AID = read("clinical/first_aid.yml")
CAUSES = read("clinical/causes.yml")
DOMAIN = read("domain.yml")
INTENTS = {intent if isinstance(intent, str) else next(iter(intent)) for intent in DOMAIN["intents"]}


@lru_cache(maxsize=1)
def responses() -> dict[str, list[dict[str, Any]]]:
    """Every response of data/, by name."""
    found: dict[str, list[dict[str, Any]]] = {}
    for path in sorted((ROOT / "data").rglob("*.yml")):
        found |= quickly(path).get("responses") or {}
    return found


@lru_cache(maxsize=1)
def lexicon() -> dict[str, dict[str, Any]]:
    """Every sign of the lexicon, by name."""
    found: dict[str, dict[str, Any]] = {}
    for path in sorted((CLINICAL / "lexicon").glob("*.yml")):
        if path.name != "words.yml":
            found |= quickly(path)
    return found


def named(value: Any) -> Iterator[str]:
    """Every response named anywhere in a table."""
    if isinstance(value, dict):
        for inner in value.values():
            yield from named(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from named(inner)
    elif isinstance(value, str) and value.startswith("utter_"):
        yield value


# --- the red flags -------------------------------------------------------------------------------


def test_the_flags_are_the_contracts() -> None:
    assert set(RED_FLAGS["flags"]) == {*ALONE, *RAISING}


@pytest.mark.parametrize("flag", [*ALONE, *RAISING])
def test_a_flag_sends_where_the_brief_says(flag: str) -> None:
    entry = RED_FLAGS["flags"][flag]
    assert entry["disposition"] == {**ALONE, **RAISING}[flag]
    assert entry["acts_alone"] is (flag in ALONE)


@pytest.mark.parametrize("flag", [*ALONE, *RAISING])
def test_a_flag_is_asked_in_its_list(flag: str) -> None:
    (asked_in,) = [name for name, flags in ASKED.items() if flag in flags] or ["none"]
    assert RED_FLAGS["flags"][flag]["asked_in"] == asked_in


@pytest.mark.parametrize("flag", [*ALONE, *RAISING])
def test_a_flag_can_be_understood_and_confirmed(flag: str) -> None:
    assert lexicon()[flag].get("says") or lexicon()[flag].get("surely")
    assert f"utter_ask_confirm_{flag}" in responses()


@pytest.mark.parametrize("flag", [*ALONE, *RAISING])
def test_what_a_flag_says_back_and_why(flag: str) -> None:
    entry = RED_FLAGS["flags"][flag]
    # It is put after "You told me about:", and the reason after "Why:".
    assert not entry["said_back"].endswith((".", "!"))
    assert entry["why"].endswith(".")


def test_every_term_is_a_flag_a_group_or_a_sign_that_can_be_understood() -> None:
    terms = {
        *(term for entry in RED_FLAGS["flags"].values() for rule in entry.get("raised_by", ()) for term in rule["any"]),
        *(rule["when"] for entry in RED_FLAGS["flags"].values() for rule in entry.get("instead", ())),
        *(term for sign in RED_FLAGS["signs"] for term in sign["all"]),
    }
    known = {*RED_FLAGS["flags"], *RED_FLAGS["groups"], *lexicon(), *AGE_FACTS}
    assert terms <= known


def test_everything_understood_is_of_use() -> None:
    used = {
        *RED_FLAGS["flags"],
        *FIRST_AID["cautions"]["answers"],
        *(term for entry in RED_FLAGS["flags"].values() for rule in entry.get("raised_by", ()) for term in rule["any"]),
        *(rule["when"] for entry in RED_FLAGS["flags"].values() for rule in entry.get("instead", ())),
        *(term for sign in RED_FLAGS["signs"] for term in sign["all"]),
    }
    # Pain high between the shoulder blades: the chest questions are asked of everyone.
    assert set(lexicon()) - used <= {"upper_back"}


def test_the_nerve_signs_are_those_of_their_list() -> None:
    assert set(RED_FLAGS["groups"]["nerve_sign"]) == ASKED["nerve_signs"]


# --- sources and signatures ----------------------------------------------------------------------


def entries() -> Iterator[tuple[str, dict[str, Any]]]:
    """Every line that a clinician signs, with the place where it stands."""
    for name, entry in RED_FLAGS["flags"].items():
        yield f"red_flags.yml: {name}", entry
    for number, entry in enumerate(RED_FLAGS["signs"]):
        yield f"red_flags.yml: signs {number}", entry
    for part in ("levels", "unsure"):
        for name, entry in LEVELS[part].items():
            yield f"dispositions.yml: {part}: {name}", entry
    for entry in FIRST_AID["steps"]:
        yield f"first_aid.yml: {entry['id']}", entry
    yield "first_aid.yml: cautions", FIRST_AID["cautions"]
    for name, entry in CAUSES["causes"].items():
        yield f"causes.yml: {name}", entry
    for name, entry in lexicon().items():
        yield f"lexicon: {name}", entry


def test_every_line_has_its_source_and_a_place_for_the_signature() -> None:
    without = [where for where, entry in entries() if not entry.get("source") or "reviewed" not in entry]
    assert without == []


def test_every_signature_names_a_person() -> None:
    signed = {where: entry["reviewed"] for where, entry in entries() if entry.get("reviewed") is not None}
    assert [where for where, by in signed.items() if not (isinstance(by, str) and by.strip())] == []


# --- dispositions --------------------------------------------------------------------------------


def test_the_levels_are_the_contracts_in_its_order() -> None:
    assert tuple(LEVELS["levels"]) == DISPOSITIONS


@pytest.mark.parametrize("level", DISPOSITIONS)
def test_every_disposition_has_its_reply(level: str) -> None:
    assert LEVELS["levels"][level]["reply"] == f"utter_{level}"
    assert f"utter_{level}" in responses()


def test_unsure_signs_go_where_the_brief_says() -> None:
    levels = {name: entry["disposition"] for name, entry in LEVELS["unsure"].items()}
    assert levels == {
        "emergency_signs": "see_doctor_today",
        "nerve_signs": "go_to_er",
        "volunteered": "see_doctor_today",
    }


def test_a_corrected_emergency_is_still_seen_today() -> None:
    assert LEVELS["corrected_emergency"] == "see_doctor_today"
    assert 4 <= LEVELS["doctor_after_weeks"] <= 6


def test_topics_are_intents() -> None:
    assert set(LEVELS["advice_topics"]) <= INTENTS
    assert set(LEVELS["always_answered"]) <= INTENTS
    assert set(LEVELS["advice_topics"]).isdisjoint(LEVELS["always_answered"])


# --- first aid and causes ------------------------------------------------------------------------


def test_the_cautions_are_asked_and_every_one_is_of_use() -> None:
    answers = FIRST_AID["cautions"]["answers"]
    excluding = {caution for step in FIRST_AID["steps"] for caution in step["excluded_by"]}
    assert excluding | {"none"} == set(answers)
    assert set(TABLE.cautions) | {"none"} == set(answers) == set(OPTIONS["cold_heat_cautions"])


def test_a_step_that_can_be_out_says_so_and_names_an_existing_alternative() -> None:
    steps = {step.id: step for step in load_first_aid(CLINICAL / "first_aid.yml").steps}
    for step in steps.values():
        assert bool(step.excluded_by) == bool(step.skipped)
        assert bool(step.alternative) == bool(step.alternative_response)
        assert step.alternative is None or step.alternative in steps


def test_every_cause_is_told_by_an_intent() -> None:
    """Stories that staff add in files of their own need no line in the table."""
    told = {entry["told_by"] for entry in CAUSES["causes"].values()}
    file = yaml.safe_load((ROOT / "data" / "stories" / "causes.yml").read_text("utf-8"))
    assert told == {item["intent"] for item in file["nlu"]}
    assert told <= set(INTENTS)


# --- responses -----------------------------------------------------------------------------------


def in_the_code() -> set[str]:
    """Every response that the code names; the ones it puts together are spelled out."""
    names: set[str] = set()
    for folder in ("triage", "actions", "rasa_parts"):
        for path in (ROOT / folder).glob("*.py"):
            names |= set(re.findall(r'"(utter_[a-z0-9_]*[a-z0-9])"', path.read_text("utf-8")))
    names -= {"utter_action"}  # Rasa's name for a response in the metadata of what was said
    names |= {f"utter_ask_{question}" for question in (*FORM_QUESTIONS, "better_or_worse", "cold_heat_cautions")}
    names |= {f"utter_explain_{question}" for question in (*TICK_LISTS, "confirm")}
    names |= {f"utter_ask_confirm_{flag}" for flag in TABLE.flags}
    names |= {f"utter_refusal_{level}" for level in DISPOSITIONS if TABLE.is_locked(level)}
    names |= {f"utter_course_{course}" for course in COURSES}
    names |= {f"utter_{course}" for course in COURSES if course != "new"}
    return names


def test_every_response_that_the_code_names_exists() -> None:
    assert sorted(in_the_code() - set(responses())) == []


@pytest.mark.parametrize("file", ["red_flags.yml", "dispositions.yml", "first_aid.yml", "causes.yml"])
def test_every_response_that_a_table_names_exists(file: str) -> None:
    assert sorted(set(named(read(f"clinical/{file}"))) - set(responses())) == []


def test_the_phrases_of_the_outcome_are_complete() -> None:
    phrases = load_outcome_phrases(ROOT / "data" / "triage" / "phrases.yml")
    assert {f"age_{group}" for group in AGE_GROUPS} <= set(phrases.summary)
    assert {f"course_{course}" for course in COURSES} <= set(phrases.summary)


# --- options -------------------------------------------------------------------------------------

# What a question's options may answer, and which of them must be on offer.
KNOWN = {
    **{question: {*flags, "none", "not_sure"} for question, flags in ASKED.items()},
    "age_group": set(AGE_GROUPS),
    "onset": {*ONSET_OPTIONS, "not_sure"},
    "recurring": {"yes", "no", "not_sure"},
    "better_or_worse": set(COURSES),
    "confirm": {"yes", "no", "not_sure", "none", *ALONE, *RAISING},
    "cold_heat_cautions": set(FIRST_AID["cautions"]["answers"]),
}
ANSWER = re.compile(r"/answer(\{.*\})")


def variations() -> Iterator[tuple[str, dict[str, Any]]]:
    for name, alternatives in responses().items():
        for variation in alternatives:
            yield name, variation


def test_every_payload_is_an_intent_or_an_answer_that_the_code_knows() -> None:
    wrong = []
    for name, variation in variations():
        for button in variation.get("buttons") or ():
            answer = ANSWER.fullmatch(button["payload"])
            if answer:
                ((question, value),) = json.loads(answer[1]).items()
                if value not in KNOWN.get(question, ()):
                    wrong.append(f"{name}: {button['payload']}")
            elif button["payload"].removeprefix("/") not in INTENTS or not button["payload"].startswith("/"):
                wrong.append(f"{name}: {button['payload']}")
    assert wrong == []


@pytest.mark.parametrize("question", [*FORM_QUESTIONS, "better_or_worse", "cold_heat_cautions"])
def test_every_answer_to_a_question_is_on_offer_in_each_variation(question: str) -> None:
    for variation in responses()[f"utter_ask_{question}"]:
        payloads = [button["payload"] for button in variation["buttons"]]
        offered = [next(iter(json.loads(p.removeprefix("/answer")).values())) for p in payloads]
        assert set(offered) == KNOWN[question]
        assert len(offered) == len(set(offered))


def test_several_flags_can_be_confirmed_together_whichever_they_are() -> None:
    for variation in responses()["utter_ask_confirm_several"]:
        offered = [next(iter(json.loads(b["payload"].removeprefix("/answer")).values())) for b in variation["buttons"]]
        assert sorted(offered) == sorted([*ALONE, *RAISING, "none", "not_sure"])
        assert variation["custom"]["of"] == "confirm"


@pytest.mark.parametrize("question", [*TICK_LISTS, "cold_heat_cautions", "confirm_several"])
def test_a_tick_list_is_marked_and_ends_with_none_and_not_sure(question: str) -> None:
    for variation in responses()[f"utter_ask_{question}"]:
        assert variation["custom"]["tick_list"] is True
        assert ['"none"' in b["payload"] for b in variation["buttons"]][-2:] == [True, False]
        assert '"not_sure"' in variation["buttons"][-1]["payload"]


@pytest.mark.parametrize("flag", [*ALONE, *RAISING])
def test_a_flag_is_confirmed_with_yes_no_or_not_sure(flag: str) -> None:
    for variation in responses()[f"utter_ask_confirm_{flag}"]:
        payloads = {button["payload"] for button in variation["buttons"]}
        assert payloads == {f'/answer{{"confirm": "{value}"}}' for value in ("yes", "no", "not_sure")}


def test_no_two_options_of_a_response_look_alike() -> None:
    for name, variation in variations():
        titles = [button["title"] for button in variation.get("buttons") or ()]
        assert len(titles) == len(set(titles)), name


def test_every_response_has_one_variation_without_a_condition() -> None:
    """None: silence where no condition holds. Two: one of them at random."""
    for name, alternatives in responses().items():
        assert sum("condition" not in variation for variation in alternatives) == 1, name


# --- wording (tests/test_wording.py holds that of data/) ------------------------------------------

# Poison Control's number, the same for every clinic.
NATIONAL = "1-800-222-1222"
PHONE = re.compile(r"\(?\b\d{3}\)?[-. ]\d{3}[-. ]\d{4}\b|\b\d{3}[-. ]\d{4}\b")
CLINIC = re.compile(r"pro ?physio|movement concepts", re.IGNORECASE)
DOSE = re.compile(r"\b\d+ ?(?:mg|milligrams?|ml|mcg|pills?|tablets?|capsules?)\b", re.IGNORECASE)
DRUG = re.compile(
    r"\b(?:advil|motrin|ibuprofen|tylenol|acetaminophen|paracetamol|aleve|naproxen|aspirin|excedrin|flexeril"
    r"|cyclobenzaprine|robaxin|methocarbamol|valium|diazepam|voltaren|diclofenac|icy ?hot|bengay|biofreeze"
    r"|salonpas|lidocaine|prednisone|tramadol|oxycodone|oxycontin|hydrocodone|vicodin|percocet|norco|gabapentin"
    r"|eliquis|xarelto|warfarin|coumadin|plavix|muscle relax[ae](?:r|nt)s?|nsaids?|opioids?|cbd)\b",
    re.IGNORECASE,
)
PROMISE = re.compile(r"\b(?:cures?|guarantee[ds]?|will (?:fix|heal|go away)|100 ?%|pain-free)\b", re.IGNORECASE)


def reasons() -> Iterator[tuple[str, str]]:
    """The sentences that the tables put into what a patient reads."""
    for name, entry in (*RED_FLAGS["flags"].items(), *LEVELS["unsure"].items()):
        yield name, entry["why"]
    for sign in RED_FLAGS["signs"]:
        yield " ".join(sign["all"]), sign["why"]


def everything_read() -> Iterator[tuple[str, str]]:
    """All that a patient may read, with the place where it stands."""
    yield from reasons()
    for name, entry in (*RED_FLAGS["flags"].items(), *LEVELS["unsure"].items()):
        yield name, entry["said_back"]
    for name, variation in variations():
        yield name, str(variation.get("text", ""))
        for button in variation.get("buttons") or ():
            yield name, str(button["title"])
    for path in ("data/triage/phrases.yml", "data/clinic/phrases.yml", "data/clinic/page.yml"):
        yield path, (ROOT / path).read_text("utf-8")


@pytest.mark.parametrize(("where", "why"), reasons())
def test_a_reason_is_easy_to_read(where: str, why: str) -> None:
    assert grade(why) <= 6
    assert all(len(words) <= 20 for words in sentences(why))


NOT_WRITTEN = {"clinic": CLINIC, "phone": PHONE, "dose": DOSE, "drug": DRUG, "promise": PROMISE}


@pytest.mark.parametrize("kind", NOT_WRITTEN)
def test_no_clinic_dose_drug_or_promise_is_written_out(kind: str) -> None:
    found = ((where, NOT_WRITTEN[kind].search(text.replace(NATIONAL, ""))) for where, text in everything_read())
    assert [f"{where}: {match[0]}" for where, match in found if match] == []

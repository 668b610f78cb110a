"""What patients read in data/: easy, in its order, with a number for help, and never cut short."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
import yaml

from triage.clinic import load_clinic
from triage.clinic_wording import load_phrases, placeholders
from triage.table import load_table

ROOT = Path(__file__).resolve().parent.parent
TABLE = load_table(ROOT / "clinical")
PHRASES = ROOT / "data" / "clinic" / "phrases.yml"

# What a placeholder may stand for, where nothing else is known.
FILLED = {
    "understood": "chest pain or pressure",
    "reason": "Chest pain can come from the heart.",
    "summary": "Back spasm, began today.",
    # The clinic's own words.
    "clinic_treatments": "massage, heat and stretching",
}
# Told in an emergency: easier still.
EMERGENCY = frozenset(
    {"utter_crisis_line", "utter_call_911", "utter_go_to_er", "utter_emergency_again", "utter_call_911_too"}
    | {"utter_overdose", "utter_safe", "utter_why_emergency"}
)
# A name that patients know by sight; a longer list than a sentence; another language.
NOT_MEASURED = frozenset({"utter_spanish"})
NUMBER = re.compile(r"911|988|\{clinic_phone\}")


def _responses() -> Iterator[tuple[str, int, dict[str, Any]]]:
    for path in sorted((ROOT / "data").rglob("*.yml")):
        content = yaml.safe_load(path.read_text("utf-8"))
        for name, variations in (content.get("responses") or {}).items():
            for number, variation in enumerate(variations, start=1):
                yield name, number, variation


RESPONSES = list(_responses())
TEXTS = {f"{name} {number}": str(v["text"]) for name, number, v in RESPONSES if "text" in v}
MEASURED = [key for key in TEXTS if key.split()[0] not in NOT_MEASURED]


def texts_of(name: str) -> list[str]:
    return [text for key, text in TEXTS.items() if key.split()[0] == name]


def plain(text: str) -> str:
    """The text with its placeholders filled as they are for most patients."""
    clinic = load_clinic(ROOT / "examples" / "clinics" / "pro_physio.yml")
    facts = placeholders(clinic, load_phrases(PHRASES), datetime(2026, 11, 16, 17, 0, tzinfo=UTC))
    return re.sub(r"\{(\w+)\}", lambda m: str({**facts, **FILLED}.get(m[1], "3")), text)


def sentences(text: str) -> list[list[str]]:
    """The words of each sentence; a colon and a new line end one too."""
    parts = re.split(r"(?<=[.!?:;])\s+|\n+", plain(text).replace("e.g.", "eg"))
    found = [re.findall(r"[A-Za-z0-9'’()-]*[A-Za-z0-9][A-Za-z0-9'’()-]*", part) for part in parts]
    return [words for words in found if words]


def grade(text: str) -> float:
    """Flesch-Kincaid grade of a text; a number is read as one syllable."""
    said = sentences(text)
    words = [word for sentence in said for word in sentence]
    return 0.39 * len(words) / len(said) + 11.8 * sum(map(syllables, words)) / len(words) - 15.59


def syllables(word: str) -> int:
    letters = re.sub(r"[^a-z]", "", word.lower())
    if not letters:
        return 1
    stem = re.sub(r"(?:[^laeiouy]es|ed|[^laeiouy]e)$", "", letters)
    stem = re.sub(r"^y", "", stem)
    return max(1, len(re.findall(r"[aeiouy]{1,2}", stem)))


@pytest.mark.parametrize("key", MEASURED)
def test_the_wording_is_easy_to_read(key: str) -> None:
    """Grade 6, in an emergency 5; short texts of a few hard words (a menu's line) may be one higher."""
    most = 5.0 if key.split()[0] in EMERGENCY else 6.0
    words = sum(len(sentence) for sentence in sentences(TEXTS[key]))
    assert grade(TEXTS[key]) <= most + (1.0 if words < 15 else 0.0)


@pytest.mark.parametrize("key", MEASURED)
def test_no_sentence_is_longer_than_twenty_words(key: str) -> None:
    assert [" ".join(words) for words in sentences(TEXTS[key]) if len(words) > 20] == []


@pytest.mark.parametrize("key", TEXTS)
def test_nothing_stands_below_a_question(key: str) -> None:
    """After a response's last question there is at most how to answer it."""
    below = TEXTS[key].rpartition("?")[2] if "?" in TEXTS[key] else ""
    assert not NUMBER.search(below)
    assert not re.search(r"\b(?:go to|doctor|emergency|call|stop)\b", below, re.IGNORECASE)


@pytest.mark.parametrize("level", ["see_doctor_soon", "see_doctor_today", "go_to_er", "call_911"])
def test_an_outcome_says_back_then_advises_then_gives_the_reason(level: str) -> None:
    advice = {
        "see_doctor_soon": "doctor",
        "see_doctor_today": "doctor",
        "go_to_er": "emergency room",
        "call_911": "Call 911",
    }[level]
    for text in texts_of(TABLE.levels[level].reply):
        places = [text.find(part) for part in ("{understood}", advice, "{reason}")]
        assert -1 not in places
        assert places == sorted(places)


@pytest.mark.parametrize("level", ["see_doctor_soon", "see_doctor_today", "call_clinic", "self_care"])
def test_an_outcome_says_what_to_watch_for(level: str) -> None:
    for text in texts_of(TABLE.levels[level].reply):
        assert re.search(r"if (?:you|they) cannot pee|danger signs", text)


@pytest.mark.parametrize(
    "level", [name for name, level in TABLE.levels.items() if level.reply != "utter_not_for_bot"]
)
def test_beside_the_advice_stand_the_disclaimer_and_a_number(level: str) -> None:
    for text in texts_of(TABLE.levels[level].reply):
        assert NUMBER.search(text)
        assert "automated" in text and ("not a doctor" in text or level == "crisis_line")


@pytest.mark.parametrize(
    "name", ["utter_unclear_again", "utter_vague_worry", "utter_safe", "utter_human", "utter_no_first_aid"]
)
def test_where_the_bot_cannot_help_it_names_911(name: str) -> None:
    assert all("911" in text for text in texts_of(name))


@pytest.mark.parametrize("name", ["utter_unclear_again", "utter_human", "utter_safe", "utter_other_body_part"])
def test_where_a_person_is_needed_the_number_is_given(name: str) -> None:
    assert all("{clinic_phone}" in text for text in texts_of(name))


@pytest.mark.parametrize(
    "name", ["utter_call_clinic", "utter_human", "utter_phone", "utter_hours", "utter_appointment"]
)
def test_after_hours_the_patient_is_told_who_to_call(name: str) -> None:
    """Whoever is sent to the clinic's phone is also told whom to turn to when it is closed and cannot wait."""
    for text in texts_of(name):
        assert "cannot wait" in text
        assert "911" in text
        assert re.search(r"doctor|urgent care|ER\b|emergency room", text)
        assert "voicemail" not in text.lower()


def test_who_is_sent_to_the_clinic_gets_its_number_its_hours_and_what_to_say() -> None:
    for text in texts_of("utter_call_clinic"):
        assert {"{clinic_phone}", "{clinic_hours_today}", "{summary}", "{reason}"} <= set(re.findall(r"{\w+}", text))


def test_in_spanish_stand_the_emergency_line_and_the_number() -> None:
    for text in texts_of("utter_spanish"):
        spanish = text.partition("I only understand")[0]
        assert "llame al 911" in spanish
        assert "{clinic_phone}" in spanish


@pytest.mark.parametrize("key", TEXTS)
def test_no_doses_no_promises_and_no_clinic_written_out(key: str) -> None:
    text = TEXTS[key].lower()
    assert not re.search(r"\d\s*mg\b|milligram|ibuprofen|advil|tylenol|aspirin|acetaminophen|naproxen|aleve", text)
    assert not re.search(r"\bcures?\b|\bguarantee|\bwill fix\b", text)
    assert "pro physio" not in text and "388-8118" not in text

"""The onset and the recurrence as entities of Rasa's messages."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from typing import Any

import pytest
from rasa.shared.nlu.constants import ENTITIES, INTENT, TEXT
from rasa.shared.nlu.training_data.message import Message

from rasa_parts.onset_extractor import OnsetExtractor

AT = "2026-11-19T22:00:00+00:00"


@pytest.fixture(scope="module")
def extractor() -> OnsetExtractor:
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("BOT_CLINIC", "examples/clinics/pro_physio.yml")
        return OnsetExtractor()


def entities(extractor: OnsetExtractor, text: str | None, **data: Any) -> list[dict[str, Any]]:
    message = Message(data={TEXT: text, "metadata": {"at": AT}, **data})
    (processed,) = extractor.process([message])
    return list(processed.get(ENTITIES) or [])


def test_the_onset_is_a_moment_in_utc(extractor: OnsetExtractor) -> None:
    (onset,) = entities(extractor, "my back has been hurting for 2 days")
    assert onset["entity"] == "onset"
    assert onset["value"] == "2026-11-17T22:00:00+00:00"
    assert onset["ambiguous"] is False


def test_days_go_by_the_clinics_time_zone(extractor: OnsetExtractor) -> None:
    # 3 in the morning in UTC is still the evening before in Montana.
    (onset,) = entities(
        extractor,
        "my back went out yesterday",
        metadata={"at": "2026-11-19T03:00:00+00:00"},
    )
    assert onset["earliest"] == "2026-11-17T07:00:00+00:00"


def test_a_vague_time_is_marked(extractor: OnsetExtractor) -> None:
    (onset,) = entities(extractor, "back pain for a few days")
    assert onset["ambiguous"] is True


@pytest.mark.parametrize(
    ("text", "value"), [("my back went out again", "yes"), ("first time", "no")]
)
def test_recurring_is_yes_or_no(extractor: OnsetExtractor, text: str, value: str) -> None:
    assert [(e["entity"], e["value"]) for e in entities(extractor, text)] == [("recurring", value)]


def test_both_at_once(extractor: OnsetExtractor) -> None:
    found = entities(extractor, "third time this year my back locked up, it started an hour ago")
    assert sorted(e["entity"] for e in found) == ["onset", "recurring"]


def test_a_bare_answer_counts_when_the_channel_says_what_was_asked(
    extractor: OnsetExtractor,
) -> None:
    assert entities(extractor, "3 days") == []
    (onset,) = entities(extractor, "3 days", metadata={"at": AT, "asking": "onset"})
    assert onset["entity"] == "onset"


def test_entities_of_others_are_kept(extractor: OnsetExtractor) -> None:
    other = {"entity": "red_flag", "value": "fever"}
    found = entities(extractor, "first time", **{ENTITIES: [other]})
    assert found[0] == other
    assert len(found) == 2


@pytest.mark.parametrize("text", ["", "   ", None, "\n"])
def test_nothing_is_found_in_nothing(extractor: OnsetExtractor, text: str | None) -> None:
    assert entities(extractor, text) == []


@pytest.mark.parametrize("text", ['/answer{"onset": "today"}', "  /again", "/first_time"])
def test_payloads_are_left_alone(extractor: OnsetExtractor, text: str) -> None:
    assert entities(extractor, text) == []


def test_a_message_that_was_classified_before_is_read_too(extractor: OnsetExtractor) -> None:
    (entity,) = entities(extractor, "first time", **{INTENT: {"name": "report_spasm"}})
    assert entity["entity"] == "recurring"


@pytest.mark.parametrize("metadata", [None, {}, {"at": "not a time"}, {"at": 5}])
def test_without_a_time_it_is_now(extractor: OnsetExtractor, metadata: Any) -> None:
    before = datetime.now(UTC)
    (onset,) = entities(extractor, "my back has hurt for 2 hours", metadata=metadata)
    lasted = (before - datetime.fromisoformat(onset["value"])).total_seconds()
    assert lasted == pytest.approx(7200, abs=60)


def test_entities_can_be_stored(extractor: OnsetExtractor) -> None:
    found = entities(extractor, "my back went out again yesterday")
    assert json.loads(json.dumps(found)) == found

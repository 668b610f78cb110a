"""Everything that a patient may read."""

from __future__ import annotations

from pathlib import Path

from staff.check.said import everything_said, stand_ins
from tests.staff.check.made import made

FILES = {
    "data/topics/parking.yml": """
        version: "3.1"
        responses:
          utter_parking:
          - text: There.
            image: a.svg
            custom: {description: "A car."}
            buttons:
            - {title: "Cost", payload: /ask_cost}
        """,
    "clinical/red_flags.yml": """
        flags:
          fever: {said_back: a fever, why: It can be bad.}
        signs:
        - {all: [a], said_back: a sign, why: It matters.}
        """,
    "data/triage/phrases.yml": 'reasons:\n  worse: "It is worse."\n',
}


def test_answers_options_reasons_and_words(tmp_path: Path) -> None:
    said = [(one.name, one.kind, str(one.text)) for one in everything_said(made(tmp_path, FILES))]
    assert said == [
        ("utter_parking", "answer", "There."),
        ("utter_parking", "answer", "A car."),
        ("utter_parking", "option", "Cost"),
        ("fever", "words", "a fever"),
        ("fever", "reason", "It can be bad."),
        ("signs 1", "words", "a sign"),
        ("signs 1", "reason", "It matters."),
        ("worse", "words", "It is worse."),
    ]


def test_every_placeholder_of_the_clinic_has_a_stand_in() -> None:
    assert {"clinic_name", "clinic_phone", "clinic_hours", "understood", "ice_minutes"} <= set(stand_ins())

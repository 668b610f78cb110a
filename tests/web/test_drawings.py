"""Every step is drawn and told in words; the drawings are small, and nothing but shapes."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest
import yaml

from rasa_parts.clinic_nlg import ClinicNLG
from triage.first_aid import HEAT, ICE, THERMAL, Step, load_first_aid

ROOT = Path(__file__).resolve().parents[2]
WEB = ROOT / "web"
DRAWINGS = sorted((WEB / "steps").glob("*.svg"))
STEPS = load_first_aid(ROOT / "clinical" / "first_aid.yml").steps

SVG = "{http://www.w3.org/2000/svg}"
SHAPES = {f"{SVG}{name}" for name in ("svg", "g", "path", "rect", "circle", "ellipse")}
# Attributes of shapes alone: no style, which a policy may forbid, no event, no address.
ATTRIBUTES = frozenset(
    {"width", "height", "viewBox", "x", "y", "rx", "ry", "cx", "cy", "r", "d", "transform"}
    | {"fill", "stroke", "stroke-width", "stroke-linecap", "stroke-linejoin", "stroke-dasharray"}
)
# What every figure is drawn with: the upper body, and the legs.
FIGURE = {"#12707a", "#0b4550"}
# The ground showing between two limbs, and what a drawing is understood without:
# the floor, a mat's or a bed's edge, a room, where the knees go to.
PALE = {"#e9f4f3", "#fff", "#8fb9bd", "#c9dfe0"}
MOST_BYTES = 3072
MOST_WORDS = 25
PACKS = {ICE: "Ice", HEAT: "Heat"}


def _responses() -> Iterator[tuple[str, list[dict[str, Any]]]]:
    for path in sorted((ROOT / "data").rglob("*.yml")):
        yield from (yaml.safe_load(path.read_text("utf-8")).get("responses") or {}).items()


RESPONSES = dict(_responses())
SHOWN = [
    (name, variation)
    for name, variations in RESPONSES.items()
    for variation in variations
    if "image" in variation
]


@pytest.fixture(scope="module")
def nlg() -> ClinicNLG:
    nlg = ClinicNLG()
    nlg.responses = RESPONSES
    return nlg


@pytest.mark.parametrize("step", STEPS, ids=lambda step: step.id)
def test_every_step_is_drawn_for_the_patient_and_for_who_helps(step: Step) -> None:
    variations = RESPONSES[step.response]
    assert len(variations) == 2
    assert [v.get("image") for v in variations] == [f"steps/{step.id}.svg"] * 2


def test_every_drawing_that_is_named_is_there_and_every_one_there_is_named() -> None:
    named = {variation["image"] for _, variation in SHOWN}
    assert named == {path.relative_to(WEB).as_posix() for path in DRAWINGS}


def test_a_drawing_is_shown_whoever_the_patient_is() -> None:
    for name in {name for name, _ in SHOWN}:
        shown = [(v.get("image"), v.get("custom")) for v in RESPONSES[name]]
        assert shown == shown[:1] * len(shown), name


def test_a_drawing_is_told_in_the_same_words_wherever_it_is_shown() -> None:
    told: dict[str, set[str]] = {}
    for _, variation in SHOWN:
        told.setdefault(variation["image"], set()).add(variation["custom"]["description"])
    assert [image for image, words in told.items() if len(words) != 1] == []
    assert len({words for described in told.values() for words in described}) == len(told)


@pytest.mark.parametrize(("name", "variation"), SHOWN, ids=[name for name, _ in SHOWN])
def test_a_description_is_short_and_says_what_to_do_with_the_body(
    name: str, variation: dict[str, Any]
) -> None:
    description = variation["custom"]["description"]
    assert 8 <= len(description.split()) <= MOST_WORDS
    assert description.startswith("A person ") and description.endswith(".")
    assert not re.search(r"\b(?:image|picture|drawing|shows|shown)\b|[{}<>]", description)


def test_nothing_has_a_description_without_a_drawing() -> None:
    described = [
        name
        for name, variations in RESPONSES.items()
        for v in variations
        if "description" in (v.get("custom") or {}) and "image" not in v
    ]
    assert described == []


@pytest.mark.parametrize("step", STEPS, ids=lambda step: step.id)
@pytest.mark.parametrize("patient", [None, "other"])
def test_a_step_says_where_it_stands_and_how_long_a_pack_stays_on(
    nlg: ClinicNLG, step: Step, patient: str | None
) -> None:
    message = nlg.generate_from_slots(
        step.response, {"patient": patient}, "site", step_number=3, step_total=6
    )
    custom = message["custom"]
    assert custom["progress"] == {"step": "3", "of": "6"}
    assert ("timer" in custom) == (step.id in THERMAL)
    if step.id in THERMAL:
        assert custom["timer"]["label"] == PACKS[step.id]
        assert f"{custom['timer']['minutes']} minutes at most" in message["text"]


@pytest.mark.parametrize("step", [s for s in STEPS if s.alternative], ids=lambda step: step.id)
@pytest.mark.parametrize("patient", [None, "other"])
def test_the_other_pack_has_a_timer_with_its_own_name(
    nlg: ClinicNLG, step: Step, patient: str | None
) -> None:
    message = nlg.generate_from_slots(str(step.alternative_response), {"patient": patient}, "site")
    timer = message["custom"]["timer"]
    assert timer["label"] == PACKS[str(step.alternative)]
    assert f"{timer['minutes']} minutes at most" in message["text"]


@pytest.mark.parametrize("path", DRAWINGS, ids=lambda path: path.stem)
def test_a_drawing_is_shapes_alone(path: Path) -> None:
    text = path.read_text("utf-8")
    assert len(text.encode()) <= MOST_BYTES
    assert "<!DOCTYPE" not in text and "<?" not in text and "url(" not in text
    root = ElementTree.fromstring(text)
    assert {element.tag for element in root.iter()} <= SHAPES
    assert {name for element in root.iter() for name in element.attrib} <= ATTRIBUTES
    assert not any((element.text or "").strip() for element in root.iter())


@pytest.mark.parametrize("path", DRAWINGS, ids=lambda path: path.stem)
def test_the_drawings_are_one_set_on_a_ground_of_their_own(path: Path) -> None:
    """A ground that covers the whole drawing lets it stand on light and dark pages alike."""
    root = ElementTree.fromstring(path.read_text("utf-8"))
    assert root.attrib["viewBox"] == "0 0 320 200"
    assert (root.attrib["width"], root.attrib["height"]) == ("320", "200")
    ground = root[0]
    assert ground.tag == f"{SVG}rect"
    assert (ground.attrib["width"], ground.attrib["height"]) == ("320", "200")
    figure = {c for e in root[1:] for x in e.iter() if (c := x.attrib.get("stroke"))}
    assert FIGURE <= figure
    assert all(contrast(colour, ground.attrib["fill"]) >= 3 for colour in figure - PALE)


def contrast(one: str, other: str) -> float:
    """The contrast ratio of WCAG 2.2."""
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def luminance(colour: str) -> float:
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue

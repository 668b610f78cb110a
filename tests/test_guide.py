"""The staff's guide is true: each recipe can be followed word by word, and what it promises is there afterwards."""

from __future__ import annotations

import re
import shlex
import subprocess
import sys
import warnings
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
import yaml
from rasa.engine.graph import ExecutionContext, GraphSchema
from rasa.engine.storage.local_model_storage import LocalModelStorage
from rasa.engine.storage.resource import Resource
from rasa.shared.core.generator import TrainingDataGenerator
from rasa.shared.importers.importer import TrainingDataImporter
from rasa.shared.nlu.constants import INTENT, TEXT

from commands.front_door import available_commands
from rasa_parts.resuming_rule_policy import ResumingRulePolicy
from staff.check import run
from staff.places import Places
from tests.conversation_file import read
from tests.guide import GUIDE, ROOT, GuideError, Recipe, copy_of_the_project, follow, recipes
from tests.talking import Patient
from triage.clinic import load_clinic
from triage.clinic_wording import load_phrases, placeholders

pytestmark = pytest.mark.as_delivered

RECIPES = {recipe.heading: recipe for recipe in recipes()}
MONDAY = datetime(2026, 11, 16, 17, 0, tzinfo=UTC)


def texts(project: Path, response: str) -> list[str]:
    place = Places(project).response(response)
    assert place is not None
    content = yaml.safe_load((project / place.file).read_text("utf-8"))
    return [variation["text"] for variation in content["responses"][response]]


def fact(project: Path, name: str) -> str:
    phrases = load_phrases(project / "data" / "clinic" / "phrases.yml")
    return placeholders(load_clinic(project / "clinic.yml"), phrases, MONDAY)[name]


def examples(project: Path, intent: str) -> list[str]:
    return [sentence.text for sentence in Places(project).examples(intent)]


def new_hours(project: Path) -> None:
    assert "Monday: 8:00 am to noon and 1:00 pm to 5:30 pm" in fact(project, "clinic_hours")
    assert "closed" in fact(project, "clinic_hours")


def new_phone(project: Path) -> None:
    assert fact(project, "clinic_phone") == "(406) 388-4000"


def new_answer(project: Path) -> None:
    assert all("Change your position every few minutes." in text for text in texts(project, "utter_sitting"))


def new_ice_step(project: Path) -> None:
    said = texts(project, "utter_step_ice")
    assert len(said) == 2
    assert all("thin towel" in text and "{ice_minutes}" in text for text in said)


def new_sentence(project: Path) -> None:
    assert "u guys open tmrw" in examples(project, "ask_hours")


def new_topic(project: Path) -> None:
    assert "behind the building" in texts(project, "utter_parking")[0]
    assert "where do i park" in examples(project, "ask_parking")
    assert "where do i park" not in examples(project, "ask_address")
    assert "ask_parking" in yaml.safe_load((project / "domain.yml").read_text("utf-8"))["intents"]


def new_story(project: Path) -> None:
    assert all("garden wait" in text for text in texts(project, "utter_cause_gardening"))
    assert "I was gardening all weekend" in examples(project, "tell_gardening")
    assert not any("gardening" in text.lower() for text in examples(project, "tell_overuse"))


def new_question(project: Path) -> None:
    assert texts(project, "utter_ask_age_group") == ["What is your age?", "What is their age?"]


def new_danger_words(project: Path) -> None:
    taught = yaml.safe_load((project / "clinical" / "phrasings" / "urinary_retention.yml").read_text("utf-8"))
    assert "nowt doing down there since breakfast and I have drunk plenty" in taught["present"]


def new_conversation(project: Path) -> None:
    file = project / "tests" / "conversations" / "digressions" / "parking.yml"
    for entry in yaml.safe_load(file.read_text("utf-8")):
        assert read(entry, file.name).steps


SHOWN: dict[str, Callable[[Path], None]] = {
    "Change the hours": new_hours,
    "Change the phone number": new_phone,
    "Reword an answer": new_answer,
    "Reword the ice step": new_ice_step,
    "Add a sentence that was misunderstood": new_sentence,
    "Add a topic: parking": new_topic,
    "Add a story: gardening all weekend": new_story,
    "Change a question's wording": new_question,
    "Add how a patient put a danger sign": new_danger_words,
    "Keep a conversation right for good": new_conversation,
}


def test_every_recipe_has_its_check() -> None:
    assert list(RECIPES) == list(SHOWN)


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy in which all recipes were followed, one after the other."""
    made = copy_of_the_project(tmp_path_factory.mktemp("guide"))
    for recipe in RECIPES.values():
        follow(recipe, made)
    return made


@pytest.mark.parametrize("heading", SHOWN)
def test_a_recipe_can_be_followed_and_shows(heading: str, project: Path) -> None:
    SHOWN[heading](project)
    with pytest.raises((AssertionError, FileNotFoundError)):
        SHOWN[heading](ROOT)


@pytest.mark.parametrize("recipe", RECIPES.values(), ids=str)
def test_a_recipe_needs_no_other_one(recipe: Recipe, tmp_path: Path) -> None:
    project = copy_of_the_project(tmp_path)
    follow(recipe, project)
    SHOWN[recipe.heading](project)


@pytest.fixture(scope="module")
def importer(project: Path) -> TrainingDataImporter:
    """Rasa's own reader of the copy."""
    return TrainingDataImporter.load_from_config(
        str(project / "config.yml"), str(project / "domain.yml"), [str(project / "data")]
    )


def test_rasa_reads_the_files_without_a_warning(importer: TrainingDataImporter) -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("error", UserWarning)
        # Of slots that have an entity's name; they are filled by SafetyPolicy.
        warnings.filterwarnings("ignore", "Slot auto-fill")
        domain, stories, nlu = importer.get_domain(), importer.get_stories(), importer.get_nlu_data()
    known = set(domain.action_names_or_texts)
    steps = [event for step in stories.story_steps for event in step.events]
    assert {event.action_name for event in steps if hasattr(event, "action_name")} - known == set()
    heard = {(message.get(INTENT), message.get(TEXT)) for message in nlu.intent_examples}
    assert ("ask_parking", "where can I park") in heard
    assert ("tell_gardening", "I was gardening all weekend") in heard


def test_the_rules_and_stories_do_not_contradict_each_other(importer: TrainingDataImporter, tmp_path: Path) -> None:
    domain, stories = importer.get_domain(), importer.get_stories()
    trackers = TrainingDataGenerator(stories, domain, use_story_concatenation=False).generate()
    policy = ResumingRulePolicy(
        ResumingRulePolicy.get_default_config(),
        LocalModelStorage.create(tmp_path),
        Resource("rules"),
        ExecutionContext(GraphSchema({})),
    )
    policy.train(trackers, domain)


def test_what_holds_for_the_wording_and_the_tables_still_holds(project: Path) -> None:
    """The tests of the project itself, in the changed copy."""
    files = ["tests/test_wording.py", "tests/clinical/test_tables.py", "tests/staff/triage_map/test_documents.py"]
    done = subprocess.run(
        [sys.executable, "-m", "pytest", "-q", "-x", "-p", "no:cacheprovider", "--no-header", *files],
        cwd=project, capture_output=True, text=True,
    )
    assert done.returncode == 0, done.stdout[-3000:]


def test_the_check_finds_nothing_wrong(project: Path) -> None:
    assert [str(finding) for finding in run.errors(run.check(project))] == []


def test_the_typed_conversation_comes_to_the_ice(new_patient: Callable[[], Patient]) -> None:
    [line] = [box.lines for box in RECIPES["Reword the ice step"].boxes if box.task == "type"]
    patient = new_patient()
    for message in shlex.split(line)[2:]:
        reply = patient.presses(message[1:-1]) if message.startswith("[") else patient.types(message)
    assert any("Step 3 of 6: ice" in message.text for message in reply.messages)


# --- the guide itself -------------------------------------------------------------------------------


def test_its_commands_are_there() -> None:
    typed = set(re.findall(r"\./bot (\w+)", GUIDE.read_text("utf-8")))
    assert typed <= set(available_commands(ROOT))


def test_its_files_are_there() -> None:
    made = {box.file for recipe in RECIPES.values() for box in recipe.boxes if box.task == "the whole file"}
    made |= {"data/topics/parking.yml", "data/stories/gardening.yml"}
    for name in re.findall(r"`((?:data|clinical|tests|docs)/[\w./-]*)`", GUIDE.read_text("utf-8")):
        assert name in made or (ROOT / name).exists(), name


def test_it_explains_every_word_in_braces_that_an_answer_has() -> None:
    told = set(re.findall(r"`\{(\w+)\}`", GUIDE.read_text("utf-8").partition("## Words in braces")[2]))
    used = {name for text in _answers() for name in re.findall(r"\{(\w+)\}", text)}
    facts = placeholders(load_clinic(ROOT / "clinic.yml"), load_phrases(ROOT / "data/clinic/phrases.yml"), MONDAY)
    assert told >= used | set(facts)


def _answers() -> list[str]:
    contents = (yaml.safe_load(path.read_text("utf-8")) for path in sorted((ROOT / "data").rglob("*.yml")))
    responses: list[list[dict[str, Any]]] = [many for c in contents for many in (c.get("responses") or {}).values()]
    return [str(variation.get("text", "")) for many in responses for variation in many]


def test_a_recipe_that_is_no_longer_true_is_found(tmp_path: Path) -> None:
    project = copy_of_the_project(tmp_path)
    clinic = project / "clinic.yml"
    clinic.write_text(clinic.read_text("utf-8").replace("hours: null", "hours:"), "utf-8")
    with pytest.raises(GuideError, match="Change the hours"):
        follow(RECIPES["Change the hours"], project)

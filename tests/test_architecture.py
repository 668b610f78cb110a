"""What the house is built on: which package may know which, and where the words stand."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
PACKAGES = ("triage", "rasa_parts", "actions", "commands", "bench", "staff")
# What each package must not import: triage/ knows nothing of Rasa and can be read beside the table.
FORBIDDEN = {
    "triage": {"rasa", "rasa_sdk", "rasa_parts", "actions", "commands", "staff", "tests", "tensorflow", "onnxruntime"},
    "actions": {"rasa", "rasa_parts", "commands", "staff", "tests"},
    "rasa_parts": {"commands", "bench", "staff", "tests"},
    "staff": {"commands", "bench", "tests"},
    "bench": {"actions", "tests"},
    "staff/check": {"rasa", "rasa_sdk", "tensorflow", "onnxruntime", "numpy", "sklearn"},
    "commands": {"tests"},
}
# What is written for the staff or the log, not for patients.
NOT_FOR_PATIENTS = {"error", "warning", "info", "debug", "exception", "critical", "log", "add"}
SENTENCE = re.compile(r"[.!?][\"')]?$")
WORDS = re.compile(r"[A-Za-z']+")
REGULAR_EXPRESSION = re.compile(r"\(\?|\\|\|")


def modules(package: str) -> list[Path]:
    return sorted((ROOT / package).rglob("*.py"))


ALL = [pytest.param(path, id=path.relative_to(ROOT).as_posix()) for name in PACKAGES for path in modules(name)]
SPEAKING = [
    pytest.param(path, id=path.relative_to(ROOT).as_posix())
    for name in ("triage", "rasa_parts", "actions")
    for path in modules(name)
]


def imported(tree: ast.AST) -> Iterator[str]:
    """Every package imported anywhere in a module, also inside functions and under TYPE_CHECKING."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name.split(".")[0] for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield (node.module or "").split(".")[0] if node.level == 0 else "."
        elif isinstance(node, ast.Call) and ast.unparse(node.func).endswith(("import_module", "__import__")):
            yield from (str(arg.value).split(".")[0] for arg in node.args if isinstance(arg, ast.Constant))


def sentences(tree: ast.AST) -> list[str]:
    """The sentences of four words or more among a module's strings, but docstrings, errors and logs."""
    passed_over: set[int] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):
            passed_over.add(id(node.value))
        elif isinstance(node, ast.Raise) or (isinstance(node, ast.Call) and _is_for_staff(_name(node.func))):
            passed_over |= {id(inner) for inner in ast.walk(node)}
    return [
        node.value
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant)
        and isinstance(node.value, str)
        and id(node) not in passed_over
        and SENTENCE.search(node.value.strip())
        and len(WORDS.findall(node.value)) >= 4
        and not REGULAR_EXPRESSION.search(node.value)
    ]


def _is_for_staff(name: str) -> bool:
    return name in NOT_FOR_PATIENTS or name.endswith("Error")


def _name(node: ast.expr) -> str:
    return node.attr if isinstance(node, ast.Attribute) else node.id if isinstance(node, ast.Name) else ""


def parse(path: Path) -> ast.Module:
    return ast.parse(path.read_text("utf-8"))


@pytest.mark.parametrize("package", FORBIDDEN)
def test_a_package_knows_only_what_it_may(package: str) -> None:
    wrong = {
        path.name: found for path in modules(package) if (found := set(imported(parse(path))) & FORBIDDEN[package])
    }
    assert wrong == {}


@pytest.mark.parametrize("path", SPEAKING)
def test_no_sentence_for_patients_stands_in_the_code(path: Path) -> None:
    assert sentences(parse(path)) == []


@pytest.mark.parametrize("path", ALL)
def test_every_module_says_what_it_is(path: Path) -> None:
    assert ast.get_docstring(parse(path))


@pytest.mark.parametrize("path", ALL)
def test_no_module_is_a_drawer_for_everything(path: Path) -> None:
    assert not re.search(r"utils?|helpers?|manager|misc|common", path.stem)


def test_every_action_has_its_twin_test() -> None:
    tested = {path.stem.removeprefix("test_") for path in (ROOT / "tests" / "actions").glob("test_*.py")}
    assert {path.stem for path in modules("actions")} - {"__init__"} <= tested


def test_the_check_for_sentences_finds_one() -> None:
    code = '''
    """A docstring is a sentence of its own."""
    raise ValueError("This is written for the staff.")
    logger.error("And this is for the log.")
    said = "Call 911 now and do not drive."
    '''
    assert sentences(ast.parse("if True:" + code)) == ["Call 911 now and do not drive."]


def test_the_check_for_imports_finds_hidden_ones() -> None:
    code = "def f():\n    from rasa.core import agent\n    import importlib\n    importlib.import_module('rasa_sdk.x')"
    assert {"rasa", "rasa_sdk"} <= set(imported(ast.parse(code)))

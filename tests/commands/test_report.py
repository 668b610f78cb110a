"""`./bot report` writes the page and the draft, and says plainly what is in the way."""

from __future__ import annotations

import shutil
import stat
from pathlib import Path

import pytest
import yaml
from rasa.shared.core.events import BotUttered, UserUttered

from commands import report as command
from commands.problem import Problem
from tests.staff.report.stored import MONDAY, project, stored_by_rasa

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    shutil.copytree(ROOT / "clinical", tmp_path / "clinical")
    for name in ("domain.yml", "config.yml"):
        shutil.copy(ROOT / name, tmp_path)
    shutil.copy(ROOT / "examples/clinics/pro_physio.yml", tmp_path / "clinic.yml")
    monkeypatch.setattr(command, "ROOT", project(tmp_path))
    monkeypatch.setattr(command, "be_quiet", lambda: None)
    monkeypatch.delenv("BOT_CLINIC", raising=False)
    return tmp_path


def said(text: str) -> list[object]:
    message = UserUttered(text, {"name": "nlu_fallback"}, metadata={"at": MONDAY.isoformat()})
    return [message, BotUttered("I did not understand.", metadata={"utter_action": "utter_unclear"})]


def test_the_page_is_written_for_this_user_alone(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    stored_by_rasa(root, [said("blorp"), said("<b>chest pain</b>")])
    page = root / "var" / "deep" / "page.html"
    assert command.main(["--out", str(page)]) == 0
    written = page.read_text("utf-8")
    assert "2 conversations" in written
    assert "&lt;b&gt;chest pain&lt;/b&gt;" in written
    assert "Red flag: chest pain" in written
    assert stat.S_IMODE(page.stat().st_mode) == 0o600
    assert capsys.readouterr().out.startswith("2 conversations in ")
    assert not list(page.parent.glob(".*"))


def test_only_the_days_that_were_asked_for_are_counted(root: Path) -> None:
    stored_by_rasa(root, [said("blorp")])
    page = root / "page.html"
    assert command.main(["--out", str(page), "--until", "2026-11-15"]) == 0
    assert "No patient wrote in these days." in page.read_text("utf-8")
    assert command.main(["--out", str(page), "--since", "2026-11-16", "--until", "2026-11-16"]) == 0
    assert "<b>1</b><span>conversations</span>" in page.read_text("utf-8")


def test_the_draft_is_written_once(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    stored_by_rasa(root, [said("blorp"), said("call 406 555 1234")])
    draft = root / "var" / "unclear.yml"
    options = ["--out", str(root / "page.html"), "--unclear", str(draft)]
    assert command.main(options) == 0
    assert "2 sentences to label" in capsys.readouterr().out
    entries = yaml.safe_load(draft.read_text("utf-8"))["to_label"]
    assert [entry["sentence"] for entry in entries] == ["blorp", "call ***"]
    with pytest.raises(Problem, match="there already"):
        command.main(options)


@pytest.mark.parametrize(
    ("options", "reason"),
    [
        (["--out", "domain.yml"], "ends in .html"),
        (["--days", "0"], "at least one day"),
        (["--since", "soon"], "year-month-day"),
        (["--unclear", "{root}/data/x.yml"], "must not stand in data/"),
        ([], "no stored conversations"),
    ],
)
def test_what_is_in_the_way_is_one_sentence(root: Path, options: list[str], reason: str) -> None:
    with pytest.raises(Problem, match=reason) as problem:
        command.main([option.format(root=root) for option in options])
    assert "\n" not in str(problem.value)
    assert not (root / "var" / "report.html").exists()


def test_a_clinic_file_with_a_mistake_is_said_with_its_line(root: Path) -> None:
    (root / "clinic.yml").write_text("name: 5\n", "utf-8")
    with pytest.raises(Problem, match=r"clinic\.yml:1: "):
        command.main([])


def test_a_store_without_conversations_gives_a_page_that_says_so(root: Path) -> None:
    stored_by_rasa(root, [])
    assert command.main([]) == 0
    assert "No patient wrote" in (root / "var" / "report.html").read_text("utf-8")

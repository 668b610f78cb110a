"""./bot publish: each step can refuse, and until the last one nothing changes for patients."""

from __future__ import annotations

import re
import types
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from commands import gates, live, publish
from commands.problem import Problem
from commands.publish import agreed, main
from commands.trial import Trial
from staff.publish.courses import Course, Step
from staff.publish.live import History, Published, read_history, write_history
from staff.publish.numbers import ACT_ALONE, Numbers
from staff.publish.play import Played, Turn
from staff.publish.release import MODEL, MODEL_RECORD, PARTS
from staff.publish.serving import Serving, servers
from staff.publish.verdict import Tried

FOLDERS = {part for part in PARTS if "." not in part}


def tried(went: str = "go_to_er", *more: Tried) -> list[Tried]:
    def one(flag: str) -> Tried:
        course = Course("tests/x.yml", f"{flag}, said first", (Step("a"),), disposition="go_to_er", flag=flag)
        level = went if flag == "incontinence" else "go_to_er"
        return Tried(course, Played((Turn("a", (), level),), level, frozenset({flag})))

    return [*map(one, sorted(ACT_ALONE)), *more]


def falls(live: str | None) -> Tried:
    course = Course("tests/vignettes/a.yml", "one", (Step("a"),), disposition="call_911")
    old = Played((), live) if live else None
    return Tried(course, Played((Turn("a", (), "self_care"),), "self_care"), old)


class Project:
    """A small project in which everything passes, unless told otherwise."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.releases = root / "models"
        self.findings: list[Any] = []
        self.failing = ""
        self.tried = tried()
        self.meanwhile: Callable[[], object] = lambda: None

    def edit(self, text: str) -> None:
        (self.root / "domain.yml").write_text(text)

    def publish(self, *options: str) -> int:
        return main(options or ["--yes"])

    @property
    def live(self) -> str | None:
        """What domain.yml says in the live release."""
        one = read_history(self.releases).live
        return (one.at(self.releases).folder / "domain.yml").read_text() if one else None


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Project:
    project = Project(tmp_path)
    for part in PARTS:
        file = tmp_path / part / "one.yml" if part in FOLDERS else tmp_path / part
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text("{}")
    (tmp_path / "var").mkdir()
    project.releases.mkdir()
    (tmp_path / MODEL_RECORD).write_text("the record")

    def train(root: Path) -> Path:
        (root / MODEL).write_text("made from " + (root / "domain.yml").read_text())
        return root / MODEL

    def test(root: Path) -> None:
        project.meanwhile()
        if project.failing:
            raise Problem(project.failing)

    monkeypatch.delenv("BOT_RELEASES", raising=False)
    monkeypatch.setattr(publish, "ROOT", tmp_path)
    monkeypatch.setattr(live, "ensure_model", train)
    monkeypatch.setattr(publish, "ensure_model", train)
    monkeypatch.setattr(gates, "check", lambda root: project.findings)
    monkeypatch.setattr(publish, "draw_map", lambda root: None)
    monkeypatch.setattr(publish, "run_tests", test)
    numbers = Numbers({}, frozenset())
    monkeypatch.setattr(publish, "try_release", lambda *_: Trial(project.tried, numbers, numbers))
    return project


def live_one(project: Project) -> Published:
    one = read_history(project.releases).live
    assert one is not None
    return one


def finding(level: str, said: str) -> Any:
    class Finding(types.SimpleNamespace):
        def __str__(self) -> str:
            return said

    return Finding(level=level)


def test_what_passes_is_live_and_says_how_to_go_back(project, capsys):
    project.edit("first")
    assert project.publish() == 0
    assert project.live == "first"
    said = capsys.readouterr()
    assert "the next ./bot serve starts with it" in said.err
    assert "None is before it." in said.out
    project.edit("second")
    project.publish()
    [first] = re.findall(r"Live: (\w+) of", said.out)
    assert f"`./bot publish --back` returns to {first} of" in capsys.readouterr().out


def test_back_and_no_further(project):
    for text in ("first", "second"):
        project.edit(text)
        project.publish()
    assert project.publish("--back", "--yes") == 0
    assert project.live == "first"
    with pytest.raises(Problem, match="no release before"):
        project.publish("--back", "--yes")


def test_nothing_new_is_not_published_again(project, capsys):
    project.publish()
    assert project.publish() == 0
    assert "Nothing has changed since" in capsys.readouterr().out
    assert len(read_history(project.releases).published) == 1


@pytest.fixture
def one_is_live(project):
    project.edit("live")
    project.publish()
    project.edit("edited")
    yield
    assert project.live == "live"


@pytest.mark.usefixtures("one_is_live")
class TestRefused:
    """Whatever refuses, the live one stays."""

    def test_errors_of_the_check(self, project):
        project.findings = [finding("warning", "w"), finding("error", "data/x.yml:3: a tab: use spaces")]
        with pytest.raises(Problem, match=r"(?s)data/x\.yml:3: a tab: use spaces.*mend 1 error"):
            project.publish()

    def test_a_failing_test(self, project):
        project.failing = "Not published: 1 test failed."
        with pytest.raises(Problem, match="1 test failed"):
            project.publish()

    def test_a_missed_lone_sign(self, project):
        project.tried = tried("see_doctor_today")
        with pytest.raises(Problem, match=r"(?s)`incontinence` is missed.*patient> a.*Not published, for 1 reason"):
            project.publish()

    @pytest.mark.parametrize("live", [None, "call_911"])
    def test_an_emergency_that_falls(self, project, live):
        project.tried = tried("go_to_er", falls(live))
        with pytest.raises(Problem, match=r"it was call_911, and would be self_care"):
            project.publish()

    def test_an_edit_while_it_is_tested(self, project):
        project.meanwhile = lambda: project.edit("edited again")
        with pytest.raises(Problem, match=r"domain\.yml changed meanwhile"):
            project.publish()

    def test_a_way_back_while_it_is_tested(self, project):
        def back_and_forth() -> None:
            history = read_history(project.releases)
            write_history(project.releases, History(history.published * 2, 1))

        project.meanwhile = back_and_forth
        with pytest.raises(Problem, match="what is live was changed meanwhile"):
            project.publish()

    def test_nobody_to_ask(self, project):
        with pytest.raises(Problem, match="--yes"):
            main([])

    def test_a_no(self, project, monkeypatch):
        monkeypatch.setattr(publish, "agreed", lambda question: False)
        assert main([]) == 1

    def test_a_kill_before_the_last_step(self, project, monkeypatch):
        def killed(*_):
            raise KeyboardInterrupt

        monkeypatch.setattr(publish, "make_live", killed)
        with pytest.raises(KeyboardInterrupt):
            project.publish()

    def test_a_running_bot_that_cannot_take_it(self, project, monkeypatch):
        serving = live_one(project).release
        monkeypatch.setattr(live, "servers", lambda releases: [])

        def refuses(releases: Path) -> list[Serving]:
            return [Serving(1, serving, live_one(project).release, "no memory")]

        monkeypatch.setattr(publish, "servers", refuses)
        with pytest.raises(Problem, match="goes on as before: no memory"):
            project.publish()


def test_a_live_release_that_was_tampered_with_does_not_stop_a_new_one(project, capsys):
    project.edit("first")
    project.publish()
    one = live_one(project)
    (one.at(project.releases).folder / "domain.yml").write_text("tampered")
    project.edit("second")
    assert project.publish() == 0
    assert project.live == "second"
    assert "was changed: it is not loaded" in capsys.readouterr().err


def test_one_that_was_tampered_with_is_not_returned_to(project):
    for text in ("first", "second"):
        project.edit(text)
        project.publish()
    first = read_history(project.releases).published[0]
    (first.at(project.releases).folder / MODEL).write_text("somebody else's")
    with pytest.raises(Problem, match=r"bot\.tar\.gz was changed"):
        project.publish("--back", "--yes")
    assert project.live == "second"


def test_only_the_last_three_stay_on_the_disk(project):
    for number in range(5):
        project.edit(f"{number}")
        project.publish()
    assert len(list(project.releases.glob("*/release.json"))) == 3
    assert servers(project.releases) == []


@pytest.mark.parametrize(("typed", "yes"), [("yes", True), (" Y ", True), ("no", False), ("", False)])
def test_only_a_yes_is_a_yes(monkeypatch, typed, yes):
    monkeypatch.setattr("sys.stdin", types.SimpleNamespace(isatty=lambda: True))
    monkeypatch.setattr("builtins.input", lambda question: typed)
    assert agreed("?") is yes


def test_neither_yes_nor_no_is_asked_again(monkeypatch):
    typed, asked = iter(["maybe", "yep?", "yes"]), []

    def ask(question: str) -> str:
        asked.append(question)
        return next(typed)

    monkeypatch.setattr("sys.stdin", types.SimpleNamespace(isatty=lambda: True))
    monkeypatch.setattr("builtins.input", ask)
    assert agreed("Publish?")
    assert asked[0].startswith("Publish?")
    assert asked[1:] == ["Please type yes or no. (yes/no) "] * 2

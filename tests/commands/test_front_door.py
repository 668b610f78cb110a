"""What ./bot does with the words that it is given."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from commands import COMMANDS, front_door
from commands.front_door import available_commands, command_environment, help_text, run

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def project(tmp_path):
    (tmp_path / "commands").mkdir()
    (tmp_path / "commands" / "serve.py").write_text('"""Starts it.\n\nAnd more.\n"""\n')
    (tmp_path / "commands" / "model.py").write_text('"""No command."""\n')
    return tmp_path


def test_only_commands_that_are_there_are_listed(project):
    assert available_commands(project) == {"serve": "Starts it."}


def test_every_command_says_what_it_does():
    assert all(available_commands(ROOT).values())
    assert set(available_commands(ROOT)) == set(COMMANDS)


def test_help_names_each_word():
    text = help_text({"serve": "Starts it.", "test": "Tests it."})
    assert "./bot serve" in text
    assert "Tests it." in text


@pytest.mark.parametrize(("argv", "code"), [(["--help"], 0), (["-h"], 0), ([], 2)])
def test_help_needs_no_environment(argv, code, capsys, monkeypatch):
    monkeypatch.setattr(front_door, "ensure_environment", pytest.fail)
    assert run(argv) == code
    assert "./bot serve" in capsys.readouterr().out


@pytest.mark.parametrize("word", ["nonsense", "model", "../bot", "__main__"])
def test_an_unknown_word_is_one_line(word, capsys, monkeypatch):
    monkeypatch.setattr(front_door, "ensure_environment", pytest.fail)
    assert run([word]) == 2
    assert capsys.readouterr().err.count("\n") == 1


def test_a_command_takes_over_in_the_environment(monkeypatch, tmp_path):
    class TakenOver(BaseException):
        pass

    def take_over(python, command, environment):
        raise TakenOver(command)

    monkeypatch.setattr(front_door, "ensure_environment", lambda root: tmp_path / "python")
    monkeypatch.setattr(os, "execve", take_over)
    monkeypatch.chdir(tmp_path)
    with pytest.raises(TakenOver) as taken:
        run(["test", "-k", "a b"])
    assert taken.value.args[0] == [str(tmp_path / "python"), "-m", "commands", "test", "-k", "a b"]
    assert Path.cwd() == ROOT


def test_a_command_is_on_its_own():
    made = command_environment({"HOME": "/home/x", "PYTHONPATH": "/other", "PYTHONDONTWRITEBYTECODE": "1"})
    assert made["HOME"] == "/home/x"
    assert not {"PYTHONPATH", "PYTHONDONTWRITEBYTECODE"} & made.keys()
    assert made["RASA_TELEMETRY_ENABLED"] == "false"
    assert made["OPENBLAS_NUM_THREADS"] == "1"
    assert command_environment({"OPENBLAS_NUM_THREADS": "4"})["OPENBLAS_NUM_THREADS"] == "4"


def test_the_executable_answers(tmp_path):
    done = subprocess.run([sys.executable, ROOT / "bot", "--help"], cwd=tmp_path, capture_output=True, text=True)
    assert done.returncode == 0
    assert "./bot serve" in done.stdout


def test_a_wrong_python_is_one_line():
    code = """
import runpy, shutil, sys, os
sys.version_info = (3, 12, 1)
shutil.which = lambda _: None
os.path.exists = lambda _: False
sys.argv = ["bot", "serve"]
runpy.run_path("bot", run_name="__main__")
"""
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True)
    assert done.returncode == 1
    assert done.stderr.count("\n") == 1
    assert "needs Python 3.11, and only 3.12 was found" in done.stderr


def test_another_python_is_found_when_this_one_is_too_new():
    code = """
import runpy, shutil, sys, os
sys.version_info = (3, 12, 1)
shutil.which = lambda _: sys.executable
sys.argv = ["bot", "--help"]
runpy.run_path("bot", run_name="__main__")
"""
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True)
    assert (done.returncode, done.stderr) == (0, "")
    assert "./bot serve" in done.stdout

"""The lock files: everything wished for, each file by its hash, and no word of where it is fetched."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
LOCKS = ("requirements.build.lock", "requirements.lock", "requirements.test.lock")


def pins(lock: str) -> dict[str, str]:
    """Each package of a lock, with all that is said of it."""
    entries = re.split(r"^(?=[a-z0-9])", (ROOT / lock).read_text(), flags=re.MULTILINE)
    return {entry.partition("==")[0]: entry for entry in entries if "==" in entry}


def wishes(file: str) -> list[str]:
    lines = (ROOT / file).read_text().splitlines()
    return [line for line in lines if line and not line.startswith("#")]


def name(wish: str) -> str:
    """A package's name as the lock writes it."""
    return re.sub(r"[-_.]+", "-", re.split(r"[<>=;\s]", wish, maxsplit=1)[0]).lower()


@pytest.mark.parametrize("lock", LOCKS)
def test_every_package_has_a_version_and_hashes(lock):
    for package, entry in pins(lock).items():
        assert re.match(rf"{re.escape(package)}==\S+ \\\n +--hash=sha256:[0-9a-f]{{64}}", entry), package


@pytest.mark.parametrize("lock", LOCKS)
def test_no_registry_is_named(lock):
    assert not re.search(r"https?:|index-url|find-links", (ROOT / lock).read_text())


@pytest.mark.parametrize("lock", ["requirements.lock", "requirements.test.lock"])
def test_everything_wished_for_is_there(lock):
    assert {name(wish) for wish in wishes(lock.replace(".lock", ".in"))} <= pins(lock).keys()


def test_the_tests_change_no_package_of_the_bot():
    versions = {lock: {package: entry.split()[0] for package, entry in pins(lock).items()} for lock in LOCKS[1:]}
    of_the_bot, of_the_tests = versions.values()
    both = of_the_bot.keys() & of_the_tests.keys()
    assert both
    assert {package: of_the_tests[package] for package in both} == {package: of_the_bot[package] for package in both}


def test_exact_wishes_are_met():
    locked = pins("requirements.lock")
    exact = [wish for wish in wishes("requirements.in") + wishes("requirements.overrides.txt") if "==" in wish]
    for wish in (wish for wish in exact if ";" not in wish):
        assert locked[name(wish)].startswith(f"{wish} "), wish


def test_what_is_left_out_is_not_there():
    left_out = {name(wish) for wish in wishes("requirements.overrides.txt") if "'never'" in wish}
    assert left_out
    assert not left_out & pins("requirements.lock").keys()

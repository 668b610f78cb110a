"""What the staff read before they say yes."""

from __future__ import annotations

from staff.publish.courses import Course, Step
from staff.publish.live import Published
from staff.publish.numbers import PLAIN, Numbers
from staff.publish.play import Played, Turn
from staff.publish.show import Page, changes, published
from staff.publish.verdict import Tried
from staff.publish.wording import Reworded

COURSE = Course("tests/vignettes/a.yml", "one", (Step("a"),))
RED, GREEN = "\033[31m", "\033[32m"


def played(disposition: str) -> Played:
    return Played((Turn("a", (("utter_x", f"This is {disposition}."),), disposition),), disposition)


def shown(colours: bool = False) -> str:
    page = Page(colours)
    tried = [Tried(COURSE, played("self_care"), played("call_clinic"))]
    texts = [Reworded("utter_ice", "Use ice.", "Use an ice pack.")]
    answers = {"utter_ice": ("x", "y"), "utter_x": ("Old words.", "New words.")}
    changes(page, tried, texts, answers, Numbers({PLAIN: (9, 10)}, frozenset()), Numbers({PLAIN: (8, 10)}, frozenset()))
    return page.text()


def test_another_outcome_with_both_transcripts() -> None:
    assert "Patients who get another outcome: 1 of 1 tried" in shown()
    assert "tests/vignettes/a.yml: one: call_clinic becomes self_care" in shown()
    assert "bot> This is call_clinic." in shown()
    assert "bot> This is self_care." in shown()


def test_it_is_red() -> None:
    assert f"{RED}  tests/vignettes/a.yml: one: call_clinic becomes self_care" in shown(True)
    assert f"{GREEN}    + Use an ice pack." in shown(True)
    assert "\033" not in shown()


def test_old_and_new_text_by_name() -> None:
    assert "  utter_ice\n    - Use ice.\n    + Use an ice pack." in shown()
    assert "  utter_x (as it was said)\n    - Old words.\n    + New words." in shown()
    assert "utter_ice (as it was said)" not in shown()


def test_the_numbers_before_and_after() -> None:
    assert f"{PLAIN:<38} 80.0% before,  90.0% now (9 of 10)" in shown()


def test_a_release_in_a_few_words() -> None:
    one = Published("abc", "sha", "v1-3", "2026-11-22T10:05:00+00:00")
    assert published(one) == "abc of 2026-11-22 10:05 UTC (sources v1-3)"

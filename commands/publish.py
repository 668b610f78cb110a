"""Lets what lies here out to patients: checked, trained, tested, and after a look at what changes for them.

The running bot takes it without losing a message. `./bot publish --back` returns to the release before. Nothing that
patients meet changes before the last step.
"""

from __future__ import annotations

import argparse
import os
import sys
import time
from collections.abc import Sequence
from pathlib import Path

from commands.gates import check_project, draw_map, number, run_tests
from commands.live import checked, history_of, make_live, new_release, releases_of, switching, trying
from commands.model import ensure_model
from commands.problem import Problem
from commands.progress import Progress
from commands.trial import Trial, try_release
from staff.publish.live import History, LiveError, write_history
from staff.publish.release import Release, differs
from staff.publish.serving import servers
from staff.publish.show import Page, changes, published
from staff.publish.verdict import changed_answers, reasons_to_refuse
from staff.publish.wording import Reworded, reworded, wording

ROOT = Path(__file__).resolve().parent.parent
SECONDS_TO_TAKE = 240.0


def main(argv: Sequence[str]) -> int:
    """Publish, or go back; the exit code is 1 if nothing was changed for patients, or could not be. Raises Problem."""
    options = _options(argv)
    if options.back:
        return _back(options.yes)
    with trying(releases_of(ROOT)):
        return _publish(options.yes)


def _options(argv: Sequence[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="./bot publish", description=__doc__)
    parser.add_argument("--back", action="store_true", help="return to the release before the live one")
    parser.add_argument("--yes", action="store_true", help="do not ask before the last step")
    return parser.parse_args(argv)


# Forward


def _publish(yes: bool) -> int:
    check_project(ROOT)
    draw_map(ROOT)
    ensure_model(ROOT)
    with switching(releases_of(ROOT)):
        history, release = history_of(releases_of(ROOT)), new_release(ROOT)
    if history.live is not None and history.live.release == release.name:
        print(f"Nothing has changed since {published(history.live)}, which is live.")
        return 0
    run_tests(ROOT)
    old = _to_compare_with(history)
    progress = Progress()
    trial = try_release(ROOT, release, old, progress.show)
    progress.done("Tried as patients would.")
    _still_the_same(release)
    texts = reworded(wording(old.folder), wording(release.folder)) if old is not None else []
    print(_shown(trial, texts, old))
    refused = reasons_to_refuse(trial.tried, trial.new, trial.old)
    if refused:
        raise Problem(refusal(refused))
    if not (yes or agreed("\nPublish this? Patients get it at once.")):
        print("Nothing was published.", file=sys.stderr)
        return 1
    with switching(releases_of(ROOT)):
        _still_the_same(release)
        if history_of(releases_of(ROOT)) != history:
            raise Problem("Not published: what is live was changed meanwhile. Run ./bot publish again.")
        return _let_it_be_taken(release, history, make_live(ROOT, history, release))


def _to_compare_with(history: History) -> Release | None:
    """The live release, or the newest one before it that is still what was recorded."""
    for one in reversed(history.published[: history.place + 1]):
        try:
            return checked(one.at(releases_of(ROOT)))
        except Problem as problem:
            print(problem, file=sys.stderr)
    return None


def refusal(reasons: Sequence[str]) -> str:
    """What is said when a release must not go out."""
    return "\n".join(["", *reasons, "", f"Not published, for {number(len(reasons), 'reason')}. The live bot goes on."])


def _still_the_same(release: Release) -> None:
    """Raise Problem if somebody has edited since the release was made: what was tested is what goes out."""
    edited = differs(ROOT, release)
    if edited:
        shown = ", ".join(edited[:5])
        raise Problem(f"Not published: {shown} changed meanwhile. Run ./bot publish again when the editing is done.")


def _shown(trial: Trial, texts: Sequence[Reworded], old: Release | None) -> str:
    page = Page(colours())
    if old is None:
        page.plain("No release is live yet; there is nothing to compare with.")
    changes(page, trial.tried, texts, changed_answers(trial.tried), trial.new, trial.old)
    return page.text()


def colours() -> bool:
    return sys.stdout.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"


_ANSWERS = {"y": True, "yes": True, "n": False, "no": False, "": False}


def agreed(question: str) -> bool:
    """Whether the person at the keyboard types yes and not no; Enter alone is no. Raises Problem if there is nobody."""
    if not sys.stdin.isatty():
        raise Problem("Nobody can be asked here, so nothing was changed. With --yes it is not asked.")
    while True:
        typed = input(f"{question} (yes/no) ").strip().casefold()
        if typed in _ANSWERS:
            return _ANSWERS[typed]
        question = "Please type yes or no."


# Back


def _back(yes: bool) -> int:
    releases = releases_of(ROOT)
    with switching(releases):
        history = history_of(releases)
        try:
            before = history.back()
        except LiveError as error:
            raise Problem(str(error)) from error
        assert history.live is not None
        assert before.live is not None
        release = checked(before.live.at(releases))
        if not (yes or agreed(f"Return from {published(history.live)}\nto {published(before.live)}?")):
            print("Nothing was changed.", file=sys.stderr)
            return 1
        write_history(releases, before)
        return _let_it_be_taken(release, history, before)


# Both


def _let_it_be_taken(release: Release, before: History, now: History) -> int:
    """Wait until every running bot serves the release. Raises Problem, and undoes all, if one cannot."""
    releases, started, progress = releases_of(ROOT), time.monotonic(), Progress()
    assert now.live is not None
    while running := servers(releases):
        waiting = [server for server in running if server.release != release.name]
        refusing = [server for server in waiting if server.refused == release.name]
        late = time.monotonic() - started > SECONDS_TO_TAKE
        if refusing or late:
            progress.clear()
            if before.live is not None:
                write_history(releases, before)
            why = refusing[0].why if refusing else f"it did not answer within {SECONDS_TO_TAKE:.0f} s"
            raise Problem(f"The running bot could not take it, and goes on as before: {why}")
        if not waiting:
            progress.done(f"The running bot has taken it ({time.monotonic() - started:.0f} s).")
            break
        progress.show(f"The running bot takes it: {time.monotonic() - started:.0f} s …")
        time.sleep(0.2)
    else:
        progress.done("No bot is running here: the next ./bot serve starts with it.")
    print(f"Live: {published(now.live)}.")
    try:
        earlier = now.back().live
    except LiveError:
        print("None is before it.")
    else:
        assert earlier is not None
        print(f"`./bot publish --back` returns to {published(earlier)}; clinic.yml stays as it is.")
    return 0

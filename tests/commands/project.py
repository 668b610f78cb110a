"""A project of its own for a test that serves and publishes: this one's files, its trained model, its own `var/`."""

from __future__ import annotations

import json
import re
import shutil
import tarfile
from pathlib import Path

from commands.model import ensure_model, fingerprint
from staff.publish.release import MODEL, MODEL_RECORD, PARTS, _sha256

ROOT = Path(__file__).resolve().parents[2]
CLINIC = ROOT / "examples" / "clinics" / "pro_physio.yml"


def make_project(folder: Path) -> Path:
    """Copy this project, with its model, into `folder`."""
    model = ensure_model(ROOT)
    for name in (*PARTS, "staff", "bench"):
        source = ROOT / name
        if source.is_dir():
            shutil.copytree(source, folder / name, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            shutil.copyfile(source, folder / name)
    shutil.copyfile(CLINIC, folder / "clinic.yml")
    (folder / "models").mkdir()
    shutil.copyfile(model, folder / MODEL)
    shutil.copyfile(ROOT / MODEL_RECORD, folder / MODEL_RECORD)
    (folder / "var").mkdir()
    # The test's patients all have one address, and are in a hurry.
    credentials = (folder / "credentials.yml").read_text()
    (folder / "credentials.yml").write_text(re.sub(r"(per_\w+): \d+", r"\1: 100000", credentials))
    return folder


def reword(project: Path, file: str, old: str, new: str) -> None:
    """Change a text as staff would, and make the model as a training would: with the new text in its domain.

    What a training of some 100 s makes anew besides is the same: it does not depend on the answers' texts.
    """
    path = project / file
    content = path.read_text("utf-8")
    assert content.count(old) == 1
    path.write_text(content.replace(old, new), "utf-8")
    unpacked = project / "models" / "unpacked"
    with tarfile.open(project / MODEL) as packed:
        packed.extractall(unpacked, filter="tar")
    domains = [f for f in unpacked.rglob("*") if f.is_file() and f.suffix in (".yml", ".json")]
    changed = 0
    for domain in domains:
        text = domain.read_text("utf-8")
        if old in text:
            domain.write_text(text.replace(old, new), "utf-8")
            changed += 1
    assert changed, "the text stands in no file of the model"
    draft = project / "models" / "draft.tar.gz"
    with tarfile.open(draft, "w:gz", compresslevel=1) as packed:
        packed.add(unpacked, arcname="")
    draft.replace(project / MODEL)
    shutil.rmtree(unpacked)
    record = {"made_from": fingerprint(project), "sha256": _sha256((project / MODEL).read_bytes())}
    (project / MODEL_RECORD).write_text(json.dumps(record))

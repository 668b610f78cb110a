"""Pictures in answers: each is there, and says what it shows to those who cannot see it."""

from __future__ import annotations

from collections.abc import Iterator

from staff.check.finding import Finding
from staff.check.marked import map_in, mark_of, text_in
from staff.check.project import Project

_ENDINGS = (".svg", ".png", ".webp")


def check(project: Project) -> Iterator[Finding]:
    """Everything about the pictures of answers."""
    for variation in project.data.variations:
        custom = map_in(variation.entry, "custom")
        described = text_in(custom, "description")
        image = text_in(variation.entry, "image")
        if image is None:
            if described is not None:
                change = "name it with `image:`, or delete the description"
                yield Finding(described.at, "describes a picture that is not there", change)
            continue
        at = mark_of(variation.entry, "image")
        if described is None:
            change = "write `custom:` and below it `description:` with what the picture shows"
            yield Finding(at, f"the picture {image} has no description", change)
        if not image.endswith(_ENDINGS):
            yield Finding(at, f"{image} is no picture", f"its name must end in {', '.join(_ENDINGS)}")
        elif not (project.root / "web" / image).is_file():
            yield Finding(at, f"there is no picture web/{image}", "put the file there, or correct its name")

"""The map as a picture: a chart that is read from top to bottom, placed by rule in two columns.

Left, the path of a patient whose answers are all harmless; right, where every other answer leads.
"""

from __future__ import annotations

from collections.abc import Sequence

from staff.plain_names import plain, title
from staff.svg import Value, element, text, wrapped
from staff.triage_map.boxes import CARD, LEFT, RIGHT, WIDTH, Canvas, arrow_down, note, pill
from staff.triage_map.captions import description, told_when
from staff.triage_map.flow import NOT_SURE, Branch, Question, TriageMap
from staff.triage_map.ways import BESIDE, LINE, SIZE, Way, row

_GAP = 34.0
_TITLE = "How the bot triages a back spasm"
_STYLE = """
svg{font-family:system-ui,-apple-system,"Segoe UI",Roboto,Helvetica,Arial,sans-serif}
.code{font-family:ui-monospace,Menlo,Consolas,monospace}
.paper{fill:#fbfcfd}.card{fill:#fff;stroke:#c3ccd4}.start{fill:#0b5563}.line{stroke:#7a8793;fill:none;stroke-width:1.5}
.head{fill:#7a8793}.ink{fill:#17252a}.soft{fill:#51606b}.light{fill:#fff}.rule{stroke:#dde3e8}
@media (prefers-color-scheme:dark){
.paper{fill:#10181d}.card{fill:#18232a;stroke:#3d4d58}.start{fill:#12798a}.line{stroke:#8594a0}
.head{fill:#8594a0}.ink{fill:#eaf0f3}.soft{fill:#a9b7c0}.rule{stroke:#2b3840}}
"""
_MIDDLE: dict[str, Value] = {"text_anchor": "middle", "font_weight": "600"}
_NAME: dict[str, Value] = {**_MIDDLE, "class_": "ink", "font_size": SIZE}
_REMARK: dict[str, Value] = {**_MIDDLE, "class_": "soft", "font_size": 11.5, "font_weight": "400"}


def draw(flow: TriageMap) -> str:
    """The whole SVG: it asks nobody for anything, and says in its description what it shows."""
    canvas = Canvas()
    _heading(canvas)
    _start(canvas, flow)
    _safety(canvas, flow)
    for number, question in enumerate(flow.questions, start=1):
        _question(canvas, flow, number, question)
    _outcome(canvas, flow)
    _first_aid(canvas, flow)
    _returning(canvas, flow)
    _levels(canvas, flow)
    return _document(canvas, flow)


def _heading(canvas: Canvas) -> None:
    canvas.add(text(LEFT, 48, _TITLE, class_="ink", font_size=24, font_weight="700"))
    canvas.y = 74
    note(
        canvas,
        "Read from top to bottom. The path on the left goes on while all answers are harmless; "
        "every other answer leads to the level on its right.",
    )
    canvas.y += 6


def _start(canvas: Canvas, flow: TriageMap) -> None:
    causes = [plain(name.removeprefix("tell_")) for name in flow.openings if name.startswith("tell_")]
    said = [plain(name.removeprefix("report_")) for name in flow.openings if not name.startswith("tell_")]
    height = 46.0
    canvas.add(element("rect", x=LEFT, y=canvas.y, width=CARD, height=height, rx=23, class_="start"))
    canvas.add(text(LEFT + CARD / 2, canvas.y + 28, "A patient writes", class_="light", font_size=15, **_MIDDLE))
    _beside(canvas, " · ".join([*said, f"{len(causes)} causes, such as {causes[0]}"]), canvas.y + height / 2)
    canvas.y += height
    arrow_down(canvas, _GAP, "every message, first")


def _beside(canvas: Canvas, words: str, axis: float) -> None:
    """A remark beside the left column, its middle at the height `axis`."""
    lines = wrapped(words.split(), SIZE, RIGHT - BESIDE)
    for place, line in enumerate(lines):
        middle = axis + 4.5 + (place - (len(lines) - 1) / 2) * LINE
        canvas.add(text(BESIDE, middle, line, class_="soft", font_size=SIZE))


def _safety(canvas: Canvas, flow: TriageMap) -> None:
    ways = [Way(_marked(flow, b.answers), b.disposition, told_when(flow, b, "")) for b in flow.unasked]
    ways.append(Way("hinted at, and twice not sure", flow.table.unsure["volunteered"].disposition))
    under = [
        f"Listens for all {len(flow.table.flags)} red flags,",
        "these and those below, in the",
        "patient's own words. What is",
        "only hinted at is asked:",
        "yes, no, not sure.",
    ]
    row(canvas, "", "Safety check", under, ways, "utter_ask_confirm_…")
    arrow_down(canvas, _GAP, "no emergency so far")


def _question(canvas: Canvas, flow: TriageMap, number: int, question: Question) -> None:
    ways = [
        Way(_answers(flow, branch), branch.disposition, told_when(flow, branch, question.name))
        for branch in question.branches
    ]
    if question.together:
        ways.append(Way(_marked(flow, question.together), when="only with other signs"))
    kind = f"tick list of {len(flow.table.asked_in(question.name))} signs" if question.tick_list else "one answer"
    row(canvas, str(number), title(question.name), [kind], ways, question.response)
    arrow_down(canvas, _GAP, ", ".join(plain(value) for value in question.goes_on))


def _outcome(canvas: Canvas, flow: TriageMap) -> None:
    canvas.add(pill(LEFT, canvas.y, CARD, 40, flow.healthy.disposition))
    weeks = flow.clinic.persistent_weeks.offer
    began = "one week" if weeks == 1 else f"{weeks} weeks"
    _beside(canvas, f"began less than {began} ago, the first time, nothing dangerous told", canvas.y + 20)
    canvas.y += 40
    arrow_down(canvas, 26, "")


def _first_aid(canvas: Canvas, flow: TriageMap) -> None:
    steps, gap = flow.first_aid.steps, 14.0
    width = (RIGHT - LEFT - gap * (len(steps) - 1)) / len(steps)
    for place, step in enumerate(steps):
        x = LEFT + place * (width + gap)
        if place:
            canvas.add(element("path", d=f"M{x - gap:.1f} {canvas.y + 26:.1f}h{gap:g}", class_="line"))
        canvas.add(element("rect", x=x, y=canvas.y, width=width, height=52, rx=8, class_="card"))
        lines = wrapped(title(step.id).split(), SIZE, width - 10)
        lines += ["unless ruled out"] if step.excluded_by else []
        for number, line in enumerate(lines):
            y = canvas.y + 30.5 + (number - (len(lines) - 1) / 2) * 16
            style = _REMARK if number and step.excluded_by else _NAME
            canvas.add(text(x + width / 2, y, line, **style))
    canvas.y += 52 + 22
    note(
        canvas,
        "First aid, one step at a time. What rules out ice or heat (cold heat cautions) is asked before them; "
        "ice comes at first, heat after the hours that the clinic has set.",
    )
    canvas.y += 12


def _returning(canvas: Canvas, flow: TriageMap) -> None:
    ways = [Way(_marked(flow, branch.answers), branch.disposition) for branch in flow.returning]
    under = ["First: is it better or worse?", "Then the nerve signs again."]
    row(canvas, "↺", "Comes back later", under, ways, "utter_ask_better_or_worse")
    canvas.y += 30


def _levels(canvas: Canvas, flow: TriageMap) -> None:
    canvas.add(element("path", d=f"M{LEFT:g} {canvas.y:.1f}H{RIGHT:g}", class_="rule"))
    heading = "The levels, from most to least urgent"
    canvas.add(text(LEFT, canvas.y + 30, heading, class_="ink", font_size=16, font_weight="600"))
    canvas.y += 46
    half, column = (len(flow.table.levels) + 1) // 2, (RIGHT - LEFT) / 2
    for place, (name, level) in enumerate(flow.table.levels.items()):
        x, y = LEFT + place // half * column, canvas.y + place % half * 38
        canvas.add(pill(x, y, 204, 28, name, before=str(place + 1)))
        allows = "nothing but the emergency" if level.locked else "first aid" if level.first_aid else "no first aid"
        canvas.add(text(x + 216, y + 18.5, allows, class_="soft", font_size=SIZE))
    canvas.y += half * 38 + 18
    signed, lines = flow.signed
    note(
        canvas,
        "↑ leads higher together with other signs: the tables in triage_map.md say with which. A level never falls "
        f"by itself. A clinician has signed {signed} of the {lines} lines of clinical/ that this is drawn from.",
    )


def _answers(flow: TriageMap, branch: Branch) -> str:
    return "not sure, twice" if branch.answers == (NOT_SURE,) else _marked(flow, branch.answers)


def _marked(flow: TriageMap, names: Sequence[str]) -> str:
    """The names with a mark where other signs lead higher; a line may be broken between two names only."""
    flags = flow.table.flags
    shown = [plain(name) + (" ↑" if name in flags and flags[name].raised_by else "") for name in names]
    return " ·\n".join(shown)


def _document(canvas: Canvas, flow: TriageMap) -> str:
    height = canvas.y + 12
    content = [
        element("title", _TITLE, id="title"),
        element("desc", description(flow), id="desc"),
        f"<style>{_STYLE}</style>",
        element("rect", width=WIDTH, height=height, rx=14, class_="paper"),
        *canvas.parts,
    ]
    start = (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH:.0f} {height:.0f}" width="{WIDTH:.0f}" '
        f'height="{height:.0f}" role="img" aria-labelledby="title desc">'
    )
    return "\n".join([start, *content, "</svg>", ""])

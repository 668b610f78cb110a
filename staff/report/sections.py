"""The parts of the report: each a plain sentence, a plot and its numbers."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, timedelta

from staff.plain_names import LEVELS, listed, plain, question, title
from staff.report.counts import CONFIRM, Counts
from staff.report.html import note, numbers, section, table
from staff.report.period import Period, days_from
from staff.report.plots import Bar, bars, columns
from staff.report.wording import day_words, number, share

_NO_LEVEL = "No level told"
_ANY_SIGN = "A check of single signs"
_MOST_DAYS, _MOST_WEEKS = 62, 106
_MOST_EMPTY_DAYS = 366
_CONVERSATION = "conversation"
_GREY = "#8a97a3"


def per_day(counts: Counts, period: Period) -> str:
    """Conversations over time: by day, by week where there are many days, by month where there are many weeks."""
    oldest = min(counts.per_day)
    # A period may begin long before there was anything to count.
    first = max(period.first or oldest, oldest - timedelta(days=_MOST_EMPTY_DAYS))
    days = list(days_from(first, period.last or max(counts.per_day)))
    busiest = max(days, key=lambda day: counts.per_day[day])
    unit, grouped = _grouped(days, counts.per_day)
    average = counts.conversations / len(days)
    sentence = (
        f"{number(counts.conversations, _CONVERSATION)} in {number(len(days), 'day')}, {average:.1f} a day; "
        f"the busiest day was {busiest:%A}, {day_words(busiest)}, with {counts.per_day[busiest]}."
    )
    plot = columns(grouped, f"Conversations by {unit}. {sentence}")
    rows = table((unit, "conversations"), grouped, f"Conversations by {unit}")
    return section("per-day", f"Conversations by {unit}", sentence, plot, numbers(rows))


def _grouped(days: Sequence[date], per_day: Mapping[date, int]) -> tuple[str, list[tuple[str, int]]]:
    if len(days) <= _MOST_DAYS:
        unit, shown = "day", {day: f"{day.day} {day:%b}" for day in days}
    elif len(days) <= _MOST_WEEKS * 7:
        mondays = {day: day - timedelta(days=day.weekday()) for day in days}
        unit, shown = "week", {day: f"{monday.day} {monday:%b %y}" for day, monday in mondays.items()}
    else:
        unit, shown = "month", {day: f"{day:%b %Y}" for day in days}
    grouped: dict[str, int] = {}
    for day, label in shown.items():
        grouped[label] = grouped.get(label, 0) + per_day.get(day, 0)
    return unit, list(grouped.items())


def outcomes(counts: Counts) -> str:
    """The most urgent level that each conversation was told."""
    emergencies = sum(counts.levels[name] for name in list(LEVELS)[:3])
    clinic = counts.levels["call_clinic"]
    sentence = (
        f"{share(emergencies, counts.conversations)} were told of an emergency (988, 911 or the ER), "
        f"{share(clinic, counts.conversations)} to call the clinic, and "
        f"{share(counts.levels['self_care'], counts.conversations)} got first aid at home."
    )
    rows = [Bar(name.title, counts.levels[level], colour=name.box) for level, name in LEVELS.items()]
    rows.append(Bar(_NO_LEVEL, counts.levels[None], colour=_GREY))
    cells = [(row.label, row.whole, share(row.whole, counts.conversations)) for row in rows]
    return section(
        "levels",
        "What patients were told",
        sentence,
        bars(rows, f"Conversations by level. {sentence}"),
        note("A conversation that was told several levels counts once, at the most urgent one."),
        numbers(table(("level", "conversations", "share"), cells, "Conversations by the most urgent level told")),
    )


def stops(counts: Counts, order: Sequence[str]) -> str:
    """Which question was open when a patient fell silent."""
    places = [q for q in (*order, CONFIRM) if counts.asked[q] or counts.silent[q]]
    places += sorted(set(counts.asked + counts.silent) - set(places))
    worst = max(places, key=lambda q: counts.silent[q], default=None)
    sentence = f"{share(counts.stopped(), counts.conversations)} ended with a question open"
    if worst is not None and counts.silent[worst]:
        there = share(counts.silent[worst], counts.asked[worst])
        sentence += f", most often at {_place(worst)} ({there} who were asked)"
    rows = [Bar(title(_place(q)), max(counts.asked[q], counts.silent[q]), counts.silent[q]) for q in places]
    ends = [
        ("A level told, nothing open", counts.told),
        ("Silent with a question open", counts.stopped()),
        ("No level, nothing open (other questions)", counts.elsewhere),
        ("Wrote in the last half hour", counts.going_on),
    ]
    cells = [(row.label, row.whole, int(row.part or 0)) for row in rows]
    return section(
        "stops",
        "Where patients stop",
        f"{sentence}.",
        bars(rows, f"Questions that were asked, and patients who fell silent there. {sentence}.") if rows else "",
        note("The whole bar: conversations in which the question was asked. Its filled part: those that ended there."),
        numbers(
            table(("question", "asked", "fell silent"), cells, "Questions, and where patients fell silent")
            + table(("how it stands", "conversations"), ends, "How the conversations stand")
        ),
    )


def _place(name: str) -> str:
    words = _ANY_SIGN if name == CONFIRM else question(name)
    return words[:1].lower() + words[1:]


def flags(counts: Counts, order: Sequence[str]) -> str:
    """Which red flags were asked about, and which were stated."""
    known = [f for f in order if counts.flags_asked[f] or counts.flags_present[f] or counts.flags_unsure[f]]
    present = [f for f in known if counts.flags_present[f]]
    frequent = sorted(present, key=lambda f: -counts.flags_present[f])[:3]
    sentence = (
        f"{number(len(present), 'red flag')} of {len(order)} came up; most often "
        + listed([f"{plain(f)} ({counts.flags_present[f]})" for f in frequent])
        if present
        else "No red flag was stated"
    )
    rows = [Bar(title(f), counts.flags_present[f]) for f in sorted(present, key=lambda f: -counts.flags_present[f])]
    cells = [(title(f), counts.flags_asked[f], counts.flags_present[f], counts.flags_unsure[f]) for f in known]
    head = ("red flag", "asked about", "stated or ticked", "left unsure")
    return section(
        "flags",
        "Red flags",
        f"{sentence}.",
        bars(rows, f"Conversations in which a red flag was stated. {sentence}.") if rows else "",
        note("A flag counts as stated when the patient typed or ticked it and did not take it back."),
        numbers(table(head, cells, "Conversations by red flag")),
    )


def first_aid(counts: Counts, order: Sequence[str]) -> str:
    """How far patients came in the first aid."""
    sentence = f"{share(counts.first_aid, counts.conversations)} came to the first-aid steps"
    last = next((step for step in reversed(order) if counts.steps[step]), None)
    if last is not None:
        sentence += f"; {share(counts.steps[last], counts.first_aid)} of them saw “{title(last)}”, the last one shown"
    rows = [Bar(f"{place}. {title(step)}", counts.steps[step]) for place, step in enumerate(order, start=1)]
    return section(
        "first-aid",
        "First-aid steps reached",
        f"{sentence}.",
        bars(rows, f"Conversations that reached each step. {sentence}.") if counts.first_aid else "",
        note("A patient gets ice or heat first by the hours since the spasm began, and leaves out what is ruled out."),
        numbers(table(("step", "conversations"), [(row.label, row.whole) for row in rows], "Steps reached")),
    )


def phone(counts: Counts, shown: str) -> str:
    """How often the clinic's number was shown."""
    sentence = (
        f"The number {shown} was shown in {share(counts.phone, counts.conversations)} conversations, "
        f"{number(counts.phone_times, 'time')} in all."
    )
    frequent = counts.phone_by.most_common(10)
    rows = [Bar(title(name.removeprefix("utter_")), times) for name, times in frequent]
    cells = [(name, times) for name, times in counts.phone_by.most_common()]
    return section(
        "phone",
        "The clinic's phone number",
        sentence,
        bars(rows, f"Times that the number was shown, by the answer that it stood in. {sentence}") if rows else "",
        note("Whether a patient called is not known here. Emergency numbers and Poison Control are not counted."),
        numbers(table(("answer", "times shown"), cells, "Answers with the phone number")),
    )

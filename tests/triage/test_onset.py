"""When the pain began, in the ways that patients say it."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from triage.onset import BANDS, Onset, band, parse_onset

DENVER = ZoneInfo("America/Denver")
# A Thursday afternoon.
NOW = datetime(2026, 11, 19, 15, 0, tzinfo=DENVER)
ASK = "ask"


def shown(onset: Onset | None, now: datetime = NOW) -> str | None:
    """The band, "ask" if it is ambiguous, None if nothing was found."""
    if onset is None:
        return None
    assert onset.earliest <= onset.moment <= onset.latest <= now
    assert onset.moment.tzinfo is UTC
    return ASK if onset.ambiguous(now) else band(onset.moment, now)


# What a patient writes without having been asked.
SAID = [
    ("my back locked up just now", "<72h"),
    ("my back just locked up", "<72h"),
    ("I just threw out my back", "<72h"),
    ("it just happened a minute ago, my back seized", "<72h"),
    ("my back went out this morning", "<72h"),
    ("bent down to tie my shoe this morning and my back locked up", "<72h"),
    ("my back went into spasm 10 minutes ago", "<72h"),
    ("back spasm started an hr ago", "<72h"),
    ("it started about half an hour ago, my back", "<72h"),
    ("it started last night", "<72h"),
    ("my back went out yesterday", "<72h"),
    ("threw my back out yesturday", "<72h"),
    ("my back has been hurting since yesterday", "<72h"),
    ("my back locked up the day before yesterday", "<72h"),
    ("I was lifting boxes yesterday and now my back is in spasm", "<72h"),
    ("I sneezed an hour ago and my back seized up", "<72h"),
    ("I woke up with a stiff back", "<72h"),
    ("woke up and couldn't move, my back is locked", "<72h"),
    ("woke up this morning with my back in agony", "<72h"),
    ("my back has hurt all day", "<72h"),
    ("my back started hurting today", "<72h"),
    ("sudden back pain this morning", "<72h"),
    ("back pain since this morning", "<72h"),
    ("it's been hurting for a couple of days", "<72h"),
    ("I've had this pain for two days", "<72h"),
    ("pain started 2 days ago after shoveling snow", "<72h"),
    ("Back spasm, started around 3pm yesterday", "<72h"),
    ("my back has been out since Tuesday", "<72h"),
    ("my back went out on tusday", "<72h"),
    ("I've been stuck like this for 5 hrs", "<72h"),
    ("hurting since 6 am", "<72h"),
    ("spasm x 2 days", "<72h"),
    ("it's been less than a day since it started", "<72h"),
    ("my back locked up within the last hour", "<72h"),
    ("for the past 2 days my lower back hurts", "<72h"),
    ("over the last 24 hours my back has been spasming", "<72h"),
    ("back pain for not even a day", "<72h"),
    ("it started an hour and a half ago", "<72h"),
    ("my back seized up 2 hours 30 minutes ago", "<72h"),
    ("I can't stand up straight since last night", "<72h"),
    ("i havent been able to move since yesterday", "<72h"),
    ("my back hurts. it started yesterday.", "<72h"),
    ("my back hurts, since yesterday", "<72h"),
    ("my back hurts. Since yesterday.", "<72h"),
    ("back pain, day 2", "<72h"),
    ("my back has been killing me for 3 days", "3d-1w"),
    ("my back hurts for 4 days now", "3d-1w"),
    ("its been 5 days and my back still hurts", "3d-1w"),
    ("my back has been hurting since last Friday", "3d-1w"),
    ("my back went out on Sunday", "3d-1w"),
    ("over the weekend my back went out", "3d-1w"),
    ("back went out last weekend", "3d-1w"),
    ("going on six days of back pain", "3d-1w"),
    ("almost a week my back hurts", "3d-1w"),
    ("5 days of this pain", "3d-1w"),
    ("it hasn't stopped for five days", "3d-1w"),
    ("my back hurts all week", "3d-1w"),
    ("the spasm started several days ago", "3d-1w"),
    ("fifth day in a row of back pain", "3d-1w"),
    ("I've had back pain for over a week", "1w-2w"),
    ("my back's been bad for more than a week", "1w-2w"),
    ("it's been ten days of back pain", "1w-2w"),
    ("about ten days ago my back seized", "1w-2w"),
    ("back pain for 8 days", "1w-2w"),
    ("hurting for a week and a half", "1w-2w"),
    ("my back has been out since November 8", "1w-2w"),
    ("back hurts since the 10th", "1w-2w"),
    ("it has been hurting for a week", "1w-2w"),
    ("a week ago Monday my back went out", "1w-2w"),
    ("my back went week past Saturday, hen", "1w-2w"),
    ("my back went two weeks past monday", ">2w"),
    ("my back pain started 2 weeks ago", ">2w"),
    ("for the past 3 weeks my back hurts", ">2w"),
    ("my back's been going on 3 wks", ">2w"),
    ("back pain two or three weeks", ">2w"),
    ("my back hurts for a fortnight", ">2w"),
    ("I've had this for a couple weeks", ">2w"),
    ("a few weeks of back pain", ">2w"),
    ("my back has been hurting for several months", ">2w"),
    ("it's been hurting for months now", ">2w"),
    ("months of back pain, since September", ">2w"),
    ("back pain since September", ">2w"),
    ("it started in October", ">2w"),
    ("my back has been like this since Halloween", ">2w"),
    ("back has hurt since the 4th of July", ">2w"),
    ("back pain since Christmas", ">2w"),
    ("hurting ever since Thanksgiving", ">2w"),
    ("I have had back pain since I was 20", ">2w"),
    ("back pain my whole life", ">2w"),
    ("my back has been hurting for years", ">2w"),
    ("my back has hurt for ages", ">2w"),
    ("more than 2 weeks my back has been in pain", ">2w"),
    ("it started March 3", ">2w"),
    ("started on 3/14", ">2w"),
    ("it began on March 3rd, 2025", ">2w"),
    ("back hurts since 2019", ">2w"),
    ("my back has been hurting since last summer", ">2w"),
    ("my back hurts since last month", ">2w"),
    ("it has been hurting all year", ">2w"),
    ("my back pain has lasted 6 weeks", ">2w"),
    ("3 months of lower back pain", ">2w"),
    ("back pain for 1/2 year", ">2w"),
    ("its hurt for 2 1/2 weeks", ">2w"),
    ("my back hasn't gotten better in 3 weeks", ">2w"),
    ("my back hurts 2-3 days already", ASK),
    ("back pain for a few days", ASK),
    ("my back has been hurting for less than a week", ASK),
    ("the other day my back went out", ASK),
    ("my back went out last week", ASK),
    ("my back has been hurting for a while", ASK),
    ("my back went out last Tuesday", ASK),
    ("fever and back pain for 2 days", "<72h"),
    ("bent over to pick up a sock about 20 min ago and bam my back went", "<72h"),
    ("my back decided to quit on me yesterday evening while I was doing dishes", "<72h"),
    ("my husband threw his back out shoveling snow yesterday", "<72h"),
    ("I was in a car accident yesterday and my back hurts", "<72h"),
    ("fell down the stairs 2 hours ago, back is killing me", "<72h"),
    ("deadlifted last night and now i can't bend over", "<72h"),
    ("my back seized up after a 6 hour drive yesterday", "<72h"),
    ("woke up Tuesday and couldn't get out of bed", "<72h"),
    ("I'm 62, my back went out this AM", "<72h"),
    ("it is my second day with this", "<72h"),
    ("been on the floor for 2 hours can't get up", "<72h"),
    ("out of the blue my back seized up like 5 min ago", "<72h"),
    ("back locked up 45 mins ago help", "<72h"),
    ("played golf on sunday and woke up monday with back spasms", "3d-1w"),
    ("been in bed since saturday with a locked back", "3d-1w"),
    ("woke up with severe back pain 5 days ago", "3d-1w"),
    ("my back has been hurting since Friday, I take ibuprofen every 6 hours", "3d-1w"),
    ("hurt my back two Fridays ago", "1w-2w"),
    ("not sure when it started, maybe a week ago", "1w-2w"),
    ("its been almost 2 weeks and my back is not better", "1w-2w"),
    ("back pain 3 weeks getting worse", ">2w"),
    ("its been hurting on and off for about 3 weeks", ">2w"),
    ("two weeks ago i bent down and felt a pop in my back", ">2w"),
    ("my back has been bad ever since i moved house in june", ">2w"),
    ("i'm 38 and have had back pain since my 20s", ">2w"),
    ("i have had lower back pain for 2 weeks and now my leg is numb", ">2w"),
    ("pain started gradually over the past month", ">2w"),
    ("lower back. 2 weeks.", ">2w"),
    ("it's been hurting since before Christmas", ">2w"),
    ("pain level 7/10 since last month", ">2w"),
]

# Answers to "When did it start?".
ANSWERED = [
    ("ten minutes before I write to you", "<72h"),
    ("months mate, months", ">2w"),
    ("It has entered the third month", ">2w"),
    ("since august i carry am for body", ">2w"),
    ("e don reach six days", "3d-1w"),
    ("half an hour before I found this page", "<72h"),
    ("bang on midnight, rolled over and it went", "<72h"),
    ("five nights now I've slept in the chair", "3d-1w"),
    ("on labor day at the cookout", ">2w"),
    ("when the kids went back to school, beginning of September", ">2w"),
    ("just now", "<72h"),
    ("right now", "<72h"),
    ("now", "<72h"),
    ("today", "<72h"),
    ("Today!", "<72h"),
    ("2day", "<72h"),
    ("this morning", "<72h"),
    ("this mornin around 7", "<72h"),
    ("like an hour ago", "<72h"),
    ("a couple hours", "<72h"),
    ("a couple hours ago", "<72h"),
    ("few hrs", "<72h"),
    ("10 mins", "<72h"),
    ("20min ago", "<72h"),
    ("2h ago", "<72h"),
    ("half an hour", "<72h"),
    ("½ hour ago", "<72h"),
    ("last night", "<72h"),
    ("last nite around 10pm", "<72h"),
    ("yesterday", "<72h"),
    ("yesturday afternoon", "<72h"),
    ("yday", "<72h"),
    ("yesterday at 3:30 pm", "<72h"),
    ("day before yesterday", "<72h"),
    ("literally as i was typing this lol", "<72h"),
    ("day 5 of hell", "3d-1w"),
    ("12 days since I lifted that blasted sofa", "1w-2w"),
    ("not quite a fortnight, a day or two short of it", "1w-2w"),
    ("week before last, on the thursday", ">2w"),
    ("two nights ago", "<72h"),
    ("night before last", "<72h"),
    ("tuesday", "<72h"),
    ("tues", "<72h"),
    ("wensday", "<72h"),
    ("Wednesday night", "<72h"),
    ("2 days", "<72h"),
    ("2d", "<72h"),
    ("48 hours", "<72h"),
    ("a day", "<72h"),
    ("a day or two", "<72h"),
    ("less than 3 days", "<72h"),
    ("not long ago i think yesterday", "<72h"),
    ("woke up with it", "<72h"),
    ("I woke up like this", "<72h"),
    ("overnight", "<72h"),
    ("in my sleep", "<72h"),
    ("earlier today", "<72h"),
    ("earlier this afternoon", "<72h"),
    ("at noon", "<72h"),
    ("since lunch", "<72h"),
    ("it was after lunch today", "<72h"),
    ("moments ago", "<72h"),
    ("a little while ago", "<72h"),
    ("when I was lifting boxes yesterday", "<72h"),
    ("it happened at the gym on tuesday", "<72h"),
    ("all day", "<72h"),
    ("tonight? no, this morning", "<72h"),
    ("3 days", "3d-1w"),
    ("three days", "3d-1w"),
    ("3days ago", "3d-1w"),
    ("like 4 days", "3d-1w"),
    ("over three days", "3d-1w"),
    ("5-6 days", "3d-1w"),
    ("between 4 and 5 days", "3d-1w"),
    ("since friday", "3d-1w"),
    ("Saturday", "3d-1w"),
    ("on sat", "3d-1w"),
    ("since sunday morning", "3d-1w"),
    ("almost a week", "3d-1w"),
    ("several days", "3d-1w"),
    ("11/14", "3d-1w"),
    ("nov 14", "3d-1w"),
    ("the 14th of november", "3d-1w"),
    ("on the 14th", "3d-1w"),
    ("idk like a week", "1w-2w"),
    ("a week", "1w-2w"),
    ("a wk", "1w-2w"),
    ("one week", "1w-2w"),
    ("1 week ago", "1w-2w"),
    ("about a week", "1w-2w"),
    ("a little over a week", "1w-2w"),
    ("a week ago", "1w-2w"),
    ("about 10 days", "1w-2w"),
    ("10 days or so", "1w-2w"),
    ("a dozen days", "1w-2w"),
    ("week and a half", "1w-2w"),
    ("11/8", "1w-2w"),
    ("last week or the one before, i'd say 9 days", "1w-2w"),
    ("2 weeks", ">2w"),
    ("2 wks", ">2w"),
    ("2+ weeks", ">2w"),
    ("a fortnight", ">2w"),
    ("couple weeks", ">2w"),
    ("few weeks", ">2w"),
    ("two to three weeks", ">2w"),
    ("2-3 weeks", ">2w"),
    ("at least 3 weeks", ">2w"),
    ("nearly a month", ">2w"),
    ("a month", ">2w"),
    ("several months", ">2w"),
    ("6 mos", ">2w"),
    ("months", ">2w"),
    ("weeks and weeks", ">2w"),
    ("years", ">2w"),
    ("a year", ">2w"),
    ("about 20 years", ">2w"),
    ("september", ">2w"),
    ("early October", ">2w"),
    ("since last year", ">2w"),
    ("since christmas", ">2w"),
    ("last summer", ">2w"),
    ("forever", ">2w"),
    ("since high school", ">2w"),
    ("10/31", ">2w"),
    ("12/25/2025", ">2w"),
    ("twenty five days", ">2w"),
    ("2-3 days", ASK),
    ("2 or 3 days", ASK),
    ("2 days maybe 3", ASK),
    ("a few days", ASK),
    ("some days", ASK),
    ("a while", ASK),
    ("last week", ASK),
    ("this week", ASK),
    ("last tuesday", ASK),
    ("less than a week", ASK),
    ("less than two weeks", ASK),
    ("when I woke up", "<72h"),
    ("after my shift last night", "<72h"),
    ("hmm i think like tuesday or wednesday", "<72h"),
    ("2 o'clock", "<72h"),
    ("today but i had something similar 2 years ago", "<72h"),
    ("couple of hors", "<72h"),
    ("a coupl days", "<72h"),
    ("i have had it for 3 days but it got worse today", "3d-1w"),
    ("3 dats ago", "3d-1w"),
    ("one and a half weeks", "1w-2w"),
    ("not quite 2 weeks", "1w-2w"),
    ("first of november", ">2w"),
    ("Nov 1st", ">2w"),
    ("1st of the month", ">2w"),
    ("mid october", ">2w"),
    ("start of the year", ">2w"),
    ("more than a decade", ">2w"),
    ("since before thanksgiving", ">2w"),
    ("earlier this week", ASK),
]

# Times that are not the onset, whether it was asked or not.
NEVER = [
    "",
    "   ",
    "10 years ago I had surgery",
    "I had back surgery 10 years ago",
    "it hurts for 5 minutes when I stand",
    "hurts for 5 minutes when I stand",
    "I'm 45 years old",
    "im 45",
    "45 yo male",
    "20 minutes of ice",
    "I iced it for 20 minutes",
    "should I ice for 20 minutes every 2 hours?",
    "since my son was born",
    "on and off for years",
    "I'm 34 weeks pregnant",
    "34 weeks along",
    "fever for 2 days",
    "I've had a fever since yesterday",
    "my temperature is 38 C",
    "38 C since this morning with chills",
    "I took ibuprofen 2 hours ago",
    "took my meds this morning",
    "in 2 days",
    "I fly in 2 days",
    "appointment on Monday",
    "my appointment is on Monday",
    "can I come in on Monday?",
    "are you open on Saturday",
    "can I go back to work on Monday",
    "I have to work tomorrow",
    "I gave birth 6 weeks ago",
    "had an epidural 3 weeks ago",
    "my cancer was diagnosed 5 years ago",
    "I drove for 8 hours",
    "after an 8 hour drive",
    "I sit at my desk 10 hours a day",
    "I sat all day",
    "I sleep 4 hours a night",
    "every 20 minutes",
    "it comes every few minutes",
    "twice a day",
    "3 times a week",
    "my 9 year old son",
    "he is 72 years old",
    "my leg has been numb since yesterday",
    "I've had a headache for 3 days",
    "how many days does it last",
    "no pain for 3 weeks",
    "I was pain free for 2 months",
    "third time this year",
    "same thing happened last winter",
    "this happened before, 2 years ago",
    "the last time was 3 years ago",
    "used to get it years ago",
    "next week",
    "until Friday",
    "my pain is 10/10",
    "8/10",
    "L4/5 disc",
    "24/7",
    "I can walk 10 minutes before it hurts",
    "one minute you are sipping coffee",
    "it stopped hurting 2 days ago",
    "it got worse yesterday",
    "I was in a car accident 3 years ago",
    "the second time I tried to stand",
    "I may need help",
    "march on",
    "I fall asleep fine",
    "give me a second",
    "999999999999 days ago",
    "5000 years",
    "it has been 3 weeks since my surgery",
    "my period started 2 days ago and my back hurts",
    "the spasm lasted 30 seconds",
    "each spasm lasts a minute or two",
    "I've had 3 episodes in the past 2 years",
    "my daughter is 3 weeks old and my back hurts",
    "I work 12 hour shifts and my back hurts",
    "I've been a nurse for 10 years and my back hurts",
    "can't stand for longer than 5 minutes",
    "haven't been able to pee for 12 hours",
    "how long until I can go back to the gym, 2 weeks?",
    "what should I do for the first 3 days",
    "I'm 3 days post op",
    "no idea",
]

# Times that answer the question but say nothing by themselves.
ONLY_WHEN_ASKED = [
    "3 days",
    "tuesday",
    "a couple hours",
    "yesterday",
    "since Monday",
    "2 weeks ago",
    "september",
]

NOT_UNASKED = [
    "my back is really bad today",
    "my back is killing me this morning",
    "my back hurts right now",
    "I threw out my back 10 years ago and now it hurts again",
    "I fell 3 years ago and my back hurts",
    "thank you, have a good day",
    "what can I do today",
]


@pytest.mark.parametrize(("text", "expected"), SAID)
def test_an_onset_that_is_told(text: str, expected: str) -> None:
    assert shown(parse_onset(text, NOW)) == expected


@pytest.mark.parametrize(("text", "expected"), ANSWERED)
def test_an_onset_that_is_answered(text: str, expected: str) -> None:
    assert shown(parse_onset(text, NOW, awaiting=True)) == expected


@pytest.mark.parametrize(("text", "expected"), SAID)
def test_what_is_told_is_also_an_answer(text: str, expected: str) -> None:
    assert shown(parse_onset(text, NOW, awaiting=True)) == expected


@pytest.mark.parametrize("awaiting", [False, True])
@pytest.mark.parametrize("text", NEVER)
def test_other_times_are_not_the_onset(text: str, awaiting: bool) -> None:
    assert parse_onset(text, NOW, awaiting=awaiting) is None


@pytest.mark.parametrize("text", ONLY_WHEN_ASKED)
def test_a_bare_time_counts_only_while_the_question_is_open(text: str) -> None:
    assert parse_onset(text, NOW) is None
    assert parse_onset(text, NOW, awaiting=True) is not None


@pytest.mark.parametrize("text", NOT_UNASKED)
def test_how_it_is_today_is_not_when_it_began(text: str) -> None:
    assert parse_onset(text, NOW) is None


@pytest.mark.parametrize(
    ("text", "hours"),
    [
        ("3 days ago", 72),
        ("an hour ago", 1),
        ("half an hour ago", 0.5),
        ("a week and a half ago", 252),
        ("yesterday at 3 pm", 24),
        ("today at 1 pm", 2),
        ("last night at 11 pm", 16),
        ("on tuesday at 9:30 am", 53.5),
        ("2.5 hours ago", 2.5),
        ("twenty one days", 504),
        ("a fortnight", 336),
        ("just now", 0),
    ],
)
def test_the_moment_itself(text: str, hours: float) -> None:
    onset = parse_onset(text, NOW, awaiting=True)
    assert onset is not None
    assert onset.moment == NOW.astimezone(UTC) - timedelta(hours=hours)


def test_two_times_that_do_not_meet_are_asked_about() -> None:
    onset = parse_onset("my back has hurt for 3 weeks and today it locked up", NOW)
    assert onset is not None
    assert onset.ambiguous(NOW)


def test_what_got_worse_later_does_not_move_the_onset() -> None:
    onset = parse_onset("it started 3 weeks ago and got worse yesterday", NOW)
    assert shown(onset) == ">2w"


def test_a_weekday_is_the_most_recent_one_before_today() -> None:
    onset = parse_onset("since thursday", NOW, awaiting=True)
    assert onset is not None
    assert onset.earliest.astimezone(DENVER).date() == NOW.date() - timedelta(days=7)


def test_a_date_still_to_come_is_last_years() -> None:
    onset = parse_onset("it started on december 3", NOW)
    assert onset is not None
    assert onset.moment.year == 2025


def test_days_are_those_of_the_patients_time_zone() -> None:
    # It is already the 20th in UTC, and still the evening of the 19th in Denver.
    late = datetime(2026, 11, 19, 22, 0, tzinfo=DENVER)
    onset = parse_onset("yesterday", late, awaiting=True)
    assert onset is not None
    assert onset.earliest.astimezone(DENVER).date() == late.date() - timedelta(days=1)


def test_soon_after_midnight_this_morning_is_not_in_the_future() -> None:
    night = datetime(2026, 11, 19, 1, 30, tzinfo=DENVER)
    for text in ("this morning", "tonight", "last night", "today", "woke up with it"):
        assert shown(parse_onset(text, night, awaiting=True), night) == "<72h"


@pytest.mark.parametrize("hour", range(24))
@pytest.mark.parametrize("day", [8, 9])
def test_hours_that_the_clock_repeats_do_not_break(hour: int, day: int) -> None:
    # In 2026 the clocks of Denver go forward on March 8 and back on November 1.
    for now in (
        datetime(2026, 3, day, hour, 30, tzinfo=DENVER),
        datetime(2026, 11, day - 7, hour, 30, tzinfo=DENVER),
    ):
        for text in ("yesterday at 2:30 am", "since sunday", "today", "last night", "at 1:30 am"):
            onset = parse_onset(text, now, awaiting=True)
            assert onset is not None
            assert onset.earliest <= onset.moment <= onset.latest <= now.astimezone(UTC)


def test_a_time_without_a_zone_is_refused() -> None:
    with pytest.raises(ValueError, match="time zone"):
        parse_onset("yesterday", datetime(2026, 11, 19))


def test_a_border_belongs_to_the_longer_band() -> None:
    borders = {72: "3d-1w", 24 * 7: "1w-2w", 24 * 14: ">2w"}
    for hours, name in borders.items():
        assert band(NOW - timedelta(hours=hours), NOW) == name
        shorter = BANDS[BANDS.index(name) - 1]
        assert band(NOW - timedelta(hours=hours, seconds=-1), NOW) == shorter


UNITS = {
    "minute": timedelta(minutes=1),
    "hour": timedelta(hours=1),
    "day": timedelta(days=1),
    "week": timedelta(weeks=1),
}
moments = st.datetimes(
    min_value=datetime(2020, 1, 1),
    max_value=datetime(2035, 12, 31),
    timezones=st.sampled_from([UTC, DENVER, ZoneInfo("America/New_York")]),
)


@given(now=moments, count=st.integers(1, 99), unit=st.sampled_from(sorted(UNITS)))
def test_so_many_units_ago_are_just_that(now: datetime, count: int, unit: str) -> None:
    plural = "" if count == 1 else "s"
    for text in (f"{count} {unit}{plural} ago", f"for {count} {unit}{plural}"):
        onset = parse_onset(f"my back has hurt {text}" if "for" in text else text, now, True)
        assert onset is not None
        assert onset.moment == now.astimezone(UTC) - count * UNITS[unit]


@given(now=moments, text=st.sampled_from([text for text, _ in SAID + ANSWERED]))
def test_an_onset_is_never_in_the_future(now: datetime, text: str) -> None:
    onset = parse_onset(text, now, awaiting=True)
    if onset is not None:
        assert onset.earliest <= onset.moment <= onset.latest <= now.astimezone(UTC)


@given(text=st.text(max_size=300), awaiting=st.booleans())
def test_no_text_breaks_it(text: str, awaiting: bool) -> None:
    parse_onset(text, NOW, awaiting)


WORDS = [
    "my",
    "back",
    "hurts",
    "since",
    "for",
    "2",
    "3",
    "10",
    "days",
    "weeks",
    "monday",
    "ago",
    "yesterday",
    "last",
    "the",
    "on",
    "at",
    "/",
    "-",
    ",",
    ".",
    "months",
    "half",
    "and",
    "a",
    "few",
    "or",
    "45",
    "years",
    "old",
    "march",
    "31",
    "feb",
    "30",
    "just",
    "woke",
    "up",
    "with",
    "it",
]


@given(words=st.lists(st.sampled_from(WORDS), max_size=25), now=moments)
def test_no_mix_of_time_words_breaks_it(words: list[str], now: datetime) -> None:
    onset = parse_onset(" ".join(words), now, True)
    if onset is not None:
        assert onset.earliest <= onset.moment <= onset.latest <= now.astimezone(UTC)


def test_a_very_long_message_is_read_quickly() -> None:
    started = datetime.now(UTC)
    parse_onset("my back hurts since monday and for 3 days or 2 weeks " * 400, NOW, True)
    assert datetime.now(UTC) - started < timedelta(seconds=2)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("woke up with it on Monday", 16),
        ("woke up with it on the 9th", 9),
    ],
)
def test_the_day_behind_an_event_is_its_day(text: str, day: int) -> None:
    friday = datetime(2026, 11, 20, 15, tzinfo=ZoneInfo("America/Denver"))
    onset = parse_onset(text, friday, awaiting=True)
    assert onset is not None and onset.moment.astimezone(friday.tzinfo).day == day


def test_a_day_on_the_border_of_weeks_is_not_asked_about() -> None:
    assert shown(parse_onset("last thursday, the 12th", NOW, awaiting=True)) == "1w-2w"
    assert shown(parse_onset("since november 5", NOW, awaiting=True)) == ">2w"


def test_a_day_on_the_border_of_72_hours_is_asked_about() -> None:
    assert shown(parse_onset("2 to 3 days", NOW, awaiting=True)) == ASK


def test_the_only_time_of_an_answer_answers_the_question() -> None:
    assert shown(parse_onset("when I moved out of my parents' in 2019", NOW, awaiting=True)) == ">2w"
    assert shown(parse_onset("it began with the car crash in 2021", NOW, awaiting=True)) == ">2w"
    assert parse_onset("I moved out of my parents' in 2019", NOW) is None


def test_now_and_a_story_is_now() -> None:
    assert shown(parse_onset("right now, I'm on the bathroom floor", NOW, awaiting=True)) == "<72h"

"""Decides whether a time in a message is the time at which the back pain began.

Other things take time too: a fever, a drive, a dose, an age, an episode of last year.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from enum import Enum, IntEnum

from triage.moments import Found, Way
from triage.onset_words import (
    ACTIVITY,
    BEGAN,
    BEGAN_ANEW,
    BEGINNING,
    CHANGED,
    FILLER,
    FUTURE,
    ON_AND_OFF,
    OTHER,
    OTHER_EPISODE,
    PAIN,
    PAIN_FREE,
    STATE,
)

# Words that begin a clause; times inside one are about what stands in it.
_CLAUSE_START = re.compile(
    r" (?:[.,!?;:]|(?<! on )(?<! off )and(?! (?:off|on|again) )|but|so|because|then|although"
    r"|though|while|plus|or else|now that)(?= )"
)
_SENTENCE_STARTS = (" .", " !", " ?", " ;")
# "Back pain 3 days", "3 days of pain", "almost a week my back hurts".
_PAIN_JUST_BEFORE = re.compile(
    r"\b(?:pain|spasms?|ache|hurting|hurts?|stiff\w*|sore\w*|locked(?: up)?|out"
    r"|(?:my|lower|upper|mid) back)(?: [\w.,]+){0,2} $"
)
_PAIN_JUST_AFTER = re.compile(
    r" (?:of|with|(?:now |already |that )?my (?:lower |upper |mid )?back"
    r" (?:hurts?|has|is|was|pain))\b"
)
_SLEPT_WELL = re.compile(
    r" (?:went|gone|go|going|got) to (?:bed|sleep)(?: \w+)? (?:fine|okay|ok|good|great|normal"
    r"|alright)(?: last night)?(?: and| then| but)? $"
)
# After when it began: where, or by what.
_STORY_AFTER = re.compile(
    r"\s*(?:(?:at|in|on|during|while|over at|over|when|after) [a-z]|, |[a-z]+ing )"
)
# "It started on Tuesday moving a piano": the beginning and not only its cause.
_IT_BEGAN = re.compile(
    rf" (?:it|this|that|which|pain|spasms?|back|thing|trouble)(?: (?:all|first|really|then|has|had|just))* "
    rf"(?:{BEGAN_ANEW.pattern}|came(?! (?:back|and)))"
)
# "Brushing my teeth today and it went"
_AND_IT_BEGAN = re.compile(
    r"(?: (?:,|and|when|then|but))+ (?:it|(?:my |the |me )?(?:lower )?back)(?: (?:just|all|suddenly|then))*"
    r" (?:went(?= (?:[.,!?]|out|bang|pop|ping|twang|into|on me) |\s*$)|popped|locked|seized|gave (?:out|way)|froze"
    r"|snapped|spasmed|cramped)"
)
# The pain without its name; "this country" is not.
_IT = re.compile(
    r" (?:it|same|bad|ill|feel\w*|felt|(?:this|that)(?= (?:is|was|has|had|all|came|been|since|for|[.,!?;])|$))(?= |$)"
)
# "It was not today, it was on Saturday"
_IS_NOT = re.compile(r" (?:not|never)(?: (?:on|from|since|the|actually|really|this|last))* $")
_OLD_ONE = re.compile(r" (?:(?:old|older|earlier|previous|original|other) (?=[a-z])|(?:too|as well|only once)(?= |$))")
_YOUTH = re.compile(
    r" (?:in (?:high school|school|college|uni|my (?:teens|twenties|thirties|youth))|as a (?:kid|child|teen))(?= )"
)
# "Last week I was completely fine"
_WAS_FINE = re.compile(
    r" (?:(?:i|we|he|she|it|all|everything) (?:was|were|felt)(?: [a-z]+)? )?"
    r"(?:fine|okay|ok|good|great|grand|well|normal|perfect|no (?:pain|spasms?|problems?|trouble|symptoms?)|nothing)"
    r"(?= |$)"
)
_NO_BOTHER = re.compile(r" (?:no bother|right as rain)(?= |$)")
# "No trouble until ten days ago"
_UNTIL = re.compile(
    r" (?:until|till|up to)(?: (?:about|around|like|maybe|roughly|just|only|some))*"
    r"(?: (?:the )?(?:early )?(?:morning|afternoon|evening|night) of)? $"
)
_SAYS_WHEN = re.compile(r"^ (?:it was |that was |back |way |ever )*(?:when|since|after) ")
_SINCE_AFTER = re.compile(r" since (?!then|now)")
# How far back a time without words of its own may look for them.
_MOST_CLAUSES = 4
# An activity so long ago is an old story rather than the cause of this spasm.
_CAUSE_DAYS = 31
# Told in answer to "when did it begin", a cause may lie further back.
_ANSWERED_CAUSE_DAYS = 200
# So long ago "threw my back out" is another episode, unless it "started" then.
_OLD_DAYS = 60


class Subject(Enum):
    """What a time is about."""

    PAIN = "pain"
    CAUSE = "cause"  # the lifting or falling that brought it on
    NOTHING = "nothing"  # stands by itself
    OTHER = "other"


class Strength(IntEnum):
    """How surely a time is the onset; the surest ones of a message count."""

    TOLD = 1  # in answer to the question, of something that is not the pain
    CAUSE = 2  # when the back was strained
    EVENT = 3  # "woke up with it": the day may be named elsewhere
    STATED = 4


_SUBJECTS = (
    (OTHER, Subject.OTHER),
    (ACTIVITY, Subject.CAUSE),
    (PAIN, Subject.PAIN),
)


class Clauses:
    """A line cut where a clause begins, once for all the times found in it.

    In `telling` the times are blotted out, so that "this fall" is no fall.
    """

    def __init__(self, line: str, times: Sequence[Found] = ()) -> None:
        self.line = self.telling = line
        self.times = len(times)
        self._times = times
        for found in times:
            if found.way is not Way.EVENT:
                blot = re.sub(r"[^ ]", "_", line[found.start : found.end])
                self.telling = self.telling[: found.start] + blot + self.telling[found.end :]
        self._starts = [0, *(match.start() for match in _CLAUSE_START.finditer(line)), len(line)]

    def around(self, found: Found, awaiting: bool = False) -> tuple[int, int]:
        """The clause of a time, by its characters.

        A clause of nothing but the time takes in the one before it: "my back hurts. Since Monday." Not so where that
        one only says when, in answer to the question (`awaiting`): "when school began, in September".
        """
        starts = self._starts
        first = max(0, bisect_right(starts, found.start) - 1)
        last = min(bisect_left(starts, found.end), len(starts) - 1)
        for _ in range(_MOST_CLAUSES):
            rest = self.line[starts[first] : found.start] + self.line[found.end : starts[last]]
            if first == 0 or FILLER.sub("", rest).strip(" .,!?;:"):
                break
            if awaiting and self.line[starts[first - 1] : starts[first]].startswith((" when ", " while ")):
                break
            # "Friday night, about nine, I was dancing": what it is of follows in its own sentence.
            if self.line.startswith(_SENTENCE_STARTS, starts[first]) and self._goes_on(last):
                last += 1
            else:
                first -= 1
        return starts[first], starts[last]

    def _goes_on(self, last: int) -> bool:
        """Whether the sentence goes on at the start `last` of a clause, and not with another thought."""
        return last + 1 < len(self._starts) and self.line.startswith(" ,", self._starts[last])

    def begins_anew(self, found: Found) -> bool:
        """Whether the words around a time say that something began then."""
        return bool(BEGAN_ANEW.search(self._words_around(found)))

    def tells_of_pain(self, found: Found) -> bool:
        """Whether the words around a time name the pain."""
        return bool(PAIN.search(self._words_around(found)))

    def is_of_an_old_one(self, found: Found) -> bool:
        """Whether a time is of an episode that its clause calls old or dates so: "last year I had it for a day"."""
        start, end = self.around(found)
        clause, told = self.line[start:end], self.telling[start:end]
        if found.way in (Way.SPAN, Way.BARE):
            others = (other for other in self._times if other.long_span and other.way is Way.POINT)
            if any(start <= other.start < end for other in others) or _YOUTH.search(clause):
                return True
        if not found.long_span or self.begins_anew(found):
            return False
        of_another = not _IT.search(told) and not ON_AND_OFF.search(told) and _tells(told, least=1)
        return bool(_OLD_ONE.search(clause)) or (
            of_another and (found.way is Way.POINT or not self.tells_of_pain(found))
        )

    def _words_around(self, found: Found) -> str:
        start, end = self.around(found)
        return self.line[start : found.start] + self.line[found.end : end]


def onset_strength(
    found: Found, clauses: Clauses, age_days: float, awaiting: bool
) -> Strength | None:
    """How surely a time in the line is the onset of the patient's pain; None if it is not.

    `awaiting`: the question was asked, so that a time by itself answers it. `age_days`: how long
    ago the latest moment of the time is.
    """
    line = clauses.line
    start, end = clauses.around(found, awaiting)
    # "A good ten days" says nothing good.
    before = re.sub(r" (?:an? )?good $", " ", line[start : found.start])
    # "Went to bed fine woke up like this": the night parts the two.
    before = _SLEPT_WELL.sub(" ", before)
    around = before + line[found.end : end]
    is_length = found.way in (Way.SPAN, Way.BARE)
    if OTHER_EPISODE.search(around) or (not is_length and _IS_NOT.search(before)):
        return None
    if found.way is not Way.SPAN and _WAS_FINE.match(line[found.end : end]):
        return None
    if PAIN_FREE.search(before) or (found.way is Way.SPAN and _NO_BOTHER.search(around)):
        return Strength.STATED if found.way is Way.POINT and _UNTIL.search(before) else None
    if found.long_span and ON_AND_OFF.search(line) and not (awaiting and _dates_the_first(found, line)):
        return None
    if found.way in (Way.POINT, Way.PRESENT, Way.BARE) and FUTURE.search(before):
        return None
    if CHANGED.search(before if found.way in (Way.SPAN, Way.BARE) else around):
        return None
    subject = _subject(found, clauses.telling, start, end, awaiting)
    if (subject is Subject.CAUSE and _IT_BEGAN.search(around)) or _AND_IT_BEGAN.match(line, found.end):
        subject = Subject.PAIN
    if subject in (Subject.OTHER, Subject.CAUSE) and awaiting and _opens_the_answer(found, line):
        subject = Subject.NOTHING
    if subject is Subject.OTHER:
        return None
    # The only time in an answer to the question answers it, by whatever story it is told.
    only = awaiting and clauses.times == 1 and found.way in (Way.POINT, Way.SINCE)
    if subject is Subject.NOTHING and found.way is Way.POINT and age_days > _OLD_DAYS and _tells(before) and not only:
        # "I retired in 2015".
        return None
    if subject is Subject.CAUSE and not (only and (_SAYS_WHEN.match(line) or BEGINNING.search(line))):
        dated = _cause_dates_it(found, line, age_days, awaiting)
        return Strength.CAUSE if dated else None
    if not awaiting and not _states_onset(found, subject, around, line, age_days):
        return None
    if found.way is Way.EVENT:
        return Strength.EVENT
    of_it = _IT.search(around) or clauses.begins_anew(found)
    lately_since = found.way is Way.SINCE and not found.long_span
    aside = subject is Subject.NOTHING and not lately_since and not of_it
    words = clauses.telling[start : found.start] + clauses.telling[found.end : end]
    least = 1 if found.long_span and not ON_AND_OFF.search(around) else 2
    return Strength.TOLD if aside and _tells(words, least) else Strength.STATED


def _opens_the_answer(found: Found, line: str) -> bool:
    """ "On labor day at the cookout", "since august …", "five nights now …": the answer, then where or how it began."""
    if FILLER.sub("", line[: found.start]).strip(" .,!?;:"):
        return False
    if found.way is Way.SINCE or _STORY_AFTER.match(line, found.end):
        return True
    return found.way in (Way.SPAN, Way.BARE) and _now(found, line)


def _now(found: Found, line: str) -> bool:
    return bool(re.search(r" now $", line[: found.end] + " ") or re.match(r"\s*now ", line[found.end :]))


def _tells(words: str, least: int = 2) -> bool:
    """Whether some words say more than that they are about a time: at least so many telling ones."""
    return len(re.findall(r"[a-z]+", FILLER.sub("", words))) >= least


def _dates_the_first(found: Found, line: str) -> bool:
    """ "10 years, on and off" dates the first spasm; "on and off for years" only says how it is."""
    counted = re.search(r"\d", line[found.start : found.end])
    return bool(counted) or found.way is Way.SINCE or not ON_AND_OFF.search(line[: found.start])


def _states_onset(found: Found, subject: Subject, around: str, line: str, age_days: float) -> bool:
    """Without a question, a time needs the pain beside it, and its beginning if it is a point."""
    if found.way is Way.EVENT:
        return subject is Subject.PAIN or bool(PAIN.search(line))
    if subject is not Subject.PAIN:
        return False
    if found.way is Way.BARE:
        near = line[max(0, found.start - 40) : found.start]
        return bool(_PAIN_JUST_BEFORE.search(near) or _PAIN_JUST_AFTER.match(line, found.end))
    if found.way is Way.PRESENT:
        return bool(BEGAN.search(around)) or not STATE.search(around)
    if found.way is Way.POINT and age_days > _OLD_DAYS:
        return bool(re.search(r"\b(?:start\w*|began|begun|onset|came on|since)\b", around))
    return True


def _cause_dates_it(found: Found, line: str, age_days: float, awaiting: bool) -> bool:
    """ "I was lifting boxes yesterday and my back locked up", "5 days since I lifted it" date the spasm; "sat all day"
    does not."""
    how_long = found.way in (Way.SPAN, Way.BARE) and not _SINCE_AFTER.match(line, found.end)
    if how_long or age_days > (_ANSWERED_CAUSE_DAYS if awaiting else _CAUSE_DAYS):
        return False
    return awaiting or bool(PAIN.search(line))


def _subject(found: Found, line: str, start: int, end: int, awaiting: bool) -> Subject:
    """What the nearest telling word between two characters of the line is about."""
    since = line.rfind(" since ", start, found.start + 1)
    if since >= 0:
        # "It hurts since I moved in May": whatever it was, the pain dates from it.
        dated = _nearest(since, since, line, start, since)
        told = line[start:since] + line[since + len(" since ") : found.start]
        bare = dated is Subject.NOTHING and not FILLER.sub("", line[start:since]).strip(" .,!?;:")
        if dated is Subject.PAIN or (awaiting and bare and told.strip()):
            return Subject.PAIN
    if _SINCE_AFTER.match(line, found.end):
        # "It has been 3 days since my surgery": the word after "since" tells, if any does.
        event = _nearest(found.start, found.end, line, found.end, end)
        if event is not Subject.NOTHING:
            return event
    return _nearest(found.start, found.end, line, start, end)


def _nearest(first: int, last: int, line: str, start: int, end: int) -> Subject:
    """What the telling word nearest to some characters is about, from `start` to `end`."""
    nearest: tuple[int, int, Subject] | None = None
    for order, (pattern, subject) in enumerate(_SUBJECTS):
        for match in pattern.finditer(line, start, end):
            if match.start() < last and match.end() > first:
                continue
            if match.end() <= first:
                between = line[match.end() : first]
            else:
                between = line[last : match.start()]
            distance = (len(between.split()), order, subject)
            if subject is Subject.PAIN and _of_something_else(match, line, start):
                distance = (distance[0], 0, Subject.OTHER)
            if nearest is None or distance[:2] < nearest[:2]:
                nearest = distance
    return nearest[2] if nearest else Subject.NOTHING


def _of_something_else(verb: re.Match[str], line: str, start: int) -> bool:
    """ "My period started": the beginning of something that is not the pain."""
    if not BEGINNING.fullmatch(verb.group()):
        return False
    words = line[start : verb.start()].split()[-3:]
    return bool(OTHER.search(" ".join(words))) and not PAIN.search(" ".join(words))

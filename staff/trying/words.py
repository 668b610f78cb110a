"""What the panel and the terminal say about an explanation: headings and lines in plain words, with their places."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, tzinfo

from staff.plain_names import LEVELS, listed, plain, question, title
from staff.trying.explanation import Decision, Explanation, Guess, Sign


@dataclass(frozen=True)
class Line:
    """One line: its text, and the places (file:line) that it speaks of. `quoted`: a patient reads it."""

    text: str
    at: tuple[str, ...] = ()
    quoted: bool = False


@dataclass(frozen=True)
class Section:
    """A heading and its lines. `alarm`: it tells of a danger sign that is present."""

    heading: str
    lines: tuple[Line, ...]
    alarm: bool = False


POLICIES = {"SafetyPolicy": "the safety check", "ResumingRulePolicy": "the rules", "StoryPolicy": "the stories"}
_OF_SAFETY = "The safety check reads every message before the rules; nothing in data/ can switch it off."
_STATES = {"present": "yes", "denied": "no, the patient says it is not there", "unsure": "not sure, so the bot asks"}
_SENSES = {
    "denied": "read as denied",
    "listed": "read as part of a list that is denied",
    "doubted": "read as in doubt",
    "asked": "read as a question or a worry, not as a fact",
    "long_past": "read as long past",
    "recent_past": "read as past, but not long",
    "once_past": "read as an old story beside today's back",
    "other_person": "read as about another person",
    "others_past": "read as another person's past",
    "answered": "says it in answer to the question about it",
}
_KINDS = {
    "ask": "such words always make the bot ask",
    "maybe": "such words are loose, so the bot asks",
    "denies": "the words themselves say that the sign is not there",
    "yes_if_asked": "such words say yes to the question about the sign, and are read nowhere else",
    "no_if_asked": "such words say no to the question about the sign, and are read nowhere else",
}
_BANDS = {"<72h": "less than 3 days", "3d-1w": "3 days to a week", "1w-2w": "1 to 2 weeks", ">2w": "over 2 weeks"}


def heading(explained: Explanation) -> str:
    """What the patient did in this turn."""
    return f"The patient {'presses' if explained.pressed else 'writes'}: {explained.message}"


def sections(explained: Explanation, zone: tzinfo) -> list[Section]:
    """The explanation in words; moments are told in the clinic's time `zone`."""
    signs = tuple(line for sign in explained.signs for line in _sign(sign)) + tuple(_passed_over(explained))
    present = any(sign.state == "present" for sign in explained.signs)
    return [
        Section("Understood", tuple(_understood(explained))),
        Section("Danger signs in this message", signs or (Line("none"),), alarm=present),
        Section("When, how often, who", tuple(_when(explained, zone))),
        Section("What decides", tuple(_decisions(explained)) or (Line("nothing"),)),
        Section("The patient reads", tuple(_reads(explained))),
        Section("After this message", tuple(_after(explained))),
    ]


def _understood(explained: Explanation) -> Iterator[Line]:
    if explained.pressed:
        yield Line("an option was pressed, so nothing had to be guessed")
    elif not explained.guesses:
        yield Line("no words to understand")
    else:
        yield from _guesses(explained.guesses)
    if explained.command:
        yield Line("it was typed like a command, so nothing but danger signs counts")
    if explained.before:
        yield Line(f"the bot had asked: {question(explained.before)}")


def _guesses(guesses: tuple[Guess, ...]) -> Iterator[Line]:
    names = ["most likely", "second guess"]
    if guesses[0].intent == "nlu_fallback":
        yield Line("not sure enough to go by a guess, so the message counts as not understood")
        guesses, names = guesses[1:], ["best guess", "second guess"]
    for name, guess in zip(names, guesses, strict=False):
        yield Line(f"{name}: {guess.intent} ({guess.confidence:.0%} sure)", _places(guess.at))
        if guess.like:
            yield Line(f"its example that is most like this: “{guess.like}”", _places(guess.like_at))


def _sign(sign: Sign) -> Iterator[Line]:
    name = f"{title(sign.name)}: {_STATES.get(sign.state, sign.state)}"
    if sign.sense == "suspected":
        yield Line(f"{name} (a guess from learned sentences; {sign.pattern})", _places(sign.sign_at))
        if sign.like:
            yield Line(f"the learned sentence that is most like this: “{sign.like}”", _places(sign.like_at))
        return
    yield Line(f"{name}; the words: “{sign.words}”", _places(sign.sign_at))
    sense = _SENSES.get(sign.sense)
    if sign.kind == "denies" and not sign.scope:
        sense = None
    if sense:
        because = listed([f"“{word}”" for word in sign.scope])
        yield Line(f"{sense}, because of {because}" if because else sense)
    if sign.kind in _KINDS:
        yield Line(_KINDS[sign.kind])
    yield Line(f"the pattern: {_short(sign.pattern)}", _places(sign.pattern_at))


def _passed_over(explained: Explanation) -> Iterator[Line]:
    for sign in explained.passed_over:
        words = listed([f"“{word}”" for word in sign.words], "or")
        yield Line(f"{title(sign.name)}: not read here, because of {words}", _places(sign.sign_at))


def _when(explained: Explanation, zone: tzinfo) -> Iterator[Line]:
    onset = explained.onset
    if onset is None:
        yield Line("began: not said in this message")
    else:
        moment = f"{datetime.fromisoformat(onset.moment).astimezone(zone):%A %d %B %Y, %H:%M}"
        unclear = "; it could be longer or shorter, so the bot asks" if onset.unclear else ""
        yield Line(f"began: about {moment} ({_BANDS[onset.band]} ago{unclear})")
        earliest, latest = (datetime.fromisoformat(at).astimezone(zone) for at in (onset.earliest, onset.latest))
        yield Line(f"not before {earliest:%d %B %H:%M}, not after {latest:%d %B %H:%M}")
    told = {None: "not said in this message", True: "yes", False: "no"}[explained.recurring]
    yield Line(f"happened before: {told}")
    yield Line("about: someone else" if explained.someone_else else "about: the person who writes")


def _decisions(explained: Explanation) -> Iterator[Line]:
    if any(decision.policy == "SafetyPolicy" for decision in explained.decisions):
        yield Line(_OF_SAFETY)
    for decision in explained.decisions:
        yield Line(f"{decision.action} ← {_why(decision)}", decision.at)


def _why(decision: Decision) -> str:
    if decision.behind:
        return listed(list(decision.behind), "or")
    return ": ".join(filter(None, [POLICIES.get(decision.policy, decision.policy), decision.because]))


def _reads(explained: Explanation) -> Iterator[Line]:
    for answer in explained.answers:
        yield Line(answer.text, _places(answer.at), quoted=True)
        if answer.options:
            yield Line(f"to press: {'  '.join(f'[{option}]' for option in answer.options)}")
    if not explained.answers:
        yield Line("nothing")


def _after(explained: Explanation) -> Iterator[Line]:
    level = LEVELS.get(explained.disposition or "")
    yield Line(f"outcome so far: {level.title if level else 'none yet'}", _places(explained.disposition_at))
    if explained.asking:
        yield Line(f"the bot waits for: {question(explained.asking)}", _places(explained.asking_at))
    for state, words in (("present", "danger signs present"), ("unsure", "not sure"), ("denied", "denied")):
        names = [plain(name) for name, value in explained.red_flags.items() if value == state]
        if names:
            yield Line(f"{words}, in the whole chat: {', '.join(names)}")


def _places(*at: str | None) -> tuple[str, ...]:
    return tuple(place for place in at if place)


def _short(pattern: str, longest: int = 100) -> str:
    return pattern if len(pattern) <= longest else f"{pattern[:longest].rstrip()} …"

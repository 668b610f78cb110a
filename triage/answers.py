"""What a message says in answer to the question that is open."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace

from triage.ages import AGE_GROUPS, stated_age_group
from triage.denial_and_story import denies_with_a_story, tells_nothing_more
from triage.numbers import OPTION_NUMBERS
from triage.plain_denial import is_plain_denial, makes_an_exception, takes_note
from triage.red_flags import DENIED, PRESENT, UNSURE, Finding
from triage.sense import Sense
from triage.state import Message
from triage.text import tokenize, words
from triage.whole_denial import denies_each, denies_the_whole_list

YES, NO, NOT_SURE = "yes", "no", "not_sure"
NONE = "none"
# The name under which the options of a confirming question are picked.
CONFIRM = "confirm"

_FILLER = frozenset(
    "n just the number numbers option options and only both maybe i have got also plus of those "
    "these them one ones them please choose pick a is it would be my answer or to st nd rd "
    "th".split()
)
_NOT_SURE = re.compile(
    r"^(?: (?:i|am|honestly|um+|uh+|hm+|well|really|just|sorry|,|no))*"
    r" (?:not (?:really |entirely |quite |too |100 )?(?:sure|certain)|unsure|do not (?:really )?know"
    r"|no idea|no clue|not know|maybe|perhaps|possibly|hard to (?:say|tell)|can not (?:say|tell)"
    r"|could be|kind of|sort of|might be|\?)(?= |$)"
)
_NONE = re.compile(
    r" (?:none(?: (?:of (?:these|those|them|the above|that|it)|apply))?|nothing(?: (?:like that"
    r"|else|here|on (?:the|this) list|of the (?:kind|sort)|new|really))?|not any(?: of .*)?|neither"
    r"|no to (?:all|everything|any)|all no|(?:do|does|did|have|has) not have (?:any|one|those|these)"
    r"|zero|zilch|nada|n a|all (?:clear|good|fine|normal))(?= |$)"
)
_LEADING_NO = re.compile(
    r"^(?: (?:um|uh|oh|well|god|thank god|luckily|honestly|yeah|,))*"
    r" (?:no|nope|nah|negative|na|non)(?= (?:,|\.|\?|but|i|my|it|they|not|just|none|thank|thanks|sir|maam|nothing|only"
    r"|all|everything|never|he|she|can|am|feeling|apart|except|other|to)|$| no)"
)
_OPENERS = r"^(?: (?:um+|uh+|oh|well|god|hm+|honestly|actually|i think|i guess|ok|okay|so|,))*"
# Before "no" these only add weight: "definitely not", "yeah no", "unfortunately not".
_WEIGHT = r"(?: (?:yeah|definitely|absolutely|certainly|unfortunately|luckily|thankfully|of course))*"
_HEDGED_NO = re.compile(
    _OPENERS + _WEIGHT + r"(?: (?:no|nope|nah)(?: ,)?)? (?:not (?:really|any ?more|exactly|quite|always|now|right now"
    r"|today|currently|at (?:the|this) moment|at present)|no longer|probably not|i hope not|hopefully not)(?= |$)"
)
_YES = re.compile(
    _OPENERS
    + r"(?: (?:i (?:suppose|guess|am afraid)|sadly|well|afraid))*"
    r" (?:both(?!(?: of)?(?: my| the| his| her)? (?:feet|legs))|all of (?:it|them|that)|yes+|yeah|yeh|yep|yea|ya"
    r"|yah|yup|aye|mhm|oui|ja|sure(?= [,.]|$| (?:is|do|does|have|am|did|yes|yeah|yep))|correct"
    r"|right(?=$| [,.?])|true"
    r"|affirmative|definitely|absolutely"
    r"|unfortunately|indeed|y|si|of course|(?:(?:it|he|she) (?:is|does|has|did)"
    r"|they (?:do|have|are|did)|i (?:do|have|did|am))(?=$| [,.?]))(?= |$)"
)
# "Struggling to go, yeah", "so I'd put yes".
_YES_AT_LAST = re.compile(r" (?:yes|yeah|yep|yup|aye)(?= [,.!]|$)| (?:i am |so |sadly )afraid so(?= |$)")
# "Yes... hang on, I misread that. No", "yes I mean no".
_SLIP = re.compile(
    r" (?:wait|hang on|hold on|sorry|oops|whoops|mean|meant|misread|misclick\w*|typo|autocorrect|fat fingers?"
    r"|wrong (?:key|button|thing|one))(?= |$)"
)
_NEGATED = re.compile(r" (?:no|not|nope|nah|none|never|nothing|neither|without|if|\?)(?= |$)")
# To a question about this or that: "the second one", "all of em".
_ONE_OF_SEVERAL = re.compile(
    r"^(?: (?:the|its|it is|just|only|yes|yeah|,))* (?:(?:first|second|third|latter|former|last) (?:one|bit|part|thing)"
    r"|all (?:of )?(?:em|three|two)|(?:a )?(?:bit|little) of both|(?:1|one) and (?:2|two))(?= [,.!]|$)"
)
_YEAH_NO = re.compile(r"^(?: [a-z]+){0,2} (?:yeah|yes|yea|ya)(?: ,)? (?:no|nah|nope|none|nothing)(?= |$)")
# "Not at all. Why would a back spasm do that?"
_QUESTION_LAST = re.compile(
    r"^(?P<said>[^?]*[.!,])\s*(?:why|what|is (?:it|this|that)|can i|should i|how|when)\b[^?]*\?\s*$", re.IGNORECASE
)
_ASKS_BACK = re.compile(r"^(?: (?:why|what|how|do|does|will|would|can|could|is|are|should)(?= )).* \?(?: [?!.])*$")
# "Hm" is no answer.
_SOUND = re.compile(r"(?: (?:h+m+|u+h+|u+m+|e+r+m*|e+h+|o+h+|a+h+|[^\w\s]))*")
# "No, nothing else" may grant what was asked about.
_NOTHING_ELSE = re.compile(r" (?:nothing|none|not anything|no other|no more) (?:else|other|more)(?= |$)")
# "Not pregnant. Nothing else either": the rest of a list, and not "nothing else helps".
_AND_NOTHING_ELSE = re.compile(
    r" (?:nothing|none|not anything) else(?: (?:either|at all|applies|fits|on (?:it|there)))*(?= [,.!]|$)"
)
_LEADING_YES = re.compile(r"^\s*(?:yes|yeah|yep|yup|yea|ya)\b[\s,.]*(?=\S)", re.IGNORECASE)
_ONLY = re.compile(r" (?:only|just (?:that|the|this)|nothing else|no other|that is (?:it|all)"
                   r"|none of the other)(?= |$)")
_AND_THE_LIKE = re.compile(r" (?:or|nor|and) (?:anything|nothing|any|the rest|so on|stuff|such"
                           r"|the others?|that)(?= |$)")
_NOTHING_BUT = re.compile(r" (?:nothing|none|not anything|not|no more than)(?: more)? but(?= )")
_COUNTED_OFF = re.compile(
    r"(?: (?:yes|yeah|,|i have|just|only|probably))*(?: the)? (?P<end>first|top|last|bottom)"
    r" (?P<many>two|three|2|3|couple)(?: (?:ones|items|please|of them|on the list|[.!]))*"
)
_ALL = re.compile(r"^(?: (?:yes|yeah|i|have|got|had|,))* (?:all|both|either|some|most|everything|every one|each)"
                  r"(?: of (?:them|these|those|the above|it))?(?= |$)")


_LEANING = re.compile(r" (?:think so|probably|likely|maybe|kind of|sort of|comes and goes|perhaps|believe so)(?= |$)")
_ALL_ASKED = re.compile(r"^(?: (?:yes|yeah|yep|i|have|got|had|it|is|unfortunately|,))*"
                        r" (?:both|all|everything|all (?:two|three))(?: of (?:them|these|those|it))?"
                        r"(?= [,.]|$| (?:apply|are true|yes))")


@dataclass(frozen=True)
class TickAnswer:
    """An answer to a tick list.

    `kind`: "signs" (some are there), "none", "not_sure", "which" (a yes that names none),
    "none_but" (a no with more beside it that is not understood), "partial" (something was
    said, the rest stays open) or "" (no answer).
    """

    kind: str
    present: frozenset[str] = frozenset()
    denied: frozenset[str] = frozenset()


def tick_answer(message: Message, question: str, listed: Sequence[str]) -> TickAnswer:
    """Reads a message as the answer to a tick list about the flags `listed`.

    Pressed options and numbers name options; "no but …" denies the rest of the list.
    """
    shown = [value for value in message.offered if value in listed] or listed
    if counted := _first_or_last(message.text, shown):
        return TickAnswer("signs", frozenset(counted), frozenset(listed) - frozenset(counted))
    named = replace(message, text=_LEADING_YES.sub("", message.text))  # "yes, 2 and 3"
    values = _chosen(named, question, (*listed, NONE, NOT_SURE))
    if values:
        return _ticked(values, listed)
    found = {f.name: f.state for f in message.findings if f.name in listed}
    present = frozenset(n for n, s in found.items() if s == PRESENT)
    denied = frozenset(n for n, s in found.items() if s == DENIED)
    unsure = frozenset(n for n, s in found.items() if s == UNSURE)
    line = _line(message.text)
    rest = frozenset(listed) - present - unsure
    says_none = bool(_LEADING_NO.search(line) or _NONE.search(line) or _AND_THE_LIKE.search(line))
    outright = denies_the_whole_list(message.text) or denies_each(message.text, len(listed))
    if present or unsure:
        # "Nothing but a tingle": what is not sure may be another of the list.
        sure = present or outright or not _NOTHING_BUT.search(line)
        closed = bool(sure and (says_none or _ONLY.search(line)))
        return TickAnswer("signs" if closed else "partial", present, rest if closed else denied)
    if _ALL.search(line) and not (denied or says_none or outright):
        return TickAnswer("which")
    if not outright and (_not_sure(message) or _HEDGED_NO.search(line)):
        return TickAnswer("not_sure", denied=denied)
    plain = _denies(message)
    and_the_like = denied and _AND_THE_LIKE.search(line) and not makes_an_exception(message.text)
    if plain or outright or and_the_like:
        return TickAnswer("none", denied=rest)
    if denied and _AND_NOTHING_ELSE.search(line) and not makes_an_exception(message.text):
        return TickAnswer("none", denied=rest)
    if denied:
        return TickAnswer("none" if denied == frozenset(listed) else "partial", denied=denied)
    if says_none and makes_an_exception(message.text) and not _mentions_other_matter(message, line):
        return TickAnswer("none_but")
    if takes_note(message.text):
        return TickAnswer("")
    if _YES.search(line) or (message.intent == "affirm" and _is_brief(message)):
        return TickAnswer("which")
    return TickAnswer("")


def several_confirmed(message: Message, asked: Sequence[str]) -> TickAnswer:
    """Reads a message as the answer to the confirming questions about the flags `asked`, put together.

    "Both" or "all of them" names them all, as it cannot in a tick list of everything.
    """
    if not message.picked and _ALL_ASKED.search(_line(message.text)):
        return TickAnswer("signs", frozenset(asked))
    stated = replace(message, findings=tuple(f for f in message.findings if f.state != UNSURE))
    return tick_answer(stated, CONFIRM, asked)


def yes_no(message: Message, question: str) -> str | None:
    """Reads a message as yes, no or not sure; None when it is neither."""
    if question in message.picked or _titled(message) or _numbered(message):
        return next(iter(_chosen(message, question, (YES, NO, NOT_SURE))), None)
    line = _line(message.text)
    if takes_note(message.text) or _NOTHING_ELSE.search(line):
        return None
    if _not_sure(message) or _HEDGED_NO.search(line):
        return NOT_SURE
    if _denies(message) or denies_the_whole_list(message.text):
        return NO
    if _SLIP.search(line) and _NEGATED.search(line):
        return None
    if (_YES.search(line) and not _YEAH_NO.search(line)) or (_YES_AT_LAST.search(line) and not _NEGATED.search(line)):
        return YES
    if message.intent == "affirm" and _is_brief(message) and not _SOUND.fullmatch(line):
        return YES
    return None


def asks_back(message: Message) -> bool:
    """ "Why, do they come back?" asks, and answers nothing."""
    return bool(_ASKS_BACK.search(_line(message.text)))


def leans_to_yes(message: Message) -> bool:
    """Whether an answer that is not sure is nearer to yes: "I think so", "probably", "it comes and goes"."""
    return bool(_LEANING.search(_line(message.text)))


def confirmation(message: Message, flag: str) -> str | None:
    """Reads a message as present, denied or unsure about one flag; None when it is neither."""
    for finding in message.findings:
        if finding.name == flag and finding.state == PRESENT:
            return PRESENT
        if finding.name == flag and finding.state == DENIED:
            # "Not weak, simply asleep" denies a word, and may not deny the sign.
            return DENIED if _denies(message) or _adds_nothing(message, finding) else None
        if finding.name == flag and finding.sense is Sense.ANSWERED:
            return None  # "yes, I can feel it"
    if not message.picked and _ONE_OF_SEVERAL.search(_line(message.text)):
        return PRESENT
    answer = yes_no(message, CONFIRM)
    hinted = any(f.name == flag and f.state == UNSURE and f.sense is not Sense.SUSPECTED for f in message.findings)
    if answer == NO and hinted:
        return None  # "negative, captain, the hose is jammed"
    return {YES: PRESENT, NO: DENIED, NOT_SURE: UNSURE}.get(answer or "")


def age_answer(message: Message) -> str | None:
    """The age group answered: pressed, numbered, or stated."""
    if message.picked or _titled(message):
        return next(iter(_chosen(message, "age_group", AGE_GROUPS)), None)
    group = stated_age_group(message.text, message.at.year, awaiting=True)
    if group:
        return group
    numbered = _chosen(message, "age_group", AGE_GROUPS)
    if numbered:
        return numbered[0]
    return NOT_SURE if _not_sure(message) else None


def choice(message: Message, question: str, values: Collection[str]) -> str | None:
    """The pressed or numbered option of a question with one answer out of `values`, or None."""
    picked = _chosen(message, question, (*values, NOT_SURE))
    if picked:
        return picked[0]
    return NOT_SURE if _not_sure(message) else None


def cautions_answer(message: Message, listed: Collection[str]) -> tuple[str, ...] | None:
    """Which cautions against cold or heat apply; None when it is no answer.

    "Not sure" leaves both out: every caution is taken to apply.
    """
    values = _chosen(message, "cold_heat_cautions", (*listed, NONE))
    if values:
        if NOT_SURE in values:
            return tuple(listed)
        return tuple(value for value in values if value != NONE)
    present = tuple(f.name for f in message.findings if f.name in listed and f.state == PRESENT)
    if present:
        return present
    if _not_sure(message):
        return tuple(listed)
    return () if _denies(message) or denies_the_whole_list(message.text) else None


def _chosen(message: Message, question: str, known: Collection[str]) -> tuple[str, ...]:
    """The values pressed, typed or numbered in answer to `question`; empty if any is not its own."""
    values = message.picked.get(question) or _titled(message) or _numbered(message)
    return values if all(value in known for value in values) else ()


def _first_or_last(text: str, shown: Sequence[str]) -> Sequence[str]:
    """The signs that "the top two" or "the last three" are of those `shown`, in their order."""
    counted = _COUNTED_OFF.fullmatch(_line(text))
    if counted is None:
        return ()
    many = 2 if counted["many"] in ("two", "2", "couple") else 3
    return shown[-many:] if counted["end"] in ("last", "bottom") else shown[:many]


def _ticked(values: Sequence[str], listed: Sequence[str]) -> TickAnswer:
    present = frozenset(v for v in values if v in listed)
    if present:
        return TickAnswer("signs", present, frozenset(listed) - present)
    if NOT_SURE in values:
        return TickAnswer("not_sure")
    return TickAnswer("none", denied=frozenset(listed))


def _titled(message: Message) -> tuple[str, ...]:
    """The option whose title a message is, but for stops and "ago"."""
    typed = [word for word in words(message.text) if word != "ago"]
    titled = ([word for word in words(title) if word != "ago"] for title in message.titles)
    return tuple(value for value, title in zip(message.offered, titled, strict=False) if typed and typed == title)


def _numbered(message: Message) -> tuple[str, ...]:
    """The options that a message of nothing but numbers names: "2 and 4", "the second one"."""
    chosen: list[int] = []
    for word in words(message.text):
        if word.isdecimal():
            chosen.append(int(word))
        elif word in OPTION_NUMBERS:
            chosen.append(OPTION_NUMBERS[word])
        elif word not in _FILLER:
            return ()
    if not chosen and words(message.text) == ["one"]:
        chosen = [1]
    if not chosen or any(not 1 <= n <= len(message.offered) for n in chosen):
        return ()
    return tuple(message.offered[n - 1] for n in chosen)


def _not_sure(message: Message) -> bool:
    return bool(_NOT_SURE.search(_line(message.text))) or (message.intent == "not_sure" and _is_brief(message))


def _is_brief(message: Message) -> bool:
    return len(words(message.text)) <= 6


def _mentions_other_matter(message: Message, line: str) -> bool:
    """"no idea what you mean, do you have parking?" is no denial of a list."""
    return line.rstrip().endswith("?") and bool(message.intent) and str(
        message.intent
    ).startswith("ask_")


def _adds_nothing(message: Message, denied: Finding) -> bool:
    return denied.sense is Sense.ANSWERED or tells_nothing_more(message.text, message.findings)


def _denies(message: Message) -> bool:
    text, findings = message.text, message.findings
    if (asks := _QUESTION_LAST.match(text)) and all(finding.state == DENIED for finding in findings):
        text = asks["said"]
    return is_plain_denial(text, findings) or denies_with_a_story(text, findings)


def _line(text: str) -> str:
    return "".join(f" {token.text}" for token in tokenize(text))


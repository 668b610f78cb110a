"""In what sense a sign stands in a sentence: stated, denied, doubted, past, or someone else's."""

from __future__ import annotations

import re

from triage.asked import IF_I_AM, is_asked, is_owned
from triage.denial import DENIED_AFTER, DOUBT, denied_or_doubted
from triage.half_denied import is_limited
from triage.lexicon import Match
from triage.made_up import is_made_up
from triage.negators import negates
from triage.of_a_thing import is_of_a_thing
from triage.past import time_sense
from triage.patient import is_anothers
from triage.sense import CLAUSE_ENDS, Place, Sense, after_last, line_of, place_of
from triage.text import Token
from triage.then_and_now import is_of_then
from triage.told_in_passing import is_told_in_passing
from triage.undone_denial import is_hindered, is_undone
from triage.waved_away import is_waved_away

_FOR_NOW = re.compile(
    r"^(?: [^ ,.?!;]+){0,3} (?:now|currently|at the moment|at present|presently|today|yet|these days)(?= |$)"
)
# "There is no way I can feel my groin", "at no point could I hold it".
_NOT_POSSIBLY = re.compile(r" (?:no way|at no (?:point|time|stage))(?: [^ ]+){0,4}$")
# "Normally she is continent", "I never fall normally": how it was, and may not be now.
_SO_FAR = re.compile(
    r" (?:normally|usually|ordinarily|previously|as a rule|until (?:now|then|this)|up (?:to|till|until) now)(?= |$)"
)
# "I must wait before I can pass water", "most days I can pee", "before Friday I could".
_NOT_NOW = re.compile(
    r" (?:before|until|till|til|who says|thinks|reckons|ages|most days|some days|once upon a time)(?: that)?"
    r"(?: (?:i|he|she|my|his|her|the))*$"
    r"|^(?: and| but| ,)* before (?:this|that|it|the [^ ]+|\w+day|last [^ ]+)(?: ,)?(?: (?:i|he|she|my))*$"
)
# "My husband had a stroke this morning": not over, whoever it is.
_TODAY = re.compile(
    r" (?:today|tonight|yesterday|right now|just now|this (?:morning|afternoon|evening)|last night"
    r"|(?:minutes?|mins?|hours?|hrs?|moments?) ago)(?= |$)"
)
_THEIRS = frozenset("his her he she him".split())
_SAYING = frozenset("say tell mean think know believe remember notice swear claim".split())
_DOUBTING_NEAR = frozenset("not never without neither wish hope barely hardly stopped finally".split())


def sense_of(tokens: list[Token], match: Match, about_patient: bool = False) -> Sense:
    """The sense in which the tokens of `match` stand in their sentence.

    Cues inside the match belong to the sign itself ("can not pee") and do not count, except in
    its gaps ("groin is *not* numb"). `about_patient`: the conversation is about another person,
    so that "my mom has …" states the patient's sign.
    """
    place = place_of(tokens, match)
    denial = denied_or_doubted(place)
    another = not about_patient and not _is_my_own(place.matched)
    if another and is_anothers(place.clause_before):
        over = {"had", "died", "was", "became"} & {*place.clause_before, place.matched[0]}
        if over and _TODAY.search(line_of(place.before + place.matched + place.after)):
            return Sense.OTHER_PERSON
        past = over or time_sense(place) is not Sense.STATED
        return Sense.OTHERS_PAST if past else Sense.OTHER_PERSON
    if denial is not None:
        return denial
    if is_asked(place):
        likely = IF_I_AM.search(line_of(place.clause_before + place.matched)) or is_owned(place)
        return Sense.DOUBTED if likely else Sense.ASKED
    if another and (_is_theirs(place) or is_told_in_passing(tokens, match) or is_made_up(tokens, match)):
        return Sense.DOUBTED
    if is_of_a_thing(place):
        return Sense.DOUBTED
    time = time_sense(place)
    if time is Sense.STATED and is_waved_away(place):
        return Sense.DOUBTED
    return Sense.ONCE_PAST if time is Sense.STATED and is_of_then(tokens, match) else time


def _is_my_own(matched: list[str]) -> bool:
    """ "My groin …", "and I can not breathe"."""
    return "my" in matched or "i" in matched[:2]


def _is_theirs(place: Place) -> bool:
    """ "My workmate has stenosis, both his legs go numb": most likely said of who was named before, so it is asked."""
    return bool(_THEIRS & {*place.matched, *place.clause_before}) and is_anothers(place.before)


def denial_sense(tokens: list[Token], match: Match) -> Sense:
    """The sense of a wording that itself denies a sign ("can pee fine"): DENIED when plain, OPEN if it tells
    nothing."""
    place = place_of(tokens, match)
    if is_hindered(place):
        return Sense.DOUBTED
    near = place.clause_before[-3:] + place.gaps
    if not place.gaps and near[:2] == place.matched[:2] == ["did", "not"] and near[2:] and near[2] not in _SAYING:
        near = []  # "did not fall did not hit anything"
    if _DOUBTING_NEAR & set(near) or is_limited(place):
        return Sense.DOUBTED
    clause = line_of(place.clause_before)
    usually = "never" in place.matched and _SO_FAR.search(line_of(place.after[:2]))
    if usually or any(words.search(clause) for words in (_SO_FAR, _NOT_NOW, _NOT_POSSIBLY)):
        return Sense.DOUBTED
    # "No stroke no accident": each has a "no" of its own.
    no_of_its_own = place.matched[0] == "no" and not place.gaps and near[-1:] != ["no"]
    if ("no" in near[-2:] and not no_of_its_own) or DENIED_AFTER.search(place.following):
        return Sense.DOUBTED
    if DOUBT.search(line_of(after_last(place.clause_before, CLAUSE_ENDS))):
        return Sense.DOUBTED
    if is_asked(place):
        return Sense.ASKED
    time = time_sense(place)
    if time is not Sense.STATED:
        return time
    return Sense.OPEN if is_undone(place) else Sense.DENIED


def denies_only_now(tokens: list[Token], match: Match) -> bool:
    """Whether what denies the sign speaks of the present alone ("no cancer now")."""
    return bool(_FOR_NOW.search(line_of(place_of(tokens, match).after)))


def negates_inside(tokens: list[Token], match: Match) -> bool:
    """Whether a negation stands in the words that a match passes over."""
    gaps = [token.text for start, end in match.gaps for token in tokens[start:end]]
    return any(negates(gaps, index) for index in range(len(gaps)))

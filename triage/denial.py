"""Whether a denial or a doubt reaches a sign.

The scopes follow the family of rule-based clinical negation (a cue reaches forward to the next
scope end), widened for what patients type: "no but …", "not sure if", "not that I know of".
Where a denial is not plain the sign is doubted, so that it is asked and never passed over.
"""

from __future__ import annotations

import re

from triage.asked import LOOKED_FOR
from triage.denied_list import IS_A_SIGN, LISTING, denied_in_a_list, list_goes_on
from triage.half_denied import is_half_denied
from triage.negators import NEGATORS, is_held_back, negates
from triage.sense import CLAUSE_ENDS, COMMA, PERSONS, SUBJECTS, Place, Sense, after_last, line_of
from triage.taken_for_granted import is_taken_for_granted

# "Not" denies what somebody has or feels. Of any other verb nothing is certain: "ibuprofen does not touch the chest
# pain", "they did not look at my numb groin".
_HAS_OR_FEELS = frozenset(
    "have had has having got get getting gotten feel feels felt feeling see seen saw seeing notice noticed experience "
    "experienced experiencing suffer suffered suffering been any a an one single diagnosed developed develop report "
    "complain complaining there happen happened take took taken taking on pregnant think thinking talking planning "
    "considering go goes going afflicted affected troubled bothered plagued".split()
)
_NO_VERBS = frozenset(
    "the my his her their at all really even actually any of in with nor ever to this that these those so too very no "
    "least bit".split()
)
_LACKING = frozenset({"no", "nothing", "none", "zero"})
_LACKING_TWICE = re.compile(r" not(?: [^ ]+){0,2} (?:no|nothing|none)(?= |$)")
_COMPARING = frozenset("as same such far long soon just exactly quite".split())
# "The GP will not see me for it"
_OBJECTS = frozenset("me him us".split())
# "I am never free of the chest pain"
_RID = frozenset("free rid spared".split())
# "Neither the codeine nor the gel does a thing for the chest pain"
_DOES_NOTHING_FOR = re.compile(r" (?:do|does|did|done|doing)(?: [^ ]+){0,3} (?:for|with|about)(?: [^ ]+){0,2}$")
# "Never chest pain like this"
_LIKE_NOW = re.compile(r"^ like (?:this|that|these|now|it|i|today)(?= |$)")
# "I would not be writing if I did not have chest pain"
_WOULD_NOT_IF_NOT = re.compile(r" would not(?: [^ .?!;]+){1,6} if(?: [^ ]+){1,2} not(?: [^ ]+){0,3}$")
# "I'd swim if I wasn't so short of breath"
_IF_IT_WERE_NOT = re.compile(
    r" if (?:i|he|she|they|we|it) (?:was|were|had|did) not(?: (?:so|have|feel|had|too|this|that|get|getting|been"
    r"|the))*$"
)
# "I wish I would pass out"
_WISHED = re.compile(r" wish (?:i|he|she|they) (?:would|could|had)(?: just)?$")
# How far a cue can reach, in words.
_REACH = 14
_SCOPE_ENDS = CLAUSE_ENDS | frozenset(
    "yet only still just because due since so until after when while unless plus then besides "
    "otherwise instead now from yes yeah yep".split()
)
# "no symptoms other than …": what follows is not denied. ("From" ends a scope by itself.)
_EXCEPTING = frozenset({("other", "than"), ("save", "for")})
_OWNERS = frozenset("my his her their the".split())
_AUXILIARIES = frozenset(
    "can could will would is am are was were has have had do does did may might keep keeps".split()
)
_FINITE = frozenset(
    "is are am was were has had got gets started begin began feels felt became went goes gave do "
    "does did will works "
    "keeps came comes hurts".split()
)
_HELPS = frozenset("helps helped touches touched relieves relieved stops stopped eases eased".split())
_ANOTHER_SUBJECT = frozenset("i we he she they the my it".split())
_CORRECTED_TO = re.compile(r"^(?: [^ ,]+){1,4}(?: ,)? (?:it|they|he|she) (?:is|are|was)(?= |$)")
_SUPPOSING = frozenset(
    "think say says sure know wait believe like as if that whether mean when because told sleep help".split()
)
# "slurred speech", "blurred vision": said of a thing, not of what someone did.
_LIKE_ADJECTIVES = frozenset("slurred blurred garbled jumbled impaired reduced altered".split())
_PAST_FORMS = frozenset("lost went felt had got gave fell took shat came threw hit wet".split())
# "I can live with the back but not the numb groin"
_BEARABLE_BUT_NOT = re.compile(
    r" (?:can|could) (?:live|cope|deal|put up|manage|handle|stand|take|bear)(?: [^ .?!;]+){0,5} but not(?: [^ ]+)?$"
)
# "no blood thinners, cancer yes", "no medication, warfarin only".
_ANSWERED_YES = re.compile(r"^ (?:yes|yeah|yep|yup|only)(?= |$)")
# "no trouble with" and the like: "with" does not begin a new scope.
_BEFORE_WITH = frozenset(
    "trouble problem problems issue issues difficulty wrong and or nor bothered dealing diagnosed treated born "
    "living suffering struggled struggling afflicted affected ill sick down".split()
)
DOUBT = re.compile(
    r" (?:maybe|might|may|possibly|perhaps|unsure|could be|not (?:really )?(?:sure|certain)"
    r"|(?:do not|not|no idea|can not (?:really )?tell|hard to (?:say|tell))(?: know)?"
    r" (?:if|whether)|not know (?:if|whether|that)|(?<!can )(?<!could )not (?:think|believe)|no idea (?:if|whether)"
    r"|can not (?:really |honestly |truthfully |exactly |quite )?(?:tell|say|swear|promise|claim|pretend)"
    r"|hard to (?:say|tell)|wonder\w*"
    r"|not really|not exactly|not that"
    r"|not say (?:that|i|he|she)|not like|not as if|not anymore|not any more|no longer|kind of not|not always"
    r"|not (?:completely|totally|entirely|fully|quite|particularly|especially|necessarily)"
    r"|not feel like|not notice\w*(?! any)|would not (?:say|call)|suspect|(?<!no )doubt)(?= |$)"
)
_DOUBT_AFTER = re.compile(
    r"^(?: [^ ]+){0,3}? (?:maybe|i think maybe|not sure|perhaps|possibly|not really|or not)(?= |$)"
)
_DOUBT_ANSWERED = re.compile(
    r"^ \?(?: maybe| not really| not sure| kind of| sort of| a bit)(?= |$)"
    r"|^ ,(?: i think)?(?: maybe| possibly| perhaps| not sure| not really)(?= [.,?!]|$)"
)
# "trouble breeding no breathing": the voice recogniser's words, taken back.
_CORRECTED = re.compile(r"(?<! has)(?<! have)(?<! is)(?<! are)(?<! with)(?<! got) no$")
_EXCLAIMED = (
    r"(?: (?:also|again|oh|god|lord|gosh|goodness|heck|hell|well|um|absolutely|definitely|certainly|thankfully|thank"
    r"|,))*"
)
DENIED_AFTER = re.compile(
    rf"^(?: [^ ,.?]+){{0,2}} \?{_EXCLAIMED} (?:no|nope|nah|never|none|negative)"
    r"(?! (?:idea|clue|doubt|wonder|relief|change|joke))(?= |$)|"
    r"^(?: [^ ,.?!;]+){0,6} ,(?: but)? not me(?= [.,?!;]|$)|"
    r"^(?: [^ .?!;]+){0,8} (?:i|we|he|she) (?:do|does|did) not have (?:it|that|this|one|any)(?= [.,?!;]|$)|"
    r"^(?: ,)? (?:and|but) (?:there (?:is|was) not (?:one|any|anything)|i do not have (?:one|it|any)|no)(?= [.]|$)|"
    r"^(?: [,?]| is| are| was)?(?: a)?(?: no(?! [?])| none| nope| nah| negative| never| denied)"
    r"(?: [,.?]|$)"
    r"|^ free(?= [.,?!;]|$| and| since| for)"
    r"|^ (?:is|are|was|has|have|does|do|did) not (?:a |an |been |really )*(?:problem|issue|happening"
    r"|happened|happen|present|there|anything|something|apply)(?= |$)"
)
# "No erection, never": once more the same.
_NEVER = re.compile(r"^ , (?:never|none|nothing|not)(?= |$)")
_NOT_FOUND = re.compile(
    r"^(?: [^ .?!;]+){0,6}? (?:normal|negative|all clear|clear|fine|ok|okay|nothing|none|no (?:signs?|trace))(?= |$)"
)
# "free of fever and chills", but not "five years clear of cancer"
_FREE_OF = re.compile(
    r"(?<! years)(?<! year)(?<! yrs)(?<! months) (?:free|clear) (?:of|from)(?: any| all)?(?: [^ ,.?!;]+){0,3}$"
)
_FREE_IN_GAP = re.compile(r" (?:free|clear) (?:of|from)(?= |$)")
# "no way I'm pregnant", "at no point did I faint".
_SURELY_NOT = re.compile(
    r" (?:no way(?: that)?(?: (?:i|he|she|we) (?:is|am|was|are|have|has|had))?"
    r"|at no (?:point|time|stage)(?: (?:did|have|has|had|was|do))?(?: (?:i|he|she|we|they))?(?: (?:ever|actually))?)"
    r"(?: an?)?$"
)
# "nowhere near the worst pain"
_NOWHERE_NEAR = re.compile(r" (?:nowhere|not(?: even| anywhere)?) (?:near|close to)(?: the| a| an)?$")
# "nope to numb bits"
_NO_TO = re.compile(
    r" (?:no|nope|nah) to(?! (?:all|the|first|second|third|last|any|everything|one|number|\d))(?: [^ .?!;,]+){0,3}$"
)
# "Fever I do not have", but not "pills for chest pain I do not have".
_NOT_MINE = re.compile(
    r"^ (?:i|we|he|she) (?:(?:do|does|did) not have|have not(?: got| had)?)(?= [.,?!;]|$| only| just)"
)
_MEANT_FOR = frozenset("for against with about".split())
# "She keeps asking did I faint. I did not.", "do I have chest pain? I have none". "I asked if I …" asks for oneself.
_WHETHER_I = re.compile(
    r"(?<! i)(?<! i keep)(?<! i kept)(?<! i was)(?<! i am) (?:ask|asks|asked|asking)(?: me)? (?:if |whether )?"
    r"(?:(?:did|was|do|am|have|had) )?i(?= |$)"
    r"|(?<! i) (?:ask|asks|asked|asking)(?: me)? (?:if |whether )?(?:is |was )?(?:my|the)?$"
    r"| (?:do|did) i (?:have|get|feel)(?: any)?$"
    r"|(?<! i)(?<! i am) (?:asks|asked|asking)(?: me)? about(?: [^ ,]+){0,2}$"
)
_I_DID_NOT = re.compile(
    r"^(?: [^ .?!;]+){0,6} (?:[.?]|and) (?:no )?(?:, )?i (?:(?:am|was|did|do|have) not"
    r"(?: (?:at all|really|have (?:any|it|that|this)))?"
    r"|have none(?: (?:whatsoever|at all|of (?:it|that|those)))?)(?= [.,]|$)"
)
# "my wife is worried I fainted": her words, not the writer's; "can't be pregnant", "can't be a heart attack, can it?".
_FEARED_OR_HOPED = re.compile(
    r" (?:can|could) not (?:possibly )?be(?: an?)?$"
    r"| (?:is worried|are worried|worries|thinks|they think|reckons|is convinced|insists|swears|fears)"
    r" (?:that )?i(?: (?:have|had|might have|must have))?$"
)
# "I was supposed to have an injection, but they cancelled it": perhaps it was not to be.
_PLANNED = re.compile(
    r" (?:was|were|am|is|are) (?:supposed|meant|due|scheduled|booked) (?:to (?:have|get)|for)(?: an?| the| my)?$"
)
# "No memory of passing out", "I don't usually faint", "never a day without leaking": nothing plain about the sign.
_NOT_OF_IT = re.compile(
    r"(?<! can)(?<! could) (?:no|not|never)(?: [^ ]+){0,4} (?:remember|recall|memory|recollection|without|usually"
    r"|normally|typically|generally)(?: [^ ]+){0,3}$"
)
# "No seat belt in the crash", "haven't walked since the accident": it is taken for granted.
_OF_AN_EVENT = re.compile(
    r" (?:in|since|after|before|during|following) (?:the|my|that|this)(?: [^ ]+)?"
    r" (?:crash|accident|wreck|collision|smash|fall|attack)(?= |$)"
)
# "I don't have … anymore", "I never fall normally": it was there, or is, so it is asked.
_NO_LONGER = re.compile(r"^(?: [^ ,.]+){0,3} (?:anymore|any more|any longer|normally|usually|as a rule)(?= |$)")
# "no severe chest pain" denies a degree, not the pain.
_DEGREES = frozenset(
    "severe real major complete total much full as big extreme massive significant intense terrible proper bad".split()
)


def denied_or_doubted(place: Place) -> Sense | None:
    """DENIED or DOUBTED, or None when no cue reaches the sign."""
    told_after = DENIED_AFTER.search(place.following)
    if told_after and not (place.matched[0] in NEGATORS and _NEVER.match(place.following)):
        rest = place.following[told_after.end() :]
        plain = not _opens_a_clause(place.matched) and not is_half_denied(place, rest)
        return Sense.DENIED if plain else Sense.DOUBTED
    scope = _nearest_denial(_scope(place.before))
    if _BEARABLE_BUT_NOT.search(line_of(place.before)) or ("," in scope and _ANSWERED_YES.search(place.following)):
        return None
    near = line_of(after_last(scope, COMMA))
    if _WHETHER_I.search(near) and _I_DID_NOT.search(place.following):
        return Sense.DENIED
    if _NOT_MINE.search(place.following) and not _MEANT_FOR & set(near.split()):
        return Sense.DENIED
    if LOOKED_FOR.search(near) and _NOT_FOUND.search(place.following):
        return Sense.DENIED
    if _FREE_OF.search(near) and not NEGATORS & set(scope):
        return Sense.DENIED if not is_half_denied(place, place.following) else Sense.DOUBTED
    outright = _SURELY_NOT.search(near) or _NOWHERE_NEAR.search(near)
    if outright or _NO_TO.search(line_of(scope)) or _FREE_IN_GAP.search(line_of(place.gaps)):
        return Sense.DENIED if not is_half_denied(place, place.following) else Sense.DOUBTED
    of_an_event = NEGATORS & set(scope) and _OF_AN_EVENT.search(near + line_of(place.matched))
    not_plain = (_FEARED_OR_HOPED, _PLANNED, _NOT_OF_IT, _IF_IT_WERE_NOT, _WISHED)
    if any(words.search(near) for words in not_plain) or of_an_event:
        return Sense.DOUBTED
    doubt = DOUBT.search(near)
    if doubt or DOUBT.search(line_of(place.gaps)) or _CORRECTED.search(line_of(place.gaps)):
        denied = re.search(r" (?:do|did|does|have|has|had) not (?:have|had|got|any)(?= |$)", near)
        # "not sure I don't have …" doubts the denial itself.
        if denied is None or (doubt is not None and doubt.end() <= denied.start()):
            return Sense.DOUBTED
    if _DOUBT_AFTER.search(line_of(place.after)) or _DOUBT_ANSWERED.search(place.following):
        return Sense.DOUBTED
    if _WOULD_NOT_IF_NOT.search(line_of(place.before)):
        return Sense.DOUBTED
    reaching = [(scope[i], found) for i in range(len(scope)) if (found := _reaches(scope, i, place))]
    # "can't hardly feel neither leg": one no more is no denial of it.
    concord = {"hardly", "barely", "scarcely"} & {place.matched[0], *scope[-1:]}
    of_degree = "as" in place.gaps or _CORRECTED_TO.search(line_of(place.gaps))
    inside = 0 if concord or of_degree else sum(1 for i in range(len(place.gaps)) if negates(place.gaps, i))
    cues = [cue for cue, _ in reaching] + ["not"] * inside
    if not cues:
        return None
    # "Ain't got no feeling", "don't feel nothing": what is lacking is not denied twice.
    if "not" in cues and (place.matched[0] in _LACKING or _LACKING_TWICE.search(line_of(place.matched))):
        return Sense.DOUBTED
    if _NO_LONGER.search(line_of(place.after)):
        return Sense.DOUBTED
    if cues.count("not") + cues.count("without") >= 2 or "hardly" in cues or "barely" in cues:
        return Sense.DOUBTED
    if "not" in cues and len(cues) > 1 and not LISTING & set(scope) and "," not in scope:
        return Sense.DOUBTED
    if is_half_denied(place, place.following) or any(
        is_held_back(scope, i) or _of_degree(scope, i, place) for i in range(len(scope))
    ):
        return Sense.DOUBTED
    if inside:
        return Sense.DENIED
    senses = [found for _, found in reaching]
    return next(s for s in (Sense.DENIED, Sense.LISTED, Sense.DOUBTED) if s in senses)


def _nearest_denial(scope: list[str]) -> list[str]:
    """What follows the last comma, where a "not" of its own stands: "not fainted, not clammy", also without commas."""
    between = scope[1:-1]
    others = SUBJECTS | _AUXILIARIES | _SUPPOSING
    if len(scope) > 2 and scope[0] == scope[-1] == "not" and not others & set(between):
        if IS_A_SIGN.search(line_of(between)):
            return scope[-1:]
    last = after_last(scope, COMMA)
    return last if len(last) < len(scope) and last[:1] == ["not"] else scope


def _of_degree(scope: list[str], index: int, place: Place) -> bool:
    """Whether the cue at `index` denies only a degree of the sign ("no severe chest pain")."""
    return negates(scope, index) and bool(_DEGREES & {*scope[index + 1 :][:3], *place.gaps})


def _scope(before: list[str]) -> list[str]:
    """The words before a sign that a cue may stand in: back to the last scope end."""
    start = 0
    for index, word in enumerate(before):
        previous = before[index - 1] if index else ""
        follower = before[index + 1] if index + 1 < len(before) else ""
        if word in _SCOPE_ENDS and not _belongs_to_denial(previous, word, follower):
            start = index + 1
        elif word in {"and", "or", ",", "also"} and follower in SUBJECTS:
            start = index + 1
        elif word in {"and", ","} and follower in _AUXILIARIES | {"having", "got", "yes", "nope"}:
            start = index + 1
        elif (previous, word) in _EXCEPTING or (word == "than" and "other" in before[max(start, index - 4) : index]):
            start = index + 1
        elif word == "as" and follower in SUBJECTS | {"there"} and not _COMPARING & {*before[start:index]}:
            start = index + 1  # "I would rather not lie down as there is …", but not "not as bad as it was"
        elif word == "," and before[max(start, index - 2) : index][:1] == ["such"]:
            start = index + 1  # "no such problem, lumbar puncture Friday"
        elif word == "if" and previous in {"none", "nothing"}:
            start = index + 1  # "is it none if I only dribble"
        elif word == "well" and previous == "," and follower == ",":
            start = index + 1  # "none of those, well, my groin is numb"
        elif word == "with" and index >= 2 and previous not in _BEFORE_WITH:
            start = index + 1
    return before[start:][-_REACH:]


def _belongs_to_denial(previous: str, word: str, follower: str) -> bool:
    """"not just", "not yet", "nothing since", "not suffering from", "not because of a crash"."""
    if word == "from" and previous in {"suffer", "suffering", "away"}:
        return True
    if word in {"from", "because", "due", "after"}:
        return previous == "not" and follower not in _OWNERS | {"this", "that"}
    return previous in {"not", "nothing", "no", "never"} and word in {
        "just", "only", "still", "since", "now", "yet", "so"
    }


def _reaches(scope: list[str], index: int, place: Place) -> Sense | None:
    """How far the cue at `index` denies the sign: DENIED, DOUBTED (not plain) or None."""
    if not negates(scope, index) or _opens_a_clause(place.matched):
        return None
    cue, between = scope[index], scope[index + 1 :]
    owned = bool(between) and between[-1] in _OWNERS
    says_so_itself = any(word in _FINITE for word in place.matched[1:])
    if owned and says_so_itself and len(between) > 1:
        return None  # "did not sleep, my groin is numb"
    if cue == "without" and len(between) > 1 and {*between[1:], *place.matched[:1]} & _ANOTHER_SUBJECT:
        return None  # "without my spray the chest pain gets worse", "without my wife i want to die"
    if "never" in {cue, *between} and ({"such", "so"} & set(place.matched[:3]) or between[-1:] == ["this"]):
        return None  # "never been in such agony", "ain't never been this breathless"
    if _CORRECTED_TO.search(line_of([*between, *place.matched[:2]])) and not _SUPPOSING & {*scope[:index], *between}:
        return None  # "it's not my back it's chest pain"
    if _RID & set(between) or _DOES_NOTHING_FOR.search(line_of(between)):
        return None
    if is_taken_for_granted(scope[index:], place) or (cue == "never" and _LIKE_NOW.match(place.following)):
        return Sense.DOUBTED
    past = place.matched[0] in _PAST_FORMS or (place.matched[0].endswith("ed") and not _describes(place.matched))
    feeling_of = between[1:2] == ["of"]  # "no feels of fainting"
    if cue == "no" and any(word in _FINITE | _HELPS for word in between) and not feeling_of:
        return None
    if cue == "no" and any(w in SUBJECTS - _OWNERS for w in between):
        return None
    if cue in {"not", "never", "nobody"} and any(word in PERSONS for word in between):
        return Sense.DENIED if set(between) & {"say", "said", "claim", "told", "diagnosed"} else None
    helper = scope[index - 1] if index else ""
    did = helper in {"do", "does", "did"}
    if cue == "not" and did and past and between and not LISTING & set(between):
        return None  # "did not fall and passed out"
    if "," in between:
        # "have not had any fever, …": the first verb after "not" is the denied one.
        own = between[1:] if cue == "never" or helper in _AUXILIARIES else between
        begins_anew = any(word in PERSONS for word in place.matched)
        if past or says_so_itself or begins_anew or any(word in _FINITE for word in own):
            return None
        return denied_in_a_list(between, place)
    listed = list_goes_on(set(between), place)
    if "and" in between and not listed:
        return None if says_so_itself else Sense.DOUBTED
    return Sense.DENIED if cue != "not" or listed or _is_of_having(between) else Sense.DOUBTED


def _is_of_having(between: list[str]) -> bool:
    """Whether the words from "not" to the sign say that it is not had or felt."""
    words = set(between)
    return not _OBJECTS & words and bool((_HAS_OR_FEELS | LISTING) & words or not words - _NO_VERBS)


def _describes(matched: list[str]) -> bool:
    """"slurred speech", but not "slurred my words"."""
    return matched[0] in _LIKE_ADJECTIVES and not _OWNERS & set(matched[1:2])


def _opens_a_clause(matched: list[str]) -> bool:
    """"can not pee", "i leak when …": a statement that no "no" before it denies."""
    if matched[0] in {"but", "and"} and len(matched) > 2:
        return matched[0] == "but" or _opens_a_clause(matched[1:])
    return matched[0] in PERSONS or (matched[0] in _AUXILIARIES and matched[1:2] == ["not"])

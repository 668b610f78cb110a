"""Whether a denial or a doubt reaches a sign.

The scopes follow the family of rule-based clinical negation (a cue reaches forward to the next
scope end), widened for what patients type: "no but …", "not sure if", "not that I know of".
Where a denial is not plain the sign is doubted, so that it is asked and never passed over.
"""

from __future__ import annotations

import re

from triage.asked import LOOKED_FOR
from triage.half_denied import is_half_denied
from triage.sense import CLAUSE_ENDS, COMMA, PERSONS, SUBJECTS, Place, Sense, after_last, line_of

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
# "slurred speech", "blurred vision": said of a thing, not of what someone did.
_LIKE_ADJECTIVES = frozenset("slurred blurred garbled jumbled impaired reduced altered".split())
_PAST_FORMS = frozenset("lost went felt had got gave fell took shat came threw hit wet".split())
_NEGATORS = frozenset(
    "no not never without deny denies denied denying neither nor none nil zero negative nothing "
    "hardly barely nobody".split()
)
# "nothing numb", "nothing is really numb": no other verb between.
_BARE_LINKS = frozenset(
    "is are feels feel has been gone seems was at all really even actually going shooting running radiating spreading "
    "into down in my either the".split()
)
# What follows "no" and shows that nothing after it is denied.
_NO_IDIOMS = frozenset(
    "relief change changes improvement idea wonder doubt better matter joke kidding way sleep "
    "position appetite energy longer more luck choice end reason clue thanks worries problemo "
    "break rest let question lie bueno help one good just only but im actually well not , oh "
    "sir maam denying denial mistaking hiding ignoring escaping escape avoiding stopping getting".split()
)
_NOT_IDIOM = re.compile(
    r"(?: (?:really|even|been|feeling|doing|too|so))*"
    r" (?:(?:only|just|sure|able|better|helping|improving|stopping|easing|sleeping|working|good"
    r"|great|well|bad|anymore|certain|until|knowing|sleep|slept|help|helped|work|worked|stop"
    r"|stopped|ease|eased|improve|improved|matter|eat|eaten|eating|know|forget|forgot|forgotten|realize|realized|realise"
    r"|realised|mention|tell|ask|asked|want|wanna|expect|understand|care|laugh|judge|joking|kidding|lying"
    r"|last|budge|deny|denying|comfortable|ok|okay|fine|normal|usual|like me|right|funny|long|far|mentioned|mind"
    r"|(?<! been )told(?! (?:that )?(?:i|he|she|we)(?= |$))"
    r"|ignore|ignoring|quit|quitting|settle|settling|shift|shifting|happy|thrilled|pleased|keen|impressed|used to"
    r"|imagin\w+|exaggerat\w+|faking|inventing|a fan|to mention|to say|enjoying|overlook|dismiss|leave out"
    r"|making (?:it |this |that )?up|let (?:me|him|her|us|you|them|any ?one|it))"
    r"|(?:say|tell you|mention|admit) is"
    r"|getting (?:any )?(?:better|easier|sleep|relief|worse)|going (?:away|anywhere|well|to|back)"
    r"|go away|gone away|get better|let up)(?= |$)"
)
_NEVER_IDIOM = re.compile(
    r" (?:told|mentioned|said|asked|asks|admitted|without|stops|eases|ends|goes|gets|better|mind"
    r"|(?:been|felt|had|experienced|happened) (?:this|so|such|it|like|in|before|that))(?= |$)"
)
_WITHOUT_IDIOM = re.compile(
    r" (?:any )?(?:warning|reason|cause|thinking|knowing|realizing|realising|noticing|being|trying"
    r"|meaning|help|insurance|moving)(?= |$)"
)
# "I'd be fine if it were not for the numb groin", "if not for …", "were it not for …"
_BUT_FOR = re.compile(r" (?:if (?:it )?(?:(?:were|was|is) )?|(?:were|was) it )not for(?= |$)")
# "nobody told me I would get …", "nobody told me about …"
_TOLD_OF = re.compile(
    r" (?:told|said|warned)(?: (?:me|us))?(?: that)? (?:about|of|to expect|(?:i|it|you|we) (?:would|could|might))"
    r"(?= |$)"
)
# "I can live with the back but not the numb groin"
_BEARABLE_BUT_NOT = re.compile(
    r" (?:can|could) (?:live|cope|deal|put up|manage|handle|stand|take|bear)(?: [^ .?!;]+){0,5} but not(?: [^ ]+)?$"
)
# "can not finish a sentence without gasping": two denials, which state the sign.
_CANNOT = re.compile(r" (?:can|could) not(?: [^ ]+){1,7}$")
# "no blood thinners, cancer yes".
_ANSWERED_YES = re.compile(r"^ (?:yes|yeah|yep|yup)(?= |$)")
# "no trouble with" and the like: "with" does not begin a new scope.
_BEFORE_WITH = frozenset(
    "trouble problem problems issue issues difficulty wrong and or nor bothered dealing diagnosed treated born "
    "living suffering struggled struggling afflicted ill sick down".split()
)
_ABILITY_DENIALS = frozenset("complain report".split())
_LISTING = frozenset({"or", "nor", "any"})
# What may stand before the next thing of a list that "no" opened: "no fever, unexplained weight loss".
_IN_A_LIST = frozenset(
    "or nor and any no not other new recent sudden unexplained significant severe real the my his her a an of in at "
    "to with loss change changes problem problems trouble issue issues symptoms symptom signs sign history pain also "
    "either bad major night day kind sort type such anything like been has have had taking on using".split()
)
# What a list of denied signs is made of. After anything else that is denied a new thought may begin.
_IS_A_SIGN = re.compile(
    r" (?:these|those|fever\w*|temperature|chill\w*|sweat\w*|shak\w*|shiver\w*|flu|cough\w*|infection\w*|rash\w*"
    r"|blister\w*|shingles"
    r"|pains?|ache\w*|hurt\w*|cramp\w*|swelling|swollen|numb\w*|tingl\w*|pins|needles|weak\w*|paraly\w*|limp|droop\w*"
    r"|dizz\w*|faint\w*|black\w*|pass(?:ed|ing)?|collaps\w*|clammy|grey|confus\w*|headaches?|nausea|sick|vomit\w*"
    r"|breath\w*|chest|heart|palpitations|jaw|arms?|face|speech|slur\w*|vision|stroke|belly|tummy|abdom\w*|puls\w*"
    r"|bladder|bowels?|pee\w*|wee\w*|urin\w*|leak\w*|incontinen\w*|accidents?|toilet|waterworks|groin|saddle|genitals?"
    r"|privates|erection\w*|sex\w*|legs?|foot|feet|knees?|calf|drop|trip\w*|stumbl\w*|falls?|fall\w*|fell|crash\w*|trauma"
    r"|injur\w*|wreck|cancer|tumou?rs?|weight|night|osteoporosis|bones?|steroids?|thinners?|warfarin|surger\w*|operations?"
    r"|injections?|epidurals?|diabet\w*|hiv|immun\w*|chemo|dialysis|drugs?|pregnan\w*|bleed\w*|blood|burning|stones?"
    r"|symptoms?|signs?|trouble|problems?|issues?|loss|clots?)(?= |$)"
)
_LIST_GOES_ON = re.compile(r"(?:(?: [^ ,.]+){0,3} ,)*(?: [^ ,.]+){0,3}? n?or ")
DOUBT = re.compile(
    r" (?:maybe|might|may|possibly|perhaps|unsure|could be|not (?:really )?(?:sure|certain)"
    r"|(?:do not|not|no idea|can not (?:really )?tell|hard to (?:say|tell))(?: know)?"
    r" (?:if|whether)|not know (?:if|whether|that)|(?<!can )(?<!could )not (?:think|believe)|no idea (?:if|whether)"
    r"|can not (?:really |honestly |truthfully |exactly |quite )?(?:tell|say|swear|promise|claim)|hard to (?:say|tell)"
    r"|wonder\w*"
    r"|not really|not exactly|not that"
    r"|not like|not as if|not anymore|not any more|no longer|kind of not|not always"
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
_EXCLAIMED = r"(?: (?:oh|god|lord|gosh|goodness|heck|hell|well|um|absolutely|definitely|certainly|thankfully|thank|,))*"
DENIED_AFTER = re.compile(
    rf"^(?: [^ ,.?]+){{0,2}} \?{_EXCLAIMED} (?:no|nope|nah|never|none|negative)"
    r"(?! (?:idea|clue|doubt|wonder|relief|change|joke))(?= |$)|"
    r"^(?: [^ ,.?!;]+){0,6} ,(?: but)? not me(?= [.,?!;]|$)|"
    r"^(?: [^ .?!;]+){0,8} (?:i|we|he|she) (?:do|does|did) not have (?:it|that|this|one|any)(?= [.,?!;]|$)|"
    r"^ (?:i|we|he|she) (?:(?:do|does|did) not have|have not(?: got| had)?)(?= [.,?!;]|$| only| just)|"
    r"^ [.?](?: no)?(?: ,)? (?:i|he|she) (?:have|has) none(?: (?:whatsoever|at all|of (?:it|that|those)))?(?= [.,]|$)|"
    r"^(?: ,)? (?:and|but) (?:there (?:is|was) not (?:one|any|anything)|i do not have (?:one|it|any)|no)(?= [.]|$)|"
    r"^(?: [,?]| is| are| was)?(?: a)?(?: no(?! [?])| none| nope| nah| negative| never| denied)"
    r"(?: [,.?]|$)"
    r"|^ free(?= [.,?!;]|$| and| since| for)"
    r"|^ (?:is|are|was|has|have|does|do|did) not (?:a |an |been |really )*(?:problem|issue|happening"
    r"|happened|happen|present|there|anything|something|apply)(?= |$)"
)
_NOT_FOUND = re.compile(
    r"^(?: [^ .?!;]+){0,6}? (?:normal|negative|all clear|clear|fine|ok|okay|nothing|none|no (?:signs?|trace))(?= |$)"
)
# "free of fever and chills"
_FREE_OF = re.compile(r" (?:free|clear) (?:of|from)(?: any| all)?(?: [^ ,.?!;]+){0,3}$")
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
# "She keeps asking did I faint. I did not."
_ASKED_WHETHER_I = re.compile(
    r" (?:ask|asks|asked|asking)(?: me)? (?:if |whether )?(?:(?:did|was|do|am|have|had) )?(?:i|my)(?= |$)"
)
_I_DID_NOT = re.compile(
    r"^(?: [^ .?!;]+){0,6} (?:[.?]|and) (?:no )?(?:, )?(?:i|they|it) (?:am|was|did|do|have|has|is|are) not"
    r"(?: (?:at all|really))?(?= [.,]|$)"
)
# "my wife is worried I fainted": her words, not the writer's; "can't be pregnant", "can't be a heart attack, can it?".
_FEARED_OR_HOPED = re.compile(
    r" (?:can|could) not (?:possibly )?be(?: an?)?$"
    r"| (?:is worried|are worried|worries|thinks|they think|reckons|is convinced|insists|swears|fears)"
    r" (?:that )?i(?: (?:have|had|might have|must have))?$"
)
# "I don't have … anymore": it was there, so it is asked.
_NO_LONGER = re.compile(r"^(?: [^ ]+){0,3} (?:anymore|any more|any longer)(?= |$)")
# "no severe chest pain" denies a degree, not the pain.
_DEGREES = frozenset(
    "severe real major complete total much full as big extreme massive significant intense terrible proper bad".split()
)


def denied_or_doubted(place: Place) -> Sense | None:
    """DENIED or DOUBTED, or None when no cue reaches the sign."""
    told_after = DENIED_AFTER.search(place.following)
    if told_after:
        rest = place.following[told_after.end() :]
        plain = not _opens_a_clause(place.matched) and not is_half_denied(place, rest)
        return Sense.DENIED if plain else Sense.DOUBTED
    scope = _scope(place.before)
    if _BEARABLE_BUT_NOT.search(line_of(place.before)) or ("," in scope and _ANSWERED_YES.search(place.following)):
        return None
    near = line_of(after_last(scope, COMMA))
    if _ASKED_WHETHER_I.search(near) and _I_DID_NOT.search(place.following):
        return Sense.DENIED
    if LOOKED_FOR.search(near) and _NOT_FOUND.search(place.following):
        return Sense.DENIED
    if _FREE_OF.search(near) and not _NEGATORS & set(scope):
        return Sense.DENIED if not is_half_denied(place, place.following) else Sense.DOUBTED
    outright = _SURELY_NOT.search(near) or _NOWHERE_NEAR.search(near)
    if outright or _NO_TO.search(line_of(scope)) or _FREE_IN_GAP.search(line_of(place.gaps)):
        return Sense.DENIED if not is_half_denied(place, place.following) else Sense.DOUBTED
    if _FEARED_OR_HOPED.search(near):
        return Sense.DOUBTED
    doubt = DOUBT.search(near)
    if doubt or DOUBT.search(line_of(place.gaps)) or _CORRECTED.search(line_of(place.gaps)):
        denied = re.search(r" (?:do|did|does|have|has|had) not (?:have|had|got|any)(?= |$)", near)
        # "not sure I don't have …" doubts the denial itself.
        if denied is None or (doubt is not None and doubt.end() <= denied.start()):
            return Sense.DOUBTED
    if _DOUBT_AFTER.search(line_of(place.after)) or _DOUBT_ANSWERED.search(place.following):
        return Sense.DOUBTED
    reaching = [(scope[i], found) for i in range(len(scope)) if (found := _reaches(scope, i, place))]
    inside = sum(1 for i in range(len(place.gaps)) if negates(place.gaps, i))
    cues = [cue for cue, _ in reaching] + ["not"] * inside
    if not cues:
        return None
    if _NO_LONGER.search(line_of(place.after)):
        return Sense.DOUBTED
    if cues.count("not") + cues.count("without") >= 2 or "hardly" in cues or "barely" in cues:
        return Sense.DOUBTED
    if "not" in cues and len(cues) > 1 and not _LISTING & set(scope) and "," not in scope:
        return Sense.DOUBTED
    if is_half_denied(place, place.following) or any(_of_degree(scope, i, place) for i in range(len(scope))):
        return Sense.DOUBTED
    if inside:
        return Sense.DENIED
    senses = [found for _, found in reaching]
    return next(s for s in (Sense.DENIED, Sense.LISTED, Sense.DOUBTED) if s in senses)


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


def negates(scope: list[str], index: int) -> bool:
    """Whether the word at `index` is a negation at all, by what stands beside it."""
    word = scope[index]
    if word not in _NEGATORS:
        return False
    before = scope[index - 1] if index else ""
    follower = scope[index + 1] if index + 1 < len(scope) else ""
    rest = line_of(scope[index + 1 :])
    if word == "nobody" or (word, follower) == ("no", "one"):
        said = {"told", "said", "says", "diagnosed", "has", "have", "had", "got"} & set(scope[index + 1 :])
        return bool(said) and not _TOLD_OF.search(rest)
    if word == "no":
        return follower not in _NO_IDIOMS and (follower not in SUBJECTS)
    if word == "not":
        if before in {"can", "could"}:
            return follower in _ABILITY_DENIALS
        return not (_NOT_IDIOM.match(rest) or _BUT_FOR.search(line_of(scope[max(0, index - 3) : index + 2])))
    if word == "nothing":
        return follower in {"like", "such"} or not set(scope[index + 1 :]) - _BARE_LINKS
    if word == "zero":
        return follower != "to"  # "from zero to the worst pain of my life"
    if word.startswith("den"):
        return before not in {"not", "no", "never"}  # "I can't deny …", "no denying that …"
    if word == "never":
        return not _NEVER_IDIOM.match(rest)
    if word == "without":
        if before == "never":
            return False
        return not _WITHOUT_IDIOM.match(rest) and not _CANNOT.search(line_of(scope[:index]))
    return True


def _reaches(scope: list[str], index: int, place: Place) -> Sense | None:
    """How far the cue at `index` denies the sign: DENIED, DOUBTED (not plain) or None."""
    if not negates(scope, index) or _opens_a_clause(place.matched):
        return None
    cue, between = scope[index], scope[index + 1 :]
    owned = bool(between) and between[-1] in _OWNERS
    says_so_itself = any(word in _FINITE for word in place.matched[1:])
    if owned and says_so_itself and len(between) > 1:
        return None  # "did not sleep, my groin is numb"
    past = place.matched[0] in _PAST_FORMS or (place.matched[0].endswith("ed") and not _describes(place.matched))
    feeling_of = between[1:2] == ["of"]  # "no feels of fainting"
    if cue == "no" and any(word in _FINITE for word in between) and not feeling_of:
        return None
    if cue == "no" and any(w in SUBJECTS - _OWNERS for w in between):
        return None
    if cue in {"not", "never", "nobody"} and any(word in PERSONS for word in between):
        return Sense.DENIED if set(between) & {"say", "said", "claim", "told", "diagnosed"} else None
    helper = scope[index - 1] if index else ""
    did = helper in {"do", "does", "did"}
    if cue == "not" and did and past and between and not _LISTING & set(between):
        return None  # "did not fall and passed out"
    if "," in between:
        # "have not had any fever, …": the first verb after "not" is the denied one.
        own = between[1:] if cue == "never" or helper in _AUXILIARIES else between
        begins_anew = any(word in PERSONS for word in place.matched)
        if past or says_so_itself or begins_anew or any(word in _FINITE for word in own):
            return None
        return _in_a_list(between, place)
    listed = bool(_LISTING & {*between, *place.matched}) or bool(_LIST_GOES_ON.match(place.following))
    if "and" in between and not listed:
        return None if says_so_itself else Sense.DOUBTED
    return Sense.DENIED


def _in_a_list(between: list[str], place: Place) -> Sense:
    """What "no" says of a sign that commas part from it: "no fever, chills or …" denies it, "no lifting, …" may not."""
    items, last = _parted(between), set(after_last(between, COMMA))
    if len(last - _IN_A_LIST) > 1 and not _LISTING & last:
        return Sense.DOUBTED  # "no strength left, skin all clammy"
    told_apart = any(negates(between, index) for index in range(len(between))) and not _LISTING & last
    if told_apart or not all(_IS_A_SIGN.search(line_of(item)) for item in items):
        return Sense.LISTED  # "no meds, no allergies, …", "did not lift anything, …"
    goes_on = bool(_LISTING & {*last, *place.matched}) or bool(_LIST_GOES_ON.match(place.following))
    return Sense.DENIED if goes_on or len(items) > 1 else Sense.LISTED


def _parted(words: list[str]) -> list[list[str]]:
    """The words before each comma, from comma to comma."""
    commas = [index for index, word in enumerate(words) if word == ","]
    return [words[start:end] for start, end in zip([0, *(c + 1 for c in commas)], commas, strict=False)]


def _describes(matched: list[str]) -> bool:
    """"slurred speech", but not "slurred my words"."""
    return matched[0] in _LIKE_ADJECTIVES and not _OWNERS & set(matched[1:2])


def _opens_a_clause(matched: list[str]) -> bool:
    """"can not pee", "i leak when …": a statement that no "no" before it denies."""
    return matched[0] in PERSONS or (matched[0] in _AUXILIARIES and matched[1:2] == ["not"])

"""Which words deny at all: "no doubt" and "not only" do not."""

from __future__ import annotations

import re

from triage.sense import SUBJECTS, line_of

NEGATORS = frozenset(
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
    "break rest let question fit lie bueno help one good just only but im actually well not , oh "
    "sir maam denying denial mistaking hiding ignoring escaping escape avoiding stopping getting".split()
)
_NOT_IDIOM = re.compile(
    r"(?: (?:really|even|been|feeling|doing|too|so))*"
    r" (?:(?:only|just|sure|able|better|helping|improving|stopping|easing|sleeping|working|good"
    r"|great|well|bad|anymore|certain|until|knowing|sleep|slept|help|helped|work|worked|stop"
    r"|stopped|ease|eased|improve|improved|finished|completed|recovered|healed|fixed|repaired|cured"
    r"|matter|eat|eaten|eating|know|forget|forgot|forgotten|realize|realized|realise"
    r"|realised|mention|tell|ask|asked|want|wanna|expect|understand|care|laugh|judge|joking|kidding|lying"
    r"|last|budge|deny|denying|comfortable|ok|okay|fine|normal|usual|like me|right|funny|long|far|mentioned|mind"
    r"|there (?:yesterday|before|this morning|last|until|till)|(?<! been )told(?! (?:that )?(?:i|he|she|we)(?= |$))"
    r"|ignore|ignoring|quit|quitting|settle|settling|shift|shifting|happy|thrilled|pleased|keen|impressed|used to"
    r"|imagin\w+|exaggerat\w+|faking|inventing|a fan|to mention|to say|enjoying|overlook|dismiss|leave out"
    r"|making (?:it |this |that )?up|let (?:me|him|her|us|you|them|any ?one|it))"
    r"|(?:say|tell you|mention|admit) is|touching|leaving (?:me|him|her|my|his)"
    r"|gone (?:in|from|yet|completely)|getting (?:any )?(?:better|easier|sleep|relief|worse)"
    r"|going (?:away|anywhere|well|to|back)|go away|gone away|get better|let up)(?= |$)"
)
_NEVER_IDIOM = re.compile(
    r" (?:used to|told|mentioned|said|asked|asks|admitted|without|miss|misses|missed|skip|skips|skipped|forgets?|forgot"
    r"|complain\w* (?:in (?:my|his|her) life|,)|stops|eases|ends|goes|gets|better|mind|stop"
    r"|(?:been|felt|had|experienced|happened|known|bled|burned|burnt|hurt) (?:in )?(?:this|so|such|it|like|in|before"
    r"|that))(?= |$)"
)
_WITHOUT_IDIOM = re.compile(
    r" (?:any )?(?:warning|reason|cause|thinking|knowing|realizing|realising|noticing|being|trying"
    r"|meaning|help|insurance|moving|fail|exception|end|stop|stopping|respite|let ?up|pause|rest)(?= |$)"
)
# "I did not mean to overdose", "I wasn't expecting to get pregnant": it happened all the same.
_NOT_INTENDED = re.compile(
    r" (?:mean|meaning|intend|intending|planning|expecting|supposed)(?: for me)? (?:to|twins)(?= |$)"
)
# "I am trying not to kill myself", "one reason not to end it": what is held back is there.
_HELD_BACK = re.compile(
    r" (?:trying|tried|try|struggl\w+|fighting|battling|hard|tempted|help(?:ing)?(?: me)?|how|promised(?: [^ ]+){0,2}"
    r"|reasons?(?: (?:do|i|have|to|is|there))*|everything(?: i have)?|all i can(?: do)?"
    r"|why (?:should|would|do|shall) i|should i)$"
)
# "I'd be fine if it were not for the numb groin", "if not for …", "were it not for …"
_BUT_FOR = re.compile(r" (?:if (?:it )?(?:(?:were|was|is) )?|(?:were|was) it )not for(?= |$)")
# "nobody told me I would get …", "nobody told me about …"
_TOLD_OF = re.compile(
    r" (?:told|said|warned)(?: (?:me|us))?(?: that)? (?:about|of|to expect|(?:i|it|you|we) (?:would|could|might))"
    r"(?= |$)"
)
# "can not finish a sentence without gasping": two denials, which state the sign.
_CANNOT = re.compile(r" (?:can|could) not(?: [^ ]+){1,7}$")
_ABILITY_DENIALS = frozenset("complain report".split())


def is_held_back(scope: list[str], index: int) -> bool:
    """Whether the "not" at `index` tells of something that the writer keeps from doing: "trying not to …"."""
    return scope[index] == "not" and bool(_HELD_BACK.search(line_of(scope[max(0, index - 6) : index])))


def negates(scope: list[str], index: int) -> bool:
    """Whether the word at `index` is a negation at all, by what stands beside it."""
    word = scope[index]
    if word not in NEGATORS:
        return False
    before = scope[index - 1] if index else ""
    follower = scope[index + 1] if index + 1 < len(scope) else ""
    rest = line_of(scope[index + 1 :])
    if word == "nobody" or (word, follower) == ("no", "one"):
        said = {"told", "said", "says", "diagnosed", "has", "have", "had", "got"} & set(scope[index + 1 :])
        is_it = scope[index + 1 :] in (["is"], ["was"], ["has", "been"])  # "nobody is faint"
        return is_it or (bool(said) and not _TOLD_OF.search(rest))
    if word == "no":
        controls = follower == "control" and scope[index + 2 : index + 3] in (["over"], ["of"])
        return follower not in _NO_IDIOMS | SUBJECTS and not controls
    if word == "not":
        if before in {"can", "could"}:
            return follower in _ABILITY_DENIALS
        if before in {"did", "was", "were", "had"} and _NOT_INTENDED.match(rest):
            return False
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

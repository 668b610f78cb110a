"""What an answer to the question about one sign says of it, though it does not name the sign.

"Nothing comes out", "flows like a river", "22 weeks", "worst ever": only the open question gives these their meaning.
The lexicon's lines `yes_if_asked` and `no_if_asked` hold them; they are never read but in answer to that question.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence

from triage.denial_and_story import tells_nothing_more
from triage.lexicon import Match, Pattern, Sentences
from triage.negation import sense_of
from triage.patient import is_someone_else
from triage.red_flags import DENIED, NO_IF_ASKED, PRESENT, UNSURE, YES_IF_ASKED, Finding, Lexicon
from triage.sense import Sense
from triage.spelling import Speller
from triage.text import tokenize
from triage.whole_denial import takes_back

_Said = tuple[Sense, Match, Pattern]
_CONTRASTS = frozenset("but except although though however just actually wait yes yeah".split())
# "So tight I can not", "probably nothing" deny nothing.
_HAMPERED = frozenset("can could probably".split())
# "Have not told anyone yet", "it has not stopped"
_SAYS_NOTHING_OF_IT = frozenset("told tell stopped stop".split())
_SAYS_NO = frozenset("no not none never nothing neither nor nope nah without might may maybe perhaps if".split())
# "Thought it was numb earlier", "the only wobbly thing is my belly".
_DOUBTED = re.compile(
    r" (?:hard to (?:know|say|tell)|who knows|not know|can not (?:say|tell)|thought (?:it|i|that)|could be"
    r"|only (?:[a-z]+ ){1,4}(?:thing|one|person|bit))(?= |$)|^ (?:what|which|how|why|does|do you|is (?:it|that"
    r"|this))(?= )"
)
_AGREES = re.compile(r" (?:yes|yeah|yep|yup|yea|ya)(?= )(?! (?:no|nah|nope)(?= ))")


def answer_about(
    lexicon: Lexicon, name: str, text: str, speller: Speller | None = None, for_someone_else: bool = False
) -> Finding | None:
    """The sign `name`, PRESENT or DENIED by a `text` that answers the question about it; None where neither is sure.

    UNSURE where a "yes" goes with a denial of the sign ("yes, I can feel it").

    A line for yes that stands denied ("not a twinge") denies. A denial counts only where nothing takes it back and no
    line says the contrary. A statement counts where no "no" or "might" stands about it: "no fever but soaked at night".
    """
    tokens = tokenize(text)
    sentences = Sentences(speller.mend(tokens) if speller is not None else tokens)
    other = for_someone_else or is_someone_else(text)
    yes = [*_said(sentences, lexicon.lines(name, YES_IF_ASKED), other)]
    no = [*_said(sentences, lexicon.lines(name, NO_IF_ASKED), other)]
    of_something_else = [said for said in yes if any(_lies_within(said[1], other_part) for _, other_part, _ in no)]
    stated = [said for said in yes if said[0] is Sense.STATED and said not in of_something_else]
    if stated:
        told = {place for _, match, _ in stated for place in range(match.first, match.end)}
        plain = [said for said in stated if _is_plain(sentences.words, said[1], told)]
        doubted = "?" in text or _DOUBTED.search(" ".join(["", *sentences.words]))
        return _finding(name, text, PRESENT, sentences, plain[0]) if plain and not doubted else None
    denied = [said for said in yes if said[0] is Sense.DENIED] + [said for said in no if said[0] is Sense.STATED]
    if len(denied) < len(yes) + len(no) or not denied:
        return None
    if _AGREES.match(" ".join(["", *sentences.words])):
        return _finding(name, text, UNSURE, sentences, denied[0])  # "yes, I can feel it": yes and no in one
    if takes_back(sentences.tokens):
        return None
    # "It does not drag, I swing it round": a word is denied, and more is told.
    findings = [_finding(name, text, DENIED, sentences, said) for said in denied]
    return findings[-1] if tells_nothing_more(text, findings, works=bool(no)) else None


def is_contrasted(between: str) -> bool:
    """Whether what stands between two mentions sets them against each other: "… but …"."""
    return not _CONTRASTS.isdisjoint(token.text for token in tokenize(between))


def _lies_within(match: Match, other: Match) -> bool:
    return other.first <= match.first and match.end <= other.end


def _is_plain(words: Sequence[str], match: Match, told: Collection[int]) -> bool:
    """Whether nothing denies or doubts beside a match, from the last "but" before it to the end; not at `told`."""
    start = max((place + 1 for place in range(match.first) if words[place] in _CONTRASTS), default=0)
    beside = [place for place in range(start, len(words)) if place not in told]
    return not any(
        words[place] in _SAYS_NO
        and words[place - 1] not in _HAMPERED
        and not (words[place] == "not" and _SAYS_NOTHING_OF_IT & set(words[place + 1 : place + 2]))
        for place in beside
    )


def _said(sentences: Sentences, patterns: Collection[Pattern], other: bool) -> Iterator[_Said]:
    for pattern in patterns:
        for match in pattern.find(sentences):
            yield sense_of(sentences.tokens, match, other), match, pattern


def _finding(name: str, text: str, state: str, sentences: Sentences, said: _Said) -> Finding:
    _, match, pattern = said
    start, end = sentences.tokens[match.first].start, sentences.tokens[match.end - 1].end
    return Finding(name, state, start, end, text[start:end], Sense.ANSWERED, pattern.source)

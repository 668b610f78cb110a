"""Signs that are words on a page, a screen or a stage: "the film where he gets chest pain", "a leaflet on chest pain".

Not plain enough to clear a sign, so it is asked about and no longer acted on.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from triage.lexicon import Match
from triage.sense import line_of, sentence_of
from triage.text import Token

# What words are printed in, acted in, taught in or spelt for.
_WORKS = (
    "(?:films?|movies?|telenovela|novels?|memoir|storybook|panto|sketch|songs?|lyrics?|poems?|ballad|verse|crossword"
    "|quiz|trivia|bingo|charades|essay|exam|exams|dictionary|textbooks|flashcards?|corpus|slogans?|mural|chapter"
    "|podcasts?|lectures?|syllabus|museum|postcard|adverts?|horoscope|tarot|parrot|puppets?|teddy|statue|memes?"
    "|posters?|leaflets?|pamphlets?|brochures?|magazines?|encyclopedia|ringtone|wifi|training manual|school project)"
)
_WORK = re.compile(rf" {_WORKS}(?= |$)")
# "While I watched a film", "after the lesson": when it came.
_WHEN = re.compile(
    rf" (?:while|during|after|since|before|when|watching|reading|writing|playing|teaching|at|from|revising|studying"
    rf"|painting|hanging|putting up|carrying|handing out)(?: [^ ,.?!]+){{0,3}} {_WORKS}(?= |$)"
)
_OWNED = re.compile(
    r" (?:i|we|me|who) (?:(?:also|now|just|still|really|even|suddenly|do|am) )?(?:have|had|got|get|feel|felt"
    r"|having|getting|woke|started|noticed|keep|kept|can not|could not|am|was|fainted|collapsed|passed)(?= |$)"
    r"|(?: my| with| and| got| having| have| it is| now)(?: (?:a|bad|the|this|some))?$"
)


def is_made_up(tokens: Sequence[Token], match: Match) -> bool:
    """Whether the sentence of the sign that `match` found names a work that has the sign in it, and no owner."""
    words = [token.text for token in tokens]
    start, stop = sentence_of(words, match)
    before, sentence = line_of(words[start : match.first]), line_of(words[start:stop])
    if not _WORK.search(sentence) or _WHEN.search(sentence):
        return False
    return not _OWNED.search(before) and not _OWNED.search(line_of(words[match.first : match.end]))

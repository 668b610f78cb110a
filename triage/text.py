"""Turns what a patient types into tokens that patterns and negation can be laid over."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, replace
from functools import lru_cache

# Tokens that end a sentence, and those that only separate its parts.
SENTENCE_END = frozenset(".!?;")
SEPARATORS = frozenset({",", ":"})
PUNCTUATION = SENTENCE_END | SEPARATORS

# Longer texts than this carry no more meaning for triage; the rest is not read.
MAX_CHARACTERS = 20_000
MAX_WORD = 40

_TOKEN = re.compile(
    r"(?P<ellipsis>\.{2,}|…)"
    r"|(?P<short>\bw/(?:o\b)?)"
    r"|(?P<number>\d+(?:[.,]\d+)?)"
    r"|(?P<word>&|[^\W\d_]+(?:['*][^\W\d_]+)*)"
    r"|(?P<end>[.!?;\n]+)"
    r"|(?P<separator>[,:()\[\]]|\s[-–—]+\s|—)"
)

_QUOTES = str.maketrans({"’": "'", "‘": "'", "`": "'", "´": "'", "ʼ": "'"})
# "can t", "can;t", "i m": an apostrophe that the keyboard or the voice recogniser lost.
_LOST_APOSTROPHE = re.compile(
    r"\b(can|don|won|isn|ain|aren|wasn|weren|didn|doesn|hasn|haven|hadn|couldn|wouldn|shouldn"
    r")[ ;](t)\b|\b(i)[ ;](m|ve)\b",
    re.IGNORECASE,
)

# Words that people write as one and patterns read as several.
_CONTRACTIONS: dict[str, tuple[str, ...]] = {
    "can't": ("can", "not"),
    "cant": ("can", "not"),
    "cannot": ("can", "not"),
    "cannae": ("can", "not"),
    "carnt": ("can", "not"),
    "cnat": ("can", "not"),
    "cannt": ("can", "not"),
    "coudnt": ("could", "not"),
    "cudnt": ("could", "not"),
    "dosnt": ("does", "not"),
    "dosent": ("does", "not"),
    "noo": ("no",),
    "soo": ("so",),
    "couldnt": ("could", "not"),
    "won't": ("will", "not"),
    "wont": ("will", "not"),
    "ain't": ("is", "not"),
    "aint": ("is", "not"),
    "dont": ("do", "not"),
    "doesnt": ("does", "not"),
    "didnt": ("did", "not"),
    "isnt": ("is", "not"),
    "arent": ("are", "not"),
    "wasnt": ("was", "not"),
    "werent": ("were", "not"),
    "havent": ("have", "not"),
    "hasnt": ("has", "not"),
    "hadnt": ("had", "not"),
    "wouldnt": ("would", "not"),
    "shouldnt": ("should", "not"),
    "im": ("i", "am"),
    "ive": ("i", "have"),
    "id": ("i", "would"),
    "thats": ("that", "is"),
    "its": ("it", "is"),
    "whats": ("what", "is"),
    "youre": ("you", "are"),
    "theyre": ("they", "are"),
    "weve": ("we", "have"),
    "theres": ("there", "is"),
    "hes": ("he", "is"),
    "shes": ("she", "is"),
    "gonna": ("going", "to"),
    "gotta": ("have", "to"),
    "wanna": ("want", "to"),
    "kinda": ("kind", "of"),
    "sorta": ("sort", "of"),
    "outta": ("out", "of"),
    "noen": ("none",),
    "nonw": ("none",),
    "nobe": ("none",),
    "nonr": ("none",),
    "nonee": ("none",),
    "nooone": ("none",),
    "thees": ("these",),
    "thse": ("these",),
    "theese": ("these",),
    "thsoe": ("those",),
    "nt": ("not",),
    "dunno": ("do", "not", "know"),
    "idk": ("i", "do", "not", "know"),
    "num": ("numb",),
    "numm": ("numb",),
    "kil": ("kill",),
    "tok": ("took",),
    "bak": ("back",),
    "bakc": ("back",),
    "hurst": ("hurts",),
    "hart": ("heart",),
    "nee": ("knee",),
    "meself": ("myself",),
    "hisself": ("himself",),
    "w/o": ("without",),
    "w/": ("with",),
    "u": ("you",),
    "ur": ("your",),
    "cuz": ("because",),
    "coz": ("because",),
    "cos": ("because",),
    "becuase": ("because",),
    "bc": ("because",),
    "tho": ("though",),
    "altho": ("although",),
    "rn": ("right", "now"),
    "&": ("and",),
    "wee's": ("wee",),
}
_SUFFIXES: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("n't", ("not",)),
    ("'m", ("am",)),
    ("'ve", ("have",)),
    ("'re", ("are",)),
    ("'ll", ("will",)),
    ("'d", ("would",)),
    ("'s", ("is",)),
)

_STRETCHED = re.compile(r"(.)\1{2,}")
_AFTER_HAD = frozenset("a an my the no been some".split())
_OWN = frozenset(
    "back leg legs foot feet groin bladder chest bum arm arms hip hips knee knees calf calves bits "
    "privates bowels spine neck face belly stomach side lad mum dad wife".split()
)


@dataclass(frozen=True)
class Token:
    """One normalised word or mark, with the characters of the original that it stands for."""

    text: str
    start: int
    end: int

    @property
    def is_word(self) -> bool:
        return self.text not in PUNCTUATION


def tokenize(text: str) -> list[Token]:
    """Splits a message into normalised tokens.

    Lower case, straight quotes, contractions opened ("can't" is "can", "not"), accents and
    emoji dropped, line breaks read as sentence ends. `start` and `end` are offsets into `text`.
    """
    return list(_tokenized(text))


# Whoever looks for something in a message splits it: some twenty times.
@lru_cache(maxsize=128)
def _tokenized(text: str) -> tuple[Token, ...]:
    tokens: list[Token] = []
    source = _LOST_APOSTROPHE.sub(r"\1\3'\2\4", text[:MAX_CHARACTERS].translate(_QUOTES))
    for match in _TOKEN.finditer(source):
        start, end = match.span()
        kind = match.lastgroup
        if kind in ("ellipsis", "separator"):
            words: tuple[str, ...] = (",",)
        elif kind == "end":
            words = ("?",) if "?" in match.group() else (".",)
        elif kind == "number":
            words = (match.group().replace(",", "."),)
        else:
            words = _open(_fold(match.group()[:MAX_WORD]))
        tokens.extend(Token(word, start, end) for word in words)
    return tuple(_in_context(tokens, place) for place in range(len(tokens)))


def _in_context(tokens: list[Token], place: int) -> Token:
    """Mends what only the next word tells: "i'd a fall" is "had", "me back" is "my"."""
    token = tokens[place]
    if token.text not in {"would", "me"} or place + 1 == len(tokens):
        return token
    follower = tokens[place + 1].text
    if token.text == "would" and token.end - token.start < 5 and follower in _AFTER_HAD:
        return replace(token, text="had")
    if token.text == "me" and follower in _OWN:
        return replace(token, text="my")
    return token


def _fold(word: str) -> str:
    """Lower case without accents; letters stretched for effect are shortened to two."""
    plain = word.lower()
    if not plain.isascii():
        plain = "".join(c for c in unicodedata.normalize("NFKD", plain) if not unicodedata.combining(c))
    return _STRETCHED.sub(r"\1\1", plain)


def _open(word: str) -> tuple[str, ...]:
    if word in _CONTRACTIONS:
        return _CONTRACTIONS[word]
    for suffix, opened in _SUFFIXES:
        if word.endswith(suffix) and len(word) > len(suffix):
            return (word[: -len(suffix)], *opened)
    return (word.replace("'", "").replace("*", ""),)


def words(text: str) -> list[str]:
    """The normalised words of a text, without punctuation."""
    return [token.text for token in tokenize(text) if token.is_word]


def word_line(text: str) -> str:
    """The words of `text`, each with a space before it, for expressions that look for whole words."""
    return "".join(f" {word}" for word in words(text))

"""Whole numbers as patients write them, in digits or words."""

from __future__ import annotations

_ONES = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen "
    "fifteen sixteen seventeen eighteen nineteen"
).split()
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()
_ORDINALS = "first second third fourth fifth sixth seventh eighth ninth tenth".split()

_MISSPELT = {
    "fourty": 40, "fourtey": 40, "fivty": 50, "fifthy": 50, "fiffty": 50, "thirdy": 30, "thrity": 30, "thirthy": 30,
    "therty": 30, "twentie": 20, "twenny": 20, "tweny": 20, "fortie": 40, "fiftie": 50, "sixtie": 60, "sixy": 60,
    "sixity": 60, "seventie": 70, "sevendy": 70, "sevnty": 70, "seventey": 70, "eightie": 80, "eigthy": 80,
    "eighthy": 80, "eighy": 80, "eigty": 80, "eightty": 80, "ninty": 90, "ninetie": 90, "ninedy": 90, "nintey": 90,
}

NUMBER_WORDS: dict[str, int] = {
    **{word: value for value, word in enumerate(_ONES)},
    **{word: value for value, word in zip(range(20, 100, 10), _TENS, strict=True)},
    **_MISSPELT,
}
ORDINALS: dict[str, int] = {
    **{word: value for value, word in enumerate(_ORDINALS, start=1)},
    **{f"{n}{'st' if n == 1 else 'nd' if n == 2 else 'rd' if n == 3 else 'th'}": n
       for n in range(1, 11)},
}
# What names one option of a list: "one" is as often a pronoun ("not a single one"), and "zero" denies all.
OPTION_NUMBERS: dict[str, int] = {
    word: value for word, value in (NUMBER_WORDS | ORDINALS).items() if word not in ("one", "zero")
}


def numbers(words: list[str]) -> list[int]:
    """All whole numbers in a list of words, in order; "sixty two" is one number."""
    found: list[int] = []
    open_ten = False
    for word in words:
        if word.isdecimal():
            found.append(int(word))
            open_ten = False
        elif word in NUMBER_WORDS:
            value = NUMBER_WORDS[word]
            if open_ten and 0 < value < 10:
                found[-1] += value
            else:
                found.append(value)
            open_ten = value >= 20
        else:
            open_ten = False
    return found

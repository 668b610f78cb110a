"""Masks personal data in what a patient types, before anything sees, stores or logs it.

Masked: e-mail addresses, payment cards, social security numbers and phone numbers. The mask is a
sign and not a word, so that it means nothing to the intent classifier. Ages, durations, dates,
doses, 911 and 988 stay.
"""

from __future__ import annotations

import re

MASK = "***"

# A space, dot or dash as people and phones write them, with up to two spaces around.
_GAP = r"[ \t\u00a0]{0,2}[-.\u2010-\u2015]?[ \t\u00a0]{0,2}"

_EMAIL = re.compile(
    r"[\w.+%-]+ ?@ ?[\w-]+(?:\.[\w-]+)+"
    r"|\b[\w.+%-]+(?: at | ?[\[(]at[\])] ?)[\w-]+(?: dot | ?[\[(]dot[\])] ?)"
    r"(?:com|net|org|edu|gov|io|us|me)\b",
    re.IGNORECASE,
)

_CARD = re.compile(r"(?<!\d)\d(?:[ \u00a0.-]?\d){12,18}(?!\d)")

_SOCIAL_SECURITY = re.compile(
    r"(?<![\d-])\d{3}[- .\u2010-\u2015]\d{2}[- .\u2010-\u2015]\d{4}(?![\d-])"
    r"|(\b(?:ssn|social(?: security)?)(?: (?:number|num|no\.?))?(?: is)?[\s:#]*)\d{9}\b",
    re.IGNORECASE,
)

_PHONE = re.compile(
    # North America: area code and number, with or without +1.
    rf"(?<![\d.])(?:\+?1{_GAP})?(?:\([2-9]\d{{2}}\)|[2-9]\d{{2}}){_GAP}\d{{3}}{_GAP}\d{{4}}(?!\d)"
    # Any country: + or 00 and eight to fifteen digits.
    r"|(?<![\d.])(?:\+|00)[1-9](?:[ \u00a0().-]{0,2}\d){7,14}(?!\d)"
    # A national number with its leading zero, in two to four groups.
    r"|(?<![\d.:/-])0\d{2,4}[ -]\d{3,4}[ -]?\d{3,4}(?![\d:/-])"
    # Ten single digits, as dictation writes them.
    r"|(?<!\d)\d(?:[ -]\d){9,10}(?!\d)"
    # Seven digits with the dash inside; the same shape with a unit behind it is an amount.
    r"|(?<![\d$.-])[2-9]\d{2}[-\u2010-\u2015]\d{4}(?!\d|-\d|"
    r"\s*(?:mg|mcg|ml|iu|cal|steps?|feet|ft|lbs?|pounds|times)\b)",
)


def mask(text: str) -> str:
    """Give `text` with every piece of personal data replaced by `MASK`; text without any comes
    back as it is.
    """
    text = _EMAIL.sub(MASK, text)
    text = _CARD.sub(lambda found: MASK if _is_card(found.group()) else found.group(), text)
    text = _SOCIAL_SECURITY.sub(lambda found: (found.group(1) or "") + MASK, text)
    return _PHONE.sub(MASK, text)


def _is_card(written: str) -> bool:
    """Whether the digits in `written` have a payment card's check digit (Luhn)."""
    digits = [int(character) for character in written if character.isdecimal()]
    if len(set(digits)) == 1:
        return False
    doubled = [digit * 2 - 9 if digit > 4 else digit * 2 for digit in digits[-2::-2]]
    return (sum(digits[-1::-2]) + sum(doubled)) % 10 == 0

"""A small English stemmer: words of one family share a stem.

It goes further than the stemmers made for document retrieval, since "dose" and "dosage",
"absorb" and "absorption", "safe" and "safety" ask the same thing. Suffixes are stripped in
the order of M. F. Porter, "An algorithm for suffix stripping" (Program 14, 1980), with one
longer list of derivational endings and a minimum of letters to be left in place of the measure.
"""

from __future__ import annotations

import re

_VOWEL = re.compile(r"[aeiouy]")
_DOUBLED = re.compile(r"([bdfgmnprt])\1$")

# Inflected forms that no rule reaches, of the verbs and nouns that questions are asked with.
_IRREGULAR = {
    form: base
    for base, forms in {
        "take": "took taken",
        "give": "gave given",
        "go": "goes went gone",
        "do": "does did done",
        "have": "has had having",
        "be": "is am are was were been being",
        "get": "got gotten getting",
        "make": "made",
        "eat": "ate eaten",
        "drink": "drank drunk",
        "feel": "felt",
        "find": "found",
        "buy": "bought",
        "tell": "told",
        "say": "said",
        "know": "knew known",
        "think": "thought",
        "lose": "lost",
        "keep": "kept",
        "leave": "left",
        "sleep": "slept",
        "feed": "fed",
        "use": "used using",
        "build": "built",
        "send": "sent",
        "spend": "spent",
        "pay": "paid",
        "break": "broke broken",
        "choose": "chose chosen",
        "speak": "spoke spoken",
        "write": "wrote written",
        "see": "saw seen",
        "child": "children",
        "man": "men",
        "woman": "women",
        "person": "people",
        "foot": "feet",
        "tooth": "teeth",
        "good": "better best",
        "bad": "worse worst",
        "die": "dying died dies",
    }.items()
    for form in forms.split()
}

# ending, what replaces it, letters that must be left before it. Longest first.
_DERIVED: tuple[tuple[str, str, int], ...] = (
    ("ization", "", 3),
    ("isation", "", 3),
    ("fulness", "", 3),
    ("iveness", "", 3),
    ("ousness", "", 3),
    ("ability", "", 3),
    ("ibility", "", 3),
    ("ication", "ic", 3),
    ("ations", "", 3),
    ("ation", "", 3),
    ("ition", "", 3),
    ("icine", "ic", 3),
    ("ement", "", 4),
    ("ional", "", 4),
    ("ingly", "", 4),
    ("ially", "", 4),
    ("ment", "", 4),
    ("ness", "", 3),
    ("ancy", "", 3),
    ("ency", "", 3),
    ("ance", "", 3),
    ("ence", "", 3),
    ("able", "", 3),
    ("ible", "", 3),
    ("ical", "ic", 3),
    ("ally", "", 4),
    ("less", "", 4),
    ("ious", "", 4),
    ("ant", "", 4),
    ("ent", "", 4),
    ("ion", "", 4),
    ("age", "", 3),
    ("ate", "", 4),
    ("ity", "", 4),
    ("ety", "", 3),
    ("ive", "", 4),
    ("ize", "", 4),
    ("ise", "", 4),
    ("ful", "", 4),
    ("ous", "", 4),
    ("ial", "", 4),
    ("al", "", 4),
    ("at", "", 5),
    ("ic", "", 4),
    ("ly", "", 3),
)
_SHORTEST = 3  # letters that a stem keeps at least
_DERIVATIONS = 2  # endings that pile up, as in supplement-ation

_NO_ENDING = ("thing", "eed", "iing")  # anything, feed: not a progressive, not a past

_cache: dict[str, str] = {}
_CACHE_SIZE = 20_000


def stem(word: str) -> str:
    """The stem of a folded English word; short words, numbers and other scripts come back as they are."""
    known = _cache.get(word)
    if known is None:
        if len(_cache) >= _CACHE_SIZE:
            _cache.clear()
        known = _cache[word] = _stem(word)
    return known


def _stem(word: str) -> str:
    word = _IRREGULAR.get(word, word)
    if len(word) <= _SHORTEST or not word.isascii() or not word.isalpha():
        return word
    word = _uninflected(word)
    for _ in range(_DERIVATIONS):
        word = _underived(word)
    return _without_ending(word)


def _uninflected(word: str) -> str:
    """Without plural, past and progressive endings."""
    if word.endswith("s") and not word.endswith(("ss", "us", "is")):
        word = word[:-2] if word.endswith(("sses", "shes", "ches", "xes", "zes")) else word[:-1]
        word = word[:-2] + "y" if word.endswith("ie") and len(word) > _SHORTEST + 1 else word
    for ending in ("ing", "ed"):
        rest = word[: -len(ending)]
        if word.endswith(ending) and len(rest) >= _SHORTEST and _VOWEL.search(rest) and not word.endswith(_NO_ENDING):
            return _DOUBLED.sub(r"\1", rest)
    return word


def _underived(word: str) -> str:
    """Without the endings that make a noun of a verb, an adjective of a noun and so on."""
    for ending, replacement, left in _DERIVED:
        if word.endswith(ending) and len(word) - len(ending) >= left:
            return word[: -len(ending)] + replacement
    return word


def _without_ending(word: str) -> str:
    """Without the final e, y or i that other members of the family drop, nor a doubled l."""
    while len(word) > _SHORTEST and word[-1] in "eyi":
        word = word[:-1]
    return word[:-1] if word.endswith("ll") else word

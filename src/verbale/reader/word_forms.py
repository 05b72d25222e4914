"""The regular forms of English nouns and verbs, derived so that no vocabulary has to list them."""

from __future__ import annotations

_VOWELS = frozenset("aeiou")
_IRREGULAR_VERBS = {
    "begin": ("began", "begun"), "bring": ("brought",), "build": ("built",), "come": ("came",), "find": ("found",),
    "fight": ("fought",), "give": ("gave", "given"), "go": ("went", "gone"), "hold": ("held",), "keep": ("kept",),
    "lead": ("led",), "make": ("made",), "meet": ("met",), "pay": ("paid",), "see": ("saw", "seen"), "send": ("sent",),
    "set": ("setting",), "sell": ("sold",), "take": ("took", "taken"), "lie": ("lay",), "buy": ("bought",),
    "put": ("putting",), "become": ("became",), "undertake": ("undertook", "undertaken"), "spend": ("spent",),
}  # fmt: skip


def plural_forms(word: str) -> tuple[str, ...]:
    """The regular plural of a noun.

    >>> plural_forms("country"), plural_forms("crisis"), plural_forms("port")
    (('countries',), ('crises',), ('ports',))
    """
    if word.endswith("y") and word[-2:-1] not in _VOWELS:
        return (word[:-1] + "ies",)
    if word.endswith("is"):
        return (word[:-2] + "es",)
    if word.endswith(("s", "x", "z", "ch", "sh")):
        return (word + "es",)
    if word.endswith("o"):
        return (word + "s", word + "es")
    if word.endswith("man"):
        return (word[:-3] + "men",)
    return (word + "s",)


def verb_forms(verb: str) -> tuple[str, ...]:
    """The forms of a verb other than its base; both spellings where the last consonant may be doubled.

    >>> verb_forms("carry"), verb_forms("keep")
    (('carries', 'carried', 'carrying'), ('keeps', 'keeping', 'kept'))
    """
    third = plural_forms(verb)[-1]
    irregular = _IRREGULAR_VERBS.get(verb)
    past: tuple[str, ...]
    if verb.endswith("e"):
        stem, past = verb[:-1], (verb + "d",)
    elif verb.endswith("y") and verb[-2:-1] not in _VOWELS:
        stem, past = verb, (verb[:-1] + "ied",)
    else:
        stem, past = verb, (verb + "ed", verb + verb[-1] + "ed") if _may_double(verb) else (verb + "ed",)
    doubled = () if irregular or not _may_double(verb) else (verb + verb[-1] + "ing",)
    return third, *(past if irregular is None else ()), stem + "ing", *(irregular or ()), *doubled


def _may_double(verb: str) -> bool:
    return len(verb) > 2 and verb[-1] not in "aeiouwxy" and verb[-2] in _VOWELS and verb[-3] not in _VOWELS

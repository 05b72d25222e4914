"""The words that offices are made of, as tables built once from vocabulary/posts.yaml."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache, lru_cache
from typing import NamedTuple

from verbale.language.phrases import PhraseTable
from verbale.language.spelling import key
from verbale.language.tokens import tokens
from verbale.model.vocabulary import load


class Head(NamedTuple):
    """The noun of an office: 'minister', 'secretary general'. `any_case` heads count in lower case too; `supported`
    ones only with a modifier, a field or a tail. `short` is what an abbreviation stands for ('PM'); `before_of` heads
    count in lower case before 'of'."""

    name: str
    plural: bool
    any_case: bool
    supported: bool
    short: str = ""
    before_of: bool = False


class PostWords(NamedTuple):
    """All word lists of the grammar of offices, by `Token.key`."""

    heads: PhraseTable[Head]
    modifiers: frozenset[str]
    lower_modifiers: frozenset[str]
    bodies: frozenset[str]
    fields: frozenset[str]
    tails: Mapping[str, frozenset[str]]
    national: tuple[tuple[str, str | None, bool], ...]


@cache
def post_words() -> PostWords:
    """The tables, built at the first call."""
    data = load("posts")
    supported = frozenset(data["heads"]["supported"])
    heads: dict[str, Head] = {}
    for kind in ("any_case", "capital", "supported"):
        for name in data["heads"][kind]:
            for form, plural in ((name, False), (_plural(name), True)):
                for spelled in (form, form.replace(" ", "-")):
                    heads.setdefault(spelled, Head(name, plural, kind == "any_case", name in supported))
    for name in data["heads"]["before_of"]:
        heads[name] = heads[name]._replace(before_of=True)
    short = {text: Head(name.lower(), False, False, True, short=name) for text, name in
             data["heads"]["abbreviated"].items()}  # fmt: skip
    return PostWords(
        heads=PhraseTable([*heads.items(), *short.items()], exact_case=short),
        modifiers=_keys(data["modifiers"].split()),
        lower_modifiers=_keys(data["lower_modifiers"]),
        bodies=_keys(data["bodies"].split()),
        fields=_keys(data["fields"].split()) | _keys(data["bodies"].split()),
        tails={preposition: frozenset(names) for preposition, names in data["tails"].items()},
        national=_national(data["national"]),
    )


def _keys(words: Iterable[str]) -> frozenset[str]:
    return frozenset(key(word) for word in words)


def _plural(name: str) -> str:
    """'secretaries general', 'chiefs of staff', 'prime ministers'."""
    words = name.split()
    at = len(words) - 1
    if words[-1] == "general" and len(words) > 1:
        at -= 1
    elif "of" in words[1:]:
        at = words.index("of") - 1
    elif "to" in words[1:]:
        at = words.index("to") - 1
    word = words[at]
    if word.endswith("man"):
        words[at] = word[:-2] + "en"
    elif word.endswith("y") and word[-2] not in "aeiou":
        words[at] = word[:-1] + "ies"
    else:
        words[at] = word + ("es" if word.endswith(("ss", "ch")) else "s")
    return " ".join(words)


def _national(offices: Mapping[str, Iterable[str]]) -> tuple[tuple[str, str | None, bool], ...]:
    """Phrases that one party uses, longest first, padded with spaces so that only whole words match; whether the party
    alone has such offices."""
    found = [
        (f" {folded(phrase)} ", None if code == "none" else code.removeprefix("usual "), not code.startswith("usual "))
        for code, phrases in offices.items()
        for phrase in phrases
    ]
    return tuple(sorted(found, key=lambda entry: -len(entry[0])))


@lru_cache(maxsize=8192)
def folded(title: str) -> str:
    """A title as keys with single spaces and without hyphens, for comparison.

    >>> folded("Under-Secretary of State for Defence")
    'under secretary of state for defense'
    """
    return " ".join(token.key for token in tokens(title) if token.text[:1].isalnum())


@lru_cache(maxsize=4096)
def _known_national(title: str) -> tuple[str | None, bool]:
    padded = f" {folded(singular(title))} "
    return next(((code, alone) for phrase, code, alone in post_words().national if phrase in padded), (None, False))


def national_party(title: str) -> str | None:
    """The party whose offices have this name, or None: 'Under Secretary of State' is US."""
    return _known_national(title)[0] if len(title) < 200 else None


def is_usual(title: str) -> bool:
    """Whether the party of `national_party` is only the usual one: others have a 'Secretary of Defense' too."""
    return len(title) < 200 and not _known_national(title)[1]


@cache
def _singulars() -> dict[str, str]:
    """Plural nouns of offices to singular ones, word by word."""
    data = load("posts")["heads"]
    pairs = ((_plural(name), name) for kind in ("any_case", "capital", "supported") for name in data[kind])
    return {
        key(many): key(one)
        for plural, name in pairs
        for many, one in zip(plural.split(), name.split(), strict=True)
        if many != one
    }


@lru_cache(maxsize=4096)
def singular(title: str) -> str:
    """A title with its head in the singular.

    >>> singular("Foreign Ministers"), singular("Secretaries of State")
    ('Foreign Minister', 'Secretary of State')
    """
    table = _singulars()
    words = title.split(" ")
    for at, word in enumerate(words):
        if word in {"of", "for", "to"}:
            break
        one = table.get(key(word))
        if one is not None:
            words[at] = one.capitalize() if word[:1].isupper() else one
    return " ".join(words)

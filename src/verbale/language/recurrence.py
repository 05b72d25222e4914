"""Where people of the cast are named again, by any part of their names: 'Hoang', 'Mr. Sullivan', 'López Obrador'."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from verbale.language.cast import Person
from verbale.language.marks import Marked, PersonMark, PostMark
from verbale.language.name_forms import plain
from verbale.language.name_words import name_words
from verbale.language.names import NameReader
from verbale.language.post_words import folded
from verbale.language.tokens import Token, tokens

_HYPHENS = frozenset({"-", "‐", "‑", "–"})

Forms = Mapping[str, Sequence[tuple[tuple[str, ...], frozenset[int]]]]


def name_forms(people: Sequence[Person]) -> Forms:
    """All forms under which the people can be named, by the key of the first token, longest first."""
    owners: dict[tuple[str, ...], set[int]] = {}
    for index, person in enumerate(people):
        for alias in person.aliases:
            for form in _forms(alias):
                owners.setdefault(form, set()).add(index)
    found: dict[str, list[tuple[tuple[str, ...], frozenset[int]]]] = {}
    for form, whose in owners.items():
        found.setdefault(form[0], []).append((form, frozenset(whose)))
    for forms in found.values():
        forms.sort(key=lambda pair: -len(pair[0]))
    return found


def _forms(alias: str) -> Iterable[tuple[str, ...]]:
    """Token keys of the parts of a name: each alone, each run of them, first and last together."""
    words = name_words()
    parts = [part for part in alias.split(" ") if part][:8]
    keys = [tuple(token.key for token in tokens(part)) for part in parts]
    for first in range(len(parts)):
        for last in range(first + 1, len(parts) + 1):
            single = last == first + 1
            bare = plain(parts[first:last])
            if single and (not bare or len(bare[0]) < 2 or bare[0] in words.particles or bare[0] in words.function):
                continue
            if any(len(part) > 1 and part not in words.particles for part in bare):
                yield _flat(keys[first:last])
            if single and len(keys[first]) == 3 and keys[first][0] in words.particles:
                yield keys[first][2:]  # 'Sudani' for 'Al-Sudani'
    if len(parts) > 2:
        yield _flat([keys[0], keys[-1]])


def _flat(parts: Iterable[tuple[str, ...]]) -> tuple[str, ...]:
    found = tuple(key for part in parts for key in part)
    return found[:-1] if len(found) > 1 and found[-1] in {",", "."} else found


def find_again(
    marked: Marked, forms: Forms, people: Sequence[Person], known: Mapping[int, PersonMark]
) -> list[PersonMark]:
    """The marks of a sentence: those `known` by their first token, and every further form that means one person."""
    words = marked.sentence.tokens
    marks: list[PersonMark] = []
    reader: NameReader | None = None
    ends = {post.last: post for post in marked.posts}
    free = 0
    for index in [i for i, word in enumerate(words) if (word.capital and word.key in forms) or i in known]:
        if index < free:
            continue
        mark = known.get(index)
        if mark is None:
            reader = reader or NameReader(marked)
            mark = _again(reader, words, index, forms, people, ends)
        if mark is not None:
            marks.append(mark)
            free = mark.last
    return marks


def _again(
    reader: NameReader,
    words: Sequence[Token],
    index: int,
    forms: Forms,
    people: Sequence[Person],
    ends: Mapping[int, PostMark],
) -> PersonMark | None:
    for form, whose in forms[words[index].key]:
        last = index + len(form)
        if last > len(words) or any(words[index + i].key != form[i] for i in range(1, len(form))):
            continue
        if index in reader.blocked or not _alone(reader, words, index, last, index in ends):
            return None
        person = _owner(whose, people, ends.get(index))
        return None if person is None else PersonMark(index, last, person)
    return None


def _owner(whose: frozenset[int], people: Sequence[Person], post: PostMark | None) -> int | None:
    """The one person meant; an office before the name decides between namesakes."""
    if len(whose) == 1:
        return next(iter(whose))
    if post is None:
        return None
    wanted = set(folded(post.title).split())
    fitting = [
        index
        for index in whose
        if (post.party is None or people[index].party == post.party)
        and any(wanted <= set(folded(title).split()) for title in people[index].posts)
    ]
    return fitting[0] if len(fitting) == 1 else None


def _alone(reader: NameReader, words: Sequence[Token], first: int, last: int, cued: bool) -> bool:
    """Whether the form is not a piece of something longer: another name, a place, a thing called after the person."""
    lists = reader.words
    after = words[last] if last < len(words) else None
    if after is not None:
        if after.key in lists.things:
            return False
        if after.text in _HYPHENS and after.start == words[last - 1].end:
            return False
        if not reader.titled and not reader.shouting and _another_name(reader, words, last):
            return False
    if cued or first == 0:
        return True
    before = words[first - 1]
    if before.key in lists.eponyms:
        return False
    if before.text in _HYPHENS and before.end == words[first].start:
        return False
    if first in reader.places and before.key in {"in", "at", "from", "to", "near", "of"}:
        return False
    if reader.titled or reader.shouting:
        return True
    return not (first >= 2 and _another_name(reader, words, first - 1) and before.key not in lists.honorifics)


def _another_name(reader: NameReader, words: Sequence[Token], index: int) -> bool:
    """Whether a capitalised word that no list knows stands here."""
    token = words[index]
    return (
        token.capital
        and token.text.isalpha()
        and index not in reader.blocked
        and token.key not in reader.words.function
        and token.key not in reader.words.nouns
        and token.key not in reader.words.honorifics
        and token.key not in reader.words.post_nominals
    )

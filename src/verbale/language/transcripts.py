"""Who is of which side in a transcript: the speakers of its labels, and those whom they greet.

'PRIME MINISTER SATO: I welcome Prime Minister Moore to Japan' tells that the two are of two sides, and which.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from verbale.language.cast import Cast
from verbale.language.contrast import is_single
from verbale.language.link_chains import SPEAKER, Link
from verbale.language.marks import Marked
from verbale.language.post_words import folded
from verbale.language.verbs import verb
from verbale.model.document import Role

_LONGEST_NAME, _LONGEST_STYLE = 8, 20  # tokens before the colon, in a line with speech and in a line of its own
_TEXTS = frozenset({"statement", "statements", "conference", "remarks", "release", "availability", "announcement"})
_REACH = 8  # tokens from 'welcome' or 'be' to its 'to' or 'in'


def label_end(marked: Marked) -> int | None:
    """The index of the colon that ends a speaker's label at the start of a sentence, None where none stands there.

    A label has a word in capitals: 'FOREIGN MINISTER TANAKA: …'.
    """
    words = marked.sentence.tokens
    reach = _LONGEST_STYLE if words[-1].text == ":" else _LONGEST_NAME
    colon = next((i for i, word in enumerate(words[:reach]) if word.text == ":"), None)
    if not colon or not any(word.text.isupper() and len(word.text) > 2 for word in words[:colon]):
        return None
    return colon


def transcript_links(marked: Sequence[Marked], cast: Cast) -> list[Link]:
    """The links that labels, greetings and a headline's 'statement with …' make; none where no label stands."""
    labels = [label_end(sentence) for sentence in marked]
    if all(label is None for label in labels):
        return []
    links = list(_headline(marked, cast))
    voice: int | None = None
    voices: dict[int, None] = {}
    for sentence, marks, label in zip(marked, cast.marks, labels, strict=True):
        if label is not None:
            voice = next((mark.person for mark in marks if mark.first < label), None)
            links.extend(_by_office(sentence, cast, label) if voice is None else ())
            if voice is not None:
                voices[voice] = None
        elif voice is not None:
            links.extend(_spoken(sentence, cast, voice))
    links.extend(_two_voices(list(voices), cast))
    return links


def _headline(marked: Sequence[Marked], cast: Cast) -> Iterator[Link]:
    """'Joint press statement with Prime Minister A': A is of the other side than the page's government."""
    for sentence, marks in zip(marked, cast.marks, strict=True):
        words = sentence.sentence.tokens
        if sentence.sentence.role is not Role.HEADLINE or not marks or label_end(sentence) is not None:
            continue
        keys = [word.key for word in words[: marks[0].first]]
        if "with" in keys and _TEXTS & set(keys[: keys.index("with")]):
            yield Link(marks[0].person, SPEAKER, False)


def _by_office(marked: Marked, cast: Cast, label: int) -> Iterator[Link]:
    """'PRIME MINISTER:' without a name or a country: the one holder of the office is of the page's government."""
    offices = [post for post in marked.posts if post.first < label]
    if len(offices) != 1 or offices[0].party is not None or any(party.first < label for party in marked.parties):
        return
    holder = cast.by_post(offices[0].title)
    if holder is not None:
        yield Link(holder, SPEAKER, True)


def _two_voices(voices: Sequence[int], cast: Cast) -> Iterator[Link]:
    """Two speakers of one office that a government has once are of two sides."""
    if len(voices) == 2 and _same_office(cast, *voices):
        yield Link(voices[0], voices[1], False)


def _same_office(cast: Cast, one: int, other: int) -> bool:
    here, there = cast.people[one].post, cast.people[other].post
    return bool(here and there and folded(here) == folded(there) and is_single(here))


def _spoken(marked: Marked, cast: Cast, voice: int) -> Iterator[Link]:
    """What a sentence of a speaker tells of the speaker and of those greeted."""
    words = marked.sentence.tokens
    for index, word in enumerate(words):
        known = verb(word.key)
        if known is None:
            continue
        if known.lemma == "welcome":
            guests = [mark.person for mark in marked.people if index < mark.first <= index + _REACH]
            guest = guests[0] if guests and guests[0] != voice else None
            place = _country_after(marked, index, "to")
            if place is not None:
                yield Link(voice, place, True)
                if guest is not None:
                    yield Link(guest, place, False)
            elif guest is not None and _same_office(cast, voice, guest):
                yield Link(voice, guest, False)
        elif _to_be(marked, index) and _first_person(marked, index):
            place = _country_after(marked, index, "in")
            if place is not None:
                yield Link(voice, place, False)


def _first_person(marked: Marked, index: int) -> bool:
    return any(word.key in {"i", "we"} for word in marked.sentence.tokens[max(0, index - _REACH) : index])


def _to_be(marked: Marked, index: int) -> bool:
    """'delighted to be in', 'an honour to be here in'."""
    words = marked.sentence.tokens
    return words[index].key == "be" and index > 0 and words[index - 1].key == "to"


def _country_after(marked: Marked, index: int, preposition: str) -> str | None:
    """The one state that 'to' or 'in' leads to within reach, None where it is none or not a state."""
    words = marked.sentence.tokens
    for place in range(index + 1, min(len(words), index + 2 * _REACH)):
        if words[place].key == preposition:
            codes = [mark.code for mark in marked.parties if mark.first in (place + 1, place + 2)]
            if codes:
                return codes[0]
    return None

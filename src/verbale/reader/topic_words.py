"""The table of words that name topics, and how it is asked: longest phrase first, inflections derived.

The vocabulary is `topic-words.yaml`; its head explains the marks of its phrases.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence, Set
from dataclasses import dataclass
from functools import cache
from itertools import product
from typing import NamedTuple

from verbale.language.marks import BaseWords
from verbale.language.spelling import key
from verbale.language.tokens import Token
from verbale.model.vocabulary import load
from verbale.reader.word_forms import plural_forms, verb_forms

NOTHING = "nothing"
_SKIPPED = frozenset({"-", "–", "'s", "’s", "'", "’", '"', "“", "”"})
_GAP, _JOIN, _VERB = "*", "&", "~"
_GAP_LENGTHS = (0, 1, 2)
_JOINS = [(",",), ("and",), (",", "and"), ("/",), ()]


class TopicHit(NamedTuple):
    """Tokens `first` up to `last` name `topic`; `list` is the list of the vocabulary that holds the phrase."""

    first: int
    last: int
    topic: str
    list: str


class _Node:
    """A place in the tree of phrases: what may follow, and what ends here."""

    __slots__ = ("ends", "next")

    def __init__(self) -> None:
        self.next: dict[str, _Node] = {}
        self.ends: list[tuple[str, str]] = []


@dataclass(frozen=True, slots=True)
class TopicTable:
    """All phrases as one tree over base forms, and the base form of every inflected word in them."""

    root: _Node
    bases: dict[str, str]
    capitals: frozenset[str]
    proper: frozenset[str]

    def read(self, words: Sequence[Token], hidden: Set[int]) -> BaseWords:
        """The words of a sentence as `find` asks for them; those in `hidden` are part of no phrase."""
        places = [i for i, word in enumerate(words) if word.key not in _SKIPPED]
        plain = self.bases.get
        bases = [self._name(word) if (word := words[i]).capital else plain(word.key, word.key) for i in places]
        if hidden:
            bases = ["" if i in hidden else base for i, base in zip(places, bases, strict=True)]
        begins = self.root.next
        following = [*bases[1:], ""]
        starts = [
            at
            for at, (base, after) in enumerate(zip(bases, following, strict=False))
            if base in begins and ((node := begins[base]).ends or after in node.next or _GAP in node.next)
        ]
        return BaseWords(places, bases, [at for at in starts if _longest(begins[bases[at]], bases, at, len(bases))[1]])

    def find(self, sentence: BaseWords, first: int, last: int) -> list[TopicHit]:
        """The phrases in tokens `first` up to `last` of a sentence, from the left, longest first."""
        places, bases, starts = sentence
        free, stop = bisect_left(places, first), bisect_left(places, last)
        hits: list[TopicHit] = []
        for at in starts[bisect_left(starts, free) : bisect_left(starts, stop)]:
            if at >= free:
                free, named = _longest(self.root.next[bases[at]], bases, at, stop)
                hits.extend(TopicHit(places[at], places[free - 1] + 1, *end) for end in named if end[0] != NOTHING)
        return hits

    def _name(self, word: Token) -> str:
        """The base form of a word with a capital."""
        if word.text in self.capitals:
            return word.text
        base = self.bases.get(word.key, word.key)
        # 'Harvard University', 'World Bank': a part of a name, not a field of cooperation
        return "" if base in self.proper and not word.text.isupper() else base


def _longest(node: _Node, bases: list[str], at: int, stop: int) -> tuple[int, list[tuple[str, str]]]:
    """Where the longest phrase before `stop` ends whose first word, at `at`, leads to `node`, and what it names."""
    best = (at + 1, node.ends)
    for index in range(at + 1, stop):
        if _GAP in node.next:
            return _longest_over_gaps(node, bases, index, stop, best)
        following = node.next.get(bases[index])
        if following is None:
            break
        node = following
        if node.ends:
            best = (index + 1, node.ends)
    return best


def _longest_over_gaps(
    node: _Node, bases: list[str], index: int, stop: int, best: tuple[int, list[tuple[str, str]]]
) -> tuple[int, list[tuple[str, str]]]:
    """The same from `index` on, where any word may stand for a gap of a phrase; `best` is what was found before."""
    open_nodes = [node]
    while open_nodes and index < stop:
        base = bases[index]
        index += 1
        following = [node.next[base] for node in open_nodes if base in node.next]
        if base[:1].isalnum():
            following += [node.next[_GAP] for node in open_nodes if _GAP in node.next]
        ends = [end for node in following for end in node.ends]
        if ends:
            best = (index, ends)
        open_nodes = [node for node in following if node.next]
    return best


@cache
def topic_table() -> TopicTable:
    """The table of the vocabulary, built at the first call."""
    vocabulary = load("topic-words")
    verbs: set[str] = set()
    phrases = [
        (words, (topic, name))
        for topic, lists in vocabulary["topics"].items()
        for name, text in lists.items()
        for phrase in phrases_of(text)
        for words in _readings(phrase, verbs)
    ]
    plain = {word for words, _ in phrases for word in words}
    bases = _bases(plain, verbs)
    literal = _literal_forms(plain, verbs)
    root = _Node()
    for words, end in phrases:
        for reading in product(*(literal.get(word, (word,)) for word in words)):
            _insert(root, [bases.get(word, word) for word in reading], end)
    return TopicTable(
        root=root,
        bases=bases,
        capitals=frozenset(word for word in plain if _in_capitals(word)),
        proper=frozenset(phrases_of(vocabulary["proper"])),
    )


def _bases(plain: set[str], verbs: set[str]) -> dict[str, str]:
    """The base form of every inflected form of the vocabulary's words."""
    bases: dict[str, str] = {}
    for verb in sorted(verbs):
        third, *others = verb_forms(verb)
        bases.update((form, verb + _VERB) for form in others if form not in plain)
        bases[third] = verb
    plurals = [(form, word) for word in sorted(plain) if len(word) > 2 for form in plural_forms(word)]
    # 'bases' is a plural of 'basis' and of 'base': the one that only adds an 's' has the last word
    bases.update(sorted(plurals, key=lambda pair: pair[0] == pair[1] + "s"))
    return bases


def _literal_forms(plain: set[str], verbs: set[str]) -> dict[str, tuple[str, ...]]:
    """A verb's mark with those of its forms that phrases also hold as words of their own ('training', 'clearing')."""
    forms = {verb: [form for form in verb_forms(verb)[1:] if form in plain] for verb in verbs}
    return {verb + _VERB: (verb + _VERB, *own) for verb, own in forms.items() if own}


def phrases_of(text: str) -> Iterator[str]:
    """The phrases of a list in the vocabulary, which are parted by commas."""
    return (phrase.strip() for phrase in text.split(",") if phrase.strip())


def _readings(phrase: str, verbs: set[str]) -> Iterable[tuple[str, ...]]:
    """Every run of base forms that the written phrase stands for; verbs among them are added to `verbs`."""
    choices: list[list[tuple[str, ...]]] = []
    for part in phrase.replace("-", " ").split():
        if part == _GAP:
            choices.append([(_GAP,) * length for length in _GAP_LENGTHS])
        elif part == _JOIN:
            choices.append(_JOINS)
        else:
            options = [(form,) for word in part.rstrip("?").split("/") for form in _forms(word, verbs)]
            choices.append([*options, ()] if part.endswith("?") else list(options))
    for chosen in product(*choices):
        words = tuple(word for run in chosen for word in run)
        if words and words[0] != _GAP:
            yield words


def _forms(word: str, verbs: set[str]) -> tuple[str, ...]:
    """The base of a written word; of a verb also the mark of its forms that cannot be a noun ('exchanged')."""
    if _in_capitals(word):
        return (word,)
    base = key(word.rstrip(_VERB))
    if not word.endswith(_VERB):
        return (base,)
    verbs.add(base)
    return base, base + _VERB


def _in_capitals(word: str) -> bool:
    return len(word) > 1 and word.isupper() and word.isalpha()


def _insert(root: _Node, words: Iterable[str], end: tuple[str, str]) -> None:
    node = root
    for word in words:
        node = node.next.setdefault(word, _Node())
    if end not in node.ends:
        node.ends.append(end)

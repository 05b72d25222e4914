"""A sentence of a small story, marked as the reader marks it, for the tests of the grammar."""

from functools import cache

from verbale.language.clause import Clause, Parse
from verbale.language.clauses import parse
from verbale.language.marks import Marked
from verbale.language.tags import tag
from verbale.model.document import Document
from verbale.reader.acts.frames import speech
from verbale.reader.setting import set_scene

STORY = """Chile and Norway hold talks in Oslo

Fjord Gazette, 14 May 2024

Foreign Minister Ana Rojas of Chile met Norwegian Foreign Minister Per Hauge in Oslo on 13 May 2024.

{sentence}
"""


@cache
def marked(sentence: str) -> Marked:
    """The sentence with its marks; it must be one sentence of the story."""
    found = set_scene(Document("story.txt", STORY.format(sentence=sentence))).marked[-1]
    words = " ".join(word.text for word in found.sentence.tokens)
    assert "".join(words.split()) == "".join(sentence.split()), f"not one sentence: {words}"
    return found


def parsed(sentence: str) -> Parse:
    """Its tags, predicates and clauses."""
    return parse(marked(sentence), speech())


def tagged(sentence: str) -> dict[str, str]:
    """The tag of each word; of a word that stands twice, the last one."""
    words = marked(sentence)
    return dict(zip((w.text for w in words.sentence.tokens), tag(words, speech()), strict=True))


def clause(sentence: str, lemma: str) -> Clause:
    """The one clause of this verb."""
    found = [c for c in parsed(sentence).clauses if c.predicate.lemma == lemma]
    told = [(c.kind, c.predicate.lemma) for c in parsed(sentence).clauses]
    assert len(found) == 1, f"{lemma} among {told}"
    return found[0]


def subject(sentence: str, lemma: str) -> str | None:
    """The words of the subject of this verb, its own or that of the clause which it goes on with."""
    seen: Clause | None = clause(sentence, lemma)
    for _ in range(6):
        if seen is None or seen.subject is not None:
            break
        seen = seen.inherits
    if seen is None or seen.subject is None:
        return None
    first, last = seen.subject
    words = parsed(sentence).words
    start = words[0].start
    return sentence[words[first].start - start : words[last - 1].end - start]


def governor(sentence: str, lemma: str) -> str | None:
    """The lemma of what reports this verb."""
    above = clause(sentence, lemma).governor
    return above.predicate.lemma if above is not None else None

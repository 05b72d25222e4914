"""The topics of an act whose own words name none: those of its sentence, its paragraph, its heading or its document."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from verbale.language.marks import Marked
from verbale.model.document import Role
from verbale.reader.topic_standing import WIDE
from verbale.reader.topics import carried_topics, heading_topics, topics_in

_Span = tuple[Marked, int, int]
_SECTION = 10  # how many sentences above its first one a heading may stand
_LEAD = 2  # how many paragraphs, or sentences, of the body tell again what the headline says
_TOP = 12  # among how many first sentences the headline and the lead are looked for
_ONE_MATTER = 0.5  # the share from which on a story has one matter alone
_LEAST_SENTENCES, _DOMINANT = 3, 0.45  # in how many sentences, and which share of them, a topic is the document's
_SURVEYS = frozenset({"issue", "issues", "development", "developments", "matters", "topics", "situation"})


def act_topics(
    document: Sequence[Marked],
    sides: Sequence[str],
    spans: Sequence[_Span],
    earlier: tuple[str, ...],
    theme: tuple[str, ...] = (),
    matter: tuple[str, ...] = (),
) -> tuple[str, ...]:
    """The topics of an act that the `spans` of one sentence tell: of their own words, else of the whole sentence, else
    those that they go on with.

    `document` holds all sentences in order, `sides` the main parties, `earlier` the topics of the act before, `theme`
    what the whole document is about (see `dominant_topic`), `matter` what stands beside the topics of every act, since
    all acts of the story bear on it. 'Both sides want it done by May' after 'They spoke of a new railway' gives
    ('transport',).
    """
    own = tuple(dict.fromkeys(topic for span in spans for topic in topics_in(*span, sides)))
    if not spans:
        return ()
    marked = spans[0][0]
    told = own or topics_in(marked, 0, len(marked.sentence.tokens), sides)
    if told and (own or not theme or not WIDE.issuperset(told)):
        return tuple(dict.fromkeys((*told, *matter)))
    if theme:
        return theme
    return carried_topics(*spans[0], earlier) or inherited_topics(document, *spans[0], sides)


def inherited_topics(
    document: Sequence[Marked], marked: Marked, first: int, last: int, sides: Sequence[str] = ()
) -> tuple[str, ...]:
    """The topic that tokens `first` up to `last` go on with, where they name none themselves.

    It is that of the sentence before them in their paragraph, of their heading, or, for a lead, of the headline. Of
    two or more topics none is inherited: nothing tells which goes on.
    """
    words = marked.sentence.tokens
    if any(word.key in _SURVEYS for word in words[first:last]):
        return ()
    return _of_paragraph(document, marked, sides) or _of_section(document, marked) or _of_headline(document, marked)


def dominant_topic(document: Sequence[Marked], sides: Sequence[str] = (), least: float = _DOMINANT) -> tuple[str, ...]:
    """The one narrow topic that a share of at least `least` of the sentences with a narrow topic name, the headline
    counting twice.

    A story on a handover of remains is about remains in the sentences too that do not say so. Empty where no topic
    leads, or where fewer than three sentences name it.
    """
    counts: Counter[str] = Counter()
    told = 0
    for marked in document:
        if marked.sentence.role not in (Role.HEADLINE, Role.BODY):
            continue
        weight = 2 if marked.sentence.role is Role.HEADLINE else 1
        named = [topic for topic in topics_in(marked, 0, len(marked.sentence.tokens), sides) if topic not in WIDE]
        told += weight * bool(named)
        for topic in named:
            counts[topic] += weight
    (first, many), second = (*counts.most_common(2), ("", 0), ("", 0))[:2]
    leads = many >= _LEAST_SENTENCES and many >= least * told and many > second[1]
    return (first,) if leads else ()


def one_matter(document: Sequence[Marked], sides: Sequence[str] = ()) -> tuple[str, ...]:
    """The dominant topic of a story that has no other matter: its headline or one of its first two sentences names
    it, and at least half of the sentences with a narrow topic do."""
    found = dominant_topic(document, sides, _ONE_MATTER)
    opening = [marked for marked in document[:_TOP] if marked.sentence.role is Role.HEADLINE]
    opening += [marked for marked in document if marked.sentence.role is Role.BODY and marked.sentence.running][:_LEAD]
    told = {topic for marked in opening for topic in topics_in(marked, 0, len(marked.sentence.tokens), sides)}
    return found if set(found) <= told else ()


def theme_topics(document: Sequence[Marked]) -> tuple[str, ...]:
    """The narrow topics that the headline of a document names; empty where it names only wide ones."""
    for marked in document[:_TOP]:
        if marked.sentence.role is Role.HEADLINE:
            named = topics_in(marked, 0, len(marked.sentence.tokens))
            return tuple(topic for topic in named if topic not in WIDE)
    return ()


def _of_paragraph(document: Sequence[Marked], marked: Marked, sides: Sequence[str]) -> tuple[str, ...]:
    """The topic of the sentence before this one in its paragraph."""
    index = marked.sentence.index
    before = document[index - 1] if index else None
    if before is None or before.sentence.paragraph != marked.sentence.paragraph:
        return ()
    return _single(topics_in(before, 0, len(before.sentence.tokens), sides))


def _of_section(document: Sequence[Marked], marked: Marked) -> tuple[str, ...]:
    """The topics of the heading that this sentence stands under."""
    index = marked.sentence.index
    for before in reversed(document[max(0, index - _SECTION) : index]):
        if before.sentence.heading and before.sentence.role is Role.BODY:
            return _single(heading_topics(before))
    return ()


def _of_headline(document: Sequence[Marked], marked: Marked) -> tuple[str, ...]:
    """The topic of the headline for a sentence of the lead."""
    body = next((one for one in document[:_TOP] if one.sentence.role is Role.BODY), None)
    if body is None or marked.sentence.paragraph - body.sentence.paragraph >= _LEAD:
        return ()
    return _single(theme_topics(document))


def _single(topics: tuple[str, ...]) -> tuple[str, ...]:
    return topics if len(topics) == 1 else ()

"""Direct speech: which sentences stand inside quotation marks, and whose words they are."""

from __future__ import annotations

from verbale.language.marks import Marked
from verbale.language.tokens import QUOTES

_OPEN, _CLOSE, _EITHER = "“", "”", '"'


def quoted(marked: list[Marked]) -> list[bool]:
    """For each sentence, whether most of it is direct speech; a quote may run over several sentences of a paragraph.

    An unclosed quote ends with its paragraph, unless the next paragraph opens with a quotation mark again.
    """
    flags: list[bool] = []
    inside, paragraph = False, -1
    for m in marked:
        if m.sentence.paragraph != paragraph:
            inside, paragraph = False, m.sentence.paragraph
        if QUOTES.isdisjoint([word.text for word in m.sentence.tokens]):
            flags.append(inside)
            continue
        spoken = 0
        for word in m.sentence.tokens:
            if word.text == _OPEN:
                inside = True
            elif word.text == _CLOSE:
                inside = False
            elif word.text == _EITHER:
                inside = not inside
            elif inside:
                spoken += 1
        flags.append(spoken * 2 > len(m.sentence.tokens))
    return flags

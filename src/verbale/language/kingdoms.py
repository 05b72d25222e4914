"""'The Kingdom', 'the Sultanate': the one side of a document that is such a state."""

from __future__ import annotations

from collections.abc import Sequence

from verbale.language.mark_spans import covered
from verbale.language.marks import Marked, PartyForm, PartyMark
from verbale.model.vocabulary import load


def name_kingdom(told: Sequence[Marked], sides: Sequence[str]) -> None:
    """Mark 'the Kingdom' where it stands alone with a capital and one side of the document can be meant."""
    for word, states in load("countries")["realms"].items():
        meant = [code for code in sides if code in states]
        if len(meant) == 1:
            for marked in told:
                _mark(marked, word, meant[0])


def _mark(marked: Marked, word: str, code: str) -> None:
    words, taken = marked.sentence.tokens, covered(marked.parties)
    for i, token in enumerate(words):
        alone = i > 0 and words[i - 1].key == "the" and not (i + 1 < len(words) and words[i + 1].key == "of")
        follows = i + 1 < len(words) and words[i + 1].capital
        if token.key == word and token.capital and alone and not follows and i not in taken:
            marked.parties.append(PartyMark(i, i + 1, code, PartyForm.NAME))
            marked.parties.sort(key=lambda mark: mark.first)

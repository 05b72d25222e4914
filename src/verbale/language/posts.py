"""Offices in a sentence: 'Deputy Minister of National Defence', 'U.S. Assistant Secretary of State for …'.

A mark covers the office and the country after it ('of Indonesia'), not the adjective before it; the title leaves both
out, the party keeps what they said.
"""

from __future__ import annotations

from verbale.language.marks import Marked, PostMark
from verbale.language.post_grammar import PostGrammar
from verbale.language.post_phrases import Draft
from verbale.language.post_words import national_party, post_words
from verbale.language.ranks import rank_at
from verbale.language.tokens import Token

_ALONE = frozenset(
    {"president", "prime minister", "vice president", "minister", "secretary", "premier", "chancellor", "king", "queen",
     "ambassador", "senator", "governor", "speaker", "sultan", "emir", "amir"}
)  # fmt: skip
_JOINERS = frozenset({"and", "&", "/"})


def find_posts(marked: Marked) -> list[PostMark]:
    """All offices in the sentence, in order, not overlapping; `marked.parties` and `places` are read.

    'the Polish Deputy Prime Minister and Minister of National Defence Jan Kowalski' is one office, since one person
    holds both; 'the Prime Minister and the President' are two.
    """
    if post_words().heads.first_words.isdisjoint([word.key for word in marked.sentence.tokens]):
        return []
    grammar = PostGrammar(marked)
    drafts = _joined(grammar, grammar.drafts())
    return [_mark(grammar, draft) for draft in drafts]


def _mark(grammar: PostGrammar, draft: Draft) -> PostMark:
    title = grammar.title(draft)
    party = draft.party or national_party(title)
    return PostMark(draft.first, draft.last, title, party, draft.head.plural)


def _joined(grammar: PostGrammar, drafts: list[Draft]) -> list[Draft]:
    """Adjoining offices of one person as one."""
    kept: list[Draft] = []
    for draft in drafts:
        before = kept[-1] if kept else None
        if before is not None and _one_person(grammar, before, draft):
            before.pieces.append((before.last, draft.first))
            before.pieces.extend(draft.pieces)
            before.last = draft.last
            before.party = before.party or draft.party
        else:
            kept.append(draft)
    return kept


def _one_person(grammar: PostGrammar, left: Draft, right: Draft) -> bool:
    words = grammar.words
    if left.head.plural or right.head.plural or right.first - left.last not in (1, 2):
        return False
    if words[left.last].key not in _JOINERS or words[left.first].capital is not words[right.first].capital:
        return False
    if left.last != left.pieces[-1][1]:
        return False  # 'the Prime Minister of Japan and President A'
    if right.first - left.last == 2 and not grammar.is_body(left.last + 1):
        return False
    if words[left.last].text == "/":
        return True
    apposed = _in_apposition(words, left.first)
    named = right.last < len(words) and _begins_name(words, right.last)
    if named and not (_bare(left) and left.first > 0 and words[left.first - 1].key == "the"):
        return right.head.name != left.head.name or not _bare(right)
    return apposed and not _bare(right)


def _bare(draft: Draft) -> bool:
    """Whether the office is its head alone: 'President', not 'Deputy President' or 'President of the Senate'."""
    if draft.head.name not in _ALONE:
        return False
    return len(draft.pieces) == 1 and draft.pieces[0][1] - draft.pieces[0][0] == draft.head.name.count(" ") + 1


def _begins_name(words: tuple[Token, ...], index: int) -> bool:
    token = words[index]
    return (token.capital and token.text.isalpha()) or rank_at(words, index) is not None


def _in_apposition(words: tuple[Token, ...], first: int) -> bool:
    """Whether what begins here stands after a comma, with a determiner at most between."""
    before = first - 1
    if before >= 0 and words[before].key in {"the", "a", "then"}:
        before -= 1
    return before >= 1 and words[before].text in {",", "-", "–", "—"} and words[before - 1].capital

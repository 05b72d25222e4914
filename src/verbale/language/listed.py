"""People in lists of participants, one a line: 'Marie Dupont, President, Union of Mayors'."""

from __future__ import annotations

from verbale.language.cues import NO_CUE, CueReader, Mention
from verbale.language.marks import PostMark
from verbale.language.post_words import singular
from verbale.language.tokens import Token

_PARTERS = frozenset({",", "–", "—", "-", ":", "("})
_ENDS = frozenset({".", ";", ",", "and", "&"})
_LONGEST = 32  # tokens of an office with its organisation
# Positions outside governments: their holders are people whatever else the line says.
_POSITIONS = frozenset(
    "founder cofounder founding counsel council member fellow partner editor professor ceo cfo coo manager owner "
    "trustee dean rector pastor bishop archbishop analyst activist journalist scholar lecturer researcher vice".split()
)
_SIGNS = frozenset("-–—•*·▪‣●○◦")


class ListReader(CueReader):
    """Reads a line that is one item of a list of people."""

    def item(self) -> Mention | None:
        """The person of the line with the whole office as worded, or None where the line is no such item."""
        sentence = self.marked.sentence
        if not (sentence.bullet or sentence.heading) or len(self.tokens) < 4:
            return None
        first, rank = self._start()
        name = self.reader.name_at(first, True) if first < len(self.tokens) else None
        if name is None or len(name.parts) < 2 or name.last + 1 >= len(self.tokens):
            return None
        parter = self._after_bracket(name.last)
        start = parter + 1
        if start >= len(self.tokens) or self.tokens[parter].text not in _PARTERS or not self.tokens[start].capital:
            return None
        last = self._last()
        country = self.party_before.get(last)
        if country is not None and country.first > start + 1 and self.tokens[country.first - 1].key == "of":
            last = country.first - 1
        else:
            country = None
        if last - start > _LONGEST or not self._is_position(start, last):
            return None
        post = next((mark for mark in self.marked.posts if mark.first >= start), None)
        party = country.code if country else post.party if post else None
        return Mention(
            self.at, name, post=self._office(start, last), party=party,
            reason=self._reason_of(post, party), rank=rank, strong=True, weak=True,
        )  # fmt: skip

    def _after_bracket(self, index: int) -> int:
        """Past a short bracket behind the name that more follows: '(Ret.), Adviser'."""
        while index + 2 < len(self.tokens) and self.tokens[index].key in self.words.post_nominals:
            index += 1
        if self.tokens[index].text == "(":
            for close in range(index + 1, min(index + 5, len(self.tokens) - 1)):
                if self.tokens[close].text == ")" and self.tokens[close + 1].text in _PARTERS:
                    return close + 1
        return index

    def _reason_of(self, post: PostMark | None, party: str | None) -> str:
        if party is None:
            return ""
        return self._reason(post) if post is not None and post.party == party else "of the country"

    def _start(self) -> tuple[int, str | None]:
        """The first token after the bullet, titles of respect and a rank, and the rank."""
        index = 0
        while index < len(self.tokens) and (self.tokens[index].text in _SIGNS or self._numbered(index)):
            index += 1
        rank = None
        while index < len(self.tokens) and index not in self.posts and (led := self._lead(NO_CUE, index)) is not None:
            cue, index = led
            rank = cue.rank or rank
        return index, rank

    def _numbered(self, index: int) -> bool:
        text = self.tokens[index].text
        return index < 3 and (text.isdigit() or text in {".", ")", "("})

    def _last(self) -> int:
        last = len(self.tokens)
        while last and self.tokens[last - 1].key in _ENDS:
            last -= 1
        return last

    def _is_position(self, start: int, last: int) -> bool:
        """Whether an office or another position follows the name at once, and nothing that makes a sentence."""
        lower: list[Token] = [
            token for token in self.tokens[start:last] if token.text.isalpha() and token.text.islower()
        ]
        if any(
            token.key not in {"of", "the", "for", "and", "to", "in", "at", "on", "de", "du", "la"} for token in lower
        ):
            return False
        if any(start <= mark.first < start + 4 for mark in self.marked.posts):
            return True
        return any(token.key in _POSITIONS for token in self.tokens[start : start + 3])

    def _office(self, start: int, last: int) -> str:
        """The line after the name as worded, or the office alone where it fills the line but for its country."""
        post = next((mark for mark in self.marked.posts if start <= mark.first), None)
        if post is not None and post.first <= start + 1 and post.last >= last:
            return singular(post.title)
        text = self.marked.sentence.tokens
        end = post.first if post is not None and post.last >= last and post.party else last
        words = text[start:end]
        shown = "".join(
            (" " if at and words[at - 1].end < token.start else "") + token.text for at, token in enumerate(words)
        )
        return f"{shown} {singular(post.title)}".strip() if end != last and post is not None else shown.rstrip(") ")

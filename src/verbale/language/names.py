"""Names of people as token ranges: what can be a name, of any tradition, once the context says that one is due.

No list of names is used. A name is a run of capitalised words that no vocabulary knows as something else, with
initials ('S Jaishankar', 'Enrique A. Manalo'), particles ('bin', 'von der'), hyphened parts ('Seon-ho', 'Al-Sabah')
and suffixes ('Jr.').
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cached_property
from typing import NamedTuple

from verbale.language.marks import Mark, Marked, PartyForm
from verbale.language.name_words import name_words
from verbale.language.tokens import HYPHENS, Token
from verbale.language.verbs import verb
from verbale.model.document import Role

_LONGEST = 16  # tokens
_REGNAL = re.compile(r"(?=[XVI])X{0,2}(?:IX|IV|V?I{0,3})")  # of kings and popes: 'Felipe VI'; not a bare 'I'
_MOST_INITIALS = 5
_WATERS = frozenset("gulf strait straits bay sea cape port isle island islands coast horn river".split())
_ABBREVIATED = frozenset({"ma", "md", "mohd", "muhd", "wm", "geo", "st", "abd", "ch", "th"})


class Name(NamedTuple):
    """A name in a sentence: tokens `first` up to `last`; `parts` are its words as written, hyphened ones whole."""

    first: int
    last: int
    parts: tuple[str, ...]


class NameReader:
    """Reads names in one sentence."""

    def __init__(self, marked: Marked) -> None:
        self.tokens: tuple[Token, ...] = marked.sentence.tokens
        self.words = name_words()
        self.blocked: dict[int, int] = {}
        marks: tuple[Mark, ...] = (
            *marked.parties, *marked.posts, *marked.dates, *marked.mechanisms, *marked.instruments,
        )  # fmt: skip
        for mark in marks:
            for index in range(mark.first, mark.last):
                self.blocked[index] = mark.last
        self.states = {
            mark.first
            for mark in marked.parties
            if mark.form is PartyForm.NAME and mark.last == mark.first + 1 and len(self.tokens[mark.first].text) > 3
        }
        self.places = {
            index: mark.last - mark.first for mark in marked.places for index in range(mark.first, mark.last)
        }
        self._marked = marked
        self._initials_to = 0  # a long run of mere initials ends here: no name begins inside it

    @cached_property
    def shouting(self) -> bool:
        """Whether the sentence is in capitals."""
        letters = self._letters()
        return len(letters) > 2 and len([token for token in letters if token.text.isupper()]) * 2 > len(letters)

    @cached_property
    def titled(self) -> bool:
        """Whether the sentence is a headline in title case."""
        sentence = self._marked.sentence
        headed = sentence.heading or sentence.role is Role.HEADLINE
        return headed and not self.shouting and _title_case(self._letters())

    def _letters(self) -> list[Token]:
        return [token for token in self.tokens if token.text.isalpha()]

    def name_at(self, first: int, cued: bool) -> Name | None:
        """The longest name that begins at token `first`; `cued` where an office, rank or title leads into it."""
        if first < self._initials_to:
            return None
        index = first
        parts: list[str] = []
        end = first
        while index < len(self.tokens) and index - first < _LONGEST:
            token = self.tokens[index]
            if self._is_particle(index, cued or bool(parts)):
                index = self._add_particle(index, parts)
                continue
            if parts and self._is_suffix(index):
                index = end = self._add_suffix(index, parts)
                if not self._is_particle(index, True):
                    break
                continue
            if not self._is_part(index, parts, cued):
                break
            index, text = self._whole_part(index)
            parts.append(text)
            end = index
            if token.text[-1:] in "'’":
                break
        while parts and parts[-1][:1].islower() and parts[-1] in self.words.particles:
            parts.pop()
        if not parts or end == first or not self._sound(first, end, parts):
            return None
        return Name(first, end, tuple(parts))

    def _sound(self, first: int, end: int, parts: Sequence[str]) -> bool:
        """Whether the run is a name as a whole: some part is more than an initial, nothing after makes it a thing."""
        if not any(len(part.rstrip(".")) > 1 for part in parts):
            if len(parts) > _MOST_INITIALS:
                self._initials_to = end
            return False
        following = self.tokens[end] if end < len(self.tokens) else None
        if following is not None and following.key in self.words.things:
            return False
        if following is not None and following.text in HYPHENS and following.start == self.tokens[end - 1].end:
            return False
        waters = first > 1 and self.tokens[first - 1].key == "of" and self.tokens[first - 2].key in _WATERS
        return not waters and not (first > 0 and self.tokens[first - 1].key in self.words.eponyms)

    def _is_part(self, index: int, parts: Sequence[str], cued: bool) -> bool:
        token = self.tokens[index]
        if index in self.blocked and not self._surname_state(index, parts, cued):
            return False
        if not token.capital or not _letters(token.text):
            return False
        word, words = token.key, self.words
        if word in words.post_nominals and token.text.isupper() and parts:
            return False
        if token.text.isupper() and len(token.text) > 1 and not self.shouting:
            joined = cued and not parts and self._joined_initials(index)
            return joined or (cued and len(token.text) > 2) or (bool(parts) and len(token.text) > 3)
        if self.places.get(index, 1) > 1 or (index in self.places and not (cued or parts or self.free(index + 1))):
            return False
        if word.endswith("ing") and len(word) > 5 and verb(word) is not None:
            return False
        if self._hyphened(index) and not self.titled and (cued or parts):
            return True
        if word in words.nouns or (word in words.honorifics and not parts):
            return cued and self._surname(index, parts)
        if len(word) == 1 and self._initial(index):
            return True
        if word in words.function:
            return self._odd_part(index, parts, cued)
        return not (self.titled and (parts or not cued) and (word in words.headline or _finite(word)))

    def _hyphened(self, index: int) -> bool:
        """Whether the word goes on in lower case behind a hyphen: 'Sun-woo'."""
        tokens = self.tokens
        return (
            index + 2 < len(tokens)
            and tokens[index + 1].text in HYPHENS
            and tokens[index + 1].start == tokens[index].end
            and tokens[index + 2].start == tokens[index + 1].end
            and tokens[index + 2].text.islower()
        )

    def _surname_state(self, index: int, parts: Sequence[str], cued: bool) -> bool:
        """Whether the name of a state is a family name here: 'Minister Lisa Monaco', 'Ambassador Ann Jordan'."""
        whole = [part for part in parts if len(part.rstrip(".")) > 1]
        if not cued or self.titled or index not in self.states or len(whole) != 1 or len(whole[0]) < 3:
            return False
        return index + 1 >= len(self.tokens) or not self.tokens[index + 1].capital

    def _initial(self, index: int) -> bool:
        """Whether a single capital is an initial: 'A.' before more of a name."""
        tokens = self.tokens
        return index + 2 < len(tokens) and tokens[index + 1].text == "." and tokens[index + 2].capital

    def _joined_initials(self, index: int) -> bool:
        """Whether two capitals are the initials of the name behind them: 'Foreign Minister AK Rahman'."""
        following = index + 1
        return len(self.tokens[index].text) == 2 and self.free(following) and not self.tokens[following].text.isupper()

    def free(self, index: int) -> bool:
        """Whether a capitalised word that nothing else claims stands here."""
        if index >= len(self.tokens) or index in self.blocked or index in self.places:
            return False
        token = self.tokens[index]
        return (
            token.capital
            and token.text.isalpha()
            and token.key not in self.words.function
            and token.key not in self.words.nouns
        )

    def _surname(self, index: int, parts: Sequence[str]) -> bool:
        """A common noun that is a family name too: 'Park', 'Hall'."""
        token = self.tokens[index]
        if token.key not in self.words.surnames or self.titled:
            return False
        if index + 1 < len(self.tokens) and self.tokens[index + 1].key in self.words.nouns:
            return False
        return len(parts) < 2

    def _odd_part(self, index: int, parts: Sequence[str], cued: bool) -> bool:
        """A function word inside a name: 'Do Muoi', 'To Lam', 'Nguyen The Anh'."""
        if index == 0 or self.titled or self.shouting or index + 1 >= len(self.tokens):
            return False
        if not self.free(index + 1):
            return cued and len(parts) == 1 and self.tokens[index].key in self.words.surnames
        return len(self.tokens[index].text) <= 4 and (bool(parts) or cued)

    def _whole_part(self, first: int) -> tuple[int, str]:
        """The token after a word with its hyphened continuations and initial's stop, and its text."""
        tokens = self.tokens
        index = first + 1
        text = tokens[first].text
        while (
            index + 1 < len(tokens)
            and (tokens[index].text in HYPHENS or self._slashed(first, index))
            and tokens[index].start == tokens[index - 1].end
            and tokens[index + 1].start == tokens[index].end
            and tokens[index + 1].text.isalpha()
            and index + 1 not in self.blocked
        ):
            text += ("/" if tokens[index].text == "/" else "-") + tokens[index + 1].text
            index += 2
        if index < len(tokens) and tokens[index].text == "." and self._abbreviates(first, index):
            return index + 1, text + "."
        return index, text

    def _slashed(self, first: int, index: int) -> bool:
        """Whether a slash joins two family names behind a first name: 'Awa Sow/Diop'."""
        joined = self.tokens[index].text == "/" and self.tokens[index + 1].capital
        before = self.tokens[first - 1] if first else None
        return joined and before is not None and before.capital and before.text.isalpha() and not self.shouting

    def _abbreviates(self, first: int, stop: int) -> bool:
        token = self.tokens[first]
        if stop + 1 >= len(self.tokens) or self.tokens[stop].start != self.tokens[stop - 1].end:
            return False
        return (len(token.text) == 1 and stop == first + 1) or token.key in _ABBREVIATED

    def _is_particle(self, index: int, begun: bool) -> bool:
        if index >= len(self.tokens) or not begun:
            return False
        token = self.tokens[index]
        if token.key not in self.words.particles or (token.capital and token.key not in {"bin", "bint", "ibn"}):
            return False
        following = index + 1
        if following < len(self.tokens) and self.tokens[following].text in HYPHENS:
            following += 1
        if following >= len(self.tokens) or following in self.blocked:
            return False
        after = self.tokens[following]
        if after.key in self.words.particles and not after.capital:
            return self._is_particle(following, True)
        return after.capital and after.text.isalpha() and after.key not in self.words.nouns

    def _add_particle(self, index: int, parts: list[str]) -> int:
        token = self.tokens[index]
        if self.tokens[index + 1].text in HYPHENS:
            end, text = self._whole_part(index)
            parts.append(text)
            return end
        parts.append(token.text)
        return index + 1

    def _is_suffix(self, index: int) -> bool:
        token = self.tokens[index]
        if token.text == "," and index + 1 < len(self.tokens):
            token = self.tokens[index + 1]
            return token.key in {"jr", "sr"} and token.capital
        if len(token.text) > 1 and _REGNAL.fullmatch(token.text):
            return True
        return token.key in self.words.suffixes and token.capital

    def _add_suffix(self, index: int, parts: list[str]) -> int:
        if self.tokens[index].text == ",":
            parts[-1] += ","
            index += 1
        text = self.tokens[index].text
        index += 1
        if index < len(self.tokens) and self.tokens[index].text == ".":
            text += "."
            index += 1
        parts.append(text)
        return index


def _title_case(letters: Sequence[Token]) -> bool:
    """Whether nearly every longer word has a capital, as in an American headline."""
    long = [token for token in letters if len(token.text) > 3]
    return len(long) > 2 and sum(token.capital for token in long) >= 0.8 * len(long)


def _finite(word: str) -> bool:
    """Whether the word is an inflected verb: 'Welcomes', 'Announced'."""
    known = verb(word)
    return known is not None and known.lemma != word and word.endswith(("s", "ed"))


def _letters(text: str) -> bool:
    """Whether a word is letters, with apostrophes or the stops of joined initials: "Sing'Oei", 'D.N.'."""
    bare = text.replace("'", "").replace("’", "")
    return bare.isalpha() or (text.isupper() and text.endswith(".") and bare.replace(".", "").isalpha())

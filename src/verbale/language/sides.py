"""On whose side people of a sentence stand: delegations, 'on the Vietnamese side', 'for Mexico', lists."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from itertools import pairwise

from verbale.language.mark_spans import covered
from verbale.language.marks import Marked, PartyForm
from verbale.language.mentions import USUAL, Mention
from verbale.language.post_words import folded
from verbale.language.tokens import Token

_GROUPS = frozenset(
    "delegation side team contingent representatives officials delegates participants party one government".split()
)
_LEADING = frozenset("led headed chaired represented cochaired heads leads chairs head leader lead".split())
_HEADING = frozenset({"heading", "leading", "representing", "chairing"})
_FOR_VERBS = frozenset("chaired led headed cochaired signed attended participated spoke represented".split())
_SIGNING = 12  # tokens between 'signed in Jakarta by' and the first name
_SIGNED = frozenset({"signed", "initialed", "initialled", "inked"})
_OPENERS = frozenset("led headed included comprised chaired coled represented includes comprises were was consisted "
                     "featured cochaired including colead".split())  # fmt: skip
_MINISTERS = frozenset({"minister", "ministers", "premier", "taoiseach", "chancellor", "king", "sultan"})
_FILLERS = frozenset({"and", ",", ";", "&", "the", "of", "for", "to", ".", "(", ")", "-", "'s", "’s", "mr", "dr", "ms"})
_REACH = 40  # tokens between two people of one list
_LONGEST_LIST = 20
_MODIFIERS = 6  # tokens between a country and its 'high-level interagency delegation'
_CHAIR = 8  # tokens between 'In the chair for Peru was' and the name


def add_sides(marked: Marked, mentions: Sequence[Mention]) -> None:
    """Give people of a sentence the party that the sentence says of their side, where their office did not say."""
    if mentions and marked.parties:
        _Sides(marked, mentions).add()


class _Sides:
    def __init__(self, marked: Marked, mentions: Sequence[Mention]) -> None:
        self.words: tuple[Token, ...] = marked.sentence.tokens
        self.mentions = mentions
        self.parties = {mark.last: mark for mark in marked.parties}
        self.starts = {mark.first: mark for mark in marked.parties}
        self.starting = [mention.name.first for mention in mentions]
        self.inside = covered(marked.posts)

    def add(self) -> None:
        groups = [
            (at, party)
            for at, token in enumerate(self.words)
            if token.key in _GROUPS
            and (token.key != "government" or self._opens(at))
            and (party := self._party_of(at)) is not None
        ]
        seen = 0
        for order, (at, party) in enumerate(groups):
            while seen < len(self.mentions) and self.mentions[seen].name.last <= at:
                seen += 1
            if self.words[at].key == "one" and not order:
                continue
            stop = groups[order + 1][0] if order + 1 < len(groups) else len(self.words)
            led = self._give_before(seen, party, at)
            told = (
                led and at + 1 < len(self.words) and self.words[at + 1].text == ","
            )  # 'A, who led the Thai side, was'
            if self._opens(at) and not told:
                self._give_after(seen, party, min(stop, self._clause_end(at)))
            elif not led:
                self._lead_in(seen, party, at)
        self._add_for()
        self._add_represented()
        self._add_lists()
        self._add_respective()

    def _party_of(self, at: int) -> str | None:
        """The party of a delegation: the adjective or possessive before it, or 'of/from' the country after it."""
        words = self.words
        for last in range(at, max(-1, at - _MODIFIERS), -1):
            mark = self.parties.get(last)
            if mark is not None and mark.form is not PartyForm.BODY:
                return mark.code
            if last < 1 or (at - last > 1 and not (words[last - 1].text.islower() or words[last - 1].text == "-")):
                break  # 'the Mexican high-level delegation'
        if at + 1 < len(words) and words[at + 1].key in {"of", "from"}:
            for index in range(at + 2, min(at + 6, len(words))):
                if index in self.starts:
                    return self.starts[index].code
                if words[index].key not in {"the", "government", "of", "republic"}:
                    return None
        return None

    def _opens(self, at: int) -> bool:
        """Whether the group is followed by who is in it: 'was led by', 'included', 'was headed by'."""
        ahead = [token.key for token in self.words[at + 1 : at + 9]]
        if self.words[at].key == "one":
            return bool(ahead) and (ahead[0] == "by" or ahead[0] in _OPENERS)
        if self.words[at].key == "government":
            return bool(ahead) and ahead[0] in {"was", "were"} and bool(_OPENERS & set(ahead[1:3]))
        return any(key in _OPENERS for key in ahead) or ":" in ahead[:2] or ahead[:1] == ["by"]

    def _give_after(self, seen: int, party: str, last: int) -> None:
        for mention in self.mentions[seen:]:
            if mention.name.first >= last:
                break
            _set(mention, party)

    def _give_before(self, seen: int, party: str, at: int) -> bool:
        """'X and Y led the Pakistan delegation', 'X, head of the Indian delegation', 'by X on the Vietnamese side'."""
        window = range(max(0, at - 7), at)
        pivot = next((i for i in window if self.words[i].key in _LEADING), None)
        if pivot is None and self.words[at].key == "side":
            pivot = next((i for i in window if self.words[i].key in {"on", "from", "for"}), None)
        if pivot is None:
            return False
        chain = self._chain(seen, pivot)
        for mention in chain:
            _set(mention, party)
        return bool(chain)

    def _lead_in(self, seen: int, party: str, at: int) -> None:
        """'On the Vietnamese side, X and Y …', 'Heading the Japanese delegation were X and Y'."""
        before = [token.key for token in self.words[max(0, at - 7) : at]]
        if _HEADING & set(before) or (self.words[at].key == "side" and {"on", "from", "for"} & set(before)):
            self._give_after(seen, party, self._clause_end(at))

    def _chain(self, seen: int, pivot: int) -> list[Mention]:
        """The people listed right before the pivot, the nearest first."""
        near = [mention for mention in self.mentions[max(0, seen - _LONGEST_LIST) : seen] if mention.name.last <= pivot]
        if not near or pivot - near[-1].name.last > 14:
            return []
        chain = [near[-1]]
        for mention in reversed(near[:-1]):
            if not self._listed(mention, chain[-1]):
                break
            chain.append(mention)
        return chain

    def _listed(self, before: Mention, mention: Mention) -> bool:
        first, last = before.name.last, mention.name.first
        if last - first > _REACH:
            return False
        free = [self.words[i] for i in range(first, last) if i not in self.inside]
        joined = any(token.key in {"and", ",", ";", "&"} for token in free)
        return joined and all(token.key in _FILLERS or token.capital for token in free)

    def _clause_end(self, at: int) -> int:
        for index in range(at, len(self.words)):
            if self.words[index].text == ";" and not self._list_goes_on(index):
                return index
        return len(self.words)

    def _list_goes_on(self, index: int) -> bool:
        """Whether a semicolon parts members of one list: no verb of another delegation follows at once."""
        ahead = {token.key for token in self.words[index + 1 : index + 25]}
        return not ahead & _FOR_VERBS

    def _add_for(self) -> None:
        """'X, Y and Z chaired the meeting for Mexico.'"""
        seen = 0
        for index, token in enumerate(self.words[:-1]):
            while seen < len(self.mentions) and self.mentions[seen].name.last <= index:
                seen += 1
            if token.key != "for" or not seen:
                continue
            mark = self.starts.get(index + 1) or (
                self.starts.get(index + 2) if self.words[index + 1].key == "the" else None
            )
            if mark is None or not self._closed(mark.last):
                continue
            pivot = next((i for i in range(max(0, index - 8), index) if self.words[i].key in _FOR_VERBS), None)
            if pivot is not None:
                for mention in self._chain(seen, pivot):
                    _set(mention, mark.code)

    def _add_represented(self) -> None:
        """'Peru was represented by A and B', 'In the chair for Peru was A'."""
        for mark in self.parties.values():
            ahead = [token.key for token in self.words[mark.last : mark.last + 3]]
            chaired = ahead[:1] in (["was"], ["were"]) and "chair" in {
                token.key for token in self.words[max(0, mark.first - 3) : mark.first]
            }
            represented = len(ahead) == 3 and ahead[0] in {"was", "were", "is"} and ahead[1:] == ["represented", "by"]
            if chaired or represented:
                end = self._clause_end(mark.last)
                for mention in self.mentions[bisect_left(self.starting, mark.last) :][:_LONGEST_LIST]:
                    if mention.name.first >= end or (chaired and mention.name.first > mark.last + _CHAIR):
                        break
                    _set(mention, mark.code)

    def _add_respective(self) -> None:
        """'between Laos and Cuba, led by A and B, respectively': A of the first, B of the second."""
        at = next((i for i, token in enumerate(self.words) if token.key == "respectively"), None)
        if at is None:
            return
        chain = self._chain(bisect_left(self.starting, at), at)[::-1]
        first = chain[0].name.first if chain else 0
        codes = list(dict.fromkeys(mark.code for mark in self.parties.values() if mark.last <= first))
        if len(chain) < 2 or len(codes) != len(chain) or any(mention.reason == "office" for mention in chain):
            return
        for mention, code in zip(chain, codes, strict=True):
            mention.party, mention.reason = code, "delegation"

    def _closed(self, last: int) -> bool:
        return last >= len(self.words) or self.words[last].key in {".", ",", ";", "and", "while", ")"}

    def _add_lists(self) -> None:
        """In 'Japanese Foreign Minister A and Defence Minister B', B is of A's party."""
        for before, mention in pairwise(self.mentions):
            if mention.party or not before.party or not mention.post or not before.post:
                continue
            if before.reason not in {"office", "list"} or not self._listed(before, mention):
                continue
            if self._two_delegations(mention.name.last) or self._signed_by_two(before, mention):
                continue
            if any(token.text == ";" for token in self.words[before.name.last : mention.name.first]):
                continue  # 'Ambassador A; B, Permanent Secretary': a list of both sides
            here, there = set(folded(mention.post).split()), set(folded(before.post).split())
            if here != there and before.party != "US" and bool(here & _MINISTERS) == bool(there & _MINISTERS):
                mention.party, mention.reason = before.party, "list"

    def _signed_by_two(self, before: Mention, mention: Mention) -> bool:
        """'signed by A and B', no third named: one of each side."""
        keys = [token.key for token in self.words[max(0, before.name.first - _SIGNING) : before.name.first]]
        at = next((i for i, word in enumerate(keys) if word in _SIGNED), len(keys))
        return "by" in keys[at:] and self.mentions[-1] is mention and self.mentions[-2:-1] == [before]

    def _two_delegations(self, index: int) -> bool:
        """Whether the two people named before led each a side: 'A and B led the delegations', 'A and B co-chaired'."""
        ahead = [token.key for token in self.words[index : index + 6]]
        return (
            bool({"cochaired", "cochair", "colead"} & set(ahead))
            or (bool(_LEADING & set(ahead[:2])) and bool({"delegations", "sides", "teams"} & set(ahead)))
            or ahead[:3] == ["co", "-", "chaired"]
        )


def _set(mention: Mention, party: str) -> None:
    if mention.party is None or mention.reason == USUAL:
        mention.party, mention.reason = party, "delegation"

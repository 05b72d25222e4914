"""Who in a sentence stands on one side, and who on the other: 'A and B met with C', 'A received B', 'A's visit'."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from verbale.language.antecedents import with_pronouns
from verbale.language.bearings import TRAVEL, BearingReader
from verbale.language.cast import Cast
from verbale.language.link_chains import SOMEBODY, SPEAKER, UNKNOWN, Link
from verbale.language.marks import Marked, PersonMark
from verbale.language.post_words import folded
from verbale.language.tokens import POSSESSIVES, Token
from verbale.language.verbs import verb
from verbale.model.document import Role

_MEETING_NOUNS = frozenset("meeting meetings call calls talks conversation conversations discussion discussions "
                           "negotiations consultations engagement summit visit dialogue lunch dinner "
                           "breakfast".split())  # fmt: skip
_WITH_VERBS = frozenset({"meet", "speak", "talk", "confer", "consult", "hold", "sit"})
_OBJECT_VERBS = frozenset("meet host receive welcome greet call phone congratulate thank tell".split())
_HOSTING = frozenset({"receive", "welcome", "greet", "host"})
_SIGNING = frozenset({"sign", "initial", "ink"})
_FOR_ONE_SIDE = frozenset({"with", "for", "behalf", "side"})
_SETTINGS = frozenset({"in", "on", "at", "the", "last", "yesterday", "today"})
_WHERE = frozenset({"in", "leaving", "reaching", "departing"})
_RECEPTION = 12  # tokens between 'received' and 'by': 'was received at the Royal Palace on Friday by'
_REPLYING = frozenset({"reply", "retort", "counter", "respond"})
_PAIR_VERBS = frozenset({"cochair", "co-chair"})
_TOGETHER = frozenset({"accompanied", "joined", "alongside"})
_VISITS = frozenset({"visit", "trip", "tour", "travel"})
_SUCCESSION = frozenset({"predecessor", "successor"})
_VISITORS = frozenset({"visitors", "guests", "hosts"})
_LEADING = frozenset({"led", "headed", "leading", "heading"})
_STAY = 9  # tokens behind a name that tell of a stay: ', in Apia for two days'
_VISITING = frozenset({"day", "days", "visit", "tour", "trip", "stopover"})
_BEING = frozenset({"was", "were", "been", "be", "being", "is", "are"})
_NEAR = 6  # tokens between a name and 'his Chinese counterpart'
_OPENING = 6  # tokens from the start of a sentence to the name that is its subject
_TEAM = 8  # tokens between 'welcomed' and 'delegation'
_LANDS = frozenset({"country", "nation", "government"})


def find_links(marked: Sequence[Marked], cast: Cast) -> list[Link]:
    """All links of the document's sentences."""
    links: list[Link] = []
    subject: PersonMark | None = None
    last: PersonMark | None = None
    for sentence, marks in with_pronouns(marked, cast.marks):
        if marks and sentence.sentence.role is not Role.BYLINE:
            reader = _Reader(sentence, marks, cast)
            found = [*reader.links(), *(reader.met_by(subject.person) if subject is not None else ())]
            found.extend(reader.opens_with_counterpart(last.person) if last is not None else ())
            links.extend(link for link in found if UNKNOWN not in link[:2] and link.one != link.other)
            met = {p for link in found if UNKNOWN in link[:2] for p in link[:2] if isinstance(p, int) and p != UNKNOWN}
            links.extend(Link(person, SOMEBODY, False) for person in sorted(met))
        subject = next((mark for mark in marks if mark.first <= _OPENING), None)
        last = marks[-1] if marks else None
    return links


class _Reader(BearingReader):
    def links(self) -> list[Link]:
        found: list[Link] = []
        for index, token in enumerate(self.words):
            if token.text == "I":
                found.extend(self._speaker(index))
            elif index not in self.inside and not token.capital:
                found.extend(self._at(index, token))
        found.extend(self._same_office())
        found.extend(self.coordinated())
        found.extend(self._own_country())
        found.extend(self._stays())
        return found

    def opens_with_counterpart(self, person: int) -> list[Link]:
        """'… A said. His Finnish counterpart, B, agreed': A, of the sentence before, is not of that country; 'Her
        counterpart at the table is B': B is not of A's."""
        if [word.key for word in self.words[:2]] in (["his", "counterpart"], ["her", "counterpart"]):
            named = [mark for mark in self.marks if mark.first <= _TEAM][:1]
            return [Link(person, mark.person, False) for mark in named]
        for mark in self.marked.parties:
            if mark.first == 1 and mark.last < len(self.words) and self.words[mark.last].key == "counterpart":
                return [Link(person, mark.code, False)] if self.words[0].key in {"his", "her"} else []
        return []

    def _stays(self) -> list[Link]:
        """'Minister A, in Apia for two days, said': a guest there."""
        found = []
        for mark in self.marks:
            keys = [token.key for token in self.words[mark.last : mark.last + _STAY]]
            if keys[:2] != [",", "in"] or not ({"for", "on"} & set(keys[3:]) and _VISITING & set(keys[3:])):
                continue
            code = self._destination(mark.last + 2)
            if code is not None:
                found.append(Link(mark.person, code, False))
        return found

    def _counterpart_of(self, index: int) -> list[Link]:
        """'President A and his Chinese counterpart': A is not of that country, whether the other is named or not."""
        country = next((mark for mark in self.marked.parties if mark.last == index), None)
        if country is None or self.words[country.first - 1].key not in {"his", "her"}:
            return []
        before = [mark for mark in self.marks if country.first - _NEAR <= mark.last < country.first]
        return [Link(before[-1].person, country.code, False)] if before and before[-1].person >= 0 else []

    def _at(self, index: int, token: Token) -> list[Link]:
        """The links that the word at `index` makes."""
        if token.key == "with":
            return self._with(index)
        if token.key == "between":
            return self._between(index)
        if token.key in {"counterpart", "counterparts"}:
            named = index + 2 if index + 2 in self.firsts and self.words[index + 1].text == "," else index + 1
            return [*self._across(index, named, near=2), *self._counterpart_of(index)]
        if token.key in _TOGETHER:
            return self._together(index)
        if token.key in _SUCCESSION:
            return self._in_office_before(index)
        if token.key in _VISITS and not self._helped(index):
            return [
                *(self._visit(index) or self.visit_by(index) or self.pays(index) or self.own_visit(index)),
                *self.on_arrival(index),
            ]
        if token.key == "invitation":
            return self.invitation(index)
        if token.key in {"behalf", "where"}:
            return self.behalf(index) if token.key == "behalf" else self.where(index)
        if token.key in _VISITORS:
            return self._visitors(index)
        if token.key == "on" and index and self.words[index - 1].key in {"call", "called", "calls"}:
            return self._across(index, index + 1)
        if token.key == "given":
            return self._given_welcome(index)
        known = verb(token.key)
        if known is None or (known.lemma == token.key and not self._helped(index)):
            return []
        if known.lemma in _REPLYING:
            return [*self._replied(index), *self.bearing(index, known.lemma)]
        if known.lemma in _HOSTING and self._is_passive(index):
            return self._received(index)
        if known.lemma in _OBJECT_VERBS:
            return self._across(index, index + 1, near=2) or self.bearing(index, known.lemma)
        if known.lemma in _SIGNING:
            return self._signed(index)
        if known.lemma in TRAVEL:
            return [*self.bearing(index, known.lemma), *self.on_arrival(index)]
        return self._pair(index) if known.lemma in _PAIR_VERBS else self.bearing(index, known.lemma)

    def _in_office_before(self, index: int) -> list[Link]:
        """'A's predecessor, B', 'A, and his successor, B': of one side."""
        words = self.words
        owned = words[index - 1].text in POSSESSIVES or words[index - 1].key in {"his", "her"}
        own = [mark for mark in self.marks if index - _NEAR <= mark.last < index]
        named = self._after(
            index + 2 if words[index + 1 : index + 2] and words[index + 1].text == "," else index + 1, 2
        )
        return [Link(own[-1].person, named[0].person, True)] if owned and own and named else []

    def _speaker(self, index: int) -> list[Link]:
        """'Prime Minister A and I': A is of the other side than the speaker."""
        if index < 2 or self.words[index - 1].key != "and":
            return []
        return [Link(mark.person, SPEAKER, False) for mark in self._before(index - 1)[:1] if mark.last == index - 1]

    def _with(self, index: int) -> list[Link]:
        if index and self.words[index - 1].key == "together":
            return self._together(index)
        for before in range(index - 1, max(-1, index - 8), -1):
            word = self.words[before].key
            known = verb(word)
            if word in _MEETING_NOUNS or (known is not None and known.lemma in _WITH_VERBS):
                return self._across(index, index + 1)
            if known is not None and known.lemma in {"travel", "arrive", "fly"}:
                return self._together(index)
        return []

    def _replied(self, index: int) -> list[Link]:
        """'A told parliament …; the minister, B, replied that': B is of the other side than who spoke before."""
        speaker = next((mark for mark in self.marks if index - 2 <= mark.last <= index), None)
        if speaker is None or speaker.person == UNKNOWN:
            return []
        earlier = [mark for mark in self.marks if mark.last < speaker.first and mark.person != UNKNOWN]
        return [Link(earlier[0].person, speaker.person, False)] if earlier else []

    def met_by(self, person: int) -> list[Link]:
        """'After a meeting with President A, *he* announced': A is of the other side than the subject before."""
        for index, token in enumerate(self.words):
            if token.key != "with" or not index or self.words[index - 1].key not in _MEETING_NOUNS:
                continue
            met = self._after(index + 1, 2)[:1]
            ahead = [word.key for word in self.words[met[0].last : met[0].last + 2]] if met else []
            if ahead in ([",", "he"], [",", "she"]) and not self._before(index) and met[0].person != person:
                return [Link(person, met[0].person, False)]
        return []

    def _across(self, pivot: int, start: int, near: int = 4) -> list[Link]:
        """Those before the pivot are on the other side than those after it."""
        left, right = self._before(pivot), self._after(start, near)
        if not left and len(right) == 2 and self._clause_follows(right):
            return [Link(right[0].person, right[1].person, False)]  # 'In a meeting with A, B said'
        links = [Link(left[0].person, mark.person, False) for mark in right if left]
        links += [Link(left[0].person, mark.person, True) for mark in left[1:] if right]
        links += [Link(right[0].person, mark.person, True) for mark in right[1:]]
        code = self._party(start, start + 4) or self._team(start)
        if left and code is not None and (not right or self._team(start) is not None):
            links += [Link(mark.person, code, False) for mark in left]
        if right and not left and (code := self._party(max(0, pivot - 6), pivot)) is not None:
            links += [Link(mark.person, code, False) for mark in right]
        if right and not left:
            links += [Link(mark.person, SOMEBODY, False) for mark in right]
        return links

    def _team(self, start: int) -> str | None:
        """The party of 'a high-level U.S. delegation led by C', whom somebody welcomed."""
        for index in range(start, min(start + _TEAM, len(self.words))):
            if self.words[index].key in {"delegation", "delegations", "team", "officials"}:
                return next((mark.code for mark in self.marked.parties if mark.last == index >= start), None)
        return None

    def _clause_follows(self, marks: Sequence[PersonMark]) -> bool:
        """Whether only a comma parts two names and a verb follows the second."""
        free = [token.key for token in self._free(marks[0].last, marks[1].first) if not token.capital]
        after = marks[1].last
        known = verb(self.words[after].key) if after < len(self.words) else None
        return free[:1] == [","] and "and" not in free and known is not None

    def _is_passive(self, index: int) -> bool:
        return bool({token.key for token in self.words[max(0, index - 3) : index]} & _BEING)

    def _received(self, index: int) -> list[Link]:
        """'A was received at the Royal Palace by President B': guest and host."""
        for at in range(index + 1, min(index + _RECEPTION, len(self.words) - 1)):
            if self.words[at].key == "by":
                return [*self._across(index, at + 1), *self._at_home(index, at + 1)]
            known = verb(self.words[at].key)
            if self.words[at].text in {",", ";"} or (known is not None and not known.nounlike):
                break
        return []

    def _given_welcome(self, index: int) -> list[Link]:
        """'A, who was given a ceremonial welcome in Lima': a guest there."""
        at = next(
            (i for i in range(index + 1, min(index + _NEAR, len(self.words))) if self.words[i].key == "welcome"), 0
        )
        code = self._destination(at + 1) if at and self._is_passive(index) else None
        return [Link(mark.person, code, False) for mark in self._before(index)[:1]] if code else []

    def _at_home(self, index: int, start: int) -> list[Link]:
        """'In Lima, A was received by President B', 'Before leaving Lima, …': the host is of that country."""
        scenes = [i for i, token in enumerate(self.words[:start]) if token.key in _WHERE and not index - 3 < i < index]
        code = next((c for i in scenes if (c := self._destination(i + 1))), None)
        return [Link(mark.person, code, True) for mark in self._after(start, 2)[:1]] if code else []

    def _signed(self, index: int) -> list[Link]:
        """'signed by A and B', 'A and B signed': the two who sign what is between two sides are one of each."""
        by = self._agent(index)
        pair = self._after(by + 1, 4) if by else self._before(index)
        near = self.words[max(0, index - 4) : index] + self.words[max(mark.last for mark in pair) :][:6] if pair else ()
        if len(pair) != 2 or any(token.key in _FOR_ONE_SIDE for token in near):
            return []
        return [Link(pair[0].person, pair[1].person, False)]

    def _agent(self, index: int) -> int:
        """Where 'by' stands behind a passive verb, a place or a day between: 'signed in Lima on Friday by'; else 0."""
        for at in range(index + 1, min(index + _NEAR, len(self.words))):
            if self.words[at].key == "by":
                return at
            if not (self.words[at].capital or self.words[at].key in _SETTINGS or self.words[at].text.isdigit()):
                break
        return 0

    def _between(self, index: int) -> list[Link]:
        chain = self._after(index + 1, 2)
        return [Link(chain[0].person, chain[1].person, False)] if len(chain) == 2 else []

    def _together(self, index: int) -> list[Link]:
        by = self.words[index].key in {"accompanied", "joined"}
        if by and (index + 1 >= len(self.words) or self.words[index + 1].key != "by"):
            return []
        left, right = self._before(index), self._after(index + 1 + by, 4)
        if left and self.words[index - 1].text == ",":
            left = self.marks[:1]  # the subject: 'A paid a visit at the invitation of B, accompanied by C'
        return [Link(left[0].person, mark.person, True) for mark in right] if left else []

    def _pair(self, index: int) -> list[Link]:
        """Two who co-chaired are of two sides."""
        passive = index + 1 < len(self.words) and self.words[index + 1].key == "by"
        pair = self._after(index + 2, 4) if passive else self._before(index)
        return [Link(pair[0].person, pair[1].person, False)] if len(pair) == 2 else []

    def _visit(self, index: int) -> list[Link]:
        """'A's visit to Vietnam': A is not of the country visited."""
        left = self._before(index)
        near = self.words[left[0].last].text in POSSESSIVES if left and left[0].last < index else False
        if not near or index - left[0].last > 5:
            return []
        countries = [mark.country for mark in self.marked.places if index < mark.first <= index + 4 and mark.country]
        everywhere = {mark.country for mark in self.marked.places if mark.country}
        code = self._party(index + 1, index + 8) or (countries[0] if countries else None)
        code = code or self._scene_of(left[0].first)
        if code is None and len(everywhere) == 1 and not self.marked.parties:
            code = next(iter(everywhere))
        return [Link(left[0].person, code, False)] if code else []

    def _visitors(self, index: int) -> list[Link]:
        """'Heading the Omani team was A; B led the visitors': B is not of the one party whose team is named."""
        pivot = next((i for i in range(max(0, index - 4), index) if self.words[i].key in _LEADING), None)
        codes = {mark.code for mark in self.marked.parties}
        if pivot is None or len(codes) != 1:
            return []
        return [Link(mark.person, next(iter(codes)), False) for mark in self._before(pivot)]

    def _same_office(self) -> list[Link]:
        """Two named side by side with one office are of two sides: 'President A and President B'."""
        links = []
        for one, other in pairwise(self.marks):
            if UNKNOWN in (one.person, other.person):
                continue
            here, there = self.cast.people[one.person].post, self.cast.people[other.person].post
            same = here and there and folded(here) == folded(there) and "senator" not in folded(here)
            if same and self._listed(one.last, other.first):
                links.append(Link(one.person, other.person, False))
        return links

    def _own_country(self) -> list[Link]:
        """'A said that his country would support Vietnam': A is not of the one country that is named."""
        codes = {mark.code for mark in self.marked.parties}
        if len(self.marks) != 1 or len(codes) != 1:
            return []
        for index in range(self.marks[0].last, len(self.words) - 1):
            if self.words[index].key in {"his", "her"} and self.words[index + 1].key in _LANDS:
                return [Link(self.marks[0].person, next(iter(codes)), False)]
        return []

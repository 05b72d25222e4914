"""On which side people are by what they do towards a country: visit it, thank it, sign for it, lead talks with it."""

from __future__ import annotations

from functools import cache
from itertools import pairwise

from verbale.language.link_chains import SPEAKER, UNKNOWN, ChainReader, Link
from verbale.language.marks import PartyForm, PersonMark
from verbale.language.spelling import fold
from verbale.language.tokens import APOSTROPHE_S
from verbale.language.voices import TELLING, spoken_before, spoken_for
from verbale.model.vocabulary import load

TRAVEL = frozenset({"visit", "arrive", "travel", "fly", "land", "tour", "depart", "head", "leave", "return", "proceed"})
_TO_ANY = frozenset(
    {"thank", "assure", "congratulate", "invite", "commend", "praise", "reassure", "hail", "laud", "applaud"}
)
_COMING = frozenset({"come", "arrive", "fly", "travel"})
_VOICING = frozenset({"express", "voice", "convey", "reiterate", "reaffirm", "renew", "affirm", "extend"})
_FEELINGS = frozenset(
    "appreciation gratitude thanks readiness willingness commitment determination position support interest desire "
    "concern concerns condolences solidarity keenness satisfaction regret hope intention wish".split()
)
_TO_STATE = frozenset({"urge", "request", "back", "support", "warn", "accuse", "ask", "promise"})
_HELPERS = frozenset("to will would shall may might must can could should had has have".split())
_LED = frozenset({"lead", "chair", "head", "co-lead"})
_MEETINGS = frozenset("meeting meetings talks dialogue dialog session round consultations consultation commission "
                      "committee council discussions forum mechanism summit".split())  # fmt: skip
_GROUPS = frozenset({"delegation", "delegations", "team", "teams", "side", "government"})
_LANDS = frozenset({PartyForm.NAME, PartyForm.METONYM})
_ON_THE_WAY = frozenset({"the", "in", "to", "at", "into", "for", "on", "a", "an", "his", "her", "its"})
_ASIDE = 10  # tokens slipped in between a verb and its object
_ARRIVAL = 16  # tokens between a verb of going and whom the traveller meets
_DOES_FOR = frozenset({"signed", "spoke", "attended", "participated", "acted"})  # 'A signed on behalf of Nigeria'
_SCENE = 14  # tokens between a place and the visit in whose course something took place there
_WHERE = 10  # tokens between 'where' and whom somebody met there
_STAYED = 8  # tokens between a place and the 'where' that tells of it: 'on Monday 10 November,'
_DAYS = frozenset({"last", "this", "week", "month", "year", "earlier"})
_DISCUSSED = frozenset({"discussed", "spoke", "talked", "conferred", "consulted", "reviewed"})
_MEETS = frozenset({"meet", "met", "meets", "meeting"})
_CLAUSES = frozenset({"who", "which", "that", "after", "before", "while", "when", "as", ";", ":"})
_GOING = frozenset({"visit", "visited", "visits"})
_BEFORE_GOING = frozenset({"will", "to", "shall", "would", "i", "he", "she", "also"})


class BearingReader(ChainReader):
    """Reads what a person does towards a side."""

    def _helped(self, index: int) -> bool:
        """Whether a bare verb is one here: 'will meet', 'is expected to travel'."""
        return index > 0 and self.words[index - 1].key in _HELPERS

    def bearing(self, index: int, lemma: str) -> list[Link]:
        """'A travelled to Rabat', 'A assured Moroccan firms', 'the talks, led by A and B': who is not whose."""
        if lemma in TELLING and (told := spoken_for(self.marked, index)) is not None:
            return [Link(mark.person, told, True) for mark in self._subject(index)[:1]]
        if lemma in TELLING and (before := self._spoke_before(index)):
            return before
        if lemma in _LED:
            return self._led(index)
        if lemma in _VOICING:
            return [Link(mark.person, code, True) for code in self._voiced(index) for mark in self._subject(index)]
        if lemma in _COMING and self.words[index + 1 : index + 2] and self.words[index + 1].key == "from":
            return self._from(index)
        if lemma in TRAVEL:
            code = self._destination(index + 1)
        elif lemma in _TO_ANY or lemma in _TO_STATE:
            code = self._addressed(index + 1, lemma in _TO_ANY)
        else:
            return []
        if self.words[index - 1].key == "to" and self._asked(index):
            return []
        if code is None or self.words[index - 1].key in {"was", "were", "been", "be", "being"}:
            return []
        return [Link(mark.person, code, False) for mark in self._subject(index)]

    def _spoke_before(self, index: int) -> list[Link]:
        """'Chile stands ready to help, A said', '…, said A': A is of that country."""
        near = [mark for mark in self.marks if mark.last == index]
        start = next((post.first for post in self.marked.posts if near and post.last == near[0].first), 0)
        comma = (start or near[0].first) - 1 if near else index - 1
        speaker = near or list(self._after(index + 1, 2)[:1])
        code = spoken_before(self.marked, comma) if speaker else None
        return [Link(speaker[0].person, code, True)] if code is not None else []

    def _asked(self, index: int) -> bool:
        """'A asked Germany to back Latvia's plan': it is not A who backs it."""
        return any(index - 4 <= mark.first < index for mark in self.marked.parties)

    def _from(self, index: int) -> list[Link]:
        """'A, who had come from Helsinki': A is of that country."""
        code = self._destination(index + 2)
        return [Link(mark.person, code, True) for mark in self._subject(index)[:1]] if code else []

    def _voiced(self, index: int) -> list[str]:
        """'expressed, in a statement, Kuwait's deep appreciation': whose feeling it is."""
        start = index + 1
        if start < len(self.words) and self.words[start].text == ",":
            closing = (i for i in range(start + 1, min(start + _ASIDE, len(self.words))) if self.words[i].text == ",")
            start = next(closing, start) + 1
        for mark in self.marked.parties:
            ahead = [token.key for token in self.words[mark.last + 1 : mark.last + 4]]
            owns = mark.last < len(self.words) and self.words[mark.last].text in APOSTROPHE_S
            if start <= mark.first <= start + 1 and owns and _FEELINGS & set(ahead):
                return [mark.code]
        return []

    def _subject(self, index: int) -> list[PersonMark]:
        """Whoever does what the verb at `index` says: those before it, no clause between."""
        chain = self._before(index)
        if not chain or index - chain[0].last > 14 or any(t.key == "that" for t in self._free(chain[0].last, index)):
            return []
        return [] if self._possessed(chain[0]) else chain

    def _possessed(self, mark: PersonMark) -> bool:
        return mark.last < len(self.words) and self.words[mark.last].text in APOSTROPHE_S

    def _destination(self, start: int) -> str | None:
        """The country to which the words at `start` lead: by its name or its capital."""
        parties = {mark.first: mark.code for mark in self.marked.parties if mark.form in _LANDS}
        places = {mark.first: mark for mark in self.marked.places}
        for index in range(start, min(start + 5, len(self.words))):
            if index in places:
                place = places[index]
                return place.country if fold(place.name) in _capitals() or index in parties else None
            if index in parties:
                return parties[index]
            if self.words[index].key not in _ON_THE_WAY:
                return None
        return None

    def _addressed(self, start: int, any_form: bool) -> str | None:
        for index in range(start, min(start + 3, len(self.words))):
            for mark in self.marked.parties:
                if mark.first == index:
                    return mark.code if any_form or mark.form is not PartyForm.ADJECTIVE else None
            if self.words[index].key not in {"the", "all", "both"}:
                return None
        return None

    def _led(self, index: int) -> list[Link]:
        """Two who led talks are of two sides; two who led a delegation are of one."""
        if index + 1 >= len(self.words) or self.words[index + 1].key != "by":
            return []
        before = {token.key for token in self.words[max(0, index - 10) : index]}
        chain = self._after(index + 2, 4)
        if len(chain) != 2 or not before & _MEETINGS or before & _GROUPS:
            return []
        return [Link(chain[0].person, chain[1].person, False)]

    def visit_by(self, index: int) -> list[Link]:
        """'the visit to Fiji by A', 'a visit of A to Suva': A is not of the country visited."""
        words = self.words
        for at in range(index + 1, min(index + 7, len(words))):
            if words[at].key in {"by", "of"}:
                chain = self._after(at + 1, 2)
                code = self._destination(index + 1) if at > index + 2 else None
                if chain and code is None:
                    code = self._destination(chain[-1].last) or self._scene_of(index)
                return [Link(mark.person, code, False) for mark in chain] if code else []
        return []

    def _scene_of(self, index: int) -> str | None:
        """'signed in Islamabad in February, during A's visit': where what stands before took place."""
        there = [mark for mark in self.marked.places if mark.last <= index and mark.country]
        near = there and index - there[-1].last < _SCENE and self.words[there[-1].first - 1].key == "in"
        return there[-1].country if near else None

    def own_visit(self, index: int) -> list[Link]:
        """'During his visit to Dhaka in May, A had proposed': who is named then, or alone, is no host."""
        words = self.words
        if not {token.key for token in words[max(0, index - 4) : index]} & {"his", "her"}:
            return []
        code = self._destination(index + 1)
        behind = next((i for i in range(index + 1, min(index + _ASIDE, len(words))) if words[i].text == ","), None)
        opens = not any(mark.last <= index for mark in self.marks)
        after = self._after(behind + 1, 0) if behind is not None and opens else []
        guest = after or (self.marks if len({mark.person for mark in self.marks}) == 1 else [])
        return [Link(guest[0].person, code, False)] if code and guest else []

    def pays(self, index: int) -> list[Link]:
        """'A paid an official visit to Beijing': A is not of the country visited."""
        verb = next((i for i in range(max(0, index - 5), index) if self.words[i].key in {"paid", "pays", "pay"}), None)
        code = self._destination(index + 1) if verb is not None else None
        return [Link(mark.person, code, False) for mark in self._subject(verb or 0)] if code else []

    def invitation(self, index: int) -> list[Link]:
        """'at the invitation of A, I am leaving', 'B will come at the invitation of A': host and guest."""
        if index + 1 >= len(self.words) or self.words[index + 1].key not in {"of", "from", "by"}:
            return []
        hosts = self._after(index + 2, 4)
        if not hosts:
            return []
        last = hosts[-1].last
        visited = self._visited(last)
        if visited is not None:
            return [Link(hosts[0].person, visited, True)]
        if any(token.text in {"I", "my", "My"} for token in self.words):
            return [Link(hosts[0].person, SPEAKER, False)]
        guests = self._before(index) or [mark for mark in self.marks if last <= mark.first <= last + 12][:1]
        return [Link(hosts[0].person, guest.person, False) for guest in guests[:1]]

    def _visited(self, index: int) -> str | None:
        """The country in 'At the invitation of A, I will visit Chile'."""
        for at in range(index, len(self.words) - 1):
            if self.words[at].key in _GOING and self.words[at - 1].key in _BEFORE_GOING:
                return self._party(at + 1, at + 3)
        return None

    def behalf(self, index: int) -> list[Link]:
        """'A, who signed on behalf of Nigeria': A is of that side."""
        code = self._party(index + 1, index + 7)
        known = [mark for mark in self.marks if mark.last <= index and index - mark.last <= 20]
        if code is None or not known:
            return []
        signing = [mark for mark in known if mark.last == index - 2 and self.words[index - 2].key in _DOES_FOR]
        if signing:
            return [Link(signing[0].person, code, True)]
        relative = [mark for mark in known if "who" in {t.key for t in self.words[mark.last : mark.last + 2]}]
        chosen = relative[-1:] or (known if len(known) == 1 else [])
        return [Link(mark.person, code, True) for mark in chosen]

    def where(self, index: int) -> list[Link]:
        """'to Kampala, where she will meet President A', 'from Lusaka, where he held talks with B': of that country."""
        gaps = range(1, min(index, _STAYED) + 1)
        code = next(
            (c for gap in gaps if self._dated(index - gap, index) and (c := self._destination(index - gap))), None
        )
        return self._met_there(code, index, _WHERE) if code is not None else []

    def _dated(self, first: int, last: int) -> bool:
        """Whether only a place and a date stand between: 'Quito on 10 November, where'."""
        return all(
            token.key in _ON_THE_WAY or not token.text.isalpha() or token.capital or token.key in _DAYS
            for token in self.words[first:last]
        )

    def on_arrival(self, index: int) -> list[Link]:
        """'travels to Kigali on 14 March for talks with President A', 'to Lima to meet Minister B': of that country."""
        code = self._destination(index + 1)
        return self._met_there(code, index + 1, _ARRIVAL) if code is not None else []

    def _met_there(self, code: str, first: int, reach: int) -> list[Link]:
        """The person whom the words after `first` say was met, as one of that country."""
        for at in range(first + 1, min(first + reach, len(self.words))):
            key, before = self.words[at].key, self.words[at - 1].key
            if key in _CLAUSES:
                return []
            talked = any(token.key in _DISCUSSED for token in self.words[first:at])
            if key in _MEETS or (key == "with" and (before in _MEETINGS or talked)):
                start = at + 2 if self.words[at + 1 : at + 2] and self.words[at + 1].key == "with" else at + 1
                return [Link(mark.person, code, True) for mark in self._after(start, 2)[:1]]
        return []

    def coordinated(self) -> list[Link]:
        """'signed by Minister A and Chile's Minister B', 'A and B, Chile's minister': a country that only the second
        carries parts them."""
        links = []
        for one, other in pairwise(self.marks):
            apposed = (
                other.last + 1 if self.words[other.last : other.last + 1] and self.words[other.last].text == "," else -1
            )
            between = [
                mark
                for mark in self.marked.parties
                if (one.last <= mark.first and mark.last <= other.first) or mark.first == apposed
            ]
            if len(between) != 1 or UNKNOWN in (one.person, other.person):
                continue
            joined = self.words[one.last].key == "and" or (
                self.words[one.last].text == "," and self.words[one.last + 1].key == "and"
            )
            lead = range(max(0, one.first - 12), one.first)
            marked = any(mark.first in lead for mark in self.marked.parties)
            if joined and not marked and self._listed(one.last, other.first):
                links.append(Link(one.person, between[0].code, False))
        return links


@cache
def _capitals() -> frozenset[str]:
    return frozenset(fold(name) for entry in load("countries")["states"].values() for name in entry.get("capital", ()))

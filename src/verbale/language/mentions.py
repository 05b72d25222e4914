"""Where people are named in a sentence, and what the words around the name say of them.

A name is read where something leads into it (office, rank, title, 'counterpart', 'led by') or follows it (office in
apposition, a verb of speech or meeting). A run of capitals without any of these is kept as a loose run, for names that
other sentences introduce.
"""

from __future__ import annotations

from dataclasses import replace

from verbale.language.cues import COUNTERPARTS, FELLOWS, NO_CUE, PERSONAGES, PRONOUNS, USUAL, Cue, CueReader, Mention
from verbale.language.listed import ListReader
from verbale.language.marks import Marked, PartyForm, PartyMark, PostMark
from verbale.language.names import Name
from verbale.language.post_words import post_words, singular
from verbale.language.ranks import rank_at
from verbale.language.tokens import APOSTROPHE_S
from verbale.language.verbs import verb
from verbale.model.document import Role

__all__ = ["USUAL", "Mention", "find_mentions"]

_CONNECTORS = frozenset({",", "and", "&"})
_CLAUSE_OPENERS = frozenset("and that where as while which when after before because if but since so then whom".split())
_OPENING_MARKS = frozenset("\"“”,;:'‘’—")
_OVERRULED = frozenset({None, "Ambassador", "Senator"})  # offices that a fuller one behind the name replaces
_KEPT_STYLES = frozenset({"sheikh", "sheikha", "lord", "lady", "baroness", "viscount"})  # before one name only
_BODY_LINKS = frozenset({"of", "for", "and", "the", "&"})
_COUNTERPART = 6  # tokens between a name and 'his Saudi Arabian counterpart'
_HOUSES = frozenset({PartyForm.METONYM, PartyForm.INSTITUTION})
_HEADING = (["heads"], ["leads"], ["runs"], ["commands"], ["chairs"], ["directs"], ["headed"], ["led"])
_MET = frozenset({"met", "greeted", "thanked", "congratulated", "told", "succeeded", "replaced"})
_LOWER_STARTS = COUNTERPARTS | FELLOWS | PERSONAGES | APOSTROPHE_S | PRONOUNS | {"by"}


def find_mentions(marked: Marked, at: int) -> list[Mention]:
    """All names in the sentence, in order; `strong` and `weak` say how well the context vouches for each."""
    if marked.sentence.role is Role.BYLINE or not marked.sentence.tokens:
        return []
    found = _Finder(marked, at).run()
    item = ListReader(marked, at).item() if marked.sentence.bullet or marked.sentence.heading else None
    if item is None:
        return found
    return [item, *(mention for mention in found if mention.name.first > item.name.last and not mention.strong)]


class _Finder(CueReader):
    """Reads the names of one sentence from left to right."""

    def run(self) -> list[Mention]:
        cue, index = NO_CUE, 0
        tokens, posts, blocked, particles = self.tokens, self.posts, self.reader.blocked, self.words.particles
        while index < len(tokens):
            token = tokens[index]
            plain = not token.capital and index not in posts and token.key not in _LOWER_STARTS
            if not plain and not token.capital and token.key in PRONOUNS and index not in posts:
                plain = index + 1 == len(tokens) or not tokens[index + 1].capital  # 'the', with no 'Hon.' behind it
            if plain and (cue is NO_CUE or not cue.strong or token.key not in particles):
                cue, index = NO_CUE, blocked.get(index, index + 1)
            else:
                cue, index = self._step(cue, index)
        return self.found

    def _step(self, cue: Cue, index: int) -> tuple[Cue, int]:
        """Read what stands at `index`: part of a cue, a name, or a word that ends the cue."""
        token = self.tokens[index]
        post = self.posts.get(index)
        if post is not None:
            return self._at_post(cue, post)
        if token.key in COUNTERPARTS or (token.key in FELLOWS and self._is_fellow(index)):
            return self._at_counterpart(cue, index)
        if token.key in PERSONAGES and (of_country := self._at_personage(index)) is not None:
            return of_country
        led = self._lead(cue, index)
        if led is not None:
            return led
        if token.capital or token.key in self.words.particles:
            name = self.reader.name_at(index, cue.strong)
            if name is not None:
                return self._at_name(cue, name)
        if token.text in APOSTROPHE_S and index in self.party_before:
            return Cue(party=self.party_before[index].code, reason="possessive"), index + 1
        if token.key == "by" and index and self.tokens[index - 1].key in self.words.agents:
            return Cue(agent=True), index + 1
        if index in self.reader.blocked:
            return NO_CUE, self.reader.blocked[index]
        return NO_CUE, index + 1

    def _at_name(self, cue: Cue, name: Name) -> tuple[Cue, int]:
        post = cue.post
        name = self._with_style(name)
        mention = Mention(
            self.at, name, post=singular(post.title) if post else None, party=cue.party, reason=cue.reason,
            rank=cue.rank, strong=cue.strong, heading=self.reader.titled or self._outside_body(),
            counterpart=cue.counterpart, borrowed=cue.borrowed, shouting=self.reader.shouting,
        )  # fmt: skip
        if cue.parties:
            mention.party, mention.reason = cue.parties[0], "of the country"
            cue = replace(cue, parties=cue.parties[1:])
        last = self._after_name(name.last)
        if last - name.last == 3 and (mark := self.party_at.get(name.last + 1)) is not None and not mention.party:
            mention.party, mention.reason = mark.code, "of the country"
        last = self._follow(mention, last)
        parts = len(name.parts)
        mention.weak = mention.strong or (parts > 1 and not mention.heading and self._vouched(cue, name, last))
        mention.spoken = parts == 1 and not mention.heading and self._verb_at(name.first, last)
        self.found.append(mention)
        if cue.plural and last < len(self.tokens) and self.tokens[last].key in _CONNECTORS:
            while last < len(self.tokens) and self.tokens[last].key in _CONNECTORS:
                last += 1
            return cue, last
        return NO_CUE, last

    def _with_style(self, name: Name) -> Name:
        """With 'Sheikh' before a single name, of which it is a part: 'Sheikh Hasina'."""
        before = self.tokens[name.first - 1] if name.first else None
        if before is None or len(name.parts) > 1 or before.key not in _KEPT_STYLES or not before.capital:
            return name
        seat = self.tokens[name.last : name.last + 2]
        if before.key not in {"sheikh", "sheikha"} and len(seat) == 2 and seat[0].key == "of" and seat[1].capital:
            return Name(name.first - 1, name.last + 2, (before.text, *name.parts, "of", seat[1].text))
        return Name(name.first - 1, name.last, (before.text, *name.parts))

    def _vouched(self, cue: Cue, name: Name, last: int) -> bool:
        """Whether the words around a name without office or title make it a person's."""
        if cue.agent or (name.first and self.tokens[name.first - 1].key in _MET):
            return True
        return self._verb_at(name.first, last) or self._joined(name.first)

    def _outside_body(self) -> bool:
        return self.marked.sentence.role is Role.HEADLINE

    def _after_name(self, index: int) -> int:
        """Past letters after the name and one bracket: 'MP', '(right)'."""
        tokens = self.tokens
        while index < len(tokens) and tokens[index].key in self.words.post_nominals and tokens[index].text.isupper():
            index += 1
        if index + 2 < len(tokens) and tokens[index].text == "," == tokens[index + 2].text:
            index += 2 * (tokens[index + 1].text.isupper() and tokens[index + 1].key in self.words.post_nominals)
        if index < len(tokens) and tokens[index].text == "(":
            for close in range(index + 1, min(index + 6, len(tokens))):
                if tokens[close].text == ")":
                    return close + 1
        return index

    def _follow(self, mention: Mention, index: int) -> int:
        """Take the party and the office that follow the name; where reading goes on."""
        tokens = self.tokens
        if index + 1 < len(tokens) and tokens[index].key in {"of", "from"}:
            mark = self._party_from(index + 1)
            office = mark is not None and mark.form in _HOUSES and tokens[index + 1].key == "the"
            mention.strong |= office and len(mention.name.parts) > 1  # 'A of the State Department'
            if mark is not None and (mark.form is PartyForm.NAME or mention.strong):
                mention.party, mention.reason = mention.party or mark.code, mention.reason or "of the country"
                index = mark.last
        if not mention.party and (owner := self._of_ministry(index)) is not None:
            mention.party, mention.reason = owner.code, "office"
        self._apposed_counterpart(mention, index)
        self._heads_institution(mention, index)
        post = self._apposition(index)
        if post is not None and post.party and mention.party and post.party != mention.party:
            post = None  # 'the French Minister, X, the Australian Minister, Y': the office of the next one
        if post is not None and (mention.counterpart or mention.post in _OVERRULED):
            self.apposed.add(post.first)
            mention.post, mention.borrowed = singular(post.title) + self._organisation(post.last), False
            mention.strong = True
            if post.party and not mention.party:
                mention.party, mention.reason = post.party, self._reason(post)
        elif post is not None and mention.strong:
            self.apposed.add(post.first)
        elif mention.post and post is None and self._semicolons():
            mention.post += self._body_behind(index)
        return index

    def _apposed_counterpart(self, mention: Mention, index: int) -> None:
        """'General A, his Cambodian counterpart': of that country, and of the office of who was named before."""
        ahead = self.tokens[index : index + _COUNTERPART]
        at = next((i for i, token in enumerate(ahead, index) if token.key == "counterpart"), 0)
        mark = self.party_before.get(at)
        if not at or mark is None or ahead[0].text != "," or mark.first - index > 2 or mention.party:
            return
        mention.party, mention.reason, mention.strong = mark.code, "counterpart", True
        if mention.post is None and self.found and self.found[-1].post:
            mention.post, mention.counterpart, mention.borrowed = self.found[-1].post, True, True

    def _heads_institution(self, mention: Mention, index: int) -> None:
        """'Intelligence chief A, who heads the ISI': of the state whose institution that is."""
        keys = [token.key for token in self.tokens[index : index + 3]]
        mark = self._party_from(index + 3)
        if keys[:2] != [",", "who"] or keys[2:] not in _HEADING or mark is None or mention.party:
            return
        if mark.form in _HOUSES:
            mention.party, mention.reason = mark.code, "office"

    def _body_behind(self, index: int) -> str:
        """The body of an office that ends an item of a list: 'State Secretary A, Federal Ministry of Finance;'."""
        words, last = self.tokens, index + 1
        if index >= len(words) or words[index].text != "," or index + 1 in self.party_at:
            return ""
        while last < len(words) and (words[last].capital or words[last].key in _BODY_LINKS):
            last += 1
        run = words[index + 1 : last]
        body = any(token.capital and token.key in post_words().bodies for token in run)
        if not body or last >= len(words) or words[last].text not in {";", "."}:
            return ""
        return ", " + " ".join(token.text for token in run)

    def _of_ministry(self, index: int) -> PartyMark | None:
        """'Colonel A, of the Russian defence ministry': whose body the person is of."""
        tokens = self.tokens
        if index + 3 >= len(tokens) or tokens[index].text != "," or tokens[index + 1].key not in {"of", "from"}:
            return None
        mark = self._party_from(index + 2)
        if mark is None or mark.form is not PartyForm.ADJECTIVE:
            return None
        return mark if any(token.key in post_words().bodies for token in tokens[mark.last : mark.last + 3]) else None

    def _organisation(self, index: int) -> str:
        """The short name of an organisation that ends an item of a list: '…, Adviser to the Commissioner, INM;'."""
        words = self.tokens
        if index + 2 >= len(words) or words[index].text != "," or index + 1 in self.party_at:
            return ""
        name, after = words[index + 1].text, words[index + 2].text
        short = name.isalpha() and name.isupper() and 2 <= len(name) <= 7 and not self.reader.shouting
        return f", {name}" if short and after in {";", "."} and self._semicolons() else ""

    def _semicolons(self) -> bool:
        return any(token.text == ";" for token in self.tokens)

    def _dash(self, index: int) -> bool:
        """Whether a hyphen with spaces around it stands for a dash."""
        token = self.tokens[index]
        spaced = index > 0 and self.tokens[index - 1].end < token.start
        return (
            token.text == "-" and spaced and index + 1 < len(self.tokens) and token.end < self.tokens[index + 1].start
        )

    def _apposition(self, index: int) -> PostMark | None:
        """The office that stands behind a name's comma or in brackets, unless it leads into another name."""
        tokens = self.tokens
        if index >= len(tokens) or not (tokens[index].text in {",", "(", "–", "—"} or self._dash(index)):
            return None
        for ahead in range(index + 1, min(index + 8, len(tokens))):
            post = self.posts.get(ahead)
            if post is not None:
                free = not post.plural and not self._leads_to_name(post.last)
                return post if free and not self._of_the_next(index, post) else None
            party = ahead in self.reader.blocked and ahead not in self.posts
            if not party and tokens[ahead].key not in self.words.bridges and tokens[ahead].text not in APOSTROPHE_S:
                rank = rank_at(tokens, ahead)
                if rank is None:
                    return None
        return None

    def _of_the_next(self, index: int, post: PostMark) -> bool:
        """'Deputy Minister A, the Ambassador of Poland, B, and other officials': of two in a list who both have an
        office before the name, the second's."""
        tokens, last = self.tokens, post.last + 1
        office = any(before.last == self._name_before(index) for before in self.posts.values())
        if not office or not post.party or last >= len(tokens) or tokens[post.last].text != ",":
            return False
        name = self.reader.name_at(last, True) if tokens[last].capital and last not in self.posts else None
        return name is not None and name.last < len(tokens) and tokens[name.last].text in {",", ";"}

    def _name_before(self, index: int) -> int:
        """The first token of the capitalised words that end at `index`."""
        first = index
        while first and self.tokens[first - 1].capital and first not in {post.last for post in self.posts.values()}:
            first -= 1
        return first

    def _verb_at(self, first: int, index: int) -> bool:
        """Whether a verb of persons, or an auxiliary, stands here."""
        if index < len(self.tokens) and self.tokens[index].text == ",":
            index += 1
        if index >= len(self.tokens) or self.tokens[index].capital:
            return False
        helped = self.tokens[index].key in self.words.auxiliaries
        if helped and index + 1 < len(self.tokens):
            index += 1
        if not self._subject(first):
            return False
        word = self.tokens[index].key
        known = verb(word)
        return known is not None and known.lemma in self.words.verbs and (helped or known.lemma != word)

    def _subject(self, first: int) -> bool:
        """Whether a clause may begin with what stands at `first`: nothing before it governs it."""
        if first == 0:
            return True
        before = self.tokens[first - 1]
        if before.text in APOSTROPHE_S:
            return first - 1 in self.party_before
        return before.key in _CLAUSE_OPENERS or before.text in _OPENING_MARKS

    def _joined(self, first: int) -> bool:
        """Whether the name is joined by 'and' to one that the context vouches for."""
        if first < 2 or self.tokens[first - 1].key != "and" or not self.found:
            return False
        before = self.found[-1]
        return before.strong and before.name.last >= first - 2

"""Clauses of a sentence: which predicate has which subject, what governs it, and how far it reaches.

A finite-state grammar over tags. Main clauses, coordinated ones ('welcomed X and pledged Y'), participles ('adding
that'), complements ('said that …'), relatives, and attributions that stand behind or inside what they report
(', he said', 'said the minister').
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from itertools import pairwise

from verbale.language import tags as t
from verbale.language.marks import Marked, PersonMark, PostMark
from verbale.language.predicates import Predicate, predicates
from verbale.language.tags import tag
from verbale.language.tokens import Token

_QUOTES = frozenset({'"', "“", "”"})
_BREAKS = frozenset({";", ":", "–", "—", "-"})
_NOMINAL = frozenset({t.NOUN, t.ENTITY, t.NUMBER, t.DATE, t.PRONOUN, t.OBJECT})
_IN_SUBJECT = frozenset({
    t.NOUN, t.ENTITY, t.NUMBER, t.DATE, t.PRONOUN, t.ADJECTIVE, t.DETERMINER, t.POSSESSIVE, t.PREPOSITION, t.GERUND,
    t.PAST_PARTICIPLE, t.ADVERB, t.OBJECT,
})  # fmt: skip
_ANTECEDENT = frozenset({t.NOUN, t.ENTITY, t.NUMBER, t.PRONOUN, t.ADJECTIVE, t.DETERMINER, t.POSSESSIVE, t.OBJECT})
_NAMES = frozenset({t.ENTITY, t.DETERMINER, t.ADJECTIVE, t.PUNCTUATION})
_LISTED = frozenset({t.NOUN, t.ADJECTIVE, t.COORDINATOR, t.PUNCTUATION})
_ARTICLES = frozenset({"the", "both", "our", "their", "its", "his", "her", "each", "these", "those", "this"})
_SHORT_NAME, _LONG_NAME = 5, 14  # tokens
_LONGEST_ADVERBIAL = 20  # tokens
_LONGEST_SUBJECT = 60  # tokens
_VERBAL = frozenset({t.FINITE, t.PLAIN, t.GERUND, t.TO, t.PAST_PARTICIPLE})
_ALONGSIDE = frozenset({"while", "whilst", "whereas"})
_PARENTHETIC = frozenset({
    "mr", "mrs", "ms", "dr", "prof", "sir", "who", "which", "whose", "whom", "while", "along", "accompanied", "together", "joined", "including", "for", "on",
    "in", "as", "speaking", "describing", "representing", "head", "deputy", "acting", "flanked", "like", "at", "during",
    "after", "however", "meanwhile", "too", "also", "with", "under", "through", "respectively", "where", "when",
})  # fmt: skip


@dataclass(slots=True)
class Clause:
    """A predicate in its place. `subject` is a token range, None where the subject is that of `inherits`, or where
    there is none. `kind`: main, coordinate, participle, complement, relative, subordinate, attribution."""

    predicate: Predicate
    kind: str
    start: int
    end: int
    subject: tuple[int, int] | None = None
    inherits: Clause | None = None
    governor: Clause | None = None
    complement: Clause | None = None
    parts: list[Clause] = field(default_factory=list)


@dataclass(slots=True)
class Parse:
    """A sentence's tags, predicates and clauses, in the order of the text."""

    marked: Marked
    tags: list[str]
    predicates: list[Predicate]
    clauses: list[Clause]

    @property
    def words(self) -> tuple[Token, ...]:
        return self.marked.sentence.tokens


def parse(marked: Marked, speech: frozenset[str]) -> Parse:
    """The clauses of a sentence; `speech` holds the lemmas that report, promise, ask and so on."""
    tags = tag(marked, speech)
    groups = predicates(marked.sentence.tokens, tags)
    builder = _Builder(marked, tags, groups, speech)
    return Parse(marked, tags, groups, builder.build())


class _Builder:
    """Walks the predicates once, left to right."""

    def __init__(self, marked: Marked, tags: list[str], groups: list[Predicate], speech: frozenset[str]) -> None:
        words = marked.sentence.tokens
        self.dates = marked.dates
        self.dated = {i for m in marked.dates for i in range(m.first, m.last)}
        named: list[PersonMark | PostMark] = [*marked.people, *marked.posts]
        self.states = {i for m in marked.parties for i in range(m.first, m.last)}
        self.persons = {i for m in named for i in range(m.first, m.last)}
        self.words, self.tags, self.groups, self.speech = words, tags, groups, speech
        self.verbal = {i for g in groups if g.form == "finite" for i in range(g.first, g.last)}
        self.clauses: list[Clause] = []

    def build(self) -> list[Clause]:
        for group in self.groups:
            clause = self._finite(group) if group.form == "finite" else self._participle(group)
            if clause is not None:
                self.clauses.append(clause)
        self._close()
        return self.clauses

    # -- one predicate --------------------------------------------------------------------------------------------

    def _finite(self, group: Predicate) -> Clause | None:
        inverted = self._inverted_subject(group)
        if inverted is not None:
            return self._attribution(Clause(group, "attribution", group.first, inverted[1], inverted))
        j = self._before(group.first)
        if j > 0 and self.words[j].text in _QUOTES and self.tags[j - 1] in _NOMINAL:
            j -= 1  # 'Singapore "appreciated India's interest"'
        subject_end = j + 1
        if j >= 0 and self.words[j].text in {",", "–", "—", "-", ")"}:
            skipped = self._skip_parenthesis(j)
            if skipped is not None:
                j, subject_end = skipped, skipped + 1
            elif self.clauses and self.clauses[-1].kind == "attribution" and self.clauses[-1].end == j:
                return self._around_attribution(group, self.clauses[-1])
        if j < 0:
            return Clause(group, "main", group.first, len(self.words))
        letter = self.tags[j]
        if letter in (t.COORDINATOR, t.PUNCTUATION) and self._parallels_infinitive(group):
            return None
        if letter == t.RELATIVE:
            return self._relative(group, j)
        if letter in _NOMINAL or letter == t.DETERMINER or (letter == t.ADJECTIVE and self._stands_as_noun(j)):
            return self._with_subject(group, subject_end)
        if letter == t.GERUND and j > 0:
            return self._with_subject(group, subject_end)
        return self._coordinate(group, None, j)

    def _around_attribution(self, group: Predicate, attribution: Clause) -> Clause:
        """'More publicity, Chien urged, is …': the subject stands before the attribution."""
        end = attribution.start - 1
        subject = (self._subject_start(end), end) if end > 0 and self.tags[end - 1] in _IN_SUBJECT else None
        start = subject[0] if subject else group.first
        clause = Clause(group, "complement", start, len(self.words), subject, None, attribution)
        attribution.complement = attribution.complement or clause
        attribution.parts.append(clause)
        return clause

    def _parallels_infinitive(self, group: Predicate) -> bool:
        """'agreed to promote X and expand Y': a base form beside an earlier infinitive is no verb of its own."""
        if (
            group.tense != "present"
            or group.first != group.head
            or not group.lemma.startswith(self.words[group.head].key[:4])
        ):
            return False
        if self.words[group.head].key != group.lemma.split("-")[0]:
            return False
        if not self.clauses:
            return any(g.form == "infinitive" and g.first < group.first for g in self.groups)
        last = self.clauses[-1].predicate
        between = [g for g in self.groups if last.first < g.first < group.first and g.form == "infinitive"]
        return bool(between) and last.tense not in {"future", "would", "modal"}

    def _before(self, i: int) -> int:
        """The index of the token before i that is no adverb."""
        j = i - 1
        while j >= 0 and self.tags[j] == t.ADVERB and self.words[j].key not in {"both"}:
            j -= 1
        return j

    def _skip_parenthesis(self, closing: int) -> int | None:
        """The index of the last token before a parenthesis that `closing` ends, or None where there is none."""
        mark = self.words[closing].text
        opening_marks = {"("} if mark == ")" else {mark, "–", "—"} if mark != "," else {","}
        k = closing - 1
        while k > 0 and self.words[k].text not in opening_marks and closing - k < 45:
            if self.words[k].text in {";", ".", ":"} and mark != ")":
                return None
            k -= 1
        if k <= 0 or self.words[k].text not in opening_marks or self.tags[k - 1] not in _NOMINAL:
            return None
        if mark == ")":
            return k - 1
        first = self.words[k + 1]
        letter = self.tags[k + 1]
        named = any(i in self.persons for i in range(k + 1, closing))
        verbless = not any(i in self.verbal for i in range(k + 1, closing))
        if mark == "," and named and verbless and letter != t.COORDINATOR and closing - k <= _LONG_NAME:
            return k - 1  # 'the President, H.E. Dr X, will'
        if mark == "," and closing - k <= _SHORT_NAME and all(x in _NOMINAL for x in self.tags[k + 1 : closing]):
            return k - 1  # 'the development bank, BNDES, would'

        apposed = letter in (
            t.ENTITY,
            t.RELATIVE,
            t.GERUND,
            t.PAST_PARTICIPLE,
            t.PREPOSITION,
            t.DETERMINER,
            t.SUBORDINATOR,
        )
        inside = any(g.form == "finite" and k < g.first < closing for g in self.groups)
        if first.key in _PARENTHETIC or (apposed and not (inside and letter != t.RELATIVE)):
            return k - 1
        return None

    def _stands_as_noun(self, j: int) -> bool:
        """'the pandemic', 'the U.S.': an adjective by its look that ends a noun phrase."""
        return self.words[j].capital or (j > 0 and self.tags[j - 1] in (t.DETERMINER, t.ADJECTIVE, t.POSSESSIVE))

    def _quoted_from(self, i: int) -> Clause | None:
        """'The minister said, "The treaty …': the speech verb whose words open at the quotation mark i."""
        if i < 2 or self.words[i].text not in _QUOTES or self.words[i - 1].text not in {",", ":"}:
            return None
        governor = self._governor(i)
        return governor if governor is not None and governor.predicate.last >= i - 8 else None

    def _second_phrase(self, start: int, end: int) -> int | None:
        """Where a second noun phrase begins right behind a first, without a sign between them."""
        for k in range(end - 1, start, -1):
            if k + 1 in self.persons or k in self.persons:
                continue  # 'His Majesty the Sultan'
            opens = self.tags[k] == t.PRONOUN or (self.tags[k] == t.DETERMINER and self.words[k].key in _ARTICLES)
            opens = opens or (k in self.states and self.tags[k] == t.ENTITY and self.words[k - 1].text.islower())
            if opens and self.tags[k - 1] in (t.NOUN, t.ENTITY, t.NUMBER):
                return k
        return None

    def _lets(self, i: int) -> bool:
        """'helping Kuwait create': the bare verb belongs to the verb before its subject."""
        return any(g.head == i and g.lemma in {"help", "let", "make", "see", "watch"} for g in self.groups)

    def _that_before_adverbial(self, comma: int) -> int | None:
        """'agreed that since 1973, trade has grown': the 'that' behind which only a phrase stands before the comma."""
        for k in range(comma - 1, max(comma - _LONGEST_ADVERBIAL, -1), -1):
            if k in self.verbal or self.words[k].text in {",", ";", '"'}:
                return None
            if self.words[k].key == "that" and self.tags[k] == t.SUBORDINATOR:
                return k
        return None

    def _with_subject(self, group: Predicate, end: int) -> Clause | None:
        start = self._subject_start(end)
        inner = self._second_phrase(start, end)
        if inner is not None:
            if self.tags[start] != t.PREPOSITION:
                return Clause(group, "subordinate", inner, len(self.words), (inner, end))  # 'the results we achieved'
            start = inner
        subject = (start, end)
        before = start - 1
        while before >= 0 and self.tags[before] == t.ADVERB:
            before -= 1
        word = self.words[before] if before >= 0 else None
        if word is not None and self._lets(before):
            return None
        if word is not None and word.text == ",":
            that = self._that_before_adverbial(before)
            if that is not None:
                before, word = that, self.words[that]
        if word is not None and (word.key == "that" and self.tags[before] == t.SUBORDINATOR):
            governor = self._governor(before)
            if governor is not None:
                return self._complement(group, subject, governor)
            return Clause(group, "subordinate", start, len(self.words), subject)
        quoted = self._quoted_from(before)
        if quoted is not None:
            return self._complement(group, subject, quoted)
        if word is not None and self.tags[before] in _VERBAL:
            governor = self._governor(start)
            if governor is not None and governor.predicate.last >= before:
                return self._complement(group, subject, governor)
        if word is not None and self._is_parenthetic_attribution(group, before):
            return self._attribution(Clause(group, "attribution", start, group.last, subject))
        if word is not None and self.tags[before] == t.SUBORDINATOR and word.key not in _ALONGSIDE:
            inside = before > 0 and self.words[before - 1].key == "that"
            governor = self._governor(before) if inside else None
            return Clause(group, "subordinate", start, len(self.words), subject, None, governor)
        if word is not None and self.tags[before] == t.RELATIVE:
            joined = word.key == "where" or (word.key == "which" and self.tags[before - 1] == t.PREPOSITION)
            acts = group.lemma in self.speech or group.tense == "future"
            kind = "coordinate" if joined and acts else "subordinate"
            return Clause(group, kind, start, len(self.words), subject)
        return self._coordinate(group, subject, before)

    def _subject_start(self, end: int) -> int:
        """Where the noun phrase that ends before `end` begins."""
        i = end - 1
        while i > 0 and end - i < _LONGEST_SUBJECT:
            if self._extends(i - 1, end):
                i -= 1
            elif self._infinitive_inside(i - 1):
                i -= 3
            else:
                break
        while i < end - 1 and (self.tags[i] in (t.COORDINATOR, t.ADVERB) or self.words[i].text in {"-", "–", ")", ","}):
            i += 1
        return i

    def _extends(self, i: int, end: int) -> bool:
        """Whether token i belongs to the noun phrase that stands right of it."""
        letter, word = self.tags[i], self.words[i]
        if i in self.verbal:
            return False
        if letter in _IN_SUBJECT:
            return not (letter == t.GERUND and self._is_speech(word))
        if letter == t.COORDINATOR:
            return word.key in {"and", "or"} and i > 0 and self._joins(i, end)
        if word.text == ",":
            return self._lists(i, end) or self._opens_list(i)
        if word.text == ".":  # 'Mr. Año'
            return i > 0 and self.words[i - 1].end == word.start
        return word.text in {"-", "–", "/", "’", "'", "&", "(", ")"}

    def _infinitive_inside(self, i: int) -> bool:
        """'Programs to support people …': an infinitive that hangs on the noun which opens the sentence."""
        if i < 2 or self.tags[i] != t.PLAIN or self.tags[i - 1] != t.TO or self.tags[i - 2] not in _NOMINAL:
            return False
        k = i - 2
        while k > 0 and self.tags[k] in _IN_SUBJECT and k not in self.verbal:
            k -= 1
        return k == 0 or self.words[k].text in {",", ".", '"', "“"} or self.tags[k] in (t.SUBORDINATOR, t.PUNCTUATION)

    def _is_speech(self, word: Token) -> bool:
        return any(g.lemma in self.speech and self.words[g.head] is word for g in self.groups)

    def _joins(self, i: int, end: int) -> bool:
        """Whether 'and' at i joins two parts of one subject: nothing left of it is a verb's object."""
        adjectives = self.tags[i - 1] == t.ADJECTIVE and self.tags[i + 1] in (t.ADJECTIVE, t.NOUN)
        if self.tags[i - 1] not in _NOMINAL and self.words[i - 1].text not in {",", ")"} and not adjectives:
            return False
        k = i - 1
        while (
            k >= 0
            and i - k < _LONGEST_SUBJECT
            and (self.tags[k] in _IN_SUBJECT or self.words[k].text in {"-", "–", ",", "(", ")"})
        ):
            if k in self.verbal:
                break
            if (self.tags[k] == t.GERUND and self.tags[k - 1] != t.PREPOSITION) or (
                self.tags[k] == t.PAST_PARTICIPLE and self.words[k - 1].text != ","
            ):
                return False
            if self.words[k].text == "," and not self._lists(k, end):
                break
            k -= 1
        if k < 0:
            return True
        if self.tags[k] in _VERBAL or k in self.verbal:  # 'said Japan and Korea will': names alone behind the verb
            names = all(letter in _NAMES for letter in self.tags[k + 1 : i])
            return names and self.tags[i + 1] != t.PRONOUN and self._governor(k + 1) is not None
        return True

    def _lists(self, comma: int, end: int) -> bool:
        """Whether a comma stands inside a list or apposition of marked people and posts."""
        if comma + 1 >= end:
            return False
        after = comma + 2 if self.tags[comma + 1] == t.COORDINATOR else comma + 1
        return (after in self.persons and comma - 1 in self.persons) or (
            after in self.states and comma - 1 in self.states
        )

    def _opens_list(self, comma: int) -> bool:
        """'Science, research and innovation are': bare nouns joined from the start of the sentence."""
        if comma > _SHORT_NAME * 2 or self.tags[comma + 1] in (t.DETERMINER, t.PRONOUN):
            return False
        return all(x in _LISTED for x in self.tags[:comma]) and not any(i in self.dated for i in range(comma))

    def _relative(self, group: Predicate, j: int) -> Clause | None:
        """'…, who pledged': the antecedent is the noun phrase before, as far as its first preposition."""
        start = j
        while start > 0 and self.tags[start - 1] == t.PREPOSITION:
            start -= 1
        end = start
        if end and self.words[end - 1].text == ",":
            end -= 1
        first = end
        while first > 0 and end - first < _LONGEST_SUBJECT and self.tags[first - 1] in _ANTECEDENT:
            first -= 1
        return Clause(group, "relative", group.first, len(self.words), (first, end) if end > first else None)

    def _coordinate(self, group: Predicate, subject: tuple[int, int] | None, before: int) -> Clause:
        """A clause that stands beside an earlier one: main, or inside the complement that is open."""
        start = subject[0] if subject else group.first
        latest = self.clauses[-1] if self.clauses else None
        if latest is not None and latest.kind == "subordinate" and latest.governor is not None and subject:
            latest.end = start  # 'said that once the pact enters into force, Tokyo will …'
            return self._complement(group, subject, latest.governor)
        inner = self._inside(group, subject, before)
        if inner is not None:
            return inner
        last = self._last("main", "coordinate", "participle", "complement")
        if last is None or (last.kind == "participle" and last.inherits is None and subject):
            return Clause(group, "main", start, len(self.words), subject)
        if self.words[before].text in {";", ":"} if before >= 0 else True:
            return Clause(group, "main", start, len(self.words), subject)
        top = last
        while top.kind == "complement" and top.governor is not None:
            top = top.governor
        if last.kind == "complement" and not self._leaves(group, last, top):
            inherits = None if subject else last
            clause = Clause(
                self._tensed(group, last), "complement", start, len(self.words), subject, inherits, last.governor
            )
            if last.governor is not None:
                last.governor.parts.append(clause)
            return clause
        base = top
        while base.kind == "participle" and base.inherits is not None:
            base = base.inherits
        group = group if subject else self._tensed(group, last)
        return Clause(group, "coordinate", start, len(self.words), subject, None if subject else base)

    def _inside(self, group: Predicate, subject: tuple[int, int] | None, before: int) -> Clause | None:
        """'projects that support X and strengthen Y', 'since it mended X and prepared Y': a second verb of the clause
        that stands last, not of the main one."""
        latest = self.clauses[-1] if self.clauses else None
        if subject is not None or latest is None or before < 1 or self.tags[before] != t.COORDINATOR:
            return None
        if latest.kind not in {"relative", "subordinate"} or self.words[before - 1].text == ",":
            return None
        if latest.predicate.tense != group.tense or (latest.kind == "relative" and group.lemma in self.speech):
            return None
        return Clause(group, latest.kind, group.first, len(self.words), None, latest)

    def _tensed(self, group: Predicate, last: Clause) -> Predicate:
        """'will implement X and expand Y': the second verb shares the modal of the first."""
        shares = last.predicate.tense in {"future", "would", "modal"} and group.tense == "present"
        if shares and self.words[group.first].key == group.lemma:
            return replace(group, tense=last.predicate.tense)
        return group

    def _leaves(self, group: Predicate, last: Clause, top: Clause) -> bool:
        """Whether a coordinated verb is parallel to the reporting verb and not to the verb of what was reported."""
        if group.lemma not in self.speech:
            return False
        same = group.tense == top.predicate.tense
        return same and (last.predicate.tense != group.tense or top.predicate.tense == "past")

    def _complement(self, group: Predicate, subject: tuple[int, int], governor: Clause) -> Clause:
        clause = Clause(group, "complement", subject[0], len(self.words), subject, None, governor)
        if governor.complement is None:
            governor.complement = clause
        governor.parts.append(clause)
        return clause

    def _governor(self, before: int) -> Clause | None:
        """The reporting clause whose complement opens at token `before`: the last speech verb that stands before it."""
        for clause in reversed(self.clauses):
            if (
                clause.predicate.first < before
                and clause.predicate.lemma in self.speech
                and clause.kind != "attribution"
            ):
                return clause
            if before - clause.predicate.first > 40:
                break
        return None

    # -- attributions ---------------------------------------------------------------------------------------------

    def _inverted_subject(self, group: Predicate) -> tuple[int, int] | None:
        """The subject after the verb in '…,” said the minister'."""
        if group.lemma not in self.speech or group.first == 0 or group.last >= len(self.words):
            return None
        before = self.words[group.first - 1].text
        if before in _QUOTES and self.words[group.first - 1].end == self.words[group.first].start:
            return None  # a quotation opens here
        if before not in _QUOTES and before not in {",", "’", "'"}:
            return None
        if self.tags[group.last] not in (t.ENTITY, t.PRONOUN, t.DETERMINER, t.ADJECTIVE):
            return None
        if before == "," and self.clauses and not self._ends_at(self._noun_end(group.last)):
            return None
        if before == "," and not self.clauses:
            return None
        return group.last, self._noun_end(group.last)

    def _noun_end(self, i: int) -> int:
        while i < len(self.words) and (
            self.tags[i] in (t.ENTITY, t.NOUN, t.ADJECTIVE, t.DETERMINER, t.PRONOUN, t.POSSESSIVE)
            or (self.words[i].key in {"of", "for", "-"} and i + 1 < len(self.words))
        ):
            i += 1
        return i

    def _ends_at(self, i: int) -> bool:
        """Whether nothing but a closing mark, a comma or a place and time stands at i."""
        return i >= len(self.words) or self.tags[i] in (t.PUNCTUATION, t.PREPOSITION, t.GERUND, t.RELATIVE)

    def _is_parenthetic_attribution(self, group: Predicate, before: int) -> bool:
        """', Chien urged, ' or ', he said.': a speech verb without a complement behind a comma."""
        if group.lemma not in self.speech or self.words[before].text not in {",", "”", '"', "–", "—"}:
            return False
        if self.words[before].text in _QUOTES and before and self.words[before - 1].text in {",", "?", "!", ".", "…"}:
            return True
        i = group.last
        if i < len(self.words) and group.lemma in {"tell", "inform", "remind", "assure"}:  # 'told the meeting'
            i = self._noun_end(i)
        while i < len(self.words) and self.tags[i] == t.ADVERB:
            i += 1
        if i >= len(self.words) or self.words[i].text in {",", ".", '"', "”", ";", "/"}:
            return True
        told = self.clauses and self.clauses[-1].kind in {"main", "coordinate"} and self.words[before].text == ","
        return bool(told) and self.tags[i] in (t.PREPOSITION, t.SUBORDINATOR, t.ENTITY) and self._late(i)

    def _late(self, i: int) -> bool:
        """Whether only a time or circumstance follows: 'reaffirmed today after the talks', not 'warned of a war'."""
        dated = any(m.first == i for m in self.dates)
        return dated or self.words[i].key in {"after", "on", "at", "during", "as", "when", "following", "in", "before"}

    def _attribution(self, clause: Clause) -> Clause:
        for other in self.clauses:
            if other.governor is None and other.kind in {"main", "coordinate", "participle"}:
                other.governor = clause
                other.kind = "complement"
                clause.complement = clause.complement or other
                clause.parts.append(other)
        return clause

    # -- participles ----------------------------------------------------------------------------------------------

    def _participle(self, group: Predicate) -> Clause | None:
        if group.form != "gerund" or group.lemma not in self.speech:
            return None
        j = self._before(group.first)
        if j < 0:
            return Clause(group, "participle", group.first, len(self.words))
        word = self.words[j]
        if word.text not in {",", "–", "—", ";"} and word.key not in _ALONGSIDE and not self._pairs(j):
            return None
        if self._parallels_gerund(j):
            return None
        base = self._last("main", "coordinate")
        if base is None:
            base = self._last("complement")
            base = base.governor if base is not None else None
        return Clause(group, "participle", group.first, len(self.words), None, base)

    def _parallels_gerund(self, j: int) -> bool:
        """'in promoting X, identifying Y and seeking Z': one of a series that a preposition opened."""
        for k in range(j - 1, max(j - 40, 0), -1):
            if k in self.verbal:
                return False
            if self.tags[k] == t.GERUND:
                return self.tags[k - 1] == t.PREPOSITION and self.words[k - 1].key not in {"including"}
        return False

    def _pairs(self, j: int) -> bool:
        """', and calling' or ', praising X and pledging Y': a second participle beside a first."""
        last = self.clauses[-1] if self.clauses else None
        return self.tags[j] == t.COORDINATOR and last is not None and last.kind == "participle"

    # -- extents --------------------------------------------------------------------------------------------------

    def _last(self, *kinds: str) -> Clause | None:
        for clause in reversed(self.clauses):
            if clause.kind in kinds:
                return clause
        return None

    def _close(self) -> None:
        """End each clause where the next one of its level begins; give leading participles their subject."""
        outer = [c for c in self.clauses if c.kind not in {"complement", "subordinate", "attribution"}]
        level = [c for c in outer if c.kind != "relative"]
        position = {id(c): i for i, c in enumerate(level)}
        for clause in level:
            i = position[id(clause)]
            if i + 1 < len(level):
                clause.end = max(clause.predicate.last, level[i + 1].start)
            if clause.kind == "participle" and clause.inherits is None:
                following = (c for c in level[i + 1 :] if c.kind in {"main", "coordinate"})
                clause.inherits = next(following, None) or self._last("attribution")
        for first, second in pairwise(outer):
            if first.kind == "relative":
                first.end = max(first.predicate.last, second.start)
        self._close_parts()
        for clause in self.clauses:
            while clause.end > clause.start + 1 and self._trails(clause.end - 1):
                clause.end -= 1

    def _close_parts(self) -> None:
        """End each complement where the next one beside it begins, and no later than what governs it."""
        for clause in self.clauses:
            if not clause.parts:
                continue
            for first, second in pairwise(clause.parts):
                first.end = max(first.predicate.last, second.start)
            if clause.kind != "attribution":
                clause.parts[-1].end = max(clause.parts[-1].predicate.last, clause.end)

    def _trails(self, i: int) -> bool:
        return (
            self.tags[i] in (t.COORDINATOR, t.ADVERB)
            or self.words[i].text in {",", ";"}
            or (self.words[i].key in _ALONGSIDE)
        )

"""Attributions behind or inside what they report: ', he said', 'said the minister'."""

from __future__ import annotations

from verbale.language import tag_letters as t
from verbale.language.clause import Clause
from verbale.language.noun_phrases import NounPhrases
from verbale.language.predicates import Predicate
from verbale.language.tag_participles import is_agent
from verbale.language.tokens import QUOTES

# Verbs whose object is a person: behind a comma the name is who is thanked or asked, not who speaks.
_ADDRESSING = frozenset(
    "thank praise commend congratulate applaud salute welcome appreciate condemn criticize denounce support invite ask "
    "request".split()
)

_STYLES = frozenset({"mr", "mr.", "ms", "ms.", "mrs", "mrs.", "dr", "dr.", "sir", "lady", "dame", "madam", "miss"})

_DEEDS = frozenset({"sign", "hand-over"})  # in `speech`, but nobody's words
_PLAINLY = frozenset({"say", "tell", "add"})


class Attributions(NounPhrases):
    """Finds speech verbs whose words stand before them."""

    def _around_attribution(self, group: Predicate, attribution: Clause) -> Clause:
        """'More publicity, Chien urged, is …': the subject stands before the attribution."""
        end = attribution.start - 1
        subject = (self._subject_start(end), end) if end > 0 and self.tags[end - 1] in t.IN_SUBJECT else None
        start = subject[0] if subject else group.first
        clause = Clause(group, "complement", start, len(self.words), subject, None, attribution)
        attribution.complement = attribution.complement or clause
        attribution.parts.append(clause)
        return clause

    def _inverted_subject(self, group: Predicate) -> tuple[int, int] | None:
        """The subject after the verb in '…,” said the minister'."""
        if group.lemma not in self.speech or group.first == 0 or group.last >= len(self.words):
            return None
        if group.tense == "present" and self.words[group.head].key == group.lemma:
            return None  # 'and address the demands': a base form quotes nobody
        if group.tense in {"future", "would", "modal"} or group.lemma in _DEEDS:
            return None  # 'Chile, he said, will sign the pact', '…, signed a memorandum'
        before = self.words[group.first - 1].text
        if before in QUOTES and self.words[group.first - 1].end == self.words[group.first].start:
            return None  # a quotation opens here
        if before not in QUOTES and before not in {",", "’", "'"}:
            return None
        named = self.words[group.last].key in _STYLES  # 'said Mr Kim'
        named = named or (before in QUOTES and self.tags[group.last] == t.NOUN)  # '…,” said fishermen'
        unknown = group.lemma in _PLAINLY and self.words[group.last].capital
        named = named or (unknown and self.tags[group.last] == t.NOUN)  # '…, said Nora Vik of the union'
        if not named and self.tags[group.last] not in (t.ENTITY, t.PRONOUN, t.DETERMINER, t.ADJECTIVE):
            return None
        if before == "," and self.clauses and not self._ends_at(self._noun_end(group.last)):
            return None
        if before == "," and (not self.clauses or group.lemma in _ADDRESSING or self._relative_ends(group.first - 1)):
            return None
        end = self._noun_end(group.last)
        if before == "," and self._names_thing(group.last, end):
            return None  # 'and, in this context, acknowledged Chile's candidature.'
        if all(letter in (t.DETERMINER, t.ADJECTIVE) for letter in self.tags[group.last : end]):
            return None  # 'The two men, it says, recalled the "happy days"'
        return group.last, end

    def _names_thing(self, first: int, end: int) -> bool:
        """Whether a party's possession that is nobody stands behind the verb: 'Chile's candidature'."""
        owned = next((i + 1 for i in range(first, end) if self.tags[i] == t.POSSESSIVE), end)
        head = next((i for i in range(owned, end) if self.tags[i] in (t.NOUN, t.ENTITY)), end)
        return (
            head < end
            and self.tags[head] == t.NOUN
            and not is_agent(self.words[head])
            and not any(i in self.persons for i in range(owned, end))
        )

    def _relative_ends(self, comma: int) -> bool:
        """'Rojas, who leads the delegation, thanked': the comma closes a relative clause."""
        if self.words[comma + 1].key in {"said", "says", "added", "adds"}:
            return False
        before = self._skip_parenthesis(comma)
        return before is not None and self.tags[before + 2] == t.RELATIVE and self.clauses[-1].kind == "relative"

    def _ends_at(self, i: int) -> bool:
        """Whether nothing but a closing mark, a comma or a place and time stands at i."""
        return i >= len(self.words) or self.tags[i] in (t.PUNCTUATION, t.PREPOSITION, t.GERUND, t.RELATIVE)

    def _is_parenthetic_attribution(self, group: Predicate, before: int) -> bool:
        """', Chien urged, ' or ', he said.': a speech verb without a complement behind a comma."""
        if group.lemma not in self.speech or self.words[before].text not in {",", "”", '"', "–", "—"}:
            return False
        if self.words[before].text in QUOTES and self._opens_quote(before):
            return False  # '"We disagree.'
        if self._is_quoted_as_saying(group):
            return True
        if group.lemma in _DEEDS or (group.passive and self.words[group.first - 1].key != "it"):
            return False  # ', an agreement was signed.'
        if self.words[before].text in QUOTES and before and self.words[before - 1].text in {",", "?", "!", ".", "…"}:
            return True
        i = group.last
        if i < len(self.words) and group.lemma in {"tell", "inform", "remind", "assure"}:  # 'told the meeting'
            i = self._noun_end(i)
        while i < len(self.words) and self.tags[i] == t.ADVERB:
            i += 1
        if i >= len(self.words) or self.words[i].text in {",", ".", '"', "”", ";", "/"}:
            return True
        if group.lemma in {"aim", "seek", "strive", "plan", "target", "set-up", "establish"}:
            return False
        kinds = (
            {"main", "coordinate"} if group.lemma not in _PLAINLY else {"main", "coordinate", "subordinate", "relative"}
        )
        told = self.clauses and self.clauses[-1].kind in kinds and self.words[before].text == ","
        return bool(told) and self.tags[i] in (t.PREPOSITION, t.SUBORDINATOR, t.ENTITY, t.DATE) and self._late(i)

    def _is_quoted_as_saying(self, group: Predicate) -> bool:
        """'"It is fair," Rojas was quoted as saying.'"""
        behind = [word.key for word in self.words[group.last : group.last + 2]]
        return group.passive and group.lemma in {"quote", "cite"} and behind == ["as", "saying"]

    def _opens_quote(self, i: int) -> bool:
        """Whether the quotation mark at i stands before its words."""
        glued = i + 1 < len(self.words) and self.words[i].end == self.words[i + 1].start
        return glued and (i == 0 or self.words[i - 1].end < self.words[i].start)

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

"""Builds the clauses of a sentence, predicate by predicate, left to right."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

from verbale.language import tag_letters as t
from verbale.language.attributions import Attributions
from verbale.language.clause import Clause
from verbale.language.noun_phrases import LONGEST_SUBJECT
from verbale.language.predicates import Predicate
from verbale.language.tokens import QUOTES

_ANTECEDENT = frozenset({t.NOUN, t.ENTITY, t.NUMBER, t.PRONOUN, t.ADJECTIVE, t.DETERMINER, t.POSSESSIVE, t.OBJECT})
_ALONGSIDE = frozenset({"while", "whilst", "whereas"})
_ANSWERING = frozenset("reject deny dismiss dispute condemn denounce refute oppose protest contest rebut".split())
_CONCEDING = frozenset({"though", "although"})  # '…, though Rojas warned that'


class Builder(Attributions):
    """Walks the predicates once, left to right."""

    def build(self) -> list[Clause]:
        for group in self.groups:
            clause = self._finite(group) if group.form == "finite" else self._participle(group)
            if clause is not None:
                self.clauses.append(clause)
        self._close()
        return self.clauses

    def _finite(self, group: Predicate) -> Clause | None:
        inverted = self._inverted_subject(group)
        if inverted is not None:
            return self._attribution(Clause(group, "attribution", group.first, inverted[1], inverted))
        j = self._before(group.first)
        if j > 0 and self.words[j].text in QUOTES and self.tags[j - 1] in t.NOUN_LIKE:
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
        if letter in t.NOUN_LIKE or letter == t.DETERMINER or (letter == t.ADJECTIVE and self._stands_as_noun(j)):
            return self._with_subject(group, subject_end)
        if letter == t.GERUND and j > 0:
            return self._with_subject(group, subject_end)
        return self._coordinate(group, None, j)

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

    def _with_subject(self, group: Predicate, end: int) -> Clause | None:
        start = self._subject_start(end)
        antecedent = self._antecedent(start, end)
        if antecedent is not None:
            return self._with_subject(group, antecedent)
        inner = self._second_phrase(start, end)
        if inner is not None:
            if self.tags[start] not in (t.PREPOSITION, t.DATE):
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
        if word is not None and self.tags[before] in t.VERBAL:
            governor = self._governor(start)
            if governor is not None and governor.predicate.last >= before:
                return self._complement(group, subject, governor)
        if word is not None and self._is_parenthetic_attribution(group, before):
            last = self._noun_end(group.last) if group.lemma in {"tell", "inform", "assure"} else group.last
            return self._attribution(Clause(group, "attribution", start, last, subject))
        inside = before > 0 and self.words[before - 1].key == "that"
        conceding = word is not None and word.key in _CONCEDING and bool(self.clauses) and group.lemma in self.speech
        alongside = (
            word is not None and (word.key in _ALONGSIDE or conceding) and not inside
        )  # 'said that while …, more …'
        if word is not None and self.tags[before] == t.SUBORDINATOR and not alongside:
            governor = self._governor(before) if inside else None
            return Clause(group, "subordinate", start, len(self.words), subject, None, governor)
        if word is not None and self.tags[before] == t.RELATIVE:
            aside = self.tags[before - 1] == t.PREPOSITION or (
                self.words[before - 1].text == "," and group.lemma in _ANSWERING
            )
            joined = word.key in {"where", "why"} or (word.key in {"which", "whom"} and aside)
            acts = (group.lemma in self.speech and group.tense != "pluperfect") or group.tense == "future"
            kind = "coordinate" if joined and acts else "subordinate"
            return Clause(group, kind, start, len(self.words), subject)
        return self._coordinate(group, subject, before)

    def _antecedent(self, start: int, end: int) -> int | None:
        """'The pact *we signed today* will', 'The changes which Chile announces in May are': where the noun phrase ends
        that a clause without its object modifies, if only its date or circumstance stands before the next verb."""
        latest = self.clauses[-1] if self.clauses else None
        if latest is None or latest.kind != "subordinate" or latest.subject is None or latest.governor is not None:
            return None
        if latest.predicate.last != start or (self.tags[start] != t.PREPOSITION and not self._is_dated(start, end)):
            return None
        first = latest.subject[0]
        if first and (self.tags[first - 1] == t.RELATIVE or self.words[first - 1].key == "that"):
            first -= 1
        return first if first and self.tags[first - 1] in t.NOMINAL else None

    def _is_dated(self, start: int, end: int) -> bool:
        return all(self.tags[i] == t.DATE for i in range(start, end))

    def _relative(self, group: Predicate, j: int) -> Clause | None:
        """'…, who pledged': the antecedent is the noun phrase before, as far as its first preposition."""
        start = j
        while start > 0 and self.tags[start - 1] == t.PREPOSITION:
            start -= 1
        end = start
        if end and self.words[end - 1].text == ",":
            end -= 1
        first = end
        while first > 0 and end - first < LONGEST_SUBJECT and self.tags[first - 1] in _ANTECEDENT:
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
        if top.kind == "participle" and top.inherits is None and subject and self.words[before].text == ",":
            return Clause(group, "main", start, len(self.words), subject)  # 'Noting that …, the ministers agreed'
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
        if subject is not None or latest is None or latest.kind not in {"relative", "subordinate"} or before < 1:
            return None
        if self._only_inside(group, latest, before):
            return Clause(self._tensed(group, latest), latest.kind, group.first, len(self.words), None, latest)
        if self.tags[before] != t.COORDINATOR or self.words[before - 1].text == ",":
            return None
        if latest.predicate.tense != group.tense or (latest.kind == "relative" and group.lemma in self.speech):
            return None
        return Clause(group, latest.kind, group.first, len(self.words), None, latest)

    def _only_inside(self, group: Predicate, latest: Clause, before: int) -> bool:
        """'backed policies that fight fraud, promote trade, and build trust': a base form, which only goes with the
        base form or the modal of the clause that stands last."""
        if self.tags[before] != t.COORDINATOR and self.words[before].text != ",":
            return False
        outer = self._last("main", "coordinate", "participle", "complement")
        if outer is None or not self._bare(group) or not self._takes_bare(latest):
            return False
        near = self.words[before - 1].text != "," and self.tags[before] == t.COORDINATOR
        # 'so that we can learn and mend'
        nearer = near and self._bare(outer.predicate) and not self._bare(latest.predicate)
        return nearer or not self._takes_bare(outer)

    def _bare(self, group: Predicate) -> bool:
        return group.tense == "present" and group.first == group.head and self.words[group.head].key == group.lemma

    def _takes_bare(self, clause: Clause) -> bool:
        return clause.predicate.tense in {"future", "would", "modal"} or self._bare(clause.predicate)

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

    def _participle(self, group: Predicate) -> Clause | None:
        if group.form != "gerund" or group.lemma not in self.speech:
            return None
        if self._has_no_object(group.last):
            return None  # 'a training, advising, and assisting role', 'clear monitoring, reporting and transparency'
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

    def _has_no_object(self, index: int) -> bool:
        """Whether a comma stands here, or an 'and' with another noun: no object of the word before."""
        tags = self.tags[index : index + 2]
        joined = tags[:1] == [t.COORDINATOR] and tags[1:] in ([t.NOUN], [t.ADJECTIVE])
        return joined or (index < len(self.words) and self.words[index].text == ",")

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
                clause.end = _behind(clause, level[i + 1])
            if clause.kind == "participle" and clause.inherits is None:
                following = (c for c in level[i + 1 :] if c.kind in {"main", "coordinate"})
                clause.inherits = next(following, None) or self._last("attribution")
        for first, second in pairwise(outer):
            if first.kind == "relative":
                first.end = _behind(first, second)
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


def _behind(first: Clause, second: Clause) -> int:
    """Where a clause ends before the next one, or before the verb of the one that it is slipped into."""
    return max(first.predicate.last, second.start if second.start > first.start else second.predicate.first)

"""Noun phrases of a sentence: where a subject begins, what is only slipped in between it and its verb."""

from __future__ import annotations

from verbale.language import tag_letters as t
from verbale.language.clause import Clause
from verbale.language.mark_spans import covered
from verbale.language.marks import Marked
from verbale.language.predicates import Predicate
from verbale.language.tokens import QUOTES, Token

_NAMES = frozenset({t.ENTITY, t.DETERMINER, t.ADJECTIVE, t.PUNCTUATION})
_LISTED = frozenset({t.NOUN, t.ADJECTIVE, t.COORDINATOR, t.PUNCTUATION})
_ARTICLES = frozenset({"the", "both", "our", "their", "its", "his", "her", "each", "these", "those", "this"})
_STYLES = frozenset({"mr", "mrs", "ms", "dr", "miss", "sir", "."})
_SHORT_NAME, _LONG_NAME = 5, 14  # tokens
_LONGEST_ADVERBIAL = 20  # tokens
LONGEST_SUBJECT = 60  # tokens
_PARENTHETIC = frozenset(
    "worth valued up down mr mrs ms dr prof sir who which whose whom while along accompanied together joined "
    "including for on in as speaking describing representing head deputy acting flanked like at during after "
    "however meanwhile too also with under through respectively where when having".split()
)


class NounPhrases:
    """The words and tags of a sentence, with the clauses found so far; the ground that the clause builder stands on."""

    def __init__(self, marked: Marked, tags: list[str], groups: list[Predicate], speech: frozenset[str]) -> None:
        words = marked.sentence.tokens
        self.dates = marked.dates
        self.dated = covered(marked.dates)
        self.states = covered(marked.parties)
        self.persons = covered(marked.people, marked.posts)
        self.words, self.tags, self.groups, self.speech = words, tags, groups, speech
        self.verbal = {i for g in groups if g.form == "finite" for i in range(g.first, g.last)}
        self.clauses: list[Clause] = []

    def _before(self, i: int) -> int:
        """The index of the token before i that is no adverb."""
        j = i - 1
        while (
            j >= 0
            and self.tags[j] == t.ADVERB
            and (self.words[j].key != "both" or (j > 0 and self.tags[j - 1] in t.NOUN_LIKE))
        ):
            j -= 1
        return j

    def _stands_as_noun(self, j: int) -> bool:
        """'the pandemic', 'the U.S.': an adjective by its look that ends a noun phrase."""
        return self.words[j].capital or (j > 0 and self.tags[j - 1] in (t.DETERMINER, t.ADJECTIVE, t.POSSESSIVE))

    def _second_phrase(self, start: int, end: int) -> int | None:
        """Where a second noun phrase begins right behind a first, without a sign between them."""
        led = self.tags[start] in (t.PREPOSITION, t.DATE)  # 'During the talks a pact was signed'
        for k in range(end - 1, start, -1):
            if k in self.persons and self._named_behind(k, start):
                return k
            styled = k + 1 in self.persons and self.words[k - 1].capital  # 'His Majesty the Sultan'
            if styled or k in self.persons or self.words[k].key == "both":
                continue
            article = self.words[k].key in _ARTICLES or (self.words[k].key in {"a", "an"} and led)
            opens = self.tags[k] == t.PRONOUN or (self.tags[k] == t.DETERMINER and article)
            if opens and self.tags[k - 1] in (t.NOUN, t.ENTITY, t.NUMBER, t.DATE):
                return k
            if self._state_behind_noun(k) or (
                led and k - 1 in self.dated and self.tags[k] == t.NOUN and k not in self.dated
            ):
                return k  # 'In May flares were fired'
        return None

    def _named_behind(self, k: int, start: int) -> bool:
        """'At the meeting Rojas', 'On Monday Rojas': a person right behind the opening phrase of the sentence."""
        if k - 1 in self.persons or self.tags[start] not in (t.PREPOSITION, t.DATE):
            return False
        common = self.tags[k - 1] == t.NOUN and self.words[k - 1].text.islower()
        return k - 1 in self.dated or (common and self.words[k - 1].key not in t.agent_singulars())

    def _state_behind_noun(self, k: int) -> bool:
        """'the help France has given', 'On Monday France': a state that begins right behind a common noun or date."""
        if k not in self.states or k - 1 in self.states or self.tags[k] != t.ENTITY:
            return False
        return k - 1 in self.dated or (self.tags[k - 1] == t.NOUN and self.words[k - 1].text.islower())

    def _subject_start(self, end: int) -> int:
        """Where the noun phrase that ends before `end` begins."""
        i = end - 1
        if i > 0 and self.tags[i] == t.PRONOUN and self.tags[i - 1] == t.ADVERB:
            return i  # 'A moment later she'
        while i > 0 and end - i < LONGEST_SUBJECT:
            if self._extends(i - 1, end):
                i -= 1
            elif self._infinitive_inside(i - 1):
                i -= 3
            else:
                break
        while i < end - 1 and (self.tags[i] in (t.COORDINATOR, t.ADVERB) or self.words[i].text in {"-", "–", ")", ","}):
            i += 1
        while i < end - 2 and self.tags[i] == t.NUMBER and self.words[i + 1].text in {".", ")"}:
            i += 2  # '7. The two ministers'
        return self._past_participial(i, end)

    def _past_participial(self, start: int, end: int) -> int:
        """'Meeting Hauge, Rojas …', 'Having met Hauge, Rojas …': the subject stands behind the participle's comma."""
        if self.tags[start] not in (t.GERUND, t.PAST_PARTICIPLE, t.PREPOSITION):
            return start
        for k in range(end - 2, start, -1):
            if self.words[k].text == ",":
                named = self.tags[k + 1] in (t.ENTITY, t.DETERMINER, t.PRONOUN) or self.words[k + 1].key in _STYLES
                return k + 1 if named else start
        return start

    def _extends(self, i: int, end: int) -> bool:
        """Whether token i belongs to the noun phrase that stands right of it."""
        letter, word = self.tags[i], self.words[i]
        if i in self.verbal:
            return False
        if letter in t.IN_SUBJECT:
            return not (letter == t.GERUND and self._is_speech(word))
        if letter == t.COORDINATOR:
            return word.key in {"and", "or"} and i > 0 and self._joins(i, end)
        if word.text == ",":
            return self._lists(i, end) or self._opens_list(i)
        if word.text == ".":  # 'Mr. Año'
            return i > 0 and self.words[i - 1].end == word.start
        if word.text in QUOTES:  # 'the United States (“the Agreement partner”) and'
            return self.words[i - 1].text == "(" or (i + 1 < len(self.words) and self.words[i + 1].text == ")")
        return word.text in {"-", "–", "/", "’", "'", "&", "(", ")"}

    def _infinitive_inside(self, i: int) -> bool:
        """'Programs to support people …': an infinitive that hangs on the noun which opens the sentence."""
        if i < 2 or self.tags[i] != t.PLAIN or self.tags[i - 1] != t.TO or self.tags[i - 2] not in t.NOUN_LIKE:
            return False
        k = i - 2
        while k > 0 and self.tags[k] in t.IN_SUBJECT and k not in self.verbal:
            k -= 1
        return k == 0 or self.words[k].text in {",", ".", '"', "“"} or self.tags[k] in (t.SUBORDINATOR, t.PUNCTUATION)

    def _is_speech(self, word: Token) -> bool:
        return any(g.lemma in self.speech and self.words[g.head] is word for g in self.groups)

    def _joins(self, i: int, end: int) -> bool:
        """Whether 'and' at i joins two parts of one subject: nothing left of it is a verb's object."""
        adjectives = self.tags[i - 1] == t.ADJECTIVE and self.tags[i + 1] in (t.ADJECTIVE, t.NOUN)
        if self.tags[i - 1] not in t.NOUN_LIKE and self.words[i - 1].text not in {",", ")"} and not adjectives:
            return False
        k = i - 1
        while (
            k >= 0
            and i - k < LONGEST_SUBJECT
            and (self.tags[k] in t.IN_SUBJECT or self.words[k].text in {"-", "–", ",", "(", ")"})
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
        if self.tags[k] in t.VERBAL or k in self.verbal:  # 'said Japan and Korea will': names alone behind the verb
            names = all(letter in _NAMES for letter in self.tags[k + 1 : i])
            return names and self.tags[i + 1] != t.PRONOUN and self._governor(k + 1) is not None
        return True

    def _lists(self, comma: int, end: int) -> bool:
        """Whether a comma stands inside a list or apposition of marked people and posts."""
        if comma + 1 >= end:
            return False
        after = comma + 2 if self.tags[comma + 1] == t.COORDINATOR else comma + 1
        while after < end - 1 and self.words[after].key in _STYLES:
            after += 1  # 'Mr. Rojas, Ms. Hauge'
        if after in self.persons and comma - 1 in self.persons:
            return True
        if after == comma + 2 and self.words[after].key == "the":
            after += 1  # ', and the United Kingdom'
        return after in self.states and comma - 1 in self.states

    def _opens_list(self, comma: int) -> bool:
        """'Science, research and innovation are': bare nouns joined from the start of the sentence."""
        if comma > _SHORT_NAME * 2 or self.tags[comma + 1] in (t.DETERMINER, t.PRONOUN):
            return False
        return all(x in _LISTED for x in self.tags[:comma]) and not any(i in self.dated for i in range(comma))

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

    def _noun_end(self, i: int) -> int:
        while i < len(self.words) and (
            self.tags[i] in (t.ENTITY, t.NOUN, t.ADJECTIVE, t.DETERMINER, t.PRONOUN, t.POSSESSIVE)
            or (self.words[i].key in {"of", "for", "-"} and i + 1 < len(self.words))
            or (self.words[i].text == "." and i + 1 < len(self.words) and self.words[i - 1].key in _STYLES)  # 'Mr. Año'
        ):
            i += 1
        return i

    def _skip_parenthesis(self, closing: int) -> int | None:
        """The index of the last token before a parenthesis that `closing` ends, or None where there is none."""
        mark = self.words[closing].text
        opening_marks = {"("} if mark == ")" else {mark, "–", "—"} if mark != "," else {","}
        k = closing - 1
        while k > 0 and self.words[k].text not in opening_marks and closing - k < 45:
            if self.words[k].text in {";", ".", ":"} and mark != ")":
                return None
            k -= 1
        if k <= 0 or self.words[k].text not in opening_marks or self.tags[k - 1] not in t.NOUN_LIKE:
            return None
        if mark == ")":
            return k - 1
        first = self.words[k + 1]
        letter = self.tags[k + 1]
        named = any(i in self.persons for i in range(k + 1, closing))
        verbless = not any(i in self.verbal for i in range(k + 1, closing))
        if mark == "," and named and verbless and letter != t.COORDINATOR and closing - k <= _LONG_NAME:
            return k - 1  # 'the President, H.E. Dr X, will'
        if mark == "," and closing - k <= _SHORT_NAME and all(x in t.NOUN_LIKE for x in self.tags[k + 1 : closing]):
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
        partly = t.RELATIVE in self.tags[k + 1 : min(k + 5, closing)]  # ', the latter of whom is in Oslo,'
        inserted = all(
            x in (t.ADVERB, t.PAST_PARTICIPLE) for x in self.tags[k + 1 : closing]
        )  # ', then newly elected,'
        if first.key in _PARENTHETIC or inserted or (apposed and not (inside and not partly)):
            return k - 1
        return None

    def _lets(self, i: int) -> bool:
        """'helping Kuwait create': the bare verb belongs to the verb before its subject."""
        return any(g.head == i and g.lemma in {"help", "let", "make", "see", "watch"} for g in self.groups)

    def _that_before_adverbial(self, comma: int) -> int | None:
        """'agreed that since 1973, trade has grown': the 'that' behind which only a phrase stands before the comma."""
        for k in range(comma - 1, max(comma - _LONGEST_ADVERBIAL, -1), -1):
            opened = self.words[k].text == "," and self.words[k - 1].key == "that"  # 'said that, since 2020, …'
            if k in self.verbal or (self.words[k].text in {",", ";", '"'} and not opened):
                return None
            if self.words[k].key == "that" and self.tags[k] == t.SUBORDINATOR:
                return k
        return None

    def _quoted_from(self, i: int) -> Clause | None:
        """'The minister said, "The treaty …': the speech verb whose words open at the quotation mark i."""
        if i < 2 or self.words[i].text not in QUOTES or self.words[i - 1].text not in {",", ":"}:
            return None
        if self.words[i].text == "”" or self.words[i - 1].end == self.words[i].start:
            return None  # '…," he said': a quotation closes here
        governor = self._governor(i)
        return governor if governor is not None and governor.predicate.last >= i - 8 else None

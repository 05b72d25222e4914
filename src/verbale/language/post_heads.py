"""What stands before the head of an office: modifiers, fields, a body, a country."""

from __future__ import annotations

from verbale.language.marks import PartyForm, PartyMark
from verbale.language.phrases import Hit
from verbale.language.post_phrases import Draft, PhraseReader, keeps_name
from verbale.language.post_words import Head
from verbale.language.tokens import HYPHENS, POSSESSIVES, QUOTES, Token

_ORDINALS = frozenset({"first", "second", "third"})
_WITHOUT_FIELD = frozenset(
    {"prime minister", "king", "queen", "crown prince", "prince", "princess", "sultan", "emir", "amir", "senator"}
)
_STYLES = frozenset({"HE", "HH", "HRH", "HM", "HON", "RT", "SEN", "DR", "MR", "MRS", "MS"})
_TO_BODIES = frozenset({"sherpa"})  # offices of a state for a body of many
_LONGEST_BODY = 12
_LONGEST_LEAD = 4  # words in small letters before a head in small letters
_LONGEST_TITLE = 20  # tokens before a head


class HeadReader(PhraseReader):
    """Reads offices up to the end of their heads: 'Principal Deputy National Security Advisor'."""

    def _heads(self) -> list[Hit[Head]]:
        words = self.words
        return [
            hit
            for hit in self.table.heads.find(words)
            if (words[hit.first].capital or hit.value.any_case or self._before_of(hit) or self._is_led(hit))
            and not (
                hit.last + 1 < len(words) and words[hit.last].text in HYPHENS and words[hit.last + 1].key == "level"
            )
        ]

    def _before_of(self, hit: Hit[Head]) -> bool:
        """Whether a noun that is a verb too stands before 'of': 'head of the Treaties Department'."""
        return hit.value.before_of and hit.last < len(self.words) and self.words[hit.last].key == "of"

    def _is_led(self, hit: Hit[Head]) -> bool:
        """'EU special representative A', 'the Serbian chief negotiator, B', 'chief negotiators C of Kosovo and …'."""
        words, first = self.words, hit.first
        if words[first].capital or hit.value.any_case or hit.last >= len(words):
            return False
        while first > 0 and hit.first - first < _LONGEST_LEAD and self._leads(first - 1):
            first -= 1
        owner = self.party_before.get(first - (words[first - 1].text in POSSESSIVES if first else 0))
        after = hit.last + (owner is not None and words[hit.last].text == ",")
        if after >= len(words) or not words[after].capital or not words[after].text.replace("-", "").isalpha():
            return False
        several = hit.last - hit.first > 1  # 'chief negotiators'
        return (
            (owner is not None or first < hit.first or several)
            and after not in self.party_at
            and after not in self.place_at
        )

    def _leads(self, index: int) -> bool:
        """Whether a word in small letters here may stand before a head: 'special', 'coast', 'deputy'."""
        token = self.words[index]
        opens = index == 0 or (index == 1 and self.words[0].text in QUOTES)  # 'Intelligence chief A'
        known = token.key in self.table.modifiers or token.key in self.table.fields
        return known and (opens or not token.capital)

    def _begin(self, hit: Hit[Head]) -> Draft:
        """The office up to the end of its head."""
        draft = Draft(hit.first, hit.last, hit.value, [(hit.first, hit.last)], head_at=hit.first)
        draft.led = not hit.value.any_case and self._is_led(hit)
        capital = self.words[hit.first].capital
        in_body = False
        while draft.first > 0 and hit.first - draft.first < _LONGEST_TITLE:
            index = draft.first - 1
            mark = self.party_before.get(draft.first)
            if mark is not None:
                if not self._over_country(draft, mark):
                    break
                continue
            if self.words[index].text == ")" and self._bracketed(draft, index):
                break
            if draft.head.name in _WITHOUT_FIELD and self.words[index].key not in self.table.modifiers:
                self._possessive(draft, index)
                break
            first, in_body = self._step_left(index, capital, in_body)
            if first is None:
                self._possessive(draft, index)
                break
            draft.pieces[0] = (first, draft.pieces[0][1])
            draft.first = first
        return draft

    def _bracketed(self, draft: Draft, index: int) -> bool:
        """Take the country from a bracket before the office: 'Republic of Korea (ROK) Foreign Minister'."""
        mark = self.party_before.get(index)
        if mark is None or mark.first == 0 or self.words[mark.first - 1].text != "(":
            return False
        draft.party = mark.code
        return mark.form is not PartyForm.INSTITUTION  # 'Department of Trade (DOT) Secretary': its name goes on

    def _over_country(self, draft: Draft, mark: PartyMark) -> bool:
        """Take the country before the office; true where a modifier before it goes on ('Deputy U.S. Trade …')."""
        if draft.head.plural and self._second_country(mark.first - 1):
            return False
        if draft.head.name in _TO_BODIES and mark.form is PartyForm.BODY:
            return self._over_body(draft, mark)
        draft.party = draft.party or mark.code
        if keeps_name(self.words, mark) and self.words[mark.first].capital:
            draft.first = mark.first
            draft.pieces[0] = (mark.first, draft.pieces[0][1])
            return False
        before = mark.first - 1
        if before < 0 or self.words[before].key not in self.table.modifiers:
            return False
        if not self.words[before].capital:
            return False
        draft.first = before
        draft.pieces.insert(0, (before, before + 1))
        return True

    def _over_body(self, draft: Draft, mark: PartyMark) -> bool:
        """Take a body to which a state sends the holder into the title: 'G7/G20 Sherpa'; true where another goes on."""
        draft.pieces[0] = (mark.first, draft.pieces[0][1])
        draft.first = mark.first
        joined = mark.first > 1 and self.words[mark.first - 1].text in {"/", "and", "&"}
        before = self.party_before.get(mark.first - 1) if joined else None
        if before is None or before.form is not PartyForm.BODY:
            return False
        draft.first = mark.first - 1
        return True

    def _second_country(self, index: int) -> bool:
        """Whether another country is joined before the connector at `index`: 'Japanese and Philippine Ministers'."""
        return index > 0 and self.words[index].key in {"and", ",", "&"} and index in self.party_before

    def _possessive(self, draft: Draft, index: int) -> None:
        """The party in "Mexico's Foreign Minister" and 'the UAE Ministry of Economy's Assistant Minister'."""
        if self.words[index].text not in POSSESSIVES or draft.party:
            return
        for last in range(index, max(0, index - _LONGEST_BODY), -1):
            mark = self.party_before.get(last)
            if mark is not None:
                draft.party = mark.code
                return
            token = self.words[last - 1]
            if not token.capital and token.key not in {"and", "of", "for", "the"}:
                return

    def _step_left(self, index: int, capital: bool, in_body: bool) -> tuple[int | None, bool]:
        """The new first token when the one at `index` belongs to the title, and whether a body is being read."""
        token = self.words[index]
        table = self.table
        if token.capital or not capital:
            if token.key in table.bodies and token.capital:
                return index, True
            if token.key in table.modifiers or token.key in table.fields:
                return (index if token.capital or token.key not in _ORDINALS else None), in_body
        elif token.key in table.lower_modifiers:
            return index, in_body
        if _acronym(token) and not self.shouting:
            return index, True
        if index == 0 or (not capital and token.key not in {"and", "&"}):
            return None, in_body
        before = self.words[index - 1]
        if token.text in HYPHENS:
            good = before.key in table.fields or before.key in table.modifiers
            return (index - 1 if good and before.end == token.start else None), in_body
        if token.key in {"and", "&"} or (token.text == "," and self._listed(index)):
            return (index - 1 if self._field_alone(index - 1) else None), in_body
        if token.key in {"of", "for"}:
            return (index - 1 if before.capital and before.key in table.bodies and index > 0 else None), True
        if token.text == ")" and index >= 3 and _acronym(before) and self.words[index - 2].text == "(":
            return (index - 3 if self.words[index - 3].capital else None), True
        if in_body and token.capital and token.text.isalpha() and index > 0:
            return (index if self.words[index + 1].key not in table.modifiers else None), True
        return None, in_body

    def _field_alone(self, index: int) -> bool:
        """Whether a field stands here that is not the end of another office ('Secretary of State and …')."""
        words, fields = self.words, self.table.fields
        if words[index].key not in fields or words[index].key == "general":
            return False
        while index >= 0 and words[index].key in fields:
            index -= 1
        if index < 1 or words[index].key not in {"of", "for"}:
            return True
        return words[index - 1].key in self.table.bodies


def _acronym(token: Token) -> bool:
    """Whether the token may be a body's short name: 'NSC', but not a style ('HE the Minister')."""
    return token.text not in _STYLES and 2 <= len(token.text) <= 6 and token.text.isupper() and token.text.isalpha()

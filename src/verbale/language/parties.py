"""States and international bodies named in a sentence, by name, adjective, people, capital or house.

A state's word inside the name of an outlet, bank, company, school, sea or person is no party.
"""

from __future__ import annotations

from dataclasses import replace

from verbale.language import geography
from verbale.language.capitals import Names, names_of
from verbale.language.geography import DASHES, Geo, Role, Sense
from verbale.language.marks import PartyForm, PartyMark
from verbale.language.phrases import Hit
from verbale.language.sentences import Sentence
from verbale.language.spelling import key
from verbale.language.tokens import Token
from verbale.language.verbs import BASE, ING, S, Verb, verb

_PAIRING = DASHES | {"/"}
_TEXTS = frozenset({"charter", "convention", "protocol", "covenant"})
_PREFIXES = frozenset({"inter", "intra", "pan", "anti", "pro", "non", "trans", "post", "pre", "ex"})
_ARTICLES = frozenset({"the", "a", "an"})


def find_parties(sentence: Sentence, names: Names | None = None) -> list[PartyMark]:
    """Every party named in the sentence, from the left; `names` are its geographic names, where they are known.

    'Washington and Hanoi agreed' names US and VN; 'in Washington' and 'Washington Post' name none.
    """
    words = sentence.tokens
    hits, sense = names or names_of(sentence)
    marks: list[PartyMark] = []
    for hit in hits:
        form = _form(sentence, hit, sense)
        if form is not None:
            marks.append(PartyMark(hit.first, hit.last, hit.value.code, form))
    return _with_pairs(words, marks)


def _with_pairs(words: tuple[Token, ...], marks: list[PartyMark]) -> list[PartyMark]:
    """Names joined by a dash before a noun are adjectives: 'U.S.-Japan alliance', 'Australia – New Zealand talks'."""
    modifies = False
    for number in range(len(marks) - 1, -1, -1):
        mark = marks[number]
        following = marks[number + 1] if number + 1 < len(marks) else None
        joined = following is not None and following.first == mark.last + 1 and _at(words, mark.last) in _PAIRING
        if not joined:
            modifies = number > 0 and _at(words, mark.first - 1) in _PAIRING and _before_noun(words, mark.last)
        modifies = modifies or _modifies_beside(words, mark, following) or _is_compound(words, mark)
        if modifies and mark.form is PartyForm.NAME:
            marks[number] = replace(mark, form=PartyForm.ADJECTIVE)
    return marks


def _modifies_beside(words: tuple[Token, ...], mark: PartyMark, following: PartyMark | None) -> bool:
    """'U.S. and Mexican officials': an abbreviation in a list with an adjective."""
    if following is None or following.first != mark.last + 1 or following.form is not PartyForm.ADJECTIVE:
        return False
    return _at(words, mark.last) in {"and", "or", ",", "&"} and words[mark.last - 1].text.isupper()


def _is_compound(words: tuple[Token, ...], mark: PartyMark) -> bool:
    """'U.S.-led', 'Iran-backed': a small word after a tight hyphen."""
    if mark.last + 1 >= len(words) or words[mark.last].text != "-":
        return False
    after = words[mark.last + 1]
    tight = words[mark.last - 1].end == words[mark.last].start and words[mark.last].end == after.start
    return tight and after.text[0].islower()


def _before_noun(words: tuple[Token, ...], index: int) -> bool:
    """Whether the word at an index may be the noun that the words before it modify."""
    after = _at(words, index)
    if after == "" or not after[0].isalpha() or after in geography.words("not_nouns"):
        return False
    known = verb(after)
    return known is None or known.nounlike or words[index].capital


def _form(sentence: Sentence, hit: Hit[Geo], sense: dict[int, Sense]) -> PartyForm | None:
    """How the hit names a party, or None where it names none."""
    role = hit.value.role
    words = sentence.tokens
    if role in (Role.CAPITAL, Role.HOUSE):
        is_party = sense[hit.first] is Sense.PARTY and not _belongs(words, hit)
        return PartyForm.METONYM if is_party else None
    if not hit.value.code or _in_institution(words, hit) or _is_prefixed(words, hit):
        return None
    if role is Role.INSTITUTION:
        return PartyForm.BODY if hit.value.code in geography.bodies() else PartyForm.INSTITUTION
    if role is Role.BODY:
        named = words[hit.last - 1].capital or not words[hit.last - 1].text.isalpha()  # not 'Asia Pacific community'
        return PartyForm.BODY if named and not _is_text(words, hit) else None
    if hit.value.personal and _in_person(sentence, hit):
        return None
    if role is Role.STATE:
        return None if _is_georgia_state(words, hit) else _state_form(words, hit)
    if role is Role.SHORT:
        return None if _is_us_pronoun(words, hit) else _short_form(sentence, hit)
    if role is Role.PREFIX:
        return PartyForm.ADJECTIVE if _at(words, hit.last) in DASHES else None
    if role is Role.PEOPLE:
        return PartyForm.DEMONYM
    return _adjective_form(words, hit)


def _at(words: tuple[Token, ...], index: int) -> str:
    """The key at an index, '' outside the sentence."""
    return words[index].key if 0 <= index < len(words) else ""


def _belongs(words: tuple[Token, ...], hit: Hit[Geo]) -> bool:
    """'the Philippine Department of Defense': the house of the state named before it, which is a mark already."""
    if hit.value.role is not Role.HOUSE or not hit.first:
        return False
    before = hit.first - (2 if _at(words, hit.first - 1) == "'s" else 1)
    named = geography.lookup(words[before].text) if before >= 0 else None
    return named is not None and named.code != "" and named.code != hit.value.code


def _is_prefixed(words: tuple[Token, ...], hit: Hit[Geo]) -> bool:
    """'inter-Korean', 'anti-American' name a quality, not a party."""
    return _at(words, hit.first - 1) in DASHES and _at(words, hit.first - 2) in _PREFIXES


def _in_institution(words: tuple[Token, ...], hit: Hit[Geo]) -> bool:
    """'Viet Nam News Agency', 'Australian National University', 'Bank of England', 'Voice of America'."""
    if hit.value.role is Role.BODY and hit.last - hit.first > 1:
        return False
    after = geography.words("institutions_after")
    if (
        hit.last < len(words)
        and words[hit.last].capital
        and words[hit.last].key in geography.words("institutions_next")
    ):
        return True
    for word in words[hit.last : hit.last + (1 if hit.value.role is Role.SHORT else 3)]:
        if not word.capital or not word.text.isalpha():
            break
        if word.key in after:
            return True
    before = hit.first - 1
    if _at(words, before) == "the":
        before -= 1
    return _at(words, before) == "of" and _at(words, before - 1) in geography.words("institutions_before")


def _is_text(words: tuple[Token, ...], hit: Hit[Geo]) -> bool:
    """'United Nations Framework Convention', 'UN Charter': a text's name."""
    return any(word.capital and word.key in _TEXTS for word in words[hit.last : hit.last + 2])


def _in_person(sentence: Sentence, hit: Hit[Geo]) -> bool:
    """'Israel Katz', 'Michael Jordan', 'Nguyen Thai Hoc': a capitalised word beside it that is no office."""
    words = sentence.tokens
    following = words[hit.last] if hit.last < len(words) else None
    preceding = words[hit.first - 1] if hit.first else None
    if preceding is not None and (preceding.text in DASHES or preceding.key in _ARTICLES):
        return False  # 'the U.S.-India Quantum Mechanism'
    if preceding is not None and preceding.key == "of" and _at(words, hit.first - 2) in geography.words("offices"):
        return False  # 'President of Georgia Ana Lomidze'
    if following is not None and _is_name_like(following):
        titled = preceding is not None and preceding.key in geography.words("titles") | geography.words("offices")
        if titled or not geography.titled(sentence):
            return True
    if preceding is None or not _is_name_like(preceding) or geography.titled(sentence):
        return False
    if verb(preceding.key) is not None:  # 'Welcoming Georgia'
        return False
    return hit.first > 1 and (following is None or following.key not in geography.words("offices"))


def _is_name_like(word: Token) -> bool:
    """A capitalised word that could be a name's: no office, no party, no line in capitals."""
    if not word.capital or not word.text.isalpha() or word.text.isupper():
        return False
    return word.key not in geography.words("offices") and geography.lookup(word.text) is None


def _is_georgia_state(words: tuple[Token, ...], hit: Hit[Geo]) -> bool:
    """'Atlanta, Georgia', 'Georgia and Alabama', 'the state of Georgia'."""
    if hit.value.code != "GE":
        return False
    if _at(words, hit.first - 1) == "of" and _at(words, hit.first - 2) in {"state", "governor", "senator"}:
        return True
    around = words[max(0, hit.first - 3) : hit.first] + words[hit.last : hit.last + 3]
    return any(word.key in geography.words("georgia_state") for word in around)


def _is_us_pronoun(words: tuple[Token, ...], hit: Hit[Geo]) -> bool:
    """'CONTACT US', 'ABOUT US' in menus: the pronoun in capitals; 'US $10' is money."""
    if words[hit.first].text != "US" or hit.last - hit.first > 1:
        return False
    if _at(words, hit.last) == "$":
        return True
    return _at(words, hit.first - 1) in {"contact", "about", "join", "follow", "tell", "let", "of", "email"} and (
        words[hit.first - 1].text.isupper() or hit.last == len(words)
    )


def _state_form(words: tuple[Token, ...], hit: Hit[Geo]) -> PartyForm:
    """A state's name before an office or its leaders is an adjective: 'Japan Prime Minister', 'Vietnam officials'."""
    if hit.last < len(words):
        word = words[hit.last]
        if word.capital and word.key in geography.words("offices"):
            return PartyForm.ADJECTIVE
        if not word.capital and word.key in geography.words("heads"):
            return PartyForm.ADJECTIVE
    return PartyForm.NAME


def _short_form(sentence: Sentence, hit: Hit[Geo]) -> PartyForm:
    """'U.S. officials' is an adjective, 'the U.S. agreed' a name."""
    words = sentence.tokens
    if hit.last >= len(words):
        return PartyForm.NAME
    word = words[hit.last]
    office = word.capital and _at(words, hit.last + 1) in geography.words("offices")  # 'US Under Secretary'
    if not word.text[0].isalpha() or (word.key in geography.words("not_nouns") and not office):
        return PartyForm.NAME
    known = verb(word.key)
    if known is None and word.key.endswith("ly") and verb(_at(words, hit.last + 1)) is not None:
        return PartyForm.NAME  # 'the U.S. highly values'
    if known is None or (word.capital and not word.text.isupper() and not geography.titled(sentence)):
        return PartyForm.ADJECTIVE
    if word.key in geography.words("nouns") or (known.nounlike and not _headline_verb(sentence, hit, known)):
        return PartyForm.NAME if _verb_goes_on(words, hit, known) else PartyForm.ADJECTIVE
    if known.forms == ING and _before_noun(words, hit.last + 1):
        return PartyForm.ADJECTIVE  # 'U.S. trading partners'
    return PartyForm.NAME


def _headline_verb(sentence: Sentence, hit: Hit[Geo], known: Verb) -> bool:
    """'US visits', and after two names 'Vietnam, US hold': a verb in a headline, though it may be a noun."""
    plural = BASE in known.forms and _at(sentence.tokens, hit.first - 1) in {",", "and", "&"}
    return sentence.heading and (S in known.forms or plural)


_SUBJECT_AFTER = frozenset({"the", "that", "and", ","})
_OBJECT_STARTS = frozenset({"the", "a", "an", "its", "their", "that", "all", "both", "for", "this"})


def _verb_goes_on(words: tuple[Token, ...], hit: Hit[Geo], known: Verb) -> bool:
    """'the U.S. supports a strong Vietnam', 'the U.S. plans to' against 'lower U.S. exports to Japan'."""
    if hit.first and _at(words, hit.first - 1) not in _SUBJECT_AFTER:
        return False
    after = _at(words, hit.last + 1)
    return after in _OBJECT_STARTS or (after == "to" and known.lemma in geography.words("intends"))


def _adjective_form(words: tuple[Token, ...], hit: Hit[Geo]) -> PartyForm | None:
    """Adjective before a noun, people otherwise; None for a language."""
    before, after = _at(words, hit.first - 1), _at(words, hit.last)
    following = [word.key for word in words[hit.last : hit.last + 4]]
    if after in geography.words("language_after") or not {"language", "languages", "speaking"}.isdisjoint(following):
        return None
    if _is_attributive(words, hit, before):
        return PartyForm.ADJECTIVE
    if before in geography.words("language_before") or before == "in" or _at(words, hit.first - 2) == "english":
        return None
    if after in {"and", "or", ",", "/", "&"} and before not in {"a", "an"}:
        return PartyForm.ADJECTIVE
    return PartyForm.DEMONYM


def _is_attributive(words: tuple[Token, ...], hit: Hit[Geo], before: str) -> bool:
    """Whether a noun follows: 'Vietnamese officers', 'Vietnamese-made', 'Vietnamese and Lao officers'."""
    index = hit.last
    if _at(words, index) in {"and", "or"} and index + 1 < len(words) and words[index + 1].capital:
        index += 2
    after = _at(words, index)
    if after == "" or not (after[0].isalpha() or after in DASHES) or after in geography.words("not_nouns"):
        return False
    known = verb(after)
    if before not in _ARTICLES or known is None or known.nounlike or words[index].capital or known.forms in ("g", "n"):
        return True
    following = _at(words, index + 1)  # 'the Lebanese armed forces' against 'the Lebanese agreed to'
    return following != "" and following[0].isalpha() and following not in geography.words("not_nouns")


def party_code(text: str) -> str | None:
    """The code of the party meant by `text`: 'Viet Nam', 'vn', 'US', 'asean', 'Hanoi'; None for others."""
    stripped = text.strip()
    if stripped.upper() in geography.states():
        return stripped.upper()
    for code in geography.bodies():
        if key(code) == key(stripped):
            return code
    found = geography.lookup(stripped) or geography.lookup(stripped.upper())
    return found.code or None if found is not None else None


def party_name(code: str) -> str:
    """The English short name for a code: 'VN' → 'Vietnam', 'ASEAN' → 'ASEAN'; an unknown code is its own name."""
    state = geography.states().get(code)
    return str(state["name"]) if state is not None else code

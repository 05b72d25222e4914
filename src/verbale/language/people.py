"""The people of a document: who they are, and where each is named.

Invariants: a person is somebody whom the text names with a context that people alone have; the party is None until
words of the document settle it; a form that two people share marks neither.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from verbale.language.cast import Cast, Person, assign_party, resolve_description
from verbale.language.casting import Role, cast_roles, person
from verbale.language.mark_spans import covered
from verbale.language.marks import Marked, PersonMark
from verbale.language.mentions import Mention, find_mentions
from verbale.language.name_forms import covers, full_parts, plain
from verbale.language.recurrence import find_again, name_forms
from verbale.language.sides import add_sides
from verbale.language.tokens import Token
from verbale.language.verbs import verb

__all__ = ["Cast", "Person", "assign_party", "find_people", "resolve_description"]


_NEAR_START = 5  # 'His Cambodian counterpart A' opens its sentence
_LONGEST_NAME = 4  # parts of a name that nothing introduces
_LONGEST_CAPTION = 14  # tokens of the line above a signature


def find_people(marked: Sequence[Marked]) -> Cast:
    """The cast of a document. Parties, places and posts of the sentences must have been marked before."""
    mentions: list[Mention] = []
    for at, sentence in enumerate(marked):
        found = find_mentions(sentence, at)
        add_sides(sentence, found)
        mentions.extend(found)
    _add_announced(marked, mentions)
    _add_signed_for(marked, mentions)
    _add_spoken(marked, mentions)
    roles = cast_roles(mentions)
    _add_loose_runs(roles, mentions)
    people = tuple(person(role) for role in roles)
    marks = _marks(marked, roles, people)
    return Cast(_of_the_same_office(roles, people, marks), marks)


def _of_the_same_office(
    roles: Sequence[Role], people: tuple[Person, ...], marks: Sequence[Sequence[PersonMark]]
) -> tuple[Person, ...]:
    """'Mori met his counterpart, A': of Mori's office, which another sentence told."""
    told = list(people)
    for index, role in enumerate(roles):
        for mention in role.mentions if told[index].post is None else ():
            if not mention.counterpart or mention.rank:
                continue
            before = [mark for mark in marks[mention.sentence] if mark.first < mention.name.first]
            if not before and mention.sentence and mention.name.first < _NEAR_START:
                before = list(marks[mention.sentence - 1])
            post = people[before[-1].person].post if before else None
            if post is not None and before[-1].person != index:
                told[index] = replace(told[index], post=post, posts=(post,))
    return tuple(told)


def _add_announced(marked: Sequence[Marked], mentions: Sequence[Mention]) -> None:
    """'…, Peru's finance minister said. Ana Ruiz was speaking …': a name that opens a sentence."""
    peopled = {mention.sentence for mention in mentions if mention.strong or mention.weak}
    officed = {mention.name.parts[-1] for mention in mentions if mention.post}
    for mention in mentions:
        at, name = mention.sentence, mention.name
        opens = name.first == 0 and len(name.parts) > 1 and not (mention.post or mention.heading or mention.strong)
        if not opens or at == 0 or at - 1 in peopled or not mention.weak or name.parts[-1] in officed:
            continue
        words = marked[at - 1].sentence.tokens
        posts = [post for post in marked[at - 1].posts if not post.plural and _says(words, post.last)]
        if len(posts) == 1 and posts[0].party:
            mention.post, mention.party, mention.reason = posts[0].title, posts[0].party, "office"
            mention.strong = True


def _add_signed_for(marked: Sequence[Marked], mentions: Sequence[Mention]) -> None:
    """Above a signature: 'For the Government of Fiji:' on a line of its own, then who signed."""
    for mention in mentions:
        if mention.party or not mention.sentence:
            continue
        above = marked[mention.sentence - 1]
        codes = {mark.code for mark in above.parties}
        if len(codes) == 1 and _signs(above):
            mention.party, mention.reason = above.parties[0].code, "delegation"


def _add_spoken(marked: Sequence[Marked], mentions: Sequence[Mention]) -> None:
    """'It took Ana Mori two days', where 'Mori told reporters' elsewhere: a bare full name is a person's."""
    spoken = {mention.name.parts[-1]: mention.sentence for mention in mentions if mention.spoken}
    known = {mention.name.parts[-1] for mention in mentions if mention.strong or mention.weak}
    for mention in mentions:
        parts = mention.name.parts
        bare = not (mention.strong or mention.weak or mention.heading) and 2 <= len(parts) <= _LONGEST_NAME
        heard = bare and any(
            part not in known and spoken.get(part, mention.sentence) != mention.sentence
            for part in (parts[0], parts[-1])  # the family's name stands first or last
        )
        if heard and mention.name.first not in covered(marked[mention.sentence].places):  # 'Bergen Yards'
            mention.weak = True


def _signs(line: Marked) -> bool:
    """Whether a line says for whom somebody signs below: 'On behalf of Tonga'."""
    words = line.sentence.tokens
    if not 2 <= len(words) <= _LONGEST_CAPTION or not (line.sentence.heading or words[-1].text == ":"):
        return False
    return words[0].key == "for" or (words[0].key == "on" and words[1].key == "behalf")


def _says(words: Sequence[Token], index: int) -> bool:
    """Whether a verb of saying follows: 'the minister said on Thursday'."""
    known = verb(words[index].key) if index < len(words) else None
    return known is not None and known.lemma in {"say", "announce", "tell", "add", "confirm", "warn", "declare"}


def _add_loose_runs(roles: Sequence[Role], mentions: Sequence[Mention]) -> None:
    """A run of capitals that holds the whole name of a person known by one name only is that person's full name."""
    short = {role.parts[0]: role for role in roles if full_parts(role.parts) == 1 and role.parts}
    if not short:
        return
    for mention in mentions:
        if mention.strong or mention.weak or mention.heading:
            continue
        parts = plain(mention.name.parts)
        if not 2 <= len(parts) <= 5:
            continue
        whose = {id(short[part]): short[part] for part in (parts[0], parts[-1]) if part in short}
        if len(whose) == 1:
            role = next(iter(whose.values()))
            if covers(parts, role.parts) or len(role.parts) == 1:
                mention.weak = True
                role.add(mention, parts)


def _marks(
    marked: Sequence[Marked], roles: Sequence[Role], people: tuple[Person, ...]
) -> tuple[tuple[PersonMark, ...], ...]:
    known: list[dict[int, PersonMark]] = [{} for _ in marked]
    for index, role in enumerate(roles):
        for mention in role.mentions:
            name = mention.name
            known[mention.sentence][name.first] = PersonMark(name.first, name.last, index)
    forms = name_forms(people)
    return tuple(tuple(find_again(sentence, forms, people, known[at])) for at, sentence in enumerate(marked))

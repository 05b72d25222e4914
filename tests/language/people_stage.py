"""A text with everything marked that people are read from, for the tests of posts and people."""

from __future__ import annotations

from verbale.language.marks import Marked
from verbale.language.parties import find_parties
from verbale.language.people import Cast, find_people
from verbale.language.places import find_places
from verbale.language.posts import find_posts
from verbale.language.sentences import sentences
from verbale.model.document import Passage, Role


def marked(text: str, role: Role = Role.BODY) -> list[Marked]:
    """The sentences of a text with parties, places and posts."""
    found = []
    for sentence in sentences(text, [Passage(0, len(text), role)]):
        scene = Marked(sentence)
        scene.parties = find_parties(sentence)
        scene.places = find_places(sentence, scene.parties)
        scene.posts = find_posts(scene)
        found.append(scene)
    return found


def cast(text: str) -> Cast:
    """The people of a text that is all body."""
    return find_people(marked(text))


def posts(text: str) -> list[tuple[str, str | None]]:
    """Title and party of every office in a text."""
    return [(post.title, post.party) for scene in marked(text) for post in scene.posts]

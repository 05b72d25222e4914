"""Setting the scene: passages, head, sentences, and every mark, found once and in one order for all layers."""

from __future__ import annotations

from verbale.language import geography
from verbale.language.capitals import names_of
from verbale.language.contrast import unmarked_side
from verbale.language.dates import date_marks
from verbale.language.geography import Role as Geo
from verbale.language.institutions import name_institutions
from verbale.language.instruments import find_instruments
from verbale.language.kingdoms import name_kingdom
from verbale.language.marks import Marked
from verbale.language.mechanism_initials import name_by_initials
from verbale.language.mechanisms import find_mechanisms
from verbale.language.parties import find_parties
from verbale.language.people import find_people
from verbale.language.places import find_places
from verbale.language.posts import find_posts
from verbale.language.quantities import quantity_marks
from verbale.language.quantities_money import Users
from verbale.language.sentences import sentences
from verbale.language.settling import IN_ORDER, own_signatories, settle_parties
from verbale.language.unmarked import institutions_named
from verbale.model.dates import PartialDate, parse
from verbale.model.document import Document, Passage, Role
from verbale.reader.head import Head, find_head
from verbale.reader.passages import find_passages
from verbale.reader.scene import Scene
from verbale.reader.sides import genre, issuer, sides, weigh
from verbale.reader.topic_inheritance import dominant_topic, one_matter

_NATIONAL = frozenset({Geo.STATE, Geo.ADJECTIVE, Geo.PEOPLE, Geo.CAPITAL, Geo.CITY})


def set_scene(document: Document) -> Scene:
    """The scene of a document, with all its marks."""
    passages = find_passages(document)
    head = find_head(document, passages)
    marked = [Marked(sentence) for sentence in sentences(document.text, passages)]
    named = [names_of(m.sentence) for m in marked]
    for m, names in zip(marked, named, strict=True):
        m.parties = find_parties(m.sentence, names)
    name_institutions(marked)
    for m, names in zip(marked, named, strict=True):
        m.places = find_places(m.sentence, m.parties, names)
        m.posts = find_posts(m)
    scene = Scene(document, passages, head, marked, find_people(marked), _published(head))
    for m, people in zip(marked, scene.cast.marks, strict=True):
        m.people = list(people)
    for m, dates in zip(marked, date_marks(marked, scene.published), strict=True):
        m.dates = dates
    for m in marked:
        m.mechanisms = find_mechanisms(m)
        m.instruments = find_instruments(m)
    name_by_initials(marked)
    _settle(scene)
    scene.own = _paper_country(scene.head.outlet) or _own_side(scene)
    users = Users(scene.issuer, scene.sides, scene.own)
    for m in marked:
        m.quantities = quantity_marks(m, users)
    scene.theme = dominant_topic(marked, scene.sides)
    if scene.theme and scene.genre == "news":
        scene.matter = one_matter(marked, scene.sides)
    return scene


def _published(head: Head) -> PartialDate | None:
    """The document's date without its time of day."""
    value = parse(head.published[:10]) if head.published else None
    return value if isinstance(value, PartialDate) else None


def _settle(scene: Scene) -> None:
    """The sides, the issuing government and the genre, from the marks."""
    outlet = _outlet_parties(scene.head, scene.passages)
    scene.issuer = scene.home = issuer(scene.head.outlet, outlet)
    scene.mentions = weigh(scene.marked, scene.cast)
    scene.genre = genre(scene.marked, scene.head.title, scene.home)
    scene.sides = sides(scene.marked, scene.mentions, scene.home, scene.genre)
    name_kingdom(scene.marked, scene.sides)
    if scene.genre == "joint":
        scene.home = None
    news = scene.genre == "news"
    paper_of = _paper_country(scene.head.outlet) if news else None
    scene.cast = settle_parties(scene.cast, scene.marked, scene.home, scene.sides, newspaper=news, paper_of=paper_of)
    if scene.genre == "joint" and scene.issuer in scene.sides:
        scene.cast = own_signatories(scene.cast, scene.marked, str(scene.issuer), scene.sides)
    if scene.genre == "speech":
        _find_speaker(scene)


def _find_speaker(scene: Scene) -> None:
    """Who says I: the person named above the text, else the one official of the issuing government."""
    above = [m for m in scene.marked if m.sentence.role is not Role.BODY or m.sentence.heading][:4]
    named = list(dict.fromkeys(p.person for m in above for p in m.people))
    officials = [i for i, person in enumerate(scene.cast.people) if person.party == scene.home and person.post]
    if scene.home is not None:
        named = [p for p in named if scene.cast.people[p].party == scene.home]
    candidates = named or (officials if scene.home else [])
    if len(candidates) == 1:
        scene.speaker = candidates[0]
        scene.home = scene.home or scene.cast.people[candidates[0]].party


def _paper_country(outlet: str | None) -> str | None:
    """The one country that a newspaper's name names, itself, by a city or by its code: 'Lima Herald', 'Newsline PE'."""
    words = (outlet or "").split()
    names = [" ".join(words[i : i + length]) for length in (2, 1) for i in range(len(words) - length + 1)]
    found = [place for name in names if (place := geography.lookup(name)) is not None and place.role in _NATIONAL]
    codes = {place.code for place in found if place.code}
    codes |= {words[-1]} & geography.states().keys() if len(words) > 1 else set()
    return codes.pop() if len(codes) == 1 else None


def _own_side(scene: Scene) -> str | None:
    """The side whose people a newspaper names without a country, its own."""
    people = scene.cast.people
    known = {
        index: person.party for index, person in enumerate(people) if person.party and person.side_reason != IN_ORDER
    }
    if scene.genre != "news" or len(scene.sides) != 2:
        return None
    two = scene.sides[0], scene.sides[1]
    return unmarked_side(people, two, known, institutions_named(scene.marked))


def _outlet_parties(head: Head, passages: tuple[Passage, ...]) -> list[str]:
    """The parties that the outlet's name names."""
    if not head.outlet:
        return []
    named = sentences(head.outlet, [Passage(0, len(head.outlet), Role.BYLINE)])
    return list(dict.fromkeys(p.code for s in named for p in find_parties(s)))

"""Items of a list that begin with their verb: 'The two ministers: 1. Underlined …; 2. Agreed to …'."""

from __future__ import annotations

from verbale.language import tag_letters as t
from verbale.language.clauses import Clause, Parse
from verbale.reader.acts.agent import Agent
from verbale.reader.acts.agents import resolve
from verbale.reader.acts.state import State
from verbale.reader.scene import Scene


def opening_agent(scene: Scene, parsed: Parse, state: State) -> Agent | None:
    """Who is named right before the colon of a line without a verb for them: 'To this end, the Prime Minister and
    President:'."""
    last = len(parsed.words) - 1
    first = last
    while first > 0 and (parsed.tags[first - 1] in t.IN_SUBJECT or parsed.tags[first - 1] == t.COORDINATOR):
        first -= 1
    if first == last or (first > 0 and parsed.words[first - 1].text not in {",", ".", ")"}):
        return None
    return resolve(scene, parsed, first, last, state.memory)


def item_agent(scene: Scene, parsed: Parse, clause: Clause, state: State) -> Agent | None:
    """Whose act an item without a subject is: of whoever opened the list, in a joint text of all sides."""
    root = clause
    for _ in range(6):
        if root.inherits is None:
            break
        root = root.inherits
    predicate = root.predicate
    if root.subject is not None or predicate.form != "finite" or predicate.tense != "past" or predicate.passive:
        return None
    if any(word.text[0].isalpha() and len(word.text) > 1 for word in parsed.words[: predicate.first]):
        return None
    if state.opening is not None:
        return state.opening
    return Agent(scene.sides) if scene.genre == "joint" and scene.sides else None

"""Acts that stand only in a relative or temporal clause of a news story: a dated step ahead, a text signed then."""

from __future__ import annotations

from verbale.language import tag_letters as t
from verbale.language.clauses import Clause, Parse
from verbale.language.predicates import LOOKING_BACK
from verbale.reader.acts.agent import Agent
from verbale.reader.acts.dating import is_dated
from verbale.reader.acts.drafts import Draft, draft_of
from verbale.reader.acts.texts import names_text
from verbale.reader.scene import Scene

_SIGNED = frozenset({"sign", "ink", "initial", "adopt", "conclude"})


def told_ahead(scene: Scene, parsed: Parse, clause: Clause, agent: Agent | None) -> list[Draft]:
    """'…, whose third session is to be held in Oslo in May': a step with its date, told of the thing named before."""
    ahead = clause.predicate.tense == "future" and not clause.predicate.negated
    if not ahead or scene.genre != "news" or not scene.sides or not is_dated(scene, parsed, clause):
        return []
    return [draft_of(parsed, clause, "plan", agent or Agent(scene.sides), "aside.ahead")]


def slipped_in(scene: Scene, parsed: Parse, clause: Clause, agent: Agent | None) -> list[Draft]:
    """'…, which Norway will lead from 29 May', '…, when 13 documents were signed': what such a clause tells."""
    at = clause.subject[0] - 1 if clause.subject is not None else -1
    if at < 1 or scene.genre != "news" or clause.governor is not None:
        return []
    if parsed.tags[at] == t.RELATIVE and parsed.words[at].key == "which" and agent is not None and agent.codes:
        return told_ahead(scene, parsed, clause, agent)
    signed = clause.predicate.passive and clause.predicate.lemma in _SIGNED and clause.predicate.tense in LOOKING_BACK
    if parsed.words[at].key == "when" and signed and names_text(parsed, clause) and scene.sides:
        return [draft_of(parsed, clause, "sign", Agent(scene.sides), "aside.signed")]
    return []

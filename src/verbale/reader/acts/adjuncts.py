"""Acts told behind 'with' or 'without': 'closed their talks with a pledge to', 'with work due in May'."""

from __future__ import annotations

from dataclasses import replace

from verbale.language import tag_letters as t
from verbale.language.clauses import Clause, Parse
from verbale.reader.acts.agent import Agent
from verbale.reader.acts.dating import is_dated
from verbale.reader.acts.drafts import Draft
from verbale.reader.scene import Scene

_PROMISES = frozenset("pledge promise vow commitment agreement accord deal decision understanding pledges".split())
_REQUESTS = frozenset("call appeal plea demand request calls demands".split())
_OUTCOMES = frozenset("agreement deal result breakthrough progress compromise accord".split())
_DUE = frozenset({"expected", "due", "scheduled", "set", "slated", "planned"})
_AHEAD = frozenset({"to", "for", "on", "that", "from"})
_REACH = 5  # tokens from 'with' to its noun
_PHRASE = 10  # tokens from 'with' to what is due


def with_outcome(parsed: Parse, clause: Clause, agent: Agent) -> Draft | None:
    """'wrapped up their meeting with a pledge to', 'The round ended without agreement on': what came of a meeting."""
    for i in range(clause.predicate.last, min(clause.end, len(parsed.words) - 2)):
        key = parsed.words[i].key
        kind = _promised(parsed, i, agent) if key == "with" else _missed(parsed, i) if key == "without" else None
        if kind is not None:
            return Draft(parsed.marked, clause.start, clause.end, kind, agent, "adjunct.outcome")
    return None


def _promised(parsed: Parse, i: int, agent: Agent) -> str | None:
    if parsed.words[i + 1].key not in {"a", "an"}:
        return None
    for k in range(i + 2, min(i + 2 + _REACH, len(parsed.words) - 1)):
        if parsed.words[k + 1].key in _AHEAD and parsed.tags[k] == t.NOUN:
            key = parsed.words[k].key
            agreed = "agree" if agent.joint else "commit"
            return agreed if key in _PROMISES else "request" if key in _REQUESTS else None
        if parsed.tags[k] not in (t.NOUN, t.ADJECTIVE, t.ADVERB):
            return None
    return None


def _missed(parsed: Parse, i: int) -> str | None:
    ahead = [word.key for word in parsed.words[i + 1 : i + 4]]
    return "report" if _OUTCOMES & set(ahead[:3]) else None


def due_beside(scene: Scene, parsed: Parse) -> list[Draft]:
    """'…, with full operation planned for 2028', 'with the first flights expected to leave in May'."""
    if scene.genre != "news" or not scene.sides or not parsed.clauses:
        return []
    words, tags = parsed.words, parsed.tags
    for i in range(1, len(words) - 3):
        if words[i].key != "with" or words[i - 1].text != ",":
            continue
        due = next((k for k in range(i + 2, min(i + _PHRASE, len(words))) if words[k].key in _DUE), None)
        if due is None or tags[due - 1] not in t.NOUN_LIKE or any(tags[k] in t.FINITES for k in range(i, due)):
            continue
        last = next((k for k in range(due, len(words)) if words[k].text in {",", ".", ";"}), len(words))
        outer = parsed.clauses[-1]
        told = replace(outer, start=i, end=last, governor=None, predicate=replace(outer.predicate, tense="future"))
        if is_dated(scene, parsed, told):
            return [Draft(parsed.marked, i, last, "plan", Agent(scene.sides), "adjunct.due")]
    return []

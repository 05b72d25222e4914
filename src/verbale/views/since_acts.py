"""Acts of two times compared: what is new, said again, said in other words, delivered, still open, not raised."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from verbale.model.reading import Act, Entry
from verbale.model.records import Fact
from verbale.threads.word_changes import changes, differing, words_of
from verbale.threads.wording import in_common, is_telling, telling
from verbale.views.compare import SAME_WORDS, likeness
from verbale.views.naming import party_names, topic_label
from verbale.views.since_parts import Line

FORWARD = ("agree", "commit", "request", "offer", "plan")
STANCE = ("affirm", "object")
WAITING = ("request", "commit", "offer", "plan")
DONE = ("deliver", "sign", "report", "appreciate")
ONE_MATTER = 0.3  # of the words in common, from which an act takes up an earlier one
ANSWER = 0.24  # from which a later deed may answer a request or keep a promise
_LEAST = 3  # words that a deed must share with what it answers

Acts = Sequence[Fact[Act]]
_DOING = {
    "agree": "agreed", "commit": "committed", "request": "asked", "offer": "offered", "plan": "planned",
    "affirm": "held", "object": "objected", "deliver": "delivered", "sign": "signed", "report": "reported",
    "appreciate": "appreciated", "discuss": "discussed",
}  # fmt: skip


def topic_lines(before: Acts, now: Acts) -> tuple[list[Line], list[Line]]:
    """Topics raised now and not before, and before and not now, each with its sentences."""
    old, new = _by_topic(before), _by_topic(now)
    came = [Line(topic_label(topic), now=tuple(new[topic]), id=topic) for topic in sorted(new.keys() - old.keys())]
    went = [Line(topic_label(topic), before=tuple(old[topic]), id=topic) for topic in sorted(old.keys() - new.keys())]
    return came, went


def act_lines(before: Acts, now: Acts) -> dict[str, list[Line]]:
    """New acts, what is reaffirmed, and what is said in other words; each act of now in one of them at most.

    Copies and several reports of one act are one line.
    """
    found: dict[str, list[Line]] = {"new": [], "reaffirmed": [], "reworded": []}
    index = _index(before)
    for group in _groups(act for act in now if act.entry.type in (*FORWARD, *STANCE)):
        newest = group[0]
        score, earlier = _likest(newest, index)
        words = f"{_who(newest)} {_DOING[newest.entry.type]}"
        if earlier is None:
            if newest.entry.type in FORWARD:
                found["new"].append(Line(words, now=tuple(group)))
            continue
        section = _section(newest, earlier, score)
        plain = section == "reaffirmed" and score >= SAME_WORDS
        again = () if plain else changes(earlier.words, newest.words)
        found[section].append(Line(words, (earlier,), tuple(group), changes=again))
    return found


def _section(newest: Fact[Act], earlier: Fact[Act], score: float) -> str:
    """A promise or wish on one matter is said again, in whatever words; a stance only if no telling word changed."""
    if newest.entry.type in FORWARD and earlier.entry.type in FORWARD:
        return "reaffirmed"
    moved = differing(words_of(earlier.words), words_of(newest.words))
    same = newest.entry.type == earlier.entry.type and score >= SAME_WORDS
    return "reaffirmed" if same and not any(map(is_telling, (*moved[0], *moved[1]))) else "reworded"


def answer_lines(before: Acts, later: Acts) -> tuple[list[Line], list[Line]]:
    """Requests and promises of before with the later deed that answers them, and those without one.

    Words and topic decide, so that an answer is a suggestion; a deed in the same document answers only what stands
    before it.
    """
    delivered: list[Line] = []
    waiting: list[Line] = []
    deeds = _index([act for act in later if act.entry.type in DONE])
    for group in _groups(act for act in before if act.entry.type in WAITING):
        asked = group[0]
        words = f"{_who(asked)} {_DOING[asked.entry.type]}"
        if (deed := _answer(asked, deeds)) is not None:
            delivered.append(Line(words, tuple(group), (deed,)))
        else:
            waiting.append(Line(words, tuple(group)))
    return delivered, waiting


def _by_topic(acts: Acts) -> dict[str, list[Fact[Entry]]]:
    found: dict[str, list[Fact[Entry]]] = defaultdict(list)
    for act in acts:
        for topic in act.entry.topics:
            found[topic].append(act)
    return found


def _index(acts: Acts) -> Mapping[str, Acts]:
    """The acts by topic; those without one under the empty word."""
    found: dict[str, list[Fact[Act]]] = defaultdict(list)
    for act in acts:
        for topic in act.entry.topics or ("",):
            found[topic].append(act)
    return found


def _beside(act: Fact[Act], index: Mapping[str, Acts]) -> dict[str, Fact[Act]]:
    return {other.id: other for topic in act.entry.topics or ("",) for other in index.get(topic, ())}


def _likest(act: Fact[Act], index: Mapping[str, Acts]) -> tuple[float, Fact[Act] | None]:
    """The earlier act that is most like this one, and how like; None where none tells of the same."""
    near = _beside(act, index).values()
    scored = [(_alike(act, other), other.first or "", other.id, other) for other in near if other.id != act.id]
    best = max(scored, key=lambda item: item[:3], default=None)
    return (best[0], best[3]) if best is not None and best[0] >= ONE_MATTER else (0.0, None)


def _alike(act: Fact[Act], other: Fact[Act]) -> float:
    """The share of telling words in common, for acts that `compare` would lay beside each other; else 0.

    That both name the two states makes nothing alike.
    """
    both = telling(act.words), telling(other.words)
    return in_common(*both) if len(both[0] & both[1]) > 1 and likeness(act, other) else 0.0


def _answer(asked: Fact[Act], deeds: Mapping[str, Acts]) -> Fact[Act] | None:
    words = telling(asked.words)
    scored = []
    for deed in _beside(asked, deeds).values():
        share = in_common(words, telling(deed.words))
        if len(words & telling(deed.words)) >= _LEAST and share >= ANSWER and _follows(asked, deed):
            scored.append((share, deed.id, deed))
    return max(scored, key=lambda item: item[:2])[2] if scored else None


def _follows(asked: Fact[Act], deed: Fact[Act]) -> bool:
    return deed.document != asked.document and (deed.first or "") > (asked.first or "9999")


def _groups(acts: Iterable[Fact[Act]]) -> list[list[Fact[Act]]]:
    """Acts that tell the same in several documents together, the longest words first."""
    groups: list[list[Fact[Act]]] = []
    for act in sorted(acts, key=lambda one: (-len(one.words), one.id)):
        home = next((group for group in groups if _one_act(group[0], act)), None)
        if home is None:
            groups.append([act])
        else:
            home.append(act)
    return sorted(groups, key=lambda group: (group[0].first or "~", group[0].document, group[0].ordinal))


def _one_act(a: Fact[Act], b: Fact[Act]) -> bool:
    if a.entry.type != b.entry.type or a.entry.actors != b.entry.actors or a.document == b.document:
        return False
    return bool(set(a.entry.topics) & set(b.entry.topics)) and likeness(a, b) >= 0.5


def _who(act: Fact[Act]) -> str:
    return party_names(act.entry.actors)

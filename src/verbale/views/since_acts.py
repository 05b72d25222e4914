"""Acts of two times compared: what is new, said again, said in other words, delivered, still open, not raised."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from verbale.model.reading import Act, Entry
from verbale.model.records import Fact
from verbale.threads.word_changes import changes, differing, words_of
from verbale.threads.wording import in_common, is_telling, telling
from verbale.views.compare import SAME_WORDS, likeness
from verbale.views.naming import topic_label
from verbale.views.since_parts import DOING, Line, who
from verbale.views.since_promises import Promises

FORWARD = ("agree", "commit", "request", "offer", "plan")
STANCE = ("affirm", "object")
WAITING = ("request", "commit", "offer", "plan")
DONE = ("deliver", "sign", "report", "appreciate")
ONE_MATTER = 0.3  # of the words in common, from which an act takes up an earlier one
ONE_ACT = 0.5  # of all words in common, from which two documents tell of one act
ANSWER = 0.24  # from which a later deed may answer a request or keep a promise
_LEAST = 3  # words that a deed must share with what it answers

Acts = Sequence[Fact[Act]]
Index = Mapping[str, Sequence[tuple[Fact[Act], frozenset[str]]]]
Scored = tuple[float, Fact[Act]]


def topic_lines(before: Acts, now: Acts) -> tuple[list[Line], list[Line]]:
    """Topics raised now and not before, and before and not now, each with its sentences."""
    old, new = _by_topic(before), _by_topic(now)
    came = [Line(topic_label(topic), now=tuple(new[topic]), id=topic) for topic in sorted(new.keys() - old.keys())]
    went = [Line(topic_label(topic), before=tuple(old[topic]), id=topic) for topic in sorted(old.keys() - new.keys())]
    return came, went


def act_lines(before: Acts, now: Acts, promises: Promises) -> dict[str, list[Line]]:
    """New acts, what is reaffirmed, and what is said in other words; each act of now in one of them at most.

    Copies and several reports of one act are one line. What is promised or asked again is told by its thread.
    """
    found: dict[str, list[Line]] = {"new": [], "reaffirmed": [], "reworded": []}
    index = _index(before)
    for group in _groups(act for act in now if act.entry.type in (*FORWARD, *STANCE)):
        newest = group[0]
        score, earlier = _before(newest, index, promises)
        words = f"{who(newest)} {DOING[newest.entry.type]}"
        if earlier is None:
            if newest.entry.type in FORWARD:
                found["new"].append(Line(words, now=tuple(group)))
            continue
        section = _section(newest, earlier, score)
        plain = section == "reaffirmed" and score >= SAME_WORDS
        again = () if plain else changes(earlier.words, newest.words)
        found[section].append(Line(words, (earlier,), tuple(group), changes=again))
    return found


def _before(newest: Fact[Act], index: Index, promises: Promises) -> tuple[float, Fact[Act] | None]:
    """The earlier act on the matter, and how like it is: of the same thread, else the likest that no thread parts."""
    if newest.entry.type in FORWARD and promises.holds(newest):
        earlier = promises.earlier(newest)
        if earlier is not None:
            return in_common(telling(earlier.words), telling(newest.words)), earlier
    return _likest(newest, index, promises)


def _section(newest: Fact[Act], earlier: Fact[Act], score: float) -> str:
    """A promise or wish on one matter is said again, in whatever words; a stance only if no telling word changed."""
    if newest.entry.type in FORWARD and earlier.entry.type in FORWARD:
        return "reaffirmed"
    moved = differing(words_of(earlier.words), words_of(newest.words))
    same = newest.entry.type == earlier.entry.type and score >= SAME_WORDS
    return "reaffirmed" if same and not any(map(is_telling, (*moved[0], *moved[1]))) else "reworded"


def answer_lines(before: Acts, later: Acts, promises: Promises) -> tuple[list[Line], list[Line]]:
    """Requests and promises of before with the later deed that answers them, and those without one.

    Threads tell where they hold the act; for others words and topic decide, so that an answer is a suggestion.
    """
    delivered, waiting = promises.kept(), promises.waiting()
    deeds = _index([act for act in later if act.entry.type in DONE])
    for group in _groups(act for act in before if act.entry.type in WAITING and not promises.holds(act)):
        asked = group[0]
        words = f"{who(asked)} {DOING[asked.entry.type]}"
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


def _index(acts: Acts) -> Index:
    """The acts by topic, each with its telling words; those without a topic under the empty word."""
    found: dict[str, list[tuple[Fact[Act], frozenset[str]]]] = defaultdict(list)
    for act in acts:
        words = telling(act.words)
        for topic in act.entry.topics or ("",):
            found[topic].append((act, words))
    return found


def _beside(act: Fact[Act], words: frozenset[str], least: int, share: float, index: Index) -> dict[str, Scored]:
    """The acts on a topic of this one that have so many of its telling words, and such a share, with that share."""
    return {
        other.id: (near, other) for topic in act.entry.topics or ("",) for other, said in index.get(topic, ())
        if len(words & said) >= least and (near := in_common(words, said)) >= share
    }  # fmt: skip


def _likest(act: Fact[Act], index: Index, promises: Promises) -> tuple[float, Fact[Act] | None]:
    """The earlier act that is most like this one, and how like; None where none tells of the same.

    Only acts that `compare` would lay beside each other; that both name the two states makes nothing alike. Two that
    threads hold, and do not join, are two matters.
    """
    near = _beside(act, telling(act.words), 2, ONE_MATTER, index).values()
    ordered = sorted(near, key=lambda item: (item[0], item[1].first or "", item[1].id), reverse=True)
    own = promises.holds(act)
    apart = (item for item in ordered if item[1].id != act.id and not (own and promises.holds(item[1])))
    return next((item for item in apart if likeness(act, item[1])), (0.0, None))


def _answer(asked: Fact[Act], deeds: Index) -> Fact[Act] | None:
    near = _beside(asked, telling(asked.words), _LEAST, ANSWER, deeds).values()
    found = [(share, deed.id, deed) for share, deed in near if _follows(asked, deed)]
    return max(found, key=lambda item: item[:2])[2] if found else None


def _follows(asked: Fact[Act], deed: Fact[Act]) -> bool:
    return deed.document != asked.document and (deed.first or "") > (asked.first or "9999")


def _groups(acts: Iterable[Fact[Act]]) -> list[list[Fact[Act]]]:
    """Acts that tell the same in several documents together, the longest words first."""
    groups: dict[tuple[str, tuple[str, ...]], list[list[Fact[Act]]]] = defaultdict(list)
    for act in sorted(acts, key=lambda one: (-len(one.words), one.id)):
        kin = groups[act.entry.type, act.entry.actors]
        home = next((group for group in kin if _one_act(group[0], act)), None)
        if home is None:
            kin.append([act])
        else:
            home.append(act)
    every = [group for kin in groups.values() for group in kin]
    return sorted(every, key=lambda group: (group[0].first or "~", group[0].document, group[0].ordinal, group[0].id))


def _one_act(a: Fact[Act], b: Fact[Act]) -> bool:
    if a.document == b.document or set(a.entry.topics).isdisjoint(b.entry.topics):
        return False
    return likeness(a, b) >= ONE_ACT

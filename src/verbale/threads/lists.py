"""Acts that speak of a promise among others: lists of fields that name its own, and stances that back it.

A list ('will go on helping with dioxin, bombs and the missing') is a promise on each of its fields, so it may say
several promises again. That holds only of fields that are a matter of their own; in others a list tells too little.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from verbale.model.vocabulary import load
from verbale.threads.likeness import contradict
from verbale.threads.matter import Matter
from verbale.threads.promise_words import says

STANCE = "affirm"


def beside(group: Sequence[Matter], others: Iterable[Matter]) -> list[Matter]:
    """The acts that name the matter of a group among others, or back it, and contradict nothing in it."""
    core = [one for one in group if one.core]
    topics = {one.topic for one in core if one.topic is not None}
    owners = {one.owner for one in core if one.owner is not None}
    if len(topics) != 1 or len(owners) != 1 or not any(_goes_on(one) for one in core):
        return []
    (topic,), (owner,) = topics, owners
    members = {one.said.id for one in group}
    return [
        one for one in others
        if one.said.id not in members and one.owner == owner and _speaks_of(one, topic)
        and not any(contradict(one, member) for member in core)
    ]  # fmt: skip


def _goes_on(one: Matter) -> bool:
    """Whether it promises something that lasts: a single deed, a text or an event is not said again in a list."""
    return one.said.type in ("commit", "agree") and (
        says(one.said.words, "open_ended") or says(one.said.words, "lasting")
    )


def _speaks_of(one: Matter, topic: str) -> bool:
    """Whether a list holds the topic, or one below it; a stance must be on the topic itself."""
    topics = one.said.fact.entry.topics
    if one.said.type == STANCE:
        return one.topic == topic and len(one.said.fact.entry.actors) == 1
    return one.said.type in ("commit", "agree") and len(topics) > 1 and any(_is_or_below(it, topic) for it in topics)


def _is_or_below(one: str, topic: str) -> bool:
    return one == topic or load("topics").get(one, {}).get("broader") == topic

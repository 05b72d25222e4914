"""Who is one under a short name, and which texts are one source: by what an agency sent to several papers."""

from __future__ import annotations

import random
from itertools import combinations
from typing import Any
from zlib import crc32

import pytest

from verbale.identities import Node, Resolution, engagements, people, resolve, texts
from verbale.identities.agencies import credited

Person = dict[str, Any]


def person(name: str, *held: tuple[str, str], party: str | None = "PE", day: str | None = None) -> Person:
    days = [one for _, one in held] or [day or "2020-01-01"]
    return people.features(name, party, [(post, on, on) for post, on in held], min(days), max(days))


def verdict(one: Person, other: Person) -> str | None:
    found = people.compare(one, other)
    return found.verdict if found else None


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        (person("Belmonte", ("President", "2007-09-01")), person("Rosa Belmonte", ("President", "2001-09-01")), "same"),
        (person("Belmonte", ("President", "2009-10-01")), person("Rosa Belmonte", ("President", "2001-09-01")),
         "perhaps"),
        (person("Kim", ("President", "2007-09-01")), person("Kim Rosa", ("President", "2001-09-01")), "perhaps"),
        (person("Belmonte", ("Ambassador", "2007-09-01")), person("Rosa Belmonte", ("Ambassador", "2001-09-01")),
         "perhaps"),
        (person("Belmonte", ("Foreign Minister", "2021-03-01")), person("Belmonte", ("Prime Minister", "2021-09-01")),
         "same"),
        (person("Belmonte", ("Prime Minister", "2021-03-01")), person("Belmonte", ("Foreign Minister", "2021-09-01")),
         None),
        (person("Belmonte", ("Foreign Minister", "2021-03-01")), person("Belmonte", ("Prime Minister", "2023-09-01")),
         None),
        (person("Kim", ("Foreign Minister", "2021-03-01")), person("Kim", ("Prime Minister", "2021-09-01")), None),
        (person("Belmonte", day="2009-11-01"), person("Rosa Belmonte", ("President", "2012-01-01")), "same"),
        (person("Belmonte", day="2009-11-01"), person("Rosa Belmonte", ("Defence Minister", "2012-01-01")), None),
    ],
)  # fmt: skip
def test_a_word_of_a_name_with_its_office(one: Person, other: Person, expected: str | None) -> None:
    assert verdict(one, other) == verdict(other, one) == expected


def meeting(document: str, first: str, last: str, status: str, name: str = "Quinoa Dialogue") -> dict[str, Any]:
    return engagements.features(document, "dialogue", ["CL", "PE"], name, None, first, last, None, [], False, status)


@pytest.mark.parametrize(
    ("document", "name", "expected"),
    [("b", "Quinoa Dialogue", "same"), ("a", "Quinoa Dialogue", "different"), ("b", "Leaders’ Meeting", "perhaps")],
)
def test_a_series_with_a_name_of_its_own_meets_once_in_a_year(document: str, name: str, expected: str) -> None:
    planned = meeting("a", "2024-01-01", "2024-12-31", "planned", name)
    found = engagements.compare(planned, meeting(document, "2024-08-01", "2024-08-01", "held", name))
    assert found is not None
    assert found.verdict == expected


@pytest.mark.parametrize(
    ("text", "outlet", "expected"),
    [
        ("Ministers meet\n\nLIMA, May 3 (Reuters) - The ministers met.", None, ["reuters"]),
        ("Ministers meet\n\nLIMA, Peru (AP) — The ministers met.", None, ["ap"]),
        ("Ministers meet\nBy Ann Field, Associated Press\nThe ministers met.", None, ["ap"]),
        ("Ministers meet | Xinhua\nThe ministers met.", None, ["xinhua"]),
        ("Ministers meet\nLima (VNA) - The ministers met.", None, ["vna"]),
        ("Ministers meet\nSource: AFP\nThe ministers met.", None, ["afp"]),
        ("Ministers meet", "Kyodo News", ["kyodo"]),
        ("Ministers meet\n\nThe minister told Reuters that they had met.", "Lima Herald", []),
        ("Ministers meet\n\nReuters, an agency, was told that they had met.", None, []),
        ("Ministers meet on the ap", None, []),
    ],
)
def test_agencies_that_a_text_credits(text: str, outlet: str | None, expected: list[str]) -> None:
    assert credited(text, outlet) == expected


def report(chance: random.Random, words: int = 240) -> list[str]:
    return ["".join(chance.choices("abcdefghijklmnop", k=6)) for _ in range(words)]


def printed(head: str, words: list[str]) -> Node:
    text = f"{head}{' '.join(words)}."
    return Node(f"d{crc32(text.encode()):08x}", texts.NAME, texts.features(text))


def sources(nodes: list[Node]) -> int:
    blocks: dict[str, list[str]] = {}
    for node in nodes:
        for key in texts.keys(node.features):
            blocks.setdefault(key, []).append(node.id)
    result: Resolution = resolve(
        nodes, blocks.values(), lambda a, b: texts.compare(a.features, b.features), lambda node: False
    )
    return len(set(result.records.values()))


@pytest.mark.parametrize("seed", range(5))
def test_what_an_agency_sent_to_six_papers_is_one_source(seed: int) -> None:
    """Each paper cuts a quarter and adds words of its own."""
    chance = random.Random(seed)
    sent = report(chance)
    papers = []
    for paper in range(6):
        start = chance.randrange(180)
        kept = sent[:start] + sent[start + 60 :] + report(chance, 70)
        papers.append(printed(f"Headline {paper}\n\nLIMA, Peru (AP) — ", kept))
    assert all(texts.compare(a.features, b.features) for a, b in combinations(papers, 2))
    assert sources(papers) == 1


@pytest.mark.parametrize("seed", range(5))
def test_two_agencies_that_quote_one_statement_are_two_sources(seed: int) -> None:
    chance = random.Random(seed)
    statement = report(chance, 150)
    one = printed("Headline\n\nLIMA, Peru (AP) — ", statement + report(chance, 60))
    other = printed("Headline\n\nLIMA, May 3 (Reuters) - ", statement + report(chance, 60))
    assert sources([one, other]) == 2
    uncredited = printed("Headline\n\n", statement[:75] + report(chance, 100))
    assert sources([one, uncredited]) == 2

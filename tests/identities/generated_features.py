"""Features of every kind, generated from few words so that many of them meet."""

from __future__ import annotations

from typing import Any

from hypothesis import strategies as st

from verbale.identities import engagements, instruments, mechanisms, offices, people, texts

PARTIES = st.lists(st.sampled_from(["US", "VN", "JP", "G20", "ASEAN"]), max_size=3, unique=True).map(sorted)
PARTY = st.none() | st.sampled_from(["US", "VN", "JP"])
PERIODS = st.sampled_from([
    (None, None), ("2024-05-01", "2024-05-31"), ("2024-05-04", "2024-05-04"), ("2024-05-05", "2024-05-05"),
    ("2024-05-31", "2024-06-02"), ("2024-01-01", "2024-12-31"), ("2023-05-04", "2023-05-04"),
    ("2016-02-03", "2016-02-03"),
])  # fmt: skip
NAMES = st.sampled_from([
    "Abe", "Abe Taro", "Taro Abe", "T. Abe", "Tran Van Long", "Tran Van Lon", "Long", "Ann Reyes", "Reyes",
    "Ann B. Reyes", "Ann Reyes Soto", "Karim II", "Karim II al-Nasr",
])  # fmt: skip
POSTS = st.sampled_from([
    "President", "Minister of Defence", "Defense Minister", "Deputy Minister of Defence", "Minister", "Ambassador",
    "Head of the Unit for North Sea", "Chief Officer for North Sea",
])  # fmt: skip
SERIES = st.none() | st.sampled_from([
    "Defence Policy Dialogue", "Defense Policy Dialogue", "Leaders' Meeting", "Leaders' Summit", "G20 Summit",
    "Coastal Forum", "Dialogue", "Maritime Policy Dialogue",
])  # fmt: skip
ROUNDS = st.none() | st.integers(1, 3)
TITLES = st.sampled_from([
    "Memorandum of understanding", "Memorandum of understanding on ports", "Ports Agreement", "Agreement on ports",
    "Joint statement", "Declaration on the Conduct of Coastal States", "Declaration on the Conduct of Coastal States "
    "in the Inner Sea (DCC)", "Coastal Protection Act", "Minutes of the meeting", "Joint statement of the leaders",
])  # fmt: skip
TYPES = st.sampled_from(["mou", "agreement", "joint-statement", "declaration", "law", "minutes", "convention"])


@st.composite
def engagement_features(draw: st.DrawFn) -> dict[str, Any]:
    first, last = draw(PERIODS)
    kind = draw(st.sampled_from(["talks", "dialogue", "visit", "call", "summit"]))
    attending = draw(st.lists(st.tuples(NAMES, PARTY), max_size=2))
    return engagements.features(
        draw(st.sampled_from(["d1", "d2", "d3"])), kind,
        draw(PARTIES), draw(SERIES), draw(ROUNDS), first, last, draw(st.sampled_from([None, "US", "VN"])), attending,
        draw(st.booleans()), draw(st.sampled_from(["held", "planned"])),
        draw(st.sampled_from(["", "the two defence ministers", "both presidents"])),
    )  # fmt: skip


@st.composite
def instrument_features(draw: st.DrawFn) -> dict[str, Any]:
    first, last = draw(PERIODS)
    status = draw(st.sampled_from(["signed", "cited", "sought"]))
    document = draw(st.sampled_from(["d1", "d2", "d3"]))
    return instruments.features(document, draw(TYPES), draw(TITLES), draw(PARTIES), first, last, status)


@st.composite
def person_features(draw: st.DrawFn) -> dict[str, Any]:
    first, last = draw(PERIODS)
    held = draw(st.lists(st.tuples(POSTS, st.just(first), st.just(last)), max_size=2))
    return people.features(draw(NAMES), draw(PARTY), held, first, last)


@st.composite
def mechanism_features(draw: st.DrawFn) -> dict[str, Any]:
    first, last = draw(PERIODS)
    rounds = draw(st.lists(st.tuples(st.integers(1, 4), st.just(first)), max_size=2))
    return mechanisms.features(draw(SERIES) or "Dialogue", draw(PARTIES), rounds, first, last)


FEATURES: dict[str, st.SearchStrategy[dict[str, Any]]] = {
    engagements.NAME: engagement_features(),
    instruments.NAME: instrument_features(),
    people.NAME: person_features(),
    mechanisms.NAME: mechanism_features(),
    offices.NAME: st.builds(offices.features, POSTS, PARTY),
    texts.NAME: st.text(alphabet="ab ", max_size=200).map(texts.features),
}

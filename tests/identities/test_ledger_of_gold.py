"""What the ledger makes of real documents whose readings were written by hand, where they lie in ../shared."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from verbale.ledger import Ledger, View
from verbale.model.merged import Merged
from verbale.model.reading import reading_from_json
from verbale.sources import load

SHARED = Path(__file__).resolve().parents[3] / "shared"
SEEDS, NEWS = SHARED / "gold" / "seeds", SHARED / "gold" / "news"
STORIES = {
    "a": "2023-09-20-dpd-washington", "b": "2016-10-17-seventh-dpd-hanoi", "c": "2025-05-08-dpd13-next-steps",
    "d": "2025-05-09-dpd13-agreed-course", "e": "2025-12-19-psdd14-washington",
    "f": "2025-12-04-vn-jp-2plus2-new-channel", "g": "2025-12-05-jp-vn-two-plus-two",
}  # fmt: skip

pytestmark = pytest.mark.skipif(not NEWS.is_dir(), reason="there are no hand-made readings in ../shared")


def fill(ledger: Ledger, stories: bool) -> None:
    given = [(SHARED / "seeds" / f"{path.stem}.txt", path) for path in sorted(SEEDS.glob("*.json"))]
    if stories:
        given += [(NEWS / "texts" / f"{name}.txt", NEWS / f"{name}.json") for name in STORIES.values()]
    for text, gold in given:
        loaded = load(text)
        reading = reading_from_json(json.loads(gold.read_text(encoding="utf-8")), loaded.document)
        ledger.writer().add(loaded.document, reading, loaded.content)


@pytest.fixture(scope="module")
def seeds(tmp_path_factory: pytest.TempPathFactory) -> Iterator[View]:
    with Ledger.open(tmp_path_factory.mktemp("seeds") / "seeds.db") as ledger:
        fill(ledger, stories=False)
        yield ledger.view()


@pytest.fixture(scope="module")
def all_twelve(tmp_path_factory: pytest.TempPathFactory) -> Iterator[View]:
    with Ledger.open(tmp_path_factory.mktemp("twelve") / "twelve.db") as ledger:
        fill(ledger, stories=True)
        yield ledger.view()


def letters(record: Merged) -> str:
    """The documents that tell of it: a to g, and the seeds by their number."""
    names = {f"{name}.txt": letter for letter, name in STORIES.items()}
    return " ".join(sorted({names.get(fact.source, fact.source[:3]) for fact in record.reports}))


def engagement(view: View, **wanted: object) -> Merged:
    (found,) = [
        record for record in view.merged_engagements()
        if all(getattr(record.entry, name) == value for name, value in wanted.items())
    ]  # fmt: skip
    return found


def instrument(view: View, kind: str, words: str, date: str | None = None) -> Merged:
    (found,) = [
        record for record in view.merged_instruments()
        if record.entry.type == kind and any(words in fact.entry.title.lower() for fact in record.reports)
        and (date is None or (record.entry.date or "").startswith(date))
    ]  # fmt: skip
    return found


@pytest.mark.parametrize(
    ("wanted", "documents"),
    [
        ({"round": 13, "start": "2025-05-08"}, "000 c d e"),
        ({"kind": "call", "start": "2025-02"}, "000 d"),
        ({"round": 13, "start": "2024-08-26"}, "003"),
        ({"parties": ("JP", "VN"), "round": 1}, "f g"),
        ({"parties": ("JP", "VN"), "start": "2025-12-04", "kind": "talks"}, "f g"),
        ({"parties": ("JP", "VN"), "start": "2025-04-28"}, "f g"),
        ({"round": 12}, "001"),
        ({"round": 7}, "b"),
        ({"kind": "talks", "start": "2016-10-17"}, "b"),
        ({"start": "2023-09-19"}, "a"),
    ],
)
def test_one_engagement_from_several_stories(all_twelve: View, wanted: dict[str, object], documents: str) -> None:
    assert letters(engagement(all_twelve, **wanted)) == documents


def test_two_meetings_of_one_month_stay_two(all_twelve: View) -> None:
    met = [one for one in all_twelve.merged_engagements() if one.entry.start == "2025-12" and letters(one) == "e"]
    assert len(met) == 2


def test_what_fits_by_year_or_name_alone_is_a_suggestion(all_twelve: View) -> None:
    found = {tuple(f["first"] for f in one.features) for one in all_twelve.suggestions() if one.kind == "engagement"}
    assert any(set(pair) == {"2024-01-01", "2024-08-26"} for pair in found)  # 'the round of 2024' and round 13
    assert any(set(pair) == {"2024-01-01", "2024-12-01"} for pair in found)  # the expo held in 2024 and its edition 2


@pytest.mark.parametrize(
    ("name", "parties", "rounds"),
    [
        ("Defense Policy Dialogue", ("US", "VN"),
         [(6, "2015"), (7, "2016-10-17"), (None, "2022-09"), (None, "2023-09-19"), (13, "2025-05-08")]),
        ("Political, Security, and Defense Dialogue", ("US", "VN"),
         [(12, "2023-03-30"), (13, "2024-08-26"), (14, "2025-12-18")]),
        ("Foreign and Defence Vice-Ministerial Consultation", ("JP", "VN"), [(1, "2025-12-04")]),
        ("Strategic Partnership Dialogue", ("JP", "VN"), [(None, "2024-12")]),
        ("International Defense Expo", ("VN",), [(2, "2024-12"), (3, "2026-09~/2026-12~")]),
    ],
)  # fmt: skip
def test_rounds_of_each_mechanism(
    all_twelve: View, name: str, parties: tuple[str, ...], rounds: list[tuple[int | None, str]]
) -> None:
    (series,) = [one for one in all_twelve.mechanisms() if one.names[0][0] == name and one.parties == parties]
    found = [(one.entry.round, one.entry.start) for one in series.rounds if one.entry.start != "2024"]
    assert found == rounds


def test_two_names_of_the_vice_ministers_meeting_are_suggested_as_one_series(all_twelve: View) -> None:
    assert any(
        {one.features[0]["name"], one.features[1]["name"]}
        == {"Foreign and Defence Vice-Ministerial Consultation", "Vice-Ministerial Two-Plus-Two"}
        for one in all_twelve.suggestions() if one.kind == "mechanism"
    )  # fmt: skip


@pytest.mark.parametrize(
    ("kind", "words", "date", "documents"),
    [
        ("joint-vision", "joint vision statement", "2024", "000 002 004 c d"),
        ("joint-vision", "joint vision statement", "2015", "b"),
        ("mou", "defen", "2011", "002 b"),
        ("mou", "missing", "2021", "002"),
        ("mou", "dioxin", None, "002"),
        ("letter-of-intent", "storage", "2016-05", "b"),
        ("letter-of-intent", "medical cooperation", "2024-09-09", "004"),
        ("joint-statement", "joint statement", "2023", "003 a"),
        ("agreement", "limited scope", "2023-09-07", "a"),
        ("minutes", "minutes", "2025-05-08", "000 c d"),
        ("letter", "letter", "2025-05-08", "000 c d"),
        ("convention", "law of the sea", "1982", "000 003 c"),
        ("convention", "charter", None, "003"),
        ("declaration", "conduct of parties", None, "000 c"),
        ("code", "code of conduct", None, "000 c"),
        ("mou", "rescue", "2025-12-04", "f g"),
        ("mou", "education", "2025-12-04", "f"),
    ],
)
def test_one_instrument_from_several_citations(
    all_twelve: View, kind: str, words: str, date: str | None, documents: str
) -> None:
    assert letters(instrument(all_twelve, kind, words, date)) == documents


def test_every_instrument_is_one_row(all_twelve: View) -> None:
    assert len(all_twelve.merged_instruments()) == 19


@pytest.mark.parametrize(
    ("name", "other"),
    [("Namazu Hiroyuki", "Hiroyuki Namazu"), ("Kano Koji", "Koji Kano"), ("Koizumi Shinjiro", "Shinjiro Koizumi"),
     ("Ishiba Shigeru", "Shigeru Ishiba"), ("Joe Biden", "Biden")],
)  # fmt: skip
def test_people_of_several_names_are_one(all_twelve: View, name: str, other: str) -> None:
    assert len([one for one in all_twelve.people() if one.name in (name, other)]) == 1


@pytest.mark.parametrize(
    ("name", "post", "first", "last"),
    [
        ("Phan Van Giang", "Minister of National Defense", "2024-09-09", "2025-11-02"),
        ("Ngo Xuan Lich", "Minister of National Defence", "2016-10-17", "2016-10-17"),
        ("Hoang Xuan Chien", "Deputy Minister of National Defense", "2023-09-19", "2025-12-04"),
        ("Ha Kim Ngoc", "Deputy Minister of Foreign Affairs", "2023-03-30", "2024-08-26"),
        ("Dang Hoang Giang", "Deputy Minister of Foreign Affairs", "2025-12-18", "2025-12-18"),
        ("Nguyen Phu Trong", "Party General Secretary", "2023-03-29", "2023-03-29"),
        ("Lloyd Austin", "Defense Secretary", "2024-09-09", "2024-09-09"),
        ("Pete Hegseth", "Secretary of Defense", "2025-02-01", "2025-02-28"),
        ("Pete Hegseth", "Secretary of War", "2025-11-02", "2025-11-02"),
        ("John Noh", "Acting Assistant Secretary of Defense", "2025-05-08", "2025-05-08"),
        ("Jessica Lewis", "Assistant Secretary of State for Political-Military Affairs", "2023-03-30", "2023-03-30"),
        ("Joe Biden", "President", "2023-03-29", "2023-09-30"),
    ],
)
def test_posts_hold_from_the_first_to_the_last_date(
    all_twelve: View, name: str, post: str, first: str, last: str
) -> None:
    (person,) = [one for one in all_twelve.people() if one.name == name]
    assert (post, first, last) in [(one.post, one.first, one.last) for one in person.posts]


def test_likely_confusions_stay_apart(all_twelve: View) -> None:
    names = [one.name for one in all_twelve.people()]
    assert len(names) == len(set(names)) == 26
    for name in ("Phan Van Giang", "Dang Hoang Giang", "Pham Minh Chinh", "Hoang Xuan Chien", "Nguyen Chi Vinh",
                 "Nguyen Minh Vu"):  # fmt: skip
        assert names.count(name) == 1


def test_standing_and_permanent_deputy_are_one_post(all_twelve: View) -> None:
    (vu,) = [one for one in all_twelve.people() if one.name == "Nguyen Minh Vu"]
    assert len(vu.posts) == 1


def test_the_seeds_alone(seeds: View) -> None:
    assert sorted(one.name for one in seeds.people()) == [
        "Bonnie Jenkins", "Ha Kim Ngoc", "Hoang Xuan Chien", "Jessica Lewis", "Joe Biden", "John Noh", "Lloyd Austin",
        "Nguyen Phu Trong", "Pete Hegseth", "Phan Van Giang",
    ]  # fmt: skip
    rounds = {one.names[0][0]: [r.entry.round for r in one.rounds] for one in seeds.mechanisms() if "US" in one.parties}
    assert rounds["Defense Policy Dialogue"] == [13]
    assert [sorted(numbers) for name, numbers in rounds.items() if name.startswith("Political")] == [[12, 13]]
    assert len(seeds.merged_instruments()) == 12

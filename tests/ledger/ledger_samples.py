"""Documents and readings written for the tests of the ledger, by hand and by Hypothesis."""

from __future__ import annotations

import sqlite3
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from hypothesis import strategies as st

from verbale.ledger import Ledger
from verbale.ledger.digest import digest
from verbale.model.document import Document, Passage, Role
from verbale.model.evidence import Evidence, Span, quote
from verbale.model.reading import Act, Engagement, Figure, Instrument, Participant, Reading

TEXT = (
    "Ministers meet in Đà Nẵng\n"
    "Foreign Minister Bùi Văn Sơn received Minister Carla Reyes in Đà Nẵng on 4 March 2024 for the third Coastal "
    "Affairs Dialogue. The two sides agreed to train 40 officers. They signed a Memorandum of Understanding on ports. "
    "Minister Reyes urged Vietnam to open a hotline."
)
READER = "test-1"


@contextmanager
def file_lent() -> Iterator[str]:
    """The path of a ledger that is still to be made."""
    with tempfile.TemporaryDirectory() as folder:
        yield str(Path(folder) / "ledger.db")


def words(text: str, document: str, exact: str) -> Evidence:
    """Evidence for the first place where the text says so."""
    start = text.index(exact)
    return quote(text, document, start, start + len(exact))


def sample(name: str = "coast.txt", text: str = TEXT, reader: str = READER) -> tuple[Document, Reading, bytes]:
    """One document with a fact of each layer."""
    document = Document(source=name, text=text)
    line_end = text.index("\n")

    def evidence(exact: str) -> tuple[Evidence, ...]:
        return (words(text, document.hash, exact),)

    meeting = Engagement(
        kind="dialogue", main=True, mechanism="Coastal Affairs Dialogue", round=3, parties=("PH", "VN"),
        start="2024-03-04", place="Đà Nẵng", country="VN",
        participants=(
            Participant("Bùi Văn Sơn", "VN", "Foreign Minister", None, "host"),
            Participant("Carla Reyes", "PH", "Minister", None, "guest"),
        ),
        evidence=evidence("Foreign Minister Bùi Văn Sơn received Minister Carla Reyes in Đà Nẵng on 4 March 2024"),
        spans={"start": Span(text.index("4 March"), text.index("4 March") + 12)}, rule="met",
    )  # fmt: skip
    reading = Reading(
        source=name, title=text[:line_end], published="2024-03-05", language="en", reader=reader,
        passages=(Passage(0, line_end, Role.HEADLINE), Passage(line_end + 1, len(text), Role.BODY)),
        engagements=(meeting,),
        instruments=(
            Instrument("mou", "Memorandum of Understanding on ports", evidence("Memorandum of Understanding on ports"),
                       date="2024-03-04", parties=("PH", "VN"), status="signed"),
        ),
        acts=(
            Act("agree", ("PH", "VN"), evidence("The two sides agreed to train 40 officers"), topics=("training",)),
            Act("request", ("PH",), evidence("Minister Reyes urged Vietnam to open a hotline"), speaker="Carla Reyes",
                topics=("dialogue", "maritime")),
        ),
        figures=(Figure(40, "officer", "total", "officers to train", evidence("40 officers"), topic="training"),),
    )  # fmt: skip
    return document, reading, text.encode()


def sentences_of(text: str) -> list[Span]:
    """Sentences near enough for a test: lines."""
    spans, start = [], 0
    for line in text.splitlines(keepends=True):
        if line.strip():
            spans.append(Span(start, start + len(line.rstrip())))
        start += len(line)
    return spans


@st.composite
def readings(draw: st.DrawFn) -> tuple[Document, Reading, bytes]:
    """A document of random words with random facts that stand on them."""
    text = draw(st.text(st.characters(codec="utf-8"), min_size=20, max_size=120))
    document = Document(source=draw(st.sampled_from(["a.txt", "b.txt", "folder/c.txt"])), text=text)

    def span() -> Span:
        start = draw(st.integers(0, len(text) - 1))
        return Span(start, draw(st.integers(start + 1, len(text))))

    def evidence() -> tuple[Evidence, ...]:
        places = [span() for _ in range(draw(st.integers(1, 2)))]
        return tuple(quote(text, document.hash, place.start, place.end) for place in places)

    parties = st.lists(st.sampled_from(["US", "VN", "JP", "ASEAN"]), max_size=3, unique=True).map(
        lambda found: tuple(sorted(found))
    )
    dates = st.sampled_from([None, "2024", "2024-03", "2024-03-04", "XXXX-03-30", "2026-09~/2026-12~", "nonsense"])
    names = st.sampled_from(["Ann Lee", "ANN LEE", "Trần Đức", "Tran Duc", "O'Neil"])
    optional = st.none() | st.text(st.characters(codec="utf-8"), max_size=8)
    people = st.lists(
        st.builds(Participant, name=names, party=st.sampled_from([None, "US", "VN"]), post=optional, rank=optional),
        max_size=3,
    ).map(tuple)
    engagements = [
        Engagement(kind=draw(st.sampled_from(["talks", "visit"])), evidence=evidence(), main=number == 0,
                   mechanism=draw(optional), round=draw(st.none() | st.integers(1, 40)), parties=draw(parties),
                   start=draw(dates), end=draw(dates), place=draw(optional), participants=draw(people),
                   spans={"start": span()} if draw(st.booleans()) else {}, rule=draw(st.sampled_from(["", "r"])))
        for number in range(draw(st.integers(0, 2)))
    ]  # fmt: skip
    acts = [
        Act(draw(st.sampled_from(["agree", "report"])), draw(parties), evidence(), speaker=draw(st.none() | names),
            topics=draw(st.sampled_from([(), ("trade",), ("trade", "health")])))
        for _ in range(draw(st.integers(0, 3)))
    ]  # fmt: skip
    figures = [
        Figure(draw(st.integers(0, 10**12) | st.floats(0, 1e9)), "USD", "total", "aid", evidence(), as_of=draw(dates))
        for _ in range(draw(st.integers(0, 2)))
    ]
    instruments = [
        Instrument("mou", draw(names), evidence(), draw(dates), draw(parties)) for _ in range(draw(st.integers(0, 2)))
    ]
    reading = Reading(
        source=document.source, title=draw(optional), published=draw(dates), reader=READER,
        passages=(Passage(0, len(text), Role.BODY),), engagements=tuple(engagements), acts=tuple(acts),
        figures=tuple(figures), instruments=tuple(instruments),
    )  # fmt: skip
    return document, reading, text.encode()


def write_documents(folder: Path, count: int) -> list[Path]:
    """So many short, different readouts."""
    folder.mkdir(parents=True, exist_ok=True)
    countries = ("Japan", "India", "Australia", "Vietnam", "the Philippines", "Kenya", "Chile")
    paths = []
    for number in range(count):
        host, guest = countries[number % 7], countries[(number * 3 + 1) % 7]
        path = folder / f"readout-{number:03d}.txt"
        path.write_text(
            f"{host} and {guest} hold round {number + 1} of talks\n\n"
            f"Officials of {host} and {guest} met on {number % 27 + 1} May 20{10 + number % 15} for round "
            f"{number + 1} of their Trade Dialogue. The two sides agreed to expand cooperation on ports. {host} "
            f"pledged ${number + 2} million. {guest} thanked {host} for its support and urged it to open its market.\n",
            encoding="utf-8",
        )
        paths.append(path)
    return paths


def fill(ledger: Ledger, count: int = 3) -> Ledger:
    """The ledger with so many documents in it."""
    for number in range(count):
        document, reading, content = sample(f"{number}.txt", f"{TEXT} Number {number}\0\x01.")
        ledger.writer().add(document, reading, content, sentences_of(document.text))
    return ledger


def content_hash(ledger: Ledger) -> str:
    """The hash of all that a ledger holds."""
    with ledger.dialect.reading().begin() as connection:
        return digest(connection).hexdigest()


def execute(path: str | Path, *statements: str) -> None:
    """Run statements on a SQLite file behind the ledger's back."""
    connection = sqlite3.connect(path)
    with connection:
        for statement in statements:
            connection.execute(statement)
    connection.close()

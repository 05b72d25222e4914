"""What the documents promise is there: links, make targets, commands, vocabularies and tables."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from verbale.cli.commands import ENTRIES

ROOT = Path(__file__).parents[1]
PAGES = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")])
LINK = re.compile(r"\]\((?!https?:|mailto:)([^)#\s]*)(?:#([^)\s]+))?\)")
HEADING = re.compile(r"^#+ (.+)$", re.MULTILINE)
VOCABULARIES = ROOT / "src" / "verbale" / "model" / "vocabulary"


def anchors(page: Path) -> set[str]:
    """The names by which the headings of a page can be linked to."""
    headings = HEADING.findall(page.read_text(encoding="utf-8"))
    return {re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in headings}


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.relative_to(ROOT).as_posix())
def test_links_lead_somewhere(page: Path) -> None:
    for target, anchor in LINK.findall(page.read_text(encoding="utf-8")):
        place = page.parent / target if target else page
        assert place.exists(), f"{page.name} links to {target}, which is not there"
        if anchor:
            assert anchor in anchors(place), f"{page.name} links to {target}#{anchor}, which is not there"


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.relative_to(ROOT).as_posix())
def test_make_targets_exist(page: Path) -> None:
    targets = set(re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE))
    named = set(re.findall(r"(?:`|^)make ([a-z]+)", page.read_text(encoding="utf-8"), re.MULTILINE))
    assert named <= targets


def test_pictures_are_small_and_shown() -> None:
    shown = " ".join(page.read_text(encoding="utf-8") for page in PAGES)
    for picture in (ROOT / "docs" / "pictures").iterdir():
        assert picture.stat().st_size <= 150_000
        assert f"pictures/{picture.name})" in shown


def test_commands_of_the_readme_exist() -> None:
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    named = set(re.findall(r"(?:^| |`)verbale ([a-z]+)", text, re.MULTILINE)) - {"reads", "runs"}
    assert named <= {entry.name for entry in ENTRIES}


def test_readme_shows_the_demo() -> None:
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    shown = text.partition("<!-- demo")[2].partition("<!-- /demo")[0]
    for expected in ("Documents", "Meetings", "Figures", "AU JP", "verbale brief"):
        assert expected in shown, "write it anew: python bench/readme.py"


def test_the_page_on_reading_names_every_vocabulary() -> None:
    table = (ROOT / "docs" / "reading.md").read_text(encoding="utf-8")
    named = {word for row in table.splitlines() if row.startswith("|") for word in re.findall(r"`([a-z-]+)`", row)}
    there = {path.stem for path in VOCABULARIES.glob("*.yaml")}
    assert there - named == set(), "write it into the table of docs/reading.md"


def test_the_page_on_the_ledger_names_every_table() -> None:
    from verbale.ledger.schema import metadata

    text = (ROOT / "docs" / "ledger.md").read_text(encoding="utf-8")
    assert [name for name in metadata.tables if f"`{name}`" not in text] == []

"""docs/cli.md tells of every command and option, and of none that is not there."""

import re
from pathlib import Path

import pytest
from typer.main import get_command

from verbale.cli.commands import ENTRIES
from verbale.cli.group import load
from verbale.cli.main import app
from verbale.settings import from_environment

DOCS = Path(__file__).parents[2] / "docs" / "cli.md"
MEND = "Write it into docs/cli.md, in the section of its command."
LISTS = "Options of every list"


def sections() -> dict[str, str]:
    """The text below each heading of the page."""
    parts = re.split(r"^#{2,3} (.+)$", DOCS.read_text(encoding="utf-8"), flags=re.MULTILINE)
    return dict(zip(parts[1::2], parts[2::2], strict=True))


def told(command: str) -> str:
    """What the page says of a command, with what it says of all lists where it points there."""
    text = sections()[command]
    return text + sections()[LISTS] if "#options-of-every-list" in text else text


def options(command) -> set[str]:
    """The long options of a command, without help."""
    return {o for p in command.params for o in p.opts if o.startswith("--") and o != "--help"}


@pytest.mark.parametrize("entry", ENTRIES, ids=lambda entry: entry.name)
def test_every_command_and_option_is_documented(entry):
    assert entry.name in sections(), f"'{entry.name}' is not documented. {MEND}"
    for option in sorted(options(load(entry.name))):
        assert f"`{option}" in told(entry.name), f"'{entry.name} {option}' is not documented. {MEND}"


@pytest.mark.parametrize("entry", ENTRIES, ids=lambda entry: entry.name)
def test_no_option_is_documented_that_is_not_there(entry):
    documented = set(re.findall(r"^\| `(--[a-z-]+)", told(entry.name), flags=re.MULTILINE))
    assert documented <= options(load(entry.name))


def test_the_options_before_a_command_are_documented():
    text = sections()["Options before every command"]
    for option in options(get_command(app)):
        assert f"`{option}" in text, f"'{option}' is not documented. {MEND}"


def test_the_settings_that_the_command_line_takes_are_documented():
    text = DOCS.read_text(encoding="utf-8")
    source = Path(from_environment.__code__.co_filename).read_text(encoding="utf-8")
    for variable in set(re.findall(r"VERBALE_[A-Z_]+", source)):
        assert variable in text, f"{variable} is not documented. {MEND}"


def test_the_exit_codes_are_those_of_the_errors():
    from verbale.errors import LedgerError, SourceError, UsageError

    text = sections()["Exit codes"]
    assert f"| {UsageError.exit_code} | wrong usage" in text
    assert f"| {SourceError.exit_code} | nothing could be read" in text
    assert f"| {LedgerError.exit_code} | the ledger" in text

"""The way in: version, help, completion, and how little they import."""

import json
import subprocess
import sys

import pytest

from verbale import __version__
from verbale.cli.commands import ENTRIES
from verbale.cli.group import load

HEAVY = ("sqlalchemy", "alembic", "trafilatura", "lxml", "yaml", "docx", "pypdfium2", "rich.table", "rich.console",
         "verbale.ledger", "verbale.reader", "verbale.model.vocabulary", "verbale.pipeline")  # fmt: skip


def imported(*arguments: str) -> set[str]:
    """The modules that a run of the command line has imported by its end."""
    code = (
        "import sys, json, atexit\n"
        "atexit.register(lambda: sys.stderr.write(json.dumps(sorted(sys.modules))))\n"
        f"sys.argv = ['verbale', *{list(arguments)!r}]\n"
        "from verbale.__main__ import main\n"
        "main()\n"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, timeout=60)
    return set(json.loads(done.stderr))


def test_the_version_imports_next_to_nothing():
    modules = imported("--version")
    assert not modules & {*HEAVY, "typer", "rich", "verbale.cli.main"}


def test_help_imports_no_command():
    modules = imported("--help")
    assert not modules & set(HEAVY)
    assert not modules & {entry.module for entry in ENTRIES}


def test_the_version_stands_before_and_among_other_options(process):
    expected = f"verbale {__version__}\n"
    assert process("--version").out == expected
    assert process("--ledger", "x.db", "--version").out == expected


def test_help_names_every_command_with_its_summary(verbale):
    answer = verbale("--help", COLUMNS="80")
    assert answer.code == 0
    for entry in ENTRIES:
        assert entry.name in answer.out
        assert f"{entry.name:<11}  {entry.summary}\n" in answer.out
    assert verbale().code == 2
    assert "verbale read FILES" in verbale().out + verbale().err


@pytest.mark.parametrize("entry", ENTRIES, ids=lambda entry: entry.name)
def test_a_command_tells_the_same_in_the_list_and_in_its_own_help(entry):
    help_text = load(entry.name).help or ""
    first = help_text.strip().split("\n\n")[0].split(":")[0]
    assert first.startswith(entry.summary.rstrip("."))
    assert len(entry.summary) <= 63, "longer ones are wrapped at 80 columns"


@pytest.mark.parametrize("entry", ENTRIES, ids=lambda entry: entry.name)
def test_every_command_has_help(verbale, entry):
    answer = verbale(entry.name, "-h")
    assert answer.code == 0
    assert f"Usage: verbale {entry.name}" in answer.out


def test_a_slip_is_answered_with_the_nearest_command(verbale):
    answer = verbale("raed")
    assert answer.code == 2
    assert "Did you mean 'read'?" in answer.err


def test_completion_offers_commands_and_options(process):
    from typer.main import get_command

    from verbale.cli.main import app

    group = get_command(app)
    with group.make_context("verbale", [], resilient_parsing=True) as context:
        assert {item.value for item in group.shell_complete(context, "e")} == {"engagements", "export"}
        assert "--ledger" in {item.value for item in group.shell_complete(context, "--l")}
    shown = process("read", COMP_WORDS="verbale fig", COMP_CWORD="1", _VERBALE_COMPLETE="complete_bash")
    assert shown.out.split() == ["figures"]

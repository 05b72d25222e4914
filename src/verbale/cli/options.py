"""The options that several commands share, each told once."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

LedgerOption = Annotated[
    str | None,
    typer.Option(
        "--ledger", metavar="PATH", help="The ledger to use, for this command only: a file or postgresql://..."
    ),
]
PartyOption = Annotated[
    list[str] | None,
    typer.Option(
        "--party",
        "-p",
        metavar="CODE|NAME",
        help="Only what involves this party: a code (VN) or a name (Vietnam). Repeat it to ask for all of them.",
    ),
]
MechanismOption = Annotated[
    str | None,
    typer.Option("--mechanism", "-m", metavar="WORDS", help="Only mechanisms whose name holds these words."),
]
TopicOption = Annotated[
    str | None,
    typer.Option("--topic", "-t", metavar="TOPIC", help="Only this topic, by id ('war-legacy') or by name."),
]
AfterOption = Annotated[
    str | None,
    typer.Option("--after", metavar="DATE", help="Only from this year, month or day on: 2024, 2024-08, 2024-08-26."),
]
BeforeOption = Annotated[
    str | None,
    typer.Option("--before", metavar="DATE", help="Only up to this year, month or day, itself included."),
]
LimitOption = Annotated[
    int,
    typer.Option("--limit", "-n", min=0, max=10**9, metavar="N", help="Show at most this many; 0 for all."),
]
JsonOption = Annotated[bool, typer.Option("--json", help="Write JSON for programs.")]
CsvOption = Annotated[bool, typer.Option("--csv", help="Write CSV for spreadsheets.")]
PathsArgument = Annotated[
    list[str],
    typer.Argument(metavar="PATH...", help="Files, folders (read with all below them) or patterns like '*.html'."),
]
OutputOption = Annotated[
    Path | None,
    typer.Option("--output", "-o", metavar="FILE", readable=False, help="Write to this file instead of the terminal."),
]

"""`verbale brief`: a cited briefing as Markdown, a web page, a Word document or a PDF."""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Annotated

import typer

from verbale.cli.files import write_bytes, write_text
from verbale.cli.ledgers import reading
from verbale.cli.options import LedgerOption, OutputOption
from verbale.cli.streams import clean
from verbale.errors import UsageError
from verbale.views.brief import Brief, Wanted, write_brief
from verbale.views.brief_contents import FULL, PAGE
from verbale.views.brief_docx import docx_bytes
from verbale.views.brief_html import html
from verbale.views.brief_markdown import markdown
from verbale.views.brief_typst import pdf_bytes

DEFAULT_LINES = 8
TEXT: Mapping[str, Callable[[Brief], str]] = {".md": markdown, ".html": html}
BINARY: Mapping[str, Callable[[Brief], bytes]] = {".docx": docx_bytes, ".pdf": pdf_bytes}


def command(
    context: typer.Context,
    subject: Annotated[
        str | None,
        typer.Option(
            "--for",
            metavar="PARTIES|MECHANISM",
            help="Parties by code or name ('US,VN', 'Japan'), or words of a mechanism's name. "
            "Default: the parties that most documents are about.",
        ),
    ] = None,
    topic: Annotated[
        list[str] | None,
        typer.Option("--topic", "-t", metavar="TOPIC", help="Only this topic in the agenda; repeat it for several."),
    ] = None,
    since: Annotated[
        str | None, typer.Option("--since", metavar="DATE", help="Only documents from this year, month or day on.")
    ] = None,
    page: Annotated[bool, typer.Option("--page", help="The short form: what matters most, on one page.")] = False,
    limit: Annotated[
        int, typer.Option("--limit", "-n", min=0, metavar="N", help="Lines in a section, newest first; 0 for all.")
    ] = DEFAULT_LINES,
    output: OutputOption = None,
    ledger: LedgerOption = None,
) -> None:
    """Write a cited briefing on a relationship or a mechanism.

    The ending of the output file chooses the form: .docx with real footnotes, .pdf, .html or .md (the default).

    How things stand on a page, last rounds, counterparts, agenda by topic, open commitments both ways, figures with
    charts, instruments and what to expect; each line with its document, date, words and fact id. What the record does
    not say stands in a section of its own.
    """
    form = form_of(output)
    with reading(context, ledger) as view:
        brief = write_brief(view, subject, limit, Wanted(PAGE if page else FULL, topic or (), since))
    if output is None:
        sys.stdout.write(clean(markdown(brief)))
    elif form in BINARY:
        write_bytes(output, BINARY[form](brief))
    else:
        write_text(output, clean(TEXT[form](brief)))


def form_of(output: Path | None) -> str:
    """The form that the ending of a file asks for; raises UsageError for one that we do not write."""
    if output is None or output.suffix.lower() in ("", ".txt", ".markdown"):
        return ".md"
    form = output.suffix.lower().replace(".htm", ".html").replace(".htmll", ".html")
    if form not in BINARY and form not in TEXT:
        raise UsageError(f"Verbale writes no briefing as {output.suffix}.", "Name a file .docx, .pdf, .html or .md.")
    return form

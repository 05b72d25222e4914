"""What copy, backup and restore share: a bar to watch, and what they say in the end."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from rich.text import Text

from verbale.cli.console import console
from verbale.cli.formats import write_json
from verbale.cli.progress import Show, bar
from verbale.cli.stopping import stoppable
from verbale.cli.streams import clean
from verbale.model.records import Copied


@contextmanager
def watched(doing: str) -> Iterator[Show]:
    """What a copy reports to. Ctrl-C stops it between two pages, and nothing is kept."""
    with stoppable() as check, bar(doing) as show:

        def report(done: int, total: int, what: str) -> None:
            show(done, total, what)
            check()

        try:
            yield report
        except KeyboardInterrupt as error:
            raise KeyboardInterrupt("stopped. Nothing was changed; run the same command to begin again.") from error


def tell(done: str, copied: Copied, as_json: bool) -> None:
    """Say what was copied, and the hash of the contents on both sides."""
    if as_json:
        write_json(copied.to_json())
        return
    terminal = console()
    terminal.print(
        Text(clean(f"{done} {copied.documents:,} documents ({copied.rows:,} rows): {copied.source} → {copied.target}")),
        soft_wrap=True,
    )
    for side, digest in (("read", copied.source_hash), ("written", copied.target_hash)):
        terminal.print(Text.assemble((f"  hash of what was {side:<8}", "dim"), (digest, "id")), soft_wrap=True)

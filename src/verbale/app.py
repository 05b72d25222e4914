"""The composition root: settings → one object that every face uses.

>>> with App.start(ledger="verbale.db") as app:  # doctest: +SKIP
...     app.read(["readouts/"])
...     app.view().engagements()
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from functools import cached_property
from pathlib import Path
from types import TracebackType

from verbale.ledger import Ledger, View
from verbale.pipeline import Progress, Summary, read_again, read_paths
from verbale.settings import Settings, from_environment
from verbale.sources import Limits
from verbale.sources.limits import MEGABYTE
from verbale.views.weaving import Progress as Weaving


class App:
    """Verbale with its settings. The ledger is opened when it is first needed."""

    def __init__(self, settings: Settings, create: bool = True) -> None:
        self.settings = settings
        self._create = create

    @classmethod
    def start(cls, ledger: str | Path | None = None, jobs: int | None = None, create: bool = True) -> App:
        """With the settings of the environment, and what is given here before them.

        `create=False` refuses a ledger that is not there. Raises UsageError for a setting that is out of bounds.
        """
        settings = from_environment()
        if ledger is not None:
            settings = replace(settings, ledger=str(ledger))
        if jobs is not None:
            settings = replace(settings, jobs=jobs)
        return cls(settings, create)

    @cached_property
    def ledger(self) -> Ledger:
        """The ledger; raises LedgerError as `Ledger.open` does."""
        return Ledger.open(self.settings.ledger, self._create, self.settings.busy_seconds)

    def read(
        self, paths: Iterable[str | Path], progress: Progress | None = None, weaving: Weaving | None = None
    ) -> Summary:
        """Read documents into the ledger, as `pipeline.read_paths` does."""
        return read_paths(paths, self.ledger, self.settings.jobs, progress, self._limits, weaving)

    def read_again(self, progress: Progress | None = None, weaving: Weaving | None = None) -> Summary:
        """Read what the ledger keeps with this version of the reader, as `pipeline.read_again` does."""
        return read_again(self.ledger, self.settings.jobs, progress, self._limits, weaving)

    @property
    def _limits(self) -> Limits:
        return Limits(size=int(self.settings.max_megabytes * MEGABYTE))

    def view(self) -> View:
        """What the ledger says."""
        return self.ledger.view()

    def close(self) -> None:
        """Close the ledger if it was opened."""
        ledger = self.__dict__.pop("ledger", None)
        if ledger is not None:
            ledger.close()

    def __enter__(self) -> App:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

"""Documents → ledger: the one file that knows all stages. Load, read, add, weave; one bad file never stops others.

Files that the ledger already holds, by name and bytes, are skipped before they are loaded, unless the reader has
become newer. Loading and reading run in an engine, perhaps in several processes; only this process writes.
"""

from __future__ import annotations

import hashlib
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Literal

from verbale.engines import Done, Engine, engine
from verbale.engines import Outcome as Result
from verbale.errors import SourceError
from verbale.language.sentences import sentences
from verbale.ledger import Ledger, View
from verbale.ledger.writer import Added, Writer, source_name
from verbale.model.evidence import Span
from verbale.model.reading import Reading
from verbale.reader import rules
from verbale.sources import Limits, Loaded, from_bytes, load
from verbale.sources.limits import DEFAULT_LIMITS
from verbale.sources.paths import Unreadable, expand
from verbale.views.weaving import Progress as Weaving
from verbale.views.weaving import weave_in

Status = Literal["read", "known", "failed"]
_REPORT = "This is a defect of Verbale: please report it with the document. The other documents are not affected."


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one document: `reason` and `hint` where it failed, its id and number of facts where it did not."""

    path: str
    status: Status
    document: str = ""
    facts: int = 0
    reason: str = ""
    hint: str = ""


@dataclass(frozen=True, slots=True)
class Summary:
    """What became of all documents, in the order in which they were given."""

    outcomes: tuple[Outcome, ...] = ()

    def with_status(self, status: Status) -> tuple[Outcome, ...]:
        return tuple(outcome for outcome in self.outcomes if outcome.status == status)

    @property
    def failed(self) -> tuple[Outcome, ...]:
        return self.with_status("failed")

    @property
    def exit_code(self) -> int:
        """0 where all went well, 3 where nothing could be read, 1 where only some could not."""
        if not self.failed:
            return 0
        return SourceError.exit_code if len(self.failed) == len(self.outcomes) else 1


Progress = Callable[[Outcome, int, int], None]  # the outcome, how many are done, how many there are


@dataclass(frozen=True, slots=True)
class Prepared:
    """A document that was loaded and read, ready to be added."""

    loaded: Loaded
    reading: Reading
    sentences: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Refused:
    """A document that could not be loaded, and why."""

    reason: str
    hint: str


def read_paths(
    paths: Iterable[str | Path],
    ledger: Ledger,
    jobs: int = 1,
    progress: Progress | None = None,
    limits: Limits = DEFAULT_LIMITS,
    weaving: Weaving | None = None,
) -> Summary:
    """Read files, folders and patterns into the ledger; then weave the commitments of those that changed it.

    Never raises for a document; raises LedgerError where the ledger can no longer be written. What was read until
    then is kept, and a second run goes on from there.
    """
    found = list(expand(paths, skip=Path(ledger.address)))
    outcomes: list[Outcome] = []
    with ledger.writer() as writer:
        for outcome in _outcomes(found, ledger.view(), writer, engine(jobs), limits):
            outcomes.append(outcome)
            if progress is not None:
                progress(outcome, len(outcomes), len(found))
    weave_in(ledger, weaving)
    return Summary(tuple(outcomes))


def read_again(
    ledger: Ledger, jobs: int = 1, progress: Progress | None = None, limits: Limits = DEFAULT_LIMITS,
    weaving: Weaving | None = None,
) -> Summary:  # fmt: skip
    """Read anew, from the bytes that the ledger keeps, what an older version of the reader has read.

    Raises as `read_paths` does; where a document fails, its older reading stays.
    """
    view = ledger.view()
    kept = view.kept_sources(rules.VERSION)
    outcomes: list[Outcome] = []
    with ledger.writer() as writer:
        sources = ((name, view.content(content)) for name, content in kept)
        for (name, _), result in engine(jobs).run(partial(prepare_kept, limits), sources):
            outcomes.append(_added(name, result, writer))
            if progress is not None:
                progress(outcomes[-1], len(outcomes), len(kept))
    weave_in(ledger, weaving)
    return Summary(tuple(outcomes))


def prepare_kept(limits: Limits, source: tuple[str, bytes]) -> Prepared | Refused:
    """`prepare` for a name and the bytes of a document."""
    name, content = source
    return _prepare(lambda: Loaded(from_bytes(name, content, limits), content))


def prepare(limits: Limits, path: Path) -> Prepared | Refused:
    """Load and read one document, without a ledger.

    Raises nothing that a document can cause: one that cannot be loaded is refused.
    """
    return _prepare(lambda: load(path, limits))


def _prepare(loading: Callable[[], Loaded]) -> Prepared | Refused:
    try:
        loaded = loading()
    except SourceError as error:
        return Refused(error.message, error.hint)
    reading = rules.read(loaded.document)
    found = sentences(loaded.document.text, reading.passages)
    return Prepared(loaded, reading, tuple(Span(sentence.start, sentence.end) for sentence in found))


def _outcomes(
    found: Iterable[Path | Unreadable], view: View, writer: Writer, runner: Engine, limits: Limits
) -> Iterator[Outcome]:
    """An outcome for each path, in order: those that need no reading wait in `settled` for their turn."""
    settled: deque[Outcome | None] = deque()  # None stands for a path that is being read

    def unread() -> Iterator[Path]:
        for path in found:
            outcome = _settled(path, view, limits)
            settled.append(outcome)
            if outcome is None and isinstance(path, Path):
                yield path

    for path, result in runner.run(partial(prepare, limits), unread()):
        while (outcome := settled.popleft()) is not None:
            yield outcome
        yield _added(str(path), result, writer)
    yield from (outcome for outcome in settled if outcome is not None)


def _settled(path: Path | Unreadable, view: View, limits: Limits) -> Outcome | None:
    """The outcome of a path that need not be read: there is nothing to read, or the ledger has it already."""
    if isinstance(path, Unreadable):
        return Outcome(path.path, "failed", reason=path.reason, hint=path.hint)
    try:
        if not path.is_file() or path.stat().st_size > limits.size:
            return None
        with path.open("rb") as file:
            content = hashlib.file_digest(file, "sha256").hexdigest()
    except OSError:
        return None  # loading it says what is wrong
    document = view.holds(source_name(path.name), content, rules.VERSION)
    return Outcome(str(path), "known", document) if document is not None else None


def _added(path: str, result: Result[Prepared | Refused], writer: Writer) -> Outcome:
    if not isinstance(result, Done):
        return Outcome(path, "failed", reason=f"Verbale failed on {path}: {result.reason}.", hint=_REPORT)
    prepared = result.value
    if isinstance(prepared, Refused):
        return Outcome(path, "failed", reason=prepared.reason, hint=prepared.hint)
    loaded = prepared.loaded
    try:
        added = writer.add(loaded.document, prepared.reading, loaded.content, prepared.sentences)
    except (ValueError, OverflowError) as error:  # a value that no column can hold
        return Outcome(path, "failed", reason=f"Verbale failed on {path}: {error}.", hint=_REPORT)
    if isinstance(added, Added):
        return Outcome(path, "read", added.document, added.facts)
    return Outcome(path, "known", added.document)

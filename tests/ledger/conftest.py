"""The ledgers that the contract is told to: one a backend."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, ExitStack, contextmanager
from pathlib import Path

import pytest
from ledger_samples import file_lent, fill, sample

from postgresql_server import Server
from verbale.ledger import Ledger
from verbale.ledger.schema import metadata

BACKENDS = ("sqlite", "postgresql")
NewAddress = Callable[[], str]
Lend = Callable[[], AbstractContextManager[str]]


class Databases:
    """Empty ledgers, each in a database of its own: copied from one, and emptied for the next test."""

    def __init__(self, server: Server, stack: ExitStack) -> None:
        self.server = server
        self.stack = stack
        self.template = stack.enter_context(server.database())
        Ledger.open(server.address(self.template)).close()
        self.free: list[str] = []

    @contextmanager
    def lent(self) -> Iterator[str]:
        """The address of one of them, for as long as the block lasts; it must be closed by then."""
        name = self.free.pop() if self.free else self.stack.enter_context(self.server.database(self.template))
        yield self.server.address(name)
        tables = ", ".join([*metadata.tables, "search_index"])
        self.server.run(f"TRUNCATE {tables} RESTART IDENTITY", database=name)
        self.free.append(name)


@pytest.fixture(scope="session")
def databases(postgresql_server: Server) -> Iterator[Databases]:
    with ExitStack() as stack:
        yield Databases(postgresql_server, stack)


@pytest.fixture(scope="session", params=BACKENDS)
def lent(request: pytest.FixtureRequest) -> Lend:
    """Gives the address of an empty ledger for as long as a block lasts; it must be closed by then."""
    if request.param == "sqlite":
        return file_lent
    databases: Databases = request.getfixturevalue("databases")
    return databases.lent


@pytest.fixture
def new_address(lent: Lend) -> Iterator[NewAddress]:
    """Gives the address of another empty ledger at each call."""
    with ExitStack() as stack:
        yield lambda: stack.enter_context(lent())


@pytest.fixture
def new_postgresql(databases: Databases) -> Iterator[NewAddress]:
    """Gives the address of another empty ledger in PostgreSQL at each call."""
    with ExitStack() as stack:
        yield lambda: stack.enter_context(databases.lent())


@pytest.fixture
def new_ledger(new_address: NewAddress) -> Iterator[Callable[[], Ledger]]:
    """Makes an empty ledger at each call."""
    with ExitStack() as opened:
        yield lambda: opened.enter_context(Ledger.open(new_address()))


@pytest.fixture
def ledger(new_ledger: Callable[[], Ledger]) -> Ledger:
    return new_ledger()


@pytest.fixture
def filled(ledger: Ledger) -> Ledger:
    return fill(ledger)


@pytest.fixture(params=("file", "postgresql"))
def target(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """Where to copy to: a file that is still to be made, or an empty ledger of a server."""
    if request.param == "file":
        return str(tmp_path / "copy.db")
    new_postgresql: Callable[[], str] = request.getfixturevalue("new_postgresql")
    return new_postgresql()


@pytest.fixture
def database(postgresql_server: Server) -> Iterator[str]:
    """The name of an empty database."""
    with postgresql_server.database() as name:
        yield name


@pytest.fixture
def own_ledger(postgresql_server: Server, databases: Databases) -> Iterator[str]:
    """The name of a database with an empty ledger, to do anything with."""
    with postgresql_server.database(databases.template) as name:
        yield name


@pytest.fixture
def filled_postgresql(postgresql_server: Server, own_ledger: str) -> Iterator[Ledger]:
    """A ledger with one document, open; afterwards it must still hold that document, whole."""
    with Ledger.open(postgresql_server.address(own_ledger)) as ledger:
        ledger.writer().add(*sample())
        yield ledger
    with Ledger.open(postgresql_server.address(own_ledger), create=False) as ledger:
        assert "coast.txt" in [record.source for record in ledger.view().documents()]
        assert ledger.view().health().problems == ()


@pytest.fixture
def exported() -> Callable[[Ledger], str]:
    """The export of a ledger as a text."""

    def export(ledger: Ledger) -> str:
        stream = io.StringIO()
        ledger.view().export(stream, contents=True)
        return stream.getvalue()

    return export

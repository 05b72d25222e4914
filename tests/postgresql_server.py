"""A real PostgreSQL server for the tests: started from the installed binaries in a folder of its own, ended with them.

The server does not run as root, so root starts it as the user `postgres`. Databases are sorted as English is, where
the server can: what the ledger lists must not depend on it.
"""

from __future__ import annotations

import os
import pwd
import re
import secrets
import shutil
import socket
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

OLDEST = 15  # the tests make databases in ways that older ones do not know
USER, PASSWORD = "keeper", "s3cret/@:word"
_QUOTED = "s3cret%2F%40%3Aword"
_QUICK = ("fsync=off", "synchronous_commit=off", "full_page_writes=off", "max_connections=60", "shared_buffers=32MB")


@dataclass(frozen=True)
class Server:
    """A running server on the loopback interface."""

    port: int
    folder: Path

    def address(self, database: str, user: str = USER, password: str = _QUOTED) -> str:
        """The address of one of its databases."""
        return f"postgresql://{user}:{password}@127.0.0.1:{self.port}/{database}"

    def run(self, *statements: str, database: str = "postgres") -> list[tuple[object, ...]]:
        """Run statements outside of any transaction; returns the rows of the last."""
        import pg8000

        connection = pg8000.connect(USER, "127.0.0.1", database, self.port, PASSWORD, ssl_context=False)
        connection.autocommit = True
        try:
            cursor = connection.cursor()
            for statement in statements:
                cursor.execute(statement)
            return list(cursor.fetchall()) if cursor.description else []
        finally:
            connection.close()

    @contextmanager
    def database(self, template: str = "template1") -> Iterator[str]:
        """A database of one's own; yields its name."""
        name = f"ledger_{secrets.token_hex(6)}"
        self.run(f"CREATE DATABASE {name} TEMPLATE {template} STRATEGY file_copy")
        try:
            yield name
        finally:
            self.run(f"DROP DATABASE {name} WITH (FORCE)")


def missing() -> str | None:
    """Why no server can be started here; None where one can."""
    try:
        import pg8000  # noqa: F401
    except ImportError:
        return "PostgreSQL is not tested: its driver is not installed (pip install 'verbale[postgresql]')"
    folder = _binaries()
    if folder is None:
        return "PostgreSQL is not tested: its server is not installed (Debian: apt-get install postgresql)"
    version = subprocess.run([folder / "postgres", "--version"], capture_output=True, text=True, timeout=60).stdout
    if int(re.findall(r"\d+", version or "0")[0]) < OLDEST:
        return f"PostgreSQL is not tested: its server is older than {OLDEST} ({version.strip()})"
    if os.name != "posix" or (os.geteuid() == 0 and _account() is None):
        return "PostgreSQL is not tested: root may not run its server, and there is no user 'postgres'"
    return None


@contextmanager
def running() -> Iterator[Server]:
    """A server for as long as the block lasts."""
    folder = Path(tempfile.mkdtemp(prefix="verbale-postgresql-"))
    account = _account() if os.geteuid() == 0 else None
    try:
        password = folder / "password"
        password.write_text(PASSWORD)
        if account is not None:
            for path in (folder, password):
                os.chown(path, account.pw_uid, account.pw_gid)
        yield from _started(folder, password, account)
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _started(folder: Path, password: Path, account: pwd.struct_passwd | None) -> Iterator[Server]:
    data, port = folder / "data", _free_port()
    options = [f"-p {port} -k {folder} -h 127.0.0.1", *(f"-c {setting}" for setting in _QUICK)]
    initial = ["initdb", "-D", data, "-U", USER, "--auth=scram-sha-256", f"--pwfile={password}", "-E", "UTF8", "-N"]
    english = ["--locale=C.UTF-8", "--locale-provider=icu", "--icu-locale=en-US"]
    if _run(account, *initial, *english, check=False):
        shutil.rmtree(data, ignore_errors=True)
        _run(account, *initial, "--locale=C")
    _run(account, "pg_ctl", "-D", data, "-l", folder / "log", "-w", "-o", " ".join(options), "start")
    try:
        yield Server(port, folder)
    finally:
        _run(account, "pg_ctl", "-D", data, "-m", "immediate", "-w", "stop")


def _run(account: pwd.struct_passwd | None, program: str, *arguments: str | Path, check: bool = True) -> int:
    folder = _binaries()
    assert folder is not None
    other = {} if account is None else {"user": account.pw_uid, "group": account.pw_gid, "extra_groups": []}
    done = subprocess.run(
        [folder / program, *map(str, arguments)], cwd="/", stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, timeout=60, **other,
    )  # fmt: skip
    if check:
        done.check_returncode()
    return done.returncode


def _binaries() -> Path | None:
    """The folder with the newest server."""
    found = [Path(path) for path in (shutil.which("postgres"),) if path]
    folders = sorted(Path("/usr/lib/postgresql").glob("*/bin"), key=lambda p: float(p.parent.name), reverse=True)
    places = [*(path.resolve().parent for path in found), *folders]
    return next((p for p in places if all((p / name).exists() for name in ("initdb", "pg_ctl", "postgres"))), None)


def _account() -> pwd.struct_passwd | None:
    try:
        return pwd.getpwnam("postgres")
    except KeyError:
        return None


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])

"""The killable child process that parsers of foreign bytes run in.

One worker serves many documents. It gets a request, answers with JSON (which we check; we never unpickle what
it says), and is killed where it takes too long; its memory is limited by the system where the system can.
A parser that dies takes its worker with it and nothing else.
"""

from __future__ import annotations

import atexit
import json
import os
import struct
import subprocess
import sys
import threading
from contextlib import suppress
from importlib import import_module
from typing import IO, Any

from verbale.errors import SourceError
from verbale.sources.limits import Limits
from verbale.sources.parsed import Parsed, parsed_from_json

try:
    import resource
except ImportError:  # Windows has no such limits
    resource = None  # type: ignore[assignment]

_LENGTH = struct.Struct(">Q")


class _Worker:
    """A running child and the process that started it: a fork of that process must not share its pipes."""

    def __init__(self, memory: int) -> None:
        self.memory = memory
        self.owner = os.getpid()
        self.process = subprocess.Popen(
            [sys.executable, "-m", "verbale.sources.child", str(memory)],
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL,
        )  # fmt: skip

    def usable(self, memory: int) -> bool:
        return self.owner == os.getpid() and self.memory == memory and self.process.poll() is None

    def ask(self, parts: tuple[bytes, ...], seconds: float) -> bytes | None:
        """The answer, or None where the child died or was killed for taking longer than `seconds`."""
        assert self.process.stdin is not None
        assert self.process.stdout is not None
        timer = threading.Timer(seconds, self.process.kill)
        timer.start()
        try:
            for part in parts:
                _send(self.process.stdin, part)
            return _receive(self.process.stdout)
        except OSError:
            return None
        finally:
            timer.cancel()

    def stop(self) -> None:
        self.process.kill()
        self.process.wait()
        for pipe in (self.process.stdin, self.process.stdout):
            if pipe is not None:
                try:
                    pipe.close()
                except OSError:
                    continue


_lock = threading.Lock()
_workers: list[_Worker] = []
_inherited: list[_Worker] = []  # workers of the process that we are a fork of: never ours to ask or to stop


def parse_in_child(parser: str, name: str, content: bytes, limits: Limits) -> Parsed:
    """What `parse` of the module `parser` makes of `content`, in a child process with limits.

    Raises SourceError where the parser finds the document damaged, or takes too much time, memory or text.
    """
    with _lock:
        worker = _worker(limits)
        answer = worker.ask((parser.encode(), name.encode("utf-8", "replace"), content), limits.seconds)
        if answer is None:
            _stop_workers()
    if answer is None:
        raise SourceError(
            f"{name} could not be parsed within {limits.seconds:.0f} s and {limits.memory // 1_000_000} MB.",
            "It may be damaged or made to do harm; save it as plain text and read that.",
        )
    data: dict[str, Any] = json.loads(answer)
    if "error" in data:
        raise SourceError(str(data["error"]), str(data["hint"]))
    parsed = parsed_from_json(data)
    if sum(len(block.text) for block in parsed.blocks) > limits.text:
        raise SourceError(f"{name} unfolds to more text than a document holds.", "Read its parts one by one.")
    return parsed


def _worker(limits: Limits) -> _Worker:
    if not (_workers and _workers[0].usable(limits.memory)):
        _stop_workers()
        _workers.append(_Worker(limits.memory))
    return _workers[0]


def _stop_workers() -> None:
    while _workers:
        worker = _workers.pop()
        if worker.owner == os.getpid():
            worker.stop()
        else:
            _inherited.append(worker)


atexit.register(_stop_workers)


def _send(pipe: IO[bytes], part: bytes) -> None:
    pipe.write(_LENGTH.pack(len(part)))
    pipe.write(part)
    pipe.flush()


def _receive(pipe: IO[bytes]) -> bytes | None:
    header = pipe.read(_LENGTH.size)
    if len(header) < _LENGTH.size:
        return None
    (length,) = _LENGTH.unpack(header)
    part = pipe.read(length)
    return part if len(part) == length else None


def _answer(parser: str, name: str, content: bytes) -> dict[str, Any]:
    try:
        parsed: Parsed = import_module(parser).parse(name, content)
        return parsed.to_json()
    except SourceError as error:
        return {"error": error.message, "hint": error.hint}
    except MemoryError:
        return {"error": f"{name} needs too much memory.", "hint": "Save it as plain text and read that."}
    except Exception as error:  # noqa: BLE001  a foreign parser may raise anything
        return {
            "error": f"{name} is damaged: {type(error).__name__}.",
            "hint": "Save it again from its source, or as plain text.",
        }


def serve(memory: int, requests: IO[bytes], answers: IO[bytes]) -> None:
    """Answer requests until the parent goes away."""
    if resource is not None and memory:
        with suppress(ValueError, OSError):  # a system may know the limit and not let us set it
            resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
            resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    while True:
        parts = [_receive(requests) for _ in range(3)]
        if any(part is None for part in parts):
            return
        parser, name, content = (part or b"" for part in parts)
        data = _answer(parser.decode(), name.decode(), content)
        _send(answers, json.dumps(data).encode("utf-8", "surrogatepass"))


if __name__ == "__main__":
    serve(int(sys.argv[1]), sys.stdin.buffer, sys.stdout.buffer)

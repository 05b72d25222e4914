"""How long the command line takes to start, against Python itself: `python bench/startup.py`."""

from __future__ import annotations

import subprocess
import sys
import time

RUNS = 15
COMMANDS = {
    "python -c pass": ["-c", "pass"],
    "verbale --version": ["-m", "verbale", "--version"],
    "verbale --help": ["-m", "verbale", "--help"],
    "verbale read --help": ["-m", "verbale", "read", "--help"],
    "verbale parse --help": ["-m", "verbale", "parse", "--help"],
}


def best_time(arguments: list[str]) -> float:
    """The quickest of several runs in seconds: the one that other work on the machine disturbed least."""
    times = []
    for _ in range(RUNS):
        begin = time.perf_counter()
        subprocess.run([sys.executable, *arguments], check=True, stdout=subprocess.DEVNULL)
        times.append(time.perf_counter() - begin)
    return min(times)


def main() -> None:
    """Print a line per command: milliseconds, and how many times Python's own start."""
    base = best_time(COMMANDS["python -c pass"])
    for name, arguments in COMMANDS.items():
        seconds = best_time(arguments)
        sys.stdout.write(f"{name:<22} {seconds * 1000:6.1f} ms  {seconds / base:5.1f}x\n")


if __name__ == "__main__":
    main()

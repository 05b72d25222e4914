"""Put what `verbale demo` prints into the README: `python bench/readme.py`."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import tempfile
from pathlib import Path

README = Path(__file__).parents[1] / "README.md"
BLOCK = re.compile(r"(<!-- demo: [^\n]*-->\n```\n).*?(```\n<!-- /demo -->)", re.DOTALL)
WIDTH = 110


def demo() -> str:
    """What the demo prints into a pipe, without spaces at line ends."""
    environment = os.environ | {"COLUMNS": str(WIDTH), "NO_COLOR": "1"}
    with tempfile.TemporaryDirectory() as folder:
        command = [sys.executable, "-m", "verbale", "demo"]
        done = subprocess.run(command, cwd=folder, env=environment, check=True, capture_output=True, text=True)
    return "".join(f"{line.rstrip()}\n" for line in done.stdout.splitlines())


def main() -> None:
    """Replace the block between the markers."""
    text, output = README.read_text(encoding="utf-8"), demo()
    README.write_text(BLOCK.sub(lambda match: match[1] + output + match[2], text), encoding="utf-8")


if __name__ == "__main__":
    main()

"""The way in: `verbale …` and `python -m verbale …`.

`--version` is answered here, before anything heavy is imported; all else goes to the command line proper.
"""

from __future__ import annotations

import importlib
import sys

from verbale import __version__

INTERRUPTED = 130


def main() -> None:
    """Run the command line; ends the process with the exit code that `verbale.errors` lists."""
    if sys.argv[1:] == ["--version"]:
        sys.stdout.write(f"verbale {__version__}\n")
        return
    try:
        # Imported only here so that `--version` stays as quick as Python itself.
        importlib.import_module("verbale.cli.main").run()
    except KeyboardInterrupt:  # Ctrl-C while modules are still being imported
        sys.exit(INTERRUPTED)


if __name__ == "__main__":
    main()

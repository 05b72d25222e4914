"""What Verbale knows about the world, as YAML tables beside this file; grammar lives in code, knowledge here."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from typing import Any

import yaml


@cache
def load(name: str) -> Any:
    """The table `name`.yaml of this folder, parsed once; raises FileNotFoundError for a name that is not there.

    >>> load("topics")["dioxin"]["broader"]
    'war-legacy'
    """
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    return yaml.load(files(__package__).joinpath(f"{name}.yaml").read_text(encoding="utf-8"), Loader=loader)

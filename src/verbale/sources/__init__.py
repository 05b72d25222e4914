"""Bytes → `Document`: files of any kind that we read, and the child process that foreign parsers run in."""

from verbale.sources.limits import Limits
from verbale.sources.load import Loaded, from_bytes, load

__all__ = ["Limits", "Loaded", "from_bytes", "load"]

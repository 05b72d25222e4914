"""How work runs, not what it is: in this process, or in a pool of processes."""

from verbale.engines.base import Done, Engine, Failed, Outcome
from verbale.engines.local import Local
from verbale.engines.pool import Pool

__all__ = ["Done", "Engine", "Failed", "Local", "Outcome", "Pool", "engine"]


def engine(jobs: int) -> Engine:
    """The engine for so many jobs at once: one runs here and now."""
    return Local() if jobs <= 1 else Pool(jobs)

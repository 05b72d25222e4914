"""Which mentions are one person, post, mechanism, engagement, instrument. A machine suggests; a person decides."""

from verbale.identities.kinds import BY_NAME, KINDS, VERSION
from verbale.identities.nodes import Comparison, Features, Kind, Node
from verbale.identities.resolving import Pair, Resolution, Ruled, pair, resolve

__all__ = [
    "BY_NAME", "KINDS", "VERSION", "Comparison", "Features", "Kind", "Node", "Pair", "Resolution", "Ruled", "pair",
    "resolve",
]  # fmt: skip

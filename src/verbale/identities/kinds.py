"""The list of kinds. `VERSION` changes whenever the same nodes may give other records; a ledger is then worked anew."""

from __future__ import annotations

from collections.abc import Mapping
from typing import cast

from verbale.identities import engagements, instruments, mechanisms, offices, people, texts
from verbale.identities.nodes import Kind

VERSION = "identities-6"
KINDS: tuple[Kind, ...] = tuple(
    cast(Kind, module) for module in (people, offices, mechanisms, engagements, instruments, texts)
)
BY_NAME: Mapping[str, Kind] = {kind.NAME: kind for kind in KINDS}

"""Whatever is decided, taken back, done again and read anew: undoing all returns to the start, a replay to the end."""

from __future__ import annotations

from decision_walk import STEPS, walk

STEPS_HERE = 5 * STEPS  # 10,000 in bench/decisions.py


def test_any_walk_can_be_taken_back_and_replayed() -> None:
    assert walk(STEPS_HERE) == STEPS_HERE

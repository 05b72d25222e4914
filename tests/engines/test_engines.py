"""Every engine gives the same outcomes in the same order; an item that fails does not stop the others."""

from __future__ import annotations

import os
import time
from pathlib import Path

import pytest

from verbale.engines import Done, Engine, Failed, Local, Pool, engine

ENGINES = [Local(), Pool(2)]


def square(number: int) -> int:
    if number == 3:
        raise ValueError("three is not for us")
    time.sleep(0.002 * (7 - number % 7))  # later items finish first
    return number * number


def die_once_or_always(item: tuple[str, str]) -> str:
    """Ends the whole process: always for 'always', once for 'once' (a file remembers)."""
    kind, folder = item
    mark = Path(folder, "died")
    if kind == "always" or (kind == "once" and not mark.exists()):
        mark.touch()
        os._exit(9)
    return kind


@pytest.mark.parametrize("runner", ENGINES, ids=["local", "pool"])
def test_results_in_the_order_of_the_items(runner: Engine) -> None:
    found = list(runner.run(square, iter(range(30))))
    assert [item for item, _ in found] == list(range(30))
    assert found[3][1] == Failed("ValueError: three is not for us")
    assert [outcome for item, outcome in found if item != 3] == [Done(n * n) for n in range(30) if n != 3]


@pytest.mark.parametrize("runner", ENGINES, ids=["local", "pool"])
def test_nothing_to_do(runner: Engine) -> None:
    assert list(runner.run(square, [])) == []


def test_a_process_that_dies_takes_only_its_item_along(tmp_path: Path) -> None:
    kinds = ["a", "always", "b", "c", "d", "e", "f", "g", "h", "i", "j", "k"]
    found = list(Pool(2).run(die_once_or_always, [(kind, str(tmp_path)) for kind in kinds]))
    assert [item[0] for item, _ in found] == kinds
    assert [isinstance(outcome, Failed) for _, outcome in found] == [kind == "always" for kind in kinds]


def test_items_that_a_death_interrupted_are_run_again(tmp_path: Path) -> None:
    items = [("once", str(tmp_path)), ("a", str(tmp_path))]
    assert [outcome for _, outcome in Pool(1).run(die_once_or_always, items)] == [Done("once"), Done("a")]


def test_only_a_few_items_are_taken_ahead() -> None:
    taken: list[int] = []

    def items() -> object:
        for number in range(1000):
            taken.append(number)
            yield number

    running = Pool(2).run(square, items())  # type: ignore[arg-type]
    next(running)
    running.close()  # type: ignore[attr-defined]
    assert len(taken) < 20


def test_one_job_needs_no_other_process() -> None:
    assert isinstance(engine(1), Local)
    assert isinstance(engine(3), Pool)

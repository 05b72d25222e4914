"""Many who decide at once, and long walks of decisions: is anything lost or refused, and how long does it take?

python bench/decisions.py writers [WRITERS] [EACH] [LEDGER]
python bench/decisions.py walk [STEPS]
"""

from __future__ import annotations

import multiprocessing
import sys
import tempfile
import time
from pathlib import Path
from random import Random

from ledger import document
from verbale.errors import LedgerError, StaleError
from verbale.ledger import Ledger
from verbale.model.decisions import Draft

DOCUMENTS = 20
FIELDS = {"a": ("type", ("agree", "commit", "plan")), "e": ("place", ("Mombasa", "Valparaíso", "Lamu"))}


def decide_often(given: tuple[str, int, int]) -> tuple[int, int, int, float]:
    """One writer: how many decisions were logged, how many told of an older state, how many refused; the longest."""
    address, number, each = given
    chance = Random(number)
    done = stale = refused = 0
    longest = 0.0
    with Ledger.open(address, create=False) as ledger:
        view, decider = ledger.view(), ledger.decider()
        facts = [fact.id for fact in (*view.acts(), *view.engagements())]
        while done < each:
            fact = chance.choice(facts)
            started = time.perf_counter()
            try:
                based_on = view.state(fact) if chance.random() < 0.5 else None
                field, values = FIELDS[fact[0]]
                value = {"field": field, "value": chance.choice(values)}
                draft = Draft("correct", (fact,), f"writer {number}", "bench", value, based_on)
                decided = decider.decide(draft)
                done += 1
                if done < each and chance.random() < 0.3:
                    decider.undo(decided.decision.id, f"writer {number}")
                    done += 1
            except StaleError:
                stale += 1
            except LedgerError:
                refused += 1
            longest = max(longest, time.perf_counter() - started)
    return done, stale, refused, longest


def writers(number: int, each: int, address: str) -> None:
    """So many processes, each with so many decisions."""
    with Ledger.open(address) as ledger:
        for made in range(DOCUMENTS):
            ledger.writer().add(*document(made))
        before = len(ledger.view().decisions())
    started = time.perf_counter()
    with multiprocessing.get_context("spawn").Pool(number) as pool:
        told = pool.map(decide_often, [(address, n, each) for n in range(number)], chunksize=1)
    seconds = time.perf_counter() - started
    with Ledger.open(address) as ledger:
        logged = [one.decision for one in ledger.view().decisions()]
        problems = ledger.view().health().problems
    moments = [decision.at for decision in logged]
    done, stale, refused = (sum(one[place] for one in told) for place in range(3))
    print(f"{number} writers × {each}: {done} done, {len(logged) - before} in the log, {refused} refused, {stale} told")  # noqa: T201
    print(f"moments all different and in order: {moments == sorted(set(moments))}; problems: {len(problems)}")  # noqa: T201
    longest = max(one[3] for one in told)
    print(f"{seconds:.0f} s, {done / seconds:.0f} decisions a second, the longest waited {longest:.1f} s")  # noqa: T201


def main(what: str, *given: str) -> None:
    if what == "walk":
        sys.path.append(str(Path(__file__).parents[1] / "tests" / "ledger"))
        from decision_walk import walk  # noqa: PLC0415

        started = time.perf_counter()
        steps = walk(int(given[0]) if given else 10_000)
        print(f"{steps} steps, every walk undone to its start and replayed: {time.perf_counter() - started:.0f} s")  # noqa: T201
        return
    number, each = (int(given[0]), int(given[1])) if len(given) > 1 else (50, 200)
    with tempfile.TemporaryDirectory() as folder:
        writers(number, each, given[2] if len(given) > 2 else str(Path(folder) / "bench.db"))


if __name__ == "__main__":
    main(*(sys.argv[1:] or ["writers"]))

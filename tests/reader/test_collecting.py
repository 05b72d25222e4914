"""Reading leaves the garbage collector as it found it."""

import gc
from threading import Barrier, Thread

import pytest

from verbale.model.document import Document
from verbale.reader import rules
from verbale.reader.collecting import seldom_collected


def test_a_reading_leaves_the_thresholds_as_they_were():
    before = gc.get_threshold()
    rules.read(Document(source="a.txt", text="Peru and Chile hold talks\n\nLima, 8 May 2024\n\nBoth sides agreed."))
    assert gc.get_threshold() == before


def test_so_does_one_that_fails():
    before = gc.get_threshold()
    with pytest.raises(ZeroDivisionError), seldom_collected():
        raise ZeroDivisionError
    assert gc.get_threshold() == before


def test_so_do_two_at_once():
    before, both = gc.get_threshold(), Barrier(2)

    def read() -> None:
        with seldom_collected():
            both.wait()

    threads = [Thread(target=read) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert gc.get_threshold() == before


def test_a_program_that_never_collects_is_left_alone():
    before = gc.get_threshold()
    gc.set_threshold(0)
    try:
        with seldom_collected():
            assert gc.get_threshold()[0] == 0
    finally:
        gc.set_threshold(*before)

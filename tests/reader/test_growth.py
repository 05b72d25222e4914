"""A text twice as long takes twice the work, whatever it repeats: counted in calls, not in seconds."""

import sys
from typing import Any

import pytest

from verbale.model.document import Document
from verbale.reader import rules

HEAD = "Vietnam and Japan hold talks\n\nHanoi, 8 May 2024\n\n"
REPEATED = (
    "the ", "Vietnam ", "May 8 ", "1 2 3 ", "and ", ", ", '"', "“", "(", ".", ". ", "said ", "Minister ", "A. ", "- ",
    "\n- ", "of the ", "to ", "that ", "who ", "U.S. ",
    "$5 million ", "2+2 ", "13th ", "will be ", "led by ", "signed ", "today ",
    "both sides ", "Hanoi, ", "Mr. Lee said. ", "They said that ", "Defense Policy Dialogue ", "agreement ",
    "Joint Statement on ", "Prime Minister John Smith of Vietnam ", "Nguyen Van A, ", "Vietnam and ", "between ",
    "agreed to ", "Ministry of ", "’s ", "部", "a", "\n\n", "Vietnam and Japan agreed to trade more.\n",
)  # fmt: skip
SIZE = 3000  # characters; the work for one, two and four times as many is compared (quadratic work: 4 times as much)


def varied(piece: str, size: int) -> str:
    """The piece again and again, with words between that stand nowhere else: of mere repetition little is read."""
    return "".join(piece if i % 4 else f"{piece}{piece[:1].strip()}{_letters(i)} " for i in range(size // len(piece)))


def _letters(number: int) -> str:
    return "".join(chr(ord("a") + int(digit)) for digit in str(number))


def calls(text: str) -> int:
    """How many functions, Python's and C's, a reading calls."""
    count = 0

    def note(_frame: Any, event: str, _argument: Any) -> None:
        nonlocal count
        count += event in {"call", "c_call"}

    before = sys.getprofile()
    sys.setprofile(note)
    try:
        rules.read(Document(source="long.txt", text=text))
    finally:
        sys.setprofile(before)
    return count


@pytest.mark.parametrize("piece", REPEATED)
def test_work_grows_as_the_text_does(piece):
    rules.read(Document(source="first.txt", text=HEAD + "\n".join(REPEATED)))  # loads the tables that are kept
    calls(HEAD + varied(piece, 9 * len(piece)))
    one, two, four = (calls(HEAD + varied(piece, size)) for size in (SIZE, 2 * SIZE, 4 * SIZE))
    assert four - two <= 3 * max(two - one, two / 2)

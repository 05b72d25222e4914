"""`Document` → its passages: the ranges of the text that are the story, each with its role.

Where the source marked its article (HTML, e-mail) those passages stand. Else the lines tell: what is prose, what is
page furniture, a list of other stories, a caption, a byline. Linear in the length of the text.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from verbale.model.document import Document, Passage, Role
from verbale.reader.header_dates import date_in
from verbale.reader.passages_core import has_page_around, story_lines
from verbale.reader.passages_headline import LONGEST_HEADLINE, find_headline, repeats, words_of
from verbale.reader.passages_junk import Look, is_section_name
from verbale.reader.passages_lines import Line, is_photo_credit, lines_of

_MANY_LINES, _TINY_LINES = 50_000, 12
_LONGEST_CAPTION = 50  # words
_MASTHEAD = 4  # the most words of a newspaper's name at the top of a text
_NEAR = 5  # lines around a headline in which the date of its story stands
_KICKERS = 5  # lines at the top among which the title of a clean text is looked for
_TAIL = 4  # lines below the last paragraph among which a sign-off is looked for
_PLACE_OUTLET = re.compile(r"[A-Z][A-Z .'-]{2,24}\s?[-–—/|,]\s?(?:[A-Z][\w.'-]*\s?){1,6}")


def find_passages(document: Document) -> tuple[Passage, ...]:
    """The story's passages in the order of the text; none for a text without words."""
    if document.passages is not None:
        return document.passages
    text = document.text
    if text.count("\n") > _MANY_LINES and len(text) < _TINY_LINES * text.count("\n"):
        return (Passage(0, len(text), Role.BODY),)  # a column of letters or numbers: no page and no story looks so
    lines = lines_of(text)
    if not lines:
        return ()
    return _as_passages(lines, _roles(lines))


def _roles(lines: Sequence[Line]) -> list[Role | None]:
    """For each line its role in the story, None for what is not of it."""
    if has_page_around(lines):
        kept = story_lines(lines)
        if any(kept):
            return _page_roles(lines, kept)
    return _plain_roles(lines)


def _plain_roles(lines: Sequence[Line]) -> list[Role | None]:
    """A text that is all story: a title, a byline, the body."""
    title = _title_index(lines)
    words = words_of(lines[title]) if title is not None else frozenset()
    first = next((i for i, line in enumerate(lines) if line.prose and i != title), len(lines))
    last = max((i for i, line in enumerate(lines) if line.prose), default=len(lines) - 1)
    roles: list[Role | None] = []
    for i, line in enumerate(lines):
        if line.look is Look.FURNITURE and len(lines) > 1:
            roles.append(None)
        elif i == title or (i < first and line.look is not Look.BYLINE and repeats(line, words)):
            roles.append(Role.HEADLINE)
        elif title is not None and i < title and line.look is not Look.BYLINE and not is_section_name(line.text):
            roles.append(None)  # the newspaper's name and its motto
        elif i < first or i > last:
            roles.append(_role_at_edge(line, below=i > last))
        else:
            roles.append(_role_inside(lines, i))
    return roles


def _title_index(lines: Sequence[Line]) -> int | None:
    """The title of a text: its first line that is no sentence, or one that a byline follows.

    Above it may stand what kind of text it is and whose ('Press release', 'Ministry of Defence').
    """
    if len(lines) > 1 and lines[1].look is Look.BYLINE and 6 <= lines[0].words <= 60:
        return 0
    for i, line in enumerate(lines[: min(_KICKERS, len(lines) - 1)]):
        if line.look is Look.BYLINE or is_section_name(line.text):
            continue
        if line.look not in (Look.SHORT, Look.AMBIGUOUS) or line.words > LONGEST_HEADLINE:
            return None
        return _below_masthead(lines, i) if line.words <= _MASTHEAD else i
    return None


def _below_masthead(lines: Sequence[Line], i: int) -> int:
    """The headline under a newspaper's name: a longer line above the first paragraph that its words bear out more."""
    first = next((k for k in range(i + 1, len(lines)) if lines[k].prose), len(lines))
    if first >= len(lines) or first - i < 2 or lines[i + 1].look is Look.BYLINE:
        return i
    below = find_headline(lines, [line.look is not Look.FURNITURE for line in lines], first)
    return below if below is not None and below > i and lines[below].words > lines[i].words else i


def _role_at_edge(line: Line, below: bool) -> Role:
    """What stands above the first or below the last paragraph of a text that is all story."""
    if line.look is Look.CAPTION:
        return Role.CAPTION
    if line.look is Look.BYLINE or (below and line.words <= 3 and line.text[:1].isupper() and line.text[-1].isalpha()):
        return Role.BYLINE
    return Role.BODY


def _role_inside(lines: Sequence[Line], i: int) -> Role:
    """What stands between paragraphs: a picture's caption, or the body. Dates and names there belong to the body."""
    line = lines[i]
    if line.look is Look.CAPTION:
        return Role.CAPTION if line.words <= _LONGEST_CAPTION else Role.BODY
    following = lines[i + 1] if i + 1 < len(lines) else None
    previous = lines[i - 1] if i else None
    if following is not None and line.words <= 60:
        if following.text.startswith(line.text) and line.words >= 5 and not line.text.endswith(":"):
            return Role.CAPTION  # a picture's text and its caption say the same
        opens = previous is None or not previous.prose
        if _credit_line(following) and line.words <= 25 and not (opens and _is_lead(lines, i)):
            return Role.CAPTION
    if previous is not None and (previous.text == line.text and line.words >= 5):
        return Role.CAPTION
    return Role.BODY


def _is_lead(lines: Sequence[Line], i: int) -> bool:
    """Whether no paragraph stands above line `i`."""
    return lines[i].prose and not any(line.prose for line in lines[max(0, i - 8) : i])


def _credit_line(line: Line) -> bool:
    return line.look is Look.CAPTION and line.words <= 6 and is_photo_credit(line.text)


def _page_roles(lines: Sequence[Line], kept: Sequence[bool]) -> list[Role | None]:
    first = next((i for i, keep in enumerate(kept) if keep and lines[i].prose), kept.index(True))
    last = max(i for i, keep in enumerate(kept) if keep)
    title = find_headline(lines, kept, first)
    start = title if title is not None else first
    roles: list[Role | None] = [None] * len(lines)
    for i in range(start, last + 1):
        if title is not None and lines[i].text == lines[title].text:
            roles[i] = Role.HEADLINE
        elif i < first:
            roles[i] = _role_above(lines, i, start)
        elif kept[i]:
            near = i <= first + 3 and lines[i].look is Look.BYLINE
            roles[i] = Role.BYLINE if near else _role_inside(lines, i)
        elif lines[i].look is Look.CAPTION:
            roles[i] = Role.CAPTION
    _add_sign_off(lines, last, roles)
    _add_date_above(lines, start, roles)
    return roles


def _add_date_above(lines: Sequence[Line], start: int, roles: list[Role | None]) -> None:
    """A line of date and time right above the headline, where none stands below it."""
    if any(
        roles[i] is Role.BYLINE and date_in(lines[i].text, True) is not None
        for i in range(start, min(len(lines), start + _NEAR))
    ):
        return
    for i in range(start - 1, max(-1, start - _NEAR), -1):
        if lines[i].look is Look.BYLINE and date_in(lines[i].text, True) is not None:
            roles[i] = Role.BYLINE
            return


def _role_above(lines: Sequence[Line], i: int, title: int) -> Role | None:
    """What stands between headline and first paragraph."""
    line = lines[i]
    if line.look is Look.BYLINE:
        return Role.BYLINE
    if line.look in (Look.FURNITURE, Look.OTHERS, Look.AMBIGUOUS, Look.COMMENTS):
        return None
    if line.look is Look.CAPTION or _role_inside(lines, i) is Role.CAPTION:
        return Role.CAPTION
    if _names_outlet(lines, i):
        return Role.BYLINE
    if line.prose or line.words < 6:
        return Role.BODY if line.prose else None
    below_byline = any(above.look is Look.BYLINE for above in lines[title + 1 : i])
    return Role.CAPTION if below_byline else Role.BODY  # a deck stands above the byline, a picture below it


def _names_outlet(lines: Sequence[Line], i: int) -> bool:
    """A short line beside a byline that stands elsewhere on the page too, or is 'PLACE – Outlet'."""
    line = lines[i]
    beside = any(lines[j].look is Look.BYLINE for j in (i - 1, i + 1) if 0 <= j < len(lines))
    if not beside or line.words > 8:
        return False
    return bool(_PLACE_OUTLET.fullmatch(line.text)) or (line.words <= 6 and _on_page(lines, line.text))


def _on_page(lines: Sequence[Line], text: str) -> bool:
    low = text.lower()
    return sum(1 for line in (*lines[:12], *lines[-8:]) if line.text.lower().strip("© ") == low) >= 1


def _add_sign_off(lines: Sequence[Line], last: int, roles: list[Role | None]) -> None:
    """Lines right below the last paragraph that say who reported it, when and where."""
    for i in range(last + 1, min(len(lines), last + 1 + _TAIL)):
        if lines[i].look is not Look.BYLINE and lines[i].look is not Look.CAPTION:
            return
        roles[i] = Role.BYLINE if lines[i].look is Look.BYLINE else Role.CAPTION


def _as_passages(lines: Sequence[Line], roles: Sequence[Role | None]) -> tuple[Passage, ...]:
    """One passage for each run of body lines, one for each other line."""
    passages: list[Passage] = []
    joined = False
    for line, role in zip(lines, roles, strict=True):
        if role is None:
            joined = False
            continue
        if joined and role is Role.BODY and passages[-1].role is Role.BODY:
            passages[-1] = Passage(passages[-1].start, line.end, role)
        else:
            passages.append(Passage(line.start, line.end, role))
        joined = True
    return tuple(passages)

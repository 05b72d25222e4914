"""All visible text of a page, a block a line, straight from its tags: for pages that no parser can make sense of.

It needs no tree, so that neither depth nor length of the page matters; its time is linear in the length.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape

_TOKEN = re.compile(r"<!--|-->|<(?P<end>/?)(?P<tag>[a-zA-Z][a-zA-Z0-9-]*)[^<>]*>|<[!?][^<>]*>|(?:[^<-]|-(?!->))+|<")
_SPACES = re.compile(r"\s+")
_HIDDEN = frozenset("script style noscript template svg head select textarea iframe object math title".split())
_BREAKING = frozenset(
    "address article aside blockquote body br center dd details dialog div dl dt fieldset figcaption figure footer "
    "form h1 h2 h3 h4 h5 h6 header hr html img button label li main menu nav ol p pre section table tbody td th thead "
    "tr ul video".split()
)


def visible_lines(page: str) -> Iterator[str]:
    """What a reader of the page would see.

    >>> list(visible_lines("<h1>Talks</h1><script>x</script><p>They <b>met</b> &amp; agreed."))
    ['Talks', 'They met & agreed.']
    """
    pieces: list[str] = []
    hiding: str | None = None
    for match in _TOKEN.finditer(page):
        tag = (match["tag"] or "").lower()
        if hiding is not None:
            shown = (tag == hiding and match["end"]) or (hiding == "!" and match.group().endswith("-->"))
            hiding = None if shown or (hiding == "head" and tag == "body") else hiding
        elif match.group() == "<!--":
            hiding = "!"
        elif tag in _HIDDEN and not match["end"]:
            hiding = None if match.group().endswith("/>") else tag
        elif tag in _BREAKING:
            pieces.append("\n")
        elif not tag and match.group()[0] != "<":
            pieces.append(_SPACES.sub(" ", match.group()))
    for line in "".join(pieces).split("\n"):
        words = _SPACES.sub(" ", unescape(line)).strip()
        if words:
            yield words

"""An e-mail (or a page saved as MHT) → subject, sender, date and the words of its text or HTML part."""

from __future__ import annotations

import re
from collections.abc import Iterator
from email import policy
from email.message import EmailMessage, MIMEPart
from email.parser import BytesParser
from email.utils import parseaddr, parsedate_to_datetime

from verbale.errors import SourceError
from verbale.model.document import Role
from verbale.sources.html_lines import visible_lines
from verbale.sources.parsed import Block, Parsed

_QUOTED = re.compile(r"\s*>")
_QUOTE_HEAD = re.compile(r"(?:On .{8,120} wrote:|-{2,}\s*(?:Original Message|Forwarded message)\s*-{2,})$", re.I)
_BULLET = re.compile(r"\s*(?:[•●▪*–—-]|\(?\d{1,2}[.)])\s")
_WRAPPED = range(45, 90)  # the widths at which mailers break lines


def parse(name: str, content: bytes) -> Parsed:
    """The message: its subject is the headline, sender and date the byline.

    Raises SourceError where there is neither a text nor an HTML part.
    """
    message = BytesParser(policy=policy.default).parsebytes(content)
    part = message.get_body(("plain", "html")) if isinstance(message, EmailMessage) else None
    if part is None:
        raise SourceError(f"{name} is an e-mail without a text.", "Save its attachment as a file and read that.")
    text = _content(part)
    html = part.get_content_type() == "text/html"
    lines = list(visible_lines(text)) if html else list(unwrapped(text.split("\n")))
    subject, sender, date = (_header(message, field) for field in ("subject", "from", "date"))
    top = [Block(words, role) for words, role in
           ((subject, Role.HEADLINE), (sender, Role.BYLINE), (date, Role.BYLINE)) if words]  # fmt: skip
    return Parsed(
        (*top, *(Block(line) for line in lines)),
        title=subject or None,
        outlet=parseaddr(sender)[0] or None,
        published=_iso(date),
    )


def _content(part: MIMEPart) -> str:
    """The decoded text of a part; what its declared encoding cannot read is replaced."""
    payload = part.get_payload(decode=True)
    data = payload if isinstance(payload, bytes) else str(payload or "").encode("utf-8", "replace")
    try:
        text = data.decode(part.get_content_charset() or "utf-8", "replace")
    except LookupError:
        text = data.decode("utf-8", "replace")
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _header(message: EmailMessage, field: str) -> str:
    try:
        return " ".join(str(message.get(field, "")).split())
    except (ValueError, IndexError, AttributeError, TypeError):  # what the standard library raises for odd headers
        return ""


def _iso(date: str) -> str | None:
    try:
        return parsedate_to_datetime(date).isoformat()
    except (ValueError, TypeError, IndexError):
        return None


def unwrapped(lines: list[str]) -> Iterator[str]:
    """The paragraphs of a plain text: broken lines joined; quoted mails and the signature left out."""
    paragraph: list[str] = []
    for line in lines:
        if line.rstrip("\n") in ("-- ", "--") or _QUOTE_HEAD.match(line.strip()):
            break
        if _QUOTED.match(line):
            continue
        if paragraph and not _goes_on(paragraph[-1], line):
            yield " ".join(paragraph)
            paragraph = []
        if line.strip():
            paragraph.append(line.strip())
    if paragraph:
        yield " ".join(paragraph)


def _goes_on(last: str, line: str) -> bool:
    return bool(line.strip()) and len(last) in _WRAPPED and not _BULLET.match(line)

"""What kind of document some bytes are, by their content first and their name second."""

from __future__ import annotations

import re
from pathlib import PurePath

PLAIN = "text/plain"
HTML = "text/html"
PDF = "application/pdf"
DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
MAIL = "message/rfc822"

WIDE_MARKS = (b"\xff\xfe", b"\xfe\xff")  # of UTF-16

_HTML_START = re.compile(
    rb"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body|meta|title)\b", re.I | re.S
)
_HTML_TAGS = re.compile(rb"</?(?:html|head|body|div|p|article|section|span|table|h[1-6]|a|br|ul|li)\b[^<>]*>", re.I)
_MAIL_FIELD = re.compile(
    rb"(?:from|to|subject|date|received|return-path|message-id|mime-version|delivered-to|content-type|"
    rb"dkim-signature|x-[\w-]+|reply-to|cc|sender|list-[\w-]+)[ \t]*:[^\n]*\n", re.I,
)  # fmt: skip
_FOREIGN = (
    (b"\xd0\xcf\x11\xe0", "an old Word, Excel or Outlook file", "Save it as DOCX or PDF and read that."),
    (b"{\\rtf", "a rich text (RTF) file", "Save it as DOCX or plain text and read that."),
    (b"\x1f\x8b", "a gzip archive", "Unpack it first."),
    (b"7z\xbc\xaf\x27\x1c", "a 7-Zip archive", "Unpack it first."),
    (b"Rar!", "a RAR archive", "Unpack it first."),
    (b"\x89PNG", "a PNG picture", "Give Verbale its text: a scan needs text recognition first."),
    (b"\xff\xd8\xff", "a JPEG picture", "Give Verbale its text: a scan needs text recognition first."),
    (b"GIF8", "a GIF picture", "Give Verbale its text: a scan needs text recognition first."),
    (b"SQLite format 3\0", "a SQLite database", "Name it with --ledger if it is a ledger."),
    (b"\x7fELF", "a program", "Give Verbale a text, HTML, PDF, DOCX or e-mail file."),
    (b"MZ", "a program", "Give Verbale a text, HTML, PDF, DOCX or e-mail file."),
)  # fmt: skip
_ZIP = b"PK\x03\x04"


def kind_of(name: str, content: bytes) -> str:
    """The media type of a document that we read.

    >>> kind_of("page", b"<!DOCTYPE html><p>Talks</p>")
    'text/html'
    """
    start = _narrow(content[:4096])
    if b"%PDF-" in start[:1024]:
        return PDF
    if content.startswith(_ZIP) and (b"word/" in content or b"[Content_Types].xml" in content[:4096]):
        return DOCX
    if _HTML_START.match(start):
        return HTML
    suffix = PurePath(name).suffix.lower()
    if _is_mail(start, suffix):
        return MAIL
    if suffix in (".html", ".htm", ".xhtml") or len(_HTML_TAGS.findall(start)) >= 4:
        return HTML
    return PLAIN


def _narrow(start: bytes) -> bytes:
    """The first bytes without a byte order mark, those of UTF-16 as UTF-8."""
    if start.startswith(WIDE_MARKS):
        return start[: len(start) // 2 * 2].decode("utf-16", "ignore").encode()
    return start.removeprefix(b"\xef\xbb\xbf")


def foreign(content: bytes) -> tuple[str, str] | None:
    """What a file of a known but unread kind is, and what to do with it; None for all else."""
    for magic, what, hint in _FOREIGN:
        if content.startswith(magic) and (magic != b"MZ" or b"\0" in content[:256]):
            return what, hint
    if content.startswith(_ZIP) and kind_of("", content) != DOCX:
        return "a ZIP archive", "Unpack it first."
    return None


def _is_mail(start: bytes, suffix: str) -> bool:
    head = start.split(b"\n\n", 1)[0].split(b"\r\n\r\n", 1)[0] + b"\n"
    fields = {m.group().split(b":", 1)[0].strip().lower() for m in _line_fields(head)}
    if suffix in (".eml", ".mht", ".mhtml"):
        return bool(fields)
    return len(fields) >= 3 and bool(fields & {b"from", b"received", b"return-path"}) and b"date" in fields


def _line_fields(head: bytes) -> list[re.Match[bytes]]:
    lines = head.replace(b"\r\n", b"\n").splitlines(keepends=True)
    return [m for line in lines[:200] if (m := _MAIL_FIELD.match(line))]

"""Write the PDF and the DOCX among the shipped samples from their texts: `python tests/samples/make_binaries.py`.

The files are committed; this script is how they came to be. The PDF is written by hand, in one of the fonts that
every viewer has, so that it stays under three kilobytes and needs no tool.
"""

from __future__ import annotations

import textwrap
import zlib
from pathlib import Path

from docx import Document

HERE = Path(__file__).parent
SAMPLES = HERE.parents[1] / "src" / "verbale" / "samples"
PDF = "2025-07-23-eu-japan-summit"
DOCX = "2024-07-02-germany-poland-consultations"
FONT_SIZE, LEADING, LEFT, TOP, COLUMNS = 11, 14, 72, 770, 88


def paragraphs(name: str) -> list[str]:
    """The paragraphs of a sample's text."""
    return (HERE / f"{name}.source.txt").read_text(encoding="utf-8").strip().split("\n\n")


def page_content(texts: list[str]) -> bytes:
    """The drawing commands of one page: lines of text, with a wider gap between paragraphs."""
    commands = [f"BT /F1 {FONT_SIZE} Tf {LEFT} {TOP} Td {LEADING} TL"]
    for text in texts:
        for line in textwrap.wrap(text, COLUMNS, break_on_hyphens=False):
            escaped = line.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)")
            commands.append(f"({escaped}) Tj T*")
        commands.append(f"0 -{LEADING // 2} Td")
    return "\n".join([*commands, "ET"]).encode("cp1252")


def pdf(texts: list[str]) -> bytes:
    """A PDF of one page that holds the paragraphs."""
    stream = zlib.compress(page_content(texts), 9)
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R"
        b" /Resources << /Font << /F1 5 0 R >> >> >>",
        b"<< /Length %d /Filter /FlateDecode >>\nstream\n%b\nendstream" % (len(stream), stream),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
    ]
    content, places = b"%PDF-1.4\n", []
    for number, body in enumerate(objects, start=1):
        places.append(len(content))
        content += b"%d 0 obj\n%b\nendobj\n" % (number, body)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    count = len(objects) + 1
    trailer = b"xref\n0 %d\n0000000000 65535 f \n%btrailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n"
    return content + trailer % (count, table, count, len(content))


def main() -> None:
    """Write both files into the samples."""
    (SAMPLES / f"{PDF}.pdf").write_bytes(pdf(paragraphs(PDF)))
    document = Document()
    heading, *rest = paragraphs(DOCX)
    document.add_heading(heading, level=1)
    for text in rest:
        document.add_paragraph(text)
    document.save(str(SAMPLES / f"{DOCX}.docx"))


if __name__ == "__main__":
    main()

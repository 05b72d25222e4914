"""Small documents of every kind, made by the tests themselves."""

from __future__ import annotations

import io

import docx

TITLE = "Chile and Kenya open defence consultations in Nairobi"
FIRST = (
    "The first round of the Chile-Kenya defence consultations was held in Nairobi on Tuesday, the two ministries said "
    "in a joint note, with talks on peacekeeping, training and the safety of shipping lanes."
)
SECOND = (
    "Both delegations agreed to draw up a work plan before the end of the year, and Kenya invited the Chilean navy to "
    "take part in its next search and rescue exercise off Mombasa."
)


def pdf(*pages: list[tuple[float, float, str]]) -> bytes:
    """A PDF with lines of text at points (x, y) of its pages."""
    count = len(pages)
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Count %d /Kids [%s] >>" % (count, b" ".join(b"%d 0 R" % (4 + 2 * i) for i in range(count))),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    ]
    for i, lines in enumerate(pages):
        stream = b"".join(
            b"BT /F1 11 Tf %f %f Td (%s) Tj ET\n"
            % (x, y, text.replace("(", "\\(").replace(")", "\\)").encode("latin-1"))
            for x, y, text in lines
        )
        objects.append(
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents %d 0 R "
            b"/Resources << /Font << /F1 3 0 R >> >> >>" % (5 + 2 * i)
        )
        objects.append(b"<< /Length %d >>\nstream\n%s\nendstream" % (len(stream), stream))
    out, places = bytearray(b"%PDF-1.4\n"), []
    for number, body in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    table = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    out += b"".join(b"%010d 00000 n \n" % place for place in places)
    out += b"trailer << /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, table)
    return bytes(out)


def word() -> bytes:
    """A DOCX with a title, a byline, two paragraphs and a table."""
    document = docx.Document()
    document.add_heading(TITLE, 0)
    document.add_paragraph("Ministry of Defence, 4 March 2021")
    document.add_paragraph(FIRST)
    document.add_heading("Next steps", 1)
    document.add_paragraph(SECOND)
    table = document.add_table(rows=1, cols=2)
    table.rows[0].cells[0].text, table.rows[0].cells[1].text = "Round", "Nairobi, 2021"
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def page() -> bytes:
    """A news page with a menu, an article and a list of other stories."""
    return f"""<!DOCTYPE html><html lang="en-KE"><head><title>{TITLE} | The Lake Post</title>
<meta property="og:site_name" content="The Lake Post">
<meta property="article:published_time" content="2021-03-04T09:30:00+0300"></head>
<body><nav><ul><li><a href="/">Home</a></li><li><a href="/p">Politics</a></li></ul></nav>
<article><h1>{TITLE}</h1><p class="byline">By Jane Otieno</p><p>{FIRST}</p><p>{SECOND}</p><p>{FIRST}</p></article>
<aside><h3>Most read</h3><a href="/x">Rain to ease by the weekend</a></aside>
<footer>© The Lake Post</footer></body></html>""".encode()


def mail() -> bytes:
    """A press note sent by e-mail, its lines broken by the mailer."""
    return (
        f"From: Press Office <press@example.org>\r\nTo: list@example.org\r\nSubject: {TITLE}\r\n"
        "Date: Thu, 04 Mar 2021 09:30:00 +0300\r\nMessage-ID: <1@example.org>\r\nMIME-Version: 1.0\r\n"
        "Content-Type: text/plain; charset=utf-8\r\n\r\n"
        "The first round of the Chile-Kenya defence consultations was held in\r\nNairobi on Tuesday.\r\n\r\n"
        "Both delegations agreed to draw up a work plan.\r\n-- \r\nPress Office\r\n> earlier words\r\n"
    ).encode()

"""Bytes to `Document`: files, pages, PDF, DOCX, e-mail; parsers of foreign bytes run in a killable child process."""

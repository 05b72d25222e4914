"""One question a file; values out, no HTML, no printing."""

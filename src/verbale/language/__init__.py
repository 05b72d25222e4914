"""Text to marks with offsets: pure functions, no document knowledge, no I/O."""

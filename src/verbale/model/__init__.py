"""Plain values that every other room speaks in: no input, no output, nothing of ours imported."""

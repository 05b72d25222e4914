"""`Document` to `Reading`: passages, head, engagements, instruments, acts, figures; one file each."""

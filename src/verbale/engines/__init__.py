"""How work runs, not what it is: here and now, or in a pool of processes."""

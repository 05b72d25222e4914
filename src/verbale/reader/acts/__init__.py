"""Acts: what each side did with words or deeds, clause by clause."""

"""Lists in the forms of other programs: one file a form, and the list of all forms in `formats`."""

"""The command line: one command a file, thin over views, pipeline and app."""

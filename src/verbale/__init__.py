"""Verbale reads the public record of a relationship between states and keeps its ledger."""

__version__ = "0.1.0"

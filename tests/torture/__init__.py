"""Hostile inputs and broken circumstances, many of each; `make torture` tries them all and prints what failed."""

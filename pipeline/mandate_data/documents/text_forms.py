"""Measures of lines and headings of plain text, whatever it was dumped from."""

LONGEST_PRINTED = 250  # characters of a line: one with more holds a paragraph
LONGEST_HEADING = 100  # characters of a heading that is a line of its own
ENDED_EARLY = 0.75  # of the usual or the widest line: a shorter one was ended on purpose

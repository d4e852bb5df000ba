"""How a text is read: typography, markup, marks of notes, sentences and languages made plain, places kept."""

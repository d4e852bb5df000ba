"""The words of each language in which references are found: one module per language, the engine without words."""

from mandate_data.citations.languages.detection import detected_language
from mandate_data.citations.languages.words import LANGUAGES, Words, every, language_of, words_of

__all__ = ["LANGUAGES", "Words", "detected_language", "every", "language_of", "words_of"]

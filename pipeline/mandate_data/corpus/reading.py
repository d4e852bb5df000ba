"""How files are read for their citations: what a user can say of them that they do not say themselves."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, fields
from pathlib import PurePosixPath
from typing import Any

from mandate_data.citations import Kinds, cite
from mandate_data.citations.languages import LANGUAGES, language_of
from mandate_data.corpus.own_symbols import issuer_of
from mandate_data.documents.text_decoder import text_encoding
from mandate_data.documents.text_recognition import Ocr
from mandate_data.errors import InputError

STDIN = "-"


@dataclass(frozen=True, slots=True)
class Reading:
    """How files are read: the body that issued them, their language, and which kinds of references are wanted;
    which pages of PDFs are recognised, and the encoding of texts without a byte order mark.

    Without `issuer` it is that of the symbol in a file's name or head, without `language` it is detected.
    """

    issuer: str | None = None
    language: str | None = None
    kinds: Kinds = "documents"
    ocr: Ocr = "off"
    encoding: str = "utf-8"

    @property
    def named(self) -> str:
        """What was chosen otherwise than usual, but for the recognition of text, which has a name of its own."""
        chosen = ((one, getattr(self, one.name)) for one in fields(self) if one.name != "ocr")
        return " ".join(f"{one.name}={value}" for one, value in chosen if value != one.default)

    def of(self, file: str, first: Iterable[str]) -> dict[str, Any]:
        """The arguments of `cite` for a file that begins with these lines."""
        issuer = self.issuer or issuer_of("" if file == STDIN else PurePosixPath(file).name, first)
        return {"issuer": issuer, "language": self.language, "kinds": self.kinds}

    def check(self) -> None:
        """Raise InputError for an encoding, a language or a body that is not known."""
        try:
            text_encoding(self.encoding)
        except (LookupError, ValueError):
            raise InputError(f"--encoding {self.encoding!r}: unknown; for example utf-8, cp1252 or latin-1") from None
        if self.language is not None and language_of(self.language) is None:
            known = ", ".join(LANGUAGES)
            raise InputError(
                f"--language {self.language!r}: no language in which citations are read; expected one of {known}"
            )
        try:
            cite("", issuer=self.issuer, language=self.language)
        except ValueError as error:
            raise InputError(str(error)) from None


USUAL = Reading()

"""What the tests of citations share: short forms of what was found."""

from __future__ import annotations

from mandate_data.citations import Reference, Segment, cite, cite_document, find

Found = tuple[str, str, str | None]


def brief(references: list[Reference]) -> list[Found]:
    """Kind, text and symbol of each reference."""
    return [(reference.kind, reference.text, reference.symbol) for reference in references]


def found(text: str) -> list[Found]:
    """The same of what is found in `text`, whose offsets are checked on the way."""
    references = find(text)
    for reference in references:
        assert text[reference.start : reference.end] == reference.text
    return brief(references)


def symbols(text: str, issuer: str | None = None) -> list[str | None]:
    """The symbol of each reference that is cited in `text`."""
    return [one.symbol for one in cite(text, issuer=issuer)]


def pinpoint(text: str) -> tuple[str | None, str | None]:
    """Kind and value of the pinpoint of the first reference of `text`."""
    reference = find(text)[0]
    return reference.pinpoint_kind, reference.pinpoint


def only(text: str) -> Reference:
    """The one reference in `text`."""
    references = find(text)
    assert len(references) == 1, references
    return references[0]


def settled(*notes: str, body: str | None = None) -> list[tuple[str, str | None, str | None]]:
    """Text, symbol and reason of every reference in a document of numbered notes, after some running text."""
    segments = [Segment(body)] if body is not None else []
    segments += [Segment(text, str(number)) for number, text in enumerate(notes, 1)]
    located = cite_document(segments)
    return [(item.reference.text, item.reference.symbol, item.reference.reason) for item in located]


def printed(text: str, language: str | None = None) -> list[tuple[str, str | None]]:
    """Text and symbol of each reference that is cited in `text`, whose offsets are checked on the way."""
    references = cite(text, language=language)
    for one in references:
        assert text[one.start : one.end] == one.text
    return [(one.text, one.symbol) for one in references]

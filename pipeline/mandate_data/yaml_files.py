"""YAML files: the one way in which the program reads them, with every complaint at its line.

Stricter than YAML, so that a file means what it seems to mean, and none takes all memory: a key may stand once, keys
are plain values, no tags but those of plain values, no merging, dates stay the text that was written, and there are
limits to nesting and to what aliases repeat.
"""

from __future__ import annotations

import functools
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any, NamedTuple

import yaml

from mandate_data.errors import InputError
from mandate_data.limits import DEEPEST, LARGEST_YAML, LONGEST_NUMBER, MOST_REPEATED
from mandate_data.regular_files import not_utf8, read_regular_text
from mandate_data.schema_check import breach_of

LINE = "__line__"

_STR, _INT, _MERGE = (f"tag:yaml.org,2002:{name}" for name in ("str", "int", "merge"))
_VALUES = frozenset(f"tag:yaml.org,2002:{name}" for name in ("bool", "float", "int", "null"))
_AS_WRITTEN = frozenset((_STR, "tag:yaml.org,2002:timestamp", "tag:yaml.org,2002:value"))
"""Tags whose values stay text where nobody wrote the tag."""
_LONG = f"a number has more than {LONGEST_NUMBER:,} digits"


def read_yaml(path: Path) -> Any:
    """The content of a file as plain values.

    Raises InputError, with path and line, for a missing or unreadable file and for text that is not YAML.
    """
    return without_lines(_read(path, ""))


def yaml_of(text: str, name: str) -> Any:
    """The content of a text as plain values. Raises InputError, with `name` and line, for text that is not YAML."""
    return without_lines(_content(text, name, ""))


def load_yaml(path: Path, schema: str) -> Any:
    """The content of a file, checked against a JSON Schema, given as text.

    Each mapping carries its line under `LINE`.

    Raises InputError, with path and line, for a missing or unreadable file, for text that is not YAML, and for
    the first place at which the content breaks the JSON Schema.
    """
    return _copied(_read(path, schema))


def without_lines(content: Any) -> Any:
    """The content as plain YAML would give it."""
    if isinstance(content, dict):
        return {key: without_lines(value) for key, value in content.items() if key != LINE}
    if isinstance(content, list):
        return [without_lines(item) for item in content]
    return content


def place_in(path: Path, steps: Sequence[str | int]) -> str:
    """`file:line: ` and the steps to a key or item of a file that was read before, for a message about it.

    Of steps that lead further than the file does, those count that are there. Raises what `read_yaml` raises.

    >>> place_in(Path("schemas/tables/rules.yaml"), ("fields", 0, "type"))
    'schemas/tables/rules.yaml:8: fields/0/type'
    """
    reading = _Reading(_text_of(path))
    content = reading.content()
    there: list[str | int] = []
    inner = content
    for step in steps:
        if not (step in inner if isinstance(inner, dict) else isinstance(inner, list)):
            break
        there.append(step)
        inner = inner[step]
    return f"{path}:{reading.line_of(content, there)}: {_shown(steps)}"


class PlainValue(NamedTuple):
    """A plain value of a file: the steps to it, its line, and the line on which the mapping begins that it is in."""

    steps: tuple[str | int, ...]
    value: Any
    line: int
    first: int


def plain_values(path: Path) -> Sequence[PlainValue]:
    """All plain values of a file, in its order, for messages about them. Raises what `read_yaml` raises."""
    try:
        return _plain_values(_text_of(path))
    except _MistakeError as mistake:
        raise InputError(f"{path}:{mistake}") from None


@functools.lru_cache(maxsize=8)
def _plain_values(text: str) -> tuple[PlainValue, ...]:
    """The plain values of a text; kept, as a file with many mistakes is asked for each of them."""
    reading = _Reading(text)
    return tuple(reading.plain_values(reading.content()))


def _shown(steps: Sequence[str | int]) -> str:
    return "/".join(str(step) for step in steps) or "the file"


class _MistakeError(Exception):
    """What is wrong with a text: its line and the complaint."""


def _text_of(path: Path) -> str:
    try:
        return read_regular_text(path, LARGEST_YAML)
    except FileNotFoundError:
        raise InputError(f"{path}: no such file; the project needs one") from None
    except UnicodeDecodeError as error:
        raise InputError(f"{path}{not_utf8(error)}") from None
    except OSError as error:
        raise InputError(f"{path}: can't be read ({error.strerror})") from None


def _read(path: Path, schema: str) -> Any:
    return _content(_text_of(path), str(path), schema)


def _content(text: str, name: str, schema: str) -> Any:
    try:
        return _checked(text, schema)
    except _MistakeError as mistake:
        raise InputError(f"{name}:{mistake}") from None


@functools.lru_cache(maxsize=64)
def _checked(text: str, schema: str) -> Any:
    """The content of a text that keeps the schema, if there is one; kept for who builds again and again.

    Callers get copies, as they may change them. Raises _MistakeError.
    """
    reading = _Reading(text)
    content = reading.content()
    if schema and (breach := breach_of(schema, without_lines(content))) is not None:
        raise _MistakeError(f"{reading.line_of(content, breach.path)}: {_shown(breach.path)}: {breach.message}")
    return content


def _copied(content: Any) -> Any:
    if isinstance(content, dict):
        return {key: _copied(value) for key, value in content.items()}
    if isinstance(content, list):
        return [_copied(item) for item in content]
    return content


class _Reading:
    """One text, read event by event: nothing is followed further than the limits."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._first = 1
        self._depth = 0
        self._values = 0
        self._repeated = 0
        self._anchors: dict[str, tuple[Any, int] | None] = {}
        self._lines: dict[int, dict[Any, int]] = {}

    def content(self) -> Any:
        """The content of the text; each mapping carries its line under `LINE`. Raises _MistakeError."""
        try:
            self._loader: Any = yaml.CSafeLoader(self._text)
            self._next = self._loader.get_event
            try:
                return self._document()
            finally:
                self._loader.dispose()
        except yaml.reader.ReaderError as error:
            line = self._text.encode()[: error.position].count(b"\n") + 1
            raise _MistakeError(f"{line}: not YAML: {error.reason}") from None
        except yaml.MarkedYAMLError as error:
            line = error.problem_mark.line + 1 if error.problem_mark else 1
            raise _MistakeError(f"{line}: not YAML: {error.problem}") from None

    def line_of(self, content: Any, path: Iterable[str | int]) -> int:
        """The line of the key or item at the end of a path into the content."""
        line = self._first
        for step in path:
            line = self._lines[id(content)][step]
            content = content[step]
        return line

    def plain_values(self, content: Any, steps: tuple[str | int, ...] = (), first: int = 1) -> Iterator[PlainValue]:
        """The plain values in content that was read; `steps` lead to it, `first` is the line of the mapping around."""
        if isinstance(content, dict):
            first = content[LINE]
        for step, value in content.items() if isinstance(content, dict) else enumerate(content):
            if isinstance(value, dict | list):
                yield from self.plain_values(value, (*steps, step), first)
            elif step != LINE:
                yield PlainValue((*steps, step), value, self._lines[id(content)][step], first)

    def _document(self) -> Any:
        content = None
        self._next()  # the stream begins
        if isinstance(self._next(), yaml.DocumentStartEvent):
            event = self._next()
            self._first = _line(event)
            content = self._node(event)
            self._next()  # the document ends
            if isinstance(event := self._next(), yaml.DocumentStartEvent):
                raise _mistake(event, "a second document begins; put everything into one")
        return content

    def _node(self, event: Any) -> Any:
        self._values += 1
        if isinstance(event, yaml.ScalarEvent):
            return self._kept(event, self._scalar(event))
        if isinstance(event, yaml.AliasEvent):
            return self._alias(event)
        before = self._values
        self._depth += 1
        if self._depth > DEEPEST:
            raise _mistake(event, f"lists and mappings are nested more than {DEEPEST} deep")
        if event.anchor:
            self._anchors[event.anchor] = None
        content = self._sequence(event) if isinstance(event, yaml.SequenceStartEvent) else self._mapping(event)
        self._depth -= 1
        return self._kept(event, content, self._values - before)

    def _kept(self, event: Any, content: Any, values: int = 0) -> Any:
        if event.anchor:
            self._anchors[event.anchor] = content, values + 1
        return content

    def _sequence(self, event: Any) -> list[Any]:
        _check_tag(event, "seq")
        items: list[Any] = []
        lines = {}
        while not isinstance(event := self._next(), yaml.SequenceEndEvent):
            lines[len(items)] = _line(event)
            items.append(self._node(event))
        self._lines[id(items)] = lines
        return items

    def _mapping(self, event: Any) -> dict[Any, Any]:
        _check_tag(event, "map")
        mapping: dict[Any, Any] = {}
        lines = {}
        first = _line(event)
        while not isinstance(event := self._next(), yaml.MappingEndEvent):
            if not isinstance(event, yaml.ScalarEvent):
                raise _mistake(event, "a key must be text or a number")
            key = self._node(event)
            if key == LINE:
                raise _mistake(event, f"the key {key!r} is the program's own; choose another")
            if key in mapping:
                raise _mistake(event, f"the key {key!r} stands twice")
            lines[key] = _line(event)
            mapping[key] = self._node(self._next())
        mapping[LINE] = first
        self._lines[id(mapping)] = lines
        return mapping

    def _alias(self, event: Any) -> Any:
        if event.anchor not in self._anchors:
            raise _mistake(event, f"the alias *{event.anchor} is not defined before")
        anchored = self._anchors[event.anchor]
        if anchored is None:
            raise _mistake(event, f"the alias *{event.anchor} stands within what it repeats")
        content, values = anchored
        self._values += values
        self._repeated += values
        if self._repeated > MOST_REPEATED:
            raise _mistake(event, f"aliases repeat more than {MOST_REPEATED:,} values")
        return content

    def _scalar(self, event: Any) -> Any:
        written = None if event.tag == "!" else event.tag
        tag = written or (_STR if event.tag else self._loader.resolve(yaml.ScalarNode, event.value, event.implicit))
        if tag == _STR or (tag in _AS_WRITTEN and not written):
            return event.value
        if tag == _MERGE and not written:
            raise _mistake(event, "the key << does not merge here; write the keys out")
        if tag not in _VALUES:
            raise _mistake(event, f"the tag {tag!r} is not known")
        if tag == _INT and len(event.value) > LONGEST_NUMBER:
            raise _mistake(event, _LONG)
        try:
            value = self._loader.yaml_constructors[tag](self._loader, yaml.ScalarNode(tag, event.value))
        except (ValueError, KeyError, IndexError):
            raise _mistake(event, f"{event.value!r} does not fit the tag {tag!r}") from None
        if isinstance(value, int) and abs(value) >= 10**LONGEST_NUMBER:
            raise _mistake(event, _LONG)
        return value


def _check_tag(event: Any, kind: str) -> None:
    if event.tag not in (None, "!", f"tag:yaml.org,2002:{kind}"):
        raise _mistake(event, f"the tag {event.tag!r} does not fit")


def _line(event: Any) -> int:
    return int(event.start_mark.line) + 1


def _mistake(event: Any, problem: str) -> _MistakeError:
    return _MistakeError(f"{_line(event)}: not YAML: {problem}")

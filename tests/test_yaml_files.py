"""The YAML files of curators: read as written, and every complaint with its line."""

from __future__ import annotations

import json
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st
from mandate_data.errors import InputError
from mandate_data.yaml_files import LINE, load_yaml, plain_values, read_yaml, without_lines

SCHEMA = {
    "type": "object",
    "additionalProperties": False,
    "properties": {
        "name": {"type": "string", "minLength": 2},
        "people": {
            "type": "array",
            "items": {"type": "object", "required": ["id"], "properties": {"age": {"type": "integer"}}},
        },
        "years": {"additionalProperties": {"type": "string"}},
        "inner": {"type": "object", "properties": {"1": {"type": "string"}, "deep": {"required": ["id"]}}},
    },
}


def load(folder: Path, text: str | bytes, schema: Any = SCHEMA) -> Any:
    (folder / "schema.json").write_text(json.dumps(schema), encoding="utf-8")
    path = folder / "some.yaml"
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return load_yaml(path, (folder / "schema.json").read_text(encoding="utf-8"))


def refusal(folder: Path, text: str | bytes) -> str:
    """What a file is refused with, without its folder."""
    with pytest.raises(InputError) as refused:
        load(folder, text)
    message = str(refused.value)
    assert "\n" not in message
    return message.removeprefix(f"{folder}/")


def test_each_mapping_knows_its_line(tmp_path: Path) -> None:
    content = load(tmp_path, "# A comment.\nname: ab\npeople:\n  - id: a\n\n  - {id: b}\ninner:\n  deep:\n    id: c\n")
    assert content[LINE] == 2
    assert [person[LINE] for person in content["people"]] == [4, 6]
    assert (content["inner"][LINE], content["inner"]["deep"][LINE]) == (8, 9)


def test_without_lines_it_is_what_plain_yaml_gives(tmp_path: Path) -> None:
    text = "name: ab\npeople:\n  - id: a\n    age: 7\n  - {id: b}\ninner: {deep: {id: [1, 2.5, true, null]}}\n"
    assert without_lines(load(tmp_path, text)) == yaml.safe_load(text)


@pytest.mark.parametrize("day", ["2016-05-02", "2016-05", "2016-02-31", "2016-05-02 10:00:00"])
def test_dates_stay_the_text_that_was_written(day: str, tmp_path: Path) -> None:
    assert load(tmp_path, f"name: {day}\n")["name"] == day


def test_a_missing_file(tmp_path: Path) -> None:
    path = tmp_path / "absent.yaml"
    with pytest.raises(InputError) as refused:
        load_yaml(path, "{}")
    assert str(refused.value) == f"{path}: no such file; the project needs one"


def test_a_folder_in_the_place_of_a_file(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"can't be read \(Is a directory"):
        load_yaml(tmp_path, "{}")


def test_another_encoding(tmp_path: Path) -> None:
    assert refusal(tmp_path, "name: é\n".encode("cp1252")) == (
        "some.yaml:1: not UTF-8 (byte 0xe9 at offset 6); save the file as UTF-8 and try again"
    )


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("name: ab\nname: cd\n", "some.yaml:2: not YAML: the key 'name' stands twice"),
        ("inner:\n  deep:\n    id: a\n    b: 1\n    id: a\n", "some.yaml:5: not YAML: the key 'id' stands twice"),
        ("people:\n  - [a\nname: b\n", "some.yaml:3: not YAML: did not find expected ',' or ']'"),
        ("name: 'ab\n", "some.yaml:2: not YAML: found unexpected end of stream"),
        ("name: ab\n  more: cd\n", "some.yaml:2: not YAML: mapping values are not allowed in this context"),
        ("\n\nname: *unknown\n", "some.yaml:3: not YAML: the alias *unknown is not defined before"),
        ("\n? [a]\n: b\n", "some.yaml:2: not YAML: a key must be text or a number"),
        ("name: &a ab\n*a : cd\n", "some.yaml:2: not YAML: a key must be text or a number"),
        ("__line__: 7\n", "some.yaml:1: not YAML: the key '__line__' is the program's own; choose another"),
        (
            "name: &a {b: 1}\ninner:\n  <<: *a\n",
            "some.yaml:3: not YAML: the key << does not merge here; write the keys out",
        ),
        (
            "inner: &inner\n  deep: {id: *inner}\n",
            "some.yaml:2: not YAML: the alias *inner stands within what it repeats",
        ),
        ("name: ab\n---\nname: cd\n", "some.yaml:2: not YAML: a second document begins; put everything into one"),
        ("name: ab\nage: \a\n", "some.yaml:2: not YAML: control characters are not allowed"),
        ("name: é\nage: \0\n", "some.yaml:2: not YAML: control characters are not allowed"),
    ],
)
def test_text_that_is_not_yaml(text: str, said: str, tmp_path: Path) -> None:
    assert refusal(tmp_path, text) == said


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            "!!python/object/apply:os.getcwd []",
            "the tag 'tag:yaml.org,2002:python/object/apply:os.getcwd' does not fit",
        ),
        ("!!python/name:os.getcwd ''", "the tag 'tag:yaml.org,2002:python/name:os.getcwd' is not known"),
        ("!mine a", "the tag '!mine' is not known"),
        ("!!binary aGk=", "the tag 'tag:yaml.org,2002:binary' is not known"),
        ("!!set {a, b}", "the tag 'tag:yaml.org,2002:set' does not fit"),
        ("!!map [a]", "the tag 'tag:yaml.org,2002:map' does not fit"),
        ("!!seq {a: b}", "the tag 'tag:yaml.org,2002:seq' does not fit"),
        ("!!int many", "'many' does not fit the tag 'tag:yaml.org,2002:int'"),
        ("!!int ''", "'' does not fit the tag 'tag:yaml.org,2002:int'"),
        ("!!float x", "'x' does not fit the tag 'tag:yaml.org,2002:float'"),
        ("!!bool perhaps", "'perhaps' does not fit the tag 'tag:yaml.org,2002:bool'"),
        ("9" * 4001, "a number has more than 4,000 digits"),
        ("0x" + "f" * 3900, "a number has more than 4,000 digits"),
    ],
)
def test_a_tag_that_is_not_known_or_does_not_fit(text: str, said: str, tmp_path: Path) -> None:
    assert refusal(tmp_path, f"# A comment.\nname: {text}\n") == f"some.yaml:2: not YAML: {said}"


def test_a_tag_that_fits_is_read(tmp_path: Path) -> None:
    text = "people: !!seq\n  - !!map {id: !!str 7, age: !!int '7'}\nname: ! 2016\n"
    assert without_lines(load(tmp_path, text)) == {"people": [{"id": "7", "age": 7}], "name": "2016"}


@pytest.mark.parametrize("opening", ["[", "{a: ", "- "])
def test_nesting_has_a_limit(opening: str, tmp_path: Path) -> None:
    closing = {"[": "]", "{a: ": "}"}.get(opening, "")
    path = tmp_path / "some.yaml"
    path.write_text(opening * 99 + "[]" + closing * 99, encoding="utf-8")
    assert read_yaml(path)
    for depth in (100, 100_000):
        path.write_text(opening * depth + "[]" + closing * depth, encoding="utf-8")
        with pytest.raises(InputError) as refused:
            read_yaml(path)
        assert str(refused.value) == f"{path}:1: not YAML: lists and mappings are nested more than 100 deep"


def test_aliases_repeat_and_have_a_limit(tmp_path: Path) -> None:
    path = tmp_path / "some.yaml"
    path.write_text("a: &a [1, {b: 2}]\nc: *a\nd: &a [3]\ne: *a\n", encoding="utf-8")
    assert read_yaml(path) == {"a": [1, {"b": 2}], "c": [1, {"b": 2}], "d": [3], "e": [3]}
    laughs = ["a0: &a0 [lol, lol, lol, lol, lol, lol, lol, lol, lol]"]
    laughs += [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 10)}]" for n in range(1, 10)]
    path.write_text("\n".join(laughs), encoding="utf-8")
    with pytest.raises(InputError) as refused:
        read_yaml(path)
    assert str(refused.value) == f"{path}:4: not YAML: aliases repeat more than 10,000 values"


def test_plain_values_have_their_lines_and_are_read_once(tmp_path: Path) -> None:
    path = tmp_path / "some.yaml"
    path.write_text("name: A\npeople:\n  - id: b\n    age: 3\n")
    found = plain_values(path)
    assert [(one.steps, one.value, one.line, one.first) for one in found] == [
        (("name",), "A", 1, 1),
        (("people", 0, "id"), "b", 3, 3),
        (("people", 0, "age"), 3, 4, 3),
    ]
    assert plain_values(path) is found
    path.write_text("name: A\nname: B\n")
    with pytest.raises(InputError, match=r"some\.yaml:2: "):
        plain_values(path)


def test_who_changes_what_was_read_changes_nothing_for_others(tmp_path: Path) -> None:
    path = tmp_path / "some.yaml"
    path.write_text("a: [1]\n", encoding="utf-8")
    read_yaml(path)["a"].append(2)
    load_yaml(path, "{}")["a"].append(2)
    assert read_yaml(path) == {"a": [1]}


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "some.yaml:1: the file: is empty; fill it in"),
        ("- a\n- b\n", "some.yaml:1: the file: ['a', 'b'] is not of type 'object'; write keys with values"),
        (
            "# A comment.\nother: 1\n",
            "some.yaml:2: other: is not known; known are name, people, years, inner",
        ),
        (
            "people: []\n\n# A comment.\nname: 2016\n",
            "some.yaml:4: name: 2016 is not of type 'string'; write it in quotes",
        ),
        ("name:\n  >-\n  a\n", "some.yaml:1: name: 'a' is too short; write 2 characters or more"),
        ("people:\n  - id: a\n  - age: 7\n", "some.yaml:3: people/1: lacks 'id'; add it"),
        (
            "people:\n  - id: a\n\n    age: old\n",
            "some.yaml:4: people/0/age: 'old' is not of type 'integer'; write a whole number",
        ),
        (
            "people:\n- {id: a,\n   age: old}\n",
            "some.yaml:3: people/0/age: 'old' is not of type 'integer'; write a whole number",
        ),
        ("people:\n  - a\n  - id: b\n", "some.yaml:2: people/0: 'a' is not of type 'object'; write keys with values"),
        ("inner:\n  deep:\n    age: 1\n", "some.yaml:2: inner/deep: lacks 'id'; add it"),
        ("years:\n  2015: a\n  2016: 1\n", "some.yaml:3: years/2016: 1 is not of type 'string'; write it in quotes"),
        ("years:\n  '2015': a\n  0x1: 1\n", "some.yaml:3: years/1: 1 is not of type 'string'; write it in quotes"),
        ("inner:\n  other: 1\n  '1': 1\n", "some.yaml:3: inner/1: 1 is not of type 'string'; write it in quotes"),
    ],
)
def test_a_breach_of_the_schema_is_told_at_its_key(text: str, said: str, tmp_path: Path) -> None:
    assert refusal(tmp_path, text) == said


KEYS = st.text(min_size=1, max_size=8).filter(lambda key: key != LINE)
SCALARS = st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=12)
CONTENT = st.recursive(
    SCALARS,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(KEYS, inner, max_size=4),
    max_leaves=12,
)


@settings(deadline=None)
@given(st.dictionaries(KEYS, CONTENT, max_size=5), st.booleans())
def test_what_yaml_wrote_is_read_back(content: dict[str, Any], flow: bool) -> None:
    text = yaml.safe_dump(content, default_flow_style=flow)
    with TemporaryDirectory() as folder:
        assert without_lines(load(Path(folder), text, {})) == content


@settings(deadline=None)
@given(st.text(max_size=60))
def test_any_text_is_read_or_refused_in_one_line(text: str) -> None:
    with TemporaryDirectory() as folder:
        try:
            load(Path(folder), text.encode(errors="replace"))
        except InputError as refused:
            place, line, _ = str(refused).removeprefix(folder).split(":", 2)
            assert place == "/some.yaml"
            assert 1 <= int(line) <= len(text.splitlines()) + 1

"""Mistakes in a project's code are one line with file, line and advice; no code changes what others build from."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from calling import call
from mandate_data.errors import MisuseError
from mandate_data.extract.normalisations import NORMALISATIONS
from mandate_data.extract.records import Cell, Evidence
from mandate_data.project import Project
from mandate_data.read_only import ReadOnly
from reading_rooms import refused, write

READER = """from decimal import Decimal
from mandate_data.documents import Place
from mandate_data.extract.records import Cell, CellName, ClaimRule, Evidence, Extraction, Record, Span

def read(parsed, identifiers):
    place = parsed.place(0)
    ours = Evidence("assigned", (place,))
    key = {"fact_id": parsed.assigned("x", 0)}
    RESULT
"""
DERIVE = """from mandate_data.documents import Place
from mandate_data.extract.records import Cell, CellName, Evidence

DERIVATIONS = {"guess": "A guess, made for a test."}
ROW = "reading-room-volumes"
GUESS = Evidence("derived", (), "guess", (CellName("facts", ROW, "value"),))

def derive(merged, contract):
    RESULT
    return []
"""
RULES = """from mandate_data.validate.rule import Rule

def test(rows, index):
    RESULT
    return [True for row in rows]

RULES = (Rule("odd", "facts", "value", test),)
"""
CHECKS = """odd:
  stage: meaning
  severity: error
  means: "A value is odd."
  example: "the value 5 is odd"
  message: "the value {value} is odd"
  hint: "correct it"
"""
NORMALISE = """from mandate_data.extract.normalisations import Normalisation

def read(text):
    RESULT

NORMALISATIONS = (Normalisation("volumes", "A number of volumes.", read),)
"""
READER_PY, DERIVATIONS_PY, RULES_PY, NORMALISATIONS_PY = (
    "raw/first-source/reader.py",
    "schemas/derivations.py",
    "schemas/rules/__init__.py",
    "schemas/normalisations.py",
)
VALUES = "it must be a text, an int, a Decimal, a bool or None"
KINDS = "kinds are printed, normalised, derived, referenced, assigned, corrected"
METHODS = "this is read-only; change rows by merged.add, merged.put and merged.delete"
COLUMNS = "it has fact_id, statement, value, date"


@pytest.mark.parametrize(
    ("result", "message"),
    [
        ("return None", "read() gives nothing; it must give an Extraction"),
        ("yield Extraction()", "read() gives a generator; it must give an Extraction"),
        ("return Extraction(records=[1])", "read() gives an int among its records; each must be a Record"),
        ("return Extraction(records=5)", "read() gives records that are an int; they must be a list"),
        ("return Extraction(findings=['x'])", "read() gives a str among its findings; each must be a Finding"),
        ("return Extraction(claims=[{}])", "read() gives a dict among its claims; each must be a ClaimRule"),
        (
            "return Extraction(spans=[Span(99, 0, 1)])",
            "read() gives Span(block=99, start=0, end=1); the source has the blocks 0 to 2",
        ),
        (
            "return Extraction(records=[Record('fax', key, place)])",
            "read() gives a record of 'fax', which is not a table; tables are sources, facts, claims",
        ),
        (
            "return Extraction(records=[Record('rules', key, place)])",
            "read() gives a record of rules, which the program fills itself; tables are sources, facts, claims",
        ),
        (
            "return Extraction(records=[Record('facts', {'value': key['fact_id']}, place)])",
            "read() gives a record of facts without fact_id, which is part of its key",
        ),
        (
            "return Extraction(records=[Record('facts', {**key, 'values': key['fact_id']}, place)])",
            f"read() gives a record of facts with 'values', which is not a column of it; {COLUMNS}",
        ),
        (
            "return Extraction(records=[Record('claims', {'claim_id': key['fact_id']}, place)])",
            "read() gives the claim 'x' without a ClaimRule that says how it is recomputed",
        ),
        (
            "return Extraction(claims=[ClaimRule('x', 'rows', {}, {}, 'here')])",
            "read() gives a ClaimRule for 'x', of which it gives no record of claims",
        ),
        (
            "return Extraction(records=[Record('facts', key, Place('second-source', 1, 0, 1, 2))])",
            "read() gives a record of facts with a place in 'second-source'; the source that it reads is "
            "'first-source'",
        ),
        (
            "return Extraction(records=[Record('facts', {**key, 'value': Cell(1, Evidence('printed', "
            "(Place('first-source', 99, 0, 99, 2),)))}, place)])",
            "read() gives a value of facts on the lines 99 to 99; the source has the lines 1 to 5",
        ),
        (
            "return Extraction(records=[Record('facts', {**key, 'value': Cell(1, Evidence('normalised', (place,), "
            "'numbr'))}, place)])",
            "read() gives a value of facts normalised by 'numbr', which is not a normalisation",
        ),
    ],
)
def test_what_a_reader_gives_is_checked(result: str, message: str, rooms: Path) -> None:
    write(rooms, READER_PY, READER.replace("RESULT", result))
    assert refused(rooms) == f"{READER_PY}:5: {message}"


@pytest.mark.parametrize(
    ("result", "message"),
    [
        ("Record('facts', {**key, 'value': 1}, place)", "'value' of a Record of facts is an int; it must be a Cell"),
        ("Record('facts', None, place)", "the cells of a Record of facts are nothing; give Cells by column"),
        ("Record(['facts'], key, place)", "the table of a Record is a list; it must be the name of a table"),
        ("Record('facts', key, None)", "the place of a Record of facts is nothing; it must be a Place"),
        ("Cell(1, None)", "the evidence of a Cell is nothing; it must be an Evidence"),
        ("Cell([1], ours)", f"the value of a Cell is a list; {VALUES}"),
        ("Cell(1.5, ours)", f"the value of a Cell is a float; {VALUES}"),
        ("parsed.assigned({}, 0)", f"the value of a Cell is a dict; {VALUES}"),
        (r"Cell('a\ud800', ours)", "the value of a Cell is a text with the character U+D800, which no table can hold"),
        (r"Cell('a\0', ours)", "the value of a Cell is a text with the character U+0000, which no table can hold"),
        ("Cell(Decimal('NaN'), ours)", "the value of a Cell is the Decimal NaN, which is not a number"),
        ("Cell(Decimal('1e99999'), ours)", "the value of a Cell is a number of more than 4,000 digits"),
        ("Cell(10**5000, ours)", "the value of a Cell is a number of more than 4,000 digits"),
        ("Cell(1, Evidence('found', (place,)))", f"the evidence of a Cell is of the kind 'found'; {KINDS}"),
        ("Cell(1, Evidence('printed', [place]))", "the evidence of a Cell has places that are a list; they must be a "
         "tuple"),
        ("Cell(1, Evidence('printed', (5,)))", "the evidence of a Cell has a place that is an int; it must be a Place"),
        ("Cell(1, Evidence('printed', (Place('first-source', '1', 0, 1, 3),)))",
         "the evidence of a Cell has a place that is ('first-source', '1', 0, 1, 3); it must have the id of a source "
         "and four whole numbers"),
        ("Cell(1, Evidence('printed', (Place('first-source', -1, 0, 1, 3),)))",
         "the evidence of a Cell has a place that is ('first-source', -1, 0, 1, 3); lines and characters "
         "are not negative, and the end is not before the start"),
        ("Cell(1, Evidence('derived', (), 'guess', ('facts',)))",
         "the evidence of a Cell has 'facts' among its origins; it must be a CellName of texts"),
        ("Cell(1, Evidence('assigned', (place,), 5))",
         "the evidence of a Cell has the rule 5; it must be the id of one"),
        ("parsed.finding('nope', 0)", "KeyError: \"there is no check 'nope'; list it in checks.yaml\""),
        ("parsed.normalised('numbr', 0)", "there is no normalisation 'numbr'; there are "
         + ", ".join(rule.rule_id for rule in NORMALISATIONS)),
        ("parsed.checks.clear()", "AttributeError: 'mappingproxy' object has no attribute 'clear'"),
        ("parsed.normalisations.clear()", "AttributeError: 'mappingproxy' object has no attribute 'clear'"),
    ],
)  # fmt: skip
def test_what_a_reader_makes_is_checked_on_its_line(result: str, message: str, rooms: Path) -> None:
    write(rooms, READER_PY, READER.replace("RESULT", result))
    assert refused(rooms) == f"{READER_PY}:9: {message}; correct the reader"


RAISED = [
    ("raise SystemExit(3)", "SystemExit: 3"),
    ("raise SystemExit", "SystemExit"),
    ("raise KeyboardInterrupt", "KeyboardInterrupt"),
    ("raise type('Stop', (KeyboardInterrupt,), {})('now')", "Stop: now"),
    ("raise GeneratorExit", "GeneratorExit"),
    ("raise type('End', (BaseException,), {})('why')", "End: why"),
    ("raise type('Mute', (Exception,), {'__str__': lambda self: 1 / 0})", "Mute"),
    (r"raise RuntimeError('two\nlines')", r"RuntimeError: two\nlines"),
    (r"raise RuntimeError('\ud800')", r"RuntimeError: \ud800"),
    ("raise MemoryError", "MemoryError"),
]


@pytest.mark.parametrize(("result", "message"), RAISED)
def test_whatever_a_reader_raises_is_one_line(result: str, message: str, rooms: Path) -> None:
    write(rooms, READER_PY, READER.replace("RESULT", result))
    assert refused(rooms) == f"{READER_PY}:9: {message}; correct the reader"


@pytest.mark.parametrize(("result", "message"), RAISED[:5])
def test_whatever_other_code_raises_is_one_line(result: str, message: str, rooms: Path) -> None:
    write(rooms, DERIVATIONS_PY, DERIVE.replace("RESULT", result))
    assert refused(rooms) == f"{DERIVATIONS_PY}:9: {message}; correct the derivation"
    write(rooms, DERIVATIONS_PY, f"import sys\n{result}\n")
    assert refused(rooms) == f"{DERIVATIONS_PY}:2: {message}; correct the code"
    (rooms / DERIVATIONS_PY).unlink()
    write(rooms, "schemas/checks.yaml", CHECKS)
    write(rooms, RULES_PY, RULES.replace("RESULT", result))
    assert refused(rooms) == f"{RULES_PY}:4: rule odd: {message}; correct the rule"
    shutil.rmtree(rooms / "schemas/rules")
    use_volumes(rooms, result)
    assert refused(rooms) == f"{NORMALISATIONS_PY}:4: {message}; correct the normalisation"


@pytest.mark.parametrize("file", [READER_PY, DERIVATIONS_PY])
def test_ctrl_c_ends_the_build_while_code_of_the_project_runs(file: str, rooms: Path) -> None:
    press = "import signal; signal.raise_signal(signal.SIGINT)"
    write(rooms, file, (READER if file == READER_PY else DERIVE).replace("RESULT", press))
    done = call("build", "--quiet", folder=rooms)
    assert (done.returncode, done.stderr) == (130, "\nmandate-data: interrupted; what was there before is unchanged\n")


def test_a_reader_that_never_ends_is_one_line(rooms: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("mandate_data.extract.reading_limit.READING_SECONDS", 0.1)
    write(rooms, READER_PY, READER.replace("RESULT", "while True: pass"))
    assert refused(rooms) == f"{READER_PY}:9: it takes more than 0.1 seconds of CPU time; correct the reader"


def test_a_reader_of_each_source_that_never_ends_begins_none(rooms: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("mandate_data.extract.reading_limit.READING_SECONDS", 0.2)
    write(rooms, "schemas/every_source.py", READER.replace("RESULT", "while True: pass"))
    write(rooms, "new.md", "# New\n\nIt says so.\n")
    done = call("new-source", "new", "new.md", folder=rooms)
    assert (done.returncode, done.stderr) == (
        2,
        "mandate-data: schemas/every_source.py:9: it takes more than 0.2 seconds of CPU time; correct the reader\n",
    )
    assert not (rooms / "raw/new").exists()


def test_an_error_in_what_a_reader_calls_is_where_it_arises(rooms: Path) -> None:
    write(rooms, "schemas/halves.py", "def half(number):\n    return number / 0\n")
    write(rooms, "schemas/every_source.py", "from .halves import half\n\ndef read(parsed, identifiers):\n    half(1)\n")
    assert refused(rooms) == "schemas/halves.py:2: ZeroDivisionError: division by zero; correct the reader"


def test_a_reader_without_its_function_says_what_to_do(rooms: Path) -> None:
    write(rooms, READER_PY, "VALUE = 1\n")
    assert refused(rooms) == (f"{READER_PY}: has no function read(parsed, identifiers); write it, or delete the file")


@pytest.mark.parametrize(
    ("result", "message"),
    [
        ("merged.put('facts', ROW, 'colour', Cell('red', GUESS))", f"facts has no column 'colour'; {COLUMNS}"),
        ("merged.put('facts', ROW, 'colour', Cell(None, GUESS))", f"facts has no column 'colour'; {COLUMNS}"),
        ("merged.put('fax', ROW, 'value', Cell(1, GUESS))", "there is no table 'fax'; tables are sources, facts, "
         "claims, errata, rules, provenance"),
        ("merged.put('facts', 'nope', 'value', Cell(1, GUESS))", "facts has no row 'nope'; merged.add makes one"),
        ("merged.put('facts', ROW, 'value', 1)", "the value of facts is an int; it must be a Cell"),
        ("merged.put('facts', ROW, 'value', Cell([1], GUESS))", f"the value of a Cell is a list; {VALUES}"),
        ("merged.put('facts', ROW, 'fact_id', Cell('other', GUESS))", "fact_id is part of the key of facts; delete the "
         "row and add one with another key"),
        ("merged.put('facts', ROW, 'date', Cell('2022', GUESS._replace(rule='hunch')))",
         "the rule 'hunch' is described nowhere; say in DERIVATIONS what it does"),
        ("merged.put('facts', ROW, 'date', Cell('2022', Evidence('printed', (Place('second', 1, 0, 1, 4),))))",
         "there is no source 'second'; sources are first-source"),
        ("merged.add('linez')", "TypeError: Merged.add() missing 2 required positional arguments: 'key' and 'cells'"),
        ("merged.add('linez', ROW, {})", "there is no table 'linez'; tables are sources, facts, claims, errata, rules, "
         "provenance"),
        ("merged.add('rules', ROW, {})", "the program fills rules itself, from the evidence of each cell"),
        ("merged.add('facts', ROW, {'colour': Cell('red', GUESS)})", f"facts has no column 'colour'; {COLUMNS}"),
        ("merged.add('facts', ROW, None)", "the cells of a row of facts are nothing; give Cells by column"),
        ("merged.add('facts', ROW, {'value': 5})", "the value of facts is an int; it must be a Cell"),
        ("merged.add('facts', 5, {'value': Cell(5, GUESS)})", "the key of a row of facts is an int; it must be a text"),
        ("merged.add('facts', 'new', {'value': Cell(5, GUESS)})", "the new row 'new' of facts has no fact_id, which is "
         "part of its key"),
        ("merged.add('facts', 'new', {'fact_id': Cell('other', GUESS)})", "the new row 'new' of facts has the key "
         "'other' by its values; give that key"),
        ("merged.delete('facts', 'nope')", "facts has no row 'nope'; merged.add makes one"),
        ("merged.copied('guess', 'facts', ROW, 'colour')", f"facts has no column 'colour'; {COLUMNS}"),
        ("merged.copied('guess', 'fax', ROW, 'value')", "there is no table 'fax'; tables are sources, facts, claims, "
         "errata, rules, provenance"),
        ("merged.rows['facts'][ROW]['value'] = 5", METHODS),
        ("merged.rows['facts'][ROW].update(colour='red')", METHODS),
        ("del merged.rows['facts'][ROW]", METHODS),
        ("merged.rows['fax'] = {}", METHODS),
        ("merged.evidence[CellName('facts', ROW, 'value')] = [GUESS]", METHODS),
        ("merged.places.clear()", METHODS),
        ("merged.rows = {}", "FrozenInstanceError: cannot assign to field 'rows'"),
        ("merged.findings.append(5)", "AttributeError: 'tuple' object has no attribute 'append'"),
        ("merged.checks.clear()", "AttributeError: 'mappingproxy' object has no attribute 'clear'"),
        ("nothing", "NameError: name 'nothing' is not defined"),
        ("merged.rows['facts']['nope']", "KeyError: 'nope'"),
        ("merged.finding('nope', 'facts', ROW, 'value')", "KeyError: \"there is no check 'nope'; list it in "
         "checks.yaml\""),
    ],
)  # fmt: skip
def test_what_a_derivation_does_is_checked_on_its_line(result: str, message: str, rooms: Path) -> None:
    write(rooms, DERIVATIONS_PY, DERIVE.replace("RESULT", result))
    assert refused(rooms) == f"{DERIVATIONS_PY}:9: {message}; correct the derivation"


@pytest.mark.parametrize(
    ("result", "message"),
    [
        ("return None", "derive() gives nothing; it must give a list of findings, which may be empty"),
        ("return ()", "derive() gives a tuple; it must give a list of findings, which may be empty"),
        ("return [5]", "derive() gives an int in its list; merged.finding(…) makes a finding"),
    ],
)
def test_what_a_derivation_gives_is_checked(result: str, message: str, rooms: Path) -> None:
    write(rooms, DERIVATIONS_PY, DERIVE.replace("RESULT", result))
    assert refused(rooms) == f"{DERIVATIONS_PY}:8: {message}"


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("DERIVATIONS = 5\n", "DERIVATIONS is not a mapping; it must say what each rule does, by its id"),
        (
            "DERIVATIONS = {'guess': 5}\n",
            "DERIVATIONS: 'guess': 5; both must be texts, an id and what it does",
        ),
    ],
)
def test_derivations_are_described_in_words(text: str, message: str, rooms: Path) -> None:
    write(rooms, DERIVATIONS_PY, text)
    assert refused(rooms) == f"{DERIVATIONS_PY}: {message}"


def test_a_rule_by_which_a_reader_derives_is_described(rooms: Path) -> None:
    derived = "Evidence('derived', (), 'guess', (CellName('facts', 'reading-room-volumes', 'value'),))"
    record = f"Record('facts', {{**key, 'statement': key['fact_id'], 'value': Cell(1, {derived})}}, place)"
    write(rooms, READER_PY, READER.replace("RESULT", f"return Extraction(records=[{record}])"))
    assert refused(rooms) == (
        f"{DERIVATIONS_PY}: DERIVATIONS does not say what the rule 'guess' does, by which cells follow; add it there"
    )


def test_what_a_derivation_does_to_the_contract_is_done_to_a_copy(rooms: Path) -> None:
    package = rooms / "build" / "package"
    before = {path: path.read_bytes() for path in package.rglob("*") if path.is_file()}
    spoil = "contract['facts'].schema['fields'].clear(); contract.metadata['name'] = 'x'; contract.tables.clear()"
    write(rooms, DERIVATIONS_PY, DERIVE.replace("RESULT", spoil))
    assert call("build", "--quiet", folder=rooms).returncode == 0
    assert {path: path.read_bytes() for path in package.rglob("*") if path.is_file()} == before


def test_a_value_may_have_more_evidence_than_one(rooms: Path) -> None:
    more = "GUESS._replace(origins=(CellName('facts', ROW, 'statement'),))"
    put = f"merged.put('facts', ROW, 'date', Cell('2022', GUESS), {more})"
    write(rooms, DERIVATIONS_PY, DERIVE.replace("RESULT", put))
    assert call("build", "--quiet", folder=rooms).returncode == 0
    traced = call("trace", "facts", "reading-room-volumes", "date", folder=rooms).stdout
    assert traced == (
        "facts reading-room-volumes\n"
        "\n"
        "date: 2022\n"
        "  derived by the rule guess: A guess, made for a test\n"
        "    from facts reading-room-volumes statement: Volumes that the reading room kept\n"
        "  derived by the rule guess: A guess, made for a test\n"
        "    from facts reading-room-volumes value: 1250\n"
    )


ROW_IS_READ_ONLY = "rows are read-only; change a copy of the row, dict(row)"


@pytest.mark.parametrize(
    ("result", "message"),
    [
        ("rows[0]['value'] = 99", ROW_IS_READ_ONLY),
        ("del rows[0]['date']", ROW_IS_READ_ONLY),
        ("rows[0].pop('date')", ROW_IS_READ_ONLY),
        ("rows[0].setdefault('colour', 'red')", ROW_IS_READ_ONLY),
        ("rows[0] |= {'value': 99}", ROW_IS_READ_ONLY),
        ("index.rows('sources')[0]['title'] = 'Another'", ROW_IS_READ_ONLY),
        ("index.only('facts', fact_id='reading-room-volumes').update(value=5)", ROW_IS_READ_ONLY),
        ("index.find('facts', fact_id='reading-room-volumes')[0].clear()", ROW_IS_READ_ONLY),
        ("index.find('facts', value=1250).clear()", "AttributeError: 'tuple' object has no attribute 'clear'"),
        ("rows.clear()", "AttributeError: 'tuple' object has no attribute 'clear'"),
        ("index.rows('facts')[0] = {}", "TypeError: 'tuple' object does not support item assignment"),
        ("index.rows('fax')", "KeyError: 'fax'"),
        ("index.find('facts', colour=1)", "KeyError: 'colour'"),
    ],
)
@pytest.mark.parametrize("options", [(), ("--thorough",)], ids=["quick", "thorough"])
def test_a_rule_looks_at_rows_and_changes_none(
    result: str, message: str, options: tuple[str, ...], rooms: Path
) -> None:
    write(rooms, "schemas/checks.yaml", CHECKS)
    write(rooms, RULES_PY, RULES.replace("RESULT", result))
    expected = f"{RULES_PY}:4: rule odd: {message}; correct the rule"
    if options:
        done = call("validate", "build/package", *options, folder=rooms)
        assert (done.returncode, done.stdout, done.stderr) == (2, "", f"mandate-data: {expected}\n")
    else:
        assert refused(rooms) == expected


def test_a_rule_may_change_copies(rooms: Path) -> None:
    write(rooms, "schemas/checks.yaml", CHECKS)
    changed = "row = dict(rows[0]); row['value'] = 99; (rows[0] | {'value': 5}).clear(); index._tables.clear()"
    write(rooms, RULES_PY, RULES.replace("RESULT", changed))
    assert call("build", "--quiet", folder=rooms).returncode == 0


@pytest.mark.parametrize(
    ("result", "message"),
    [
        ("return None", "it gives nothing; it must give True or False for each row; correct the rule"),
        ("return 5", "it gives an int; it must give True or False for each row; correct the rule"),
        ("return 'y'", "it gives a str; it must give True or False for each row; correct the rule"),
        ("return []", "0 answers for 1 rows; correct the rule"),
        ("import itertools; return itertools.repeat(True)", "more answers for 1 rows; correct the rule"),
    ],
)
def test_what_a_rule_gives_is_checked(result: str, message: str, rooms: Path) -> None:
    write(rooms, "schemas/checks.yaml", CHECKS)
    write(rooms, RULES_PY, RULES.replace("RESULT", result))
    assert refused(rooms) == f"{RULES_PY}:7: rule odd: {message}"


@pytest.mark.parametrize(
    ("rule", "message"),
    [
        ('"even", "facts", "value"', "rule even: it has no texts; list it in schemas/checks.yaml"),
        ('["odd"], "facts", "value"', "rule ['odd']: its code, table and column must be texts"),
        (
            '"odd", "facts", "colour"',
            "rule odd: facts has no column 'colour'; name one of schemas/tables/facts.yaml, here or in checks.yaml",
        ),
    ],
)
def test_a_rule_names_what_is_there(rule: str, message: str, rooms: Path) -> None:
    write(rooms, "schemas/checks.yaml", CHECKS)
    write(rooms, RULES_PY, RULES.replace("RESULT", "").replace('"odd", "facts", "value"', rule))
    assert refused(rooms) == f"{RULES_PY}:7: {message}"


def use_volumes(root: Path, result: str) -> None:
    """Have a rule of the project's own read the number of volumes."""
    write(root, NORMALISATIONS_PY, NORMALISE.replace("RESULT", result))
    for file, old, new in (
        ("schemas/tables/facts.yaml", "x-normalisation: number", "x-normalisation: volumes"),
        ("raw/first-source/extraction.yaml", "<value>", "(?P<value>1,250)"),
    ):
        text = (root / file).read_text(encoding="utf-8")
        write(root, file, text.replace(old, new))


@pytest.mark.parametrize(
    ("result", "message"),
    [
        ("return 1 / 0", "4: ZeroDivisionError: division by zero; correct the normalisation"),
        ("return [1]", f"3: volumes gives a list; {VALUES}"),
        ("return 1250.0", f"3: volumes gives a float; {VALUES}"),
        (r"return '\udfff'", "3: volumes gives a text with the character U+DFFF, which no table can hold"),
    ],
)
def test_what_a_normalisation_gives_is_checked(result: str, message: str, rooms: Path) -> None:
    use_volumes(rooms, result)
    assert refused(rooms) == f"{NORMALISATIONS_PY}:{message}"


def test_a_normalisation_still_says_that_a_text_has_no_value(rooms: Path) -> None:
    use_volumes(rooms, "raise ValueError('no number of volumes')")
    done = call("build", "--quiet", folder=rooms)
    assert done.returncode == 1
    assert "document.md:5: error: no number of volumes [unreadable-value]" in done.stderr


@pytest.mark.parametrize("text", ["NORMALISATIONS = 5\n", "NORMALISATIONS = ['date']\n"])
def test_normalisations_are_rules(text: str, rooms: Path) -> None:
    write(rooms, NORMALISATIONS_PY, text)
    assert refused(rooms) == (
        f"{NORMALISATIONS_PY}: NORMALISATIONS must be a tuple of rules "
        "(mandate_data.extract.normalisations.Normalisation)"
    )


def test_another_root_is_named_as_it_was_given(rooms: Path, tmp_path: Path) -> None:
    write(rooms, "schemas/checks.yaml", CHECKS)
    write(rooms, RULES_PY, RULES.replace("RESULT", "rows[9]"))
    done = call("build", "--quiet", "--root", "rooms", folder=tmp_path)
    assert done.stderr == (
        f"mandate-data: rooms/{RULES_PY}:4: rule odd: IndexError: tuple index out of range; correct the rule\n"
    )
    assert Project(Path("rooms")).as_named(str(tmp_path / "elsewhere.py")) is None


def test_copies_of_what_is_read_only_are_not() -> None:
    import copy

    row = ReadOnly({"value": 1})
    for other in (copy.copy(row), copy.deepcopy(row), dict(row), row.copy()):
        other["value"] = 2
    assert row == {"value": 1}
    with pytest.raises(MisuseError, match=r"^this is read-only; change a copy of it"):
        row["value"] = 2
    with pytest.raises(MisuseError, match=r"^the value of a Cell is a set; "):
        Cell({1}, Evidence("assigned"))  # type: ignore[arg-type]

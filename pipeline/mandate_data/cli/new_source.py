"""new-source: the files of a new source."""

from __future__ import annotations

import sys
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

import click
from click.core import ParameterSource

from mandate_data.cli.option_values import PATH
from mandate_data.cli.options import INTERRUPTED, OCR, QUIET, ROOT, app
from mandate_data.errors import InputError
from mandate_data.printable import counted, printable_line

if TYPE_CHECKING:
    from mandate_data.documents.text_recognition import Ocr
    from mandate_data.propose_passages import Proposal


LEAVE_OUT = "-"
"""The answer that leaves out a proposal and all later ones for its table."""


@app.command("new-source", epilog="Example: mandate-data new-source report-2018 A_HRC_38_36.pdf --published 2018-04-10")
@click.argument("source_id", metavar="ID", help="A short name for the source, such as report-2018.")
@click.argument(
    "file",
    metavar="[FILE]",
    type=PATH,
    required=False,
    help="The document: text (.txt), Markdown (.md), PDF (.pdf) or Word (.docx). Not with --propose.",
)
@click.option(
    "--propose", is_flag=True, help="Propose passages for the reading guide of an existing source, one by one."
)
@click.option(
    "--title",
    metavar="TITLE",
    default="",
    show_default=False,
    help="Set its title; by default its first heading, or else the symbol in the name of FILE, or that name.",
)
@click.option("--publisher", metavar="NAME", default="", show_default=False, help="Set its publisher.")
@click.option(
    "--published", metavar="DATE", default="", show_default=False, help="Set its date, such as 2018 or 2018-04-10."
)
@click.option("--language", metavar="TAG", default="en", help="Set its language, as a BCP 47 tag.")
@OCR
@ROOT
@QUIET
def new_source(
    source_id: str,
    file: Path | None,
    propose: bool,
    title: str,
    publisher: str,
    published: str,
    language: str,
    ocr: Ocr,
    root: Path,
    quiet: bool,
) -> None:
    """Begin a source: a folder in raw/ with a descriptor, a draft edition and a reader, and a test.

    The descriptor has the checksum of FILE. The reading guide lists the sections of the draft.

    With --propose, each proposal is shown, and what the source can't say is asked for: a title, a label or an id. What
    is accepted is in the guide at once; an empty answer leaves it out, - leaves out all of its table, and Ctrl-C ends
    with exit code 130.
    """
    if propose:
        _check_proposing(source_id, file)
        _propose(root, source_id, quiet)
        return
    if file is None:
        raise InputError("name the FILE to begin the source with, or --propose for one that is there")
    from mandate_data.source_scaffold import SourceDetails, begin_source

    created = begin_source(root, source_id, file, SourceDetails(title, publisher, published, language), ocr)
    for line in created.unread:
        click.echo(f"{file}: {line}", err=True)
    for path in created.files:
        click.echo(str(path))
    if not quiet:
        listed = ", ".join(f"{table.replace('_', ' ')} ({count})" for table, count in created.counts.items())
        click.echo(f"rows found: {listed or 'none'}", err=True)
        if created.noted:
            noted = ", ".join(f"{code} ({count})" for code, count in created.noted.items())
            click.echo(f"set aside: {noted}; mandate-data build --format json has each with its line", err=True)
        click.echo(f"next: {created.next_step}", err=True)


def _check_proposing(source_id: str, file: Path | None) -> None:
    """Raises InputError for a file, and for options, that only begin a source."""
    if file is not None:
        raise InputError(f"--propose reads the edition of {source_id}, and no other file; leave out {file}")
    context = click.get_current_context()
    for name in ("title", "publisher", "published", "language", "ocr"):
        if context.get_parameter_source(name) is not ParameterSource.DEFAULT:
            raise InputError(f"--{name} is for a source that is begun with a file; leave it out")


def _propose(root: Path, source_id: str, quiet: bool) -> None:
    from mandate_data.accept_passages import accept, problem_of, unknown_id
    from mandate_data.extract.known_ids import ids_of_others, known_ids
    from mandate_data.extract.source_descriptors import source_in
    from mandate_data.project import Project
    from mandate_data.propose_passages import by_cause, propose

    project = Project(root)
    contract, folder = project.contract, project.raw / source_id
    proposals, others = propose(project, source_id)
    document, guide, known = source_in(folder).document, folder / "extraction.yaml", known_ids(project)
    latest: dict[str, str] = {}
    left_out: set[str] = set()
    several = Counter(proposal.table for proposal in proposals)

    def ask(proposal: Proposal) -> str:
        if proposal.table in left_out:
            return ""
        _show(proposal, document)
        question = printable_line(proposal.question or proposal.asked)
        table, _ = contract.tables[proposal.table].references.get(proposal.asked, ("", ""))
        if table and table not in latest and proposal.likely:
            latest[table] = proposal.likely
        others_too = f"; -: and all others of {proposal.table}" if several.pop(proposal.table, 1) > 1 else ""
        before = ""
        while True:
            again = f", = for {latest[table]}" if table in latest else ""
            answer = _answer(f"  {question}{again} (empty: leave it out{others_too})")
            if answer == LEAVE_OUT:
                left_out.add(proposal.table)
                return ""
            answer = latest[table] if again and answer == "=" else answer
            problem = problem_of(proposal, answer, contract, known) if answer else ""
            if not problem and answer and answer != before:
                problem = unknown_id(proposal, answer, contract, known)
                if problem:
                    latest[table] = answer
            if not problem:
                if answer and table:
                    known.setdefault(table, set()).add(answer)
                    latest[table] = answer
                return answer
            before = answer
            click.echo(f"  {printable_line(problem)}")

    done = accept(guide, proposals, ask, ids_of_others(project, source_id), contract)
    for first, *same in by_cause(others):
        click.echo(f"{document}:{first.line}: not proposed: {printable_line(first.sentence)}", err=True)
        for one in same:
            click.echo(f"{document}:{one.line}: likewise: {printable_line(one.what)}", err=True)
    if others and not quiet:
        click.echo(f"{counted(len(others), 'fact')} not proposed", err=True)
    why = "you interrupted" if done.interrupted else "the input ended"
    rest = f"; {counted(done.unasked, 'proposal')} not asked, as {why}" if done.unasked else ""
    if rest or not quiet:
        click.echo(f"{counted(done.added, 'passage')} added to {guide}{rest}", err=True)
    if done.interrupted:
        sys.exit(INTERRUPTED)


def _show(proposal: Proposal, document: Path) -> None:
    """Print the sentence of a proposal, what would be written of it, and by which pattern it is read."""
    click.echo(f"\n{document}:{proposal.line}: {printable_line(proposal.sentence)}")
    for table, values in proposal.values.items():
        said = ", ".join(f"{column} {value}" for column, value in values.items())
        click.echo(f"  {table}: {printable_line(said)}")
    click.echo(f"  read by: {printable_line(proposal.entry['pattern'])}")
    if len(proposal.places) > 1:
        how = "alike" if proposal.alike else "and not alike: correct the pattern in the guide"
        lines = ", ".join(map(str, proposal.places))
        click.echo(f"  read at {len(proposal.places)} places, lines {lines}, {how}")


def _answer(question: str) -> str:
    """What the curator answers. Raises InputEndedError where the input ends, or is interrupted."""
    from mandate_data.accept_passages import InputEndedError

    try:
        return str(click.prompt(question, default="", show_default=False)).strip()
    except click.Abort as ended:
        click.echo()
        raise InputEndedError(isinstance(ended.__context__, KeyboardInterrupt)) from None

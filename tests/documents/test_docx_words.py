"""Word documents of any parts in any others: each word is read once, or counted as left out."""

from __future__ import annotations

from document_support import TOKEN
from docx_support import paragraph, read, run, texts, word
from hypothesis import given, settings
from hypothesis import strategies as st
from test_docx_wrapped import alternatives, cell, control, field

BREAKS = ("<w:br/>", '<w:br w:type="page"/>', "<w:tab/>", "<w:cr/>", "<w:ptab/>", '<w:br w:type="column"/>')
VANISH = "<w:vanish/>"
WRAPPERS = (
    lambda one: one,
    lambda one: f'<w:smartTag w:element="x">{one}</w:smartTag>',
    lambda one: f'<w:customXml w:element="x"><w:customXmlPr/>{one}</w:customXml>',
    lambda one: f'<w:hyperlink w:anchor="x">{one}</w:hyperlink>',
    lambda one: f'<w:fldSimple w:instr="REF x">{one}</w:fldSimple>',
    lambda one: f'<w:ins w:id="1">{one}</w:ins>',
    lambda one: f'<w:moveTo w:id="1">{one}</w:moveTo>',
    lambda one: f'<w:dir w:val="ltr">{one}</w:dir>',
    lambda one: f"<x:any>{one}</x:any>",
    control,
    lambda one: field("begin", "=REF x", "separate") + one + field("end"),
    lambda one: f"{one}{field('begin', '=XE gone', 'end')}",
)


@st.composite
def bodies(draw: st.DrawFn) -> tuple[str, str]:
    """The body of a document, and its notes; words of which each is there once, as "gone…" if Word doesn't print it."""
    numbers = iter(range(1, 10_000))
    notes: list[str] = []

    def words(kind: str = "word") -> str:
        return " ".join(f"{kind}{next(numbers)}" for _ in range(draw(st.integers(1, 3))))

    def piece(depth: int) -> str:
        match draw(st.integers(0, 12)):
            case 0:
                return f'<w:del w:id="1"><w:r><w:delText>{words("gone")}</w:delText></w:r></w:del>'
            case 1:
                return f'<w:moveFrom w:id="1">{run(words("gone"))}</w:moveFrom>'
            case 2:
                return run(words("gone"), VANISH)
            case 3:
                said = f"<w:t>{words()}</w:t>"
                other = draw(st.sampled_from([None, "", said, f"<w:t>{words('gone')}</w:t>"]))
                return alternatives(said, other)
            case 4:
                return f"<m:oMath><m:r><m:t>{words()}</m:t></m:r></m:oMath>"
            case 5:
                base, said = run(words()), run(words())
                return f"<w:r><w:ruby><w:rt>{said}</w:rt><w:rubyBase>{base}</w:rubyBase></w:ruby></w:r>"
            case 6 if depth:
                inside = blocks(depth - 1)
                shape = draw(st.sampled_from(["v:shape", "v:oval", "v:rect"]))
                box = f"<w:txbxContent>{inside}</w:txbxContent>"
                if draw(st.booleans()):
                    return f"<w:r><w:pict><{shape}><v:textbox>{box}</v:textbox></{shape}></w:pict></w:r>"
                return f"<w:r><w:drawing><x:box>{box}</x:box></w:drawing></w:r>"
            case 7 if depth == 2:
                notes.append(f'<w:footnote w:id="{len(notes) + 1}">{blocks(0)}</w:footnote>')
                return f'<w:r><w:footnoteReference w:id="{len(notes)}"/></w:r>'
            case _:
                return run(words())

    def line(depth: int) -> str:
        pieces = [
            draw(st.sampled_from(WRAPPERS))(piece(depth)) + f"<w:r>{draw(st.sampled_from(BREAKS))}</w:r>"
            for _ in range(draw(st.integers(1, 4)))
        ]
        return paragraph("".join(pieces))

    def table(depth: int) -> str:
        width = draw(st.integers(1, 3))
        rows = []
        for number in range(draw(st.integers(1, 3))):
            before, after = draw(st.integers(0, 2)), draw(st.integers(0, 2))
            grid = f'<w:trPr><w:gridBefore w:val="{before}"/><w:gridAfter w:val="{after}"/></w:trPr>'
            covered = number and draw(st.booleans())
            first = cell(words("gone"), "<w:vMerge/>") if covered else f"<w:tc>{blocks(depth)}</w:tc>"
            rows.append(f"<w:tr>{'' if covered else grid}{first}{''.join(cell(words()) for _ in range(width))}</w:tr>")
        return f"<w:tbl>{''.join(rows)}</w:tbl>"

    def blocks(depth: int) -> str:
        made = []
        for _ in range(draw(st.integers(1, 2))):
            kind = draw(st.integers(0, 5))
            one = table(depth - 1) + paragraph(words()) if kind == 0 and depth else line(depth)
            made.append(
                control(one) if kind == 1 else f'<w:customXml w:element="x">{one}</w:customXml>' if kind == 2 else one
            )
        return "".join(made)

    body = "".join(blocks(2) for _ in range(draw(st.integers(1, 3))))
    return body, "".join(notes)


@settings(max_examples=150, deadline=None)
@given(made=bodies())
def test_every_word_is_read_once_or_counted(made: tuple[str, str]) -> None:
    body, notes = made
    document = read(word(body, footnotes=notes))
    whole = sorted(set(TOKEN.findall(body + notes)))  # alternatives may say the same
    assert sorted(TOKEN.findall(" ".join(texts(document)))) == [one for one in whole if one.startswith("word")]
    assert sum(one.words for one in document.left_out) == len([one for one in whole if one.startswith("gone")])

"""Measures the citation engine: how well it finds, how fast, what hostile text costs, how much memory it takes.

`make bench` prints it. The text is that of `tests/data/un/`, and of the corpus beside the project where there is one.
Comparisons run on the same text in the same process, one after the other; nothing is asserted.
"""

from __future__ import annotations

import gc
import random
import re
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Mapping
from pathlib import Path

from citations.citation_scoring import documents, report
from mandate_data.citations import cite, cite_stream, find, find_symbols

ROOT = Path(__file__).parents[1]
RUNS = 5
MEGABYTE = 1_000_000
EYECITE = "eyecite, default tokenizer"
SYMBOL = r"\b(?:A|S|E|T|ST|CCPR|CAT|CRC|CEDAW|CERD|CMW|CRPD|CED|HRI|HR)/[A-Z0-9][A-Za-z0-9./()-]*[0-9]"
_DENSE = {
    "English resolutions": "Recalling its resolutions 60/147 of 16 December 2005 and 61/177 of 20 December 2006, and "
    "Human Rights Council resolution 7/12 of 27 March 2008,\n",
    "Spanish resolutions": "Recordando las resoluciones 60/147 de la Asamblea General, de 16 de diciembre de 2005, y "
    "7/12 del Consejo de Derechos Humanos,\n",
    "Russian resolutions": "ссылаясь на свои резолюции 60/147 от 16 декабря 2005 года "
    "и 61/177 от 20 декабря 2006 года,\n",
    "Chinese resolutions": "回顾其2005年12月16日第60/147号决议和2006年12月20日第61/177号决议,\n",
    "rows of a table": "General Assembly resolutions\n60/147\n61/177\n",
    "addenda": "A/50/1 and Add.1 and Add.2, ",
}
"""Lines in which nearly everything is a reference: each comes with other numbers every time."""
HOSTILE = {
    "A/A/A/A/…": "A/",
    "A/1/A/1/…": "A/1/",
    "A/RES/1/1 A/RES/1/1 …": "A/RES/1/1 ",
    "E/CN.4/E/CN.4/…": "E/CN.4/",
    "ibid. ibid. …": "ibid. ",
    "Ibid., p. 3; …": "Ibid., p. 3; ",
    "lines of ibid.": "1 Ibid., p. 3.\n",
    "notes in Markdown": "[^1]: Ibid.\n",
    "two notes again and again": "1. A/50/1.\n2. Ibid.\n",
    "lists of notes below rules": "---\n1. See A/60/1.\n",
    "lists of notes below headings": "Notes\n1. One.\n2. Two.\n",
    "marks behind full stops": "a.1 5.2 A b.3 ",
    "its resolution 1/1": "section I of its resolution 1/1, ",
    "digits and slashes": "1/22/333/4/",
    "one endless line": "x",
    "spaces": " ",
    "lists of resolutions": "resolution 60/1 and 60/2, ",
    "titles in quotes": 'resolution 60/1, "On rights", ',
    "quotes that stay open": '"resolution 60/1 ',
    "no organ": "resolution 7/12, ",
    "decisions": "decision 2/101, ",
    "Security Council": "resolutions 1325 (2000), 1820 (2008), ",
    "Roman numerals": "resolution 217 A (III), ",
    "preambles": "The General Assembly, Recalling its resolution 60/1,\n",
    "numbers in lines": "1325 (2000)\n",
    "pinpoints before": "para. 3 of resolution 60/1, ",
    "pinpoints after": "A/60/1, p. 3; ",
    "short symbols": "A/520 ",
    "lists of codes": "flat A/60/1, A/61/2, ",
    "codes joined by and": "cabinet A/60/1 and A/61/2 and ",
    "columns of codes": "Item\tCode\nbolt\tA/60/1\nnut\tA/61/2\n",
    "codes before words": "- A/60/1 steel\n- A/61/2 wood\n",
    "organs before a number": "the Council, the Assembly, resolution 5/1, ",
    "addenda of ibid.": "Ibid., Add.1, ",
    "brackets": "(A/60/1 ",
    "brackets in brackets": "(((((",
    "links": "[A/60/1](https://undocs.org/A/60/1) ",
    "targets that stay open": "](A/60/1",
    "tags that stay open": "<a href=A/60/1 ",
    "values that stay open": "<a x='\" y=\"' ",
    "tags within a line": "<b>resolution</b> <a href='x'>60/1</a> ",
    "marks of notes that are links": "a<a href='#n'>1</a> ",
    "emphasis": "*a* ",
    "emphasis that stays open": "*a _b **c ",
    "titles in italics": "*A Title* ibid. ",
    "brackets and targets": "[a](b",
    "soft hyphens": "A/\u00ad60/\u00ad1 ",
    "characters of no width": "A\u200b/\u200b60/1 ",
    "full-width characters": "\uff21\uff0f\uff16\uff10\uff0f\uff11 ",
    "general comments": "general comment No. 3, ",
    "communications": "communication No. 12/2001, ",
    "notes above": "note 5 above, ",
    "works by author": "Smith, op. cit., p. 3.\n",
    "notes in lines": "1 See A/60/1.\n2 Ibid.\n",
    "marks in text": "word1 Ibid. ",
    "initials": "A. B. C. D. ",
    "organs": "General Assembly ",
    "Arabic": "قرار الجمعية العامة 60/147، ",
    "Arabic without numbers": "القرار ",
    "Chinese": "见第60/147号决议,",
    "Chinese without numbers": "决议",
    "Spanish": "resolución 60/147 de la Asamblea General, párr. 3, ",
    "Russian": "резолюция 60/147 Генеральной Ассамблеи, ",
}


def seconds(work: Callable[[], object]) -> float:
    """Median CPU time of several runs, after one that is not counted."""
    return interleaved({"": work})[""]


def interleaved(works: Mapping[str, Callable[[], object]]) -> dict[str, float]:
    """Median CPU time of each of several works, done in turn so that a busy machine slows all of them alike."""
    times: dict[str, list[float]] = {name: [] for name in works}
    for _ in range(RUNS + 1):
        for name, work in works.items():
            start = time.process_time()
            work()
            times[name].append(time.process_time() - start)
    return {name: statistics.median(taken[1:]) for name, taken in times.items()}


def accuracy() -> None:
    """Precision and recall by kind."""
    print(report(), end="")


def varied(text: str, seed: int) -> str:
    """The text with other numbers in its symbols, so that nothing is remembered from before."""
    chance = random.Random(seed)
    return re.sub(r"(?<=/)\d+(?=[\s,.;)])", lambda match: str(chance.randint(1, 10 ** len(match[0]))), text)


def speed(texts: list[str]) -> None:
    """Megabytes a second, against a legal citation finder and a text search on the same text."""
    size = sum(map(len, texts)) / MEGABYTE
    varied_texts = iter([[varied(text, seed) for text in texts] for seed in range(RUNS + 1)])
    works: dict[str, Callable[[], object]] = {
        "find, all kinds": lambda: [find(text) for text in texts],
        "find, symbols never seen before": lambda: [find(text) for text in next(varied_texts)],
        "cite: with notes, ibid. and supra": lambda: [cite(text) for text in texts],
        "printed symbols alone": lambda: [find_symbols(text) for text in texts],
    }
    sample = texts[:4]
    try:
        from eyecite.tokenizers import default_tokenizer
    except ImportError:
        print("eyecite is not installed: no comparison")
    else:
        works[EYECITE] = lambda: [default_tokenizer.tokenize(text) for text in sample]
    taken = interleaved(works)
    rates = {name: (sum(map(len, sample)) / MEGABYTE if name == EYECITE else size) / taken[name] for name in works}
    for name, rate in rates.items():
        beside = f"; {rate / rates[EYECITE]:.0f} times eyecite" if EYECITE in rates else ""
        print(f"{name:<40}{rate:>8.2f} MB/s{beside}")
    alone = taken["printed symbols alone"]
    search(texts, alone / size)


def search(texts: list[str], ours: float) -> None:
    """The time of ripgrep as a whole process for the pattern of printed symbols, and how many times ours is that."""
    command = shutil.which("rg")
    if command is None:
        print("ripgrep is not installed: no comparison")
        return
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "text.txt"
        file.write_text("\n".join(texts) * 40, encoding="utf-8")
        size = file.stat().st_size / MEGABYTE
        run = [command, "--no-unicode", "--only-matching", SYMBOL, str(file)]
        theirs = seconds(lambda: subprocess.run(run, check=True, stdout=subprocess.DEVNULL)) / size
    print(f"{'ripgrep, the same symbols':<40}{1 / theirs:>8.1f} MB/s; ours takes {ours / theirs:.1f} times as long")


def hostile() -> None:
    """Megabytes a second of CPU time of `cite` on hostile and dense text, at a quarter, a half and a whole megabyte."""
    dense = {name: lines(unit, MEGABYTE) for name, unit in _DENSE.items()}
    gc.collect()
    gc.freeze()  # what is left of the measurements before is not gone through again and again
    print(f"{'a quarter, a half, a whole megabyte of':<40}{'MB/s':>8}")
    for name, unit in (HOSTILE | dense).items():
        whole = unit * (MEGABYTE // len(unit))
        rates = []
        for size in (MEGABYTE // 4, MEGABYTE // 2, MEGABYTE):
            start = time.process_time()
            cite(whole[:size])
            rates.append(size / MEGABYTE / (time.process_time() - start))
        print(f"{name:<40}" + "".join(f"{rate:>8.2f}" for rate in rates))


def lines(unit: str, size: int) -> str:
    """The line again and again, up to a size, with other numbers of the same length."""
    chance, made, length = random.Random(1), list[str](), 0
    while length < size:
        made.append(re.sub(r"\d{1,3}(?!\d)", lambda match: str(chance.randint(1, 10 ** len(match[0]) - 1)), unit))
        length += len(made[-1])
    return "".join(made)[:size]


def memory(text: str) -> None:
    """Peak memory of a stream ten times as long as another."""
    for megabytes in (20, 200):
        code = f"from bench_citations import stream; stream({megabytes})"
        done = subprocess.run(
            [sys.executable, "-c", code],
            input=text,
            text=True,
            capture_output=True,
            check=True,
            env={"PYTHONPATH": f"{ROOT}:{ROOT / 'tests'}"},
        )
        print(f"{f'a stream of {megabytes} MB':<24}{done.stdout.strip():>12} MB at most")


def stream(megabytes: int) -> None:
    """Cite standard input again and again, and print the peak memory of this process in megabytes."""
    text = sys.stdin.read()
    for _ in cite_stream(text for _ in range(megabytes * MEGABYTE // len(text) + 1)):
        pass
    print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024)


def main() -> None:
    files = documents("*_*.txt").values()
    texts = [file.read_text(encoding="utf-8") for file in files]
    print("\ncitations: accuracy on references labelled by hand")
    accuracy()
    print(f"\ncitations: speed on {len(texts)} documents, {sum(map(len, texts)) / MEGABYTE:.1f} MB, one core")
    speed(texts)
    print("\ncitations: hostile and dense text")
    hostile()
    print("\ncitations: memory")
    memory("\n".join(texts))


if __name__ == "__main__":
    main()

"""The files of a collection: single ones, folders, patterns, zip archives, and prefixes of S3-compatible stores.

A file that is not going to be read is found as well, with the reason, so that it can be listed.
"""

from __future__ import annotations

import glob
import os
import stat
import struct
import zipfile
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache, partial
from itertools import chain
from pathlib import Path, PurePosixPath
from typing import Any, BinaryIO

from mandate_data.archives import TooManyEntriesError, open_archive
from mandate_data.corpus.corpus_folder import is_corpus
from mandate_data.corpus.unread_reasons import LINKED, OUTPUT, OUTSIDE, why_no_archive, why_unlisted, why_unread
from mandate_data.documents import SUFFIXES
from mandate_data.errors import InputError, how_to_add
from mandate_data.limits import LONGEST_MESSAGE
from mandate_data.object_stores import PROTOCOLS, advice_on, faults_of_stores, store_at
from mandate_data.regular_files import open_regular

MEDIA_TYPES = {**SUFFIXES, ".htm": "text/html", ".html": "text/html"}
"""The media type of a file that is searched for citations, by the end of its name."""


@dataclass(frozen=True, slots=True)
class Item:
    """A file of a collection.

    `name` is what the tables call it; `place` its path or URL, or that of the archive whose `member` it is; `size` its
    bytes. `stamp` changes when the file does, as far as the store can tell: an ETag, a time. `problem` says why it is
    not to be opened.
    """

    name: str
    place: str
    member: str = ""
    size: int = 0
    stamp: str = ""
    problem: str = ""


def find_items(paths: Sequence[str], out: Path) -> Iterator[Item]:
    """The files that `paths` name, in no order. What lies in `out` or has a name with a dot first is left out.

    The folder of another corpus is one item, which says so.

    Raises InputError at once for a path where there is nothing, or no file, and for a store that can't be reached.
    """
    try:
        place = out.resolve()
    except RuntimeError:  # as Python tells of it
        raise InputError(f"{out}: is a link that leads back to itself; name another folder") from None
    return chain.from_iterable([_begun(path, place) for path in paths])


def _begun(path: str, out: Path) -> Iterator[Item]:
    """The files at a path, the first one already found."""
    items = _items_at(path, out)
    first = next(items, None)
    if first is None:
        raise InputError(f"{path}: there is no file in it; check the path")
    return chain([first], items)


def _items_at(path: str, out: Path) -> Iterator[Item]:
    """The files at a path; `out` is resolved."""
    if "://" in path:
        yield from _remote(path)
    elif os.path.lexists(path):
        yield from _local(Path(path), Path(path).name, out)
    elif glob.has_magic(path):
        found = [Path(one) for one in glob.iglob(path, recursive=True)]  # noqa: PTH207 (patterns may be absolute)
        if not found:
            raise InputError(f"{path}: matches no file; check the pattern")
        below = Path(glob.escape(path).split("[")[0].rpartition("/")[0])  # what stands before the first wildcard
        yield from _matched(found, below, out)
    else:
        raise InputError(f"{path}: no such file or folder; check the path")


def _matched(found: Iterable[Path], below: Path, out: Path) -> Iterator[Item]:
    """The files that a pattern matches below a folder."""
    _refuse_corpus(below)
    in_corpus = cache(partial(_corpus_above, below))
    corpora: set[Path] = set()
    for one in found:
        if _is_folder(one):
            continue
        corpus = in_corpus(one.parent)
        if corpus is None:
            yield from _within(one, _name_below(one, below), below.resolve())
        elif corpus not in corpora and corpus.resolve() != out:
            corpora.add(corpus)
            yield Item(_printable(_name_below(corpus, below)), str(corpus), problem=OUTPUT)


def _corpus_above(below: Path, folder: Path) -> Path | None:
    """The outermost corpus that a folder is, or is in, below another folder."""
    above = [one for one in (folder, *folder.parents) if one != below and one.is_relative_to(below)]
    return next((one for one in reversed(above) if is_corpus(one)), None)


def _refuse_corpus(folder: Path) -> None:
    """Raise InputError for a folder that holds no documents, but what `corpus` wrote."""
    if is_corpus(folder):
        raise InputError(f"{folder}: is a package that corpus wrote; name the folder of its documents")


def _name_below(path: Path, folder: Path) -> str:
    return path.relative_to(folder).as_posix() if path.is_relative_to(folder) else path.name


def _local(path: Path, name: str, out: Path) -> Iterator[Item]:
    if _is_folder(path):
        _refuse_corpus(path)
        top = name or path.resolve().name
        root, unreadable = path.resolve(), list[OSError]()
        for folder, folders, files in os.walk(path, onerror=unreadable.append):
            here = Path(folder)
            folders[:] = [one for one in folders if not one.startswith(".") and (here / one).resolve() != out]
            for one in list(folders):
                problem = LINKED if (here / one).is_symlink() else OUTPUT if is_corpus(here / one) else ""
                if problem:
                    name = f"{top}/{(here / one).relative_to(path).as_posix()}"
                    yield Item(_printable(name), str(here / one), problem=problem)
                if problem == OUTPUT:
                    folders.remove(one)
            for file in files:
                if not file.startswith("."):
                    below = (here / file).relative_to(path).as_posix()
                    yield from _within(here / file, f"{top}/{below}", root)
        for error in unreadable:
            name = f"{top}/{Path(str(error.filename)).relative_to(path).as_posix()}"
            yield Item(_printable(name), str(error.filename), problem=why_unlisted(error))
    else:
        yield from _file(path, name)


def _within(path: Path, name: str, folder: Path) -> Iterator[Item]:
    """A file of a folder, which has no links in its own path, unless a link leads out of it."""
    if _leads_out(path, folder):
        yield Item(_printable(name), str(path), problem=OUTSIDE)
    else:
        yield from _file(path, name)


def _is_folder(path: Path) -> bool:
    """Whether this is a folder; what can't be looked at is told as a file."""
    try:
        return path.is_dir()
    except OSError:
        return False


def _leads_out(path: Path, folder: Path) -> bool:
    """Whether a file is there, and lies elsewhere; one that can't be looked at is told as such later."""
    try:
        return path.exists() and not path.resolve().is_relative_to(folder)
    except OSError:
        return False


def _file(path: Path, name: str) -> Iterator[Item]:
    item = Item(_printable(name), str(path))
    try:
        status = path.stat()
    except OSError as error:
        yield replace(item, problem=why_unread(error))
        return
    if not stat.S_ISREG(status.st_mode):
        yield replace(item, problem="it is not a regular file")
        return
    yield from _opened(replace(item, size=status.st_size, stamp=str(status.st_mtime_ns)))


def _remote(url: str) -> Iterator[Item]:
    protocol = url.split("://")[0]
    if protocol not in PROTOCOLS:
        raise InputError(f"{url}: unknown kind of store; expected {' or '.join(f'{one}://' for one in PROTOCOLS)}")
    try:
        faults = faults_of_stores(url)
        files, path = store_at(url)
    except ImportError as error:
        raise InputError(f"{url}: {error}; {how_to_add('corpus')}") from None
    except ValueError as error:
        raise InputError(f"{url}: is not an address of a store ({error})") from None
    try:
        yield from _stored(files, path, url, protocol)
    except faults as error:
        said = " ".join(str(error).split())[:LONGEST_MESSAGE]
        advice = advice_on(error) or "check the address and the network"
        raise InputError(f"{url}: can't be read ({said}); {advice}") from None


def _stored(files: Any, path: str, url: str, protocol: str) -> Iterator[Item]:
    if glob.has_magic(path):
        found = {one: files.info(one) for one in files.glob(path)}
        below = PurePosixPath(path.split("*")[0].split("?")[0].split("[")[0] + "x").parent.as_posix()
    elif files.isfile(path):
        found, below = {path: files.info(path)}, str(PurePosixPath(path).parent)
    else:
        found, below = files.find(path, detail=True), str(PurePosixPath(path).parent)
    if not found:
        raise InputError(f"{url}: there is no file; check the address")
    for one, info in found.items():
        name = one.removeprefix(below).lstrip("/")
        if info["type"] != "file" or _is_hidden(name):
            continue
        stamp = str(info.get("ETag") or info.get("mtime") or "")
        yield from _opened(Item(_printable(name), f"{protocol}://{one}", size=int(info["size"] or 0), stamp=stamp))


def _opened(item: Item) -> Iterator[Item]:
    """The file itself; for an archive its members."""
    suffix = PurePosixPath(item.name).suffix.lower()
    if suffix == ".zip":
        yield from _members(item)
    elif suffix not in MEDIA_TYPES:
        yield replace(item, problem=f"files that end in {suffix} are not read" if suffix else "its kind is not known")
    else:
        yield item


def open_place(place: str) -> BinaryIO:
    """A file or an object of a store, opened for reading. Raises OSError where it can't be."""
    if "://" not in place:
        return open_regular(place)
    files, path = store_at(place)
    stream: BinaryIO = files.open(path, "rb")
    return stream


def _members(item: Item) -> Iterator[Item]:
    try:
        with open_place(item.place) as stream:
            entries = open_archive(stream).infolist()
    except TooManyEntriesError as error:
        yield replace(item, problem=f"the archive is not read: {error}")
        return
    except (OSError, zipfile.BadZipFile, ValueError, struct.error, NotImplementedError) as error:
        yield replace(item, problem=why_no_archive(error))
        return
    met: set[str] = set()
    for entry in entries:
        base = PurePosixPath(entry.filename).name
        if entry.is_dir() or _is_hidden(entry.filename) or entry.filename.startswith("__MACOSX/"):
            continue
        name = _printable(f"{item.name}/{entry.filename}")
        if name in met:
            yield Item(f"{name} ({len(met)})", item.place, problem="its name stands twice in the archive")
            continue
        met.add(name)
        stamp = f"{entry.CRC:08x} {item.stamp}"
        member = Item(name, item.place, entry.filename, entry.file_size, stamp, _refused(entry))
        yield from [member] if member.problem or base.lower().endswith(".zip") else _opened(member)


def _is_hidden(name: str) -> bool:
    """Whether a file, or a folder that it is in, has a name that begins with a dot."""
    return any(part.startswith(".") and part not in (".", "..") for part in name.replace("\\", "/").split("/"))


def _refused(entry: zipfile.ZipInfo) -> str:
    parts = entry.filename.replace("\\", "/").split("/")
    if ".." in parts or entry.filename.startswith(("/", "\\")) or ":" in parts[0]:
        return "its name points outside the archive"
    if entry.flag_bits & 1:
        return "it is encrypted"
    return "an archive within an archive is not read" if entry.filename.lower().endswith(".zip") else ""


def _printable(name: str) -> str:
    """A name as it can stand in a table: what can't be printed, or is not a character, is written as an escape.

    So is the backslash, or two names might become one.
    """
    known = name.replace("\\", "\\\\").encode("utf-8", "backslashreplace").decode("utf-8")
    return "".join(c if c.isprintable() else c.encode("unicode_escape").decode("ascii") for c in known)

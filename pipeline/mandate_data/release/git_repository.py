"""Git as it is asked here: the repository of one folder, whatever the environment or its own settings say."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Sequence
from pathlib import Path

from mandate_data.limits import GIT_SECONDS

_SAFE = (
    "--no-pager", "--no-replace-objects", "-c", "core.fsmonitor=false", "-c", "log.showSignature=false",
    "-c", "diff.external=", "-c", "protocol.allow=never", "-c", "core.commitGraph=false",
)  # fmt: skip
"""Settings of a repository must not run a program, fetch anything, or show another history than the commits do."""
_KEPT = {"GIT_CONFIG_GLOBAL", "GIT_CONFIG_SYSTEM", "GIT_CONFIG_NOSYSTEM", "GIT_CEILING_DIRECTORIES"}
"""Variables that name no other repository: whom git trusts, and where it stops to look for one."""


_FILTERING = ("archive", "status")
"""Commands of git that send files through programs that the settings of a repository name."""


def git(root: Path, *arguments: str) -> bytes:
    """What git prints; nothing where it fails."""
    done = _run(root, *arguments, settings=_no_filters(root) if arguments[0] in _FILTERING else ())
    return done.stdout if done.returncode == 0 else b""


def why_no_history(root: Path) -> str:
    """Why git can't say what the commits of a folder hold; "" where it can."""
    if shutil.which("git") is None:
        return "git is not installed"
    done = _run(root, "rev-parse", "--verify", "--quiet", "HEAD^{commit}")
    if done.returncode == 0:
        return ""
    inside = _run(root, "rev-parse", "--is-inside-work-tree")
    lines = inside.stderr.decode(errors="replace").strip().splitlines()
    return lines[0] if lines else "the repository has no commit"


def is_shallow(root: Path) -> bool:
    """Whether the repository has the latest commits only."""
    return git(root, "rev-parse", "--is-shallow-repository").strip() == b"true"


def _no_filters(root: Path) -> list[str]:
    """The names of the filters that the repository's own settings have, to be set to nothing."""
    found = _run(root, "config", "--local", "--includes", "--name-only", "-z", "--get-regexp", r"^filter\.")
    return [name.decode(errors="surrogateescape") for name in found.stdout.split(b"\0") if name]


def _run(root: Path, *arguments: str, settings: Sequence[str] = ()) -> subprocess.CompletedProcess[bytes]:
    kept = {name: value for name, value in os.environ.items() if not name.startswith("GIT_") or name in _KEPT}
    environment = {**kept, "GIT_GRAFT_FILE": os.devnull, "GIT_OPTIONAL_LOCKS": "0", "LC_ALL": "C"}
    if settings:
        environment["GIT_CONFIG_COUNT"] = str(len(settings))
    for number, name in enumerate(settings):
        environment |= {f"GIT_CONFIG_KEY_{number}": name, f"GIT_CONFIG_VALUE_{number}": ""}
    command = ["git", "-C", str(root), *_SAFE, *arguments]
    try:
        return subprocess.run(
            command, capture_output=True, check=False, env=environment, stdin=subprocess.DEVNULL, timeout=GIT_SECONDS
        )
    except subprocess.TimeoutExpired:
        return subprocess.CompletedProcess(command, 1, b"", f"git took more than {GIT_SECONDS:g} seconds".encode())

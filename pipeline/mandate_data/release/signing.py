"""Signatures of SHA256SUMS and of the ledger, by the programs that people have: ssh-keygen or minisign.

A key of OpenSSH makes `SHA256SUMS.sig`, one of minisign `SHA256SUMS.minisig`, beside what is signed. Whose keys are
trusted is in the project's `SIGNERS` (the allowed-signers format of ssh-keygen) and `SIGNERS.minisign` (a public key).
"""

from __future__ import annotations

import os
import subprocess
from collections.abc import Iterator
from pathlib import Path

from mandate_data.errors import InputError
from mandate_data.limits import LARGEST_DESCRIPTOR
from mandate_data.regular_files import read_regular

NAMESPACE = "mandate-data"
SSH_ENDING, MINISIGN_ENDING = ".sig", ".minisig"
SSH_SIGNERS, MINISIGN_SIGNERS = "SIGNERS", "SIGNERS.minisign"


def signatures_of(name: str) -> tuple[str, str]:
    """The names of the signatures of a file."""
    return name + SSH_ENDING, name + MINISIGN_ENDING


def sign(sums: Path, key: Path) -> None:
    """Sign a file with a secret key. Raises InputError for a key or a program that is not there."""
    try:
        is_minisign = read_regular(key, LARGEST_DESCRIPTOR).startswith(b"untrusted comment: minisign")
    except OSError as error:
        raise InputError(f"{key}: the key can't be read ({error.strerror})") from None
    if is_minisign:
        done = _run(["minisign", "-S", "-s", str(key), "-m", str(sums), "-t", NAMESPACE])
    else:
        done = _run(["ssh-keygen", "-Y", "sign", "-q", "-f", str(key), "-n", NAMESPACE, str(sums)])
    if done.returncode:
        raise InputError(f"{key}: nothing was signed ({_last_line(done)})")


def wrong_signatures(file: Path, root: Path) -> Iterator[str]:
    """What is wrong with the signatures of a file: none is, where nobody is trusted."""
    ssh, minisign = (file.with_name(name) for name in signatures_of(file.name))
    signers = [name for name in (SSH_SIGNERS, MINISIGN_SIGNERS) if os.path.lexists(root / name)]
    for name in signers:
        if not (root / name).is_file():
            yield f"{root / name}: is not a regular file, and says whose signature is trusted; restore it"
    if signers and not os.path.lexists(ssh) and not os.path.lexists(minisign):
        yield f"{file}: is not signed, though {signers[0]} says whose signature is trusted; sign it with --sign KEY"
    for signature, wrong, trusted in ((ssh, _wrong_ssh, SSH_SIGNERS), (minisign, _wrong_minisign, MINISIGN_SIGNERS)):
        if not os.path.lexists(signature):
            continue
        if signature.is_file():
            yield from wrong(file, signature, root / trusted)
        else:
            yield f"{signature}: is not a regular file"


def _wrong_ssh(sums: Path, signature: Path, signers: Path) -> Iterator[str]:
    if not signers.is_file():
        yield f"{signature}: nobody's key is trusted, as there is no {signers.name}"
        return
    found = _run(["ssh-keygen", "-Y", "find-principals", "-s", str(signature), "-f", str(signers)])
    if found.returncode:
        yield f"{signature}: signed by a key that is not in {signers.name}"
        return
    who = found.stdout.decode().split("\n")[0]
    command = ["ssh-keygen", "-Y", "verify", "-f", str(signers), "-I", who, "-n", NAMESPACE, "-s", str(signature)]
    if _run(command, read_regular(sums, LARGEST_DESCRIPTOR)).returncode:
        yield f"{signature}: is not a signature of {sums.name} as it is"


def _wrong_minisign(sums: Path, signature: Path, signers: Path) -> Iterator[str]:
    if not signers.is_file():
        yield f"{signature}: nobody's key is trusted, as there is no {signers.name}"
    elif _run(["minisign", "-V", "-q", "-p", str(signers), "-m", str(sums), "-x", str(signature)]).returncode:
        yield f"{signature}: is not a signature of {sums.name} as it is by the key in {signers.name}"


def _run(command: list[str], data: bytes = b"") -> subprocess.CompletedProcess[bytes]:
    try:
        return subprocess.run(command, input=data, capture_output=True, check=False)
    except FileNotFoundError:
        raise InputError(f"{command[0]}: the program is not installed, which signatures of this kind need") from None


def _last_line(done: subprocess.CompletedProcess[bytes]) -> str:
    lines = (done.stderr or done.stdout).decode(errors="replace").strip().splitlines()
    return lines[-1] if lines else f"exit code {done.returncode}"

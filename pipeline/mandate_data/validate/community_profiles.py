"""Community profiles: JSON Schemas of descriptors beyond the standard's own, judged by where a copy is at hand."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from itertools import islice
from pathlib import Path
from typing import Any

from mandate_data.errors import InputError
from mandate_data.findings import Finding, Location, finding
from mandate_data.limits import LARGEST_DESCRIPTOR, LONGEST_MESSAGE
from mandate_data.package.file_safety import is_address
from mandate_data.regular_files import read_regular_text

_OF_THE_STANDARD = re.compile(r"https?://(?:datapackage\.org/profiles|specs\.frictionlessdata\.io/schemas)/")
_NAMES_OF_THE_STANDARD = (
    "data-package",
    "tabular-data-package",
    "data-resource",
    "tabular-data-resource",
    "default",
    "tabular",
)
_NAMES = (*_NAMES_OF_THE_STANDARD, "fiscal-data-package")
_OF_PACKAGES = ("package.json", "package", "package/")
MOST = 100
"""Faults of one profile that are reported."""


def check_profiles(descriptor: Mapping[str, Any], at: Location, copies: Mapping[str, Path]) -> Iterator[Finding]:
    """What a package's own profile finds wrong with it, or that it was not at hand.

    `copies` are files by the address of the profile. Raises InputError for one that is not a JSON Schema.
    """
    yield from _no_profiles(descriptor, at)
    for profile in _stated(descriptor):
        if profile in copies:
            yield from _faults(descriptor, profile, copies[profile], at)
        else:
            yield finding("contract-unchecked/profile", at, path=profile)


def _no_profiles(descriptor: Mapping[str, Any], at: Location) -> Iterator[Finding]:
    """Profiles that are neither an address nor a name of the standard's, or one that it has for something else."""
    stated = descriptor.get("$schema")
    rule = "datapackage.org/standard/glossary#profile says so"
    if isinstance(stated, str) and stated and not is_address(stated):
        problem = f"$schema is {stated!r}, no address of a profile"
        yield finding("descriptor-profile", at, where="", problem=problem, rule=rule)
    elif isinstance(stated, str) and stated and is_of_the_standard(stated) and not stated.endswith(_OF_PACKAGES):
        problem = f"$schema is {stated!r}, which is not a profile of packages"
        yield finding("descriptor-profile", at, where="", problem=problem, rule=rule)
    if stated:
        return  # a profile of version 1 counts where no other is stated
    for item in (descriptor, *descriptor["resources"]):
        profile = item.get("profile") if isinstance(item, Mapping) else None
        if isinstance(profile, str) and not is_address(profile) and profile not in _NAMES:
            where = "" if item is descriptor else f"{item.get('name')}: "
            problem = f"the profile {profile!r} is neither an address nor a name that the standard has"
            rule = "specs.frictionlessdata.io/profiles says so"
            yield finding("descriptor-profile", at, where=where, problem=problem, rule=rule)


def _stated(descriptor: Mapping[str, Any]) -> list[str]:
    items = [descriptor, *(item for item in descriptor["resources"] if isinstance(item, Mapping))]
    stated = [item.get("$schema", item.get("profile")) for item in items]
    texts = [text for text in stated if isinstance(text, str) and (is_address(text) or text in _NAMES)]
    return list(dict.fromkeys(text for text in texts if not is_of_the_standard(text)))


def is_of_the_standard(profile: str) -> bool:
    """Whether a profile is one of the standard's own, by its name or its address."""
    return profile in _NAMES_OF_THE_STANDARD or _OF_THE_STANDARD.match(profile) is not None


def _faults(descriptor: Mapping[str, Any], profile: str, copy: Path, at: Location) -> Iterator[Finding]:
    from jsonschema import Draft7Validator
    from jsonschema.exceptions import SchemaError
    from referencing import Registry, Resource
    from referencing.jsonschema import DRAFT7

    absent: dict[str, None] = {}

    def elsewhere(address: str) -> Resource[Any]:
        """What a profile refers to at another address says nothing: the standard's own is judged without it."""
        absent[address] = None
        return Resource.from_contents({}, default_specification=DRAFT7)

    try:
        schema = json.loads(read_regular_text(copy, LARGEST_DESCRIPTOR))
        Draft7Validator.check_schema(schema)
    except (OSError, ValueError, SchemaError) as error:
        reason = getattr(error, "message", None) or getattr(error, "strerror", None) or error
        raise InputError(f"{copy}: no JSON Schema ({reason}); give a copy of {profile}") from None
    validator = Draft7Validator(schema, registry=Registry(retrieve=elsewhere))  # type: ignore[call-arg]
    for fault in islice(validator.iter_errors(descriptor), MOST):
        where = "/".join(map(str, fault.absolute_path))
        problem = f"{where}: {fault.message}" if where else fault.message
        rule = f"the profile {profile} says so"
        yield finding("descriptor-profile", at, where="", problem=problem[:LONGEST_MESSAGE], rule=rule)
    for address in absent:
        if not _OF_THE_STANDARD.match(address):
            yield finding("contract-unchecked/profile", at, path=address)

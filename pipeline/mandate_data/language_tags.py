"""Whether a text is a BCP 47 tag of a language, as sources have: a language, with a script and region if needed."""

from __future__ import annotations

import re

TAG = re.compile(r"([a-z]{2,3})(?:-([A-Z][a-z]{3}))?(?:-([A-Z]{2}|[0-9]{3}))?")


def is_language_tag(tag: str) -> bool:
    """Whether the tag is well formed, and there are such a language, script and region.

    >>> is_language_tag("es-419"), is_language_tag("xx")
    (True, False)
    """
    import pycountry

    found = TAG.fullmatch(tag)
    if found is None:
        return False
    language, script, region = found.groups()
    known = [pycountry.languages.get(**{f"alpha_{len(language)}": language})]
    known += [pycountry.scripts.get(alpha_4=script)] if script else []
    known += [pycountry.countries.get(alpha_2=region)] if region and region.isalpha() else []
    return None not in known

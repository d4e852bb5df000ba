"""Whether a list of resolutions is introduced, so that the organ behind adopted it: `in resolution 7/13, the`."""

from __future__ import annotations

import re
from collections.abc import Sequence

from mandate_data.citations.organ_names import Mention
from mandate_data.citations.pinpoints import before
from mandate_data.citations.prepared_text import PreparedText

_REACH = 20
"""How far before a list, or the pinpoint before it, the introduction begins."""
_OPENS = re.compile(r"[\W\d_]{0,8}(?:\w{1,3}['\s]\s?)?")
"""What may stand before the first organ of a sentence that is its subject."""


def is_introduced(
    text: PreparedText, introduction: re.Pattern[str], lead: int, sentence: int, named: Sequence[Mention] | None
) -> bool:
    """Whether the list whose word begins at `lead` is introduced; one of "its" resolutions also before its pinpoint:
    `in paragraph 3 of its`.

    `named` are the organs that the sentence, which begins at `sentence`, names before "its" resolutions; None for
    others. With a pinpoint, one of them may be the owner, and the one behind is only asked: the Council requests, in
    paragraph 9 of its resolution 48/4, the Assembly. Where "its" itself follows the introduction, as in French, only
    the subject is taken for the owner.
    """
    directly = introduction.search(text.plain, max(0, lead - _REACH), lead) is not None
    if named is None:
        return directly
    if directly:
        opens = named and not named[0].generic and _OPENS.fullmatch(text.plain, sentence, named[0].start)
        return not opens or before(text, lead, sentence, "resolution") is None
    pinpoint = before(text, lead, sentence, "resolution") if not named else None
    return pinpoint is not None and is_introduced(text, introduction, pinpoint.start, sentence, None)

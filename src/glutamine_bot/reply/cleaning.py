"""Keeps from a screen or a file what a terminal would obey: in what is said it is taken out, in a name it is shown."""

import re
from typing import Final

# The patterns are compiled when a text first needs them; few do.
# ECMA-48 §5.4 control sequences and §5.6 control strings, in their 7-bit and 8-bit forms. No part can match a control
# character, so that each character is looked at once.
_SEQUENCE: Final = (
    r"(?:\x1b\[|\x9b)[0-?]*[ -/]*[@-~]"
    r"|(?:\x1b[\]PX^_]|[\x90\x98\x9d-\x9f])[^\x00-\x1f\x7f-\x9f]*(?:\x07|\x1b\\|\x9c)"
    r"|\x1b[ -/]*[0-~]"
)
_BLANK: Final = r"[\t\r\x0b\x0c\x1c-\x1f\x85\u2028\u2029]"
# Other control characters, and the invisible ones that reorder or tag text (Unicode UAX #9, block Tags).
_INVISIBLE: Final = (
    r"[\x00-\x08\x0e-\x1b\x7f-\x9f\xad\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb"
    r"\U000e0000-\U000e007f]"
)
_SURROGATE: Final = r"[\ud800-\udfff]"
_UNSHOWN: Final = f"{_BLANK}|{_INVISIBLE}|{_SURROGATE}|\n"


def clean(text: str) -> str:
    """The text without control sequences, control characters (save line feeds) and invisible reordering marks.

    Tabs and the like become a space; half of a surrogate pair, which no encoding can write, becomes U+FFFD.
    """
    if text.replace("\n", "").isprintable():
        return text
    text = re.sub(_BLANK, " ", re.sub(_SEQUENCE, "", text))
    return re.sub(_SURROGATE, "\ufffd", re.sub(_INVISIBLE, "", text))


def visible(text: str) -> str:
    """The text on one line, what `clean` would take out written as an escape, for the name of a file or an option."""
    if text.isprintable():
        return text
    return re.sub(_UNSHOWN, lambda found: ascii(found[0])[1:-1], text)

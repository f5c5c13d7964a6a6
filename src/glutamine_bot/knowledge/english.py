"""The language's own data, which ships with the program: word lists, tables of variants, units, reply templates."""

from collections.abc import Mapping

from glutamine_bot.domain.knowledge_base import Plain
from glutamine_bot.domain.values import frozen
from glutamine_bot.knowledge.decoding import TEXT, WORDS, Keyed, entries_of, plain
from glutamine_bot.knowledge.documents import Documents
from glutamine_bot.knowledge.nodes import Faults, Node, Table

REPLIES = ("replies.yaml", "arithmetic.yaml")
UNITS = "units.yaml"


@frozen
class English:
    """`cues` are lists of words, `words` tables from a word to its variants, by name; `replies` are templates by key.

    `units` is how amounts are written, as the file has it.
    """

    cues: dict[str, tuple[str, ...]]
    words: dict[str, Mapping[str, tuple[str, ...]]]
    units: dict[str, Plain]
    replies: dict[str, str]


def parse_english(documents: Documents, faults: Faults) -> English:
    """What the documents say; in all but two of them, a name goes to a list of words or to a table of such lists."""
    english = English({}, {}, {}, {})
    for name, node in documents.nodes.items():
        if name in REPLIES:
            english.replies.update(Keyed(TEXT)(node, faults) if node else {})
        elif name == UNITS:
            english.units.update((key.text, plain(value)) for key, value in entries_of(node, faults))
        else:
            _add_words(english, node, faults)
    return english


def _add_words(english: English, node: Node | None, faults: Faults) -> None:
    for key, value in entries_of(node, faults):
        if key.text in english.cues or key.text in english.words:
            faults.add(key.place.fault("duplicate-key", f"another file has words named {key.text!r} already"))
        elif isinstance(value, Table):
            english.words[key.text] = Keyed(WORDS)(value, faults)
        else:
            english.cues[key.text] = WORDS(value, faults)

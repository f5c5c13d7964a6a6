"""What is known about the words of a set of labels: which mean the same, which mean nothing, how much kinship tells."""

from collections.abc import Mapping
from types import MappingProxyType

from glutamine_bot.domain.values import frozen


@frozen
class Vocabulary:
    """Synonyms and fillers; words or phrases, in any case.

    `synonyms` maps a variant to what it is read as ("kid" to "child", "side fx" to "side effects"); every inflection
    of the variant's words is meant as well. `fillers` are dropped ("please", "can you tell me"). `kinship` is what the
    general meaning of words counts for: 1 where labels are about all kinds of things, less where all are about one and
    kindred words tell them apart less well.
    """

    synonyms: Mapping[str, str] = MappingProxyType({})
    fillers: tuple[str, ...] = ()
    kinship: float = 1.0

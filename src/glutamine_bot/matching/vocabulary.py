"""What the author of a knowledge base says about words: which mean the same, and which mean nothing."""

from collections.abc import Mapping
from types import MappingProxyType

from glutamine_bot.domain.values import frozen


@frozen
class Vocabulary:
    """Synonyms and fillers; words or phrases, in any case.

    `synonyms` maps a variant to what it is read as ("kid" to "child", "side fx" to "side effects"); every inflection
    of the variant's words is meant as well. `fillers` are dropped ("please", "can you tell me").
    """

    synonyms: Mapping[str, str] = MappingProxyType({})
    fillers: tuple[str, ...] = ()

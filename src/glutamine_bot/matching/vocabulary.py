"""What the author of a knowledge base says about words: which mean the same, and which mean nothing."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """Synonyms and fillers; words or phrases, in any case.

    `synonyms` maps a variant to what it is read as ("kid" to "child", "side fx" to "side effects"); every inflection
    of the variant's words is meant as well. `fillers` are dropped ("please", "can you tell me").
    """

    synonyms: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    fillers: tuple[str, ...] = ()

"""Who claims a phrase first, so that nothing that people say has two owners."""

import re
from collections.abc import Iterable, Iterator

from glutamine_bot.domain.errors import Fault
from glutamine_bot.knowledge.nodes import Scalar


def contested(code: str, claims: Iterable[tuple[str, Scalar]]) -> Iterator[Fault]:
    """A fault for each phrase that somebody claims (owner and where it is written) when another has it already."""
    first: dict[str, tuple[str, Scalar]] = {}
    for owner, phrase in claims:
        holder, written = first.setdefault(normal_form(phrase.text), (owner, phrase))
        if holder != owner:
            message = (
                f"{phrase.text!r} of {owner} belongs to {holder} already, at {written.place.path}:{written.place.line}"
            )
            yield phrase.place.fault(code, message, "leave it to one of them")


def normal_form(phrase: str) -> str:
    """The phrase without case and punctuation, so far as anything is left without."""
    return " ".join(re.findall(r"\w+", phrase.casefold())) or phrase

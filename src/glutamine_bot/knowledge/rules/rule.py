"""What a rule of the checker is: its documentation, an example that passes, one that fails, and how it checks."""

from collections.abc import Callable, Iterable, Iterator
from typing import Any, Generic, TypeVar

from glutamine_bot.domain.errors import Fault
from glutamine_bot.domain.values import frozen

T = TypeVar("T")


@frozen
class Example:
    """A file of a knowledge base with all that stands in it; without it where `text` is None.

    What is no UTF-8 is a surrogate, as `surrogateescape` has it.
    """

    file: str
    text: str | None


@frozen
class Rule(Generic[T]):
    """Something that must hold of a knowledge base (of a `warning`: should hold), explained to its authors.

    `finds` says in a sentence what it reports, `matters` why. `check` finds it in what the rule looks at; it is None
    where the readers of files find it while they read.
    """

    code: str
    finds: str
    matters: str
    passes: Example
    fails: Example
    check: Callable[[T], Iterator[Fault]] | None = None
    warning: bool = False


def registered(*rules: Rule[Any]) -> tuple[Rule[Any], ...]:
    """The rules. Raises ValueError for one that is not documented, whose examples are alike, or whose code is taken."""
    codes: set[str] = set()
    for rule in rules:
        if rule.code in codes:
            raise ValueError(f"two rules are called {rule.code}")
        if not all((rule.finds.strip(), rule.matters.strip())) or rule.passes == rule.fails:
            raise ValueError(f"the rule {rule.code} needs to say what it finds and why, with two examples")
        codes.add(rule.code)
    return rules


def faults_of(rules: Iterable[Rule[T]], looked_at: T) -> Iterator[Fault]:
    """All that the rules find."""
    for rule in rules:
        if rule.check:
            yield from rule.check(looked_at)

"""Counting outcomes."""

from collections.abc import Callable, Iterable
from itertools import groupby

from glutamine_bot.domain.values import frozen
from glutamine_bot.trials.judging import Failing
from glutamine_bot.trials.running import Outcome


@frozen
class Rates:
    """How many lines there were, how many of them were handled rightly, wrongly answered, answerable and refused.

    `due` are the lines that must have a disclaimer, `undisclaimed` those of them that had none.
    """

    lines: int
    handled: int
    wrong_answers: int
    answerable: int
    false_refusals: int
    due: int
    undisclaimed: int

    @property
    def accuracy(self) -> float:
        """The share of lines that were handled rightly, 0 to 1."""
        return share(self.handled, self.lines)

    @property
    def wrong_answer_rate(self) -> float:
        """The share of lines that were answered though they should not have been, or with a wrong topic, 0 to 1."""
        return share(self.wrong_answers, self.lines)

    @property
    def false_refusal_rate(self) -> float:
        """The share of answerable lines that were refused as unknown or out of scope, 0 to 1."""
        return share(self.false_refusals, self.answerable)


def share(part: int, whole: int) -> float:
    """A part of a whole, 0 to 1; 0 of nothing."""
    return part / whole if whole else 0.0


def rates(outcomes: Iterable[Outcome]) -> Rates:
    """The counts of outcomes."""
    listed = tuple(outcomes)
    return Rates(
        lines=len(listed),
        handled=sum(outcome.handled for outcome in listed),
        wrong_answers=sum(outcome.wrong_answer for outcome in listed),
        answerable=sum(outcome.answerable for outcome in listed),
        false_refusals=sum(outcome.false_refusal for outcome in listed),
        due=sum(outcome.turn.expected.disclaimer for outcome in listed),
        undisclaimed=sum(_fails(outcome, Failing.DISCLAIMER) for outcome in listed),
    )


def by_expectation(outcomes: Iterable[Outcome]) -> dict[str, Rates]:
    """The counts for each kind of reply that was the fittest."""
    return _grouped(outcomes, lambda outcome: str(outcome.turn.expected.kinds[0]))


def by_kind(outcomes: Iterable[Outcome]) -> dict[str, Rates]:
    """The counts for each kind of conversation; questions by themselves have none and are left out."""
    return _grouped((outcome for outcome in outcomes if outcome.case.kind), lambda outcome: outcome.case.kind)


def by_failing(outcomes: Iterable[Outcome]) -> dict[str, int]:
    """How many lines fail in each way; a line that fails in two counts in both."""
    listed = tuple(outcomes)
    return {str(failing): sum(_fails(outcome, failing) for outcome in listed) for failing in Failing}


def whole_conversations(outcomes: Iterable[Outcome]) -> tuple[int, int]:
    """How many conversations of several turns were handled rightly from end to end, and how many there were."""
    runs = [tuple(run) for case, run in groupby(outcomes, lambda outcome: outcome.case) if len(case.turns) > 1]
    return sum(all(outcome.handled for outcome in run) for run in runs), len(runs)


def _fails(outcome: Outcome, failing: Failing) -> bool:
    return any(complaint.failing is failing for complaint in outcome.complaints)


def _grouped(outcomes: Iterable[Outcome], key: Callable[[Outcome], str]) -> dict[str, Rates]:
    listed = sorted(outcomes, key=key)
    return {name: rates(group) for name, group in groupby(listed, key)}

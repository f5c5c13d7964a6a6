"""What came of a file, as text for its author: each failure with its reason, then the rates."""

from collections.abc import Iterator, Sequence
from itertools import groupby

from glutamine_bot.domain.match import Match
from glutamine_bot.trials.judging import Failing
from glutamine_bot.trials.rates import Rates, by_expectation, by_failing, by_kind, rates, share, whole_conversations
from glutamine_bot.trials.running import Outcome


def failures(outcomes: Sequence[Outcome]) -> Iterator[str]:
    """The lines that tell of each failure, those alike together."""
    failed = sorted((outcome for outcome in outcomes if not outcome.handled), key=confusion)
    for title, group in groupby(failed, confusion):
        alike = tuple(group)
        yield f"{title} ({len(alike)})"
        for outcome in alike:
            yield from _failure(outcome)
        yield ""


def summary(path: str, outcomes: Sequence[Outcome]) -> Iterator[str]:
    """The lines that tell the rates of a file."""
    whole = rates(outcomes)
    yield f"{path}: {whole.lines} lines"
    yield f"  handled rightly     {_rate(whole.handled, whole.lines)}"
    yield f"  wrong answers       {_rate(whole.wrong_answers, whole.lines)}"
    yield f"  false refusals      {_rate(whole.false_refusals, whole.answerable)} that are to be answered"
    handled, conversations = whole_conversations(outcomes)
    if conversations:
        yield f"  whole conversations {_rate(handled, conversations)} of several turns"
    if whole.due:
        yield f"  disclaimers         {_rate(whole.due - whole.undisclaimed, whole.due)} that are due"
    failing = [f"{name} {count}" for name, count in by_failing(outcomes).items() if count]
    if failing:
        yield f"  failures by label   {', '.join(failing)}"
    yield from _table("by expectation", by_expectation(outcomes))
    yield from _table("by kind", by_kind(outcomes))


def confusion(outcome: Outcome) -> str:
    """What was expected and what came instead, as a title over all failures alike."""
    expected, got, failing = outcome.turn.expected.kinds[0], outcome.reply.kind, outcome.complaints[0].failing
    if failing is Failing.KIND:
        return f"{expected} -> {got}"
    return f"{expected} -> {got}, but fails in {failing}"


def _failure(outcome: Outcome) -> Iterator[str]:
    turn, draft = outcome.turn, outcome.reply.draft
    place = turn.place
    yield f"  {place.path}:{place.line}:{place.column}: {turn.said!r}"
    if outcome.case.name:
        yield f"      in {outcome.case.name!r}, turn {outcome.case.turns.index(turn) + 1}"
    for complaint in outcome.complaints:
        yield f"      {complaint.failing}: {complaint.detail}"
    if turn.expected.gap:
        yield f"      not in the documents: {turn.expected.gap}"
    heard = draft.heard
    said = {
        "topics": ", ".join(draft.topics),
        "not covered": ", ".join(heard.not_covered),
        "corrected": _pairs(tuple(heard.corrections.items())),
    }
    told = "".join(f"; {name} {value}" for name, value in said.items() if value)
    yield f"      said {draft.kind}, {draft.confidence:.2f}{told}"
    yield from _evidence(outcome)


def _evidence(outcome: Outcome) -> Iterator[str]:
    """The nearest label and, where that is none of the expected topics, the nearest of those."""
    if outcome.read and outcome.read != outcome.turn.said:
        yield f"      read as {outcome.read!r}"
    expected = outcome.turn.expected.topics
    named = next(((place, match) for place, match in enumerate(outcome.matches) if match.label in expected), None)
    if outcome.matches and (named is None or named[0]):
        yield f"      nearest {_match(outcome.matches[0])}"
    if named:
        yield f"      expected, {'nearest' if not named[0] else f'in place {named[0] + 1}'}: {_match(named[1])}"
    elif outcome.matches and expected:
        yield f"      no expected topic among the nearest {len(outcome.matches)}"


def _match(match: Match) -> str:
    evidence = match.evidence
    parts = {
        "corrected": _pairs(evidence.corrected),
        "kindred": _pairs(evidence.synonyms),
        "unexplained": ", ".join(evidence.unexplained),
    }
    why = "".join(f"; {name} {value}" for name, value in parts.items() if value)
    return f"{match.label} {match.confidence:.2f} by {evidence.phrasing!r} ({evidence.similarity:.2f} alike){why}"


def _pairs(pairs: Sequence[tuple[str, str]]) -> str:
    return ", ".join(f"{typed} -> {meant}" for typed, meant in pairs)


def _table(title: str, groups: dict[str, Rates]) -> Iterator[str]:
    if not groups:
        return
    width = max(map(len, (title, *groups)))
    yield f"  {title:{width}}   handled          wrong  refused"
    for name, counted in groups.items():
        handled = f"{counted.handled} of {counted.lines}"
        yield (
            f"    {name:{width}} {handled:>10} {counted.accuracy:6.1%} {counted.wrong_answers:6} "
            f"{counted.false_refusals:8}"
        )


def _rate(part: int, whole: int) -> str:
    return f"{share(part, whole):6.1%}  {part} of {whole}"

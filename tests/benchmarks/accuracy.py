"""How often the best label is right, and whether confidence means what it says."""

from __future__ import annotations

import time
from collections.abc import Iterator, Sequence
from random import Random

from glutamine_bot.domain.match import Answer, Clarify
from glutamine_bot.matching.matcher import IntentMatcher
from tests.benchmarks.peers import PEERS, Best
from tests.benchmarks.public import Labelled, PublicTask

SAMPLE = 1_000
"""Questions a peer is asked, of each kind; drawn with a fixed seed, the same for all."""


def accuracy(task: PublicTask) -> Iterator[str]:
    """Every peer on the same questions: right, right on mistyped ones, area under the curve, time against ours."""
    inside, mistyped = _sample(task.test), _sample(task.mistyped)
    outside = [question for question, _ in _sample([(question, "") for question in task.out_test])]
    yield f"{'':30}{'right':>8}{'typos':>8}{'AUROC':>8}{'ms':>9}{'x ours':>8}{'build s':>9}"
    reference = 0.0
    for name, build in PEERS.items():
        try:
            started = time.perf_counter()
            best = build(task.entries)
        except ImportError as missing:
            yield f"{name:30}left out: {missing.name} is not installed"
            continue
        built = time.perf_counter() - started
        found, milliseconds = _timed(best, [question for question, _ in inside])
        reference = reference or milliseconds
        curve = area([score for _, score in found], [best(question)[1] for question in outside])
        yield (
            f"{name:30}{_right(found, inside):8.1%}{_right([best(text) for text, _ in mistyped], mistyped):8.1%}"
            f"{curve:8.3f}{milliseconds:9.3f}{milliseconds / reference:8.1f}{built:9.2f}"
        )


def reliability(task: PublicTask) -> Iterator[str]:
    """Said against right, in steps of a tenth, on test questions in and out of scope; then what is decided on each."""
    matcher = IntentMatcher.build(task.entries)
    asked = [*task.test, *((question, "") for question in task.out_test)]
    found = [(matcher.rank(question, 1)[0], label) for question, label in asked]
    yield f"{'confidence':>12}{'questions':>11}{'said':>8}{'right':>8}"
    for tenth in range(10):
        step = [(match, label) for match, label in found if tenth == min(9, int(match.confidence * 10))]
        if step:
            said = sum(match.confidence for match, _ in step) / len(step)
            right = sum(match.label == label for match, label in step) / len(step)
            yield f"{tenth / 10:8.1f}-{(tenth + 1) / 10:.1f}{len(step):11}{said:8.2f}{right:8.2f}"
    yield "in scope:     " + _decided(matcher, task.test)
    yield "out of scope: " + _decided(matcher, [(question, "") for question in task.out_test])


def _decided(matcher: IntentMatcher, questions: Labelled) -> str:
    counts = {"answered rightly": 0, "answered wrongly": 0, "menu": 0, "unknown": 0}
    for question, label in questions:
        decision = matcher.decide(question)
        if isinstance(decision, Answer):
            counts["answered rightly" if decision.match.label == label else "answered wrongly"] += 1
        else:
            counts["menu" if isinstance(decision, Clarify) else "unknown"] += 1
    return ", ".join(f"{name} {count / len(questions):.1%}" for name, count in counts.items())


def area(inside: Sequence[float], outside: Sequence[float]) -> float:
    """The chance that a question in scope scores above one out of scope; equals count half."""
    won = 0.0
    for score in inside:
        won += sum((score > other) + (score == other) / 2 for other in outside)
    return won / (len(inside) * len(outside))


def _timed(best: Best, questions: Sequence[str]) -> tuple[list[tuple[str, float]], float]:
    """What is found for each question, and the median time in milliseconds."""
    for question in questions[:20]:
        best(question)
    found: list[tuple[str, float]] = []
    times: list[int] = []
    for question in questions:
        started = time.perf_counter_ns()
        found.append(best(question))
        times.append(time.perf_counter_ns() - started)
    return found, sorted(times)[len(times) // 2] / 1e6


def _right(found: Sequence[tuple[str, float]], asked: Labelled) -> float:
    return sum(label == wanted for (label, _), (_, wanted) in zip(found, asked, strict=True)) / len(asked)


def _sample(questions: Labelled) -> list[tuple[str, str]]:
    return Random(7).sample(list(questions), min(SAMPLE, len(questions)))  # noqa: S311

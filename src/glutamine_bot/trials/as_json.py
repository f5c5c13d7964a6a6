"""What came of a file, as lines of JSON for other programs: one for each line that was said, then one for the whole."""

from collections.abc import Iterable, Sequence
from json import dumps

from glutamine_bot.domain.match import Match
from glutamine_bot.domain.values import contents, names_of
from glutamine_bot.reply.as_json import Json, as_mapping, cleaned
from glutamine_bot.trials.rates import Rates, by_expectation, by_failing, by_kind, rates, whole_conversations
from glutamine_bot.trials.running import Outcome


def outcome_line(outcome: Outcome) -> str:
    """One turn with its reply; `nearest` is empty where nothing is wrong, or nothing was compared."""
    turn = outcome.turn
    return _line(
        {
            "type": "line",
            "path": turn.place.path,
            "line": turn.place.line,
            "column": turn.place.column,
            "conversation": outcome.case.name,
            "kind": outcome.case.kind,
            "said": turn.said,
            "expect": _texts(turn.expected.kinds),
            "expected_topics": _texts(turn.expected.topics),
            "handled": outcome.handled,
            "wrong_answer": outcome.wrong_answer,
            "false_refusal": outcome.false_refusal,
            "failures": [{"in": str(c.failing), "detail": c.detail} for c in outcome.complaints],
            "read": outcome.read,
            "nearest": [_match(match) for match in outcome.matches],
            "reply": as_mapping(outcome.reply),
        }
    )


def summary_line(path: str, outcomes: Sequence[Outcome]) -> str:
    """The counts and rates of a file."""
    handled, conversations = whole_conversations(outcomes)
    return _line(
        {
            "type": "summary",
            "path": path,
            **_rates(rates(outcomes)),
            "conversations": conversations,
            "conversations_handled": handled,
            "failures": dict(by_failing(outcomes)),
            "by_expectation": {name: _rates(group) for name, group in by_expectation(outcomes).items()},
            "by_kind": {name: _rates(group) for name, group in by_kind(outcomes).items()},
        }
    )


def _rates(counted: Rates) -> dict[str, Json]:
    return {
        **dict(zip(names_of(counted), contents(counted), strict=True)),
        "accuracy": round(counted.accuracy, 4),
        "wrong_answer_rate": round(counted.wrong_answer_rate, 4),
        "false_refusal_rate": round(counted.false_refusal_rate, 4),
    }


def _match(match: Match) -> Json:
    evidence = match.evidence
    return {
        "label": match.label,
        "confidence": round(match.confidence, 4),
        "phrasing": evidence.phrasing,
        "similarity": round(evidence.similarity, 4),
        "corrections": dict(evidence.corrected),
        "kindred": dict(evidence.synonyms),
        "unexplained": _texts(evidence.unexplained),
    }


def _texts(values: Iterable[str]) -> list[Json]:
    return [str(value) for value in values]


def _line(value: Json) -> str:
    return dumps(cleaned(value))

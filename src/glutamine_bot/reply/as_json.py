"""A reply as one line of JSON, for other programs: every key always present, nothing that a terminal would obey."""

from collections.abc import Mapping
from json import dumps
from typing import TypeAlias

from glutamine_bot.domain.reply import Heard, Option, Reply
from glutamine_bot.reply.cleaning import clean

Json: TypeAlias = str | float | list["Json"] | dict[str, "Json"] | None


def as_json(reply: Reply, *, ascii_only: bool = False) -> str:
    """The reply on one line, without a line feed at its end; `ascii_only` escapes what is not ASCII."""
    return dumps(cleaned(as_mapping(reply)), ensure_ascii=ascii_only)


def as_mapping(reply: Reply) -> dict[str, Json]:
    """The reply as plain values, in the contract's order. Confidence is rounded to hundredths."""
    draft = reply.draft
    return {
        "kind": str(draft.kind),
        "text": draft.text,
        "disclaimers": list(reply.disclaimers),
        "topics": list(draft.topics),
        "sources": [{"id": cited.id, "title": cited.title, "section": cited.section} for cited in draft.sources],
        "related": [option.question for option in draft.related],
        "options": [_option(option) for option in draft.options],
        "confidence": round(draft.confidence, 2),
        "band": str(draft.band),
        "heard": _heard(draft.heard),
    }


def cleaned(value: Json) -> Json:
    """The value with every text in it, keys too, free of control characters."""
    if isinstance(value, str):
        return clean(value)
    if isinstance(value, list):
        return [cleaned(item) for item in value]
    if isinstance(value, Mapping):
        return {clean(key): cleaned(item) for key, item in value.items()}
    return value


def _option(option: Option) -> dict[str, Json]:
    return {"topic": option.topic, "question": option.question}


def _heard(heard: Heard) -> dict[str, Json]:
    return {
        "corrections": dict(heard.corrections),
        "not_covered": list(heard.not_covered),
        "about": list(heard.about),
        "quantities": list(heard.quantities),
    }

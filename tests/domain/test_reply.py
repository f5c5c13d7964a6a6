"""Drafts and replies as values."""

import pytest

from glutamine_bot.domain.match import Band
from glutamine_bot.domain.reply import Draft, Heard, Reply, ReplyKind
from tests.support.guards import guard

GUARD = guard("Ask a doctor.")


def test_the_kinds_are_those_of_the_contract() -> None:
    assert set(ReplyKind) == {"answer", "clarify", "unknown", "out_of_scope", "emergency", "smalltalk"}
    assert set(Band) == {"high", "medium", "low"}


def test_a_reply_shows_what_its_draft_says() -> None:
    reply = Reply(Draft(ReplyKind.UNKNOWN, "Nothing.", ()), GUARD)
    assert (reply.kind, reply.text, reply.disclaimers) == (ReplyKind.UNKNOWN, "Nothing.", ())


def test_equal_drafts_make_equal_replies() -> None:
    first, second = (Reply(Draft(ReplyKind.ANSWER, "5 g", ("how much",)), GUARD) for _ in range(2))
    assert first == second
    assert first != Reply(Draft(ReplyKind.ANSWER, "6 g", ("how much",)), GUARD)


def test_a_draft_has_heard_nothing_unless_told() -> None:
    draft = Draft(ReplyKind.ANSWER, "", ())
    assert draft.heard == Heard()
    assert (dict(draft.heard.corrections), draft.heard.quantities) == ({}, ())
    with pytest.raises(TypeError):
        draft.heard.corrections["teh"] = "the"  # type: ignore[index]

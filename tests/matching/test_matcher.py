import pytest

from glutamine_bot.domain.match import Answer, Band, Unknown
from glutamine_bot.matching.matcher import IntentMatcher
from glutamine_bot.matching.vocabulary import Vocabulary


@pytest.mark.parametrize(
    ("question", "label"),
    [
        ("when do you open", "opening"),
        ("Opening times?", "opening"),
        ("how many bokos may I borrow", "borrowing"),
        ("can i photocopy a page here", "printing"),
        ("late fees", "fines"),
        ("how can i become a member of the library", "card"),
        ("penalty for an overdue novel", "fines"),
    ],
)
def test_the_label_that_was_asked_for_comes_first(matcher: IntentMatcher, question: str, label: str) -> None:
    assert matcher.rank(question)[0].label == label


def test_each_phrasing_finds_its_own_label(matcher: IntentMatcher) -> None:
    assert isinstance(matcher.decide("when do you open"), Answer)


def test_evidence_tells_how_each_word_was_understood(matcher: IntentMatcher) -> None:
    evidence = matcher.rank("please where is the pritner for a photocopy of my zebra")[0].evidence
    assert evidence.phrasing == "where is the printer"
    assert ("pritner", "printer") in evidence.corrected
    assert ("photocopy", "copy") in evidence.synonyms
    assert "where" in evidence.exact
    assert evidence.unexplained == ("zebra",)


def test_a_question_about_something_else_is_unknown(matcher: IntentMatcher) -> None:
    decision = matcher.decide("what is the capital of france")
    assert isinstance(decision, Unknown)
    assert decision.band is Band.LOW


def test_words_that_nothing_explains_lower_confidence(matcher: IntentMatcher) -> None:
    plain = matcher.rank("overdue fine")[0]
    qualified = matcher.rank("overdue fine for a submarine in antarctica")[0]
    assert qualified.confidence < plain.confidence
    assert qualified.evidence.unexplained == ("submarine", "antarctica")


def test_nothing_asked_matches_nothing(matcher: IntentMatcher) -> None:
    assert matcher.rank("?!") == ()
    assert matcher.decide("") == Unknown(())


def test_k_bounds_how_many_are_returned(matcher: IntentMatcher) -> None:
    assert len(matcher.rank("book", k=2)) == 2
    assert len(matcher.rank("book", k=100)) == 5


def test_a_filler_alone_is_still_read() -> None:
    matcher = IntentMatcher.build({"manners": ["please"], "hours": ["opening hours"]}, Vocabulary(fillers=("please",)))
    assert matcher.rank("please")[0].label == "manners"


def test_without_phrasings_there_is_nothing_to_build() -> None:
    with pytest.raises(ValueError, match="no label has a phrasing"):
        IntentMatcher.build({"empty": []})


def test_an_index_of_another_format_is_refused(matcher: IntentMatcher) -> None:
    data = matcher.to_data()
    data["index"] = {**data["index"], "format": -1}
    with pytest.raises(ValueError, match="format"):
        IntentMatcher.from_data(data)


def test_very_many_labels_are_told_apart() -> None:
    numbers = {f"n{number}": [f"what is item {number}", f"tell me of item {number}"] for number in range(1_200)}
    matcher = IntentMatcher.build(numbers)
    assert [matcher.rank(f"what is item {number}")[0].label for number in (0, 77, 1199)] == ["n0", "n77", "n1199"]

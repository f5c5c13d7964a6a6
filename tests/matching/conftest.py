import pytest

from glutamine_bot.matching.matcher import IntentMatcher
from glutamine_bot.matching.vocabulary import Vocabulary

PHRASINGS = {
    "opening": ["when do you open", "opening hours", "are you open on sunday", "what time does the library close"],
    "borrowing": ["how many books can i borrow", "borrowing limit", "how long may i keep a book", "borrow a book"],
    "fines": ["what is the fine for a late book", "do i pay for returning late", "late fees", "overdue fine"],
    "card": ["how do i get a library card", "join the library", "i lost my card", "membership"],
    "printing": ["can i print here", "how much is a copy", "where is the printer", "print a page"],
}
VOCABULARY = Vocabulary(
    {"photocopy": "copy", "opening times": "opening hours", "dvd": "book"}, fillers=("please", "could you")
)


@pytest.fixture(scope="session")
def matcher() -> IntentMatcher:
    """A matcher over a tiny library's questions."""
    return IntentMatcher.build(PHRASINGS, VOCABULARY)

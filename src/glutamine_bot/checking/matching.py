"""How the bot would read and match a text, for rules that ask."""

from glutamine_bot.domain.match import Match
from glutamine_bot.domain.values import frozen
from glutamine_bot.language.understanding import Reader
from glutamine_bot.matching.matcher import IntentMatcher


@frozen
class Matching:
    """The reader of lines and the matcher of one knowledge base."""

    reader: Reader
    matcher: IntentMatcher

    def best(self, question: str) -> Match | None:
        """The label that a question is matched with, None for one without a word."""
        return next(iter(self.matcher.rank(self.reader.read(question), 1)), None)

    def before_synonyms(self, text: str) -> str:
        """The words of a text when synonyms are looked for: text-speak, names and amounts are replaced by then."""
        return self.reader.read(text)

    def stems(self, text: str) -> list[str]:
        """The stems that a text is compared by."""
        return [term.stem for term in self.matcher.terms(self.reader.read(text))]

    def meant(self, text: str) -> str:
        """The words that a text is taken for."""
        return " ".join(term.meant for term in self.matcher.terms(self.reader.read(text)))

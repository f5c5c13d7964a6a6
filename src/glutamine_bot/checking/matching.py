"""How the bot would read and match a text, for rules that ask."""

from glutamine_bot.domain.match import Match
from glutamine_bot.domain.values import frozen
from glutamine_bot.language.understanding import Reader
from glutamine_bot.matching.matcher import IntentMatcher

LOOKED_AT = 4
"""Labels among which a rival is sought."""

TWIN = 0.9
"""Similarity from which a phrasing says the same as a question."""


@frozen
class Matching:
    """The reader of lines and the matcher of one knowledge base."""

    reader: Reader
    matcher: IntentMatcher

    def rival(self, question: str, label: str) -> Match | None:
        """Another label that wins the question of a label, or has a phrasing that says the same; None if none does.

        A label has learned its own question, so that it wins it even where another asks for the same.
        """
        for place, match in enumerate(self.matcher.rank(self.reader.read(question), LOOKED_AT)):
            if match.label != label and (place == 0 or match.evidence.similarity >= TWIN):
                return match
        return None

    def before_synonyms(self, text: str) -> str:
        """The words of a text when synonyms are looked for: text-speak, names and amounts are replaced by then."""
        return self.reader.read(text)

    def stems(self, text: str) -> list[str]:
        """The stems that a text is compared by."""
        return [term.stem for term in self.matcher.terms(self.reader.read(text))]

    def meant(self, text: str) -> str:
        """The words that a text is taken for."""
        return " ".join(term.meant for term in self.matcher.terms(self.reader.read(text)))

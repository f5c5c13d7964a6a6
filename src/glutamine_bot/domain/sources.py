"""What the bot knows and where it stands in the documents."""

from glutamine_bot.domain.values import frozen


@frozen
class Source:
    """A document that answers come from, with its sections in the document's own order.

    `short` is what a reference calls it where room is scarce; empty where the title is short enough.
    """

    id: str
    title: str
    sections: tuple[str, ...]
    short: str = ""

    @property
    def full_title(self) -> str:
        """The title, with the short name by which references call it."""
        return f"{self.title} ({self.short})" if self.short else self.title


@frozen
class Fact:
    """One statement of a document, in our own words; `source` and `section` say where it stands."""

    id: str
    source: str
    section: str
    says: str


@frozen
class Citation:
    """A section of a document as a reply cites it, with the document's place among all of them, from 1."""

    number: int
    id: str
    title: str
    section: str
    short: str = ""

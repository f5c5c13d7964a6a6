"""The documents' dose figures as data, and amounts as exact numbers."""

from fractions import Fraction

from glutamine_bot.domain.values import frozen


@frozen
class Limit:
    """A dose figure of a document, in grams a day, or in grams per kilogram of body weight a day where `per_kg`.

    `low` is None for a ceiling. `ceiling` marks a figure that one should stay below; `who` and `purpose` are concept
    or topic words that it is for; `label` says it in a few words, `figure` as a name that follows on "within" or
    "above", `says` in one sentence.
    `fact` is its source, `topic` answers a question about such an amount. Only figures `for_adults` are compared with
    what an adult names.
    """

    id: str
    who: str
    purpose: str
    low: Fraction | None
    high: Fraction
    per_kg: bool
    ceiling: bool
    label: str
    says: str
    fact: str
    topic: str
    figure: str
    for_adults: bool = True

"""The documents' figures for doses: which topic tells which, and whom none is told."""

from collections.abc import Callable, Iterable

from glutamine_bot.dialogue.state import State
from glutamine_bot.domain.concepts import Concept, ConceptKind
from glutamine_bot.domain.knowledge_base import KnowledgeBase
from glutamine_bot.domain.limits import Limit
from glutamine_bot.domain.topics import Topic
from glutamine_bot.domain.utterance import Stance, Utterance
from glutamine_bot.domain.values import frozen


@frozen
class Figures:
    """The topics that tell a knowledge base's figures for adults."""

    knowledge: KnowledgeBase

    @property
    def general(self) -> Topic:
        """The topic that answers "how much?"."""
        return self.topic(lambda limit: not limit.ceiling and not limit.per_kg)

    @property
    def ceiling(self) -> Topic:
        """The topic that answers "how much is too much?"."""
        return self.topic(lambda limit: limit.ceiling)

    @property
    def by_weight(self) -> Topic:
        """The topic that tells the figures for each kilogram of body weight."""
        return self.topic(lambda limit: limit.per_kg)

    @property
    def limits(self) -> list[Limit]:
        """The figures for adults."""
        return [limit for limit in self.knowledge.limits.values() if limit.for_adults]

    def topic(self, wanted: Callable[[Limit], bool]) -> Topic:
        """The topic of the first figure for adults that is wanted, or of the first at all."""
        chosen = next((limit for limit in self.limits if wanted(limit)), self.limits[0])
        return self.knowledge.topics[chosen.topic]

    def are_in(self, topic: Topic) -> bool:
        """Whether a topic tells a figure, for adults or for children."""
        return any(limit.topic == topic.id for limit in self.knowledge.limits.values())


def named_in(utterance: Utterance) -> Iterable[Concept]:
    """The concepts that an utterance names and neither denies nor tells as past."""
    stances = (Stance.DENIED, Stance.PAST)
    return [mention.concept for mention in utterance.mentions if mention.stance not in stances]


def conditions_of(state: State, utterance: Utterance) -> list[Concept]:
    """The conditions that the documents warn of, of the person that it is about or named in the line."""
    told = (*state.person(state.about).facts, *named_in(utterance))
    return [c for c in told if c.kind is ConceptKind.CONDITION and c.lead]

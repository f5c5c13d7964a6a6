"""The English words that tell how a question is meant, as sets to look words up in."""

from collections.abc import Container

from glutamine_bot.domain.knowledge_base import KnowledgeBase
from glutamine_bot.domain.values import frozen
from glutamine_bot.language.understanding import MEASURES
from glutamine_bot.matching.vectors import WordVectors


@frozen
class SignalWords:
    """Words by what they tell.

    `nothing_new` carry no subject: fillers, words for people, what stands for weights and ages. `subject` name the
    subject of the knowledge base, `vocabulary` holds every word that occurs in it, `english` the
    common words of the language. `combining` and, more surely,
    `interacting` speak of taking two things together; `permission` asks whether one may, `asking` when or how long.
    """

    nothing_new: frozenset[str]
    subject: frozenset[str]
    vocabulary: Container[str]
    english: Container[str]
    combining: frozenset[str]
    interacting: frozenset[str]
    permission: frozenset[str]
    asking: frozenset[str]

    @classmethod
    def of(cls, knowledge: KnowledgeBase, subject: frozenset[str], vocabulary: Container[str]) -> "SignalWords":
        """The words of the English cue lists and of a knowledge base."""
        cues = knowledge.cues
        people = (word for said in knowledge.words["relations"].values() for word in said)
        return cls(
            nothing_new=frozenset(
                (*cues["filler"], *cues["pronouns_he_she"], *cues["pronouns_they"], *people, *MEASURES)
            ),
            subject=subject,
            vocabulary=vocabulary,
            english=WordVectors(),
            combining=frozenset(cues["combining"]),
            interacting=frozenset(cues["interacting"]),
            permission=frozenset(cues["permission"]),
            asking=frozenset((*cues["asking"], *cues["question_openers"])),
        )

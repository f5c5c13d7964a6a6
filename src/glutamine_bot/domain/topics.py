"""What a question can be about: topics that the documents answer, gaps that they do not, and small talk."""

from glutamine_bot.domain.values import frozen


@frozen
class Topic:
    """Something that the documents answer.

    `facts` are ids of the facts that the answer rests on. `dosing` marks an answer that concerns amounts;
    `personal` one that matters to somebody who takes the substance, so that what they said of themselves leads it.
    `about` are ids of concepts that it speaks of; `reason` is the topic that answers "why?" after it. `yields` marks a
    general answer that gives way to the topic of a condition that somebody named.
    """

    id: str
    question: str
    phrasings: tuple[str, ...]
    answer: str
    facts: tuple[str, ...]
    dosing: bool = False
    personal: bool = False
    about: tuple[str, ...] = ()
    related: tuple[str, ...] = ()
    reason: str | None = None
    yields: bool = False


@frozen
class Gap:
    """Something that people ask and the documents do not cover, recognised so that it can be said plainly.

    `names` are the phrases that name it in any question; `phrasings` whole questions that ask for it;
    `nearest` the topics to offer instead; `note` a sourced sentence that the reply adds, resting on `facts`.
    """

    id: str
    name: str
    names: tuple[str, ...]
    phrasings: tuple[str, ...]
    nearest: tuple[str, ...]
    note: str = ""
    facts: tuple[str, ...] = ()
    dosing: bool = False
    condition: bool = False


@frozen
class SmallTalk:
    """A greeting, thanks, or a question about the bot itself, with the reply to give."""

    id: str
    phrasings: tuple[str, ...]
    reply: str

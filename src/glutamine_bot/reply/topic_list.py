"""The questions that can be answered, as a list for people."""

from collections.abc import Iterable, Iterator
from itertools import groupby

from glutamine_bot.domain.topics import Topic


def topic_list(topics: Iterable[Topic]) -> str:
    """The questions of the topics as bullets, in groups under the first words of their ids; empty for none."""
    return "\n\n".join("\n".join(_group(name, members)) for name, members in groupby(topics, _group_name))


def bullets(topics: Iterable[Topic]) -> str:
    """The questions of the topics as bullets."""
    return "\n".join(f"- {topic.question}" for topic in topics)


def _group(name: str, members: Iterable[Topic]) -> Iterator[str]:
    yield name.replace("_", " ").replace("-", " ").capitalize()
    yield bullets(members)


def _group_name(topic: Topic) -> str:
    return topic.id.partition(".")[0]

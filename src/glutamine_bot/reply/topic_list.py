"""The questions that can be answered, as a list for people."""

from collections.abc import Iterable, Iterator

from glutamine_bot.domain.topics import Topic


def topic_list(topics: Iterable[Topic]) -> str:
    """The questions of the topics as bullets, in groups under the first words of their ids; empty for none."""
    groups: dict[str, list[Topic]] = {}
    for topic in topics:
        groups.setdefault(_group_name(topic), []).append(topic)
    return "\n\n".join("\n".join(_group(name, members)) for name, members in groups.items())


def bullets(topics: Iterable[Topic]) -> str:
    """The questions of the topics as bullets."""
    return "\n".join(f"- {topic.question}" for topic in topics)


def _group(name: str, members: Iterable[Topic]) -> Iterator[str]:
    yield name.replace("_", " ").replace("-", " ").capitalize()
    yield bullets(members)


def _group_name(topic: Topic) -> str:
    return topic.id.partition(".")[0]

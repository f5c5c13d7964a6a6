"""What the matcher tells apart beside topics, gaps and small talk; no id has a colon in it."""

_OTHER_SUBJECT = "other:"
_ACT = "act:"


def other_subject(theme: str) -> str:
    """The label of questions of a theme of other subjects."""
    return _OTHER_SUBJECT + theme


def is_other_subject(label: str) -> bool:
    """Whether a label stands for another subject."""
    return label.startswith(_OTHER_SUBJECT)


def act_label(act: str) -> str:
    """The label of lines that steer the conversation in a way."""
    return _ACT + act


def act_of(label: str) -> str | None:
    """The way in which lines of a label steer the conversation; None where they do not."""
    return label.removeprefix(_ACT) if label.startswith(_ACT) else None

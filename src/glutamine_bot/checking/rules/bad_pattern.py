"""The patterns of safety.yaml can be used."""

import re
from collections.abc import Iterator

from glutamine_bot.checking.base import Base
from glutamine_bot.domain.errors import Fault
from glutamine_bot.domain.values import frozen
from glutamine_bot.knowledge.decoding import plain
from glutamine_bot.knowledge.hints import did_you_mean
from glutamine_bot.knowledge.nodes import Node, Place, Scalar, Table
from glutamine_bot.knowledge.pinpointing import pinpoint
from glutamine_bot.knowledge.rules.rule import Example, Rule
from glutamine_bot.safety.compiling import compile_rules
from glutamine_bot.safety.patterns import PatternError, is_group, parse

CODE = "bad-pattern"
_HINT = "the first lines of the shipped safety.yaml explain how patterns are written"
_SEPARATOR = re.compile(r"[,\n]")


@frozen
class _Group:
    """A named group of patterns, or of names of groups, with the text that it is written in."""

    name: str
    written: Scalar

    def parts(self) -> Iterator[str]:
        """What stands between commas and ends of lines."""
        return (part for part in map(str.strip, _SEPARATOR.split(self.written.text)) if part)


def _check(base: Base) -> Iterator[Fault]:
    for node in base.parsed.safety_file.nodes:
        if not isinstance(_get(node, "kinds"), Table):
            continue  # which is told already, and kinds are groups of patterns too
        found = False
        for fault in _in(node, base):
            found = True
            yield fault
        if not found and base.sound:
            yield from _together(node)


def _in(node: Node, base: Base) -> Iterator[Fault]:
    """What is wrong with single patterns and with the groups that they name."""
    patterns = tuple(_patterns(node))
    sizes = {size.text for _, unit in _entries(_get(node, "amounts")) for size, _ in _entries(_get(unit, "sizes"))}
    known = {group.name for group in patterns} | sizes
    lost = base.parsed.safety_file.lost
    for group in patterns:
        for pattern in group.parts():
            try:
                symbols = {symbol for element in parse(pattern) for symbol in element.symbols}
            except PatternError as error:
                yield pinpoint(base.parsed.texts, group.written, pattern).fault(CODE, str(error), _HINT)
                continue
            names = {symbol.strip("<>") for symbol in symbols if is_group(symbol) and not symbol.startswith("<~")}
            for name in sorted(names - known - lost):
                yield _unknown(pinpoint(base.parsed.texts, group.written, f"<{name}>"), name, known)
    for group in _combinations(node):
        for part in group.parts():
            for name in map(str.strip, part.split("+")):
                if name not in known | lost:
                    yield _unknown(pinpoint(base.parsed.texts, group.written, part), name, known)
    kinds = {kind.text for kind, _ in _entries(_get(node, "kinds"))}
    for _, language in _entries(_get(node, "languages")):
        for kind, _ in _entries(_get(language, "signs")):
            if kind.text not in kinds | lost:
                hint = did_you_mean(kind.text, kinds) or f"known here: {', '.join(sorted(kinds))}"
                yield kind.place.fault(CODE, f"there is no kind of emergency {kind.text!r}", hint)


def _together(node: Node) -> Iterator[Fault]:
    """What is wrong with the patterns as a whole, such as a group that holds itself."""
    try:
        rules = plain(node)
        if isinstance(rules, dict) and rules:
            compile_rules(rules, {})
    except ValueError as error:
        name = re.search(r"<([^<>]+)>", str(error))
        place = next((group.written.place for group in _patterns(node) if name and group.name == name[1]), node.place)
        yield place.fault(CODE, str(error), _HINT)


def _unknown(place: Place, name: str, known: set[str]) -> Fault:
    hint = did_you_mean(name, known) or "name one that stands under 'words', 'contexts' or 'kinds'"
    return place.fault(CODE, f"there is no group of patterns {name!r}", hint)


def _patterns(node: Node) -> Iterator[_Group]:
    """All groups of patterns."""
    yield from _texts(_get(node, "words"))
    yield from _texts(_get(node, "excuses"))
    for section in ("contexts", "kinds"):
        for name, entry in _entries(_get(node, section)):
            yield from _named(name.text, _get(entry, "signs") or Scalar(name.place, "", plain=True))
    for language, entry in _entries(_get(node, "languages")):
        for group in _texts(_get(entry, "signs")):
            yield _Group(f"{language.text}_{group.name}", group.written)
    for unit, entry in _entries(_get(node, "amounts")):
        yield from _named(f"{unit.text} (amounts)", _get(entry, "words"))
    for key in ("breaks", "subjects"):
        yield from _named(key, _get(node, key))
    for key in ("elsewhere", "stays"):
        yield from _named(f"crisis_{key}", _get(_get(node, "crisis"), key))


def _combinations(node: Node) -> Iterator[_Group]:
    """What names groups that tell of an emergency in company."""
    for name, kind in _entries(_get(node, "kinds")):
        for key in ("together", "several"):
            yield from _named(name.text, _get(kind, key))


def _texts(node: Node | None) -> Iterator[_Group]:
    for name, written in _entries(node):
        yield from _named(name.text, written)


def _named(name: str, written: Node | None) -> Iterator[_Group]:
    if isinstance(written, Scalar):
        yield _Group(name, written)


def _get(node: Node | None, key: str) -> Node | None:
    return node.get(key) if isinstance(node, Table) else None


def _entries(node: Node | None) -> tuple[tuple[Scalar, Node], ...]:
    return node.entries if isinstance(node, Table) else ()


_SAFETY = """\
words:
  cloth: curtain, table cloth
kinds:
  fire: {{signs: <{group}> .. flames, reply: Leave the house and call for help.}}
"""

RULE = Rule(
    code=CODE,
    finds="A pattern of safety.yaml that cannot be read, or that names a group of patterns which is not there.",
    matters="Whoever is in need in these words would not be understood; so the bot does not start at all.",
    passes=Example("safety.yaml", _SAFETY.format(group="cloth")),
    fails=Example("safety.yaml", _SAFETY.format(group="clohte")),
    check=_check,
)

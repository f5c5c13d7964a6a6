"""Red flags: what an emergency sounds like, and the reply to it, as frozen values read from plain data."""

import re
from collections.abc import Mapping
from types import MappingProxyType
from typing import Any

from glutamine_bot.domain.values import frozen, names_of


@frozen
class RedFlag:
    """An emergency that was recognised: its kind, the whole reply text, and whether somebody may harm themselves.

    `sign` is the group of patterns that met it, for tests and reports; `language` is set where it was said in another
    language than the replies are written in.
    """

    kind: str
    text: str
    self_harm: bool = False
    sign: str = ""
    language: str = ""


class RuleError(ValueError):
    """A fault in the red-flag data: `where` is the path of keys that leads to it."""

    def __init__(self, where: tuple[str, ...], message: str) -> None:
        self.where = where
        super().__init__(f"{' > '.join(where)}: {message}")


@frozen
class Kind:
    """A sort of emergency and the reply to it.

    `signs` are patterns that tell of it, `together` sets of groups that do so in company, `several` groups of which
    any two do.
    """

    id: str
    signs: tuple[str, ...]
    together: tuple[tuple[str, ...], ...]
    several: tuple[str, ...]
    reply: str
    self_harm: bool


@frozen
class Unit:
    """A unit of amounts: the words for it, and from how many of it an amount counts as each named size."""

    words: tuple[str, ...]
    sizes: Mapping[str, float]


@frozen
class Language:
    """Signs by kind in another language, and the line in it that the reply ends with."""

    id: str
    line: str
    signs: Mapping[str, tuple[str, ...]]


@frozen
class Excuses:
    """What makes a sign harmless, as patterns; `acute` and `revivals` are what takes an excuse away again."""

    idioms: tuple[str, ...] = ()
    negations: tuple[str, ...] = ()
    barriers: tuple[str, ...] = ()
    carriers: tuple[str, ...] = ()
    joiners: tuple[str, ...] = ()
    unnegated: tuple[str, ...] = ()
    about: tuple[str, ...] = ()
    remarks: tuple[str, ...] = ()
    past: tuple[str, ...] = ()
    past_tense: tuple[str, ...] = ()
    present_tense: tuple[str, ...] = ()
    fiction: tuple[str, ...] = ()
    acute: tuple[str, ...] = ()
    revivals: tuple[str, ...] = ()


@frozen
class Crisis:
    """The turns after an emergency.

    `reply` is said after self-harm, until something shows that the person is `elsewhere`; what `stays` shows that they
    are not. `reminder` opens what is answered soon after any other emergency; `over` is said to somebody who tells that
    there is none any more.
    """

    reply: str
    elsewhere: tuple[str, ...]
    stays: tuple[str, ...]
    reminder: str = ""
    over: str = ""


@frozen
class RedFlagRules:
    """All red-flag rules of a knowledge base.

    `groups` are named groups of patterns, `contexts` the names of those that describe who it is about and cannot be
    excused, `concepts` maps the concept ids that a conversation may know to the context that each stands for.
    `kinds` are in order of precedence.
    """

    kinds: tuple[Kind, ...] = ()
    groups: Mapping[str, tuple[str, ...]] = MappingProxyType({})
    contexts: frozenset[str] = frozenset()
    concepts: Mapping[str, str] = MappingProxyType({})
    units: tuple[Unit, ...] = ()
    numbers: Mapping[str, float] = MappingProxyType({})
    languages: tuple[Language, ...] = ()
    excuses: Excuses = Excuses()
    crisis: Crisis = Crisis("", (), ())
    fillers: tuple[str, ...] = ()
    breaks: tuple[str, ...] = ()
    subjects: tuple[str, ...] = ()
    aliases: Mapping[str, str] = MappingProxyType({})
    right_words: frozenset[str] = frozenset()

    @classmethod
    def from_data(cls, data: Mapping[str, Any]) -> "RedFlagRules":
        """The rules of plain data, as YAML or JSON gives it (see `safety.yaml` for the keys).

        Raises RuleError for a missing or unknown key or a value of the wrong type.
        """
        return _Reader(data).rules()


_SEPARATOR = re.compile(r"[,\n]")
_OPTIONAL = frozenset(
    {
        "words",
        "contexts",
        "amounts",
        "numbers",
        "languages",
        "excuses",
        "crisis",
        "fillers",
        "breaks",
        "subjects",
        "aliases",
        "right_words",
    }
)


class _Reader:
    """Reads the rules from plain data, naming the path of any fault."""

    def __init__(self, data: Mapping[str, Any]) -> None:
        self._data = _mapping(data, ())
        _check_keys(self._data, frozenset({"kinds"}), _OPTIONAL, ())

    def rules(self) -> RedFlagRules:
        data = self._data
        contexts = {name: _mapping(entry, ("contexts", name)) for name, entry in self._section("contexts").items()}
        return RedFlagRules(
            kinds=tuple(self._kind(name, entry) for name, entry in self._section("kinds").items()),
            groups=self._groups(contexts),
            contexts=frozenset(contexts),
            concepts={
                concept: name
                for name, entry in contexts.items()
                for concept in _patterns(entry.get("concepts", ""), ("contexts", name, "concepts"))
            },
            units=tuple(self._unit(name, entry) for name, entry in self._section("amounts").items()),
            numbers={word: _number(value, ("numbers", word)) for word, value in self._section("numbers").items()},
            languages=tuple(self._language(name, entry) for name, entry in self._section("languages").items()),
            excuses=self._excuses(),
            crisis=self._crisis(),
            fillers=_patterns(data.get("fillers", ""), ("fillers",)),
            breaks=_patterns(data.get("breaks", ""), ("breaks",)),
            subjects=_patterns(data.get("subjects", ""), ("subjects",)),
            aliases={short: _text(long, ("aliases", short)) for short, long in self._section("aliases").items()},
            right_words=frozenset(_text(data.get("right_words", ""), ("right_words",)).split()),
        )

    def _section(self, name: str) -> Mapping[str, Any]:
        return _mapping(self._data.get(name, {}), (name,))

    def _groups(self, contexts: Mapping[str, Mapping[str, Any]]) -> Mapping[str, tuple[str, ...]]:
        groups = {name: _patterns(value, ("words", name)) for name, value in self._section("words").items()}
        for name, entry in contexts.items():
            where = ("contexts", name)
            _check_keys(entry, frozenset({"signs"}), frozenset({"concepts"}), where)
            if name in groups:
                raise RuleError(where, "there is a group of words of that name already")
            groups[name] = _patterns(entry["signs"], (*where, "signs"))
        return groups

    def _kind(self, name: str, value: Any) -> Kind:
        where = ("kinds", name)
        entry = _mapping(value, where)
        _check_keys(entry, frozenset({"reply"}), frozenset({"signs", "together", "several", "self_harm"}), where)
        return Kind(
            id=name,
            signs=_patterns(entry.get("signs", ""), (*where, "signs")),
            together=tuple(
                tuple(part.strip() for part in combination.split("+"))
                for combination in _patterns(entry.get("together", ""), (*where, "together"))
            ),
            several=_patterns(entry.get("several", ""), (*where, "several")),
            reply=_text(entry["reply"], (*where, "reply")),
            self_harm=_boolean(entry.get("self_harm", False), (*where, "self_harm")),
        )

    def _unit(self, name: str, value: Any) -> Unit:
        where = ("amounts", name)
        entry = _mapping(value, where)
        _check_keys(entry, frozenset({"words", "sizes"}), frozenset(), where)
        sizes = _mapping(entry["sizes"], (*where, "sizes"))
        return Unit(
            words=_patterns(entry["words"], (*where, "words")),
            sizes={size: _number(least, (*where, "sizes", size)) for size, least in sizes.items()},
        )

    def _language(self, name: str, value: Any) -> Language:
        where = ("languages", name)
        entry = _mapping(value, where)
        _check_keys(entry, frozenset({"line", "signs"}), frozenset(), where)
        signs = _mapping(entry["signs"], (*where, "signs"))
        return Language(
            id=name,
            line=_text(entry["line"], (*where, "line")),
            signs={kind: _patterns(patterns, (*where, "signs", kind)) for kind, patterns in signs.items()},
        )

    def _excuses(self) -> Excuses:
        section = self._section("excuses")
        _check_keys(section, frozenset(), frozenset(names_of(Excuses)), ("excuses",))
        return Excuses(**{name: _patterns(value, ("excuses", name)) for name, value in section.items()})

    def _crisis(self) -> Crisis:
        section = self._section("crisis")
        if not section:
            return Crisis("", (), ())
        _check_keys(section, frozenset({"reply", "elsewhere", "stays"}), frozenset({"reminder", "over"}), ("crisis",))
        return Crisis(
            reply=_text(section["reply"], ("crisis", "reply")),
            elsewhere=_patterns(section["elsewhere"], ("crisis", "elsewhere")),
            stays=_patterns(section["stays"], ("crisis", "stays")),
            reminder=_text(section.get("reminder", ""), ("crisis", "reminder")),
            over=_text(section.get("over", ""), ("crisis", "over")),
        )


def _check_keys(
    entry: Mapping[str, Any], required: frozenset[str], optional: frozenset[str], where: tuple[str, ...]
) -> None:
    for key in sorted(required - entry.keys()):
        raise RuleError((*where, key), "is missing")
    for key in sorted(entry.keys() - required - optional):
        raise RuleError((*where, key), "is no known key")


def _mapping(value: Any, where: tuple[str, ...]) -> Mapping[str, Any]:
    if not isinstance(value, Mapping) or not all(isinstance(key, str) for key in value):
        raise RuleError(where, "must be a mapping with text for keys")
    return value


def _text(value: Any, where: tuple[str, ...]) -> str:
    if not isinstance(value, str):
        raise RuleError(where, "must be text")
    return value.strip()


def _boolean(value: Any, where: tuple[str, ...]) -> bool:
    if not isinstance(value, bool):
        raise RuleError(where, "must be true or false")
    return value


def _number(value: Any, where: tuple[str, ...]) -> float:
    if isinstance(value, bool) or not isinstance(value, int | float):
        raise RuleError(where, "must be a number")
    return float(value)


def _patterns(value: Any, where: tuple[str, ...]) -> tuple[str, ...]:
    """The patterns of a text that has them apart by commas or on lines of their own."""
    return tuple(part for part in map(str.strip, _SEPARATOR.split(_text(value, where))) if part)

"""Adding to a YAML file as an author would by hand: the rest of it stays as it is, to the byte."""

import re
from collections.abc import Mapping, Sequence
from json import dumps
from typing import Any, Final

import yaml

from glutamine_bot.domain.errors import BotError
from glutamine_bot.knowledge.decoding import plain
from glutamine_bot.knowledge.files import File
from glutamine_bot.knowledge.nodes import Faults
from glutamine_bot.knowledge.reading import read_node

Content = Any
"""Text, or lists and mappings of it."""

_LOADER: Final[Any] = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_BARE: Final = re.compile(r"[A-Za-z][\w '\u2019()/?!.+%-]*(?:, ?[\w '\u2019()/?!.+%-]+)*")
_NO_TEXT: Final = frozenset({"true", "false", "null", "yes", "no", "on", "off", "y", "n"})
_WIDEST: Final = 120  # characters of a line in the files of a knowledge base
_BYTE_ORDER_MARK: Final = "\ufeff"


def has_item(file: File, keys: Sequence[str], item: Content) -> bool:
    """Whether the list that stands under these keys holds the item already. Raises KnowledgeError on a faulty file."""
    held = _said(file)
    for key in keys:
        held = held.get(key, {}) if isinstance(held, Mapping) else {}
    return isinstance(held, tuple) and _frozen(item) in held


def with_item(file: File, keys: Sequence[str], item: Content) -> bytes:
    """The file's content with an item more at the end of the list that stands under these keys, one within another.

    Where only the last of the keys is missing, it is added too. Raises BotError where there is no place for it.
    """
    text = file.content.decode("utf-8")
    holder: Any = yaml.compose(text.removeprefix(_BYTE_ORDER_MARK), Loader=_LOADER)
    for number, key in enumerate(keys, 1):
        found = _value(holder, key)
        if found is None:
            if number < len(keys) or not isinstance(holder, yaml.MappingNode) or holder.flow_style:
                raise _no_place(file, keys)
            return _inserted(file, text, _after_last_key(text, holder, key, item), keys, item)
        holder = found
    if holder is None:
        return _inserted(file, text, (len(text), _own_line(text, len(text), f"- {_written(item)}\n")), keys, item)
    if not isinstance(holder, yaml.SequenceNode):
        raise _no_place(file, keys)
    edit = _in_brackets(text, holder, item) if holder.flow_style else _below(text, holder, item)
    return _inserted(file, text, edit, keys, item)


def with_entry(file: File, key: str, entry: Mapping[str, Content]) -> bytes:
    """The file's content with an entry more at its end; what is empty in the entry is left out."""
    text = file.content.decode("utf-8")
    lines = [f"{key}:"]
    for name, content in entry.items():
        if content and isinstance(content, list) and name == "ask":
            lines += [f"  {name}:", *(f"    - {_written(item)}" for item in content)]
        elif content:
            lines.append(f"  {name}: {_written(content)}")
    added = "".join(f"{line}\n" for line in lines)
    kept = {name: content for name, content in entry.items() if content}
    return _inserted(file, text, (len(text), _own_line(text, len(text), added)), (key,), kept)


def _inserted(file: File, text: str, edit: tuple[int, str], keys: Sequence[str], item: Content) -> bytes:
    """The text with the edit, once it is sure that it says what it said before and the item, and no more."""
    at, added = edit
    added = added.replace("\n", "\r\n") if "\r\n" in text else added
    content = (text[:at] + added + text[at:]).encode()
    expected = _with(_said(file), keys, item)
    if _said(File(file.name, file.path, content)) != expected:
        raise _no_place(file, keys)
    return content


def _said(file: File) -> Content:
    """What a file says. Raises KnowledgeError where it cannot be read."""
    faults = Faults()
    node = read_node(file, faults)
    faults.settle()
    return plain(node) if node else {}


def _with(content: Content, keys: Sequence[str], item: Content) -> Content:
    """The content with the item at the end of the list under the keys, or there as it is where it is a mapping."""
    if not keys:
        return (*(content or ()), _frozen(item))
    if len(keys) == 1 and isinstance(item, Mapping):
        return {**content, keys[0]: _frozen(item)}
    return {**content, keys[0]: _with(content.get(keys[0]), keys[1:], item)}


def _frozen(content: Content) -> Content:
    """The content as it is read: lists as tuples."""
    if isinstance(content, Mapping):
        return {key: _frozen(value) for key, value in content.items()}
    return tuple(map(_frozen, content)) if isinstance(content, (list, tuple)) else content


def _value(node: Any, key: str) -> Any:
    if not isinstance(node, yaml.MappingNode):
        return None
    return next((value for name, value in node.value if name.value == key), None)


def _in_brackets(text: str, node: Any, item: Content) -> tuple[int, str]:
    """Where an item goes into a list in brackets, and how it is written there."""
    offset = _offset(text)
    written = _written(item, bracketed=True)
    if not node.value:
        return node.start_mark.index + offset + 1, written
    last = node.value[-1].end_mark
    at = last.index + offset
    line = text[text.rfind("\n", 0, at) + 1 : _line_end(text, at)]
    if len(line.rstrip()) + len(written) + 2 <= _WIDEST:
        return at, f", {written}"
    indent = node.value[-1].start_mark.column if node.value[-1].start_mark.line > node.start_mark.line else None
    indent = node.start_mark.column + 1 if indent is None else indent
    return at, f",\n{' ' * indent}{written}"


def _below(text: str, node: Any, item: Content) -> tuple[int, str]:
    """Where an item goes below a list with a hyphen before each, and how it is written there."""
    at = _end_of(text, node)
    return at, _own_line(text, at, f"{' ' * node.start_mark.column}- {_written(item)}\n")


def _after_last_key(text: str, node: Any, key: str, item: Content) -> tuple[int, str]:
    at = _end_of(text, node)
    indent = " " * node.start_mark.column
    return at, _own_line(text, at, f"{indent}{key}:\n{indent}  - {_written(item)}\n")


def _end_of(text: str, node: Any) -> int:
    """The end of the last line of a node, its line feed included, without remarks and blank lines that follow it."""
    indent = 0
    while isinstance(node, (yaml.MappingNode, yaml.SequenceNode)) and not node.flow_style and node.value:
        last = node.value[-1]
        indent = node.start_mark.column
        node = last[1] if isinstance(last, tuple) else last
    at: int = node.end_mark.index + _offset(text)
    if not isinstance(node, yaml.ScalarNode) or node.style not in ("|", ">"):
        return _line_end(text, at)
    lines = text[:at].splitlines(keepends=True)
    while lines and (not lines[-1].strip() or _is_remark(lines[-1], indent)):
        lines.pop()
    return sum(map(len, lines))


def _is_remark(line: str, indent: int) -> bool:
    bare = line.lstrip(" ")
    return bare.startswith("#") and len(line) - len(bare) <= indent


def _line_end(text: str, at: int) -> int:
    """Behind the line feed that ends the line; the end of the text where there is none."""
    end = text.find("\n", at)
    return len(text) if end < 0 else end + 1


def _own_line(text: str, at: int, added: str) -> str:
    """What is added, on a line of its own even where the last line of a text has no end."""
    return f"\n{added}" if at and text[at - 1] != "\n" else added


def _offset(text: str) -> int:
    return int(text.startswith(_BYTE_ORDER_MARK))


def _written(content: Content, *, bracketed: bool = False) -> str:
    """The content as it is written on one line."""
    match content:
        case bool():
            return str(content).lower()
        case Mapping():
            return "{" + ", ".join(f"{key}: {_written(value, bracketed=True)}" for key, value in content.items()) + "}"
        case list() | tuple():
            return "[" + ", ".join(_written(item, bracketed=True) for item in content) + "]"
        case _:
            text = str(content)
    is_bare = _BARE.fullmatch(text) and text == text.strip() and text.lower() not in _NO_TEXT
    return text if is_bare and not (bracketed and "," in text) else dumps(text, ensure_ascii=False)


def _no_place(file: File, keys: Sequence[str]) -> BotError:
    where = f" under {' / '.join(keys)}" if keys else ""
    return BotError(f"{file.path}: there is no list{where} that a line can be added to; add it by hand")

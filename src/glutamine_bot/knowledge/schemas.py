"""JSON Schema (draft 2020-12) for the files of a knowledge base, made of what they are read with."""

import json
import os
from collections.abc import Iterator, Mapping
from typing import Any, Final, TypeAlias

from glutamine_bot.knowledge.decoding import (
    REQUIRED,
    Key,
    Keyed,
    Listed,
    OneOrMore,
    Shape,
    Single,
)
from glutamine_bot.knowledge.entries import Records
from glutamine_bot.knowledge.file_formats import FILES, FileFormat
from glutamine_bot.knowledge.files import OBLIGATORY
from glutamine_bot.knowledge.heading import Headed, Keys, WithNode

JsonSchema: TypeAlias = dict[str, Any]

_DIALECT: Final = "https://json-schema.org/draft/2020-12/schema"


def file_schema(file: FileFormat[Any]) -> JsonSchema:
    """What a file of this format may hold."""
    return {"$schema": _DIALECT, **_content(file)}


def folder_schema() -> JsonSchema:
    """What a whole knowledge base may hold, as a mapping from the names of its files to their content."""
    folders = [file for file in FILES if file.name.endswith("/")]
    return {
        "$schema": _DIALECT,
        "title": "knowledge base",
        "type": "object",
        "properties": {file.name: _content(file) for file in FILES if file not in folders},
        "patternProperties": {f"^{file.name}[^/]+[.]yaml$": _content(file) for file in folders},
        "required": list(OBLIGATORY),
        "additionalProperties": False,
    }


def kind_of(file: FileFormat[Any]) -> str:
    """What the files of a format are called for short: `concepts` for vocabulary/concepts.yaml."""
    return os.path.basename(file.name.rstrip("/")).removesuffix(".yaml")


def schema_files() -> Iterator[tuple[str, str]]:
    """Name and text of a JSON file for each schema."""
    for file in FILES:
        yield f"{kind_of(file)}.json", as_text(file_schema(file))


def as_text(schema: JsonSchema) -> str:
    """The schema as JSON that people can read."""
    return json.dumps(schema, indent=2) + "\n"


def _content(file: FileFormat[Any]) -> JsonSchema:
    name = f"{file.name}*.yaml" if file.name.endswith("/") else file.name
    return {"title": name, "description": file.holds, **_schema(file.read)}


def _schema(reader: object) -> JsonSchema:
    """What a reader takes. Raises TypeError where it is of a sort that has no schema."""
    match reader:
        case Single(schema=schema) if schema:
            return dict(schema)
        case Listed(item=item, least=least):
            return {"type": "array", "items": _schema(item), "minItems": least}
        case OneOrMore(item=item):
            return {"anyOf": [_schema(item), _schema(reader.several)]}
        case WithNode(value=value):
            return _schema(value)
        case Keyed(value=value):
            return {"type": "object", "additionalProperties": _schema(value)}
        case Headed(value=value, keys=keys) | Records(shape=value, keys=keys):
            return {"type": "object", "additionalProperties": _schema(value), **_names(keys)}
        case Shape(keys=keys):
            return {
                "type": "object",
                "properties": {key.name: {**_schema(key.read), **_default(key)} for key in keys},
                "required": [key.name for key in keys if key.default is REQUIRED],
                "additionalProperties": False,
            }
    raise TypeError(f"{reader!r} has no schema")


def _names(keys: Keys) -> JsonSchema:
    if keys.known:
        return {"propertyNames": {"enum": list(keys.known)}}
    return {"propertyNames": {"pattern": f"^{keys.pattern}$"}} if keys.pattern else {}


def _default(key: Key) -> Mapping[str, Any]:
    """The value of a key that is left out, where it is worth telling."""
    return {"default": key.default} if isinstance(key.default, bool) else {}

"""The records of safety.yaml; they stay plain data, which is compiled before it is used (see `domain.red_flags`)."""

from typing import Any

from glutamine_bot.domain.red_flags import Excuses
from glutamine_bot.domain.values import names_of
from glutamine_bot.knowledge.decoding import FLAG, NUMBER, TEXT, Key, Keyed, Shape


def _as_data(**fields: Any) -> dict[str, Any]:
    return fields


RED_FLAG = Shape(
    _as_data,
    Key("signs", TEXT, default=""),
    Key("together", TEXT, default=""),
    Key("several", TEXT, default=""),
    Key("reply", TEXT),
    Key("self_harm", FLAG, default=False),
)
CONTEXT = Shape(_as_data, Key("signs", TEXT), Key("concepts", TEXT, default=""))
UNIT = Shape(_as_data, Key("words", TEXT), Key("sizes", Keyed(NUMBER)))
LANGUAGE = Shape(_as_data, Key("line", TEXT), Key("signs", Keyed(TEXT)))
EXCUSES = Shape(_as_data, *(Key(name, TEXT, default="") for name in names_of(Excuses)))
CRISIS = Shape(
    _as_data,
    Key("reply", TEXT),
    Key("elsewhere", TEXT),
    Key("stays", TEXT),
    Key("reminder", TEXT, default=""),
    Key("over", TEXT, default=""),
)
RED_FLAGS = Shape(
    _as_data,
    Key("kinds", Keyed(RED_FLAG)),
    Key("words", Keyed(TEXT), default={}),
    Key("contexts", Keyed(CONTEXT), default={}),
    Key("amounts", Keyed(UNIT), default={}),
    Key("numbers", Keyed(NUMBER), default={}),
    Key("languages", Keyed(LANGUAGE), default={}),
    Key("excuses", EXCUSES, default={}),
    Key("crisis", CRISIS, default={}),
    Key("fillers", TEXT, default=""),
    Key("breaks", TEXT, default=""),
    Key("subjects", TEXT, default=""),
    Key("aliases", Keyed(TEXT), default={}),
    Key("right_words", TEXT, default=""),
)

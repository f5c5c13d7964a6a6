"""The settings of the chat: a commented TOML file under the user's configuration directory. Reading makes no file."""

from pathlib import Path
from typing import Any, Final

from glutamine_bot.domain.errors import BotError
from glutamine_bot.domain.values import contents, frozen, names_of, replace

APP: Final = "glutamine_bot"


class SettingsError(BotError):
    """A settings file that holds what is no setting."""


class UnreadableSettingsError(SettingsError):
    """A settings file that cannot be read."""


@frozen
class Settings:
    """What can be set, with the values that hold where the file says nothing."""

    keys: str = "emacs"
    toolbar: bool = True
    completion: bool = True
    history: bool = False
    record_unanswered: bool = False
    color: str = "auto"

    def changed(self, **given: Any) -> "Settings":
        """These settings with those replaced that were given on the command line, that is, are not None."""
        return replace(self, **{name: value for name, value in given.items() if value is not None})


CHOICES: Final = {"keys": ("emacs", "vi"), "color": ("auto", "always", "never")}

TEMPLATE: Final = """\
# Settings of glutamine-bot's chat. Take the # away from a line to change it.

# Keys for editing what you type: "emacs" or "vi".
#keys = "emacs"

# Under the prompt, show what you said about yourself in this conversation.
#toolbar = true

# Offer known questions while you type. The Tab key offers them in any case.
#completion = true

# Keep what you type in a file that only you can read, for the next time.
# `glutamine-bot forget` deletes it.
#history = false

# Keep what you ask and get no answer to, for `glutamine-bot knowledge review`, in files that only you can read.
# Amounts and other numbers and names of people are left out, and nothing of an emergency is kept.
# `glutamine-bot forget` deletes it.
#record_unanswered = false

# When to use colour: "auto", "always" or "never".
#color = "auto"
"""


def settings_path() -> Path | None:
    """Where the settings file is or would be; None where the user has no directory for it."""
    from platformdirs import user_config_path

    path = user_config_path(APP, appauthor=False) / "settings.toml"
    return path if path.is_absolute() else None


def history_path() -> Path | None:
    """Where the opt-in history is or would be; None where the user has no directory for it."""
    from platformdirs import user_state_path

    path = user_state_path(APP, appauthor=False) / "history"
    return path if path.is_absolute() else None


def recorded_path() -> Path | None:
    """Where lines for review are or would be kept; None where the user has no directory for it."""
    from platformdirs import user_data_path

    path = user_data_path(APP, appauthor=False) / "recorded"
    return path if path.is_absolute() else None


def load_settings() -> Settings:
    """The settings of the user's file, or the defaults where there is none. Raises SettingsError."""
    path = settings_path()
    try:
        text = path.read_text(encoding="utf-8") if path else ""
    except (FileNotFoundError, NotADirectoryError):
        return Settings()
    except (OSError, ValueError) as error:
        raise UnreadableSettingsError(
            f"{path}: cannot be read: {getattr(error, 'strerror', None) or 'it is no UTF-8'}"
        ) from None
    return parsed_settings(text, str(path))


def parsed_settings(text: str, path: str) -> Settings:
    """The settings that the text of a file gives. Raises SettingsError naming the file and the setting."""
    import tomllib

    try:
        values = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise SettingsError(f"{path}: {error}") from None
    known = {name: type(value) for name, value in zip(names_of(Settings), contents(Settings()), strict=True)}
    for name, value in values.items():
        _check(path, name, value, known)
    return Settings(**values)


def _check(path: str, name: str, value: object, known: dict[str, type]) -> None:
    if name not in known:
        raise SettingsError(f"{path}: there is no setting {name!r}; there are {', '.join(known)}")
    if name in CHOICES and value not in CHOICES[name]:
        raise SettingsError(f"{path}: {name} must be one of {', '.join(CHOICES[name])}")
    if type(value) is not known[name]:
        raise SettingsError(f"{path}: {name} must be true or false")

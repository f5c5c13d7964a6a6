"""The settings file: its template is true, and mistakes are named."""

import re

import pytest

from glutamine_bot.domain.values import names_of
from glutamine_bot.terminal.settings import TEMPLATE, Settings, SettingsError, parsed_settings


def test_the_template_as_it_is_gives_the_defaults() -> None:
    assert parsed_settings(TEMPLATE, "x") == Settings()


def test_the_template_names_every_setting_with_its_default() -> None:
    uncommented = re.sub(r"(?m)^#(?=\w+ = )", "", TEMPLATE)
    assert parsed_settings(uncommented, "x") == Settings()
    assert uncommented.count(" = ") == len(names_of(Settings))


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('keyz = "vi"', "no setting 'keyz'"),
        ('keys = "nano"', "emacs, vi"),
        ('history = "yes"', "true or false"),
        ("[chat]\n", "no setting 'chat'"),
        ("=", "line 1"),
    ],
)
def test_a_mistake_is_named_with_the_file(text: str, said: str) -> None:
    with pytest.raises(SettingsError, match=said) as error:
        parsed_settings(text, "settings.toml")
    assert str(error.value).startswith("settings.toml: ")


def test_what_the_command_line_gives_wins() -> None:
    assert Settings().changed(keys="vi", toolbar=None, history=True) == Settings(keys="vi", history=True)

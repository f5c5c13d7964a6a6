"""`config` shows where settings lie and writes only what it is told to."""

import subprocess
from collections.abc import Callable
from pathlib import Path

Bot = Callable[..., subprocess.CompletedProcess[bytes]]


def settings_file(bot: Bot) -> Path:
    return Path(bot(["config", "--path"]).stdout.decode().strip())


def test_defaults_are_shown_where_there_is_no_file(bot: Bot) -> None:
    text = bot(["config"]).stdout.decode()
    assert str(settings_file(bot)) in text
    assert 'keys = "emacs"' in text


def test_init_writes_a_commented_file_once(bot: Bot) -> None:
    assert bot(["config", "--init"]).returncode == 0
    path = settings_file(bot)
    assert "#history = false" in path.read_text()
    path.write_text('keys = "vi"\n')
    assert bot(["config", "--init"]).returncode == 2
    assert 'keys = "vi"' in bot(["config"]).stdout.decode()


def test_a_wrong_setting_is_named(bot: Bot) -> None:
    path = settings_file(bot)
    path.parent.mkdir(parents=True)
    for text, said in (
        ('keyz = "vi"', "keyz"),
        ('keys = "nano"', "emacs, vi"),
        ("toolbar = 3", "true"),
        ("=", "line 1"),
    ):
        path.write_text(text)
        ran = bot(["config"])
        assert ran.returncode == 2
        assert said in ran.stderr.decode()
        assert str(path) in ran.stderr.decode()


def test_without_a_home_it_says_so(bot: Bot, tmp_path: Path) -> None:
    ran = bot(["config", "--path"], HOME=str(tmp_path / "gone"))
    assert ran.returncode == 0

"""The dose figures as a picture and as a table, with the disclaimer under both."""

from fractions import Fraction

import pytest

from glutamine_bot import Bot
from glutamine_bot.reply.doses_picture import doses_text
from glutamine_bot.reply.doses_rows import Own
from glutamine_bot.reply.looks import Look, screen_look
from glutamine_bot.reply.wrapping import cells

OWN = Own((Fraction(18), Fraction(18)), Fraction(80))


@pytest.fixture(scope="module")
def bot() -> Bot:
    """The bot that ships."""
    return Bot.load()


def drawn(bot: Bot, own: Own, columns: int, encoding: str | None = "utf-8") -> list[str]:
    look = screen_look(columns, encoding or "", color=False) if encoding else Look()
    return doses_text(bot.knowledge, own, bot.conversation().say("/doses"), look, encoding).splitlines()


def column(lines: list[str], label: str, char: str) -> int:
    return next(line for line in lines if label in line).index(char)


def test_bars_lie_on_one_scale_with_the_ceiling_across(bot: Bot) -> None:
    lines = drawn(bot, Own(), 80)
    axis = next(line for line in lines if line.split()[:2] == ["0", "5"])
    assert column(lines, "5-10 g a day", "\u2588") == axis.index("5")
    assert column(lines, "20-30 g a day", "\u2588") == axis.index("20")
    ceiling = column(lines, "over 14 g", "\u250a")
    assert all(line[ceiling] in "\u250a\u2588" for line in lines if "\u2588" in line)
    assert axis.index("10") < ceiling < axis.index("15")


def test_the_own_amount_is_marked_beyond_the_ceiling_and_weight_is_worked_out(bot: Bot) -> None:
    lines = drawn(bot, OWN, 80)
    assert column(lines, "you said 18 g a day", "\u25c6") > column(lines, "over 14 g", "\u250a")
    assert column(lines, "at 80 kg: 40 g if supervised", "\u25c6") > column(lines, "you said 18 g a day", "\u25c6")


@pytest.mark.parametrize("encoding", ["utf-8", None])
def test_a_figure_by_weight_never_stands_without_supervision_and_the_limit(bot: Bot, encoding: str | None) -> None:
    words = " ".join(" ".join(drawn(bot, Own(None, Fraction(70)), 80, encoding)).split())
    assert "by weight, under supervision" in words
    assert "35 g if supervised" in words
    assert "35 g a day, far above the 14 g a day limit" in words
    assert "not without medical supervision" in words


def test_what_was_told_of_the_person_leads_the_figures(bot: Bot) -> None:
    talk = bot.conversation()
    talk.say("I'm pregnant")
    look = screen_look(80, "utf-8", color=True)
    text = doses_text(bot.knowledge, Own(), talk.say("/doses"), look, "utf-8")
    assert text.startswith("\x1b[1m  You said you are pregnant: ")
    assert "Considerations and" in text


def test_what_lies_beyond_the_ceiling_is_drawn_beyond_it(bot: Bot) -> None:
    for weight in (None, Fraction(70), Fraction(100)):
        lines = drawn(bot, Own(None, weight), 80)
        for label in ("10-15 g a day", "15 g a day, leaky gut, one study"):
            line = next(line for line in lines if line.strip().startswith(label))
            assert line.rindex("\u2588") > line.index("\u250a")


def test_nothing_is_worked_out_for_a_child(bot: Bot) -> None:
    lines = drawn(bot, OWN, 80)
    assert "no dose to follow" in next(line for line in lines if "children" in line)
    assert "56 g" not in " ".join(lines)
    assert drawn(bot, Own(None, Fraction(25)), 80) == drawn(bot, Own(), 80)


@pytest.mark.parametrize(("columns", "encoding"), [(40, "utf-8"), (80, "ascii"), (120, "utf-8"), (80, None)])
def test_every_figure_has_its_source_and_the_disclaimer_stands_below(
    bot: Bot, columns: int, encoding: str | None
) -> None:
    lines = drawn(bot, OWN, columns, encoding)
    words = " ".join(" ".join(lines).replace("\u2502", " ").replace("| ", " ").split())
    for limit in bot.knowledge.limits.values():
        assert limit.label in words
    assert "healthcare professional" in words[words.rindex("children") :]
    if encoding:
        assert max(map(cells, lines)) <= min(columns - 1, 76)
    if encoding == "ascii":
        assert "".join(lines).isascii()


def test_an_absurd_amount_keeps_the_picture_in_its_frame(bot: Bot) -> None:
    lines = drawn(bot, Own((Fraction(5000), Fraction(5000))), 80)
    assert max(map(cells, lines)) <= 76

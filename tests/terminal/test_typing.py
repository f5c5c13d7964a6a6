"""Typing a line: completion, suggestions, choices, paste, and the keys that clear and leave."""

from collections.abc import Callable

import pytest

from tests.terminal.screen import Terminal

Start = Callable[..., Terminal]
DOWN, RIGHT, UP, CTRL_C, CTRL_D, CTRL_R, TAB = "\x1b[B", "\x1b[C", "\x1b[A", "\x03", "\x04", "\x12", "\t"


def menu(screen: Terminal) -> list[str]:
    """The lines between the prompt and the toolbar."""
    rows = screen.rows()
    start = next(number for number in range(len(rows) - 1, -1, -1) if rows[number].startswith(">"))
    return [row.strip() for row in rows[start + 1 : -1] if row.strip()]


def test_known_questions_are_offered_while_typing_and_enter_takes_one_without_sending(terminal: Start) -> None:
    screen = terminal()
    screen.keys("leaky gu")
    screen.see("What is leaky gut?")
    offered = menu(screen)
    assert any("What is leaky gut?" in line and "gut." in line for line in offered)
    screen.keys(DOWN)
    screen.keys("\r")
    assert screen.prompt().strip("> ") in offered[0]
    assert "[1]" not in screen.text()
    screen.keys("\r")
    screen.see("[2]")


def test_enter_takes_a_question_from_the_list_of_all_without_sending(terminal: Start) -> None:
    screen = terminal()
    screen.keys(TAB)
    screen.see("What is L-glutamine?")
    screen.keys(DOWN)
    screen.wait(lambda: screen.prompt() != ">", "nothing is chosen")
    taken = screen.prompt()
    screen.keys("\r")
    assert screen.prompt() == taken
    assert "You can also ask" not in screen.text()


def test_a_typo_and_another_order_still_find_the_question(terminal: Start) -> None:
    screen = terminal()
    screen.keys("pregnent")
    screen.see("Is L-glutamine safe in pregnancy?")


def test_enter_sends_what_was_typed_where_no_item_is_taken(terminal: Start) -> None:
    screen = terminal()
    screen.keys("thanks")
    screen.keys("\r")
    screen.wait(lambda: screen.prompt() == ">", "no new prompt")
    assert "> thanks" in screen.rows()


def test_slash_commands_complete_with_their_help_and_a_beginning_will_do(terminal: Start) -> None:
    screen = terminal()
    screen.keys("/")
    screen.see("/export FILE")
    assert any("/export" in line and "Markdown" in line for line in menu(screen))
    screen.keys("\x15/exprt")
    screen.wait(lambda: "/quit" not in screen.text(), "the menu stays")
    assert [line.split()[0] for line in menu(screen)] == ["/export"]
    screen.keys("\x15/so\r")
    screen.see("Precautions")


@pytest.mark.parametrize("keys", ["2\r", DOWN + DOWN + "\r"])
def test_after_an_answer_a_related_question_is_chosen_by_number_or_by_arrows_and_enter(
    terminal: Start, keys: str
) -> None:
    screen = terminal(rows=70)
    screen.ask("how much should an adult take a day?")
    offered = next(row for row in screen.rows() if row.startswith("  2. ")).removeprefix("  2. ")
    before = screen.text().count("[1]")
    for key in (DOWN, DOWN, "\r") if DOWN in keys else keys:
        screen.keys(key)
    screen.wait(lambda: screen.text().count("[1]") > before, f"{offered} was not answered")
    assert screen.text().count(offered) == 2  # as it was offered, and as what is answered


def test_the_past_is_suggested_searched_and_walked(terminal: Start) -> None:
    screen = terminal()
    screen.ask("thanks a lot")
    screen.keys("tha")
    assert screen.prompt() == "> thanks a lot"
    screen.keys(RIGHT + "!")
    assert screen.prompt() == "> thanks a lot!"
    screen.keys(CTRL_C)
    screen.keys(UP)
    assert screen.prompt() == "> thanks a lot"
    screen.keys(CTRL_C)
    screen.keys(CTRL_R + "lot")
    assert "thanks a lot" in screen.text()


def test_a_paste_of_several_lines_is_one_message(terminal: Start) -> None:
    screen = terminal()
    screen.keys("\x1b[200~I have a question.\r\nIt is about storing it.\n\nhow should I store it?\x1b[201~")
    assert "[1]" not in screen.text()
    screen.keys("\r")
    screen.see("[1]")
    assert screen.text().count("\n> ") <= 2


def test_a_paste_that_is_too_long_is_refused(terminal: Start) -> None:
    screen = terminal()
    screen.keys("\x1b[200~" + "gut " * 6000 + "\x1b[201~")
    screen.see("too long to paste")
    assert screen.prompt() == ">"


def test_ctrl_c_clears_the_line_and_on_an_empty_one_tells_how_to_leave(terminal: Start) -> None:
    screen = terminal()
    screen.keys("half a thou")
    screen.keys(CTRL_C)
    assert screen.prompt() == ">"
    assert "leaves." not in screen.text()
    screen.keys(CTRL_C)
    screen.see("Ctrl-D or /quit leaves.")
    screen.ask("thanks")


@pytest.mark.parametrize("leave", [CTRL_D, "/q\r"])
def test_leaving(terminal: Start, leave: str) -> None:
    screen = terminal()
    screen.keys(leave)
    assert screen.end() == 0


def test_an_empty_line_does_nothing(terminal: Start) -> None:
    screen = terminal()
    screen.see("/help lists commands")
    before = screen.text()
    screen.keys("\r\r \r")
    assert screen.text().split() == before.split()


def test_vi_keys(terminal: Start) -> None:
    screen = terminal("--vi")
    screen.keys("thanks")
    screen.keys("\x1b")
    screen.keys("0cwcheers\r")
    screen.see("> cheers")

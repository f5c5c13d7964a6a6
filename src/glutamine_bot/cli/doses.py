"""`doses`: the documents' dose figures on one scale, with what somebody takes marked on it."""

import re
import sys
from argparse import ArgumentParser, ArgumentTypeError, Namespace
from fractions import Fraction
from typing import Final

from glutamine_bot.cli import exits
from glutamine_bot.cli.display import is_plain, look_of
from glutamine_bot.cli.streams import NAME
from glutamine_bot.reply.doses_rows import Own

_AMOUNT: Final = re.compile(r"(\d{1,4}(?:\.\d{1,3})?)\s*(?:g|kg)?")


def configure(parser: ArgumentParser) -> None:
    """Describes the arguments of `doses`."""
    parser.description = (
        "Draws the documents' dose figures on one scale in grams a day; with --plain, or in a pipe, a table."
    )
    parser.epilog = f"examples:\n  {NAME} doses\n  {NAME} doses --amount 18g --weight 70kg\n"
    parser.add_argument("--amount", metavar="GRAMS", type=_amount, help="mark this amount a day")
    parser.add_argument(
        "--weight", metavar="KG", type=_amount, help="work out figures by body weight for an adult of so many kg"
    )


def run(arguments: Namespace) -> int:
    """Prints the picture or the table."""
    from glutamine_bot import Bot
    from glutamine_bot.reply.doses_picture import doses_text

    bot = Bot.load(arguments.knowledge)
    own = Own(arguments.amount and (arguments.amount, arguments.amount), arguments.weight)
    reply = bot.conversation().say("/doses")
    drawn = sys.stdout.isatty() and not is_plain(arguments)
    sys.stdout.write(doses_text(bot.knowledge, own, reply, look_of(arguments), sys.stdout.encoding if drawn else None))
    return exits.ANSWERED


def _amount(text: str) -> Fraction:
    match = _AMOUNT.fullmatch(text.strip())
    if not match or not Fraction(match[1]):
        raise ArgumentTypeError(f"{text[:20]!r} is no amount; write it as 18 or 18g")
    return Fraction(match[1])

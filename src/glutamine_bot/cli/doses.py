"""`doses`: the documents' dose figures on one scale, with what somebody takes marked on it."""

import sys
from argparse import ArgumentParser, Namespace
from typing import TYPE_CHECKING

from glutamine_bot.cli import exits
from glutamine_bot.cli.display import is_plain, look_of
from glutamine_bot.cli.loading import load_bot
from glutamine_bot.cli.streams import NAME
from glutamine_bot.domain.errors import InputError
from glutamine_bot.domain.quantity import Dimension
from glutamine_bot.reply.doses_rows import LIGHTEST_ADULT, Own

if TYPE_CHECKING:
    from glutamine_bot.domain.quantity import Quantity
    from glutamine_bot.language.quantities import QuantityReader


def configure(parser: ArgumentParser) -> None:
    """Describes the arguments of `doses`."""
    parser.description = (
        "Draws the documents' dose figures on one scale in grams a day; with --plain, or in a pipe, a table."
    )
    parser.epilog = f"examples:\n  {NAME} doses\n  {NAME} doses --amount 18g --weight 70kg\n"
    parser.add_argument("--amount", metavar="AMOUNT", help="mark what is taken in a day: 18g, 500mg, '5 g twice a day'")
    parser.add_argument(
        "--weight", metavar="WEIGHT", help="work out figures by body weight for an adult: 70kg, 154lb, '11 st'"
    )


def run(arguments: Namespace) -> int:
    """Prints the picture or the table."""
    from glutamine_bot.language.quantities import QuantityReader
    from glutamine_bot.reply.doses_picture import doses_text

    bot = load_bot(arguments)
    own = _own(arguments, QuantityReader(bot.knowledge.units, bot.knowledge.plausible))
    reply = bot.conversation().say("/doses")
    drawn = sys.stdout.isatty() and not is_plain(arguments)
    sys.stdout.write(doses_text(bot.knowledge, own, reply, look_of(arguments), sys.stdout.encoding if drawn else None))
    return exits.ANSWERED


def _own(arguments: Namespace, reader: "QuantityReader") -> Own:
    """What the options say of the person. Raises InputError."""
    amount = weight = None
    if arguments.amount is not None:
        amount = _quantity(arguments.amount, "g", Dimension.DOSE, reader)
        if amount is None or not amount.low or amount.per_kg or amount.per_unit:
            raise InputError(f"--amount: {arguments.amount[:20]!r} is no amount a day; write it as 18g")
    if arguments.weight is not None:
        weight = _quantity(arguments.weight, "kg", Dimension.BODY_WEIGHT, reader)
        if weight is None or weight.doubtful or weight.low < LIGHTEST_ADULT:
            raise InputError(
                f"--weight: {arguments.weight[:20]!r} is no adult's body weight; write it as 70kg or 154lb"
            )
    return Own(amount.daily() if amount else None, weight.low if weight else None)


def _quantity(text: str, unit: str, dimension: Dimension, reader: "QuantityReader") -> "Quantity | None":
    """The one quantity of this sort that a text is; a number alone is in that unit."""
    found = reader.read(text)
    if len(found) == 1 and found[0].dimension is Dimension.BARE:
        found = reader.read(f"{text} {unit}")
    is_one = len(found) == 1 and found[0].dimension is dimension and not text.lstrip().startswith("-")
    return found[0] if is_one else None

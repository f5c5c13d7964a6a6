"""Where the knowledge base is that comes with the program."""

import os

from glutamine_bot.knowledge.files import PACKAGE


def default_folder() -> str:
    """The data folder of the installed package; in a checkout, which has none, the knowledge at its top level."""
    installed = os.path.join(PACKAGE, "data")
    return installed if os.path.isdir(installed) else os.path.normpath(os.path.join(PACKAGE, "..", "..", "knowledge"))

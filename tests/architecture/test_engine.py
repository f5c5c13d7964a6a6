"""The engine knows no subject, its rooms keep to their places, and no room outgrows what one can read."""

import re

LONGEST_MODULE = 300
OWN_NAME = re.compile(r"glutamine[-_]bot", re.IGNORECASE)

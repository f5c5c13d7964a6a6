"""The commands: one module each, imported only when it is the one that runs."""

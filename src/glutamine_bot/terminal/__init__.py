"""The conversation on a terminal: the only room that imports prompt-toolkit."""

"""The frozen values that pass between the steps from a question to a reply; the standard library only."""

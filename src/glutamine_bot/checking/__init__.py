"""What an author is told about a knowledge base: its faults, all in one run, and what might be better."""

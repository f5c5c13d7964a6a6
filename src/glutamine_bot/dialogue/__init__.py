"""The conversation: from a line and what went before it to a reply."""

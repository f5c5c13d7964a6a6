"""What the bot says: composing a draft from topics, facts and arithmetic, and rendering a reply as text or JSON."""

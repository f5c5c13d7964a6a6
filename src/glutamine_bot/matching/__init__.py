"""The fuzzy intent matcher: index, score, confidence, decision, evidence."""

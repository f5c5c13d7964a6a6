"""Labelled questions and conversations: read from files, put to a bot, judged, counted and reported."""

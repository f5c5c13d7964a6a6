"""Learning by review, never by itself: recorded lines in groups, and what an author makes of them."""

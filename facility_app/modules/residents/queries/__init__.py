"""Reading people: lists and search, one person, what is noted about them, who is alike, what was changed."""

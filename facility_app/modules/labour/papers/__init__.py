"""Papers of labour: the sheet of a day, the book of a month with its shares, the safety book."""

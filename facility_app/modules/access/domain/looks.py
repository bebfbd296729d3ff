"""Which entries of the trail say that somebody saw a record: the name of the verb tells."""

LOOK_WORDS = frozenset({"look", "open", "view", "print", "export", "use"})
"""First words of verbs that show a record to somebody: ``residents.look_at_photo``, ``access.use_grant``."""


CLOSED_WORDS = ("use_grant", "open_private", "open_hiv", "open_infections", "print_private")
"""How verbs of the closed list begin: that one of them was about a person tells what the list keeps."""


def is_closed_look(verb: str) -> bool:
    """Whether the verb shows what only the closed list of Luật 64/2006/QH11 Đ30.2 knows."""
    return verb.partition(".")[2].startswith(CLOSED_WORDS)


def is_look(verb: str) -> bool:
    """Whether the verb ``<slice>.<word>_…`` shows a record and need not change it."""
    return verb.partition(".")[2].partition("_")[0] in LOOK_WORDS

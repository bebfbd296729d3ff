"""Which entries of the trail say that somebody saw a record: the name of the verb tells."""

LOOK_WORDS = frozenset({"look", "open", "view", "print", "export", "use"})
"""First words of verbs that show a record to somebody: ``residents.look_at_photo``, ``access.use_grant``."""


def is_look(verb: str) -> bool:
    """Whether the verb ``<slice>.<word>_…`` shows a record and need not change it."""
    return verb.partition(".")[2].partition("_")[0] in LOOK_WORDS

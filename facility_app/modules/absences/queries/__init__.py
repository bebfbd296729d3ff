"""Reads of absences: the list, one case with everything done about it, figures, who can be chosen."""

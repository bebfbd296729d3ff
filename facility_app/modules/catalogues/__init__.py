"""Lists the work refers to: facility profile, code lists, administrative units, legal parameters, working days.

Owns ``facility_profile``, and what the facility decides beyond the shipped lists: ``parameter_edit`` (law.md §16,
§18) and ``working_day_edit``. The lists themselves come with the program (``resources/catalogues``, ADR 0012).
Every slice may call it.
"""

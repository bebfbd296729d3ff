"""Lists the work refers to: the facility's own profile, later code lists, administrative units and parameters.

Owns ``facility_profile``. Every slice may call it.
"""

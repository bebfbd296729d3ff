"""Grid entry: one paper sheet, many people, one key each."""

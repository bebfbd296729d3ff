"""Official forms: wording, layout, marks, checks."""

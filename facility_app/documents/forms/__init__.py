"""Official forms as data: read, checked, frozen, set on paper or written as editable Word."""

"""Typed forms: fields that never lose a keystroke, their form, drafts, and what to do when two people saved."""

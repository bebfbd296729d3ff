"""Decisions about absences: asked, allowed, left, searched for, back; each moves everything that follows."""
